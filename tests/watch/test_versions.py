"""Of what time the next version of a report is, where the feed's own words are the report."""

from datetime import datetime, timedelta

import pytest
from tests.conftest import EVENING

from sayso.intake.feeds import Entry
from sayso.model import Report
from sayso.watch.versions import Look, report_of

BEFORE = Report(id="r1", text="A flood in Trieste. 1 missing, police said.")


@pytest.mark.parametrize(
    ("updated", "published"),
    [
        (EVENING + timedelta(hours=2), EVENING + timedelta(hours=2)),
        (EVENING + timedelta(days=9), EVENING),
    ],
)
def test_a_version_is_of_the_time_of_its_change_unless_that_is_to_come(
    updated: datetime, published: datetime
) -> None:
    said = "A flood in Trieste. 3 missing, police said."
    entry = Entry(summary=said, published_at=EVENING, updated_at=updated)
    look = Look(now=EVENING + timedelta(hours=3), feed="http://a.example/rss", entry=entry, before=BEFORE)
    version = report_of(look, lambda _: None)
    assert version is not None
    assert (version.published_at, version.published_from) == (published, "feed")
    assert version.replaces == "r1"
