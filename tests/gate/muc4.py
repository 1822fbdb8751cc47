"""Score sayso's accounts as the templates of MUC-4: type, perpetrators, groups, targets, victims, arms.

The measure is that of the published figures (CEAF-REE as in Du, Rush and Cardie 2021): templates of one type
are aligned one to one so that most agrees, an entity is right when its words, without articles, are among
those of the key, and F1 is taken over the fills of all slots and the types together. Victims are those that
have names, each once, without their titles.

An account is a template: its kind gives the type. The key leaves out accidents, disasters and the clashes
of armies; a clash, a riot, a raid or a lost aeroplane is an attack where people are hurt who do not fight and
somebody is said to have done it. Nor is an account a template that the report tells in passing and without
any fill. Who did it is told in one phrase ("guerrillas of the Front"), of which the key has two
halves: the people, and the organisation that they are of. Targets are the things that an account says
were hit.
Which kinds count, and what fills a role, was chosen on dev, never on tst1 and tst2.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from sayso.model import Claim, Label, Reader, Reading, Report
from sayso.read.things import name_of

TYPES = {
    **dict.fromkeys(
        ("shooting", "stabbing", "assault", "homicide", "assassination", "execution"),
        "attack",
    ),
    **dict.fromkeys(("bombing", "explosion", "mine"), "bombing"),
    **dict.fromkeys(("abduction", "hostage-taking"), "kidnapping"),
    "arson": "arson",
}
ATTACKS_ON_PEOPLE = frozenset(
    {"armed-clash", "raid", "airstrike", "shelling", "riot", "aviation", "other", "plot"}
)
ROLES = {
    "PerpInd": ("perp_individual",),
    "PerpOrg": ("perp_org",),
    "Target": ("phys_id",),
    "Victim": ("hum_name",),
    "Weapon": ("instrument_id",),
}
ORGANISATION = re.compile(
    r"\b(?:front|movement|army|organi[sz]ation|cartel|party|brigades?|forces|command|[a-z]+-?\d+|police|"
    r"government|unity|path|council|fmln|eln|farc|epl|urng|mrta|eta|arena|ijm)\b"
)
# People by what they are; where the words for them end so, what stands before may name their organisation.
PEOPLE = (
    r"(?:(?:leftist|rightist|marxist|maoist|urban|rural|armed|alleged|heavily|unidentified) )*"
    r"(?:guerrillas?|rebels?|terrorists?|narcoterrorists?|militants?|extremists?|insurgents?|separatists?|"
    r"subversives?|leftists?|rightists?|ultrarightists?|dissidents?|contras?|soldiers?|troops|officers?|guards?|agents?|"
    r"police(?:man|men)|personnel|militia(?:man|men)|patrols?|units?|columns?|cells?|elements|sappers?|"
    r"command[oe]+s?|fighters?|members?|groups?|bands?|death squads?|gunm[ae]n|hitm[ae]n|assassins?|killers?|"
    r"attackers?|assailants?|kidnappers?|murderers?|snipers?|activists?|outlaws?|bandits?|criminals?|traffickers?|mercenaries|suspects?|inmates?|students?|youths?|m[ae]n|individuals?|persons?|people)"
)
OF_ORGANISATION = re.compile(rf"\b(?P<people>{PEOPLE}) (?:of|from|belonging to) (?P<organisation>.+)")
END_IN_PEOPLE = re.compile(rf"(?P<organisation>.*?) ?(?P<people>{PEOPLE})")
A_PERSON = re.compile(rf"\b{PEOPLE}\b")
NO_ONES = frozenset({"member", "members", "group", "groups", "unit", "units"})
NO_NAME = re.compile(
    r"^(?:(?:alleged|suspected|presumed|selfstyled|socalled|pro\w+|maoist|marxist|leftist|rightist|extreme|terrorist|guerrilla|"
    r"organization|same|this|other|any|and|of) )+(?=.)"
)
# How sure it is that they did it, and what is told of them besides, are no part of who they are.
HOW_SURE = re.compile(
    r"^(?:(?:alleged|suspected|presumed|supposed|so called|socalled|this|these|those|that|some|of|"
    r"one of|other) )+(?=.)"
)
ASIDE = re.compile(
    r"(?<=.) (?:(?:in|on|from|aboard) (?:(?:an?other|moving|two|three|red|white|black|pickup|passing) )*"
    r"(?:cars?|vehicles?|jeeps?|trucks?|pickups?|taxis?|vans?|motorcycles?|bicycles?|horseback)|travell?ing|walking|riding|"
    r"driving|who|that|which|whose|accused|suspected|charged|involved|linked|arrested|detained|believed|allegedly|"
    r"operating|headed|led|trained)\b.*"
)
# Words that tell how many or how sure, but not who.
NOBODY = re.compile(
    r"(?:(?:all|of|in|others?|some|at least|about|over|those|this|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|several|approximately|\d+|alleged|presumed|suspected|involved|accused|unidentified|heavily|armed|uniforms?|uniformed|"
    r"my|his|her|their|he|she|they|them|who) ?)*"
)
HURT = frozenset({"killed", "injured", "missing", "hostages"})
DOERS = frozenset({"responsibility", "suspect", "attackers"})
# What stands before a name, as the key's names do without it.
TITLES = re.compile(
    r"^(?:(?:msgr|monsignor|mr|mrs|ms|dr|father|fr|priest|col|colonel|gen|general|maj|major|capt|captain|lt|lieutenant|"
    r"sgt|sergeant|senator|judge|justice|magistrate|minister|president|mayor|governor|deputy|rev|reverend|bishop|archbishop|"
    r"comrade|officer|ambassador|professor) )+(?=.)"
)
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)")


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: the types that are right for it, and for each role its entities, by all their names."""

    types: tuple[str, ...]
    roles: Mapping[str, tuple[frozenset[str], ...]]

    def fills(self, role: str) -> tuple[frozenset[str], ...]:
        """Return the entities of a role."""
        return self.roles.get(role, ())


