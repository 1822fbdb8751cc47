"""What requests say in their addresses, as the words that a casebook takes; both doors' handlers share it."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import partial
from inspect import signature
from typing import Annotated, Literal

from litestar.exceptions import HTTPException
from litestar.openapi.spec import Example
from litestar.params import FromQuery, QueryParameter

from sayso.model import Asked, Status
from sayso.moments import moment_of, past_moment_of

__all__ = ["After", "Limit", "all_known", "asked_of", "slashed", "then_of"]

After = Annotated[
    str | None,
    QueryParameter(
        description="The cursor after which to go on: what the answer before gave as `next` or `cursor`."
    ),
]
Limit = Annotated[int, QueryParameter(ge=1, le=500, description="How many at most.")]
MomentSaid = Annotated[
    str | None,
    QueryParameter(
        max_length=40,
        description="A moment or a day, UTC where it names no offset: 2024-03-01T22:40 or 2024-03-01.",
        examples=[Example(value="2025-10-14T18:00Z"), Example(value="2025-10-14")],
    ),
]


def then_of(as_of: MomentSaid = None) -> datetime | None:
    """Return the moment as of which somebody asks; a day means its end, None is now."""
    return _moment("as_of", as_of, lambda words: past_moment_of(words, datetime.now(UTC)))


def asked_of(
    q: Annotated[
        str | None, QueryParameter(max_length=200, description="Words of the incident or of a report.")
    ] = None,
    kind: Annotated[str | None, QueryParameter(max_length=40, examples=[Example(value="shooting")])] = None,
    country: Annotated[
        str | None,
        QueryParameter(max_length=2, description="ISO 3166.", examples=[Example(value="FR")]),
    ] = None,
    place: Annotated[
        str | None, QueryParameter(max_length=100, examples=[Example(value="Memphis, Tennessee")])
    ] = None,
    happened: Annotated[
        str | None, QueryParameter(max_length=40, examples=[Example(value="2025-10..2025-11")])
    ] = None,
    name: Annotated[str | None, QueryParameter(max_length=100, description="Of a victim or suspect.")] = None,
    slot: Annotated[str | None, QueryParameter(max_length=40, examples=[Example(value="missing")])] = None,
    standing: FromQuery[Status | Literal[""] | None] = None,
    since: MomentSaid = None,
    until: MomentSaid = None,
    background: Annotated[bool, QueryParameter(description="Also those that reports only mention.")] = False,
) -> Asked:
    """Return which incidents somebody asks for; what is empty asks for nothing."""
    return Asked(
        text=_said(q),
        kind=_said(kind),
        country=(_said(country) or "").upper() or None,
        place=_said(place),
        happened=_said(happened),
        name=_said(name),
        slot=_said(slot),
        standing=standing or None,
        since=_moment("since", since, partial(moment_of, end_of_day=False)),
        until=_moment("until", until, partial(moment_of, end_of_day=True)),
        background=background,
    )


def all_known(names: Iterable[str]) -> None:
    """Refuse a name in the address of the list that it does not take: who wrote it would get too much."""
    for name in sorted(set(names) - KNOWN):
        near = get_close_matches(name, KNOWN, 1)
        what_to_do = f"is it {near[0]}?" if near else f"the list takes {', '.join(sorted(KNOWN))}"
        raise HTTPException(f"{name}: the list takes nothing of this name; {what_to_do}", status_code=400)


KNOWN = frozenset({*signature(asked_of).parameters, *signature(then_of).parameters, "after", "limit"})


def slashed(ref: str) -> str:
    """Return an id as it is, from a part of a path that could not hold its slashes."""
    return ref.replace("%2F", "/").replace("%25", "%")


def _said(words: str | None) -> str | None:
    return words.strip() or None if words else None


def _moment(name: str, words: str | None, read: Callable[[str], datetime]) -> datetime | None:
    if words is None or not words.strip():
        return None
    try:
        return read(words)
    except ValueError as wrong:
        raise HTTPException(f"{name}: {wrong}", status_code=400) from wrong
