"""The step chart of one count, drawn on the server: a line a voice, a band where it gives a range.

Only numbers are worked out here; `templates/_chart.html` draws them. The clock is the publisher's, or ours
where a report does not tell. What stands behind the figure, against it and beside it differs in line, in the
shape of its dots and in words, not in colour alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, NamedTuple

from sayso.model import Course, Finding, Step
from sayso.web.words import moment, span

__all__ = ["Chart", "Dot", "Line", "chart"]

WIDTH, TOP, BOTTOM, LEFT, RIGHT = 720, 14, 26, 34, 168
"""The drawing in its own units: its width and the margins that hold labels."""

PLOT_HEIGHT = 150
LABEL_HEIGHT = 15
LABEL_WIDTH = 24
MOST_LINES = 7
"""Voices that are drawn; what more there are is said, and stands in the table."""

MOST_DOTS = 30
"""Dots of one voice: the first, the last, and those where its figure changes come first."""

TICKS = tuple(
    timedelta(minutes=minutes)
    for minutes in (5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 14 * 1440, 30 * 1440)
)
MOST_TICKS = 7

Side = Literal["for", "against", "beside"]
SIDES: dict[Side, str] = {
    "for": "behind the figure",
    "against": "against the figure",
    "beside": "said before, or counts for less",
}


class Dot(NamedTuple):
    """A figure that a report gives: where it stands, and what it says; `told` is its label, if it has one."""

    x: float
    y: float
    report_id: str
    claim_id: str
    says: str
    told: str


class Band(NamedTuple):
    """A range that a voice gives: a rectangle; `open` where it has no upper end."""

    x: float
    y: float
    width: float
    height: float
    open: bool


class Line(NamedTuple):
    """One voice: its path, bands and dots, and its name at the right end, at `label_y`."""

    voice: str
    side: Side
    path: str
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]
    last: str
    end_y: float
    label_y: float


class Tick(NamedTuple):
    """A mark on an axis, and what stands at it."""

    at: float
    words: str


class Chart(NamedTuple):
    """All of the drawing, in its own units."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: float
    lines: tuple[Line, ...]
    times: tuple[Tick, ...]
    figures: tuple[Tick, ...]
    left_out: int
    sides: tuple[tuple[Side, str], ...]


class _Point(NamedTuple):
    at: datetime
    low: int
    high: int | None
    step: Step


def chart(
    finding: Finding,
    courses: Iterable[Course],
    received: Mapping[str, datetime | None],
    names: Callable[[str], str] = str,
    outlets: Mapping[str, str] | None = None,
) -> Chart | None:
    """Return the chart of one finding; None where no voice gives more than one moment something to show.

    `received` tells when each report came in, `names` how a voice is called, `outlets` who published what.
    """
    own = [c for c in courses if (c.slot, c.role) == (finding.slot, finding.role)]
    told = [(course, points) for course in own if (points := _points(course, received))]
    moments = {point.at for _, points in told for point in points}
    if len(moments) < 2:
        return None
    told.sort(key=lambda one: (_ORDER[_side(finding, one[0])], -len(one[1]), one[0].voice))
    shown = told[:MOST_LINES]
    scale = _Scale.of([point for _, points in shown for point in points], moments, len(shown))
    seen: list[tuple[float, float]] = []
    lines = [
        _line(course, points, _side(finding, course), at, scale, names, outlets or {}, seen)
        for at, (course, points) in enumerate(shown)
    ]
    placed = _placed(lines, scale)
    return Chart(
        width=WIDTH,
        height=int(scale.bottom + BOTTOM),
        left=LEFT,
        right=WIDTH - RIGHT,
        top=TOP,
        bottom=scale.bottom,
        lines=tuple(placed),
        times=scale.times(),
        figures=scale.figures(),
        left_out=len(told) - len(shown),
        sides=tuple((side, words) for side, words in SIDES.items() if any(x.side == side for x in placed)),
    )


_ORDER: dict[Side, int] = {"for": 0, "against": 1, "beside": 2}


def _side(finding: Finding, course: Course) -> Side:
    """Return where a voice stands towards the figure."""
    claims = {step.claim_id for step in course.steps}
    if claims & set(finding.rivals):
        return "against"
    return "for" if course.voice in {voice.name for voice in finding.voices} else "beside"


def _points(course: Course, received: Mapping[str, datetime | None]) -> list[_Point]:
    """Return what a voice says as points in time, the earliest first, without those of no time or figure."""
    points = []
    for step in course.steps:
        at = step.at or received.get(step.report_id)
        low = step.low if step.low is not None else 0 if step.high is not None else None
        if at is not None and low is not None:
            points.append(_Point(at, low, step.high, step))
    return sorted(points, key=lambda point: point.at)


