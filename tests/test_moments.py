"""Moments as people write them."""

from datetime import UTC, datetime, timedelta

import pytest

from sayso.moments import past_moment_of

NOW = datetime(2026, 3, 4, 10, 15, 30, 400, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-03-03", datetime(2026, 3, 3, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2026-03-04", datetime(2026, 3, 4, 10, 15, 31, tzinfo=UTC)),
        ("2026-03-04T10:15", datetime(2026, 3, 4, 10, 15, tzinfo=UTC)),
        ("2026-03-04T10:16Z", datetime(2026, 3, 4, 10, 16, tzinfo=UTC)),
        ("2026-03-04T12:00+02:00", datetime(2026, 3, 4, 10, tzinfo=UTC)),
    ],
)
def test_as_of_a_moment_that_was_or_of_today(words: str, moment: datetime) -> None:
    assert past_moment_of(words, NOW) == moment


@pytest.mark.parametrize("words", ["2026-03-05", "2026-03-04T10:17Z", "2026-03-04T12:17", "2099-01-01"])
def test_what_is_still_to_come_is_refused_with_what_to_do(words: str) -> None:
    with pytest.raises(ValueError, match=r"is still to come \(it is 2026-03-04T10:15Z\); leave it out"):
        past_moment_of(words, NOW)


def test_today_as_it_is_written_into_an_address_is_no_moment_to_come() -> None:
    then = past_moment_of("2026-03-04", NOW)
    assert past_moment_of(f"{then:%Y-%m-%dT%H:%M:%SZ}", NOW + timedelta(milliseconds=5)) == then
