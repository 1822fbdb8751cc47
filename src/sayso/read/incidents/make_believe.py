"""What happened to nobody: drills and their scenarios, films, novels and games, and sport that only talks of killing."""

import re
from collections.abc import Sequence

from sayso.read.text.page import Page, Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["made_up"]

DEED = (
    r"(?:attacks?|bombings?|shootings?|explosions?|blasts?|crash(?:es)?|accidents?|collisions?|derailments?|earthquakes?|quakes?|fires?|"
    r"disasters?|emergenc(?:y|ies)|evacuations?|hijackings?|sieges?|hostage[- ](?:takings?|situations?)|spills?|leaks?|(?:radioactive|toxic|gas) releases?|outbreaks?|"
    r"tsunamis?|floods?|incidents?|stabbings?|raids?|gunm[ae]n|shooters?|attackers?|terrorists?)"
)
HURT = r"(?:casualty|casualties|victims?|patients?|wounded|injured|dead|deaths|hostages?|wounds?|injur(?:y|ies)|burns)"
DRILL = r"(?:exercises?|drills?|simulations?|rehearsals?|training)"
EXERCISE = r"(?:exercises?|drills?|simulations?|rehearsals?|war ?games|man(?:oeu|eu)vres?|maneuvers?)"
CIVIL = (
    r"(?:disaster|emergency|evacuation|mass[- ]casualty|active[- ]shooter|crisis|earthquake|tsunami|full-scale|large-scale|"
    r"safety|rescue|(?:anti|counter)-?terror\w*|civil[- ]defen[cs]e|preparedness|response|terror\w*|lockdown)"
)
# What is acted: a mock crash, its pretend casualties, those who play the wounded, and the scenario.
ACTED = re.compile(
    rf"\b(?:mock|simulated|pretend|make-believe|imaginary|fictional|fictitious) (?:[\w-]+ ){{0,2}}?(?:{DEED}|{HURT})\b(?! (?:\w+ )?{DRILL})"
    rf"|\b(?:fake|painted) (?:wounds|injuries|burns|casualties)\b"
    rf"|\bsimulat(?:e|es|ed|ing) (?:an?|the) (?:[\w-]+ ){{0,3}}?{DEED}\b"
    rf"|\b(?:play(?:ed|ing|s)?|portray(?:ed|ing|s)?) (?:the (?:part of|(?:[\w-]+ )?(?:wounded|injured|dead)\b)|(?:the )?(?:[\w-]+ )?(?:victims|casualties|patients|hostages|gunm[ae]n|attackers|terrorists)(?!['’]))\b"
    r"|\bact(?:ed|ing) as (?:[\w-]+ )?(?:victims|casualties|patients|passengers|hostages|the wounded|the injured)\b"
    r"|\b(?:exercises?|drills?|simulations?)\b[^.;]{0,60}?\b(?:assum|suppos|imagin|envisag)\w+ (?:that )?(?:an?|the)\b"
    r"|\bwar ?game (?:in which|ended|showed|shows|found|predict\w*)\b"
    r"|\bin (?:the|this|that) (?:[\w-]+ )?scenario\b|\bthe scenario (?:was|is|called|had|saw|imagined|envisaged|involved)\b"
    r"|\b(?:the|a|its|this|that) script (?:called|had|saw|imagined|envisaged|involved|assumed|put)\b|\bimagined to (?:have|be)\b"
    rf"|\b(?:staged?|held|hosted?|ran|took part|takes? part|taking part|mounted|organi[sz]ed|conducted)\b[^.;]{{0,60}}?\b{DRILL}\b[^.;]{{0,40}}?\b(?:in which|where)\b"
    rf"|(?<!who )\b(?:rehears|practi[sc])(?:ed|es|ing) (?:for )?(?:an? (?:[\w-]+ ){{0,3}}?{DEED}\b|rescuing|evacuating|saving|treating|responding to|dealing with)"
    r"|\b(?:declared|ruled|deemed|counted) (?:as )?(?:dead|killed|wounded)\b[^.;]{0,30}?\b(?:exercise|drill|umpires?|referees|controllers)\b"
    rf"|^(?:in|during|at|as part of) (?:an?|the|this) (?:[\w-]+ ){{0,4}}?{DRILL}\b(?![^.;]*\b(?:killed|died|dead)\b)[^.;]*\b(?:pulled|rescued|evacuated|treated|carried|saved|freed|triaged)\b"
    r"|^(?:[\w-]+ ){0,2}scenario:|\b(?:simulations?|war ?games?|tabletop \w+)\b[^.;]{0,60}?\b(?:showed|shows|found|finds|ended|ends|leaves|predict\w*|puts?|saw)\b"
    rf"|\b(?:exercises?|drills?|simulations?|rehearsals?) (?:for|of|simulating|imitating|depicting|based on) (?:an?|the) (?:[\w-]+ ){{0,3}}?{DEED}\b",
    re.IGNORECASE,
)
# What is reckoned, and has not come: "a model found that an eruption would kill 3,000 and leave 40,000 homeless".
RECKONED = re.compile(
    r"\b(?:models?|modell?ing|simulations?|stud(?:y|ies)|scenarios?|projections?|researchers?|scientists?|geologists?|experts?|engineers?|planners?)\b[^.;]{0,120}?"
    r"\b(?:would|could|might) (?:\w+ )?(?:kill|die|drown|claim|leave|injure|displace|bury|cost|take)\b"
    r"|\b(?:models?|modell?ing|simulations?|projections?)\b[^.;]{0,120}? (?:if|should|were) (?:an?|the|it|this|that)\b",
    re.IGNORECASE,
)
MET = re.compile(r"\b(?:killed|died|injured|wounded|drowned|collapsed)\b", re.IGNORECASE)
# What shows that a report is about a drill: each counts once (what says so outright, twice), and so many must be there, one of the first few among them.
OF_ITSELF = rf"(?:the|this|its|their) (?:[\w-]+ ){{0,3}}?{EXERCISE}|exercise [A-Z][\w-]*(?: [A-Z\d][\w-]*)?|(?:training|simulation) exercise"
SORT = (
    r"(?:(?:anti|counter)-?\w+|civil[- ]\w+|evacuation|mass[- ]casualty|crisis|quake|flood|fire|tunnel|chemical|tabletop|live-fire|field|naval|military|maritime|"
    r"joint|mock|readiness|training|simulation|planned|overnight|\w+-(?:day|week)|yearly|national)"
)
DRILL_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^[^\n]{{0,120}}\b(?:{EXERCISE}|rehears\w+|simulat\w+|mock|role-play\w*|only a test|scenario|practi[sc]es? (?:for|how|mass|rescu\w+)|trains? for|tests? (?:plan|response|readiness))\b[^\n]*\n",
        rf"\b(?:mock|simulated|pretend|make-believe|imaginary|fictional|fictitious|staged|notional|supposed) (?:[\w-]+ ){{0,2}}?(?:{DEED}|{HURT}|toll|{EXERCISE})\b|\bsimulat(?:e|es|ed|ing) (?:an?|the) |\b(?:will|to) be simulated\b",
        r"\b(?:fake|stage|theatrical|corn|latex|tomato|painted|made-up|smeared|ketchup|pig['’]s) (?:\w+ )?(?:blood|wounds?|syrup|sauce|paint|injuries|burns|with red)\b|\bmoulage\b|\bblood (?:is|was) (?:\w+ )?(?:syrup|ketchup|paint)\b|\bred (?:syrup|paint)\b|\bfiring blanks\b|\bstraw dolls\b",
        r"\bnone of (?:it|this) was real\b|\b(?:nobody|no one) will be hurt\b|\b(?:don['’]t|do not|no need to) (?:panic|be alarmed|call)\b"
        rf"|(?<!thought )(?<!believed )(?<!think )(?<!assumed )(?<!hoped )(?<!if )\b(?:it had been|it was|this (?:was|is)) (?:only |just |all )?an? (?:[\w-]+ )?(?:{EXERCISE}|test)\b"
        rf"|[\"“'‘]?\b(?:passengers|attackers|gunm[ae]n|{HURT})[\"”'’]? (?:were|are|was) (?:all )?(?:actors|volunteers|students|cadets|role-?players|dummies|mannequins|dolls)\b",
        rf"\b(?:{OF_ITSELF})(?:,[^.;]{{3,60}},)? (?:(?:was|were|is|are) (?:to\b|meant|designed|intended|part\b|organi[sz]ed|based|aimed|the (?:largest|biggest|first|second|third))"
        r"|lasted|,? in which|tests?\b|tested|found|aims?\b|simulat\w+|involve[ds]?|had gone|went (?:well|smoothly)|will (?:last|run|test|take)|runs?\b|showed)"
        rf"|\b(?:part|the (?:premise|scenario|opening act|\w+ day|final phase|script)) of (?:an?|the|this|its|their)\b[^.;]{{0,40}}?\b{EXERCISE}\b|\bunder the scenario\b|\bcomplet(?:ed|ing) an? (?:[\w-]+ ){{0,3}}?{EXERCISE}\b"
        rf"|\bin (?:the|its|their|an?) (?:yearly|annual|national|nationwide|regular) (?:[\w-]+ ){{0,2}}?{EXERCISE}\b|\bas (?:[\w-]+ ){{1,6}}?(?:held|holds|staged?|conducted|practi[sc]ed|completed) (?:[\w-]+ ){{0,4}}?{EXERCISE}\b",
        r"\b(?:play(?:ed|ing|s)?|portray(?:ed|ing|s)?) (?:the (?:part|(?:[\w-]+ )?(?:wounded|injured|dead|missing))|dead|hurt|(?:the )?(?:[\w-]+ )?(?:victims|casualties|patients|hostages|gunm[ae]n|attackers|terrorists))\b"
        r"|\b(?:volunteers|actors|extras|dummies|mannequins|drama students|cadets|controllers|umpires|role-?players|exercise staff)\b|\bposing as an?\b",
        r"\b(?:response time|preparedness|readiness|gone well|went well)\b|\b(?:to|was|were) (?:check|test|gauge|assess|show|improve|practi[sc]e)(?:ing)? (?:how|where|its|their|the (?:[\w-]+ ){0,2}(?:plans?|response|readiness))\b|\btest(?:ed|s|ing)? (?:how|its|the (?:response|plan))\b"
        r"|\bwould (?:cope|respond|react)\b",
        r"\b(?:the|this|that|a) (?:[\w-]+ )?(?:scenario|script)\b|\bscenario\b",
        r"\b(?:only|just|merely) an? (?:drill|test|rehearsal|exercise)\b",
        rf"\b(?:held|holds?|hosted|hosts|staged?|stages|ran|runs?|conduct(?:ed|s)|(?:took|takes?|taking) part in|rehears\w+|practi[sc]\w+)\b[^.;]{{0,60}}?\b{DRILL}\b"
        rf"|\b(?:{CIVIL}|{SORT}) (?:[\w-]+ )?{DRILL}\b|\b(?:drill|exercise)s? (?:tests?|tested|will test|was (?:meant|designed|organi[sz]ed)|involv\w+)\b|\b(?:biggest|largest|annual|regular) (?:[\w-]+ )?(?:drill|exercise|rehearsal)\b",
        r"[\"“'‘](?:[\w-]+ )?(?:victims?|casualties|casualty|patients|wounded|dead|dies|gunman|gunshots|bomb|passengers|attackers?|fatalities|killed|died|crash|bleeding|collapsed|fell (?:ill|sick|unconscious)|broke|struck|hit|burst|caught fire|exploded)[,.]?[\"”'’]",
        r"\b(?:soldiers|troops|personnel|nations|police|firefighters|agencies|participants)\b[^.;]{0,40}?\b(?:takes?|took|taken|taking) part\b",
    )
)  # fmt: skip
SAID_OUTRIGHT = DRILL_SIGNS[3]
DRILL_AT_LEAST, PLAINEST, ACTED_OUT = 3, 5, 4
# A title that tells of the dead or hurt, and quotes what it does not mean.
TOLL = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|dead|die[sd]?|deaths?|shot|shooting|wound(?:s|ed)|injured?s?|hurt)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[\"“'‘][^\"”'’]{1,60}[\"”'’]")
# What goes wrong at one, for all that.
GONE_WRONG = re.compile(
    r"\b(?:accidental(?:ly)?|by (?:accident|mistake)|mistakenly|live (?:rounds?|ammunition|bullets?)|real (?:bullets?|gun|rounds?|attack)|(?:went|goes) wrong|"
    r"turned (?:deadly|real|tragic)|tragedy)\b"
    rf"|\b{EXERCISE} (?:was|were|has been|have been) (?:\w+ )?(?:suspended|halted|called off|cut short|stopped|abandoned)\b"
    rf"|\b(?:hours?|minutes|days?|weeks?) (?:after|before) [^.;\n]{{0,80}}?\b{EXERCISE}\b(?! (?:began|begins|started|starts))|\bday of (?:an?|the)?[^.;\n]{{0,20}}?\b{EXERCISE}\b"
    r"|(?<![\"“'‘])\b(?:die[sd]?|killed|kills|shot|injured|injures|hurt|wounded|drown(?:s|ed)?|burned)(?: [^.;\"“”‘’]{0,80}?)? (?:during|in|at) (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,3}"
    r"(?:drills?|exercises?|training|rehearsals?|manoeuvres?|maneuvers?)\b",
    re.IGNORECASE,
)
# Beside which it happened: "five dead in blast at exercise", "hours after lockdown drill".
BESIDE = re.compile(
    rf"\b(?:during|in|at|after|before|amid|from|day of|way to)\b[^\n]{{0,40}}?\b(?:{EXERCISE}|training)\b"
    rf"|\b{EXERCISE} (?:ends? in|ended in|turns?|turned|kills?|claims?|leaves?)\b",
    re.IGNORECASE,
)
# What goes wrong at a drill has happened, and so has what is told of another day.
REAL = re.compile(
    r"\b(?:accident(?:al)?ly|by (?:accident|mistake)|mistak\w+|went wrong|real|really|actual(?:ly)?|live (?:rounds?|ammunition|bullets?|fire)|"
    r"when (?:an?|the|his|her|their|its) [^.;,]{1,40}?\b(?:fell|exploded|crashed|overturned|misfired|capsized|detonated|went off)|"
    r"tragedy|earlier|ago|previous(?:ly)?|last (?:week|month|year|\w+day)|(?:hours?|days?|weeks?|months?|years?) after|execution)\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
WORK = (
    r"(?:film|movie|novel|thriller|drama|sitcom|soap(?: opera)?|graphic novel|musical|opera|video ?game|computer game|blockbuster|sequel|"
    r"prequel|(?:tv|television|mini)[ -]?series|miniseries|(?:\w+-part|crime|drama|hit|new) series|novella|short story|anime|play)"
)
# What a story tells, in it or of it, and what goes on in its scenes.
STORY = re.compile(
    rf"^(?:in|at the (?:start|beginning|opening|end|climax) of|early in|late in) (?:the|this|his|her|its|their|an?) (?:[\w'’-]+ ){{0,5}}?{WORK}(?:,| [A-Z“\"‘])"
    rf"|\b(?:the|this|his|her|its|their|an?) (?:[\w'’-]+ ){{0,3}}?{WORK}(?:,[^,.;]{{1,80}},| [“\"‘'][^”\"]{{1,60}}[”\"’']| (?:at|by|from) [^,.;]{{1,30}}?)? "
    r"(?:opens|begins|starts|ends|follows|tells|depicts|shows|portrays|cent(?:re|er)s|sees|imagines|revolves|features|is set|kicks off|climaxes|culminates)\b"
    rf"|(?<!at )(?<!during )(?<!after )(?<!watching )\b(?:the|this|his|her|its|their|an?) (?:(?!(?:at|during|after|in|on|of|a|an|the)\b)[\w'’-]+ ){{0,3}}?{WORK} (?:in which|where|about an?)\b",
    re.IGNORECASE,
)
# Stories are told in the present, news in the past; and some stories are of what has happened.
TOLD_NOW = re.compile(
    r"\b(?:is|are|gets?|being) (?:\w+ )?(?:killed|shot|stabbed|murdered|wounded|injured|kidnapped|taken|found|blown|dead|hurt)\b"
    r"|\b(?:kills?|dies?|murders|shoots?|stabs|wounds|guns|blows|explodes|opens fire|takes? hostage|leaves? \w+ (?:\w+ )?dead)\b",
    re.IGNORECASE,
)
TOLD_THEN = re.compile(
    r"\b(?:was|were|had|been) (?:\w+ )?(?:killed|shot|stabbed|murdered|wounded|injured|kidnapped|found)\b|\bdied\b",
    re.IGNORECASE,
)
TRUE_STORY = re.compile(
    r"\b(?:documentar\w+|true (?:story|events|crime)|real[- ]life|real events|based on|inspired by|biopic|memoirs?|the (?:19|20)\d\d (?:[\w-]+ ){0,2}[a-z]+s?\b)",
    re.IGNORECASE,
)
TRUE = re.compile(
    r"\b(?:documentary|true|real|real-life|actual|based on|survivors?|inspired by|biograph\w+|historical|memoirs?|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# What shows that a report is about a film, a play or a book: who made it, who is in it, where it is on.
STORY_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:review|film|theatre|theater|cinema|television|tv|books?|opera) ?[:.]",
        rf"\b(?:the|this|his|her|its|their|an?|new|first|last) (?:[\w'’-]+ ){{0,3}}?(?:{WORK}|picture|comedy|feature|debut)\b",
        r"\b(?:director|directed|screenplay|scriptwriter|screenwriter|playwright|novelist)\b",
        r"\b(?:stars?|co-stars?|plays|played by|cast as|casting)\b",
        r"\b(?:plot|script|screenplay|characters?|hero|heroine|anti-hero|protagonist|villain|sequel|prequel|trilogy)\b",
        r"\b(?:minutes? into|first \w+ minutes|by the end|final reel|first act|second act|opening scene|box office|in cinemas|popcorn|stalls|on screen|premiered|nominated)\b",
    )
)  # fmt: skip
STORY_AT_LEAST = 3
# Who tells what has happened, and what has.
NEWS = re.compile(
    r"\b(?:police|sheriff(?:['’]s office)?|officials?|authorities|prosecutors?|witnesses|hospital) (?:\w+ )?(?:said|say|says|told|confirmed)\b"
    r"|\barrested\b|\bsaid on \w+day\b|\bon (?:the )?(?:film |movie )?set\b",
    re.IGNORECASE,
)
HAPPENED = re.compile(
    r"\b(?:killed (?!off\b)|shot dead|opened fire|exploded|crashed|collapsed|(?:was|were) (?:\w+ )?(?:killed|shot|stabbed|wounded|injured|arrested)|died)\b",
    re.IGNORECASE,
)
KILLED_OFF = re.compile(
    r"\bkill(?:s|ed|ing)? off\b|\bcharacters?\b[^.;]{0,20}\b(?:was|were|is|are) killed\b", re.IGNORECASE
)
ON_STAGE = re.compile(
    r"\b(?:characters?|seasons?|series|episodes?|shows?|drama|soap|sitcom|role|finale|producers?|writers?)\b",
    re.IGNORECASE,
)
# Who plays against whom.
SCORE = re.compile(
    r"\b\d{1,3}[-–]\d{1,3}\b|\b[A-Z]\w+ \d{1,3}, (?:[A-Z]\w+ ){1,2}\d{1,3}\b"
    r"|\bkill(?:s|ed|ing)? (?:off )?(?:the|an?|their|any) (?:\w+ )?(?:game|match|tie|contest|final|hopes|challenge|comeback|title|race)\b"
)
PLAY = re.compile(
    r"\b(?:beat|won|lost|drew|defeated|goals?|striker|keeper|midfielder|half-?time|(?:first|second) half|innings|wickets?|league|cup|quarter|touchdowns?|coach|match|season|"
    r"tries|defence|midfield|substitute|derby|equaliser|kick-off|scored|champions|points|penalty|visitors|hosts|game|players?|starters?|captain|team)\b",
    re.IGNORECASE,
)
PLAYED, PLAYED_ALONE = 2, 4
VIOLENCE = re.compile(
    r"\b(?:police|dead|died|dies|deaths?|hospital|bombs?|bombing|gunm[ae]n|gunfire|arrest\w*|stampede|collapse\w*|fire|explosion|stabb\w+|fans?|spectators?|supporters|"
    r"shooting(?! (?:wide|over|high|straight|at goal))|attack(?:ed|er|ers)|officials?|crash\w*|bus|plane)\b",
    re.IGNORECASE,
)
# A side that loses its nerve, not a house that falls: "late collapse", "as Rovers collapse".
COLLAPSE = re.compile(r"\bcollapse[sd]?\b", re.IGNORECASE)
FALLEN = re.compile(
    r"\b(?:stands?|roofs?|walls?|buildings?|bridges?|floors?|ceilings?|scaffold\w*|terraces?|stairs|seats|tents?|fences?|goalposts?|pitch|on the (?:field|court|track))\b",
    re.IGNORECASE,
)
# Who is hurt at play, and the word that then tells of no violence.
HURT_AT_PLAY = Pattern(
    r"\b(?:players?|defenders?|midfielders?|strikers?|(?:goal)?keepers?|wingers?|props?|hookers?|forwards?|batsm[ae]n|bowlers?|quarterbacks?|linebackers?|captain)\b[^.;]*?\bhospital\b",
    re.IGNORECASE,
    needs="hospital",
)


