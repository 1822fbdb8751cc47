"""Who denies a figure: a denial gives none of its own, and stands against the one that it is of."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.model import Count
from sayso.settle.evidence import Said
from sayso.settle.ranges import Settled
from sayso.settle.statements import NOT_COUNTED

__all__ = ["Denials", "denials"]


class Denials(NamedTuple):
    """The claims that deny the figure that is printed, those that deny another, and whether they weigh."""

    against: tuple[str, ...]
    others: tuple[str, ...]
    weigh: bool


def denials(slot: str, settled: Settled | None, said: Sequence[Said]) -> Denials:
    """Return the denials among what was said on a count, of whoever has said nothing since.

    They make a dispute where somebody is quoted for them who is no party that claims the deed. Who denies
    that there was another gunman is not against the one.
    """
    last = {one.voice.name: one.report.id for one in said}
    held = [one for one in said if one.claim.polarity == "negative" and last[one.voice.name] == one.report.id]
    best = settled.best if settled else None
    against = [one for one in held if best is None or (slot not in NOT_COUNTED and _covers(one, best))]
    return Denials(
        tuple(one.claim.id for one in against),
        tuple(one.claim.id for one in held if one not in against),
        any(not one.claim.speaker.narrates and one.voice.kind != "claimant" for one in against),
    )


def _covers(one: Said, best: int) -> bool:
    """Tell whether a figure is one that a claim denies."""
    value = one.claim.value
    if not isinstance(value, Count):
        return False
    return (value.low or 0) <= best and (value.high is None or best <= value.high)
