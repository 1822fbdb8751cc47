"""Whose voice a claim is: the same speaker in ten reports, and the origin of ten copies, are one voice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.model import Claim, Copy, Passage, Quote, Report, Span, Speaker, SpeakerKind, Voice
from sayso.settle.bodies import BASED, Offices
from sayso.settle.outlets import bare, folded, outlet_voice

__all__ = [
    "DIRECT",
    "DIRECTNESS",
    "INSTITUTIONS",
    "ONE_VOICE",
    "Origins",
    "directness",
    "is_body",
    "is_named",
    "merged",
    "printed_names",
    "voice_of",
]

DIRECTNESS: dict[str, int] = {
    "medical": 4, "prosecutor-court": 4, "police": 4, "government": 4, "rescue": 4, "military": 4,
    "ngo-un": 3, "company": 3, "document": 3, "expert": 3,
    "media": 2, "report": 2, "other": 2, "victim-family": 2,
    "witness": 1,
    "claimant": 0,
}  # fmt: skip
"""How near a speaker is to the facts, as house.md ranks them; higher is nearer."""

DIRECT = 4
"""Speakers of this rank know at first hand."""

ONE_VOICE: dict[str, str] = {
    "police": "police",
    "prosecutor-court": "prosecutors",
    "medical": "hospital",
    "rescue": "rescue services",
    "military": "military",
    "victim-family": "family",
}
"""Institutions that speak with one voice on an incident, whoever their spokesman is."""

INSTITUTIONS: tuple[tuple[str, str], ...] = (
    ("fbi", "FBI"),
    ("federal bureau of investigation", "FBI"),
    ("atf", "ATF"),
    ("interpol", "Interpol"),
    ("coroner", "coroner"),
    ("medical examiner", "coroner"),
    ("nato", "NATO"),
    (
        "emergenc(?:y|ies)(?: situations)? (?:committee|ministry|minister)"
        "|(?:committee|ministry|minister) (?:of|for) (?:the )?emergenc(?:y|ies)(?: situations)?",
        "rescue services",
    ),
    ("poli(?:zei|ti|tiet|tie|sen)|poliisi|polic(?:ia|ja|ie)|polizia", "police"),
    (
        "health (?:officials?|authorit(?:y|ies)|director(?:ate)?|department|secretariat|service)",
        "health authorities",
    ),
    (
        "(?:disaster|emergenc(?:y|ies)|civil (?:protection|defen[cs]e))(?: (?:management|response))?"
        " (?:officials?|agency|authorit(?:y|ies)|office|services?|ministry)",
        "rescue services",
    ),
    ("justice department", "prosecutors"),
    ("department of justice", "prosecutors"),
    ("indictment", "prosecutors"),
    ("charge sheet", "prosecutors"),
    ("criminal complaint", "prosecutors"),
    ("(?:court|charging) (?:documents|papers|filings)", "prosecutors"),
)
"""Words of a speaker's name that make it a body of its own, apart from the others of its kind."""

_NOBODY = Offices()
_GENERIC = frozenset(
    {
        "official", "officials", "authorities", "authority", "government", "spokesman", "spokeswoman",
        "spokesperson", "source", "sources", "witness", "witnesses", "neighbor", "neighbors", "neighbour",
        "neighbours", "resident", "residents", "eyewitness", "eyewitnesses", "bystander", "people", "man",
        "woman", "media", "report", "reports", "local", "security",
        "state", "city", "county", "province", "provincial", "region", "regional", "district",
        "other", "others",
        "who", "he", "she", "they", "family", "company", "statement", "suspect", "victim", "it",
    }
)  # fmt: skip
_SMALL = frozenset(
    {"the", "a", "an", "of", "for", "and", "in", "at", "from", "his", "her", "their", "one", "mr", "mrs"}
)
_BODY = re.compile(
    r"\b(?:ministry|ministers?|department|office|bureau|agency|council|mayor|governor|president|parliament"
    r"|prefecture|prefect|embassy|party|company|airline|university|school|union|red cross|group|state)\b"
)
_TITLED = re.compile(r"(?:[A-Z]\w+|\b(?:mayor|governor|prefect|president|minister)) [A-Z]\w+$")
"""A person behind a title, who is told of elsewhere without it."""
_OFFICIAL = re.compile(r"\.(?:gov|gob|gouv|gub|govt|mil)(?:\.[a-z]{2})?$|\.go\.[a-z]{2}$")
"""Addresses at which an office of state publishes itself, for which nobody else speaks there."""

