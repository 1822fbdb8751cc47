"""What every request passes before it is answered: whose host, who asks, from where, how often, may they."""

import time
from asyncio import to_thread
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.exceptions import (
    ClientException,
    HTTPException,
    NotAuthorizedException,
    PermissionDeniedException,
)
from litestar.handlers import BaseRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from sayso.model import Word
from sayso.web.people import Doorkeeper, Person, Rank

__all__ = [
    "ADMIN", "COOKIE", "LOOPBACK", "OPEN", "REVIEWER", "Gate", "MisdirectedError", "Rates", "TooOftenError",
    "guard",
]  # fmt: skip

OPEN, REVIEWER, ADMIN = {"role": None}, {"role": "reviewer"}, {"role": "admin"}
"""What a handler says (`opt`) of who may ask for it: everybody, or who may judge, or forget."""


COOKIE = "sayso_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""Headers by which a proxy says that it asks for somebody else: that is not somebody at this machine."""

Connection = ASGIConnection[Any, Any, Any, Any]


class MisdirectedError(HTTPException):
    """The request names a host that this is not."""

    status_code = 421


class TooOftenError(HTTPException):
    """Somebody asks more often than the door allows."""

    status_code = 429


class Rates(Word, frozen=True, kw_only=True):
    """How often one person, or one address, may ask: in words of the library `limits`."""

    looks: str = "6000/minute"
    writes: str = "240/minute"
    sign_ins: str = "20/minute"


class Gate(ASGIMiddleware):
    """Lets in what comes to this host, from somebody known, from no other site, and not too often."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, keeper: Doorkeeper, hosts: Iterable[str], rates: Rates) -> None:
        """Answer to these hosts only; to all, when there are none."""
        self.keeper = keeper
        self.hosts = frozenset(host.lower() for host in hosts)
        self.limiter = FixedWindowRateLimiter(MemoryStorage())
        self.rates = {name: parse(rate) for name, rate in _fields(rates)}

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Let one request in, or raise why not."""
        connection: Request[Any, Any, Any] = Request(scope)
        self._check_host(connection)
        if "\0" in connection.scope["path"] or b"%00" in connection.scope["query_string"]:
            raise ClientException("there is a NUL in this address; leave it out")
        connection.state.here = not any(name in connection.headers for name in PASSED_ON)
        person, bearer = await self._known(connection)
        connection.state.person = person
        if connection.method not in SAFE and not bearer:
            _check_site(connection)
        self._check_rate(connection, person)
        await next_app(scope, receive, send)

    def _check_host(self, connection: Connection) -> None:
        """Refuse a name that was made to lead here by somebody else's name server."""
        host = urlsplit("//" + connection.headers.get("host", "")).hostname or ""
        if self.hosts and host not in self.hosts:
            raise MisdirectedError(
                f"{host or 'no host'}: this is not the name of this server; ask one of: "
                + ", ".join(sorted(self.hosts))
            )

    async def _known(self, connection: Request[Any, Any, Any]) -> tuple[Person | None, bool]:
        """Return who asks, and whether by a bearer token; an unknown one may have been made just now."""
        kind, _, secret = connection.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            secret = secret.strip() or "-"
            person = self.keeper.person(secret)
            if person is None:
                self._hit("sign_ins", _address(connection))
                await to_thread(self.keeper.look)
                person = self.keeper.person(secret)
            if person is None:
                raise NotAuthorizedException(
                    "this token does not hold; have one made with: sayso token BOOK add NAME", headers=ASK
                )
            return person, True
        secret = connection.cookies.get(COOKIE, "")
        person = self.keeper.person(secret) if secret else None
        return person or (self.keeper.person(None) if connection.state.here else None), False

    def _check_rate(self, connection: Request[Any, Any, Any], person: Person | None) -> None:
        """Count a request to whoever is known, else to the address that it came from."""
        rate = str(
            connection.route_handler.opt.get("rate", "looks" if connection.method in SAFE else "writes")
        )
        named = person.name if person and rate != "sign_ins" else ""
        self._hit(rate, named or _address(connection))

    def _hit(self, rate: str, who: str) -> None:
        item: RateLimitItem = self.rates[rate]
        if not self.limiter.hit(item, rate, who):
            again = max(1, round(self.limiter.get_window_stats(item, rate, who).reset_time - time.time()))
            raise TooOftenError(
                f"more than {item.amount} in {item.get_expiry()} seconds; ask again in {again} seconds",
                headers={"retry-after": str(again)},
            )


def _address(connection: Connection) -> str:
    return connection.client.host if connection.client else ""


ASK = {"www-authenticate": 'Bearer realm="sayso"'}


def guard(connection: Connection, handler: BaseRouteHandler) -> None:
    """Let only those do something who may: each handler's `role`, reader by default; None is everybody."""
    role: Rank | None = handler.opt.get("role", "reader")
    if role is None:
        return
    person: Person | None = connection.state.person
    if person is None or (role != "reader" and not person.name):
        raise NotAuthorizedException(
            "sign in, or send a token: Authorization: Bearer ...; `sayso token BOOK add NAME` makes one",
            headers=ASK,
        )
    if not person.may(role):
        raise PermissionDeniedException(f"{person.name} is {person.role} here; this takes a {role}")


def _check_site(connection: Connection) -> None:
    """Refuse what a page of another site made a browser send; browsers say from where they send."""
    headers = connection.headers
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site in ("same-origin", "none"):
        return
    same = origin is not None and urlsplit(origin).netloc == headers.get("host")
    unsaid = site is None and origin is None and COOKIE not in connection.cookies
    if site is not None or not (same or unsaid):
        raise PermissionDeniedException(
            "this came from another site's page; send it from a page of this server, or with a token"
        )


def _fields(rates: Rates) -> Iterable[tuple[str, str]]:
    return ((name, getattr(rates, name)) for name in rates.__struct_fields__)
