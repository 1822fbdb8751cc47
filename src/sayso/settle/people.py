"""Whether two rows of one speaker count the same people, or others besides them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from sayso.model import Claim, Count, SpeakerKind
from sayso.settle.parts import SOME_OF, are_badly_hurt, is_part
from sayso.settle.words import tells

__all__ = [
    "ONE_AFTER_THE_OTHER",
    "SMALL",
    "TENS",
    "Described",
    "Figures",
    "apart",
    "combine",
    "describe",
    "differ",
    "ends",
    "in_words",
    "is_firm",
    "is_person",
    "is_plain_total",
    "ordinal_of",
    "reflexive",
    "same_person",
    "unordered",
]

_MALE = (
    "man", "men", "boy", "boys", "husband", "father", "son", "brother", "gentleman", "male", "males",
    "grandfather", "uncle", "stepson", "stepfather", "boyfriend",
)  # fmt: skip
_FEMALE = (
    "woman", "women", "girl", "girls", "wife", "mother", "daughter", "sister", "lady", "female", "females",
    "grandmother", "aunt", "stepdaughter", "stepmother", "girlfriend",
)  # fmt: skip
_GENDERS = {**dict.fromkeys(_MALE, "m"), **dict.fromkeys(_FEMALE, "f")}
_PRONOUNS = {"he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_AGES = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 1,
    )
}  # fmt: skip
_AGE = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_AGES)})[- ]*(?:(?:years?|yrs?\.?)[- ]+old|y/?o)\b|\b(?:age|aged) (\d{{1,2}})\b"
    r"|, (\d{1,2})\b(?! (?:people|men|women|children|more|(?!was|is|has)\w+s)\b)",
    re.I,
)
_AGE_BEHIND = re.compile(r",? ?\(?(?:aged? )?\d", re.I)
"""How an age begins that follows the words for somebody: in "Man killed, 3 others hurt" there is none."""
_BODY = re.compile(
    r"\b(?:School|High|University|College|Police|County|Sheriff|Department|News|Street|City|Hospital)\b"
)
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    rf"^(?:an?|the)? ?({'|'.join(_ORDINALS)}) (?:[\w'’-]+ ){{0,3}}?"
    r"(?:person|victim|man|woman|teen\w*|boy|girl|death|fatality|life|body|gunman|attacker|shooter|suspect|assailant|bomber)\b",
    re.I,
)
_OF_ATTACKERS = re.compile(r"\b(?:gunm[ae]n|attackers?|shooters?|suspects?|assailants?|bombers?)\b", re.I)
_RANK = re.compile(rf"^(?:an?|the)? ?(?:{'|'.join(_ORDINALS)}) ", re.I)
_NAME = re.compile(r"\b[A-Z][a-z'’]+(?: [A-Z]\.)?(?: [A-Z][a-z'’]+)+(?=,| Jr| Sr|$)")
_ANOTHER = re.compile(
    r"^(?:another|a second|the second|a third|the third|one other|the other|a fourth)\b", re.I
)
_OTHERS = re.compile(r"^(?:the )?[\w-]+ others?\b", re.I)
"""So many besides somebody of the same fate: no total, where he is told of as well."""

_THE_OTHER = re.compile(r"^the other\b", re.I)
_GROUP = re.compile(
    r"\b(?:tourists|foreigners|nationals|citizens|compatriots|[A-Z][a-z]+(?:ans|ese|ish|mans)|French|Swiss|Dutch"
    r"|[A-Z][a-z]*(?:stan|rael|ra[qn]|wait|emen|aud|engal|omal|Oman|epal)is|Filipinos|Britons|Kyrgyz|Greeks"
    r"|(?:Uzbe|Taji|Slova|Tur)ks|Kazakhs|Czechs|Thais|Serbs|Croats|Poles|Danes|Swedes|Finns)\b"
)
"""People counted by what they are: a part of all, unless nobody counts all."""
_is_group = lru_cache(maxsize=1 << 16)(_GROUP.search)

_are_kin = tells(
    r"\b(?:wi(?:fe|ves)|husbands?|sons?|daughters?|fathers?|mothers?|parents|grand\w+|brothers?|sisters?|siblings"
    r"|nephews?|nieces?|cousins?|uncles?|aunts?|relatives|(?:his|her|my|our|their) (?:\w+ )?child(?:ren)?)\b"
)
_OF_THEIR_OWN: frozenset[SpeakerKind] = frozenset({"victim-family", "witness"})
"""Those who tell of their own people: "my wife and three children", who are some of the dead."""

_tells_of_all = tells(
    r"\b(?:one person|1 person|people|persons|victims|one dead|1 dead|one killed|1 killed"
    r"|(?:only|lone|sole)(?! (?:known |remaining )?(?:survivor|son|daughter|child|brother|sister)\b))\b",
)

_ONE_LEFT = re.compile(r"(?:only |just )?one\b", re.I)
"""Who is left of the missing: "one miner is still missing" counts, it does not describe somebody."""

_EVERYBODY = re.compile(
    r"^(?:(?:some|around|about|nearly|almost|all|the|other|another|more|total|in|of|\d[\d,.]*|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|people|persons|others|victims|dead"
    r"|deaths|injured|hurt|wounded|killed|casualties)\b[ -]?)+$",
    re.I,
)
"""Whom a plain total counts: everybody."""

CROWD = 10  # "dozens" are not counted by the one among them who is told of
ONE_AFTER_THE_OTHER = 150  # code points between "six were shot" and "two others were grazed"
_GRAZED = re.compile(r"\bgraz\w+", re.I)
_HIT = re.compile(r"\b(?:shot|struck|hit|stabb\w+)\b", re.I)

SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen)"
)
TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
"""Words for numbers, as they stand in patterns."""

_NUMBER = re.compile(rf"\d|\b(?:{SMALL}|{TENS}|a dozen|no)\b", re.I)
_TWO = re.compile(r"\b(?:2|two|both|couple|pair|more than (?:one|1)|(?:one|1) or more)\b", re.I)
_WORDS_ONLY = re.compile(
    r"\b(?:several|multiple|dozens|scores|hundreds|thousands|a few|some|a number of)\b",
    re.I,
)


class Figures(msgspec.Struct, frozen=True, gc=False):
    """One number for all that a speaker says in one report: how it comes about, and from which rows.

    `total` is False where single people are told of, not counted: "a man died" leaves room for more. `firm`
    is False where only words stand for a number, or where it was only added up here. `part` is set where
    they are part of a total that the speaker does not give.
    """

    low: int | None
    high: int | None
    total: bool
    firm: bool
    rows: tuple[Claim, ...]
    derivation: str | None
    part: bool = False


class Described(NamedTuple):
    """A row of one person, and the surname, ages and sexes that its words tell."""

    claim: Claim
    names: frozenset[str]
    ages: frozenset[str]
    genders: frozenset[str]


def combine(rows: Sequence[Claim]) -> Figures | None:
    """Return the number that one speaker's rows on one slot and role of one report give together.

    The largest stated total wins, numbers before mere words, and "dozens" before one told of; parts
    never add to it. People told of one by one add up only where they are clearly different people (other
    name, age or sex, or "another"), and only if nobody gives a number; and groups that fared differently
    ("six shot and two others grazed"). Of equal totals the firmer one, then the earlier words. None where
    no row gives a number.
    """
    if len(rows) == 1 and not is_part(rows[0], rows) and isinstance(rows[0].value, Count):
        return _alone(_ordinal(rows[0]))
    wholes = [row for row in rows if not is_part(row, rows)]
    counted = [row for row in wholes or rows if isinstance(row.value, Count)]
    if not counted:
        return None
    if not wholes:
        largest = max(counted, key=_size)
        assert isinstance(largest.value, Count)
        return Figures(largest.value.low, largest.value.high, False, is_firm(largest), (largest,), None, True)
    if grazed := _grazed(counted):
        return grazed
    firm = [row for row in counted if is_firm(row)]
    crowd = any((ends(row)[0] or 0) > CROWD for row in counted)
    if firm and not (crowd and all(map(is_person, firm))):
        counted = [_ordinal(row) for row in firm]
    largest = max(counted, key=_size)
    value = largest.value
    assert isinstance(value, Count)
    persons = _different([row for row in counted if is_person(row)])
    if len(persons) > max(value.low or 0, value.high or 0) and all(is_person(row) for row in counted):
        derivation = " + ".join(row.who or "1" for row in persons)
        return Figures(
            len(persons), len(persons), False, False, tuple(persons), f"{derivation} = {len(persons)}"
        )
    floors = [
        r.value
        for r in counted
        if isinstance(r.value, Count) and (r.value.low, r.value.high) == (value.low, None)
    ]
    if floors and all(row.span.field == "title" for row in counted if row.value == value):
        value = floors[0]  # a headline leaves out "at least"
    same = tuple(row for row in counted if row.value == value)
    besides = persons and all(_OTHERS.match(row.who or "") for row in same)
    total = not (besides or all(is_person(row) or _of_a_sort(row) for row in same))
    return Figures(value.low, value.high, total, any(is_firm(row) for row in same), same, None)


def _alone(row: Claim) -> Figures:
    """Return the number that a speaker's only row gives."""
    value = row.value
    assert isinstance(value, Count)
    total = not (is_person(row) or _of_a_sort(row))
    return Figures(value.low, value.high, total, is_firm(row), (row,), None)


