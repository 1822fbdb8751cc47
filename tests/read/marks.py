"""Sentences with their claims marked inline, so that a table of tests reads like a newspaper.

    <killed=12+>At least 12</killed> died, <said>police</said> said

A count's value is "12", "12+" (or more), "-30" (at most) or "20-30"; after a slash comes the role where
it is not victim: <killed=1/attacker>. A fact's value is its code, or nothing. Claims of a sentence with a
<said> are said by those words; others by the narrator. With `hedged` the claims are not "certain".
"""

import re
from dataclasses import dataclass

from sayso.model import Claim, Count, Report
from sayso.read import read

MARK = re.compile(r"<(/?)([a-z]+)(?:=([^>]*))?>")


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and what they say."""

    text: str
    claims: frozenset[tuple[str, str, str]]
    said_by: str


def marked(sentence: str) -> Marked:
    """Take the marks out of a sentence."""
    text, opened, claims, said_by, at = "", [], set(), "narrator", 0
    for found in MARK.finditer(sentence):
        text += sentence[at : found.start()]
        at = found.end()
        if not found[1]:
            opened.append((found[2], found[3] or "", len(text)))
            continue
        slot, value, start = opened.pop()
        if slot == "said":
            said_by = text[start:]
        else:
            claims.add((slot, value, text[start:]))
    return Marked(text + sentence[at:], frozenset(claims), said_by)


def value_of(claim: Claim) -> str:
    """Write a claim's value the way the marks do."""
    if not isinstance(claim.value, Count):
        return claim.value.code or ""
    low, high = claim.value.low, claim.value.high
    number = (
        f"-{high}"
        if low is None
        else f"{low}+"
        if high is None
        else str(low)
        if low == high
        else f"{low}-{high}"
    )
    return number if claim.role in ("victim", None) else f"{number}/{claim.role}"


def read_sentence(text: str, *slots: str, title: str | None = None) -> list[Claim]:
    """Read a sentence as a report of its own; only the claims of some slots, or all."""
    reading = read(Report(id="r", title=title, text=text, language="en"))
    return [c for c in reading.claims if not slots or c.slot in slots]
