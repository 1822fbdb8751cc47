"""Which offices are one body: a minister, his ministry and its spokesman speak with one voice."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from sayso.model import Claim, Speaker, SpeakerKind

__all__ = ["BASED", "NATIONS", "Offices"]

NATIONS: dict[str, str] = {
    "french": "france", "dutch": "netherlands", "swiss": "switzerland", "spanish": "spain", "greek": "greece",
    "danish": "denmark", "polish": "poland", "british": "britain", "uk": "britain", "us": "america",
    "afghan": "afghanistan", "thai": "thailand", "turkish": "turkey", "filipino": "philippines",
    "burmese": "myanmar",
}  # fmt: skip
"""Words for a country's own that do not begin as its name does. A new one is a row."""

_FIELDS = r"(?:interior|home|home affairs|defen[cs]e|health|justice)"
_OFFICE = re.compile(
    r"\b(?<!regional )(?<!council )(?<!vice )(?<!former )(?:president|prime minister|premier|chancellor"
    rf"|{_FIELDS} (?:minister|secretary|ministry)|(?:minister|secretary|ministry) (?:of|for) (?:the )?"
    rf"(?:national |public )?{_FIELDS}|white house)\b(?! of\b)",
    re.I,
)
"""Offices of one government, which speaks with one voice; a president of a region or a club is none."""

_LOCAL = re.compile(r"\b(mayor|governor)\b", re.I)
"""Offices of a town or a province, each held by one person where reports of one incident name only one."""

_ARMY = re.compile(
    r"\b((?:(?!The )[A-Z][A-Za-z.]+ )?[A-Z][A-Za-z.]+?)(?:['’]s)? (?:armed |defen[cs]e |national )?"
    r"(?:army|military|forces|troops|navy|air force|general staff)\b"
)
_FORCE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]+ ){1,3}(?:Forces|Army|Guards?|Brigades?|Corps|Militia))\b"
    r"|^(?:[Tt]he )?(?P<letters>[A-Z]{3,5})\b"
)
"""An army of a country, and a force that goes by a name of its own or its letters."""

_STATE_FORCES = {"IDF": "israel", "SAF": "sudan", "AFU": "ukraine"}

_TITLE = re.compile(r"\b(?:minister|secretary|president|premier|chancellor) $", re.I)
_APPOSED = re.compile(r", (?:the |an? )?([^,]{4,60}),")
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3} ?")
_NATION = re.compile(r"\b([A-Z][A-Za-z.]+?)(?:['’]s)? (?:[a-z]+ )?$")
_NO_NATION = frozenset(
    {"the", "deputy", "acting", "federal", "union", "state", "then", "when", "and", "national"}
)
_STEM = 4  # letters by which "Kenya", "Kenyan" and "Kenya's" are one

_BARE: frozenset[SpeakerKind] = frozenset({"government", "police", "other"})
"""Kinds that a report gives somebody whom it quotes by his name only."""

_INSTITUTIONS: frozenset[SpeakerKind] = frozenset({"rescue", "medical", "prosecutor-court"})
"""Kinds of institutions for which a person may be told to speak in one report, and not in another."""

_RANKED: frozenset[SpeakerKind] = frozenset({"government", "police", "military"})
"""Kinds that reports give one man who is both: a colonel who administers a district."""

