"""Every question and change on tasks and hosts, one sentence each; one text for both databases.

A task is open when it is due, wanted by who asks, and nobody holds it. Moments are in microseconds.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Delete,
    Select,
    Update,
    and_,
    case,
    delete,
    false,
    func,
    or_,
    select,
    update,
)

from sayso.store.schema import host, task

__all__ = [
    "Wanted", "counted", "deleted", "done", "first_open", "free_hosts", "freed", "hosts_among", "hosts_held",
    "hurried", "known", "leased", "of_kind", "of_report", "released", "renewed", "renewed_hosts", "soonest",
]  # fmt: skip

COLUMNS = (
    task.c.kind,
    task.c.key,
    task.c.host,
    task.c.due_at,
    task.c.lease_until,
    task.c.leased_by,
    task.c.attempts,
    task.c.report_id,
    task.c.word,
)

Row = Select[str, str, str, int | None, int | None, str | None, int, str | None, str]


class Wanted(NamedTuple):
    """What tasks somebody would do: of a kind, due by a moment, with these keys; None is any key."""

    kind: str
    by: int
    keys: Collection[str] | None = None


def _wanted(wanted: Sequence[Wanted]) -> ColumnElement[bool]:
    """Hold for what is due and wanted, whether somebody holds it or not."""
    each = []
    for want in wanted:
        fits = [task.c.kind == want.kind, task.c.due_at <= want.by]
        fits += [] if want.keys is None else [task.c.key.in_(want.keys)]
        each.append(and_(*fits))
    return or_(false(), *each)


def _held(now: int) -> ColumnElement[bool]:
    """Hold for what somebody holds."""
    return and_(task.c.lease_until.is_not(None), task.c.lease_until > now)


def free_hosts(wanted: Sequence[Wanted], now: int, most: int) -> Select[str]:
    """Lock hosts that may be asked now and have an open task, the one due longest first; skip locked ones."""
    waiting = (
        select(task.c.host, func.min(task.c.due_at).label("first"))
        .where(_wanted(wanted), ~_held(now))
        .group_by(task.c.host)
        .subquery()
    )
    return (
        select(host.c.name)
        .join(waiting, waiting.c.host == host.c.name)
        .where(host.c.free_at <= now)
        .order_by(waiting.c.first, host.c.name)
        .limit(most)
        .with_for_update(skip_locked=True, of=host)
    )


def first_open(wanted: Sequence[Wanted], now: int, hosts: Collection[str]) -> Row:
    """Give one open task of each host: of the kind named first, the one that is due longest."""
    rank = case({want.kind: at for at, want in enumerate(wanted)}, value=task.c.kind)
    place = func.row_number().over(partition_by=task.c.host, order_by=(rank, task.c.due_at, task.c.key))
    ranked = (
        select(*COLUMNS, place.label("place"))
        .where(_wanted(wanted), ~_held(now), task.c.host.in_(hosts))
        .subquery()
    )
    columns = [ranked.c[column.name] for column in COLUMNS]
    return select(*columns).where(ranked.c.place == 1).order_by(ranked.c.due_at, ranked.c.key)


def leased(kind: str, keys: Collection[str], mark: str, until: int) -> Update:
    """Let who has this mark hold tasks."""
    these = (task.c.kind == kind, task.c.key.in_(keys))
    return update(task).where(*these).values(leased_by=mark, lease_until=until)


def hosts_held(names: Collection[str], until: int) -> Update:
    """Let nobody else ask hosts."""
    return update(host).where(host.c.name.in_(names)).values(free_at=until)


def renewed(kind: str, keys: Collection[str], marks: Collection[str], until: int) -> Update:
    """Let who has these marks hold longer those of these tasks that are still held under them."""
    these = (task.c.kind == kind, task.c.key.in_(keys), task.c.leased_by.in_(marks))
    return update(task).where(*these).values(lease_until=until)


def renewed_hosts(names: Collection[str], until: int) -> Update:
    """Let nobody else ask these hosts for longer."""
    return update(host).where(host.c.name.in_(names), host.c.free_at < until).values(free_at=until)


def freed(name: str, at: int) -> Update:
    """Let a host be asked again from a moment on."""
    return update(host).where(host.c.name == name).values(free_at=at)


def released(kind: str, key: str, mark: str | None) -> Update:
    """Give a task back as it was."""
    these = (task.c.kind == kind, task.c.key == key, task.c.leased_by == mark)
    return update(task).where(*these).values(leased_by=None, lease_until=None)


def done(kind: str, key: str, mark: str | None, **now_is: object) -> Update:
    """Note how a task stands after it was done, and give it back, if it is still held under the mark."""
    these = (task.c.kind == kind, task.c.key == key, task.c.leased_by == mark)
    return update(task).where(*these).values(leased_by=None, lease_until=None, **now_is)


def hurried(kind: str, key: str, now: int, word: str) -> Update:
    """Make a task that nobody holds due now, with other words."""
    these = (task.c.kind == kind, task.c.key == key, ~_held(now))
    return update(task).where(*these).values(due_at=now, attempts=0, word=word)


def known(kind: str, keys: Collection[str]) -> Row:
    """Give those of these tasks that there are."""
    return select(*COLUMNS).where(task.c.kind == kind, task.c.key.in_(keys))


def of_kind(kind: str) -> Row:
    """Give all tasks of a kind."""
    return select(*COLUMNS).where(task.c.kind == kind).order_by(task.c.key)


def of_report(report_id: str) -> Row:
    """Give the tasks that brought a report."""
    return select(*COLUMNS).where(task.c.report_id == report_id)


def deleted(kind: str, key: str) -> Delete:
    """Take a task away."""
    return delete(task).where(task.c.kind == kind, task.c.key == key)


def hosts_among(names: Collection[str]) -> Select[str]:
    """Tell which of these hosts are known."""
    return select(host.c.name).where(host.c.name.in_(names))


def soonest(wanted: Sequence[Wanted], now: int) -> Select[int | None]:
    """Tell from when on the first host is free that has an open task."""
    return (
        select(func.min(host.c.free_at))
        .join(task, task.c.host == host.c.name)
        .where(_wanted(wanted), ~_held(now))
    )


def counted(wanted: Sequence[Wanted], now: int) -> Select[int, int]:
    """Count the tasks that are due and wanted: those that wait, and those that somebody holds."""
    held = func.count().filter(_held(now))
    return select(func.count() - held, held).where(_wanted(wanted))
