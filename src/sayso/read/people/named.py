"""What a report tells, wherever it names somebody, of whether he died, was hurt, lives, or did it."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Literal, NamedTuple

from sayso.model import Span
from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern
from sayso.read.text.slips import common_words
from sayso.read.text.words import DOERS, KIN

__all__ = ["ROW", "Named", "Sign", "are_one", "name_at", "named_in", "signs_of"]

Sign = Literal["died", "hurt", "unhurt", "lives", "hit", "did"]
"""What words tell of somebody: he died; was hurt and lived; came off unhurt; does what only the living do; was hit; did it."""

# What stands before a surname and is no first name, and what stands behind one.
TITLES = frozenset(
    "mr mrs ms miss dr sgt sergeant officer deputy capt captain lt lieutenant det detective cpl corporal trooper judge sheriff chief "
    "sister baby little young rev father pastor imam sheikh president minister senator sen rep gov governor mayor professor prof coach "
    "private pvt pfc sir lady maj major col colonel gen general constable inspector commissioner agent airman msgr monsignor".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# A word of a name, or a byname between quotation marks.
PART = r"(?:(?:[A-Z][\w.’'-]*|[“\"][A-Z][\w.’'-]*[”\"]) )"
NAME = r"(?:[A-Z][\w'’.-]*|(?:al|bin|de|la|van|el|del|der|von)\b)(?: (?:[A-Z“\"][\w'’.”\"-]*|al|bin|de|la|van|el|del|der|von)){0,4}"
AGE = (
    r"(?:,? (?:aged? )?\(?\d{1,3}\)?(?: months?| years?)?(?: old)?"
    r"|,? (?:aged? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
)
IS = r"(?:who|whose|said|told|says|and|but|was|were|is|are|had|has|have)\b"
# Who somebody is, before his name: "his brother", "their 9-year-old son", "Officer".
WHO = (
    r"(?:(?:(?:his|her|their|the|an?|and|another) )?"
    r"(?:(?!(?:said|told|says|that|who|while|but|by|when|as|after|if|of|in|on|at|from|for|to|was|were|is|are|had|has|his|her|their|shot|hit|struck|ran|came|went|saw|took|met|left|found|knew|with)\b)"
    r"(?!(?!(?:estranged|retired|married|engaged|aged|bearded|beloved|adopted|unarmed|decorated|disabled|widowed|divorced|respected)\b)[\w'’-]+(?:ed|ing)\b)[\w'’-]+,? ){0,5}?)"
)
ITEM = rf"{WHO}{NAME}{AGE}?(?:,? (?:of|from) {NAME})?(?:, (?!{IS})[a-z][^,.;:“”\"]{{2,60}})?"
# Names that stand before one, joined to it, and those that stand behind it.
ROW = rf"(?:{ITEM}(?:,|;|,? and|,? &) (?:and )?){{0,8}}?{WHO}$"
REST = rf"(?:(?:,|;|,? and|,? &) (?:and )?{ITEM}){{0,8}},?"
# What may stand between somebody and his verb.
APART = rf"{AGE}?(?:,? (?:who|and who))?(?:,(?! {IS})[^,.;:“”\"]{{2,70}},)?(?: who)?,?"
AUX = (
    r"(?: (?:was|were|is|are|had|has|have|been|being|also|both|all|later|then|soon|since|died|himself|herself|apparently|reportedly|allegedly|\w+ly|would|be"
    r"|among those|among the people|one of \w+|believed to have|thought to have))*"
)
NO_OTHER = r"\b(?! (?:him|her|them|his|their|an?|the|two|three|four|five|six|\d+|at least|[A-Z]\w+)\b)"
DYING = (
    rf"(?:die[sd]?\b(?! for\b)|dead\b|(?:all|both|lying|found|discovered|left|lay) dead\b|(?:killed|murdered|fatally|fatally (?:shot|stabbed|wounded|injured)){NO_OTHER}"
    r"|(?:shot|stabbed|beaten|hacked|burned|burnt|crushed|strangled|bludgeoned|trampled|battered|clubbed|run over|gunned)(?: \w+)?(?: dead| to death| and killed| down)\b"
    r"|pronounced\b|declared dead|succumb\w*|perished|drowned|passed away|lost (?:his|her|their) (?:own )?li(?:fe|ves)|slain\b|executed\b|assassinated\b"
    r"|(?:did not|didn['’]t|could not) (?:survive|make it)|lynched|hanged|suffocated|asphyxiated|beheaded)"
)
HITTING = r"(?:shot|stabbed|hit|struck|wounded|injured|hurt|beaten|attacked|run over|knocked down|knifed|slashed|burned|burnt)"
LATER_DIED = (
    rf"(?:{HITTING}|taken|rushed|flown|airlifted|transported|brought|carried|pulled|found|rescued)\b(?:(?!\b(?:who|whose|his|her|their) |\b(?:while|but)\b)[^.;]){{0,90}}?"
    rf"(?: and|,| where (?:he|she|they)| but)(?: (?:was|were|later|he|she|soon|had|has|then))* {DYING}"
)
WARD = r"in (?:an? |the )?(?:[\w-]+,? (?:but |and )?){0,3}(?:condition|coma|hospital|intensive care)"
LIVING = (
    rf"(?:{WARD}|recovering|fight(?:ing|s) for (?:his|her|their) li(?:fe|ves)|on life support|expected to (?:survive|recover|live)|hospitali[sz]ed"
    r"|undergo(?:ing|ne|es)? (?:\w+ )?(?:surgery|operations?)|treated\b|released from|stable\b|discharged|survived?\b(?! by\b)|survives\b"
    r"|(?:seriously|critically|badly|severely|gravely|slightly|lightly|also|only) (?:injured|wounded|hurt|burned)|(?:was|were|is|are) (?:also )?(?:injured|wounded|hurt)\b(?! fatally)"
    rf"|escaped death|lost consciousness|(?:remain(?:s|ed)?|is|was|are|were|being|lies|lay) (?:still )?(?:{WARD}|hospitali[sz]ed)|airlifted\b|flown to\b"
    r"|(?:taken|rushed|transported|brought|driven) to (?:[\w'’.-]+ ){0,6}(?:hospital|clinic|medical center|trauma center)|(?:taken|flown|rushed|brought)(?: [\w'’]+){0,4} by (?:helicopter|ambulance|air)\b|has a broken|broke (?:his|her) "
    r"|suffered (?:an? )?(?:non-|minor|serious|severe|slight|cuts|burns|broken|superficial|bruis|concussion)|had (?:surgery|an operation)|lost (?:an?|his|her) (?:arm|leg|eye|foot|hand|finger))"
    r"(?![^.;]{0,120}?\b(?:died|dies|pronounced|succumbed|dead|when)\b)"
)
UNHURT = r"(?:not (?:hurt|injured|harmed)\b|unhurt|unharmed|uninjured|unscathed)"
ELSEWHERE = (
    r"(?:not (?:at home|there|in the house|inside)\b|escaped\b(?! death)|alive\b|(?:pulled|dug|brought|found|rescued)(?: \w+){0,3} alive\b|safe\b|ran (?:out|away|for|to)\b|fled\b|hid\b|in custody|arrested|charged (?:with|in)|booked|accused|sentenced|convicted"
    r"|jailed|appeared in|pleaded|pled|arraigned|indicted|wanted (?:for|on|in|by)\b|at large|being (?:sought|questioned|held)|held (?:on|without|in)\b|questioned|placed on (?:\w+ )?leave|survives? (?:him|her|them))"
)
SAYING = (
    r"(?:(?:said|says|adds|added|recalled|recalls|explained|testified|wrote|posted|tweeted|remembers|wept|sobbed)\b"
    r"|(?:told|tells) (?:reporters|investigators|police|officers|detectives|deputies|the (?:court|jury|inquest|hearing|newspaper|paper|station|agency)|jurors|a (?:news|press) conference|[A-Z]\w+(?: [A-Z]\w+)*)\b)"
)
SOMEBODY = (
    r"(?:his|her|their|the|an?|two|three|four|five|six|seven|eight|nine|ten|\d+|at least|several|both|another|him|them|officers?|police|people|[A-Z][\w’']+)\b"
    r"(?! (?:times|shots|in the|bullets)\b)(?!self)"
)
DEED = (
    rf"(?:(?:shot(?: and killed| at| dead)?|stabbed(?: and killed)?|killed|murdered|attacked|beat|strangled|fired (?:at|on|upon)|shoots|stabs|kills|fires at|ambushed|ran over|(?:plough|plow)ed into"
    rf"|pointed (?:an?|the|his) (?:gun|rifle|pistol|weapon|handgun|shotgun) at|drove (?:\w+ ){{0,3}}into) {SOMEBODY}"
    r"|opened fire|opens fire|pulled the trigger|fired (?:[\w-]+ ){0,4}(?:shots?|gun|rounds?|pistol|weapon|rifle)|(?:shot|shooting|fired|firing) (?:into|upon|at (?!close\b|point|least|about|around|an? |\d|his|her|the scene|random)[a-z])|turned the (?:gun|weapon|rifle|knife) on"
    r"|carried out|blew (?:him|her)self up|set (?:the |his |her )?(?:house|home|fire|himself|it) |confess\w*|surrendered|turned (?:him|her)self in"
    r"|(?:is|was|has been|had been) (?:accused|charged|arrested|suspected|sentenced|convicted|indicted|wanted|the (?:gunman|shooter|attacker|bomber|suspect))\b(?! in \d)|pleaded (?:not )?guilty"
    r"|faces (?:\w+ ){0,3}(?:charges?|counts?)|barricaded|began (?:firing|shooting|stabbing)|broke in(?:to)?\b|robbed|pulled (?:out )?an? (?:\w+ )?(?:gun|knife|pistol|handgun|weapon|rifle)|lunged|rammed)"
)
DID = r"(?: (?:then|allegedly|reportedly|also|had|later|apparently|fatally|himself|herself|admitted|first|has|have|who|accidentally))*"
HIS_END = (
    r"['’]s? (?:(?:own|dead|burned|charred|lifeless|violent|tragic|untimely|fatal|brutal|apparent) )*(?:bod(?:y|ies)|deaths?|murder|killing|slaying|killers?|widow(?:er)?|funeral|remains|corpse|autopsy"
    r"|homicide|assassination|suicide|memorial|wake|coffin|grave)\b(?! threat)"
)
NEEDS_DEATH = "die|dead|death|kill|fatal|murder|shot|stab|beat|hack|burn|crush|strangl|pronounced|succumb|perish|drown|passed away|life|lives|slain|execut|assassin|surviv|make it|lynch|hang|suffocat|asphyx|behead|gunned|trampl|bludgeon|batter|clubbed|run over"
NEEDS_HIT = "shot|stab|hit|struck|wound|injur|hurt|beat|attack|run over|knock|knif|slash|burn|victim|shoot"
NEEDS_LIFE = "condition|coma|hospital|intensive|recover|fight|life|surviv|treated|released|stable|discharged|injur|wound|hurt|burn|escaped|conscious|airlift|flown|taken|rushed|transport|brought|driven|broke|suffer|surger|operation|lost|expected"
# What stands right behind somebody's name, and tells it of him.
BEHIND: tuple[tuple[Sign, Pattern], ...] = (
    ("died", Pattern(HIS_END, needs="'|’")),
    ("died", Pattern(rf"{APART}{REST}{AUX},? {DYING}", needs=NEEDS_DEATH)),
    ("died", Pattern(rf"{APART}{REST}{AUX} {LATER_DIED}", needs=NEEDS_DEATH)),
    ("unhurt", Pattern(rf"{APART}{REST}{AUX}(?: (?:escaped|got out|came off|walked away|emerged))? {UNHURT}", needs="not |unh|unin|unsc")),
    ("hurt", Pattern(rf"(?!{APART}{REST} had\b){APART}{REST}{AUX} {LIVING}", needs=NEEDS_LIFE)),
    ("hurt", Pattern(r"['’]s? (?:\w+ )?(?:condition|wounds?|injur(?:y|ies)|recovery|surgery)\b", needs="condition|wound|injur|recovery|surgery")),
    ("lives", Pattern(rf"{APART}{AUX} {ELSEWHERE}")),
    ("lives", Pattern(rf"(?:, \d{{1,3}})?,? (?:whose (?:[\w-]+ ){{0,2}}?(?:{KIN}|friend|roommate|neighbou?r|house|home|car)\b|who (?:lives?|works?|owns?|saw|heard|witnessed)\b)", needs="who")),
    ("did", Pattern(rf"{APART}{DID} {DEED}")),
    ("hit", Pattern(rf"{APART}{REST}{AUX} {HITTING}\b(?! (?:him|her|his|an?|the|two|three)\b)", needs=NEEDS_HIT)),
)  # fmt: skip
NOT_SO = r"(?<!attempted )(?<!attempting )(?<!tried to )(?<!trying to )(?<!to )(?<!conspiracy to )(?<!threatened to )"
LIKE = r"(?: (?:as|was|were|is|are|including|included|include|among them):?|:|[-–—])"
# What stands before it.
BEFORE: tuple[tuple[Sign, Pattern], ...] = (
    ("hurt", Pattern(rf"\b(?:injuring|wounding|hurting|attempted (?:\w+ )?(?:murders?|killings?|homicides?|assassinations?) (?:of|on)|wounded|injured|wounding of|attempt (?:on the life of|to (?:kill|murder)))(?: (?:at least )?[\w-]+(?: \w+)?, including)? {ROW}", needs="wound|injur|hurt|attempt")),
    ("died", Pattern(rf"{NOT_SO}\b(?:kill(?:ed|s|ing)|murder(?:ed|ing|s)|shot dead|(?:shot|stabbed|beat|beaten|hacked)(?: and killed| to death)|slew|slain|fatally (?:shot|stabbed|wounded|injured|struck|shooting|stabbing|hit|beat)|claimed the li(?:fe|ves) of|took the li(?:fe|ves) of|mourn(?:s|ed|ing)?|execut(?:ed|ing)|assassinat(?:ed|ing))(?: (?:at least )?(?:(?!wound|injur|hurt)[\w-]+,? ){{1,6}}?(?:including|among them|[-–—:]))? {ROW}", needs=NEEDS_DEATH + "|slew|mourn|claimed|took")),
    ("died", Pattern(rf"{NOT_SO}\b(?:(?:(?:shooting|stabbing|beating|drowning|accidental|fatal|the) )*(?:deaths?|murders?|killings?|slayings?|assassinations?|execution|fatal (?:shooting|stabbing|beating)s?|manslaughter|homicides?|drownings?|funerals?|loss|body|bodies|remains|lynching) (?:of|for)|in memory of|vigil for|memorial (?:for|to|service for)|the late|RIP) {ROW}", needs="death|murder|kill|slay|assassin|execution|fatal|slaughter|homicide|drown|funeral|loss|bod|remains|lynch|memor|vigil|late|rip")),
    ("died", Pattern(rf"\b(?i:dead|deceased|decedents?|slain|killed|fatalit(?:y|ies)|died|deaths?)\b(?:(?!, (?:and|but|while)\b|\b(?:wound|injur|hurt|missing))[^.;:]){{0,70}}?{LIKE} {ROW}", needs="dead|deceased|decedent|slain|killed|fatalit|died|death")),
    ("did", Pattern(rf"\b(?i:{DOERS}|suspects?|killers?|hijackers?|kidnappers?|hostage[- ]takers?|perpetrators?|intruders?|robbers?|knifem[ae]n|arsonists?)(?:[,:]|,? [^.;]{{0,70}}?\b(?:identified|named)\b[^.;]{{0,60}}? as| [^.;,]{{0,70}}? as| is| was| named)(?: (?:an?|the|\d+-year-old|[A-Z]\w+))*(?: \d+-year-old)? $")),
    ("did", Pattern(r"\b(?i:arrest(?:ed|ing)|charg(?:ed|ing)|booked|detained|apprehended|(?:arrest|custody) of|(?:charges?|warrants?) (?:\w+ ){0,4}(?:against|for)|manhunt for) (?:(?:an?|the|\d+-year-old|[A-Z][\w.]*) ){0,4}$", needs="arrest|charg|booked|detained|apprehended|custody|warrant|manhunt")),
    ("hit", Pattern(rf"\b(?:shot|shooting|stabb(?:ed|ing)|hit|hitting|struck|striking|shot at|wound in|victims?|shootings? of|stabbings? of)\b(?:[^.;:]{{0,60}}?(?: (?:as|was|were|including|include|included):?|:))? {ROW}", needs=NEEDS_HIT + "|striking")),
)  # fmt: skip
# Who says something: before the verb, unless others of his do ("the family of"), and behind it.
SPEAKS = re.compile(rf"{APART}(?: also| later| then)? {SAYING}")
OF_SOMEBODY = re.compile(r"\b(?:of|for|by|to|with|that|['’]s?) (?:[\w-]+ )?$")
SPOKE = re.compile(
    rf"[,.?!][”\"’']+ (?:said|says|recalled|added|asked|wrote) {WHO}$|\b(?i:according to) (?:[\w-]+ ){{0,3}}$"
)
NO_MORE = re.compile(r"(?:[,.;)]|$| (?:on|in|at|of)\b)")
# The words of a name before a surname, what stands behind one, and a word with a capital that goes on.
NAMES_BEFORE = re.compile(rf"(?<![\w’'-])(?:{PART}){{1,3}}$")
SUFFIX = re.compile(r",? (Jr|Sr|I{2,3}|IV)\b\.?")
MORE_NAME = re.compile(r" [A-Z]")
INNER = frozenset("’'-_")
# Code points: how far before a surname a first name may stand, and how far before a name its verb; and how often somebody's name is looked at in one report.
NEAR, FAR, MOST = 80, 400, 60


class Named(NamedTuple):
    """The words of somebody's name in order, and what stands behind it: "jr"; no words where nobody is named."""

    parts: tuple[str, ...]
    suffix: str = ""

    @property
    def first(self) -> str:
        """His first name; empty where only one word is given, which may be either."""
        return self.parts[0] if len(self.parts) > 1 else ""

    @property
    def surnames(self) -> tuple[str, ...]:
        """The words by which alone he may be called: of "Ana Bern Sol" her last name, and "Bern"."""
        return tuple(
            part
            for part in reversed(self.parts[-2:] if len(self.parts) > 2 else self.parts[-1:])
            if len(part) > 1
        )


