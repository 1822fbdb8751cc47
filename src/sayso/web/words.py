"""What pages say in words: kinds, places, times, figures, and the headline that findings make.

Tables and pure functions; the phrases that the terminal has as well are in `sayso.phrases`.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from sayso import phrases
from sayso.model import (
    KINDS_IN_WORDS,
    Asked,
    Finding,
    Headline,
    Incident,
    Moment,
    Place,
    Record,
    Role,
    Status,
)
from sayso.read.where.gazetteer import countries, states

__all__ = [
    "STANDINGS",
    "asked_for",
    "country_name",
    "day",
    "extent",
    "fact",
    "figure",
    "headline",
    "kind",
    "moment",
    "people",
    "place",
    "range_of",
    "short_place",
    "slot",
    "span",
    "title",
]

STANDINGS: dict[Status, tuple[str, str, str]] = {
    "agreed": ("●", "agreed", "two or more voices fit together"),
    "disputed": ("◆", "disputed", "voices stand by figures that cannot all hold"),
    "single": ("○", "one voice", "only one voice says so"),
    "withdrawn": ("×", "withdrawn", "nobody stands by it any more"),
}
"""How a finding stands: a shape, a word, and what it means. The shape never stands without the word."""

_SLOTS: dict[str, str] = {
    "casualties": "dead and hurt",
    "hospitalised": "in hospital",
    "ill": "fallen ill",
    "critical": "in critical condition",
    "responsibility": "responsibility",
    "response": "official step",
    "victim": "named victim",
    "day": "the day",
    "place": "the place",
    "suspect": "who did it",
    "weapon": "the weapon",
    "motive": "the motive",
    "cause": "the cause",
    "time": "clock time",
}
_MONTHS = ("", *(date(2000, month, 1).strftime("%b") for month in range(1, 13)))


def slot(name: str, role: Role | None = None) -> str:
    """Return what a slot is called on a page: "killed", "in hospital", "killed (attackers)"."""
    told = phrases.slot_phrase(name, role)
    return told.replace(name, _SLOTS.get(name, name), 1)


def kind(name: str) -> str:
    """Return a kind as the name of one incident: "Shooting", "Rail accident"."""
    noun = phrases.kind_noun(name)
    return noun[:1].upper() + noun[1:]


@cache
def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, code in countries().items():
        names.setdefault(code, name)
    return names


@cache
def _state_names() -> dict[str, str]:
    """Return each state by its code; its full name is the longest that it has."""
    names: dict[str, str] = {}
    for name, code in states().items():
        names[code] = max(names.get(code, ""), name, key=len)
    return names


def country_name(code: str) -> str:
    """Return a country by its name; its code where no name is known."""
    return _country_names().get(code, code)


def place(where: Place | None) -> str:
    """Return "Champs-Elysées, Paris, France", each part once; "place not known"."""
    if where is None:
        return "place not known"
    state = _state_names().get(where.region or "") if where.country == "US" else None
    parts = [where.text, where.city, state, country_name(where.country) if where.country else None]
    kept: list[str] = []
    for part in parts:
        if part and not any(part.casefold() in other.casefold() for other in kept):
            kept.append(part)
    return ", ".join(kept) or "place not known"


def short_place(where: Place | None) -> str:
    """Return the city and the country, or as much of it as is known."""
    if where is None or not (where.city or where.country):
        return place(where)
    return place(Place(city=where.city, country=where.country, region=where.region))


def day(when: Moment | None) -> str:
    """Return "14 Oct 2025", "Oct 2025", "2025", "1–3 Oct 2025"; "day not known"."""
    if when is None:
        return "day not known"
    start, end = when.start, when.end
    if when.grain == "year":
        return f"{start.year}"
    if when.grain == "month":
        return f"{_MONTHS[start.month]} {start.year}"
    if start == end:
        return _date(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_date(end)}"
    return f"{_date(start)} – {_date(end)}"


def moment(at: datetime | None, grain: str = "instant") -> str:
    """Return "14 Oct 2025, 16:03", in UTC, or as much of it as is known."""
    if at is None or grain == "unknown":
        return "time not known"
    if grain in ("month", "year"):
        return f"{_MONTHS[at.month]} {at.year}" if grain == "month" else f"{at.year}"
    return _date(at) if grain == "day" else f"{_date(at)}, {at:%H:%M}"


def _date(at: date) -> str:
    return f"{at.day} {_MONTHS[at.month]} {at.year}"


def figure(finding: Finding | None) -> str:
    """Return what stands at the head of a block: "5", "4+", "some", "–"; a fact in words."""
    if finding is None or finding.standing == "withdrawn":
        return "–"
    if finding.label is not None:
        return fact(finding)
    if finding.best is not None:
        return f"{finding.best:,}" + ("+" if finding.high is None and finding.low == finding.best else "")
    if finding.low is not None:
        return f"{finding.low:,}+"
    return f"up to {finding.high:,}" if finding.high is not None else "some"


def fact(finding: Finding) -> str:
    """Return a fact in words: "Ann Hale (charged)", "claimed by the Front", "denied: a rifle (firearm)"."""
    label = finding.label
    assert label is not None
    by = finding.slot == "responsibility" and label.code in ("claimed", "denied")
    if by and not phrases.is_nobodys(finding):
        told = f"{label.code} by {label.text}"
        return f"denied: {told}" if finding.rule == "denied" else told
    return phrases.fact_phrase(finding, label)


def range_of(finding: Finding) -> str:
    """Return what stands beside the figure: the range where it is wider, and "possible", if only that.

    "4 to 7", "possible", "4 to 7, probable"; "" for most.
    """
    sure = "" if finding.certainty == "certain" else finding.certainty
    return ", ".join(filter(None, (extent(finding), sure)))


def extent(finding: Finding) -> str:
    """Return the range of a figure, "4 to 7"; "" where it is no wider than the figure."""
    if finding.standing == "withdrawn" or finding.low == finding.high == finding.best:
        return ""
    if finding.high is None and finding.best in (None, finding.low):
        return ""
    return phrases.count_phrase(finding.low, finding.high)


def span(low: int | None, high: int | None) -> str:
    """Return a figure as a chart labels it: "5", "4–7", "6+", "≤ 30"."""
    if low is None:
        return "some" if high is None else f"≤ {high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def people(finding: Finding) -> str:
    """Return a count as the beginning of a headline: "5 people", "At least one person", "4 to 7 people"."""
    best, low, high = finding.best, finding.low, finding.high
    if best is None:
        told = phrases.count_phrase(low, high)
        return "Several people" if told == "some" else f"{told[:1].upper()}{told[1:]} people"
    if finding.standing == "disputed" and None not in (low, high) and low != high:
        return f"{low:,} to {high:,} people"
    floor = "At least " if high is None and low == best else ""
    number = {0: "no one", 1: "one person"}.get(best, f"{best:,} people")
    return floor + number if floor else number[:1].upper() + number[1:]


def headline(told: Record | Headline) -> str:
    """Return a headline built from findings: "5 people killed and 10 injured in a shooting in Lyon"."""
    incident = told.incident
    tolls = [_toll(told.findings, name) for name in ("killed", "injured", "missing")]
    counted = [toll for toll in tolls if toll is not None][:2]
    event = KINDS_IN_WORDS[incident.kind][0]
    where = _where(incident)
    if not counted:
        return f"{kind(incident.kind)}{where}"
    parts = [f"{people(counted[0])} {_deed(counted[0])}"]
    parts += [f"{_rest(other)} {_deed(other)}" for other in counted[1:]]
    return f"{' and '.join(parts)} in {event}{where}"


def _deed(finding: Finding) -> str:
    """Return what befell people, and that nobody says it for certain: "killed", "possibly killed"."""
    doubted = {"certain": "", "probable": "probably ", "possible": "possibly "}[finding.certainty]
    return doubted + slot(finding.slot)


def _toll(found: Sequence[Finding], name: str) -> Finding | None:
    """Return the count of victims on a slot, if anybody stands by one and it is not nobody."""
    for finding in found:
        if (finding.slot, finding.role) == (name, "victim") and finding.standing != "withdrawn":
            nobody = 0 in (finding.best, finding.high)
            return None if nobody else finding
    return None


def _rest(finding: Finding) -> str:
    """Return a count as it follows another in a headline: "10", "at least 6", "several"."""
    told = people(finding)
    told = told.removesuffix(" people").removesuffix(" person")
    return told[:1].lower() + told[1:] if not told[:1].isdigit() else told


def _where(incident: Incident) -> str:
    where = incident.place
    return f" in {short_place(where)}" if where and (where.city or where.country) else ""


def title(incident: Incident) -> str:
    """Return an incident by its kind and place: "Shooting, Trieste, Italy"."""
    where = incident.place
    return f"{kind(incident.kind)}, {short_place(where)}" if where else kind(incident.kind)


def asked_for(asked: Asked, total: int) -> str:
    """Return a filter and what fits it as a sentence: "12 shootings in France since 14 Oct 2025, 00:00"."""
    sort = asked.kind or "other"
    words = [f"{total:,}", phrases.kind_noun(sort) if total == 1 else KINDS_IN_WORDS[sort][1]]
    if not total:
        words[0] = "No"
    where = asked.place or (country_name(asked.country) if asked.country else None)
    words += [f"in {where}"] if where else []
    words += [_on(asked.happened)] if asked.happened else []
    words += [f"told of since {moment(asked.since)}"] if asked.since else []
    words += [f"not told of after {moment(asked.until)}"] if asked.until else []
    told = " ".join(words)
    if asked.standing:
        told += f", with a figure that is {_SORTS[asked.standing]}"
    if asked.slot:
        told += f", with a number for “{slot(asked.slot)}”"
    if asked.name:
        told += f", with a victim or suspect named “{asked.name}”"
    if asked.text:
        told += f", with the words “{asked.text}”"
    return told + (", background included" if asked.background else "")


def _on(happened: str) -> str:
    """Return days as they are asked for: "in 2025", "on 2025-10-14", "from 2025-10 to 2025-12"."""
    first, dots, last = happened.partition("..")
    return f"from {first} to {last}" if dots else f"{'on' if first.count('-') > 1 else 'in'} {first}"


_SORTS: dict[Status, str] = {
    "agreed": "agreed",
    "disputed": "disputed",
    "single": "one voice's alone",
    "withdrawn": "withdrawn",
}
