import random

from tests.conftest import a_report

from sayso.link import shared_words, stories
from sayso.model import Report

# The story that each report tells, and its text.
ROWS = [
    (0, "The drama Orpheus by Lena Vlaminck won the top prize at the Ghent film festival."),
    (0, "Lena Vlaminck's Orpheus has won the Golden Owl at the Ghent film festival. She thanked her crew."),
    (1, "The Ghent book fair opens its doors on Tuesday with a reading by the novelist Aldo Ferrer."),
    (2, "Norvik Software issued an emergency patch for its Kestrel browser. Users should install it."),
    (2, "An emergency patch for the Kestrel browser closes a hole that thieves use, Norvik Software said."),
    (3, "Petra Vance becomes chief conductor of the Graz Philharmonic, where she succeeds Emil Roth."),
]


def reports() -> list[Report]:
    return [a_report(text, id=f"r{at}") for at, (_, text) in enumerate(ROWS)]


def test_reports_that_share_what_few_have_tell_one_story() -> None:
    wanted: dict[int, tuple[str, ...]] = {}
    for at, (story, _) in enumerate(ROWS):
        wanted[story] = (*wanted.get(story, ()), f"r{at}")
    assert stories(reports()) == tuple(wanted.values())


def test_any_order_gives_the_same_stories() -> None:
    shuffled = reports()
    wanted = {frozenset(story) for story in stories(shuffled)}
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        assert {frozenset(story) for story in stories(shuffled)} == wanted


def test_the_same_fair_a_year_later_is_another_story() -> None:
    text = "The Lodva onion fair drew 4,000 visitors, and Berta Kulm won the plaiting contest."
    assert stories([a_report(text, id="now"), a_report(text, id="then", hour=24 * 365)]) == (
        ("now",),
        ("then",),
    )
    undated = a_report(text, id="undated", published_at=None)
    assert stories([a_report(text, id="now"), undated]) == (("now", "undated"),)


def test_a_story_is_known_by_the_rare_words_that_its_reports_share() -> None:
    assert {"vlaminck", "orpheus", "ghent"} <= set(shared_words(reports()[:2]))
    assert shared_words(reports()[:1]) == ()
    assert stories([]) == () == shared_words([])


def test_a_report_without_rare_words_tells_a_story_of_its_own() -> None:
    assert stories([a_report("It was said.", id="a"), a_report("It was said.", id="b")]) == (("a",), ("b",))