def named_in(words: str) -> Named:
    """Return a name without titles: "Sgt. Ida Ann Hale Jr." is Ida Ann Hale, jr; no parts of words without a capital."""
    parts = [part.strip(".,'’“”\"()") for part in words.split()]
    kept = [p for p in parts if p.lower() != p and p.lower() not in TITLES | SUFFIXES]
    suffix = parts[-1].lower() if kept and parts[-1].lower() in SUFFIXES else ""
    return Named(tuple(kept) if any(len(part) > 1 for part in kept) else (), suffix)


def name_at(span: Span, page: Page) -> Named:
    """Return the name in some words of a report, in the case in which the reader sees it: that of a text in capitals has small letters."""
    sentence = page.at(span)
    start = max(0, span.start - sentence.start)
    return named_in(sentence.text[start : start + len(span.quote)])


def are_one(name: Named, other: Named) -> bool:
    """True for two names that can be one person's: "Joe Hale" and "Joseph Hale", "Hale", "Joe"."""
    if len(name.parts) < 2 or len(other.parts) < 2:
        return bool({*name.parts} & {*other.parts})
    if name.first == other.first or len({*name.parts} & {*other.parts}) > 1:
        return True
    return name.parts[-1] == other.parts[-1] and name.first[0] == other.first[0]


