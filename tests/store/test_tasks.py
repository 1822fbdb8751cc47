"""Tasks with leases: who may do what, and when, whatever dies meanwhile."""

import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.casebook import Casebook
from sayso.store import Due, LeaseLostError, Store, Task
from sayso.store.task_statements import renewed

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new book can be made, on each database."""
    with a_home(request.param, tmp_path) as given:
        yield given


@pytest.fixture
def store(home: str) -> Iterator[Store]:
    """An empty book."""
    opened = Store(home)
    yield opened
    opened.close()


def a_task(key: str, *, minute: float = 0, host: str = "a.example", kind: str = "entry") -> Task:
    return Task(kind=kind, key=key, host=host, due_at=EVENING + minute * MINUTE)


def plan(store: Store, *tasks: Task) -> set[str]:
    with store.pen() as pen:
        return pen.tasks.plan(tasks)


def lease(
    store: Store, mark: str, minute: float, *, due: tuple[Due, ...] | None = None, most: int = 9
) -> list[Task]:
    """Take what is due at a minute, for five minutes."""
    now = EVENING + minute * MINUTE
    due = (Due(kind="entry", by=now),) if due is None else due
    with store.tasks() as tasks:
        return tasks.lease(due, mark, now=now, until=now + 5 * MINUTE, most=most)


def keys(tasks: list[Task]) -> list[str]:
    return [task.key for task in tasks]


def test_a_host_is_asked_one_thing_at_a_time_the_longest_due_first(store: Store) -> None:
    plan(store, a_task("late", minute=2), a_task("early"), a_task("other", minute=1, host="b.example"))
    taken = lease(store, "m1", 3)
    assert keys(taken) == ["early", "other"]
    assert lease(store, "m2", 3) == []
    with store.tasks() as tasks:
        tasks.free("a.example", EVENING + 4 * MINUTE)
    assert keys(lease(store, "m3", 3.5)) == []
    assert keys(lease(store, "m4", 4)) == ["late"]


def test_what_is_done_is_due_again_when_it_says(store: Store) -> None:
    plan(store, a_task("page"))
    (task,) = lease(store, "m1", 0)
    with store.tasks() as tasks:
        tasks.done(task, due_at=EVENING + 10 * MINUTE, word='{"etag":"x"}', report_id="r1")
        tasks.free(task.host, EVENING)
    assert lease(store, "m2", 9) == []
    (task,) = lease(store, "m3", 10)
    assert (task.word, task.report_id, task.attempts) == ('{"etag":"x"}', "r1", 0)
    with store.tasks() as tasks:
        tasks.done(task, due_at=None, word="{}")
        tasks.free(task.host, EVENING)
    assert lease(store, "m4", 59) == []


def test_the_lease_of_one_who_died_runs_out_and_another_does_it(store: Store) -> None:
    plan(store, a_task("page"))
    (dead,) = lease(store, "dead", 0)
    assert lease(store, "m2", 4) == []
    assert keys(lease(store, "m3", 5)) == ["page"]

    def keep_too_late() -> None:
        with store.pen() as pen:
            pen.add_report(a_report())
            pen.tasks.done(dead, due_at=None, word="{}")

    with pytest.raises(LeaseLostError):
        keep_too_late()
    with store.view() as view:
        assert view.report_count() == 0


def test_who_is_still_at_it_holds_on(store: Store) -> None:
    plan(store, a_task("page"), a_task("next", minute=1))
    (task,) = lease(store, "m1", 0)
    with store.tasks() as tasks:
        tasks.renew([task], [task.host], until=EVENING + 20 * MINUTE)
    assert lease(store, "m2", 10) == []
    with store.tasks() as tasks:
        tasks.done(task, due_at=None, word="{}")


def test_who_lost_a_task_does_not_hold_it_for_whoever_has_it_now(store: Store) -> None:
    plan(store, a_task("page"))
    (lost,) = lease(store, "m1", 0)
    (now,) = lease(store, "m2", 6)
    with store.tasks() as tasks:
        tasks.renew([lost], [], until=EVENING + 60 * MINUTE)
    assert keys(lease(store, "m3", 12)) == [now.key]


def test_no_other_tasks_are_gone_through_to_hold_on_to_some(tmp_path: Path) -> None:
    asked = renewed("entry", ["page"], ["m1"], 0).compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    Store(str(tmp_path / "new.book")).close()
    with closing(sqlite3.connect(tmp_path / "new.book")) as book:
        steps = [row[3] for row in book.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert [step.split()[0] for step in steps] == ["SEARCH"]


def test_what_is_given_back_can_be_taken_at_once(store: Store) -> None:
    plan(store, a_task("page"))
    (task,) = lease(store, "m1", 0)
    with store.tasks() as tasks:
        tasks.release(task)
        tasks.free(task.host, EVENING)
    assert keys(lease(store, "m2", 0)) == ["page"]


def test_only_what_is_wanted_is_taken(store: Store) -> None:
    feeds = [a_task(key, kind="feed", host=f"{key}.example") for key in ("mine", "theirs", "later")]
    plan(store, *feeds, a_task("page", host="p.example", minute=2))
    due = (
        Due(kind="feed", by=EVENING, keys=("mine", "absent")),
        Due(kind="entry", by=EVENING + MINUTE),
    )
    with store.tasks() as tasks:
        assert (tasks.waiting(due, EVENING).due, tasks.waiting(due, EVENING).held) == (1, 0)
    assert keys(lease(store, "m1", 3, due=due)) == ["mine"]
    assert lease(store, "m2", 3, due=()) == []
    with store.tasks() as tasks:
        assert tasks.waiting(due, EVENING).held == 1


def test_planning_twice_changes_nothing(store: Store) -> None:
    assert plan(store, a_task("page"), a_task("page", minute=5)) == {"page"}
    assert plan(store, a_task("page", minute=9), a_task("new")) == {"new"}
    with store.tasks() as tasks:
        assert [(task.key, task.due_at) for task in tasks.of_kind("entry")] == [
            ("new", EVENING),
            ("page", EVENING),
        ]


def test_a_task_that_nobody_is_at_can_be_hurried(store: Store) -> None:
    plan(store, a_task("page", minute=50))
    with store.tasks() as tasks:
        (task,) = tasks.of_kind("entry")
        assert tasks.hurry(task, '{"n":1}', EVENING)
    (task,) = lease(store, "m1", 0)
    with store.tasks() as tasks:
        assert not tasks.hurry(task, '{"n":2}', EVENING)


def test_what_brought_a_forgotten_report_is_known_but_never_done_again(home: str) -> None:
    url = "https://a.example/ministers-brother-shot"
    with Casebook.open(home, PlainReader()) as book:
        report = a_report(a_story("Lyon", "2 killed, police said"))
        book.add([report])
        plan(book.store, a_task(url))
        (task,) = lease(book.store, "m1", 0)
        with book.store.tasks() as tasks:
            tasks.done(task, due_at=EVENING, word='{"told":"minister"}', report_id=report.id)
            tasks.free(task.host, EVENING)
        book.forget(report.id, why="court order 7", by="Ada")
        with book.store.tasks() as tasks:
            assert list(tasks.known("entry", [url])) == [url]
            assert "minister" not in str(tasks.of_kind("entry"))
        assert plan(book.store, a_task(url)) == set()
        assert lease(book.store, "m2", 9) == []
    if "://" not in home:
        assert b"minister" not in Path(home).read_bytes()


def take_all(home: str, name: str, number: int, taken: "multiprocessing.Queue[str]") -> None:
    """Do tasks until there are none; run as a process of its own."""
    store = Store(home)
    turn = 0
    while True:
        turn += 1
        some = lease(store, f"{name}{turn}", 30, most=number)
        if not some:
            break
        for task in some:
            taken.put(task.key)
            with store.tasks() as tasks:
                tasks.done(task, due_at=None, word="{}")
                tasks.free(task.host, EVENING)
    store.close()


def test_workers_share_what_is_due_and_nothing_is_done_twice(home: str) -> None:
    store = Store(home)
    plan(store, *(a_task(f"page {at:03}", host=f"h{at % 40}") for at in range(120)))
    spawn = multiprocessing.get_context("spawn")
    taken: multiprocessing.Queue[str] = spawn.Queue()
    workers = [spawn.Process(target=take_all, args=(home, name, 5, taken)) for name in "abc"]
    for worker in workers:
        worker.start()
    done: list[str] = []
    done += [taken.get(timeout=30) for _ in range(120)]
    for worker in workers:
        worker.join(30)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert sorted(done) == [f"page {at:03}" for at in range(120)]
    with store.tasks() as tasks:
        assert all(task.leased_by is None and task.due_at is None for task in tasks.of_kind("entry"))
    store.close()


def test_leasing_does_not_wait_for_one_who_writes(tmp_path: Path) -> None:
    with a_home("postgresql", tmp_path) as home:
        store = Store(home)
        plan(store, a_task("page"))
        with store.pen():
            assert keys(lease(store, "m1", 0)) == ["page"]
        store.close()


def test_moments_come_back_as_they_were(store: Store) -> None:
    odd = datetime.fromisoformat("2024-03-01T18:00:00.000001+00:00")
    plan(store, Task(kind="feed", key="k", host="h", due_at=odd, attempts=2, report_id="r"))
    with store.tasks() as tasks:
        (task,) = tasks.of_kind("feed")
    assert (task.due_at, task.attempts, task.report_id) == (odd, 2, "r")
