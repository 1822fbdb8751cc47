"""Furniture of pages: lines that lead to other stories, lists of earlier incidents, and what stands under pictures."""

import re
from collections.abc import Sequence
from typing import Literal

__all__ = ["ELSEWHERE", "LINKS", "STOPPED", "Aside", "asides_in"]

Aside = Literal["story", "headline", "history", "photo", "archive", "page"]
"""What a line is of beside the report's own words: another story, to which it leads or whose headline it is, an earlier
incident, a picture, or one from an archive, or the page itself, which tells nothing."""

LINKS: frozenset[Aside | None] = frozenset({"story", "headline"})
ELSEWHERE: frozenset[Aside | None] = LINKS | {"history"}

# What stands above other stories, or before one of them.
LEADS = (
    r"(?:also(?: on [\w .]{2,30})?|also read|read (?:more|also|next|this)|see also|more (?:news|stories|headlines|coverage)"
    r"|(?:more|(?:more )?(?:top )?(?:trending )?(?:news|stories|headlines|coverage)) (?:on|from) [\w .]{2,30}|related(?: (?:stories|story|articles?|coverage|news|content|links?|headlines?|topics?|posts?|videos?))?"
    r"|other (?:news|stories|headlines)|in other news|most (?:read|popular|viewed|shared|watched)(?: (?:stories|news|articles))?"
    r"|(?:top|latest) (?:news|stories|headlines)|trending(?: now| stories| news)?|popular (?:now|stories)"
    r"|you (?:may|might)(?: also)? (?:like|enjoy|be interested in|have missed)|recommended(?: for you| stories| reading)?"
    r"|(?:next|previous) (?:story|article|post|up)|up next|(?:what to )?read next|don['’]t miss|must[- ]reads?|editor['’]?s['’]? picks"
    r"|(?:from )?around the web|from the web|we recommend|suggested (?:stories|for you|reading)|in case you missed it|elsewhere in the news)"
)
HEADING = re.compile(rf"\W*{LEADS}\W*", re.IGNORECASE)
TEASER = re.compile(rf"\W*(?:{LEADS}|story|watch(?: (?:now|also|live|this))?)\s?:\W*\w", re.IGNORECASE)
# The next lines below a heading are headlines as long as they are short and do not end in a stop.
LONGEST_HEADLINE, MOST_HEADLINES = 140, 15
STOPPED = re.compile(r"[.!?:;,][\"'”’)\]]*\s*$")
# A list of films to be played, each with its minutes: "1:27 Fire in Lodva Pause", "0:35 Bus crash hurts nine".
FILM, FIRST_FILM = re.compile(r"\d{1,2}:\d\d \S.*"), re.compile(r"\d{1,2}:\d\d \S.* Pause\s*")
ARCHIVE = re.compile(
    r"\W*(?:FILE(?: (?:PHOTO|IMAGE|PICTURE|PIC))?\b|(?i:(?:file|archive) (?:photo|image|picture|footage)))"
)
# What stands above a list of incidents of before: "Here are some of the deadliest shootings of the last ten years:".
LISTED = (
    r"(?:attacks|shootings|massacres|bombings|incidents|crashes|disasters|accidents|(?:earth)?quakes|assassinations|killings|murders|"
    r"explosions|blasts|sieges|rampages|raids|sinkings|storms|floods|avalanches|fires|kidnappings|hijackings|tragedies)"
)
BEFORE = (
    r"(?:deadliest|worst|bloodiest|biggest|recent|previous|past|earlier|other|similar|major|notable|notorious|high-profile|"
    r"(?:over|in|of|during|for) (?:the )?(?:past|last|recent) (?:[\w-]+ )?(?:years?|months?|decades?|weeks?|century)|since (?:19|20)\d\d|history)"
)
HISTORY = re.compile(
    rf"(?=(?:(?:here|below|following|these) (?:is|are)|here['’]s|the following (?:is|are))\b.*"
    r"|(?:an? )?(?:brief )?(?:timeline|chronology|list|look(?: back)?|glance|history)(?: back)? (?:of|at)\b.*"
    rf"|(?:(?:some|several) (?:of the )?)?(?:deadliest|worst|recent|previous|past|earlier)\b.*\b{LISTED}\b.*:)(?=.*\b{BEFORE}\b)(?=.*\b{LISTED}\b)",
    re.IGNORECASE,
)
LONGEST_INTRODUCTION = 200
# The headline of another story between two paragraphs, with nothing that says so: it tells of a deed in few words, and
# neither paragraph has one of its words. Articles, pronouns and "was" stand in what is under a picture.
DEED = re.compile(
    r"\b(?:shot|shoot\w*|kill\w*|dead|die[sd]?|wound\w*|injur\w*|hurt|stab\w*|slain|slay\w*|murder\w*|death|fatal\w*|bullets?|crash\w*|attack\w*|bomb\w*|robb\w*)\b",
    re.IGNORECASE,
)
IN_FULL = re.compile(
    r"\b(?:the|an?|was|were|is|are|has|have|had|said|says|he|she|they|it|we|i|you|his|her|their|my|our|this|that)\b|[/()|@]| [-–—] ",
    re.IGNORECASE,
)
FEWEST_WORDS, SHORTEST_PARAGRAPH = 5, 60
CONTENT = re.compile(r"[^\W\d_]{4,}")
LOOSE = frozenset("after with from over while during near when into amid have been more police".split())
# What stands under a moving picture: "Caption Video: Fire in Lodva Three people died in a fire in Lodva on Monday".
CAPTION = re.compile(r"\W*Caption (?:Video: )?(?=[A-Z])")
PHOTO = re.compile(
    r"\W*(?:PHOTO\b|(?i:photo|image|picture|pictured|caption)(?: (?i:credit|by|courtesy))?\s?:)"
)
# What the page says to who reads it, and who wrote the report and when.
TIME_STAMP = r"(?:\w+day,? )?[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d(?:[ ,@|–—-]+(?:at )?\d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
PAGE = re.compile(
    r"\W*(?:(?:please enable javascript|you must enter the characters|message: \* a friend wanted|email notifications are only sent"
    r"|(?:close )?get email notifications|your notification has been|there was a problem saving your notification|visit our sponsor"
    r"|(?:app |mobile )?users (?:can )?(?:click|tap)|(?:click|tap) here (?:if|to|for)\b|sign up (?:here )?(?:for|to)\b|subscribe (?:to|for|now)\b"
    r"|(?:like|follow) [\w .@]{2,40}(?:: | on )(?:facebook|twitter|instagram)|download (?:as|our|the [\w ]{2,30}app)\b"
    r"|copyright (?:©|\(c\)|\d{4})|looking for a [\w ]+\?|never miss another|(?:story|article) continues below|advertisement\W*$|embed >more news videos\W*$).*"
    rf"|(?:(?:last )?(?:updated|posted|published):? {TIME_STAMP}(?:[,; |]+(?:by [\w .]+|updated:? (?:at )?.*))?)"
    rf"|by:? (?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+(?:(?:,? and |, )(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*))*)(?: updated: {TIME_STAMP})?)\W*",
    re.IGNORECASE,
)
LONGEST_OF_PAGE = 250


