"""What templates may call, and what makes every word that they show safe to look at."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from sayso import phrases
from sayso.clean import visible
from sayso.model import Judgement
from sayso.web import words
from sayso.web.marks import group_of

__all__ = ["FILTERS", "GLOBALS", "address", "iso", "seen"]


def seen(value: object) -> object:
    """Return what a template is about to show, with every sign that turns a line around made visible."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


def iso(at: datetime) -> str:
    """Return a moment as machines read it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ" if at.second else "%Y-%m-%dT%H:%MZ")


def address(*path: str, fragment: str = "", **asked: object) -> str:
    """Return a path of this server, `address("incidents", ref, as_of=moment)`; what is empty is left out."""
    told = {
        key: iso(value) if isinstance(value, datetime) else str(value)
        for key, value in asked.items()
        if value not in (None, "", False)
    }
    place = "/" + "/".join(quote(part, safe="") for part in path)
    return place + (f"?{urlencode(told)}" if told else "") + (f"#{quote(fragment)}" if fragment else "")


def judged_at(judgement: Judgement) -> str:
    """Return where what was judged can be looked at."""
    claim = judgement.right is None and judgement.verdict in ("right", "wrong", "unsure")
    return address("claims" if claim else "incidents", judgement.left)


FILTERS: dict[str, Callable[..., Any]] = {
    "day": words.day,
    "iso": iso,
    "judged": phrases.judgement_phrase,
    "judged_at": judged_at,
    "kind": words.kind,
    "moment": words.moment,
    "outlet": phrases.outlet,
    "place": words.place,
    "score": phrases.score_phrase,
    "short_place": words.short_place,
    "slot": words.slot,
    "things_hit": phrases.things_hit,
}
GLOBALS: dict[str, Any] = {
    "address": address,
    "figure": words.figure,
    "groups_of": group_of,
    "plural": phrases.plural,
    "range_of": words.range_of,
    "standings": words.STANDINGS,
    "undone_at": lambda here: here + ("&" if "?" in here else "?") + "undone=1",
}
