"""Parts that people play: victim or attacker, where the words tell better than the network."""

import re
from collections.abc import Sequence

from sayso.model import Count, Role
from sayso.read.counting.plain import HARM, HEDGE, NUMBER
from sayso.read.counting.tolls import of_whom
from sayso.read.people.blameless import BURST, is_in_charge
from sayso.read.people.sides import ATTACKERS, CULPRITS, FIGHTERS, HELPERS, WHO_DID
from sayso.read.people.stopped import is_stopped
from sayso.read.people.stretches import OF_THEM
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence, overlap
from sayso.read.text.words import DOERS, KIN, POLICE

__all__ = ["are_somebody", "role_of"]

# A toll that has the attacker in it, and one that leaves him out.
MURDER_SUICIDE = re.compile(r"\b(?:murder|homicide)[ /–-]{1,3}suicides?\b", re.IGNORECASE)
THE_ATTACKER = (
    rf"(?:(?:the|their|its|an?|all|both|one|{NUMBER}|of the) ){{0,3}}(?:(?:alleged|suspected|accused|lone|male|female|armed|teenage|suicide|other) ){{0,2}}"
    rf"(?:(?:{DOERS}|suspects?|perpetrators?|hijackers?|stabbers?|knifem[ae]n|hostage[- ]takers?)\b(?!['’]s? )"
    rf"|[\w-]+ {WHO_DID})"
)
WITH_ATTACKER = re.compile(
    rf"\b(?<!not )(?<!without )(?:includ(?:ing|es|ed)|counting|among (?:them|whom|the dead|the injured)(?: (?:is|are|was|were))?) {THE_ATTACKER}"
    rf"|, {THE_ATTACKER} (?:among them|included)\b|\b(?:{NUMBER}|one) of (?:them|whom) (?:(?:is|are|was|were) )?{THE_ATTACKER}",
    re.IGNORECASE,
)
WITHOUT_ATTACKER = re.compile(
    rf"\b(?:excluding|(?:not|without) (?:counting|including)|apart from|aside from|other than|besides|in addition to|plus|as well as) {THE_ATTACKER}",
    re.IGNORECASE,
)
# What kills on all sides, so that a toll of years has fighters in it, and the least such toll.
OF_WAR = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|(?:drug|political|sectarian|ethnic) violence|took up arms|drug cartels?|the cartels)\b",
    re.IGNORECASE,
)
LEAST_OF_WAR, BEFORE_WAR = 300, 150
# People who are only called one more, or by a number, and how far before them those stand of whose sort they are.
ONE_MORE = re.compile(
    r"(?:one|an?other|the others?|an? (?:second|third|fourth)|the (?:second|third)|two|three|four|five)",
    re.IGNORECASE,
)
NEAR_BEFORE = 150
SIDES = frozenset({"victim", "combatant"})
FATES = frozenset({"killed", "injured", "critical", "hospitalised", "missing", "ill"})
HURT = FATES | {*HARM}
# A number that the words behind it are said of: "22 were killed, 23 counting the bomber".
ANOTHER_NUMBER = re.compile(rf"(?<!\w){NUMBER},? $", re.IGNORECASE)
# Who is somebody else than the attacker whose kin he is.
WHOSE_KIN = re.compile(
    rf"\b(?:{DOERS}|suspects?|killers?|hijackers?)['’]s? (?:[\w-]+ ){{0,2}}?"
    rf"(?:{KIN}|family|relatives?|neighbou?rs?|friends?|victims?)\b",
    re.IGNORECASE,
)
# Those who did it, and who all are shot by police.
ATTACKING = re.compile(rf"{CULPRITS.pattern}|{FIGHTERS.pattern}|\bsuspects?\b", re.IGNORECASE)
# A toll that says nothing of whose it is: "the prefecture spoke of | one dead".
BARE_TOLL = re.compile(
    rf"(?:at least |about )?(?:{NUMBER}|one) (?:people |persons )?(?:dead|deaths?|killed|fatalities)",
    re.IGNORECASE,
)
SHOT_BY_POLICE = re.compile(
    rf"\b(?:shot|killed|gunned down)(?: dead| and killed)? by (?:the |an? )?{POLICE}\b",
    re.IGNORECASE,
)
# Who is asked, or held for something else, is not thereby thought to have done it.
QUESTIONED = re.compile(
    r"\b(?:for questioning|(?:being|is|are|were|was) questioned|(?:persons?|people) of interest|un-?related)\b",
    re.IGNORECASE,
)
# Who is held for something else than the deed, or has been let go.
FOR_ELSE = re.compile(
    r"\b(?:charged with|charges? of|arrested (?:for|on)|held (?:for|on)|on suspicion of|accused of|detained for|for (?:alleged(?:ly)? )?)[^.;]{0,40}?\b"
    r"(?:neglect|probation|smuggling|assisting|obstruct\w*|tampering|harbou?ring|perverting|drink[- ]driving|"
    r"drunk(?:en)? driving|disorderly|looting|stor(?:ed|ing))\b"
    r"|\b(?:released|freed|bailed|let go)\b[^.;]{0,20}\b(?:without (?:any )?charges?|under investigation|on (?:police )?bail)\b"
    r"|\bturned out to (?:be|have been) (?:only )?(?:an? )?(?:witness(?:es)?|bystanders?|passers-by|victims?)\b"
    r"|\b(?:has|have) since been (?:released|freed|let go|cleared)\b|\btreated as (?:an? )?witness(?:es)?\b|\bon police bail\b",
    re.IGNORECASE,
)
# What nobody does to others, so that who is held for it is no attacker, and who comes to help is no victim.
BLAMELESS = frozenset(
    "aviation maritime building-collapse crowd-crush mine earthquake flood storm landslide wildfire volcano tsunami avalanche heat-cold".split()
)
MISHAPS = BLAMELESS | BURST
TRAVEL = frozenset({"road", "rail", "aviation", "maritime"})
# Who comes armed, and who is shot by police, where others died.
ARMED = re.compile(
    r"(?:an?|the|one) (?:[\w-]+ ){0,2}?(?:man|woman|boy|teenager|youth)"
    r"(?:(?: with| armed with| carrying| wielding| who (?:had )?(?:pulled|drew)(?: out)?) an? (?:[\w-]+ ){0,2}?"
    r"(?:rifle|gun|shotgun|handgun|pistol|revolver|knife|machete|axe|hammer|weapon)\b"
    r"| who (?:allegedly )?(?:had )?(?:opened fire|(?:shot|fired) at\b))",
    re.IGNORECASE,
)
# Those who carried it out, at the head of the words for people: "both attackers, a man and a woman".
THE_ATTACKERS = re.compile(
    rf"(?:(?:the|both|all|two|three|four|five|six|\d+|of the) )+(?:\w+ )?(?:{ATTACKERS})\b|(?:an?|one|another|the) (?:\w+ )?suspect(?:$|, )",
    re.IGNORECASE,
)
# Who died at the wheel or the helm ran nobody down, and who goes by a people alone fights nobody.
AT_THE_WHEEL = re.compile(
    r"(?:(?:the|an?|its|one|both) )?(?:[\w-]+ ){0,2}?(?:drivers?|(?:co-)?pilots?|captains?|conductors?|helmsm[ae]n|skippers?)",
    re.IGNORECASE,
)
A_PEOPLE = re.compile(
    rf"(?:(?:{HEDGE}|{NUMBER}|an?|the|young|more|other) ){{0,3}}"
    r"(?:[A-Z][a-z]+(?:[ia]ns?|is?|ese)|Afghans?|Kurds?)(?<!Taliban)(?<!Houthi)(?<!Houthis)"
)
CIVILIANS = re.compile(r"\b(?:civilians?|villagers?|bystanders?|passers-by|children)\b", re.IGNORECASE)
# A number that is of civilians: "the number of civilians killed in the clashes rose to | nine".
OF_CIVILIANS = re.compile(
    rf"\bnumber of civilians\b(?:(?!{NUMBER})[^.;]){{0,120}}? (?:to|at|is|was) $|\bcivilians? (?:(?:were|was|have been|had been) )?(?:killed|dead|died|martyred)(?: [a-z]+)?,? and $|\bcivilian (?:death )?toll\b[^.;,]{{0,60}} (?:to|at|of) $",
    re.IGNORECASE,
)
OF_ARMS = re.compile(
    r"\b(?:guerr?illas?|rebels?|militants?|insurgents?|terrorists?|extremists?|separatists?|jihadi?s?t?s?|taliban|fighters)\b",
    re.IGNORECASE,
)
FROM_AIR = re.compile(
    r"\b(?:air ?strikes?|air raids?|strikes? with|drone strikes?|(?:deliver|carri)\w+ (?:\w+ ){0,2}strikes?)\b",
    re.IGNORECASE,
)
# What is fought, so that fighters who die in it are no victims.
FIGHTS = frozenset({"airstrike", "armed-clash", "raid", "shelling"})
# Who falls into an ambush fights nobody: the guide has such soldiers as victims.
OF_STATE = re.compile(r"\b(?:soldiers?|troops?|servicem[ae]n|police|policem[ae]n|officers?|guards?|marines?|gendarmes?|conscripts?|recruits?|cadets?)\b", re.IGNORECASE)  # fmt: skip
AMBUSH = re.compile(r"\bambush", re.IGNORECASE)
SOME_OF_ALL = re.compile(r",? (?:including|among them)\b", re.IGNORECASE)
AMONG = re.compile(r"\bamong them $", re.IGNORECASE)
INCLUDING = re.compile(r"\bincluding $", re.IGNORECASE)
# What may stand between people and their own fate.
THEN = r"\W*(?:(?:who|was|were|is|are|has|had|been|then|later|also|and|\w+ly|\d+),? ){0,5}"
IN_GUNFIGHT = re.compile(
    rf"{THEN}(?:killed|shot|wounded|died)\b(?: dead)? (?:in|during|after) an? (?:gun ?battle|gun ?fight|shoot-?out|exchange of fire) with (?:the )?{POLICE}\b",
    re.IGNORECASE,
)
BY_POLICE = re.compile(
    rf"{THEN}(?:shot|killed|gunned down)(?: dead| and killed)? by (?:the |an? )?{POLICE}\b",
    re.IGNORECASE,
)
# Who is told of beside his killer.
AND_OTHERS = re.compile(
    r"\b(?:him|her|them)sel(?:f|ves),? (?:and|along with|as well as)(?: (?:at least|about|some|the|his|her))* $",
    re.IGNORECASE,
)
OTHERS = re.compile(r"\b(?:others?|another|more)\b", re.IGNORECASE)
PEOPLE = re.compile(r"\b(?:people|persons)\b", re.IGNORECASE)
ANYBODY = re.compile(r"\b(?:people|persons|others)\b", re.IGNORECASE)
# Who some people are, of whom nothing else is told; and words for what befell them.
WHO_THEY_ARE = re.compile(
    r" (?:is|are|was|were) (?:all |both )?(?:(?:in|of|from) (?:the same|one|a single) (?:\w+ )?(?:family|house|household|school|village|street|town)|related|siblings|brothers|sisters|cousins|neighbou?rs)\b"
    r"| (?:is|are|was|were) (?:an? |all |both )?(?:(?!(?:at|in|on|from|with|by|of|under|not)\b)[\w-]+ ){0,2}?[a-z]+(?<!ed)(?<!en)[.,;]",
    re.IGNORECASE,
)
OF_FATE = re.compile(
    r"\b(?:kill\w*|dead|died?|death|injur\w*|wound\w*|hurt|missing|critical\w*|serious\w*|hospital\w*|shot|stable|alive|safe)\b",
    re.IGNORECASE,
)
# What stands before the words for who somebody is.
WAS = re.compile(r"\b(?:was|is|(?:named|identified|described) as)(?: an?| the)? $", re.IGNORECASE)
PRONOUNS = frozenset({"he", "him", "she", "her"})
# Who rams people with a vehicle.
THE_DRIVER = re.compile(r"(?:the|its) driver\b", re.IGNORECASE)


