"""What is reported on a count: each table row is said by an outlet at an hour of the day."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.settle.rows import DAY, Book, shown, told

from sayso.model import Copy, Judgement, Passage, Role
from sayso.settle import PROFILES, RULES

Rows = list[tuple[Any, ...]]

TABLE: list[tuple[str, str, Rows, str]] = [
    ("one report", "killed", [("north", 0, "killed 3")], "3|3|3 single 1"),
    (
        "two outlets that say the same agree",
        "killed",
        [("north", 0, "killed 3"), ("south", 1, "killed 3")],
        "3|3|3 agreed 2",
    ),
    (
        "the police in two outlets are one voice",
        "killed",
        [("north", 0, "police: killed 3"), ("south", 1, "Dana police: killed 3")],
        "3|3|3 single 1",
    ),
    (
        "a voice's later figure replaces its earlier one",
        "killed",
        [("north", 0, "police: killed 3"), ("south", 5, "police: killed 2")],
        "2|2|2 single 1",
    ),
    (
        "a later vague word of the same voice repeats its figure",
        "killed",
        [("north", 0, "killed 59"), ("north", 9, "killed 24+", "dozens died")],
        "59|59|59 single 1",
    ),
    (
        "at least n fits a higher number",
        "killed",
        [("north", 0, "killed 59"), ("south", 1, "killed 50+", "at least 50 died")],
        "59|59|59 agreed 1",
    ),
    (
        "an earlier floor is overtaken",
        "killed",
        [("north", 0, "killed 2+", "at least two died"), ("south", 8, "killed 6+", "at least six died")],
        "6|6|- single 1",
    ),
    (
        "words alone give no number",
        "attackers",
        [("north", 0, "attackers/attacker 2+", "the shooters fled")],
        "2|-|- single 1",
    ),
    (
        "a range is printed by its lower end",
        "displaced",
        [("north", 0, "displaced 500-600")],
        "500|500|600 single 1",
    ),
    (
        "figures of one hour that cannot both hold are disputed and the nearest speaker's is printed",
        "injured",
        [("north", 0, "police: injured 4"), ("south", 0, "injured 3")],
        "3|4|4 disputed 1",
    ),
    (
        "of equal rank more voices decide",
        "injured",
        [("north", 0, "injured 4"), ("south", 0, "injured 3"), ("east", 0, "injured 4")],
        "3|4|4 disputed 2",
    ),
    (
        "of equal rank and voices the lower is printed",
        "injured",
        [("north", 0, "injured 4"), ("south", 0, "injured 3")],
        "3|3|4 disputed 1",
    ),
    (
        "a later higher figure of a speaker as direct overtakes",
        "killed",
        [("north", 0, "police: killed 84"), ("south", 9, "Mayor Iris Bolt: killed 85")],
        "85|85|85 single 1",
    ),
    (
        "a later lower figure does not",
        "killed",
        [("north", 0, "killed 6"), ("south", 9, "hospital: killed 4")],
        "4|4|6 disputed 1",
    ),
    (
        "a party's boast moves nothing",
        "killed",
        [("north", 0, "police: killed 2"), ("south", 1, "Red Front: killed 80")],
        "2|2|2 single 1",
    ),
    (
        "a part never adds to its total",
        "killed",
        [("north", 0, "killed 14"), ("north", 0, "killed 3", "three children")],
        "14|14|14 single 1",
    ),
    (
        "a person told of leaves room for a total",
        "killed",
        [("north", 0, "killed 2"), ("south", 1, "killed 1", "a man died")],
        "2|2|2 single 1",
    ),
    (
        "mere words fit the number and stay beside it",
        "displaced",
        [("north", 0, "displaced 2000+", "thousands fled"), ("south", 1, "police: displaced 5000-6000")],
        "5000|5000|6000 agreed 1",
    ),
    (
        "more than 500 goes with the exact 527",
        "injured",
        [("north", 0, "injured 501+", "more than 500 were hurt"), ("south", 9, "injured 527")],
        "527|527|527 agreed 1",
    ),
    (
        "at least 84 does not go with the 85th",
        "killed",
        [("north", 0, "killed 84+", "at least 84 died"), ("south", 40, "Mayor Iris Bolt: killed 85")],
        "85|85|85 single 1",
    ),
    (
        "what may be widens the span",
        "attackers",
        [("north", 0, "attackers/attacker 1", "the driver")],
        "1|1|1 single 1",
    ),
    (
        "an open floor above an exact figure opens the span",
        "killed",
        [("north", 0, "killed 6+", "at least six died"), ("south", 1, "hospital: killed 4")],
        "4|4|- disputed 1",
    ),
    (
        "an outlet's later lower figure does not outrank what more voices say",
        "injured",
        [("north", 0, "injured 5"), ("east", 0, "injured 5"), ("south", 3, "injured 3")],
        "3|5|5 disputed 2",
    ),
    (
        "the organiser's nobody disputes what the police say",
        "injured",
        [("north", 0, "police: injured 2"), ("north", 0, "the club: injured 0", "no one was injured")],
        "0|2|2 disputed 1",
    ),
    (
        "a quoted toll is behind the higher one that its report tells",
        "killed",
        [("north", 0, "Mayor Iris Bolt: killed 77"), ("north", 0, "killed 84+", "at least 84 died")],
        "84|84|- single 1",
    ),
    (
        "a caption is behind what the police say in the same report",
        "injured",
        [("north", 0, "injured 3", "3 hurt"), ("north", 0, "police: injured 8", "eight were hurt")],
        "8|8|8 single 1",
    ),
    (
        "later words of a speaker leave the number of those who did it open",
        "attackers",
        [
            ("north", 0, "police: attackers/attacker 2", "two men fired"),
            ("south", 9, "police: attackers/attacker 2+", "multiple people fired"),
        ],
        "2|2|- single 1",
    ),
    (
        "a president and his minister are one government",
        "killed",
        [
            ("north", 0, "President Ann Hale: killed 9"),
            ("south", 1, "Interior Minister Bo Lund: killed 9"),
            ("east", 2, "Hale: killed 9"),
        ],
        "9|9|9 single 1",
    ),
    ("nobody hurt is a figure", "injured", [("north", 0, "injured 0")], "0|0|0 single 1"),
]


@pytest.mark.parametrize(
    ("slot", "rows", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_reported(slot: str, rows: Rows, expected: str) -> None:
    role = "attacker" if slot == "attackers" else "victim"
    finding = told(rows).finding(slot, role)
    assert shown(finding) == expected
    assert finding is not None
    assert finding.rule in RULES


def test_what_only_may_be_leaves_room_below_and_above() -> None:
    book = told([("north", 0, "attackers/attacker 1", "the driver")])
    book.say("north", 0, "attackers/attacker 2", "perhaps two", certainty="possible", who="two men")
    assert shown(book.finding("attackers", "attacker")) == "1|1|2 single 1"
    book = Book()
    book.say("north", 0, "injured 1", "she may be a victim", certainty="possible", who="a woman")
    assert shown(book.finding("injured")) == "0|1|1 single 1"


def test_a_figure_is_as_sure_as_who_says_it_most_firmly() -> None:
    book = Book()
    book.say("north", 0, "police: killed 7", "seven may have died", certainty="possible")
    assert [f.certainty for f in book.findings()] == ["possible"]
    book.say("east", 1, "mayor: killed 7", "seven feared dead", certainty="probable")
    assert [f.certainty for f in book.findings()] == ["probable"]
    book.say("south", 2, "hospital: killed 7", "seven died")
    assert [f.certainty for f in book.findings()] == ["certain"]


SEVEN = ("police: killed 7", "seven may have died", "possible")
FOUR = ("police: killed 4", "we have recovered four bodies so far", "certain")
FIVE = ("mayor: killed 5+", "at least five died", "certain")
FIVE_DEAD = ("police: killed 5", "five died", "certain")


@pytest.mark.parametrize(
    ("rows", "expected", "supporting"),
    [
        ([SEVEN], "0|7|7", ["seven"]),
        ([(*SEVEN, 0), (*FOUR, 0)], "4|4|7", ["we have"]),
        ([SEVEN, FOUR], "4|4|7", ["we have"]),
        ([SEVEN, FIVE], "5|5|7", ["at least"]),
        ([FIVE, SEVEN], "5|5|7", ["at least"]),
        ([SEVEN, FOUR, FIVE], "5|5|7", ["at least"]),
        ([FIVE_DEAD, SEVEN], "5|5|7", ["five died"]),
        ([SEVEN, ("police: killed 5+", "at least five died", "certain")], "5|5|7", ["at least"]),
        ([SEVEN, FIVE_DEAD], "5|5|5", ["five died"]),
        ([SEVEN, ("police: killed 7", "seven died", "certain")], "7|7|7", ["seven", "seven"]),
        ([SEVEN, ("police: killed 9", "nine died", "certain")], "9|9|9", ["nine died"]),
        ([SEVEN, ("police: killed 9", "nine may have died", "possible")], "0|9|9", ["nine may"]),
    ],
)
def test_what_is_certain_goes_before_what_is_only_possible(
    rows: Sequence[tuple[Any, ...]], expected: str, supporting: list[str]
) -> None:
    book = Book()
    for hour, (said, words, certainty, *at) in enumerate(rows):
        book.say(f"outlet {at or hour}", at[0] if at else hour, said, words, certainty=certainty)
    finding = book.finding("killed")
    assert finding is not None
    assert shown(finding).partition(" ")[0] == expected
    quotes = {claim.id: claim.span.quote for claim in book.claims}
    behind = [quotes[claim] for claim in finding.support]
    assert len(behind) == len(supporting)
    assert all(words.startswith(start) for words, start in zip(sorted(behind), supporting, strict=True))


def test_of_one_day_what_is_certain_goes_before_what_is_only_feared() -> None:
    book = Book()
    book.say("north", 0, "mayor: killed 5", "five died")
    book.say("south", 1, "police: killed 7", "seven feared dead", certainty="probable")
    book.reports = {key: replace(one, published_grain="day") for key, one in book.reports.items()}
    assert shown(book.finding("killed")) == "5|5|5 single 1"


def test_up_to_so_many_leaves_room_above_only() -> None:
    book = told([("north", 0, "hospital: killed 5")])
    room = book.say("south", 2, "police: killed -7", "up to seven died", certainty="possible")
    finding = book.finding("killed")
    assert shown(finding) == "5|5|7 single 1"
    assert finding is not None
    assert finding.rivals == ()
    assert room.id in finding.support
    lower = told([("north", 0, "hospital: killed 5")])
    rival = lower.say("south", 2, "police: killed -3", "up to three died", certainty="possible")
    finding = lower.finding("killed")
    assert shown(finding) == "5|5|5 single 1"
    assert finding is not None
    assert finding.rivals == (rival.id,)


def test_a_headline_that_contradicts_its_text_is_a_rival_and_never_printed() -> None:
    book = told([("north", 0, "killed 59")])
    book.say("south", 1, "killed 58", "58 killed", who="58")
    book.say("south", 1, "killed 59", "59 people died", who="59 people")
    assert shown(book.finding("killed")) == "58|59|59 disputed 2"


def test_a_number_that_stands_alone_against_the_headlines_only_may_be_so() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "Woman shot dead", who="Woman", headline=True)
    book.say("north", 0, "killed 1", "a woman was shot dead", who="a woman")
    book.say("north", 0, "killed 32", "the city has seen 32 people killed", who="32 people")
    finding = book.finding("killed")
    assert shown(finding) == "1|1|32 single 1"
    assert finding is not None
    assert [book.claims[2].id] == list(finding.rivals)
    book.say("south", 1, "killed 32", "32 people killed", who="32 people")
    assert shown(book.finding("killed")).startswith("32|32|32")


def test_the_police_of_two_reports_are_still_alone_against_the_headlines() -> None:
    book = Book()
    for outlet in ("north", "south"):
        book.say(outlet, 0, "killed 1", "Woman shot dead", who="Woman", headline=True)
        book.say(outlet, 0, "police: killed 32", "32 people were killed", who="32 people")
    assert shown(book.finding("killed")).startswith("1|1|32")


def test_a_number_later_than_every_headline_may_be_news() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "One dead in bus crash", who="One", headline=True)
    book.say("south", 3, "killed 12", "twelve people died", who="twelve people")
    finding = book.finding("killed")
    assert finding is not None
    assert finding.best == 12


def test_of_two_numbers_of_one_day_the_higher_is_the_later_one() -> None:
    book = Book()
    for hour, words in ((0, "four people were hurt"), (1, "two victims were taken to hospital")):
        number = "4" if hour == 0 else "2"
        book.say("north", hour, f"police: injured {number}", words, who=" ".join(words.split()[:2]))
    book.reports = {ref: replace(one, published_grain="day") for ref, one in book.reports.items()}
    assert shown(book.finding("injured")) == "4|4|4 single 1"


def test_a_speaker_s_first_count_is_behind_the_headline_of_the_report_that_quotes_him() -> None:
    book = Book()
    book.say("north", 0, "injured 2", "2 shot in park", who="2", headline=True)
    book.say("north", 0, "police: injured 1", "One person has been shot", who="One person")
    finding = book.finding("injured")
    assert finding is not None
    assert finding.best == 2


def test_the_steps_of_a_toll_are_all_behind_what_the_report_knows() -> None:
    book = Book()
    book.say("north", 0, "killed 84+", "at least 84 people died", who="at least 84 people")
    book.say("north", 0, "President Ann Hale: killed 77", "77 people died, Hale said", who="77 people")
    book.say("north", 0, "Interior Minister Bo Lund: killed 80", "80 people were killed", who="80 people")
    assert shown(book.finding("killed")) == "84|84|- single 1"


def test_the_dead_of_another_night_are_not_those_of_a_headline_on_the_hurt() -> None:
    book = Book()
    book.say("north", 0, "injured 1", "Bullet grazes boy at rink", who="boy", headline=True)
    book.say("north", 0, "killed 1", "Two are charged with killing a student", who="a student")
    book.say("north", 0, "weapon rifle")
    book.say("north", 0, "police: injured 1", "a boy was grazed", who="a boy")
    book.say("south", 3, "injured 1", "the boy was grazed", who="the boy")
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.standing, finding.best, len(finding.trail)) == ("withdrawn", None, 1)


def test_who_was_hurt_in_a_headline_can_die_in_its_text() -> None:
    book = Book()
    book.say("north", 0, "injured 1", "Boy wounded at rink", who="Boy", headline=True)
    book.say("north", 0, "police: injured 1", "a boy was wounded", who="a boy")
    book.say("north", 0, "injured 1", "a girl was wounded", who="a girl")
    book.say("north", 0, "killed 1", "the boy later died", who="the boy")
    assert shown(book.finding("killed")) == "1|1|1 single 1"


def test_a_lone_number_is_not_held_against_the_headline_on_the_attacker() -> None:
    book = Book()
    book.say("north", 0, "killed/attacker 1", "Gunman killed", who="Gunman", headline=True)
    book.say("north", 0, "killed 4", "four people had been killed", who="four people")
    assert shown(book.finding("killed")) == "4|4|4 single 1"


def test_one_person_told_under_two_roles_is_one() -> None:
    book = Book()
    book.say("north", 0, "killed/attacker 1", "Man dead after shooting", who="Man")
    book.say("north", 0, "killed 1", "it left a man dead", who="a man")
    book.say("north", 0, "killed 1", "the shot killed him", who="him")
    assert shown(book.finding("killed")) == "1|1|1 single 1"
    assert book.finding("killed", "attacker") is None


@pytest.mark.parametrize(
    ("attacker", "victim"),
    [
        ("himself", "his wife"),
        ("a suicide bomber", "a policeman"),
        ("a 40-year-old man", "a 12-year-old boy"),
    ],
)
def test_two_people_told_under_two_roles_stay_two(attacker: str, victim: str) -> None:
    book = Book()
    book.say("north", 0, "killed/attacker 1", f"then killed {attacker}", who=attacker)
    book.say("north", 0, "killed 1", f"it left {victim} dead", who=victim)
    assert shown(book.finding("killed")) == "1|1|1 single 1"
    assert shown(book.finding("killed", "attacker")) == "1|1|1 single 1"


def test_those_shot_and_those_grazed_are_hurt_together() -> None:
    book = Book()
    book.say(
        "north", 0, "police: injured 3", "a teacher and two pupils were shot", who="a teacher and two pupils"
    )
    book.say("north", 0, "police: injured 2", "two others were grazed", who="two others")
    finding = book.finding("injured")
    assert shown(finding) == "5|5|5 single 1"
    assert finding is not None
    assert finding.derivation == "3 shot + 2 grazed = 5"


def test_a_wounded_man_who_is_charged_is_no_victim() -> None:
    book = Book()
    book.say("north", 0, "police: injured 3", "Ugo Bern, Olaf Brenn and Tim Dahl were hurt",
             who="Ugo Bern, Olaf Brenn and Tim Dahl")  # fmt: skip
    book.say("south", 30, "police: suspect Olaf Brenn", code="charged")
    assert shown(book.finding("injured")) == "2|2|2 single 1"
    assert shown(book.finding("injured", "attacker")) == "1|1|1 single 1"


def test_dead_and_hurt_stand_for_the_total_that_they_make_up() -> None:
    book = told([("north", 0, "casualties 5"), ("north", 0, "killed 4")])
    assert book.finding("casualties") is None
    assert shown(book.finding("injured")) == "1|1|1 single 1"
    assert shown(told([("north", 0, "casualties 5")]).finding("casualties")) == "5|5|5 single 1"


PROFILE_TABLE: list[tuple[str, Rows, dict[str, tuple[int, str]]]] = [
    (
        "figures that clash",
        [
            ("north", 0, "killed 4"),
            ("south", 0, "killed 6"),
            ("east", 0, "killed 6"),
            ("west", 0, "police: killed 5"),
        ],
        {"desk": (5, "direct"), "conservative": (4, "lowest"), "latest-official": (5, "latest official")},
    ),
    (
        "no official",
        [("north", 0, "killed 4"), ("south", 0, "killed 6"), ("east", 0, "killed 6")],
        {"desk": (6, "more voices"), "conservative": (4, "lowest"), "latest-official": (6, "more voices")},
    ),
    (
        "two officials",
        [("north", 0, "police: killed 5"), ("south", 9, "hospital: killed 3")],
        {"desk": (3, "lower"), "conservative": (3, "lower"), "latest-official": (3, "latest official")},
    ),
]


@pytest.mark.parametrize(
    ("rows", "expected"), [row[1:] for row in PROFILE_TABLE], ids=[row[0] for row in PROFILE_TABLE]
)
def test_a_profile_prints_another_of_the_same_figures_and_names_its_rule(
    rows: Rows, expected: dict[str, tuple[int, str]]
) -> None:
    assert list(expected) == list(PROFILES)
    for profile, wanted in expected.items():
        finding = next(f for f in told(rows).findings(profile=profile) if f.slot == "killed")
        assert (finding.best, finding.rule) == wanted, profile


def test_a_profile_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="desk, conservative"):
        told([("north", 0, "killed 4")]).findings(profile="hopeful")


def test_people_told_of_one_by_one_add_up_only_where_they_are_different_people() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "A 19-year-old man died at the scene", who="A 19-year-old man")
    book.say("north", 0, "killed 1", "a woman died in hospital", who="a woman")
    book.say("north", 0, "killed 1", "The man died", who="The man")
    finding = book.finding("killed")
    assert shown(finding) == "2|2|2 single 1"
    assert finding is not None
    assert finding.derivation == "A 19-year-old man + a woman = 2"


def test_a_row_that_is_part_of_a_total_is_not_the_total() -> None:
    book = Book()
    book.say("north", 0, "killed 3", "including three children", part_of="14 dead")
    book.say("north", 0, "killed 14", "14 dead")
    assert shown(book.finding("killed")) == "14|14|14 single 1"


def test_attackers_never_count_among_victims() -> None:
    book = told([("north", 0, "killed 2"), ("north", 0, "killed/attacker 1")])
    assert shown(book.finding("killed")) == "2|2|2 single 1"
    assert shown(book.finding("killed", "attacker")) == "1|1|1 single 1"


def test_there_are_no_more_dead_attackers_than_attackers() -> None:
    book = told([("north", 0, "police: attackers/attacker 1", "a gunman")])
    book.say("north", 0, "police: killed 5", "had shot dead five pupils", who="five pupils")
    book.say("north", 0, "police: killed/attacker 1", "turning the weapon on himself", who="a gunman")
    book.say("south", 1, "killed 6", "Six dead in Tarvo", who="Six dead", headline=True)
    book.say(
        "south", 1, "Hale: killed/attacker 6", "Six people, including the attacker, died", who="Six people"
    )
    figures = {f.role: shown(f) for f in book.findings() if f.slot == "killed"}
    assert figures["victim"] == "5|5|5 single 1"
    assert figures["attacker"] == "1|1|1 single 1"
    assert figures["all"].startswith("6|6|6")


def test_more_gunmen_than_were_counted_stay_gunmen() -> None:
    book = told([("north", 0, "police: attackers/attacker 1", "a gunman")])
    book.say("south", 1, "police: killed/attacker 3", "Three gunmen were killed", who="Three gunmen")
    assert shown(book.finding("killed", "attacker")) == "3|3|3 single 1"


def test_a_total_that_takes_in_the_attacker_is_shown_without_him() -> None:
    finding = told([("north", 0, "killed/all 3"), ("south", 1, "killed/attacker 1")]).finding("killed")
    assert shown(finding) == "2|2|2 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("less the attackers", "3 - 1 attackers")


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        (("Torvia's transport minister", "Bo Lund"), "44|44|44 single 1"),
        (("local officials", "Bo Lund"), "44|44|44 single 1"),
        (("the Tarvo Aid Society", "Ida Sund"), "44|44|44 single 1"),
        (("residents", "Ugo Bern"), "44|44|44 single 1"),
        (("officials", "Rail Bern"), "44|44|44 single 1"),
        (("authorities", "Bo Lund"), "44|44|44 single 1"),
        (("officials", "a doctor"), "44|44|44 agreed 2"),
        (("officials", "Ugo Bern"), "44|44|44 agreed 2"),
        (("officials", "the transport ministry"), "44|44|44 single 1"),
        (("the transport ministry", "the ministry"), "44|44|44 single 1"),
        (("the statement", "the transport ministry"), "44|44|44 single 1"),
        (("the transport ministry", "the council"), "44|44|44 agreed 2"),
        (("press release", "the transport ministry"), "44|44|44 single 1"),
        (("a Facebook post", "the transport ministry"), "44|44|44 single 1"),
        (("the post", "the transport ministry"), "44|44|44 single 1"),
        (("Ida Sund", "the transport ministry", "the statement"), "44|44|44 agreed 2"),
        (("the transport ministry", "the Torvian defence ministry", "the ministry"), "44|44|44 agreed 2"),
        (("the governor of South Tarvo", "North Tarvo officials"), "44|44|44 agreed 2"),
        (("the transport ministry", "Bo Lund"), "44|44|44 agreed 2"),
        (("Bo Lund", "Ida Sund"), "44|44|44 agreed 2"),
        (("Bo Lund", "Iris Bolt"), "44|44|44 agreed 2"),
        (("Bo Lund", "Iris Bolt", "Torvia's transport minister"), "44|44|44 agreed 3"),
    ],
)
def test_an_office_is_whoever_holds_it_in_the_same_report(speakers: Sequence[str], expected: str) -> None:
    assert shown(told([("north", 0, f"{who}: killed 44") for who in speakers]).finding("killed")) == expected
    apart = told([("north", 0, f"{speakers[1]}: killed 44"), ("south", -1, f"{speakers[0]}: killed 44")])
    assert shown(apart.finding("killed")) == "44|44|44 agreed 2"


@pytest.mark.parametrize(
    ("before", "then", "expected"),
    [
        ("mayor: killed 44", "officials: killed 44", "44|44|44 single 1"),
        ("police: killed 44", "Torvian officials: killed 44", "44|44|44 single 1"),
        ("rescue: injured 44", "authorities: injured 44+", "44|44|44 single 1"),
        ("the transport ministry: killed 44", "local officials: killed 44", "44|44|44 single 1"),
        ("rescue: injured 44", "officials: injured 41+", "44|44|44 single 1"),
        ("rescue: injured 84", "officials: injured 41+", "84|84|84 agreed 1"),
        ("rescue: injured 44", "officials: injured 41", "41|41|44 disputed 1"),
        ("hospital: killed 44", "officials: killed 44", "44|44|44 agreed 2"),
        ("the network: killed 44", "officials: killed 44", "44|44|44 agreed 2"),
        ("army: killed 44", "press release: killed 44", "44|44|44 single 1"),
        ("mayor: killed 44", "a new toll: killed 44", "44|44|44 single 1"),
        ("the network: killed 44", "press release: killed 44", "44|44|44 agreed 2"),
        ("mayor: killed 44", "a disaster official: killed 44", "44|44|44 agreed 2"),
        ("mayor: killed 41", "officials: killed 44", "44|44|44 single 1"),
        ("officials: killed 44", "mayor: killed 44", "44|44|44 agreed 2"),
        ("police: attackers/attacker 3", "officials: attackers/attacker 3", "3|3|3 agreed 2"),
    ],
)
def test_officials_of_another_outlet_may_be_those_who_gave_the_number_before(
    before: str, then: str, expected: str
) -> None:
    slot, _, role = before.split(": ")[1].split(" ")[0].partition("/")
    book = told([("north", 0, before), ("south", 3, then)])
    assert shown(book.finding(slot, role or "victim")) == expected


def test_a_body_is_named_by_the_last_word_of_its_name_when_it_is_told_of_again() -> None:
    rows = [("north", 0, "the Tarvo Flood Council (TFC): killed 44"), ("south", 1, "TFC: injured 3")]
    book = told([*rows, ("south", 1, "the council: killed 44")])
    assert shown(book.finding("killed")) == "44|44|44 single 1"


def test_the_governor_of_a_province_is_no_person_of_its_name() -> None:
    rows = [
        ("north", 0, "the governor of South Tarvo: killed 44"),
        ("south", 1, "the governor of South Tarvo province: killed 44"),
    ]
    assert shown(told(rows).finding("killed")) == "44|44|44 single 1"
    book = told([*rows, ("east", 2, "North Tarvo officials: killed 40")])
    assert shown(book.finding("killed")) == "40|40|44 disputed 1"


def test_who_takes_back_a_figure_takes_back_his_floor_of_it() -> None:
    book = told([("north", 0, "the governor of South Tarvo: killed 78+", "at least 78 people died")])
    book.say("south", 1, "North Tarvo officials: killed 28", "28 bodies were recovered", who="28 bodies")
    book.say("east", 60, "North Tarvo officials: killed 34", "34 people died", who="34 people")
    words = "The governor, who had spoken of 78 dead, said it was an estimate"
    book.say(
        "east", 60, "the governor of South Tarvo: killed 78", words, who="78 dead", standing="superseded"
    )
    assert shown(book.finding("killed")) == "34|34|34 single 1"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31 inmates have died in a riot", "43|43|43 single 1"),
        ("31 inmates have died when a wall fell", "43|43|43 single 1"),
        ("31 of the inmates have died", "16|16|16 single 1"),
        ("31 inmates have died in hospital", "16|16|16 single 1"),
    ],
)
def test_a_toll_of_those_who_have_died_in_it_takes_nobody_from_the_hurt(words: str, expected: str) -> None:
    book = told([("north", 0, "police: killed 4", "four inmates died")])
    book.say("north", 0, "police: injured 43", "43 inmates were injured", who="43 inmates")
    book.say("south", 9, "police: killed 31", words, who="31 inmates")
    assert shown(book.finding("injured")) == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("at least 31 people", "33|33|33 single 1"),
        ("no fewer than 31 people", "33|33|33 single 1"),
        ("more than 30 people", "33|33|33 agreed 1"),
        ("over 30 people", "33|33|33 agreed 1"),
    ],
)
def test_a_floor_that_was_counted_is_no_rounded_figure(who: str, expected: str) -> None:
    book = Book()
    book.say("north", 0, "police: killed 31+", f"{who} died", who=who)
    book.say("south", 3, "hospital: killed 33", "33 people died", who="33 people")
    assert shown(book.finding("killed")) == expected


@pytest.mark.parametrize("who", ["The remaining three", "the other three", "The other three victims"])
def test_the_rest_of_the_dead_are_part_of_all(who: str) -> None:
    book = told([("north", 0, "police: killed 13", "13 people died")])
    book.say("south", 3, "family: killed 3", f"{who} were sent home", who=who)
    assert shown(book.finding("killed")) == "13|13|13 single 1"
    book.say("east", 4, "family: injured 3", f"{who} were hurt", who=who)
    assert shown(book.finding("injured")) == "3|3|3 single 1"


GROUPS = [("mayor: killed 3", "three died in Tarvo", "three"), ("police: killed 2", "two in Oste", "two")]
FIVE_IN_ALL = ("officials: killed 5+", "At least five people died", "At least five people")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([FIVE_IN_ALL, *GROUPS], "5|5|- single 1"),
        ([*GROUPS, FIVE_IN_ALL], "5|5|- single 1"),
        ([FIVE_IN_ALL, GROUPS[0]], "3|3|- disputed 1"),
        ([("officials: killed 6", "Six people died", "Six people"), *GROUPS], "6|6|6 single 1"),
        ([("officials: killed 5", "Five people died", "Five people"), GROUPS[0]], "3|3|5 disputed 1"),
    ],
)
def test_groups_that_add_up_to_the_total_of_their_report_are_parts_of_it(
    rows: Sequence[tuple[str, str, str]], expected: str
) -> None:
    book = Book()
    for said, words, who in rows:
        book.say("north", 0, said, words, who=who)
    assert shown(book.finding("killed")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gunmen stormed the hall at 9.30 pm", "2|-|- single 1"),
        ("two or more gunmen stormed the hall", "2|2|- single 1"),
        ("more than one gunman fired", "2|2|- single 1"),
    ],
)
def test_gunmen_whom_nobody_has_counted_are_given_no_number(words: str, expected: str) -> None:
    book = told([("north", 0, "attackers/attacker 2+", words)])
    assert shown(book.finding("attackers", "attacker")) == expected


def test_a_copy_adds_no_voice() -> None:
    book = told([("north", 0, "killed 3"), ("south", 1, "killed 3"), ("east", 2, "killed 3")])
    passage = Passage(start=0, end=9_999, of_start=0, of_end=9_999)
    book.copies = [
        Copy(report_id="south@1", of="north@0", kind="verbatim", passages=(passage,), overlap=1.0),
        Copy(report_id="east@2", of="south@1", kind="verbatim", passages=(passage,), overlap=1.0),
    ]
    finding = book.finding("killed")
    assert shown(finding) == "3|3|3 single 1"
    assert finding is not None
    assert finding.voices[0].name == "north"
    assert set(finding.voices[0].report_ids) == {"north@0", "south@1", "east@2"}


def test_ten_outlets_that_carry_an_agency_are_one_voice() -> None:
    book = told([(f"outlet{n}", n, "killed 3") for n in range(10)])
    passage = Passage(start=0, end=9_999, of_start=0, of_end=0)
    book.copies = [
        Copy(report_id=key, of="AP", kind="credited", passages=(passage,), overlap=1.0)
        for key in book.reports
    ]
    finding = book.finding("killed")
    assert finding is not None
    assert [voice.name for voice in finding.voices] == ["ap"]


def test_what_a_report_withdraws_no_longer_stands() -> None:
    book = Book()
    book.say("north", 0, "killed 4", standing="retracted")
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.standing, finding.best, len(finding.trail)) == ("withdrawn", None, 1)


def test_what_an_outlet_takes_back_goes_from_all_its_reports_and_their_reprints() -> None:
    book = told([("north", 0, "killed 3"), ("south", 1, "killed 3"), ("east", 1, "killed 3")])
    passage = Passage(start=100, end=200, of_start=0, of_end=100)
    book.copies = [Copy(report_id="south@1", of="north@0", kind="edited", passages=(passage,), overlap=0.5)]
    book.say("north", 2, "killed 3", "We retract our report that three died", standing="retracted")
    finding = book.finding("killed")
    assert shown(finding) == "3|3|3 single 1"
    assert finding is not None
    assert [voice.name for voice in finding.voices] == ["east"]
    assert len(finding.trail) == 3


@pytest.mark.parametrize(
    ("speaker", "voices"), [("Tarvo Wire: ", ["west"]), ("", ["tarvowire"])], ids=["named", "its own"]
)
def test_who_takes_back_a_report_is_who_is_said_to(speaker: str, voices: list[str]) -> None:
    book = told([("Tarvo Wire", 0, "killed 3"), ("west", 1, "killed 3")])
    book.say("west", 2, f"{speaker}killed 3", "has withdrawn its report", standing="retracted")
    finding = book.finding("killed")
    assert finding is not None
    assert [voice.name for voice in finding.voices] == voices


def test_a_figure_taken_back_goes_from_the_headline_too() -> None:
    book = told([("south", 0, "police: killed 3")])
    book.say("north", 1, "killed 5", "Five dead", headline=True)
    book.say("north", 1, "killed 5+", "at least five people died")
    book.say("north", 2, "killed 5+", "we said that at least five died", standing="retracted")
    assert shown(book.finding("killed")) == "3|3|3 single 1"


def test_a_speaker_takes_back_what_he_told_other_outlets() -> None:
    book = told([("north", 0, "army: killed 45"), ("south", 0, "hospital: killed 38")])
    assert shown(book.finding("killed")) == "38|38|45 disputed 1"
    book.say("east", 9, "army: killed 45", "it withdraws its statement", standing="retracted")
    assert shown(book.finding("killed")) == "38|38|38 single 1"


def test_an_army_that_another_report_calls_by_its_country_takes_back_its_word() -> None:
    book = told([("north", 0, "hospital: killed 38"), ("south", 0, "Torvian army: killed 45")])
    book.say("east", 9, "army: killed 45", "it withdraws its statement", standing="retracted")
    assert shown(book.finding("killed")) == "38|38|38 single 1"


def test_nobody_arrested_is_the_word_of_the_police_whom_an_outlet_quotes() -> None:
    rows = [
        ("north", 0, "police: injured 3"),
        ("north", 0, "detained/attacker 0"),
        ("south", 1, "police: injured 4"),
        ("south", 1, "detained/attacker 0"),
    ]
    finding = told(rows).finding("detained", "attacker")
    assert shown(finding) == "0|0|0 single 1"
    assert finding is not None
    assert [voice.name for voice in finding.voices] == ["police"]


def test_what_a_voice_says_against_itself_is_a_rival_and_no_support() -> None:
    book = told([("north", 0, "displaced 3001+"), ("north", 0, "displaced 12")])
    finding = book.finding("displaced")
    assert finding is not None
    assert finding.support
    assert not {*finding.support} & {*finding.rivals}


def test_nobody_arrested_is_so_until_somebody_is() -> None:
    rows = [("north", 0, "police: detained/attacker 0"), ("south", 9, "detained/attacker 1")]
    assert shown(told(rows).finding("detained", "attacker")) == "1|1|1 single 1"
    earlier = [("north", 9, "police: detained/attacker 0"), ("south", 0, "detained/attacker 1")]
    assert shown(told(earlier).finding("detained", "attacker")) != "1|1|1 single 1"


def test_two_others_beside_a_woman_do_not_take_the_place_of_all_counted_before() -> None:
    book = told([("north", 0, "rescue: injured 5"), ("south", 1, "police: injured 5")])
    book.say("east", 2, "rescue: injured 1", "one woman was shot in the park", who="one woman")
    book.say("east", 2, "rescue: injured 2", "while two other people were shot", who="two other people")
    assert shown(book.finding("injured")) == "5|5|5 agreed 2"


def test_whom_the_victims_included_are_some_of_them() -> None:
    book = told([("north", 0, "police: killed 7")])
    book.say("north", 0, "police: killed 2", "The victims included two children", part_of="The victims")
    assert shown(book.finding("killed")) == "7|7|7 single 1"


def test_what_is_said_after_a_retraction_stands() -> None:
    book = told([("north", 3, "killed 3")])
    book.say("north", 2, "killed 3", "We retract our report that three died", standing="retracted")
    assert shown(book.finding("killed")) == "3|3|3 single 1"


def test_a_figure_judged_wrong_is_struck_and_the_judgement_can_be_taken_back() -> None:
    book = told([("north", 0, "killed 4"), ("south", 0, "killed 3")])
    wrong = Judgement(id="j", left=book.claims[0].id, verdict="wrong", by="desk", at=DAY)
    book.judgements = [wrong]
    assert shown(book.finding("killed")) == "3|3|3 single 1"
    book.judgements = [
        Judgement(id="j", left=book.claims[0].id, verdict="wrong", by="desk", at=DAY, superseded_at=DAY)
    ]
    assert shown(book.finding("killed")) == "3|3|4 disputed 1"


def test_a_figure_judged_right_stands_against_all_that_was_known_then() -> None:
    book = told(
        [("north", 0, "police: killed 2"), ("south", 1, "hospital: killed 4"), ("east", 2, "killed 4")]
    )
    assert shown(book.finding("killed")) == "4|4|4 agreed 2"
    at = DAY + timedelta(hours=3)
    book.judgements = [Judgement(id="j", left=book.claims[0].id, verdict="right", by="desk", at=at)]
    finding = book.finding("killed")
    assert shown(finding) == "2|2|4 disputed 1"
    assert finding is not None
    assert finding.rule == "judged right"
    book.say("west", 30, "hospital: killed 5")
    assert shown(book.finding("killed")) == "5|5|5 single 1"


def test_as_many_shot_as_are_dead_are_not_hurt_as_well() -> None:
    book = told([("north", 0, "police: killed 5", "five people were shot dead")])
    book.say("south", 20, "injured 5", "the shooting of five people", who="five people")
    assert (shown(book.finding("killed")), book.finding("injured")) == ("5|5|5 single 1", None)
    book.say("east", 21, "hospital: injured 5", "five people were wounded", who="five people")
    assert shown(book.finding("injured")) == "5|5|5 single 1"


def test_wounded_who_died_leave_the_injured() -> None:
    book = told([
        ("north", 0, "injured 8"),
        ("north", 0, "killed 1"),
        ("south", 30, "killed 2", "a second victim died of wounds"),
    ])  # fmt: skip
    finding = book.finding("injured")
    assert shown(finding) == "7|7|7 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("wounded who died", "8 - 1 who died")


def test_a_rival_above_the_printed_toll_takes_nobody_from_the_injured() -> None:
    book = told([
        ("north", 0, "police: killed 3"),
        ("south", 1, "injured 8"),
        ("south", 1, "killed 3"),
        ("east", 10, "hospital: killed 4", "a woman died of her wounds, the fourth victim"),
        ("south", 12, "killed 4", "four were shot dead"),
        ("south", 12, "killed 9", "nine died on a bus elsewhere"),
    ])  # fmt: skip
    finding = book.finding("injured")
    assert finding is not None
    assert (finding.best, finding.derivation) == (7, "8 - 1 who died")


def test_wounded_who_are_counted_beside_the_dead_lose_only_who_died_since() -> None:
    book = told([
        ("north", 0, "police: killed 16"),
        ("south", 1, "police: killed 16"),
        ("north", 4, "police: killed 19"),
        ("north", 4, "police: injured 18"),
        ("south", 24, "hospital: killed 21", "two of the wounded died in hospital"),
    ])  # fmt: skip
    finding = book.finding("injured")
    assert shown(finding) == "16|16|16 single 1"
    assert finding is not None
    assert finding.derivation == "18 - 2 who died"


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ([("killed 7", "the toll is seven"), ("killed 1", "a nurse died in hospital", "a nurse")], 11),
        (
            [
                ("killed 7", "the toll is seven"),
                ("killed 1", "one of them died of his wounds", "one of them"),
            ],
            11,
        ),
        ([("killed 7", "the toll is seven"), ("killed 2", "two more died in hospital", "two more")], 10),
        ([("killed 7", "the toll is seven")], 12),
        ([("killed 5", "five are dead after a man died in hospital")], 11),
        ([("killed 6", "six have died in hospital, police say")], 10),
    ],
)
def test_no_more_of_the_wounded_died_than_are_told_to_have_died_of_wounds(
    later: Sequence[tuple[str, ...]], left: int
) -> None:
    book = told([("north", 0, "police: killed 4"), ("north", 0, "police: injured 12")])
    for said, words, *who in later:
        book.say("south", 9, f"mayor: {said}", words, who=who[0] if who else None)
    assert shown(book.finding("injured")).startswith(f"{left}|{left}|{left}")


def test_who_died_in_a_fire_was_not_wounded_before() -> None:
    rows = [
        ("north", 0, "police: killed 7"),
        ("north", 0, "police: injured 51"),
        ("south", 24, "hospital: killed 38", "38 workers died in factory fire"),
    ]
    assert shown(told(rows).finding("injured")) == "51|51|51 single 1"


def test_a_speaker_s_count_that_falls_far_is_of_some_of_them() -> None:
    rows = [("north", 0, "police: rescued 71"), ("south", 5, "police: rescued 8")]
    assert shown(told(rows).finding("rescued")) == "71|71|71 single 1"
    rows = [("north", 0, "police: rescued 71"), ("south", 5, "police: rescued 64")]
    assert shown(told(rows).finding("rescued")) == "64|64|64 single 1"


def test_hostages_who_are_freed_leave_the_hostages() -> None:
    rows = [
        ("north", 0, "police: hostages 18"),
        ("south", 2, "police: rescued 5", "five of the hostages were freed"),
    ]
    finding = told(rows).finding("hostages")
    assert shown(finding) == "13|13|13 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("hostages who were freed", "18 - 5 who were freed")
    finding = told([*rows, ("east", 3, "hostages 13")]).finding("hostages")
    assert shown(finding) == "13|13|13 single 1"
    assert finding is not None
    assert (finding.rule, finding.derivation) == ("one voice", None)


@pytest.mark.parametrize(
    ("held", "let_go", "left"),
    [("3", "2", "1|1|1"), ("2", "2", "0|0|0"), ("1", "1", "1|1|1"), ("2", "3", "2|2|2")],
)
def test_who_is_released_leaves_those_held(held: str, let_go: str, left: str) -> None:
    book = told([("north", 0, f"police: detained/attacker {held}")])
    words = "who were detained have been released without charges"
    book.say("south", 48, f"prosecutors: detained/unclear {let_go}", words, standing="superseded")
    assert shown(book.finding("detained", "attacker")) == f"{left} single 1"


@pytest.mark.parametrize(
    ("who", "left"),
    [
        ("one of the three teenagers", 2),
        ("two of those held since Monday", 1),
        ("a teenager", 3),
        ("three men", 3),
    ],
)
def test_some_of_those_held_who_are_held_no_more_were_let_go(who: str, left: int) -> None:
    book = told([("north", 0, "police: detained/attacker 3")])
    people = {"one": 1, "two": 2, "a": 1, "three": 3}[who.split(" ")[0]]
    words = f"{who} held over the blast"
    book.say("south", 9, f"prosecutors: detained/attacker {people}", words, who=who, standing="superseded")
    assert shown(book.finding("detained", "attacker")) == f"{left}|{left}|{left} single 1"


def test_a_report_that_counts_those_held_has_left_out_whom_it_tells_to_be_free() -> None:
    book = told([("north", 0, "police: detained/attacker 5"), ("south", 48, "police: detained/attacker 4")])
    book.say("south", 48, "police: detained/attacker 1", "one was released", standing="superseded")
    assert shown(book.finding("detained", "attacker")) == "4|4|4 single 1"


def test_who_is_told_to_be_free_leaves_those_of_other_reports() -> None:
    book = told([("north", 0, "prosecutors: detained/unclear 4"), ("south", 9, "detained/unclear 3")])
    book.say("south", 9, "detained/unclear 1", "the fourth was released", standing="superseded")
    assert shown(book.finding("detained", "unclear")).startswith("3|3|3")


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("police made three arrests", "unclear"),
        ("three men suspected of helping the bombers were detained", "attacker"),
        ("three men are held for sheltering them", "attacker"),
    ],
)
def test_accomplices_are_held_where_those_who_did_it_are_dead(words: str, role: Role) -> None:
    book = told([("north", 0, "police: killed/attacker 2"), ("south", 1, "mayor: killed/attacker 2")])
    book.say("south", 9, "police: detained/attacker 3", words)
    assert shown(book.finding("detained", role)) == "3|3|3 single 1"


def test_who_says_that_there_was_only_one_counts_out_the_others() -> None:
    book = told([("north", 0, "witness: attackers/attacker 2"), ("north", 0, "attackers/attacker 2")])
    book.say("south", 2, "police: attackers/attacker 1", "the lone gunman", who="the lone gunman")
    assert shown(book.finding("attackers", "attacker")) == "1|1|1 single 1"


def test_whom_police_say_that_nobody_was_was_not_there() -> None:
    book = told([("north", 0, "attackers/attacker 1", "a gunman opened fire")])
    book.say("south", 2, "police: attackers/attacker 0", "there was no gunman", who="no gunman")
    assert shown(book.finding("attackers", "attacker")) == "0|0|0 single 1"


def test_a_number_of_something_else_beside_them_counts_no_gunmen() -> None:
    book = Book()
    words = "the gunmen came on 50 motorcycles"
    book.say("north", 0, "witness: attackers/attacker 2+", words, who="the gunmen")
    assert shown(book.finding("attackers", "attacker")) == "2|-|- single 1"


def test_a_total_with_the_attacker_goes_when_the_dead_outgrow_it() -> None:
    book = told([("north", 0, "police: killed/all 3"), ("north", 0, "police: killed/attacker 1")])
    book.say("south", 5, "police: killed 3")
    assert book.finding("killed", "all") is None
    book.say("east", 6, "killed/all 4")
    assert shown(book.finding("killed", "all")) == "4|4|4 single 1"


def test_several_do_not_vouch_for_many() -> None:
    several = ("north", 0, "injured 3+", "several were hurt")
    many, few = (told([several, ("south", 1, f"hospital: injured {hurt}")]) for hurt in (27, 9))
    assert shown(many.finding("injured")) == "27|27|27 single 1"
    assert shown(few.finding("injured")) == "9|9|9 agreed 1"


def test_who_tells_of_a_gunman_beside_the_police_whom_he_quotes_is_no_second_voice() -> None:
    book = told([("north", 0, "police: attackers 1", "a gunman"), ("north", 0, "attackers 1", "the gunman")])
    assert shown(book.finding("attackers", "attacker")) == "1|1|1 single 1"
    book.say("north", 0, "Tarvo Wire: attackers 1", "the shooter")
    assert shown(book.finding("attackers", "attacker")) == "1|1|1 single 1"
    book.say("south", 1, "attackers 1", "a gunman")
    assert shown(book.finding("attackers", "attacker")) == "1|1|1 agreed 2"


def test_a_later_toll_at_the_scene_takes_nobody_from_the_wounded() -> None:
    rows = [
        ("north", 0, "police: killed 2"),
        ("north", 0, "police: injured 12"),
        ("south", 4, "hospital: killed 7", "7 people have died in a bombing in Lodva"),
    ]
    assert shown(told(rows).finding("injured")) == "12|12|12 single 1"


def test_one_who_is_still_missing_is_all_who_are() -> None:
    book = told([("south", 0, "missing 3")])
    book.say("south", 72, "missing 1", "one miner is still missing", who="one miner")
    assert shown(book.finding("missing")) == "1|1|1 single 1"


def test_a_day_later_who_is_missing_need_not_be_told_by_the_same_speaker() -> None:
    rows = [("north", 0, "police: missing 20"), ("south", 48, "missing 3")]
    assert shown(told(rows).finding("missing")) == "3|3|3 single 1"


def test_hours_later_who_is_missing_need_not_be_told_by_the_same_speaker_either() -> None:
    rows = [("north", 0, "police: missing 20"), ("south", 6, "missing 3")]
    assert shown(told(rows).finding("missing")) == "3|3|3 single 1"
    rows = [("north", 0, "police: missing 20"), ("south", 1, "missing 3")]
    assert shown(told(rows).finding("missing")) == "3|20|20 disputed 1"


def test_a_toll_corrected_downwards_takes_the_place_of_the_earlier_one() -> None:
    book = told([("north", 0, "police: killed 23"), ("south", 48, "Dana police: killed 19")])
    assert shown(book.finding("killed")).startswith("19|19|19")
    book = told([("north", 0, "killed 23"), ("south", 48, "police: killed 19")])
    book.say("south", 48, "police: killed 23", "from 23 to 19", standing="superseded")
    assert shown(book.finding("killed")) == "19|19|19 single 1"


@pytest.mark.parametrize(
    "words", ["bringing to nine the number of people killed", "taking the number of deaths to nine"]
)
def test_the_toll_that_the_death_of_one_brings_it_to_stands(words: str) -> None:
    book = Book()
    book.say("north", 0, "killed 1", "Last missing miner found dead", who="miner", headline=True)
    book.say("north", 0, "police: killed 9", words)
    assert shown(book.finding("killed")).startswith("9|9|9")


def test_who_denies_a_toll_disputes_it() -> None:
    book = told([("north", 0, "police: killed 4")])
    denial = book.say("south", 1, "hospital: killed 4", "denied that four people died", polarity="negative")
    finding = book.finding("killed")
    assert shown(finding) == "4|4|4 disputed 1"
    assert finding is not None
    assert finding.rivals == (denial.id,)
    book.say("east", 2, "hospital: killed 4", "four people died")
    assert shown(book.finding("killed")) == "4|4|4 agreed 2"


def test_who_denies_another_figure_than_is_printed_stands_behind_it() -> None:
    book = told([("north", 0, "police: killed 4"), ("north", 9, "police: killed 5")])
    denial = book.say("south", 1, "hospital: killed 4", "denied that four people died", polarity="negative")
    finding = book.finding("killed")
    assert shown(finding) == "5|5|5 single 1"
    assert finding is not None
    assert denial.id in finding.trail


def test_a_denial_alone_gives_no_figure_and_is_not_lost() -> None:
    book = Book()
    denial = book.say("south", 1, "hospital: killed 4", "denied that four people died", polarity="negative")
    finding = book.finding("killed")
    assert finding is not None
    assert (finding.standing, finding.best, finding.rule) == ("withdrawn", None, "denied")
    assert finding.rivals == (denial.id,)


def test_who_denies_another_gunman_is_not_against_the_one() -> None:
    book = told([("north", 0, "police: attackers/attacker 1")])
    book.say("south", 1, "police: attackers/attacker 1", "denied there was another", polarity="negative")
    assert shown(book.finding("attackers", "attacker")) == "1|1|1 single 1"


def test_a_party_that_denies_a_toll_is_beside_it() -> None:
    book = told([("north", 0, "police: killed 4")])
    denial = book.say("south", 1, "Red Front: killed 4", "denied that four people died", polarity="negative")
    finding = book.finding("killed")
    assert shown(finding) == "4|4|4 single 1"
    assert finding is not None
    assert finding.rivals == (denial.id,)


def test_survivors_of_a_total_are_the_injured() -> None:
    finding = told([("north", 0, "casualties 5"), ("north", 0, "killed 4")]).finding("injured")
    assert shown(finding) == "1|1|1 single 1"


def test_only_the_wounded_are_taken_from_the_wounded_not_who_was_found_dead_before() -> None:
    book = Book()
    book.say("north", 0, "police: killed 3", "three died")
    book.say("north", 0, "police: injured 20", "20 were wounded")
    book.say("south", 2, "hospital: killed 8", "eight bodies were brought in")
    book.say("east", 9, "hospital: killed 10", "two patients died in hospital, making ten dead")
    finding = book.finding("injured")
    assert finding is not None
    assert (finding.best, finding.derivation) == (18, "20 - 2 who died")


def test_who_was_rescued_before_the_missing_were_counted_is_not_found_again() -> None:
    book = Book()
    book.say("north", 0, "rescued 3", "three miners were rescued")
    book.say("north", 0, "missing 7", "seven are missing")
    book.say("north", 0, "killed 5", "five are dead")
    book.say("south", 20, "police: killed 12", "the bodies of the last seven were found, 12 died in all")
    assert shown(book.finding("missing")) == "0|0|0 single 1"


def test_more_rescued_than_were_missing_were_never_missing() -> None:
    rows = [
        ("north", 0, "police: missing 12"),
        ("north", 0, "police: killed 8", "eight bodies were found"),
        ("south", 3, "rescued 19", "nineteen were rescued"),
    ]
    assert shown(told(rows).finding("missing")) == "12|12|12 single 1"


def test_who_counts_the_missing_anew_knows_better_than_what_is_worked_out() -> None:
    rows = [
        ("north", 0, "police: missing 12"),
        ("north", 0, "police: killed 8", "eight bodies were found"),
        ("south", 3, "Mayor Iris Bolt: killed 11", "eleven bodies were found"),
        ("south", 3, "missing 10"),
    ]
    assert shown(told(rows).finding("missing")) == "10|10|10 single 1"
    rows.append(("east", 5, "Mayor Iris Bolt: killed 14", "three more bodies were found, fourteen in all"))
    assert shown(told(rows).finding("missing")) == "7|7|7 single 1"
    rows[3:] = [("south", 3, "rescue: missing 9")]
    assert shown(told(rows).finding("missing")) == "9|9|9 single 1"


def test_nobody_and_then_a_man_is_one_dead() -> None:
    rows = [
        ("north", 0, "witness: killed 5+", "at least five died"),
        ("south", 1, "police: killed 0", "nobody died"),
        ("east", 9, "police: killed 1", "a man has died"),
    ]
    finding = told(rows).finding("killed")
    assert finding is not None
    assert (finding.best, finding.standing) == (1, "disputed")


@pytest.mark.parametrize(
    ("words", "speaker", "expected"),
    [
        ("the ministry corrected the death toll to 19", "police: ", "19|19|19 single 1"),
        ("Torvia lowers quake toll to 19", "police: ", "19|19|19 single 1"),
        ("the toll was revised downwards to 19", "police: ", "19|19|19 single 1"),
        ("the toll has risen to 19", "police: ", "19|19|23 disputed 1"),
        ("a bystander lowered the toll to 19", "witness: ", "19|23|23 disputed 1"),
    ],
)
def test_who_corrects_the_toll_takes_the_place_of_all_higher_ones(
    words: str, speaker: str, expected: str
) -> None:
    rows = [
        ("north", 0, "Mayor Iris Bolt: killed 23", "23 were killed"),
        ("south", 8, f"{speaker}killed 19", words),
    ]
    assert shown(told(rows).finding("killed")) == expected


def test_what_its_own_voice_gives_as_an_earlier_figure_stands_no_more() -> None:
    book = told([("north", 0, "Mayor Iris Bolt: injured 41", "41 are hurt")])
    book.say("south", 3, "Mayor Iris Bolt: injured 41", "had spoken of 41", standing="superseded")
    book.say("south", 3, "police: injured 58+", "at least 58 are hurt")
    assert shown(book.finding("injured")) == "58|58|- single 1"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The figure of 136 deaths given on Monday was incorrect", "131|131|131 single 1"),
        ("The ministry rejected a toll of 136", "131|131|136 disputed 1"),
        ("The figure of 136 deaths given by the mayor was incorrect", "131|131|136 disputed 1"),
    ],
)
def test_what_a_later_figure_calls_an_error_stands_no_more(words: str, expected: str) -> None:
    book = told([("north", 0, "Mayor Iris Bolt: killed 136", "136 bodies")])
    book.say("lodva.gov.tv", 60, "killed 131", "131 bodies were recovered")
    book.say("lodva.gov.tv", 60, "killed 136", words, polarity="negative")
    assert shown(book.finding("killed")) == expected


def test_what_an_office_publishes_itself_is_the_word_of_the_office() -> None:
    rows = [("north", 0, "Bo Lund: killed 12", "12 died"), ("lodva.gob.tv", 1, "killed 9", "Deceased: 9")]
    finding = told(rows).finding("killed")
    assert finding is not None
    assert {voice.kind for voice in finding.voices} == {"government"}


def test_missing_who_are_found_leave_the_missing() -> None:
    book = told([("north", 0, "missing 1"), ("south", 30, "killed 1", "the boy was found dead")])
    assert shown(book.finding("missing")) == "0|0|0 single 1"


def test_nothing_said_is_no_finding() -> None:
    assert told([("north", 0, "killed 1")]).finding("injured") is None


SAID = st.tuples(
    st.sampled_from(["north", "south", "east"]),
    st.integers(0, 40),
    st.sampled_from(["", "police: ", "hospital: ", "Red Front: ", "witness: "]),
    st.sampled_from(["killed", "injured", "casualties", "missing", "killed/attacker", "killed/all"]),
    st.sampled_from(["0", "1", "2", "2+", "3", "5+", "4-6"]),
)


@given(st.lists(SAID, min_size=1, max_size=9), st.randoms())
def test_any_order_of_arrival_gives_the_same_findings(
    rows: list[tuple[str, int, str, str, str]], random: Any
) -> None:
    book = told((outlet, hour, f"{by}{slot} {value}") for outlet, hour, by, slot, value in rows)
    order = list(range(len(book.claims)))
    random.shuffle(order)
    assert book.findings(order) == book.findings()
    assert book.findings([*order, *order]) == book.findings()


@given(st.lists(SAID, min_size=1, max_size=9))
@example(
    [("north", 0, "", "killed", "0")] * 4
    + [("north", 0, "", "injured", "1"), ("north", 1, "witness: ", "injured", "0")]
)
def test_spans_hold_their_best(rows: list[tuple[str, int, str, str, str]]) -> None:
    book = told((o, h, f"{by}{slot} {value}") for o, h, by, slot, value in rows)
    for finding in (f for profile in PROFILES for f in book.findings(profile=profile)):
        if finding.best is not None:
            assert finding.low is None or finding.low <= finding.best
            assert finding.high is None or finding.best <= finding.high
        assert not set(finding.support) & set(finding.rivals)


def test_victims_stand_before_the_attackers() -> None:
    book = told([("north", 0, "injured 3"), ("north", 0, "killed/attacker 1"), ("north", 1, "killed 2")])
    assert [(f.slot, f.role) for f in book.findings()] == [
        ("killed", "victim"),
        ("killed", "attacker"),
        ("injured", "victim"),
    ]


def test_captives_who_are_free_are_not_those_still_held() -> None:
    rows = [
        ("north", 0, "police: hostages 90"),
        ("south", 9, "police: hostages 80", "80 who were abducted have been freed"),
        ("south", 9, "police: rescued 80", "80 who were abducted have been freed"),
        ("south", 9, "police: hostages 6", "six are still held"),
    ]
    assert shown(told(rows).finding("hostages")) == "6|6|6 single 1"


def test_wounded_soldiers_who_have_died_are_not_hurt_as_well() -> None:
    book = told([("north", 0, "police: injured 17"), ("north", 0, "police: killed 22")])
    for slot in ("injured", "killed"):
        book.say("south", 30, f"police: {slot} 2", "two wounded men have died", who="two wounded men")
    assert shown(book.finding("injured")) == "15|15|15 single 1"


@pytest.mark.parametrize(
    ("lower", "higher", "expected"),
    [
        ("police: killed 8", "hospital: killed 9", "8|8|9 disputed 1"),
        ("police: killed 2", "hospital: killed 9", "9|9|9 single 1"),
        ("witness: killed 8", "hospital: killed 9", "9|9|9 single 1"),
        ("police: injured 8", "hospital: injured 9", "9|9|9 single 1"),
    ],
)
def test_two_as_direct_who_differ_a_little_in_one_report_are_a_dispute(
    lower: str, higher: str, expected: str
) -> None:
    slot = "injured" if "injured" in lower else "killed"
    assert shown(told([("north", 0, higher), ("north", 0, lower)]).finding(slot)) == expected


def test_a_toll_that_rose_in_the_report_is_no_dispute() -> None:
    book = told([("north", 0, "police: killed 8")])
    book.say("north", 0, "hospital: killed 9", "the toll rose to nine")
    assert shown(book.finding("killed")) == "9|9|9 single 1"


def test_witnesses_taken_for_suspects_leave_the_count_in_which_they_were_held() -> None:
    book = told([("north", 0, "police: detained/unclear 2"), ("north", 0, "police: detained/attacker 1")])
    words = "two who had been detained were witnesses and were released"
    book.say("south", 5, "police: detained/attacker 2", words, standing="superseded")
    assert shown(book.finding("detained", "unclear")) == "0|0|0 single 1"
    assert shown(book.finding("detained", "attacker")) == "1|1|1 single 1"


def test_the_missing_who_were_found_are_not_taken_back() -> None:
    book = told([("north", 0, "police: missing 5"), ("north", 0, "police: killed 2")])
    words = "three of the five missing have been found dead"
    book.say("south", 9, "police: missing 5", words, standing="superseded")
    book.say("south", 9, "police: killed 5", words)
    assert shown(book.finding("missing")) == "2|2|2 single 1"


def test_a_toll_corrected_in_a_headline_takes_the_place_of_the_higher_ones() -> None:
    book = told([("north", 0, "police: killed 11"), ("east", 1, "the network: killed 13")])
    book.say("south", 30, "mayor: killed 10", "toll corrected to ten dead", headline=True)
    assert shown(book.finding("killed")) == "10|10|10 single 1"


@pytest.mark.parametrize(
    "words", ["two women wounded in the strike died during the night", "Two more die of wounds"]
)
def test_the_wounded_who_died_in_the_night_leave_the_injured(words: str) -> None:
    book = told([("north", 0, "police: killed 11"), ("north", 0, "police: injured 19")])
    book.say("south", 20, "hospital: killed 2", words, who="two", part_of="those counted before")
    book.say("south", 20, "hospital: killed 13", "bringing the dead to 13")
    assert shown(book.finding("injured")) == "17|17|17 single 1"


def test_people_held_without_a_name_are_not_charged_by_their_number() -> None:
    book = told([("north", 0, "police: injured 2")])
    book.say("north", 0, "hospital: injured 2", "Two people were shot", who="Two people")
    book.say("south", 3, "police: suspect Two people", code="detained")
    assert book.finding("injured", "attacker") is None
    assert shown(book.finding("injured")) == "2|2|2 agreed 2"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("all four people on board are dead", "0|0|0 single 1"),
        ("a medic found no survivors, all four are dead", "0|0|0 single 1"),
        ("four skiers died elsewhere", "4|4|4 single 1"),
    ],
)
def test_the_missing_of_whom_none_survived_are_missing_no_more(words: str, expected: str) -> None:
    book = told([("north", 0, "police: missing 4")])
    book.say("south", 9, "police: killed 4", words, who="four")
    assert shown(book.finding("missing")) == expected


@pytest.mark.parametrize(("who", "expected"), [("one of them", "1|1|1 single 1"), ("a man", "")])
def test_one_of_several_attackers_is_not_the_driver_who_died(who: str, expected: str) -> None:
    book = Book()
    book.say("north", 0, "police: killed 1", "a driver was killed", who="a driver")
    book.say("north", 0, "residents: killed/attacker 1", f"guards shot dead {who}", who=who)
    assert shown(book.finding("killed", "attacker")) == expected


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("a nurse, Ida Bern", "a nurse, Ida Bern, died"),
        ("Ida Bern", "Ida Bern, the only survivor, has died"),
        ("The lone survivor", "The lone survivor of the crash died"),
    ],
)
def test_the_survivor_who_died_is_hurt_no_more(who: str, words: str) -> None:
    book = told([("north", 0, "police: killed 4", "four people died")])
    book.say("north", 0, "injured 1", "The survivor, Ida Bern, was hurt", who="The survivor, Ida Bern")
    book.say("south", 30, "hospital: killed 1", words, who=who)
    book.say("south", 30, "killed 6", "All six have died", who="All six")
    finding = book.finding("injured")
    assert shown(finding) == "0|0|0 single 1"
    assert finding is not None
    assert finding.rule == "wounded who died"


def test_who_is_named_otherwise_is_still_hurt() -> None:
    book = told([("north", 0, "police: killed 4", "four people died")])
    book.say("north", 0, "injured 1", "The driver, Ida Bern, was hurt", who="The driver, Ida Bern")
    book.say("south", 30, "killed 1", "Ugo Hale, the pilot, died", who="Ugo Hale, the pilot")
    assert shown(book.finding("injured")) == "1|1|1 single 1"


def test_a_single_person_who_is_still_told_to_be_hurt_is_not_who_died() -> None:
    book = told([("north", 0, "killed 1", "a judge was shot dead")])
    book.say("north", 0, "injured 1", "Her driver was injured", who="Her driver")
    book.say("south", 5, "prosecutors: killed 2", "two died, a guard later in hospital", who="two")
    book.say("south", 5, "prosecutors: injured 1", "The driver is wounded", who="The driver")
    assert shown(book.finding("injured")) == "1|1|1 agreed 2"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("a girl who had been in intensive care died", "61|61|61"),
        ("a girl died this morning", "61|61|61"),
        ("a girl was found dead", "62|62|62"),
    ],
)
def test_who_died_in_intensive_care_leaves_the_wounded(words: str, left: str) -> None:
    book = told([("north", 0, "police: killed 5"), ("north", 0, "mayor: injured 62")])
    book.say("south", 9, "hospital: killed 1", words, who="a girl")
    book.say("south", 9, "hospital: killed 6", "raising the toll to six", who="six")
    assert shown(book.finding("injured")).startswith(left)


def test_a_third_victim_who_died_is_known_before_who_dies_of_wounds() -> None:
    book = told([("north", 0, "police: killed 2")])
    book.say("south", 20, "mayor: killed 1", "A third victim was found dead", who="A third victim")
    book.say("south", 20, "hospital: injured 24", "the number of injured is 24", who="24")
    book.say("north", 90, "mayor: killed 4", "a burned worker became the fourth who died of it", who="four")
    book.say("north", 90, "mayor: killed 1", "a burned worker has died", who="a burned worker")
    finding = book.finding("injured")
    assert shown(finding) == "23|23|23 single 1"


def test_who_are_known_to_have_died_have_not_died_of_wounds() -> None:
    book = told([("north", 0, "police: killed 6"), ("north", 0, "mayor: injured 34")])
    book.say("south", 90, "mayor: killed 8", "eight people are known to have died", who="eight people")
    assert shown(book.finding("injured")) == "34|34|34 single 1"


def test_a_third_suspect_who_is_killed_is_one_dead_attacker() -> None:
    book = told([("north", 0, "police: attackers/attacker 3", "three gunmen")])
    book.say("north", 9, "killed/attacker 1", "Third suspect killed", who="Third suspect", headline=True)
    book.say("north", 9, "police: killed/attacker 1", "a third suspect was shot dead", who="a third suspect")
    assert shown(book.finding("killed", "attacker")) == "1|1|1 single 1"


def test_a_third_victim_of_whom_two_reports_tell_is_one() -> None:
    book = Book()
    book.say("north", 0, "killed 1", "Third victim dies", who="Third victim", headline=True)
    book.say("north", 0, "police: killed 1", "a third victim has died", who="a third victim")
    assert shown(book.finding("killed")).startswith("3|3|3")
