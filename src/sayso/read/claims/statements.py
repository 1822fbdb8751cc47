"""The claims of one account beside each other: which say the same, and which people shot are dead and hurt together."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model import Claim, Count, Label, Report, retold
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import HEDGE, NUMBER
from sayso.read.text.page import Page
from sayso.read.text.words import DOERS

__all__ = [
    "all_shot",
    "as_hurt",
    "exact",
    "in_their_role",
    "is_same",
    "lived",
    "of_no_fate",
    "of_the_hurt",
    "only_some_died",
    "who_died",
    "with_killer",
]

# People of whom it is not said who they are.
WHOEVER = re.compile(
    r"(?:(?:the|all|only|a total of) )*[\w-]+(?: (?:(?:other )?(?:people|persons|bodies|men|members)|others|dead|deaths|victims|lives)\b.*)?",
    re.IGNORECASE,
)
NO_KILLER = frozenset({"victim", "responder"})
# The parts of those who die in a fight.
IN_FIGHT = frozenset({"victim", "combatant"})
# A number alone, or with what became of them.
NO_SORT = re.compile(
    rf"(?:{HEDGE} )?[\w,-]+(?: of them)?(?: (?:dead|killed|deaths|others|more|injured|wounded))?",
    re.IGNORECASE,
)
SHOT = re.compile(r"\b(?:shot|shoots?|shootings?|gunshot|struck|hit|gunned)\b", re.IGNORECASE)
OFFICERS = re.compile(r"\b(?:officer|deput|trooper|constable|policem|firefighter|paramedic)", re.IGNORECASE)
PEOPLE = re.compile(r"\b(?:people|persons|victims)\b", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:others?|another|more|rest|remaining)\b", re.IGNORECASE)
DEADLY = re.compile(
    r"\b(?:dead|die[sd]?|death|kill\w*|fatal\w*|murder\w*|slain|lives|injur\w+|wounded|hurt|graz\w+)\b",
    re.IGNORECASE,
)
# How people are hit, with those hit as what they are called by.
HIT = re.compile(rf"{SHOT.pattern}|\b(?:stab|slash|knif|beat|victim)\w*", re.IGNORECASE)
# Words of death; who tries to murder somebody has not killed him, nor is "late on Friday" or "not life-threatening" one.
DEATH = re.compile(
    r"\b(?:dead\w*|die[sd]?|dying|deaths?|deceased|kill\w*|fatal\w*|(?<!attempted )murder\w*|slain|slay\w*|homicid\w*"
    r"|manslaughter|massacre\w*|body|bodies|li(?:fe|ves)(?![- ]threat)|loss|lost|toll|perish\w*|funerals?|memorials?|mourn\w*|executed"
    r"|assassinat\w*|suicid\w*|coroner\w*|autopsy|(?<=\b(?:the|his|her|our) )late|gunned|succumb\w*|lifeless|grie[fv]\w*|victims?['’]s? famil\w+)\b",
    re.IGNORECASE,
)


def as_hurt(claim: Claim, report: Report) -> Claim:
    """Return people hit as hurt where no word of the whole report is of death: "the shooting of a boy"."""
    if claim.slot != "killed" or not HIT.search(claim.span.quote):
        return claim
    if DEATH.search(report.title or "") or DEATH.search(report.text):
        return claim
    return retold(claim, slot="injured")


# How a report tells that whoever did it died.
KILLER_DIED = re.compile(
    r"\b(?:himself|herself|themselves|suicid\w*|own life|(?:shot|killed|gunned down) by (?:police|officers|deputies|troops|soldiers|security|guards)"
    rf"|(?:{DOERS}|suspects?|terrorists?) (?:(?:was|were|is|are|also|has|have|had) )*(?:dead|died|dies|killed))\b",
    re.IGNORECASE,
)
KILLED_HIM = re.compile(
    r"\b(?:kill(?:s|ed|ing)|(?:shoots?|shot|shooting) dead|fatally (?:shot|shooting)) (?:(?:the|an?|both|all|one|two|three) )?(?:[\w-]+ )?"
    rf"(?:{DOERS}|suspects?|terrorists?)\b",
    re.IGNORECASE,
)


def lived(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Return people shot as hurt where the account counts as many hurt and no words of it tell of a death.

    "The shootings of four neighbours" over "the four victims are recovering".
    """
    number = exact(claim)
    if claim.slot != "killed" or number is None or number < 2 or not SHOT.search(claim.span.quote):
        return claim
    rows = [other for other in told if other.polarity == "positive"]
    if any(other.slot == "killed" and DEATH.search(other.span.quote) for other in rows):
        return claim
    if not any(other.slot == "injured" and exact(other) == number for other in rows):
        return claim
    return retold(claim, slot="injured")


SOME_OF_THEM = re.compile(rf"(?:{NUMBER}|one)(?: of (?:them|whom|the [\w ]{{2,20}}))?", re.IGNORECASE)


