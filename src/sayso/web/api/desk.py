"""Coming in and going out, and what a monitor asks."""

from litestar import Response, get, post
from litestar.exceptions import NotAuthorizedException
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK
from litestar.types import ControllerRouterHandler

from sayso import __version__
from sayso.errors import SaysoError
from sayso.model import Word
from sayso.web.api.bodies import SigningIn
from sayso.web.api.faults import LOOKING, READING
from sayso.web.gates import COOKIE, OPEN
from sayso.web.given import AnyRequest, Asker, Book, Gauges, Keeper
from sayso.web.people import SESSION, Person

__all__ = ["Health", "handlers"]


class Health(Word, frozen=True, kw_only=True, omit_defaults=False):
    """Whether the book answers, and which sayso serves it."""

    ok: bool
    sayso: str = __version__


@post(
    "/sign-in",
    status_code=HTTP_200_OK,
    opt={**OPEN, "rate": "sign_ins"},
    responses=READING,
    request_max_body_size=10_000,
    tags=["come in"],
    sync_to_thread=True,
)
def sign_in(data: JSONBody[SigningIn], keeper: Keeper, request: AnyRequest) -> Response[Person]:
    """Open a session for a browser, with a token; or with a name, where the book has no tokens."""
    opened = keeper.sign_in(token=data.token, name=data.name if request.state.here else None)
    if opened is None:
        how = "give your name" if keeper.unguarded else "give a token that holds"
        raise NotAuthorizedException(f"{how}; `sayso token BOOK add NAME` makes a token")
    secret, person = opened
    answer = Response(person)
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=int(SESSION.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@post(
    "/sign-out", status_code=HTTP_200_OK, opt=OPEN, responses=READING, tags=["come in"], sync_to_thread=True
)
def sign_out(keeper: Keeper, request: AnyRequest) -> Response[Person]:
    """End the session; answers with who one is then."""
    keeper.sign_out(request.cookies.get(COOKIE, ""))
    answer = Response(keeper.person(None) or Person())
    answer.delete_cookie(COOKIE)
    return answer


@get("/me.json", responses=LOOKING, tags=["come in"])
async def me(person: Asker) -> Person:
    """Say who one is here, and in which role."""
    return person


@get("/health", opt=OPEN, tags=["watch over"], sync_to_thread=True)
def health(book: Book) -> Response[Health]:
    """Say whether the book answers; 503 when it does not."""
    try:
        book.stamp()
    except SaysoError:
        return Response(Health(ok=False), status_code=503)
    return Response(Health(ok=True))


@get("/metrics", media_type="text/plain", responses=LOOKING, tags=["watch over"], sync_to_thread=True)
def metrics(meters: Gauges) -> bytes:
    """Give requests, times, listeners, reports and incidents in the format of Prometheus."""
    return meters.text()


handlers: list[ControllerRouterHandler] = [sign_in, sign_out, me, health, metrics]