def plain(words: str) -> str:
    """Return words as they are compared: in lower case, without marks and articles."""
    bare = re.sub(r"\[.*?\]|\(.*?\)|[^\w\s]", "", words.lower())
    return " ".join(word for word in bare.split() if word not in ("a", "an", "the"))


def key_of(row: Mapping[str, Any]) -> list[Template]:
    """Return the templates of the key; names that stand nowhere in the text are left out."""
    body = plain(row["text"])
    found: list[Template] = []
    for told in row["templates"]:
        roles = {}
        for role, slots in ROLES.items():
            names = [[plain(alt) for alt in fill["alts"]] for slot in slots for fill in told.get(slot, ())]
            kept = (frozenset(name for name in each if name and name in body) for each in names)
            roles[role] = tuple(entity for entity in kept if entity)
        template = Template(tuple(alt.lower() for fill in told["type"] for alt in fill["alts"]), roles)
        if template not in found:
            found.append(template)
    return found


def read_as(reading: Reading) -> list[Template]:
    """Return what a reading tells as templates."""
    found = []
    for account in reading.accounts:
        claims = [claim for claim in reading.claims if claim.account_id == account.id]
        if claims and (kind := type_of(account.kind, claims)):
            targets = dict.fromkeys(plain(name_of(thing.quote)) for thing in account.hit)
            struck = tuple(frozenset({name}) for name in targets)
            roles = roles_of(claims) | {"Target": struck}
            if account.main or any(roles.values()):
                found.append(Template((kind,), roles))
    return found


def type_of(kind: str, claims: Iterable[Claim]) -> str | None:
    """Return the type of an account; None where the key has no template for its kind."""
    if kind not in ATTACKS_ON_PEOPLE:
        return TYPES.get(kind)
    told = [claim for claim in claims if claim.polarity == "positive"]
    hurt = any(c.slot == "victim" or (c.slot in HURT and c.role == "victim") for c in told)
    return "attack" if hurt and any(c.slot in DOERS for c in told) else None


