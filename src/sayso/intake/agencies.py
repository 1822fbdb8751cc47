"""What news agencies send: items with a name, a version and a status, whatever the format, to Reports."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.intake.clocks import read_instant
from sayso.intake.fields import report_from
from sayso.intake.markup import without_headline
from sayso.intake.outcome import RefusedError
from sayso.model import Report, report_id, source_of

__all__ = ["Item", "report_of_item", "texts_of"]

STATUSES = ("usable", "withheld", "canceled")
"""The IPTC's publishing statuses (http://cv.iptc.org/newscodes/pubstatusg2/); "usable" if none is given."""


class Item(NamedTuple):
    """A news item as an agency sends it, its values as they stand there; None for what it does not give.

    `name` is the same for all its versions (uri, guid). `versioned` is when this version was made.
    """

    name: str
    kind: str | None = None
    version: str | None = None
    status: str | None = None
    versioned: str | None = None
    embargoed: str | None = None
    publishers: Sequence[str | None] = ()
    headline: str | None = None
    text: str = ""
    language: str | None = None


def texts_of(items: Iterable[Item], remark: Callable[[str], None]) -> Iterator[Item]:
    """Yield the items that are texts; remarks on the others. Raises RefusedError if there are only such."""
    others: list[str] = []
    found = False
    for item in items:
        if item.kind in (None, "text"):
            found = True
            yield item
        else:
            others.append(str(item.kind))
    told = ", ".join(sorted(set(others)))
    if not found:
        raise RefusedError(
            f"it holds no text ({told or 'nothing at all'})",
            "Give the items that are texts, not lists of them",
        )
    if others:
        remark(f"items that are no texts are not used: {len(others)} ({told})")


def report_of_item(item: Item, remark: Callable[[str], None], now: datetime | None = None) -> Report:
    """Return the Report of a text; raises RefusedError for one that is withheld, or has no words.

    It replaces the earlier versions of the item, in whatever order they come. One that is canceled takes
    them back: it is kept with the words that it has, which are not read.
    """
    status = (item.status or "usable").rpartition(":")[2].rpartition("/")[2].lower()
    status = "canceled" if status == "cancelled" else status
    if status == "withheld":
        raise RefusedError(f"{item.name} is withheld by its publisher", "Wait until it is released")
    if status not in STATUSES:
        raise RefusedError(
            f"{item.name} has the status {status:.40}, which is none of {', '.join(STATUSES)}", "Leave it out"
        )
    if now is not None and item.embargoed and (until := read_instant(item.embargoed)) and until > now:
        remark(f"{item.name} is embargoed until {item.embargoed}")
    version = int(item.version) if item.version and item.version.isdecimal() else None
    if item.version and version is None:
        remark(f"version {item.version!r:.40} of {item.name} is not a whole number; told by its time")
    publisher = source_of(_publisher(item), "agency")
    text = without_headline(item.text, item.headline)
    # Its version and status are part of the id: a version with the same words is another report.
    mark = f"{item.name} {item.version or item.versioned or ''} {status}"
    return report_from(
        {
            "id": report_id(publisher, mark, item.headline, text),
            "source": {"name": publisher.name, "kind": publisher.kind} if publisher else None,
            "url": item.name if item.name.startswith(("http://", "https://")) else None,
            "title": item.headline,
            "text": text,
            "language": item.language,
            "published_at": item.versioned,
            "item": item.name or None,
            "version": version,
            "cancels": status == "canceled",
        },
        remark,
        now,
    )


def _publisher(item: Item) -> str | None:
    """Return who publishes: as the item says, else the site in its name (RFC 3085, RFC 4151)."""
    given = next((name.strip() for name in item.publishers if name and name.strip()), None)
    if given:
        return given
    site = urlsplit(item.name).hostname
    parts = item.name.split(":")
    if site is None and len(parts) > 2 and parts[0].lower() == "urn":  # urn:newsml:dpa.com:20090101:...
        site = parts[2]
    elif site is None and parts[0].lower() == "tag" and len(parts) > 1:  # tag:example.com,2008:...
        site = parts[1].partition(",")[0].rpartition("@")[2]
    return site.removeprefix("www.") if site and "." in site else None
