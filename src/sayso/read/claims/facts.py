"""Facts that patterns of words tell better than the network: clock times, advice, who claims it or denies it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Certainty, Polarity, Span
from sayso.read.certainty.polarity import NONE_OF_MINE, NOT_MINE, SAYS, SELVES
from sayso.read.claims.denials import UNCLAIMED, is_unclaimed, is_undenied
from sayso.read.claims.motives import motives_in
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence, overlap
from sayso.read.text.patterns import Pattern
from sayso.read.text.words import DOERS

__all__ = ["BY_PATTERN", "NO_GROUP_NAMED", "ROUGHLY", "Fact", "read_facts", "wanted"]

# Facts whose words patterns cut out better than the network does (dev); the others are the network's.
BY_PATTERN = frozenset({"time", "advice"})


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a fact: words [start, end) of the sentence's text are the value, with its code."""

    sentence: Sentence
    slot: str
    start: int
    end: int
    code: str | None = None
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"

    @property
    def text(self) -> str:
        """The value as written."""
        return self.sentence.text[self.start : self.end]


CLOCK = re.compile(
    r"(?P<about>(?:at )?(?:around|about|approximately|just (?:before|after)|shortly (?:before|after)|nearly|roughly) )?"
    r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.] ?(?P<minute>[0-5]\d))?(?P<second>:[0-5]\d)? ?"
    r"(?P<half>a\. ?m\.?|p\. ?m\.?|am|pm)(?![\w])"
    r"|(?P<about2>(?:around|about|approximately|just (?:before|after)|shortly (?:before|after)) )?\b(?P<word>midnight|noon)\b"
    r"|(?P<about3>(?:around|about|at) )(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?! ?(?:a\.m|p\.m|am|pm))"
    r"|\b(?P<military>(?:[01]\d|2[0-3])[0-5]\d) (?:hours|hrs|GMT|UTC|local time)"
    r"|\b(?P<bare>(?:[01]\d|2[0-3])[0-5]\d)\b",
    re.IGNORECASE,
)
# What says that four figures are a year: "22 April | 2026".
OF_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,? (?:\d{1,2},? )?$",
    re.IGNORECASE,
)
# When somebody only wrote of it: "the department posted | just before 5:30 p.m."
WRITTEN = re.compile(
    r"\b(?:wrote|writes|posted|tweeted)(?: (?:on|in) (?:X|Twitter|Facebook|Telegram|social media|an? \w+))?,?(?: at)? $",
    re.IGNORECASE,
)
ROUGHLY = re.compile(r"(?:at )?(?:around|about|approximately|just|shortly|nearly|roughly) ", re.IGNORECASE)
# What makes a clock time that of a call or of finding, before it or behind it, or one that is only near: "officers were called
# at | 9 p.m.", "at | 9:10 p.m., police received a report", "it happened before | 3 a.m."
OF_CALL = (
    r"(?:called|alerted|dispatched|summoned|notified|respond(?:ed|ing)|receiv(?:ed|ing)|answering|arriv(?:ed|ing)|found|discovered|flagged down|sent"
    r"|(?:calls?|reports?) (?:came|of|about|from)|911|999)"
)
CALLED = re.compile(
    rf"\b{OF_CALL}\b(?:(?!\b(?:happened|occurred|fired|exploded|detonated|began|broke out|shot)\b)[^.;])*$",
    re.IGNORECASE,
)
AT_HEAD = re.compile(
    r"(?:^|[;–—] )\W*(?:(?:on|at|just|\w+day,?|[A-Z][a-z]{2,8} \d{1,2},?) )*$", re.IGNORECASE
)
CALLED_THEN = re.compile(
    rf",?(?: (?:on )?\w+day,?| local time,?)?(?: (?!(?:when|after|as|killing)\b)[\w'’.-]+){{1,6}}? {OF_CALL}\b"
)
NEAR = re.compile(
    r"\b(?:around|about|approximately|nearly|roughly|before|after|by|some ?time) $", re.IGNORECASE
)
# What makes a clock time one of no place's own.
ELSEWHERE = re.compile(r"(?<=GMT)|(?<=UTC)| ?(?:GMT|UTC)\b", re.IGNORECASE)
A_CLOCK = re.compile(r"\d ?[AaPp]\.? ?[Mm]|\d[:.][0-5]\d|\d{4}|(?i:midnight|noon)")
NAME = r"(?:(?!(?:While|Though|Although|But|And|As|After|When|If|It|He|She|They|We|In|On|At|No|Nobody|None|Neither|\w+day)\b)[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|al|bin|de|la|van|el|al-[A-Z]\w+)){0,5})"
GROUP = (
    r"(?:(?<![\w'’-])(?:[Tt]he |an? )?(?:(?!(?:in|of|on|at|by|from|with|for|to|that|which|who|and|but|[Ww]hile|(?:[Aa]l)?[Tt]hough|as|\w+ed|\w+ing|is|was|were|said|says)\b)"
    r"[\w'’-]+ ){0,3}?(?:Taliban|Islamic State(?: group)?|ISIS|ISIL|al-?Qaeda|Boko Haram|"
    r"al-?Shabaab|guerrillas?|rebels?|militants?|separatists?|Hamas|Hezbollah|FMLN|FARC|ELN|ETA|IRA|Shining Path|"
    r"extremists?|insurgents?|terrorists?|" + NAME + r"))"
)
# What is claimed or denied, where it is told by a noun alone, and what stands between a group and its verb.
THE_DEED = r"(?:(?:the|this|that|its|an?|both|all|\w+day['’]s) )(?:[\w'’-]+ ){0,2}(?:attacks?|bombings?|blasts?|shootings?|killings?|ambush(?:es)?|strikes?|raids?|assassinations?|kidnappings?|abductions?|massacres?|explosions?|bombs?)\b"
SUBJECT = (
    rf"(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bof )(?<!\bby )(?<!\bfor )(?<!\bnear )(?<!\bfrom )(?P<text>{GROUP})"
)
POST = r"(?:,[^,]{3,80},|, (?:which|who)(?: \w+){0,2})?"
# Who answers for a state's arms, what they are, and what they may have done.
BODY = r"(?:[Tt]he )?(?:[\w'’-]+ )?(?:government|army|military|air force|navy|police|junta|(?:defen[cs]e|interior|foreign) ministry|ministry of \w+|coalition)"
ARMS = (
    r"(?:jets?|(?:war)?planes?|aircraft|helicopters?|drones?|troops|soldiers|forces|fighters|men|gunners|pilots|officers|army|navy|"
    r"air force|artillery|militia(?:men|s)?|missiles?|rockets?|they|it)"
)
DID = r"(?:had |have |has )?(?:ever |deliberately )?(?:bomb|shell|fired|attack|hit|struck|opened fire|carried out|launched|raided|targeted|burn)"
HAS_ALSO = r"(?: (?:has|have|had|also|later|quickly|\w+day))*"
BAND = r"(?:[Tt]he |an? )?(?:(?!(?:in|of|on|at|by|from|with|for|to|that|which|who|and|but|said|says)\b)[\w'’-]+ ){0,3}?(?:militia|group|faction|movement|cartel)"
# What a group says that it did, and whose deed its men's is.
DEEDS_DONE = r"(?:carried (?:it |this |the \w+ )?out|(?:was|were|is|are) (?:behind|responsible)|planted|detonated|staged|mounted|set off|ambushed|attacked|bombed|killed(?! (?:him|her|them|at least|more than|some|about|\d|two|three|four|five|six|seven|eight|nine|ten))|executed|abducted|kidnapped|seized|(?:struck|hit)(?! (?:his|her|him|the (?:ground|wall)))|targeted|launched|fired|done (?:it|so)|did (?:it|so))\b"
OWN_MEN = r"(?:its|their|our) (?:[\w'’-]+ ){0,2}?(?:fighters|men|members|units?|forces|troops|soldiers|guerrillas|martyrs?|militants|battalions?|jets|drones|artillery|snipers)"
OWNS = rf"(?:it|they|we|{OWN_MEN}) (?:had |have |has )?(?:also )?{DEEDS_DONE}"
RESPONSIBILITY_ROWS: tuple[tuple[str, str, Polarity], ...] = (
        (r"(?P<text>[Nn]o(?: one|body|-one| (?:\w+ )?(?:group|organi[sz]ation|party))).{0,40}claimed (?:\w+ )?responsibility", "claimed", "negative"),
        (rf"(?P<text>{GROUP})(?:,[^,]{{3,80}},)?(?: (?!(?:sa(?:id|ys?)|told|that|nobody|none?|not|neither|who|which|and|but)\b)\w+){{0,3}} claim(?:ed|s|ing)(?: \w+)? responsibility", "claimed", "positive"),
        (rf"{SUBJECT}{POST}(?: (?:has|have|had|also|later|quickly|\w+day))* claim(?:ed|s|ing) {THE_DEED}(?=$|[.,;]| (?:in|on|at|near|outside|but|and|as|through|via|late|early|that|which|\w+day)\b)", "claimed", "positive"),
        (rf"claimed (?:responsibility )?by (?P<text>{GROUP})", "claimed", "positive"),
        (rf"(?P<text>{GROUP}){POST}{HAS_ALSO} (?:owned up to|took (?:full )?responsibility|taken responsibility|accepted responsibility|admitted (?:responsibility|{THE_DEED}|(?:carrying|planting|killing|bombing|attacking|shooting)\b|it (?:was|had)))", "claimed", "positive"),
        (r"(?P<text>[Nn]o(?: one|body|-one| (?:\w+ )?(?:group|organi[sz]ation|party))(?: \w+){0,2}?) (?:has|have|had) (?:so far |yet |immediately |as yet )?(?:said (?:it|they) (?:was|were|had|carried|killed)|owned up|admitted|taken responsibility|claimed (?:it\b|\w+day['’]s|" + THE_DEED + r"))", "claimed", "negative"),
        (r"\b[Tt]here (?:has been|have been|had been|was|were|is) (?P<text>no (?:\w+ )?claims?)\b(?! (?:that|to|on|for (?:damages|compensation)))", "claimed", "negative"),
        (rf"(?P<text>{GROUP}) (?:\w+ ){{0,3}}den(?:ied|ies|ying) (?:any |having |its? |their )?(?:responsibility|involvement|role|taking part)", "denied", "positive"),
        (rf"(?P<text>{BODY}|{GROUP})(?:,[^,]{{3,80}},)?(?: \w+){{0,2}} den(?:ied|ies|ying) that (?:(?:any of )?(?:its|their|the) )?(?:\w+ ){{0,2}}?{ARMS} {DID}", "denied", "positive"),
        (rf"{SUBJECT}{POST}(?: (?:has|have|had|also|later|quickly|\w+day))* (?:den(?:ied|ies|y|ying)|rejected) (?:it(?=$|[.,;]| and\b| but\b)|(?:that )?(?:it|they) (?:was|were) (?:behind|involved|responsible)|(?:that )?(?:it|they) had carried|(?:being|carrying|planting|bombing|attacking)\b|(?:any )?(?:responsibility|involvement|role|part)\b|(?:the )?(?:accusation|allegation)s?\b)", "denied", "positive"),
        (rf"{SUBJECT}{UNCLAIMED.pattern} (?:(?:of |\w+ )?(?:responsibility|credit)|{THE_DEED}|it\b)", "claimed", "negative"),
        (rf"blam(?:ed|es|ing) (?:\w+ ){{0,4}}?on (?P<text>{GROUP})", "blamed", "positive"),
        (rf"blam(?:ed|es|ing) (?!for\b|on\b|by\b)(?P<text>{GROUP})", "blamed", "positive"),
        (rf"accus(?:ed|es|ing) (?P<text>(?=the |[a-z]+ (?:rebels|militants|guerrillas|separatists|soldiers|forces|extremists)\b|[a-z]+s of\b){GROUP})(?= of\b)", "blamed", "positive"),
        (rf"(?P<text>{GROUP}) (?:was|were|is|are) (?:\w+ )?blamed", "blamed", "positive"),
)  # fmt: skip
RESPONSIBILITY = tuple(
    (Pattern(pattern, needs={"denied": "den|reject", "blamed": "blam|accus"}.get(code, "")), code, polarity)
    for pattern, code, polarity in RESPONSIBILITY_ROWS
)
# Who says that it was not he; of the police "they" are others.
DISOWNING_ROWS: tuple[tuple[str, str, Polarity], ...] = (
        (rf"(?P<text>(?!(?:\w+ )?[Pp]olice\b)(?:{BODY}|{BAND}|{GROUP})){POST}{HAS_ALSO} {SAYS}(?: (?:in|on|through|via|to) [^,.;]{{2,40}}?)?(?: \w+day)?(?: that)? (?:{SELVES} {NOT_MINE}|{NONE_OF_MINE})", "denied", "positive"),
        (rf"{SUBJECT}{POST}{HAS_ALSO} (?:disown(?:s|ed)|disavow(?:s|ed)|disclaim(?:s|ed)|distanc(?:es|ed) (?:itself|themselves) from) (?:{THE_DEED}|(?:any |all )?(?:responsibility|involvement)|it\b)", "denied", "positive"),
)  # fmt: skip
OWNING_ROWS: tuple[tuple[str, str, Polarity], ...] = (
        (rf"(?P<text>(?!(?:\w+ )?(?:[Pp]olice|[Ss]oldiers|[Dd]eputies|[Oo]fficers)\b)(?:{BODY}|{BAND}|{GROUP})){POST}{HAS_ALSO} {SAYS}(?: (?:in|on|through|via|to|at) [^.;]{{2,80}}?)?(?:,? (?:late |early )?(?:on )?\w+day(?: \w+)?,?)?(?: that)? {OWNS}", "claimed", "positive"),
)  # fmt: skip
OWNING = tuple((Pattern(pattern), code, polarity) for pattern, code, polarity in OWNING_ROWS)
DISOWNING = tuple((Pattern(pattern), code, polarity) for pattern, code, polarity in DISOWNING_ROWS)

