"""Accounts that belong together, and what they tell together of their incident."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from sayso.model import Account, Grain, Incident, Judgement, Link, Moment, Place, Tie, values

__all__ = ["VETO", "describe", "group", "verdicts_of"]

_Pair = tuple[int, int]

VETO = -50.0
"""A link this bad (two accounts of one report) keeps whole clusters apart, whatever else speaks for one."""


def group(
    order: Sequence[str], links: Iterable[Link | Tie], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the clusters of accounts, each and all in the order given.

    `order` are account ids in founding order: the first of a cluster gives its incident the id. `links` are
    all scores known, also those below 0: they count against. Clusters are joined strongest first, by the
    mean of the links between their members, as long as it is 0 or more; so one chance likeness cannot chain
    two incidents together. Judgements come before scores: accounts judged the same are together, each with
    all that is of one incident with it; accounts judged different, and two of one report (VETO), bar their
    clusters from each other however many links speak for joining them. Where both cannot be had whole, those
    judged the same are together and scores say with whom. Of two judgements on one pair the later holds;
    "unsure" and superseded ones decide nothing. Equal scores are taken in founding order. The order of links
    makes no difference.
    """
    place = {account: at for at, account in enumerate(dict.fromkeys(order))}
    verdicts = verdicts_of(judgements, place)
    scores = {
        _pair(place[k.left], place[k.right]): k.score for k in links if k.left in place and k.right in place
    }
    clusters = _clustered(len(place), scores, verdicts, ())
    if same := sorted(pair for pair, verdict in verdicts.items() if verdict == "same"):
        if torn := _torn(clusters, verdicts, same):
            clusters = _clustered(len(place), scores, verdicts, torn)
        for left, right in same:
            clusters.join(left, right)
        clusters.agglomerate()
    names = list(place)
    return tuple(tuple(names[at] for at in members) for members in clusters.members())


def describe(cluster: Sequence[Account], published: Mapping[str, int] | None = None) -> Incident:
    """Return what the accounts of a cluster, founder first, tell together of their incident.

    Kind, city and day are those that most accounts give, main accounts twice; of equals the one that was
    `published` first (by report, in any unit; where nobody tells, ids decide), so that the order of arrival
    makes no difference. "other" and unknown have no say while anything better stands.
    """
    at = published or {}
    told = sorted(cluster, key=lambda a: (at.get(a.report_id, inf), a.id))
    kinds = _weighed((a, a.kind if a.kind != "other" else None) for a in told)
    countries = _weighed((a, a.place.country if a.place else None) for a in told)
    country = _first(countries)
    places = [a for a in told if a.place and (country is None or a.place.country in (None, country))]
    city = _first(_weighed((a, a.place.city if a.place else None) for a in places))
    return Incident(
        id=cluster[0].id,
        kind=_first(kinds) or "other",
        place=_place(places, city),
        happened=_happened(told),
        account_ids=tuple(account.id for account in cluster),
    )


class _Clusters:
    """Clusters being joined: the sum and number of links between each two, and which may never meet.

    A cluster goes by one of its members; when two are joined the one with fewer ties is poured into the
    other, and a tie is queued again only where its mean has changed, so that joining 20,000 accounts stays
    near-linear. Equal means are told apart by the founders.
    """

    def __init__(self, size: int) -> None:
        self._members: dict[int, list[int]] = {at: [at] for at in range(size)}
        self._founder = list(range(size))
        self._ties: dict[int, dict[int, tuple[float, int]]] = {at: {} for at in range(size)}
        self._barred: dict[int, set[int]] = {}
        self._home = list(range(size))
        self._queue: list[tuple[float, int, int]] = []

    def tie(self, left: int, right: int, score: float) -> None:
        """Note a link between two accounts."""
        self._ties[left][right] = self._ties[right][left] = (score, 1)

    def bar(self, left: int, right: int) -> None:
        """Note that two accounts' clusters may not be joined, unless they are one already."""
        one, other = self.home(left), self.home(right)
        if one != other:
            self._barred.setdefault(one, set()).add(other)
            self._barred.setdefault(other, set()).add(one)

    def join(self, left: int, right: int) -> None:
        """Join the clusters of two accounts."""
        keep, give = self.home(left), self.home(right)
        if keep == give:
            return
        if len(self._ties[keep]) < len(self._ties[give]):
            keep, give = give, keep
        self._members[keep] += self._members.pop(give)
        self._founder[keep] = min(self._founder[keep], self._founder[give])
        self._home[give] = keep
        mine = self._ties[keep]
        mine.pop(give, None)
        for other, (score, count) in self._ties.pop(give).items():
            if other == keep:
                continue
            theirs = self._ties[other]
            del theirs[give]
            held = mine.get(other)
            if held is None:
                mine[other] = theirs[keep] = (score, count)
            else:
                mine[other] = theirs[keep] = (held[0] + score, held[1] + count)
                self._offer(keep, other)
        for other in self._barred.pop(give, ()):
            self._barred[other].discard(give)
            if other != keep:
                self._barred[other].add(keep)
                self._barred.setdefault(keep, set()).add(other)

    def agglomerate(self) -> None:
        """Join clusters, the strongest tie first, until none is left that joins."""
        self._queue = [
            (-score / count, left, right)
            for left, ties in self._ties.items()
            for right, (score, count) in ties.items()
            if left < right and score >= 0
        ]
        heapq.heapify(self._queue)
        while self._queue:
            mean, left, right = heapq.heappop(self._queue)
            left, right = self.home(left), self.home(right)
            tie = self._ties[left].get(right) if left != right else None
            if tie is None or -mean != tie[0] / tie[1] or right in self._barred.get(left, ()):
                continue
            self.join(left, right)

    def members(self) -> list[list[int]]:
        """Return the clusters, in founding order."""
        return sorted(sorted(members) for members in self._members.values())

    def _offer(self, left: int, right: int) -> None:
        """Queue a tie whose mean has changed, under the founders of its clusters."""
        total, count = self._ties[left][right]
        if total >= 0:
            first, second = self._founder[left], self._founder[right]
            heapq.heappush(self._queue, (-total / count, *_pair(first, second)))

    def __len__(self) -> int:
        return len(self._home)

    def home(self, at: int) -> int:
        """Return the member by which the cluster of an account goes."""
        while self._home[at] != at:
            self._home[at] = self._home[self._home[at]]
            at = self._home[at]
        return at


