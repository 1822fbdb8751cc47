"""Tells: takes messages that are due, one program at a time, sends each, and notes what became of it.

A message is taken (and its attempt counted) in one transaction, sent outside of any, and marked in another.
A program that dies between sending and marking leaves it taken; when the lease runs out it is sent once more,
with the same id. So every message arrives at least once, and who receives it can tell a repeat by its id.
"""

import asyncio
import logging
import smtplib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sayso.alerts import mail, webhook
from sayso.alerts.looking import look
from sayso.alerts.messages import Message, compose
from sayso.alerts.settings import Settings
from sayso.casebook import Casebook
from sayso.errors import FetchError, StoreError
from sayso.model import Alert, AlertRule, Word
from sayso.store import outbox

__all__ = ["Told", "deliver", "deliver_forever"]

LOG = logging.getLogger(__name__)

Taken = tuple[AlertRule, tuple[Alert, ...]]

LEASE = timedelta(minutes=5)
"""How long a message is taken for: longer than any attempt lasts."""

AT_ONCE = 8
"""Messages that are sent at one time."""

EVERY_S = 1.0
"""Seconds between two looks at the book."""

PAUSE_S = 30.0
"""Seconds until the next look after one that broke, so that the log stays short."""

GONE = 410


class Told(Word, frozen=True, kw_only=True):
    """What a round of telling came to: alerts that are new, messages that arrived, and those that did not."""

    met: int = 0
    sent: int = 0
    put_off: int = 0
    given_up: int = 0


class _NotToldError(Exception):
    """A message that did not arrive; `again` is how long to wait at least, None when it is no use."""

    def __init__(self, why: str, again: timedelta | None = timedelta(0)) -> None:
        super().__init__(why)
        self.again = again


async def deliver(book: Casebook, settings: Settings, *, now: datetime | None = None) -> Told:
    """Look what changed, and tell what is due; returns what became of it."""
    at = now or datetime.now(UTC)
    met = await asyncio.to_thread(look, book, at, timedelta(seconds=settings.hold_s))
    outcomes: list[str] = []
    while taken := await asyncio.to_thread(_take, book, now or datetime.now(UTC)):
        outcomes += await asyncio.gather(*(_tell(book, settings, *one, now) for one in taken))
    return Told(met=met, **{name: outcomes.count(name) for name in ("sent", "put_off", "given_up")})


async def deliver_forever(
    path: str | Path,
    settings: Settings,
    stop: asyncio.Event,
    *,
    heard: Callable[[Told], None] | None = None,
) -> None:
    """Tell what is to be told of the book at a path, as it comes, until `stop` is set.

    What the book refuses for a while (another program writes) is tried again at the next round, and so is,
    after a pause, what breaks: one bad round must not silence the rest. `heard` is told of each round in
    which anything happened.
    """
    book = await asyncio.to_thread(Casebook.open, path, create=False)
    try:
        while not stop.is_set():
            pause_s = EVERY_S
            try:
                told = await deliver(book, settings)
                if heard and told != Told():
                    heard(told)
            except StoreError as busy:
                LOG.warning("alerts wait: %s", busy)
            except Exception:
                LOG.exception("a look for alerts broke; the next one is in %.0f s", PAUSE_S)
                pause_s = PAUSE_S
            try:
                await asyncio.wait_for(stop.wait(), pause_s)
            except TimeoutError:
                continue
    finally:
        book.close()


def _take(book: Casebook, now: datetime) -> list[Taken]:
    """Take some messages that are due; while none is, nobody else who writes has to wait."""
    with book.store.view() as view:
        if not outbox.due(view, now):
            return []
    with book.store.pen() as pen:
        return outbox.lease(pen, now, LEASE, AT_ONCE)


async def _tell(
    book: Casebook, settings: Settings, rule: AlertRule, alerts: Sequence[Alert], now: datetime | None
) -> str:
    """Send one message and note what became of it."""
    try:
        message = await asyncio.to_thread(_write, book, settings, rule, alerts)
        await _send(settings, rule, message, now or datetime.now(UTC))
    except _NotToldError as failed:
        return await asyncio.to_thread(_put_off, book, settings, alerts, failed, now)
    except Exception as broken:  # one message that breaks must not silence the rest
        LOG.error("what rule %s tells cannot be sent", rule.id, exc_info=broken)
        why = f"it cannot be sent ({type(broken).__name__}: {broken}); the log says more"
        return await asyncio.to_thread(_put_off, book, settings, alerts, _NotToldError(why), now)
    await asyncio.to_thread(_mark, book, message, now or datetime.now(UTC))
    return "sent"


def _write(book: Casebook, settings: Settings, rule: AlertRule, alerts: Sequence[Alert]) -> Message:
    with book.store.view() as view:
        return compose(view, rule, alerts, settings.url)


def _mark(book: Casebook, message: Message, at: datetime) -> None:
    with book.store.pen() as pen:
        outbox.sent(pen, message.id, at)


def _put_off(
    book: Casebook,
    settings: Settings,
    alerts: Sequence[Alert],
    failed: _NotToldError,
    now: datetime | None,
) -> str:
    """Note that the message on these alerts did not arrive, and when it is tried again, if it is."""
    attempts, message = max(alert.attempts for alert in alerts), alerts[0].message or ""
    with book.store.pen() as pen:
        if failed.again is None or attempts > len(settings.retries_s):
            outbox.given_up(pen, message, str(failed))
            return "given_up"
        wait = max(failed.again, timedelta(seconds=settings.retries_s[attempts - 1]))
        outbox.again(pen, message, (now or datetime.now(UTC)) + wait, str(failed))
        return "put_off"


async def _send(settings: Settings, rule: AlertRule, message: Message, now: datetime) -> None:
    """Send a message the way its rule says; raises _NotToldError when it did not arrive."""
    if rule.to == "web":
        return
    if rule.to.startswith("mailto:"):
        if settings.mail is None:
            raise _NotToldError("no server for mail is set; give its settings, see docs/alerts.md")
        try:
            made = mail.letter(message, rule.to, settings.mail.sender, now)
            await asyncio.to_thread(mail.send, made, settings.mail)
        except (OSError, smtplib.SMTPException, UnicodeError) as error:  # smtplib logs in with ASCII only
            raise _NotToldError(f"the mail server did not take it: {error}") from error
        return
    try:
        async with webhook.fetcher_for(rule.to, settings.internal) as fetcher:
            await webhook.post(fetcher, rule.to, rule.secret or "", message, now)
    except FetchError as error:
        # An answer is the receiver's, and may be another one later; what the guard refuses stays refused.
        useless = error.status == GONE or (error.status is None and not error.again)
        raise _NotToldError(
            str(error), None if useless else timedelta(seconds=error.retry_after_s or 0)
        ) from error
