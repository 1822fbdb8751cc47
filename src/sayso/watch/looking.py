"""A look at a page: fetched, made a report, read, kept as the first or the next version, and due again.

A page that cannot be had is tried again, and at last given up. Then the headline and the summary that its
feed has of it are kept as the report, since the outlet published them; a page that is had later replaces
them. Nothing that was kept is ever touched because a page cannot be had any more.
"""

from datetime import datetime
from functools import partial

import msgspec

from sayso.casebook import Casebook
from sayso.errors import FetchError
from sayso.intake.feeds import Entry
from sayso.intake.fetching import Fetched
from sayso.model import Outcome, Reading, Report, decode, encode
from sayso.store import Pen, Task, Tasks
from sayso.trace.editions import words_of
from sayso.watch.reading import Brought, ReadersEndedError
from sayso.watch.states import PageState
from sayso.watch.versions import Look
from sayso.watch.work import Work, back_off, later

__all__ = ["look"]

NOT_YET = 404
"""What is answered, too, by servers whose feed is quicker than they: worth another try."""


class NoReportError(FetchError):
    """A page that was had, but in which there is no report."""


async def look(work: Work, task: Task) -> None:
    """Look at a page, and keep what is new."""
    state = _state(work, task)
    given, brought = None, Brought()
    try:
        if state.alone:
            work.clerk.note_soon(partial(Tasks.free, host=task.host, at=later(0)))
        else:
            given = await work.ask(task, task.key, state.watched, etag=state.etag, modified=state.modified)
            if given is None:
                await work.clerk.note(partial(Tasks.release, task=task))
                return
        if given is None or given.changed:
            brought = await _bring(work, task, state, given)
    except FetchError as error:
        await _missed(work, task, state, error)
        return
    work.failing.discard(task.key)
    state = msgspec.structs.replace(state, problem=None)
    if given is not None and given.changed:
        # Only now: a page that was fetched but not kept must be given whole the next time.
        state = msgspec.structs.replace(state, etag=given.etag, modified=given.modified)
    if brought.report is None or brought.reading is None:
        await _seen(work, task, state)
    else:
        await _keep(work, task, state, brought.report, brought.reading)


async def _bring(work: Work, task: Task, state: PageState, given: Fetched | None) -> Brought:
    """Return what a look brought; without a page it is what the feed says by itself.

    Raises FetchError when there is nothing to be read, or the process that read it ended.
    """
    before = None
    if task.report_id is not None:
        before = await work.clerk.do(partial(_kept, ref=task.report_id))
    made = Look(
        now=later(0),
        feed=state.watched.url,
        fetched=given,
        entry=state.entry,
        source=state.watched.source,
        before=before,
        words=state.words,
    )
    try:
        brought = await work.readers.bring(made)
    except ReadersEndedError as ended:
        raise FetchError(task.key, str(ended), "It is tried again", again=True) from None
    for remark in brought.remarks:
        work.tell("remark", task.key, remark)
    if brought.why is not None:
        raise NoReportError(task.key, brought.why, brought.what_to_do)
    return brought


def _kept(book: Casebook, ref: str) -> Report | None:
    with book.store.view() as view:
        return view.full_reports([ref]).get(ref)


async def _seen(work: Work, task: Task, state: PageState) -> None:
    """Note a look that brought nothing new."""
    due_at = _next_look(work, task, state)
    state = _looked(state)
    await work.clerk.note(
        lambda tasks: tasks.done(task, due_at=due_at, word=_json(state), report_id=task.report_id)
    )


async def _keep(
    work: Work, task: Task, state: PageState, report: Report, reading: Reading, *, due: bool = True
) -> None:
    """Keep a report and note the look, both or neither."""
    due_at = _next_look(work, task, state) if due else None
    words = words_of(report)

    def also(pen: Pen, outcome: Outcome) -> None:
        refused = outcome.fate == "refused"
        noted = msgspec.structs.replace(
            _looked(state),
            words=words,
            problem=f"{outcome.why}. {outcome.what_to_do}" if refused else None,
        )
        ref = task.report_id if refused else report.id
        pen.tasks.done(task, due_at=due_at, word=_json(noted), report_id=ref)

    added = await work.clerk.do(lambda book: book.keep(report, reading, also=also))
    _count(work, task, state, report, added.outcomes[0])