_PUBLISHERS: dict[str, SpeakerKind] = {"official": "government", "aid": "ngo-un"}
"""What publishers that are no outlets are, as speakers of what they publish."""

_SOURCE = re.compile(
    r"^(?:an?|the|one|two|several|its|their)? ?(?:[\w-]+ )?sources? "
    r"(?:close|familiar|with|inside|in|near|within|briefed|who|at|involved|privy|quoted)\b",
    re.I,
)
"""Somebody unnamed, who does not speak for the body that he is close to."""

_REACHED = re.compile(r"(?<=\w),? (?:contacted|reached|interviewed|quoted|cited) by .*$")
"""What tells of a speaker only who spoke to him: "an elected official contacted by AFP"."""

_OF_A_GROUP = re.compile(r"(?<=[a-z]) (?:group|movement|militants?|fighters?|insurgents?)$")
"""What may stand behind the name of a group: "the Redfield group" is Redfield."""

_IN_OFFICE = re.compile(
    r"(?!.*,)(?:.*\b)?(?:governors?|mayors?|prefects?|officials|authorities|government) "
    r"(?:of|in) (?:the )?[A-Z]"
    r"|(?:[Tt]he )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+ (?:officials|authorities)$"
)
"""An office with the name of its place, which has two words: "the governor of South Tarvo" is no Mr Tarvo."""

_OF_A_PLACE = re.compile(r" (?:of|in|from) (?:the )?[A-Z].*$")
_PERSON = re.compile(r"(?:[\w.]+ )*[A-Z][\w'’-]+ [A-Z][\w'’-]+$")
_NAMES_A_BODY = re.compile(
    r"\b(?:Ministry|Department|Organi[sz]ation|Observatory|Office|Agency|Commission|Committee|Council|Centre|Center)"
    r" (?:of|for|on) (?:the )?[A-Z][\w ]+$"
    r"|\b[A-Z]\w+ (?:Agency|Authority|Commission|Committee|Council|Centre|Center|Service|Institute"
    r"|Watch|Monitor|Network|International|Foundation|Organi[sz]ation|Observatory)$"
)
"""A body's name in full, which is not told by its last word as a person is by his surname."""

_NO_PERSON = re.compile(
    r"\b(?:ministry|department|council|party|front|union|movement|army|forces?|services?|defen[cs]e|authority"
    r"|command|commission|committee|institute|association|federation|society|agency|office|bureau|board|court"
    r"|hospital|university|church|house|state|states|republic|brigades?|organi[sz]ation|network|cross|crescent|nations)\b",
    re.I,
)
"""Of whom "Ann Hale of Tarvo" is told, who is Ann Hale; not of "the Defence Council of Tarvo"."""


_BODY_WORD = re.compile(rf"{_NO_PERSON.pattern}|\bpolice\b", re.I)


