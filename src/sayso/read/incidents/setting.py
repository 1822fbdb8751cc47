"""The setting of a report's main incident: of what kind it is, where and on which day it happened."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from sayso.model import Moment, Place
from sayso.read.incidents.heads import own_story
from sayso.read.incidents.intent import is_hoax, kinds_ruled_out
from sayso.read.incidents.kinds import kills_official, kind_scores
from sayso.read.tagging.network import Network, Tagged, pieces_of
from sayso.read.text.page import DATELINE, Page, Sentence
from sayso.read.when.aftermath import is_mourned
from sayso.read.when.anchors import anchor_of
from sayso.read.when.dates import Told, dates_told
from sayso.read.when.dating import (
    LONG_BEFORE,
    HeadDay,
    before_sequel,
    came_after,
    fresh_day,
    only_day,
    only_year,
)
from sayso.read.when.olden import without_background
from sayso.read.where.places import weight_of
from sayso.read.where.placing import place_in
from sayso.read.where.scene import find_places, town_of_headline
from sayso.read.where.spotted import spotted

__all__ = ["Setting", "is_of_old"]

# How sure the network must be of a day; chosen as those of drafts.py.
LIKELY_DAY = 0.4
# The first sentences, in which a report of a day tells at what hour it was.
TOLD_FIRST = 6
# What a month or a year counts beside a day.
EXACT = {"month": 0.5, "year": 0.25}
# What the day of a dateline counts beside one that is told: it is that of the writing.
FILED = 0.25
# What a day of saying or arresting counts, which the network can take for the incident's.
ASIDE = 0.25
# The score from which words alone tell a kind; set by judgement.
PLAINLY = 8.0
# How sure the network must be of a kind of which no word tells, of those that are left where it is no deed.
SURE_OF_KIND = 0.5
# How sure it must be of one that only an hour, a cause or a step taken tells of; nobody's incident reaches 0.8 where no word
# tells its kind (dev and train of ecbplus, annotated reports).
SURE_OF_INCIDENT = 0.8
# Kinds by which somebody is killed, of which an assassination is one.
OF_PERSONS = frozenset({"shooting", "homicide", "stabbing"})
# Of those who are free again, the taking need not be of this month either.
OF_CAPTIVES = frozenset({"abduction", "hostage-taking"})
SINCE_FREE = re.compile(
    r"\b(?:fre(?:e|es|ed|eing)|releas(?:e|es|ed|ing)|hand(?:ed|s)? over|reunited|back home|ransomed)\b",
    re.IGNORECASE,
)
# What comes to court, or is remembered: published today, it need not be of this month.
LATER = re.compile(
    r"\b(?:trial|plead\w*|sentenc\w+|convict\w*|verdict|guilty|jury|court|judge|charge[sd]?|accused|anniversary|plea|years? (?:ago|after|later|since|today)|years on[,:]|inquest|"
    r"indict\w*|extradit\w+|remember\w*|hearing|lawsuit|parole|appeal|memorial|second suspect)\b",
    re.IGNORECASE,
)
# A street, where nobody is tried: "in the 900 block of Elm Court", "on 134th Court".
STREET = re.compile(
    r"\b(?:block of|\d+(?:st|nd|rd|th)|on (?!Supreme|Crown|High|District|Federal|Superior|County|Circuit)(?=[A-Z]))"
    r"(?: ?[A-Z\d][\w.'’]*){0,3} Court\b"
)


class Setting:
    """What network and words together tell of the main incident of one page."""

    def __init__(self, page: Page, told: Tagged, network: Network) -> None:
        self.page, self.own, self.report, self.told, self.network = (
            page,
            own_story(page),
            page.report,
            told,
            network,
        )
        self.heads = [s for s in page.sentences if s.field == "title" or s.number < 2]
        self.head = " ".join(s.text for s in self.heads)
        line = DATELINE.match(page.report.text)
        self.filed = line.end() if line else 0
        self.scores, self.is_hoax = kind_scores(self.own), is_hoax(self.own)
        self.told_days: dict[tuple[str, int, str], list[Told]] = {}

    @cached_property
    def kind(self) -> str:
        """The kind that network and words together hold likeliest; to kill an official is an assassination.

        What goes wrong by itself is no deed, and a bomb that was none no bombing; what it is then, words must tell, or
        the network be sure of.
        """
        if self.is_hoax:
            return "other"
        likeliest = self.likeliest_of(self.told.kinds)
        ruled_out = kinds_ruled_out(self.own)
        if likeliest in ruled_out:
            left = {kind: chance for kind, chance in self.told.kinds.items() if kind not in ruled_out}
            whole = sum(left.values()) or 1.0
            left = {kind: chance / whole for kind, chance in left.items()}
            likeliest = self.likeliest_of(left)
            if not self.scores.get(likeliest) and left[likeliest] < SURE_OF_KIND:
                return "other"
        head = [s.text for s in self.page.sentences if s.number == 0]
        is_it = likeliest in OF_PERSONS and any(kills_official(words) for words in head)
        return "assassination" if is_it else likeliest

    def likeliest_of(self, chances: Mapping[str, float]) -> str:
        """Return the kind that the network's chances and the words together hold likeliest."""
        total = sum(self.scores.values()) or 1.0
        return max(chances, key=lambda kind: chances[kind] + self.scores.get(kind, 0.0) / total)

    def is_plain(self, kind: str) -> bool:
        """True when the words plainly tell of an incident of a kind, though of nobody's fate."""
        return kind != "other" and self.scores.get(kind, 0.0) >= PLAINLY

    def is_sure(self, kind: str) -> bool:
        """True when the network is sure that an incident of a kind is told of."""
        chances = self.told.kinds
        return kind != "other" and chances[kind] >= SURE_OF_INCIDENT * sum(chances.values())

    @cached_property
    def is_later(self) -> bool:
        """True for what comes to court, or is remembered."""
        return self.is_mourned or LATER.search(STREET.sub("", self.head)) is not None

    @cached_property
    def is_mourned(self) -> bool:
        """True for a report on a funeral, a vigil or the like, at which nothing happened."""
        return is_mourned(self.head)

    @cached_property
    def anchor(self) -> date | None:
        """The day from which "Tuesday" counts, where it happened."""
        return anchor_of(self.report, self.place.longitude if self.place else None)

    @cached_property
    def place(self) -> Place | None:
        """Where the main incident happened; fresh news does not tell it in sentences on days long before."""
        told_at = self.report.published_at
        fresh = without_background(self.own, told_at.date()) if told_at and not self.is_later else self.own
        is_cut = len(fresh.sentences) < len(self.own.sentences)
        return self.place_of(fresh) or (self.place_of(self.own) if is_cut else None)

    def place_of(self, page: Page) -> Place | None:
        """Return where it happened, as the sentences of a page tell; of no town, that with which the headline begins."""
        named = [*spotted(self.page, page, self.told)]
        place = place_in(find_places(page, named))
        town = town_of_headline(page) if place is None or place.city is None else None
        return place_in(find_places(page, [*named, town])) if town else place

    @cached_property
    def happened(self) -> Moment | None:
        """The day that the network holds likeliest to be the main incident's; None for none.

        Fresh news that tells no day is of the month in which it was published, or of its dateline; of what comes
        to court, or is remembered, nothing is known without one, or without the year of the deed.
        """
        later = self.is_later
        fresh = self.anchor is not None and not later
        days = self.head_days()
        day = self.likeliest_day(fresh=fresh)
        earlier = before_sequel(days, self.anchor) if self.anchor else None
        if earlier and (day is None or earlier.end < day.start):
            return earlier
        if day:
            return day
        heads = [s.text for s in self.own.sentences[:TOLD_FIRST]] if self.report.published_at else []
        only = only_day(days, self.anchor, by_another=not fresh) if self.anchor else None
        year = only_year(days) if later or any(day.told.late for day in days) else None
        is_release = self.kind in OF_CAPTIVES and SINCE_FREE.search(self.head)
        return (
            only
            or year
            or (fresh_day(self.anchor, heads) if self.anchor and fresh and not is_release else None)
        )

    def likeliest_day(self, *, fresh: bool) -> Moment | None:
        """Return the day that the network holds likeliest; None for none, and for one on which only what followed was done."""
        weights: dict[str, float] = defaultdict(float)
        moments: dict[str, Moment] = {}
        exact: set[str] = set()
        for sentence in self.own.sentences:
            for told in self.days(sentence):
                if (
                    not (fresh and self.is_past(told.moment))
                    and not came_after(sentence.text, told)
                    and (chance := self.chance(sentence, told)) > LIKELY_DAY
                ):
                    moments.setdefault(told.moment.iso(), told.moment)
                    exact |= set() if told.late else {told.moment.iso()}
                    filed = sentence.field == "text" and sentence.start + told.start < self.filed
                    weights[told.moment.iso()] += (
                        chance
                        * weight_of(sentence)
                        * EXACT.get(told.moment.grain, 1.0)
                        * (FILED if filed else 1.0)
                        * (ASIDE if told.aside else 1.0)
                    )
        within = self.of_told_month(moments) or weights
        day = max(within, key=lambda day: weights[day], default=None)
        return moments[day] if day in exact else None

    def of_told_month(self, moments: Mapping[str, Moment]) -> list[str]:
        """Return which moments are days of last month, where the head tells that it was done then, and no day of it.

        "Shot by accident last month", and then "it happened on Feb. 3".
        """
        heads = [d for d in self.head_days() if d.is_deed]
        if any(d.told.moment.grain == "day" for d in heads):
            return []
        months = [d.told.moment for d in heads if d.told.pattern == "last_month"]
        days = [day for day, moment in moments.items() if moment.grain == "day"]
        return [
            d for d in days if any(m.start <= moments[d].start and moments[d].end <= m.end for m in months)
        ]

    def head_days(self) -> list[HeadDay]:
        """Return the days that the head of the report tells."""
        return [
            HeadDay(
                s.text,
                told,
                in_line=s.field == "text" and s.start + told.start < self.filed,
                behind=s.number > 0,
            )
            for s in self.heads
            for told in self.days(s)
        ]

    def is_past(self, moment: Moment) -> bool:
        """True for a month or year that was long over when the report was written."""
        return (
            self.anchor is not None
            and moment.grain in ("month", "year")
            and (self.anchor - moment.end).days > LONG_BEFORE
        )

    def chance(self, sentence: Sentence, told: Told) -> float:
        """Return the chance that a day told in a sentence is the main incident's."""
        start, end = sentence.start + told.start, sentence.start + told.end
        for window, hidden in self.told.states:
            pieces = pieces_of(window, sentence.field, start, end)
            if pieces:
                return self.network.is_day(hidden, pieces)
        return 0.0

    def days(self, sentence: Sentence) -> list[Told]:
        """Return the days that a sentence tells."""
        place = (sentence.field, sentence.start, sentence.text)
        if place not in self.told_days:
            self.told_days[place] = list(dates_told(sentence.text, self.anchor))
        return self.told_days[place]

    def first_day(self, sentence: Sentence) -> Moment | None:
        """Return the first day that a sentence tells of an incident."""
        return next((told.moment for told in self.days(sentence) if not told.aside), None)

    def is_old(self, sentence: Sentence, happened: Moment | None, *, only_days: bool = False) -> bool:
        """True when a sentence tells a day long before the main incident's: then it tells of another."""
        if happened is None or happened.grain not in ("day", "month"):
            return False
        told = [t.moment for t in self.days(sentence) if not t.aside]
        if only_days and any(moment.grain != "day" for moment in told):
            return False
        return bool(told) and all(is_long_before(moment, happened) for moment in told)


def is_long_before(moment: Moment, happened: Moment) -> bool:
    """True for a time so long before a day that what is told of it is another incident."""
    return (happened.start - moment.end).days > LONG_BEFORE


def is_of_old(moment: Moment, happened: Moment) -> bool:
    """True for a time long before an incident, or a year that was over on the day of it."""
    is_over = moment.grain == "year" and happened.grain == "day" and moment.end < happened.start
    return is_over or is_long_before(moment, happened)