def signs_of(name: Named, page: Page, until: Sign | None = None) -> set[Sign]:
    """Return what a report tells of somebody wherever it names him; no more is looked for once `until` is told."""
    told: set[Sign] = set()
    for sentence, start, end in islice(mentions(name, page), MOST) if name.parts else ():
        for sign in signs_at(sentence.text, start, end):
            told.add(sign)
            if sign == until:
                return told
    return told


def mentions(name: Named, page: Page) -> Iterator[tuple[Sentence, int, int]]:
    """Yield where a report names somebody: by his whole name, and by a part of it that nobody else bears."""
    found = [
        (s, *at)
        for s in page.sentences
        for word in name.surnames
        if word in s.text
        for at in with_names(s.text, word)
    ]
    borne = {names for *_, names in found} - {()}
    others = [names for names in borne if name.first not in names] if name.first else [*borne][1:]
    for sentence, start, end, names in found:
        is_he = name.first in names if name.first else not others or not names
        suffix = SUFFIX.match(sentence.text, end)
        if (is_he or not (names or others)) and (suffix is None or suffix[1].lower() == name.suffix):
            yield sentence, start, suffix.end() if suffix else end
    if name.first and name.first.lower() not in common_words():
        for sentence in page.sentences:
            for start, end in words_at(sentence.text, name.first) if name.first in sentence.text else ():
                if not MORE_NAME.match(sentence.text, end):
                    yield sentence, start, end