def _of_a_sort(row: Claim) -> bool:
    """Tell whether a row counts people of one sort: tourists, those badly hurt, or somebody's own kin."""
    who = row.who or ""
    kin = row.speaker.kind in _OF_THEIR_OWN and _are_kin(who)
    return kin or bool(_is_group(who)) or (row.slot == "injured" and are_badly_hurt(who, row.span.quote))


def _grazed(rows: Sequence[Claim]) -> Figures | None:
    """Return those shot and those only grazed as one number, where they are told of one after the other."""
    light = [row for row in rows if _GRAZED.search(row.span.quote)]
    if not light or len(light) == len(rows) or not all(is_firm(row) for row in light):
        return None
    shot = [row for row in rows if row not in light and _HIT.search(row.span.quote)]
    hit = combine([row for row in rows if row not in light]) if shot else None
    grazed = combine(light)
    if not hit or not grazed or not hit.firm or hit.low is None or hit.low != hit.high or not grazed.low:
        return None
    persons = [row for row in (*hit.rows, *grazed.rows) if is_person(row)]
    if len(_different(persons)) < len(persons):
        return None  # a girl whom a bullet grazed may be the one who was shot
    near = min(abs(one.span.start - two.span.start) for one in hit.rows for two in grazed.rows)
    if near > ONE_AFTER_THE_OTHER or hit.rows[0].span.field != grazed.rows[0].span.field:
        return None
    low, used = hit.low + grazed.low, hit.rows + grazed.rows
    if any((ends(row)[0] or 0) > low for row in rows):
        return None
    more = any(not is_firm(row) for row in rows)
    told = all(row.part_of or not is_plain_total(row) for row in hit.rows)
    return Figures(
        low, None if more else low, not told, True, used, f"{hit.low} shot + {grazed.low} grazed = {low}"
    )


