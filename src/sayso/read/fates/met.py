"""Whether people met the fate that they are counted for, or another, or nobody is meant."""

import re

from sayso.read.certainty.context import clause_at
from sayso.read.counting.plain import HARM, HEDGE, NUMBER
from sayso.read.counting.tolls import is_change
from sayso.read.fates.bedside import is_of_bedside
from sayso.read.fates.captives import FREED, holds_nobody, was_found, were_found
from sayso.read.fates.deeds import is_no_attacker
from sayso.read.fates.displaced import is_at_home
from sayso.read.fates.hospital import is_in_hospital
from sayso.read.fates.present import DEATH, WOUND, is_only_there
from sayso.read.fates.things import ATTACKS
from sayso.read.fates.uncounted import is_uncounted
from sayso.read.fates.unreal import has_nearly_died
from sayso.read.fates.yearly import is_rate, is_statistic
from sayso.read.text.patterns import Pattern

__all__ = ["BODIES", "both_fates", "is_alive", "is_no_victim", "is_nobody", "was_saved"]

# One number for the dead and the hurt, or the missing.
EITHER = (
    r"(?:(?:killed|dead|died|dying|deaths?) (?:or|and/or) (?:\w+ ){0,2}?(?:injured|wounded|hurt|maimed|missing)"
    r"|(?:injured|wounded|hurt) or (?:killed|dead|dying))"
)
EITHER_FATE = re.compile(
    rf"\b(?:{EITHER}|(?:killing|killed) or (?:injuring|wounding|wounded))(?: {HEDGE})? $",
    re.IGNORECASE,
)
EITHER_AFTER = re.compile(
    rf"(?: [\w'’-]+){{0,4}}, {EITHER}\b|(?: (?!and\b|but\b|while\b)[\w'’-]+){{0,6}}? (?:was|were|is|are|been|be|left|had)? ?{EITHER}\b|(?: [\w'’-]+){{0,4}}? (?:was|were|been|be) harmed\b",
    re.IGNORECASE,
)
# Who is cornered or hunted is not held yet.
AT_LARGE = re.compile(
    r"\b(?:corner|surround|confront|chas|pursu|hunt)(?:ed|ing|es?|s)?\b(?: for)?"
    r"(?: (?!(?:and|then|arrest|detain|captur|seiz|caught|held|took)\w*)\w+){0,2} $",
    re.IGNORECASE,
)
# Who is pulled alive from the rubble, or survives, is not dead.
SURVIVORS = re.compile(r"\bsurvivors?\b", re.IGNORECASE)
ALIVE = re.compile(r"\balive\b|\brescued\b", re.IGNORECASE)
# Whose life somebody saves, or tries to ("a race to save one coach's life"); not what "might have saved" it.
SAVED = re.compile(
    r"(?<!have )(?<!['’]ve )\bsav(?:e|es|ed|ing) (?:the )?(?:li(?:fe|ves) of (?:[\w'’-]+ ){0,5}[\w'’-]+|(?:[\w'’-]+ ){0,5}?[\w-]+['’]s? li(?:fe|ves)|(?:[\w,-]+ ){1,3}lives)\b",
    re.IGNORECASE,
)
FOUND_ALIVE = Pattern(
    r"\b(?:found|pulled|dug|brought|located|came|got)\b[^.;]{0,40}\balive\b|\brescued\b",
    re.IGNORECASE,
    needs="alive|rescued",
)
SURVIVED = re.compile(r"(?: on board| aboard)?(?: have| had| all)? survived\b", re.IGNORECASE)
ALL_ABOARD = re.compile(
    r"\b(?:people|persons|passengers?|crew|board|aboard|workers|miners|occupants|everyone)\b", re.IGNORECASE
)
# Who is trapped is missing where a mine, a mountain or a house has buried him.
TRAPPED = re.compile(r"[^.;,]{0,20} trapped\b", re.IGNORECASE)
DEAD_SINCE = re.compile(
    r"(?: (?!(?:and|but|while|others?|one)\b)[a-z]+){0,6}? (?:confirmed|found|declared|pronounced) dead\b",
    re.IGNORECASE,
)
CUT_OFF = re.compile(
    r"[^.;,]{0,20} (?:trapped|stranded|cut off|marooned) by (?:the |rising |heavy )?(?:snow|ice|flood\w*|water\w*|fire|flames|smoke|rain|tide)\b",
    re.IGNORECASE,
)
BURIED = re.compile(
    r"\b(?:underground|below ground|pits?|under|beneath|rubble|debris|mines?|miners?|shaft|tunnel|cave|snow|avalanche|mud|landslide|collapse[sd]?|wreck\w*|ruins|capsized|hull|boreholes?|(?:an?|the|dry|deep|old|abandoned|disused) wells?)\b",
    re.IGNORECASE,
)
BURYING = frozenset({"mine", "landslide", "avalanche", "building-collapse"})
# What nobody carries out.
ACCIDENTS = frozenset({"road", "rail", "mine", "building-collapse"})
BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\b", re.IGNORECASE)
MISSED = re.compile(
    r"\bmissing\b|unaccounted|\b(?:not|yet to|to) be(?:en)? (?:found|recovered|located|retrieved)\b",
    re.IGNORECASE,
)
# Who tells a toll: "ombudsman | puts dead at seven".
TELLS_TOLL = re.compile(
    r" (?:puts?|raises|lowers|revises) (?:the )?(?:death )?(?:dead|deaths|toll|number|count)\b", re.IGNORECASE
)
# Nobody lives: that is no number of the hurt.
NO_SURVIVORS = re.compile(r"(?:no|any)(?: known)? survivors?\b", re.IGNORECASE)
GAVE_BIRTH = re.compile(r"(?: (?:had|has|have|who))* (?:gave|given|giving) birth\b", re.IGNORECASE)
COMPARED = re.compile(r"(?: people| passengers)? more than (?:its|the|their|was|were|is) ", re.IGNORECASE)
# Whom a figure leaves out: "six people, not counting the bomber".
LEFT_OUT = re.compile(r"\b(?:excluding|(?:not|without) (?:counting|including)) (?:\w+ ){0,2}$", re.IGNORECASE)
# What lies beside bodies, who gives up or gets away, who is let go, and who comes off unhurt.
GUNS = re.compile(
    r"\b(?:rifles?|pistols?|guns|AKs?(?:-47s?)?|SLRs?|INSAS|carbines?|cartridges|grenades|magazines|names)\b"
)
GAVE_UP = re.compile(
    r"(?: (?:had|have|has))?(?: (?:already|since|also))? (?:surrendered|defected|laid down (?:their|his) (?:arms|weapons)|escaped|fled (?:from )?(?:the )?(?:prison|jail))\b",
    re.IGNORECASE,
)
SET_FREE = re.compile(
    r"(?: (?:detained|captured|held|imprisoned|jailed)(?: (?!and\b|but\b|one\b|while\b)[\w'’-]+){0,8})?"
    r",?(?: (?:had|have|has|were|was|been|later|since|all|then)){0,4} (?:released|freed|let go|set free)\b",
    re.IGNORECASE,
)
UNHURT = re.compile(
    r"[^.;]{0,60}?\b(?:but|and|though|although) (?:he|she|they) (?:was|were|escaped|walked away|emerged)(?: \w+)? (?:unhurt|unharmed|uninjured|unscathed|hurt|injured|harmed)\b"
    r"(?<!was hurt)(?<!was injured)(?<!were hurt)(?<!were injured)(?<!was harmed)",
    re.IGNORECASE,
)
# Others who come off unhurt.
CAME_OFF = re.compile(
    r"(?: (?:people|[a-z]+s))?,?(?: (?:all|also|had|have|has|both))* (?:got out|escaped|walked away|emerged|came out|survived|were|was) "
    r"(?:(?!released|freed|rescued|found)\w+ )?(?:unharmed|unhurt|uninjured|unscathed|without (?:(?:a|even a) scratch|(?:any )?injur(?:y|ies))|with no injuries)\b",
    re.IGNORECASE,
)
# What else is lost than a life: who mourns somebody, and who is not dead yet.
LOST_SOMETHING = re.compile(
    r"(?: (?:people|persons|others|famil(?:y|ies)|households|parents))?(?: here)?(?: who(?![^.]*\b(?:kill|shot|died|dead|tak(?:e|ing)|took)))? (?:have |had |has |each )?lost (?:someone|somebody|everything|loved|relatives|family|friends"
    rf"|(?:an?|one|{NUMBER}) (?!li(?:fe|ves)\b)|(?:his|her|their) (?!(?:own |young )?li(?:fe|ves)\b|battles?\b|fights?\b|struggles?\b|footing\b|balance\b|grip\b))",
    re.IGNORECASE,
)
WHO_IS_LOST = re.compile(
    r"(?:someone|somebody|(?:a |any )?loved ones?|an? (?:[a-z]+ )?famil(?:y|ies))\b", re.IGNORECASE
)
LOSES = re.compile(r"\b(?:lose|loses|lost|losing) $", re.IGNORECASE)
FEARED_LOST = re.compile(
    r"\b(?:thought|feared|convinced|sure)(?: that)? (?:I|we|he|she|they)(?:['’]d| had| would| was| were)? (?:lost|lose|losing|going to lose) $",
    re.IGNORECASE,
)
# Who was only said to be dead: "a woman | who was declared dead in error", "a firefighter | reported dead is alive".
HELD_DEAD = r"(?:,? who)?(?: (?:was|were|is|are|had been|has been|have been))?"
REPORTED = (
    r"(?:reported|declared|pronounced|announced|listed|presumed|believed|thought|said|counted|given|named)"
)
# Who was held for dead and lives.
NOT_DEAD = re.compile(
    rf"(?:(?!\b(?:and|but|while|who|{NUMBER}|one)\b)[^.;,]){{0,60}}? (?:found|discovered|confirmed|proved|turned out|turned up|known)(?: to be)?(?: still)? (?:alive|living|safe)\b"
    r"|(?<!bodies)(?<!corpses)(?<!dead)(?<!killed)(?<!victims)(?: (?!killed|dead|bodies|corpses|victims)[\w-]+)?(?: (?:are|is|were|was))?(?: still|(?: still)? remain(?:s|ed)?) (?:below|underground|trapped|down there)\b"
    rf"|[^.;,]{{0,40}}?, (?:{NUMBER}|one)(?: of (?:them|whom))? alive and (?:{NUMBER}|one)(?: of (?:them|whom))? dead\b"
    rf"|(?:(?<=said)|(?<=reported)|(?<=declared)|{HELD_DEAD} {REPORTED}) (?:as |to be |to have (?:been )?|among the )?(?:dead|died|killed)\b"
    rf"(?:(?!\b(?:and|but|while|another|{NUMBER})\b)[^.;]){{0,80}}? (?:(?:is|was|are|were) (?:still |in fact |actually )?alive|in error|by mistake|mistakenly|wrongly|erroneously)\b"
    rf"|{HELD_DEAD} (?:wrongly|mistakenly|erroneously|falsely) {REPORTED} (?:as |to be |to have |among the )?(?:dead|died|killed)\b"
    r"|,? who (?:is|are) (?:still |in fact |actually )?alive\b",
    re.IGNORECASE,
)
# Who took part in it, and was not taken: "police said that | two bombers had taken part".
TOOK_PART = re.compile(
    r"(?: (?!and\b)[\w-]+){0,2}?(?: (?:had|has|have|who|also))* t(?:aken|ook|aking) part\b", re.IGNORECASE
)
# Who was only held to be taken: "two teachers | who had been listed as kidnapped had hidden in a cellar".
WRONGLY_LISTED = re.compile(
    r",? (?:who|that) (?:had been|were|was|have been) (?:listed|reported|counted|given|named|feared|thought|believed)"
    r" (?:as |to be |to have been |among the )?(?:kidnapped|abducted|taken|hostages?|missing)"
    r"(?: (?!and\b)[\w'’-]+){0,4}? (?:(?:had|have|has|were|was|are|is) )?(?:in fact |actually |only )?"
    r"(?:hidden|hid|hiding|escaped|fled|at home|in hospital|safe|unharmed|turned up|came forward|returned home|left)\b",
    re.IGNORECASE,
)
# Of whom a crowd is made up, without a word on its fate: "23 were involved, made up of | 19 males and four females".
MADE_UP_OF = re.compile(
    r"\b(?:made up of|compris(?:ing|ed of|ed)|consist(?:ing|ed) of) (?:[\w-]+ [a-z]+,? and )?$", re.IGNORECASE
)
ARE_WELL = re.compile(r"(?: (?:is|are|was|were|all|both))+ (?:alive|safe|well|unharmed)\b", re.IGNORECASE)
NO_PULSE = re.compile(
    r"[^.;,]{0,30}\b(?:in (?:a state of )?(?:cardiac|cardiopulmonary|cardio-respiratory)(?: and respiratory)? arrest|(?:no|without) vital signs)\b",
    re.IGNORECASE,
)
BOOKED = re.compile(
    r"\b(?:police|cops|officers|authorities) (?:have |has |had |also )*booked (?:at least |over |about )?$",
    re.IGNORECASE,
)
# Code points: how far before people stands what became of them ("lost six soldiers").
LOST_NEAR = 25
HURT = ("injured", "critical", "hospitalised")
BEHIND: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    ((), COMPARED),
    ((), TELLS_TOLL),
    ((), GAVE_BIRTH),
    ((), UNHURT),
    ((*HARM, "hospitalised"), CAME_OFF),
    (("killed", "detained", "displaced"), GAVE_UP),
    (("detained",), SET_FREE),
    (("detained", "hostages"), TOOK_PART),
    (("killed",), LOST_SOMETHING),
    (("killed",), NOT_DEAD),
    (("killed", "detained"), NO_PULSE),
    (("missing", "killed"), ARE_WELL),
    (("hostages",), WRONGLY_LISTED),
)
# Ships and vehicles, told by their number alone: "sinking | two and killing four sailors".
WRECKING = re.compile(
    r"\b(?:sink|sank|destroy|damag|down|torch|capsiz|derail|wreck)(?:ing|ed|s)? (?:(?:at least|another|about) )?$",
    re.IGNORECASE,
)
# Somebody of whose kin or house it is told, and not of himself: "Ida Bern, | whose husband was shot, said"; not "whose body was burned",
# and nobody whose own fate stands before or behind it.
WHOSE_OTHER = re.compile(
    r",? whose (?!(?:own )?(?:bod(?:y|ies)|remains|corpses?|head|face|neck|chest|back|arms?|legs?|hands?|foot|feet|wounds?|injur\w+|li(?:fe|ves)|names?)\b)"
    r"(?:[\w'’-]+ ){1,4}?(?:was|were|had been|has been) (?:\w+ly |also ){0,2}(?:killed|murdered|shot|stabbed|hit|struck|wounded|injured|hurt|burn(?:ed|t)|damaged|destroyed|torched)\b"
    r"(?!(?:[^.;]*,)? (?:(?:was|were|has been|have been|is|are) (?:also )?(?:killed|shot|hurt|injured|wounded|dead|among|hit|struck)|(?:also )?(?:died|suffered)\b))",
    re.IGNORECASE,
)
# Who lives: "was fighting for her life", "remained in the hospital".
LIVES = re.compile(
    r"(?:(?!\b(?:and|but|who|while|died|dead|killed)\b)[^.;]){0,50}?\b(?:fight(?:s|ing)? for (?:his|her|their) li(?:fe|ves)"
    r"|(?:remain(?:s|ed)|is|was|are|were)(?: \w+)? (?:in (?:the |a )?hospital|in (?:a )?(?:critical|serious|stable|grave|guarded|fair)(?: but \w+)? condition|recovering|hospitali[sz]ed))\b",
    re.IGNORECASE,
)
# Of whom it is said that none is badly hurt, which is not that none is hurt.
NONE_BADLY = re.compile(
    r"\b(?:none|neither) of [^.;]{2,40}?\b(?:life-threatening|critical|critically|serious|seriously|grave|gravely|danger)\b",
    re.IGNORECASE,
)
# Whom somebody wanted to kill is not dead for that.
ATTEMPTED = re.compile(
    r"\battempted (?:murders?|killings?|homicides?|assassinations?) (?:of|against) (?:the )?$", re.IGNORECASE
)
# Who is told of as one who came off: "two uninjured residents".
UNINJURED = re.compile(r"\b(?:uninjured|unhurt|unharmed|unscathed) [\w'’-]+$", re.IGNORECASE)
# Whose victim somebody is, who has died: "second victim of | suspected shooter | dies".
OF_KILLER = re.compile(
    r"\bvictims? of (?:(?:an?|the|suspected|alleged|accused|convicted|confessed|self-confessed) ){0,3}$",
    re.IGNORECASE,
)
DIES = re.compile(
    r"(?: (?!(?:and|but|who|was|were|is|had|has|have|in|at|of)\b)[\w'’-]+){0,4}?,? (?:who )?(?:has |have )?(?:dies?|died|dead)\b",
    re.IGNORECASE,
)
# Whom somebody saves who kills somebody else: "father saves | son, kills intruder".
SAVES = re.compile(
    r"\b(?:saves|protects|shields|defends|rescues) (?:(?:his|her|their|the|an?) )?$", re.IGNORECASE
)


