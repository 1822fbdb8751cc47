from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest
from tests.conftest import EVENING

from sayso.model import Course, Finding, Step, Voice
from sayso.web.chart import LABEL_HEIGHT, MOST_DOTS, MOST_LINES, Chart, chart

Told = tuple[float, int | None, int | None]


def a_course(voice: str, *told: Told) -> Course:
    """Return what a voice says at so many hours into the evening."""
    steps = tuple(
        Step(
            at=EVENING + timedelta(hours=hour),
            low=low,
            high=high,
            claim_id=f"{voice}-{at}",
            report_id=f"r-{voice}-{at}",
        )
        for at, (hour, low, high) in enumerate(told)
    )
    return Course(slot="killed", role="victim", voice=voice, kind="police", steps=steps)


def a_chart(
    *courses: Course, rivals: Sequence[str] = (), behind: Sequence[str] = ("police",)
) -> Chart | None:
    voices = tuple(Voice(name=name, kind="police", report_ids=("r",)) for name in behind)
    finding = Finding(
        incident_id="i", slot="killed", role="victim", standing="agreed", voices=voices, rivals=tuple(rivals)
    )
    return chart(finding, courses, {})


def drawn(*courses: Course, rivals: Sequence[str] = (), behind: Sequence[str] = ("police",)) -> Chart:
    made = a_chart(*courses, rivals=rivals, behind=behind)
    assert made is not None
    return made


def test_a_voice_is_a_line_of_steps_each_with_the_claim_and_what_it_says() -> None:
    made = drawn(a_course("police", (0, 2, 2), (1, 4, 4), (3, 5, 5)))
    (line,) = made.lines
    assert [dot.claim_id for dot in line.dots] == ["police-0", "police-1", "police-2"]
    assert [dot.told for dot in line.dots] == ["2", "4", "5"]
    assert line.dots[1].says == "police: 4 · 1 Mar 2024, 19:00 · r-police-1"
    assert [dot.x for dot in line.dots] == sorted(dot.x for dot in line.dots)
    assert [dot.y for dot in line.dots] == sorted((dot.y for dot in line.dots), reverse=True)
    assert line.path.count("H") == 3
    assert line.last == "5"


def test_ranges_are_bands_and_open_ones_say_so() -> None:
    (line,) = drawn(a_course("police", (0, 4, 7), (1, 6, None), (2, 8, 8))).lines
    assert [(band.open, band.width > 0, band.height > 0) for band in line.bands] == [
        (False, True, True), (True, True, True),
    ]  # fmt: skip
    assert [dot.told for dot in line.dots] == ["4–7", "6+", "8"]


def test_what_stands_behind_against_and_beside_the_figure_is_told_apart_in_words() -> None:
    made = drawn(
        a_course("police", (0, 4, 4)),
        a_course("hospital", (1, 6, 6)),
        a_course("mayor", (2, 5, 5)),
        rivals=["hospital-0"],
    )
    assert {line.voice: line.side for line in made.lines} == {
        "police": "for", "hospital": "against", "mayor": "beside",
    }  # fmt: skip
    assert [words for _, words in made.sides] == [
        "behind the figure", "against the figure", "said before, or counts for less",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "courses",
    [[], [a_course("police", (0, 4, 4))], [a_course("police", (0, None, None), (1, 3, 3))]],
)
def test_what_does_not_move_needs_no_chart(courses: list[Course]) -> None:
    assert a_chart(*courses) is None


def test_names_never_lie_on_each_other_and_stay_in_the_picture() -> None:
    made = drawn(*(a_course(f"v{at}", (0, 5, 5), (1, 5, 5)) for at in range(MOST_LINES)))
    places = sorted(line.label_y for line in made.lines)
    assert all(below - above >= LABEL_HEIGHT - 0.2 for above, below in pairwise(places))
    assert 0 < places[0] <= places[-1] < made.height


def test_a_thousand_voices_and_steps_are_bounded_and_what_is_left_out_is_said() -> None:
    many = [(hour / 10, hour % 7, hour % 7) for hour in range(1000)]
    made = drawn(*(a_course(f"v{at}", *many) for at in range(40)))
    assert (len(made.lines), made.left_out) == (MOST_LINES, 40 - MOST_LINES)
    assert all(len(line.dots) <= MOST_DOTS for line in made.lines)


@pytest.mark.parametrize(("high", "least"), [(5, "0"), (300, "0"), (310, "300")])
def test_the_axis_begins_at_nobody_unless_that_hides_the_difference(high: int, least: str) -> None:
    low = 305 if least == "300" else 1
    made = drawn(a_course("police", (0, low, low), (1, high, high)))
    assert made.figures[0].words == least


@pytest.mark.parametrize(
    ("hours", "first"), [(0.5, "18:00"), (5, "18:00"), (30, "18:00"), (24 * 9, "3 Mar"), (24 * 300, "13 Apr")]
)
def test_times_are_marked_at_full_hours_or_days(hours: float, first: str) -> None:
    made = drawn(a_course("police", (0, 1, 1), (hours, 2, 2)))
    assert made.times[0].words == first
    assert len(made.times) <= 8
