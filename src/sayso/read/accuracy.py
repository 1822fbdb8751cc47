"""How well the reader reads, as measured: what a user can trust, and how far."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from sayso.model import Reader

__all__ = ["Measured", "Score", "hundred", "in_words", "measured"]


class Score(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well one sort of statement is read; shares are 0..1.

    Of those that the reader gives, `right` are in the report; of the `there` in all the reports, `found` are
    given. `strict`, of counts, is F1 when role, speaker and incident must be right too.
    """

    there: int
    right: float
    found: float
    f1: float
    strict: float | None = None


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How well reports on one kind of incident are read."""

    reports: int
    counts: Score
    facts: Score


class Measured(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The figures of one version of one reader on annotated reports that it was not taught with.

    `shares` are of the counts whose value is right (scope, role, speaker ...), and of the reports (kind, country,
    city, date of the main incident). `elsewhere` are figures on the sets of others, see docs/accuracy.md.
    """

    reader: str
    version: str
    reports: int
    counts: Score
    facts: Score
    shares: dict[str, float]
    slots: dict[str, Score]
    kinds: dict[str, Kind]
    elsewhere: dict[str, float]


def measured(reader: Reader | None = None) -> Measured | None:
    """Return how well the default reader reads; None when `reader` is another, which nobody has measured."""
    known = _measured()
    if reader is not None and (reader.name, reader.version) != (known.reader, known.version):
        return None
    return known


@cache
def _measured() -> Measured:
    written = (files("sayso.read") / "data" / "measured.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(written), Measured)


def in_words(told: Measured) -> Iterator[str]:
    """Yield what was measured in sentences, the most important first."""
    counts, facts, of = told.counts, told.facts, {name: hundred(share) for name, share in told.shares.items()}
    strictly = (counts.strict or 0.0) / counts.f1 if counts.f1 else 0.0
    yield (
        f"Measured on {told.reports} English news reports that a careful person read too. "
        "They served to choose the reader, not to teach it. "
        "But its rules were chosen with the errors on them in sight, so a stranger's report is read a little worse: "
        "on 84 reports by which no rule was chosen, this reader comes to an F1 of 0.848 on numbers of people, "
        "and of 0.667 where all that is told of them must be right too; on 88 others to 0.843 and 0.619."
    )
    yield (
        f"Of 100 numbers of people that it gives, about {hundred(counts.right)} are in the report as that person reads it; "
        f"of 100 that are there, it finds about {hundred(counts.found)}."
    )
    for slot in ("killed", "injured"):
        if score := told.slots.get(slot):
            yield f"The {slot}: of 100 given, {hundred(score.right)} are right; of 100 there, {hundred(score.found)} are found."
    yield (
        f"Of 100 numbers that are right, who says it is right in {of['speaker']}, what the people were (victim, attacker ...) "
        f"in {of['role']}, whether they are of the main incident in {of['scope']}, how firmly it is said in {of['certainty']}."
    )
    yield (
        f"All of these at once: of 100 numbers that it gives, about {hundred(counts.right * strictly)} are right in full; "
        f"of 100 that are there, about {hundred(counts.found * strictly)} are."
    )
    yield (
        f"Of 100 other facts that it gives (weapons, suspects, names, causes ...), about {hundred(facts.right)} are right; "
        f"of 100 that are there, it finds about {hundred(facts.found)}."
    )
    yield (
        f"Of 100 reports, the kind of incident is right in {of['kind']}, the country in {of['country']}, "
        f"the city in {of['city']}, the day in {of['date']}."
    )
    yield "The words that it quotes are always the report's. Look at them before you print a number."


def hundred(share: float) -> int:
    """Return how many of a hundred a share is."""
    return round(share * 100)
