from datetime import UTC, datetime

from sayso.casebook import Casebook
from sayso.casebook.revising import net_changes
from sayso.model import Finding, Report, source_of

ARREST = (
    "DECATUR, Ill. - Jamal Reed, 30, has been charged with killing two people in a shooting at the Heron "
    "Tavern in Decatur on March 14, police said on Monday."
)
VERDICT = (
    "DECATUR, Ill. - A jury on Tuesday convicted Jamal Reed, 30, of killing two people in a shooting at the "
    "Heron Tavern in Decatur on March 14."
)


def a_report(name: str, text: str, day: int) -> Report:
    return Report(
        id=name,
        source=source_of("gazette.example"),
        text=text,
        language="en",
        published_at=datetime(2026, 3, day, 12, tzinfo=UTC),
        published_grain="instant",
    )


def code(finding: Finding | None) -> str | None:
    return finding.label.code if finding and finding.label else None


def test_a_suspect_who_is_convicted_is_not_taken_back_but_told_anew() -> None:
    with Casebook.open(":memory:") as book:
        book.add([a_report("arrest", ARREST, 16)])
        added = book.add([a_report("verdict", VERDICT, 24)])
        changed = [(code(r.before), code(r.after)) for r in added.revisions if r.slot == "suspect"]
        assert changed == [("charged", "convicted")]
        (head,) = book.incidents()
        told = book.incident(head.incident.id).revisions
        assert [(code(r.before), code(r.after)) for r in net_changes(told) if r.slot == "suspect"] == [
            (None, "convicted")
        ]