class _Scale(NamedTuple):
    """How moments and figures become places."""

    first: datetime
    last: datetime
    least: int
    most: int
    bottom: float

    @classmethod
    def of(cls, points: Sequence[_Point], moments: Iterable[datetime], lines: int) -> "_Scale":
        """Return the scale that holds all points, from zero unless that would hide how they differ."""
        figures = [figure for point in points for figure in (point.low, point.high or point.low)]
        low, high = min(figures), max(figures)
        step = _even(max(1, high // 4))
        least = 0 if high <= FROM_ZERO or low <= high / 2 else low - low % step
        most = max(high + (high - least) // 8 + 1, least + 2)
        height = max(PLOT_HEIGHT, lines * LABEL_HEIGHT)
        return cls(min(moments), max(moments), least, most, TOP + height)

    def x(self, at: datetime) -> float:
        """Return where a moment is."""
        share = (at - self.first) / (self.last - self.first)
        return round(LEFT + 8 + share * (WIDTH - RIGHT - LEFT - 16), 1)

    def y(self, figure: float) -> float:
        """Return where a figure is."""
        share = (figure - self.least) / (self.most - self.least)
        return round(self.bottom - share * (self.bottom - TOP), 1)

    def times(self) -> tuple[Tick, ...]:
        """Return the marks on the time axis: full hours or days."""
        length = self.last - self.first
        days = timedelta(days=-(-length.days // MOST_TICKS))
        step = next((tick for tick in TICKS if length / tick <= MOST_TICKS), days)
        start = datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC)
        at = start + step * -((start - self.first) // step)
        marks = []
        while at <= self.last:
            marks.append(
                Tick(self.x(at), f"{at:%H:%M}" if step < timedelta(days=1) else moment(at, "day")[:-5])
            )
            at += step
        return tuple(marks) or (Tick(self.x(self.first), f"{self.first:%H:%M}"),)

    def figures(self) -> tuple[Tick, ...]:
        """Return the marks on the axis of figures: whole people, in even steps."""
        step = _even(max(1, (self.most - self.least) // 4))
        first = self.least - self.least % step
        return tuple(Tick(self.y(n), f"{n:,}") for n in range(first, self.most + 1, step) if n >= self.least)


FROM_ZERO = 20
"""Up to this figure the axis begins at nobody."""


def _even(step: int) -> int:
    """Return the next of 1, 2, 5, 10, 20, 50 ... that is no less."""
    size = 1
    while True:
        for each in (size, 2 * size, 5 * size):
            if each >= step:
                return each
        size *= 10


OFFSET = 2.5
"""Lines that lie on each other are moved so far apart that both are seen."""


def _line(
    course: Course,
    points: list[_Point],
    side: Side,
    at: int,
    scale: _Scale,
    names: Callable[[str], str],
    outlets: Mapping[str, str],
    seen: list[tuple[float, float]],
) -> Line:
    """Return one voice's line; `seen` are the places where a figure is written already."""
    shift = (at % 3 - 1) * OFFSET
    name = names(course.voice)
    path: list[str] = []
    bands, dots = [], []
    for here, after in zip(points, [*points[1:], None], strict=True):
        x, y = scale.x(here.at), scale.y(here.low) + shift
        end = scale.x(after.at) if after else WIDTH - RIGHT
        path.append(f"{'L' if path else 'M'}{x:g},{y:g}H{end:g}")
        if here.high != here.low:
            top = scale.y(min(here.high, scale.most)) + shift if here.high is not None else max(TOP, y - 14)
            bands.append(Band(x, top, max(0.0, round(end - x, 1)), round(y - top, 1), here.high is None))
    before: _Point | None = None
    for here in _telling(points):
        x, y = scale.x(here.at), scale.y(here.low) + shift
        words = span(here.step.low, here.step.high)
        new = before is None or _differ(here, before)
        told = words if new and not any(_near(x, y, place) for place in seen) else ""
        seen += [(x, y)] if told else []
        before = here
        outlet = outlets.get(here.step.report_id, here.step.report_id)
        says = f"{name}: {words} · {moment(here.at)} · {outlet}"
        dots.append(Dot(x, round(y, 1), here.step.report_id, here.step.claim_id, says, told))
    last = points[-1]
    end_y = scale.y(last.low) + shift
    words = span(last.step.low, last.step.high)
    return Line(name, side, "".join(path), tuple(bands), tuple(dots), words, end_y, end_y)


def _near(x: float, y: float, place: tuple[float, float]) -> bool:
    """Tell whether a label would lie on another."""
    return abs(place[0] - x) < LABEL_WIDTH and abs(place[1] - y) < LABEL_HEIGHT


def _telling(points: list[_Point]) -> list[_Point]:
    """Return at most MOST_DOTS points: those where the figure changes, then the others in their order."""
    changed = [
        p for p, before in zip(points, [None, *points], strict=False) if not before or _differ(p, before)
    ]
    rest = [point for point in points if point not in changed]
    kept = [*changed[: MOST_DOTS - 1], points[-1], *rest][:MOST_DOTS]
    return sorted(dict.fromkeys(kept), key=lambda point: point.at)


def _differ(one: _Point, other: _Point) -> bool:
    return (one.low, one.high) != (other.low, other.high)


def _placed(lines: list[Line], scale: _Scale) -> list[Line]:
    """Return the lines with their names one under the other, as near their ends as they fit."""
    order = sorted(range(len(lines)), key=lambda at: lines[at].end_y)
    places = [0.0] * len(lines)
    floor = TOP + 2.0
    for at in order:
        floor = places[at] = max(floor, lines[at].end_y)
        floor += LABEL_HEIGHT
    over = floor - LABEL_HEIGHT - scale.bottom
    ceiling = scale.bottom
    for at in reversed(order) if over > 0 else ():
        ceiling = places[at] = min(places[at], ceiling)
        ceiling -= LABEL_HEIGHT
    return [line._replace(label_y=round(places[at], 1)) for at, line in enumerate(lines)]
