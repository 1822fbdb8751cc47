"""The language of alert rules: a few forms of English, read into a condition and written back the same.

killed in FR changes
injured in Trieste over 20
responsibility changes in shootings
any dispute on incident 3f2a91
new incident in IT
"""

import re
from collections.abc import Iterable
from typing import Literal

from sayso.casebook.asking import unknown_town
from sayso.errors import AlertError, AskedError
from sayso.model import COUNT_SLOTS, KINDS_IN_WORDS, SLOTS, Role, Word
from sayso.phrases import kind_noun

__all__ = ["FORMS", "Condition", "Verb", "condition", "written"]

Verb = Literal["changes", "rises", "falls", "over", "under", "dispute", "dispute ends", "new"]

FORMS: tuple[tuple[str, str, str], ...] = (
    (
        "WHAT changes",
        "killed in FR changes",
        "the figure, or the fact, is another, is new, or is gone",
    ),
    ("WHAT rises", "missing rises in floods", "the figure is higher than before"),
    ("WHAT falls", "killed on incident 3f2a91 falls", "the figure is lower than before"),
    ("WHAT over N", "injured in Trieste over 20", "the figure comes to more than N"),
    ("WHAT under N", "hostages under 5", "the figure comes to less than N"),
    ("any dispute", "any dispute about killed in FR", "reports begin to contradict each other"),
    ("any dispute ends", "any dispute ends on incident 3f2a91", "they no longer do"),
    ("new incident", "new incident in IT", "an incident is reported on that was not known"),
    ("new KIND", "new shooting in Memphis, Tennessee", "the same, of one kind"),
)
"""Each form, an example, and when it tells. Each may go on with: in PLACE, in KINDS, on incident ID."""

WHOSE: dict[str, Role] = {"attackers": "attacker", "responders": "responder", "combatants": "combatant"}
"""Words before a count that are not about the victims: "attackers killed"."""

NOUNS: dict[str, tuple[str, str]] = {
    **{kind: (kind_noun(kind), many) for kind, (_, many) in KINDS_IN_WORDS.items()},
    "other": ("other incident", "other incidents"),
}
"""What one and what several of a kind are called; the kind's own name is understood for both."""

LONGEST = 200
"""Characters of a rule at most."""


class Condition(Word, frozen=True, kw_only=True):
    """When a rule tells. None asks for nothing.

    `slot` None means any figure, or a dispute about anything; `whose` None means everybody but attackers,
    responders and combatants. `number` goes with over and under. `place` is as it was written.
    """

    verb: Verb
    slot: str | None = None
    whose: Role | None = None
    number: int | None = None
    place: str | None = None
    kind: str | None = None
    incident: str | None = None


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _plain(words: str) -> str:
    """Return words as kinds are told by them: capitals and hyphens make no difference."""
    return words.lower().replace("-", " ")


_KIND_WORDS = {
    _plain(word): kind for kind, nouns in NOUNS.items() for word in (kind, f"{kind}s", *nouns)
}  # "homicides" is as clear as "killings"
_LAST_WORDS = {many.split()[-1] for _, many in NOUNS.values()}
_ONE = [word for kind, (one, _) in NOUNS.items() for word in (kind, one)]
_REST = r"(?: (?:in|on|of) .+?)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?P<whose>{_either(WHOSE)}) )?(?P<slot>any figure|{_either(SLOTS)})(?P<rest>{_REST})"
        rf" (?P<verb>changes|rises|falls|(?:over|under) \d[\d,]*)(?P<more>{_REST})",
        rf"any (?P<verb>dispute)(?: about (?P<slot>{_either(SLOTS)}))?"
        rf"(?P<rest>{_REST})(?P<ends> ends)?(?P<more>{_REST})",
        rf"(?P<verb>new) (?P<noun>incident|{_either(_ONE)})(?P<rest>{_REST})",
    )
)
_FILTER = re.compile(r" (?=(?:in|on incident|of incident) )")
_ID = re.compile(r"[0-9a-f]{4,16}")


