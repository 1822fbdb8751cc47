"""Reports that tell of no incident: which of them tell one story, and what they have to compare."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log, sqrt

from sayso.link.groups import group
from sayso.link.rarity import rarity
from sayso.link.sketches import MOST_WORDS, Sketch, opening, rare_words, sketch
from sayso.model import Account, Report, Tie

__all__ = ["plain_sketch", "stories"]

ALIKE = 0.25
"""Cosine of the rare words of two reports of one story; chosen on train and dev of ecbplus (its b3, all)."""

APART_DAYS = 30
"""Days between two reports beyond which they are two stories, whatever their words: next year's fair."""

IN_TITLE = 2
"""How often a word of a headline counts: it tells what the report is about."""

FEW = 5
"""Words that are shown of a story."""


def plain_sketch(report: Report) -> Sketch:
    """Return a report as one of an incident of which nothing is known but names, words and a day."""
    return sketch(Account(id=report.id, report_id=report.id, key="", main=True), (), report)


def stories(reports: Sequence[Report]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the reports that tell one story, in the order given, with words they share.

    Two reports are alike by the cosine of their rarest words, of which one that a report has often counts
    more; stories are joined like incidents, by the mean over their reports. Who is together does not depend
    on the order. The words are those that two and at least half of a story's reports have, a few of them.
    """
    order = sorted(reports, key=lambda report: report.id)
    weighed = [_weights(report) for report in order]
    lengths = [sqrt(sum(weight**2 for weight in weights.values())) for weights in weighed]
    ties = [
        Tie(order[left].id, order[right].id, dot / (lengths[left] * lengths[right]) - ALIKE)
        for (left, right), dot in _products(weighed).items()
        if not _apart(order[left], order[right])
    ]
    home = {ref: at for at, cluster in enumerate(group([r.id for r in order], ties)) for ref in cluster}
    held: dict[int, list[str]] = {}
    for report in reports:
        held.setdefault(home[report.id], []).append(report.id)
    known = {report.id: weights for report, weights in zip(order, weighed, strict=True)}
    return {tuple(told): _shared([known[ref] for ref in told]) for told in held.values()}


def _shared(weighed: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Return the rare words that two and at least half of some reports have, those of most reports first."""
    counted = Counter(word for weights in weighed for word in weights)
    least = max(2, (len(weighed) + 1) // 2)
    shared = [word for word, count in counted.items() if count >= least]
    return tuple(sorted(shared, key=lambda word: (-counted[word], -rarity(word), word))[:FEW])


def _weights(report: Report) -> dict[str, float]:
    """Return the words by which a report is known from others, with what each counts."""
    counted, title = rare_words(opening(report)), rare_words(report.title or "")
    weights = {
        word: rarity(word) * (1 + log(count)) * (IN_TITLE if word in title else 1)
        for word, count in counted.items()
    }
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS])


def _products(weighed: Sequence[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    """Return the scalar product of each two that share a word."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, weights in enumerate(weighed):
        for word in weights:
            having[word].append(at)
    products: dict[tuple[int, int], float] = defaultdict(float)
    for word, held in having.items():
        for left, right in combinations(held, 2):
            products[left, right] += weighed[left][word] * weighed[right][word]
    return products


def _apart(left: Report, right: Report) -> bool:
    """Tell whether two reports were published too far apart to be one story; unknown days are near all."""
    if left.published_at is None or right.published_at is None:
        return False
    return abs((left.published_at - right.published_at).days) > APART_DAYS
