"""Step four: people who leave one count for another. Wounded who died, missing who were found, attackers."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from msgspec.structs import replace

from sayso.model import Claim
from sayso.settle.additions import MORE
from sayso.settle.evidence import Said
from sayso.settle.fates import hit_only
from sayso.settle.parts import BESIDES, SOME_OF
from sayso.settle.people import describe, is_person, is_plain_total, ordinal_of
from sayso.settle.statements import later
from sayso.settle.told import Statement
from sayso.settle.words import tells

__all__ = [
    "Known",
    "Moved",
    "by_figure",
    "counts",
    "hurt_in_care",
    "is_sure",
    "known_who_died",
    "least",
    "less",
    "less_attackers",
    "more_in_care",
    "not_dead",
    "released",
    "survivors",
    "wounded_who_died",
]

_died_of_it = tells(
    r"\b(?:died (?:later|of|from|at|on|after|days|hours|overnight|early|during the night|as a result"
    r"|this (?:morning|afternoon|evening)|last night|today|yesterday"
    r"|in (?:the |an? )?hospital"
    r"|in (?:[\w'’-]+ ){0,3}?(?:hospital|surgery|care|theat(?:re|er)|ambulance|clinic)\b)"
    r"|later died|dies|die (?:of|from)|succumb\w*|has since died"
    r"|(?:intensive care|in (?:an? )?(?:coma|critical condition))\b(?:(?! and )[^.;]){0,90}? died"
    r"|taken off life support|was pronounced|brain dead|did not survive|now dead)\b",
)
"""Words by which somebody died of the wounds with which he was counted before."""

HAVE_DIED = re.compile(
    r"\b(?<!people )(?<!to )ha(?:s|ve) died\b(?! (?:in|when|as|during|at) (?!(?:the |an? )?hospital\b))", re.I
)
"""Words by which some of the wounded died; a toll, "31 inmates have died in a riot", only counts the dead."""

SURVIVOR = re.compile(r"\b(?:the |its |their )?(?:(?:only|lone|sole|single) )?survivor\b", re.I)
COUNTED = re.compile(
    r"(?:(?:the )?(?:both|\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r"|all(?: of)?(?: the)? (?:two|three|four|five|six|\d+))\b(?! others?\b|[- ]years?\b)",
    re.I,
)
"""Words that begin with the number of patients."""

AT_THE_SCENE = 3
"""A toll that rises by so many before anybody is said to have died of wounds rose by dead who were found."""

LAST = 12  # rows that tell what the toll was taken to be: about two reports of an incident with many

LET_GO = re.compile(r"\b(?:released|freed|let (?:go|off)|bailed)\b", re.I)


class Moved(NamedTuple):
    """Statements of a slot after people have left it, and the rule if any did."""

    statements: list[Statement]
    rule: str | None = None


def wounded_who_died(
    injured: Sequence[Statement], dead: Sequence[Statement], deaths: Sequence[Said], printed: int
) -> Moved:
    """Return the statements of the injured, less those said to have died since.

    A death leaves the injured where a later report than the one that counted the wounded has more dead than
    was known before it, and says that they died of wounds or in hospital. Not where the toll rises by bodies
    found at the scene, nor where more may have died, nor a single person of whom nobody says so while one is
    still told to be hurt. A rival above the toll that is `printed` takes nobody away.
    """
    of_wounds = [one for one in deaths if is_sure(one.claim) and _died_of_wounds(one.claim)]
    died = sorted(one.at for one in of_wounds)
    known = Known(deaths, "killed")
    counted = Known([one for one in deaths if not is_person(one.claim)], "killed") if died else known
    tolls = by_figure([one for one in dead if one.firm and not one.possible and one.floor <= printed])
    moved, rule = [], None
    for statement in injured:
        before = max(known.by(statement.at), known.beside(statement))
        place = bisect_right(died, statement.at)
        told = died[place] if place < len(died) else None
        if told is not None and before and (risen := counted.before(told)) >= before + AT_THE_SCENE:
            before = risen
        since = [one for one in tolls if later(one, statement) and one.floor > before]
        risen = max(since, key=lambda one: (one.at, one.floor)).floor - before if since else 0
        risen = min(risen, _people((one for one in of_wounds if one.at > statement.at), risen))
        lives = since and _still_hurt(statement, injured, told or min(one.at for one in since))
        if since and not lives and (told is not None or not before) and risen <= statement.floor:
            moved.append(less(statement, risen, "who died"))
            rule = "wounded who died"
        else:
            moved.append(statement)
    return Moved(moved, rule)


def _people(died: Iterable[Said], risen: int) -> int:
    """Return how many are told to have died of wounds, of so many by whom the toll has `risen`.

    Of one report the most of whom it tells together; who is told of again is taken for another. All of them
    where no report tells so, or one tells it of everybody who died.
    """
    most: dict[str, int] = {}
    for one in died:
        if is_plain_total(one.claim) and not MORE.match(one.claim.who or ""):
            return risen
        people = 1 if is_person(one.claim) else one.low or 1
        most[one.report.id] = max(most.get(one.report.id, 0), people)
    return sum(most.values()) or risen


def _died_of_wounds(claim: Claim) -> bool:
    """Tell whether a claim tells of people who died after they were hurt."""
    quote = claim.span.quote
    everybody = is_plain_total(claim) and not MORE.match(claim.who or "")
    return bool(_died_of_it(quote) or (HAVE_DIED.search(quote) and not everybody))


def known_who_died(injured: Sequence[Statement], hurt: Iterable[Said], deaths: Iterable[Said]) -> Moved:
    """Return the injured without a single person of whom a later report tells that he died.

    He is known by his name, or as the survivor. Nobody is left then, as those say who have him dead.
    """
    alone = [one for one in injured if not one.total and one.floor == 1]
    rows = {one.claim.id: one for one in hurt} if alone else {}
    died: dict[str, Said] = {}
    for one in deaths if alone else ():
        if is_person(one.claim) and one.claim.polarity == "positive" and one.claim.certainty != "possible":
            died |= {
                name: max(one, died.get(name, one), key=lambda o: o.order) for name in _known_as(one.claim)
            }
    moved = []
    for statement in injured:
        told = [_told_dead(rows[ref], died) for ref in statement.claims if ref in rows]
        if statement in alone and told and told[0] and all(told):
            statement = replace(less(statement, 1, "who died"), voice=told[0].voice, at=told[0].at)
        moved.append(statement)
    return Moved(moved, "wounded who died" if moved != list(injured) else None)


def _told_dead(one: Said, died: Mapping[str, Said]) -> Said | None:
    """Return who has the person of a row dead in a later report."""
    told = [died[name] for name in sorted(_known_as(one.claim)) if name in died]
    return next((other for other in told if other.at > one.at), None)


def _known_as(claim: Claim) -> frozenset[str]:
    """Return the surname of a person, and "survivor" where he is called that."""
    names = describe(claim).names
    return names | {"survivor"} if SURVIVOR.search(claim.who or "") else names


def _still_hurt(statement: Statement, injured: Iterable[Statement], at: datetime) -> bool:
    """Tell whether somebody is told of as hurt alone, and so is one in what was said `at` a time or since."""
    if statement.total or statement.floor != 1:
        return False
    return any(one is not statement and one.floor and one.at >= at for one in injured)


def not_dead(injured: Sequence[Statement], hurt: Iterable[Said], dead: int, deaths: Iterable[Said]) -> Moved:
    """Return the injured without those who are only said to have been hit where the dead are as many.

    "The shooting of five people", in a report that counts no dead, after "five people were shot dead" tells
    of nobody who lived.
    """
    knowing = {one.report.id for one in deaths}
    plain = [one.claim for one in hurt if one.derivation is None and one.report.id not in knowing]
    hit = {claim.id for claim in plain if hit_only(claim)}
    left = [one for one in injured if not (one.total and one.low == dead and set(one.claims) <= hit)]
    return Moved(left, "wounded who died" if len(left) < len(injured) else None)


def is_sure(claim: Claim) -> bool:
    """Tell whether a claim says that it is so, not that it may be, or is not."""
    return claim.polarity == "positive" and claim.certainty != "possible"


def released(held: Sequence[Statement], freed: Iterable[Said]) -> Moved:
    """Return the statements of those held, less those whom a later report tells to have been let go.

    One held and one let go may be two people: he stays, and so do all where more are let go than were held.
    Who counts people held in that report, or since, has left out those whom it tells to be free, and is the
    only one to say so.
    """
    let_go = [one for one in freed if one.low and _is_let_go(one.claim)]
    moved, rule = [], None
    for statement in held:
        own = statement.voice.report_ids
        people = max(
            (o.low or 0 for o in let_go if o.at > statement.at and o.report.id not in own), default=0
        )
        if 0 < people <= statement.floor and statement.floor > 1:
            first = min(one.at for one in let_go if one.at > statement.at)
            anew = any(counts(one) and one.at >= first for one in held)
            moved.append(replace(less(statement, people, "who were released"), behind=anew))
            rule = "held who were released"
        else:
            moved.append(statement)
    return Moved(moved, rule)


def _is_let_go(claim: Claim) -> bool:
    """Tell whether people who are held no more were let go: "released", or "one of the two held"."""
    return bool(LET_GO.search(claim.span.quote) or SOME_OF.search(claim.who or ""))


def by_figure(statements: Iterable[Statement]) -> list[Statement]:
    """Return of statements of one figure the latest: so many as there are figures, not voices; no boasts."""
    latest: dict[tuple[int, bool], Statement] = {}
    for one in statements:
        if one.voice.kind == "claimant":
            continue
        held = latest.get((one.floor, one.day_only))
        if held is None or one.at > held.at:
            latest[one.floor, one.day_only] = one
    return list(latest.values())


def survivors(casualties: Sequence[Statement], dead: int) -> Moved:
    """Return the injured that totals of dead and hurt leave, where nobody counts the injured."""
    alive = [less(one, dead, "who died") for one in casualties if one.floor >= dead]
    return Moved(alive, "survivors of a total" if alive else None)


def less_attackers(everybody: Sequence[Statement], attackers: int) -> Moved:
    """Return the victims of totals that take in the attackers, where nobody counts the victims alone."""
    victims = [less(one, attackers, "attackers") for one in everybody if one.floor >= attackers]
    return Moved(victims, "less the attackers" if victims else None)


def hurt_in_care(care: Sequence[Statement]) -> Moved:
    """Return the injured whom statements on people in hospital or in critical condition imply, as floors."""
    hurt = [replace(one, derivation=f"{one.low} in care") for one in care if one.floor]
    return Moved(hurt, "in care" if hurt else None)


def more_in_care(injured: Sequence[Statement], care: Sequence[Statement], patients: Sequence[Said]) -> Moved:
    """Return the injured with the number of `patients` where these are counted: "both victims", "two men".

    Only where the injured are told of one by one: where they are counted, people are taken to hospital who
    are not hurt. "They" may be the one hurt and who is with him.
    """
    most = max((one.floor for one in injured), default=0)
    numbers = {one.claim.id for one in patients if COUNTED.match(one.claim.who or "")}
    counted = [
        one
        for one in care
        if one.total and one.firm and not one.possible and one.floor > most and numbers & set(one.claims)
    ]
    if not counted or any(one.total or not one.floor for one in injured):
        return Moved(list(injured))
    return Moved([*injured, *hurt_in_care(counted).statements], "in care")


def less(statement: Statement, people: int, who: str) -> Statement:
    """Return a statement without some of the people that it counts, and how that was worked out."""
    if not people:
        return statement
    low = None if statement.low is None else max(0, statement.low - people)
    high = None if statement.high is None else max(0, statement.high - people)
    before = statement.low if statement.low is not None else statement.high
    return replace(statement, low=low, high=high, derivation=f"{before} - {people} {who}")


def _most(figures: Iterable[int]) -> int:
    """Return the figure that is given most often, of equals the higher; 0 for none."""
    counted = Counter(figures)
    return max(counted, key=lambda figure: (counted[figure], figure), default=0)


class Known:
    """What was told on a slot until any moment."""

    def __init__(self, said: Sequence[Said], slot: str) -> None:
        rows = [one for one in said if _tells_of(one.claim, slot)]
        told = sorted((one.at, least(one.claim)) for one in rows)
        self._times = [at for at, _ in told]
        self._figures = [figure for _, figure in told]
        self._sure: dict[str, list[Said]] = defaultdict(list)
        for one in rows:
            if one.claim.polarity == "positive" and one.claim.certainty != "possible":
                self._sure[one.report.id].append(one)

    def by(self, at: datetime) -> int:
        """Return the figure told until a moment, of equals the higher; 0 before the first."""
        return self._told(bisect_right(self._times, at))

    def before(self, at: datetime) -> int:
        """Return the figure told before a moment, likewise."""
        return self._told(bisect_left(self._times, at))

    def _told(self, place: int) -> int:
        """Return the figure that most of the last LAST rows before a place gave."""
        return _most(self._figures[max(0, place - LAST) : place])

    def beside(self, statement: Statement) -> int:
        """Return the figure that most rows of the reports which carry a statement had by then; 0 for none."""
        own = [one for report in statement.voice.report_ids for one in self._sure.get(report, ())]
        return _most(least(one.claim) for one in own if one.at <= statement.at)


def _tells_of(claim: Claim, slot: str) -> bool:
    """Tell whether a claim gives a figure of a slot, not only people besides those counted before."""
    return claim.slot == slot and claim.part_of != BESIDES


def least(claim: Claim) -> int:
    """Return the least number that a claim gives: "a third victim has died" is three."""
    return max(getattr(claim.value, "low", None) or 0, ordinal_of(claim) if claim.slot == "killed" else 0)


def counts(statement: Statement) -> bool:
    """Tell whether a statement gives a number of all."""
    return statement.total and statement.firm and not statement.possible
