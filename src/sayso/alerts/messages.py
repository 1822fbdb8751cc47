"""What is told of a change: from what to what, who says it, in which words, and where the record stands."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal

from sayso.casebook.quoting import quotes_named, says
from sayso.casebook.revising import key_of, last_shown
from sayso.clean import clean
from sayso.model import COUNT_SLOTS, Alert, AlertRule, Finding, Quote, Revision, Role, Status, Word
from sayso.phrases import (
    NOT_REPORTED,
    SHORT,
    firmness,
    headline,
    label_phrase,
    outlet,
    published_phrase,
    shown_phrase,
    slot_phrase,
    speaker_phrase,
    time_phrase,
    value_phrase,
)
from sayso.settle import printed_names
from sayso.store import View, outbox

__all__ = ["Message", "Move", "Saying", "Shown", "compose", "moved", "text"]

MOST_SAID = 3
"""Sentences that a message quotes for a figure, and beside it; the rest is behind the link."""


class Saying(Word, frozen=True, kw_only=True):
    """Who says what in which words: [start, end) of `sentence` are the words, in code points."""

    who: str
    outlet: str
    published: str
    value: str
    firmness: str
    sentence: str
    start: int
    end: int
    report_id: str
    claim_id: str
    url: str | None = None


class Shown(Word, frozen=True, kw_only=True):
    """What a reader sees of a finding; `words` says all of it in one line."""

    words: str
    standing: Status
    low: int | None = None
    best: int | None = None
    high: int | None = None
    label: str | None = None
    voices: tuple[str, ...] = ()


class Move(Word, frozen=True, kw_only=True):
    """One figure, or fact, from what it was to what it is; `between` is what it was in the meantime.

    `title` says it in one line. `said` are those who say what it is now, `beside` those who say otherwise;
    None is "not reported".
    """

    title: str
    slot: str
    role: Role | None = None
    what: str
    before: Shown | None = None
    after: Shown | None = None
    between: tuple[str, ...] = ()
    said: tuple[Saying, ...] = ()
    beside: tuple[Saying, ...] = ()


class Message(Word, frozen=True, kw_only=True):
    """What a rule tells at one time. `id` is the same however often it is sent.

    `at` is when what is told of was received, and `link` leads to the record as of then. `says` is the rule.
    """

    id: str
    type: Literal["finding.revised", "incident.new"]
    at: datetime
    title: str
    headline: str
    incident_id: str
    link: str
    rule_id: str
    says: str
    moves: tuple[Move, ...] = ()


def compose(view: View, rule: AlertRule, alerts: Sequence[Alert], url: str) -> Message:
    """Return what is told of alerts that go together; `url` is where the pages of the book are."""
    revised = outbox.revisions_named(view, [alert.cause for alert in alerts])
    revisions = [revised[alert.cause] for alert in alerts if alert.cause in revised]
    incident, at = alerts[-1].incident_id, max(alert.at for alert in alerts)
    held = view.members_of([incident]).get(incident, incident)
    line = view.headlines_of([held]).get(held)
    where = headline(line.incident) if line else f"incident {incident}"
    if revisions:
        moves = list(_moves(view, revisions))
        title = "; ".join(move.title for move in moves)
    else:
        moves = list(_first(view, incident, at))
        title = "not reported on before"
    return Message(
        id=alerts[0].message or "",
        type="finding.revised" if revisions else "incident.new",
        at=at,
        title=clean(f"{title} · {where}"),
        headline=clean(where),
        incident_id=incident,
        link=f"{url.rstrip('/')}/incidents/{incident}?as_of={_moment(at)}",
        rule_id=rule.id,
        says=rule.says,
        moves=tuple(moves),
    )


def text(message: Message) -> str:
    """Return a message as plain text, for a letter; nothing in it can steer the reader's program."""
    lines = [(0, message.headline), (0, "")]
    if message.type == "incident.new":
        lines += [(0, "An incident that was not reported on before."), (0, "")]
    for move in message.moves:
        was, now = (part.words if part else NOT_REPORTED for part in (move.before, move.after))
        lines.append(
            (0, f"{move.what}: {now}" if move.before is None else f"{move.what}: was {was}; is {now}")
        )
        lines += [(2, f"in between: {words}") for words in move.between]
        lines += [(2, _said(one)) for one in move.said]
        lines += [(2, f"beside it, {_said(one)}") for one in move.beside]
        lines.append((0, ""))
    lines += [
        (0, f"The record as of {time_phrase(message.at)}:"),
        (0, message.link),
        (0, ""),
        (0, f"Told by the rule “{message.says}” ({message.rule_id[:SHORT]}), in message {message.id}."),
    ]
    return "".join(f"{' ' * indent}{clean(words)}\n" for indent, words in lines)


