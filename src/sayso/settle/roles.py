"""One person is counted once: not as attacker and as victim, where reports tell of one and the same."""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model import Claim, Count, Label, Role
from sayso.settle.evidence import Said, Selection
from sayso.settle.people import apart, is_firm, is_person, is_plain_total, reflexive, same_person
from sayso.settle.persons import name_of
from sayso.settle.sides import one_side

__all__ = ["charged", "one_role"]

SLOTS = ("killed", "injured")


def one_role(said: Sequence[Said]) -> list[Said]:
    """Return the rows with each single person in one role.

    In one report "he shot himself" tells of the person described beside it; a victim of the name or age of an
    attacker is that attacker. Where some reports tell of one dead attacker and others of one dead victim, and
    none of both, it is one death: it is settled under the role that more reports give, of equals as the
    victim's. So it is where one report tells of one person under both roles, unless something sets the two
    apart or anybody counts more than one. A policeman who is shot at is a victim; only beside other victims
    is he told apart.
    """
    kept = list(said)
    for slot in SLOTS:
        kept = _too_many(slot, kept)
        kept = _targets(slot, _same_people(slot, _only_one(slot, _across(slot, _within(slot, kept)))))
        kept = one_side(slot, _with_attackers(slot, kept))
    return _outlived(_questioned(kept))


def _questioned(said: Sequence[Said]) -> list[Said]:
    """Return the rows with those held, where reports give one number of attackers and of people, as people.

    "2 detained" over "two people were detained for questioning" are the same two, and nobody is accused yet.
    """
    held = [one for one in said if one.claim.slot == "detained" and one.claim.polarity == "positive"]
    people = {str(one.claim.value) for one in held if one.claim.role not in ("attacker", "victim")}
    accused = [one for one in held if one.claim.role == "attacker"]
    counts = {str(one.claim.value) for one in accused if not is_person(one.claim)}
    if not counts or not counts <= people:
        return list(said)
    moved = {one.claim.id for one in accused}
    return [_in_role(one, "unclear") if one.claim.id in moved else one for one in said]


def _outlived(said: Sequence[Said]) -> list[Said]:
    """Return the rows with those held as people, where everybody who carried it out is said to be dead.

    "Police made an arrest" after "the driver was shot dead" is of somebody else, whose part nobody tells yet.
    Not where more attackers are told of than died, or where no more voices tell of the dead than of the held.
    """
    told = [one for one in said if one.claim.role == "attacker" and one.claim.polarity == "positive"]
    held, dead = (
        [one for one in told if one.claim.slot == slot and one.low] for slot in ("detained", "killed")
    )
    if not held or len({one.voice.name for one in dead}) <= len({one.voice.name for one in held}):
        return list(said)
    most, first = max(map(_most, dead)), min(one.at for one in dead)
    if any(_most(one) > most for one in said if one.claim.slot == "attackers"):
        return list(said)
    moved = {one.claim.id for one in held if one.at >= first}
    return [_in_role(one, "unclear") if one.claim.id in moved else one for one in said]


ACCUSED = frozenset({"detained", "charged", "convicted"})
"""What a suspect's case has come to before he leaves the victims."""

_NAME_WORD = re.compile(r"[^\W\d_][\w'’-]+")


def charged(said: Sequence[Said], selection: Selection) -> list[Said]:
    """Return the rows with people who are counted by name among the victims, and accused since, told apart.

    "Hart, Briscoe and Mouton were wounded" are two victims, and one attacker who was hurt, once Briscoe is
    charged; and so are the three of a voice that gives only their number, where that is the same. A person is
    known by given name and surname. A victim who is told of alone stays one: a name in two roles is more
    often a slip of reading than news.
    """
    accused = _accused(selection)
    if not accused:
        return list(said)
    kept = list(said)
    for slot in SLOTS:
        named = [one for one in kept if one.claim.slot in (slot, _CARE[slot]) and _of_victims(one)]
        hit = {name for name in accused for one in named if _names(one.claim.who or "", name)}
        sizes = {one.low or 0 for one in named for name in hit if _names(one.claim.who or "", name)}
        if hit and sizes and len(hit) < min(sizes):
            kept = [out for one in kept for out in _without(slot, one, len(hit), sizes)]
    return kept


_CARE = {"killed": "killed", "injured": "hospitalised"}


def _accused(selection: Selection) -> set[tuple[str, str]]:
    """Return given name and surname of those said to be held, charged or convicted."""
    found = set()
    for one in selection.standing:
        value = one.claim.value
        if one.claim.slot == "suspect" and isinstance(value, Label) and value.code in ACCUSED:
            words = _NAME_WORD.findall(value.text)
            if (
                one.claim.polarity == "positive"
                and len(words) > 1
                and words[0][0].isupper()
                and words[-1][0].isupper()
            ):
                found.add((words[0], words[-1]))
    return found


