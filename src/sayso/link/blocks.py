"""Which accounts are worth comparing: those that share a key."""

from datetime import date, timedelta

from sayso.link.scores import GREAT
from sayso.link.sketches import Sketch
from sayso.model import EVERYDAY_KINDS

__all__ = ["block_keys"]

CELL_DAYS = 16  # days of a time cell; neighbours are covered by giving each day's cell and the next
RAREST_WORDS = 16  # words of an account that are keys together with its time cell
_EPOCH = date(1970, 1, 1)


def block_keys(sketch: Sketch) -> tuple[str, ...]:
    """Return the keys of a sketch, sorted; two accounts are compared only if they share one.

    Persons' names bring late follow-ups home whatever the day, and so does the city where the toll is great:
    a city has few such incidents. Place, streets and rare words count only within neighbouring days, so that
    the number of comparisons does not grow with the book; and so does the country alone, for great tolls.
    Accounts of one report share a key, so that they are compared and kept apart.
    """
    keys = {f"report|{sketch.report_id}"}
    keys.update(f"person|{name}" for name in sketch.people)
    cells = _cells(sketch)
    keys.update(f"house|{house}|{cell}" for house in sketch.houses for cell in cells)
    if _is_great(sketch):
        if sketch.city:
            keys.add(f"great|{sketch.city}")
        if sketch.country:
            keys.update(f"great|{sketch.country}|{cell}" for cell in cells)
    words = sketch.words[:RAREST_WORDS]
    for cell in cells:
        if sketch.city:
            keys.add(f"city|{sketch.city}|{sketch.country}|{cell}")
        keys.update(f"street|{street}|{cell}" for street in sketch.streets)
        keys.update(f"word|{word}|{cell}" for word in words)
    return tuple(sorted(keys))


def _is_great(sketch: Sketch) -> bool:
    """Tell whether so many are dead or hurt that few incidents are as great."""
    return any(toll is not None and (toll.low or 0) >= GREAT for toll in (sketch.killed, sketch.injured))


def _cells(sketch: Sketch) -> tuple[str, ...]:
    """Return the time cells that a sketch falls in: of the day it happened, and of the day it was told.

    Where only a month is told, as at a trial, those of what does not happen every day.
    """
    days = {sketch.published} if sketch.published else set()
    if sketch.happened and sketch.happened.grain == "day":
        days.add(sketch.happened.start)
    elif sketch.happened and sketch.happened.grain == "month" and sketch.kind not in EVERYDAY_KINDS:
        days |= {sketch.happened.start, sketch.happened.end}
    numbers = {
        ((day - _EPOCH) + timedelta(days=off)).days // CELL_DAYS
        for day in days
        for off in (0, CELL_DAYS // 2)
    }
    return tuple(str(number) for number in sorted(numbers)) or ("no day",)
