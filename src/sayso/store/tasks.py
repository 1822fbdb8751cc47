"""What is to be done and who is at it: tasks with leases, shared by all workers of a book.

A lease is taken on a host, with one task of it, so that no host is ever asked two things at once, whichever
worker asks. Who dies loses the lease when it runs out, and another does the task.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVarTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Select, insert

from sayso.errors import StoreError
from sayso.model import Word, content_id
from sayso.store import schema
from sayso.store import task_statements as ask
from sayso.store.moments import micros, moment
from sayso.store.view import parts

__all__ = ["Due", "LeaseLostError", "Task", "Tasks", "Waiting"]

Ts = TypeVarTuple("Ts")

FOUND = "entry"
"""The kind of the tasks that nobody told to do: they were found in what was."""

FREE = 0
"""The moment, long past, from which on a host that was never asked is free."""


class LeaseLostError(StoreError):
    """A task whose lease ran out while it was worked at: it is another worker's now, and nothing is kept."""


class Due(Word, frozen=True, kw_only=True):
    """What tasks a worker would do: of a kind, due by a moment, with these keys; None is any key."""

    kind: str
    by: datetime
    keys: tuple[str, ...] | None = None


class Task(Word, frozen=True, kw_only=True):
    """Something to do, once or again and again; `word` is what was noted of it, as JSON.

    `due_at` None is never again. `attempts` counts the failures in a row; `report_id` is what it brought
    last.
    """

    kind: str
    key: str
    host: str
    due_at: datetime | None
    word: str = "{}"
    attempts: int = 0
    report_id: str | None = None
    leased_by: str | None = None
    lease_until: datetime | None = None


class Waiting(Word, frozen=True, kw_only=True):
    """How many tasks are due and wait, and how many somebody is at."""

    due: int
    held: int


