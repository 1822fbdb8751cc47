"""Whom a report credits for what it tells."""

import pytest

from sayso.model import Copy, Report, source_of
from sayso.trace import credited


def credit(report: Report) -> Copy | None:
    """Return the only credit of a report, or None."""
    found = credited(report)
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "agency", "whole"),
    [
        ("TARVO (AP) — A bus fell into the river on Sunday. Six died.", "AP", True),
        ("(Reuters) - A bus fell into the river on Sunday.", "Reuters", True),
        ("TARVO, May 5 (Xinhua) -- A bus fell into the river.", "Xinhua", True),
        ("A bus fell into the river.\nCopyright 2024 The Associated Press. All rights reserved.", "AP", True),
        ("A bus fell into the river. Six bodies were found, AFP reported. It rained.", "AFP", False),
        ("It rained. Six died, according to the Associated Press. More followed.", "AP", False),
        ('It rained. "We ran," she told Reuters.', "Reuters", False),
        ("His pa told us that the bus was old. The app reported a delay.", None, False),
        ("A bus fell into the river.", None, False),
        ("It rained. Six died, the agency Alpine Wire reported.", "Alpine Wire", False),
        ("It rained. The Tarvo Post news agency said that six died.", "Tarvo Post", False),
        ("It rained. The rescue agency said that six died.", None, False),
        ("It rained. The civil defence agency Tarva said that six died.", None, False),
        ("It rained. The private agency Alpine Wire said that six died.", "Alpine Wire", False),
        ("It rained. The news agency quoted the mayor. That news agency said six died.", None, False),
        ("TARVO (KTVO/AP) — A bus fell into the river.", "AP", True),
        ("Updated: 2024-05-05 06:50 (Xinhua)\nA bus fell into the river.", "Xinhua", True),
        ("Northern Desk News reports.\nA bus fell into the river.", "Northern Desk News", True),
        ("Northern Desk News reports: a bus fell into the river.", "Northern Desk News", True),
        ("A bus fell into the river.\nSource: Belmora Standard", "Belmora Standard", True),
        ("A bus fell into the river.\nAccording to the Belmora Standard", "Belmora Standard", True),
        ("TARVO (Belmora Standard) - A bus fell into the river.", "Belmora Standard", True),
        ("By ANN HALEAssociated Press\nA bus fell into the river.", "AP", True),
        ("A bus fell into the river.\nBy Ann Hale", None, False),
        ("The driver reported: a bus fell into the river.", None, False),
        ("A bus fell.\nImage copyright Reuters Image caption The bus", None, False),
    ],
)
def test_datelines_and_credit_lines_name_the_agency(text: str, agency: str | None, whole: bool) -> None:
    copy = credit(Report(id="a", source=source_of("south.example"), text=text))
    assert (copy.of if copy else None) == agency
    if copy:
        assert copy.kind == "credited"
        assert (copy.overlap == 1) == whole


def test_a_credit_inside_a_story_covers_its_own_sentence() -> None:
    text = "It rained. Six bodies were found, AFP reported. Nobody knows more."
    copy = credit(Report(id="a", text=text))
    assert copy is not None
    assert [text[p.start : p.end].strip() for p in copy.passages] == ["Six bodies were found, AFP reported."]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A bus fell. RTÉ reported that six were hurt.", "RTÉ"),
        (
            "A bus fell. Radio Tarvo, run by the diocese, quoted the mayor as saying six were hurt.",
            "Radio Tarvo",
        ),
        ("A bus fell. Six were hurt, according to the newspaper Tarvo Standard.", "Tarvo Standard"),
        ("A bus fell. The Tarvo Times has reported six hurt.", "Tarvo Times"),
        ("A bus fell. The mayor told Radio Tarvo that six were hurt.", None),
        ("A bus fell. The police reported six hurt.", None),
        ("A bus fell. The Health Ministry said on Monday that six were hurt.", None),
        ("A bus fell. The Coast Guard reported six hurt.", None),
        ("A bus fell. The crew of the Morning Star rescued six.", None),
        ("A bus fell. AFP reported six hurt, as the Tarvo Times said.", "AFP"),
    ],
)
def test_a_paper_or_a_broadcaster_is_credited_for_its_sentence(text: str, outlet: str | None) -> None:
    copy = credit(Report(id="a", source=source_of("south.example"), text=text))
    assert (copy and copy.of) == outlet
    assert copy is None or copy.passages[0].start == len("A bus fell. ")


def test_an_outlet_is_not_credited_for_what_it_says_itself() -> None:
    for source in ("rte.ie", "RTÉ"):
        report = Report(
            id="a", source=source_of(source), text="A bus fell, a cousin told us. RTÉ reported so."
        )
        assert credit(report) is None


def test_an_agency_credits_nobody_for_its_own_story() -> None:
    assert credit(Report(id="a", source=source_of("apnews.com"), text="TARVO (AP) — A bus fell.")) is None
    assert credit(Report(id="a", source=source_of("Reuters"), text="(Reuters) - A bus fell.")) is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("tarvo-post.com", "By Daily Tarvo Post"),
        ("ktvo3.com", "TARVO (KTVO-TV) - "),
        ("Tarvo Post", "By Tarvo Post"),
    ],
)
def test_an_outlet_credits_nobody_for_its_own_story(source: str, line: str) -> None:
    text = f"{line}\nA bus fell into the river."
    assert credit(Report(id="a", source=source_of(source), text=text)) is None
    assert credit(Report(id="a", source=source_of("south.example"), text=text)) is not None


def test_a_line_that_names_two_agencies_credits_both() -> None:
    copies = credited(
        Report(id="a", text="A bus fell into the river.\nIt rained.\nAP - AFP\n(Tarvo Post page 4)")
    )
    assert [copy.of for copy in copies] == ["AP", "AFP"]


def test_of_two_agencies_each_with_a_sentence_the_one_that_carries_more_is_credited() -> None:
    text = "Six bodies were found in the river by the old mill, AFP reported. It rained, Reuters reported."
    assert [copy.of for copy in credited(Report(id="a", text=text))] == ["AFP"]
