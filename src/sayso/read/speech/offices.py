"""Offices that tell of which kind a speaker is: "opposition leader Ugo Bern", "ombudsman Ana Weiss", a body by its initials."""

import re
from collections.abc import Mapping, Sequence

from sayso.model import Span, SpeakerKind
from sayso.read.speech import cues
from sayso.read.text.page import Page

__all__ = ["is_only_spokesman", "kind_told", "offices_in"]

# Who speaks for a party, or against a government, holds no office of state.
PARTY = (
    r"(?:[Oo]pposition|(?:[A-Z][\w'’&-]+ ){0,3}[Pp]arty|Congress|BJP|TMC|AAP|PTI|PML-N|BNP|APC|PDP|EFF|CHP)"
)
OF_PARTY = (
    r"(?:leaders?|lawmakers?|MPs?|legislators?|senators?|spokes(?:man|woman|person)|chairman|chairwoman|president|politicians?|figures?|"
    r"activists?|candidates?|members?)"
)
MAGISTRATE = r"(?:district|sub-?divisional) magistrate"
ADMINISTRATION = r"(?:head|chief|chairman|deputy head) of (?:the )?(?:[\w'’-]+ ){0,4}administration"
# Each kind, and the office before a name, or behind it.
OFFICES: tuple[tuple[SpeakerKind, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(rf"\b{PARTY}(?:['’]s)? (?:[\w-]+ ){{0,2}}{OF_PARTY},? $"),
        re.compile(
            rf", (?:(?:an?|the) )?(?:[\w-]+ ){{0,2}}(?:opposition {OF_PARTY}|leader of the (?:main )?opposition"
            rf"|{OF_PARTY} of the (?:[A-Z][\w'’-]+ ){{0,3}}(?:[Pp]arty|opposition))\b"
        ),
    ),
    (
        "government",
        re.compile(
            rf"\b(?i:ombuds(?:man|woman|person)(?:['’]s? delegate)?|{MAGISTRATE}|{ADMINISTRATION}),? $"
        ),
        re.compile(
            rf", (?:(?:an?|the) )?(?:(?:[\w'’-]+ ){{0,3}}(?:ombuds(?:man|woman|person)|(?i:{MAGISTRATE}))|{ADMINISTRATION})\b"
        ),
    ),
)
# Who speaks for a body that he is not said to be of: "spokesman Ugo Bern", "Ugo Bern, a spokesman,"; and nobody by name.
SPOKESMAN = (
    r"(?:[Ss]pokes(?:man|woman|person)|(?:[Oo]perations )?(?:[Dd]irector|[Cc]ommander|[Cc]oordinator))"
)
BEFORE_NAME = re.compile(
    rf"(?:^|[.;:,] |[”\"“] ?|\b(?:and|but|while|as|its|their) ){SPOKESMAN}(?: (?:Dr|Col|Sgt|Lt|Capt|Maj|Brig|Mr|Mrs|Ms)\.?)* $"
)
BEHIND_NAME = re.compile(rf", (?:an?|its|their|the) {SPOKESMAN}(?:, |\.|$| (?:said|says|told|added)\b)")
SPOKESMAN_ALONE = re.compile(rf"(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) {SPOKESMAN}")
# Names of offices that tell it themselves.
OWN: tuple[tuple[SpeakerKind, re.Pattern[str]], ...] = (
    (
        "government",
        re.compile(
            rf"\bombuds(?:man|woman|person)\b|\bmilitary administration\b|\b{MAGISTRATE}\b", re.IGNORECASE
        ),
    ),
    ("military", re.compile(r"\bInter-Services Public Relations\b|\bISPR\b")),
    ("other", re.compile(rf"\b[Oo]pposition (?:[\w-]+ ){{0,2}}{OF_PARTY}\b")),
)
# Code points before and behind a name in which its office stands.
NEAR = 80


def of_initials(name: str) -> SpeakerKind | None:
    """Return the kind of a body that goes by its initials: "MSF"; None for other names."""
    return next((kind for kind, names in cues.INITIALS if names.fullmatch(name)), None)


def offices_in(page: Page, named: Sequence[tuple[Span, SpeakerKind]]) -> dict[str, SpeakerKind]:
    """Return the last names of those who speak in a report and whose office it tells, with the kind that the office is of."""
    told: dict[str, SpeakerKind] = {}
    for span, _ in named:
        if span.quote[:1].isupper() and (kind := office_of(page.report.field(span.field), span)):
            told[span.quote.split()[-1]] = kind
    return told


def office_of(body: str, span: Span) -> SpeakerKind | None:
    """Return the kind of the office that stands beside a name; None where none does."""
    before, after = body[max(0, span.start - NEAR) : span.start], body[span.end : span.end + NEAR]
    return next(
        (kind for kind, lead, tail in OFFICES if lead.search(before) or tail.match(after)),
        None,
    )


def is_only_spokesman(text: str, start: int, end: int) -> bool:
    """True for a name [start, end) of a sentence that has an office beside it, and no body: "spokesman | Ugo Bern | said".

    So for "a spokesman". He is of the body that spoke last.
    """
    if SPOKESMAN_ALONE.fullmatch(text, start, end):
        return not text.startswith((" for ", " of ", " with ", " at "), end)
    near = max(0, start - NEAR)
    return BEFORE_NAME.search(text[near:start]) is not None or BEHIND_NAME.match(text, end) is not None


def kind_told(name: str, kind: SpeakerKind, offices: Mapping[str, SpeakerKind]) -> SpeakerKind:
    """Return the kind of a speaker that the initials or the office tell, else `kind`."""
    own = of_initials(name) or next((kind for kind, words in OWN if words.search(name)), None)
    return own or offices.get(name.split()[-1] if name.split() else "", kind)