_FULL_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,2} [A-Z][\w'’-]+")
_OWNED = re.compile(
    r"(?:[Tt]he )?(?P<owner>[A-Z][A-Za-z.]+)['’]s (?P<body>[\w ]*?\b"
    r"(?i:ministry|agency|authority|department|committee|commission|council|service|institute)\b[\w ]*)$"
)
"""A body of a country: "Torvia's flood agency"; the offices of its government are told of otherwise."""


BASED = re.compile(r"^(?:[Tt]he |[Aa]n? )?[A-Z][\w.]+-based ")
"""Where a body sits, which is no part of its name: "the Britain-based Observatory"."""

_SHORTENED = re.compile(r"(?P<full>.+) \((?P<short>[A-Z][\w.-]{1,11})\)")
"""A body's name and, in brackets, the letters or the word by which it goes elsewhere."""

_MONITOR = re.compile(
    r"(?:(?:an?|the) )?(?:(?:[\w-]+-based|war|conflict|local|independent|rights) ){0,2}"
    r"(?:monitor|monitoring group|watchdog|(?:human )?rights (?:group|organi[sz]ation|monitor))",
    re.I,
)
_WATCHES = re.compile(
    r"(?:[Tt]he )?(?!Human Rights Watch\b|.*\b(?:U\.?N\.?|United Nations|Commission\w*|Council|Office)(?!\w))"
    r"(.*\b(?:Observatory|Monitor|Watch|Rights)\b.*)"
)
"""Who watches a war without being named, and the names by which one is known who does."""


_SITES: tuple[tuple[re.Pattern[str], Speaker], ...] = (
    (
        re.compile(
            r"(?:defen[cs]e|defensa|mindef|mod|interior|interieur|moi|mha|homeoffice|health|sante|salud|moh|justice"
            r"|justicia|president|presidency|presidence|presidencia|whitehouse)"
        ),
        Speaker(name="the president", kind="government"),
    ),
)
"""Names of sites of state at which an office publishes itself, and as whom it is quoted elsewhere."""

_POLICE = re.compile(
    r"\w*(?:police|polizei\w*|polit(?:i|iet|ie)|poliisi|policja|policia\w*|policie|poliziadistato)"
    r"|polis(?:en)?|(?:rcmp|gendarmerie)\w*|carabinieri|saps|pnp"
)
"""Names of sites at which a police force publishes itself, whatever their address ends in."""

_OF_ITS_SORT = re.compile(r"(?:rights|watch|monitor|observatory|relief|aid|cross|crescent|alert|network)$")
"""How the part of a body's name ends that can be the name of its site: "Chin Rights" of the monitor."""


class Offices:
    """Who speaks for a government in the reports of one incident; each country's is one voice."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Take all claims, in any order: "Home Secretary Ann Hale" in one tells who "Hale" is in others."""
        self._holders: dict[str, str] = {}
        self._nations: dict[str, str] = {}
        self._local: dict[str, set[str]] = {}
        self._armies: set[str] = set()
        self._owners: dict[str, set[str]] = {}
        self._staff: dict[str, set[SpeakerKind]] = {}
        self._posts: dict[str, Counter[SpeakerKind]] = {}
        self._watching: set[str] = set()
        self._bodies: dict[str, Speaker] = {}
        self._shortened: dict[str, Speaker] = {}
        self._heard: dict[tuple[str, SpeakerKind], tuple[Speaker, str | None]] = {}
        met: set[tuple[str, SpeakerKind]] = set()
        for claim in claims:
            if claim.speaker.narrates:
                continue
            if (who := (claim.speaker.name, claim.speaker.kind)) not in met:
                met.add(who)
                self._meet(claim.speaker)
            if claim.speaker.kind == "government":
                if title := _local_title(claim):
                    self._local.setdefault(title, set()).add(_surname(_person(claim.speaker.name)))
                held, name = _held(claim)
                if held is not None:
                    nation = self._known(_nation(held))
                    if surname := _surname(name):
                        self._holders[surname] = max(nation, self._holders.get(surname, ""))

    def _meet(self, speaker: Speaker) -> None:
        """Note whose body, or army, a speaker names, its short name, and for what a named person speaks."""
        if names := _names(speaker):
            for name in names.groups():
                held = self._shortened.get(_bare(name), speaker)
                self._shortened[_bare(name)] = max(held, speaker, key=lambda one: (one.name, one.kind))
        if speaker.kind == "military" and (army := _ARMY.search(speaker.name)):
            self._armies.add(_stem(army.group(1)))
        if speaker.kind == "ngo-un" and not _MONITOR.fullmatch(speaker.name):
            if watch := _WATCHES.match(BASED.sub("", speaker.name)):
                self._watching.add(watch.group(1))
            for site in _site_names(speaker.name):
                held = self._bodies.get(site, speaker)
                self._bodies[site] = max(held, speaker, key=lambda one: (len(one.name), one.name))
        if owned := _owned(speaker):
            self._owners.setdefault(owned["body"].casefold(), set()).add(_stem(owned["owner"]))
        elif speaker.kind in _INSTITUTIONS and _FULL_NAME.fullmatch(speaker.name):
            self._staff.setdefault(speaker.name, set()).add(speaker.kind)
        elif speaker.kind in _RANKED and _FULL_NAME.fullmatch(speaker.name):
            self._posts.setdefault(speaker.name, Counter())[speaker.kind] += 1

    def heard(self, speaker: Speaker) -> tuple[Speaker, str | None]:
        """Return a speaker as the other reports tell of him, and his government's voice; see known, voice."""
        key = (speaker.name, speaker.kind)
        found = self._heard.get(key)
        if found is None:
            known = self.known(speaker)
            found = self._heard[key] = (known, self.voice(known))
        return found

    def known(self, speaker: Speaker) -> Speaker:
        """Return a speaker as the other reports tell of him.

        Where one has "rescue spokesman Bo Lund", "Lund" alone in another speaks for the rescuers too; and
        "Torvia's flood agency" is the flood agency, unless another country's speaks as well. "A war monitor"
        is the only one that is named, and "the Flood Office (FLO)" is FLO.
        """
        names = _names(speaker)
        full = self._shortened.get(_bare(names["full"] if names else speaker.name), speaker)
        if short := _names(full):
            return replace(speaker, name=short["short"], kind=full.kind)
        if speaker.kind == "ngo-un" and self._watching and _MONITOR.fullmatch(speaker.name):
            name = max(self._watching, key=lambda known: (len(known), known))
            if all(other in name for other in self._watching):
                return replace(speaker, name=name)
        if speaker.kind in _BARE and (kinds := self._staff.get(speaker.name)) and len(kinds) == 1:
            return replace(speaker, kind=next(iter(kinds)))
        posts = self._posts.get(speaker.name) if speaker.kind in _RANKED else None
        if posts and len(posts) > 1:
            return replace(speaker, kind=max(sorted(posts), key=lambda kind: posts[kind]))
        owned = _owned(speaker)
        if owned and len(self._owners.get(owned["body"].casefold(), ())) == 1:
            return replace(speaker, name=f"the {owned['body']}")
        return speaker

    def in_full(self, speaker: Speaker) -> str:
        """Return the name of a speaker in full, and in letters, where one of the reports gives both."""
        return self._shortened.get(_bare(speaker.name), speaker).name

    def publisher(self, site: str, *, official: bool) -> Speaker | None:
        """Return as whom others quote the body that publishes itself at a site: the "Chin Rights Monitor".

        A ministry's own site is its government's voice where only one country's speaks.
        """
        if _POLICE.fullmatch(site):
            return Speaker(name="police", kind="police")
        if official and len(self._nations) < 2:
            return next((speaker for name, speaker in _SITES if name.fullmatch(site)), None)
        return self._bodies.get(site)

    def voice(self, speaker: Speaker) -> str | None:
        """Return the name under which a speaker's government is a voice; None where he holds no office."""
        nation = None
        if speaker.kind == "military":
            return self._army(speaker.name)
        if speaker.kind == "government" and _OFFICE.search(speaker.name):
            nation = _nation(speaker.name)[:_STEM]
        elif speaker.kind in _BARE and (speaker.kind == "government" or _NAME.fullmatch(speaker.name)):
            nation = self._holders.get(_surname(speaker.name))
        if nation is None:
            return self._local_voice(speaker)
        return (
            f"{self._nations.get(nation, nation)} government"
            if nation and len(self._nations) > 1
            else "government"
        )

    def _army(self, name: str) -> str | None:
        """Return the voice of a country's army, where two countries' speak, or of a force with a name."""
        name = name.removeprefix("The ")
        army, force = _ARMY.search(name), _FORCE.search(name)
        nation = _stem(army.group(1)) if army else ""
        if force and not army:
            letters = force["letters"] or "".join(word[0] for word in force["name"].split())
            nation = _stem(_STATE_FORCES.get(letters, (force["name"] or "").split(" ")[0]))
            if nation not in self._armies and letters not in _STATE_FORCES:
                return letters.lower()
        return f"{nation} military" if nation and len(self._armies) > 1 else None

    def _local_voice(self, speaker: Speaker) -> str | None:
        """Return the name of the one mayor, or governor, where a speaker is told of by that office only."""
        title = _LOCAL.search(speaker.name)
        if title is None or speaker.kind != "government" or _LOCAL_HOLDER.search(speaker.name):
            return None
        holders = self._local.get(title.group(1).lower(), set())
        return next(iter(holders)) if len(holders) == 1 else None

    def _known(self, nation: str) -> str:
        """Return the letters that stand for a nation, and keep the shortest word for it."""
        stem = nation[:_STEM]
        if stem:
            self._nations[stem] = min(
                nation, self._nations.get(stem, nation), key=lambda word: (len(word), word)
            )
        return stem


@lru_cache(maxsize=1 << 14)
def _site_names(body: str) -> tuple[str, ...]:
    """Return the names that a body's own site may have: its name in full, or how it begins, in one word."""
    words = [re.sub(r"\W", "", word).lower() for word in BASED.sub("", body).split()]
    words = words[1:] if words[:1] == ["the"] else words
    starts = ["".join(words[:n]) for n in range(2, len(words))]
    return tuple(name for name in starts if _OF_ITS_SORT.search(name)) + ("".join(words),) * (len(words) > 1)


def _names(speaker: Speaker) -> re.Match[str] | None:
    """Return a body's full name and its short one, where a name gives both; an outlet's is left as it is."""
    return None if speaker.kind == "media" else _SHORTENED.fullmatch(speaker.name)


def _bare(name: str) -> str:
    """Return a body's name without article and capitals."""
    return name.casefold().removeprefix("the ")


def _owned(speaker: Speaker) -> re.Match[str] | None:
    """Return the country and the body that a name tells, where it is no office of its government."""
    owned = _OWNED.match(speaker.name) if speaker.kind == "government" else None
    return None if owned and _OFFICE.search(owned["body"]) else owned


_LOCAL_HOLDER = re.compile(
    r"\b(?:[Mm]ayor|[Gg]overnor),? (?:[A-Z][\w'’.-]+ )*[A-Z]|[Ss]pokes|[Dd]eputy|[Ff]ormer|[Oo]ffice"
)
_BEHIND_OFFICE = re.compile(r"\b(mayor|governor)(?: of [A-Z][\w'’ -]+?)?,? $", re.I)
_AHEAD_OF_OFFICE = re.compile(r", (?:the )?(?:[\w'’-]+ ){0,2}?(mayor|governor)\b", re.I)


def _local_title(claim: Claim) -> str | None:
    """Return the local office that a named speaker holds, by the words of his name or those beside it."""
    name, span, quote = claim.speaker.name, claim.speaker.span, claim.span.quote
    if not _NAME.fullmatch(_person(name)):
        return None
    if held := _LOCAL.search(name):
        return held.group(1).lower() if _LOCAL_HOLDER.search(name) else None
    at = span.start - claim.span.start if span and span.field == claim.span.field else -1
    if at < 0 or not quote[at:].startswith(name):
        return None
    beside = _BEHIND_OFFICE.search(quote[:at]) or _AHEAD_OF_OFFICE.match(quote, at + len(name))
    return beside.group(1).lower() if beside else None


def _person(name: str) -> str:
    """Return a name without title and place: "Governor Ann Hale of Tarvo" is Ann Hale."""
    bare = re.sub(r" (?:of|in|from) .*$", "", name)
    return re.sub(r"^.*\b(?:mayor|governor),? ", "", bare, flags=re.I)


def _held(claim: Claim) -> tuple[str | None, str]:
    """Return the words for the office that a speaker holds, and his name; the words may stand beside him."""
    name, span, quote = claim.speaker.name, claim.speaker.span, claim.span.quote
    if told := list(_OFFICE.finditer(name)):
        return name[: told[-1].end()], name[told[-1].end() :]
    at = span.start - claim.span.start if span and span.field == claim.span.field else -1
    if at < 0 or not _NAME.fullmatch(name) or not quote[at:].startswith(name):
        return None, name
    if _TITLE.search(quote[:at]) and (office := _OFFICE.search(quote[:at])) and office.end() == at - 1:
        return quote[: office.end()], name
    apposed = _APPOSED.match(quote, at + len(name))
    return (apposed.group(1) if apposed and _OFFICE.search(apposed.group(1)) else None), name


@lru_cache(maxsize=1 << 14)
def _nation(words: str) -> str:
    """Return the country whose office words name: "" where they do not say."""
    office = _OFFICE.search(words)
    word = _NATION.search(words[: office.start()]) if office else None
    nation = word.group(1).replace(".", "").casefold() if word else ""
    return "" if nation in _NO_NATION else NATIONS.get(nation, nation)


def _stem(nation: str) -> str:
    """Return the letters that stand for a country in all words for its own."""
    word = nation.replace(".", "").casefold()
    return NATIONS.get(word, word)[:_STEM]


def _surname(name: str) -> str:
    words = re.findall(r"[\w'-]+", name.casefold())
    return words[-1] if words else ""
