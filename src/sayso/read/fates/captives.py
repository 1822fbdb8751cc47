"""Who is taken away alive: those whom somebody captured, seized or led off, of whom he killed others or only some."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.read.counting.plain import HEDGE, NUMBER
from sayso.read.counting.wholes import is_some_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Page
from sayso.read.text.patterns import Pattern

__all__ = [
    "FREED",
    "are_captive",
    "are_held",
    "are_taken",
    "by_state",
    "got_free",
    "holds_nobody",
    "is_bailed",
    "is_freed",
    "was_found",
    "were_before",
    "were_found",
    "who_is_left",
    "with_freed",
]

ABOUT = rf"(?: (?:{HEDGE}|another|the|all))*"
TAKING = Pattern(
    rf"\b(?:(?:abduct|kidnapp|captur|seiz)(?:ed|ing|es)|round(?:ed|ing|s) up|(?:took|taking|taken|march(?:ed|ing)|dragg(?:ed|ing)|(?:whisk|cart|spirit)(?:ed|ing)|"
    rf"le(?:d|ading)|herd(?:ed|ing)) (?:away|off)){ABOUT} $",
    re.IGNORECASE,
    needs="abduct|kidnap|captur|seiz|round|away|off",
)
# "Took" alone takes lives and towns too: it needs a place from or to which, or what is done to some of them.
TOOK = Pattern(
    rf"\b(?:took|taking|(?:has|have|had) taken){ABOUT} $", re.IGNORECASE, needs="took|taking|taken"
)
KILL = r"(?:kill|shot|shoot|execut|behead|murder|hang|slaughter|massacr|releas|freed|free)\w*"
AWAY = re.compile(
    rf"(?! ?(?:lives|years|days|hours))(?: (?!{KILL})[\w'’-]+){{0,6}}? (?:from|away|captive|hostage|prisoner|with them|with him|into the)\b"
    rf"|[^.;]{{0,60}}?\b(?:and|but|then|later) (?:\w+ )?{KILL} (?:dead )?(?:{NUMBER}|one|some|most)\b",
    re.IGNORECASE,
)
LIVES = re.compile(r"\b(?:lives|bodies|corpses|dead|wounded|injured|casualties)\b", re.IGNORECASE)
# Who was killed after all: "took off 23 labourers and shot them dead", "seized five men who were later found dead".
ALL_KILLED = re.compile(
    r"[^.;]{0,80}?(?:\b(?:kill|shot|shoot|execut|behead|murder|hang|slaughter|massacr|gunn)\w*(?: dead| down)? (?:all(?: of)? )?(?:them|him|her|both|all|everyone)\b"
    r"|,? (?:(?:who|and|whose bodies|they)(?: \w+)? (?:were|was|had been|have been)|before being)(?: \w+)? (?:killed|executed|shot dead|beheaded|murdered|slain|hanged|(?:found|dumped)(?: \w+)? dead)\b"
    r"|,? (?:who|all) (?:\w+ )?died\b)",
    re.IGNORECASE,
)
# Whom nobody holds: "we do not have | a suspect in custody", "a case was lodged against | 40 people".
NOT_HOLDING = re.compile(
    r"\b(?:do|does|did)(?: not|n['’]t)(?: (?:yet|currently|actually))? (?:have|hold) $"
    rf"|\b(?:firs?|cases?|complaints?|warrants?|notices?)\b(?: (?:was|were|has been|have been|had been))?(?: (?:also|since))? (?:(?:lodged|registered|filed|issued|opened) )?against (?:(?:{HEDGE}|the|another) )*$",
    re.IGNORECASE,
)
# What had befallen people before they got free or were found, and that they did: "kidnapped in May have been | freed".
BEFELL = (
    r"(?:abducted|kidnapped|captured|seized|taken|held|trapped|missing|lost|stranded|snatched|"
    r"(?:reported|listed as|feared|declared) (?:missing|lost))"
)
LOST = re.compile(r"\b(?:missing|lost|trapped|stranded|unaccounted|disappeared)\b", re.IGNORECASE)
HELD = re.compile(
    r"\b(?:abduct|kidnap|captiv|captur|hostage|seiz|snatch|captor|ransom)\w*|\b(?:taken|held|trapped|stranded)\b",
    re.IGNORECASE,
)
BEFALLEN = re.compile(rf" {BEFELL}$", re.IGNORECASE)
# Words of the same people, up to what is told of them: no others, and nothing that they are not.
STOP = (
    r"(?:and|but|while|when|as|that|which|who|one|others?|not|never|nor|yet|no|nobody|none|has|have|had|"
    r"after (?!the\b|an?\b|\w+day\b))\b"
)
OF_THEM = (
    rf"(?: of (?:the |those |its )?(?:{NUMBER} )?(?:\w+ ){{0,2}}?\w+)?"
    rf"(?:(?:,? who (?:had been|were|was|have been|went)|,)? {BEFELL}(?: (?!{STOP})[\w'’.-]+){{0,10}}?,?)?"
)
WAS = r"(?: (?:has|have|had|was|were|been|also|later|all|since|now|finally))+ "
FREE = re.compile(
    rf"{OF_THEM}(?:{WAS}(?:\w+ly )?(?:freed|released|set free|let go|liberated|rescued|ransomed|walked free|escaped)\b"
    r"| (?:later |since |also )?(?:escaped|walked free|fled (?:from )?(?:the|their|his|her) (?:captors?|kidnappers?|abductors?))\b"
    r"| (?:is|are)(?: \w+)? free\b(?! (?:of|from|to)\b))",
    re.IGNORECASE,
)
WELL = r"(?:alive|safe|well|unharmed|unhurt|in good health)\b"
FOUND = re.compile(
    rf"{OF_THEM}(?:{WAS}(?:found|located|traced|reached|discovered|recovered|brought out|pulled out) (?:\w+ )?{WELL}"
    rf"|{WAS}(?:rescued|saved|plucked|winched)\b|{WAS}(?:brought|lifted|hauled|hoisted|led|carried) (?:back )?(?:up )?(?:(?:alive )?to (?:the surface|safety)|above ground)\b| (?:has |have |had |later )?turned up (?:\w+ )?{WELL})",
    re.IGNORECASE,
)
FOUND_ANYHOW = re.compile(
    rf" (?:found|located|traced) (?:dead|alive|safe|unharmed)\b|(?: missing)? (?:[a-z]+s|people) (?:found|recovered|located) (?:dead|alive|safe)\b|(?: people| persons)?{OF_THEM}{WAS}(?:\w+ )?(?:found|recovered|located|retrieved|discovered|pulled out)\b",
    re.IGNORECASE,
)
# Who is missing no more: "the last man | who had been missing".
HAD_BEEN_LOST = re.compile(
    r",? (?:who|that) had been (?:(?:reported|listed as|still) )?(?:missing|unaccounted|trapped)\b",
    re.IGNORECASE,
)
BODIES_OF = re.compile(
    r"\b(?:bod(?:y|ies)|remains) of (?:(?:the|all|its|their|last|final|remaining|other) )*$", re.IGNORECASE
)
# Who is let go by the police, whom nobody has rescued: "52 of them were | freed on bail".
BAILED = re.compile(
    r"(?: (?!(?:and|but|while)\b)[\w'’-]+){0,8}? (?:(?:released|freed|let go) (?:on (?:\w+ ){0,2}bail|without (?:any )?charges?|under investigation|pending)|bailed)\b",
    re.IGNORECASE,
)
# Some of those who were held.
SOME_OF = re.compile(rf"(?:{NUMBER}|one|half|most|some|many) of (?:the|those|its|their)\b", re.IGNORECASE)
# Who holds those whom it takes in custody: "troops captured".
OF_STATE = re.compile(
    r"\b(?:army|troops|soldiers|forces|police|officers|commandos|marines|navy|guards|agents)(?: (?:has|have|had|also|then|later|who))* \w+(?: (?:away|off|up|about|some|at least|nearly|another|more than))* $",
    re.IGNORECASE,
)
FREED = re.compile(
    rf"\b(?:fre(?:e|es|ed|eing)|releas(?:e|es|ed|ing|e of))(?: (?:{HEDGE}|all|another|the))? $",
    re.IGNORECASE,
)
# Captives, and how far behind the number of those freed that word may begin.
CAPTIVE_NEAR = 24
CAPTIVE = re.compile(r"\b(?:captured|captives?|kidnapped|abducted|seized|hostages?)\b", re.IGNORECASE)

# Who has people in his power: in what words he says so, whom no state holds; and what is told behind them.
HOLDING = Pattern(
    rf"\b(?:is|are|was|were|been|still|acknowledges?|acknowledged|admits?|admitted|confirms?|confirmed|says?|said) (?:it (?:is|was) |they (?:are|were) )?holding{ABOUT} $",
    re.IGNORECASE,
    needs="holding",
)
OF_FORCES = re.compile(
    r"\b(?:soldiers?|troops|servicem[ae]n|policem[ae]n|(?:police|army) (?:officers?|personnel)|officers|peacekeepers?|marines?|guards?)\b",
    re.IGNORECASE,
)
CAPTORS = (
    r"(?:gunm[ae]n|kidnappers?|abductors?|captors?|bandits?|rebels?|militants?|insurgents?|jihad\w+|separatists?|pirates?|guerrillas?"
    r"|militia\w*|terrorists?|extremists?|hostage[- ]takers?|(?:armed )?gangs?|armed (?:men|groups?)|inmates|prisoners|convicts|mutineers|rioters|protesters|hijackers?|robbers?)"
)
IN_POWER = re.compile(
    rf"(?: (?!(?:and|but|while|who)\b)[\w'’-]+){{0,4}}? (?:held (?:captive |hostage |prisoner )?by (?:the |its |their |his )?(?:\w+ )?{CAPTORS}"
    r"|in (?:its|their) (?:hands|power|captivity)|in captivity|in the hands of (?:the |its |their )?\w+)\b",
    re.IGNORECASE,
)

# Officers and guards who are seized are nobody's prisoners by law: "six officers | were seized at first".
SEIZED_AT = re.compile(
    r"(?: (?!(?:and|but|while|who)\b)[\w'’-]+){0,3}? (?:was|were|had been|have been|has been) (?:seized|abducted|kidnapped|snatched|taken (?:captive|hostage|prisoner))\b(?! by (?:the )?(?:police|army|troops|soldiers))",
    re.IGNORECASE,
)

# So are guards held in a mutiny.
HELD_IN = re.compile(
    r"(?: (?:is|are|was|were|been|being|still))* held\b(?! by (?:the )?police)", re.IGNORECASE
)
IN_MUTINY = re.compile(
    r"\b(?:mutin(?:y|ies|ous)|riots?|revolts?|uprisings?|inmates|prisoners)\b", re.IGNORECASE
)
# Who is still held by captors: "nine girls escape kidnappers, | 40 still held"; and who is only held, where a report tells of captors.
STILL_HELD = re.compile(
    r"(?: (?:others?|more|people|girls|boys|pupils|students|children))?(?: are| were| remain)?(?: still (?:being )?held| (?:still )?in captivity)\b(?! by (?:the )?police)",
    re.IGNORECASE,
)
BEING_HELD = re.compile(
    r"(?: (?:others?|more|people|pupils|students|children|girls|boys))? (?:is|are|was|were|remain(?:s|ed)?) (?:being )?(?:held|taken(?! (?:to|into|ill|from|for|there|up|down|over|care|in)\b))\b"
    r"(?! (?:by (?:the )?(?:\w+ )?(?:police|army|troops|authorities)|in (?:custody|jail|prison|cells?|police)|for questioning|on suspicion|at (?:the |a )?(?:\w+ )?(?:police|station)))",
    re.IGNORECASE,
)
OF_HOLDING = re.compile(r"\b(?:kidnap|abduct|captor|captivity|hostage|ransom)", re.IGNORECASE)
# Who of them got free, and who did not: "but | two were let go, leaving | four in the hands of inmates".
ARE_LEFT = re.compile(
    rf"\bleaving (?P<who>(?:the other |another )?(?:{NUMBER}|one)(?: (?!(?:were|was|and|or|from|to|in|still)\b)[\w'’-]+){{0,3}}?) (?:still )?"
    rf"(?:in the hands of (?:(?:their|the) )?(?:\w+ )?{CAPTORS}|in captivity|held (?:hostage|captive))\b",
    re.IGNORECASE,
)
ARE_LET_GO = re.compile(
    rf"\b(?:seized|abducted|kidnapped|hostage|captive)\b[^.;]*? but (?P<who>{NUMBER}|one)(?: of them)? (?:was|were)(?: later| since)? (?:let go|freed|set free|released)\b",
    re.IGNORECASE,
)


OF_CAPTORS = re.compile(
    rf" of (?:the|those|its|their) (?:{NUMBER} )?(?:\w+ ){{0,2}}?{CAPTORS}\b", re.IGNORECASE
)
# Some of the captives, of whom more is told behind: "three of the five people abducted ... escaped".
GETS_FREE = ("free", "released", "let go", "escaped", "rescued", "liberated", "ransomed", "fled")
SOME_CAPTIVES = re.compile(rf"\b(?P<who>{NUMBER}|one)(?= of (?:the|those|its|their) )", re.IGNORECASE)


def who_is_left(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (slot, start, end) of captives of whom a sentence tells that they got free, and of those who did not."""
    if "leaving " in text or " but " in text:
        for slot, words in (("hostages", ARE_LEFT), ("rescued", ARE_LET_GO)):
            for found in words.finditer(text):
                yield slot, *found.span("who")
    if " of " in text and any(word in text for word in GETS_FREE) and HELD.search(text):
        for found in SOME_CAPTIVES.finditer(text):
            free = FREE.match(text, found.end())
            if free and HELD.search(free[0]) and not OF_CAPTORS.match(free[0]):
                yield "rescued", *found.span("who")