def asides_in(lines: Sequence[str]) -> list[Aside | None]:
    """Return which lines of a text are none of its story's: those that lead to others, and what stands under pictures.

    Lines are the text's paragraphs, in order. Below a heading ("Most read") all headlines are of other stories, and all
    lines below what introduces a list of earlier incidents are of those.
    """
    found: list[Aside | None] = []
    left = 0
    listed = films = False
    for number, line in enumerate(lines):
        is_headline = looks_headed(line)
        films = FIRST_FILM.fullmatch(line) is not None or (films and FILM.match(line) is not None)
        left = MOST_HEADLINES if HEADING.fullmatch(line) else left - 1 if is_headline else 0
        if len(line) <= LONGEST_OF_PAGE and PAGE.fullmatch(line):
            found.append("page")
        elif left > 0 or films or TEASER.match(line):
            found.append("story")
        elif CAPTION.match(line) or (
            is_headline and is_of_another(line, lines[:number], lines[number + 1 :])
        ):
            found.append("headline")
        else:
            other: Aside | None = "history" if listed else None
            found.append("archive" if ARCHIVE.match(line) else "photo" if PHOTO.match(line) else other)
        listed = listed or (number > 0 and is_introduction(line))
    return found


def looks_headed(line: str) -> bool:
    """True for a line that is short and does not end in a stop, as headlines do."""
    return len(line.strip()) <= LONGEST_HEADLINE and not STOPPED.search(line)


def is_of_another(line: str, above: Sequence[str], below: Sequence[str]) -> bool:
    """True for a headline between two paragraphs that tells of a deed, and of which neither of them speaks.

    The heads of the parts of a report do not stand alone: what is below them has their words.
    """
    words = line.split()
    if not above or not below or len(words) < FEWEST_WORDS or line.isupper() or not DEED.search(line):
        return False
    if not (words[0][:1].isupper() or words[0][:1].isdigit()) or IN_FULL.search(line):
        return False
    beside = (above[-1], below[0])
    if not all(len(each) >= SHORTEST_PARAGRAPH and STOPPED.search(each) for each in beside):
        return False
    return content_of(line).isdisjoint(content_of(" ".join(beside)))


def content_of(words: str) -> set[str]:
    """Return the words that say what no other deed's do, cut to their first letters: "sleep" and "sleeping" are one."""
    return {word[:5] for word in CONTENT.findall(DEED.sub("", words.lower())) if word not in LOOSE}


def is_introduction(line: str) -> bool:
    """True for a line that introduces a list of earlier incidents."""
    return len(line) <= LONGEST_INTRODUCTION and HISTORY.match(line.strip()) is not None
