"""The names of places that sentences hold; what they mean is `sayso.read.where.placing`."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.read.text.calendar import DAYS, MONTH_NAMES, WEEKDAY
from sayso.read.text.page import Sentence
from sayso.read.text.patterns import Pattern
from sayso.read.text.slips import common_words
from sayso.read.where.datelines import in_mixed_case, is_larger
from sayso.read.where.gazetteer import cities_named, countries, demonyms, plain, regions, states
from sayso.read.where.lands import (
    AS_LAND,
    CARED_FOR,
    FIRST_WORDS,
    HOME_IN,
    IN_COURT,
    NO_LAND,
    NO_SETTLEMENT,
    NO_TOWN_AFTER,
    OF_CARE,
    SPEAKS,
    WATERS,
    counties_in,
    land_of_region,
    lands_in,
    worth,
)
from sayso.read.where.placing import CITY_STATES
from sayso.read.where.votes import METROPOLIS, written_out

__all__ = [
    "BEFORE_NAME",
    "IN_REGION",
    "OF_REGION",
    "full_name",
    "is_word",
    "longest_known",
    "names_in",
    "towns_in",
    "weight_of",
]

NAME = r"[A-Z][\w‘'’.-]*(?: (?:of|de|la|los|las|el|del|San|St\.|upon|on|‘?[A-Z][\w‘'’-]*))*"
A_NAME = re.compile(NAME)
LARGER = {*states(), *countries()} - demonyms()
LARGER |= {name.upper() for name in LARGER if len(name) > 4}
LARGER_NAMES = "|".join(re.escape(s) for s in sorted(LARGER, key=len, reverse=True))
IN_STATE = re.compile(rf"\b({NAME})(?: ?, ?| \()({LARGER_NAMES})(?![\w])")
# A town, its province and its country: "Banjar, Himachal Pradesh, India".
LAND_NAMES = "|".join(
    re.escape(s) for s in sorted({*countries()} - demonyms() - {*states()}, key=len, reverse=True)
)
IN_LAND = re.compile(rf"\b({NAME}), {NAME}, ({LAND_NAMES})(?![\w])")
# What stands before the second name wherever one stands beside another: looked for first, as it is soon done.
LISTED = re.compile(r"[,(] ?[A-Z]")
# A town and its province: "Hyderabad, Sindh".
BESIDE = re.compile(rf"\b({NAME}), ({NAME})")
# Where towns are listed: "Santiago, Concepcion and Temuco".
AND_ANOTHER = re.compile(r",? and [A-Z]")
BODY = Pattern(
    rf"\b({NAME}) (?:[Pp]olice|[Ff]ire|[Mm]ayor|[Rr]esident|[Mm]an|[Ww]oman|[Gg]irl|[Bb]oy|home)\b",
    needs="police|fire|mayor|resident|man|girl|boy|home",
)
# Where reports put what happened: "in the village of X", "in X district".
# What a name counts of which the words say that it is that of a town or village, or of a part of a town.
SETTLES, OF_VILLAGE, OF_PART = 3.0, 4.0, 2.9
# What a name counts before which no word says that it is a place's.
UNMARKED = 0.4
SETTLEMENT = r"(?:city|town|village|municipality|suburb|township|port|hamlet)"
AS_SETTLED = rf"(?:(?:[ae]l|a[dnrstz]|ash)-[A-Z][\w'’-]+|{NAME})"
SETTLED = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|outside|at|to|on|raid(?:ed|s)|attack(?:ed|s)|storm(?:ed|s)|bomb(?:ed|s)|shell(?:ed|s)|burn(?:ed|t|s)|hits?|str(?:uck|ikes?)) (?:the )?(?:[\w-]+ ){{0,3}}?{SETTLEMENT} of (?P<of>{AS_SETTLED})\b(?! (?:district|province|state|county|region)\b)"
    rf"|\b(?:[Ii]n|[Nn]ear) (?:the )?(?:(?:[A-Z]\w+ )?[A-Z]\w+['’]s )?(?P<of2>{AS_SETTLED}) (?:village|municipality|township|district(?! of (?:the (?:\w+ ){{0,2}}?(?:city|town|capital) of )?[A-Z]))"
    rf"|\b(?:[Ii]n|[Nn]ear|at) (?P<of5>[A-Z][\w'’-]{{3,}}),? (?:(?:some|about|around|roughly|just) )?\d+ ?(?:km|kms|kilomet(?:er|re)s|miles)\b"
    rf"|\b[Ii]n (?P<of6>[A-Z][\w'’-]{{3,}}),? near (?:the (?:\w+ ){{0,2}}?(?:city|town|capital|port) of )?(?=[A-Z])"
    rf"|\b(?:[Ii]n|[Nn]ear) (?:the )?(?P<part>{NAME}) neighbou?rhood"
    rf"|\b(?:[Ii]n|[Nn]ear|at|on|outside) (?P<of3>{AS_SETTLED}), (?:an?|the|another) (?:[\w-]+ ){{0,3}}?(?:{SETTLEMENT}|capital)\b"
    rf"|\b(?:shooting|stabbing|massacre|bombing|killings?|murders?)(?: (?!and\b|but\b|who\b|when\b)[a-z-]+){{0,6}} in (?P<of7>{NAME}), (?=(?:{LARGER_NAMES})\b)"
    rf"|\b(?:[Bb]arangay|[Bb]rgy\.?|[Ss]itio) {NAME}(?:,? (?:in|of)|,) (?:the (?:town|city|municipality) of )?(?P<of4>(?!(?:[Bb]arangay|[Bb]rgy)\b){NAME})"
)
# What goes on behind such a name and is none of it.
ON_DAY = re.compile(rf" (?:on|upon)(?: .*)?$|(?: {WEEKDAY})+$")
PART = Pattern(rf"\b({NAME}) (?:neighbou?rhoods?|section of|area of)\b", needs="area of|section of|neighbo")
CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,}){0,2}")
ARTICLE = re.compile(r"\b(?:an?|the) $", re.IGNORECASE)
# What may belong to a name of which a part is known: a word before it, one or two after.
WORD_BEFORE = re.compile(r"\b[A-Z][\w'’.-]* $")
WORDS_AFTER = re.compile(r"( [A-Z][\w'’-]*)(?: [A-Z][\w'’-]*)?")
REST = re.compile(r"(?: (?:de|del|da|do|du|la|al|el))?(?: [A-Z][a-z'’-]+)+")
FIRST_OF_NAME = re.compile(
    r"\b(?:A[dlnrstz]|El|Abu|Umm|Ban[iu]|Beni|Deir|Wadi|Ain|Bir|Te?l|Tal|Ras|Bab|Khan|Kafr|Beit|Sidi|San|Santa|Santo|S[aã]o|Villa|Puerto|Cabo|Nov[ao]) $"
)
# An outlet's name at the end of a headline: " - WXYZ News 5 - Springfield, IL".
DOT_DASH = re.compile(r"(?<=\.com)-|(?<=\.org)-")
OUTLET_TAIL = re.compile(r"\s*[-|–—]\s*(?=[^-|–—]*(?:\b[WK][A-Z]{2,3}\b|\.com\b|\bNews\b|\bTV\b)).*$")
IN_TAIL = 0.05
# Code points: how far before a name words can tell that it is no town, or what it has to do with it.
BEFORE_NAME = 120
LEAST_UNMARKED = 100_000
# Shorter names of provinces are names of people too ("Karen").
LONG_NAME = 6
NEVER_PLACES = frozenset({"main", *MONTH_NAMES, *DAYS})
WORDS_NOT_PLACES = frozenset(
    "police the a an he she it they we i this that fire county city state north south east west northwest mayor "
    "northeast southwest southeast street road avenue university hospital department news press man woman march "
    "may june august most many much male university sunday monday tuesday wednesday thursday friday saturday "
    "independence of union mobile reading nice orange normal liberal police officers central bay said new".split()
)
PARTICLES = frozenset("de del da do du la al el".split())
SORTS_OF_PLACE = frozenset(
    "airport airfield airbase embassy consulate heights hills park east west north south university college stadium arena theater theatre "
    "sheriff coroner trooper constable church bible chapel temple museum library centre center hall clinic base camp prison jail port club bridge station bank "
    "township suburb downtown metro borough international regional shrine cathedral mosque synagogue mall plaza zoo beach harbor harbour".split()
)
# What makes the name before it that of a part of a country, which may have the name of its chief town; and what that counts.
IN_REGION = re.compile(
    r"['’]?s? (?:provinces?|governorates?|oblast|voivodeship|regency|prefecture|regions?|departments?(?! store)|states?|islands?)\b",
    re.IGNORECASE,
)
OF_REGION = 0.2
# What the text holds of one of those words, to be looked for first.
REGIONS = (
    "rovince",
    "overnorate",
    "blast",
    "oivodeship",
    "egency",
    "refecture",
    "egion",
    "epartment",
    "tate",
    "TATE",
    "PROV",
    "DEPART",
)
PROVINCE = re.compile(rf"\b({NAME})(?=(?i:{IN_REGION.pattern}))")
PROVINCE_OF = re.compile(
    rf"\b(?:[Pp]rovince|[Gg]overnorate|[Oo]blast|[Rr]egion|[Dd]epartment|[Ss]tate) of ({NAME})"
)
SIDE = r"(?:north|south)?-?(?:east|west|central|down)?(?:ern|town)? ?"
# Where reports put it, with a name that may run on ("in Flint Tuesday").
LOCATED = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Oo]ff|(?:attack|strike|raid|assault)s? on) (?:the )?{SIDE}({NAME})"
)


def weight_of(sentence: Sentence) -> float:
    """Return how much a place or day told in a sentence counts: the head of a report says where and when."""
    if sentence.field == "title":
        return 4.0
    return (
        4.0 if sentence.number == 0 else 2.0 if sentence.number < 4 else 1.0 if sentence.number < 12 else 0.4
    )


@lru_cache(maxsize=256)
def names_in(sentence: Sentence) -> tuple[tuple[str, str | None, float], ...]:
    """Return (name, state, weight) of the places a sentence names; a page's sentences are asked of more than once."""
    return tuple(_names_in(sentence))


