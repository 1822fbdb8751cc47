"""How common words are in news of incidents: a fixed table, so that a score needs no corpus.

Counted over some 4,940 English texts (shootings of early 2017; attacks, accidents, disasters and other
news of 1988 to 2018 from many countries). A word that is not there stood in fewer than 16 of them.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["RAREST", "rarity"]

RAREST = 9.0  # halvings of a word that is in no band: about one text in five hundred


def rarity(word: str) -> float:
    """Return how rare a folded word is: 0.5 in every report, RAREST in none that were counted."""
    return _table().get(word, RAREST)


@cache
def _table() -> Mapping[str, float]:
    """Return how rare each word is: of band 0 are half of all reports or more, of 1 a quarter, and so on."""
    rows = (files("sayso.link") / "data" / "rarity.tsv").read_text(encoding="utf-8").splitlines()
    return {word: int(band) + 0.5 for band, word in (row.split("\t") for row in rows)}
