"""Turns: where a report on several attacks or accidents of one day or weekend turns from one to the next.

Round-ups of one city, which tell of streets and hours, are those of `sayso.read.incidents.roundups`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.read.counting.plain import NUMBER as PEOPLE
from sayso.read.incidents.roundups import AS_ONE, NUMBER
from sayso.read.incidents.scope import Scope
from sayso.read.text.calendar import MONTH_NAMES, WEEKDAY
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["events_told"]

EVENTS = (
    "(?:attacks|bombings|bombs|blasts|explosions|(?:air ?)?strikes|raids|ambushes|clashes|assaults|assassinations|killings|murders|"
    "shootings|stabbings|crashes|accidents|collisions|fires|drownings|incidents|events|kidnappings|abductions|robberies|derailments)"
)
PLACES = "(?:regions|provinces|cities|towns|states|countries|oblasts|departments|governorates|fronts)"
# What says at the head of a report that it tells of several: "bombs in four cities", "a day of carnage".
SEVERAL = re.compile(
    rf"\b{NUMBER}(?: of)?(?: (?!(?:the|in|on|at|by|after|and|of)\b)[\w-]+){{0,2}} (?!bombs){EVENTS}\b|\b(?:series|wave|spate|string|rash|spree) of (?:[\w-]+ ){{0,3}}{EVENTS}\b"
    rf"|\b(?:in|on|across|of|through(?:out)?) (?:at least |all )?{NUMBER}(?: [\w-]+){{0,2}} {PLACES}\b"
    rf"|\b{EVENTS} (?:across|around|throughout)\b"
    r"|\b(?:bloody|black|violent|deadly|bloodiest|blackest|worst|deadliest|most violent) (?:\w+ ){0,2}?(?:weekend|night)s?\b"
    r"|\b(?:weekend|night|day) of (?:\w+ )?(?:blood(?:shed)?|carnage|violence|terror|bombings|mayhem)\b|\b(?:blotter|briefs?|round-?up)\b|\b(?:police|sheriff['’]s|crime|fire|incident) (?:log|calls|notes|beat)\b",
    re.IGNORECASE,
)
# What stands before others than those that are told.
OF_OTHERS = re.compile(
    r"\b(?:latest|last|newest|most recent|after|following|follow(?:s|ed)?|amid|since|despite|one of|part of|previous|earlier|recent|similar)\b(?: [\w-]+){0,3} ?$",
    re.IGNORECASE,
)
# The same, where it tells how many were killed or hurt.
OF_A_TIME = re.compile(
    r"\b(?:over|at|this|last|during|within|in) (?:the |a )?(?:\w+ )?(?:weekend|(?:past|last|previous|same) (?:day|night|24 hours))\b"
    r"|\bacross (?:the (?:country|province|state|nation)|(?-i:[A-Z])\w+)\b",
    re.IGNORECASE,
)
TOLL = re.compile(
    rf"\b{PEOPLE}\b(?!-year)(?: [\w'’-]+){{0,6}} (?:killed|dead|died|die|shot|slain|wounded|injured|lives)\b",
    re.IGNORECASE,
)
# What is done or happens where somebody is hurt.
DEED = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|die[sd]?|dying|dead|wound(?:ed|ing)|injur(?:ed|ing)|hurt|shot|stabbed|slain|gunned|fired|explode[sd]?|detonated|went off|"
    r"bl[eo]wn? (?:up|\w+sel\w+ up)|ambushed|attacked|abducted|kidnapped|captured|stormed|raided|riddled|sprayed|torched|burn(?:ed|t)|beheaded|bombed|"
    r"murdered|assassinated|crashed|drowned|collided|overturned|rolled|derailed|robbed|struck|hit|destroyed|executed|crushed|perished|to (?:his|her|their) deaths?|lost (?:his|her|their) (?:life|lives))\b",
    re.IGNORECASE,
)
# People or a thing that have not been told of yet.
NEW = re.compile(
    rf"\b(?:(?:an?|another|one|{NUMBER}|{PEOPLE}) (?!\w*(?:statement|communiqu|interview|letter|call|conference|report))[\w-]{{3,}}|gunm[ae]n|militants|rebels|guerrillas|insurgents|unidentified|unknown|suspected)\b",
    re.IGNORECASE,
)
# Names of places, as words before them tell.
DAYS = "|".join((WEEKDAY, *map(str.capitalize, MONTH_NAMES)))
PLACE = re.compile(
    rf"(?:\b(?i:in|at|near|outside|around|on|off|between|inside)\b (?:the )?(?:(?!hospital|clinic|custody|court|prison)[a-z][\w'’-]* ){{0,4}}?|['’]s )(?P<name>(?!(?:{DAYS})\b|[A-Z]{{2,5}}\b)[A-Z][\w'’-]{{2,}}(?: [A-Z][\w'’-]+){{0,2}})"
    r"(?! (?:[Hh]ospital|Medical))"
)
# A place in front of what is told of it: "in Tarn, a soldier was stabbed"; and what parts clauses.
IN_FRONT = re.compile(
    rf"(?:^|[;,] (?:and |while )?)(?i:in|at|near|outside) (?:the )?(?:[a-z][\w'’-]* ){{0,3}}?(?P<name>(?!(?:{DAYS})\b)[A-Z][\w'’-]{{2,}}(?: [A-Z][\w'’-]+){{0,2}}),? (?=[^,;]*$)"
)
JOINT = re.compile(r"[^;,]{0,30}?(?:; (?:and |while )?|,? (?:and|while|as) |, )", re.IGNORECASE)
# What goes back to others: "a day after gunmen shot 12 in Harnai".
BACK = re.compile(
    r"\b(?:after|before|since|ago|last|previous(?:ly)?|earlier|following|when|where|had)\b", re.IGNORECASE
)
# Where somebody is who was hurt elsewhere.
IN_HOSPITAL = re.compile(
    r"\b(?:in|at|to) (?:an? |the |his |her )?(?:\w+ )?(?:hospitals?|clinic|custody)\b", re.IGNORECASE
)
# What tells of several before the people of the first.
MANY = re.compile(rf"\b{EVENTS}\b", re.IGNORECASE)
# What opens the next one inside a paragraph.
OPENS = re.compile(
    rf"(?:also |and |but |then )?(?:in|at|near|outside|on) (?:the )?(?:[\w'’-]+ ){{0,4}}?(?-i:[A-Z])"
    r"|(?:elsewhere|meanwhile|separately|also|another|earlier|later|yet another)\b|in (?:an?|another|yet another|the) |the same (?:day|night|evening|morning)\b"
    r"|(?:[\w'-]+ ){0,4}(?:hours?|minutes|day|night) (?:or so )?(?:later|earlier|before)\b"
    r"|(?:the|an?) (?:\w+ )?(?:first|second|third|fourth|fifth|sixth|last|remaining|final|worst|deadliest|bloodiest|heaviest|biggest|most \w+|other|next|latest)\b"
    rf"|(?:{NUMBER}|\d{{1,3}}) (?:more|others?)\b"
    r"|(?:first|second|third|fourth|fifth|sixth|finally)[:,]",
    re.IGNORECASE,
)
# Which of them a report calls one: "the deadliest attack was in Hilla", "in the first incident,".
ONE_OF_THEM = Pattern(
    r"\b(?:the|in the) (?:first|worst|deadliest|bloodiest|heaviest|biggest|gravest|most (?:serious|violent)) (?:incident|attack|blast|bombing|crash|"
    r"shooting|clash|accident|explosion|raid|ambush|fire)(?: (?:was|came|occurred|happened|took place)\b|,)",
    re.IGNORECASE,
    needs="the first|worst|deadliest|bloodiest|heaviest|biggest|gravest|most serious|most violent",
)
# A line or a word that stands above one of them: "PLATEAU.", "BIE PROVINCE: On 22 July", "Fatal crash"; or an hour before it.
HEADING = re.compile(
    r"[•■*-]? ?(?P<name>[A-Z][\w'’-]+(?: [\w'’-]+){0,3}|(?P<hour>\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|\d\d?[:.]\d\d))[.:]?"
)
INLINE = re.compile(r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}): ")
# What tells of all of them.
OF_ALL = re.compile(
    rf"\b(?:the|these|those|all|both|such|any of the|which) (?:[\w-]+ ){{0,2}}{EVENTS}\b|\b(?:this year|so far|to date|last year|in all|in total|altogether)\b",
    re.IGNORECASE,
)
# What tells of others before.
OF_BEFORE = re.compile(r"\b(?:last|previous(?:ly)?|ago|years?|months?|weeks?|(?:19|20)\d\d)\b", re.IGNORECASE)
LAST_HEAD, LONGEST_HEADING = 2, 40


class Turns(NamedTuple):
    """How a page turns from one incident to the next.

    `told` is which of several incidents, each at its own place, a sentence (field, start) tells of: 1, 2, ...; 0 is all of
    them. `first` are the sentences that turn to one, and `cuts` the pieces of those that tell several.
    """

    told: dict[tuple[str, int], int]
    first: set[tuple[str, int]]
    cuts: dict[Sentence, list[Sentence]]


def events_told(page: Page, scope: Scope) -> Turns:
    """Return how a page turns from one incident to the next.

    Nothing for a report whose head does not say that it tells of several, or that then turns to one place only.
    """
    head = [s for s in page.sentences if s.field == "title" or s.number < LAST_HEAD]
    turns = Turns({}, set(), {})
    places: dict[str, int] = {}
    if any(AS_ONE.search(s.text) for s in head):
        return turns
    for sentence in head:
        turns.cuts.update(cut(sentence, scope, turns, places))
    if not (turns.cuts or tells_several([s.text for s in head], page)):
        return turns
    for sentence in page.sentences:
        if sentence.number >= LAST_HEAD and scope.is_main(sentence):
            turns.cuts.update(cut(sentence, scope, turns, places))
    follow(page, scope, turns, places)
    hurting = {turns.told[s.field, s.start] for s in page.sentences if scope.hurts(s)}
    hurting |= {turns.told[piece.field, piece.start] for pieces in turns.cuts.values() for piece in pieces}
    if len(hurting - {0}) < 2:
        return Turns({}, set(), {})
    return turns._replace(told={place: n if n in hurting else 0 for place, n in turns.told.items()})


def follow(page: Page, scope: Scope, turns: Turns, places: dict[str, int]) -> None:
    """Add to `turns` of which incident each sentence tells; `places` are those of the incidents told."""
    number, end, before = 0, 0, ""
    last: Sentence | None = None
    for sentence in page.sentences:
        at = sentence.field, sentence.start
        if sentence.field == "text":
            fresh = not end or "\n" in sentence.body[end : sentence.start]
            heading = heading_of(last) if last else ""
            name = turned_to(sentence, before, heading, places, fresh=fresh) if sentence.number else None
            of_now = not OF_BEFORE.search(sentence.text)
            if name and (of_now or scope.is_main(sentence)):
                number = places.setdefault(name, len(places) + 1)
                turns.first.add(at)
                if last and heading:
                    turns.told[last.field, last.start] = number
            elif of_now and not fresh and last and (last.field, last.start) in turns.first:
                turns.first.add(at)
            before += " " + sentence.text if sentence.number else ""
            end, last = sentence.end, sentence
        is_one = sentence.field == "text" and not OF_ALL.search(sentence.text)
        turns.told.setdefault(at, number if is_one and sentence not in turns.cuts else 0)


def cut(
    sentence: Sentence, scope: Scope, turns: Turns, places: dict[str, int]
) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Yield a sentence that tells of people of several places with its pieces, which are added to `turns`.

    "Attacks killed four in Lodva, two in Mirsk": not where one thing struck both places.
    """
    pieces = [*pieces_of(sentence.text, scope.people_hurt(sentence))]
    names = {name for name, *_ in pieces}
    one_in_another = any(name in other for name in names for other in names if name != other)
    if len(names) < 2 or one_in_another or not are_several(sentence.text, pieces):
        return
    made = []
    for name, start, end, _ in pieces:
        made.append(replace(sentence, text=sentence.text[start:end], start=sentence.start + start))
        at = sentence.field, sentence.start + start
        turns.told[at] = places.setdefault(name, len(places) + 1)
        if sentence.number < LAST_HEAD:
            turns.first.add(at)
    yield sentence, made


