"""One publication, and words of it."""

from datetime import datetime
from typing import Literal

from sayso.model.base import Word, content_id
from sayso.model.slots import Field, Grain, SourceKind

__all__ = ["PublishedFrom", "Report", "Source", "Span", "report_id", "source_of"]

PublishedFrom = Literal["feed", "metadata", "text", "file"]
"""Where a time of publication was found: in a feed, in a page's metadata or its visible text, in a file."""


class Source(Word, frozen=True, kw_only=True):
    """Who publishes: an outlet, agency, official body, aid body or social account."""

    id: str
    name: str
    kind: SourceKind = "outlet"
    url: str | None = None


class Report(Word, frozen=True, kw_only=True):
    """One publication, exactly as received.

    `published_at` is the publisher's clock with its grain; None where the report does not tell, and
    `published_from` says where it was found (None in books of an older sayso).
    `received_at` is ours; None until a book takes the report in. `replaces` is the id of an earlier
    version of the same page. `item` is the publisher's own name for something of which this is a `version`:
    a later one replaces all earlier ones, and one that `cancels` takes them back and says nothing itself.
    """

    id: str
    source: Source | None = None
    url: str | None = None
    title: str | None = None
    text: str = ""
    language: str | None = None
    published_at: datetime | None = None
    published_grain: Grain = "unknown"
    published_from: PublishedFrom | None = None
    received_at: datetime | None = None
    replaces: str | None = None
    item: str | None = None
    version: int | None = None
    cancels: bool = False

    def field(self, name: Field) -> str:
        """Return the title or the text; "" where there is none."""
        return (self.title or "") if name == "title" else self.text


class Span(Word, frozen=True, kw_only=True):
    """Words of a report: half-open [start, end) in code points of one field; `quote` equals the slice."""

    field: Field = "text"
    start: int
    end: int
    quote: str


def source_of(name: str | None, kind: SourceKind = "outlet") -> Source | None:
    """Return a source by its name ("bbc.com"); None for no name."""
    return Source(id=name.strip().lower(), name=name.strip(), kind=kind) if name and name.strip() else None


def report_id(source: Source | None, url: str | None, title: str | None, text: str) -> str:
    """Return the id of a report that came without one: who published it, where, and its words."""
    return content_id("report", source.id if source else None, url, title, text)