def are_captive(text: str, start: int, end: int) -> bool:
    """True for people [start, end) of whom a sentence tells that somebody who is no state has them in his power.

    "The front said it was holding | two officers", "six | are still held by the gunmen".
    """
    if LIVES.search(text, start, end):
        return False
    if IN_POWER.match(text, end):
        return True
    in_mutiny = HELD_IN.match(text, end) and IN_MUTINY.search(text)
    if (in_mutiny or SEIZED_AT.match(text, end)) and OF_FORCES.search(text, start, end):
        return True
    return HOLDING.search(text, 0, start) is not None and OF_FORCES.search(text, start, end) is not None


def are_held(text: str, before: str, end: int, role: str | None) -> bool:
    """True for people up to `end` whom captors hold, not the police: "nine girls escape kidnappers, | 40 still held".

    Of all but suspects the captors may be told of in the words `before` the sentence: "the police said that | 38 children were being held".
    """
    still = STILL_HELD.match(text, end)
    if still is None and (role == "attacker" or BEING_HELD.match(text, end) is None):
        return False
    return bool(OF_HOLDING.search(text) or (role != "attacker" and OF_HOLDING.search(before)))


def holds_nobody(text: str, start: int | None = None) -> bool:
    """True for people at `start` of a text, or behind it, whom nobody holds: "we do not have a suspect in custody".

    Of "any suspects" there are none.
    """
    at = len(text) if start is None else start
    return NOT_HOLDING.search(text, 0, at) is not None and not text.lower().startswith("any ", at)


