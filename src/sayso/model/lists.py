"""What is shown in lists, one page of them at a time, and what changed since one last looked."""

from datetime import datetime

from sayso.model.base import Word
from sayso.model.records import Headline, Incident, Revision
from sayso.model.reports import Report
from sayso.model.slots import Status
from sayso.model.ties import Judgement

__all__ = [
    "Asides",
    "Asked",
    "Change",
    "Changes",
    "Listing",
    "Log",
    "Shelf",
    "Story",
    "Total",
    "Totals",
    "Unread",
]


class Asked(Word, frozen=True, kw_only=True):
    """Which incidents are asked for; None asks for nothing.

    `since` leaves out those that no report has told of since, `until` those that one has told of after.
    `country` is ISO 3166 alpha-2; `place` is "Memphis", "Memphis, Tennessee" or "France"; `happened` the
    world's days, "2017", "2017-01" or two joined by ".."; `name` a victim's or suspect's; `slot` a count on
    which more than nobody is reported; `standing` that of any count; `text` words of the incident, or of a
    report on it; `background` brings those that reports only mention.
    """

    text: str | None = None
    kind: str | None = None
    country: str | None = None
    place: str | None = None
    happened: str | None = None
    name: str | None = None
    slot: str | None = None
    standing: Status | None = None
    since: datetime | None = None
    until: datetime | None = None
    background: bool = False


class Listing(Word, frozen=True, kw_only=True, omit_defaults=False):
    """One page of the list of incidents, the newest change first.

    `total` counts all that fit, on every page. `next` is the cursor of the page after this; None on the last.
    """

    incidents: tuple[Headline, ...] = ()
    total: int
    next: str | None = None
    as_of: datetime | None = None


class Total(Word, frozen=True, kw_only=True):
    """The people on one count over the incidents of a list, each incident's span added to the others'.

    `best` adds up what is printed, or the least where only "at least" is said; `high` is None where that of
    any incident is open. All are None where nobody gives a number. `unknown` is of how many incidents nobody
    does: they add nothing. `unsure` is how many of `best` nobody tells of for certain ("may have died").
    """

    slot: str
    low: int | None = None
    best: int | None = None
    high: int | None = None
    unknown: int = 0
    unsure: int = 0


class Totals(Word, frozen=True, kw_only=True):
    """The people over the incidents of a list, count by count, and over how many incidents.

    `series` is how many lines of the list are series of incidents: they are left out, so that nobody counts
    twice.
    """

    incidents: int
    series: int = 0
    counts: tuple[Total, ...] = ()


class Shelf(Word, frozen=True, kw_only=True, omit_defaults=False):
    """One page of the list of reports, without their texts, the last received first."""

    reports: tuple[Report, ...] = ()
    total: int
    next: str | None = None
    as_of: datetime | None = None


class Story(Word, frozen=True, kw_only=True):
    """Reports of no incident that seem to tell one story, without their texts, the last received first.

    `words` are rare ones that they share; none where there is one report. `incident` is the one beside which
    they stand, as a vigil does; it takes nothing from them, and comes without relations.
    """

    reports: tuple[Report, ...]
    words: tuple[str, ...] = ()
    incident: Incident | None = None


class Unread(Word, frozen=True, kw_only=True):
    """Reports that were kept but not read, for one reason, without their texts, the last received first."""

    reports: tuple[Report, ...]
    why: str


class Asides(Word, frozen=True, kw_only=True, omit_defaults=False):
    """What was set aside, by story, that of the report received last first; and what was not read, by reason.

    `total` counts all reports that tell of no incident, also those that were not asked for, and
    `unread_total` so those that were not read.
    """

    stories: tuple[Story, ...] = ()
    total: int
    unread: tuple[Unread, ...] = ()
    unread_total: int = 0
    as_of: datetime | None = None


class Log(Word, frozen=True, kw_only=True, omit_defaults=False):
    """One page of the log of judgements, the last one made first."""

    judgements: tuple[Judgement, ...] = ()
    total: int
    next: str | None = None
    as_of: datetime | None = None


class Change(Word, frozen=True, kw_only=True):
    """One revision in the order in which they were kept, with the incident that it is of, as it is now.

    `cursor` says how far one has read with it. `incident` comes without its accounts; None when there is no
    such incident any more, because it was merged into another.
    """

    cursor: str
    revision: Revision
    incident: Incident | None = None


class Changes(Word, frozen=True, kw_only=True, omit_defaults=False):
    """The revisions after a cursor, the oldest first; ask on after `cursor`, at once if there is `more`."""

    changes: tuple[Change, ...] = ()
    cursor: str
    more: bool = False
