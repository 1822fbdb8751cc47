"""What a site asks of programs is asked once and kept, as RFC 9309 has it."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from tests.intake.loopback import a_fetcher, answer, serving

from sayso.errors import FetchError
from sayso.intake.robots import Robots

RULES = b"""
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 2

User-agent: sayso
Disallow: /closed
Crawl-delay: 7.5
"""


Ask = Callable[[Robots, Callable[[str], str]], Awaitable[object]]


class Site:
    """A site with a robots.txt that can change, and a clock."""

    def __init__(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.status, self.body, self.headers, self.now = status, body, headers, 0.0

    def run(self, ask: Ask, name: str = "sayso") -> tuple[object, int]:
        """Return what is answered, and how often the server was asked for robots.txt."""

        async def handle(_: str, out: asyncio.StreamWriter) -> None:
            out.write(answer(self.body, self.status, self.headers))

        async def once() -> tuple[object, int]:
            async with serving(handle) as served, a_fetcher(served) as fetcher:
                robots = Robots(fetcher, name=name, clock=lambda: self.now)
                told = await ask(robots, served.url)
                assert all(request.startswith("GET /robots.txt ") for request in served.requests)
                return told, len(served.requests)

        return asyncio.run(once())


@pytest.mark.parametrize(
    ("name", "path", "allowed"),
    [
        ("sayso", "/closed/1", False),
        ("sayso", "/private/1", True),
        ("sayso", "/", True),
        ("other", "/private/1", False),
        ("other", "/private/open", True),
        ("other", "/a/b.pdf", False),
        ("other", "/a/b.pdf?x", True),
    ],
)
def test_what_a_site_asks_is_done(name: str, path: str, allowed: bool) -> None:
    told, _ = Site(body=RULES).run(lambda robots, url: robots.allowed(url(path)), name)
    assert told is allowed


@pytest.mark.parametrize(("name", "seconds"), [("sayso", 7.5), ("other", 2.0)])
def test_how_often_a_site_wants_to_be_asked_is_told(name: str, seconds: float) -> None:
    assert Site(body=RULES).run(lambda robots, url: robots.delay(url("/")), name) == (seconds, 1)
    assert (
        Site(body=b"User-agent: *\nRequest-rate: 1/10s").run(lambda r, url: r.delay(url("/")), name)[0]
        == 10.0
    )
    endless = Site(body=b"User-agent: *\nCrawl-delay: 99999999")
    assert endless.run(lambda robots, url: robots.delay(url("/")), name)[0] == 86_400.0
    assert Site(404).run(lambda robots, url: robots.delay(url("/")), name)[0] is None


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(404, True), (403, True), (410, True), (429, False), (500, False), (503, False)],
)
def test_a_site_without_rules_is_open_and_one_that_cannot_be_asked_is_not(status: int, allowed: bool) -> None:
    assert Site(status).run(lambda robots, url: robots.allowed(url("/1"))) == (allowed, 1)


def test_a_site_is_asked_once_a_day_by_however_many() -> None:
    site = Site(body=RULES)

    async def ask(robots: Robots, url: Callable[[str], str]) -> None:
        await asyncio.gather(*(robots.allowed(url(f"/{number}")) for number in range(20)))
        site.now = 23 * 3600
        assert not await robots.allowed(url("/closed"))

    assert site.run(ask)[1] == 1


def test_a_site_that_could_not_be_asked_is_asked_again_soon_and_no_sooner() -> None:
    site = Site(503, b"", **{"Retry-After": "1800"})

    async def ask(robots: Robots, url: Callable[[str], str]) -> list[bool]:
        told = [await robots.allowed(url("/1"))]
        site.status, site.now = 200, 1000
        told.append(await robots.allowed(url("/1")))
        site.now = 1801
        return [*told, await robots.allowed(url("/1"))]

    assert site.run(ask) == ([False, False, True], 2)


def test_an_address_that_may_not_be_fetched_is_an_error_before_anybody_is_asked() -> None:
    async def ask(robots: Robots, url: Callable[[str], str]) -> None:
        with pytest.raises(FetchError):
            await robots.allowed("file:///etc/passwd")
        assert not await robots.allowed("http://127.0.0.1:" + url("/").rpartition(":")[2])

    assert Site().run(ask)[1] == 0


def test_rules_in_no_encoding_at_all_are_read_as_far_as_they_go() -> None:
    body = b"\xef\xbb\xbfUser-agent: *\r\n\xff\xfe\x00junk\r\nDisallow: /a\r\n"
    assert Site(body=body).run(lambda robots, url: robots.allowed(url("/a")))[0] is False
