import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.read.made_up import texts_for

import sayso
from sayso.read.counting.plain import AFTER, BEFORE, FATES, OTHER_WORDS
from sayso.read.text.patterns import Pattern, lowered

# Words of which nothing says where one ends: "(?:[A-Z]\w+ ?){1,4}" cuts a name of 400 letters in a billion ways.
UNPARTED = re.compile(r"(?:\]|\\\w)[+*](?: |-|,|\\s)\?\)(?:[+*]|\{)")

KILLED = Pattern(r"\b(?P<who>two|three) (?:men )?(?:killed|shot)\b", any_case=True)
TOLL = Pattern(r"\btoll (?:rose|fell) to (?P<to>[A-Z]\w+|\d+)", needs="rose|fell")


def every_pattern() -> dict[str, Pattern]:
    modules = [
        importlib.import_module(each.name)
        for each in pkgutil.walk_packages(importlib.import_module("sayso.read").__path__, "sayso.read.")
    ]
    return {
        f"{module.__name__}.{name}{place}": pattern
        for module in modules
        for name, value in vars(module).items()
        for place, pattern in patterns_in(value)
    }


def patterns_in(value: object) -> Iterator[tuple[str, Pattern]]:
    """Yield the patterns of a constant, and where in it they stand: in rows of a table, or alone."""
    if isinstance(value, Pattern):
        yield "", value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from ((f" {number}{place}", pattern) for place, pattern in patterns_in(each))


def every_need() -> dict[str, tuple[Sequence[str], re.Pattern[str]]]:
    """Return words of which one must stand in a text, each with the expression that is not tried on others."""
    needs = {name: (one.needs, one.expression) for name, one in every_pattern().items() if one.needs}
    fates = {f"{slot} {words[0]}": (words, expression) for slot, words, expression in OTHER_WORDS}
    after = {f"{slot} behind": (FATES[slot][0], expression) for slot, expression in AFTER.items()}
    before = {f"{slot} before": (FATES[slot][0], expression) for slot, expression in BEFORE.items()}
    return {**needs, **fates, **after, **before}


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Two men shot, three killed", [(0, 12), (14, 26)]),
        ("TWO KILLED", [(0, 10)]),
        ("In İzmir Three Men Killed", [(9, 25)]),
        ("twofold, killed", []),
        ("", []),
    ],
)
def test_any_case_is_found_where_it_stands(text: str, spans: list[tuple[int, int]]) -> None:
    assert [found.span() for found in KILLED.finditer(text)] == spans
    first = KILLED.search(text)
    assert (first.span() if first else None) == (spans[0] if spans else None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The toll ROSE to 9, a toll fell to 7", ["7"]),
        ("The toll rose to Nine; a toll fell to 7", ["Nine", "7"]),
        ("A toll of 9", []),
    ],
)
def test_a_needed_word_changes_no_match(text: str, told: list[str]) -> None:
    assert [found["to"] for found in TOLL.finditer(text)] == told


def test_bounds_are_those_of_the_text() -> None:
    assert TOLL.search("toll rose to 9", 0, 13) is None
    assert TOLL.search("toll rose to 9", 1) is None
    assert KILLED.match("Then two shot", 5) is not None
    assert KILLED.match("Then two shot", 4) is None


@pytest.mark.parametrize("text", ["İstanbul'da İki", "STRASSE Σ", "ǅ", "plain"])
def test_lower_case_moves_nothing(text: str) -> None:
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize("name", sorted(every_pattern()))
def test_what_is_read_in_lower_case_is_written_so(name: str) -> None:
    pattern = every_pattern()[name]
    assert all(word == word.lower() and word for word in pattern.needs)
    if pattern.any_case:
        words = re.sub(r"\\.|\(\?P[<=]\w+", "", pattern.expression.pattern)
        assert words == words.lower()


@pytest.mark.parametrize("name", sorted(every_need()))
def test_what_is_found_holds_a_needed_word(name: str) -> None:
    needs, expression = every_need()[name]
    missed = [text for text in texts_for(expression, 400) if not any(word in text.lower() for word in needs)]
    assert missed == []


@pytest.mark.parametrize(
    ("pattern", "is_unparted"),
    [
        (r"(?:[A-Z][\w.-]+ ?){1,4}", True),
        (r"(?:\w+\s?)+", True),
        (r"[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}", False),
        (r"(?:\w+ ){1,3}", False),
        (r"(?:\w+ )?", False),
    ],
)
def test_words_that_nothing_parts_are_known(pattern: str, is_unparted: bool) -> None:
    assert (UNPARTED.search(pattern) is not None) is is_unparted


def test_no_pattern_cuts_a_word_in_many_ways() -> None:
    places = [
        f"{path.name}:{number}"
        for path in Path(sayso.__file__).parent.rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNPARTED.search(line)
    ]
    assert places == []
