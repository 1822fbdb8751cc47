"""Numbers of people as news English writes them: "at least 12", "some two dozen", "between 20 and 30"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Certainty, Count
from sayso.read.text.slips import unslipped

__all__ = ["ONES", "SMALL", "TENS", "Quantity", "number_of", "read_quantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as said: the span it leaves, how firmly, and the words [start, end) of the given tokens."""

    count: Count
    certainty: Certainty = "certain"
    start: int
    end: int


ONES = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SMALL = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join([*ONES][1:10])}))?|{'|'.join([*ONES][:0:-1])}"
"""Numbers below a hundred in words, as a part of patterns."""

SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}

# Words that stand for a number, with the open ends that the guide gives them.
VAGUE: dict[str, tuple[int, int | None]] = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2_000, None),
    "multiple": (2, None),
    **dict.fromkeys(("several", "few", "numerous"), (3, None)),
    **dict.fromkeys("couple pair both duo twins double".split(), (2, 2)),
    **dict.fromkeys(("trio", "triple"), (3, 3)),
    "quadruple": (4, 4),
    **dict.fromkeys("no nobody none no-one neither".split(), (0, 0)),
}
MULTIPLES = {
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of": 20,
    **{
        f"{few} {scale}": low
        for few in ("several", "a few")
        for low, scales in (
            (24, "dozen dozens"),
            (40, "scores"),
            (200, "hundred hundreds"),
            (2_000, "thousand thousands"),
        )
        for scale in scales.split()
    },
}

FLOORS = ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of")
ABOVE = ("more than", "over", "in excess of", "upwards of", "upward of", "well over", "greater than")
CEILINGS = ("up to", "as many as", "at most", "no more than", "not more than", "a maximum of")
BELOW = ("fewer than", "less than", "under")
ABOUT = (
    "about", "around", "nearly", "almost", "some", "approximately", "roughly", "an estimated", "estimated",
    "close to", "perhaps", "near", "just under", "just over",
)  # fmt: skip
FRAMES: dict[str, str] = {
    **dict.fromkeys(FLOORS, "floor"),
    **dict.fromkeys(ABOVE, "above"),
    **dict.fromkeys(CEILINGS, "ceiling"),
    **dict.fromkeys(BELOW, "below"),
    **dict.fromkeys(ABOUT, "about"),
}
LONGEST_FRAME, LONGEST_MULTIPLE = (max(len(f.split()) for f in table) for table in (FRAMES, MULTIPLES))
FRAMES_BEGIN, MULTIPLES_BEGIN = (
    frozenset(words.split()[0] for words in table) for table in (FRAMES, MULTIPLES)
)
RANGED = re.compile(r"(\d+)[-–](\d+)$")
DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+(?:\.\d+)?$")