def _names(words: str, name: tuple[str, str]) -> bool:
    """Tell whether words name a person, whatever stands between given name and surname."""
    given, surname = name
    if given not in words or surname not in words:  # of the many names of a great incident nearly all
        return False
    return bool(re.search(rf"\b{re.escape(given)}(?: [\w.]+)? {re.escape(surname)}\b", words))


def _of_victims(one: Said) -> bool:
    return one.claim.role in ("victim", None) and isinstance(one.claim.value, Count)


def _without(slot: str, one: Said, people: int, sizes: set[int]) -> list[Said]:
    """Return a row as those of its people who are no attackers, and the attackers among them."""
    value = one.claim.value
    if not _of_victims(one) or not isinstance(value, Count):
        return [one]
    if one.claim.slot == "casualties" and value.low and value.low >= max(sizes):
        fewer = Count(low=value.low - people, high=None if value.high is None else value.high - people)
        return [replace(one, claim=replace(one.claim, value=fewer))]
    if one.claim.slot != slot:
        return [one]
    if value.low is None or value.low not in sizes or value.low < people:
        return [one]
    left = Count(low=value.low - people, high=None if value.high is None else value.high - people)
    derivation = f"{value.low} - {people} charged with it"
    attackers = _in_role(one, "attacker")
    claim = replace(attackers.claim, value=Count(low=people, high=people))
    found = [replace(attackers, claim=claim, derivation=derivation)]
    if left.low:
        claim = replace(one.claim, value=left)
        found.append(replace(one, claim=claim, derivation=derivation))
    return found


