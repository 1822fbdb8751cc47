"""Fetching from servers on loopback, friendly and hostile; 127.0.0.2 stands for the public web."""

import asyncio
import gzip
import pickle
import shutil
import ssl
import subprocess
import time
import zlib
from pathlib import Path

import pytest
from tests.intake.loopback import PUBLIC, Loopback, Served, a_fetcher, answer, numbers, serving

from sayso.errors import FetchError
from sayso.intake.fetching import Fetched, fetch_once


async def fetched(served: Served, path: str = "/", **options: object) -> Fetched:
    async with a_fetcher(served, **options) as fetcher:
        return await fetcher.fetch(served.url(path))


def refused(told: pytest.ExceptionInfo[FetchError]) -> str:
    return told.value.why


def test_a_page_comes_with_what_the_server_says_of_it() -> None:
    page = "<p>Zwölf wurden verletzt.</p>".encode("latin-1")
    said = {
        "Content-Type": "text/html; charset=iso-8859-1",
        "ETag": '"v1"',
        "Last-Modified": "Tue, 3 Mar 2026",
    }

    async def run() -> tuple[Fetched, Served]:
        async with serving(lambda _, out: _write(out, answer(page, headers=said))) as served:
            return await fetched(served, "/news?a=b"), served

    one, served = asyncio.run(run())
    assert one == Fetched(
        url=f"http://{PUBLIC}:{served.port}/news?a=b",
        status=200,
        body=page,
        content_type="text/html; charset=iso-8859-1",
        etag='"v1"',
        modified="Tue, 3 Mar 2026",
    )
    head = served.requests[0].lower()
    assert head.startswith(f"get /news?a=b http/1.1\r\nhost: {PUBLIC}:{served.port}\r\n")
    assert "user-agent: sayso\r\n" in head
    assert head.count("host:") == 1
    assert "cookie" not in head


async def _write(out: asyncio.StreamWriter, packed: bytes) -> None:
    out.write(packed)


def test_what_has_not_changed_is_not_sent_again() -> None:
    async def run() -> tuple[Fetched, str]:
        async with (
            serving(lambda _, out: _write(out, answer(status=304, headers={"ETag": '"v1"'}))) as served,
            a_fetcher(served) as fetcher,
        ):
            one = await fetcher.fetch(served.url(), etag='"v1"', modified="Tue, 3 Mar 2026 18:00:00 GMT")
            return one, served.requests[0]

    one, request = asyncio.run(run())
    assert (one.status, one.body, one.changed) == (304, b"", False)
    assert 'If-None-Match: "v1"\r\n' in request
    assert "If-Modified-Since: Tue, 3 Mar 2026 18:00:00 GMT\r\n" in request


BODY = b"Two people died in a fire. " * 400


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("GZIP", gzip.compress(BODY)),
        ("gzip", gzip.compress(BODY[:1000]) + gzip.compress(BODY[1000:])),
        ("deflate", zlib.compress(BODY)),
        ("identity", BODY),
    ],
)
def test_what_is_packed_is_unpacked(packing: str, packed: bytes) -> None:
    async def run() -> Fetched:
        sent = answer(packed, headers={"Content-Encoding": packing})
        async with serving(lambda _, out: _write(out, sent)) as served:
            return await fetched(served)

    assert asyncio.run(run()).body == BODY


BROKEN = [
    ("gzip", gzip.compress(BODY)[:40], "broken or cut short"),
    ("gzip", b"<html>not packed at all", "broken or cut short"),
    ("br", b"\x0b\x02\x80hello\x03", "packed in a way that was not asked for (br)"),
    ("gzip, gzip", gzip.compress(gzip.compress(BODY)), "packed in a way that was not asked for"),
    ("gzip", gzip.compress(b"0" * 200_000_000, 1), "over 1,000,000 bytes long"),
    ("gzip", gzip.compress(b"") * 60_000, "over 1,000,000 bytes long"),
    ("", b"0" * 1_000_001, "over 1,000,000 bytes long"),
]


@pytest.mark.parametrize(("packing", "packed", "why"), BROKEN, ids=[f"{p}: {why}" for p, _, why in BROKEN])
def test_what_cannot_be_unpacked_or_is_too_large_is_refused_at_once(
    packing: str, packed: bytes, why: str
) -> None:
    async def run() -> None:
        sent = answer(packed, headers={"Content-Encoding": packing} if packing else {})
        async with serving(lambda _, out: _write(out, sent)) as served:
            await fetched(served, max_bytes=1_000_000)

    started = time.monotonic()
    with pytest.raises(FetchError) as told:
        asyncio.run(run())
    assert why in refused(told)
    assert time.monotonic() - started < 2