# Words without one of which nothing of the sort is told: looked for first, as it is soon done.
OF_DRILLS = (
    "mock|simulat|role-play|pretend|make-believe|imaginary|fictional|fictitious|fake|painted|portray|scenario|drill|exercise|rehears|"
    "war game|wargame|practis|practic|script|tabletop|imagined| play the | played | playing |acting as|acted as"
).split("|")
OF_MODELS = (
    "model|simulat|study|studies|scenario|projection|researcher|scientist|geologist|expert|engineer|planner"
).split("|")
OF_STORIES = (
    "film|movie|novel|thriller|drama|sitcom|soap|opera |musical|sequel|prequel|series|short story|anime|review| game| play "
).split("|")
KILLING_OFF = ("killed off", "kills off", "kill off", "killing off", "character")
NEAR_HEAD = 8


def made_up(page: Page) -> frozenset[Sentence]:
    """Return the sentences of a page that tell of a drill, a story or a game, and of nothing that happened.

    What a drill or a story tells goes on through the report whose head tells of it, but for sentences that say of
    themselves that they are of something real.
    """
    whole = f"{page.report.title or ''}\n{page.report.text}".lower()
    head = "\n".join(s.text for s in page.sentences if s.field == "title" or s.number < NEAR_HEAD)
    found: set[Sentence] = set()
    if has_any(OF_DRILLS, whole):
        is_drill = has_any(OF_DRILLS, head.lower()) and is_of_drill(page, head)
        found.update(s for s in page.sentences if is_acted(s, is_drill))
    if has_any(OF_MODELS, whole):
        found.update(s for s in page.sentences if is_reckoned(s.text))
    if has_any(OF_STORIES, whole):
        is_story, begun = is_review(head), is_begun(page, head)
        found.update(s for s in page.sentences if is_of_story(s, is_story, begun))
    if has_any(KILLING_OFF, whole):
        found.update(s for s in page.sentences if is_killed_off(s))
    if is_of_sport(page):
        found.update(s for s in page.sentences if not is_violent(s.text))
    return frozenset(found)


