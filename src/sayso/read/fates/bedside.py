"""Who died in his bed, of age or illness: nobody's victim, and his death no incident."""

import re

from sayso.read.incidents.kinds import likeliest_kind, text_scores
from sayso.read.text.page import Page

__all__ = ["has_died_in_bed", "is_of_bedside", "tells_life"]

DIED = r"\b(?:died|dies|dead|passed away|passes away|succumbed)\b"
OF_AGE_OR_CANCER = (
    r"(?:cancer|natural causes|old age|leuka?emia|Alzheimer['’]?s?|Parkinson['’]?s?|dementia)\b"
)
# Who died in his bed, years after what he had survived; to be matched behind him.
IN_BED = re.compile(
    rf"[^.;]{{0,160}}?\b(?:died|dies|passed away)\b[^.;]{{0,60}}?\b(?:of|from|with) (?:[\w-]+ ){{0,2}}?{OF_AGE_OR_CANCER}"
    r"|[^.;]{0,60}?\bwho (?:had )?survived\b[^.;]{3,200}?\b(?:died|dies|passed away)\b[^.;]{0,40}?\b(?:at (?:his|her) home|in (?:his|her) sleep|(?:at|in) an? (?:hospice|nursing home))\b",
    re.IGNORECASE,
)
# How a notice of a death tells that nobody brought it about, and that somebody of a great age has died.
OF_ILLNESS = re.compile(
    rf"{DIED}[^.;]{{0,80}}?(?:\b(?:of|from|to|with|after|following) (?:[\w’'-]+ ){{0,4}}?(?:{OF_AGE_OR_CANCER}"
    r"|pneumonia\b|heart (?:attack|failure|disease|ailment|trouble)\b|stroke\b|(?:kidney|renal|liver|organ) failure\b|emphysema\b"
    r"|(?:long|short|brief|lengthy|prolonged) (?:illness|battle with)\b)|\bin (?:his|her|their) sleep\b|\bpeacefully\b)"
    rf"|\b(?:peacefully|quietly) {DIED}",
    re.IGNORECASE,
)
OF_AGE = re.compile(
    rf"{DIED}(?: [\w.]+){{0,3}}? (?:at|aged)(?: the age of| age)? (?:7[5-9]|[89]\d|10\d)\b(?![-\d]|,\d|:\d| (?:a\.?m|p\.?m|hours)\b|(?: on \w+)? (?:after|when|following|while|as)\b)",
    re.IGNORECASE,
)
# The heading under which a life is told.
LIFE = re.compile(r"\W*(?:obituar(?:y|ies)|in memoriam)\b", re.IGNORECASE)
# Sentences in which a notice of a death tells how it came.
FIRST = 4


def is_of_bedside(text: str, end: int) -> bool:
    """True for somebody told of up to `end` who died in his bed."""
    return IN_BED.match(text, end) is not None


def tells_life(page: Page) -> bool:
    """True for an obituary of one who died of age or illness, whatever he lived through."""
    title = page.report.title or ""
    head = " ".join(s.text for s in page.sentences if s.number == 0)
    return LIFE.match(title) is not None and bool(OF_AGE.search(head) or OF_ILLNESS.search(head))


def has_died_in_bed(page: Page, *, plain: bool, sure: bool) -> bool:
    """True for a report that begins with a death of age or illness: "died peacefully in her sleep", "dead at 95".

    Where other words tell plainly of an incident, as a film's plot does, the very first sentences must say so, and
    where the network is sure of one a great age alone says nothing. Words of an incident beside the death ("of a
    heart attack after police fired tear gas") tell of one.
    """
    head = [s.text for s in page.sentences if s.aside is None and s.number < (1 if plain else FIRST)]
    told = [text for text in head if OF_ILLNESS.search(text) or (not (plain or sure) and OF_AGE.search(text))]
    return any(likeliest_kind(text_scores(text)) in (None, "epidemic") for text in told)