def _within(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with those of one person in one report under one role."""
    reports: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot == slot and is_person(one.claim):
            reports[one.report.id].append(one)
    beside: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot == slot and one.claim.role in ("victim", None):
            beside[one.report.id].append(one)
    roles: dict[str, Role] = {}
    for rows in reports.values():
        victims = [one for one in rows if one.claim.role in ("victim", "responder", "unclear", None)]
        for one in (row for row in rows if row.claim.role == "attacker"):
            roles.update({v.claim.id: "attacker" for v in victims if same_person(one.claim, v.claim)})
            many = any(_most(other) > 1 for other in beside[one.report.id])
            alike = [other for other in victims if not many and not apart(one.claim, other.claim)]
            if reflexive(one.claim) and alike and len(alike) == len(victims):
                roles[one.claim.id] = alike[0].claim.role or "victim"
    return [_in_role(one, roles[one.claim.id]) if one.claim.id in roles else one for one in said]


def _across(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with one death, told under two roles by different reports, under one."""
    told = [one for one in said if one.claim.slot == slot and one.claim.polarity == "positive"]
    told = [one for one in told if one.claim.role in ("victim", "attacker", "all")]
    victims = {one.report.id for one in told if one.claim.role == "victim"}
    attackers = {one.report.id for one in told if one.claim.role == "attacker"}
    if not victims or not attackers or victims & attackers:
        return list(said)
    if not all(is_person(one.claim) and one.claim.role != "all" for one in told):
        return list(said)
    accused = [one.claim for one in told if one.claim.role == "attacker"]
    if any(apart(one.claim, other) for one in told if one.claim.role == "victim" for other in accused):
        return list(said)
    role: Role = "victim" if len(victims) >= len(attackers) else "attacker"
    moved = {one.claim.id for one in told}
    return [_in_role(one, role) if one.claim.id in moved else one for one in said]


def _only_one(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with single people under one role, where nothing tells that they are more than one."""
    told = [one for one in said if one.claim.slot == slot and one.claim.polarity == "positive"]
    hit = [one for one in said if one.claim.slot == "casualties" and one.claim.polarity == "positive"]
    rows = [one for one in told if is_person(one.claim)]
    victims = [one for one in rows if one.claim.role == "victim"]
    attackers = [one for one in rows if one.claim.role == "attacker"]
    if not victims or not attackers or any(_most(one) > 1 for one in told):
        return list(said)
    pairs = [(attacker, victim) for attacker in attackers for victim in victims]
    if any(reflexive(attacker.claim) or apart(victim.claim, attacker.claim) for attacker, victim in pairs):
        return list(said)
    if not any(_alike(attacker.claim, victim.claim) for attacker, victim in pairs) and (
        any(_most(one) > 1 for one in hit) or any(_called_so(attacker, victim) for attacker, victim in pairs)
    ):
        return list(said)
    voices = [len({one.voice.name for one in those}) for those in (victims, attackers)]
    role: Role = "victim" if voices[0] >= voices[1] else "attacker"
    moved = {one.claim.id for one in told if one.claim.role in ("victim", "attacker") and _most(one) == 1}
    return [_in_role(one, role) if one.claim.id in moved else one for one in said]


def _same_people(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with people under one role, where as many dead attackers are told of as people in all.

    "Two people are dead" over "the two suspects were killed" is two dead. Not where anybody counts more, or
    calls those people more than people.
    """
    told = [
        one for one in said if one.claim.polarity == "positive" and one.claim.slot in (slot, "casualties")
    ]
    most = max(map(_most, told), default=0)
    rows = [one for one in told if one.claim.slot == slot and _most(one) == most]
    roles = {one.claim.role for one in rows}
    plain = all(is_plain_total(one.claim) for one in rows if one.claim.role == "victim")
    if most < 2 or roles != {"attacker", "victim"} or not plain:
        return list(said)
    moved = {one.claim.id for one in told if one.claim.slot == slot and one.claim.role == "victim"}
    return [_in_role(one, "attacker") if one.claim.id in moved else one for one in said]


def _too_many(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with people under the attackers' role, where they are more than all attackers, as all.

    "Six people, including the gunman" are no six gunmen where nobody tells of more than one.
    """
    told = [one for one in said if one.claim.slot == "attackers" and one.claim.polarity == "positive"]
    most = max(map(_most, told), default=0)
    if not most or not all(is_firm(one.claim) for one in told):
        return list(said)
    moved = {
        one.claim.id
        for one in said
        if (one.claim.slot, one.claim.role) == (slot, "attacker")
        and _most(one) > most
        and is_plain_total(one.claim)
    }
    return [_in_role(one, "all") if one.claim.id in moved else one for one in said]


_ATTACKER = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|bombers?|assailants?|suspects?|militants?|intruders?|robbers?)\b",
    re.IGNORECASE,
)


def _with_attackers(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with the totals of victims that are the same as one that takes in the attackers.

    "Three dead in murder-suicide" in one report is the "three people found dead" of another.
    """
    told = [one for one in said if one.claim.slot == slot and one.claim.polarity == "positive"]
    everybody = {one.low for one in told if one.claim.role == "all" and is_plain_total(one.claim)}
    if not everybody or not any(one.claim.role == "attacker" for one in told):
        return list(said)
    moved = {
        one.claim.id
        for one in told
        if one.claim.role == "victim" and one.low in everybody and is_plain_total(one.claim)
    }
    return [_in_role(one, "all") if one.claim.id in moved else one for one in said]


def _called_so(attacker: Said, victim: Said) -> bool:
    """Tell whether a dead attacker is told of as one, or one of several, and a dead victim is not."""
    who, whom = attacker.claim.who or "", victim.claim.who or ""
    called = _ATTACKER.search(who) or _ONE_OF.match(who)
    return called is not None and not (_ATTACKER.search(whom) or _ONE_OF.match(whom))


_ONE_OF = re.compile(r"one of (?:them|these|those|the)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"^(?:an?|the|one)? ?(?:\d{1,2}[- ]year[- ]old )?", re.IGNORECASE)
_PRONOUNS = frozenset({"", "he", "him", "his", "she", "her", "they", "them", "who"})


def _alike(attacker: Claim, victim: Claim) -> bool:
    """Tell whether two rows of one person each are of the same: by name, age or the very same words."""
    who, whom = (_BEFORE_NAME.sub("", row.who or "") for row in (attacker, victim))
    if who.casefold() == whom.casefold():
        return who.casefold() not in _PRONOUNS
    (given, surname), (other, same) = name_of(who), name_of(whom)
    if given and other and given != other:
        return False  # a father and his son
    in_text = attacker.span.field == victim.span.field == "text"  # headlines Capitalise Every Word
    return same_person(attacker, victim) or (in_text and surname is not None and surname == same)


def _most(one: Said) -> int:
    value = one.claim.value
    return max(value.low or 0, value.high or 0) if isinstance(value, Count) else 0


def _targets(slot: str, said: Sequence[Said]) -> list[Said]:
    """Return the rows with responders among the victims, where nobody counts victims besides them.

    A number of responders that reports also give of victims is the same people once more.
    """
    told = [one.claim for one in said if one.claim.slot == slot]
    victims = {str(row.value) for row in told if row.role in ("victim", None)}
    moved = {r.id for r in told if r.role == "responder" and (not victims or str(r.value) in victims)}
    return [_in_role(one, "victim") if one.claim.id in moved else one for one in said]


def _in_role(one: Said, role: Role) -> Said:
    return replace(one, claim=replace(one.claim, role=role))
