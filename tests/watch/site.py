"""Sites on loopback, with feeds and pages that change, and what they saw of who came."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from tests.intake.loopback import a_fetcher

from sayso.intake.fetching import Fetcher
from sayso.watch import Feeds, Watched

HOST = "127.0.0.2"
"""The host of the first site; the others follow it."""

ALL = "all"
"""What is counted of all sites together."""

NEWS = (
    "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
    "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
)
"""The names of sitemaps, and of those for news."""

FILLER = (
    "People in the street said that they had heard nothing like it before, and that they stayed indoors. "
    "The quarter lies between the river and the railway, and has shops, two schools and a small theatre. "
    "The town hall said that it would tell more as soon as it knew more."
)


@dataclass
class Answer:
    """What a site gives for a path."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    wait_s: float = 0.0
    tagged: bool = True


class Site:
    """A server for all of 127.0.0.0/8 but 127.0.0.1, each number a site of its own."""

    def __init__(self) -> None:
        self.port = 0
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[float, str, str, Mapping[str, str]]] = []
        self.at_once: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()

    def url(self, path: str, host: str = HOST) -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes = b"", **fields: object) -> str:
        """Let the site give this for a path, on every host; returns its address on the first."""
        packed = body.encode() if isinstance(body, str) else body
        self.answers[path] = Answer(packed, **fields)  # type: ignore[arg-type]
        return self.url(path)

    def page(self, path: str, title: str, text: str, **fields: object) -> str:
        """Put a page with an article."""
        return self.put(path, a_page(title, text), **fields)

    def feed(self, path: str, *items: str, **fields: object) -> str:
        """Put a feed with these items."""
        return self.put(path, a_feed(*items), kind="application/rss+xml", **fields)

    def sitemap(self, path: str, *pages: str, **fields: object) -> str:
        """Put a sitemap with these pages."""
        listed = "".join(f"<url><loc>{page}</loc></url>" for page in pages)
        return self.put(path, f"<urlset {NEWS}>{listed}</urlset>", kind="text/xml", **fields)

    def sitemaps(self, path: str, *maps: str, **fields: object) -> str:
        """Put a list of these sitemaps."""
        listed = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in maps)
        return self.put(path, f"<sitemapindex {NEWS}>{listed}</sitemapindex>", kind="text/xml", **fields)

    def asked(self, path: str) -> list[Mapping[str, str]]:
        """Return the headers of the requests for a path."""
        return [headers for _, _, asked, headers in self.seen if asked == path]

    def fetcher(self) -> Fetcher:
        """Return a fetcher for which these sites are public, and nothing else can be reached."""
        return fetcher_of(self.port)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = head[0].split(" ")[1]
            headers = {
                name.lower(): value for line in head[1:] if line for name, value in [line.split(": ", 1)]
            }
            host = headers["host"].split(":")[0]
            self.seen.append((time.monotonic(), host, path, headers))
            for name in (host, ALL):
                self.at_once[name] += 1
                self.most_at_once[name] = max(self.most_at_once[name], self.at_once[name])
            found = self.answers.get(path, Answer(b"nothing here", 404, "text/plain"))
            await asyncio.sleep(found.wait_s)
            writer.write(_written(found, headers))
            await writer.drain()
            self.at_once.subtract((host, ALL))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


def fetcher_of(port: int) -> Fetcher:
    """Return a fetcher for the sites that are served on a port."""
    return a_fetcher(public=is_site, ports=[port])


def is_site(number: str) -> bool:
    """Tell whether a number is that of a site: the only ones that tests call public."""
    return number.startswith("127.") and number != "127.0.0.1"


@contextmanager
def a_site(hosts: int = 1) -> Iterator[Site]:
    """Serve on so many hosts of loopback until the block ends."""
    site, loop = Site(), asyncio.new_event_loop()
    names = [a_host(number) for number in range(hosts)]

    async def begin() -> asyncio.Server:
        first = await asyncio.start_server(site.take, names[0], 0, backlog=500)
        site.port = first.sockets[0].getsockname()[1]
        others = [await asyncio.start_server(site.take, name, site.port) for name in names[1:]]
        servers.extend([first, *others])
        return first

    servers: list[asyncio.Server] = []
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(begin(), loop).result(10)
    try:
        yield site
    finally:

        async def end() -> None:
            for server in servers:
                server.close()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for each in others:
                each.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def a_host(number: int) -> str:
    """Return the number of a site."""
    return f"127.0.{number // 200}.{number % 200 + 2}"


def a_page(title: str, text: str) -> str:
    """Return a page with an article."""
    return (
        f"<html><head><title>{title}</title></head><body><nav>Home</nav><article><h1>{title}</h1>"
        f"<p>{text}</p><p>{FILLER}</p></article></body></html>"
    )


def an_item(
    url: str, title: str = "", summary: str = "", published: datetime | None = None, guid: str = ""
) -> str:
    """Return an item of a feed."""
    dated = f"<pubDate>{format_datetime(published)}</pubDate>" if published else ""
    named = f"<guid isPermaLink='false'>{guid}</guid>" if guid else ""
    linked = f"<link>{url}</link>" if url else ""
    return f"<item><title>{title}</title>{linked}{named}<description>{summary}</description>{dated}</item>"


def a_feed(*items: str) -> str:
    """Return an RSS feed."""
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Gazette</title>"
        f"<link>http://{HOST}/</link><description>News</description>{''.join(items)}</channel></rss>"
    )


def feeds(*urls: str, **fields: object) -> Feeds:
    """Return what is to be watched, without any pause between requests."""
    known: dict[str, object] = {"what": "feed", "name": "Gazette", "delay_s": 0.0, "interval_s": 300.0}
    made = [Watched(url=url, **(known | fields)) for url in urls]  # type: ignore[arg-type]
    return Feeds(watched=tuple(made))


def _written(found: Answer, headers: Mapping[str, str]) -> bytes:
    tag = f'"{abs(hash(found.body)):x}"'
    same = found.tagged and found.status == 200 and headers.get("if-none-match") == tag
    status, body = (304, b"") if same else (found.status, found.body)
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"Content-Type: {found.kind}", f"Date: {format_datetime(datetime.now(UTC))}"]
    lines += [f"ETag: {tag}"] if found.tagged and found.status == 200 else []
    lines += [f"{name}: {value}" for name, value in found.headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
