"""What linking needs to know of one account: who, where, when, and the words that few reports have."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.link.rarity import rarity
from sayso.model import EVERYDAY_KINDS, Account, Claim, Count, Label, Moment, Place, Report, Word

__all__ = ["MOST_WORDS", "SUFFIXES", "Sketch", "fold", "opening", "rare_words", "sketch"]

MOST_WORDS = 48  # rarest words kept: more add boilerplate, fewer lose short reports (trial pairs F1)
LONGEST = 2600  # code points of the text that are looked at: what follows is background and other stories
RARE = 4.0  # halvings: words in fewer than one report in sixteen

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = r"[A-Z][a-z’']+(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?"
_PERSON = rf"{_NAME}(?: [A-Z]\.?| {_NAME}| [\"“(][^\"”)\n]{{2,20}}[\"”)])? {_NAME}"
_NAMED_WITH_AGE = (
    re.compile(
        rf"\b(?P<name>{_PERSON})(?:,? (?:Jr|Sr|II|III|IV)\.?)?, "
        r"(?:a |an |who was |age |aged )?(?P<age>\d{1,2})\b"
    ),
    re.compile(rf"\b(?P<age>\d{{1,2}})[- ]+year[- ]+old,? (?P<name>{_PERSON})\b"),
    re.compile(rf"\b(?P<name>{_PERSON}) \((?P<age>\d{{1,2}})\)"),
)
_AGE = re.compile(r"\b(\d{1,2})[- ]+years?[- ]+old|\b(?:age|aged) (\d{1,2})\b|, (\d{1,2}),")
_STREET = re.compile(
    r"\b((?:\d+(?:st|nd|rd|th)|[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)) "
    r"(Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Highway|Hwy|Parkway|Pkwy"
    r"|Way|Circle|Cir|Terrace|Trail|Pike|Loop)\b"
)
_HOUSE = re.compile(
    r"\b((?:[A-Z][\w'’.-]+ ){1,3}(?:(?:High|Middle|Elementary|Primary|Secondary|Grammar) )?"
    r"(?:School|Church|Mosque|Temple|Synagogue|Mall|Hotel|University|College|Apartments|Nightclub|Airport|Prison|Stadium|Factory|Mine))\b"
)
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*[ ,]+){1,4}(?:[\w., ]{1,30})?\([^)\n]{2,40}\)\s*(?:-{1,2}|[–—:])"
    r"|\s*[A-Z][A-Z'’. -]{2,30}(?:, [\w. ]{2,30})?\s*(?:--|[–—]|-(?=\s))"
)
"""What stands before the first words of an agency's report: "CAIRO, Jan. 12 (AP) -"."""

_NO_STORM = (
    "Cent|Prediction|Surge|Season|Warning|Watch|Kill|Hit|Leave|Batter|Lash|Death|Toll|Damage|Relief|Shelter"
    "|Committee|Research|Category|Track|Alert|Force|Wind|Rain|And|Victim|Survivor"
)
_STORM = re.compile(
    rf"\b(?:[Ss]torm|[Hh]urricane|[Tt]yphoon|[Cc]yclone) ((?!{_NO_STORM})[A-Z][a-z'’]{{2,}}(?:-[A-Z][a-z]+)?)"
)
"""A storm by its name: not "the Hurricane Center", nor "Storm Kills Nine"."""

STORMY = frozenset({"storm", "flood", "landslide"})
"""Kinds of incident that a storm with a name is told of as."""

_AFTERSHOCK = re.compile(r"\baftershock\b(?! (?:fear|risk|threat|warn))", re.I)
_SIDES = re.compile(r"^(?:(?:north|south|east|west|[nsew]|the|of|block)[. ]+)+")
_TITLES = frozenset(
    {
        "mr", "mrs", "ms", "dr", "officer", "detective", "sgt", "sergeant", "lt", "lieutenant", "capt",
        "captain", "chief", "sheriff", "deputy", "mayor", "president", "police", "county", "city",
        "state", "north", "south", "east", "west", "new", "st", "saint", "the", "and", "but", "his",
        "her",
    }
)  # fmt: skip
_STATION = re.compile(r" ?[-|–] (?=[^-|–]*\b(?:[KW][A-Z]{2,3}|News|TV|NBC|CBS|ABC|FOX)\b).*$")
"""The outlet's own name at the end of a headline: "... - WMC Action News 5 - Memphis, Tennessee"."""

_ANOTHER = re.compile(
    r"\b(?:(?:no|any|clear) (?:connections?|links?|ties?) (?:with|to|between)\b|connection between"
    r"|(?:nothing|anything) to do with|(?:un|not )(?:related|linked|connected) (?:to|with)"
    r"|(?:was|were|are|is) (?:linked|related|connected)\b"
    r"|(?:in|at) (?:an?|two|three) (?:separate|unrelated|different|other)\b"
    r"|(?:was|is|were) (?:also )?the (?:second|third|fourth|latest)\b"
    r"|the (?:second|third|fourth) [^,.]{3,40} (?:of|on|in) (?:the (?:same )?|a |as many )"
    r"(?:days?|weeks?|nights?|hours)\b)",
    re.I,
)
"""Words of a sentence on another incident, that likens it to this one or says that the two are not one."""