class Origins:
    """Follows a copied passage back to the report or agency in which it stood first."""

    def __init__(self, reports: Mapping[str, Report], copies: Iterable[Copy]) -> None:
        """Take the reports by id, and all copies known; order does not matter."""
        self._reports = reports
        self._copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in sorted(set(copies), key=lambda c: (c.kind == "credited", _when(reports.get(c.of)), c.of)):
            self._copies[copy.report_id].append(copy)
        self._voices: dict[tuple[str, str, str], Voice] = {}
        self._origins: dict[tuple[str, str, int, int], Report | str] = {}

    def voice(self, name: str, kind: SpeakerKind, report_id: str) -> Voice:
        """Return a voice that one report carries, made once."""
        key = (name, kind, report_id)
        found = self._voices.get(key)
        if found is None:
            found = self._voices[key] = Voice(name=name, kind=kind, report_ids=(report_id,))
        return found

    def ids(self) -> set[str]:
        """Return the ids of all that is repeated: reports, or agencies by their names."""
        return {copy.of for copies in self._copies.values() for copy in copies}

    def of(self, report: Report, field: str, start: int, end: int) -> Report | str:
        """Return the report that said these words first, or the name of the agency that did."""
        if report.id not in self._copies:
            return report
        key = (report.id, field, start, end)
        if key not in self._origins:
            self._origins[key] = self._followed(report, field, start, end)
        return self._origins[key]

    def _followed(self, report: Report, field: str, start: int, end: int) -> Report | str:
        """Return where the steps end from copy to origin that begin at these words."""
        seen = {report.id}
        while True:
            step = self._step(report, field, start, end)
            if step is None:
                return report
            copy, passage = step
            origin = self._reports.get(copy.of)
            if origin is None:
                return copy.of if copy.kind == "credited" else report
            if origin.id in seen:
                return report
            seen.add(origin.id)
            if passage is not None:
                start, end = passage.of_start + start - passage.start, passage.of_start + end - passage.start
            report = origin

    def outlet(self, report: Report, span: Span) -> str:
        """Return the voice of the outlet that said these words first; of a report without one, its own."""
        origin = self.of(report, span.field, span.start, span.end)
        if isinstance(origin, str):
            return outlet_voice(origin)
        return f"report {origin.id}" if origin.source is None else outlet_voice(origin.source.name)

    def _step(self, report: Report, field: str, start: int, end: int) -> tuple[Copy, Passage | None] | None:
        """Return the copy that holds most of the words, the earliest origin first, or None."""
        for copy in self._copies.get(report.id, ()):
            if field == "title":
                if copy.overlap >= _WHOLE:
                    return copy, None
                continue
            for passage in copy.passages:
                covered = min(end, passage.end) - max(start, passage.start)
                if 2 * covered >= max(1, end - start):
                    return copy, passage
        return None


_WHOLE = 0.8  # share of a report that is copied from which its headline is the origin's too


def voice_of(claim: Claim, report: Report, origins: Origins, offices: Offices = _NOBODY) -> Voice:
    """Return the voice of a claim, carried by the report it stands in.

    Voices are told apart by their names. A quoted speaker is the same voice in every report; unnamed
    witnesses are another in each. The narrator is the outlet, and in a copied passage the origin. A report
    that does not say who publishes it is a voice of its own. `offices` tell who speaks for a government; what
    an office of state or an aid body publishes itself is its own word.
    """
    kind: SpeakerKind = "media"
    if claim.speaker.narrates:
        name = origins.outlet(report, claim.span)
        kind = _publisher(origins.of(report, claim.span.field, claim.span.start, claim.span.end))
        if body := offices.publisher(name, official=kind == "government"):
            name, kind = offices.voice(body) or _quoted(offices.known(body), report)[0], body.kind
    else:
        speaker, government = offices.heard(claim.speaker)
        name, kind = _quoted(speaker, report)
        if government:
            name, kind = government, "military" if speaker.kind == "military" else "government"
    return origins.voice(name, kind, report.id)


def _publisher(origin: Report | str) -> SpeakerKind:
    """Return what the publisher of a report, or an agency, is as a speaker."""
    source = None if isinstance(origin, str) else origin.source
    if source is None:
        return "media"
    kind = "official" if _OFFICIAL.search(source.id) else source.kind
    return _PUBLISHERS.get(kind, "media")


def printed_names(
    quotes: Iterable[Quote], reports: Iterable[Report] = (), copies: Iterable[Copy] = ()
) -> dict[str, str]:
    """Return how voices are printed, by the names under which they are settled.

    "coimbra" is "Mayor Rui Coimbra": a speaker's are his words in these quotes, the fullest that are no
    longer than LONGEST_NAME, and of somebody unnamed the outlet that quotes him. An outlet's name is the one
    that it gives itself. Who speaks for all of a kind, as "police", has no other.
    """
    quotes = list(quotes)
    outlets = [copy.of for copy in copies if copy.kind == "credited"]
    sources = [report.source for report in (*(quote.report for quote in quotes), *reports)]
    outlets += [source.name for source in sources if source is not None]
    offices = Offices(quote.claim for quote in quotes)
    said: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        speaker, report = offices.known(quote.claim.speaker), quote.report
        if not speaker.narrates:
            unnamed = f" in {report.id}"
            name = offices.voice(speaker) or _quoted(speaker, report)[0]
            where = f" in {report.source.name}" if name.endswith(unnamed) and report.source else ""
            said[name].add(quote.claim.speaker.name + where)
    names = {name: _fullest(name, words) for name, words in said.items() if name not in _PLAIN}
    return names | {outlet_voice(name): name for name in outlets}