class Tasks:
    """The tasks of a book, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work in the transaction that the connection is in."""
        self.connection = connection

    def plan(self, tasks: Iterable[Task]) -> set[str]:
        """Note tasks that are new, and return their keys; of one that is there nothing changes.

        Only inside a pen: one that writes at a time is what keeps two from noting the same.
        """
        by_kind: dict[str, dict[str, Task]] = {}
        for task in tasks:
            by_kind.setdefault(task.kind, {}).setdefault(task.key, task)
        new: list[Task] = []
        for kind, some in by_kind.items():
            known = self.known(kind, some)
            new += [task for key, task in some.items() if key not in known]
        self._plan_hosts({task.host for task in new})
        self._insert(schema.task, [_row(task) for task in new])
        return {task.key for task in new}

    def known(self, kind: str, keys: Collection[str]) -> dict[str, Task]:
        """Return those of these tasks that there are, by their keys.

        One that brought a report that was forgotten is found by the key that it had.
        """
        veiled = {_veiled(key): key for key in keys}
        found = [t for some in parts([*keys, *veiled]) for t in self._tasks(ask.known(kind, some))]
        return {veiled.get(task.key, task.key): task for task in found}

    def of_kind(self, kind: str) -> list[Task]:
        """Return all tasks of a kind, in the order of their keys."""
        return list(self._tasks(ask.of_kind(kind)))

    def lease(
        self, due: Sequence[Due], mark: str, *, now: datetime, until: datetime, most: int
    ) -> list[Task]:
        """Take at most so many tasks, one a host, and hold them and their hosts until a moment.

        Of one host the kind that `due` names first goes first, then what is due longest.
        `mark` must be new each time; only who has it can say that the task is done.
        """
        wanted = _wanted(due)
        hosts = [name for (name,) in self._rows(ask.free_hosts(wanted, micros(now), most))]
        if not hosts:
            return []
        taken = list(self._tasks(ask.first_open(wanted, micros(now), hosts)))
        for kind in sorted({task.kind for task in taken}):
            keys = [task.key for task in taken if task.kind == kind]
            self.connection.execute(ask.leased(kind, keys, mark, micros(until)))
        self.connection.execute(ask.hosts_held([task.host for task in taken], micros(until)))
        return [replace(task, leased_by=mark, lease_until=until) for task in taken]

    def renew(self, tasks: Collection[Task], hosts: Collection[str], *, until: datetime) -> None:
        """Hold for longer those of these tasks that are still held as they were, and the hosts asked."""
        marks = sorted({task.leased_by for task in tasks if task.leased_by})
        for kind in sorted({task.kind for task in tasks}):
            keys = sorted(task.key for task in tasks if task.kind == kind)
            self.connection.execute(ask.renewed(kind, keys, marks, micros(until)))
        self.connection.execute(ask.renewed_hosts(sorted(hosts), micros(until)))

    def free(self, host: str, at: datetime) -> None:
        """Let a host be asked again from a moment on."""
        self.connection.execute(ask.freed(host, micros(at)))

    def release(self, task: Task) -> None:
        """Give a task back undone, as it was."""
        self.connection.execute(ask.released(task.kind, task.key, task.leased_by))

    def done(
        self,
        task: Task,
        *,
        due_at: datetime | None,
        word: str,
        attempts: int = 0,
        report_id: str | None = None,
    ) -> None:
        """Note how a task stands now, and give it back.

        Raises LeaseLostError when it is not held any more; all that the transaction wrote then goes too.
        """
        changed = self.connection.execute(
            ask.done(
                task.kind,
                task.key,
                task.leased_by,
                due_at=micros(due_at),
                word=word,
                attempts=attempts,
                report_id=report_id,
            )
        )
        if changed.rowcount != 1:
            raise LeaseLostError(f"{task.key}: took longer than the lease; another worker does it now")

    def hurry(self, task: Task, word: str, now: datetime) -> bool:
        """Make a task due now, with other words, unless somebody is at it; tell whether it was done."""
        return self.connection.execute(ask.hurried(task.kind, task.key, micros(now), word)).rowcount == 1

    def waiting(self, due: Sequence[Due], now: datetime) -> Waiting:
        """Count what is due."""
        waits, held = next(iter(self._rows(ask.counted(_wanted(due), micros(now)))))
        return Waiting(due=waits, held=held)

    def soonest(self, due: Sequence[Due], now: datetime) -> datetime | None:
        """Return from when on the first host may be asked that has a task due; None when nothing is due."""
        (at,) = next(iter(self._rows(ask.soonest(_wanted(due), micros(now)))))
        return None if at is None else max(now, moment(at))

    def forget(self, report_id: str) -> None:
        """Let what was found, and brought a report, never be done again, and keep its key only as a digest.

        Of what somebody told to watch, only what was noted is dropped.
        """
        for task in list(self._tasks(ask.of_report(report_id))):
            self.connection.execute(ask.deleted(task.kind, task.key))
            gone = Task(kind=task.kind, key=_veiled(task.key), host="", due_at=None)
            anew = Task(kind=task.kind, key=task.key, host=task.host, due_at=task.due_at)
            self._insert(schema.task, [_row(gone if task.kind == FOUND else anew)])

    def _plan_hosts(self, names: Collection[str]) -> None:
        known = {name for some in parts(names) for (name,) in self._rows(ask.hosts_among(some))}
        rows = [{"name": name, "free_at": FREE} for name in sorted(set(names) - known)]
        self._insert(schema.host, rows)

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)

    def _rows(self, statement: Select[*Ts]) -> Iterator[tuple[*Ts]]:
        yield from self.connection.execute(statement)

    def _tasks(self, statement: ask.Row) -> Iterator[Task]:
        for kind, key, host, due, until, mark, attempts, report_id, word in self._rows(statement):
            yield Task(
                kind=kind,
                key=key,
                host=host,
                due_at=moment(due),
                word=word,
                attempts=attempts,
                report_id=report_id,
                leased_by=mark,
                lease_until=moment(until),
            )


def _wanted(due: Iterable[Due]) -> list[ask.Wanted]:
    return [ask.Wanted(want.kind, micros(want.by), want.keys) for want in due]


def _row(task: Task) -> dict[str, Any]:
    return {
        "kind": task.kind,
        "key": task.key,
        "host": task.host,
        "due_at": micros(task.due_at),
        "lease_until": None,
        "leased_by": None,
        "attempts": task.attempts,
        "report_id": task.report_id,
        "word": task.word,
    }


def _veiled(key: str) -> str:
    return f"forgotten {content_id('task', key)}"