def role_of(
    stretch: Stretch, value: Count, sentence: Sentence, stretches: Sequence[Stretch], kind: str = "other"
) -> Role:
    """Return the part that people counted play.

    The dead of a murder-suicide are counted with the attacker; who came armed, or was shot by police where
    others died, is one. `stretches` are all of the report, in reading order; `kind` is what happened.
    """
    is_held = stretch.tag == "detained" and stretch.role == "attacker" and value.high != 0
    in_charge = is_held and is_in_charge(stretch.span, sentence, kind)
    if is_held and (kind in BLAMELESS or in_charge or FOR_ELSE.search(sentence.text)):
        return "unclear"
    if by_words := by_their_words(stretch, sentence, kind):
        return by_words
    if (value.low or 0) > 1 and leaves_out(stretch, sentence):
        return "victim"
    if (value.low or 0) > 1 and counts_all(stretch, value, sentence, stretches):
        return "all"
    if whole := whole_of(stretch, sentence, stretches):
        return whole.role
    if stretch.role == "victim" and (alike := of_their_sort(stretch, stretches)):
        return alike.role
    if stretch.tag == "detained" and QUESTIONED.search(sentence.text):
        return "unclear" if stretch.role == "attacker" else stretch.role
    start = max(0, stretch.span.start - sentence.start)
    end = start + len(stretch.span.quote)
    is_one = (value.low, value.high) == (1, 1) and stretch.role == "victim"
    shot = ARMED.match(sentence.text, start) or IN_GUNFIGHT.match(sentence.text, end)
    if is_one and (shot or is_stopped(sentence.text, start, end)):
        return "attacker"
    if is_one and (same := who_it_was(stretch, sentence, stretches)):
        return same.role
    is_pronoun = stretch.span.quote.lower() in PRONOUNS
    if (
        is_pronoun
        and stretch.tag == "killed"
        and BY_POLICE.match(sentence.text, end)
        and others_died(stretch, stretches)
    ):
        return "attacker"
    return stretch.role


