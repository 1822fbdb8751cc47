"""Lands: how much the names of countries, peoples, provinces and counties say of where it was, and which names are no towns."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.read.text.patterns import Pattern
from sayso.read.where.gazetteer import counties, countries, demonyms, plain, regions, states

__all__ = [
    "AS_LAND",
    "CARED_FOR",
    "FIRST_WORDS",
    "HOME_IN",
    "IN_COURT",
    "NO_LAND",
    "NO_SETTLEMENT",
    "NO_TOWN_AFTER",
    "OF_CARE",
    "SPEAKS",
    "WATERS",
    "counties_in",
    "is_told_from",
    "land_of_region",
    "lands_in",
    "names_of_countries",
    "worth",
]

COUNTY = Pattern(
    r"\b((?:[A-Z][\w'’.-]+ ){1,3}?)(?:(?:County|COUNTY)\b(?! [Cc]ouncil)|(?:Co|CO)\.|(Parish|PARISH)\b)",
    needs="county|parish|co.",
)
# Countries that people are named after, and the rest of such a name.
FIRST_NAMES = frozenset(("Jordan", "Chad", "Israel", "Kenya", "Georgia", "Cuba"))
# Who is abroad, or speaks for those who are: after the word for a people it does not tell where.
ABROAD = re.compile(
    r" (?:[a-z]+ )?(?:nationals?|citizens?|tourists?|holidaymakers?|backpackers?|visitors?|travell?ers?|expatriates?|peacekeepers?|engineers?|"
    r"sailors?|seam[ae]n|seafarers?|crew(?:m[ae]n)?|climbers?|mountaineers?|skiers?|hikers?|pilgrims?|migrants?|refugees?|aid workers?|missionar(?:y|ies)|"
    r"businessm[ae]n|hostages?|diplomats?|boats?|ships?|vessels?|trawlers?|tankers?|freighters?|ferr(?:y|ies)|airlines?|airliners?|jets?|embass(?:y|ies)|consulates?|ambassadors?|passengers?)\b",
    re.IGNORECASE,
)
# Who speaks of it need not be where it was; and what the name of such a country or capital counts.
SPEAKS = re.compile(
    r"(?:['’]s (?:[\w-]+ ){0,3}(?:government|(?:defen[cs]e|foreign) (?:ministry|minister|secretary)|president|prime minister|army|military|embassy))?,? "
    r"(?:(?:has|have|had|later|also|repeatedly) ){0,2}(?:said|says?|den(?:ied|ies)|reject(?:ed|s)|condemn(?:ed|s)|blam(?:ed|es)|accus(?:ed|es)|insist(?:ed|s)|"
    r"confirm(?:ed|s)|warn(?:ed|s)|report(?:ed|s)|dismiss(?:ed|es)|claim(?:ed|s))\b"
)
OF_SPEAKER = 0.2
# Who fights abroad, or speaks from there: behind "US", which names the land and its people alike.
FORCES = re.compile(
    r" (?:\w+ )?(?:soldiers?|troops|forces|marines|sailors|airmen|military|army|navy|(?:air)?strikes?|raids?|drones?|warplanes?|missiles?|bombers?|base|embassy|consulate|"
    r"officials?|citizens?)\b",
    re.IGNORECASE,
)
AS_LAND = re.compile(
    r"\b(?:in|from|to|near|with|of|between|into|across|throughout|and|south|north|east|west|, ) $"
)
# What makes the name after it that of a hill, a fort or a lake: "Mt. Washington".
PART_OF_NAME = re.compile(r"\b(?:Mt\.?|Mount|Ft\.?|Fort|Pt\.?|Port|Point|Lake) $")
# Whose people some are: "three of them | Slovak, from".
OF_THEM, ENDS = (
    re.compile(r"\b(?:of (?:them|whom)|all|both|mostly) $", re.IGNORECASE),
    re.compile(r"s?(?=[,.;)]|$| and\b)"),
)
# What a land's name belongs to that is no land.
NO_LAND = re.compile(r"Russian roulette|French fries|Mexican standoff|Niger State|Niger Delta", re.IGNORECASE)
# What makes a name that of a street, a river or a lake.
NO_SETTLEMENT = re.compile(
    r"['’]?s? ?(?:(?:st|co)\.|(?:streets?|avenues?|ave\b|roads?|rd\b|lane|drive(?!-by)|boulevard|blvd|way|court|highway|caf[eé]|bar|river|fault|"
    r"lake|bridge|count(?:y|ies)|parish|plant|factory|(?:university )?hospital|prison|jail|penitentiary|hotel|inn|(?:(?:junior |senior )?(?:high|middle)|elementary|primary)|school|"
    r"stations?|markets?|squares?)\b)",
    re.IGNORECASE,
)
# What stands before a name that is then that of a sea, a bank or a bishop; or of a house or a street.
WATERS = r"(?:Gulf|Bay|Straits?|Sea|Horn|University|Bishop|Archbishop|Bank) of (?:the )?"
HOUSES = r"(?:Calle|Plaza|Avenida|Rue|Caf[eé]|Cafeter[ií]a|Hotel|H[oô]tel|Restaurant|Restaurante|Club|Hospital) (?:de(?:l| la)? |du )?"
SHIPS = r"(?:ferry|ship|vessel|tanker|trawler|yacht|freighter|boat|cargo ship|M\W?V|M\W?S|USS|HMS) (?:the )?(?:(?-i:[A-Z])[\w'’-]+ ){0,2}"
ROUTE = (
    r"(?:(?:train|bus|coach|minibus|ferry) (?:from|between) (?:[\w'’-]+ and )?|(?:fl(?:ying|ew|own|ight)|bound|en route|travel+(?:ing|ed)|head(?:ing|ed)|way|sail(?:ing|ed)|journey|trip) (?:\w+ )?"
    r"(?:from|to|for|between) (?:[\w'’-]+ (?:[\w'’-]+ )?(?:to|and) )?)"
)
STREETS = r"(?:blocks? of|corner of|intersection of) (?:(?:[nsew]\.?|north|south|east|west) )?(?:[\w.'’-]+ (?:and|&) )?"
# Words that begin the name of a lake or a storm, of which the rest alone is no town: "Lake Victoria".
FIRST_WORDS = frozenset("Lake Lough Loch Mount Mt Mt. Fort Ft. Storm Hurricane Typhoon Cyclone".split())
FIRST = rf"(?-i:{'|'.join(sorted(FIRST_WORDS))}) "
NO_TOWN_AFTER = re.compile(rf"\b(?:{WATERS}|{HOUSES}|{SHIPS}|{ROUTE}|{STREETS}|{FIRST})$", re.IGNORECASE)
# Where a boat came from, which sank somewhere else: "carrying migrants from | Libya", "left Tobruk in | Libya".
LEFT = re.compile(
    r"\b(?:(?:migrants?|refugees|asylum[- ]seekers|boat|vessel|ship|ferry|dinghy|trawler|people) (?:that |which |who )?(?:had )?(?:(?:come|came|sailed|set (?:off|out|sail)|departed) )?from"
    r"|(?:left|departed|(?:sailed|departed|set (?:off|out|sail)|leaving) from) (?:(?:the (?:\w+ ){0,2}(?:of )?)?[A-Z][\w'’-]+,? (?:in )?)?) ?$"
)
# Where it came to court, was told of, or somebody is treated or at home is seldom where it happened, and what such a town counts.
IN_COURT = re.compile(
    r"\b(?:courts?|courtroom|courthouse|tribunal|judges?|jury|prosecutors?|hearing|on trial|trial opened|"
    r"embassy|consulate|ministry|general staff|high command|headquarters|headquartered|(?:rescue|command|coordination) (?:post|cent(?:er|re))|"
    r"hospital|clinic|morgue|burns unit|news conference|told reporters|speaking|said|newspapers?|foreign office|appeared|spokes\w+(?: for (?:the )?[\w'’ -]{2,40}?)?)(?: on \w+day)? in $",
    re.IGNORECASE,
)
HOME_IN = re.compile(
    r"\b(?:address(?:es)?|lives?|lived|living|works?|worked|working|resid(?:es|ed|ing)|resident|born|raised|grew up) (?:in|of|at) $",
    re.IGNORECASE,
)
# Where somebody went, or comes from it: "heading towards | Harrogate", "were freed and arrived in | Madrid".
GONE_TO = re.compile(
    r"\b(?:arriv(?:ed?|es|ing)|return(?:ed|s|ing)?(?= (?:home|back|safely|with))|reunited|fl(?:ew|own)|welcomed)(?: (?:home|back|safely|early|late|on \w+day|with (?:his|her|their) \w+))* (?:in|at|to) $"
    r"|\btowards? $"
)
OF_COURT = 0.2
# The same with the town before the house: "succumbed at a | Lodva | hospital".
CARED_FOR = re.compile(
    r"\b(?:succumbed|died|dies|treated|admitted|taken|rushed|flown|airlifted|moved|shifted|transferred|brought|appeared|tried|sentenced|held)\b[^.;,]{0,40}?"
    r" (?:at|in|to|before) an? $",
    re.IGNORECASE,
)
OF_CARE = re.compile(r" (?:[a-z]+ ){0,2}(?:hospital|clinic|morgue|court|courtroom|jail|prison)\b")
# Where a place is by its distance or direction from the next name, and what that name counts.
FROM_THERE = re.compile(
    r"\b(?:(?:km|kms|kilomet(?:er|re)s?|miles?|minutes|hours)\b[^.;]{0,30}? (?:of|from|outside|away from)"
    r"|(?:north|south|east|west)\w* (?:of|from)|, (?:just )?(?:near|outside|close to|not far from|on the outskirts of)"
    r"|(?:village|town|hamlet|settlement|suburb|community) (?:just )?(?:near|outside|close to)|suburb of)"
    r"(?: (?:the |its )?(?:[\w-]+ ){0,3}?(?:city|town|capital|port|village)(?: of|,)?)? $"
    r"|\b(?:transferred|flown|airlifted|(?:was|were|been) moved|referred|deported|extradited)(?: (?!and\b)[\w'’.-]+){0,3}? to (?:(?!and\b)[\w'’.-]+ ){0,6}?(?:in )?$",
    re.IGNORECASE,
)
OF_BEARING = 0.3
# An island that may have the name of a town elsewhere.
ISLAND_OF = re.compile(r"\bislands? of $", re.IGNORECASE)
LANDS = re.compile(
    r"\b(?=[A-Z])(?:"
    + "|".join(
        re.escape(n)
        for n in sorted({*countries(), *(s for s in states() if len(s) > 4)}, key=len, reverse=True)
    )
    + r")(?!\w| City\b)"
)


def worth(before: str) -> float:
    """Return what a place says of where it was by the words before it: little for a court's, for one that a boat left, or that gives the bearings."""
    near = before[-60:]
    is_aside = any(words.search(near) for words in (IN_COURT, GONE_TO, HOME_IN, LEFT, ISLAND_OF))
    return (OF_COURT if is_aside else 1.0) * (OF_BEARING if FROM_THERE.search(near) else 1.0)


