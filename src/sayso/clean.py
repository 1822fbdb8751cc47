"""Text from outside made safe to show: nothing in a report may move a cursor or turn a line around.

Letters, marks and emoji of every script stay as they are. Control characters become their pictures
("␛", "␀"); signs that turn the direction of writing, and other invisible ones, become their numbers.
"""

import re

__all__ = ["clean", "clean_json", "visible"]

_BLANKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
    r"|[\U000e0000-\U000e007f]"
)
_UNSEEN = re.compile(_HIDDEN.pattern.replace(r"\x00-\x1f", r"\x00-\x08\x0b\x0c\x0e-\x1f"))
_UNSAFE_IN_JSON = re.compile(_HIDDEN.pattern.replace(r"\x00-\x1f", "") + r"|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return a text on one line, with everything that a terminal would obey made visible."""
    return _HIDDEN.sub(_picture, _BLANKS.sub(" ", text))


def visible(text: str) -> str:
    """Return a text with its lines and blanks, and every other invisible sign made visible."""
    return _UNSEEN.sub(_picture, text)


def clean_json(packed: str) -> str:
    """Return JSON that means the same, with everything that a terminal would obey written as \\u escapes."""
    return _UNSAFE_IN_JSON.sub(_escape, packed)


def _picture(hit: re.Match[str]) -> str:
    number = ord(hit.group())
    if number < 0x20:
        return chr(0x2400 + number)
    return "␡" if number == 0x7F else f"‹U+{number:04X}›"


def _escape(hit: re.Match[str]) -> str:
    units = hit.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