def _names_in(sentence: Sentence) -> Iterable[tuple[str, str | None, float]]:
    """Yield (name, state, weight) of the places a sentence names; initials and common words are none."""
    tail = OUTLET_TAIL.search(sentence.text) if sentence.field == "title" else None
    head = sentence.text[: tail.start()] if tail else sentence.text
    told = [*all_names_in(head), *((name, None, UNMARKED) for name in unmarked(sentence, head))]
    if tail:
        words = DOT_DASH.sub(" - ", tail[0])
        told += [(name, state, IN_TAIL * weight) for name, state, weight in all_names_in(words)]
    for name, state, bonus in told:
        if plain(name) in NEVER_PLACES:
            continue
        initials = name.isupper() and len(name) < 4 and name not in ("US", "UK", "USA", "DC")
        if not initials and (plain(name) not in WORDS_NOT_PLACES or state or bonus > 1):
            yield name, state, bonus


def all_names_in(text: str) -> Iterable[tuple[str, str | None, float]]:
    """Yield (name, state, weight) of whatever in a text looks like the name of a place."""
    is_listed = LISTED.search(text) is not None
    for found in IN_STATE.finditer(text) if is_listed else ():
        if not (is_larger(found[1]) and plain(found[1]) not in CITY_STATES):
            larger = in_mixed_case(found[2])
            yield longest_known(found[1]), larger, 2.0 if larger in states() else 1.0
    for found in IN_LAND.finditer(text) if is_listed else ():
        yield longest_known(found[1]), found[2], 1.0
    for found in SETTLED.finditer(text):
        if (beside := found["of5"] or found["of6"]) and beside.lower() in common_words():
            continue
        is_village = not found[0].endswith(" district")
        bonus = OF_PART if found["part"] else OF_VILLAGE if is_village else SETTLES
        yield ON_DAY.sub("", found[found.lastgroup or 0]), None, bonus
    for found in BODY.finditer(text):
        if (name := longest_known(found[1])).lower() not in common_words():
            yield name, None, 0.8
    for found in LOCATED.finditer(text):
        name = longest_known(found[1], tail=False)
        is_town = name not in demonyms() and not NO_SETTLEMENT.match(text, found.start(1) + len(name))
        if is_town and not NO_LAND.match(text, found.start(1)):
            in_region = IN_REGION.match(text, found.start(1) + len(name))
            yield name, None, 1.5 * worth(text[: found.start(1)]) * (OF_REGION if in_region else 1.0)
    for found in BESIDE.finditer(text) if is_listed else ():
        province = longest_known(found[2], tail=False)
        is_list = AND_ANOTHER.match(text, found.start(2) + len(province))
        if not is_list and (land := land_of_region(province)):
            yield longest_known(found[1]), land, 1.0
    if any(map(text.__contains__, REGIONS)):
        told = [longest_known(found[1]) for found in PROVINCE.finditer(text)]
        told += [longest_known(found[1], tail=False) for found in PROVINCE_OF.finditer(text)]
        for name in told:
            if land := land_of_region(name):
                yield name, land, OF_REGION
    yield from counties_in(text)
    yield from lands_in(text)


