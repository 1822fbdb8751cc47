"""The default reader: a small network finds the words, plain rules read numbers, days, places and hedges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec

from sayso.model import (
    Account,
    Certainty,
    Claim,
    Count,
    Label,
    Moment,
    Place,
    Reading,
    Report,
    Role,
    Span,
    Speaker,
    account_id,
    claim_id,
)
from sayso.read.context import certainty_at, counts_in_total, is_unreal, part_of, polarity_at, standing_at
from sayso.read.dates import Told, anchor_of, dates_told
from sayso.read.facts import Fact, read_facts
from sayso.read.kinds import kind_scores, likeliest_kind, text_scores
from sayso.read.language import language_of
from sayso.read.learned.network import Network, Stretch, Tagged, load_network, pieces_of
from sayso.read.learned.page import Page, Sentence, page_of
from sayso.read.learned.places import find_places
from sayso.read.learned.plain import plain_counts
from sayso.read.learned.speakers import Attributions
from sayso.read.numbers import number_of as number_in
from sayso.read.numbers import read_quantity
from sayso.read.places import Named, place_in

__all__ = ["LearnedReader"]

COUNTS = frozenset(
    "killed injured casualties critical hospitalised ill missing detained hostages displaced rescued attackers".split()
)
# How sure the network must be of a stretch, by slot: chosen on dev, moves counts and facts of the gate.
SURE_ENOUGH = {"": 0.67}
# Facts that patterns of words find better than the network does (dev); the others are the network's.
BY_PATTERN = frozenset({"time", "advice"})
ALSO_BY_PATTERN = frozenset({"responsibility"})
WORDS = re.compile(r"\d[\d,.]*\d|\d|[\w'’]+(?:-[\w'’]+)*|[^\w\s]")
AGE = re.compile(
    r"\b(?:aged? )?\d{1,3}(?:-| )years?(?:-| )olds?\b|, ?\d{1,3}(?=,|$)|\baged \d+", re.IGNORECASE
)
CLAUSE_END = re.compile(r"[;:—–()]|, (?:and|but|while|who|which)\b|,(?= )|[”\"]")
LONGEST_CLAUSE = 160
LONG_BEFORE = 45


@dataclass(slots=True)
class Draft:
    """An account in the making, with the claims found so far."""

    account: Account
    claims: list[Claim] = field(default_factory=list)


class LearnedReader:
    """Reads English reports on one core, without a service.

    Words that it cannot read yield no claim, and a report in another language comes back as skipped. A
    reader without its weights does not start: ReaderError.
    """

    name = "learned"
    version = "1"

    def __init__(self) -> None:
        self.network: Network = load_network()

    def read(self, report: Report) -> Reading:
        """Return the accounts and claims of one report; `skipped` says why there are none."""
        language = report.language or language_of(f"{report.title or ''}\n{report.text}")
        reading = Reading(report_id=report.id, reader=self.name, version=self.version, language=language)
        if language not in (None, "en"):
            why = f"not read: language {language}, this reader reads English"
            return msgspec.structs.replace(reading, skipped=why)
        page = page_of(report)
        if not page.sentences:
            return msgspec.structs.replace(reading, skipped="not read: no words")
        drafts = Draughtsman(page, self.network).drafts()
        accounts = tuple(d.account for d in drafts)
        claims = tuple(c for d in drafts for c in d.claims)
        return msgspec.structs.replace(reading, accounts=accounts, claims=claims)


class Draughtsman:
    """Puts together what the network and the rules find in one page."""

    def __init__(self, page: Page, network: Network) -> None:
        self.page, self.report, self.network = page, page.report, network
        self.anchor = anchor_of(page.report)
        self.told: Tagged = network.tag(page.report)
        self.stretches = [s for s in self.told.stretches if s.sure >= SURE_ENOUGH.get(s.tag, SURE_ENOUGH[""])]
        self.said = Attributions(page, self.told.speakers)
        self.background: dict[str, Draft] = {}

    def drafts(self) -> list[Draft]:
        """Return the accounts with their claims: the main one first, then background incidents."""
        kind = self.kind()
        main = self.draft("i1", main=True, kind=kind, place=self.place(), happened=self.happened())
        numbered = sorted(self.stretches, key=lambda s: (s.span.field != "title", s.span.start))
        for stretch in numbered:
            sentence = self.page.at(stretch.span)
            old = self.is_old(sentence, main.account.happened)
            draft = main if stretch.main >= 0.5 and not old else self.other(sentence, kind)
            claim = (
                self.count(draft, stretch, sentence) if stretch.tag in COUNTS else self.fact(draft, stretch)
            )
            self.keep(draft, claim)
        for sentence in self.page.sentences:
            for claim in self.totals(main, sentence):
                self.keep(main, claim)
            for found in read_facts(cast(Any, sentence)):
                self.keep(main, self.patterned(main, found, sentence))
        drafts = [main, *(d for d in self.background.values() if d.claims)]
        return drafts if main.claims or len(drafts) > 1 else []

    def draft(
        self, key: str, *, main: bool, kind: str, place: Place | None, happened: Moment | None
    ) -> Draft:
        """Return an empty account."""
        made = account_id(self.report.id, key)
        account = Account(
            id=made, report_id=self.report.id, key=key, main=main, kind=kind, place=place, happened=happened
        )
        return Draft(account)

    def other(self, sentence: Sentence, kind: str) -> Draft:
        """Return the background account that a sentence tells of: one for each day told, one for none."""
        told = next((t for t in dates_told(sentence.text, self.anchor) if not t.aside), None)
        key = told.moment.iso() if told else ""
        if key not in self.background:
            self.background[key] = self.draft(
                f"i{len(self.background) + 2}",
                main=False,
                kind=likeliest_kind(text_scores(sentence.text)) or kind,
                place=place_in(find_places(Page(self.report, (sentence,)))),
                happened=told.moment if told else None,
            )
        return self.background[key]

    def is_old(self, sentence: Sentence, happened: Moment | None) -> bool:
        """True when a sentence tells a day long before the main incident's: then it tells of another."""
        if happened is None or happened.grain not in ("day", "month"):
            return False
        told = [t.moment for t in dates_told(sentence.text, self.anchor) if not t.aside]
        return bool(told) and all((happened.start - moment.end).days > LONG_BEFORE for moment in told)

    def kind(self) -> str:
        """Return the kind that network and words together hold likeliest."""
        scores = kind_scores(cast(Any, self.page))
        total = sum(scores.values()) or 1.0
        return max(self.told.kinds, key=lambda kind: self.told.kinds[kind] + scores.get(kind, 0.0) / total)

    def place(self) -> Place | None:
        """Return where the main incident happened."""
        tagged = [Named(span.quote.strip(), None, 3.0 * sure) for span, sure in self.told.places]
        return place_in(find_places(self.page, tagged))

    def happened(self) -> Moment | None:
        """Return the day that the network holds likeliest to be the main incident's; None if none is likely."""
        best, best_chance = None, 0.5
        for sentence in self.page.sentences:
            for told in dates_told(sentence.text, self.anchor):
                chance = self.chance(sentence, told)
                if chance > best_chance:
                    best, best_chance = told.moment, chance
        return best

    def chance(self, sentence: Sentence, told: Told) -> float:
        """Return the chance that a day told in a sentence is the main incident's."""
        start, end = sentence.start + told.start, sentence.start + told.end
        for window, hidden in self.told.states:
            pieces = pieces_of(window, sentence.field, start, end)
            if pieces:
                return self.network.is_day(hidden, pieces)
        return 0.0

    def speaker(self, span: Span) -> Speaker:
        """Return who says some words: whom its sentence names beside a cue, else the narrator."""
        sentence = self.page.at(span)
        return self.said.at(sentence, span.start - sentence.start) or Speaker()

    def count(self, draft: Draft, stretch: Stretch, sentence: Sentence) -> Claim | None:
        """Return the claim of a number of people; None where no number can be read."""
        numbered = number_of(stretch)
        if numbered is None:
            return None
        value, firm = numbered
        start, end = stretch.span.start - sentence.start, stretch.span.end - sentence.start
        if is_unreal(sentence.text, start, end):
            return None
        clause = clause_around(sentence, start, end)
        hedged = certainty_at(sentence.text, start, end)
        same = [
            (s.span.start - sentence.start, s.span.end - sentence.start)
            for s in self.stretches
            if s.tag == stretch.tag and sentence.holds(s.span) and s is not stretch
        ]
        return self.claim(
            draft,
            stretch.tag,
            value,
            self.speaker(stretch.span),
            self.span(sentence, *clause),
            who=stretch.span.quote,
            role=stretch.role,
            certainty=max(stretch.certainty, firm, hedged, key=("certain", "probable", "possible").index),
            polarity=polarity_at(sentence.text, start),
            standing=standing_at(sentence.text, start, end),
            part_of=part_of(sentence.text, start, end, same),
        )

    def totals(self, draft: Draft, sentence: Sentence) -> Iterator[Claim]:
        """Yield totals and plain statements of a sentence where the network has found nothing of the slot."""
        plain = [*counts_in_total(sentence.text), *plain_counts(sentence.text)]
        for slot, start, end in plain:
            quantity = read_quantity(sentence.text[start:end].split())
            span = self.span(sentence, start, end)
            found = any(s.tag in (slot, "casualties") and sentence.holds(s.span) for s in self.told.stretches)
            if quantity is None or found or is_unreal(sentence.text, start, end):
                continue
            yield self.claim(
                draft,
                slot,
                quantity.count,
                self.speaker(span),
                self.span(sentence, *clause_around(sentence, start, end)),
                who=span.quote,
                role="attacker" if slot == "detained" else "victim",
                certainty=quantity.certainty,
                polarity=polarity_at(sentence.text, start),
                standing=standing_at(sentence.text, start, end),
            )

    def span(self, sentence: Sentence, start: int, end: int) -> Span:
        """Return words of a sentence as the report has them."""
        first, last = sentence.start + start, sentence.start + end
        return Span(
            field=sentence.field, start=first, end=last, quote=self.report.field(sentence.field)[first:last]
        )

    def fact(self, draft: Draft, stretch: Stretch) -> Claim | None:
        """Return the claim of a fact; None for slots that patterns read better."""
        if stretch.tag in BY_PATTERN:
            return None
        value = Label(text=stretch.span.quote, code=stretch.code)
        return self.claim(
            draft, stretch.tag, value, self.speaker(stretch.span), stretch.span, certainty=stretch.certainty
        )

    def patterned(self, draft: Draft, found: Fact, sentence: Sentence) -> Claim | None:
        """Return the claim of a fact that a pattern found; None for slots that the network reads better."""
        known = any(s.tag == found.slot and sentence.holds(s.span) for s in self.stretches)
        if not found.text.strip() or not (
            found.slot in BY_PATTERN or (found.slot in ALSO_BY_PATTERN and not known)
        ):
            return None
        span = self.span(sentence, found.start, found.end)
        value = Label(text=span.quote, code=found.code)
        return self.claim(
            draft,
            found.slot,
            value,
            self.speaker(span),
            span,
            certainty=found.certainty,
            polarity=found.polarity,
        )

    def claim(
        self, draft: Draft, slot: str, value: Count | Label, speaker: Speaker, span: Span, **more: object
    ) -> Claim:
        """Return a claim with its id."""
        role: Role | None = more.get("role")  # type: ignore[assignment]
        made = claim_id(draft.account.id, slot, value, role, speaker, span)
        fields: dict[str, object] = {"id": made, "account_id": draft.account.id, "slot": slot, "value": value}
        return Claim(**fields, speaker=speaker, span=span, **more)  # type: ignore[arg-type]

    def keep(self, draft: Draft, claim: Claim | None) -> None:
        """Add a claim, unless the same speaker has said the same of the same people already."""
        if claim and not any(is_same(claim, other) for other in draft.claims):
            draft.claims.append(claim)


