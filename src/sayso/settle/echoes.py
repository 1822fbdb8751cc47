"""Who says in other words what a figure says: "in critical condition" is hurt, "at large" is not held."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Label, Role
from sayso.settle.evidence import Said, Selection
from sayso.settle.persons import fold, name_of
from sayso.settle.ranges import Settled
from sayso.settle.told import Statement
from sayso.settle.voices import DIRECT, directness

__all__ = ["echoed"]

Key = tuple[str, Role]

IMPLIES: dict[str, str] = {"critical": "injured"}
"""Counts whose people are all of another count too."""

HELD = frozenset({"detained", "charged", "convicted"})
"""What a speaker at first hand says of somebody who is held, so that he too says that he is."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def echoed(
    key: Key,
    settled: Settled,
    told: Mapping[Key, Sequence[Statement]],
    said: Sequence[Said],
    selection: Selection,
) -> Settled:
    """Return what was settled with the voices that say the same in other words; the figure stays as it is.

    As many in critical condition are as many hurt. A prosecutor who has charged the one whom another holds
    agrees with him, and the police, for whom the suspect is at large, with whoever knows of no arrest. What
    stands in the very reports that give the figure adds no voice to it.
    """
    if settled.standing not in ("single", "agreed") or settled.best is None:
        return settled
    slot, role = key
    others = [one for name, of in IMPLIES.items() if of == slot for one in told.get((name, role), ())]
    if slot == "detained" and role == "attacker":
        others += _cases(settled.best, said, selection)
    heard = {one.voice.name for one in settled.support}
    quoting = {ref for one in settled.support for ref in one.voice.report_ids}
    fresh: dict[str, Statement] = {}
    for one in others:
        adds = not set(one.voice.report_ids) <= quoting
        if one.low == settled.best and adds and one.voice.name not in heard and not one.possible:
            fresh[one.voice.name] = one
    if not fresh:
        return settled
    added = tuple(fresh.values())
    return settled._replace(
        standing="agreed",
        rule="voices agree" if settled.rule == "one voice" else settled.rule,
        support=(*settled.support, *added),
        carriers=(*settled.carriers, *added),
    )


def _cases(held: int, said: Sequence[Said], selection: Selection) -> Iterator[Statement]:
    """Yield what is said of suspects whose case shows that so many are held.

    By speakers at first hand; by an outlet only that the one who is held, or somebody unnamed, is charged.
    """
    suspects = [one for one in selection.standing if one.claim.slot == "suspect"]
    if not suspects:
        return
    named = set(_WORD.findall(fold(" ".join(f"{o.claim.who or ''} {o.claim.span.quote}" for o in said))))
    for one in suspects:
        value = one.claim.value
        if not isinstance(value, Label) or one.claim.polarity != "positive":
            continue
        surname = name_of(value.text)[1]
        if one.claim.speaker.narrates:
            if held == 1 and value.code == "charged" and (surname is None or surname in named):
                yield _statement(one, held)
        elif directness(one.voice) >= DIRECT:
            if held and value.code in HELD and surname in named:
                yield _statement(one, held)
            elif not held and value.code == "at-large":
                yield _statement(one, 0)


def _statement(one: Said, people: int) -> Statement:
    """Return what is said of a suspect's case as a statement that so many are held."""
    return Statement(
        voice=one.voice,
        low=people,
        high=None,
        at=one.at,
        day_only=one.day_only,
        total=False,
        firm=True,
        possible=one.claim.certainty == "possible",
        right=one.right,
        claims=(one.claim.id,),
    )
