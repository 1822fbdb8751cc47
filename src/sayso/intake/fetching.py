"""Fetches one address of the web, behind the guard, within bounds of size and time."""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterable, Callable, Collection, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore2
import msgspec

from sayso.errors import FetchError
from sayso.intake.clocks import read_mailed
from sayso.intake.guard import PORTS, Address, Guard, GuardedError, Resolve, address_of, is_public, look_up
from sayso.model import Word

__all__ = ["AGENT", "Fetched", "Fetcher", "fetch_once"]

AGENT = "sayso"
"""What a server is told of who asks; doors add the version, and an address to complain to."""

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5"
# Connections kept open for the next request, and how long: feeds of one host come minutes apart.
_MOST_OPEN = 100
_MOST_IDLE = 20
_IDLE_S = 15.0
_LONGEST_S = 7 * 24 * 3600.0
# Servers mean either of the two by "deflate".
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class Fetched(Word, frozen=True, kw_only=True):
    """What a server gave for an address.

    `url` is where it was found in the end, `moved` whether that is not where it was asked for, and
    `moved_for_good` whether the server said that the new address is to be used from now on. `body` is
    unpacked; empty with status 304, which says that nothing has changed. `etag` and `modified` are to be
    given back at the next fetch.
    """

    url: str
    status: int
    body: bytes = b""
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: bool = False
    moved_for_good: bool = False

    @property
    def changed(self) -> bool:
        """False when the server says that nothing has changed since the last fetch."""
        return self.status != 304