def is_nobody(slot: str, text: str, start: int, end: int, kind: str = "other") -> bool:
    """True where the words around people [start, end) say that they are not of a slot, or that nobody is meant.

    `kind` is what happened: who is trapped is missing where a mine or a mountain has buried him.
    """
    if is_change(text, start, end):
        return True
    if any(words.match(text, end) for slots, words in BEHIND if not slots or slot in slots):
        return True
    if slot in HARM and (LEFT_OUT.search(text, 0, start) or is_statistic(text, start, end)):
        return True
    if is_uncounted(text, start, end) or is_rate(text, start, end):
        return True
    if slot in HARM and MADE_UP_OF.search(text, 0, start) and not (DEATH.search(text) or WOUND.search(text)):
        return True
    if slot in HARM and (NO_SURVIVORS.match(text, start) or is_other(text, start, end)):
        return True
    if slot in HARM and WRECKING.search(text, 0, start) and " " not in text[start:end]:
        return True
    if slot in (*HARM, "rescued") and is_only_there(slot, text, start, end, clause_at(text, start, end)[1]):
        return True
    if (slot == "displaced" and is_at_home(text, start, end)) or (
        slot == "detained" and FREED.search(text, 0, start)
    ):
        return True
    is_hurt = slot == "injured" and kind not in ATTACKS
    if (slot == "killed" or is_hurt or ALL_ABOARD.search(text, start, end)) and SURVIVED.match(text, end):
        return not WOUND.search(text) and (is_hurt or not DEATH.search(text, end))
    return is_not_of(slot, text, start, end, kind)


