"""Where somebody signs in: with a token, or with a name where the book has no tokens."""

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template
from litestar.types import ControllerRouterHandler

from sayso.web.gates import OPEN
from sayso.web.given import AnyRequest, Asker, Keeper
from sayso.web.pages.framing import framed

__all__ = ["handlers"]


@get("/sign-in", opt=OPEN, sync_to_thread=False, include_in_schema=False)
def sign_in(request: AnyRequest, keeper: Keeper, person: Asker, back: FromQuery[str] = "/") -> Template:
    """Ask who somebody is."""
    return framed("sign_in.html", request, person, back=back, unguarded=keeper.unguarded)


handlers: list[ControllerRouterHandler] = [sign_in]