def ends(row: Claim) -> tuple[int | None, int | None]:
    """Return the least and the most people of whom a row tells; None for an open end, and for a fact."""
    value = row.value
    return (value.low, value.high) if isinstance(value, Count) else (None, None)


def is_plain_total(row: Claim) -> bool:
    """Tell whether a row counts everybody ("three people", "58"), not those of one sort ("two women")."""
    if row.part_of is not None or row.certainty == "possible" or is_person(row) or not is_firm(row):
        return False
    low, high = ends(row)
    everybody = _EVERYBODY.match(row.who or "") and not SOME_OF.search(row.who or "")
    return low is not None and low == high and bool(everybody) and not _of_a_sort(row)


def in_words(low: int | None, high: int | None, firm: bool) -> bool:
    """Tell whether a number is told by words only: "several", "dozens", "the shooters"."""
    return high is None and not firm and low is not None


def _ordinal(row: Claim) -> Claim:
    """Return a row with the number that it implies: "a third victim has died" is three dead."""
    counts = row.slot in ("killed", "detained") or (row.slot == "attackers" and row.certainty == "possible")
    number = ordinal_of(row) if counts else 0
    return msgspec.structs.replace(row, value=Count(low=number, high=number)) if number else row


def ordinal_of(row: Claim) -> int:
    """Return the number that "a third victim" implies of those hit, where a row tells of one so; else 0.

    "A third gunman" who was killed is the third of the gunmen, and need not be the third who died.
    """
    told = _ORDINAL.search(row.who or "") if is_person(row) else None
    if told is None or (row.slot == "killed" and _OF_ATTACKERS.search(row.who or "")):
        return 0
    return _ORDINALS.index(told.group(1).lower()) + 2


def unordered(row: Claim) -> Claim:
    """Return a row with its person as nobody's second: "the second victim" is "victim"."""
    return msgspec.structs.replace(row, who=_RANK.sub("", row.who or ""))


def is_firm(row: Claim) -> bool:
    """Tell whether a row gives a number, not only a word for many."""
    value = row.value
    assert isinstance(value, Count)
    if value.low is not None and (value.high is not None or value.low == 1):
        return True
    if value.low == 2 and not _TWO.search(f"{row.who or ''} {row.span.quote}"):
        return False  # "gunmen" are two at least, and nobody has counted them
    return _numbers(row.who or row.span.quote)


