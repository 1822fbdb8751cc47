"""Furniture of pages: lines that lead to other stories, lists of earlier incidents, and what stands under pictures."""

import re
from collections.abc import Sequence
from typing import Literal

__all__ = ["STOPPED", "Aside", "asides_in"]

Aside = Literal["story", "history", "photo", "archive"]
"""What a line is of beside the report's own words: another story, an earlier incident, a picture, or one from an archive."""

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
PHOTO = re.compile(
    r"\W*(?:PHOTO\b|(?i:photo|image|picture|pictured|caption)(?: (?i:credit|by|courtesy))?\s?:)"
)


def asides_in(lines: Sequence[str]) -> list[Aside | None]:
    """Return which lines of a text are none of its story's: those that lead to others, and what stands under pictures.

    Lines are the text's paragraphs, in order. Below a heading ("Most read") all headlines are of other stories, and all
    lines below what introduces a list of earlier incidents are of those.
    """
    found: list[Aside | None] = []
    left = 0
    listed = False
    for number, line in enumerate(lines):
        is_headline = len(line.strip()) <= LONGEST_HEADLINE and not STOPPED.search(line)
        left = MOST_HEADLINES if HEADING.fullmatch(line) else left - 1 if is_headline else 0
        if left > 0 or TEASER.match(line):
            found.append("story")
        else:
            other: Aside | None = "history" if listed else None
            found.append("archive" if ARCHIVE.match(line) else "photo" if PHOTO.match(line) else other)
        listed = listed or (number > 0 and is_introduction(line))
    return found


def is_introduction(line: str) -> bool:
    """True for a line that introduces a list of earlier incidents."""
    return len(line) <= LONGEST_INTRODUCTION and HISTORY.match(line.strip()) is not None
