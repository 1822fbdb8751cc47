"""Whether a rule tells of a change, and why. Words in, words out."""

from functools import lru_cache

from sayso import link
from sayso.alerts.language import Condition
from sayso.casebook.asking import asked
from sayso.link import Wanted
from sayso.model import COUNT_SLOTS, Finding, Headline, Revision
from sayso.phrases import bare, headline, shown_phrase, slot_phrase

__all__ = ["matches", "reason"]

OTHERS = ("attacker", "responder", "combatant")
"""Whose figures are told only to who asks for them."""


def matches(rule: Condition, revision: Revision | None, head: Headline) -> bool:
    """Tell whether a rule tells of a revision of an incident; without a revision, of the incident as new."""
    return reason(rule, revision, head) is not None


def reason(rule: Condition, revision: Revision | None, head: Headline) -> str | None:
    """Return why a rule tells of a change, in words; None when it does not.

    What is unknown of an incident matches nothing that is asked: without a place it is in no country.
    """
    if not _concerns(rule, head):
        return None
    where = headline(head.incident)
    if revision is None or rule.verb == "new":
        new = revision is None and rule.verb == "new"
        return f"not reported on before: {where}" if new else None
    if not _speaks_of(rule, revision) or not _moved(rule, revision.before, revision.after):
        return None
    was, now = (shown_phrase(finding) for finding in (revision.before, revision.after))
    return f"{slot_phrase(revision.slot, revision.role)} was {was}, is {now}: {where}"


def _concerns(rule: Condition, head: Headline) -> bool:
    """Tell whether an incident is one that a rule is on; what reports only mention must be named."""
    if rule.incident:
        if not any(ref.startswith(rule.incident) for ref in _ids(head)):
            return False
    elif not head.main or head.dismissed:
        return False
    return link.matches(head, _wanted(rule.place, rule.kind))


def _ids(head: Headline) -> tuple[str, ...]:
    """Return every id that an incident answers to: its own, and those of what is in it."""
    return (head.incident.id, *head.incident.account_ids, *head.incident.merged_from)


@lru_cache(maxsize=1000)
def _wanted(place: str | None, kind: str | None) -> Wanted:
    return asked(place=place, kind=kind)


def _speaks_of(rule: Condition, revision: Revision) -> bool:
    """Tell whether a revision is of the figure that a rule is on."""
    if rule.verb in ("dispute", "dispute ends"):
        return rule.slot in (None, revision.slot)
    if rule.slot is None and revision.slot not in COUNT_SLOTS:
        return False
    if rule.slot not in (None, revision.slot):
        return False
    if rule.whose:
        return revision.role == rule.whose
    return revision.slot not in COUNT_SLOTS or revision.role not in OTHERS


def _moved(rule: Condition, before: Finding | None, after: Finding | None) -> bool:
    """Tell whether what is shown moved in the way that a rule asks for."""
    was, now = _figure(before), _figure(after)
    number = rule.number or 0
    if rule.verb == "changes":
        return _says(before) != _says(after)
    if rule.verb == "rises":
        return now is not None and now > (was or 0)
    if rule.verb == "falls":
        return was is not None and now is not None and now < was
    if rule.verb == "over":
        return now is not None and now > number and not (was is not None and was > number)
    if rule.verb == "under":
        return was is not None and now is not None and now < number <= was
    if rule.verb == "dispute":
        return _disputed(after) and not _disputed(before)
    return _disputed(before) and not _disputed(after)


def _figure(finding: Finding | None) -> int | None:
    """Return the number that is printed; None where none stands."""
    if finding is None or finding.standing == "withdrawn":
        return None
    return finding.best if finding.best is not None else finding.low


def _says(finding: Finding | None) -> tuple[object, ...] | None:
    """Return what is said, whoever and however many say it."""
    if finding is None or finding.standing == "withdrawn":
        return None
    return (finding.low, finding.best, finding.high, bare(finding.label) if finding.label else None)


def _disputed(finding: Finding | None) -> bool:
    return finding is not None and finding.standing == "disputed"
