"""Which slot people counted belong to, where the words beside them tell better than the network."""

import re

from sayso.read.amounts import is_one
from sayso.read.captives import are_taken, by_state
from sayso.read.fates import BODIES, both_fates, is_alive, is_freed, was_saved
from sayso.read.hospital import has_left, was_treated_there
from sayso.read.network import Stretch
from sayso.read.numbers import read_quantity
from sayso.read.page import Sentence
from sayso.read.plain import NUMBER, SOME_DEAD

__all__ = ["slot_of"]

# Who is taken away is not dead, whatever befell others.
TAKEN = re.compile(r"\b(?:took|take|taking|held|holding|seiz(?:ed|ing)) (?:\w+ )?$", re.IGNORECASE)
# Who dies with his killer: "killed himself and 12 others".
KILLS_WITH_SELF = re.compile(
    r"\b(?:kill|murder)(?:s|ed|ing) (?:him|her|them)sel(?:f|ves)(?:,? and|,? along with|,? as well as)(?: the| his| her| another)?(?: at least| about| some| nearly| more than)? $",
    re.IGNORECASE,
)
# Who is saved, and who gets free.
SAVING = re.compile(
    r"\b(?:pluck|rescu|winch|sav)(?:ed|ing)(?: (?:about|some|nearly|another))? $", re.IGNORECASE
)
GOT_FREE = re.compile(
    r",? (?:(?:has|have|had|were|was|been|also|later|all) )*(?:walked free|ransomed|escaped|freed|set free|let go)\b",
    re.IGNORECASE,
)
# Who let captives go: "gunmen released 19 of them".
LET_GO = re.compile(
    r"(?<![\w-])(?<!to )(?:frees?|freed|freeing|releas(?:es|ed|ing))(?: about| some| at least| all| another| more than| the)? $",
    re.IGNORECASE,
)
# The dead who are carried out, and who died somewhere else: "24 bodies", "36 died at the scene and | one at the hospital".
DIED_AND = re.compile(
    r"\b(?:died|killed|dead|succumbed)\b(?:(?! (?:was|were|is|are|had|have|has|taken|treated)\b)[^.;]){0,60}?(?:,| and)(?: and)? $",
    re.IGNORECASE,
)
THERE_TOO = re.compile(
    r"(?: (?:others?|more))?(?: later)? (?:at|in|en route to|on (?:the|their|his|her) way to) (?:[\w'’-]+ ){0,3}(?:hospital|clinic)s?\b",
    re.IGNORECASE,
)
# Other words for dying, right behind people: "two of the wounded | breathed their last in hospital".
DIES = re.compile(
    r"(?:(?:,? who (?:was|were|had been))? (?:injured|wounded|hurt|burn(?:t|ed)|shot)(?: (?!(?:and|but|while|when|as|one|others?)\b|\d+ )[\w'’-]+){0,8})?"
    r"(?: (?:have|had|has|who|also|later|since|too|reportedly|then))*"
    r" (?:(?:was |were )?(?:sent|taken|moved) (?:straight |directly )?to (?:the |an? )?(?:[\w-]+ )?(?:morgue|mortuary)\b|gave up the ghost|breathed (?:his|her|their) last|pass(?:ed)? (?:away|on)\b|paid the (?:supreme|ultimate) (?:price|sacrifice)|"
    r"embraced martyrdom|laid down (?:his|her|their) li(?:fe|ves)|succumbed\b|died\b)",
    re.IGNORECASE,
)
# One of so many has died, and not all of them; a toll is of the dead.
OF = re.compile(r"\bof (?:the |those )?$", re.IGNORECASE)
TOLL_TO = re.compile(r"\btoll\b[^.;,]{0,60}? (?:to|at)(?: at least| about| more than)? $", re.IGNORECASE)
# Officers shot in a headline that tells the death of who shot them: "3 officers shot, suspect dead".
SHOT_AND_HE = re.compile(
    r" (?:were |was )?(?:shot|stabbed)(?:,|;| and| -) (?:the |a )?(?:suspect|suspected gunman|gunman|shooter|attacker|assailant|man|woman)s? (?:is |was )?(?:dead|killed|dies|died|fatally)\b",
    re.IGNORECASE,
)
# People hit whom the same sentence parts into dead and hurt: "shooting two brothers, killing one and wounding the other".
HITTING = re.compile(
    r"\b(?:shoots?|shot|shooting|stab(?:s|bed|bing)|hit(?:s|ting)?|str(?:uck|ikes|iking)|(?:fir|open(?:ed|ing|s) fir)(?:e|ed|ing) (?:at|on))"
    r"(?: (?:at|about|some|at least))? $",
    re.IGNORECASE,
)
KILLING, WOUNDING = (
    rf"(?:\w+ly )?{verb} [^.;]{{2,80}}?" for verb in ("kill(?:ing|ed)", "(?:wound|injur)(?:ing|ed)")
)
SOME = rf"(?:{NUMBER}|one|most|some)"
PARTED = re.compile(
    rf"[^.;,]{{0,60}},? (?:{KILLING}\band {WOUNDING}|{WOUNDING}\band {KILLING})(?=\W|$)"
    rf"|[^.;]{{0,80}}, (?:\w+ly )?killing {SOME} of (?:them|the)\b"
    rf"|[^.;,]{{0,60}}, {SOME}(?: of (?:them|whom))? (?:dead|fatally|died)\b"
    rf"|[^.;]{{0,60}}, (?:(?:including|among them) {SOME}(?: [\w'’-]+){{0,3}}? who|{SOME} of (?:whom|them)) "
    r"(?:(?:later|\w+ly|has|have|had) )*(?:died|(?:was|were) killed)\b",
    re.IGNORECASE,
)
# People hit, the dead among them: "eight people, including the two who died, were shot".
WITH_DEAD = re.compile(
    r",? (?:including|among them) [^.;,]{0,30}\bwho (?:later |has |have )?(?:died|(?:was|were) killed),? (?:was|were) (?:shot|stabbed|hit|struck)\b",
    re.IGNORECASE,
)
# Some of those who were hurt: "four of the 11 people".
SOME_OF_THE = re.compile(rf"(?:{NUMBER}|one) of (?:the|those|them|his|her|their)\b", re.IGNORECASE)
# Who is badly hurt, and what counts the ill: "99,700 suspected | cases".
FIGHTS = re.compile(r"[^.;]{0,40}?\bfight(?:s|ing)? for (?:his|her|their) li(?:fe|ves)\b", re.IGNORECASE)
CASES = re.compile(
    r" (?:(?:suspected|confirmed|new|probable|active|known) )*(?:cases|infections)\b", re.IGNORECASE
)
# What those who are taken are called, and their slot.
CAPTIVES = {"hostages": "hostages", "prisoners": "detained", "captives": "hostages"}
CASUALTIES = re.compile(r"(?<!fatal )\bcasualties\b", re.IGNORECASE)
CASUALTIES_AT = re.compile(
    r"\bcasualt(?:y|ies)(?: (?:figures?|tolls?|count|number))?(?: (?:was|is|stood|had (?:risen|climbed)))? (?:at|to|as) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
# Right behind a bare number, the fate of its people: "70 dead, 12 missing".
PLAIN = frozenset({"killed", "injured", "missing"})
BESIDE = (
    ("missing", re.compile(r" (?:were |are |still )*missing\b", re.IGNORECASE)),
    ("ill", re.compile(r" (?:\w+ ){0,2}cases\b", re.IGNORECASE)),
    ("injured", re.compile(r" (?:were |are )?(?:injured|wounded|hurt)\b", re.IGNORECASE)),
    ("killed", re.compile(r" (?:were |are )?(?:dead|killed)\b(?! (?:or|and))", re.IGNORECASE)),
)


def slot_of(stretch: Stretch, sentence: Sentence) -> str:
    """Return the slot of people counted: those shot of whom some died are casualties."""
    if stretch.tag in ("killed", "injured") and CASUALTIES.search(stretch.span.quote):
        return "casualties"
    start = max(0, stretch.span.start - sentence.start)
    end = start + len(stretch.span.quote)
    if stretch.tag in ("killed", "injured") and CASUALTIES_AT.search(sentence.text, 0, start):
        return "casualties"
    if stretch.tag == "killed" and FIGHTS.match(sentence.text, end) and is_alive(sentence.text, start, end):
        return "critical"
    if stretch.tag in ("killed", "injured") and CASES.match(sentence.text, end):
        return "ill"
    if stretch.tag in ("killed", "injured") and both_fates(sentence.text, start, end):
        return "casualties"
    if stretch.tag in ("killed", "injured") and are_taken(sentence.text, start, end):
        return "detained" if by_state(sentence.text, start) else "hostages"
    if stretch.tag in ("killed", "injured") and WITH_DEAD.match(sentence.text, end):
        return "casualties"
    if stretch.tag in ("killed", "injured") and are_parted(stretch, sentence.text, start, end):
        return "casualties"
    if stretch.tag == "injured" and KILLS_WITH_SELF.search(sentence.text, 0, start):
        return "killed"
    if stretch.tag == "killed" and SHOT_AND_HE.match(sentence.text, end):
        return "injured"
    if stretch.tag in ("rescued", "injured", "hospitalised") and BODIES.search(stretch.span.quote):
        return "killed"
    if stretch.tag in ("hospitalised", "injured", "critical") and have_died(
        stretch.tag, sentence.text, start, end
    ):
        return "killed"
    if stretch.tag == "hospitalised" and was_treated_there(sentence.text, start, end):
        return "injured"
    if stretch.tag == "injured" and SOME_OF_THE.match(stretch.span.quote) and has_left(sentence.text, end):
        return "hospitalised"
    if stretch.tag == "displaced" and SAVING.search(sentence.text, 0, start):
        return "rescued"
    if stretch.tag == "hostages" and GOT_FREE.match(sentence.text, end):
        return "rescued"
    if stretch.tag == "hostages" and LET_GO.search(sentence.text, 0, start):
        return "rescued"
    if stretch.tag == "detained" and is_freed(sentence.text, start, start + len(stretch.span.quote)):
        return "rescued"
    if (held := CAPTIVES.get(stretch.span.quote.split()[-1].lower())) and TAKEN.search(
        sentence.text, 0, start
    ):
        return held
    if stretch.tag == "killed" and was_saved(sentence.text, start, start + len(stretch.span.quote)):
        return "rescued"
    if stretch.tag in PLAIN and read_quantity(words := stretch.span.quote.split()) and len(words) == 1:
        end = start + len(stretch.span.quote)
        if beside := next((slot for slot, fate in BESIDE if fate.match(sentence.text, end)), None):
            return beside
    found = SOME_DEAD.match(sentence.text, start) if stretch.tag in ("killed", "injured") else None
    return "casualties" if found and found.end("all") <= start + len(stretch.span.quote) else stretch.tag


def have_died(tag: str, text: str, start: int, end: int) -> bool:
    """True for people [start, end) held to be hurt or in hospital of whom a sentence tells that they have died."""
    if TOLL_TO.search(text, 0, start) or DIES.match(text, end):
        return OF.search(text, 0, start) is None
    died_too = tag == "hospitalised" and DIED_AND.search(text, 0, start)
    return bool(died_too and THERE_TOO.match(text, end))


def are_parted(stretch: Stretch, text: str, start: int, end: int) -> bool:
    """True for people shot of whom the same sentence tells that some died and some were hurt."""
    hit = HITTING.search(text, 0, start) and PARTED.match(text, end)
    return bool(hit) and not is_one(stretch.span.quote)
