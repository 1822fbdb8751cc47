"""The findings on the twelve count slots of one incident."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

from msgspec.structs import replace

from sayso.model import COUNT_SLOTS, Certainty, Finding, Role
from sayso.settle import transitions
from sayso.settle.additions import added
from sayso.settle.denials import Denials, by_parties, denials
from sayso.settle.echoes import echoed
from sayso.settle.evidence import Said, Selection
from sayso.settle.fates import fates
from sayso.settle.found import found, last_found
from sayso.settle.parts import in_groups
from sayso.settle.ranges import Settled, weigh
from sayso.settle.roles import charged, one_role
from sayso.settle.sides import as_parts, sides
from sayso.settle.statements import statements
from sayso.settle.strays import doubted, elsewhere
from sayso.settle.told import Statement
from sayso.settle.voices import merged

__all__ = ["counted", "settle_counts", "slot_order"]

_COUNTS = frozenset(COUNT_SLOTS)
TOLLS = frozenset(COUNT_SLOTS) - {"detained", "attackers"}

Key = tuple[str, Role]


def slot_order(key: Key) -> tuple[int, bool, Role]:
    """Return where a count stands among others: in the order of slots, and of each the victims first."""
    slot, role = key
    return (COUNT_SLOTS.index(slot), role != "victim", role)


def settle_counts(
    incident_id: str, selection: Selection, as_of: datetime | None, profile: str = "desk"
) -> list[Finding]:
    """Return one finding for each count slot and role on which something has been said."""
    said, quoted = counted(selection)
    struck = _by_key([*selection.struck, *elsewhere(_counts(selection))])
    told = {key: statements(key[0], rows, quoted) for key, rows in said.items()}
    told = {key: rows for key, rows in told.items() if rows}
    rules: dict[Key, str] = {}
    _move(told, said, rules)
    _release(told, struck, rules)
    _find_last(told, struck, rules)
    found = []
    denied = {key for key, rows in said.items() if any(one.claim.polarity == "negative" for one in rows)}
    for key in sorted({*told, *struck, *denied}, key=slot_order):
        behind = [one.claim.id for one in struck.get(key, ())]
        if told.get(key):
            settled = weigh(key[0], told[key], profile)
            settled = echoed(key, settled, told, said.get(key, ()), selection)
            finding = _finding(incident_id, key, settled, rules.get(key), behind, as_of)
            found.append(_with_denials(finding, denials(key[0], settled, said.get(key, ()))))
        elif key not in told:
            finding = _withdrawn(incident_id, key, behind, as_of)
            found.append(_with_denials(finding, denials(key[0], None, said.get(key, ()))))
    return _unfolded(found)


def counted(selection: Selection) -> tuple[dict[Key, list[Said]], dict[str, set[str]]]:
    """Return what stands on each count, by slot and role, and the voices that each report quotes."""
    rows = _counts(selection)
    others = {one.claim.id for one in elsewhere(rows)}
    rows = by_parties([one for one in rows if one.claim.id not in others])
    rows = charged(one_role(rows), selection)
    rows, quoted = fates(doubted(rows)), _quoted(rows)
    told = {
        key: [
            one
            for of_side in sides(key[0], as_parts(key[0], in_groups(key[0], said))).values()
            for one in added(key[0], of_side, rows, quoted)
        ]
        for key, said in _by_key(rows).items()
    }
    return told, quoted


def _counts(selection: Selection) -> list[Said]:
    """Return the rows that stand on counts."""
    return [one for one in selection.standing if one.claim.slot in _COUNTS]


def _quoted(said: Iterable[Said]) -> dict[str, set[str]]:
    """Return the voices that each report quotes, on whatever count."""
    quoted: dict[str, set[str]] = defaultdict(set)
    for one in said:
        if not one.claim.speaker.narrates:
            quoted[one.report.id].add(one.voice.name)
    return quoted


def _unfolded(found: list[Finding]) -> list[Finding]:
    """Return the findings without a total of dead and hurt that the dead and the hurt account for.

    "Five people were shot, four of them died" is four dead and one hurt; its words stand behind these.
    """
    best = {(f.slot, f.role): f.best for f in found}
    return [f for f in found if not (f.slot == "casualties" and f.best is not None and _sums(best, f))]


def _sums(best: Mapping[tuple[str, Role | None], int | None], total: Finding) -> bool:
    """Tell whether dead and hurt, with or without the attackers, account for a total."""
    dead, hurt = best.get(("killed", "victim")), best.get(("injured", "victim"))
    if dead is None or hurt is None or total.best is None:
        return False
    besides = sum(best.get((slot, "attacker")) or 0 for slot in ("killed", "injured"))
    return total.best <= dead + hurt + besides


def _by_key(said: Iterable[Said]) -> dict[Key, list[Said]]:
    """Return what was said by slot and role."""
    keyed: dict[Key, list[Said]] = defaultdict(list)
    for one in said:
        if one.claim.slot in _COUNTS:
            keyed[one.claim.slot, _role(one.claim.slot, one.claim.role)].append(one)
    return keyed


def _role(slot: str, role: Role | None) -> Role:
    """Return the role under which a claim is settled: the public toll holds those of whom no more is told."""
    if slot == "attackers":
        return "attacker"
    if slot in TOLLS and role in (None, "unclear"):
        return "victim"
    return role or "unclear"


def _move(
    told: dict[Key, list[Statement]], said: Mapping[Key, Sequence[Said]], rules: dict[Key, str]
) -> None:
    """Let people leave one count for another (step four); notes the rule where any did."""

    def put(key: Key, moved: transitions.Moved) -> None:
        if moved.rule:
            told[key] = moved.statements
            rules[key] = moved.rule

    _part(told, put)
    dead = told.get(("killed", "victim"), [])
    deaths = said.get(("killed", "victim"), ())
    injured: Key = ("injured", "victim")
    if dead and injured not in told and told.get(("casualties", "victim")):
        put(injured, transitions.survivors(told["casualties", "victim"], _best("killed", dead)))
    else:
        _in_care(told, said, put)
        if injured in told:
            hurt, toll = said.get(injured, ()), _best("killed", dead)
            put(injured, transitions.not_dead(told[injured], hurt, toll, deaths))
            put(injured, transitions.known_who_died(told[injured], hurt, deaths))
            put(injured, transitions.wounded_who_died(told[injured], dead, deaths, toll))
    for role in ("attacker", "responder"):
        if told.get(("injured", role)):
            fallen, fates_told = told.get(("killed", role), []), said.get(("killed", role), ())
            toll = _best("killed", fallen)
            put(
                ("injured", role),
                transitions.wounded_who_died(told["injured", role], fallen, fates_told, toll),
            )
    held: Key = ("hostages", "victim")
    if held in told:
        freed = {"rescued": told.get(("rescued", "victim"), [])}, said.get(("rescued", "victim"), ())
        put(held, found(told[held], *freed, "hostages who were freed"))
    missing: Key = ("missing", "victim")
    if missing in told:
        found_words = [*deaths, *said.get(("rescued", "victim"), ())]
        left_for = {"killed": dead, "rescued": told.get(("rescued", "victim"), [])}
        put(missing, found(told[missing], left_for, found_words))


def _in_care(
    told: Mapping[Key, list[Statement]],
    said: Mapping[Key, Sequence[Said]],
    put: Callable[[Key, transitions.Moved], None],
) -> None:
    """Count those in hospital as hurt where nobody counts the hurt, and none are said to be ill.

    Beside the dead one alone in hospital is nobody more, nor is one in critical condition beside one dead: it
    may be he who died there.
    """
    injured: Key = ("injured", "victim")
    slots = [slot for slot in ("critical", "hospitalised") if told.get((slot, "victim"))]
    settled = {slot: weigh(slot, told[slot, "victim"]) for slot in slots}
    care = {slot: (*stood.support, *stood.rivals) for slot, stood in settled.items()}
    if not any(slot in ("injured", "ill") for slot, _ in told):
        toll = _best("killed", told.get(("killed", "victim")))
        most = {"hospitalised": min(toll, 1), "critical": int(toll == 1)}
        more = [one for slot, held in care.items() for one in held if one.floor > most[slot]]
        put(injured, transitions.hurt_in_care(more))
    elif injured in told and not any(told.get((slot, "victim")) for slot in ("killed", "casualties")):
        patients = [one for slot in slots for one in said.get((slot, "victim"), ())]
        put(injured, transitions.more_in_care(told[injured], [*chain(*care.values())], patients))


def _release(
    told: dict[Key, list[Statement]], struck: Mapping[Key, Sequence[Said]], rules: dict[Key, str]
) -> None:
    """Let those leave the count of the held whom reports tell to have been let go.

    Who was read in one role when he was held may be read in another when he is free: witnesses who were taken
    for suspects. They leave the count of their own role where it has as many, else another's that has.
    """
    for role, freed in sorted(_by_role(struck, "detained").items()):
        for other in (role, *(r for slot, r in sorted(told) if slot == "detained" and r != role)):
            held: Key = ("detained", other)
            moved = transitions.released(told.get(held, []), freed)
            if moved.rule:
                told[held], rules[held] = moved.statements, moved.rule
                break


def _find_last(
    told: dict[Key, list[Statement]], struck: Mapping[Key, Sequence[Said]], rules: dict[Key, str]
) -> None:
    """Leave none missing where only those are told of who had been the last of them."""
    missing: Key = ("missing", "victim")
    if not told.get(missing):
        gone = [one for one in struck.get(missing, ()) if one.claim.standing == "superseded"]
        moved = last_found(statements("missing", gone) if gone else [], gone)
        if moved.rule:
            told[missing], rules[missing] = moved.statements, moved.rule


def _by_role(struck: Mapping[Key, Sequence[Said]], slot: str) -> dict[Role, Sequence[Said]]:
    """Return the rows of one slot by role."""
    return {role: rows for (of, role), rows in struck.items() if of == slot}


def _part(told: dict[Key, list[Statement]], put: Callable[[Key, transitions.Moved], None]) -> None:
    """Take attackers out of totals; where victims are told too, keep those not outgrown by both."""
    for slot in ("killed", "injured", "casualties"):
        everybody = told.get((slot, "all"))
        if everybody and (slot, "victim") not in told:
            put(
                (slot, "victim"),
                transitions.less_attackers(everybody, _best(slot, told.get((slot, "attacker")))),
            )
            told.pop((slot, "all"))
        elif everybody:
            people = [_best(slot, told.get((slot, role))) for role in ("victim", "attacker")]
            told[slot, "all"] = _whole(everybody, people)
            if not told[slot, "all"]:
                told.pop((slot, "all"))


def _whole(everybody: Sequence[Statement], parts: Sequence[int]) -> list[Statement]:
    """Return the totals that take in the attackers, without those that both kinds of dead have outgrown."""
    return [one for one in everybody if not all(parts) or one.ceiling >= sum(parts)]


def _best(slot: str, told: Sequence[Statement] | None) -> int:
    """Return the figure that would be printed; 0 where nothing is said."""
    return (weigh(slot, told).best or 0) if told else 0


def _finding(
    incident_id: str,
    key: Key,
    settled: Settled,
    rule: str | None,
    behind: Sequence[str],
    as_of: datetime | None,
) -> Finding:
    """Return what was settled as a finding."""
    stood = [*settled.support, *settled.rivals]
    trail = [c for one in stood for c in one.trail] + [
        c for one in settled.overtaken for c in one.trail + one.claims
    ]
    rivals = _once(c for one in settled.rivals for c in one.claims)
    support = _once(c for one in settled.support for c in one.claims)
    derivation = settled.derivation or next(
        (one.derivation for one in settled.carriers if one.derivation), None
    )
    return Finding(
        incident_id=incident_id,
        slot=key[0],
        role=key[1],
        low=settled.low,
        best=settled.best,
        high=settled.high,
        standing=settled.standing,
        support=tuple(claim for claim in support if claim not in rivals) or support,
        rivals=rivals,
        trail=_once([*trail, *behind]),
        voices=merged(one.voice for one in settled.carriers),
        as_of=as_of,
        rule=rule if rule and derivation else settled.rule,
        derivation=derivation,
        certainty=_firmest(settled.carriers),
    )


def _firmest(carriers: Sequence[Statement]) -> Certainty:
    """Return how firmly a figure is said by who says it most firmly: "may have died" is only possible."""
    if not carriers or not all(one.unsure and not one.about for one in carriers):
        return "certain"
    return "possible" if all(one.possible for one in carriers) else "probable"


def _withdrawn(incident_id: str, key: Key, behind: Sequence[str], as_of: datetime | None) -> Finding:
    """Return the finding that nobody stands by anything said on a slot."""
    return Finding(
        incident_id=incident_id, slot=key[0], role=key[1], standing="withdrawn", trail=_once(behind),
        as_of=as_of, rule="withdrawn",
    )  # fmt: skip


def _with_denials(finding: Finding, denied: Denials) -> Finding:
    """Return a finding with those who deny it as its rivals, and denials of other figures in its trail."""
    if not denied.against and not denied.others:
        return finding
    nobody = finding.standing == "withdrawn"
    return replace(
        finding,
        low=0 if denied.wholly and not nobody else finding.low,
        standing="disputed" if denied.weigh and not nobody else finding.standing,
        rivals=_once([*finding.rivals, *denied.against]),
        trail=_once([*finding.trail, *denied.others]),
        rule="denied" if nobody and not finding.trail else finding.rule,
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
