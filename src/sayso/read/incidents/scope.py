"""Scope: whether words tell of the incident that a report is about, or of another one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sayso.read.counting.plain import by_place
from sayso.read.incidents.heads import head_of, is_back, strikes_there_too
from sayso.read.incidents.others import (
    INCIDENT,
    MORE_OF_THEM,
    OTHER_NEWS,
    is_of_another_day,
    turned,
    turns_away,
)
from sayso.read.incidents.setting import Setting, is_of_old
from sayso.read.tagging.network import Stretch
from sayso.read.text.furniture import ELSEWHERE, LINKS
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern
from sayso.read.when.olden import alone, day_of, segment_of

__all__ = ["Scope"]

# What a stretch itself says of whether it tells of the main incident, beside the mean of its sentence.
OWN_SAY = 0.4
# The chance up to which a sentence goes on with another incident that the one before it told; chosen on dev and 498
# further annotated reports.
CARRIED = 0.85
# The same where words have turned to the other incident so many sentences before: news is written a sentence a paragraph.
TURNED_LATELY, LATELY = 0.985, 4
# What tells of other incidents, and the last sentence that goes on with the first where it tells of none.
OF_BEFORE = re.compile(
    r"\b(?:had|last|previous(?:ly)?|earlier|ago|since|before|another|similar|years?|months?|weeks?|history|other|recent(?:ly)?|past|"
    r"second|series|c[ao]mes? (?:just |only |barely )?(?:\w+ ){1,3}(?:after|before)|latest|incidents|(?<!heart )attacks|shootings|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LAST_NEAR, LAST_OF_LAND = 2, 8
# Who was told of right before.
THEY = re.compile(
    r"^(?:he|she|they|both|(?:one|two|three|four|five|six|\d+|several|all|none|some) of (?:them|these))\b",
    re.IGNORECASE,
)
# What turns from another incident to yet another one of its sort.
YET_ANOTHER = re.compile(
    r"(?:yet )?another (?:\w+ )?[a-z]+|an? (?:second|third|fourth|separate|similar) ", re.IGNORECASE
)
AT = re.compile(r"\b(?:in|at|near|outside) (?:the )?(?:[a-z]+ ){0,3}?(?P<name>[A-Z][a-z]{2,})")
# What points back to the other incident told before.
THAT_ONE = re.compile(
    rf"^that (?:{INCIDENT}|one)\b|\b(?:in|of|after|during|for|behind) that {INCIDENT}\b", re.IGNORECASE
)
# What goes back from the incident of a first sentence to another one.
GOES_BACK = Pattern(
    r"\b(?:days?|weeks?|months?|years?|hours?)(?: to the day)? after\b|\bsince(?=[^,;.]{1,40}, (?:when|in which)\b)"
    r"|\b(?:yards|met(?:er|re)s|feet|miles?|km|blocks?) (?:away )?from (?:the (?:spot|place|site|corner) )?where\b|\b(?:near|at|on) the (?:same )?(?:spot|place|corner|site) where\b"
    r"|\bin (?:retaliation|revenge|reprisal) for\b|; (?=[^;]*\b(?:unrelated|separate)\b)"
    # what is done after people of one's own were killed
    r"|\b(?:attack(?:s|ed)|rampag\w+|riot(?:s|ed)|torch(?:es|ed)|retaliat(?:es|ed))\b[^.;]{0,80}? after"
    r"(?= [^,;.]{1,60}? (?:was|were|had been) (?:shot|stabbed|killed|murdered)\b[^,;.]{0,20} (?:nearby|earlier|the (?:day|night) before)\b)",
    re.IGNORECASE,
    needs="after|since|where|in re|unrelated|separate",
)
# After people hurt by what happened now, where it is that something else happened before: "killed two in Lodva, where a quake on
# Tuesday left 870 dead", "killed two on the anniversary of an attack that left 29 dead".
RECALLS = Pattern(
    r", where(?= an? (?:[\w.-]+ ){0,3}?(?:earthquake|quake|blast|explosion|bombing|attack|shooting|massacre|fire|crash|flood|storm|cyclone)"
    r" (?:on \w+day|last \w+|(?:\w+ ){1,2}(?:ago|earlier|before)|in (?:19|20)\d\d) (?:had )?(?:left|killed|claimed|wounded|injured)\b)"
    r"|\b(?:on|before|after) the (?:[\w-]+ ){0,2}anniversary of\b",
    needs=", where|anniversary of",
)
SIMILAR = re.compile(r" (?:an?|another) (?:\w+ )?(?:similar|separate|unrelated)\b| another\b", re.IGNORECASE)
# What follows from an incident: then the words go back to that one.
SEQUEL = re.compile(
    r"\b(?:died|dies|dead of|succumbed|charged|arrested|sentenced|jailed|convicted|acquitted|accused|identified|named|court|trial|pleaded|"
    r"bod(?:y|ies)|found|rescued|recovered|toll|buried|funeral|vigil|mourn\w*|survivors?|surrendered|captured|detained|freed|released)\b",
    re.IGNORECASE,
)
# A first sentence that is longer is a list of headlines.
LONGEST_LEAD = 400
# How far in words go back with which a sentence opens, and what befalls people.
LONGEST_OPENING, HARM = 20, ("killed", "injured", "casualties", "missing")
HURT = frozenset((*HARM, "hostages"))
TELLING = HURT | {"weapon"}
# What is done with who is held, and can have been done long before to him who did it.
HELD = ("detained", "suspect")
HELD_IN = re.compile(
    r"\b(?:arrested|charged|convicted|detained|jailed|sentenced|indicted|accused|pleaded guilty)\b[^.;]{0,60}?\b(?:in|on)\b[^.;,]{0,12}?(?:, )?\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# What tells of both.
BOTH = re.compile(rf"\b(?:either|both|neither|the two) (?:\w+ )?{INCIDENT}\b", re.IGNORECASE)
# Where another place is told of first.
IN_PLACE = re.compile(r"^In (?:the )?(?P<name>[A-Z][\w'’-]+)[^,;]{0,40}, ")
# What strikes many places at once, and a head that tells of several.
WIDE_KINDS = frozenset(
    "earthquake tsunami flood storm landslide wildfire volcano heat-cold epidemic riot".split()
)
PLACES = re.compile(
    r"\b(?:two|three|four|five|six|\d+|several|many|other|across|various) (?:\w+ )?"
    r"(?:villages|towns|cities|places|districts|locations|provinces|regions|states|neighbou?rhoods|sites|communities)\b",
    re.IGNORECASE,
)


def is_lead(sentence: Sentence) -> bool:
    """True for the first sentence of the text, where it is no list of headlines."""
    return sentence.number == 0 and sentence.field == "text" and len(sentence.text) < LONGEST_LEAD


def is_opening(text: str, start: int) -> bool:
    """True for words at the head of a sentence: what they go back to is told before its comma."""
    return start <= LONGEST_OPENING and "," not in text[:start]


def span_in(stretch: Stretch, sentence: Sentence) -> tuple[int, int]:
    """Return where the words of a stretch begin and end in the text of its sentence."""
    start = max(0, stretch.span.start - sentence.start)
    return start, start + len(stretch.span.quote)


class Scope:
    """Which sentences of a page tell of its main incident; `held` are the stretches of each, in reading order."""

    def __init__(
        self, page: Page, held: Mapping[Sentence | None, Sequence[Stretch]], setting: Setting
    ) -> None:
        self.page, self.held, self.setting = page, held, setting
        self.head = head_of(page)
        self.is_wide = setting.kind in WIDE_KINDS or bool(PLACES.search(self.head))
        self.follows = self.carried()

    def carried(self) -> dict[Sentence, Sentence]:
        """Return the sentences that go on with another incident, each with the one of which they do."""
        follows: dict[Sentence, Sentence] = {}
        last: Sentence | None = None
        for sentence in self.page.sentences:
            if sentence.number == 0:
                continue
            said = self.said(sentence)
            first = follows.get(last, last) if last else None
            if last and first and self.is_more(sentence, last, first, said):
                follows[sentence] = sentence if self.said(first) is None else first
                last = sentence
            else:
                last = sentence if self.begins_other(sentence, said) else None
        return follows

    def begins_other(self, sentence: Sentence, said: float | None) -> bool:
        """True for a sentence that begins to tell of another incident, or only says that others follow."""
        if said is None:
            return bool(OTHER_NEWS.fullmatch(sentence.text) or MORE_OF_THEM.match(sentence.text))
        return said < 0.5 and not self.goes_on(sentence) and sentence.aside not in ELSEWHERE

    def is_more(self, sentence: Sentence, last: Sentence, first: Sentence, said: float | None) -> bool:
        """True for a sentence that goes on with the other incident of which the last one tells, and which `first` began."""
        if self.setting.days(sentence) or turns_away(sentence, self.page) or BOTH.search(sentence.text):
            return False
        if YET_ANOTHER.match(sentence.text) and any(
            at["name"] not in first.text for at in AT.finditer(sentence.text)
        ):
            return False
        if THAT_ONE.search(sentence.text):
            return True
        beside = "\n" not in sentence.body[last.end : sentence.start]
        if (
            THEY.search(sentence.text)
            and sentence.number == last.number + 1
            and (beside or turns_away(last, self.page))
        ):
            return True
        if (
            turns_away(first, self.page)
            and sentence.number - first.number <= LATELY
            and not is_back(sentence, self.head)
        ):
            return said is None or said < TURNED_LATELY or is_of_another_day(first, self.page)
        return beside and (said is None or said < CARRIED)

    def said(self, sentence: Sentence) -> float | None:
        """Return what the words of a sentence say together of whether they tell of the main incident; None for no words."""
        beside = [s.main for s in self.held.get(sentence, ())]
        return sum(beside) / len(beside) - turned(sentence, self.page) if beside else None

    def chance(self, stretch: Stretch, sentence: Sentence) -> float:
        """Return the chance that a stretch tells of the main incident: what stands beside it has a say.

        The first sentence tells of one incident: what its surest words tell of. The text begins with the main one, up to
        words that go back from it: "killed nine on Sunday, a day after gunmen shot 12".
        """
        if sentence in self.follows or sentence.aside == "history":
            return 0.0
        if sentence.aside in LINKS and not is_back(sentence, self.head):
            return 0.0
        beside = [s.main for s in self.held.get(sentence, ())] or [stretch.main]
        if self.past(stretch, sentence):
            return 0.0
        if sentence.number == 0 and max(beside) >= 0.5:
            return max(beside)
        before = max(0, stretch.span.start - sentence.start)
        if is_lead(sentence) and not OF_BEFORE.search(sentence.text, 0, before):
            return 1.0
        chance = OWN_SAY * stretch.main + (1 - OWN_SAY) * sum(beside) / len(beside)
        return 1.0 if self.goes_on(sentence) else chance - turned(sentence, self.page)

    def past(self, stretch: Stretch, sentence: Sentence) -> Sentence | None:
        """Return the words of a sentence that tell of another incident before, for a stretch in them; None for other stretches."""
        return (
            self.gone_back(stretch, sentence)
            or self.of_old(stretch, sentence)
            or self.held_before(stretch, sentence)
        )

    def held_before(self, stretch: Stretch, sentence: Sentence) -> Sentence | None:
        """Return the sentence of an arrest or a charge that its day tells to be older than the incident; None for others."""
        happened = self.setting.happened
        if stretch.tag not in HELD or happened is None or happened.grain != "day":
            return None
        start, end = span_in(stretch, sentence)
        last = segment_of(sentence.text, start, end)[1]
        done = HELD_IN.search(sentence.text, end, last)
        days = [
            day.moment for day in self.setting.days(sentence) if done and done.start() <= day.start < last
        ]
        is_older = days and all(is_of_old(day, happened) for day in days)
        return replace(sentence, number=max(1, sentence.number)) if is_older else None

    def of_old(self, stretch: Stretch, sentence: Sentence) -> Sentence | None:
        """Return the words that tell an old day beside a stretch, where something else is told of the main incident's."""
        start = max(0, stretch.span.start - sentence.start)
        days, happened = self.setting.days(sentence), self.setting.happened
        if not days or happened is None or happened.grain == "year" or sentence.aside in ELSEWHERE:
            return None
        if not any(is_of_old(day.moment, happened) for day in days):
            return None
        told = day_of(sentence.text, start, start + len(stretch.span.quote), days)
        if told is None or not is_of_old(told.moment, happened):
            return None
        if not self.has_own:
            return None
        first, last = alone(sentence.text, told, days)
        return replace(sentence, text=sentence.text[first:last], start=sentence.start + first, number=1)

    @cached_property
    def has_own(self) -> bool:
        """True where the report tells a day of its own, or its head tells of people hurt of whom no old day is told."""
        happened = self.setting.happened
        if happened is not None and happened.grain == "day":
            return True
        return any(
            stretch.tag in HARM and not self.is_dated(stretch, sentence)
            for sentence, held in self.held.items()
            if sentence and sentence.number < LAST_NEAR
            for stretch in held
        )

    def is_dated(self, stretch: Stretch, sentence: Sentence) -> bool:
        """True for a stretch beside which a day is told."""
        start = max(0, stretch.span.start - sentence.start)
        days = self.setting.days(sentence)
        return day_of(sentence.text, start, start + len(stretch.span.quote), days) is not None

    def gone_back(self, stretch: Stretch, sentence: Sentence) -> Sentence | None:
        """Return the end of a first sentence that goes back to another incident, for a stretch in it; None for other stretches.

        What is surely of the main incident stays with it.
        """
        found = GOES_BACK.search(sentence.text) if sentence.number == 0 else None
        if not found and (recalled := RECALLS.search(sentence.text)):
            hurt = [s.span.start - sentence.start for s in self.held.get(sentence, ()) if s.tag in HARM]
            found = recalled if min(hurt, default=len(sentence.text)) < recalled.start() else None
        at = found.end() if found else 0
        if not found or stretch.span.start - sentence.start < at:
            return None
        is_same = found[0].endswith("after") and SEQUEL.search(sentence.text, 0, found.start())
        comma = sentence.text.find(", ", at) if is_opening(sentence.text, found.start()) else -1
        if comma > 0 and (
            stretch.span.start > sentence.start + comma or not self.is_hurt_behind(sentence, comma)
        ):
            return None
        is_told = found[0] != "; " and not found[0].endswith("where") and stretch.main >= CARRIED
        if is_told or (is_same and not SIMILAR.match(sentence.text, at)):
            return None
        words = sentence.text[at : comma if comma > 0 else None]
        return replace(sentence, text=words, start=sentence.start + at, number=1)

    def is_hurt_behind(self, sentence: Sentence, comma: int) -> bool:
        """True where a sentence tells of people hurt behind a comma."""
        held = self.held.get(sentence, ())
        return any(s.tag in HARM and s.span.start > sentence.start + comma for s in held)

    def is_main(self, sentence: Sentence, at: int | None = None) -> bool:
        """True for a sentence, or for its words at `at`, that tell of the main incident, or of which nothing else is known."""
        if sentence in self.follows:
            return False
        beside = [stretch.main for stretch in self.held.get(sentence, ())]
        return (
            self.goes_on(sentence)
            or not beside
            or (
                is_lead(sentence)
                and not OF_BEFORE.search(sentence.text, 0, len(sentence.text) if at is None else at)
            )
            or max(beside) - turned(sentence, self.page) >= 0.5
        )

    def hurts(self, sentence: Sentence) -> bool:
        """True for a sentence that tells of people killed, hurt or missing."""
        return any(stretch.tag in TELLING for stretch in self.held.get(sentence, ()))

    def people_hurt(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return where a sentence counts people killed, hurt, missing or taken, several of them, but for those who did it."""
        people = [s for s in self.held.get(sentence, ()) if s.tag in HURT and s.role != "attacker"]
        told = {span_in(s, sentence): not self.past(s, sentence) for s in people}
        elsewhere = {at: is_now for (_, end), is_now in told.items() for at in by_place(sentence.text, end)}
        told |= {
            at: is_now
            for at, is_now in elsewhere.items()
            if not any(a < at[1] and at[0] < b for a, b in told)
        }
        return sorted(at for at, is_now in told.items() if is_now) if len(told) > 1 else []

    def is_sure(self, sentence: Sentence) -> bool:
        """True for a sentence whose words surely tell of the main incident."""
        said = self.said(sentence)
        return said is not None and said >= CARRIED

    def strikes_place_in(self, sentence: Sentence) -> bool:
        """True for a sentence that begins with a place where the quake, flood or storm of the head hurts people: "In Van, two died"."""
        if not (
            self.is_wide and IN_PLACE.match(sentence.text) and strikes_there_too(sentence.text, self.head)
        ):
            return False
        return any(stretch.tag in HARM for stretch in self.held.get(sentence, ()))

    def goes_on(self, sentence: Sentence) -> bool:
        """True for a sentence near the head that goes on with the first: it tells no day, no place and nothing of before.

        Of a quake or a flood a few more do: they tell place by place whom it killed.
        """
        last = LAST_OF_LAND if self.strikes_place_in(sentence) else LAST_NEAR
        is_near = sentence.field == "text" and 0 < sentence.number <= last
        if not is_near or OF_BEFORE.search(sentence.text) or turns_away(sentence, self.page):
            return False
        place = None if self.is_wide else IN_PLACE.match(sentence.text)
        return not (place and place["name"] not in self.head) and not self.setting.days(sentence)
