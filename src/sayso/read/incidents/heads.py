"""The head of a report: the names by which its own story is known again, and what in it strikes many places at once."""

import re
from dataclasses import replace

from sayso.read.text.furniture import LINKS
from sayso.read.text.page import Page, Sentence
from sayso.read.text.slips import common_words
from sayso.read.where.datelines import is_larger

__all__ = ["head_of", "is_back", "own_story", "strikes_there_too"]

NAME = re.compile(r"\b[A-Z][\w'’-]{3,}")
# What strikes many places of a land at once.
OF_LAND = re.compile(
    r"\b(?:(?:earth)?quakes?|tsunamis?|floods?|flooding|(?:thunder|wind|snow|ice|rain)?storms?|typhoons?|cyclones?|hurricanes?|tornado(?:es)?|twisters?|"
    r"monsoons?|blizzards?|landslides?|mudslides?|wildfires?|bushfires?|heat ?waves?)\b",
    re.IGNORECASE,
)
# What else befalls people elsewhere on that day, or is a quake or a flood of its own.
OF_ITS_OWN = re.compile(
    rf"{OF_LAND.pattern}|\b(?:(?<!heart )attack\w*|shoot\w*|shot|gun\w*|bomb\w*|blasts?|explosions?|explod\w+|stabb\w+|crash\w*|collid\w+|collisions?|accidents?|incidents?|"
    r"raid\w*|clash\w*|ambush\w*|strikes?|drones?|missiles?|militants?|rebels?|insurgents?|kill(?:er|ing)s?|murder\w*|robb\w+|kidnap\w*|abduct\w*|avalanches?|"
    r"outbreaks?|capsiz\w+|derail\w+|arson\w*|fires?|blazes?|protest\w*|riot\w*)\b",
    re.IGNORECASE,
)


def head_of(page: Page) -> str:
    """Return the title of a report and the first sentence of its text."""
    return " ".join(sentence.text for sentence in page.sentences if sentence.number == 0)


def strikes_there_too(words: str, head: str) -> bool:
    """True for words that tell what the quake, flood or storm of a report's head does elsewhere: they name nothing else."""
    return OF_LAND.search(head) is not None and OF_ITS_OWN.search(words) is None


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