def are_taken(text: str, start: int, end: int) -> bool:
    """True for people [start, end) whom a sentence tells to have been taken away, and not killed to the last of them."""
    taken = TAKING.search(text, 0, start) or (TOOK.search(text, 0, start) and AWAY.match(text, end))
    return bool(taken) and not LIVES.search(text, start, end) and not ALL_KILLED.match(text, end)


def by_state(text: str, start: int) -> bool:
    """True for people taken by soldiers or the police, who hold them in custody: "troops captured | 12 rebels"."""
    return bool(OF_STATE.search(text, 0, start))


def got_free(text: str, start: int, end: int) -> bool:
    """True for captives [start, end) whom a sentence tells to be free again: "nurses kidnapped in May have been freed"."""
    return bool(FREE.match(text, last_word(text, start, end))) and not is_some_of(text, start)


def is_bailed(text: str, end: int) -> bool:
    """True for people who end at `end` and are released after an arrest, not saved: "were freed on bail"."""
    return BAILED.match(text, end) is not None


def was_found(text: str, start: int, end: int) -> bool:
    """True for the missing [start, end) whom a sentence tells to have been found alive."""
    return bool(FOUND.match(text, last_word(text, start, end))) and not is_some_of(text, start)


def were_found(text: str, start: int, end: int) -> bool:
    """True for the missing [start, end) who are said to have been found, dead or alive."""
    if BODIES_OF.search(text, 0, start):
        return True
    return bool(FOUND_ANYHOW.match(text, last_word(text, start, end))) and not is_some_of(text, start)


