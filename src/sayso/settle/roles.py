"""One person is counted once: not as attacker and as victim, where reports tell of one and the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.model import Claim, Count, Label, Role
from sayso.settle.evidence import Said, Selection
from sayso.settle.people import apart, is_firm, is_person, is_plain_total, reflexive, same_person
from sayso.settle.persons import name_of
from sayso.settle.sides import one_side
from sayso.settle.words import tells

__all__ = ["charged", "one_role"]

SLOTS = ("killed", "injured")


Rows = Mapping[str, Sequence[Said]]
"""What was said of one incident, by slot."""

Moves = dict[str, Role]
"""Claims, by id, whose people are taken into another role."""


def one_role(said: Sequence[Said]) -> list[Said]:
    """Return the rows with each single person in one role.

    In one report "he shot himself" tells of the person described beside it; a victim of the name or age of an
    attacker is that attacker. Where some reports tell of one dead attacker and others of one dead victim, and
    none of both, it is one death: it is settled under the role that more reports give, of equals as the
    victim's. So it is where one report tells of one person under both roles, unless something sets the two
    apart or anybody counts more than one. A policeman who is shot at is a victim; only beside other victims
    is he told apart.
    """
    told: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        told[one.claim.slot].append(one)
    moved: Moves = {}
    for slot, rule in (*((slot, rule) for slot in SLOTS for rule in _RULES), *_OF_THE_HELD):
        if moves := rule(slot, told):
            told[slot] = _in_roles(told[slot], moves)
            moved |= moves
    return _in_roles(said, moved)


def _in_roles(said: Sequence[Said], moves: Moves) -> list[Said]:
    """Return the rows with those that are moved in their new role."""
    if not moves:
        return list(said)
    return [_in_role(one, moves[one.claim.id]) if one.claim.id in moves else one for one in said]


def _questioned(slot: str, told: Rows) -> Moves:
    """Return those held as people, where reports give one number of attackers and of people.

    "2 detained" over "two people were detained for questioning" are the same two, and nobody is accused yet.
    """
    held = [one for one in told[slot] if one.claim.polarity == "positive"]
    accused = [one for one in held if one.claim.role == "attacker"]
    counts = {one.claim.value for one in accused if not is_person(one.claim)}
    people = {one.claim.value for one in held if one.claim.role not in ("attacker", "victim")}
    return _all_in("unclear", accused) if counts and counts <= people else {}


_told_of_what = tells(
    r"\b(?:suspected|accused|charged"
    r"|(?:for|of) (?:allegedly )?(?:help\w*|aid\w*|shelter\w*|harbou?r\w*|plan\w*|assist\w*)"
    r"|facilitators?|accomplices?|helpers?|handlers?|masterminds?)\b"
)
"""Words that tell what part those held are said to have had."""


def _outlived(slot: str, told: Rows) -> Moves:
    """Return those held as people, where everybody who carried it out is said to be dead.

    "Police made an arrest" after "the driver was shot dead" is of somebody else, whose part nobody tells yet.
    Not where more attackers are told of than died, or where no more voices tell of the dead than of the held,
    nor where it is told of what those held are suspected.
    """
    held, dead, others = (
        [one for one in told[of] if one.claim.role == "attacker" and one.claim.polarity == "positive"]
        for of in (slot, "killed", "attackers")
    )
    held = [one for one in held if one.low and not _told_of_what(one.claim.span.quote)]
    dead = [one for one in dead if one.low]
    if not held or len({one.voice.name for one in dead}) <= len({one.voice.name for one in held}):
        return {}
    most, first = max(map(_most, dead)), min(one.at for one in dead)
    if any(_most(one) > most for one in others):
        return {}
    return _all_in("unclear", [one for one in held if one.at >= first])


def _all_in(role: Role, said: Iterable[Said]) -> Moves:
    return dict.fromkeys((one.claim.id for one in said), role)


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


_NOT_ACCUSED = frozenset({"victim", "responder", "unclear", None})


def _within(slot: str, told: Rows) -> Moves:
    """Return the people of one report who are one person, under one role."""
    attackers = [one for one in told[slot] if one.claim.role == "attacker" and is_person(one.claim)]
    reports: dict[str, list[Said]] = {one.report.id: [] for one in attackers}
    for one in told[slot] if reports else ():
        if one.report.id in reports and one.claim.role != "attacker":
            reports[one.report.id].append(one)
    roles: Moves = {}
    for one in attackers:
        beside = reports[one.report.id]
        victims = [v for v in beside if v.claim.role in _NOT_ACCUSED and is_person(v.claim)]
        roles.update({v.claim.id: "attacker" for v in victims if same_person(one.claim, v.claim)})
        many = any(_most(other) > 1 for other in beside if other.claim.role in ("victim", None))
        alike = [other for other in victims if not many and not apart(one.claim, other.claim)]
        if reflexive(one.claim) and alike and len(alike) == len(victims):
            roles[one.claim.id] = alike[0].claim.role or "victim"
    return roles


def _positive(said: Iterable[Said]) -> list[Said]:
    return [one for one in said if one.claim.polarity == "positive"]


def _across(slot: str, told: Rows) -> Moves:
    """Return the tellers of one death, told under two roles by different reports, under one."""
    rows = [one for one in _positive(told[slot]) if one.claim.role in ("victim", "attacker", "all")]
    victims = {one.report.id for one in rows if one.claim.role == "victim"}
    attackers = {one.report.id for one in rows if one.claim.role == "attacker"}
    if not victims or not attackers or victims & attackers:
        return {}
    if not all(is_person(one.claim) and one.claim.role != "all" for one in rows):
        return {}
    accused = [one.claim for one in rows if one.claim.role == "attacker"]
    if any(apart(one.claim, other) for one in rows if one.claim.role == "victim" for other in accused):
        return {}
    return _all_in("victim" if len(victims) >= len(attackers) else "attacker", rows)


def _only_one(slot: str, told: Rows) -> Moves:
    """Return single people under one role, where nothing tells that they are more than one."""
    rows = _positive(told[slot])
    if any(_most(one) > 1 for one in rows):
        return {}
    persons = [one for one in rows if is_person(one.claim)]
    victims = [one for one in persons if one.claim.role == "victim"]
    attackers = [one for one in persons if one.claim.role == "attacker"]
    pairs = [(attacker, victim) for attacker in attackers for victim in victims]
    if not pairs or any(
        reflexive(attacker.claim) or apart(victim.claim, attacker.claim) for attacker, victim in pairs
    ):
        return {}
    if not any(_alike(attacker.claim, victim.claim) for attacker, victim in pairs) and (
        any(_most(one) > 1 for one in _positive(told["casualties"]))
        or any(_called_so(attacker, victim) for attacker, victim in pairs)
    ):
        return {}
    voices = [len({one.voice.name for one in those}) for those in (victims, attackers)]
    moved = [one for one in rows if one.claim.role in ("victim", "attacker") and _most(one) == 1]
    return _all_in("victim" if voices[0] >= voices[1] else "attacker", moved)


def _same_people(slot: str, told: Rows) -> Moves:
    """Return people under one role, where as many dead attackers are told of as people in all.

    "Two people are dead" over "the two suspects were killed" is two dead. Not where anybody counts more, or
    calls those people more than people.
    """
    rows = _positive(told[slot])
    most = max(map(_most, [*rows, *_positive(told["casualties"])]), default=0)
    those = [one for one in rows if _most(one) == most]
    if most < 2 or {one.claim.role for one in those} != {"attacker", "victim"}:
        return {}
    if not all(is_plain_total(one.claim) for one in those if one.claim.role == "victim"):
        return {}
    return _all_in("attacker", [one for one in rows if one.claim.role == "victim"])


def _too_many(slot: str, told: Rows) -> Moves:
    """Return people under the attackers' role, where they are more than all attackers, as all.

    "Six people, including the gunman" are no six gunmen where nobody tells of more than one.
    """
    attackers = _positive(told["attackers"])
    most = max(map(_most, attackers), default=0)
    if not most or not all(is_firm(one.claim) for one in attackers):
        return {}
    rows = [one for one in told[slot] if one.claim.role == "attacker" and _most(one) > most]
    return _all_in("all", [one for one in rows if is_plain_total(one.claim)])


_ATTACKER = re.compile(
    r"\b(?:gunm[ae]n|shooters?|attackers?|bombers?|assailants?|suspects?|militants?|intruders?|robbers?)\b",
    re.IGNORECASE,
)


def _with_attackers(slot: str, told: Rows) -> Moves:
    """Return the totals of victims that are the same as one that takes in the attackers.

    "Three dead in murder-suicide" in one report is the "three people found dead" of another, and in the same
    report "the bodies of Ina Bode and her two children".
    """
    rows = _positive(told[slot])
    totals = [one for one in rows if one.claim.role == "all" and _most(one) > 1]
    if not totals or not any(one.claim.role == "attacker" for one in rows):
        return {}
    everybody = {one.low for one in totals if is_plain_total(one.claim)}
    beside = {(one.report.id, one.low) for one in totals}
    victims = [one for one in rows if one.claim.role == "victim"]
    return _all_in(
        "all",
        [
            one
            for one in victims
            if (one.report.id, one.low) in beside or (one.low in everybody and is_plain_total(one.claim))
        ],
    )


def _called_so(attacker: Said, victim: Said) -> bool:
    """Tell whether a dead attacker is told of as one, or one of several, and a dead victim is not."""
    who, whom = attacker.claim.who or "", victim.claim.who or ""
    called = _ATTACKER.search(who) or _ONE_OF.match(who)
    return called is not None and not (_ATTACKER.search(whom) or _ONE_OF.match(whom))


_ONE_OF = re.compile(r"one of (?:them|these|those|the)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"^(?:an?|the|one)? ?(?:\d{1,2}[- ](?:year|yr)[- ]old )?", re.IGNORECASE)
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


def _targets(slot: str, told: Rows) -> Moves:
    """Return responders among the victims, where nobody counts victims besides them.

    A number of responders that reports also give of victims is the same people once more; not where one tells
    them to be some of the victims: "killed two people, one of them a firefighter".
    """
    responders = [one for one in told[slot] if one.claim.role == "responder"]
    if not responders:
        return {}
    victims = {one.claim.value for one in told[slot] if one.claim.role in ("victim", None)}
    parts = {one.claim.value for one in responders if one.claim.part_of}
    same = victims - parts
    return _all_in("victim", [one for one in responders if not victims or one.claim.value in same])


def _in_role(one: Said, role: Role) -> Said:
    return replace(one, claim=replace(one.claim, role=role))


_Rule = Callable[[str, Rows], Moves]

_RULES: tuple[_Rule, ...] = (
    _too_many, _within, _across, _only_one, _same_people, _targets, _with_attackers, one_side,
)  # fmt: skip
"""What is asked of the dead and of the hurt, one after the other: each sees what those before it moved."""

_OF_THE_HELD: tuple[tuple[str, _Rule], ...] = (("detained", _questioned), ("detained", _outlived))
"""What is asked of those held, once the dead are told apart."""