_CALL_SIGN = re.compile(r"\b[KW][A-Z]{3}\b(?:-?TV)?")
"""The name of an American station, which stands on all its pages: "WWBT"."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Sketch(Word, frozen=True, kw_only=True):
    """What one account is compared by. Everything is folded: lower case, no accents.

    `people` are "given surname" of victims and suspects, `dead` those of them said to be killed, `ages`
    years; `streets` without number and side, `houses` schools, churches and the like by name; `words` the
    account's rarest words, rarest first; `names` those of them that are always capitalised. `at` is where its
    city lies; it is `filed` where only the dateline names it; `aftershock` where its headline calls it one,
    `storm` is the name that a storm goes by, and `storms` are all those that the report gives to storms.
    """

    id: str
    report_id: str
    main: bool = True
    series: bool = False
    kind: str = "other"
    city: str | None = None
    country: str | None = None
    at: tuple[float, float] | None = None
    filed: bool = False
    aftershock: bool = False
    storm: str | None = None
    storms: tuple[str, ...] = ()
    happened: Moment | None = None
    published: date | None = None
    people: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    ages: tuple[int, ...] = ()
    streets: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    taken: Count | None = None


def sketch(account: Account, claims: Sequence[Claim], report: Report) -> Sketch:
    """Return the sketch of an account.

    `claims` are the report's claims, of this account or all: those of other accounts are passed over. The
    report's only main account is sketched from the whole text; a background account, and one main account of
    several, from the sentences that its claims stand in. So a passing mention brings none of the
    names of the report's own subject.
    """
    own = [claim for claim in claims if claim.account_id == account.id]
    rivals = any(claim.account_id != account.id for claim in claims)
    text = _telling(report, own) if not account.main or (rivals and _shared(own, claims)) else opening(report)
    place = account.place
    words = _rarest(text)
    people, dead, ages = _people(text, own)
    is_stormy = account.main and account.kind in STORMY
    storms = _storms(f"{report.title or ''}\n{text}") if is_stormy else Counter[str]()
    city = fold(place.city) if place and place.city else None
    return Sketch(
        id=account.id,
        report_id=account.report_id,
        main=account.main,
        series=account.series,
        kind=account.kind,
        city=city,
        country=place.country if place else None,
        at=_lies(place),
        filed=city is not None and account.kind not in EVERYDAY_KINDS and _is_filed(city, report),
        aftershock=account.main and bool(_AFTERSHOCK.search(report.title or "")),
        storm=_storm(storms),
        storms=_sorted(storms),
        happened=_told(account.happened, report),
        published=report.published_at.date() if report.published_at else None,
        people=_sorted(people),
        dead=_sorted(dead),
        ages=tuple(sorted(ages)),
        streets=_sorted(_street(hit) for hit in _STREET.finditer(text)),
        houses=_sorted(fold(hit.group(1)) for hit in _HOUSE.finditer(text)),
        words=words,
        names=_capitalised(words, text),
        killed=_toll(own, "killed"),
        injured=_toll(own, "injured"),
        taken=_toll(own, "hostages"),
    )


def _people(text: str, own: Sequence[Claim]) -> tuple[set[str | None], set[str | None], set[int]]:
    """Return who is named in an account's text or claims, who of them died, and the ages that it tells."""
    named = [
        (_person(hit.group("name")), int(hit.group("age")))
        for words in _NAMED_WITH_AGE
        for hit in words.finditer(text)
    ]
    told = [
        (claim.slot, claim.value)
        for claim in own
        if claim.slot in ("victim", "suspect")
        and isinstance(claim.value, Label)
        and claim.polarity == "positive"
    ]
    people = {name for name, _ in named} | {_person(label.text) for _, label in told}
    dead = {_person(label.text) for slot, label in told if slot == "victim" and label.code == "killed"}
    ages = {int(next(filter(None, hit.groups()))) for hit in _AGE.finditer(text)} | {age for _, age in named}
    return people, dead, ages


_FOREIGN = re.compile(r"[^\x00-\x7f]")


def _told(happened: Moment | None, report: Report) -> Moment | None:
    """Return when it happened; None for a month up to the day of publication, which tells no more than it."""
    published = report.published_at.date() if report.published_at else None
    return None if happened and happened.grain == "month" and happened.end == published else happened


