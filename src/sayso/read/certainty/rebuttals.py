"""Who disputes a figure behind it: "killed 40, a claim that the ministry rejected", "The union disputes the toll"."""

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.model import Claim, Count, Span, Speaker, retold
from sayso.read.speech import cues
from sayso.read.speech.subjects import kind_of
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["rebuttals"]

HAS = r"(?:(?:has|have|had) )?(?:\w+ly )?"
DISPUTES = r"(?:disput|refut|contest|challeng|question|contradict)(?:e?s|e?d)"
REJECTS = rf"{HAS}(?:(?:reject|dismiss|ridicul)(?:e?s|e?d)|den(?:y|ies|ied)|{DISPUTES})"
WHO = r"(?P<who>(?:[A-Z][\w'’.-]*|the|its)(?: [\w'’.-]+){0,5}?)"
WHO_TOO = WHO.replace("<who>", "<too>")
FIGURE = r"(?:figure|toll|number|tally|count|estimate|total)s?"
UNTRUE = r"(?:an? )?(?:\w+ )?(?:lies?|fabrications?|propaganda|nonsense|false|untrue|exaggerated|exaggerations?|inventions?|absurd|wrong)"
# Right behind the figure, and as a clause or a sentence of its own that names it.
BEHIND = re.compile(
    rf", (?:(?:an? (?:claim|report|assertion|{FIGURE})|claims|reports|{FIGURE}) (?:that |which )?{WHO} {REJECTS}|which {WHO_TOO} {HAS}{DISPUTES})\b"
)
# Where who denies it denies the deed, and no figure: "accused the army of killing 40, a claim that it denied".
ACCUSED = re.compile(r"\b(?:accus|blam|alleg)", re.IGNORECASE)
OWN = re.compile(
    rf"(?:^|[;,] (?:and |but |while |though )?|\b(?:but|while) ){WHO} (?:{REJECTS} (?:that|this|the|those) (?:\w+ )?{FIGURE}\b(?! of\b)"
    rf"|(?:called|described|branded|labelled|dismissed) (?:that|this|the|those) (?:\w+ )?{FIGURE} (?:as )?{UNTRUE}\b)"
)
# The same of what somebody has claimed: "The rebels claimed to have killed 40. The army denied the claim".
OF_CLAIM = Pattern(
    rf"(?:^|[;,] (?:and |but |while |though )?|\b(?:but|while) ){WHO} {REJECTS} (?:that|this|the|those|its|their|both|all) (?:\w+ )?claims?\b(?! (?:of|that|to)\b)",
    needs="claim",
)
# Who says that what others told is not so: "Two hostages were shot, early reports said. Police later said those reports were wrong".
NOT_SO = re.compile(
    rf"(?:^|[;,] (?:and |but )?|\b(?:but|while) ){WHO} (?:has |have |had )?(?:later |since |then |\w+day )?(?:said|says|confirmed|clarified|stated|insisted|stressed)(?: (?:on )?\w+day)? (?:that )?"
    rf"(?:that|this|the|those|these|such|earlier)(?: \w+)? (?:reports?|claims?|posts?|rumou?rs?|statements?|{FIGURE}) (?:was|were|is|are|had been) (?:{UNTRUE}|incorrect|inaccurate|mistaken|baseless|unfounded|not (?:true|correct|accurate))\b"
    rf"|(?:^|[;,] (?:and |but |while )?|\b(?:but|while) ){WHO_TOO} {HAS}(?:called|described|branded|labelled|dismissed) (?:that|this|it) (?:as )?{UNTRUE}\b"
)
CLAIMED = re.compile(r"\bclaim(?:s|ed|ing)?\b(?! responsib)", re.IGNORECASE)
# Of which every rebuttal has one: looking for them costs next to nothing.
STEMS = (
    "reject", "denie", "deny", "dismiss", "disput", "refut", "contest", "challeng", "question", "contradict", "ridicul", "call",
    "describ", "brand", "label", "report", "claim", "posts", "rumo", "statement", "figure", "toll", "number",
)  # fmt: skip
NOBODY = re.compile(
    r"(?:it|he|she|they|who|which|that|its|the|no(?:body| one)|some|many|it is)", re.IGNORECASE
)


def rebuttals(
    claims: Sequence[Claim], page: Page, speaker: Callable[[Sentence, Span], Speaker]
) -> Iterator[Claim]:
    """Yield the figures of an account that somebody else disputes behind them, as denied by him.

    `speaker` returns those whom a span of a sentence names.
    """
    for sentence in page.sentences:
        is_one = any(stem in sentence.text for stem in STEMS)
        for words in (BEHIND, OWN, OF_CLAIM, NOT_SO) if is_one else ():
            for found in words.finditer(sentence.text):
                told = meant(found, words is not BEHIND, claims, page, sentence)
                who = sentence.span(*found.span("who" if found["who"] else "too"))
                if words is BEHIND and ACCUSED.search(sentence.text, 0, found.start()):
                    continue
                if told and words is OF_CLAIM and not CLAIMED.search(page.at(told.span).text):
                    continue
                if told is None or NOBODY.fullmatch(who.quote) or not is_speaker(who.quote):
                    continue
                denier = speaker(sentence, who)
                if denier.name.lower() == told.speaker.name.lower():
                    continue
                yield retold(told, speaker=denier, polarity="negative", standing="current")


def is_speaker(name: str) -> bool:
    """True for the name of somebody, or of a calling or an institution."""
    return name[:1].isupper() or kind_of(name) is not None or cues.BODY.search(name) is not None


def meant(
    found: re.Match[str], may_go_back: bool, claims: Sequence[Claim], page: Page, sentence: Sentence
) -> Claim | None:
    """Return the figure that a rebuttal means: the last before it in its sentence, or else in the one before."""
    at = sentence.start + found.start()
    figures = [c for c in claims if isinstance(c.value, Count) and c.polarity == "positive" and c.value.low]
    here = [c for c in figures if c.span.field == sentence.field]
    inside = [c for c in here if page.at(c.span) == sentence and ends(c, page) <= at]
    if not inside and may_go_back:
        inside = [c for c in here if page.at(c.span).number == sentence.number - 1]
    return max(inside, key=lambda c: ends(c, page), default=None)


def ends(claim: Claim, page: Page) -> int:
    """Return where the people that a claim counts end in the report."""
    sentence = page.at(claim.span)
    start = sentence.text.find(claim.who or "", max(0, claim.span.start - sentence.start))
    return sentence.start + max(0, start) + len(claim.who or "")