def by_their_words(stretch: Stretch, sentence: Sentence, kind: str) -> Role | None:
    """Return the part that the words for people tell, where it is another than the network's; else None."""
    words = stretch.span.quote
    start = max(0, stretch.span.start - sentence.start)
    if stretch.role == "victim" and kind in MISHAPS and is_helper(of_whom(sentence.text, start) or words):
        return "responder"
    if stretch.role == "responder" and has_helpers(stretch, sentence):
        return "victim"
    if stretch.role in ("victim", "all", "responder") and THE_ATTACKERS.match(words):
        return "attacker"
    if (kind, stretch.role) == ("vehicle-ramming", "victim") and THE_DRIVER.match(words):
        return "attacker"
    if (
        stretch.role == "attacker"
        and kind in TRAVEL
        and stretch.tag in HURT
        and AT_THE_WHEEL.fullmatch(words)
    ):
        return "victim"
    if stretch.role == "combatant" and (
        CIVILIANS.search(words)
        or PEOPLE.search(words)
        or A_PEOPLE.fullmatch(words)
        or OF_CIVILIANS.search(sentence.text, 0, start)
        or (OF_STATE.search(words) and AMBUSH.search(sentence.text))
    ):
        return "victim"
    fights = OF_ARMS.search(words) or (OF_STATE.search(words) and FROM_AIR.search(sentence.text))
    if stretch.role == "victim" and kind in FIGHTS and fights and not CIVILIANS.search(words):
        return "combatant"
    bare = BARE_TOLL.fullmatch(words) and not ATTACKING.search(sentence.text)
    if stretch.role == "attacker" and (bare or (stretch.tag in HURT and WHOSE_KIN.search(words))):
        return "victim"
    return None


