"""Furniture of pages: lines that lead to other stories, and what stands under pictures."""

import re
from collections.abc import Sequence
from typing import Literal

__all__ = ["Aside", "asides_in"]

Aside = Literal["story", "photo", "archive"]
"""What a line is of beside the report's own words: another story, a picture, or a picture from an archive."""

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
PHOTO = re.compile(
    r"\W*(?:PHOTO\b|(?i:photo|image|picture|pictured|caption)(?: (?i:credit|by|courtesy))?\s?:)"
)


def asides_in(lines: Sequence[str]) -> list[Aside | None]:
    """Return which lines of a text are none of its story's: those that lead to others, and what stands under pictures.

    Lines are the text's paragraphs, in order. Below a heading ("Most read") all headlines are of other stories.
    """
    found: list[Aside | None] = []
    left = 0
    for line in lines:
        is_headline = len(line.strip()) <= LONGEST_HEADLINE and not STOPPED.search(line)
        left = MOST_HEADLINES if HEADING.fullmatch(line) else left - 1 if is_headline else 0
        if left > 0 or TEASER.match(line):
            found.append("story")
        else:
            found.append("archive" if ARCHIVE.match(line) else "photo" if PHOTO.match(line) else None)
    return found
