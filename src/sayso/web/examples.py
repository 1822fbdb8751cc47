"""One small story, told in the words of every answer: the examples in the description of the interface.

The sentences are ours; the people, outlets and events in them are made up.
"""

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from sayso.model import (
    Account,
    Added,
    Asides,
    Change,
    Changes,
    Claim,
    Copy,
    Count,
    Finding,
    Forgotten,
    Grounds,
    Headline,
    Incident,
    Judgement,
    Listing,
    Log,
    Moment,
    Outcome,
    Passage,
    Place,
    Quote,
    Reading,
    Record,
    Report,
    Review,
    Revision,
    Sheet,
    Shelf,
    Span,
    Speaker,
    Story,
    Unread,
    Voice,
    account_id,
    claim_id,
    judgement_id,
    source_of,
)
from sayso.web.people import Person

__all__ = ["ANSWERS", "SENT"]

AT = datetime(2025, 10, 14, 16, 24, tzinfo=UTC)
LATER = datetime(2025, 10, 14, 17, 40, tzinfo=UTC)
TEXT = "Two people were killed and nine injured in a shooting at Trieste railway station, police said."
PLACE = Place(text="Trieste", city="Trieste", country="IT", latitude=45.65, longitude=13.77, precision="city")
WHY = "the police gave the figure of another station"

report = Report(
    id="northgate-1624",
    source=source_of("Northgate Post"),
    title="Two dead in Trieste station shooting, police say",
    text=TEXT,
    language="en",
    published_at=AT,
    published_grain="instant",
    received_at=AT,
)
head_of_report = msgspec.structs.replace(report, text="")
reprint = msgspec.structs.replace(head_of_report, id="ledger-1731", source=source_of("Ledger"))
foreign = msgspec.structs.replace(
    head_of_report, id="laguna-1740", source=source_of("Voce"), title="Due morti"
)
account = Account(
    id=account_id(report.id, "i1"),
    report_id=report.id,
    key="i1",
    main=True,
    kind="shooting",
    place=PLACE,
    happened=Moment(start=date(2025, 10, 14), end=date(2025, 10, 14)),
)


def _claim(slot: str, number: int, quote: str) -> Claim:
    start = TEXT.index(quote)
    span = Span(start=start, end=start + len(quote), quote=quote)
    speaker, value = Speaker(name="police", kind="police"), Count(low=number, high=number)
    key = claim_id(account.id, slot, value, "victim", speaker, span)
    return Claim(
        id=key, account_id=account.id, slot=slot, value=value, role="victim", speaker=speaker, span=span
    )


killed = _claim("killed", 2, "Two people were killed")
injured = _claim("injured", 9, "nine injured")
quote = Quote(
    claim=killed,
    report=head_of_report,
    sentence=TEXT,
    start=killed.span.start,
    end=killed.span.end,
    repeated_by=(reprint.id,),
)
incident = Incident(
    id=account.id,
    kind="shooting",
    place=PLACE,
    happened=account.happened,
    account_ids=(account.id,),
)
finding = Finding(
    incident_id=incident.id,
    slot="killed",
    role="victim",
    low=2,
    best=2,
    high=2,
    standing="single",
    support=(killed.id,),
    voices=(Voice(name="police", kind="police", report_ids=(report.id, reprint.id)),),
    rule="latest",
)
before = msgspec.structs.replace(finding, low=1, best=1, high=1, support=())
revision = Revision(
    id="3773b26b54d38b0d",
    incident_id=incident.id,
    slot="killed",
    role="victim",
    before=before,
    after=finding,
    at=AT,
    because=(killed.id,),
)
head = Headline(incident=incident, main=True, reports=2, first_at=AT, changed_at=LATER, findings=(finding,))
judgement = Judgement(
    id=judgement_id(killed.id, None, "wrong", "Jo Hart", LATER),
    left=killed.id,
    verdict="wrong",
    by="Jo Hart",
    at=LATER,
    reasons=(WHY,),
)
copy = Copy(
    report_id=reprint.id,
    of=report.id,
    kind="verbatim",
    passages=(Passage(start=0, end=len(TEXT), of_start=0, of_end=len(TEXT)),),
    overlap=1.0,
)
record = Record(
    incident=incident,
    findings=(finding,),
    quotes=(quote,),
    accounts=(account,),
    reports=(head_of_report, reprint),
    copies=(copy,),
    revisions=(revision,),
)
kept = (judgement,)