def _clustered(
    size: int, scores: dict[_Pair, float], verdicts: dict[_Pair, str], together: Collection[_Pair]
) -> _Clusters:
    """Return the clusters that scores make, of accounts of which some are together from the start."""
    clusters = _Clusters(size)
    for (left, right), score in sorted(scores.items()):
        if left != right and (left, right) not in verdicts:
            clusters.bar(left, right) if score <= VETO else clusters.tie(left, right, score)
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict == "different":
            clusters.bar(left, right)
        elif (left, right) in together:
            clusters.join(left, right)
    clusters.agglomerate()
    return clusters


def _torn(clusters: _Clusters, verdicts: dict[_Pair, str], same: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs judged the same whose clusters, joined whole, would join two judged different."""
    whole = _Clusters(len(clusters))
    for members in clusters.members():
        for other in members[1:]:
            whole.join(members[0], other)
    for left, right in same:
        whole.join(left, right)
    clash = {
        whole.home(left)
        for (left, right), verdict in verdicts.items()
        if verdict == "different" and whole.home(left) == whole.home(right)
    }
    return [pair for pair in same if whole.home(pair[0]) in clash]


def _pair(left: int, right: int) -> _Pair:
    return (left, right) if left < right else (right, left)


def verdicts_of(judgements: Iterable[Judgement], place: dict[str, int]) -> dict[_Pair, str]:
    """Return what holds for each judged pair: the latest word that is neither unsure nor taken back."""
    said: dict[_Pair, tuple[object, str, str]] = {}
    for judgement in judgements:
        if (
            judgement.right is None
            or judgement.superseded_at
            or judgement.verdict not in ("same", "different")
        ):
            continue
        if judgement.left in place and judgement.right in place:
            pair = _pair(place[judgement.left], place[judgement.right])
            word = (judgement.at, judgement.id, judgement.verdict)
            said[pair] = max(said.get(pair, word), word)
    return {pair: verdict for pair, (_, _, verdict) in said.items()}


def _weighed(told: Iterable[tuple[Account, str | None]]) -> Counter[str]:
    """Count what accounts tell, main accounts twice."""
    counted: Counter[str] = Counter()
    for account, value in told:
        if value is not None:
            counted[value] += 2 if account.main else 1
    return counted


def _first(counted: Counter[str]) -> str | None:
    """Return the value told most; of equals the one counted first."""
    return max(counted, key=lambda value: counted[value]) if counted else None


def _place(accounts: Sequence[Account], city: str | None) -> Place | None:
    """Return the fullest place that the accounts give for the city, in the state that most put it in."""
    named = [account for account in accounts if account.place and account.place.city == city]
    region = _first(_weighed((a, a.place.region if a.place else None) for a in named))
    places = [a.place for a in named if a.place and a.place.region in (region, None)]
    return max(
        places, key=lambda p: (p.region == region, p.text is not None, p.latitude is not None), default=None
    )


def _happened(cluster: Sequence[Account]) -> Moment | None:
    """Return the day that most accounts give; a month or year only where nobody gives a day."""
    told = [(account, account.happened) for account in cluster if account.happened]
    finest = next((grain for grain in values(Grain) if any(m.grain == grain for _, m in told)), None)
    days = [(account, moment) for account, moment in told if moment.grain == finest]
    most = _first(_weighed((account, moment.iso()) for account, moment in days))
    return next((moment for _, moment in days if moment.iso() == most), None)
