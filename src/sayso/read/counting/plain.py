"""Plain statements: a number of people and their fate side by side, as wires and officials write them.

The network has seen few floods, ferries and kidnappings; these patterns see to it that "nine fishermen are
still missing" is never overlooked. They are asked only where the network found nothing of the slot.
"""

import re
from collections.abc import Iterator

from sayso.read.text.patterns import Pattern

__all__ = [
    "HARM",
    "HEDGE",
    "LABELS",
    "NOT_AGE",
    "NUMBER",
    "SELF_KILLED",
    "SOME_DEAD",
    "by_place",
    "is_parted",
    "parts_of",
    "plain_counts",
]

# The slots of those whom it befell.
HARM = ("killed", "injured", "casualties")
# What stands before a number that is not just so.
HEDGE = (
    r"(?:at least|more than|over|about|around|nearly|almost|some|up to|as many as|no fewer than|an estimated)"
)
NUMBER = (
    rf"(?:{HEDGE} )?"
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,5}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens|"
    r"scores|hundreds|thousands|several|(?:a|two|three) dozen|both)"
)
NOT_AGE = r"(?![-\d]| years?\b| minutes?\b| hours?\b| days?\b| miles?\b| months?\b| weeks?\b| per\b|%|:|\.\d| shots?\b| times?\b| (?:mph|kph|km|kilomet)\w*)"
# What has its number behind it: "Zone 3 officers shot a man".
NUMBERED_NAMES = "".join(rf"(?<!(?-i:{name}) )" for name in "Rescue Brigade Battalion Unit Zone District Precinct Ward Troop Station Engine Ladder Squad Channel".split())  # fmt: skip
WHO = rf"(?P<who>(?<!but )(?<![A-Za-z]-)(?<![:#])(?<!\d\.){NUMBERED_NAMES}\b(?!(?:19|20)\d\d [-–—]|(?:911|999|112) (?:operator|dispatch|call)){NUMBER}{NOT_AGE}(?: (?!(?:were|was|are|is|have|had|and|or|died|killed|in|at|on|from|when|after|as|by|with|to|of|who|near|during|the|say|says|said|told)\b)[\w'’-]+){{0,4}}?)"
BE = r"(?: (?:were|was|are|is|have been|had been|has been|ha(?:ve|s|d) so far been|remain|remained|are still|were still|is still|being))?(?: \w+ly| also| still| reported| feared)?"
# Whom they shot or hurt follows, who themselves are not: "three officers shot Ugo Bern", "the two men wounded a guard".
WERE_HURT = "".join(rf"(?<={be} {hurt})|" for be in ("were", "was", "been") for hurt in ("injured", "wounded", "hurt", "shot")).rstrip("|")  # fmt: skip
NO_OBJECT = (
    rf"(?! (?:an?|his|her|him|their|them|the (?!night|day|evening|morning|week|other)|{NUMBER}{NOT_AGE}(?! (?:days|nights)))\b"
    r"|(?-i:(?<= shot) (?!\w+day\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z][\w'’-]+ [A-Z]))"
)
# Each slot: words of which a sentence must hold one (looked for first, as it is soon done), what is said after the people,
# and what is said before them.
FATES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "killed": (("kill", "dead", "neutrali", "died", "drowned", "perished", "claim", "price", "martyr", "to death", "behead", "massacr", "survive"),
        r"(?: have| had)? (?:(?:did not|didn['’]t) survive|killed|dead|neutrali[sz]ed|died|drowned|shot dead|perished|martyred|beheaded|massacred|(?:hacked|beaten|burned|burnt|stabbed|crushed|trampled|frozen) to death|paid the (?:supreme|ultimate) price)\b", r"\b(?:kill(?:s|ed|ing)|neutrali[sz](?:es?|ed|ing)|claim(?:s|ed|ing) the lives of)"),
    "injured": (("injur", "wound", "hurt", "shot"),
        rf" (?:injured|wounded|hurt|shot(?!,? (?:dead|and|killed|to|at|down|fatally)))\b(?:{WERE_HURT}|{NO_OBJECT})", r"\b(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?)"),
    "missing": (("missing", "unaccounted", "trap", " to be ", " not been ", " not yet been ", "buried"), r" (?:missing|(?:(?:could|may|might) (?:still |also )?be |feared |believed )?(?:buried|trapped) (?:under|beneath|underneath)|(?:who )?(?:(?:have|has|had) )?(?:(?:still|yet) )?not (?:yet )?been (?:seen|heard from|accounted for|found|located)(?: again| since)?|unaccounted for|trapped|(?:yet|still) to be (?:found|located|traced|accounted for))\b", r"\btrap(?:s|ped|ping)"),
    "rescued": (("rescu", "alive", "free", "released", "winched", "plucked", "lifted", "let go", "pulled", "sav"),
        r" (?:rescued|saved(?=[.,;]|$| (?:from|by|after|when|as|so)\b)|pulled (?:out )?alive|freed|released unharmed|winched|plucked|lifted (?:out|to safety)|let go|set free|pulled from (?:the |a )?(?:wreck\w*|rubble|debris|water|sea|surf))\b", r"\b(?:rescu(?:es|ed|ing)|free(?:d|ing)|sav(?:ed|ing)|let(?:ting)? go(?: of)?(?=[^.,;]{1,40} (?:seized|hostage|captive|kidnapped|abducted|sailors|captured|they (?:held|took)))|pull(?:ed|ing)(?=[^.,;]{1,40} alive))"),
    "displaced": (("evacuat", "displac", "home", "told to leave", "driving"),
        r" (?:evacuated|displaced|left homeless|made homeless|homeless|without a home|forced (?:out of|from) their homes?|told to leave)\b", r"\b(?:evacuat(?:ed|ing)|displac(?:ed|ing)|driving)"),
    "hostages": (("kidnap", "abduct", "hostage", "taken away", "march"),
        r" (?:(?:(?:presumed|believed|feared|thought|said|reported) to have been )?(?:kidnapped|abducted)|taken hostage|held hostage|taken away|marched off)\b", r"\b(?:kidnap(?:ped|ping)|abduct(?:ed|ing)|march(?:ed|ing) off)"),
    "detained": (("arrest", "detain", "custody"), r" (?:arrested|detained|in custody|taken into custody)\b", r"\b(?:arrest(?:ed|ing)|detain(?:ed|ing))"),
    "ill": (("infect", "sicken", " ill"), r" (?:infected|sickened|ill|taken ill)\b", r"\b(?:infect(?:ed|ing)|sicken(?:ed|ing))"),
}  # fmt: skip
# The words of lists for a fate, before a colon and the number.
LABELS = {
    "killed": r"deaths?|dead|deceased|killed|fatalities",
    "injured": r"injur(?:ed|ies)|wounded|hurt",
    "missing": r"missing|unaccounted for",
    "rescued": r"rescued|survivors",
    "displaced": r"displaced|evacuated|evacuees|homeless|(?:in|inside) (?:temporary |emergency |evacuation )?(?:shelters|cent(?:er|re)s)",
    "ill": r"cases|infected|confirmed cases|suspected cases",
}
# Who is no fighter and no suspect, and not told by a number alone.
PEOPLE = (
    r"(?:people|persons|passengers|villagers|travell?ers|residents|inhabitants|civilians|women|men|girls|boys|children|pupils|students|worshippers|"
    r"farmers|workers|guests|miners|fishermen|tourists|nuns|priests|nurses|teachers|patients|tenants|others)"
)
# Where who is rescued is brought.
TO_SAFETY = r"(?:out (?:of|from)\b|to safety\b|ashore\b|down (?:by|on|with|from)\b|off the (?:roof|mountain|wreck|rocks)\b|from (?:the )?(?:roofs?|balcon\w+|rubble|wreck\w*|burning)\b)"
# Other words of a fate: the slot, words of which a sentence must hold one, and the pattern.
OTHER_WORDS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (slot, needed, re.compile(pattern, re.IGNORECASE))
    for slot, needed, pattern in (
        # what nobody was
        ("injured", ("no ",), r"\b(?P<who>no (?:(?:reported|reports of|other|serious) )*injuries)\b(?! (?:that|which))"),
        ("casualties", ("no ",), r"\b(?P<who>no (?:(?:reported|reports of|other) )*casualties)\b"
            r"|\b(?P<those>no (?:civilians?|soldiers?|passengers?|one|people)) (?:was|were|has been|had been|have been) (?:hit|harmed|hurt)\b"),
        ("killed", ("no ",), r"\b(?P<who>no (?:(?:reported|reports of|other) )*(?:deaths|fatalities))\b"),
        # lines of a list, as offices write them: "- Injured: 79"
        *(
            (slot, (":", "–", "—", " - "), rf"(?:^|[-•*–·|] ?)(?:total |number of )?(?:(?:persons|people|civilians) )?(?:{words})(?: (?:persons|people|so far|confirmed))?(?: \([^)]*\))?(?: ?: ?| [-–—] )(?P<who>(?!(?:19|20)\d\d\b)\d[\d,]*)(?![.:]\d| ?%)")
            for slot, words in LABELS.items()
        ),
        # people by what befell them, survivors who were found, and an arrest for the one arrested
        ("killed", ("ble ", "ple "), r"\b(?P<who>(?:double|triple|quadruple) (?:murder|homicide|killing|slaying))\b"),
        ("killed", (" life",), r"\b(?:claim(?:s|ed|ing)|taken|takes|took|cost) (?P<who>(?:an? |its |his )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) life)\b"),
        ("casualties", ("casualties",), rf"\b(?P<who>(?:multiple|numerous|(?!(?:19|20)\d\d\b){NUMBER}) casualties)\b(?! (?:including|among))"),
        ("missing", ("trapped",),
            r"\b(?P<who>(?:an?|the) (?:[\w-]+ ){0,3}(?:boy|girl|child|toddler|man|woman|teenager|miner|worker|caver|diver|driver))(?:,? who)?"
            r"(?: (?:is|was|has been|remains|remained))?(?: still)? trapped (?:\w+ )?(?:down|in|inside|under|underneath|beneath) "
            r"(?:[\w-]+ ){0,3}?(?:well|borehole|mine|shaft|pit|cave|cavern|tunnel|rubble|debris|snow|avalanche|ruins|crevasse|sinkhole)\b"
            r"(?![^.;]{0,60}\b(?:found|rescued|freed|pulled|recovered|saved|brought|died|dead)\b)"),
        ("missing", ("contact", "fate of", "whereabouts of"),
            rf"\b(?:fate|whereabouts) of (?:the |another |a further )?(?P<who>{NUMBER}{NOT_AGE}(?: [a-z]+){{0,2}}?) (?:is|are|was|were|remain(?:s|ed)?) (?:still )?(?:unknown|unclear|not known)\b"
            rf"|\b(?P<who2>{NUMBER}{NOT_AGE}(?: (?!(?:was|were|are|is|remain)\b)[a-z]+){{0,2}}?) (?:are|were|remain|remained|remaining) (?:still )?(?:out of contact|uncontactable)\b"
            rf"|\blost (?:all )?contact with (?P<who3>{NUMBER}{NOT_AGE} (?:people|workers|miners|fishermen|crew|climbers|hikers|sailors|divers))\b"),
        ("missing", ("searching for", "search for", "searched for", "looking for", "look for", "looked for", "digging for", "dig for"),
            rf"\b(?:rescue(?:rs| workers| teams| crews)|search(?:ers| teams| crews)|emergency (?:services|crews|workers|teams)|firefighters|divers|crews|volunteers)"
            rf"(?: (?:were|was|are|is|have been|had been|continue[sd]? to|went on|kept|on \w+day|still)){{0,2}} (?:(?:search|look)(?:ing|ed)?|dig(?:ging)?) for (?P<who>(?:{NUMBER} (?:more |other )?|an? (?:[\w-]+ ){{0,3}})"
            r"(?:people|persons|passengers|residents|fishermen|miners|workers|children|hikers|climbers|sailors|boys?|girls?|child|toddler|man|woman|men|women|teenagers?|baby))\b(?! (?:suspected|accused|wanted|seen|believed to have|thought to have|who (?:fled|shot|ran)))"),
        ("missing", ("search", "look for", "looking for"),
            r"\A(?!.*\b(?:suspects?|suspected|gunm[ae]n|attackers?|assailants?|robbers?|police|detectives|inmates|prisoners|fugitives?|escap\w+|hostages?|abduct\w*|kidnap\w*|bod(?:y|ies)|arrest\w*|wanted)\b)"
            rf".*?\b(?:search(?:ing|es)?(?: (?!for\b)[\w'’-]+){{0,3}}|look(?:ing)?) for (?P<who>(?:the )?(?:other|remaining) {NUMBER}{NOT_AGE}(?: (?:people|persons|passengers|crew|fishermen|miners|workers|children|hikers|climbers|sailors|residents)\b)?)(?=$|[,.;”\"]| (?:and|who|on|in|was|is|were|has|had|goes|went|continue[sd]?)\b)"
            rf"|.*?\b(?:still|now) (?:searching|looking) for (?P<who2>{NUMBER}{NOT_AGE} (?:more |other )?(?:people|persons|passengers|crew|fishermen|miners|children|hikers|climbers|sailors|residents))\b"),
        ("attackers", (" alone",),
            r"\A(?!.*(?:\b(?:whether|if|unclear|not|never|doubt\w*)\b|n['’]t\b)).*?\b(?P<who>(?:an?|the) (?:[\w-]+ )?(?:man|woman|boy|girl|student|youth|attacker|gunman|assailant|perpetrator|shooter|suspect|driver|bomber|teenager)"
            r"|s?he|(?-i:[A-Z])[\w'’-]+)"
            r" (?:(?:is|was|has|had|have|appear(?:s|ed)|believed|thought|to) ){0,4}act(?:ed|ing)? alone\b"),
        ("attackers", ("-man ", "-member ", "-strong "),
            rf"\b(?P<who>{NUMBER})-(?:man|member|strong) (?:(?!police\b|rescue\b)[\w-]+ ){{0,2}}?(?:gang|band of \w+|cell|hit (?:squad|team)|group of (?:gunm[ae]n|attackers|robbers|bandits|militants))\b"),
        ("rescued", ("survivors", "alive"), rf"\b(?:found|pulled|located|reached) (?P<who>{NUMBER} survivors)\b"
            rf"|\b(?P<who2>\b{NUMBER}{NOT_AGE}(?: (?:survivors|[a-z]+s|people)(?= )(?<! was)(?<! has)(?<! is))?) (?:(?:was|were|has been|have been|had been) )?(?:found|pulled|located) alive\b"),
        ("rescued", ("alive", "safe", "unharmed", "freed", "rescued", "set free", "let go", "released"),
            rf"\b(?P<who>(?<!every )(?:{NUMBER}|one) of (?:the |those |its )?(?:{NUMBER}{NOT_AGE} )?(?:\w+ ){{0,2}}?\w+)(?: (?!(?:and|but|while|after|when|who|that|which)\b)[\w'’.-]+){{0,10}}?"
            r" (?:has|have|had|was|were)(?: (?:been|since|also|later|now|all|already))* (?:\w+ly )?(?:freed|rescued|set free|let go|released unharmed|(?:found|located|traced|(?:pulled|brought|hauled|winched|hoisted|lifted|dug)(?: (?:up|out|(?:to|from) the \w+))?) (?:alive|safe|unharmed))\b"),
        ("killed", ("bodies of", "remains of"), rf"\b(?:bodies|remains) of (?:the )?(?P<who>{NUMBER}{NOT_AGE}(?: [\w'’-]+){{0,3}}?) (?:were|have been|had been)"
            r" (?:found|recovered|retrieved|pulled|taken|brought|discovered|handed|fished|dug)\b"),
        ("hostages", ("captive", "hostage", "prisoner"),
            rf"\b(?:taking|takes?|took|taken) (?P<who>{NUMBER}{NOT_AGE}(?: (?!(?:were|was|and|or|from|to)\b)[\w'’-]+){{0,3}}?) (?:captive|hostage|prisoner)\b"),
        ("hostages", ("in the hands of", "captivity", "hostage", "captive"),
            rf"\b(?:leaving|with) (?P<who>(?:the other |another )?{NUMBER}{NOT_AGE}(?: (?!(?:were|was|and|or|from|to|in)\b)[\w'’-]+){{0,3}}?) (?:still )?"
            r"(?:in the hands of (?:(?:their|the) )?(?:\w+ )?(?:abductors|kidnappers|captors|gunmen|bandits|militants|rebels|inmates|prisoners|rioters|mutineers)|in captivity|held (?:hostage|captive))\b"),
        ("rescued", ("escaped",),
            rf"\b(?P<who>(?:{NUMBER}|one) of (?:the |those |its )?(?:{NUMBER}{NOT_AGE} )?(?:\w+ ){{0,2}}?\w+)(?:,? who (?:were|had been))? (?:kidnapped|abducted|seized|snatched)"
            r"(?: (?!(?:and|but|while|after|when)\b)[\w'’.-]+){0,10}? (?:has|have|had)(?: (?:since|also|later|now))? escaped\b"),
        ("hostages", ("hostage", "captive", "captivity"),
            r"\b(?P<who>no (?:more |other )?(?:hostages?|captives?)) (?:(?:is|are|was|were) )?(?:left|still|remain(?:s|ed|ing)?|any (?:more|longer)|being held)\b"
            r"|\b(?P<who2>none of (?:them|the [\w ]{2,30}?)|not? one(?: of them)?|nobody|no [a-z]+) (?:is|are|was|were|remains?)(?: still| now)? (?:in captivity|held (?:captive|hostage)|a (?:hostage|captive))\b"),
        ("hostages", (" away ", " off "),
            r"\A(?:(?!\b(?:police|officers?|troops|soldiers|forces|agents|ambulances?|medics|rescuers|helicopters?|flood\w*|river|waves?|waters?|currents?)\b)[^.;])*?"
            rf"\b(?:t(?:ook|aken|aking)|cart(?:ed|ing)|whisk(?:ed|ing)|herd(?:ed|ing)|led|dragg(?:ed|ing)|march(?:ed|ing)) (?:away|off) (?P<who>{NUMBER}{NOT_AGE} (?:[\w'’-]+ ){{0,2}}?{PEOPLE})\b"),
        ("missing", ("missing", "unaccounted", "trapped"),
            r"\b(?P<who>no(?:body|[- ]one)(?: else)?|no (?:other|more|further) \w+|none of (?:them|the \w+)) (?:is|are|was|were|remains?|remained)(?: (?:now|still|currently|known|believed|thought|reported|to be|as))* (?:missing|unaccounted for|trapped)\b"),
        ("missing", (" on board", " aboard", " onboard"),
            r"\A(?!.*\b(?:found|wreck\w*|dead|died|kill\w*|bodies|surviv\w*|rescued|saved)\b)"
            r"(?:.*\b(?:search|hunt|look)(?:ing|ed)? (?:[\w'’-]+ ){0,4}?for (?:[\w'’-]+ ){1,4}?|.*\bmissing (?:[\w'’-]+ ){1,3}?)(?:(?:[\w'’-]+ ){0,6}?)"
            rf"with (?P<who>{NUMBER}{NOT_AGE}(?: (?!with\b)[a-z]+){{0,2}}?) (?:on ?board|aboard)\b"),
        ("rescued", (" out of", " out from", " to safety", " ashore", " down ", " off the ", "roof", "balcon", "rubble", "wreck", "burning"),
            r"\b(?:rescuers|rescue (?:teams|workers|crews)|firefighters|fire crews|crews|divers|volunteers|emergency (?:workers|crews|services|teams)|paramedics|neighbou?rs|civil (?:protection|defen[cs]e)(?: (?:teams|workers|crews|officers))?"
            r"|soldiers|troops|helicopters?|lifeguards|coast ?guards?|fishermen|boats)(?: (?:have|had|has|also|later|already|so far))*"
            rf" (?:taken|took|led|brought|carried|helped|got|cut|dug|winched|hauled|dragged|lifted|ferried|airlifted|escorted|plucked) (?P<who>{NUMBER}{NOT_AGE} (?:[\w'’-]+ ){{0,2}}?{PEOPLE}) (?:\w+ )?{TO_SAFETY}"
            rf"|(?P<who2>\b{NUMBER}{NOT_AGE} (?:[\w'’-]+ ){{0,2}}?{PEOPLE}) (?:was|were|have been|had been) (?:\w+ly )?(?:led|brought|carried|helped|winched|lifted|ferried|airlifted|plucked) (?:\w+ )?(?:to safety|ashore|down by|off the (?:roof|mountain|wreck|rocks))\b"),
        ("rescued", (" free",), rf"\b(?P<who>all (?:of )?(?:the )?{NUMBER}{NOT_AGE}(?: [a-z]+){{0,2}}?) (?:are|were)(?: now)? free\b(?! (?:of|from|to|on)\b)"),
        ("displaced", (" fled",),
            rf"\b(?P<who>(?!(?:two|three|four|five|six|seven|eight|nine|[2-9]|several|both) (?:people|persons|men|boys|others))\b{NUMBER}{NOT_AGE} (?:people|persons|residents|villagers|families|civilians|inhabitants|households))"
            r"(?: (?:from|of|in) [^.;,]{2,50}?)?(?: (?:have|had|has|reportedly|also|since|already))* fled (?=(?:in)?to\b|across\b|over\b|(?:from )?(?:their|the (?:area|village|town|city|fighting|violence|attacks?))\b)"),
        ("critical", ("critically",), rf"(?<=, )(?P<who>{NUMBER}|one)(?: of (?:them|whom))?,? critically\b(?! ill)"),
        ("injured", ("accidentally",), r"\baccidentally (?:shoots|shot) (?P<who>(?:him|her)?self)\b(?!.*\b(?:dead|died?|dies|kill\w*|fatal\w*|death)\b)"),
        ("hospitalised", ("in hospital",),
            r"(?:^|[;,:–—-] )(?P<who>(?:the |an? )?(?:\d{1,2}-year-old )?(?:(?:alleged|accused|wounded|injured|male|female) )*(?:suspect|suspected \w+|gunman|shooter|attacker|assailant|knifeman))"
            r" (?:(?:is|was|now|still|remains?) ){0,2}in hospital(?=$|[,.;:]| (?:after|with|as|under|following|and|but)\b)"),
        ("detained", ("an arrest",), r"\b(?:made|making|announced) (?P<who>an arrest)\b|\b(?P<who2>an arrest) (?:has been|was|had been) made\b"),
    )
)  # fmt: skip
# A sentence without a number tells none of the fates.
NUMBERED = Pattern(rf"\b{NUMBER}", any_case=True)
BETWEEN = re.compile(rf"\bbetween {NUMBER} and $", re.IGNORECASE)
AFTER = {slot: re.compile(WHO + BE + after, re.IGNORECASE) for slot, (_, after, _) in FATES.items()}
NAMED = WHO.replace("{0,4}?", "{0,3}")  # before nothing that would end the phrase, as many words as fit
BEFORE = {
    slot: re.compile(f'{before} {NAMED}(?=[ ,.;"”]|$)', re.IGNORECASE) for slot, (*_, before) in FATES.items()
}


