"""The guard of every connection: which addresses may be fetched, and where a connection may really lead.

A name is looked up once, every number that it has is checked, and the connection is made to a checked
number, so that a name cannot mean another machine the second time it is asked for.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import httpcore2
import idna

from sayso.errors import FetchError

__all__ = [
    "PORTS",
    "Address",
    "Guard",
    "GuardedError",
    "Resolve",
    "address_of",
    "is_inside",
    "is_public",
    "look_up",
]

PORTS = (80, 443)
"""The ports of the web; whatever listens on others was not put there to be read by everybody."""

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Looks a name up: the numbers of a host, as text."""

# The IANA registries of special-purpose addresses (RFC 6890 and its updates), with multicast and the reserved
# fourth of IPv4. Of IPv6 only 2000::/3 is given out at all: loopback, mapped, NAT64, unique local, link-local
# and multicast lie outside it. 6to4 and Teredo are refused whole, as they carry an IPv4 address inside.
_NOT_PUBLIC_4 = tuple(
    map(
        IPv4Network,
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
        "192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 "
        "198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4".split(),
    )
)
_GIVEN_OUT_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    map(IPv6Network, "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split())
)

# How long one number of a host may take to answer before the next one is tried.
_CONNECT_S = 10.0

_HOST_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-._")
_SCHEMES = {"http": 80, "https": 443}
_FEW_PORTS = 5  # more are not told one by one
# What a path and a query may hold as they are (RFC 3986), with % for what is escaped already.
_TARGET_SIGNS = "/?:@!$&'()*+,;=-._~%[]|"


class Address(NamedTuple):
    """An address of the web in its parts, read once: what is checked is what is asked for."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """The host as a Host header has it: brackets round IPv6, the port only where it is unusual."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _SCHEMES[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"


class GuardedError(Exception):
    """Raised by the guard in place of a connection that it does not make."""


def is_public(number: str) -> bool:
    """Tell whether an IP address is one that everybody can reach: none of a private or special range."""
    try:
        ip = ip_address(number)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC_4)
    assert isinstance(ip, IPv6Address)
    return ip in _GIVEN_OUT_6 and not any(ip in network for network in _NOT_PUBLIC_6)


def is_inside(host: str) -> bool:
    """Tell whether a host says itself that not all can reach it: this machine, or a number not public.

    Another name may still lead inside: that is seen when it is looked up.
    """
    name = host.strip("[]").rstrip(".")
    try:
        ip_address(name)
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
    return not is_public(name)


def address_of(url: str, ports: Collection[int] = PORTS) -> Address:
    """Return the parts of an address that may be asked for; raises FetchError for any other.

    Only http and https, only these ports, no name or password in it. A host in letters beyond ASCII is
    written as the name system has it (IDNA 2008); what lies behind the host is for the guard to check.
    """
    url = url.strip()
    if any(sign < " " or sign in "\\\x7f" for sign in url):
        raise FetchError(url, "it holds signs that no address has", "Copy it again")
    try:
        split = urlsplit(url)
        host, port = split.hostname or "", split.port
    except ValueError:
        raise FetchError(url, "its host or port cannot be read", "Copy it again") from None
    scheme = split.scheme.lower()
    if scheme not in _SCHEMES:
        raise FetchError(url, "it is not an http or https address", "Give the address of a web page")
    if "@" in split.netloc:
        raise FetchError(url, "it carries a name or a password", "Leave out what stands before the @")
    port = port if port is not None else _SCHEMES[scheme]
    if port not in ports:
        allowed = (
            " or ".join(map(str, ports)) if len(ports) <= _FEW_PORTS else f"{min(ports)} to {max(ports)}"
        )
        raise FetchError(url, f"port {port} is not one of the web's ({allowed})", "Leave the port out")
    query = f"?{split.query}" if split.query else ""
    target = quote((split.path or "/") + query, safe=_TARGET_SIGNS)
    return Address(scheme, _host(url, host), port, target)


def _host(url: str, host: str) -> str:
    try:
        if ":" in host:
            return str(IPv6Address(host))
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (ValueError, idna.IDNAError):
        raise FetchError(url, "its host cannot be read", "Copy it again") from None
    if not name.strip(".") or len(name) > 254 or not _HOST_SIGNS.issuperset(name):
        raise FetchError(url, "its host cannot be read", "Copy it again")
    return name


async def look_up(host: str, port: int) -> list[str]:
    """Return the numbers of a host, as the system's resolver gives them."""
    ask = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_resolvers, ask)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


# Threads of their own: one that waits for a name server that is silent holds up nothing else.
_resolvers = ThreadPoolExecutor(32, "sayso-names")


class Guard(httpcore2.AsyncNetworkBackend):
    """Makes connections for the pool, to checked numbers only."""

    def __init__(
        self,
        public: Callable[[str], bool] = is_public,
        resolve: Resolve = look_up,
        below: httpcore2.AsyncNetworkBackend | None = None,
    ) -> None:
        """Let through what `public` calls public; `below` makes the connections."""
        self._public = public
        self._resolve = resolve
        self._below = below or httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first number of a host that answers; raises GuardedError if any is not public."""
        try:
            numbers = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"the name {host} is not known ({error})") from None
        if not numbers:
            raise httpcore2.ConnectError(f"the name {host} has no number")
        closed = [number for number in numbers if not self._public(number)]
        if closed:
            where = host if closed[0] == host else f"{host} leads to {closed[0]}, which"
            raise GuardedError(f"{where} is not a public address")
        failed: Exception | None = None
        for number in numbers:
            try:
                return await self._below.connect_tcp(
                    number, port, min(timeout or _CONNECT_S, _CONNECT_S), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore2.ConnectError(f"{host} cannot be reached")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Refuse: nothing of the web is on a local socket."""
        raise GuardedError(f"{path} is a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
