"""Score sayso's accounts as the templates of MUC-4: type, perpetrators, groups, targets, victims, arms.

The measure is that of the published figures (CEAF-REE as in Du, Rush and Cardie 2021): templates of one type
are aligned one to one so that most agrees, an entity is right when its words, without articles, are among
those of the key, and F1 is taken over the fills of all slots and the types together. Victims are those that
have names, each once, without their titles.

An account is a template: its kind gives the type. The key leaves out accidents, disasters, riots and the
clashes of armies; a clash or a lost aeroplane is an attack where somebody is said to have done it and people
are hurt who do not fight, or something is hit that is not the army's. Nor is an account a template that tells
of nobody hurt, of no thing hit and of no weapon, or of what happened long before the report, or that the
report tells in passing and without any fill. Who did it is told in one phrase ("guerrillas of the Front"), of
which the key has two halves: the people, and the organisation that they are of. Targets are the things that
an account says were hit, but for those of the army.
Which kinds count, and what fills a role, was chosen on dev, never on tst1 and tst2.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from sayso.model import Account, Claim, Label, Reader, Reading, Report, Span
from sayso.read.fates.things import name_of

TYPES = {
    **dict.fromkeys(
        ("shooting", "stabbing", "assault", "homicide", "assassination", "execution"),
        "attack",
    ),
    **dict.fromkeys(("bombing", "explosion", "mine"), "bombing"),
    **dict.fromkeys(("abduction", "hostage-taking"), "kidnapping"),
    "arson": "arson",
}
ACCIDENTS_OR_BOMBS = frozenset({"explosion", "mine"})
FIGHTS = frozenset({"armed-clash", "airstrike", "aviation", "other", "plot"})
# The key asks for what is new. With 120 to 400 days the figure of dev is the same; with two months, which its
# makers went by, it is lower.
LONG_AGO = timedelta(days=200)
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
# What stands before the organisation that is meant: "spokesmen of the Front", "a group called the Front".
PART_OF = re.compile(
    r"^(?:(?:spokesm[ae]n|leaders?|chiefs?|representatives?|elements?|sectors?|groups?|organi[sz]ations?|factions?|command[oe]+s?|cells?|"
    r"fronts?|bands?|gangs?|rebels) (?:of|from|in|called|known as|belonging to|within) )+"
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
# Words that tell people and organisations by their sort alone, and pieces of names.
NO_ONE_TOLD = re.compile(
    r"(?:groups?|members?|columns?|units?|cells?|elements|persons?|people|perpetrators?|killers?|assailants|m[ae]n|suspects?|one|"
    r"individuals?(?: responsible.*)?|organi[sz]ation|movement|cartel|front|path|sectors?|[a-z]|s .*)"
)
# What is the army's, which the key does not count among targets.
OF_THE_ARMY = re.compile(
    r"\b(?:military|garrisons?|barracks|helicopters?|air force|army|battalion|brigade|troop|convoys?|"
    r"command post|armored)\b"
)
# Words before a thing that are no part of its name.
NO_PART_OF_IT = re.compile(r"^(?:(?:where|when|visited|same|damaged|neighboring) )+(?=.)")
# What can be a weapon, or hold one.
ARMS = re.compile(
    r"bomb|dynamite|explosive|grenade|rifle|gun|mortar|rocket|weapon|arms|device|charge|mine|cocktail|machete|axe|kni[fv]e|bullet|"
    r"pistol|revolver|launcher|tnt|anfo|\bak|m16|caliber|artillery|cannon|missile|torch|gasoline|stone|carbine"
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


def read_as(reading: Reading, *, told_on: date | None = None) -> list[Template]:
    """Return what a reading tells as templates, of a report that was published on a day."""
    found = []
    for account in reading.accounts:
        claims = [claim for claim in reading.claims if claim.account_id == account.id]
        struck = targets_of(account.hit)
        told = {claim.slot for claim in claims if claim.polarity == "positive"}
        kind = type_of(account.kind, claims, hit=bool(struck))
        is_felt = bool(account.hit or told & {*HURT, "victim", "weapon"})
        if kind and is_felt and not is_long_ago(account, told_on):
            roles = roles_of(claims) | {"Target": struck}
            if account.main or any(roles.values()):
                found.append(Template((kind,), roles))
    return found


def targets_of(hit: Iterable[Span]) -> tuple[frozenset[str], ...]:
    """Return the things hit that the key asks for, each once: not the army's."""
    names = dict.fromkeys(NO_PART_OF_IT.sub("", plain(name_of(thing.quote))) for thing in hit)
    return tuple(frozenset({name}) for name in names if not OF_THE_ARMY.search(name))


def is_long_ago(account: Account, told_on: date | None) -> bool:
    """True for what happened long before the day of the report, or in a year of which no more is told."""
    happened = account.happened
    if happened is None or told_on is None:
        return False
    return happened.grain == "year" or told_on - happened.end > LONG_AGO


def type_of(kind: str, claims: Iterable[Claim], *, hit: bool = False) -> str | None:
    """Return the type of an account; None where the key has no template for it.

    `hit` tells whether a thing was hit.
    """
    told = [claim for claim in claims if claim.polarity == "positive"]
    hurt = any(c.slot == "victim" or (c.slot in HURT and c.role == "victim") for c in told)
    done = any(c.slot in DOERS for c in told)
    if kind in FIGHTS:
        return "attack" if done and (hurt or hit) else None
    return TYPES.get(kind) if hurt or done or kind not in ACCIDENTS_OR_BOMBS else None


def roles_of(claims: Iterable[Claim]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the entities of an account, each by the words of one claim."""
    told: dict[str, dict[str, None]] = {role: {} for role in ROLES}
    for claim in claims:
        for role, words in fills_of(claim) if claim.polarity == "positive" else ():
            told[role].setdefault(words)
    kept = {
        "PerpOrg": [name for name in told["PerpOrg"] if not holds_shorter(name, told["PerpOrg"])],
        "PerpInd": [
            name for name in told["PerpInd"] if A_PERSON.search(name) or is_fullest(name, told["PerpInd"])
        ],
        "Victim": [name for name in told["Victim"] if is_fullest(name, told["Victim"])],
    }
    return {role: tuple(frozenset({name}) for name in names) for role, names in (told | kept).items()}


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
            yield from (("Weapon", each) for each in re.split(r" (?:and|or) ", words) if ARMS.search(words))
        case "victim":
            yield "Victim", TITLES.sub("", words)


def doers(words: str, *, bare: str) -> Iterator[tuple[str, str]]:
    """Yield the people and the organisation that words for who did it name.

    `bare` is the role of words that name neither.
    """
    for role, name in named(words, bare=bare):
        whole = PART_OF.sub("", name) if role == "PerpOrg" else name
        if not NO_ONE_TOLD.fullmatch(whole):
            yield role, whole


def named(words: str, *, bare: str) -> Iterator[tuple[str, str]]:
    """Yield the two halves of words for who did it, the people and the organisation, as they stand there."""
    words = HOW_SURE.sub("", ASIDE.sub("", words))
    if NOBODY.fullmatch(words):
        return
    found = OF_ORGANISATION.search(words)
    if not (found and ORGANISATION.search(found["organisation"])):
        found = END_IN_PEOPLE.fullmatch(words)
    if found and ORGANISATION.search(found["organisation"]):
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
        report = report_of(row)
        told_on = report.published_at.date() if report.published_at else None
        sums.update(tally(read_as(reader.read(report), told_on=told_on), key_of(row)))
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
