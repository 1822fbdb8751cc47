import random

from tests.conftest import a_report

from sayso.link import stories
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
    assert tuple(stories(reports())) == tuple(wanted.values())


def test_any_order_gives_the_same_stories() -> None:
    shuffled = reports()
    wanted = {frozenset(story) for story in stories(shuffled)}
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        assert {frozenset(story) for story in stories(shuffled)} == wanted


def test_the_same_fair_a_year_later_is_another_story() -> None:
    text = "The Lodva onion fair drew 4,000 visitors, and Berta Kulm won the plaiting contest."
    later = a_report(text, id="later", hour=24 * 365)
    assert tuple(stories([a_report(text, id="now"), later])) == (("now",), ("later",))
    undated = a_report(text, id="undated", published_at=None)
    assert tuple(stories([a_report(text, id="now"), undated])) == (("now", "undated"),)


def test_a_story_is_known_by_the_rare_words_that_its_reports_share() -> None:
    words = stories(reports())
    assert {"vlaminck", "orpheus", "ghent"} <= set(words["r0", "r1"])
    assert words["r2",] == ()
    assert stories([]) == {}


def test_a_report_without_rare_words_tells_a_story_of_its_own() -> None:
    bare = [a_report("It was said.", id=name) for name in ("a", "b")]
    assert stories(bare) == {("a",): (), ("b",): ()}


def test_what_headlines_share_tells_the_story_of_texts_that_share_little() -> None:
    texts = (
        "The lender closed at nine while bankers, brokers and tycoons bickered over dividends and mergers. "
        "Traders in Ghent and Graz, who own Norvik and Vlaminck paper, went home.",
        "Regulators who asked Emil Roth for ledgers met Aldo Ferrer and Petra Vance and yawned.",
    )
    told = [a_report(text, id=str(at), title="Halvorsen tumbles") for at, text in enumerate(texts)]
    assert tuple(stories(told)) == (("0", "1"),)
