"""The accounts of a report: its main incident, each of a round-up's, and those of background incidents."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import msgspec

from sayso.model import EVERYDAY_KINDS, Account, Claim, Count, Moment, Place, Span, account_id, retold
from sayso.read.counting.plain import HARM
from sayso.read.fates.bedside import has_died_in_bed, tells_life
from sayso.read.fates.things import ATTACKS, is_bare, name_of
from sayso.read.incidents.kinds import likeliest_kind, text_scores
from sayso.read.incidents.others import turns_away
from sayso.read.incidents.roundups import begun_in, incidents_told, is_about_others, others_told
from sayso.read.incidents.scope import WIDE_KINDS, Scope
from sayso.read.incidents.setting import Setting, is_of_old
from sayso.read.incidents.turns import Turns, events_told
from sayso.read.text.furniture import LINKS
from sayso.read.text.page import Page, Sentence, told_aside
from sayso.read.where.datelines import is_larger
from sayso.read.where.places import names_in
from sayso.read.where.placing import place_in
from sayso.read.where.scene import find_places

__all__ = ["Accounts", "Draft"]

# What is told of anything, and what of one who died in his bed.
OF_ANYTHING = frozenset({"victim", "motive", "cause", "time", "advice", "response"})
SOMEBODYS_ACCIDENT = {"victim", "cause"}
OF_THE_DEAD = frozenset({"killed", "hospitalised", "critical", "ill"})
ONE = Count(low=1, high=1)
# Kinds by whose words one incident is told in turn: "the shooting", and then "the murder".
KILLINGS = frozenset({"homicide", "shooting", "assassination", "execution", "stabbing", "assault"})
# What the kind of all incidents of a report counts more for one of them, of which words tell it too.
OF_THE_WHOLE = 6.0
NAME = re.compile(r"\b[A-Z][a-z]{2,}")
# What turns to one told before.
THE_ONE = re.compile(r"the (?!same (?:day|night|evening|morning|afternoon)\b)", re.IGNORECASE)
# What says that something was before.
OF_BEFORE = re.compile(
    r"\b(?:earlier|previous\w*|last|ago|since|after|another|recall\w*|(?:19|20)\d\d)\b", re.I
)
# Steps that are taken only where something has happened.
GRAVE = re.compile(
    r"\b(?:states? of\s(?:\w+\s)?(?:emergency|siege|disaster)|curfews?|martial\slaw|evacuat\w+)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Draft:
    """An account in the making, with the claims found so far."""

    account: Account
    claims: list[Claim] = field(default_factory=list)

    def strike(self, things: Iterable[Span]) -> None:
        """Add things that were hit, each once; "the building" alone is one told of before."""
        for thing in things if self.account.kind in ATTACKS else ():
            known = [name_of(other.quote) for other in self.account.hit]
            if name_of(thing.quote) not in known and not (known and is_bare(thing.quote)):
                self.account = msgspec.structs.replace(self.account, hit=(*self.account.hit, thing))


OF_WAR = frozenset({"airstrike", "shelling"})
"""Kinds of which a report on a day of war tells place by place: each is an incident."""


class Accounts:
    """Which account each sentence of a page tells; accounts are made as sentences ask for them."""

    def __init__(self, page: Page, setting: Setting, scope: Scope) -> None:
        self.page, self.report, self.setting = page, page.report, setting
        kind = setting.kind
        everyday = kind in EVERYDAY_KINDS
        self.parts = incidents_told(page) if everyday else {}
        self.listed = others_told(page) if everyday and not self.parts else {}
        self.is_about_others = is_about_others(page, self.listed)
        self.begun = begun_in(page, self.parts)
        self.turns = Turns({}, set(), {})
        if not self.parts and kind not in WIDE_KINDS:
            self.turns = events_told(page, scope)
            self.parts, self.begun = self.turns.told, self.turns.first
        self.aside = told_aside(page)
        self.background: dict[str, Draft] = {}
        self.sorts: dict[tuple[str, int], str] = {}
        self.mains: dict[int, Draft] = {}
        place = setting.place
        if self.turns.told and kind in OF_WAR and place is not None:
            place = Place(country=place.country)
        first = self.made(main=True, kind=kind, place=place, happened=setting.happened)
        first.account = msgspec.structs.replace(first.account, series=bool(self.parts))
        self.mains[0] = first

    @property
    def main(self) -> Draft:
        """The incident that the report is about; of a round-up all of them together, a series."""
        return self.mains[0]

    def told(self, *, or_plain: bool = True) -> list[Draft]:
        """Return the main account and the others that claims were found for; none where nothing is told.

        `or_plain` has words that plainly tell of an incident count, though they tell of nobody's fate.
        """
        others = [draft for number, draft in self.mains.items() if number]
        told = [self.main, *(d for d in (*others, *self.background.values()) if d.claims)]
        if self.is_of_main(told[1:]):
            self.main.claims += [retold(c, account_id=self.main.account.id) for c in told.pop().claims]
        leave_to_text(self.main, told[1:])
        return told if self.tell_of_it([c for d in told for c in d.claims], or_plain=or_plain) else []

    def is_of_main(self, others: Sequence[Draft]) -> bool:
        """True for the only other account, of no day and place, that has the people of whom the main one has none.

        "The toll might climb past 500. At least 120 were confirmed dead": not what is told later, or of before.
        """
        if len(others) != 1 or any(claim.slot in HARM for claim in self.main.claims):
            return False
        told, near = others[0].account, [self.page.at(claim.span) for claim in others[0].claims]
        is_empty = (told.place, told.happened, told.kind) == (None, None, self.main.account.kind)
        return is_empty and all(s.number < 3 and not OF_BEFORE.search(s.text) for s in near)

    def tell_of_it(self, claims: Sequence[Claim], *, or_plain: bool) -> bool:
        """True where claims tell that there was an incident, or words do so plainly.

        It takes more than what any news has (a fix is issued, an artist checks in around noon), unless the network is
        sure of what happened, and more than one who died in his bed. An obituary tells of none.
        """
        if tells_life(self.page):
            return False
        kind = self.main.account.kind
        plain, sure = self.setting.is_plain(kind), self.setting.is_sure(kind)
        own = [claim for claim in self.main.claims if is_telling(claim)]
        if own and all(claim.slot in OF_THE_DEAD and claim.value == ONE for claim in own):
            return not has_died_in_bed(self.page, plain=plain, sure=sure)
        if (plain and or_plain and not self.setting.is_mourned) or any(is_telling(claim) for claim in claims):
            return True
        return bool(claims) and (sure or {claim.slot for claim in claims} >= SOMEBODYS_ACCIDENT)

    def of(self, sentence: Sentence, *, main: bool, sure: bool = False) -> Draft:
        """Return the account that a sentence tells: a main one, unless it tells a day long before.

        What begins one of those that a round-up counts is a main one.
        Where the words are `sure`, a year alone ("who began the company in 1980") tells of no other.
        """
        if (number := self.listed.get((sentence.field, sentence.start))) is not None:
            return self.one_of_others(number)
        if sentence.aside == "history" or (sentence.aside in LINKS and not main):
            return self.one_aside(sentence)
        begins = (sentence.field, sentence.start) in self.begun and not turns_away(sentence, self.page)
        main = main or begins
        exact = (sure and sentence.aside != "archive") or sentence.number == 0
        is_old = self.setting.is_old(sentence, self.main.account.happened, only_days=exact)
        return self.main_of(sentence) if main and not is_old else self.other(sentence)

    def main_of(self, sentence: Sentence) -> Draft:
        """Return the main account that a sentence tells: the only one, or one of a round-up's."""
        number = self.parts.get((sentence.field, sentence.start), 0)
        if number not in self.mains:
            whole = self.main.account
            day = self.day_of_part(number, self.parts) or whole.happened
            place = self.place_of_part(number) if self.turns.told else whole.place
            kind = self.kind_of_part(number) if self.turns.told else whole.kind
            self.mains[number] = self.made(main=True, kind=kind, place=place, happened=day)
        return self.mains[number]

    def sentences_of(self, number: int) -> Iterator[Sentence]:
        """Yield the sentences, and pieces of sentences, on one of several places."""
        for sentence in self.page.sentences:
            for piece in self.turns.cuts.get(sentence, [sentence]):
                if self.turns.told.get((piece.field, piece.start)) == number:
                    yield piece

    def piece_at(self, sentence: Sentence, at: int) -> Sentence:
        """Return the piece of a sentence on several places in which a word of its field stands; else the sentence."""
        pieces = self.turns.cuts.get(sentence, [])
        return next((piece for piece in pieces if piece.start <= at < piece.end), sentence)

    def is_cut(self, sentence: Sentence) -> bool:
        """True for a sentence that tells of several places, each in a piece of it."""
        return sentence in self.turns.cuts

    def holding(self, claim: Claim) -> Draft:
        """Return the account that a claim is of."""
        drafts = (*self.mains.values(), *self.background.values())
        return next(draft for draft in drafts if draft.account.id == claim.account_id)

    @cached_property
    def places_of_parts(self) -> dict[int, Place]:
        """The places of several that their own sentences name; a dateline names none."""
        found: dict[int, Place] = {}
        for number in {*self.turns.told.values()} - {0}:
            own = tuple(self.sentences_of(number))
            text = " ".join(sentence.text for sentence in own)
            named = [
                m
                for m in find_places(Page(self.report, own))
                if not m.city or (m.part or m.city.name) in text
            ]
            if place := place_in(named):
                found[number] = place
        return found

    def place_of_part(self, number: int) -> Place | None:
        """Return the place of one of several; of one that names none, that of all, or its country where others name towns."""
        whole = self.main.account.place
        if number in self.places_of_parts or whole is None:
            return self.places_of_parts.get(number)
        is_told = any(place.city for place in self.places_of_parts.values())
        return Place(country=whole.country) if is_told else whole

    def kind_of_part(self, number: int) -> str:
        """Return the kind of which the sentences on one of several places tell."""
        scores = text_scores(" ".join(s.text for s in self.sentences_of(number)))
        whole = self.main.account.kind
        if whole in scores:
            scores[whole] += OF_THE_WHOLE
        return likeliest_kind(scores) or whole

    def day_of_part(self, number: int, parts: Mapping[tuple[str, int], int]) -> Moment | None:
        """Return the first day that the sentences on one incident of several tell."""
        own = (s for s in self.page.sentences if parts.get((s.field, s.start)) == number)
        return next((day for sentence in own if (day := self.setting.first_day(sentence))), None)

    def one_of_others(self, number: int) -> Draft:
        """Return the account of one of the incidents that a report lists beside its own; 0 is all of them, a series.

        Where they take up much of the text, the report is about them as well.
        """
        key = f"other {number}"
        if key not in self.background:
            whole = self.main.account
            day = self.day_of_part(number, self.listed) or whole.happened
            draft = self.made(main=self.is_about_others, kind=whole.kind, place=whole.place, happened=day)
            draft.account = msgspec.structs.replace(draft.account, series=number == 0)
            self.background[key] = draft
        return self.background[key]

    def one_aside(self, sentence: Sentence) -> Draft:
        """Return the account of the incident that a line beside the story tells of; the main one where a list has it too."""
        told = self.aside[sentence.start]
        day = next((day for s in told if (day := self.setting.first_day(s))), None)
        if day and sentence.aside == "history" and is_within(day, self.main.account.happened):
            return self.main_of(sentence)
        key = f"aside {told[0].start}"
        if key not in self.background:
            self.background[key] = self.background_of(told, day)
        return self.background[key]

    def other(self, sentence: Sentence) -> Draft:
        """Return the background account that a sentence tells of: one for each day told, and of no day one for each sort and town.

        What is told of the day of a rare incident is that incident, and so is what the first sentence tells of its day, or
        what follows on a first sentence that tells of old.
        """
        day = self.setting.first_day(sentence)
        whole = self.main.account
        rare = whole.kind not in EVERYDAY_KINDS or sentence.number == 0 or self.opens_with_old
        rare = rare and not turns_away(sentence, self.page)
        if day and is_within(day, whole.happened) and rare:
            return self.main_of(sentence)
        key = self.key_of_day(sentence, day) if day else self.key_of_sort(sentence)
        if key not in self.background:
            self.background[key] = self.background_of((sentence,), day)
        return self.background[key]

    def key_of_day(self, sentence: Sentence, day: Moment) -> str:
        """Return the key of what is told of a day: that of the same told more or less exactly, "in March 2019" and "on March 9".

        What strikes whole lands comes more than once in a year.
        """
        key = day.iso()
        if key in self.background:
            return key
        for known, draft in self.background.items():
            then = draft.account.happened if known[:1].isdigit() else None
            if then is None or not (is_within(day, then) or is_within(then, day)):
                continue
            kind, whole = draft.account.kind, self.page.at(sentence.span(0, 1))
            if kind in WIDE_KINDS or self.is_elsewhere(sentence, draft):
                continue
            if sort_of(whole.text) in ("", kind):
                if is_within(day, then):
                    draft.account = msgspec.structs.replace(draft.account, happened=day)
                return known
        return key

    def key_of_sort(self, sentence: Sentence) -> str:
        """Return the key of what is told of no day: the last of its sort, or one of its own.

        Another one is told where a sentence names another town, or turns to it: "elsewhere", "in a separate attack".
        """
        at = sentence.field, sentence.start
        if at not in self.sorts:
            sort = sort_of(sentence.text)
            known = [key for key in self.background if key.partition(" from ")[0] == sort]
            near = [key for key in known if not self.is_elsewhere(sentence, self.background[key])]
            is_new = not near or (turns_away(sentence, self.page) and not THE_ONE.match(sentence.text))
            self.sorts[at] = f"{sort} from {sentence.start}" if is_new else near[-1]
        return self.sorts[at]

    def is_elsewhere(self, sentence: Sentence, draft: Draft) -> str | None:
        """Return the town that a sentence names as its place, where that of an account is another; else None."""
        there = draft.account.place.city if draft.account.place else None
        if there is None or there in sentence.text or not NAME.search(sentence.text, 1):
            return None
        place = place_in(find_places(Page(self.report, (sentence,))))
        return place.city if place and place.city != there else None

    @cached_property
    def opens_with_old(self) -> bool:
        """True for a text whose first sentence tells only of a day long before the main incident's."""
        happened = self.main.account.happened
        first = [s for s in self.page.sentences if s.field == "text" and s.number == 0]
        days = [told.moment for s in first for told in self.setting.days(s) if not told.aside]
        return bool(days) and happened is not None and all(is_of_old(day, happened) for day in days)

    def background_of(self, told: Sequence[Sentence], day: Moment | None) -> Draft:
        """Return an empty background account of a day, of which these sentences tell."""
        kind = likeliest_kind(text_scores(" ".join(s.text for s in told))) or self.main.account.kind
        place = place_in(find_places(Page(self.report, tuple(told))))
        whole = self.main.account.place
        if (
            place
            and not place.city
            and (whole is None or whole.country != place.country)
            and not tell_land(told)
        ):
            place = None
        return self.made(main=False, kind=kind, place=place, happened=day)

    def made(self, *, main: bool, kind: str, place: Place | None, happened: Moment | None) -> Draft:
        """Return an empty account, with the next key."""
        key = f"i{len(self.mains) + len(self.background) + 1}"
        made = account_id(self.report.id, key)
        account = Account(
            id=made, report_id=self.report.id, key=key, main=main, kind=kind, place=place, happened=happened
        )
        return Draft(account)


