"""A reading as the one JSON object a report that `sayso read --json` prints and the gate scores."""

from typing import Any

from sayso.model import Account, Claim, Count, Label, Reading, Span

__all__ = ["reading_json"]


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain JSON values; every field is there, null where nothing is known.

    A report that was not read has no incidents and claims, and `skipped` says why.
    """
    keys = {account.id: account.key for account in reading.accounts}
    shown: dict[str, Any] = {
        "report_id": reading.report_id,
        "incidents": [_incident(account) for account in reading.accounts],
        "claims": [_claim(claim, keys.get(claim.account_id)) for claim in reading.claims],
    }
    if reading.skipped is not None:
        shown["skipped"] = reading.skipped
    return shown


def _incident(account: Account) -> dict[str, Any]:
    place = account.place
    return {
        "key": account.key,
        "main": account.main,
        "series": account.series,
        "kind": account.kind,
        "place": {
            "text": place.text if place else None,
            "city": place.city if place else None,
            "country": place.country if place else None,
        },
        "date": account.happened.iso() if account.happened else None,
        "hit": [_span(thing) for thing in account.hit],
    }


def _claim(claim: Claim, key: str | None) -> dict[str, Any]:
    value, span, speaker = claim.value, claim.span, claim.speaker
    count = value if isinstance(value, Count) else None
    label = value if isinstance(value, Label) else None
    return {
        "incident": key,
        "slot": claim.slot,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "who": claim.who,
        "role": claim.role,
        "text": label.text if label else None,
        "code": label.code if label else None,
        "said_by": {"name": speaker.name, "kind": speaker.kind},
        "via": speaker.via,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "standing": claim.standing,
        "part_of": claim.part_of,
        "span": _span(span),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"in": span.field, "start": span.start, "end": span.end, "quote": span.quote}
