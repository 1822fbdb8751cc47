"""The rule reader: a parsed page, tables of words, and readable rules, put together into a Reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import msgspec

from sayso.model import (
    Account,
    Claim,
    Count,
    Label,
    Moment,
    Place,
    Reading,
    Report,
    Role,
    Speaker,
    account_id,
    claim_id,
)
from sayso.read.context import counts_in_total, part_of, polarity_at, standing_at
from sayso.read.counts import Mention, read_counts
from sayso.read.dates import Told, anchor_of, dates_told, is_long_before
from sayso.read.facts import AT_LARGE, CHARGED, CONVICTED, CULPRIT, Fact, read_facts, suspects_of, victims_of
from sayso.read.kinds import kind_scores, likeliest_kind, text_scores
from sayso.read.language import language_of
from sayso.read.numbers import read_quantity
from sayso.read.page import Page, Sentence, load_pipeline, page_of
from sayso.read.places import find_places, place_in
from sayso.read.speakers import Attributions, attribute

__all__ = ["RuleReader"]

VERSION = "1"
CONFLICTS = ("armed-clash", "raid", "airstrike", "shelling")
# How datelines and page heads write the day of printing.
PRINTED = ("full", "iso", "slashes", "short")
FOLLOW_UP = re.compile(
    r"\b(?:trial|plead\w*|sentenc\w+|convict\w*|verdict|guilty|jury|court|charged|arrest\w*|accused|anniversary|plea|"
    r"indict\w*|extradit\w+|remember\w*|hearing|lawsuit|parole|appeal)\b",
    re.IGNORECASE,
)
LOOSE = frozenset("victim they them man teen people person other suspect".split())
EVENTS = frozenset(
    "shooting attack bombing crash explosion incident massacre rampage blast fire earthquake quake siege killing "
    "stabbing robbery outbreak epidemic strike raid accident disaster".split()
)
IDENTIFIED = re.compile(
    r"(?:identified|named|identify)(?: \w+){0,8}? as (?P<name>(?:\d+[- ]year[- ]old )?[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*)+)"
)


@dataclass(slots=True)
class Draft:
    """An account in the making: its key, what the page tells of it, and the claims found so far."""

    account: Account
    claims: list[Claim] = field(default_factory=list)
    seen: set[tuple[object, ...]] = field(default_factory=set)


class RuleReader:
    """Reads English reports by a parser (en_core_web_sm) and tables of words.

    It never guesses: words that it cannot read yield no claim, and a report in another language comes
    back as skipped.
    """

    name = "rules"
    version = VERSION

    def __init__(self) -> None:
        load_pipeline()

    def read(self, report: Report) -> Reading:
        """Return the accounts and claims of one report; `skipped` says why there are none."""
        language = report.language or language_of(f"{report.title or ''}\n{report.text}")
        reading = Reading(report_id=report.id, reader=self.name, version=self.version, language=language)
        if language not in (None, "en"):
            return msgspec.structs.replace(
                reading, skipped=f"not read: language {language}, this reader reads English"
            )
        page = page_of(report)
        if not page.sentences:
            return msgspec.structs.replace(reading, skipped="not read: no words")
        drafts = Draughtsman(page).drafts()
        accounts = tuple(d.account for d in drafts)
        claims = tuple(c for d in drafts for c in d.claims)
        return msgspec.structs.replace(reading, accounts=accounts, claims=claims)


class Draughtsman:
    """Puts together what the parts of the reader found in one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.report = page.report
        self.anchor = anchor_of(page.report)
        self.said: Attributions = attribute(page)
        self.mentions = list(numbered([m for s in page.sentences for m in read_counts(s)]))
        self.places = find_places(page)
        self.scores = kind_scores(page)
        self.follow_up = self.is_follow_up()

    def drafts(self) -> list[Draft]:
        """Return the accounts with their claims: the main one first, then background incidents."""
        kind = likeliest_kind(self.scores)
        if kind is None and not self.mentions:
            return []
        main = self.draft(
            "i1", main=True, kind=kind or "other", place=place_in(self.places), happened=self.happened()
        )
        drafts = [main]
        background: dict[str, Draft] = {}
        for sentence in self.page.sentences:
            told = self.background_day(sentence)
            draft = main
            if told is not None:
                key = told.moment.iso()
                if key not in background:
                    background[key] = self.draft(
                        f"i{len(background) + 2}",
                        main=False,
                        kind=likeliest_kind(text_scores(sentence.text)) or kind or "other",
                        place=self.place_of(sentence),
                        happened=told.moment,
                    )
                draft = background[key]
            self.fill(draft, sentence)
        drafts += [d for d in background.values() if d.claims]
        return drafts if main.claims or len(drafts) > 1 else self.bare(main)

    def place_of(self, sentence: Sentence) -> Place | None:
        """Return where a sentence about another incident puts it."""
        named = find_places(Page(self.report, (sentence,)))
        return place_in(named)

    def bare(self, main: Draft) -> list[Draft]:
        """Return a main account without claims only where the page plainly tells of an incident."""
        return [main] if max(self.scores.values(), default=0) >= 8 and main.account.kind != "other" else []

    def draft(
        self, key: str, *, main: bool, kind: str, place: Place | None, happened: Moment | None
    ) -> Draft:
        """Return an empty account."""
        return Draft(
            Account(
                id=account_id(self.report.id, key),
                report_id=self.report.id,
                key=key,
                main=main,
                kind=kind,
                place=place,
                happened=happened,
            )
        )

    def is_follow_up(self) -> bool:
        """True when the news is a court date, an arrest or a memorial: then the incident itself may be old."""
        head = " ".join(s.text for s in self.page.sentences if s.field == "title" or s.number < 2)
        return bool(FOLLOW_UP.search(head))

    def happened(self) -> Moment | None:
        """Return when the main incident happened: the first day told beside people's fate, else near the head."""
        with_fate = {id(m.sentence) for m in self.mentions}
        for wanted in (True, False):
            for sentence in self.page.sentences:
                if wanted and id(sentence) not in with_fate:
                    continue
                if not wanted and sentence.number > 6:
                    break
                for told in dates_told(sentence.text, self.anchor):
                    if (
                        self.report.published_at is None
                        and told.moment.start == self.anchor
                        and told.pattern in PRINTED
                    ):
                        continue
                    recent = told.moment.grain == "day" and not is_long_before(told, self.anchor)
                    if not told.aside and (
                        recent or (self.follow_up and told.pattern not in ("slashes", "short"))
                    ):
                        return told.moment
        return None

    def background_day(self, sentence: Sentence) -> Told | None:
        """Return the day that puts a sentence long before the news; None where it tells of the news itself."""
        for told in dates_told(sentence.text, self.anchor):
            if is_long_before(told, self.anchor) and told.pattern not in ("slashes", "short"):
                return None if self.follow_up and not told.aside else told
        return None

    def fill(self, draft: Draft, sentence: Sentence) -> None:
        """Add the claims of one sentence to an account."""
        for mention in (m for m in self.mentions if m.sentence is sentence):
            self.add_count(draft, mention)
            for name, start, end, code in victims_of(mention):
                self.add_fact(draft, sentence, "victim", name, code, start, end)
            suspect = suspects_of(mention)
            if suspect:
                self.add_fact(draft, sentence, "suspect", suspect[0], suspect[1], mention.start, mention.end)
        self.add_totals(draft, sentence)
        for fact in read_facts(sentence):
            self.add_read_fact(draft, fact)
        self.add_culprits(draft, sentence)
        self.add_identified(draft, sentence)

    def add_count(self, draft: Draft, mention: Mention) -> None:
        """Add one number of people, unless the same speaker has said it of the same people already."""
        speaker = (
            Speaker()
            if is_presupposed(mention)
            else self.said.speaker_at(mention.sentence, mention.trigger.i)
        )
        role = self.role_of(draft, mention)
        count = mention.group.count
        who = mention.group.words
        key = (mention.slot, count.low, count.high, role, speaker.name)
        one = count.low == count.high == 1  # two people may each be one; two numbers above one are the same
        again = mention.group.pronoun or mention.group.definite or not one
        if any(seen[:5] == key and (again or seen[5] == who) for seen in draft.seen):
            return
        draft.seen.add((*key, who))
        span = mention.sentence.span(mention.start, mention.end)
        start, end = mention.sentence.offsets(mention.group.start, mention.group.end)
        text = mention.sentence.text
        earlier = [
            m.sentence.offsets(m.start, m.end)
            for m in self.mentions
            if m.sentence is mention.sentence and m.slot == mention.slot and m is not mention
        ]
        self.add(
            draft,
            mention.slot,
            count,
            speaker,
            span,
            who=who,
            role=role,
            certainty=mention.certainty,
            polarity=polarity_at(text, start),
            standing=standing_at(text, start, end),
            part_of=part_of(text, start, end, earlier),
        )

    def add_totals(self, draft: Draft, sentence: Sentence) -> None:
        """Add figures that a total is said to stand at, unless the parsed words have told them already."""
        for slot, start, end in counts_in_total(sentence.text):
            tokens = sentence.tokens_at(start, end)
            quantity = read_quantity(sentence.text[start:end].split())
            if tokens is None or quantity is None:
                continue
            span = sentence.span(tokens.start, tokens.end)
            if any(c.slot == slot and c.value == quantity.count for c in draft.claims):
                continue
            speaker = self.said.speaker_at(sentence, tokens.start)
            standing = standing_at(sentence.text, start, end)
            self.add(
                draft,
                slot,
                quantity.count,
                speaker,
                span,
                who=span.quote,
                role="victim",
                certainty=quantity.certainty,
                polarity=polarity_at(sentence.text, start),
                standing=standing,
            )

    def role_of(self, draft: Draft, mention: Mention) -> Role:
        """Return the role, knowing the kind of incident: soldiers in a clash are combatants."""
        if mention.role == "responder" and draft.account.kind not in CONFLICTS:
            return "responder" if mention.slot == "injured" else "victim"
        if draft.account.kind in CONFLICTS and mention.slot == "detained":
            return "combatant"
        return mention.role

    def add_read_fact(self, draft: Draft, fact: Fact) -> None:
        """Add a fact that patterns found; the value's words are its span."""
        offset = fact.sentence.tokens.start_char
        tokens = fact.sentence.tokens.doc.char_span(
            offset + fact.start, offset + fact.end, alignment_mode="expand"
        )
        if tokens is None or not fact.text.strip():
            return
        self.add_fact(
            draft,
            fact.sentence,
            fact.slot,
            fact.text,
            fact.code,
            tokens.start,
            tokens.end,
            fact.certainty,
            fact.polarity,
        )

    def add_culprits(self, draft: Draft, sentence: Sentence) -> None:
        """Add suspects who are not held: at large, charged or convicted."""
        text = sentence.text
        lower = {t.lower_ for t in sentence}
        found = CULPRIT.search(text)
        if found and AT_LARGE.search(text):
            offset = sentence.tokens.start_char
            tokens = sentence.tokens.doc.char_span(
                offset + found.start(), offset + found.end(), alignment_mode="expand"
            )
            if tokens is not None:
                self.add_fact(draft, sentence, "suspect", found[0], "at-large", tokens.start, tokens.end)
        if lower & (CHARGED | CONVICTED) and not any(
            m.slot == "detained" for m in self.mentions if m.sentence is sentence
        ):
            person = next((e for e in sentence.tokens.ents if e.label_ == "PERSON"), None)
            if person is not None:
                code = "convicted" if lower & CONVICTED else "charged"
                self.add_fact(draft, sentence, "suspect", person.text, code, person.start, person.end)

    def add_identified(self, draft: Draft, sentence: Sentence) -> None:
        """Add people whom a sentence names: "identified the victim as ..."."""
        for found in IDENTIFIED.finditer(sentence.text):
            before = sentence.text[: found.start("name")].lower()
            offset = sentence.tokens.start_char
            tokens = sentence.tokens.doc.char_span(
                offset + found.start("name"), offset + found.end("name"), alignment_mode="contract"
            )
            if tokens is None:
                continue
            if re.search(r"suspect|gunman|shooter|attacker|driver", before):
                self.add_fact(draft, sentence, "suspect", tokens.text, "identified", tokens.start, tokens.end)
            else:
                dead = any(m.slot == "killed" and m.role != "attacker" for m in self.mentions)
                code = "killed" if dead else "injured"
                self.add_fact(draft, sentence, "victim", tokens.text, code, tokens.start, tokens.end)

    def add_fact(
        self,
        draft: Draft,
        sentence: Sentence,
        slot: str,
        text: str,
        code: str | None,
        start: int,
        end: int,
        certainty: str = "certain",
        polarity: str = "positive",
    ) -> None:
        """Add a fact, unless the same speaker has said it already."""
        speaker = self.said.speaker_at(sentence, start)
        key = (slot, text.lower(), code, speaker.name)
        if key in draft.seen:
            return
        draft.seen.add(key)
        span = sentence.span(start, end)
        self.add(
            draft, slot, Label(text=text, code=code), speaker, span, certainty=certainty, polarity=polarity
        )

    def add(self, draft: Draft, slot: str, value: Count | Label, speaker: Speaker, span, **more) -> None:  # type: ignore[no-untyped-def]
        """Add a claim with its id."""
        role = more.get("role")
        key = claim_id(draft.account.id, slot, value, role, speaker, span)
        if any(c.id == key for c in draft.claims):
            return
        draft.claims.append(
            Claim(
                id=key,
                account_id=draft.account.id,
                slot=slot,
                value=value,
                speaker=speaker,
                span=span,
                **more,
            )
        )