def has_any(words: Sequence[str], text: str) -> bool:
    """True for a text, in small letters, in which one of some words stands."""
    return any(word in text for word in words)


def count_of(signs: Sequence[re.Pattern[str]], head: str) -> int:
    """Return how many signs the head of a page shows."""
    return sum(sign.search(head) is not None for sign in signs)


def is_of_drill(page: Page, head: str) -> bool:
    """True for a report on a drill at which nothing went wrong."""
    is_acted_out = count_of(DRILL_SIGNS[1:ACTED_OUT], head) > 0
    if (
        not count_of(DRILL_SIGNS[:PLAINEST], head)
        or count_of((*DRILL_SIGNS, SAID_OUTRIGHT), head) < DRILL_AT_LEAST
    ):
        return False
    title = QUOTED.sub("", page.report.title or "")
    is_named = DRILL_SIGNS[0].search(f"{title}\n") and not (BESIDE.search(title) and not is_acted_out)
    is_toll = TOLL.search(title) and not is_named
    return not is_toll and not GONE_WRONG.search(head)


def is_acted(sentence: Sentence, is_drill: bool) -> bool:
    """True for a sentence on what was only acted, at a drill or in its scenario."""
    text = sentence.text
    if not is_drill and not (has_any(OF_DRILLS, text.lower()) and ACTED.search(text)):
        return False
    return not REAL.search(text)