def unmarked(sentence: Sentence, text: str) -> Iterable[str]:
    """Yield large cities, and provinces, that the text of a sentence names without a word before them ("the Philadelphia plant")."""
    if sentence.number > 12:
        return
    for found in CAPITALISED.finditer(text):
        name, (start, end) = found[0], found.span()
        named = cities_named(name)
        if not named and len(name) >= LONG_NAME and land_of_region(name):
            yield name
        if not named or not named[0].own_name or named[0].population < LEAST_UNMARKED:
            continue
        is_office = IN_COURT.search(text, 0, start) or not AS_LAND.search(text, 0, start)
        speaks = (SPEAKS.match(text, end) and is_office) or HOME_IN.search(text, 0, start)
        is_house = NO_SETTLEMENT.match(text, end) and not is_beside(text, start, end)
        is_seat = OF_CARE.match(text, end) and CARED_FOR.search(text, 0, start)
        is_rest = speaks or is_house or is_seat or is_rest_of_name(text, start)
        if not is_rest and not NO_TOWN_AFTER.search(text, max(0, start - BEFORE_NAME), start):
            yield name


def is_beside(text: str, start: int, end: int) -> bool:
    """True for a name [start, end) that stands beside a word for a place in it: "the Istanbul square", not "Market Square"."""
    return text[end + 1 : end + 2].islower() and bool(ARTICLE.search(text, 0, start))