LONGEST_NAME = 48
"""Characters of the words for a speaker that are printed as a name."""


def _fullest(name: str, said: Iterable[str]) -> str:
    """Return the fullest of the words for a speaker; those that have his name before those for his office."""
    return max(
        sorted(said),
        key=lambda words: (name in folded(words), len(words) <= LONGEST_NAME, len(words) * _sign(words)),
    )


def _sign(words: str) -> int:
    return 1 if len(words) <= LONGEST_NAME else -1


def _quoted(speaker: Speaker, report: Report) -> tuple[str, SpeakerKind]:
    """Return the name of a quoted speaker's voice; of somebody unnamed one of this report's own."""
    name, kind = _speaker(speaker.name, speaker.kind)
    return name or f"{'source' if kind == 'other' else kind} in {report.id}", kind


def merged(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return voices by name, each once with all the reports that carry it."""
    kinds: dict[str, SpeakerKind] = {}
    reports: dict[str, dict[str, None]] = {}
    for voice in voices:
        kinds.setdefault(voice.name, voice.kind)
        reports.setdefault(voice.name, {}).update(dict.fromkeys(voice.report_ids))
    return tuple(
        Voice(name=name, kind=kinds[name], report_ids=tuple(reports[name])) for name in sorted(kinds)
    )


def directness(voice: Voice) -> int:
    """Return how near a voice is to the facts, 0 (claimant) to 4 (police, hospital, government)."""
    return DIRECTNESS[voice.kind]


def is_named(speaker: Speaker) -> bool:
    """Tell whether a speaker is a person told of by name and surname."""
    return _is_persons(speaker.name)


def is_body(speaker: Speaker) -> bool:
    """Tell whether a speaker is a body that knows at first hand: the police, a ministry, a hospital."""
    return DIRECTNESS[speaker.kind] >= DIRECT and bool(_BODY_WORD.search(speaker.name))


@lru_cache(maxsize=1 << 16)
def _is_persons(name: str) -> bool:
    return bool(_PERSON.match(name)) and not _NO_PERSON.search(name) and not _IN_OFFICE.match(name)


@lru_cache(maxsize=1 << 16)
def _speaker(name: str, kind: SpeakerKind) -> tuple[str, SpeakerKind]:
    """Return a quoted speaker under the name by which other reports have the same voice.

    An empty name is that of somebody whom no other report can be known to quote as well.
    """
    name = _REACHED.sub("", BASED.sub("", name))
    plain = folded(name)
    for words, body in _BODIES:
        if words.search(plain):
            return (body, kind)
    if _SOURCE.match(plain):
        return ("", "other")
    if kind in ONE_VOICE:
        return (ONE_VOICE[kind], kind)
    if kind == "media":
        return (outlet_voice(bare(name)), "media")
    person = _OF_A_PLACE.sub("", name)
    if person != name and _PERSON.match(person) and not _NO_PERSON.search(person):
        name, plain = person, folded(person)
    group = _OF_A_GROUP.sub("", name)
    if kind == "claimant" and group != name and group.split(" ")[-1][:1].isupper():
        name, plain = group, folded(group)
    tokens = [token for token in re.findall(r"[\w'-]+", plain) if token not in _SMALL]
    telling = [token for token in tokens if token not in _GENERIC]
    if not telling:
        return ("" if kind in ("witness", "other") else kind, kind)
    if _NAMES_A_BODY.search(name) or _IN_OFFICE.match(name):
        return (" ".join(telling), kind)
    if _BODY.search(plain) and not _TITLED.search(name):
        return (" ".join(telling), kind)
    return (telling[-1].removeprefix("al-"), kind)


_PLAIN = frozenset({*DIRECTNESS, *ONE_VOICE.values(), *(body for _, body in INSTITUTIONS)})
"""Names of voices that are plain words, for all of a kind."""

_BODIES = tuple((re.compile(rf"\b{words}\b"), body) for words, body in INSTITUTIONS)


def _when(report: Report | None) -> str:
    return report.published_at.isoformat() if report and report.published_at else "~"
