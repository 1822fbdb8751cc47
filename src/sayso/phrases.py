"""How words are put in a line for people: values, speakers, places, times."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sayso.model import (
    KINDS_IN_WORDS,
    Account,
    Claim,
    Copy,
    Count,
    Finding,
    Incident,
    Judgement,
    Label,
    Place,
    Record,
    Relation,
    RelationKind,
    Report,
    Role,
    Speaker,
    Status,
    Total,
    Verdict,
)

__all__ = [
    "NOT_REPORTED",
    "SHORT",
    "Thing",
    "bare",
    "copied_phrase",
    "count_phrase",
    "doubt_phrase",
    "fact_phrase",
    "figure_phrase",
    "finding_phrase",
    "firmness",
    "headline",
    "is_nobodys",
    "judgement_phrase",
    "kind_noun",
    "label_phrase",
    "number_phrase",
    "outlet",
    "place_phrase",
    "plural",
    "published_apart_phrase",
    "published_phrase",
    "relation_phrase",
    "score_phrase",
    "shortened",
    "shown_phrase",
    "slot_phrase",
    "speaker_phrase",
    "standing_phrase",
    "things_hit",
    "time_phrase",
    "total_phrase",
    "unread_phrase",
    "value_phrase",
    "voice_phrase",
]

SHORT = 8
"""Characters of an id that are shown; four are enough to name it, where they are enough to tell it apart."""

ROLES: dict[Role | None, str] = {
    "victim": "",
    "attacker": "attackers",
    "responder": "responders",
    "combatant": "combatants",
    "all": "attackers included",
    "unclear": "unclear who",
    None: "",
}


_NOBODY = re.compile(r"(?:no(?:body| one|-one|ne)?|neither)\b", re.IGNORECASE)

VERDICTS: dict[Verdict, str] = {
    "same": "{left} and {right} are one incident",
    "different": "{left} and {right} are two incidents",
    "right": "claim {left} is right",
    "wrong": "claim {left} is wrong",
    "not-an-incident": "{left} is not an incident",
    "unsure": "whether claim {left} is right is open",
}


RELATIONS: dict[RelationKind, tuple[str, str]] = {
    "part": ("part of this series", "the series that this is part of"),
    "aftershock": ("its aftershock", "the earthquake that this is an aftershock of"),
    "retaliation": ("retaliation for this", "what this is retaliation for"),
    "earlier": ("earlier than this", "later than this"),
}
"""What the other of two incidents is: where it is the left of a relation, and where it is the right."""


def plural(number: int, one: str) -> str:
    """Return "1 report", "2 reports"."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def number_phrase(number: int) -> str:
    """Return "no one", "12", "2,000"."""
    return "no one" if number == 0 else f"{number:,}"


def count_phrase(low: int | None, high: int | None) -> str:
    """Return "12", "at least 12", "more than 3,000", "up to 30", "2 to 5"; "some" where no end is known."""
    if low is None:
        return "some" if high is None else f"up to {high:,}"
    if high is None:
        return f"more than {low - 1:,}" if _exceeds_round(low) else f"at least {low:,}"
    return number_phrase(low) if low == high else f"{low:,} to {high:,}"


def kind_noun(kind: str) -> str:
    """Return what one of a kind is called, without its article: "rail accident", "shelling"."""
    return re.sub(r"^an? ", "", KINDS_IN_WORDS[kind][0])


def label_phrase(label: Label) -> str:
    """Return "AK47 (firearm)", or the words alone where they have no code."""
    return f"{label.text} ({label.code})" if label.code and label.code != label.text else label.text


def bare(label: Label) -> tuple[str | None, str]:
    """Return the code and words of a label without case and the article before them: "A bomb", "the bomb"."""
    return label.code, re.sub(r"^(?:an?|the)\s+", "", label.text.casefold())


def value_phrase(value: Count | Label) -> str:
    """Return a claimed value in words."""
    return count_phrase(value.low, value.high) if isinstance(value, Count) else label_phrase(value)


def finding_phrase(finding: Finding) -> str:
    """Return what is reported now: the best figure, and the range where it is wider.

    "none left (5 - 5 who died)" is worked out; "no one" is what somebody says; "7 (possible)" nobody says
    for certain; "7 (at least 7)" is disputed by who tells of more.
    """
    if finding.label is not None:
        return fact_phrase(finding, finding.label)
    if finding.standing == "withdrawn":
        return "no figure stands"
    if finding.best == 0 and finding.derivation:
        return f"none left ({finding.derivation})"
    told = figure_phrase(finding.low, finding.best, finding.high)
    if finding.standing == "disputed" and finding.low == finding.best and finding.high is None:
        told = f"{count_phrase(finding.best, finding.best)} ({count_phrase(finding.low, None)})"
    return told if finding.certainty == "certain" else f"{told} ({finding.certainty})"


