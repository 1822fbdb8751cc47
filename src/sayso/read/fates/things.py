"""Things that an attack hits besides people: the embassy, a bus, two power lines."""

import re
from collections.abc import Iterator

from sayso.read.certainty.polarity import polarity_at
from sayso.read.counting.plain import HEDGE
from sayso.read.fates.unreal import is_unreal
from sayso.read.text.patterns import lowered

__all__ = ["ATTACKS", "is_bare", "name_of", "things_hit"]

# Kinds of what somebody does on purpose, or may have: what a storm or a crash breaks was no target.
ATTACKS = frozenset(
    {
        "shooting", "bombing", "stabbing", "vehicle-ramming", "arson", "assault", "homicide", "hostage-taking", "abduction",
        "assassination", "armed-clash", "airstrike", "shelling", "raid", "riot", "execution", "plot", "explosion", "other",
    }
)  # fmt: skip
# What can be hit, after the target types of the Global Terrorism Database; each may stand in the plural.
HEADS = {
    "buildings": r"building house home residence apartment mansion villa hotel restaurant bar cafe nightclub discotheque brothel club shop "
    r"store drugstore bakery supermarket market mall bank office headquarters branch(?:es)? establishment business(?:es)? embass(?:y|ies) "
    r"consulate ministry parliament court courthouse hall palace school universit(?:y|ies) college campus(?:es)? "
    r"church(?:es)? mosque temple synagogue cathedral monaster(?:y|ies) shrine chapel hospital clinic theat(?:er|re) "
    r"cinema museum stadium kiosk agenc(?:y|ies) studio garage hangar structure",
    "sites": r"station post checkpoint barracks base garrison outpost prison jail camp factor(?:y|ies) plant "
    r"refiner(?:y|ies) warehouse depot farm ranch(?:es)? dealership pharmac(?:y|ies) parking\slot facilit(?:y|ies) installation premises compound "
    r"complex(?:es)? cent(?:er|re) airport airfield airstrip runway port terminal mine statue monument cemeter(?:y|ies)",
    "vehicles": r"car automobile bus(?:es)? minibus(?:es)? truck dump-?truck pickup tractor trailer lorr(?:y|ies) vehicle van taxi jeep motorcade convoy "
    r"ambulance train locomotive plane airplane aircraft airliner helicopter ship boat ferr(?:y|ies) tanker freighter "
    r"motorcycle",
    "lines": r"bridge highway railway railroad pipeline tower pylon pole (?:power|transmission|telephone|electric(?:al|ity)?|high-?\s?(?:voltage|tension))\sline "
    r"(?:power|electricity|electrical)\s(?:(?:power|transmission)\s)?(?:grid|system|network) (?:fuel|oil|gas|storage|water)\stank substation transformer dam reservoir aqueduct tunnel "
    r"antenna transmitter cable exchange booth junction\sbox(?:es)?",
}
HEAD = rf"(?:{'|'.join(' '.join(HEADS.values()).split())})s?"
# Words that are no part of a name, and those that may go on after one: "car" is no thing in "car dealership".
BETWEEN = (
    r"in|on|at|of|by|with|from|to|into|near|against|and|or|but|that|which|who|when|while|after|before|as|for|during|"
    r"outside|between|behind|under|was|were|is|are|has|had|have|the|an?|it|he|they|this"
)
AFTER = (
    r"whose|where|through\w*|next|around|over|his|its|their|located|owned|today|yesterday|last|late|early|also|only|"
    r"without|because|\w+(?:ly|ed|ing|day)"
)
NO_NAME = (
    r"these|those|one|two|three|four|five|six|seven|eight|nine|ten|several|another|said|says|stated|reported|indicated|"
    r"told|inside|been|will|she|there|least|than|his|her|its|their|last|week|month|year"
)
WORD = rf"(?!(?:{BETWEEN}|{NO_NAME})\b)[\w'’.&-]+"
ENDS = (
    rf"(?=[^\w '’-]|$| (?:{BETWEEN}|{AFTER})\b)"
    r"(?! (?:that was |which was )?(?:packed|loaded|filled|rigged|laden) with\b)"
)
DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day"
LATER = rf"(?!\w+(?:ed|ing)\b|{DAYS}\b|(?:today|late|early|last|left|about|around|only)\b)"
OF_WHOM = rf"(?: of (?:the |an? )?{LATER}{WORD}(?: {LATER}{WORD}){{0,5}}){{0,2}}"
NUMBER = (
    rf"(?:{HEDGE} )?"
    r"(?:the|an?|his|her|its|their|these|those|one|two|three|four|five|six|seven|eight|nine|ten|several|another)"
)
THING = rf"(?:{NUMBER} |at least |more than )?(?:(?:other|two|three|four) )?(?:{WORD} {{1,2}}){{0,6}}?{HEAD}{ENDS}{OF_WHOM}"
DONE = (
    r"(?:attacked|bombed|dynamited|destroyed|damaged|blown up|set (?:on fire|ablaze|alight)|burn(?:ed|t)(?: down)?|"
    r"torched|stormed|shelled|raided|machine-?gunned|strafed|sabotaged|ransacked|firebombed|hit|struck|rammed|targeted|"
    r"ambushed|fired (?:on|at|upon)|knocked (?:down|out)|toppled|blasted|looted|hijacked|wrecked|gutted|demolished|sunk)"
)
# What stands before a thing that is hit.
HITTING = (
    rf"{DONE}(?: (?:on|at|upon))?",
    r"blew up|blow(?:s|ing)? up|set(?:ting)? fire to|s[au]nk",
    r"(?:broke|shattered|smashed|blew (?:out|in))(?= (?:the |\w+ )?(?:windows?|doors?|roofs?|walls?) of)",
    r"(?:bombs?|shells?|rockets?|mortars?|devices?|missiles?|charges?|grenades?)(?: \w+){0,3}? (?:fell|landed) (?:on|in|near|inside)",
    r"(?:attack|destroy|damag|storm|raid|sabotag|target|ambush)(?:e?s)?",
    r"(?:attack|bomb|dynamit|destroy|damag|burn|torch|storm|shell|raid|sabotag|straf|ambush)ing",
    r"(?:attacks?|assaults?|raids?|bombings?|strikes?|attempts?)(?: (?:on \w+day|last|this|early|late|night|morning|"
    r"evening|week|month|year|and|yesterday|today|\w+day))* (?:on|against|at|of)",
    r"(?:attacks?|actions?|bombs?|sabotage|assaults?)(?: [\w'’-]+){1,8}? against",
    r"(?:destruction|dynamiting|burning|sabotag(?:e|ing)|bombing|shelling|torching|looting) of|damages?(?: [\w'’-]+){0,5}? to|damages? in",
    r"(?:explosions?|blasts?|attacks?)(?: [\w'’-]+){0,2}? (?:took place|occurred|happened)(?: [\w'’-]+){0,5}? "
    r"(?:at|in|inside|outside|near|in front of)",
    r"(?:explosions?|blasts?) (?:at|in|inside|outside|near|in front of)",
    r"(?:exploded|explosions?|blasts?|went off|detonated)[^.;]{1,60}? (?:in front of|outside|next to|across from)",
    r"(?:opened fire|shot) (?:on|at|against)|fir(?:ed|ing) (?:on|at|upon|into)",
    r"(?:exploded|explode|exploding|went off|detonated|set off|planted|placed|thrown|threw|hurled|lobbed|drove|crashed)"
    r"(?: (?!(?:by|who|which|that|left|fled)\b)[\w'’-]+){0,6}? (?:at|in|inside|near|outside|in front of|next to|against|"
    r"into|under|underneath|beneath|on(?: top of)?|opposite|across from)",
)  # fmt: skip
# A part that is hit of a thing: "blew up a section of the pipeline".
PART = (
    r" (?:(?:an?|the|one|several|some|many|most|two|three) )?(?:\w+ )?(?:sections?|stretch(?:es)?|portions?|segments?|parts?|"
    r"windows?|walls?|doors?|roofs?|facades?|entrances?|front|side|wings?|floors?) of"
)
HIT = re.compile(rf"\b(?:{'|'.join(HITTING)})(?:{PART})? (?P<thing>{THING})")
ALSO = re.compile(rf"(?:[,;](?: and)?| and)(?: (?:at|in|on|of|to|against|outside|near))? (?P<thing>{THING})")
SET = re.compile(
    rf"\bset(?:ting)? (?P<thing>{THING})(?:,? and (?P<other>{THING}))? (?:on fire|ablaze|alight)\b",
)
IS = r"(?:was|were|has been|have been|had been|is|are|being) (?:(?:\w+ly|also|almost|all) )*"
WAS = rf" {IS}(?:{DONE}|shaken|sacked|(?:the )?targets? of)\b"
# What is done to things alone, by which a thing is known behind more that is told of it: "the hotel, built in 1990, was gutted".
RUINED = (
    rf" (?:{IS}(?:destroyed|damaged|dynamited|bombed|blown up|set (?:on fire|ablaze|alight)|burn(?:ed|t) down|torched|gutted|wrecked|"
    r"demolished|ransacked|(?:the )?targets? of)|(?:has |have |had )?(?:also )?(?:suffered|sustained) (?:\w+ ){0,3}?damages?)\b"
)
TOLD_OF_IT = r"(?:, (?!(?:who|police|officials)\b)[^,;.]{3,80},)?"
PASSIVE = re.compile(rf"{WAS}|ed (?:\w+ ){{0,3}}?damage")
WAS_HIT = re.compile(
    rf"\b(?P<thing>{THING})(?: in [\w ]{{2,20}}?)?(?:,? and (?P<other>{THING}))?(?:(?:,? which|,? that)?{WAS}|{TOLD_OF_IT}{RUINED})",
)
# Words before what is done that say that it was not, or not yet: "would not attack".
UNDONE = re.compile(
    r"\b(?:could|would|might|will|may|can|should|must|not|never)(?: (?:not|also|even|only|\w+ly|be))* $"
)
STOP = re.compile(r"(?<=[a-z]{3})\.$")
# Stems of which every such sentence has one: looking for them costs next to nothing. Of what is only "shaken" another tells
# by what it was: people are so too.
STEMS = (
    "attack", "bomb", "dynamit", "destr", "damag", "blew", "blow", "fir", "burn", "torch", "storm", "shell", "raid",
    "straf", "gunned", "sabotag", "ransack", "hit", "struck", "strike", "ramm", "target", "ambush", "knock", "toppl", "blast",
    "loot", "hijack", "assault", "attempt", "explo", "went off", "detonat", "plant", "plac", "throw", "threw", "hurl", "lob",
    "drove", "crash", "shot", "wreck", "gutted", "demolish", "sank", "sunk", "shatter", "smash", "broke", "fell", "landed",
    "action", "set off", "ablaze", "alight", "sacked",
)  # fmt: skip
HOW_MANY = re.compile(
    r"(?:(?:the|an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|another|some|several|about|many|various|other|"
    r"at least|more than|over|nearly|dozens of|its|his|her|their|our) )+(?=.)",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:the|his|her|its|their|this|that|these|those)(?: same| two| three)? {HEAD}", re.IGNORECASE
)


