"""Score how firmly something is said, on the tweets of rumoureval: certain, probable or possible.

A tweet is as firm as the least firm of its claims, and of its words of doubt; one that asks is only possible.
Tweets that are marked "underspecified" are left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.model import Certainty, Reader, Report
from sayso.read.certainty.context import certainty_at

__all__ = ["figures", "tweets_of"]

GRADES: dict[str, Certainty] = {
    "certain": "certain",
    "somewhat-certain": "probable",
    "uncertain": "possible",
}
FIRMEST_FIRST: tuple[Certainty, ...] = ("certain", "probable", "possible")
ADDRESS = re.compile(r"https?://\S+")


def grade(text: str, reader: Reader) -> Certainty:
    """Return how firmly a tweet says what it says."""
    if "?" in ADDRESS.sub("", text):
        return "possible"
    claims = reader.read(Report(id="tweet", text=text, language="en")).claims
    words = (certainty_at(text, word.start(), word.start()) for word in re.finditer(r"\b\w", text))
    return max((*(claim.certainty for claim in claims), *words), key=FIRMEST_FIRST.index, default="certain")


def figures(tweets: Iterable[Mapping[str, Any]], reader: Reader) -> dict[str, float]:
    """Return F1 of each grade, and their mean."""
    pairs = [(GRADES[tweet["certainty"]], grade(tweet["text"], reader)) for tweet in tweets]
    by_grade: dict[str, float] = {}
    for asked in FIRMEST_FIRST:
        told = sum(right == asked for right, _ in pairs) + sum(given == asked for _, given in pairs)
        by_grade[asked] = 2 * sum(right == given == asked for right, given in pairs) / told if told else 0.0
    return {"certainty": sum(by_grade.values()) / len(by_grade), **by_grade}


def tweets_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the tweets of a file that are graded."""
    with path.open(encoding="utf-8") as lines:
        for thread in map(json.loads, lines):
            yield from (tweet for tweet in thread["tweets"] if tweet.get("certainty") in GRADES)