def standing_phrase(standing: Status) -> str:
    """Return how a finding stands: "one voice", "agreed", "disputed", "withdrawn"."""
    return "one voice" if standing == "single" else standing


NOT_REPORTED = "not reported"
"""What is shown where there is no finding: nothing was reported yet, or is any more."""


def shown_phrase(finding: Finding | None) -> str:
    """Return what readers see of a finding: "4 (4 to 5), disputed", "2, one voice", "withdrawn"."""
    if finding is None:
        return NOT_REPORTED
    if finding.standing == "withdrawn":
        return "withdrawn"
    return f"{finding_phrase(finding)}, {standing_phrase(finding.standing)}"


def fact_phrase(finding: Finding, label: Label) -> str:
    """Return "AK47 (firearm)", "denied: a land dispute", "nobody has claimed it"."""
    if is_nobodys(finding):
        return "nobody is blamed" if label.code == "blamed" else f"nobody has {label.code or 'claimed'} it"
    return f"denied: {label_phrase(label)}" if finding.rule == "denied" else label_phrase(label)


def is_nobodys(finding: Finding) -> bool:
    """Tell whether a finding says of a deed that nobody has claimed it."""
    return bool(finding.slot == "responsibility" and finding.label and _NOBODY.match(finding.label.text))


def figure_phrase(low: int | None, best: int | None, high: int | None) -> str:
    """Return "12", "12 or more", "more than 3,000", "12 (10 to 14)"; without a best figure the span alone."""
    span = count_phrase(low, high)
    if best is None:
        return span
    told = count_phrase(best, None) if high is None and _exceeds_round(best) else number_phrase(best)
    if low == best and high is None:
        return told if _exceeds_round(best) else f"{told} or more"
    return told if low == high == best else f"{told} ({span})"


def _exceeds_round(number: int) -> bool:
    """Tell whether a number is what reading makes of "more than 3,000": one more than hundreds."""
    return number > 100 and number % 100 == 1


def score_phrase(score: float) -> str:
    """Return "+1.5", "-0.3", "0.0": a likeness, of which 0 or more joins."""
    tenths = round(score, 1)
    return f"{tenths:+.1f}" if tenths else "0.0"


def total_phrase(total: Total) -> str:
    """Return "killed 12 (10 to 14), unknown of 3 incidents", or "killed unknown" where nobody counts.

    "killed 12, 7 of them uncertain" has people in it of whom nobody tells for certain.
    """
    if total.best is None:
        return f"{total.slot} unknown"
    figure = f"{total.slot} {figure_phrase(total.low, total.best, total.high)}"
    if total.unsure:
        whose = "" if total.unsure == total.best else f"{total.unsure:,} of them "
        figure += f", {whose}uncertain"
    return f"{figure}, unknown of {plural(total.unknown, 'incident')}" if total.unknown else figure


DOUBTS: dict[str, str] = {
    "uncertain": "whoever says so is not certain",
    "possible": "another figure is said to be possible",
}
"""Why a person should look at a finding, where its standing does not say so."""


def doubt_phrase(why: str) -> str:
    """Return why a finding waits for a person: "disputed", or "another figure is said to be possible"."""
    return DOUBTS.get(why, why)


def relation_phrase(relation: Relation, own: str) -> str:
    """Return how another incident has to do with the one of this id, and why: "its aftershock (...)"."""
    words = RELATIONS[relation.kind][relation.left == own]
    return f"{words} ({relation.because})" if relation.because else words


def slot_phrase(slot: str, role: Role | None) -> str:
    """Return "killed", or "killed (attackers)" where they are not the victims; who is held is an attacker."""
    usual = slot in ("attackers", "suspect") or (slot, role) == ("detained", "attacker")
    whose = "victims" if (slot, role) == ("detained", "victim") else "" if usual else ROLES[role]
    return f"{slot} ({whose})" if whose else slot


def voice_phrase(name: str, names: Mapping[str, str]) -> str:
    """Return how a voice is called in a list: as it is printed, else by its own name; with a capital."""
    told = names.get(name, name)
    return told[:1].upper() + told[1:]


def speaker_phrase(speaker: Speaker, report: Report | None = None) -> str:
    """Return who says it, through whom: "police (via AFP)"; the report's own voice by its outlet's name."""
    name = speaker.name
    if speaker.narrates:
        name = outlet(report) if report else "the report itself"
    return f"{name} (via {speaker.via})" if speaker.via else name