def were_before(text: str, start: int, end: int) -> bool:
    """True for the missing [start, end) who, or of whom some, are said to be free or found: as many were lost before."""
    last = last_word(text, start, end)
    if is_some_of(text, start):
        return bool(FREE.match(text, last) or FOUND_ANYHOW.match(text, last))
    return bool(FREE.match(text, last) or FOUND.match(text, last) or HAD_BEEN_LOST.match(text, end))


def with_freed(stretch: Stretch, page: Page) -> list[Stretch]:
    """Return captives who are free again, and the missing who were found alive, as both: they were held, and are rescued."""
    free = {"hostages": got_free, "missing": was_found}.get(stretch.tag)
    sentence = page.at(stretch.span)
    start, end = max(0, stretch.span.start - sentence.start), stretch.span.end - sentence.start
    if free is None or not free(sentence.text, start, end):
        return [stretch]
    freed = replace(stretch, tag="rescued")
    held = LOST if stretch.tag == "missing" else HELD
    is_told = held.search(sentence.text, start if stretch.tag == "missing" else 0) is not None
    is_told = is_told and SOME_OF.match(sentence.text, start) is None
    return [stretch, freed] if is_told else [freed]


def last_word(text: str, start: int, end: int) -> int:
    """Return the end of people, or where their last word begins if that tells what had befallen them: "nurses | kidnapped"."""
    last = BEFALLEN.search(text, start, end)
    return last.start() if last else end


def is_freed(text: str, start: int, end: int) -> bool:
    """True for captives [start, end) who are said to have been freed."""
    return bool(CAPTIVE.search(text, start, end + CAPTIVE_NEAR) and FREED.search(text, 0, start))