def only_some_died(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return people taken for dead as hit where no word of theirs is of death and their account has only some of them dead.

    "Officers found two men with gunshot wounds. One later died."
    """
    number = exact(claim)
    if claim.slot != "killed" or number is None or number < 2 or DEATH.search(page.at(claim.span).text):
        return claim
    dead = [o for o in told if (o.slot, o.polarity, o.role) == ("killed", "positive", claim.role)]
    dead = [o for o in dead if DEATH.search(page.at(o.span).text)]
    some = [o for o in dead if (exact(o) or number) < number and SOME_OF_THEM.fullmatch(o.who or "")]
    if not some or len(some) < len(dead):
        return claim
    return retold(claim, slot="casualties")


# How somebody is hit, and what tells that he lived, or that others were hit.
STRUCK = re.compile(
    r"\b(?:hit|hits|hitting|struck|strikes|striking|shot|shoots|shooting|fired)\b", re.IGNORECASE
)
HE_LIVED = re.compile(
    r"\b(?:injur\w*|wound\w*|hurt|graz\w*|surviv\w*|critical\w*|serious\w*|stable|condition|hospital\w*|surgery|(?:non-?)?life|recover\w*"
    r"|legs?|arms?|f[oe]+t|hands?|shoulders?|thighs?|buttocks|back|missed|attempt\w*|tried|court)\b",
    re.IGNORECASE,
)
ONE_MORE = re.compile(r"\b(?:others?|another|more|second|third|also|too|separate)\b", re.IGNORECASE)


def who_died(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return the one who was hit as dead where the account tells of one dead, of nobody else hurt, and not that he lived.

    "The gun went off, hitting one of the friends", of a fatal shooting of one man.
    """
    if (claim.slot, claim.polarity) != ("injured", "positive") or exact(claim) != 1:
        return claim
    words = page.at(claim.span).text
    if not STRUCK.search(claim.span.quote) or HE_LIVED.search(words) or ONE_MORE.search(words):
        return claim
    rows = [other for other in told if other is not claim and other.polarity == "positive"]
    if any(other.slot in ("injured", "critical", "hospitalised", "casualties") for other in rows):
        return claim
    dead = [other for other in rows if other.slot == "killed"]
    if not dead or any((exact(other), other.role) != (1, claim.role) for other in dead):
        return claim
    return retold(claim, slot="killed")


# Whom somebody kills, whose own fate that is not: "a man who shot and killed two nurses", "held after killing an officer".
KILLS = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bbeing )\b(?:(?:shot|stabbed) and )?"
    r"(?:(?:kills|murders|killing|murdering)\b(?! (?:him|her|them)sel(?:f|ves)\b| self\b)"
    r"|(?:killed|murdered|shot dead|fatally (?:shot|stabbed))"
    rf"(?= (?:(?:an?|the|his|her|their|its|one|at least|more than|some|several|{NUMBER}) (?!\w+day\b)|(?!\w+day\b)[A-Z])))"
)


