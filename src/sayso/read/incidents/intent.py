"""Intent: whether the words of a report tell of a deed at all, or of an accident, of people lost, of a hoax."""

import re

from sayso.read.text.page import Page
from sayso.read.text.patterns import Pattern

__all__ = ["is_hoax", "kinds_ruled_out"]

# Kinds that somebody means to do.
DEEDS = frozenset(
    "shooting bombing stabbing vehicle-ramming arson assault homicide hostage-taking abduction assassination armed-clash airstrike "
    "shelling raid riot execution plot".split()
)
# Animals that attack people, which nobody means.
ANIMALS = r"(?:bears?|dogs?|pit ?bulls?|sharks?|elephants?|bees|wasps|lions?|tigers?|leopards?|crocodiles?|alligators?|hippos?|buffalo(?:es)?|bulls?|wolves|wolf|hyenas?|snakes?)"
NO_ATTACK = "".join(
    rf"(?<!{beast} )"
    for beast in "heart shark bear dog crocodile tiger leopard lion elephant bee wolf alligator".split()
)
# What tells of somebody who means harm, or of a weapon.
MEANT = re.compile(
    rf"\b(?:{NO_ATTACK}attack(?!ed by (?:an? |the )?(?:[\w-]+ ){{0,2}}?{ANIMALS}\b)\w*|assault\w*|shot|shoot\w*|gun\w*|(?:hand|shot)guns?|rifles?|pistols?|revolvers?|armed|firearms?|"
    r"bomb(?!ay)\w*|explosives?|grenades?|suicide|stabb\w+|kni(?:fe|ves|f)\w*|machetes?|axes?|beat(?:en|ing)?|murder\w*|homicides?|killers?|slain|slay\w+|assassin\w*|"
    r"terror\w*|militants?|militia\w*|rebels?|insurgents?|guerrillas?|extremists?|jihad\w*|gangs?|cartels?|bandits?|hostages?|kidnap\w*|abduct\w*|arson\w*|torch(?:ed|ing)|"
    r"set (?:\w+ ){0,3}?(?:on fire|ablaze|alight|fire to)|petrol bombs?|molotov|deliberate\w*|intentional\w*|on purpose|premeditat\w+|strangl\w+|behead\w+|hang(?:ed|ing)|"
    r"execut(?:ed|ion|ions|ing)|raid(?:s|ed|ing)?|clash\w*|fighting|fighters?|battles?|warplanes?|fighter jets?|missiles?|rockets?|(?-i:shell(?:s|ed|ing)?)|mortars?|(?<!bird )(?<!lightning )strikes?|forces|army|military|soldiers?|"
    r"artillery|drones?|air ?strikes?|air raids?|ambush\w*|riot\w*|protest\w*|rap(?:e|ed|ist)|robber\w*|thie(?:f|ves)|detonat\w+|IEDs?|snipers?|massacre\w*|"
    r"slaughter\w*|lynch\w*|hijack\w*|plot\w*|ramm(?:ed|ing)|mowed|intruders?|assailants?|culprits?|perpetrators?|vandal\w*|sabotage\w*|weapons?|war|warring|ceasefire|"
    r"troops|landmines?|(?:hit|struck|over|on|by) an? mine|suspects?|manslaughter|foul play)\b",
    re.IGNORECASE,
)
# Where things blow up by themselves, and the words of a blast there.
WORKS = (
    r"(?:warehouses?|factor(?:y|ies)|plants?|"
    r"refiner(?:y|ies)|mills?|depots?|foundr(?:y|ies)|workshops?|quarr(?:y|ies)|boilers?|gas|pipelines?|tankers?|silos?|laundr(?:y|ies)|baker(?:y|ies)|"
    r"laborator(?:y|ies)|kitchens?|fireworks|firecrackers?|(?:petrol|gas|filling|fuel) stations?|apartment (?:buildings?|blocks?|houses?)|blocks? of flats)"
)
BLAST = r"(?:blasts?|explosions?|explod(?:ed|es))"
BLAST_AT_WORK = (
    rf"{BLAST} (?:(?!by\b|after\b)[\w'’-]+ ){{0,5}}?(?:at|in|inside|aboard|on|rips?|ripped|tears?|tore|hits?|rocks?|rocked|levels?|destroy\w*)"
    rf" (?:through )?(?:[\w'’-]+ ){{0,4}}?{WORKS}\b"
    rf"|\b{WORKS} {BLAST}"
)
# What tells of things that go wrong by themselves.
BY_ITSELF = re.compile(
    r"\b(?:fell|falls?|falling|came down|come down|plung\w+|collaps\w+|crash\w*|collision|collid\w+|pile-?ups?|caved in|cave-in|gave way|burst|snapp\w+|broke (?:apart|loose|down)|"
    r"overturn\w*|rolled|skidd\w+|veered|plough\w+|plow\w+|derail\w*|capsiz\w+|sank|sink(?:s|ing)|leak\w*|brakes|lost control|emergency landing|bird strike|diverted|turbulence|"
    r"drown\w*|suffocat\w+|trench|scaffold\w*|cranes?|lightning|avalanches?|flood\w*|quakes?|earthquakes?|landslides?|mudslides?|storms?|tornado\w*|fires?|blazes?|"
    r"mauled|savaged|accidents?|blew up|boiler|cylinders?|trampl\w+|sweep|swept)\b"
    rf"|\battack\w* by (?:an? |the )?(?:[\w-]+ ){{0,2}}?{ANIMALS}\b|\b{ANIMALS} (?:attack|bite)"
    rf"|\b{BLAST_AT_WORK}\b",
    re.IGNORECASE,
)
# What tells that people were taken, not only missing.
TAKEN = re.compile(
    r"\b(?:kidnap\w*|abduct\w*|seiz\w+|captur\w+|captors?|captiv\w+|hostages?|ransom|snatch\w*|taken|took|takes?|taking|held|holding|detain\w*|freed|free|releas\w+|disappear\w*|"
    r"stole|carried off|dragged|lured|marched|forced|whisked|gun\w*|armed|bandits?|militants?|rebels?|insurgents?|guerrillas?|jihad\w*|gangs?|traffick\w+|"
    r"amber alert|stranger|suspects?)\b",
    re.IGNORECASE,
)
MISSING = Pattern(r"\bmissing\b|\bunaccounted\b", re.IGNORECASE, needs="missing|unaccounted")
# A bomb that was none, or one left by a war; and what tells that one went off, or was planted.
HOAX = Pattern(
    r"\bbomb (?:hoax(?:es)?|threats?|scares?|alerts?)\b|\bhoax (?:bombs?|calls?|threats?|devices?)\b|\b(?:fake|bogus|false) bomb\b"
    r"|\b(?:claim|shout|say|said|threaten|jok|yell|scream|pretend|announc|told|tell|insist)\w* (?:[\w'’]+ ){0,4}?(?:had|has|have|was|were|is|carried|carrying) (?:(?:carrying|strapped|wearing) )?an? (?:[\w-]+ )?(?:bomb|explosive (?:vest|belt|device))\b"
    r"|\bthreaten(?:ed|ing|s)? to (?:blow up|bomb|detonate|explode)\b"
    r"|\b(?:unexploded|defus\w+|dispos\w+|unearth\w+)\b[^.;]{0,60}\b(?:wartime|world war|WWII|second-world-war|war-era)\b"
    r"|\b(?:wartime|world war|WWII|second-world-war|war-era)\b[^.;]{0,60}\b(?:unexploded|defus\w+|dispos\w+|unearth\w+)\b",
    re.IGNORECASE,
    needs="bomb|hoax|explosive|threaten|unexploded|defus|dispos|unearth",
)
WENT_OFF = re.compile(
    r"(?<!un)(?<!unexploded )\b(?:explod(?:ed|es|ing)|explosions?|went off|blasts?|detonated|bombings?|bombers?|killed|kills|died|dead|deaths|injured|wounded|hurt|planted|"
    r"(?:real|viable|live|crude|improvised) (?:bomb|device|explosives?))\b",
    re.IGNORECASE,
)
# A deed done without a bomb, and what tells of a bomb that had nothing to do with it: another attack, one that was planned, or a find.
OTHERWISE = re.compile(
    r"\b(?:shot (?:dead|and killed)|shot to death|gunned down|stabbed|hacked|massacred|strangled|beheaded|lynched|beaten to death|gunshot wounds?"
    r"|(?:killed|died|shot|dead)\b[^.;]{0,60}? (?:in|during) (?:an? |the )?(?:[\w-]+ ){0,2}(?:clash(?:es)?|operation|raid|shootout|shoot-out|firefight|gun ?battle|gunfight|ambush)"
    r"|(?:gunm[ae]n|(?:police|soldiers|troops)) (?:[\w'’-]+ ){0,4}?(?:kill|shot|shoot)\w*|(?:suspected |alleged )?plot(?:s|ted|ting)? to (?:bomb|blow up))\b",
    re.IGNORECASE,
)
BOMB = r"(?:bombs?|bomb(?:ings?|ed|ers?)|explosives?|grenades?|IEDs?|devices?|land ?mines?|dynamite)"
GOES_ON = r"(?:(?!\b(?:explod|blew|went off|detonat|kill))[^.;])"
OF_ANOTHER = re.compile(
    r"\b(?:wanted (?:for|in|over)|blamed for|known for|notorious for|infamous for|responsible for|linked to|involved in|written (?:about|on)|similar to"
    r"|suspected of (?:making|planning|planting)|(?:hours|days?|weeks?|months?|years?) after|plann?(?:ed|ing|s)?|plot(?:s|ted|ting)?|preparing|suppl(?:y|ied|ying|ies)|facilitat\w+)\b"
    rf"{GOES_ON}{{0,60}}?\b{BOMB}\b{GOES_ON}{{0,80}}"
    rf"|\b(?:found|seized|confiscated|discovered|destroyed|recovered|defused|stored|cache of) (?:(?!by\b|after\b|when\b|where\b)[\w'’,-]+ ){{0,6}}?{BOMB}\b{GOES_ON}{{0,60}}"
    rf"|\b{BOMB}\b[^.;]{{0,30}} (?:was|were|had been) (?:[\w-]+ ){{0,2}}?(?:seized|found|confiscated|discovered|destroyed|recovered|defused|left)\b{GOES_ON}{{0,60}}"
    r"|\b(?:suspected )?(?:bomb|explosives?)[- ](?:mak\w+|disposal|squad|threats?|experts?|plots?)\b",
    re.IGNORECASE,
)
FROM_THE_AIR = re.compile(
    r"\b(?:guided|glide|aerial|barrel|cluster) bombs?\b|\b(?:planes|warplanes|jets|aircraft|air force|helicopters|drones?) (?:[\w-]+ ){0,2}?(?:dropped|bombed)\b"
    r"|\bdropped (?:[\w-]+ ){0,3}?(?:bombs?|explosives)\b",
    re.IGNORECASE,
)
WENT_UP = re.compile(
    rf"\b(?:{BOMB}|explod\w+|explosions?|blasts?|blew|blown|detonat\w+|molotov\w*|booby\w*)\b", re.IGNORECASE
)
NONE = re.compile(r"\b(?:no|never|not|nobody|without|any)(?: [\w'’]+){0,4}? $", re.IGNORECASE)
HEAD = 2
# What goes wrong where soldiers train, and nobody means; a gun that goes off there is a shooting all the same.
AT_DRILL = Pattern(
    r"\b(?:during|in|at) (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,3}?(?:drills?|exercises?|training|manoeuvres?|maneuvers?)\b",
    re.IGNORECASE,
    needs="drill|exercise|training|manoeuv|maneuv",
)
ATTACKED = re.compile(
    r"\b(?:attack\w*|bombers?|gunm[ae]n|militants?|insurgents?|rebels?|terroris\w*|assailants?|opened fire|deliberate\w*|mutin\w*|air ?strikes?|enemy)\b",
    re.IGNORECASE,
)


