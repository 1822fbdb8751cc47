"""What a place names that somebody gave at a door: a page of the web by its address, or a file or folder."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sayso.errors import FetchError
from sayso.intake.arrivals import page_of
from sayso.intake.outcome import Notice, Refusal, RefusedError, log_notice
from sayso.intake.pages import Page
from sayso.intake.reports import reports_from
from sayso.model import Report

if TYPE_CHECKING:
    from sayso.intake.fetching import Fetched

__all__ = ["is_address", "pages_at"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(place: str) -> bool:
    """Tell whether a place is an address rather than the name of a file."""
    return _ADDRESS.match(place.strip()) is not None


def pages_at(
    place: str,
    *,
    now: datetime | None = None,
    notice: Callable[[Notice], None] = log_notice,
    agent: str = "sayso",
    fetch: "Callable[[str], Fetched] | None" = None,
) -> Iterator[Page | Report | Refusal]:
    """Yield the page at an address, or the reports of a file or folder, and a Refusal for what there is not.

    Only a page tells when it was changed since. An address is fetched once, whatever its robots.txt says, as
    a person asked for it: by `fetch`, or else behind the guard under the name of `agent`.
    """
    if not place.strip():
        yield Refusal(path='""', why="no name is given", what_to_do="Name a file, a folder or an address")
        return
    if not is_address(place):
        yield from reports_from(place, now=now, notice=notice)
        return
    try:
        fetched = (fetch or _fetch_as(agent))(place)
        yield page_of(fetched, remark=lambda words: notice(Notice(path=place, remark=words)), now=now)
    except (FetchError, RefusedError) as refused:
        yield Refusal(path=place, why=refused.why, what_to_do=refused.what_to_do)


def _fetch_as(agent: str) -> "Callable[[str], Fetched]":
    from sayso.intake.fetching import Fetcher, fetch_once  # 250 ms, for addresses only

    return lambda url: fetch_once(url, Fetcher(agent=agent))
