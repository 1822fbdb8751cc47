"""The head of a report: the names by which its own story is known again."""

import re
from dataclasses import replace

from sayso.read.text.furniture import LINKS
from sayso.read.text.page import Page, Sentence
from sayso.read.text.slips import common_words
from sayso.read.where.datelines import is_larger

__all__ = ["head_of", "is_back", "own_story"]

NAME = re.compile(r"\b[A-Z][\w'’-]{3,}")


def head_of(page: Page) -> str:
    """Return the title of a report and the first sentence of its text."""
    return " ".join(sentence.text for sentence in page.sentences if sentence.number == 0)


def is_back(sentence: Sentence, head: str) -> bool:
    """True for a sentence with a name from the head of its report, of whatever but a state or a country.

    A headline of which nothing tells whose it is has two: the outlet has more stories of its own town.
    """
    named = {name for name in NAME.findall(sentence.text[1:]) if name in head}
    own = [name for name in named if name.lower() not in common_words() and not is_larger(name)]
    return len(own) > (sentence.aside == "headline")


def own_story(page: Page) -> Page:
    """Return a page without the lines that lead to stories of something else, and without pictures from an archive."""
    head = head_of(page)
    own = (
        s
        for s in page.sentences
        if s.aside in (None, "photo", "page") or (s.aside in LINKS and is_back(s, head))
    )
    return replace(page, sentences=tuple(own))