def kinds_ruled_out(page: Page) -> frozenset[str]:
    """Return the kinds of deeds of which a report can be no report, as its words tell neither of intent nor of a weapon.

    That counts only where they tell of something that goes wrong by itself. No one is abducted of whom it is only said
    that he is missing, and nothing is bombed where somebody is shot who is blamed for another bombing. What soldiers
    do to themselves where they train is no deed.
    """
    words = "\n".join(sentence.text for sentence in page.sentences)
    head = "\n".join(s.text for s in page.sentences if s.number == 0)
    if AT_DRILL.search(head) and not ATTACKED.search(words):
        return DEEDS - {"shooting"}
    is_lost = MISSING.search(words) and not TAKEN.search(words)
    if not MEANT.search(words) and (is_lost or BY_ITSELF.search(words)):
        return DEEDS
    kinds = {"abduction"} if is_lost else set()
    return frozenset(kinds | {"bombing"} if has_no_planted_bomb(page, words) else kinds)


def has_no_planted_bomb(page: Page, words: str) -> bool:
    """True for a report whose head tells of bombs from the air, or of a deed done otherwise, where all words for bombs are of something else."""
    if "bomb" not in words.lower():
        return False
    head = "\n".join(s.text for s in page.sentences if s.field == "title" or s.number < HEAD)
    is_told = OTHERWISE.search(head) and not WENT_UP.search(OF_ANOTHER.sub(" ", words))
    return bool(is_told or FROM_THE_AIR.search(head))


def is_hoax(page: Page) -> bool:
    """True for a report on a bomb that was none: a hoax, a threat, a scare, or one left over from a war."""
    head = "\n".join(s.text for s in page.sentences if s.field == "title" or s.number < HEAD)
    if not HOAX.search(head):
        return False
    words = "\n".join(sentence.text for sentence in page.sentences)
    return all(NONE.search(words, 0, found.start()) for found in WENT_OFF.finditer(words))
