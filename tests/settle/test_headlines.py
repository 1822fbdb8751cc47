"""A headline over words that are somebody else's is no voice of its own."""

import msgspec
import pytest
from tests.settle.rows import DAY, Book, shown, told

from sayso.model import Copy, Passage


def copied(book: Book, report_id: str, of: str, overlap: float) -> Book:
    """Return a book in which the text of one report repeats another."""
    passage = Passage(start=0, end=9_999, of_start=0, of_end=9_999)
    book.copies = [Copy(report_id=report_id, of=of, kind="edited", passages=(passage,), overlap=overlap)]
    return book


def test_the_headline_of_a_copy_is_the_origin_s_word() -> None:
    book = Book()
    book.say("north", 0, "killed 4+", "at least four people were killed")
    book.say("south", 1, "killed 4", "4 dead", headline=True)
    book.say("south", 1, "killed 4+", "at least four people were killed")
    copied(book, "south@1", "north@0", 0.6)
    assert shown(book.finding("killed")) == "4|4|- single 1"


def test_a_headline_that_says_more_than_its_copied_text_is_the_outlet_s_own() -> None:
    book = Book()
    book.say("north", 0, "killed 4+", "at least four people were killed")
    book.say("south", 1, "killed 6", "6 dead", headline=True)
    book.say("south", 1, "killed 4+", "at least four people were killed")
    copied(book, "south@1", "north@0", 0.6)
    assert shown(book.finding("killed")) == "6|6|6 single 1"


def test_a_headline_says_what_the_police_are_quoted_for_beneath_it() -> None:
    book = Book()
    book.say("north", 0, "killed 4", "4 dead", headline=True)
    book.say("north", 0, "police: killed 4+", "police said at least four people were killed")
    assert shown(book.finding("killed")) == "4|4|- single 1"


def test_an_outlet_that_tells_of_the_dead_in_its_own_words_as_well_is_heard() -> None:
    book = Book()
    book.say("north", 0, "killed 4", "4 dead", headline=True)
    book.say("north", 0, "killed 3", "three guests and a waiter died")
    book.say("north", 0, "Red Front: killed 4", "the group spoke of four dead")
    assert shown(book.finding("killed")) == "4|4|4 agreed 2"


@pytest.mark.parametrize(
    ("quoted", "own", "finding"),
    [
        (
            ("police: injured 9", "nine were hurt"),
            ("injured 3+", "several people were hurt"),
            "9|9|9 single 1",
        ),
        (
            ("rescue: missing 4", "four are missing"),
            ("missing 2+", "miners are still under ground"),
            "4|4|4 single 1",
        ),
        (
            ("police: attackers/attacker 3", "three men ran off"),
            ("attackers/attacker 2+", "gunmen opened fire"),
            "3|3|3 single 1",
        ),
        (("hospital: injured 80", "80 were hurt"), ("injured 24+", "dozens were hurt"), "80|80|80 agreed 1"),
        (
            ("residents: killed 12", "they buried 12"),
            ("killed 12", "12 people were killed"),
            "12|12|12 single 1",
        ),
        (("hospital: injured 9", "nine were hurt"), ("injured 24+", "dozens were hurt"), "9|9|9 single 1"),
        (
            ("police: injured 9", "nine were hurt"),
            ("injured 7+", "at least seven were hurt"),
            "9|9|9 agreed 1",
        ),
        (("Red Front: killed 40", "it killed 40"), ("killed 3+", "several soldiers died"), "3|-|- single 1"),
    ],
)
def test_words_that_leave_room_for_whom_the_outlet_quotes_are_no_second_voice(
    quoted: tuple[str, str], own: tuple[str, str], finding: str
) -> None:
    book = told([("north", 0, *own), ("north", 0, *quoted)])
    slot, _, role = own[0].split(" ")[0].partition("/")
    assert shown(book.finding(slot, role or "victim")) == finding


def test_words_of_another_outlet_leave_room_for_a_figure_as_a_voice() -> None:
    book = told([("north", 0, "injured 3+", "several people were hurt"), ("south", 1, "police: injured 9")])
    assert shown(book.finding("injured")) == "9|9|9 agreed 1"


def test_a_headline_that_repeats_somebody_quoted_leaves_behind_what_the_outlet_said_before() -> None:
    book = Book()
    book.say("north", 0, "killed 20+", "at least 20 people were killed")
    book.say("north", 9, "killed 31+", "more than 30 dead", headline=True)
    book.say("north", 9, "a reporter for the Tarvo Wire: killed 31+", "we hear that more than 30 are dead")
    book.reports = {
        key: msgspec.structs.replace(report, published_at=DAY, published_grain="day")
        for key, report in book.reports.items()
    }
    finding = book.finding("killed")
    assert shown(finding) == "31|31|- single 1"
    assert finding is not None
    assert book.claims[0].id in finding.trail


def test_some_of_the_dead_in_an_outlet_s_own_words_are_no_toll_of_its_own() -> None:
    book = Book()
    book.say("north", 0, "killed 4", "4 dead", headline=True)
    book.say("north", 0, "police: killed 4+", "police said at least four people were killed")
    book.say("north", 0, "killed 2", "Two children were among the dead")
    assert shown(book.finding("killed")) == "4|4|- single 1"


def test_the_office_in_a_headline_is_whoever_of_his_kind_the_text_quotes() -> None:
    book = Book()
    book.say("north", 0, "the Torvian defence ministry: killed 12", "12 dead", headline=True)
    book.say("north", 0, "Mayor Iris Bolt: killed 12", "12 people died, said Mayor Iris Bolt")
    assert shown(book.finding("killed")) == "12|12|12 single 1"


def test_who_leaves_out_at_least_of_whom_he_quotes_is_no_second_voice() -> None:
    book = Book()
    book.say("north", 0, "police: killed 17+", "at least 17 people died")
    book.say("south", 1, "killed 17", "a crash that killed 17")
    book.say("south", 1, "police: injured 4", "four were hurt")
    assert shown(book.finding("killed")) == "17|17|- single 1"


def test_an_outlet_that_is_cited_for_what_the_police_told_it_is_no_second_voice() -> None:
    book = Book()
    book.say("Tarvo Wire", 0, "police: killed 6", "six people died, police said")
    book.say("south", 2, "Tarvo Wire: killed 6", "six people died, the Tarvo Wire reported")
    assert shown(book.finding("killed")) == "6|6|6 single 1"


def test_who_cites_a_report_is_no_later_than_that_report() -> None:
    book = Book()
    book.say("Tarvo Wire", 0, "police: killed 12", "twelve people died, police said")
    book.say("north", 1, "police: killed 7", "seven people died, police said")
    book.say("south", 2, "Tarvo Wire: killed 12", "twelve people died, the Tarvo Wire reported")
    assert shown(book.finding("killed")) == "7|7|7 single 1"


def test_a_headline_over_what_only_a_party_says_is_the_party_s() -> None:
    book = Book()
    book.say("north", 0, "killed 12", "12 killed in raid", headline=True)
    book.say("north", 0, "Red Front: killed 12", "the Red Front said 12 had died")
    assert shown(book.finding("killed")) == "12|12|12 single 1"


def test_what_a_headline_gives_its_own_text_does_not_outdate() -> None:
    book = Book()
    book.say("north", 0, "hospital: killed 3", "fire leaves three dead", headline=True)
    book.say("north", 0, "hospital: killed 3", "the fire left three people dead")
    book.say("north", 0, "Mayor Iris Bolt: killed 6", "however, said that six people had died")
    assert shown(book.finding("killed")) == "3|3|6 disputed 1"