# People shot of whom some died: a total of dead and hurt, and the dead in it.
SOME_DEAD = Pattern(
    rf"(?P<all>\b(?!(?:19|20)\d\d\b){NUMBER}(?![-\d]))(?: [\w'’-]+){{0,2}}? (?:were |was |have been )?(?:shot|stabbed|hit|struck)\b"
    r"(?! (?:dead|and killed|to death|fatally|and died))[^.]{0,45}?"
    rf"(?P<dead>\b(?:1(?!\d)|one|{NUMBER}(?![-\d])))(?: of (?:them|whom))?(?: \w+)?,? ?(?:was |were |is |has |have )?"
    r"(?:(?:certified|pronounced|declared|confirmed) )?(?:dead|killed|died|dies|fatally)\b",
    any_case=True,
)
# Who killed others and himself.
SELF_KILLED = Pattern(
    r"\b(?:kill(?:s|ed|ing)|shot dead|shot and killed|murder(?:s|ed|ing))\b[^.;]{1,80}?(?:,| and) (?:then )?(?:kill(?:ed|ing) )?(?P<who>(?:him|her)self)\b",
    re.IGNORECASE,
    needs="self",
)
# People of one fate by the places where they met it: "20 died in Hurti, 12 in Ruwi and three in Sur".
TOWN = r"(?:in|at|near|from) (?:the )?(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+){0,2}"
HERE = re.compile(rf"(?: (?!in\b|at\b|near\b|from\b|and\b)[\w'’-]+){{0,4}} {TOWN}", re.IGNORECASE)
THERE = re.compile(
    rf"(?:,? and|[,;:]) (?P<who>(?:{NUMBER}|one|another)(?: more| others?| people)?) {TOWN}", re.IGNORECASE
)
LISTED = re.compile(r"(?=: )")
# The same in brackets, the places first: "831 people have died (Punjab 191, Sindh 58 and Lodva 8)".
PLACE_FIRST = (
    r"(?-i:[A-Z])[\w'’-]+(?:[ -](?-i:[A-Z])[\w'’-]+){0,2}:? (?P<who>\d{1,3}(?:,\d{3})+|\d{1,4})(?! ?%)"
)
IN_BRACKETS = re.compile(
    rf"[^.;()\d]{{0,40}} \((?={PLACE_FIRST}(?:,|;| and))[^()]+\)".replace("?P<who>", "?:")
)
EACH_PLACE = re.compile(PLACE_FIRST)