def _said(one: Saying) -> str:
    words = f"{one.sentence[: one.start]}[[{one.sentence[one.start : one.end]}]]{one.sentence[one.end :]}"
    where = "" if one.who == one.outlet else f", in {one.outlet}"
    firm = "" if one.firmness == "certain" else f" ({one.firmness})"
    return f"{one.value}: {one.who}{firm}{where}, {one.published}: {words}"


def _moment(at: datetime) -> str:
    """Return a moment as it stands in an address, exact enough to hold what happened at it."""
    return at.isoformat().replace("+00:00", "Z")


def _first(view: View, incident: str, at: datetime) -> Iterable[Move]:
    """Yield the counts that readers were shown of an incident by a moment, as they were then."""
    found = last_shown(view.revisions_of([incident], at)).values()
    counts = [finding for finding in found if finding.slot in COUNT_SLOTS]
    quotes = quotes_named(view, _claims(counts))
    for finding in sorted(counts, key=lambda finding: COUNT_SLOTS.index(finding.slot)):
        yield moved(quotes, None, finding, (), ())


def _moves(view: View, revisions: Sequence[Revision]) -> Iterable[Move]:
    """Yield one move for each figure or fact, from before the first revision to after the last."""
    quotes = quotes_named(view, _claims(revision.after for revision in revisions if revision.after))
    together: dict[object, list[Revision]] = {}
    for revision in revisions:
        finding = revision.after or revision.before
        if finding:
            together.setdefault(key_of(finding), []).append(revision)
    for several in together.values():
        between = [shown_phrase(revision.after) for revision in several[:-1]]
        because = [ref for revision in several for ref in revision.because]
        yield moved(quotes, several[0].before, several[-1].after, between, because)


def moved(
    quotes: Mapping[str, Quote],
    before: Finding | None,
    after: Finding | None,
    between: Iterable[str],
    because: Iterable[str],
) -> Move:
    """Return a figure, or a fact, from what it was to what it is, with those who say so."""
    told = after or before
    assert told is not None
    first = dict.fromkeys([*because, *(after.support if after else ())])
    support = [ref for ref in first if after and ref in after.support]
    if after:  # who says the figure itself first, then what it is worked out from
        support.sort(key=lambda ref: ref not in quotes or not says(quotes[ref].claim, after))
    what, now = slot_phrase(told.slot, told.role), shown_phrase(after)
    names = printed_names(quotes.values())
    return Move(
        title=f"{what} {now}" if before is None else f"{what} {shown_phrase(before)} → {now}",
        slot=told.slot,
        role=told.role,
        what=what,
        before=_shown(before, names),
        after=_shown(after, names),
        between=tuple(between),
        said=_sayings(quotes, support),
        beside=_sayings(quotes, after.rivals if after else ()),
    )


def _shown(finding: Finding | None, names: Mapping[str, str]) -> Shown | None:
    if finding is None:
        return None
    return Shown(
        words=shown_phrase(finding),
        standing=finding.standing,
        low=finding.low,
        best=finding.best,
        high=finding.high,
        label=label_phrase(finding.label) if finding.label else None,
        voices=tuple(names.get(voice.name, voice.name) for voice in finding.voices),
    )


def _sayings(quotes: Mapping[str, Quote], claims: Iterable[str]) -> tuple[Saying, ...]:
    """Return the first of those that say it, each sentence once."""
    found: dict[str, Saying] = {}
    for ref in claims:
        if ref in quotes and quotes[ref].sentence not in found:
            found[quotes[ref].sentence] = _saying(quotes[ref])
    return tuple(found.values())[:MOST_SAID]


def _saying(told: Quote) -> Saying:
    return Saying(
        who=speaker_phrase(told.claim.speaker, told.report),
        outlet=outlet(told.report),
        published=published_phrase(told.report),
        value=value_phrase(told.claim.value),
        firmness=firmness(told.claim),
        sentence=told.sentence,
        start=told.start,
        end=told.end,
        report_id=told.report.id,
        claim_id=told.claim.id,
        url=told.report.url,
    )


def _claims(findings: Iterable[Finding]) -> set[str]:
    return {ref for finding in findings for ref in (*finding.support, *finding.rivals)}
