"""Under which name an outlet is a voice, by whatever name, address or description it goes."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["bare", "folded", "outlet_voice"]

_AGENCY_SPELLINGS = {"associatedpress": "ap", "agencefrancepresse": "afp", "thomsonreuters": "reuters"}
_STAFF = re.compile(
    r"^.*\b(?:journalist|reporter|correspondent|editor|photographer)s? (?:for|of|from|at|with) (?:the )?",
    re.I,
)
"""What stands before an outlet's name where one of its people is quoted."""

_SORT = (
    r"(?:broadcaster|newspaper|daily|weekly|magazine|tabloid|(?:web ?|news )?site|portal|newswire"
    r"|wire service|(?:news )?(?:agency|outlet|network|channel)|(?:radio|television|TV) (?:station|channel))"
)
_DESCRIBED = re.compile(rf"^(?:(?:[Tt]he|[Aa]n?) )?(?:[\w'’-]+ ){{0,2}}{_SORT} (?=[A-Z])|(?<=\w) {_SORT}$")
"""What tells beside an outlet's name what it is: "public broadcaster TVK", "the Tarvo Wire newspaper"."""
_NAMED = re.compile(r"\b(?!(?:The|An?)\b)[A-Z]")

_SITE = re.compile(
    r"^(?:www|edition|m|mobile|usa|europe|uk|us|news|en)\.|\.(?:com|org|net|co|gov|gob|gouv|gub|govt|int|edu|info|tv|[a-z]{2})(?=\.|$)"
)


def bare(name: str) -> str:
    """Return the name of an outlet alone, where it, or one of its people, is quoted by more words."""
    outlet = _STAFF.sub("", name)
    alone = _DESCRIBED.sub("", outlet)
    return alone if _NAMED.search(alone) else outlet


@lru_cache(maxsize=1 << 14)
def outlet_voice(name: str) -> str:
    """Return the name under which an outlet is a voice: "edition.cnn.com" and "CNN" are "cnn"."""
    plain = folded(name).removeprefix("the ")
    while (shorter := _SITE.sub("", plain)) != plain:
        plain = shorter
    plain = re.sub(r"\W+", "", re.sub(r"\b(?:news )?agency\b", "", plain)) or folded(name)
    return _AGENCY_SPELLINGS.get(plain, plain)


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Return words without case, accents and doubled blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