def roles_of(claims: Iterable[Claim]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the entities of an account, each by the words of one claim."""
    named: dict[str, dict[str, None]] = {role: {} for role in ROLES}
    for claim in claims:
        for role, words in fills_of(claim) if claim.polarity == "positive" else ():
            named[role].setdefault(words)
    kept = {
        "PerpOrg": [name for name in named["PerpOrg"] if not holds_shorter(name, named["PerpOrg"])],
        "PerpInd": [
            name for name in named["PerpInd"] if A_PERSON.search(name) or is_fullest(name, named["PerpInd"])
        ],
        "Victim": [name for name in named["Victim"] if is_fullest(name, named["Victim"])],
    }
    return {role: tuple(frozenset({name}) for name in names) for role, names in (named | kept).items()}


def holds_shorter(name: str, names: Iterable[str]) -> bool:
    """True for the longer of two names of one organisation: "southern army" and "army"."""
    return any(set(other.split()) < set(name.split()) for other in names)


def is_fullest(name: str, names: Iterable[str]) -> bool:
    """True for a name that is not part of another one: not "ruiz" beside "ana ruiz"."""
    return not any(set(name.split()) < set(other.split()) for other in names)


def fills_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the roles that a claim fills, and by which words."""
    told = claim.value.text if isinstance(claim.value, Label) else claim.who or ""
    words = plain(re.sub(r"\s*\[[^\]]*\]?", "", told))
    match claim.slot:
        case "attackers" | "suspect":
            yield from doers(words, bare="PerpInd")
        case "responsibility" if not (isinstance(claim.value, Label) and claim.value.code == "denied"):
            yield from doers(words, bare="PerpOrg")
        case "weapon":
            yield "Weapon", words
        case "victim":
            yield "Victim", TITLES.sub("", words)


def doers(words: str, *, bare: str) -> Iterator[tuple[str, str]]:
    """Yield the people and the organisation that words for who did it tell.

    `bare` is the role of words that name neither.
    """
    words = HOW_SURE.sub("", ASIDE.sub("", words))
    if NOBODY.fullmatch(words):
        return
    found = OF_ORGANISATION.search(words)
    if not (found and ORGANISATION.search(found["organisation"])):
        found = END_IN_PEOPLE.fullmatch(words)
    named = found and ORGANISATION.search(found["organisation"])
    if found and named:
        yield "PerpOrg", NO_NAME.sub("", found["organisation"])
        if found["people"] not in NO_ONES:
            yield "PerpInd", found["people"]
    elif found or (A_PERSON.search(words) and (bare == "PerpInd" or not ORGANISATION.search(words))):
        yield "PerpInd", words
    elif ORGANISATION.search(words) or bare == "PerpOrg":
        several = words.split(" and ")
        for name in several if all(map(ORGANISATION.search, several)) else [words]:
            yield "PerpOrg", NO_NAME.sub("", name)
    elif words:
        yield bare, words


def agreement(read: Template, key: Template) -> dict[str, tuple[int, int]]:
    """Return for each role (read entities that are right, entities of the key that are found)."""
    if not set(read.types) & set(key.types):
        return {}
    right = {"type": (1, 1)}
    for role in ROLES:
        told, wanted = read.fills(role), key.fills(role)
        right[role] = (
            sum(any(one <= other for other in wanted) for one in told),
            sum(any(one <= other for one in told) for other in wanted),
        )
    return right


def tally(read: list[Template], key: list[Template]) -> Counter[tuple[str, str]]:
    """Return the sums of one report: (role, what) with what of right, found, told, wanted."""
    sums: Counter[tuple[str, str]] = Counter()
    for what, templates in (("told", read), ("wanted", key)):
        sums["type", what] += len(templates)
        for template in templates:
            for role in ROLES:
                sums[role, what] += len(template.fills(role))
    agreed = [[agreement(one, other) for other in key] for one in read]
    told = sum(count for (_, what), count in sums.items() if what == "told") or 1
    wanted = sum(count for (_, what), count in sums.items() if what == "wanted") or 1
    if read and key:
        worth = np.array(
            [
                [sum(right / told + found / wanted for right, found in cell.values()) for cell in row]
                for row in agreed
            ]
        )
        for one, other in zip(*linear_sum_assignment(-worth), strict=True):
            for role, (right, found) in agreed[one][other].items():
                sums[role, "right"] += right
                sums[role, "found"] += found
    return sums


def report_of(row: Mapping[str, Any]) -> Report:
    """Return a row as a report, published on the day that its header gives."""
    header = row.get("header") or {}
    day = DAY.match(header.get("date") or "")
    published = (
        datetime.strptime(" ".join(day.groups()).title(), "%d %b %y").replace(tzinfo=UTC) if day else None
    )
    return Report(
        id=row["id"],
        text=row["text"],
        published_at=published,
        published_grain="day" if published else "unknown",
    )


def rows_of(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the rows of some files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def figures(rows: Iterable[Mapping[str, Any]], reader: Reader) -> dict[str, float]:
    """Return F1 over all slots ("all") and of each."""
    sums: Counter[tuple[str, str]] = Counter()
    for row in rows:
        sums.update(tally(read_as(reader.read(report_of(row))), key_of(row)))
    parts = ("type", *ROLES)
    made = {
        "all": f1(*(sum(sums[part, what] for part in parts) for what in ("right", "told", "found", "wanted")))
    }
    for part in parts:
        made[part] = f1(*(sums[part, what] for what in ("right", "told", "found", "wanted")))
    return made


def f1(right: int, told: int, found: int, wanted: int) -> float:
    """Return F1 of right/told and found/wanted."""
    precision, recall = right / told if told else 0.0, found / wanted if wanted else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