def with_names(text: str, word: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a surname stands in a text, with the words of a name before it, and what first names they are."""
    for start, end in words_at(text, word):
        before = NAMES_BEFORE.search(text, max(0, start - NEAR), start)
        yield before.start() if before else start, end, first_names(before[0] if before else "")


def words_at(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands in a text by itself: not within another, nor behind a hyphen."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before in INNER) and not (behind.isalnum() or behind in ("-", "_")):
            yield start, end
        start = text.find(word, end)


def first_names(before: str) -> tuple[str, ...]:
    """Return the first names among words with a capital before a surname: no titles, and none that news writes small."""
    words = (word.strip("“”\"'’.") for word in before.split())
    return tuple(w for w in words if w.lower() not in TITLES and w.lower() not in common_words())


def signs_at(text: str, start: int, end: int) -> Iterator[Sign]:
    """Yield what the words around somebody named [start, end) tell of him."""
    first = max(0, start - FAR)
    behind = (sign for sign, words in BEHIND if words.match(text, end))
    before = (sign for sign, words in BEFORE if words.search(text, first, start))
    yield from chain(behind, before)
    speaks = SPEAKS.match(text, end) and not OF_SOMEBODY.search(text, first, start)
    if speaks or (NO_MORE.match(text, end) and SPOKE.search(text, first, start)):
        yield "lives"