def things_hit(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words [start, end) for things that were hit stand in a sentence, in the order of the text.

    What is only planned, feared or denied was not hit.
    """
    lower = lowered(text)
    if not any(stem in lower for stem in STEMS):
        return
    found = {
        match.span(name)
        for pattern, names in ((HIT, ("thing",)), (SET, ("thing", "other")))
        for match in pattern.finditer(lower)
        if not UNDONE.search(lower, 0, match.start())
        for name in names
        if match[name]
    }
    for _, end in tuple(found):
        while also := ALSO.match(lower, end):
            found.add(also.span("thing"))
            end = also.end()
    if PASSIVE.search(lower):
        both = [match.span(name) for match in WAS_HIT.finditer(lower) for name in ("thing", "other")]
        found |= {(start, end) for start, end in both if start >= 0}
    for start, end in sorted(found):
        if not is_unreal(text, start, end) and polarity_at(text, start) == "positive":
            yield start, end - bool(STOP.search(text, start, end))


def name_of(words: str) -> str:
    """Return the words for a thing without how many they are: "buses" of "two buses"."""
    return HOW_MANY.sub("", " ".join(words.split()), count=1)


def is_bare(words: str) -> bool:
    """True for words that tell a thing by its sort alone: "the building"."""
    return bool(BARE.fullmatch(words))