# What answers for no deed: what somebody has ("its forces"), and whoever did it, of whom nothing else is told.
NO_GROUP_NAMED = re.compile(
    rf"(?i:(?:its|their|his|her)\b.*|(?:the |an? )?(?:(?!and\b)[a-z-]+ )?(?:suicide )?(?:{DOERS}|armed men))"
)
# What ends the words of a value and is none of it, but for the stop of "U.S.".
ENDS = re.compile(r"(?:[ ,\"”]|(?<![A-Z.][A-Z])(?<!\.\w)\.(?=[ ,\"”]*$))+$")
# What stands before a group's name and is none of it ("reporters | the Red Hand"), and who is said to say advice behind it.
AHEAD = re.compile(r"(?:[a-z]+ (?=the [A-Z]))?")
SAID_BEHIND = re.compile(
    r"[,.!?][\"”](?=\s|$).*|, (?:[\w.'’-]+ ){1,8}?(?:said|says?|added|tweeted|wrote|told \w+)\b[^,;]*$",
    re.DOTALL,
)
# A sentence without one of these tells nobody's responsibility, and one without one of those no advice.
OF_RESPONSIBILITY = re.compile(
    r"claim|den(?:ied|ies|ying)|blam|accus|reject|admitted (?!to )|owned up|(?:took|taken|accepted) (?:\w+ )?responsib"
)
OF_OWNING = re.compile(rf"\b{OWNS}")
OF_DISOWNING = re.compile(rf"\b(?:{NOT_MINE}|{NONE_OF_MINE})|disown|disav|disclaim|distanc")
OF_ADVICE = (
    "ask", "urg", "encourag", "advis", "warn", "told", "tell", "request", "instruct", "call", "contact", "email",
    "text", "phone", "come", "should", "must", "please", "remind", "beg", "plead", "appeal", "tip", "avoid",
    "do not", "don't", "don’t", "keep ", "stay ", "turn your", "order", "implor", "pled", "ring ", "dial", "notify",
    "reach out", "send", "submit", " report ", " give ", "information", "video", "if you", "if any", "if some", "if people", "if they",
)  # fmt: skip
# Whom advice is for, and how it is given to them.
PUBLIC = (
    r"(?:(?:people|persons?|residents|motorists|drivers|(?:the|members of the) public|(?:its|their )?citizens|nationals|travell?ers|everyone|everybody|anyone|anybody|(?:eye-?)?witnesses"
    r"|parents|mothers|relatives|families|students|pupils|passengers|commuters|owners|shopkeepers|traders|shoppers|(?:the|his|her) community|neighbou?rs|households|homeowners|tenants"
    r"|villagers|locals|farmers|herders|fishermen|boaters|hunters|hikers|climbers|skiers|swimmers|bathers|cyclists|pedestrians|sightseers|holiday-?makers|foreigners|evacuees|worshippers"
    r"|pilgrims|visitors|tourists|customers|viewers|fans|whoever|individuals|someone|the (?:faithful|population|media))(?!['’]s))"
)
ASKS = (
    r"(?:(?:ask|warn|request|remind|recommend|instruct|implor(?=ed|ing))(?:s|ed|ing)?|(?:urg|advis|encourag)(?:e[sd]?|ing)|implores?|beg(?:s|ged|ging)?|t(?:old|ells?|elling)"
    r"|(?:plead(?:s|ed|ing)?|pled) with|appeal(?:s|ed|ing)? to|call(?:s|ed|ing)? on)"
)
# Who tells people to lie down is no adviser.
ROBBER = re.compile(
    r"\b(?:(?:gunm|knifem)[ae]n|attackers?|robbers?|shooters?|suspects?|assailants?|hijackers?|raiders?|thieves|thief)"
    r"(?: then| also)? (?:t(?:old|ells?)|(?:order|warn|ask|instruct)(?:ed|s)) [^.;]{0,80}$",
    re.IGNORECASE,
)
# What readers are asked to do for the page, not about the incident.
FOR_THE_PAGE = r"(?:click|see|read|subscribe|sign|log|enable|try|note|enter|check|refresh|update|visit|turn|select|choose|upgrade|allow|disable|wait|follow|like|be|include|register|confirm|review|feel|join|use|have|hurry|just|paste|put|shoot|verify|make sure (?:that )?(?:your|the) (?:browser|device|connection|java ?script|cookies))\b"
CALL = r"(?:call|contact|e-?mail|text|phone|ring|dial|notify|reach out|come forward|report|send|submit|give)"
ADVICE = tuple(
    Pattern(pattern, re.IGNORECASE, needs=needs)
    for needs, pattern in (
        (
            "asked|urged|encouraged|advised|warned|told|ordered|reminded|requested|instructed",
            rf"\b(?:{PUBLIC}|those)\b[^.]{{0,90}}?(?:is|are|were|was|being|been)? ?(?:\w+ly )?(?:asked|urged|encouraged|advised|warned|told|ordered|reminded|requested|instructed)(?: by [^,.;]{{2,40}}?)?"
            r" (?!not to be (?:named|identified|quoted))(?:to |(?=(?:not|never) to ))(?P<text>(?:(?:not|never) to )?[^.;]{4,120})",
        ),
        (
            "should|can|may|could|must|please",
            rf"\b(?:anyone|anybody|those|people|witnesses|residents|citizens|you)(?:(?: \w+){{0,3}} (?:with|who|having)[^.]{{2,90}}?)? (?:should|can|may|could|must|please)(?: also| instead)? (?P<text>{CALL}\b(?! (?:STOP|HELP|NEWS)\b)[^;]{{4,120}})",
        ),
        (
            "call|contact",
            r"(?P<text>(?:please )?(?:call|contact) (?:the )?[A-Z\d][^;]{6,110}(?:\d{3}[-. ]\d{4}|TIPS|Crime ?Stoppers))",
        ),
        (
            " to ",
            rf"\b{ASKS} (?:(?!to\b|that\b)[\w'’-]+ ){{0,3}}?{PUBLIC}\b[^.;]{{0,100}}? (?:to |(?=(?:not|never) to ))(?P<text>(?:(?:not|never) to )?[^.;]{{4,120}})",
        ),
        (
            "should|must",
            r"(?:residents|people|motorists|the public|citizens) (?:should|must) (?P<text>[^.;]{4,100})",
        ),
        (
            "if ",
            rf"\bif (?:you|anyone|anybody|someone|people|they)\b (?!want|would like|need help)[^.;]{{3,90}}?(?:, |please |(?:asked|urged|encouraged|advised|wants? you) to )(?:please )?(?P<text>{CALL}\b[^.;]{{0,100}})",
        ),
        ("please", rf"\bplease (?!{FOR_THE_PAGE})(?P<text>(?:do not |don['’]t )?[a-z]{{3,}} [^.;]{{3,100}})"),
        (
            "be ",
            r"(?P<text>\b(?:tips?|information|videos) (?:(?!can\b|may\b)\w+ ){0,3}?(?:can|may|should)(?: also)? be (?:submitted|made|sent|left|provided|called|phoned|given|texted|e-?mailed|reported)[^;]{4,100})",
        ),
        (
            "come forward",
            r"\b(?:urg|ask|encourag|plead|appeal|beg|need|want|owe|call|please)\w*\b(?:[^.;]{0,110}? to)? (?P<text>come forward\b[^.;]{0,60})",
        ),
        (
            "do not|don|call|keep|come|stay|turn",
            r"^[\"“]?(?:please,? )?(?P<text>(?-i:(?:[Dd]o not|[Dd]on['’]t)(?= (?:approach|touch|enter|travel|drink|eat|attempt|try|open|use|swim|cross|drive|return|confront|engage|leave|move|handle|share|go near)\b)|[Cc]all (?=\d|[A-Z])|[Kk]eep (?=away|off|out|clear)|[Ss]tay (?=off|away|indoors|inside|home|clear|in your)|[Cc]ome forward|[Tt]urn your(?=sel))[^.;]{2,100})",
        ),
        ("avoid", r"(?P<text>\bavoid (?:the|this|that) (?:area|scene|region|street|road|neighbou?rhood)\b)"),
    )
)