def _count(work: Work, task: Task, state: PageState, report: Report, outcome: Outcome) -> None:
    """Count what became of a report, and tell of it."""
    label = f"{report.title or task.key}"
    if outcome.fate == "refused":
        work.counts.refused += 1
        work.tell("refused", task.key, f"{outcome.why}. {outcome.what_to_do}")
    elif outcome.fate == "known":
        return
    elif state.summary:
        work.counts.summaries += 1
        work.tell("summary", task.key, f"only what its feed says is kept: {state.problem}")
    elif report.replaces is not None:
        work.counts.changed += 1
        work.tell("changed", label, f"a new version, of {task.key}")
    else:
        work.counts.new += 1
        work.tell("new", label, outcome.why or "")


async def _missed(work: Work, task: Task, state: PageState, error: FetchError) -> None:
    """Note that a page was not had, or that there was no report in it."""
    worth_it = error.again or error.status == NOT_YET
    why = f"{error.why}. {error.what_to_do}"
    attempts = task.attempts + 1
    state = msgspec.structs.replace(state, problem=why)
    wait = max(back_off(work.settings, attempts), error.retry_after_s or 0.0)
    if task.kind == "page":
        work.failing.add(task.key)
        wait = max(wait, state.watched.interval_s)
    if task.kind == "page" or (worth_it and attempts < work.settings.tries):
        work.counts.failed += 1
        if attempts == 1 or task.kind == "entry":
            work.tell("failed", task.key, why)
        await _note(work, task, state, later(wait), attempts)
    elif task.report_id is not None:
        work.tell("remark", task.key, f"not had any more ({why}); what was kept stays")
        await _note(work, task, _looked(state), _next_look(work, task, state), 0)
    else:
        await _give_up(work, task, state, worth_it or isinstance(error, NoReportError))


async def _give_up(work: Work, task: Task, state: PageState, worth_it: bool) -> None:
    """Keep what a feed says of a page that cannot be had, if it says anything."""
    state = msgspec.structs.replace(state, summary=True, etag=None, modified=None)
    try:
        brought = await _bring(work, task, state, None) if state.entry else Brought()
    except FetchError:
        brought = Brought()
    if brought.report is None or brought.reading is None:
        work.counts.refused += 1
        work.tell("refused", task.key, state.problem or "")
        await _note(work, task, _looked(state), None, task.attempts + 1)
    else:
        await _keep(work, task, state, brought.report, brought.reading, due=worth_it)


async def _note(work: Work, task: Task, state: PageState, due_at: datetime | None, attempts: int) -> None:
    await work.clerk.note(
        lambda tasks: tasks.done(
            task, due_at=due_at, word=_json(state), attempts=attempts, report_id=task.report_id
        )
    )


def _state(work: Work, task: Task) -> PageState:
    """Return what is noted of a page; of one that is watched by itself, with what the file says of it now."""
    watched = work.watched.get(task.key)
    if watched is None:
        return decode(task.word, PageState)
    if task.word == "{}":
        return PageState(watched=watched)
    return msgspec.structs.replace(decode(task.word, PageState), watched=watched)


def _looked(state: PageState) -> PageState:
    """Return what is to be noted after a look: of the entry only its times, as its words are kept now."""
    entry = state.entry
    if entry is not None and not state.alone:
        entry = Entry(
            published_at=entry.published_at,
            published_grain=entry.published_grain,
            updated_at=entry.updated_at,
            updated_grain=entry.updated_grain,
            language=entry.language,
        )
    if state.alone:
        entry = None
    return msgspec.structs.replace(state, entry=entry, looks=state.looks + 1)


def _next_look(work: Work, task: Task, state: PageState) -> datetime | None:
    """Return when a page is looked at again; None when it was often enough, or there is nothing to fetch."""
    if task.kind == "page":
        return later(state.watched.interval_s)
    if state.alone or state.looks >= len(work.settings.looks_s):
        return None
    return later(work.settings.looks_s[state.looks])


def _json(state: PageState) -> str:
    return encode(state).decode()