def is_not_of(slot: str, text: str, start: int, end: int, kind: str) -> bool:
    """True where words of a sentence say that people [start, end) did not meet just the fate that they are held for."""
    if slot == "killed" and (
        ATTEMPTED.search(text, 0, start)
        or is_alive(text, start, end)
        or has_nearly_died(text, start, end)
        or is_of_bedside(text, end)
    ):
        return True
    if slot in HURT and UNINJURED.search(text, start, end):
        return True
    if slot in HURT and any(found.start() <= start < found.end() for found in NONE_BADLY.finditer(text)):
        return True
    if slot == "killed" and (OF_KILLER if DIES.match(text, end) else SAVES).search(text, 0, start):
        return True
    lost = slot == "killed" and LOSES.search(text, 0, start)
    if lost and (WHO_IS_LOST.match(text, start) or FEARED_LOST.search(text, 0, start)):
        return True
    if slot == "killed":
        is_saved = any(found.start() <= start < found.end() for found in SAVED.finditer(text))
        return bool(
            is_saved or GUNS.search(text, start, end) or (ALIVE.search(text) and not DEATH.search(text))
        )
    if slot == "missing":
        is_only_trapped = TRAPPED.match(text, end) and kind not in BURYING and not BURIED.search(text)
        are_bodies = BODIES.search(text, start, end) and not MISSED.search(text)
        is_dead = DEAD_SINCE.match(text, end)
        return bool(is_only_trapped or are_bodies or is_dead or CUT_OFF.match(text, end)) or (
            were_found(text, start, end) and not was_found(text, start, end)
        )
    if slot == "rescued" and BODIES.search(text, start, end):
        return True
    if slot == "attackers" and kind in ACCIDENTS:
        return True
    if slot == "attackers":
        return is_no_attacker(text, start, end)
    if slot == "detained" and BOOKED.search(text, 0, start):
        return True
    if slot == "detained":
        return holds_nobody(text, start) or bool(AT_LARGE.search(f"{text[:start].rstrip()} "))
    return slot == "hospitalised" and not is_in_hospital(text, start, end)