def pieces_of(text: str, people: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """Yield the pieces of a sentence that tell of people (start, end) at one place each: its name, start, end and first people."""
    start, first = 0, None
    for (at, end), behind in zip(people, [*people[1:], (len(text), len(text))], strict=False):
        first = at if first is None else first
        front = IN_FRONT.search(text, start, at)
        place = front or PLACE.search(text, end, behind[0])
        if place is None:
            if (colon := text.find(": ", end, behind[0])) > 0:  # all of them, and then each
                start, first = colon + 2, None
            continue
        last = text.find(",", end, behind[0]) if front and behind[0] < len(text) else place.end()
        yield place["name"], start, len(text) if behind[0] == len(text) else max(last, end), first
        start, first = max(last, end), None


def are_several(text: str, pieces: Sequence[tuple[str, int, int, int]]) -> bool:
    """True for pieces of a sentence that are several incidents: it calls them so, or tells of each in a clause of its own."""
    if MANY.search(text, 0, pieces[0][3]):
        return True
    own = []
    for _, start, end, first in pieces[1:]:
        deed = DEED.search(text, start, end)
        joint = JOINT.match(text, start)
        is_new = deed and joint and (first < deed.start() or NEW.search(text, joint.end(), deed.start()))
        own.append(
            bool(is_new) and not (BACK.search(text, start, first) or IN_HOSPITAL.search(text, start, end))
        )
    return all(own) and DEED.search(text, 0, pieces[0][2]) is not None


def tells_several(head: Sequence[str], page: Page) -> bool:
    """True for a report that says of several incidents that it tells them."""
    for words in head:
        if any(not OF_OTHERS.search(words, 0, found.start()) for found in SEVERAL.finditer(words)):
            return True
        if OF_A_TIME.search(words) and TOLL.search(words):
            return True
    return any(ONE_OF_THEM.search(sentence.text) for sentence in page.sentences)


def heading_of(sentence: Sentence) -> str:
    """Return the words of a sentence that stands above what follows; "" for others."""
    found = HEADING.fullmatch(sentence.text) if len(sentence.text) < LONGEST_HEADING else None
    above = found and (
        found["name"].isupper() or found["hour"] or "\n" in sentence.body[sentence.end : sentence.end + 2]
    )
    opens = "\n" in sentence.body[max(0, sentence.start - 2) : sentence.start] or not sentence.start
    return found["name"] if found and above and opens else ""


def turned_to(
    sentence: Sentence, before: str, heading: str, places: Collection[str], *, fresh: bool
) -> str | None:
    """Return the place, or heading, to which a sentence turns with another incident; None for none."""
    text = sentence.text
    if (
        not (fresh or heading or OPENS.match(text))
        or not (DEED.search(text) or ONE_OF_THEM.search(text))
        or not NEW.search(text)
    ):
        return None
    if heading:
        return heading
    if fresh and (inline := INLINE.match(text)):
        return inline["name"]
    names = [found["name"] for found in PLACE.finditer(text)]
    return next((name for name in names if name in places or name not in before), None)
