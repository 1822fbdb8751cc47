"""Which accounts are worth comparing: those that share a key."""

from datetime import date, timedelta

from sayso.link.rarity import RAREST, rarity
from sayso.link.scores import DEADLY, GREAT
from sayso.link.sketches import Sketch
from sayso.model import EVERYDAY_KINDS

__all__ = ["block_keys"]

CELL_DAYS = 16  # days of a time cell; neighbours are covered by giving each day's cell and the next
SEASON_DAYS = 60  # days of the cell of what is not told every day: it is followed up for a month
RAREST_WORDS = 16  # words of an account that are keys together with its time cell
_EPOCH = date(1970, 1, 1)


def block_keys(sketch: Sketch) -> tuple[str, ...]:
    """Return the keys of a sketch, sorted; two accounts are compared only if they share one.

    Persons' names bring late follow-ups home whatever the day, and so does the city where the toll is great:
    a city has few such incidents. Place, streets and rare words count only within neighbouring days, so that
    the number of comparisons does not grow with the book; and so does the country alone, for great tolls.
    Names hardly ever heard bring home what follows within weeks of what does not happen every day.
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
    if _is_rare(sketch):
        names = [word for word in words if word in sketch.names and rarity(word) >= RAREST]
        seasons = _cells(sketch, SEASON_DAYS)
        keys.update(f"name|{name}|{cell}" for name in names for cell in seasons)
    return tuple(sorted(keys))


def _is_rare(sketch: Sketch) -> bool:
    """Tell whether an account is of what does not happen every day in a town, by its kind or its dead."""
    dead = sketch.killed.low or 0 if sketch.killed else 0
    return sketch.kind not in EVERYDAY_KINDS or dead >= DEADLY


def _is_great(sketch: Sketch) -> bool:
    """Tell whether so many are dead or hurt that few incidents are as great."""
    return any(toll is not None and (toll.low or 0) >= GREAT for toll in (sketch.killed, sketch.injured))


def _cells(sketch: Sketch, cell_days: int = CELL_DAYS) -> tuple[str, ...]:
    """Return the time cells, of so many days, that a sketch falls in: of when it happened and was told.

    Where only a month is told, as at a trial, those of what does not happen every day.
    """
    days = {sketch.published} if sketch.published else set()
    if sketch.happened and sketch.happened.grain == "day":
        days.add(sketch.happened.start)
    elif sketch.happened and sketch.happened.grain == "month" and _is_rare(sketch):
        days |= {sketch.happened.start, sketch.happened.end}
    numbers = {
        ((day - _EPOCH) + timedelta(days=off)).days // cell_days
        for day in days
        for off in (0, cell_days // 2)
    }
    return tuple(str(number) for number in sorted(numbers)) or ("no day",)