def is_told_from(before: str) -> bool:
    """True for words before a place where it was told of or came to court, to which somebody went, or that gives the bearings."""
    return any(words.search(before[-60:]) for words in (IN_COURT, GONE_TO, FROM_THERE))


def lands_in(text: str) -> Iterable[tuple[str, None, float]]:
    """Yield (name, None, weight) of the countries, peoples and states that a text names."""
    for found in LANDS.finditer(text):
        if weight := weight_of_land(text, *found.span()):
            yield found[0], None, weight


def weight_of_land(text: str, start: int, end: int) -> float:
    """Return how much the name of a land or a people [start, end) says of where it was; 0 for one that says nothing of it."""
    name = text[start:end]
    as_land = AS_LAND.search(text, 0, start)
    is_people = name in demonyms() or (not as_land and FORCES.match(text, end) is not None)
    if (name in FIRST_NAMES and not as_land) or PART_OF_NAME.search(text, 0, start):
        return 0.0
    if (
        NO_SETTLEMENT.match(text, end)
        or NO_LAND.match(text, start)
        or (
            is_people
            and (ABROAD.match(text, end) or (OF_THEM.search(text, 0, start) and ENDS.match(text, end)))
        )
    ):
        return 0.0
    if LEFT.search(text, 0, start):
        return OF_SPEAKER
    return OF_SPEAKER if SPEAKS.match(text, end) and not as_land else 0.4 if is_people else 1.0


def land_of_region(name: str) -> str | None:
    """Return a name of the one country that has a province or the like of a name; None for none, or several."""
    codes = regions().get(plain(name), ())
    return names_of_countries().get(codes[0]) if len(codes) == 1 else None


@cache
def names_of_countries() -> dict[str, str]:
    """Return a name of each country by its code, the first that no US state bears."""
    return {code: name for name, code in reversed(countries().items()) if name not in states()}


def counties_in(text: str) -> Iterable[tuple[str, None, float]]:
    """Yield the counties that a text names: the longest known that the words before "County" or "Parish" end in."""
    for found in COUNTY.finditer(text):
        words = found[1].split()
        names = (f"{' '.join(words[at:])} {(found[2] or 'County').title()}" for at in range(len(words)))
        yield from [(name, None, 1.0) for name in names if plain(name) in counties()][:1]
