"""What goes wrong, said to programs as problem+json (RFC 9457) and to people as a calm page."""

import logging
import re
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec
from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from sayso.errors import AlertError, AskedError, AwayError, IntakeError, NotFoundError, SaysoError, StoreError
from sayso.intake.fields import ALIASES
from sayso.model import Word

__all__ = ["HANDLERS", "PROBLEM_JSON", "Problem", "TooLongError", "wants_page"]

_log = logging.getLogger("sayso.web")

PROBLEM_JSON = "application/problem+json"
SIGN_IN = "/sign-in"


class TooLongError(SaysoError):
    """A text longer than what is read over HTTP."""


STATUS: tuple[tuple[type[SaysoError], int], ...] = (
    (AskedError, 400),
    (NotFoundError, 404),
    (AwayError, 503),
    (StoreError, 409),
    (IntakeError, 400),
    (AlertError, 400),
    (TooLongError, 413),
    (SaysoError, 500),
)


class Problem(Word, frozen=True, kw_only=True):
    """What went wrong: `detail` says what, where, and what to do; `status` repeats the HTTP status."""

    title: str
    status: int
    detail: str
    instance: str = ""


def wants_page(request: Request[Any, Any, Any]) -> bool:
    """Tell whether a browser asks for a page, rather than a program for data."""
    return "text/html" in request.headers.get("accept", "") and not request.url.path.endswith(".json")


def refused(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    """Return what sayso itself refuses, in its own words."""
    status = next(status for kind, status in STATUS if isinstance(fault, kind))
    return _answer(request, status, str(fault), {"retry-after": "5"} if status == 503 else {})


def failed(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    """Return what the framework refuses; what was not foreseen says nothing of our insides."""
    if isinstance(fault, HTTPException):
        return _answer(request, fault.status_code, _told(request, fault), dict(fault.headers or {}))
    _log.error("%s %s failed", request.method, request.url.path, exc_info=fault)
    return _answer(request, 500, "Something failed here that should not; the server's log says what.", {})


HANDLERS: dict[int | type[Exception], Any] = {SaysoError: refused, HTTPException: failed, Exception: failed}


HEADINGS = {
    400: "This cannot be read as it was asked",
    401: "Sign in first",
    403: "This is for others to do",
    404: "Nothing is here",
    405: "Nothing can be sent here",
    409: "The book refuses it",
    413: "This is too long",
    429: "Too often",
    503: "The book is busy",
}
"""What stands over the page of a refusal, for people: programs have the status by its own name."""

UNSAID = {
    404: "Nothing is at this address; the desk begins at /, what programs ask is at /schema/openapi.json.",
    405: "This address does not take {method}; what each takes is at /schema/openapi.json.",
    413: "This is longer than the address takes; send less at a time, or add it with: sayso add BOOK FILE",
}
"""What is to be said where the framework only names the status."""

ON_A_PAGE = {
    "`sayso why` prints claims with their ids": "each claim can be judged beside its words, in its report",
    "`sayso judgements` lists them with their ids": "each can be taken back where it stands in the log",
    "`sayso alert BOOK list` lists them with their ids": "each can be removed on the page of alerts",
    ", or send a token: Authorization: Bearer ...; `sayso token BOOK add NAME` makes one": "",
    "`sayso token BOOK add NAME` makes a token": "who runs this desk can make you one",
    "have one made with: sayso token BOOK add NAME": "ask who runs this desk for another",
    "or add it with: sayso add BOOK FILE": "or ask who runs this desk to add it",
}
"""What is to be done instead, where a person on a page would be told what to type into a shell."""

NO_BODY = "data: 'data'"
PLAIN = {
    NO_BODY: "the request has no body; what this address takes is at /schema/openapi.json",
    "data: ": "",
    "Input data was truncated": "the JSON of the request ends before it is whole",
    "JSON is malformed": "the request is no JSON that can be read",
    "Expected `str` of length <=": "the most characters that it may have are",
    "Invalid enum value": "no such choice; those there are stand at /schema/openapi.json:",
    "`str`": "text",
    "`int`": "a whole number",
    "`bool`": "true or false",
    "`object`": "an object",
    "`array`": "a list",
}
"""What the library that checks a request says, in words for who sent it."""


def _told(request: Request[Any, Any, Any], fault: HTTPException) -> str:
    """Return what was wrong, with the names of the fields that were."""
    if fault.detail == HTTPStatus(fault.status_code).phrase and fault.status_code in UNSAID:
        return UNSAID[fault.status_code].format(method=request.method)
    extra: Any = fault.extra or ()
    places = [f"{one.get('key', '')}: {one.get('message', '')}" for one in extra if isinstance(one, dict)]
    told = "; ".join(places or [fault.detail])
    for theirs, ours in PLAIN.items():
        told = told.replace(theirs, ours)
    return _UNKNOWN.sub(_no_such_field, told)


_UNKNOWN = re.compile(r"[Oo]bject contains unknown field `(\w+)`")


def _no_such_field(found: re.Match[str]) -> str:
    """Return that a field is not known, and which one is meant where files have it under this name."""
    meant = ALIASES.get(found[1])
    return f"`{found[1]}` is no field here; " + (
        f"over HTTP it is called `{meant}`" if meant else "those there are stand at /schema/openapi.json"
    )


def _came_from(request: Request[Any, Any, Any]) -> str:
    """Return the page of this desk from which something was sent; "" where there is none."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host") or request.method == "GET":
        return ""
    return "/" + came.path.lstrip("/\\") + (f"?{came.query}" if came.query else "")


def _answer(
    request: Request[Any, Any, Any], status: int, detail: str, headers: dict[str, str]
) -> Response[Any]:
    path = request.url.path.replace("/.json", ".json")
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, instance=path)
    if status == 401 and wants_page(request) and path != SIGN_IN:
        back = f"{path}?{request.url.query}" if request.url.query and request.method == "GET" else path
        return Redirect(f"{SIGN_IN}?back={quote(back, safe='/')}", status_code=303)
    if wants_page(request):
        for typed, done in ON_A_PAGE.items():
            detail = detail.replace(typed, done)
        return Template(
            "fault.html",
            context={
                "problem": msgspec.structs.replace(problem, detail=detail),
                "heading": HEADINGS.get(status, "Something failed here"),
                "person": request.scope["state"].get("person"),
                "back": _came_from(request),
            },
            status_code=status,
            headers=headers,
            media_type=MediaType.HTML,
        )
    return Response(
        msgspec.json.encode(problem), status_code=status, headers=headers, media_type=PROBLEM_JSON
    )