def numbered(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield mentions with "the victims" and "they" given the number last said of such people.

    A definite plural that no number stands for is left out; an indefinite one ("people were killed")
    stays two or more.
    """
    last: dict[str, Count] = {}
    single: Role = "victim"  # the part played by the one person last spoken of, for "he" and "she"
    for mention in mentions:
        group = mention.group
        if (
            group.pronoun
            and group.count.high == 1
            and mention.role == "victim"
            and mention.slot != "attackers"
        ):
            mention = replace(mention, role=single)
        elif group.count.high == 1 and not group.pronoun:
            single = mention.role
        noun = group.head.lemma_.lower()
        if group.vague and (group.definite or group.pronoun):
            count = last.get(noun) or (last.get("") if noun in LOOSE else None)
            if count is None:
                continue
            mention = replace(mention, group=replace(group, count=count))
        elif (not group.vague and group.count.low != group.count.high) or (group.count.low or 0) > 1:
            last[noun] = last[""] = group.count
        yield mention


def is_presupposed(mention: Mention) -> bool:
    """True for a fate told only to say which event is meant: "... was horrified by the attack that killed 50"."""
    token = mention.trigger
    while (
        token.dep_ in ("conj", "advcl", "xcomp", "oprd", "acomp", "amod", "dobj", "attr")
        and token.head.i != token.i
    ):
        token = token.head
    return token.dep_ in ("relcl", "acl") and token.head.lemma_.lower() in EVENTS
