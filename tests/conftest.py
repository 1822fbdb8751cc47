"""Tiny factories, a reader that needs no model, and a book that lives only in memory."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sayso.casebook import Casebook
from sayso.model import (
    Account,
    Claim,
    Count,
    Label,
    Moment,
    Place,
    Reading,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    account_id,
    claim_id,
    source_of,
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser's tests last: while Playwright runs, no other test can have an event loop."""
    items.sort(key=lambda item: "test_browser" in item.nodeid)


EVENING = datetime(2024, 3, 1, 18, tzinfo=UTC)
"""When the reports of the tests begin to come in."""


def a_report(
    text: str = "Nothing happened.", *, hour: float = 0, by: str = "Gazette", **fields: Any
) -> Report:
    """Return a report that was published and received so many hours into the evening."""
    at = EVENING + timedelta(hours=hour)
    known: dict[str, Any] = {"id": f"{by}-{hour:g}".lower(), "source": source_of(by), "published_at": at}
    known |= {"published_grain": "instant", "received_at": at + timedelta(minutes=5)}
    return Report(text=text, **(known | fields))


def a_claim(account: str, slot: str, low: int | None, high: int | None = None, **fields: Any) -> Claim:
    """Return the claim that so many people met a fate."""
    span = fields.pop("span", Span(start=0, end=1, quote="x"))
    value, speaker = Count(low=low, high=high), fields.pop("speaker", Speaker())
    made = claim_id(account, slot, value, "victim", speaker, span)
    known: dict[str, Any] = {"id": made, "role": "victim"} | fields
    return Claim(account_id=account, slot=slot, value=value, speaker=speaker, span=span, **known)


_TOLD = re.compile(r"(?P<kind>shooting|fire|flood) in (?P<city>[A-Z]\w+)(?P<aside>, long ago)?")
_SAID = re.compile(r"(?P<low>\d+) (?P<slot>killed|injured|missing), (?P<name>police|hospital|we) said")
_HIT = re.compile(r"hit (?P<thing>the \w+)")
_ARMED = re.compile(r"with a (?P<weapon>rifle|knife)")
_KINDS: dict[str, SpeakerKind] = {"police": "police", "hospital": "medical", "we": "report"}
_CODES = {"rifle": "firearm", "knife": "blade"}
_COUNTRIES = {"Lyon": "FR", "Leeds": "GB", "Trieste": "IT"}


class PlainReader:
    """Reads "A shooting in Lyon. 3 killed, police said." and nothing else; the sums are done in the rooms.

    Claims belong to the incident named last before them; one told of "long ago" is background.
    """

    name = "plain"

    def __init__(self, version: str = "1", blind_to: str = "") -> None:
        """`blind_to` is a slot that this version does not find."""
        self.version = version
        self.blind_to = blind_to

    def read(self, report: Report) -> Reading:
        """Return what the pattern finds."""
        told = [
            (hit.start(), self._account(report, hit, at))
            for at, hit in enumerate(_TOLD.finditer(report.text))
        ]
        claims = [
            self._claim([account for start, account in told if start < hit.start()][-1], hit)
            for pattern in (_SAID, _ARMED)
            for hit in pattern.finditer(report.text)
            if told and hit.start() > told[0][0]
        ]
        return Reading(
            report_id=report.id,
            reader=self.name,
            version=self.version,
            accounts=tuple(account for _, account in told),
            claims=tuple({claim.id: claim for claim in claims if claim.slot != self.blind_to}.values()),
            language="en",
            skipped="language fr, this reader reads English" if "le texte" in report.text else None,
        )

    def _account(self, report: Report, hit: re.Match[str], at: int) -> Account:
        key, day = f"i{at + 1}", (report.published_at or EVENING).date()
        city = hit.group("city")
        struck = _HIT.search(report.text, hit.end())
        return Account(
            id=account_id(report.id, key),
            report_id=report.id,
            key=key,
            main=not hit.group("aside"),
            kind=hit.group("kind"),
            place=Place(text=city, city=city, country=_COUNTRIES.get(city)),
            happened=Moment(start=date(2001, 9, 3), end=date(2001, 9, 3))
            if hit.group("aside")
            else Moment(start=day, end=day),
            hit=(Span(start=struck.start(1), end=struck.end(1), quote=struck[1]),) if struck else (),
        )

    def _claim(self, account: Account, hit: re.Match[str]) -> Claim:
        span = Span(start=hit.start(), end=hit.end(), quote=hit.group())
        if "weapon" in hit.groupdict():
            label = Label(text=hit.group("weapon"), code=_CODES[hit.group("weapon")])
            made = claim_id(account.id, "weapon", label, None, Speaker(), span)
            return Claim(id=made, account_id=account.id, slot="weapon", value=label, span=span)
        name = hit.group("name")
        speaker = Speaker() if name == "we" else Speaker(name=name, kind=_KINDS[name])
        low = int(hit.group("low"))
        return a_claim(account.id, hit.group("slot"), low, low, span=span, speaker=speaker)


SCENES = {
    "Lyon": "A shooting in Lyon. Marcel Ferrandou, 34, was seen at the Perrache depot on Rambaud Street.",
    "Leeds": "A fire in Leeds. Agnes Holroyd, 71, lived above the Kirkstall upholstery on Viaduct Road.",
    "Trieste": "A flood in Trieste. Luca Stancich, 52, keeps the Barcola rowing boathouse on Miramare Road.",
}


def a_story(city: str, *said: str) -> str:
    """Return the text of a report on what happened in a city, and what is said of it."""
    return " ".join((SCENES[city], *(f"{one}." for one in said)))


@pytest.fixture
def book() -> Iterator[Casebook]:
    """An empty book in memory, with the plain reader."""
    with Casebook.open(":memory:", PlainReader()) as opened:
        yield opened