def of_no_fate(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return attackers taken for dead as of unknown fate where their account tells nowhere that any died.

    "Two were killed. A shop assistant said he had seen two attackers." "A man shot dead his mother."
    """
    if not isinstance(claim.value, Label) or (claim.slot, claim.value.code) != ("suspect", "killed"):
        return claim
    sentence = page.at(claim.span)
    end = claim.span.end - sentence.start
    if DEATH.search(sentence.text, 0, end) or DEATH.search(KILLS.sub("", sentence.text[end:])):
        return claim
    if any(KILLER_DIED.search(KILLS.sub("", s.text)) or KILLED_HIM.search(s.text) for s in page.sentences):
        return claim
    if any(o.slot == "killed" and o.role not in NO_KILLER and o.polarity == "positive" for o in told):
        return claim
    return retold(claim, value=replace(claim.value, code="unknown"))


def of_the_hurt(claim: Claim, told: Sequence[Claim], page: Page) -> Claim:
    """Return somebody named who is taken for dead as hurt where his sentence counts him so, and no words of it tell of a death.

    "He then stabbed Ana Bern, 24": of whoever else he is convicted of killing, she was hurt.
    """
    if not isinstance(claim.value, Label) or (claim.slot, claim.value.code) != ("victim", "killed"):
        return claim
    sentence = page.at(claim.span)
    if DEATH.search(sentence.text):
        return claim
    surname = claim.value.text.split()[-1]
    slots = {
        o.slot
        for o in told
        if o.polarity == "positive" and sentence.holds(o.span) and surname in (o.who or "")
    }
    if "killed" in slots or not slots & {"injured", "critical", "hospitalised"}:
        return claim
    return retold(claim, value=replace(claim.value, code="injured"))


def all_shot(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Return people shot as casualties where the report parts them into dead and hurt: "shot three; two died"."""
    quote = claim.span.quote
    if claim.slot not in ("killed", "injured") or not SHOT.search(quote) or DEADLY.search(quote):
        return claim
    if OTHERS.search(claim.who or ""):
        return claim
    number = exact(claim)
    others = [o for o in told if o is not claim and (o.polarity, o.standing) == ("positive", "current")]
    dead = [exact(o) or 0 for o in others if o.slot == "killed" and are_alike(o, claim)]
    hurt = [(exact(other) or 0, is_number(other)) for other in others if other.slot == "injured"]
    parted = any(d and h and d + h == number and (d > 1 or counted) for d in dead for h, counted in hurt)
    if number is None or not (parted or some_died(claim, others, dead)):
        return claim
    return retold(claim, slot="casualties")


def some_died(claim: Claim, others: Sequence[Claim], dead: Sequence[int]) -> bool:
    """True for people shot of whom some are told to have died, and who are not counted as the hurt elsewhere as well."""
    number = exact(claim) or 0
    if claim.slot != "injured" or not PEOPLE.search(claim.who or ""):
        return False
    hurt = any(exact(o) == number for o in others if o.slot in ("injured", "hospitalised"))
    totals = {exact(other) for other in others if other.slot == "casualties"}
    return not hurt and any(0 < d < number and d + number not in totals for d in dead)


def are_alike(dead: Claim, shot: Claim) -> bool:
    """True for dead of whom people shot can be some: no attackers, and no others where helpers were shot."""
    if shot.role != "responder":
        return dead.role != "attacker"
    return dead.role in ("responder", "all") or bool(OFFICERS.search(dead.who or ""))


def in_their_role(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Return people of whom no more than the number is told in the role of as many who are called something.

    "18 of them" are the "18 rebels" of the headline; "31 killed" over "31 people" are people.
    """
    number = claim.value.low if isinstance(claim.value, Count) else None
    if claim.slot not in ("killed", "injured") or (number or 0) < 2 or not NO_SORT.fullmatch(claim.who or ""):
        return claim
    alike = [o for o in told if (o.slot, o.value) == (claim.slot, claim.value) and o is not claim]
    roles = {o.role for o in alike if not NO_SORT.fullmatch(o.who or "")}
    if len(roles) != 1 or claim.role in roles or not {claim.role, *roles} <= IN_FIGHT:
        return claim
    return retold(claim, role=roles.pop())


def with_killer(claim: Claim, told: Sequence[Claim]) -> Claim:
    """Return a toll as one of all where the account counts the dead killer among the victims."""
    if not counts_killer(claim, told):
        return claim
    return retold(claim, role="all")


def counts_killer(claim: Claim, told: Sequence[Claim]) -> bool:
    """True for the dead of whom an account also counts one fewer, where one who did it is dead and no more have died.

    So are as many as those whom it counts with the killer, whoever they are, where it does not count him by himself.
    """
    number = exact(claim)
    if (claim.slot, claim.role) != ("killed", "victim") or number is None or number < 2:
        return False
    dead = [o for o in told if o.slot == "killed" and (o.polarity, o.standing) == ("positive", "current")]
    if any(o.role == "all" and exact(o) == number for o in dead):
        alone = not any(o.role == "attacker" for o in dead)
        return alone or WHOEVER.fullmatch(claim.who or "") is not None
    if not WHOEVER.fullmatch(claim.who or ""):
        return False
    killers = max((exact(o) or 0 for o in dead if o.role == "attacker"), default=0)
    tolls = {exact(o) or 0 for o in dead if o.role in ("victim", "all")}
    return killers > 0 and number - killers in tolls and number == max(tolls)


def is_number(claim: Claim) -> bool:
    """True for people who are counted ("one other", "two women"), not for one who is described."""
    return exact(claim) != 1 or read_quantity((claim.who or "").split()) is not None


def exact(claim: Claim) -> int | None:
    """Return the number of a claim that gives one."""
    value = claim.value
    return value.low if isinstance(value, Count) and value.low == value.high else None


def is_same(claim: Claim, other: Claim) -> bool:
    """True when two claims of one account are one statement: the same speaker, value and people."""
    if (claim.slot, claim.role, claim.speaker.name, claim.polarity) != (
        other.slot, other.role, other.speaker.name, other.polarity,
    ):  # fmt: skip
        return False
    if isinstance(claim.value, Label) or isinstance(other.value, Label):
        return (
            isinstance(claim.value, Label)
            and isinstance(other.value, Label)
            and (claim.value.text.lower(), claim.value.code) == (other.value.text.lower(), other.value.code)
        )
    if claim.value != other.value:
        return False
    one = claim.value.low == claim.value.high == 1
    again = (claim.who, claim.span) == (other.who, other.span)
    return not one or again or is_known(claim.who or "", other.who or "")


def is_known(who: str, other: str) -> bool:
    """True when words for one person can be another mention of somebody named before."""
    words = set(re.findall(r"\w{3,}", who.lower())) - {"the", "and", "year", "old", "man", "woman"}
    return who.lower().split(" ")[0] in ("the", "he", "she", "him", "her", "his") or bool(
        words & set(re.findall(r"\w{3,}", other.lower()))
    )
