"""Puts together what the network and the rules find in one report: its accounts, each with its claims."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.model import (
    COUNT_SLOTS,
    Account,
    Claim,
    Count,
    Label,
    Moment,
    Place,
    Role,
    Span,
    Speaker,
    account_id,
    claim_id,
)
from sayso.read.amounts import number_of
from sayso.read.context import certainty_at, counts_in_total, is_unreal, part_of, polarity_at, standing_at
from sayso.read.dates import Told, anchor_of, dates_told, month_until
from sayso.read.facts import Fact, read_facts
from sayso.read.kinds import kind_scores, likeliest_kind, text_scores
from sayso.read.network import Network, Stretch, Tagged, pieces_of
from sayso.read.numbers import read_quantity
from sayso.read.page import Page, Sentence
from sayso.read.places import find_places, weight_of
from sayso.read.placing import Named, place_in
from sayso.read.plain import plain_counts
from sayso.read.speakers import PRONOUNS, Attributions
from sayso.read.stretches import mended, overlap

__all__ = ["Draughtsman"]

# How sure the network must be of a stretch, and of who says it; chosen on dev, moves counts, facts and speaker of the gate.
SURE_ENOUGH = 0.6
SURE_OF_SPEAKER = 0.9
SURE_OF_PLACE = 0.75
LIKELY_DAY = 0.5
# What a month or a year counts beside a day.
EXACT = {"month": 0.5, "year": 0.25}
# What a place that the network tags weighs beside one that only words tell.
TAGGED = 6.0
# Facts whose words patterns cut out better than the network does (dev); the others are the network's.
BY_PATTERN = frozenset({"time", "advice"})
CLAUSE_END = re.compile(r"[;:—–()]|, (?:and|but|while|who|which)\b|,(?= )|[”\"]")
# Words that say which event is meant, not what somebody says of it: "horrified by the attack that killed nine".
EVENT_THAT = re.compile(
    r"\b(?:shooting|attack|bombing|crash|explosion|incident|massacre|rampage|blast|fire|(?:earth)?quake|siege|stabbing|"
    r"outbreak|strike|raid|accident|disaster|collapse|derailment)s?,? (?:that|which) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)
NOBODY = re.compile(r"no(?:body| one|-one|ne)?\b", re.IGNORECASE)
NOT_SO = re.compile(
    r"\b(?:not|n['’]t|never|ruled out|rather than|no (?:sign|evidence|indication)(?: of)?)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
LONGEST_CLAUSE = 160
# What makes a name that of a street, a river or a lake.
NO_SETTLEMENT = re.compile(
    r"['’]?s? ?(?:streets?|st\.|avenues?|ave\b|roads?|rd\b|lane|drive|boulevard|blvd|way|court|highway|caf[eé]|bar|river|fault|"
    r"lake|bridge|counties|plant|factory|hospital|school)\b",
    re.IGNORECASE,
)
NAME_OF_PLACE = re.compile(r"[A-Z][\w'’-]{2,}(?: (?:de|la|el|of|[A-Z][\w'’-]*))*")
LONG_BEFORE = 45
NEAR_HEAD = 6
PLAINLY = 8.0
LATER = re.compile(
    r"\b(?:trial|plead\w*|sentenc\w+|convict\w*|verdict|guilty|jury|court|judge|charge[sd]?|accused|anniversary|plea|years? (?:ago|after|later)|"
    r"indict\w*|extradit\w+|remember\w*|hearing|lawsuit|parole|appeal|memorial|second suspect)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """An account in the making, with the claims found so far."""

    account: Account
    claims: list[Claim] = field(default_factory=list)


class Draughtsman:
    """Puts together what the network and the rules find in one page."""

    def __init__(self, page: Page, network: Network) -> None:
        self.page, self.report, self.network = page, page.report, network
        self.anchor = anchor_of(page.report)
        self.told: Tagged = network.tag(page.report)
        self.stretches = mended((s for s in self.told.stretches if s.sure >= SURE_ENOUGH), page)
        self.said = Attributions(page, self.told.speakers)
        self.background: dict[str, Draft] = {}

    def drafts(self) -> list[Draft]:
        """Return the accounts with their claims: the main one first, then background incidents."""
        kind = self.kind()
        main = self.draft("i1", main=True, kind=kind, place=self.place(), happened=self.happened())
        nothing = all(stretch.main < 0.5 for stretch in self.stretches)
        for stretch in self.stretches:
            sentence = self.page.at(stretch.span)
            is_main = stretch.main >= 0.5 or (nothing and sentence.number == 0)
            old = self.is_old(sentence, main.account.happened)
            draft = main if is_main and not old else self.other(sentence, kind)
            read = self.count if stretch.tag in COUNT_SLOTS else self.fact
            claim = read(draft, stretch, sentence)
            self.keep(draft, claim)
        for sentence in self.page.sentences:
            draft = self.other(sentence, kind) if self.is_old(sentence, main.account.happened) else main
            for claim in self.totals(draft, sentence):
                self.keep(draft, claim)
            for found in read_facts(sentence):
                self.keep(draft, self.patterned(draft, found, sentence))
        drafts = [main, *(d for d in self.background.values() if d.claims)]
        return drafts if main.claims or len(drafts) > 1 or self.is_plain(kind) else []

    def is_plain(self, kind: str) -> bool:
        """True when the words plainly tell of an incident of a kind, though of nobody's fate."""
        return kind != "other" and kind_scores(self.page).get(kind, 0.0) >= PLAINLY

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
        scores = kind_scores(self.page)
        total = sum(scores.values()) or 1.0
        return max(self.told.kinds, key=lambda kind: self.told.kinds[kind] + scores.get(kind, 0.0) / total)

    def place(self) -> Place | None:
        """Return where the main incident happened."""
        tagged = [
            Named(
                span.quote.strip(),
                None,
                TAGGED * sure,
                trusted=sure >= SURE_OF_PLACE and bool(NAME_OF_PLACE.fullmatch(span.quote.strip())),
            )
            for span, sure in self.told.places
            if not NO_SETTLEMENT.match(self.report.field(span.field), span.end)
        ]
        return place_in(find_places(self.page, tagged))

    def happened(self) -> Moment | None:
        """Return the day that the network holds likeliest to be the main incident's.

        Fresh news that tells no day is of the month in which it was published; of what comes to court, or is
        remembered, nothing is known without one.
        """
        head = " ".join(s.text for s in self.page.sentences if s.field == "title" or s.number < 2)
        published = self.report.published_at if self.report.published_grain in ("instant", "day") else None
        fresh = published is not None and not LATER.search(head)
        weights: dict[str, float] = defaultdict(float)
        moments: dict[str, Moment] = {}
        for sentence in self.page.sentences:
            for told in dates_told(sentence.text, self.anchor):
                if (
                    not (fresh and self.is_past(told.moment))
                    and (chance := self.chance(sentence, told)) > LIKELY_DAY
                ):
                    moments.setdefault(told.moment.iso(), told.moment)
                    weights[told.moment.iso()] += (
                        chance * weight_of(sentence) * EXACT.get(told.moment.grain, 1.0)
                    )
        best = moments[max(weights, key=lambda day: weights[day])] if weights else None
        if best is None and published and fresh:
            return month_until(published.date())
        return best

    def is_past(self, moment: Moment) -> bool:
        """True for a month or year that was long over when the report was published."""
        published = self.report.published_at
        return (
            published is not None
            and moment.grain in ("month", "year")
            and (published.date() - moment.end).days > LONG_BEFORE
        )

    def chance(self, sentence: Sentence, told: Told) -> float:
        """Return the chance that a day told in a sentence is the main incident's."""
        start, end = sentence.start + told.start, sentence.start + told.end
        for window, hidden in self.told.states:
            pieces = pieces_of(window, sentence.field, start, end)
            if pieces:
                return self.network.is_day(hidden, pieces)
        return 0.0

    def speaker(self, span: Span, stretch: Stretch | None = None) -> Speaker:
        """Return who says some words: whom the network is sure of, else whom a cue beside them names, else the narrator."""
        sentence = self.page.at(span)
        if EVENT_THAT.search(sentence.text, 0, max(0, span.start - sentence.start)):
            return Speaker()
        by_cue = self.said.at(sentence, span.start - sentence.start)
        if stretch is None or stretch.said < SURE_OF_SPEAKER or (by_cue and sentence.field == "title"):
            return by_cue or Speaker()
        if stretch.speaker and stretch.speaker.name.lower() in PRONOUNS:
            return by_cue or self.said.before(sentence) or Speaker()
        return stretch.speaker or Speaker()

    def count(self, draft: Draft, stretch: Stretch, sentence: Sentence) -> Claim | None:
        """Return the claim of a number of people; None where no number can be read."""
        start, end = stretch.span.start - sentence.start, stretch.span.end - sentence.start
        numbered = number_of(stretch, sentence.text, start)
        if numbered is None:
            return None
        value, firm = numbered
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
            self.speaker(stretch.span, stretch),
            self.span(sentence, *clause),
            who=stretch.span.quote,
            role=self.role(stretch),
            certainty=max(stretch.certainty, firm, hedged, key=("certain", "probable", "possible").index),
            polarity=polarity_at(sentence.text, start),
            standing=standing_at(sentence.text, start, end),
            part_of=part_of(sentence.text, start, end, same),
        )

    def role(self, stretch: Stretch) -> Role:
        """Return the part that people play; "he" plays that of the one person last told of."""
        if stretch.span.quote.lower() not in ("he", "him", "she", "her"):
            return stretch.role
        before = [
            s
            for s in self.stretches
            if s.span.field == stretch.span.field and s.span.end < stretch.span.start
        ]
        last = next((s for s in reversed(before) if s.tag in COUNT_SLOTS and s.number == (1, 1)), None)
        is_attacker = last is not None and (last.tag == "attackers" or last.role == "attacker")
        return "attacker" if is_attacker else stretch.role

    def totals(self, draft: Draft, sentence: Sentence) -> Iterator[Claim]:
        """Yield totals and plain statements of a sentence where the network has found nothing of the slot."""
        told = {s.tag for s in self.stretches if sentence.holds(s.span)}
        plain = [found for found in plain_counts(sentence.text) if not told & {found[0], "casualties"}]
        for slot, start, end in [*counts_in_total(sentence.text), *plain]:
            quantity = read_quantity(sentence.text[start:end].split())
            span = self.span(sentence, start, end)
            if quantity is None or is_unreal(sentence.text, start, end):
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

    def fact(self, draft: Draft, stretch: Stretch, sentence: Sentence) -> Claim | None:
        """Return the claim of a fact; None for slots that patterns read better."""
        if stretch.tag in BY_PATTERN:
            return None
        code = (
            "claimed"
            if stretch.tag == "responsibility" and NOBODY.match(stretch.span.quote)
            else stretch.code
        )
        value = Label(text=stretch.span.quote, code=code)
        return self.claim(
            draft,
            stretch.tag,
            value,
            self.speaker(stretch.span, stretch),
            stretch.span,
            certainty=stretch.certainty,
            polarity="negative" if is_denied(stretch, sentence) else "positive",
        )

    def patterned(self, draft: Draft, found: Fact, sentence: Sentence) -> Claim | None:
        """Return the claim of a fact that a pattern found; None for slots that the network reads better."""
        tagged = [s.span for s in self.told.stretches if s.tag == found.slot and sentence.holds(s.span)]
        span = self.span(sentence, found.start, found.end)
        if not wanted(found, span, tagged) and not self.is_hour(found, sentence):
            return None
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

    def is_hour(self, found: Fact, sentence: Sentence) -> bool:
        """True for a rough clock time near the head of a report in which the network sees none at all."""
        none = all(s.tag != "time" for s in self.told.stretches)
        return none and found.slot == "time" and found.certainty == "probable" and sentence.number < NEAR_HEAD

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


def wanted(found: Fact, span: Span, tagged: Sequence[Span]) -> bool:
    """True for a fact that a pattern found and that the network does not find better, or not find at all.

    Clock times are told of all sorts of things: one counts where the network sees the incident's.
    """
    if found.slot == "time":
        return any(overlap(span, other) for other in tagged)
    return found.slot in BY_PATTERN or not tagged


def is_denied(stretch: Stretch, sentence: Sentence) -> bool:
    """True for a fact that is said not to be so: nobody has claimed it, the motive was not robbery."""
    if stretch.tag == "responsibility":
        return bool(NOBODY.match(stretch.span.quote))
    before = sentence.text[: max(0, stretch.span.start - sentence.start)]
    return stretch.tag in ("motive", "cause") and bool(NOT_SO.search(before))


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