def number_of(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read the number that begins at words[at]: (value, end), or None.

    "two hundred and five", "1,200", "2.5 million", "half a dozen", "two dozen", "twenty-one".
    """
    if at >= len(words) or not begins_number(words[at]):
        return None
    low = [w.lower() for w in words[at : at + 8]]
    if low[:3] == ["half", "a", "dozen"]:
        return 6, at + 3
    if low[:3] == ["half", "a", "million"]:
        return 500_000, at + 3
    total, group, i, seen = 0.0, 0.0, 0, False
    while i < len(low):
        word = low[i].strip("-–")
        parts = [p for p in re.split(r"[-–]", word) if p]
        if DIGITS.match(word):
            if seen:
                break
            group += float(word.replace(",", ""))
        elif len(parts) == 2 and parts[0] in TENS and parts[1] in ONES:
            group += TENS[parts[0]] + ONES[parts[1]]
        elif (
            word in TENS
            and low[i + 1 : i + 2] in (["-"], ["–"])
            and low[i + 2 : i + 3]
            and low[i + 2] in ONES
        ):
            group += TENS[word] + ONES[low[i + 2]]  # "twenty - two", as a parser cuts it
            i += 2
        elif (word in TENS or word in ONES) and DIGITS.match(low[i - 1] if i else ""):
            break  # "ABC-7 one person" says one
        elif (word in TENS or word in ONES) and i and low[i - 1] in ONES:
            break  # "the names of the six one by one" says six
        elif word in TENS or word in ONES:
            group += TENS.get(word, ONES.get(word, 0))
        elif word in SCALES and (seen or (i and low[0] in ("a", "an", "one"))):
            scale = SCALES[word]
            total, group = (
                (total, max(group, 1) * scale) if scale == 100 else (total + max(group, 1) * scale, 0)
            )
        elif word == "dozen" and (seen or (i and low[0] == "a")):
            group = max(group, 1) * 12
        elif (word in ("a", "an") and i == 0 and len(low) > 1 and low[1] in (*SCALES, "dozen")) or (
            word == "and" and seen and group >= 100 and i + 1 < len(low) and low[i + 1] in (ONES | TENS)
        ):
            i += 1
            continue
        else:
            break
        seen, i = True, i + 1
    value = total + group
    return (int(value), at + i) if seen and value == int(value) else None


def begins_number(word: str) -> bool:
    """True for a word with which a number can begin; most do not, and are not looked at closely."""
    bare = word.lower().strip("-–")
    return (
        bare[:1].isdigit()
        or bare in ONES
        or bare in TENS
        or bare in ("a", "an", "half")
        or "-" in bare
        or "–" in bare
    )


def read_quantity(words: Sequence[str]) -> Quantity | None:
    """Return the first number of people in a noun phrase given as words; None if it gives none.

    "at least 12" is low=12, high=None; "a dozen" is 12 to 12; "about 50" is 50 to 50 and probable;
    "several" is 3 or more; "no one" is 0. Words [start, end) are those that say the number.
    """
    lower = unslipped(" ".join(words)).lower().split(" ")
    for at in range(len(lower)):
        frame, frame_end = frame_at(lower, at)
        found = bare_quantity(lower, frame_end)
        if found is None:
            continue
        low, high, end = found
        if frame is None and at > 0 and lower[at - 1] in ("age", "aged", "no.", "number"):
            continue
        return framed(frame, low, high, at, end, lower)
    return None


def frame_at(lower: Sequence[str], at: int) -> tuple[str | None, int]:
    """Return the frame ("at least" -> "floor") that begins at lower[at] and where the number should begin."""
    if at >= len(lower) or lower[at] not in FRAMES_BEGIN:
        return None, at
    for size in range(LONGEST_FRAME, 0, -1):
        kind = FRAMES.get(" ".join(lower[at : at + size]))
        if kind:
            return kind, at + size
    return None, at


def bare_quantity(lower: Sequence[str], at: int) -> tuple[int, int | None, int] | None:
    """Read a number, a range or a vague word at lower[at]: (low, high, end)."""
    if at >= len(lower):
        return None
    if lower[at] in MULTIPLES_BEGIN:
        for size in range(LONGEST_MULTIPLE, 1, -1):
            if (many := MULTIPLES.get(" ".join(lower[at : at + size]))) and at + size <= len(lower):
                return many, None, at + size
    if lower[at] == "between" and (first := number_of(lower, at + 1)):
        second = number_of(lower, first[1] + 1)
        if second and lower[first[1]] == "and" and first[0] <= second[0]:
            return first[0], second[0], second[1]
    if ranged := RANGED.match(lower[at]):
        low, high = int(ranged[1]), int(ranged[2])
        return (low, high, at + 1) if low < high else None
    if number := number_of(lower, at):
        value, end = number
        if end + 1 < len(lower) and lower[end] in ("to", "or", "-", "–"):
            other = number_of(lower, end + 1)
            if other and other[0] > value:
                short = lower[end] in "-–" and "," in lower[end + 1] and value * 1_000 < other[0]
                return value * 1_000 if short else value, other[0], other[1]  # "5 - 6,000" begins at 5,000
        return value, value, end
    if lower[at] == "tens" and at + 1 < len(lower) and lower[at + 1] == "of":
        return 20, None, at + 1
    if lower[at] in VAGUE:
        low, high_or_open = VAGUE[lower[at]]
        return low, high_or_open, at + 1
    return None


def framed(
    frame: str | None, low: int, high: int | None, start: int, end: int, lower: Sequence[str]
) -> Quantity:
    """Put a bare number into its frame: "more than 200" is 201 and up, "up to 30" is at most 30."""
    certainty: Certainty = "certain"
    after = " ".join(lower[end : end + 2])
    top = high if high is not None else low
    count = Count(low=low, high=high)
    if frame == "floor":
        count = Count(low=low)
    elif frame == "above":
        count = Count(low=low + 1 if high is not None else low)
    elif frame == "ceiling":
        count, certainty = Count(high=top), "possible"
    elif frame == "below":
        count = Count(high=top - 1)
    elif frame == "about" and high is not None:
        certainty = "probable"
    elif after == "or more":
        count, end = Count(low=low), end + 2
    elif end < len(lower) and lower[end] in ("plus", "+"):
        count, end = Count(low=low), end + 1
    return Quantity(count=count, certainty=certainty, start=start, end=end)