def read_facts(sentence: Sentence) -> Iterator[Fact]:
    """Yield the facts that patterns of words tell in a sentence, slot by slot."""
    text = sentence.text
    yield from clock_times(sentence, text)
    rows = RESPONSIBILITY if OF_RESPONSIBILITY.search(text) else ()
    if OF_OWNING.search(text):
        rows = (*rows, *OWNING)
    for pattern, code, polarity in (*rows, *(DISOWNING if OF_DISOWNING.search(text) else ())):
        for found in pattern.finditer(text):
            fact = fact_of(sentence, "responsibility", found, code, polarity)
            if code == "denied" and is_undenied(text, fact.end):
                continue
            is_so = code != "claimed" or not is_unclaimed(text, fact.end)
            yield fact if is_so else replace(fact, polarity="negative")
    for start, end, certainty, polarity in motives_in(text):
        yield Fact(sentence, "motive", start, end, None, certainty, polarity)
    lowered = text.lower()
    if any(word in lowered for word in OF_ADVICE):
        yield from advice_in(sentence, text)


def fact_of(
    sentence: Sentence,
    slot: str,
    found: re.Match[str],
    code: str | None = None,
    polarity: Polarity = "positive",
) -> Fact:
    """Return the fact whose value a pattern's group `text` holds."""
    start = found.start("text")
    words = found["text"]
    if slot == "responsibility":
        start += len(AHEAD.match(words)[0])  # type: ignore[index]
        words = ENDS.sub("", AHEAD.sub("", words))
    else:
        words = SAID_BEHIND.sub("", words).rstrip(' ,"”')
    return Fact(sentence, slot, start, start + len(words), code, "certain", polarity)