def _lies(place: Place | None) -> tuple[float, float] | None:
    """Return the latitude and longitude of a city; None where they are not known."""
    if place is None or place.city is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _storms(text: str) -> Counter[str]:
    """Return how often a text names each of its storms: "Typhoon Obet", and then "Obet" alone."""
    named = [re.sub(r"['’]s?$", "", found[1]) for found in _STORM.finditer(text)]
    return Counter({fold(name): len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in named})


def _storm(named: Counter[str]) -> str | None:
    """Return the name that is given to a storm most often; None where each is given once, or none is."""
    name, times = next(iter(named.most_common(1)), ("", 0))
    return name if times > 1 else None


def _is_filed(city: str, report: Report) -> bool:
    """Tell whether a city is only that from which a report was filed: the rest of it does not name it."""
    line = _DATELINE.match(report.text)
    if line is None or city not in fold(line.group()):
        return False
    return city not in fold(f"{report.title or ''} {report.text[line.end() :]}")


def fold(text: str) -> str:
    """Return words as they are compared: lower case, accents off, one space between."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_FOREIGN.sub(_unaccented, plain).split())


def _unaccented(sign: re.Match[str]) -> str:
    return "" if unicodedata.combining(sign.group()) else sign.group()


def _shared(own: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Tell whether a main account is one of several: others have at least half as many claims as it has."""
    most = Counter(claim.account_id for claim in claims)
    return any(
        2 * count >= len(own) for account, count in most.items() if not own or account != own[0].account_id
    )


def opening(report: Report) -> str:
    """Return title and beginning of a report, without sentences on incidents that are likened to its own."""
    return f"{_STATION.sub('', report.title or '')}\n{_without_others(report.text[:LONGEST])}"


def _without_others(text: str) -> str:
    """Return a text without the sentences that tell that another incident is none of its own."""
    while hit := _ANOTHER.search(text):
        start = max(text.rfind(sign, 0, hit.start()) for sign in (". ", "\n", "! ", "? ")) + 1
        ends = [at for sign in (". ", ".\n", "\n") if (at := text.find(sign, hit.end())) >= 0]
        text = f"{text[:start]} {text[min(ends) + 1 :]}" if ends else text[:start]
    return text


def _telling(report: Report, claims: Iterable[Claim]) -> str:
    """Return the lines of the report in which the claims stand."""
    lines: dict[tuple[str, int], str] = {}
    for claim in claims:
        words = report.field(claim.span.field)
        start = words.rfind("\n", 0, claim.span.start) + 1
        end = words.find("\n", claim.span.end)
        lines[claim.span.field, start] = words[start : end if end >= 0 else len(words)]
    return "\n".join(lines[key] for key in sorted(lines))


def _person(name: str) -> str | None:
    """Return "given surname" of a name as written; None for a description or a single word."""
    tokens = [re.sub(r"[^\w'-]", "", token) for token in re.sub(r"[\"“(].*?[\"”)]", " ", name).split()]
    tokens = [token for token in tokens if token and fold(token) not in SUFFIXES]
    while tokens and fold(tokens[0]) in _TITLES:
        tokens.pop(0)
    if len(tokens) < 2 or not (tokens[0][0].isupper() and tokens[-1][0].isupper()):
        return None
    return fold(f"{tokens[0]} {tokens[-1]}")


def _street(hit: re.Match[str]) -> str:
    """Return a street's name, without side and kind: "North Bishop St." and "Bishop Street" are one."""
    return _SIDES.sub("", fold(hit.group(1)))


def _rarest(text: str) -> tuple[str, ...]:
    """Return the rarest words of a text, by the fixed table; more frequent in the text first among equals."""
    counted = rare_words(text)
    rare = sorted(counted, key=lambda word: (-rarity(word), -counted[word], word))
    return tuple(rare[:MOST_WORDS])


def rare_words(text: str) -> Counter[str]:
    """Return how often a text has each of its words that few reports have, folded."""
    counted = Counter(_WORD.findall(fold(_CALL_SIGN.sub(" ", text))))
    return Counter({word: count for word, count in counted.items() if rarity(word) >= RARE})


def _capitalised(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the words that a text never writes in small letters, and writes with a capital first letter."""
    small = {fold(word) for word in set(_WORD.findall(text)) if word[0].islower()}
    return tuple(word for word in words if word not in small)


def _toll(claims: Iterable[Claim], slot: str) -> Count | None:
    """Return the largest number that an account's current claims give victims, or None."""
    said = [
        claim.value
        for claim in claims
        if claim.slot == slot
        and isinstance(claim.value, Count)
        and claim.role in ("victim", "all", None)
        and (claim.polarity, claim.standing) == ("positive", "current")
        and claim.part_of is None
    ]
    return max(said, key=lambda value: (value.low or 0, value.high or 0), default=None)


def _sorted(names: Iterable[str | None]) -> tuple[str, ...]:
    """Return the names that are known, once each."""
    return tuple(sorted({name for name in names if name}))
