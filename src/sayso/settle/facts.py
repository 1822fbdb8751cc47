"""The findings on the nine fact slots: one for each thing said, whoever says it and in whatever words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from sayso.model import FACT_SLOTS, Finding, Label, Status
from sayso.settle.evidence import Said, Selection
from sayso.settle.persons import fold, name_of, persons
from sayso.settle.voices import directness, merged

__all__ = ["PERSONS", "settle_facts"]

PERSONS = frozenset({"suspect", "victim"})
FULLER = frozenset({"weapon", "motive", "cause", "responsibility"})
CODED = frozenset({"responsibility"})  # what is claimed, denied and blamed stands side by side

_RANK: dict[str, int] = {
    "unknown": 0, "identified": 1, "at-large": 1, "detained": 2, "charged": 3, "convicted": 4,
    "missing": 0, "injured": 1, "killed": 5,
}  # fmt: skip
"""How far a person's fate or case has come; of one moment the furthest is shown."""

_SMALL = frozenset(
    {"the", "a", "an", "of", "his", "her", "their", "some", "mr", "mrs", "ms", "dr", "jr", "sr", "ii", "iii"}
)


def settle_facts(incident_id: str, selection: Selection, as_of: datetime | None) -> list[Finding]:
    """Return one finding for each distinct thing said on each fact slot, in the order first said.

    Labels are one where their words are the same but for case, articles and plural, or where one says the
    same in fewer words; persons as `persons` tells. Findings on a slot are in the order first published.
    A statement and its denial meet in one finding, which is then disputed, or withdrawn where
    the same voice takes it back.
    """
    found = []
    by_slot: dict[str, list[Said]] = defaultdict(list)
    for one in selection.standing:
        by_slot[one.claim.slot].append(one)
    for slot in FACT_SLOTS:
        for rows in _things(slot, by_slot[slot]):
            found.append(_finding(incident_id, slot, rows, as_of))
    return found


def _things(slot: str, said: Sequence[Said]) -> list[list[Said]]:
    """Return what was said, together where it is of one thing."""
    if slot in PERSONS:
        return persons(said)
    things: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in said:
        things[_key(slot, one.claim.value)].append(one)
    if slot in FULLER:
        _pour_into_fuller(things)
    if slot in CODED:
        _pour_into_named(things)
        _pour_into_claims(things)
    return sorted(things.values(), key=lambda rows: rows[0].order)


def _pour_into_fuller(things: dict[tuple[str, ...], list[Said]]) -> None:
    """Put what is said in fewer words ("a rifle") with the one thing that says the same and more of it."""
    for key in sorted(things, key=len):
        fuller = [other for other in things if len(other) > len(key) > 1 and set(key) < set(other)]
        if len(fuller) == 1:
            together = things.pop(key) + things[fuller[0]]
            things[fuller[0]] = sorted(together, key=lambda one: one.order)


_SORT = frozenset(
    {"group", "jihadist", "militant", "rebel", "armed", "front", "insurgent", "fighter", "movement", "gunmen",
     "organisation", "organization", "islamist", "extremist", "faction", "affiliate", "guerrilla"}
)  # fmt: skip
"""Words for a group that tell what it is, and not which."""


def _pour_into_named(things: dict[tuple[str, ...], list[Said]]) -> None:
    """Put what is said of "the group" with the one that is named and does the same, where only one is."""
    for key in [key for key in things if set(key[1:]) <= _SORT]:
        named = [other for other in things if other[0] == key[0] and not set(other[1:]) <= _SORT]
        if len(named) == 1:
            together = things.pop(key) + things[named[0]]
            things[named[0]] = sorted(together, key=lambda one: one.order)


_NOBODY = frozenset("nobody none no neither nor".split())
"""Words for those who have not claimed it, first or alone: "nobody", "no group"."""


def _pour_into_claims(things: dict[tuple[str, ...], list[Said]]) -> None:
    """Put "nobody has claimed it" with who has claimed it since."""
    nobody = [key for key in things if all(_names_nobody(one) for one in things[key])]
    claimed = [rows for key, rows in things.items() if key[0] == "claimed" and key not in nobody]
    since = [one.at for rows in claimed for one in rows if one.claim.polarity == "positive"]
    for key in nobody:
        if since and max(one.at for one in things[key]) < max(since):
            claimed[0][:0] = things.pop(key)


def _names_nobody(one: Said) -> bool:
    return bool(_NOBODY.intersection(_telling(one.text)[:1]))


def _key(slot: str, value: object) -> tuple[str, ...]:
    """Return what makes two labels of a slot the same thing."""
    assert isinstance(value, Label)
    words = list(_telling(value.text))
    if slot == "time" and value.code:
        return (value.code,)
    code = value.code or "" if slot in CODED else ""
    words = [word[:-1] if len(word) > 3 and word.endswith("s") else word for word in words]
    if slot in CODED:
        words = [word for word in words if word not in _SORT] or words
    return (code, *words)


@lru_cache(maxsize=1 << 14)
def _telling(text: str) -> tuple[str, ...]:
    """Return the words of a label but for articles and the like, without case and accents."""
    return tuple(word for word in re.findall(r"\w+", fold(text)) if word not in _SMALL)


def _finding(incident_id: str, slot: str, rows: Sequence[Said], as_of: datetime | None) -> Finding:
    """Return the finding on one thing: the last word of each voice, for it or against it."""
    telling = [one for one in rows if not _names_nobody(one)] or rows
    last = {one.voice.name: one for one in telling}
    held = [one for one in telling if one.claim.polarity == last[one.voice.name].claim.polarity]
    pro = [one for one in held if one.claim.polarity == "positive"]
    con = [one for one in held if one.claim.polarity == "negative"]
    given = pro or con
    kept = {one.claim.id for one in held}
    return Finding(
        incident_id=incident_id,
        slot=slot,
        label=_label(slot, given),
        standing=_standing(pro, con, telling),
        support=tuple(one.claim.id for one in given),
        rivals=tuple(one.claim.id for one in con) if pro else (),
        trail=tuple(one.claim.id for one in rows if one.claim.id not in kept),
        voices=merged(one.voice for one in given),
        as_of=as_of,
        rule="named" if pro else "denied",
    )


def _standing(pro: Sequence[Said], con: Sequence[Said], rows: Sequence[Said]) -> Status:
    if pro and con:
        return "disputed"
    if not pro and any(one.claim.polarity == "positive" for one in rows):
        return "withdrawn"
    return "single" if len({one.voice.name for one in pro or con}) == 1 else "agreed"


def _label(slot: str, rows: Sequence[Said]) -> Label:
    """Return the fullest words for a thing, a name before a description, and the furthest code."""
    fullest = max(rows, key=lambda one: (*_fullness(slot, one.text), directness(one.voice), one.order))
    coded = [one for one in rows if isinstance(one.claim.value, Label) and one.claim.value.code]
    if not coded:
        return Label(text=fullest.text)
    code = (
        max((_code(one) for one in coded), key=lambda word: _RANK.get(word, 0))
        if slot in PERSONS
        else _code(coded[-1])
    )
    return Label(text=fullest.text, code=code)


def _fullness(slot: str, text: str) -> tuple[int, int]:
    """Return how much a label tells: of a person his name, and of names the longer."""
    if slot not in PERSONS:
        words = _telling(text)
        named = slot in CODED and not set(words) <= _SORT
        return (int(named), len(words) if slot in FULLER else 0)
    given, surname = name_of(text)
    return ((given is not None) + (surname is not None), len(text))


def _code(said: Said) -> str:
    value = said.claim.value
    return (value.code or "") if isinstance(value, Label) else ""
