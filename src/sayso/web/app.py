"""The whole door as one ASGI application."""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from anyio import to_thread
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, Request, Router
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from sayso.alerts import Settings, deliver_forever
from sayso.casebook import Casebook
from sayso.model import Reader
from sayso.web import api, filters, pages
from sayso.web.asking import asked_of, then_of
from sayso.web.description import description
from sayso.web.faults import HANDLERS
from sayso.web.forms import Forms
from sayso.web.gates import LOOPBACK, OPEN, Gate, Rates, guard
from sayso.web.headers import put_headers
from sayso.web.kept import Kept
from sayso.web.live import Live
from sayso.web.meters import Meters
from sayso.web.people import Doorkeeper, Person
from sayso.web.reading import ReadingRoom

__all__ = ["Door", "app", "environment"]

_log = logging.getLogger("sayso.web")

HERE = Path(__file__).parent
NAMED = ("/incidents/", "/reports/")
"""Below these, a part of the path is an id."""

THREADS = 10
"""Handlers at work at one time: more would share two cores, and each looks with a connection of its own."""

STOP_S = 5
"""Seconds in which a message that is under way may still be sent when the door closes."""

BYTES = 100_000
"""What may be sent in one request, unless a handler takes more."""


class Door(Litestar):
    """Litestar, which matches whole segments of a path, taught that /incidents/ID.json is ID's .json.

    An id may hold a slash, sent as %2F: below NAMED it stays so in the path, and `slashed` gives it back.
    """

    live: Live

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request; HEAD as GET, of which the server leaves out the body."""
        if scope.get("method") == "HEAD":
            scope = {**scope, "method": "GET"}
        if scope.get("path", "").startswith(NAMED):
            scope["path"] = _path_of(scope)
        await super().__call__(scope, receive, send)


def _path_of(scope: Any) -> str:
    """Return the path of a request below NAMED, with slashes of ids kept apart from those between parts."""
    path: str = scope["path"]
    raw = scope.get("raw_path") or b""
    if b"%2f" in raw.lower() or b"%25" in raw:
        parts = raw.partition(b"?")[0].decode("ascii", "replace").split("/")
        path = "/".join(unquote(part).replace("%", "%25").replace("/", "%2F") for part in parts)
    return path.removesuffix(".json") + "/.json" if path.endswith(".json") else path


def app(
    book: str | Path,
    *,
    host: str = "127.0.0.1",
    loopback: bool = True,
    names: Collection[str] = (),
    reader: Reader | None = None,
    rates: Rates | None = None,
    alerts: Settings | None = None,
) -> Door:
    """Return the application that serves the book at a path or URL.

    `loopback` says that only this machine can reach it: then it answers to the names of this machine, and to
    `host`, and while the book has no token, who is here needs none. `names` are others that it answers to, as
    behind a proxy; not on loopback, it answers to all, unless some are given. Without a `reader` the default
    one reads, in a process of its own. `alerts` says how alerts are sent while it runs; None is that none
    are. Raises StoreError when there is no book.
    """
    room = ReadingRoom(reader)
    casebook = Casebook.open(book, room, create=False)
    keeper = Doorkeeper(casebook.store, loopback=loopback)
    live = Live(casebook, keeper)
    meters = Meters(casebook, live)
    made: dict[str, Any] = {"book": casebook, "keeper": keeper, "live": live, "meters": meters, "room": room}

    @asynccontextmanager
    async def open_hours(_: Litestar) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        async with live.running(), _telling(book, alerts):
            yield
        room.close()
        casebook.close()

    door = Door(
        # One router: of what came in two steps at one path, Litestar 2.25 would wrap the first twice.
        [Router("/", route_handlers=[*api.handlers, *pages.handlers]), _static()],
        before_send=[meters.count, put_headers],
        dependencies={
            **{name: _given(word) for name, word in made.items()},
            "person": Provide(_person, sync_to_thread=False),
            "asked": Provide(asked_of, sync_to_thread=False),
            "then": Provide(then_of, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        guards=[guard],
        lifespan=[open_hours],
        logging_config=None,
        middleware=[
            meters,
            Gate(keeper, {*LOOPBACK, host, *names} if loopback else names, rates or Rates()),
            Forms(),
            Kept(casebook),
        ],
        openapi_config=description(),
        request_max_body_size=BYTES,
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
    )
    door.live = live
    return door


@asynccontextmanager
async def _telling(book: str | Path, alerts: Settings | None) -> AsyncIterator[None]:
    """Send alerts for as long as the block runs."""
    if alerts is None:
        yield
        return
    stop = asyncio.Event()
    telling = asyncio.create_task(_tell_on(book, alerts, stop))
    try:
        yield
    finally:
        stop.set()
        with suppress(TimeoutError):  # what was not sent by then is sent again after its lease
            await asyncio.wait_for(telling, STOP_S)


async def _tell_on(book: str | Path, alerts: Settings, stop: asyncio.Event) -> None:
    try:
        await deliver_forever(book, alerts, stop)
    except Exception:  # noqa: BLE001 - a door: else it would be heard of only when it closes
        _log.exception("no alerts are sent any more; serve the book anew to send them")


def environment() -> Environment:
    """Return the templates: everything is escaped, and a name that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=filters.seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(filters.FILTERS)
    made.globals.update(filters.GLOBALS)
    return made


def _person(request: Request[Any, Any, Any]) -> Person:
    """Return who asks."""
    return request.state.person or Person()


def _given(word: Any) -> Provide:
    return Provide(lambda: word, sync_to_thread=False)


def _static() -> Any:
    return create_static_files_router(
        path="/static",
        directories=[HERE / "static"],
        opt=OPEN,
        cache_control=CacheControlHeader(max_age=600),  # so long after an update may old ones be seen
    )
