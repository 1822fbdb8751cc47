"""What befell people by the words beside them: the tests of rules that take more than one pattern."""

import re

from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import HEDGE, NUMBER
from sayso.read.fates.hospital import has_left
from sayso.read.fates.met import BODIES
from sayso.read.fates.present import WOUND
from sayso.read.fates.unreal import has_nearly_died
from sayso.read.text.patterns import Pattern

__all__ = [
    "TOLL_TO",
    "are_a_number",
    "are_counted",
    "are_freed_too",
    "are_surviving",
    "has_come_out",
    "have_died",
    "have_nearly_died_of_wounds",
    "is_searched_for",
    "were_killed_too",
    "were_only_hurt",
]

# Whom nobody could save: "was pulled out | but could not be revived".
NOT_REVIVED = Pattern(
    rf"(?:(?!\b(?:while|whereas|another|{NUMBER})\b)(?:[^.;]|(?<=\b[A-Z])\.|(?<=\bSt)\.|(?<=\bMt)\.)){{0,100}}? (?:(?:could not|couldn['’]t) be (?:revived|resuscitated)"
    r"|(?:unable to|failed to|could not|couldn['’]t|not able to) (?:revive|resuscitate) (?:him|her|them)|never regained consciousness"
    r"|(?:but|and|who)(?: (?:he|she|they|both|then|later))* (?:did not|didn['’]t) (?:survive|make it)(?! (?:to|into|back|out)\b))\b",
    re.IGNORECASE,
    needs="reviv|resuscitat|regained|survive|make it",
)
# Some of the dead, before whom was hurt besides: "killed nine people, | five of them police, and wounded 23".
KILLED_THEN = re.compile(
    rf"\bkill(?:s|ed|ing) (?:[\w'’-]+ ){{0,4}}?{NUMBER}(?: [\w'’-]+){{0,4}}, $", re.IGNORECASE
)
THEN_HURT = re.compile(
    rf"(?:{NUMBER}|one) of (?:them|whom)(?: (?!(?:and|were|was|are|is)\b)[\w'’-]+){{1,4}},? and (?:\w+ly )?(?:wound|injur|hurt)",
    re.IGNORECASE,
)
# Others behind a comma who met the fate of the one before them: "after killing an officer, | 3 others, police say".
KILLED_AND = re.compile(
    r"\bkill(?:s|ed|ing) (?:(?:an?|the|his|her|their) )?(?:[\w'’-]+ ){0,2}[\w'’-]+,(?: and)? $", re.IGNORECASE
)
OTHERS = re.compile(rf"{NUMBER} (?:others|other (?:people|persons))", re.IGNORECASE)
NO_MORE = re.compile(
    r"[,.;]|$| (?:in|at|on|near|before|during)\b(?! (?:\w+ ){0,2}(?:hospitals?|critical|serious|stable|custody)\b)",
    re.IGNORECASE,
)
# Some of those who got free: "freeing 19 hostages, among them | a nurse".
FREED_AMONG = re.compile(
    rf"\b(?:fre(?:ed|eing)|rescu(?:ed|ing)|releas(?:ed|ing)|sav(?:ed|ing)) {NUMBER}(?: [\w'’-]+){{1,4}}, (?:including|among them) $",
    re.IGNORECASE,
)
# Other words for dying, right behind people: "two of the wounded | breathed their last in hospital".
DIES = re.compile(
    r"(?:(?: (?:people|persons|passengers|workers|others|[a-z]+s))??(?:,? who (?:was|were|had been))? (?:injured|wounded|hurt|burn(?:t|ed)|shot)(?: (?!(?:and|but|while|when|as|one|others?)\b|\d+ )[\w'’-]+){0,12})?"
    r"(?: (?:have|had|has|who|also|later|since|too|reportedly|then))*"
    r" (?:(?:was |were )?(?:sent|taken|moved) (?:straight |directly )?to (?:the |an? )?(?:[\w-]+ )?(?:morgue|mortuary)\b|gave up the ghost|breathed (?:his|her|their) last|pass(?:ed)? (?:away|on)\b|paid the (?:supreme|ultimate) (?:price|sacrifice)|"
    r"embraced martyrdom|laid down (?:his|her|their) li(?:fe|ves)|succumbed\b|died\b)",
    re.IGNORECASE,
)
# The same of people who are called the wounded: "three more workers | injured in the blast have succumbed".
WERE_WOUNDED = re.compile(r" (?:injured|wounded|hurt|burn(?:t|ed))$", re.IGNORECASE)
# One of so many has died, and not all of them; a toll is of the dead.
OF = re.compile(r"\bof (?:the |those )?$", re.IGNORECASE)
TOLL_TO = re.compile(
    rf"\btoll\b(?:(?!\b(?:cases|infections|injured|wounded)\b)[^.;,]){{0,60}}? (?:to|at)(?: {HEDGE})? $",
    re.IGNORECASE,
)
# Some of those who were hurt: "four of the 11 people".
SOME_OF_THE = re.compile(rf"(?:{NUMBER}|one) of (?:the|those|them|his|her|their)\b", re.IGNORECASE)
# Whom somebody only hurt whom others killed: "police shot dead a man who had stabbed | two nurses".
HURT_BY_HIM = re.compile(
    r"\b(?:who|he|she|they)(?: (?:had|has|have|allegedly|earlier|first|\w+ly))* (?:stabbed|slashed|knifed|wounded|injured|hurt|bit|attacked)(?: (?:at least|about|some|another))? $",
    re.IGNORECASE,
)
# Words of death, and in how many code points behind people they are theirs.
NEAR_BEHIND = 30
OF_DEATH = re.compile(r"\b(?:death|di(?:e|ed|es)|dead|kill\w*|fatal\w*|succumb\w*)\b", re.IGNORECASE)
# Whom rescuers look for, not the bodies of whom.
SEARCHED = re.compile(
    r"\b(?:search(?:ing|ed|es)?|look(?:ing|ed|s)?|hunt(?:ing)?|digging) for (?:(?:the|another|about|some|at least|up to|as many as) )*$",
    re.IGNORECASE,
)
SURVIVING = re.compile(r"\bsurviving (?:victims?|patients?)\b", re.IGNORECASE)