def are_somebody(text: str, end: int) -> bool:
    """True for people up to `end` of whom a sentence tells who they are, and no fate: "two of them | are soldiers"."""
    return WHO_THEY_ARE.match(text, end) is not None and not OF_FATE.search(text)


def leaves_out(stretch: Stretch, sentence: Sentence) -> bool:
    """True for people told of without the attacker: "nine people, not counting the gunman", "himself and | nine people"."""
    if stretch.tag not in HARM or stretch.role == "victim":
        return False
    if AND_OTHERS.search(sentence.text, 0, max(0, stretch.span.start - sentence.start)):
        return True
    found = with_phrase(WITHOUT_ATTACKER, stretch, sentence, ())
    return found is not None


def counts_all(stretch: Stretch, value: Count, sentence: Sentence, stretches: Sequence[Stretch]) -> bool:
    """True for people counted with the attacker among them, or for the toll of a war."""
    who = stretch.span.quote
    if (
        stretch.role == "victim"
        and stretch.tag == "killed"
        and (value.low or 0) >= LEAST_OF_WAR
        and not CIVILIANS.search(who)
    ):
        return OF_WAR.search(sentence.body, max(0, sentence.start - BEFORE_WAR), sentence.end) is not None
    if (
        stretch.role == "victim"
        and stretch.tag in ("killed", "casualties")
        and MURDER_SUICIDE.search(sentence.text)
    ):
        return True
    if stretch.tag not in HARM or (stretch.tag == "injured" and OTHERS.search(who)):
        return False
    if stretch.role != "victim" and (ATTACKING.search(who) or SHOT_BY_POLICE.search(sentence.text)):
        return False
    return with_phrase(WITH_ATTACKER, stretch, sentence, stretches) is not None