def is_telling(claim: Claim) -> bool:
    """True for a claim that is not told of news of any sort: people hit, who did it and with what, a curfew because of it."""
    return claim.slot not in OF_ANYTHING or (
        claim.slot == "response" and bool(GRAVE.search(claim.span.quote))
    )


def leave_to_text(main: Draft, others: Sequence[Draft]) -> None:
    """Take from a main account the people of a headline whom the text tells of as those of another incident.

    "Mob burns shops after shooting kills two traders", and "in revenge for a shooting that killed two traders" beneath.
    """
    elsewhere = {people(c) for d in others for c in d.claims if c.slot in HARM and c.span.field == "text"}
    text = [c for c in main.claims if c.span.field == "text"] if elsewhere else []
    lost = elsewhere - {people(c) for c in text}
    own = {c.slot for c in text}
    main.claims = [c for c in main.claims if not (is_after(c) and c.slot in own and people(c) in lost)]


def is_after(claim: Claim) -> bool:
    """True for people of a headline that stand behind "after": "Mob burns shops after shooting kills | two traders"."""
    before = claim.span.quote.partition(claim.who or claim.span.quote)[0]
    return claim.span.field == "title" and " after " in before


def people(claim: Claim) -> tuple[str, object, str]:
    """Return what a claim says of whom, however it is written."""
    return claim.slot, claim.value, (claim.who or "").casefold()


def tell_land(told: Sequence[Sentence]) -> bool:
    """True for sentences that name a land or a state themselves: what only the outlet's address tells is its own."""
    return any(is_larger(name) for sentence in told for name, *_ in names_in(sentence))


@lru_cache(maxsize=64)
def sort_of(text: str) -> str:
    """Return the kind of incident that the words of a sentence tell; "" for none, and for killings of any kind."""
    kind = likeliest_kind(text_scores(text))
    return "" if kind is None or kind in KILLINGS else kind


def is_within(day: Moment, whole: Moment | None) -> bool:
    """True for a day of the days on which an incident happened: "last week", and then "on Feb. 3"."""
    return whole is not None and whole.start <= day.start and day.end <= whole.end
