"""Looks what changed in a book since it last looked, and keeps what rules meet, each change once a rule."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from sayso.alerts.language import Condition, condition
from sayso.alerts.matching import matches
from sayso.casebook import Casebook
from sayso.errors import AlertError
from sayso.model import Headline, Revision, encode
from sayso.store import View, outbox

__all__ = ["HISTORY", "look"]

HISTORY = timedelta(days=1)
"""A change that counts as received this much before we last looked is history, as from an archive."""

AT_ONCE = 500
"""Revisions that are looked at in one go."""


def look(book: Casebook, now: datetime, hold: timedelta = timedelta(0)) -> int:
    """Keep an alert for each rule and each change that it tells of, due after `hold`; returns how many.

    What was there before the rule was made is not told. Looking twice, or from two programs, keeps nothing
    twice. Costs one short question when nothing is new.
    """
    kept, more = 0, True
    while more:
        with book.store.view() as view:
            marks = outbox.looked(view)
            revised, read = outbox.last_rows(view)
            if all(mark.revision_row >= revised and mark.reading_row >= read for mark in marks):
                return kept
            first = min(mark.revision_row for mark in marks)
            changed = view.revisions_after(first, AT_ONCE)
            more = len(changed) == AT_ONCE
            row = changed[-1][0] if more else revised
            met = list(_met(view, marks, changed, read))
        with book.store.pen() as pen:
            kept += outbox.keep_met(pen, met, now + hold)
            outbox.move_on(pen, row, read, None if more else now)
    return kept


def _met(
    view: View, marks: list[outbox.Looked], changed: list[tuple[int, Revision]], read: int
) -> Iterator[outbox.Met]:
    """Yield what the rules meet among these revisions, and among the incidents that are new."""
    founded = outbox.founded(view, min(mark.reading_row for mark in marks), read)
    refs = {revision.incident_id for _, revision in changed} | set(founded)
    home = view.members_of(refs)
    heads = view.headlines_of(set(home.values()))
    lines = {ref: heads[held] for ref, held in home.items() if held in heads}
    for mark in marks:
        asked = _condition(mark.rule.says)
        if asked is None:
            continue
        since = mark.looked_at - HISTORY
        if asked.verb == "new":
            yield from _new(mark, asked, lines, founded, since)
            continue
        for row, revision in changed:
            head = lines.get(revision.incident_id)
            fresh = row > mark.revision_row and revision.at >= since
            if fresh and head and matches(asked, revision, head):
                figure = encode((head.incident.id, revision.slot, revision.role)).decode()
                yield outbox.Met(
                    rule_id=mark.rule.id,
                    cause=revision.id,
                    incident_id=head.incident.id,
                    figure=figure,
                    at=revision.at,
                )


def _new(
    mark: outbox.Looked,
    asked: Condition,
    lines: dict[str, Headline],
    founded: dict[str, int],
    since: datetime,
) -> Iterator[outbox.Met]:
    """Yield the incidents that a rule tells of as new: founded after it was made, and not history."""
    for ref, reading in founded.items():
        head = lines.get(ref)
        if head is None or reading <= mark.founded_after or head.changed_at < since:
            continue
        if head.first_at >= mark.rule.made_at - HISTORY and matches(asked, None, head):
            yield outbox.Met(
                rule_id=mark.rule.id,
                cause=head.incident.id,
                incident_id=head.incident.id,
                figure=encode((head.incident.id, "new")).decode(),
                at=head.changed_at,
            )


@lru_cache(maxsize=1000)
def _condition(says: str) -> Condition | None:
    """Return what a kept rule asks for; None for one that this sayso does not understand."""
    try:
        return condition(says)
    except AlertError:
        return None
