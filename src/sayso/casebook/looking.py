"""What a desk looks at: lists by the page, single reports, and what changed since it last looked."""

from datetime import datetime

import msgspec

from sayso.casebook import asides, choosing, sheets
from sayso.errors import AskedError
from sayso.model import Asides, Asked, Change, Changes, Incident, Listing, Log, Sheet, Shelf
from sayso.store import Store
from sayso.store.moments import EPOCH, micros, moment

__all__ = ["A_PAGE", "Looking"]

A_PAGE = 50
"""Rows of a page, unless another number is asked for."""

MOST_ASIDE = 500
"""Reports of no incident that are put together by story in one go, unless another number is asked for."""


class Looking:
    """The part of a casebook that only looks."""

    store: Store

    def listing(
        self,
        asked: Asked | None = None,
        as_of: datetime | None = None,
        *,
        after: str | None = None,
        limit: int = A_PAGE,
    ) -> Listing:
        """Return one page of the incidents that are asked for, the newest change first.

        `after` is the `next` of the page before. Raises AskedError for words that name nothing.
        """
        begin = _place(after)
        with self.store.view() as view:
            heads, total = choosing.choose(view, asked or Asked(), as_of, begin, limit + 1)
        page = heads[:limit]
        more = _cursor(*choosing.place_of(page[-1])) if len(heads) > limit else None
        return Listing(incidents=tuple(page), total=total, next=more, as_of=as_of)

    def report(self, ref: str, as_of: datetime | None = None) -> Sheet:
        """Return one report, whole: its text, what was read in it, and what the book knows beside it.

        `ref` is its whole id. Raises NotFoundError when the book does not hold it.
        """
        with self.store.view() as view:
            return sheets.sheet(view, ref, as_of)

    def reports(
        self, as_of: datetime | None = None, *, after: str | None = None, limit: int = A_PAGE
    ) -> Shelf:
        """Return one page of all reports, without their texts, the last received first."""
        begin = _place(after)
        with self.store.view() as view:
            found, total = view.some_reports(as_of, begin, limit + 1), view.report_count(as_of)
        page = found[:limit]
        more = _cursor(page[-1].received_at or EPOCH, page[-1].id) if len(found) > limit else None
        return Shelf(reports=tuple(page), total=total, next=more, as_of=as_of)

    def aside(
        self, as_of: datetime | None = None, *, since: datetime | None = None, most: int = MOST_ASIDE
    ) -> Asides:
        """Return the reports that tell of no incident, by story, and those that were not read, by reason.

        Of those received since then, so many of each as `most` says, the last ones; each story with the
        incident beside which it stands, if there is one. Nothing is kept of it, and no figure changes.
        """
        with self.store.view() as view:
            return asides.aside(view, as_of, since, most)

    def log(self, as_of: datetime | None = None, *, after: str | None = None, limit: int = A_PAGE) -> Log:
        """Return one page of all judgements, the last one made first."""
        end = _row(after)
        with self.store.view() as view:
            made = view.judgements(as_of)
        last = len(made) if after is None else min(end, len(made))
        first = max(0, last - limit)
        more = str(first) if first else None
        return Log(judgements=tuple(reversed(made[first:last])), total=len(made), next=more, as_of=as_of)

    def changes(self, after: str | None = None, *, limit: int = A_PAGE) -> Changes:
        """Return the revisions that were kept after a cursor, the oldest first; without one, from the first.

        Revisions are never taken away or put in between, so that who asks after each cursor misses none.
        """
        row = _row(after)
        with self.store.view() as view:
            found = view.revisions_after(row, limit + 1)
            heads = view.headlines_of({revision.incident_id for _, revision in found})
        changes = []
        for number, revision in found[:limit]:
            head = heads.get(revision.incident_id)
            changes.append(
                Change(cursor=str(number), revision=revision, incident=_bare(head.incident) if head else None)
            )
        last = changes[-1].cursor if changes else str(row)
        return Changes(changes=tuple(changes), cursor=last, more=len(found) > limit)

    def last_change(self) -> str:
        """Return the cursor after which nothing has changed yet."""
        with self.store.view() as view:
            return str(view.last_revision())

    def stamp(self) -> str:
        """Return a few characters that differ whenever the book holds more, or less, than before; cheap."""
        with self.store.view() as view:
            return ".".join(f"{number:x}" for number in view.stamp())


def _bare(incident: Incident) -> Incident:
    return msgspec.structs.replace(incident, account_ids=(), merged_from=(), relations=())


def _cursor(at: datetime, key: str) -> str:
    """Return where a page ends, as text."""
    return f"{micros(at):x}-{key}"


def _place(cursor: str | None) -> choosing.Place | None:
    """Return where a page begins; raises AskedError for what is no cursor."""
    if cursor is None:
        return None
    number, _, key = cursor.partition("-")
    try:
        return moment(int(number, 16)), key
    except (ValueError, OverflowError) as wrong:
        raise AskedError(
            f"{cursor}: this is no cursor; take `next` of the page before, or begin anew"
        ) from wrong


def _row(cursor: str | None) -> int:
    """Return the row that a cursor of the changes stands for."""
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) < _DIGITS):
        raise AskedError(f"{cursor}: this is no cursor; take `cursor` of the changes before, or begin anew")
    return int(cursor)


_DIGITS = 19  # what fits a row number of either database
