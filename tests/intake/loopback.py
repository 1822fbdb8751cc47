"""Servers on loopback for tests that fetch, and the guard's last line: nothing may leave this machine."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpcore2

from sayso.intake.fetching import Fetcher

__all__ = ["Loopback", "Served", "a_fetcher", "answer", "numbers", "serving"]

PUBLIC = "127.0.0.2"
"""The one address that tests call public; 127.0.0.1 is not."""

Handler = Callable[[str, asyncio.StreamWriter], Awaitable[None]]


class Loopback(httpcore2.AnyIOBackend):
    """Connects to loopback and notes where; anything else fails the test before a packet is sent."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    async def connect_tcp(self, host: str, *rest: Any, **options: Any) -> httpcore2.AsyncNetworkStream:
        """Connect, if it is to this machine."""
        self.connected.append(host)
        assert host.startswith("127."), f"a test tried to leave loopback: {host}"
        return await super().connect_tcp(host, *rest, **options)


class Served:
    """A server on loopback: its port and the requests that it has had."""

    def __init__(self) -> None:
        self.port = 0
        self.requests: list[str] = []
        self.names: list[str | None] = []

    def url(self, path: str = "/", host: str = PUBLIC, scheme: str = "http") -> str:
        """Return the address of something on this server."""
        return f"{scheme}://{host}:{self.port}{path}"


def numbers(**names: str | list[str]) -> Callable[[str, int], Awaitable[list[str]]]:
    """Return a resolver that knows these names ("_" for "."), each as one number or as one a look-up.

    Numbers in any spelling are read as the system reads them, and no name server is ever asked.
    """
    known = {name.replace("_", "."): value for name, value in names.items()}

    async def resolve(host: str, port: int) -> list[str]:
        value = known.get(host)
        if isinstance(value, str):
            return value.split()
        if value:
            return [value.pop(0)]
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return [str(where[0]) for *_, where in found]

    return resolve


def a_fetcher(served: Served | None = None, **options: Any) -> Fetcher:
    """Return a fetcher for which only PUBLIC is public, and only the server's port open."""
    known: dict[str, Any] = {
        "public": lambda number: number == PUBLIC,
        "ports": [served.port] if served else (80, 443),
        "resolve": numbers(),
        "below": Loopback(),
        "deadline": 10.0,
    }
    return Fetcher(**(known | options))


@asynccontextmanager
async def serving(handle: Handler, trust: ssl.SSLContext | None = None) -> AsyncIterator[Served]:
    """Serve on all of loopback until the block ends; `handle` gets the request's path and the writer."""
    served = Served()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            served.requests.append(request)
            await handle(request.split(" ")[1], writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(take, "0.0.0.0", 0, ssl=trust)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()


def answer(
    body: bytes = b"", status: int = 200, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()
) -> bytes:
    """Return the bytes of an HTTP answer."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in dict(headers).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