def is_rest_of_name(text: str, start: int) -> bool:
    """True for a word with another before it that can be no more than the rest of one name: "Dali" of "Ad Dali"."""
    before = WORD_BEFORE.search(text, max(0, start - 20), start)
    if before is None or before.start() == 0 or before[0].rstrip().endswith(("'s", "’s", ".")):
        return False
    return goes_on(before[0].strip()) or bool(FIRST_OF_NAME.fullmatch(before[0]))


def is_word(name: str) -> bool:
    """True for a name that is a common word, a county or a few initials: a place only if the gazetteer says so."""
    return (
        name.lower().endswith((" county", " parish"))
        or plain(name) in WORDS_NOT_PLACES
        or plain(name) in NEVER_PLACES
        or plain(name) in SORTS_OF_PLACE
        or (name.isupper() and len(name) < 5)
    )


def full_name(body: str, start: int, end: int) -> str:
    """Return the longest name of a known place that holds the words [start, end) of a text, else these words.

    "Salt Lake" of "Salt Lake City" is that city, "Charleston" of "North Charleston" another than Charleston; "Minas" of
    "Minas Gerais" is none.
    """
    before, after = WORD_BEFORE.search(body, max(0, start - 20), start), WORDS_AFTER.match(body, end)
    starts = [before.start(), start] if before else [start]
    ends = [end + len(after[0]), end + len(after[1]), end] if after else [end]
    longer = [body[a:b] for a in starts for b in ends if (a, b) != (start, end)]
    known = [name for name in longer if " " in name and cities_named(written_out(" ".join(name.split())))]
    return max(known, key=len, default=whole_name(body, start, end))


def whole_name(body: str, start: int, end: int) -> str:
    """Return the words [start, end) with the words of one name around them: "Ad Dali" for "Dali"; a large city's name is whole."""
    if any(c.population >= METROPOLIS and c.own_name for c in cities_named(body[start:end])):
        first = FIRST_OF_NAME.search(body, max(0, start - 20), start)
        return body[first.start() if first else start : end]
    rest = REST.match(body, end)
    words = rest[0].split() if rest else []
    return body[start : rest.end()] if rest and goes_on(words[0]) and goes_on(words[-1]) else body[start:end]


def towns_in(body: str, start: int, end: int) -> Iterable[str]:
    """Yield the known towns that words [start, end) of a text name beside others: "a Flint apartment building"."""
    for found in A_NAME.finditer(body, start, end):
        name = longest_known(found[0], tail=False)
        is_town = not NO_SETTLEMENT.match(body, found.start() + len(name))
        if (
            is_town
            and not NO_TOWN_AFTER.search(body, max(0, found.start() - BEFORE_NAME), found.start())
            and not is_word(name)
        ):
            yield from [name] if cities_named(written_out(name)) else []


def longest_known(name: str, *, tail: bool = True) -> str:
    """Return the longest end (or beginning) of a run of capitalised words that names a place.

    "Officers in Flint" ends in "Flint"; "Flint Tuesday" begins with it. "Minas Gerais" does not begin with Minas.
    """
    parts = re.sub(rf"\b{WATERS}.*", "", name).split() or [name]
    for size in range(len(parts), 0, -1):
        part = " ".join(parts[-size:] if tail else parts[:size])
        if not tail and size < len(parts) and goes_on(parts[size]):
            continue
        if tail and size < len(parts) and parts[-size - 1] in FIRST_WORDS:
            continue
        if (
            cities_named(written_out(part))
            or part in countries()
            or part in states()
            or plain(part) in regions()
        ):
            return part
    return longest_known(name.rstrip("."), tail=tail) if name.endswith(".") else name


def goes_on(word: str) -> bool:
    """True for a word that goes on with the name before it: neither a common one nor a day, a land or a sort of place."""
    bare = word.strip(".,'’").removesuffix("'s").removesuffix("’s")
    lower = bare.lower()
    if lower in PARTICLES:
        return True
    forms = {lower, lower.removesuffix("s")}
    is_known = any(
        forms & words for words in (common_words(), NEVER_PLACES, WORDS_NOT_PLACES, SORTS_OF_PLACE)
    )
    return not (is_known or is_larger(bare) or len(bare) < 3)