@lru_cache(maxsize=1 << 16)
def _numbers(words: str) -> bool:
    """Tell whether words hold a number and none that stands for many."""
    return bool(_NUMBER.search(words)) and not _WORDS_ONLY.search(words)


def is_person(row: Claim) -> bool:
    """Tell whether a row tells of one person ("a 19-year-old man") rather than giving a number."""
    value = row.value
    if not isinstance(value, Count) or value.low != 1 or value.high != 1:
        return False
    if row.slot == "missing" and _ONE_LEFT.match(row.who or ""):
        return False
    return not _tells_of_all(row.span.quote if row.who is None else row.who)


def apart(left: Claim, right: Claim) -> bool:
    """Tell whether two rows of one person each cannot be of the same person."""
    return differ(describe(left), describe(right))


def same_person(left: Claim, right: Claim) -> bool:
    """Tell whether two rows of one person each are surely of the same: by name, or by age alone."""
    one, two = describe(left), describe(right)
    return not differ(one, two) and bool(one.names & two.names or one.ages & two.ages)


def reflexive(row: Claim) -> bool:
    """Tell whether a row tells of somebody who did it to himself."""
    words = f"{row.who or ''} {row.span.quote}"
    return bool(re.search(r"\b(?:himself|herself|themselves|self-inflicted)\b", words))


def _size(row: Claim) -> tuple[int, int, int, int]:
    """Order rows by the people they count; an exact number before a floor of the same size."""
    value = row.value
    assert isinstance(value, Count)
    low = value.low if value.low is not None else value.high or 0
    firm = {"certain": 2, "probable": 1, "possible": 0}[row.certainty]
    return (firm > 0, low, int(value.high is not None), -row.span.start)


def _different(rows: Sequence[Claim]) -> list[Claim]:
    """Return rows that surely tell of different people, taken in the order of the text.

    Of those arrested the named come first: "a suspect" can be either of two whose names are told.
    """
    kept: list[Described] = []
    told = [
        describe(row)
        for row in sorted(rows, key=lambda one: (one.span.field != "title", one.span.start, one.id))
    ]
    for person in sorted(told, key=lambda one: one.claim.slot == "detained" and not one.names):
        again = _THE_OTHER.match(person.claim.who or "") and any(
            _ANOTHER.match(other.claim.who or "") for other in kept
        )
        if not again and all(differ(person, other) for other in kept):
            kept.append(person)
    return [person.claim for person in kept]


def describe(row: Claim) -> Described:
    """Return a row of one person with the surname, ages and sexes that its words tell."""
    return Described(row, *_told_of(row.who or row.span.quote, row.span.quote, row.span.field == "text"))


@lru_cache(maxsize=1 << 14)
def _told_of(words: str, quote: str, in_text: bool) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the surname, ages and sexes that words for people tell; headlines Capitalise Every Word."""
    named = _NAME.search(words) if in_text else None
    told = named is not None and not _BODY.search(named.group())
    names = frozenset(named.group().split()[-1:]) if named and told else frozenset[str]()
    behind = quote.partition(words)[2][:20]
    aged = words + behind if _AGE_BEHIND.match(behind) else words
    ages = frozenset(
        _AGES.get(age.lower(), age) for hit in _AGE.finditer(aged) for age in hit.groups() if age
    )
    genders = frozenset(_GENDERS[word] for word in re.findall(r"[a-z]+", words.lower()) if word in _GENDERS)
    pronoun = _PRONOUNS.get(words.lower())
    return names, ages, genders | {pronoun} if pronoun else genders


def differ(left: Described, right: Described) -> bool:
    """Tell whether two descriptions cannot be of one person: "another" is none of those told of before.

    "A third suspect" beneath a headline on the "third suspect" is the same.
    """
    rank, same = (_RANK.match(told.claim.who or "") for told in (left, right))
    again = rank and same and rank[0].split()[-1].lower() == same[0].split()[-1].lower()
    if not again and _ANOTHER.match(left.claim.who or "") and not _follows(right.claim, left.claim):
        return True
    pairs = ((left.ages, right.ages), (left.names, right.names), (left.genders, right.genders))
    return any(a and b and not a & b for a, b in pairs)


def _follows(later: Claim, row: Claim) -> bool:
    """Tell whether a row comes later in the text of the same report than another."""
    same = later.account_id == row.account_id and later.span.field == row.span.field
    return same and later.span.start > row.span.end
