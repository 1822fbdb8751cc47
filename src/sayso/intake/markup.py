"""The words of marked-up text, HTML or XML, a paragraph a line."""

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["text_of_html", "text_of_tree", "without_headline"]

# Elements that begin and end a paragraph: those of HTML, and those of NITF (hl1, hl2, fn, block ...).
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hl1 hl2 hr html li main nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul block body.content body.head body.end abstract hedline bq fn note br".split()
)
# Elements whose words nobody reads, or that are not the story's: pictures with their captions, notes.
_UNREAD = frozenset(
    "script style template noscript head title iframe object svg math button select textarea "
    "figure media media-caption media-producer".split()
)
_BLANKS = re.compile(r"\s+")


def text_of_html(markup: str) -> str:
    """Return the words of HTML, of a page or a piece of one, a paragraph a line."""
    import lxml.html  # 60 ms, for marked-up text only

    # As bytes: lxml refuses text that names an encoding of its own.
    packed = f"<div>{markup}</div>".replace("\0", "").encode("utf-8", "replace")
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return text_of_tree(lxml.html.document_fromstring(packed, parser=parser))


def text_of_tree(tree: Any, unread: frozenset[str] = _UNREAD) -> str:
    """Return the words of an element, of lxml or ElementTree, a paragraph a line.

    Scripts, pictures and their captions, and elements named in `unread` are left out.
    """
    lines = "".join(_pieces(tree, unread)).split("\n")
    told = (_BLANKS.sub(" ", line).strip() for line in lines)
    return "\n".join(line for line in told if line)


def without_headline(text: str, headline: str | None) -> str:
    """Return a text without its first line where that only repeats the headline, and is not all there is."""
    first, _, rest = text.partition("\n")
    return rest if headline and rest.strip() and first.strip() == headline.strip() else text


def _pieces(tree: Any, unread: frozenset[str]) -> Iterator[str]:
    """Yield words and paragraph ends in the order of the text; a stack, as markup may be deep."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, ended = stack.pop()
        name = _name(element)
        if not ended:
            if name is None or name in unread:
                if element is not tree:
                    yield _words(element.tail)
                continue
            yield "\n" if name in _BLOCKS else ""
            yield _words(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
        else:
            yield "\n" if name in _BLOCKS else ""
            if element is not tree:
                yield _words(element.tail)


def _name(element: Any) -> str | None:
    """Return an element's name without its namespace; None for comments and instructions."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else None


def _words(text: str | None) -> str:
    """Return text with its own line ends as blanks: in markup they end no paragraph."""
    return _BLANKS.sub(" ", text) if text else ""