ANSWERS: dict[tuple[str, str], object] = {
    ("get", "/incidents.json"): Listing(incidents=(head,), total=1),
    ("get", "/incidents/{ref}.json"): record,
    ("get", "/incidents/{ref}/{slot}.json"): (Grounds(finding=finding, support=(quote,)),),
    ("get", "/review.json"): Review(),
    ("get", "/reports.json"): Shelf(reports=(reprint, head_of_report), total=2),
    ("get", "/aside.json"): Asides(
        stories=(Story(reports=(head_of_report, reprint), words=("vigil", "candles"), incident=incident),),
        total=2,
        unread=(Unread(reports=(foreign,), why="language it, this reader reads English"),),
        unread_total=1,
    ),
    ("get", "/reports/{ref}.json"): Sheet(
        report=report, accounts=(account,), claims=(killed, injured), incidents=(incident,), repeats=(copy,)
    ),
    ("get", "/judgements.json"): Log(judgements=kept, total=1),
    ("get", "/changes"): Changes(
        changes=(Change(cursor="82", revision=revision, incident=incident),), cursor="82"
    ),
    ("get", "/me.json"): Person(name="Jo Hart", role="reviewer"),
    ("post", "/read"): Reading(
        report_id=report.id,
        reader="rules",
        version="1",
        language="en",
        accounts=(account,),
        claims=(killed, injured),
    ),
    ("post", "/reports"): Added(
        outcomes=(Outcome(report_id=report.id, fate="added"),),
        incident_ids=(incident.id,),
        revisions=(revision,),
    ),
    ("post", "/reports/{ref}/forget"): Forgotten(
        report_id=report.id, digest="5f1c2a77b0de9341", why="a takedown", by="Jo Hart", at=LATER
    ),
    ("post", "/judgements"): kept,
    ("post", "/judgements/{ref}/take-back"): kept,
    ("post", "/claims/{ref}/judgement"): kept,
    ("post", "/claims/{ref}/correction"): kept,
    ("post", "/accounts/{ref}/split"): kept,
    ("post", "/accounts/{ref}/move"): kept,
    ("post", "/incidents/{ref}/dismissal"): kept,
    ("post", "/sign-in"): Person(name="Jo Hart", role="reviewer"),
    ("post", "/sign-out"): Person(),
}
"""What is answered, by method and address."""

_handed: dict[str, Any] = {
    "source": "Northgate Post",
    "title": report.title,
    "text": TEXT,
    "published_at": "2025-10-14T18:24:00+02:00",
}
SENT: dict[tuple[str, str], object] = {
    ("post", "/read"): _handed,
    ("post", "/reports"): {"reports": [{"id": report.id, **_handed}]},
    ("post", "/reports/{ref}/forget"): {"why": "a takedown"},
    ("post", "/judgements"): {
        "left": incident.id,
        "right": account_id(reprint.id, "i1"),
        "verdict": "same",
        "why": "both tell of the station",
    },
    ("post", "/judgements/{ref}/take-back"): {"why": "it was the same station after all"},
    ("post", "/claims/{ref}/judgement"): {"verdict": "wrong", "why": WHY, "reprints": True},
    ("post", "/claims/{ref}/correction"): {
        "value": {"type": "count", "low": 3, "high": 3},
        "why": "the tape says three",
    },
    ("post", "/accounts/{ref}/split"): {"why": "this is of the other shooting"},
    ("post", "/accounts/{ref}/move"): {"to": incident.id, "why": "it tells of the station"},
    ("post", "/incidents/{ref}/dismissal"): {"why": "a drill"},
    ("post", "/sign-in"): {"token": "sayso_..."},
}
"""What is sent."""