def test_a_bomb_is_cut_before_it_fills_the_memory() -> None:
    import tracemalloc

    bomb = answer(gzip.compress(b"0" * 200_000_000, 9), headers={"Content-Encoding": "gzip"})

    async def run() -> None:
        async with serving(lambda _, out: _write(out, bomb)) as served:
            await fetched(served, max_bytes=5_000_000)

    tracemalloc.start()
    with pytest.raises(FetchError):
        asyncio.run(run())
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 30_000_000


async def _drip(path: str, out: asyncio.StreamWriter) -> None:
    head = b"" if path == "/head" else b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
    lines = b"HTTP/1.1 100 Continue\r\n\r\n" * 500 if path == "/continue" else b"HTTP/1.1 200 OK"
    out.write(head)
    for sign in lines:
        out.write(bytes([sign]))
        await out.drain()
        await asyncio.sleep(0.05)


@pytest.mark.parametrize("path", ["/body", "/head", "/continue"])
def test_a_server_that_drips_is_cut_at_the_deadline(path: str) -> None:
    async def run() -> None:
        async with serving(_drip) as served:
            await fetched(served, path, deadline=0.4)

    started = time.monotonic()
    with pytest.raises(FetchError, match=r"it took more than 0\.4 seconds") as told:
        asyncio.run(run())
    assert told.value.again
    assert time.monotonic() - started < 2


def test_an_endless_head_is_cut() -> None:
    async def endless(_: str, out: asyncio.StreamWriter) -> None:
        out.write(b"HTTP/1.1 200 OK\r\n")
        for _number in range(2_000):
            out.write(b"X-More: " + b"a" * 1_000 + b"\r\n")
            await out.drain()

    async def run() -> None:
        async with serving(endless) as served:
            await fetched(served, deadline=5)

    with pytest.raises(FetchError):
        asyncio.run(run())


def leading(**places: tuple[int, str]) -> object:
    async def handle(path: str, out: asyncio.StreamWriter) -> None:
        status, place = places.get(path.strip("/"), (200, ""))
        out.write(answer(path.encode(), status, {"Location": place} if place else {}))

    return handle


def test_a_page_that_moved_is_followed() -> None:
    async def run() -> list[tuple[str, bool, bool]]:
        handle = leading(
            old=(301, "/new"), now=(302, "/new?a=ü#part"), both=(308, "now"), late=(301, "//127.0.0.2")
        )
        async with serving(handle) as served, a_fetcher(served) as fetcher:  # type: ignore[arg-type]
            came = [await fetcher.fetch(served.url(f"/{name}")) for name in ("new", "old", "now", "both")]
            return [(one.url.split(str(served.port))[1], one.moved, one.moved_for_good) for one in came]

    assert asyncio.run(run()) == [
        ("/new", False, False),
        ("/new", True, True),
        ("/new?a=%C3%BC", True, False),
        ("/new?a=%C3%BC", True, False),
    ]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://127.0.0.1:{port}/", "not a public address"),
        ("http://169.254.169.254:{port}/latest/meta-data/", "169.254.169.254 is not a public address"),
        ("//127.0.0.1:{port}/", "not a public address"),
        ("http://[::ffff:127.0.0.2]:{port}/", "not a public address"),
        ("http://me:too@127.0.0.2:{port}/", "carries a name or a password"),
        ("http://127.0.0.2:22/", "port 22"),
        ("file:///etc/passwd", "not an http or https address"),
        ("gopher://127.0.0.2:{port}/", "not an http or https address"),
        ("/loop", "leads on more than 5 times"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(place: str, why: str) -> None:
    below = Loopback()

    async def run() -> None:
        async def handle(_: str, out: asyncio.StreamWriter) -> None:
            out.write(answer(b"", 302, {"Location": place.format(port=served.port)}))

        async with serving(handle) as served:
            try:
                await fetched(served, below=below)
            finally:
                assert len(served.requests) == (6 if place == "/loop" else 1)

    with pytest.raises(FetchError) as told:
        asyncio.run(run())
    assert why in refused(told)
    assert set(below.connected) == {PUBLIC}


def test_a_name_that_changes_its_number_is_checked_at_each_connection() -> None:
    below = Loopback()

    async def run() -> None:
        async with serving(lambda _, out: _write(out, answer(b"seen"))) as served:
            resolve = numbers(turning_example=[PUBLIC, "127.0.0.1"])
            async with a_fetcher(served, resolve=resolve, below=below) as fetcher:
                url = served.url(host="turning.example")
                assert (await fetcher.fetch(url)).body == b"seen"
                with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1"):
                    await fetcher.fetch(url)
                assert f"Host: turning.example:{served.port}\r\n" in served.requests[0]

    asyncio.run(run())
    assert below.connected == [PUBLIC]


def test_the_next_number_is_tried_when_one_does_not_answer() -> None:
    async def run() -> bytes:
        async with serving(lambda _, out: _write(out, answer(b"here"))) as served:
            silent = "127.9.9.9"

            class Closed(Loopback):
                async def connect_tcp(self, host: str, *rest: object, **options: object):  # type: ignore[no-untyped-def]
                    if host == silent:
                        import httpcore2

                        raise httpcore2.ConnectError("closed")
                    return await super().connect_tcp(host, *rest, **options)

            resolve = numbers(two_example=f"{silent} {PUBLIC}")
            async with a_fetcher(
                served, resolve=resolve, below=Closed(), public=lambda n: n in (silent, PUBLIC)
            ) as fetcher:
                return (await fetcher.fetch(served.url(host="two.example"))).body

    assert asyncio.run(run()) == b"here"


@pytest.mark.parametrize(
    ("status", "headers", "again", "wait"),
    [
        (404, {}, False, None),
        (410, {}, False, None),
        (403, {"Retry-After": "5"}, False, None),
        (429, {"Retry-After": "120"}, True, 120.0),
        (503, {"Retry-After": "Tue, 03 Mar 2026 18:00:00 GMT"}, True, 0.0),
        (503, {"Retry-After": "soon"}, True, None),
        (503, {"Retry-After": "9" * 400}, True, 604_800.0),
        (503, {"Retry-After": "-5"}, True, None),
        (500, {}, True, None),
        (300, {}, False, None),
    ],
)
def test_an_answer_that_is_no_page_says_whether_to_come_again(
    status: int, headers: dict[str, str], again: bool, wait: float | None
) -> None:
    async def run() -> None:
        async with serving(lambda _, out: _write(out, answer(b"no", status, headers))) as served:
            await fetched(served)

    with pytest.raises(FetchError) as told:
        asyncio.run(run())
    assert (told.value.status, told.value.again, told.value.retry_after_s) == (status, again, wait)
    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)


