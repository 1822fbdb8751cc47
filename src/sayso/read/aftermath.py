"""Days after: those on which people were found, tried or mourned, of which an incident was no later than all they tell."""

import re

__all__ = ["is_afterwards"]

# What courts, mourners and the state do because of what happened before.
DONE = (
    r"(?:arrested|surrendered to|turned (?:himself|herself|themselves) in|charged with|indicted|arraigned|remanded|extradited|sentenced|jailed|convicted|acquitted"
    r"|laid to rest|cremated|mourned|remembered(?! \w+ing\b)|commemorated|honou?red|marked|observed|fell silent|unveiled|attended|inaugurated"
    r"|paid (?:their |his |her )?(?:last |final )?(?:tributes?|respects)|laid (?:\w+ )?(?:wreaths?|flowers)|lit candles"
    r"|(?:held|staged|declared|ordered|attended) (?:\w+ ){0,3}?(?:funerals?|vigils?|ceremony|silence|requiem|mourning|prayers|service)"
    r"|(?:funerals?|vigils?|ceremony|requiem|service) (?:was|were) held|(?:funerals?|vigils?|ceremony) took place"
    r"|(?:was|were|been) (?:\w+ )?(?:freed|set free|ransomed)|regained (?:their |his |her )?freedom|visited|toured|condemned|(?:ended|resumed|suspended|abandoned|called off|gave up) (?:\w+ )?(?:search|rescue|efforts?)"
    r"|(?:was|were) called off|(?:trial|inquest|hearing)s?\b[^,;]{0,120}? (?:opened|opens|began|begins|resumed))"
)
# Those found, and of whom it is said that they were lost before: missing, trapped, or more than were found already.
FOUND = r"(?:found|recovered|rescued|pulled|freed|dug|plucked|located|retrieved|reached|saved|brought|discovered|unearthed)"
LOST = re.compile(
    r"\b(?:more(?! than\b)|another|further|remaining|missing|alive|trapped|survivors?|stranded|rubble|debris|wreckage|ruins|"
    r"hostages?|captives?|kidnapped|abducted)\b",
    re.IGNORECASE,
)
# Words between what was done and its day: those of another deed are none of them.
OTHER = (
    r"(?:(?:after|when|while|as|who|that|which|where|over|for|since|before|because|shot|died|deaths?|connection|reference|relation"
    r"|accused|suspected)\b|(?:shoot|murder|kill|attack|stabb|slay|alleg|attempt)\w*)"
)
GAP = rf"(?: (?!{OTHER})[\w'’.-]+)"
ON = r"(?<! the)(?: (?:on|in|late|early|earlier|of))* ?"
BEFORE = {verb: re.compile(rf"\b{verb}{GAP}{{0,9}}?{ON}$", re.IGNORECASE) for verb in (DONE, FOUND)}
# "In Lund on Friday arrested"; and at the head of a sentence "On Friday, police in Lund arrested".
RIGHT_AFTER = {verb: re.compile(rf" (?:\w+ly )?{verb}\b", re.IGNORECASE) for verb in (DONE, FOUND)}
AFTER = {verb: re.compile(rf",?{GAP}{{0,6}}? {verb}\b", re.IGNORECASE) for verb in (DONE, FOUND)}
AT_HEAD = re.compile(r"(?:^|[;”\"] ?)\W*(?:(?:on|early|late|but|and) )*$", re.IGNORECASE)
# What others broke in upon: "shot as he visited the town on Sunday", "a crowd that had gathered on Sunday to mourn".
DURING = re.compile(
    r"\b(?:as|while|when|whilst|after)(?: [\w'’-]+){0,2} $|\b(?:who|that|which)(?: \w+){0,2} $", re.IGNORECASE
)
CROWD = re.compile(r"\b(?:as|while|when|who|that|which|where)\b", re.IGNORECASE)
# Who comes together does so because of what was before.
IN_MEMORY = re.compile(
    r"\bto (?:mark|mourn|remember|honou?r|commemorate|grieve|bury|say goodbye|pay (?:\w+ ){0,2}(?:tributes?|respects))\b"
    r"|\bin (?:memory|remembrance|honou?r) of\b|\bfor (?:an?|the) (?:[\w-]+ )?(?:vigil|funerals?|memorial|mass)\b",
    re.IGNORECASE,
)
OF_DAY = re.compile(r"['’]s\b")
CUT = re.compile(r"[,;:—] ")
STOP = re.compile(r"[;—]|, (?:and|but|while|when|where|who|which)\b")


def is_afterwards(text: str, start: int, end: int) -> bool:
    """True for a day [start, end) of a sentence on which something was done because of what had happened before.

    The day on which people were found is that, too, where they are said to have been missing or trapped, or are more than
    were found before.
    """
    if OF_DAY.match(text, end):
        return False
    first = max((m.end() for m in CUT.finditer(text, 0, start)), default=0)
    stop = STOP.search(text, end)
    last = stop.start() if stop else len(text)
    if IN_MEMORY.search(text, end, last) and not CROWD.search(text, first, start):
        return True
    at_head = AT_HEAD.search(text, 0, start)
    for verb in (DONE, FOUND):
        before = BEFORE[verb].search(text, first, start)
        done = (before and not DURING.search(text, first, before.start())) or RIGHT_AFTER[verb].match(
            text, end, last
        )
        if done or (at_head and AFTER[verb].match(text, end, last)):
            return verb == DONE or bool(LOST.search(text, first, last))
    return False
