"""The reader: a small network finds the words, plain rules read numbers, days, places and hedges."""

import msgspec

from sayso.model import Claim, Reading, Report
from sayso.read.claims.clauses import in_full
from sayso.read.claims.drafts import Draughtsman
from sayso.read.tagging.network import Network, load_network
from sayso.read.text.language import language_of
from sayso.read.text.page import page_of

__all__ = ["LearnedReader"]


class LearnedReader:
    """Reads English reports on one core, without a service.

    Words that it cannot read yield no claim, and a report in another language comes back as skipped. A
    reader without its weights does not start: ReaderError.
    """

    name = "learned"
    version = "19"

    def __init__(self) -> None:
        self.network: Network = load_network()

    def read(self, report: Report) -> Reading:
        """Return the accounts and claims of one report; `skipped` says why there are none."""
        language = report.language or language_of(f"{report.title or ''}\n{report.text}")
        reading = Reading(report_id=report.id, reader=self.name, version=self.version, language=language)
        if language not in (None, "en"):
            why = f"language {language}, this reader reads English"
            return msgspec.structs.replace(reading, skipped=why)
        page = page_of(report)
        if not page.sentences:
            return msgspec.structs.replace(reading, skipped="no words")
        drafts = Draughtsman(page, self.network).drafts()
        accounts = tuple(d.account for d in drafts)
        claims = tuple(c for draft in drafts for c in sorted(in_full(draft.claims, page), key=place_of))
        return msgspec.structs.replace(reading, accounts=accounts, claims=claims)


def place_of(claim: Claim) -> tuple[bool, int]:
    """Return where a claim's words stand, by which claims are told in reading order: the headline's first."""
    return claim.span.field != "title", claim.span.start
