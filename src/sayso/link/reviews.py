"""What a person should look at: incidents that nearly were joined."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.link.groups import VETO, verdicts_of
from sayso.model import Judgement, Link

__all__ = ["NEAR", "review"]

NEAR = 1.5
"""Natural log odds below the threshold within which two incidents are offered for a second look."""


def review(
    clusters: Sequence[Sequence[str]],
    links: Iterable[Link],
    judgements: Iterable[Judgement] = (),
    *,
    near: float = NEAR,
) -> tuple[Link, ...]:
    """Return pairs of incidents that just failed to be joined, the nearest first, with the reasons.

    `clusters` are what `group` returned. Each link is between the founders of two incidents; its score is
    the mean of the links between their accounts, from -near to 0, and its reasons are those of the strongest
    of them. Pairs on which a person has decided, and accounts of one report, are not offered.
    """
    home = {account: cluster[0] for cluster in clusters for account in cluster}
    order = {cluster[0]: at for at, cluster in enumerate(clusters)}
    between: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        one, other = home.get(link.left), home.get(link.right)
        if one is not None and other is not None and one != other:
            between[_pair(one, other)].append(link)
    place = {account: at for at, account in enumerate(home)}
    names = list(home)
    decided = {_pair(home[names[a]], home[names[b]]) for a, b in verdicts_of(judgements, place)}
    found = []
    for pair, tied in between.items():
        score = sum(link.score for link in tied) / len(tied)
        barred = any(link.score <= VETO for link in tied)
        if pair not in decided and not barred and -near <= score < 0:
            best = max(tied, key=lambda link: (link.score, link.left, link.right))
            found.append(Link(left=pair[0], right=pair[1], score=round(score, 3), reasons=best.reasons))
    return tuple(sorted(found, key=lambda link: (-link.score, order[link.left], order[link.right])))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
