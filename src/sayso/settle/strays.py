"""Numbers that one voice gives against the headlines: they only may be so."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.settle.evidence import Said

__all__ = ["doubted", "elsewhere"]

SLOTS = ("killed", "injured")
# A headline that names one of many: "British tourist among dead in Bali blast".
AMONG = re.compile(r"\b(?:among|amid|one of|including)\b", re.IGNORECASE)

# A toll that somebody's death brings to so many, which is not the year's.
BROUGHT_TO = re.compile(
    r"\b(?:bring(?:s|ing)|brought|rais(?:es|ed|ing)|toll|(?:tak(?:es|ing)|took) the number)\b", re.IGNORECASE
)
OF_THE_YEAR = re.compile(
    r"\b(?:years?|months?|homicides?|murders?|city|county|(?:19|20)\d\d)\b", re.IGNORECASE
)

_ON_DUTY = re.compile(
    r"\b(?:officer|police\w*|deputy|trooper|lawman|soldier|guard|firefighter|paramedic)\b", re.I
)
"""Whose death is the headline, whoever else died."""


_JOINED = re.compile(
    r"(?:[Bb]oth )?(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:(?!and\b|of\b)[\w'’-]+ ){1,4}"
    r"|(?:[A-Z][\w'’.-]+ ){1,4})and "
    r"(?:(?:an?|the|his|her|their) )?(?!\d)\w"
)
"""People told of one beside the other, whom nobody counted: "a judge and her guard"."""


def doubted(said: Sequence[Said]) -> list[Said]:
    """Return the rows with those marked as possible that stand alone against every headline.

    Where headlines tell of one person dead or hurt, and none of more, a larger number that a single voice
    gives of people in the same role, and no report's headline follows, is mostly the toll of something else
    (of the year, of another night) or a slip of reading. It widens the span as a rival, and does not set the
    figure, unless a person judged it right, or somebody tells who they are ("a judge and her guard"). What
    was published after the last headline may be news.
    """
    doubtful = {one.claim.id for slot in SLOTS for one in _strays([o for o in said if _told(o, slot)])}
    return [_possible(one) if one.claim.id in doubtful else one for one in said]


LIVED = re.compile(
    r"\b(?:injur\w+|wound\w*|hurts?|graz\w+|recover\w*|surviv\w*|non-?fatal\w*)\b", re.IGNORECASE
)
"""Words of a headline by which those hit are alive."""

DIED_OF_WOUNDS = re.compile(
    r"\b(?:later died|died (?:later|from|of|at)|succumb\w*|di(?:ed|es) (?:in|at) (?:the |an? )?hospital"
    r"|life support)\b",
    re.IGNORECASE,
)
BESIDE = 120
"""Code points within which the dead are told of together with the hurt."""


def elsewhere(said: Sequence[Said]) -> list[Said]:
    """Return the dead of something else: those mentioned aside, and those under a headline on the hurt."""
    return _mentioned(said) or _beneath(said)


def _mentioned(said: Sequence[Said]) -> list[Said]:
    """Return the dead of whom only reports on something else tell, where one on the incident has hurt only.

    "Eight were wounded here, and ten died there": not what was published after the last report on it.
    """
    dead = [one for one in said if _told(one, "killed") and one.low]
    if not dead or any(one.main or one.right for one in dead):
        return []
    hurt = [one.at for one in said if one.main and _told(one, "injured") and one.low]
    return dead if hurt and max(hurt) >= max(one.at for one in dead) else []


def _beneath(said: Sequence[Said]) -> list[Said]:
    """Return the dead whom a single report mentions under a headline on the hurt.

    Where headlines tell of hurt only, and one report has dead far from where it tells of the hurt, these are
    mostly of another night. Not those who are said to have died since, nor whom a person judged to be right.
    """
    titles = [one for one in said if one.claim.span.field == "title" and (one.low or 0) > 0]
    hurt = {
        one.report.id for one in titles if one.claim.slot == "injured" and LIVED.search(one.claim.span.quote)
    }
    if not hurt or any(one.claim.slot in ("killed", "casualties") for one in titles):
        return []
    dead = [one for one in said if _told(one, "killed") and one.low]
    if len({one.report.id for one in dead}) != 1 or dead[0].report.id not in hurt:
        return []
    beside = [one for one in said if one.claim.slot == "injured" and one.report.id == dead[0].report.id]
    firm = any(
        one.right
        or one.claim.role != "victim"
        or DIED_OF_WOUNDS.search(one.claim.span.quote)
        or any(_near(one, other) for other in beside)
        for one in dead
    )
    return [] if firm else dead


def _near(one: Said, other: Said) -> bool:
    """Tell whether two rows of a report's text stand close together."""
    if other.claim.span.field != one.claim.span.field:
        return False
    return abs(one.claim.span.start - other.claim.span.start) < BESIDE


def _told(one: Said, slot: str) -> bool:
    return one.claim.slot == slot and one.claim.polarity == "positive" and one.low is not None


def _strays(rows: Sequence[Said]) -> list[Said]:
    """Return the rows of one slot that stand alone against the headlines."""
    headlines = [one for one in rows if one.claim.span.field == "title"]
    if not headlines or any((one.low or 0) > 1 or AMONG.search(one.claim.span.quote) for one in headlines):
        return []
    titles = Counter(h.report.id for h in headlines)
    telling = [h for h in headlines if titles[h.report.id] == 1 and not _ON_DUTY.search(h.claim.who or "")]
    voices: dict[int | None, set[str]] = defaultdict(set)
    for one in rows:
        voices[one.low].add(one.voice.name)
    joined = {one.low for one in rows if _JOINED.match(one.claim.who or "")}
    return [
        one
        for one in rows
        if (one.low or 0) > 1
        and len(voices[one.low]) == 1
        and one.low not in joined
        and one.right is None
        and not _brought_to(one)
        and any(h.low == 1 and h.claim.role == one.claim.role and h.at >= one.at for h in telling)
    ]


def _brought_to(one: Said) -> bool:
    """Tell whether a row says that a death brings the toll to so many."""
    quote = one.claim.span.quote
    return bool(BROUGHT_TO.search(quote)) and not OF_THE_YEAR.search(quote)


def _possible(one: Said) -> Said:
    return replace(one, claim=replace(one.claim, certainty="possible"))