class Fetcher:
    """Fetches addresses of the web; to be opened with `async with`.

    Every connection goes through the guard; certificates are checked; no proxy of the environment is used
    and no cookie kept.
    """

    def __init__(
        self,
        *,
        public: Callable[[str], bool] = is_public,
        ports: Collection[int] = PORTS,
        max_bytes: int = 10_000_000,
        deadline: float = 30.0,
        agent: str = AGENT,
        resolve: Resolve = look_up,
        below: httpcore2.AsyncNetworkBackend | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """Bound a fetch to `max_bytes` unpacked and to `deadline` seconds, redirects included.

        `public`, `resolve` and `below` are what the guard works with; `trust` the certificates believed in,
        the system's if not given.
        """
        self._ports = ports
        self._max_bytes = max_bytes
        self._deadline = deadline
        self._agent = agent
        self._guard = Guard(public, resolve, below)
        self._trust = trust
        self._pool: httpcore2.AsyncConnectionPool | None = None

    async def __aenter__(self) -> Self:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=self._trust or httpcore2.default_ssl_context(),
            max_connections=_MOST_OPEN,
            max_keepalive_connections=_MOST_IDLE,
            keepalive_expiry=_IDLE_S,
            network_backend=self._guard,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            await pool.aclose()

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Fetched:
        """Return what a server gives for an address, after at most five redirects, each checked again.

        `etag` and `modified` are those of the last fetch; status 304 then says that nothing has changed.
        With another `method` than GET no redirect is followed. Raises FetchError for whatever is refused
        or fails, an answer of 400 and above among it.
        """
        asked = {"User-Agent": self._agent, "Accept": _PAGES, "Accept-Encoding": "gzip, deflate"}
        asked |= {"If-None-Match": etag} if etag else {}
        asked |= {"If-Modified-Since": modified} if modified else {}
        asked |= headers or {}
        try:
            async with asyncio.timeout(self._deadline):
                return await self._follow(url, method, body, asked)
        except TimeoutError:
            raise _failed(url, f"it took more than {self._deadline:g} seconds") from None
        except GuardedError as error:
            raise FetchError(url, str(error), "Give an address of the public web") from None
        except (
            httpcore2.TimeoutException,
            httpcore2.NetworkError,
            httpcore2.ProtocolError,
            OSError,
        ) as error:
            raise _failed(url, str(error) or type(error).__name__) from None

    async def _follow(self, url: str, method: str, body: bytes | None, asked: dict[str, str]) -> Fetched:
        address = address_of(url, self._ports)
        first, for_good = address, True
        for _ in range(_MOST_REDIRECTS + 1):
            answer = await self._ask(address, method, body, asked)
            if isinstance(answer, Fetched):
                moved = address != first
                return msgspec.structs.replace(answer, moved=moved, moved_for_good=moved and for_good)
            status, location = answer
            if method != "GET":
                raise FetchError(url, f"it leads on to {location}", "Give the address that it leads to")
            for_good = for_good and status in (301, 308)
            address = address_of(urljoin(address.url, location), self._ports)
        raise FetchError(
            url, f"it leads on more than {_MOST_REDIRECTS} times", "Give the address of the page itself"
        )

    async def _ask(
        self, address: Address, method: str, body: bytes | None, asked: dict[str, str]
    ) -> Fetched | tuple[int, str]:
        """Return what one address gives, or the status and the place to which it leads on."""
        if self._pool is None:
            raise RuntimeError("open the Fetcher first: async with Fetcher() as fetcher")
        url = httpcore2.URL(
            scheme=address.scheme, host=address.host, port=address.port, target=address.target
        )
        async with self._pool.stream(
            method, url, headers=[("Host", address.authority), *asked.items()], content=body
        ) as answer:
            given = {
                name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers
            }
            if answer.status in _REDIRECTS and given.get("location"):
                return answer.status, _as_utf8(given["location"])
            if answer.status != 304 and not 200 <= answer.status < 300:
                raise _status(address.url, answer.status, given.get("retry-after"))
            packing = given.get("content-encoding", "").strip().lower()
            empty = answer.status == 304
            return Fetched(
                url=address.url,
                status=answer.status,
                body=b"" if empty else await self._read(address.url, answer.aiter_stream(), packing),
                content_type=given.get("content-type"),
                etag=given.get("etag"),
                modified=given.get("last-modified"),
            )

    async def _read(self, url: str, chunks: AsyncIterable[bytes], packing: str) -> bytes:
        """Return the unpacked bytes of an answer; both the packed and the unpacked ones are bounded."""
        packed = _packed(url, packing)
        taken, body = 0, bytearray()
        async for chunk in chunks:
            taken += len(chunk)
            try:
                body += packed.unpack(chunk, self._max_bytes + 1 - len(body)) if packed else chunk
            except zlib.error:
                raise _broken(url, packing) from None
            if max(taken, len(body)) > self._max_bytes:
                too_long = f"it is over {self._max_bytes:,} bytes long"
                raise FetchError(url, too_long, "Give the address of a single page")
        if taken and packed and not packed.whole:
            raise _broken(url, packing)
        return bytes(body)


def fetch_once(url: str, fetcher: Fetcher | None = None) -> Fetched:
    """Return what a server gives for one address; for doors that fetch one page and are done."""

    async def once() -> Fetched:
        async with fetcher or Fetcher() as opened:
            return await opened.fetch(url)

    return asyncio.run(once())


class _Packed:
    """Unpacks gzip or deflate as it comes, never more at a time than is asked for."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Return what a chunk unpacks to, cut at `most` bytes."""
        out = b""
        while chunk and len(out) < most:
            if self._stream.eof:  # a gzip file may have several members
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            out += self._stream.decompress(chunk, most - len(out))
            chunk = self._stream.unused_data or self._stream.unconsumed_tail
        return out

    @property
    def whole(self) -> bool:
        """True when the data came to their proper end."""
        return self._stream.eof


def _packed(url: str, packing: str) -> _Packed | None:
    if packing in ("gzip", "x-gzip", "deflate"):
        return _Packed()
    if packing in ("", "identity"):
        return None
    why = f"it is packed in a way that was not asked for ({packing:.40})"
    raise FetchError(url, why, "Save the page to a file")


def _broken(url: str, packing: str) -> FetchError:
    return FetchError(url, f"its {packing} data are broken or cut short", "Try again later", again=True)


def _status(url: str, status: int, retry_after: str | None) -> FetchError:
    told = {
        401: ("it asks for a name and a password", "Save the page to a file"),
        403: ("the server does not let us read it (403)", "Save the page to a file"),
        404: ("there is no such page (404)", "Check the address"),
        410: ("the page is gone for good (410)", "Leave it out"),
        429: ("the server asks to be left alone for a while (429)", "Try again later"),
    }
    again = status >= 500 or status in (408, 425, 429)
    why, what_to_do = told.get(
        status, (f"the server answers {status}", "Try again later" if again else "Check the address")
    )
    return FetchError(
        url,
        why,
        what_to_do,
        again=again,
        status=status,
        retry_after_s=_seconds(retry_after) if again else None,
    )


def _seconds(retry_after: str | None) -> float | None:
    """Return how long a server asks to be left alone, a week at most: seconds, or until a moment."""
    if retry_after is None:
        return None
    if retry_after.isascii() and retry_after.strip().isdecimal():
        return min(float(retry_after), _LONGEST_S)
    told = read_mailed(retry_after)
    if told is None:
        return None
    return min(max(0.0, (told[0] - datetime.now(UTC)).total_seconds()), _LONGEST_S)


def _failed(url: str, why: str) -> FetchError:
    return FetchError(url, why, "Check the address, or try again later", again=True)


def _as_utf8(header: str) -> str:
    """Return a header that holds UTF-8, as many servers send it, as what it says."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return header
