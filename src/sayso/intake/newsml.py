"""NewsML-G2 (IPTC): a newsItem, or a newsMessage with several, to items. Read so that no entity can harm."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from sayso.intake.agencies import Item
from sayso.intake.markup import text_of_html, text_of_tree
from sayso.intake.outcome import RefusedError

__all__ = ["MARK", "items_of_newsml"]

MARK = b"http://iptc.org/std/nar/2006-10-01/"
"""The namespace of NewsML-G2, by which a file of it is told from other XML."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WHAT_TO_DO = "Give a newsItem or a newsMessage of NewsML-G2"
# Of XHTML the head of a story with its date and headline, of NITF the same: both are in the item's metadata.
_HEADS = frozenset({"header", "body.head", "body.end"})
_UNREAD = frozenset({"script", "style", "head", "title", "figure", "media", "object", "iframe"})


def items_of_newsml(packed: bytes) -> Iterator[Item]:
    """Yield the items of NewsML-G2; raises RefusedError for other XML, or for none."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(packed)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise RefusedError(f"this XML cannot be read ({error})", _WHAT_TO_DO) from None
    name = _name(root)
    if name == "newsMessage":
        for item in root.iterfind("{*}itemSet/*"):
            yield _item(item)
    elif name in _KINDS:
        yield _item(root)
    else:
        raise RefusedError(f"this XML is no NewsML-G2, but <{name:.40}>", _WHAT_TO_DO)


_KINDS = {
    "newsItem": "text",
    "packageItem": "package",
    "conceptItem": "concept",
    "knowledgeItem": "knowledge",
    "planningItem": "planning",
    "catalogItem": "catalog",
}


def _item(item: Element) -> Item:
    """Return one item; what is no newsItem, or not of the class text, is told by its kind."""
    kind = _KINDS.get(_name(item), _name(item))
    if kind == "text":
        kind = _code(item.find("{*}itemMeta/{*}itemClass")) or "text"
    if kind != "text":
        return Item(name=item.get("guid") or "", kind=kind)
    language = item.find("{*}contentMeta/{*}language")
    return Item(
        name=item.get("guid") or "",
        kind=kind,
        version=item.get("version"),
        status=_code(item.find("{*}itemMeta/{*}pubStatus")),
        versioned=_words(item.find("{*}itemMeta/{*}versionCreated")),
        embargoed=_words(item.find("{*}itemMeta/{*}embargoed")),
        publishers=[
            _party(item.find("{*}itemMeta/{*}provider")),
            _party(item.find("{*}rightsInfo/{*}copyrightHolder")),
            _words(item.find("{*}contentMeta/{*}creditline")),
        ],
        headline=_headline(item),
        text=_text(item),
        language=(language.get("tag") if language is not None else None) or item.get(_LANGUAGE),
    )


def _headline(item: Element) -> str | None:
    """Return the headline of the first rank, that of the text itself if the metadata have none."""
    ranked = sorted(item.iterfind("{*}contentMeta/{*}headline"), key=_rank)
    inner = item.iterfind("{*}contentSet/{*}inlineXML//{*}hl1")
    return next((words for one in (*ranked, *inner) if (words := _words(one))), None)


def _rank(headline: Element) -> int:
    rank = headline.get("rank") or ""
    return int(rank) if rank.isdecimal() else 0 if headline.get("role") is None else 1


def _text(item: Element) -> str:
    """Return the words of the first content that has any: marked up inside the XML, or as data."""
    for content in item.iterfind("{*}contentSet/{*}inlineXML"):
        for unread in (_HEADS | _UNREAD, _UNREAD):
            body = content.find(".//{*}body.content")
            if text := text_of_tree(content if body is None else body, unread):
                return text
    for content in item.iterfind("{*}contentSet/{*}inlineData"):
        words = "".join(content.itertext())
        if words.strip():
            return text_of_html(words) if "html" in (content.get("contenttype") or "").lower() else words
    return ""


def _party(party: Element | None) -> str | None:
    """Return the name of a person or body, or the code that stands for it."""
    if party is None:
        return None
    return _words(party.find("{*}name")) or party.get("literal") or _code(party)


def _code(element: Element | None) -> str | None:
    """Return what a code says without its vocabulary: "usable" of "stat:usable", or of .../usable."""
    if element is None:
        return None
    code = element.get("qcode") or element.get("uri") or element.get("literal")
    return code.rstrip("/").rpartition("/")[2].rpartition(":")[2] or None if code else None


def _words(element: Element | None) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