# Some of the people told of before, and what ends the words on those.
SOME_OF_THEM = re.compile(
    rf"(?:\b(?:including|among them)|[,(–—-]) (?P<who>(?:{NUMBER}|one) of (?:them|whom)\b(?! (?:with|in|are|is|was|were|has|have|had)\b))"
    rf"|\b(?:including|among them) (?P<who2>(?:{NUMBER}{NOT_AGE}|an?|one)(?: (?!(?:who|in|at|from|of|with|and|were|was)\b)[\w'’-]+){{1,3}})",
    re.IGNORECASE,
)
PART_NEAR, PART_STOP = 60, re.compile(r"[;:]|\b(?:and|but|while)\b")


def by_place(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of people who met elsewhere the fate of those told before `end`: "20 died in Hurti, 12 in Ruwi"."""
    if brackets := IN_BRACKETS.match(text, end):
        yield from (found.span("who") for found in EACH_PLACE.finditer(text, end, brackets.end()))
    at = HERE.match(text, end) or LISTED.match(text, end)
    while at and (at := THERE.match(text, at.end())):
        yield at.span("who")


def is_parted(text: str, end: int) -> bool:
    """True for a total that ends at `end`, behind which a list parts it by places."""
    return bool(LISTED.match(text, end) or IN_BRACKETS.match(text, end))


def parts_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of people said to be some of those at [start, end): "12 people, seven of them women"."""
    for found in SOME_OF_THEM.finditer(text, start, end + PART_NEAR):
        if not PART_STOP.search(text, end, max(end, found.start())):
            yield found.span("who" if found["who"] else "who2")


def from_between(text: str, start: int) -> int:
    """Return where a number at `start` begins that is the second of two: "between 10 and | 15 were trapped"."""
    found = BETWEEN.search(text, 0, start)
    return found.start() if found else start


def plain_counts(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (slot, start, end) of the people whose fate a sentence tells beside their number."""
    lowered = text.lower()
    told = [slot for slot, (needed, *_) in FATES.items() if any(map(lowered.__contains__, needed))]
    for slot in told if told and NUMBERED.search(text) else ():
        if found := AFTER[slot].search(text) or BEFORE[slot].search(text):
            yield slot, from_between(text, found.start("who")), found.end("who")
    for slot, needed, words in OTHER_WORDS:
        if any(map(lowered.__contains__, needed)) and (found := words.search(text)):
            yield slot, *found.span(found.lastgroup or 0)
