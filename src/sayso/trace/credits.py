"""Which agency a report credits: in its dateline, its credit line, or in the sentence that it took over."""

import re
import unicodedata
from typing import NamedTuple

from sayso.model import Copy, Passage, Report, Source

__all__ = ["AGENCIES", "credited", "is_hearsay", "publishes"]

AGENCIES: dict[str, tuple[str, ...]] = {
    "AP": ("AP", "Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "TASS": ("TASS", "Itar-Tass", "ITAR-TASS"),
    "RIA": ("RIA Novosti", "RIA"),
    "Interfax": ("Interfax",),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "ANI": ("ANI",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "UPI": ("UPI", "United Press International"),
    "PA": ("PA", "Press Association", "PA Media"),
    "Anadolu": ("Anadolu", "Anadolu Agency"),
    "AAP": ("AAP", "Australian Associated Press"),
    "CP": ("The Canadian Press", "Canadian Press"),
    "Bernama": ("Bernama",),
    "Antara": ("Antara",),
    "IRNA": ("IRNA",),
    "Fars": ("Fars News Agency",),
    "SANA": ("SANA",),
    "KCNA": ("KCNA",),
    "CNS": ("City News Service", "CNS"),
    "Bay City News": ("Bay City News",),
    "Belga": ("Belga",),
    "Amaq": ("Amaq", "Amaq News Agency"),
}
"""News agencies and the spellings by which reports credit them. A new one is a row."""

_KNOWN = {spelling: agency for agency, spellings in AGENCIES.items() for spelling in spellings}
_NAMES = "|".join(re.escape(name) for name in sorted(_KNOWN, key=len, reverse=True))
_NAME = re.compile(_NAMES)
_TELLS = r"(?:reports?|reported|reporting|says|said|cited|quoted|writes|wrote|adds|added|has reported)"
_DASH = r"(?:--|-|–|—|:)"


class _Pattern(NamedTuple):
    """One way to credit an agency, and whether it covers the whole report or only its sentence."""

    whole: bool
    where: re.Pattern[str]


_PATTERNS: tuple[_Pattern, ...] = (
    # CAIRO (AP) -- ; (Reuters) - ; LONDON, Jan. 3 (Xinhua) --
    _Pattern(
        True,
        re.compile(
            rf"^[^\n(]{{0,60}}\((?:[A-Z0-9]+/)?(?P<name>{_NAMES})(?:/[^)\n]{{1,30}})?\)\s*{_DASH}", re.M
        ),
    ),
    # By the Associated Press ; Source: AFP ; by AFP  (a line of its own)
    _Pattern(
        True, re.compile(rf"^(?:by|source|from)s?:?\s+(?:the\s+)?(?P<name>{_NAMES})\.?\s*$", re.M | re.I)
    ),
    # Updated: 2016-07-15 06:50 (Xinhua)
    _Pattern(True, re.compile(rf"\((?P<name>{_NAMES})\)\s*$", re.M)),
    # Copyright 2017 The Associated Press. ; © 2017 AFP
    _Pattern(
        True, re.compile(rf"(?:(?<!image )copyright|\(c\)|©)[^\n]{{0,20}}?\b(?P<name>{_NAMES})\b", re.I)
    ),
    # AFP ; AP - AFP  (at the end of a caption or a story)
    _Pattern(
        False, re.compile(rf"(?:^|[.!?] )(?P<name>{_NAMES})(?P<more>(?: ?[-/,] ?(?:{_NAMES}))*)\s*$", re.M)
    ),
    # Reuters reported ; AFP says ; the Associated Press has reported
    _Pattern(
        False, re.compile(rf"\b(?P<name>{_NAMES})(?: news agency| agency)?,? (?:has |have )?{_TELLS}\b")
    ),
    # reported by AFP ; according to Reuters ; told the AP ; in an interview with dpa
    _Pattern(
        False,
        re.compile(
            r"\b(?:according to|reported by|told|cited by|quoted by|interview with|reports from|by)"
            rf"(?: the| state news agency| official news agency| news agency)* (?P<name>{_NAMES})\b"
        ),
    ),
)

# An agency that the table does not hold, where it is called one: "the agency Alpine Wire reported".
_ANY = r"(?P<name>(?!(?:The|This|That|A|An|Our|Its|Their|His|Another|One) )[A-Z]\w+(?: [A-Z]\w+){0,2})"
# What sort of agency brings news: not "the civil defence agency Alpine Watch said".
_OF_NEWS = (
    r"\b(?:[A-Z][\w'’-]+|[Tt]he|[Nn]ews|press|wire|state|private|local|independent|official|semi-official)"
)
_CALLED_AGENCY = (
    _Pattern(False, re.compile(rf"{_OF_NEWS} [Aa]gency {_ANY},? (?:has |had )?{_TELLS}\b")),
    _Pattern(False, re.compile(rf"\b(?:[Tt]he )?{_ANY} news agency,? (?:has |had )?{_TELLS}\b")),
)

# Any outlet, by the last word of its name, where a line of credit says that all of the text is its own.
_PAPER = (
    r"(?:News|Times|Post|Standard|Herald|Tribune|Gazette|Journal|Daily|Press|Chronicle|Observer|Guardian|Telegraph|Mail|Star|Globe|TV|Radio|Dispatch|Examiner|Inquirer|Courier"
    r"|Sentinel|Register|Mirror|Express|Monitor|Today)"
)
_OUTLET = rf"(?P<name>(?:[A-Z][\w.&'’]*[ -]){{1,3}}(?:{_PAPER}|Wire))"
_CREDIT_LINES = (
    # BELMORA (Tarvo Standard) --
    _Pattern(True, re.compile(rf"^[^\n(]{{0,60}}\({_OUTLET}\)\s*{_DASH}", re.M)),
    # Source: Northern Desk News ; According to the Tarvo Standard  (a line of its own)
    _Pattern(
        True,
        re.compile(
            rf"^(?i:by|via|from|sources?|according to|reported by)\b:? (?:[Tt]he )?{_OUTLET}\.?\s*$", re.M
        ),
    ),
    # Northern Desk News reports.  (a line of its own, or before all)
    _Pattern(True, re.compile(rf"^(?:[Tt]he )?{_OUTLET},? (?:has )?report(?:s|ed)(?:[.:]?\s*$|:)", re.M)),
)

BROADCASTERS = (
    "ABC", "ABC News", "Al Arabiya", "Al Jazeera", "Al-Jazeera", "BBC", "CBC", "CBS", "CCTV", "CGTN", "CNA",
    "CNN", "DR", "DW", "Deutsche Welle", "France 24", "France24", "Fox News", "NBC", "NDTV", "NHK", "NPR",
    "NRK", "PBS", "RAI", "RFI", "RT", "RTE", "RTÉ", "SABC", "SVT", "TASR", "TRT", "TVN", "VOA",
    "Voice of America", "Yle", "ZDF",
)  # fmt: skip
"""Broadcasters whose names do not tell that they bring news. A new one is a word."""

_HEARD = (
    rf"(?:(?:{'|'.join(sorted(map(re.escape, BROADCASTERS), key=len, reverse=True))})(?: News)?"
    rf"|(?:Radio|Tele|Canal|TV) [A-Z]\w+|(?:[A-Z][\w.&'’]*[ -]){{1,3}}{_PAPER})(?![\w-])"
)
_HEARD_FROM = (
    # RTÉ reported ; Radio Okapi, run by the United Nations, quoted
    _Pattern(
        False,
        re.compile(
            rf"\b(?:[Tt]he )?(?P<name>{_HEARD})(?:, [^,.\n]{{3,60}},| TV| television| radio| newspaper)?"
            rf" (?:has |have |had |also )?{_TELLS}\b"
        ),
    ),
    # according to Northern Desk News ; citing the BBC
    _Pattern(
        False,
        re.compile(
            r"\b(?:according to|reported by|citing|cited by|quoted by|reports from)"
            r"(?: (?:the|local|public|state|private|national|broadcaster|newspaper|daily|outlet|website"
            rf"|channel|television|radio|station))* (?P<name>{_HEARD})\b"
        ),
    ),
)
"""How a sentence tells that it is a paper's or a broadcaster's, where no agency is credited."""

_HEARD_NAME = re.compile(_HEARD)

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")


def credited(report: Report) -> tuple[Copy, ...]:
    """Return the agency that a report credits, with the passage that is the agency's, if it credits any.

    A dateline ("CAIRO (AP) --") or a credit line ("Copyright 2017 The Associated Press") makes the whole
    text the agency's, and "Source: Northern Desk News" that outlet's: one passage, overlap 1. "Reuters
    reported" makes its sentence the agency's. Of several agencies it is the one that carries most; one line
    that names several ("AP - AFP") credits each. Nobody credits himself.
    """
    own = report.source
    told_by = _fitting(report.text)
    rounds = [[one for one in told_by if one.whole is whole] for whole in (True, False)]
    for patterns in (*rounds, _HEARD_FROM):
        found: dict[str, list[tuple[int, int]]] = {}
        lines: list[list[str]] = []
        for pattern in patterns:
            for hit in pattern.where.finditer(report.text):
                whole = (0, len(report.text))
                place = whole if pattern.whole else _sentence(report.text, hit.start(), hit.end())
                agencies = [one for one in _agencies(hit, pattern) if not (own and publishes(one, own))]
                lines.append(agencies)
                for agency in agencies:
                    found.setdefault(agency, []).append(place)
        if found:
            most = _most_told(found)
            named = dict.fromkeys(one for line in lines if most in line for one in line)
            return tuple(_copy(report, agency, found[agency]) for agency in named)
    return ()


def _fitting(text: str) -> list[_Pattern]:
    """Return the patterns that a text may hold: most hold no agency's name and do not speak of an agency."""
    named = _NAME.search(text) is not None
    known = [pattern for pattern in _PATTERNS if named or pattern.where.flags & re.IGNORECASE]
    return [*known, *(_CALLED_AGENCY if "gency" in text else ()), *_CREDIT_LINES]


def is_hearsay(copy: Copy) -> bool:
    """Tell whether a credit is to a paper or a broadcaster, for some sentences only."""
    return copy.kind == "credited" and copy.overlap < 1 and _HEARD_NAME.fullmatch(copy.of) is not None


def _agencies(hit: re.Match[str], pattern: _Pattern) -> list[str]:
    """Return the agencies that a place names: known ones, or an outlet that is called one."""
    names = [hit["name"], *_NAME.findall(hit.groupdict().get("more") or "")]
    known = [_agency(name) or ("" if pattern in _PATTERNS else name) for name in names]
    return [agency for agency in known if agency]


def _agency(name: str) -> str | None:
    """Return the agency of a spelling; capitals count, unless the spelling is longer than initials.

    A reporter's name before it, however it is set, leaves it the agency's: "Ann HaleAssociated Press".
    """
    if name in _KNOWN:
        return _KNOWN[name]
    longer = {spelling.lower(): agency for spelling, agency in _KNOWN.items() if " " in spelling}
    whole = name.lower()
    return longer.get(whole) or next((longer[end] for end in longer if whole.endswith(end)), None)


def publishes(agency: str, source: Source) -> bool:
    """Tell whether a source is the agency itself."""
    own = _folded(f"{source.id} {source.name}")
    marks = {mark for name in AGENCIES.get(agency, (agency,)) for mark in (name.lower(), _squashed(name))}
    words = set(re.split(r"[^a-z0-9]+", own))
    if agency not in AGENCIES and _is_named(agency, own):
        return True
    return any(mark in words or f"{mark}news" in words or (len(mark) > 5 and mark in own) for mark in marks)


def _is_named(outlet: str, own: str) -> bool:
    """Tell whether a source goes by an outlet's name: tarvo-post.com is the Daily Tarvo Post."""
    names = {_squashed(re.sub(r"^(?:www|m|edition)\.|\.\w+$", "", name)) for name in own.split()}
    first = re.split(r"\W", outlet.lower())[0]
    return any(len(name) > 3 and (name in _squashed(outlet) or name.startswith(first)) for name in names)


def _squashed(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", _folded(name))


def _folded(name: str) -> str:
    """Return a name in small letters without accents: "RTÉ" is rte.ie."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence round a place of the text."""
    before = [hit.end() for hit in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    return (before[-1] if before else 0, after.start() + 1 if after else len(text))


def _most_told(found: dict[str, list[tuple[int, int]]]) -> str:
    """Return the agency that carries most of the text; the first named of equals."""
    return max(found, key=lambda name: (sum(end - at for at, end in set(found[name])), -min(found[name])[0]))


def _copy(report: Report, agency: str, places: list[tuple[int, int]]) -> Copy:
    """Return the copy of an agency that is credited for these places."""
    passages = tuple(
        Passage(start=start, end=end, of_start=0, of_end=0) for start, end in sorted(set(places))
    )
    covered = sum(passage.end - passage.start for passage in passages)
    return Copy(
        report_id=report.id,
        of=agency,
        kind="credited",
        passages=passages,
        overlap=round(min(1.0, covered / max(1, len(report.text))), 3),
    )
