"""What a terminal, and a page, show of a record, from the words of the record alone."""

import io
from typing import Any

import pytest
from tests.conftest import a_report

from sayso.cli.pages import print_record
from sayso.cli.paper import Paper
from sayso.model import Claim, Finding, Incident, Label, Quote, Record, Role, Span, Speaker, Status, Voice
from sayso.web.shown import facts, known

FOR = "The motive was a feud over a well, the prosecutor said."
AGAINST = "Police ruled out a feud over a well."


def quoted(sentence: str, name: str, **fields: Any) -> Quote:
    """Return a claim of the motive, with the sentence that carries it."""
    label = Label(text="a feud over a well")
    start = sentence.index(label.text)
    end = start + len(label.text)
    span = Span(start=start, end=end, quote=label.text)
    speaker = Speaker(name=name, kind="police")
    claim = Claim(id=name, account_id="a", slot="motive", value=label, speaker=speaker, span=span, **fields)
    return Quote(claim=claim, report=a_report(sentence), sentence=sentence, start=start, end=end)


def a_record(*findings: Finding, quotes: tuple[Quote, ...] = ()) -> Record:
    return Record(incident=Incident(id="1234abcd", kind="shooting"), findings=findings, quotes=quotes)


def shown(record: Record) -> str:
    """Return a record as the terminal shows it, in one line."""
    out = io.StringIO()
    print_record(Paper(out), record)
    return " ".join(out.getvalue().split())


def test_what_is_said_against_a_fact_stands_beside_it() -> None:
    pro, con = quoted(FOR, "the prosecutor"), quoted(AGAINST, "police", polarity="negative")
    finding = Finding(
        incident_id="1234abcd",
        slot="motive",
        label=Label(text="a feud over a well"),
        standing="disputed",
        support=(pro.claim.id,),
        rivals=(con.claim.id,),
    )
    record = a_record(finding, quotes=(pro, con))
    told = shown(record)
    assert "a feud over a well disputed the prosecutor, in Gazette" in told
    assert "against it · police (denied), in Gazette: Police ruled out [[a feud over a well]]." in told
    ((_, _, (fact,)),) = facts(known(record, None))
    assert [(rival.who, rival.firm) for rival in fact.rivals] == [("police", "denied")]


def test_two_counts_of_the_held_are_told_apart() -> None:
    one: dict[str, Any] = {"incident_id": "1234abcd", "slot": "detained", "low": 1, "best": 1, "high": 1}
    roles: tuple[Role, ...] = ("attacker", "unclear")
    told = shown(a_record(*(Finding(role=role, standing="single", **one) for role in roles)))
    assert "detained 1 one voice" in told
    assert "detained (unclear who) 1 one voice" in told


@pytest.mark.parametrize(
    ("standing", "voices", "told"),
    [
        ("single", 1, "killed 2 one voice"),
        ("agreed", 2, "killed 2 agreed, 2 voices"),
        ("agreed", 1, "killed 2 agreed"),
        ("disputed", 1, "killed 2 disputed, 1 for it"),
    ],
)
def test_how_many_voices_stand_behind_a_figure_is_told_where_it_says_more(
    standing: Status, voices: int, told: str
) -> None:
    those = tuple(Voice(name=f"v{at}", kind="police", report_ids=("r",)) for at in range(voices))
    finding = Finding(
        incident_id="1234abcd",
        slot="killed",
        role="victim",
        low=2,
        best=2,
        high=2,
        standing=standing,
        voices=those,
    )
    assert shown(a_record(finding)).endswith(told)
