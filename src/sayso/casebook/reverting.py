"""How a great incident stood at an earlier moment: what changed it since is undone, from how it stands now.

To settle thousands of reports again takes seconds, and which of the figures one more of them moves only
settling tells. So when a great incident changes, what undoes the change is kept, and at every LEAP-th change
also what undoes so many at one time. It is a cache: what is not in it is settled again.
"""

import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from sayso.casebook import quoting
from sayso.casebook.edits import Edits, edited, edits
from sayso.casebook.gathering import ever_tied
from sayso.model import Finding, Incident, SpeakerKind, Voice, decode, encode
from sayso.store import Past, Pen, Settled, View

__all__ = ["GREAT", "LEAP", "Stood", "before_change", "keep", "moments", "packed", "stood", "words_of"]

GREAT = 1_000
"""Accounts of an incident of which it is kept; fewer are settled in a few tenths of a second."""

LEAP = 64
"""Changes that are also undone at one time: to go back 10,000 takes some 150 leaps, and 60 to 120 steps."""

END = ""
"""Ends a list among the words of an incident; no id is empty."""

Stood = tuple[Incident, Settled]
"""An incident, and what it was settled to."""


def stood(view: View, incident_id: str, as_of: datetime) -> Stood | None:
    """Return how an incident stood at a moment; None where only settling tells."""
    back = _back_to(view, incident_id, as_of)
    now = view.settled_now(incident_id) if back else None
    words = _undone(words_of(*now), back[1]) if back and now else None
    try:
        return _told(words) if words else None
    except (msgspec.DecodeError, StopIteration):
        return None


