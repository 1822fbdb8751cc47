"""Days after: those on which people were found, tried or mourned, of which an incident was no later than all they tell."""

import re

__all__ = ["is_afterwards", "is_mourned"]

# What courts, mourners and the state do because of what happened before.
DONE = (
    r"(?:arrested|surrendered to|turned (?:himself|herself|themselves) in|charged with|indicted|arraigned|remanded|extradited|sentenced|jailed|convicted|acquitted"
    r"|laid to rest|cremated|mourned|remembered(?! \w+ing\b)|commemorated|honou?red|marked|observed|fell silent|unveiled|attended|inaugurated"
    r"|paid (?:their |his |her )?(?:last |final )?(?:tributes?|respects)|laid (?:\w+ )?(?:wreaths?|flowers)|lit candles"
    r"|(?:held|staged|declared|ordered|attended) (?:\w+ ){0,3}?(?:funerals?|vigils?|ceremony|silence|requiem|mourning|prayers|service)"
    r"|(?:funerals?|vigils?|ceremony|requiem|service|mass)(?: for (?:[\w'’-]+ ){0,4}?[\w'’-]+)? (?:(?:was|were) held|took place)|bade farewell|(?:said|celebrated) mass"
    r"|(?:was|were|been) (?:\w+ )?(?:freed|released|set free|ransomed|handed over|reunited)|hand(?:ed)? (?:[\w-]+ ){1,4}over|regained (?:their |his |her )?freedom|visited|toured|condemned|(?:ended|resumed|suspended|abandoned|called off|gave up) (?:\w+ )?(?:search|rescue|efforts?)"
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
# What the living do for the dead, and what is done to those who do: "a bomb at a funeral", "mourners were shot".
RITE = (
    r"(?:funerals?|vigils?|requiem|wakes?|burials?|memorial|mourners|(?:funeral |burial )?processions?|mass)"
)
MOURNING = re.compile(
    r"\b(?:(?<!after )(?<!from )funerals?|vigils?|requiem|wake (?:of|for)|memorial service|mourners|burial of|laid to rest|cremat\w+|graveside|wreaths?|candle-?lit|candle-?light"
    r"|in (?:loving )?memory of|tributes?|(?:bids?|bade|say|says|said) (?:\w+ )?(?:farewell|goodbye)|coffins?|(?:service of|in) remembrance|(?:said|celebrated|held|attended) (?:an? )?(?:\w+ )?mass"
    r"|buried with|bur(?:y|ies|ied) (?:his|her|their|its) (?:dead|sons?|daughters?|children|own)|falls? silent|fell silent|minute['’]s silence|prays? for (?:\w+ )?victims|exhibition|plaque|(?:monument|memorial) (?:to|for)|unveil\w*"
    r"|on this day in|this day in history)\b",
    re.IGNORECASE,
)
# What the words hold of one of those: looked for first, as it is soon done.
OF_MOURNING = (
    "funeral|vigil|requiem|wake|memor|mourn|burial|laid to rest|cremat|grave|wreath|candle|tribute|farewell|goodbye|coffin|remembrance|mass|"
    "buried|bury|buries|silen|pray|exhibition|plaque|monument|unveil|this day in"
).split("|")
HIT_AT_RITE = re.compile(
    r"\b(?:kill|wound|injur|hurt|shot|shoot|fire|firing|bomb|blast|blew|explo|attack|struck|strike|hit|stab|collaps|crush|stampede|poison|shell|plung|crash|overturn|drone|rocket|missile|die)\w*\b"
    rf"(?:(?!\b(?:victim|remember|honou?r|mourn|killed in)\w*)[^.;\n]){{0,60}}?\b(?:at|on|during|in|into|inside|through|amid|among|from|of|near|outside|carrying) (?:an? |the |his |her |their )?(?:[\w'’-]+ ){{0,3}}?{RITE}\b"
    rf"|\b(?:bus|coach|truck|lorry|van|boat)\b[^.;\n]{{0,60}}?\b{RITE}\b[^.;\n]{{0,40}}?\b(?:plung|crash|overturn|collid|sank|roll|fell|veer)\w*"
    rf"|\b{RITE}(?:['’]s?)? (?:[\w-]+ ){{0,3}}?(?:attack|bomb|shooting|blast|stampede|bus|shot|killed|wounded|hit|struck|attacked)\w*\b",
    re.IGNORECASE,
)
OF_DAY = re.compile(r"['’]s\b")
CUT = re.compile(r"[,;:—] ")
STOP = re.compile(r"[;—]|, (?:and|but|while|when|where|who|which)\b")


def is_mourned(head: str) -> bool:
    """True for the head of a report on a funeral, a vigil or the like, at which nothing happened: what it mourns was before."""
    if not any(map(head.lower().__contains__, OF_MOURNING)):
        return False
    return MOURNING.search(head) is not None and not HIT_AT_RITE.search(head)


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