def firmness(claim: Claim) -> str:
    """Return how firmly it is said: certain, probable, possible; denied; and what became of it."""
    said: str = claim.certainty
    if claim.polarity == "negative":
        said = "denied" if said == "certain" else f"denied ({said})"
    return said if claim.standing == "current" else f"{said}, {claim.standing}"


def shortened(sentence: str, start: int, end: int, longest: int | None = None) -> tuple[str, str, str]:
    """Return a sentence before, in and after the words [start, end), cut around them to about `longest`."""
    before, words, after = sentence[:start], sentence[start:end], sentence[end:]
    if longest is not None and len(sentence) > longest:
        room = max(0, longest - len(words))
        if len(before) > room // 2:
            kept = min(len(before), max(room // 2, room - len(after)))
            before = "… " + before[len(before) - kept :].lstrip()
        spare = max(0, room - len(before))
        if len(after) > spare:
            after = after[:spare].rstrip() + " …"
    return before, words, after


def outlet(report: Report) -> str:
    """Return who published a report, else its id."""
    return report.source.name if report.source else f"report {report.id}"


def place_phrase(place: Place | None) -> str | None:
    """Return "Champs-Elysées, Paris, FR", or "Springfield, IL, US", each part once."""
    if place is None:
        return None
    state = place.region if place.country == "US" else None
    parts = [part for part in (place.text, place.city, state, place.country) if part]
    kept = [part for at, part in enumerate(parts) if not any(part in other for other in parts[:at])]
    return ", ".join(kept) or None


def time_phrase(at: datetime | None, grain: str = "instant") -> str:
    """Return "2017-04-20T22:40Z", or as much of it as is known."""
    if at is None:
        return "time unknown"
    if grain in ("day", "month", "year"):
        return at.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]]
    return at.strftime("%Y-%m-%dT%H:%M:%SZ" if at.second else "%Y-%m-%dT%H:%MZ")


def published_phrase(report: Report) -> str:
    """Return when a report was published, as exactly as is known."""
    if report.published_at is None:
        return "no date"
    return time_phrase(report.published_at, report.published_grain)


def copied_phrase(copy: Copy) -> str:
    """Return how much of another a report repeats, and how: "verbatim, 96% of its words"."""
    return f"{copy.kind}, {copy.overlap:.0%} of its words"


def published_apart_phrase(report: Report) -> str:
    """Return when a report was published, where that is not when it was received; "" where it is, or unknown.

    Of the day on which it was received, only the clock time is told.
    """
    published, received = report.published_at, report.received_at
    if published is None or received is None:
        return ""
    told = published_phrase(report)
    if report.published_grain != "instant":
        return "" if told == time_phrase(received, report.published_grain) else told
    if published.replace(second=0, microsecond=0) == received.replace(second=0, microsecond=0):
        return ""
    return told.partition("T")[2] if published.date() == received.date() else told


def headline(told: Incident | Account) -> str:
    """Return kind, place and day of an incident: "shooting · Paris, FR · 2017-04-20"."""
    parts: Sequence[str | None] = (
        told.kind if told.kind != "other" else "incident",
        place_phrase(told.place),
        told.happened.iso() if told.happened else None,
    )
    return " · ".join(part for part in parts if part)


class Thing(NamedTuple):
    """A thing that was hit, in the words of the first report that names it, and all that do."""

    words: str
    reports: tuple[Report, ...]


def things_hit(record: Record) -> list[Thing]:
    """Return what the reports of a record say was hit besides people, in the order of the reports.

    "The bus" and "a bus" are one; "the bus" and "the school bus" may be two, and stand apart.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for account in record.accounts:
        told[account.report_id] += (" ".join(span.quote.split()) for span in account.hit)
    found: dict[str, tuple[str, list[Report]]] = {}
    for report in record.reports:
        for words in dict.fromkeys(told[report.id]):
            name = words.casefold().removeprefix("the ").removeprefix("a ").removeprefix("an ")
            found.setdefault(name, (words, []))[1].append(report)
    return [Thing(words, tuple(reports)) for words, reports in found.values()]


def judgement_phrase(judgement: Judgement) -> str:
    """Return who judged what, why, and until when it held: "Ada: a and b are two incidents (why)"."""
    left, right = judgement.left[:SHORT], (judgement.right or "")[:SHORT]
    said = VERDICTS[judgement.verdict].format(left=left, right=right)
    if right and judgement.verdict == "unsure":
        said = f"whether {left} and {right} are one incident is open"
    held = f" · until {time_phrase(judgement.superseded_at)}" if judgement.superseded_at else ""
    return f"{judgement.by}: {said} ({'; '.join(judgement.reasons)}){held}"


def unread_phrase(why: str) -> str:
    """Return why a report was not read: "not read: language fr"."""
    return f"not read: {why}"