def number_of(stretch: Stretch) -> tuple[Count, Certainty] | None:
    """Return the number of people that a stretch stands for: what its words say, else what the network holds."""
    words = AGE.sub(" ", " ".join(stretch.span.quote.split()))
    if (added := sum_of(words)) is not None:
        return Count(low=added, high=added), "certain"
    quantity = read_quantity(WORDS.findall(words))
    if quantity and (stretch.number is None or (quantity.count.low, quantity.count.high) != (1, 1)):
        return quantity.count, quantity.certainty
    if stretch.number is None:
        return (quantity.count, quantity.certainty) if quantity else None
    return Count(low=stretch.number[0], high=stretch.number[1]), "certain"


def sum_of(words: str) -> int | None:
    """Return how many people "two women and a man" are; None where the parts do not all say a number."""
    parts = [part.strip() for part in re.split(r",| and ", words) if part.strip()]
    numbers = []
    for part in parts:
        found = number_in(part.split(), 0)
        if found is None and part.lower().split()[0] in ("a", "an", "another"):
            found = 1, 1
        if found is None:
            return None
        numbers.append(found[0])
    return sum(numbers) if len(numbers) > 1 else None


def clause_around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the clause that holds words [start, end) of a sentence: enough to see what is said of them."""
    text = sentence.text
    start, end = max(0, start), min(len(text), max(end, start + 1))
    before = [m.end() for m in CLAUSE_END.finditer(text, 0, start)]
    first = before[-1] if before else 0
    after = next((m.start() for m in CLAUSE_END.finditer(text, end) if m.start() - first > 25), len(text))
    last = min(after, max(end, first + LONGEST_CLAUSE))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1] in " .,":
        last -= 1
    return first, last


def is_same(claim: Claim, other: Claim) -> bool:
    """True when two claims of one account are one statement: the same speaker, value and people."""
    if (claim.slot, claim.role, claim.speaker.name, claim.polarity) != (
        other.slot, other.role, other.speaker.name, other.polarity,
    ):  # fmt: skip
        return False
    if isinstance(claim.value, Label) or isinstance(other.value, Label):
        return (
            isinstance(claim.value, Label)
            and isinstance(other.value, Label)
            and (claim.value.text.lower(), claim.value.code) == (other.value.text.lower(), other.value.code)
        )
    if claim.value != other.value:
        return False
    one = claim.value.low == claim.value.high == 1
    return not one or is_known(claim.who or "", other.who or "")


def is_known(who: str, other: str) -> bool:
    """True when words for one person can be another mention of somebody named before."""
    words = set(re.findall(r"\w{3,}", who.lower())) - {"the", "and", "year", "old", "man", "woman"}
    return who.lower().split(" ")[0] in ("the", "he", "she", "him", "her", "his") or bool(
        words & set(re.findall(r"\w{3,}", other.lower()))
    )