def condition(says: str) -> Condition:
    """Return what a rule asks for; raises AlertError, naming the forms, for what is not understood."""
    words = " ".join(says.split())
    words = words[:1].lower() + words[1:]
    if len(words) > LONGEST:
        raise _refused(says, f"it has more than {LONGEST} characters")
    for pattern in _PATTERNS:
        hit = pattern.fullmatch(words)
        if hit:
            return _checked(says, hit.groupdict())
    raise _refused(says, "it is none of the forms there are")


def written(asked: Condition) -> str:
    """Return a condition in the language of rules; `condition` reads it back to the same."""
    where = f" in {asked.place}" if asked.place else ""
    where += f" on incident {asked.incident}" if asked.incident else ""
    kinds = f" in {NOUNS[asked.kind][1]}" if asked.kind else ""
    if asked.verb == "new":
        return f"new {NOUNS[asked.kind][0] if asked.kind else 'incident'}{where}"
    if asked.verb in ("dispute", "dispute ends"):
        about = f" about {asked.slot}" if asked.slot else ""
        ends = " ends" if asked.verb == "dispute ends" else ""
        return f"any dispute{about}{ends}{where}{kinds}"
    whose = next((f"{word} " for word, role in WHOSE.items() if role == asked.whose), "")
    number = "" if asked.number is None else f" {asked.number}"
    return f"{whose}{asked.slot or 'any figure'}{where} {asked.verb}{number}{kinds}"


def _checked(says: str, parts: dict[str, str | None]) -> Condition:
    """Return the condition that the parts of a rule make, or refuse it."""
    found: dict[str, str] = {}
    for part in _FILTER.split((parts.get("rest") or "") + (parts.get("more") or "")):
        if not part:
            continue
        name, value = _filter(says, part)
        if name in found:
            raise _refused(says, f"it says twice {FILTERS[name]}")
        found[name] = value
    noun = parts.get("noun")
    if noun not in (None, "incident"):
        if "kind" in found:
            raise _refused(says, f"it says twice {FILTERS['kind']}")
        found["kind"] = _KIND_WORDS[_plain(noun)]
    verb, _, number = (parts["verb"] or "").partition(" ")
    if parts.get("ends"):
        verb = "dispute ends"
    slot = parts.get("slot")
    if slot == "any figure":
        slot = None
    whose = parts.get("whose")
    counts = slot is None or slot in COUNT_SLOTS
    if not counts and (whose or verb not in ("changes", "dispute", "dispute ends")):
        raise _refused(says, f"{slot} is no number of people; say: {slot} changes")
    if verb == "new" and "incident" in found:
        raise _refused(says, "an incident that has an id is not new")
    return Condition(
        verb=verb,  # type: ignore[arg-type]
        slot=slot,
        whose=WHOSE[whose] if whose else None,
        number=int(number.replace(",", "")) if number else None,
        place=found.get("place"),
        kind=found.get("kind"),
        incident=found.get("incident"),
    )


FILTERS = {"place": "where", "kind": "of what kind", "incident": "which incident"}


def _filter(says: str, part: str) -> tuple[str, str]:
    """Return of what a filter speaks, and what it says of it."""
    word, _, rest = part.strip().partition(" ")
    if word in ("on", "of"):
        ref = rest.removeprefix("incident").strip()
        if not rest.startswith("incident ") or not _ID.fullmatch(ref):
            raise _refused(says, f"{part!r} names no incident; say: on incident 3f2a91")
        return "incident", ref
    if _plain(rest) in _KIND_WORDS:
        return "kind", _KIND_WORDS[_plain(rest)]
    try:
        unknown = unknown_town(rest)
    except AskedError as wrong:
        raise _refused(says, str(wrong)) from wrong
    if unknown and (unknown.islower() or _plain(unknown).split()[-1] in _LAST_WORDS):
        kinds = ", ".join(many for _, many in NOUNS.values())
        raise _refused(says, f"{unknown!r} is no place that is known, and none of the kinds: {kinds}")
    return "place", rest


def _refused(says: str, why: str) -> AlertError:
    examples = " · ".join(example for _, example, _ in FORMS)
    return AlertError(
        f"“{says[:LONGEST]}” is not understood: {why}. Write like one of these: {examples}. Each may go on "
        "with “in PLACE”, “in shootings”, “on incident ID”. "
        f"What can be told of: any figure, {', '.join(SLOTS)}"
    )
