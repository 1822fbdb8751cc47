"""News in JSON (IPTC ninjs, versions 1 to 3): one object, with others in it, to items.

The properties are those of http://www.iptc.org/std/ninjs/ (3.x writes versionCreated where 1.x and 2.x write
versioncreated, so names are taken in lower case).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.intake.agencies import Item
from sayso.intake.markup import text_of_html

__all__ = ["is_ninjs", "items_of_ninjs"]

# Properties of which one at least is in every text item, and which no file of reports has.
_MARKS = frozenset({"versioncreated", "pubstatus", "bodies", "headlines", "standard", "associations"})
_MARKUP = ("html", "xml", "nitf")
_DEEPEST = 5


def is_ninjs(row: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a news item of ninjs, rather than the fields of a report."""
    names = {name.lower() for name in row}
    told = any(name in _MARKS or name.startswith("body_") for name in names)
    return told and not names.isdisjoint(("uri", "guid")) and "text" not in names


def items_of_ninjs(row: Mapping[str, Any], depth: int = 0) -> Iterator[Item]:
    """Yield a news item, and those that it carries as its associations; of these the texts with a body."""
    told = {name.lower(): value for name, value in row.items()}
    item = _item(told)
    inner = told.get("associations") or ()
    if depth < _DEEPEST:
        carried = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
        for other in carried:
            if isinstance(other, dict):
                yield from (one for one in items_of_ninjs(other, depth + 1) if _is_told(one))
    if depth or item.kind != "composite" or item.text:
        yield item


def _is_told(item: Item) -> bool:
    return item.kind in (None, "text") and bool(item.text.strip())


def _item(told: Mapping[str, Any]) -> Item:
    informants = told.get("infosources") or told.get("infosource") or ()
    named = [one.get("name") for one in informants if isinstance(one, dict)] if informants else []
    return Item(
        name=str(told.get("uri") or told.get("guid") or ""),
        kind=_text(told.get("type")),
        version=str(told["version"]) if told.get("version") is not None else None,
        status=_text(told.get("pubstatus")),
        versioned=_text(told.get("versioncreated")),
        embargoed=_text(told.get("embargoeduntil") or told.get("embargoed")),
        publishers=[_text(one) for one in (told.get("source"), told.get("copyrightholder"), *named)],
        headline=_headline(told),
        text=_body(told),
        language=_text(told.get("language")),
    )


def _headline(told: Mapping[str, Any]) -> str | None:
    """Return the main headline, or the first: "headlines" of 2.x and 3.x, "headline" of 1.x."""
    listed = _listed(told.get("headlines"))
    listed.sort(key=lambda one: str(one.get("role") or "main").lower() != "main")
    words = listed[0]["value"] if listed else _text(told.get("headline"))
    if not words:
        return None
    return (text_of_html(words) if "<" in words else words).strip() or None


def _body(told: Mapping[str, Any]) -> str:
    """Return the body: marked up for its paragraphs, else plain; the main one before others."""
    bodies = [
        (str(one.get("contenttype") or one.get("role") or ""), str(one.get("role") or ""), one["value"])
        for one in _listed(told.get("bodies"))
    ]
    bodies += [
        (name.removeprefix("body_"), "", words)
        for name, words in told.items()
        if name.startswith("body_") and isinstance(words, str)
    ]
    ranked = sorted(bodies, key=lambda one: (_rank(one[0], one[2]), one[1].lower() != "main"))
    for kind, _, words in ranked:
        text = text_of_html(words) if _rank(kind, words) != 1 else words
        if text.strip():
            return text
    return ""


def _rank(kind: str, words: str) -> int:
    """Return 0 for HTML, 1 for plain text, 2 for other markup, of which only the words are taken."""
    kind = kind.lower()
    if "html" in kind:
        return 0
    if any(mark in kind for mark in _MARKUP) or words.lstrip().startswith(("<p", "<div", "<html", "<?xml")):
        return 2
    return 1


def _listed(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list that have a value of text, their names in lower case."""
    if not isinstance(value, list):
        return []
    found = [{name.lower(): inner for name, inner in one.items()} for one in value if isinstance(one, dict)]
    return [one for one in found if isinstance(one.get("value"), str)]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