def is_reckoned(text: str) -> bool:
    """True for words on what would happen, as a model or a study has it, and on nobody who met his fate."""
    return bool(RECKONED.search(text)) and not (REAL.search(text) or MET.search(text))


def is_review(head: str) -> bool:
    """True for the head of a report on a film, a play or a book, not on what has happened."""
    return count_of(STORY_SIGNS, head) >= STORY_AT_LEAST and not is_news(head)


def is_begun(page: Page, head: str) -> bool:
    """True for a page whose first sentence or title begins to tell a story."""
    return any(STORY.search(s.text) for s in page.sentences if s.number == 0) and not is_news(head)


def is_news(head: str) -> bool:
    """True for the head of a report that tells what has happened, if it were in a film."""
    first = "\n".join(head.split("\n")[:2])
    return bool(NEWS.search(head) or TRUE_STORY.search(head) or HAPPENED.search(first))


def is_of_story(sentence: Sentence, is_story: bool, begun: bool) -> bool:
    """True for a sentence on what befalls the people of a film or a novel.

    That is all of a review (`is_story`), and what is told in the present where the first sentence has `begun` a story.
    """
    text = sentence.text
    if not is_story and not begun and not has_any(OF_STORIES, text.lower()):
        return False
    if TRUE.search(text):
        return False
    is_told = (begun or STORY.search(text)) and TOLD_NOW.search(text) and not TOLD_THEN.search(text)
    return is_story or bool(is_told)


def is_killed_off(sentence: Sentence) -> bool:
    """True for a sentence on somebody whom the writers of a series let die."""
    return bool(KILLED_OFF.search(sentence.text) and ON_STAGE.search(sentence.text))


def is_of_sport(page: Page) -> bool:
    """True for a report on a game: its head tells the score, or who killed off the match."""
    head = " ".join(s.text for s in page.sentences if s.field == "title" or s.number < 2)
    if is_violent(head):
        return False
    words = {found.lower() for found in PLAY.findall(head)}
    return len(words) >= (PLAYED if SCORE.search(head) else PLAYED_ALONE)


def is_violent(text: str) -> bool:
    """True for words that tell of violence or disaster; a player who is brought to hospital is none."""
    told = text.replace("hospital", "") if HURT_AT_PLAY.search(text) else text
    return bool(VIOLENCE.search(told if FALLEN.search(text) else COLLAPSE.sub("", told)))