def is_other(text: str, start: int, end: int) -> bool:
    """True for people [start, end) of whose kin or house alone something is told: "Ida Bern, whose house was hit"."""
    if " whose " not in text or WHOSE_OTHER.match(text, end) is None:
        return False
    return not DEATH.search(text, 0, start) and not WOUND.search(text, 0, start)


def is_no_victim(text: str, start: int, end: int) -> bool:
    """True for somebody [start, end) who comes off unhurt, died in his bed long after, or is only kin of a victim."""
    return bool(UNHURT.match(text, end) or is_of_bedside(text, end)) or is_other(text, start, end)


def is_alive(text: str, start: int, end: int) -> bool:
    """True for somebody [start, end) who is said behind it to live, and nowhere near to have died."""
    if LIVES.match(text, end) is None:
        return False
    return not DEATH.search(text, end) and not DEATH.search(text, max(0, start - LOST_NEAR), end)


def was_saved(text: str, start: int, end: int) -> bool:
    """True where people [start, end) are survivors who were found, not dead."""
    if SURVIVORS.search(text, start, end) or SURVIVORS.match(text, end + 1):
        return not DEATH.search(clause_at(text, start, end)[1])
    return bool(FOUND_ALIVE.search(" ".join(clause_at(text, start, end)))) and not DEATH.search(text)


def both_fates(text: str, start: int, end: int) -> bool:
    """True for dead and hurt in one number: "killed or injured 40", "40 people were killed or wounded", "nobody was harmed"."""
    return bool(EITHER_FATE.search(text, 0, start) or EITHER_AFTER.match(text, end))