def are_a_number(text: str, start: int, end: int) -> bool:
    """True for people told of by a number alone."""
    words = text[start:end].split()
    return len(words) == 1 and read_quantity(words) is not None


def are_counted(text: str, start: int, end: int) -> bool:
    """True for people told of by a number and no word of their death: "1,340", "90 people", not "12 deaths"."""
    return read_quantity(text[start:end].split()) is not None and OF_DEATH.search(text, start, end) is None


def has_come_out(text: str, start: int, end: int) -> bool:
    """True for some of the hurt who have left a hospital since."""
    return SOME_OF_THE.match(text, start, end) is not None and has_left(text, end)


def were_killed_too(text: str, start: int, end: int) -> bool:
    """True for some of the dead told of before the hurt, and for others listed behind one who was killed.

    "Killed nine people, | five of them police, and wounded 23"; "after killing an officer, | 3 others, police say".
    """
    if OTHERS.fullmatch(text, start, end) and NO_MORE.match(text, end):
        return KILLED_AND.search(text, 0, start) is not None
    return THEN_HURT.match(text, start) is not None and KILLED_THEN.search(text, 0, start) is not None


def are_freed_too(text: str, start: int, end: int) -> bool:
    """True for some of those who got free: "freeing 19 hostages, among them | a nurse"; not who died of them."""
    among = text.endswith((" including ", " among them "), 0, start) and FREED_AMONG.search(text, 0, start)
    return bool(among) and not text.startswith(" who ", end)


def are_surviving(text: str, start: int, end: int) -> bool:
    """True for those of the victims who live: "the four surviving | victims range in age"."""
    found = SURVIVING.search(text, start)
    return found is not None and found.start() < end


def have_died(text: str, start: int, end: int) -> bool:
    """True for people held to be hurt of whom a sentence tells that they have died."""
    wounded = WERE_WOUNDED.search(text, start, end)
    behind = wounded.start() if wounded else end
    dead = TOLL_TO.search(text, 0, start) or DIES.match(text, behind) or NOT_REVIVED.match(text, end)
    return bool(dead) and OF.search(text, 0, start) is None


def were_only_hurt(text: str, start: int, end: int) -> bool:
    """True for people whom somebody stabbed or hurt whom others killed, where nothing behind them tells of a death."""
    return HURT_BY_HIM.search(text, 0, start) is not None and OF_DEATH.search(text, end) is None


def have_nearly_died_of_wounds(text: str, start: int, end: int) -> bool:
    """True for people who came near to death, where the words tell that they were hurt: "came close to death when he was shot"."""
    return has_nearly_died(text, start, end) and WOUND.search(text) is not None


def is_searched_for(text: str, start: int, end: int) -> bool:
    """True for people whom rescuers still look for: no bodies, and nobody of whom the words tell that he is dead."""
    if SEARCHED.search(text, 0, start) is None:
        return False
    return BODIES.search(text, start, end) is None and OF_DEATH.search(text, start, end + NEAR_BEHIND) is None
