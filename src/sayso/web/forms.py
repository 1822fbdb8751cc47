"""Forms say the same as JSON: a form becomes the JSON that a program would send, its answer a way back.

So every write has one handler. A field that is left empty is not sent; "reports.text" is the field "text" of
"reports"; `back` is the page to return to, with the id of what was kept as `kept`, so that it can be undone.
"""

from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import msgspec
from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Forms", "is_form"]

FORM = "application/x-www-form-urlencoded"
BACK = "back"
MOST = 1_000_000
"""Bytes of a form; a whole report that somebody pastes fits."""
MOST_FIELDS = 100
PLAIN = "/?#&=+%:;,@!$'()*-._~"
"""What may stand in an address as it is."""


class Forms(ASGIMiddleware):
    """Turns forms into JSON on the way in, and answers to them into redirects on the way out."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass one request on, translated if it is a form."""
        if not is_form(scope):
            await next_app(scope, receive, send)
            return
        fields = parse_qsl((await _body(receive)).decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
        back = next((value for name, value in fields if name == BACK), "/")
        packed = msgspec.json.encode(_nested(fields))
        scope["headers"] = [
            *(
                (name, value)
                for name, value in scope["headers"]
                if name not in (b"content-type", b"content-length")
            ),
            (b"content-type", b"application/json"),
            (b"content-length", str(len(packed)).encode()),
        ]
        scope["state"]["form"] = True
        await next_app(scope, _once(packed, receive), _Redirecting(send, back))


def is_form(scope: Any) -> bool:
    """Tell whether a request is a form that a browser sent."""
    if scope.get("state", {}).get("form"):
        return True
    if scope.get("method") != "POST":
        return False
    return str(Headers.from_scope(scope).get("content-type", "")).partition(";")[0].strip().lower() == FORM


class _Redirecting:
    """Sends a way back in place of an answer that says that all is well; what went wrong is sent as it is."""

    def __init__(self, send: Send, back: str) -> None:
        self.send = send
        self.back = _local(back)
        self.started: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] < 300:
            self.started = message
        elif self.started is None:
            await self.send(message)
        elif message["type"] == "http.response.body":
            self.body += message["body"]
            if not message["more_body"]:
                await self._send_back()

    async def _send_back(self) -> None:
        assert self.started is not None
        kept = [(name, value) for name, value in self.started["headers"] if name.lower() == b"set-cookie"]  # type: ignore[typeddict-item]
        headers = [
            *kept,
            (b"location", quote(_with_kept(self.back, self.body), safe=PLAIN).encode()),
            (b"content-length", b"0"),
        ]
        await self.send({"type": "http.response.start", "status": 303, "headers": headers})
        await self.send({"type": "http.response.body", "body": b"", "more_body": False})


def _nested(fields: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the fields of a form as the object that they spell."""
    told: dict[str, Any] = {}
    for name, value in fields:
        if name == BACK or not value.strip():
            continue
        inside = told
        *path, last = name.split(".")
        for part in path:
            inside = inside.setdefault(part, {})
            if not isinstance(inside, dict):
                raise HTTPException(f"{name}: {part} is a value already", status_code=400)
        inside[last] = value
    return told


def _local(back: str) -> str:
    """Return a path of this server; "/" for what leads elsewhere."""
    parts = urlsplit(back.replace("\\", "/"))
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith("//"):
        return "/"
    return urlunsplit(("", "", parts.path, parts.query, parts.fragment))


def _with_kept(back: str, body: bytes) -> str:
    """Return the way back, with the id of the first thing that was kept."""
    try:
        kept = msgspec.json.decode(body) if body else None
    except msgspec.DecodeError:
        kept = None
    first = kept[0] if isinstance(kept, list) and kept else kept
    ref = first.get("id") if isinstance(first, dict) else None
    if not isinstance(ref, str):
        return back
    parts = urlsplit(back)
    asked = [pair for pair in parse_qsl(parts.query) if pair[0] != "kept"]
    return urlunsplit(("", "", parts.path, urlencode([*asked, ("kept", ref)]), parts.fragment))


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body, more = body + message["body"], message["more_body"]
        if len(body) > MOST:
            raise HTTPException(f"a form may have {MOST:,} bytes; send a file instead", status_code=413)
    return body


def _once(packed: bytes, receive: Receive) -> Receive:
    """Return a receive that gives a body once, and then what comes after it."""
    given = False

    async def one() -> Any:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": packed, "more_body": False}

    return one
