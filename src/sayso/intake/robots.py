"""What a site asks of those that come by program (robots.txt, RFC 9309): where not to go, and how often."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import FetchError
from sayso.intake.fetching import Fetcher
from sayso.intake.guard import address_of

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["NAME", "Robots"]

NAME = "sayso"
"""The name under which a site may speak of us."""

# RFC 9309: not used for more than a day; of one that cannot be reached, nothing is fetched meanwhile.
_KEEP_S = 24 * 3600.0
_UNREACHABLE_S = 600.0
_MOST_BYTES = 512_000
_MOST_SITES = 10_000


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a site asks, until when we take it as said; without `told` everything, or nothing, is allowed."""

    until: float
    told: "Protego | None" = None
    open: bool = True
    why: str | None = None


class Robots:
    """Asks each site once a day what it asks of us, through the fetcher, and remembers it."""

    def __init__(
        self, fetcher: Fetcher, *, name: str = NAME, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Fetch with an opened fetcher; `name` is ours, `clock` counts seconds."""
        self._fetcher = fetcher
        self._name = name
        self._clock = clock
        self._sites: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def allowed(self, url: str) -> bool:
        """Tell whether a site lets us fetch an address.

        Without a robots.txt (an answer of 400 to 499) all is allowed; while it cannot be had (500 and
        above, 429, no answer) nothing is. Raises FetchError for an address that may not be fetched at all.
        """
        rules = await self._rules(url)
        return rules.open and (rules.told is None or bool(rules.told.can_fetch(url, self._name)))

    async def silent(self, url: str) -> str | None:
        """Return why a site's robots.txt cannot be had, so that nothing is allowed now; None if it can."""
        return (await self._rules(url)).why

    async def delay(self, url: str) -> float | None:
        """Return how many seconds a site asks us to leave between two requests, a day at most.

        None if it does not say.
        """
        told = (await self._rules(url)).told
        if told is None:
            return None
        asked = told.crawl_delay(self._name)
        rate = told.request_rate(self._name)
        per_request = rate.seconds / rate.requests if rate and rate.requests else None
        found = [float(seconds) for seconds in (asked, per_request) if seconds and seconds > 0]
        return min(max(found), _KEEP_S) if found else None

    async def _rules(self, url: str) -> _Rules:
        address = address_of(url, range(1, 65536))
        site = f"{address.scheme}://{address.authority}"
        async with self._asking.setdefault(site, asyncio.Lock()):
            known = self._sites.get(site)
            if known is None or known.until <= self._clock():
                if len(self._sites) >= _MOST_SITES:
                    self._sites.clear()
                    self._asking.clear()
                known = self._sites[site] = await self._ask(site)
        return known

    async def _ask(self, site: str) -> _Rules:
        from protego import Protego

        now = self._clock()
        try:
            answer = await self._fetcher.fetch(f"{site}/robots.txt")
        except FetchError as error:
            status = error.status or 0
            if 400 <= status < 500 and status != 429:
                return _Rules(now + _KEEP_S)
            return _Rules(now + max(_UNREACHABLE_S, error.retry_after_s or 0.0), open=False, why=error.why)
        text = answer.body[:_MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
        return _Rules(now + _KEEP_S, Protego.parse(text))
