from datetime import UTC, datetime

import msgspec
import pytest
from tests.conftest import PlainReader, a_story
from tests.conftest import a_report as a_plain_report

from sayso.casebook import Casebook
from sayso.casebook.revising import by_key, differing, net_changes
from sayso.model import Finding, Label, Reading, Report, claim_id, source_of

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


def a_fact(text: str, code: str, claim: str = "c1") -> Finding:
    label = Label(text=text, code=code)
    return Finding(incident_id="a", slot="suspect", label=label, standing="single", support=(claim,))


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (("A gunman", "killed"), ("the gunman", "killed"), 0),
        (("The Harbour Front", "claimed"), ("Harbour Front", "claimed"), 0),
        (("A gunman", "killed", "c1"), ("a gunman", "killed", "c2"), 0),
        (("A gunman", "killed", "c1"), ("The gunman", "killed", "c2"), 0),
        (("A gunman", "at-large"), ("the gunman", "killed"), 1),
        (("A man", "detained"), ("a man of 40", "detained"), 1),
        (("Theo Marsh", "killed"), ("o Marsh", "killed"), 1),
    ],
)
def test_another_case_or_article_is_no_revision(
    before: tuple[str, ...], after: tuple[str, ...], changes: int
) -> None:
    shown, found = by_key([a_fact(*before)]), by_key([a_fact(*after)])
    assert len(list(differing(shown, found))) == changes


class LoudReader(PlainReader):
    """Reads every weapon with an article and a capital that its predecessor left out."""

    def read(self, report: Report) -> Reading:
        """Return what the plain reader finds, the weapons' labels otherwise."""
        reading = super().read(report)
        claims = []
        for claim in reading.claims:
            if isinstance(claim.value, Label):
                label = Label(text=f"The {claim.value.text.title()}", code=claim.value.code)
                made = claim_id(claim.account_id, claim.slot, label, claim.role, claim.speaker, claim.span)
                claim = msgspec.structs.replace(claim, id=made, value=label)
            claims.append(claim)
        return msgspec.structs.replace(reading, claims=tuple(claims))


def test_reading_a_weapon_with_a_capital_revises_nothing_and_leaves_the_book_sound() -> None:
    with Casebook.open(":memory:", PlainReader()) as book:
        book.add([a_plain_report(a_story("Lyon", "2 killed, police said", "The man came with a rifle"))])
        book._reader = LoudReader("2")
        assert book.read_again().revisions == ()
        (head,) = book.incidents()
        labels = [f.label.text for f in book.incident(head.incident.id).findings if f.label]
        assert labels == ["The Rifle"]
        assert list(book.check()) == []


def test_what_changes_back_and_forth_at_one_moment_is_kept_each_time() -> None:
    told = [
        a_plain_report(a_story("Lyon", f"{n} killed, police said"), hour=n, by=f"Wire {n}") for n in (1, 2)
    ]
    with Casebook.open(":memory:", PlainReader()) as book:
        book.add(told)
        (head,) = book.incidents()
        first, last = (account.id for account in book.incident(head.incident.id).accounts)
        at = head.changed_at
        for _ in range(3):
            made = book.split(last, by="Ada", why="another square", now=at)
            book.take_back(made[0].id, by="Ada", why="the same square", now=at)
        record = book.incident(first)
        assert len(record.revisions) == len({revision.id for revision in record.revisions})
        assert not list(book.check())