def moments(view: View, incident_id: str) -> list[datetime]:
    """Return the moment from which on it is kept how an incident stood, and one in the middle."""
    last = view.last_past(incident_id)
    some = {0, last.number // 2} if last else set()
    return [past.at for number in sorted(some) for past in view.pasts(incident_id, 1, number, number)]


def before_change(
    pen: Pen,
    homes: Sequence[Mapping[str, str]],
    touched: Collection[str],
    stirred: Collection[str],
    at: datetime,
) -> dict[str, Stood | None]:
    """Return how the great incidents stand of which a change may change what is told of some moment.

    `homes` are the incidents, before and now, of the accounts that are tied to the `touched` ones; those
    `stirred` differ. What comes late may also change how others stood then: those that are tied to these, if
    only by what was judged then and holds no more.
    """
    large = [Counter(held.values()) for held in homes if len(held) >= GREAT]
    found = {ref for sizes in large for ref, size in sizes.items() if size >= GREAT}
    parted = any(j.verdict == "same" and j.right and j.superseded_at for j in pen.judgements())
    if found or parted:
        late = at < pen.newest()
        once = set(pen.members_of(ever_tied(pen, touched)).values()) if late and parted else set[str]()
        found = found | {ref for ref in once if pen.last_past(ref)} if late else found.intersection(stirred)
    return {ref: pen.settled_now(ref) for ref in found}


def keep(pen: Pen, before: Mapping[str, Stood | None], at: datetime) -> None:
    """Keep how these incidents stood before what was known from a moment on, now that they are settled.

    What came late makes unknown how they stood from then until the last that came before it. Where it is not
    known how an incident stood, it is kept from now on.
    """
    newest = pen.newest() if before else at
    for ref, was in before.items():
        now = pen.settled_now(ref)
        if now is None or len(now[0].account_ids) < GREAT:
            pen.drop_pasts(ref)
        elif not _keep(pen, was, now, at, newest):
            pen.drop_pasts(ref)
            pen.cache_past(ref, 1, Past(number=0, since=newest, at=newest, word=b""))


def _keep(pen: Pen, was: Stood | None, now: Stood, at: datetime, newest: datetime) -> bool:
    """Keep what undoes one change of an incident; returns False where it is not known what was before.

    It is not where nothing came at the moment of the change: then what had come earlier is told otherwise.
    """
    ref = now[0].id
    last = pen.last_past(ref)
    if was is None or last is None or at > newest:
        return False
    if was == now and at == newest:
        return True
    back = _back_to(pen, ref, at) if last.at > at else (last.number, [])
    before = _undone(words_of(*was), back[1]) if back else None
    if back is None or before is None:
        return False
    pen.drop_pasts(ref, after=back[0])
    number, words = back[0] + 1, words_of(*now)
    pen.cache_past(ref, 1, Past(number, at, newest, packed(edits(words, before))))
    if number % LEAP == 0:
        single = pen.pasts(ref, 1, number - LEAP + 1, number)
        far = _undone(words, [past.word for past in reversed(single)])
        if far is None:
            return False
        pen.cache_past(ref, LEAP, Past(number, single[0].since, newest, packed(edits(words, far))))
    return True


def _back_to(view: View, incident_id: str, as_of: datetime) -> tuple[int, list[bytes]] | None:
    """Return what leads back to a moment, the last change first; None where that is not kept.

    The number is that of the last change that is not undone.
    """
    last = view.last_past(incident_id)
    if last is None:
        return None
    if last.at <= as_of:
        return last.number, []
    leaps = view.pasts_after(incident_id, LEAP, as_of)
    whole = last.number - last.number % LEAP
    first = leaps[0].number if leaps else last.number
    near = view.pasts(incident_id, 1, first - LEAP if leaps else whole, first)
    later = [past for past in near if past.at > as_of]
    if later[0].number == 0 or later[0].since <= as_of:
        return None
    single = view.pasts(incident_id, 1, whole + 1, last.number) if leaps else []
    return later[0].number - 1, [past.word for past in reversed([*later, *leaps[1:], *single])]


def _undone(words: list[str], back: Sequence[bytes]) -> list[str] | None:
    """Return the words of an incident without changes, the last one first; None where one does not fit."""
    try:
        return edited(words, [_unpacked(each) for each in back])
    except (zlib.error, msgspec.DecodeError):
        return None


def packed(those: Edits) -> bytes:
    """Return edits as they are kept."""
    return zlib.compress(msgspec.json.encode(those))


def _unpacked(packed: bytes) -> Edits:
    return decode(zlib.decompress(packed), Edits)


def words_of(incident: Incident, settled: Settled) -> list[str]:
    """Return all that is told of an incident as a list of words: ids, and before them what they are of.

    What is quoted of a long list stands behind it, in its order, so that it moves as little as the list does.
    """
    findings, quoted = settled
    words = [encode(msgspec.structs.replace(incident, account_ids=())).decode(), *incident.account_ids, END]
    named = set(quoted)
    for finding in findings:
        bare = msgspec.structs.replace(finding, support=(), rivals=(), trail=(), voices=())
        words.append(encode(bare).decode())
        for ids in (finding.support, finding.rivals, finding.trail):
            words += (*ids, END)
            if len(ids) > quoting.MOST_QUOTED:
                words += (*(claim for claim in ids if claim in named), END)
        for voice in finding.voices:
            words += (encode((voice.kind, voice.name)).decode(), *voice.report_ids, END)
        words.append(END)
    return words


def _told(words: Sequence[str]) -> Stood:
    """Return what a list of words tells of an incident."""
    told = iter(words)
    incident = decode(next(told), Incident)
    incident = msgspec.structs.replace(incident, account_ids=_list(told))
    findings, quoted = [], set[str]()
    for bare in told:
        lists = []
        for _ in range(3):
            lists.append(_list(told))
            quoted.update(_list(told) if len(lists[-1]) > quoting.MOST_QUOTED else lists[-1])
        voices = tuple(_voice(head, told) for head in iter(told.__next__, END))
        support, rivals, trail = lists
        finding = decode(bare, Finding)
        findings.append(
            msgspec.structs.replace(finding, support=support, rivals=rivals, trail=trail, voices=voices)
        )
    return incident, (tuple(findings), tuple(sorted(quoted)))


def _voice(head: str, told: Iterator[str]) -> Voice:
    kind, name = decode(head, tuple[SpeakerKind, str])
    return Voice(name=name, kind=kind, report_ids=_list(told))


def _list(told: Iterator[str]) -> tuple[str, ...]:
    """Return the words up to the end of a list."""
    return tuple(iter(told.__next__, END))