@pytest.mark.parametrize(
    "sent", [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nshort"]
)
def test_an_answer_that_breaks_off_is_a_failure_and_never_a_page(sent: bytes) -> None:
    async def run() -> None:
        async with serving(lambda _, out: _write(out, sent)) as served:
            await fetched(served)

    with pytest.raises(FetchError) as told:
        asyncio.run(run())
    assert told.value.again


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    async def run() -> Fetched:
        async with serving(lambda _, out: _write(out, answer(b"direct"))) as served:
            return await fetched(served)

    assert asyncio.run(run()).body == b"direct"


def test_what_is_sent_is_not_led_elsewhere() -> None:
    async def run() -> str:
        async with (
            serving(lambda path, out: _write(out, answer(b"", 302 if path == "/on" else 204))) as served,
            a_fetcher(served) as fetcher,
        ):
            sent = {"method": "POST", "body": b"{}", "headers": {"Content-Type": "application/json"}}
            assert (await fetcher.fetch(served.url("/"), **sent)).status == 204  # type: ignore[arg-type]
            return served.requests[0]

    request = asyncio.run(run())
    assert request.startswith("POST / HTTP/1.1\r\n")
    assert "Content-Length: 2\r\n" in request
    assert "Content-Type: application/json\r\n" in request


def test_one_page_can_be_fetched_without_a_loop_of_ones_own() -> None:
    with pytest.raises(FetchError, match="not an http or https address"):
        fetch_once("file:///etc/passwd")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificates of this test")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=news.example -addext subjectAltName=DNS:news.example "
        f"-keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
        timeout=30,
    )
    return certificate, key


@pytest.mark.parametrize(
    ("host", "trusted", "why"),
    [
        ("news.example", True, None),
        ("news.example", False, "certificate verify failed"),
        ("other.example", True, "certificate verify failed"),
        (PUBLIC, True, "certificate verify failed"),
    ],
)
def test_a_certificate_is_checked_for_the_name_that_was_asked_for(
    certificates: tuple[Path, Path], host: str, trusted: bool, why: str | None
) -> None:
    served_names: list[str | None] = []
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(*certificates)
    ours.sni_callback = lambda _, name, __: served_names.append(name)
    trust = ssl.create_default_context()
    if trusted:
        trust.load_verify_locations(certificates[0])

    async def run() -> bytes:
        async with serving(lambda _, out: _write(out, answer(b"sealed")), ours) as served:
            resolve = numbers(news_example=PUBLIC, other_example=PUBLIC)
            async with a_fetcher(served, resolve=resolve, trust=trust) as fetcher:
                return (await fetcher.fetch(served.url(host=host, scheme="https"))).body

    if why is None:
        assert asyncio.run(run()) == b"sealed"
    else:
        with pytest.raises(FetchError, match=why):
            asyncio.run(run())
    assert served_names == [None if host == PUBLIC else host]
