"""Which addresses may be fetched: the table of hostile ones. No packet is sent, no name server asked."""

import asyncio

import pytest
from tests.intake.loopback import Loopback, numbers

from sayso.errors import FetchError
from sayso.intake.fetching import Fetcher
from sayso.intake.guard import Guard, GuardedError, address_of, is_public

NAMES = {
    "localhost": "127.0.0.1",
    "inside_example": "10.1.2.3",
    "half_example": "93.184.215.14 192.168.0.7",
    "metadata_example": "169.254.169.254",
    "six_example": "fd12::1",
    "empty_example": "",
}

HOSTILE = """
http://127.0.0.1/
http://localhost/
http://LOCALHOST/
http://127.1/
http://127.000.000.001/
http://0177.0.0.1/
http://0x7f.0.0.1/
http://0x7f000001/
http://2130706433/
http://017700000001/
http://127.0.0.1./
http://１２７.０.０.１/
http://①②⑦.⓪.⓪.①/
http://127。0。0。1/
http://0.0.0.0/
http://0/
http://[::]/
http://[::1]/
http://[0:0:0:0:0:0:0:1]/
http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/
http://[::127.0.0.1]/
http://10.0.0.1/
http://172.16.0.1/
http://172.31.255.255/
http://192.168.1.1/
http://100.64.0.1/
http://169.254.169.254/latest/meta-data/
http://[fe80::1]/
http://[fe80::1%25eth0]/
http://[fc00::1]/
http://[fd00:ec2::254]/
http://[fec0::1]/
http://[64:ff9b::7f00:1]/
http://[64:ff9b::808:808]/
http://[64:ff9b:1::1]/
http://[2002:7f00:1::]/
http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/
http://192.88.99.1/
http://224.0.0.1/
http://239.255.255.250/
http://[ff02::1]/
http://192.0.2.1/
http://198.51.100.1/
http://203.0.113.1/
http://198.18.0.1/
http://192.0.0.8/
http://[2001:db8::1]/
http://[3fff::1]/
http://[100::1]/
http://240.0.0.1/
http://255.255.255.255/
http://inside.example/
http://half.example/
http://metadata.example/
http://six.example/
http://empty.example/
http://unknown.example/
http://user@93.184.215.14/
http://user:pass@93.184.215.14/
http://93.184.215.14@127.0.0.1/
http://93.184.215.14:22/
http://93.184.215.14:8080/
http://93.184.215.14:0/
http://93.184.215.14:65536/
http://93.184.215.14:http/
http://93.184.215.14\\@127.0.0.1/
http://127.0.0.1#@93.184.215.14/
http://127.0.0.1?@93.184.215.14/
http:///etc/passwd
http://
http://./
http://%31%32%37.0.0.1/
http://127.0.0.1%2f@93.184.215.14/
http://93.184.215.14%00.example/
http://[::1/
http://[93.184.215.14]/
http://exa mple.example/
//93.184.215.14/
93.184.215.14
file:///etc/passwd
FILE:///etc/passwd
gopher://93.184.215.14/
ftp://93.184.215.14/
dict://93.184.215.14:80/
data:text/html,hello
javascript:alert(1)
unix:///run/docker.sock
ws://93.184.215.14/
jar:http://93.184.215.14/!/
""".split("\n")


@pytest.mark.parametrize("url", [url for url in HOSTILE if url])
def test_a_hostile_address_is_refused_before_any_connection(url: str) -> None:
    below = Loopback()

    async def fetch() -> None:
        async with Fetcher(resolve=numbers(**NAMES), below=below, deadline=5) as fetcher:
            await fetcher.fetch(url)

    with pytest.raises(FetchError) as told:
        asyncio.run(fetch())
    assert below.connected == []
    assert told.value.what_to_do
    assert str(told.value).startswith(f"{url.strip()}: not fetched: ")


@pytest.mark.parametrize(
    "number",
    "93.184.215.14 1.1.1.1 172.15.0.1 172.32.0.1 100.128.0.1 223.255.255.255 2606:4700::1111 2a00::1".split(),
)
def test_an_address_that_everybody_can_reach_is_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number", ["", "example.org", "1.2.3", "1.2.3.4/8", "fe80::1%eth0", "::ffff:1.1.1.1"]
)
def test_what_is_no_plain_public_number_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://News.Example", "http://news.example/"),
        ("https://news.example:443/a?b#c", "https://news.example/a?b"),
        ("http://news.example:443/", "http://news.example:443/"),
        ("  https://news.example/a b/ü?q=é&r=%20  ", "https://news.example/a%20b/%C3%BC?q=%C3%A9&r=%20"),
        ("https://zeitung-münchen.example/", "https://xn--zeitung-mnchen-osb.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("http://a_b.news.example/", "http://a_b.news.example/"),
        ("http://[2606:4700::1111]:80/x", "http://[2606:4700::1111]/x"),
        ("https://news.example?q=1", "https://news.example/?q=1"),
    ],
)
def test_an_address_is_asked_for_as_it_was_checked(url: str, same: str) -> None:
    assert address_of(url).url == same
    assert address_of(same).url == same


def test_a_socket_of_this_machine_is_refused() -> None:
    with pytest.raises(GuardedError):
        asyncio.run(Guard().connect_unix_socket("/run/docker.sock"))
