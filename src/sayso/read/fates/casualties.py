"""People shot or stabbed, of whom the same sentence tells that some died: they are dead and hurt in one."""

import re

from sayso.read.counting.plain import NUMBER, SOME_DEAD
from sayso.read.counting.sums import is_one

__all__ = ["are_all_shot", "are_parted", "were_hit_as_well"]

# People hit whom the same sentence parts into dead and hurt: "shooting two brothers, killing one and wounding the other".
HITTING = re.compile(
    r"\b(?:shoots?|shot|shooting|stab(?:s|bed|bing)|hit(?:s|ting)?|str(?:uck|ikes|iking)|(?:fir|open(?:ed|ing|s) fir)(?:e|ed|ing) (?:at|on))"
    r"(?: (?:at|about|some|at least))? $",
    re.IGNORECASE,
)
KILLING, WOUNDING = (
    rf"(?:\w+ly )?{verb} [^.;]{{2,80}}?" for verb in ("kill(?:ing|ed)", "(?:wound|injur)(?:ing|ed)")
)
SOME = rf"(?!(?:both|all)\b)(?:{NUMBER}|one|most|some)"
PARTED = re.compile(
    rf"[^.;,]{{0,60}},? (?:{KILLING}\band {WOUNDING}|{WOUNDING}\band {KILLING})(?=\W|$)"
    rf"|[^.;]{{0,80}}, (?:\w+ly )?killing {SOME} of (?:them|the)\b"
    rf"|[^.;,]{{0,60}}, {SOME}(?: of (?:them|whom))? (?:dead|fatally|died)\b"
    rf"|[^.;]{{0,60}}, (?:(?:including|among them) {SOME}(?: [\w'’-]+){{0,3}}? who|{SOME} of (?:whom|them)) "
    r"(?:(?:later|\w+ly|has|have|had) )*(?:died|(?:was|were) killed)\b",
    re.IGNORECASE,
)
# The same of those who have wounds: "found two men with gunshot wounds; one later died", not "and the other in hospital".
WOUNDED_PARTED = re.compile(
    r",? (?:\w+ing )?(?:with|from) (?:[\w-]+ ){0,3}?(?:gunshot|bullet|shotgun|stab|knife) (?:wounds|injuries)\b"
    rf"[^.;]{{0,60}}?[;,] (?:(?:and|but|where) )?{SOME}(?: of (?:them|whom))?(?: (?:later|soon|since|has|have|had|\w+ly))* "
    r"(?:died|(?:was|were) (?:pronounced|declared) dead)\b(?![^.;]{0,60}? the others? (?:died|was|were)? ?(?:pronounced|declared|later|in|at|on|hours|days)\b)",
    re.IGNORECASE,
)
# Of whom one has died, and what befell them all.
ONE_DIED = re.compile(r"\b(?:has died|died|dies|was killed)\b[^.;,]{0,30}? (?:after|when) $", re.IGNORECASE)
WERE_HIT = re.compile(
    r"(?: (?:were|was|are))? (?:shot|stabbed|knifed)\b(?!,? (?:dead|and killed|to death|fatally))",
    re.IGNORECASE,
)


def are_parted(text: str, start: int, end: int) -> bool:
    """True for people shot or found with wounds of whom the same sentence tells that some died."""
    hit = WOUNDED_PARTED.match(text, end) or (PARTED.match(text, end) and HITTING.search(text, 0, start))
    return bool(hit) and not is_one(text[start:end])


def are_all_shot(text: str, start: int, end: int) -> bool:
    """True for people shot of whom the words behind them tell that some died: "five people were shot, two fatally"."""
    found = SOME_DEAD.match(text, start)
    return found is not None and found.end("all") <= end


def were_hit_as_well(text: str, start: int, end: int) -> bool:
    """True for people hit of whom the words before them tell that one died: "a woman has died after | two people were stabbed"."""
    hit = WERE_HIT.match(text, end) and ONE_DIED.search(text, 0, start)
    return bool(hit) and not is_one(text[start:end])