def with_phrase(
    words: re.Pattern[str], stretch: Stretch, sentence: Sentence, stretches: Sequence[Stretch]
) -> re.Match[str] | None:
    """Return where a sentence says of people that the attacker is, or is not, among them: right before, or behind.

    Of several numbers it is that whose fate the attacker met, else the last one before the phrase.
    """
    start = max(0, stretch.span.start - sentence.start)
    found = words.match(sentence.text) or words.search(sentence.text, start)
    if found is None:
        return None
    phrase, end = sentence.span(*found.span()), stretch.span.end
    held = [s for s in stretches if s.tag in HURT and sentence.holds(s.span) and s is not stretch]
    fates = {s.tag for s in held if s.role == "attacker" and s.span.start >= end and overlap(s.span, phrase)}
    if fates and not fates & {stretch.tag, "killed" if stretch.tag == "casualties" else None}:
        return None
    later = any(end <= s.span.start and s.span.end <= phrase.start and s.tag in (fates or HURT) for s in held)
    counted = ANOTHER_NUMBER.search(sentence.body, end, phrase.start)
    return None if later or counted else found


def of_their_sort(stretch: Stretch, stretches: Sequence[Stretch]) -> Stretch | None:
    """Return the people told of right before of whose sort "another" or "a third" is one more, where they are no victims."""
    if stretch.tag not in FATES or not ONE_MORE.fullmatch(stretch.span.quote):
        return None
    before = [
        s
        for s in stretches
        if s.span.field == stretch.span.field and 0 <= stretch.span.start - s.span.end < NEAR_BEFORE
    ]
    last = max(before, key=lambda s: s.span.end, default=None)
    return (
        last if last and last.tag in FATES and last.role in ("responder", "attacker", "combatant") else None
    )


def whole_of(stretch: Stretch, sentence: Sentence, stretches: Sequence[Stretch]) -> Stretch | None:
    """Return those right before, in a sentence, some of whom a stretch is: "nine soldiers, seven of them conscripts".

    They are victims or fighters; or all of them are held, "three people, including | a neighbour".
    """
    start, is_held = max(0, stretch.span.start - sentence.start), stretch.tag == "detained"
    sides = SIDES | {"attacker", "unclear"} if is_held else SIDES
    some = (
        OF_THEM.search(stretch.span.quote)
        or AMONG.search(sentence.text, 0, start)
        or (is_held and INCLUDING.search(sentence.text, 0, start))
    )
    if stretch.role not in SIDES or not some or (CIVILIANS.search(stretch.span.quote) and not is_held):
        return None
    before = [
        s
        for s in stretches
        if s.tag == stretch.tag and sentence.holds(s.span) and s.span.end <= stretch.span.start
    ]
    last = max(before, key=lambda s: s.span.end, default=None)
    return last if last and last.role in sides else None


def is_helper(who: str) -> bool:
    """True for people who came to help: "two firefighters", not "nine people, both firefighters among them"."""
    return bool(HELPERS.search(who)) and not ANYBODY.search(who)


def has_helpers(stretch: Stretch, sentence: Sentence) -> bool:
    """True for people of whom only some came to help: "nine people, including three firefighters"."""
    end = max(0, stretch.span.start - sentence.start) + len(stretch.span.quote)
    return bool(ANYBODY.search(stretch.span.quote) and SOME_OF_ALL.match(sentence.text, end))


def who_it_was(stretch: Stretch, sentence: Sentence, stretches: Sequence[Stretch]) -> Stretch | None:
    """Return the one told of before whom a sentence says a stretch to be: "the intruder who was shot dead was a boy of 15"."""
    if not WAS.search(sentence.text, 0, max(0, stretch.span.start - sentence.start)):
        return None
    before = [
        s
        for s in stretches
        if s.tag == stretch.tag and sentence.holds(s.span) and s.span.end < stretch.span.start
    ]
    return before[-1] if before and before[-1].number == (1, 1) else None


def others_died(stretch: Stretch, stretches: Sequence[Stretch]) -> bool:
    """True when a report counts dead besides these people: several at once, or nobody says how many."""
    dead = [s for s in stretches if s.tag == "killed" and s is not stretch]
    return any(s.number is None or s.number[0] is None or s.number[0] > 1 for s in dead)
