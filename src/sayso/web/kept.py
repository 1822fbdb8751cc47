"""Answers are made once for each state of the book: kept while it stays as it is, and not sent to who has it.

Handlers say `opt=KEPT` when their answer is a function of the book, the address and who asks.
"""

import asyncio
import hashlib
from collections import OrderedDict
from datetime import UTC, datetime
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from sayso import __version__
from sayso.casebook import Casebook
from sayso.moments import moment_of

__all__ = ["KEPT", "Kept"]

KEPT = {"kept": True}

MOST_BYTES = 64_000_000
"""What is kept of answers; a page of an incident with thirty reports is some 60,000."""

AT_WORK = 1
"""Answers made at one time, the others in turn: in one interpreter two at once would both be late."""

NOW = "private, no-cache"
"""A browser keeps the answer, and asks each time whether it still holds."""
PAST = "private, max-age=60"
"""What was known at a past moment stays; but words may be forgotten, so not for long."""


class Kept(ASGIMiddleware):
    """Sends 304 to who has the answer, the kept answer to others, and makes each only once."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, book: Casebook) -> None:
        """Keep answers on one book."""
        self.book = book
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._bytes = 0
        self._making: dict[str, asyncio.Lock] = {}
        self._at_work = asyncio.Semaphore(AT_WORK)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Answer one request."""
        request: Request[Any, Any, Any] = Request(scope)
        if request.method != "GET" or not scope["route_handler"].opt.get("kept"):
            await next_app(scope, receive, send)
            return
        stamp = await asyncio.to_thread(self.book.stamp)
        tag = _tag(request, stamp)
        if tag in _tags(request.headers.get("if-none-match", "")):
            await _Answer(304, (b"etag", tag.encode()), _control(request)).send_to(send)
            return
        # One makes it while the others wait. It is sent after the lock, which no slow reader may hold.
        try:
            async with self._making.setdefault(tag, asyncio.Lock()):
                answer = self._answers.get(tag)
                if answer is None:
                    answer = _Answer()
                    async with self._at_work:
                        await next_app(scope, receive, answer)
                    self._keep(tag, answer)
        finally:
            self._making.pop(tag, None)
        if answer.status == 200:
            answer.add((b"etag", tag.encode()), _control(request))
        await answer.send_to(send)

    def _keep(self, tag: str, answer: "_Answer") -> None:
        """Keep an answer that says that all is well, in place of those that were made first."""
        if answer.status != 200 or len(answer.body) * 4 > MOST_BYTES:
            return
        self._answers[tag] = answer
        self._bytes += len(answer.body)
        while self._bytes > MOST_BYTES:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= len(oldest.body)


class _Answer:
    """An answer, held back until all of it is there."""

    def __init__(self, status: int = 500, *headers: tuple[bytes, bytes]) -> None:
        self.status = status
        self.headers = list(headers)
        self.body = b""

    async def __call__(self, message: Message) -> None:
        """Take a part of the answer in place of the connection."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            self.body += message["body"]

    def add(self, *headers: tuple[bytes, bytes]) -> None:
        """Put headers in place of those of their names."""
        names = {name for name, _ in headers}
        self.headers = [pair for pair in self.headers if pair[0].lower() not in names] + list(headers)

    async def send_to(self, send: Send) -> None:
        """Send all of it."""
        start: Any = {"type": "http.response.start", "status": self.status, "headers": list(self.headers)}
        await send(start)
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


def _tag(request: Request[Any, Any, Any], stamp: str) -> str:
    """Return what names an answer: this sayso, the book's state, who asks, and for what."""
    person = request.scope["state"].get("person")
    asked = (__version__, stamp, repr(person), request.scope["path"], request.scope["query_string"])
    return f'W/"{hashlib.sha256(repr(asked).encode()).hexdigest()[:24]}"'


def _tags(sent: str) -> set[str]:
    return {tag.strip() for tag in sent.split(",")}


def _control(request: Request[Any, Any, Any]) -> tuple[bytes, bytes]:
    """Return how long an answer may be kept elsewhere."""
    try:
        past = moment_of(request.query_params["as_of"], end_of_day=True) < datetime.now(UTC)
    except (KeyError, ValueError):
        past = False
    return b"cache-control", (PAST if past else NOW).encode()