def wanted(found: Fact, span: Span, tagged: Sequence[Stretch]) -> bool:
    """True for a fact that a pattern found and that the network does not find better, or not find at all.

    Clock times are told of all sorts of things: one counts where the network sees the incident's. Who is blamed can
    deny it in the same words.
    """
    over = [stretch for stretch in tagged if overlap(span, stretch.span)]
    if found.slot == "time":
        return bool(over)
    if found.slot in BY_PATTERN:
        return True
    return all((found.code, stretch.code) == ("denied", "blamed") for stretch in over)


def advice_in(sentence: Sentence, text: str) -> Iterator[Fact]:
    """Yield what the public is told to do, as the first fitting pattern tells; not what a robber tells people to do."""
    for pattern in ADVICE:
        if (found := pattern.search(text)) and not ROBBER.search(text, 0, found.start("text")):
            yield fact_of(sentence, "advice", found)
            return


def is_rough(text: str, start: int, end: int) -> bool:
    """True for a clock time [start, end) that is only near, or that of the call for help or of finding."""
    if NEAR.search(text, 0, start) or CALLED.search(text, 0, start):
        return True
    return AT_HEAD.search(text, 0, start) is not None and CALLED_THEN.match(text, end) is not None


def clock_times(sentence: Sentence, text: str) -> Iterator[Fact]:
    """Yield the clock times that a sentence tells, of whatever, with the code "HH:MM"; none for those of Greenwich."""
    for found in CLOCK.finditer(text) if A_CLOCK.search(text) else ():
        said = found.groupdict()
        if WRITTEN.search(text, 0, found.start()):
            continue
        if said["word"]:
            hour, minute = (0, 0) if said["word"].lower() == "midnight" else (12, 0)
        elif said["bare"] and OF_MONTH.search(text, 0, found.start()):
            continue
        elif digits := said["military"] or said["bare"]:
            hour, minute = int(digits[:2]), int(digits[2:])
        elif said["hour24"]:
            hour, minute = int(said["hour24"]), int(said["minute24"])
        else:
            hour, minute = int(said["hour"]), int(said["minute"] or 0)
            if hour > 12:
                continue
            hour = hour % 12 + 12 * said["half"].lower().startswith("p")
        about = (
            said["about"]
            or said["about2"]
            or (said["about3"] if said["about3"] not in ("at ", None) else None)
        )
        yield Fact(
            sentence,
            "time",
            found.start(),
            found.end(),
            None if ELSEWHERE.match(text, found.end()) else f"{hour:02}:{minute:02}",
            "probable" if about or is_rough(text, *found.span()) else "certain",
        )
