"""Whom a sentence names beside a deed without suspecting him: "no suspect", the judge, the victim of whom a suspect is kin."""

import re

from sayso.model import Span
from sayso.read.text.page import Sentence
from sayso.read.text.words import KIN
from sayso.read.where.gazetteer import cities_named

__all__ = ["BURST", "is_blameless", "is_in_charge", "with_kin"]

# Who is searched for where nobody is hunted.
DISASTERS = frozenset(
    "maritime aviation building-collapse mine earthquake flood storm landslide wildfire volcano tsunami avalanche heat-cold".split()
)
SOUGHT = re.compile(
    r"\b(?:search|look|comb|scour)(?:es|ed|ing|s)?(?: [\w'’-]+){0,4} for (?:[\w'’-]+ ){0,3}$", re.IGNORECASE
)
POLICE = re.compile(r"\b(?:police|detectives|officers|investigators|deputies)\b", re.IGNORECASE)
# "No suspect has been named", "police have no suspects in custody".
NO_ONE = re.compile(r"(?:no|any|none|nobody|no[- ]one|neither)\b(?! (?:fewer|less|more)\b)", re.IGNORECASE)
NO_ONE_BEFORE = re.compile(
    r"\b(?:no|any|without an?y?) (?:(?:named|known|possible|immediate) )?$", re.IGNORECASE
)
# Who prosecutes or judges: "sentenced on Thursday by Lodva County Judge Ann Hale", "Ann Hale, Mill County Attorney, announced".
BY_COURT = re.compile(
    r"\b(?:prosecuted|sentenced|represented|defended|investigated|arraigned)\b[^.;]{0,80} by (?:[\w.'’]+ ){0,6}$"
)
IN_OFFICE = re.compile(
    r", (?:[A-Z][\w.'’]+ ){1,4}(?:Attorney|Judge|Prosecutor|Sheriff|Coroner|Commissioner)\b"
)
# Who speaks for him, or sits over him, told right before his name: "through his lawyer, | Ann Hale".
AT_LAW = re.compile(
    r"\b(?:[Ll]awyers?|[Aa]ttorneys?|[Ss]olicitors?|[Bb]arristers?|[Cc]ounsel|[Jj]udges?|[Mm]agistrates?)(?: for [\w'’]+)?,? $"
)
# Whom nobody calls so: "police have not called Hale a suspect".
NOT_CALLED = re.compile(
    r"(?:\b(?:not|never)|n['’]t) (?:yet )?(?:called|named|labell?ed|described|identified|considered) $",
    re.IGNORECASE,
)
A_SUSPECT = re.compile(r" (?:as )?an? (?:\w+ )?suspect\b", re.IGNORECASE)
# Where somebody is from: "Ugo Bern, of Lodva, fired".
FROM = re.compile(r", of $")
# For whom rescuers look, or who is lost: "the search goes on for | six people", "looking for | six people who are still missing".
BY_RESCUERS = re.compile(
    r"\b(?:rescuers?|rescue (?:workers|teams|crews)|firefighters|divers|lifeguards|coast ?guards?|search(?:es)? (?:go(?:es)?|went|continu\w+|is|was|resum\w+)(?: on)?)"
    r"\b[^.;]{0,60}?\bfor (?:the |up to |at least |about |another )*$",
    re.IGNORECASE,
)
ARE_LOST = re.compile(
    r"(?: [\w'’-]+){0,2}?,? (?:who (?:is|are|was|were) |that are )?(?:(?:still|also|yet|feared|believed|reported|listed as) )*"
    r"(?:missing|unaccounted for|trapped|buried)\b",
    re.IGNORECASE,
)
OF_CRIME = re.compile(
    r"\b(?:suspect|gun|attack|shoot|kill|bomb|robber|thie|assail|driver|arson|fugitive)", re.IGNORECASE
)
# Whose kin is suspected: "Marshall's boyfriend".
WHOSE_KIN = re.compile(
    r"['’]s? (?:(?:ex|former|estranged|live-in|older|younger|\d+-year-old) ?-?)*"
    rf"(?:{KIN}|friend|neighbou?r)\b"
)

# What can go wrong by itself, or be done.
BURST = frozenset({"fire", "explosion", "chemical", "rail"})
# Who answers for a place or a machine that burned, burst or crashed, and what makes a deed of it.
IN_CHARGE = re.compile(
    r"\b(?:(?:co-)?owners?|managers?|directors?|engineers?|technicians?|operators?|contractors?|supervisors?|forem[ae]n|inspectors?|executives?|landlords?|officials?|"
    r"electricians?|welders?|builders?|architects?|organi[sz]ers?|promoters?|drivers?|signalm[ae]n|dispatchers?|(?:station|train) masters?|captains?|head of|chief)\b",
    re.IGNORECASE,
)
AMONG_THEM = re.compile(rf",? (?:among them|including)\b[^.;]{{0,60}}?{IN_CHARGE.pattern}", re.IGNORECASE)
ON_PURPOSE = re.compile(
    r"\b(?:arson\w*|deliberate\w*|on purpose|intentional\w*|set(?:ting)? (?:the |a )?fire|set(?:ting)? it (?:alight|on fire)|murder|attack\w*|bomb\w*|ramm\w*|terror\w*)\b",
    re.IGNORECASE,
)


def is_blameless(span: Span, sentence: Sentence, kind: str = "other") -> bool:
    """True for a suspect's words that name nobody, or whom nobody calls one, or somebody of the court, or a town.

    `kind` is what happened: who is searched for after a disaster is missing.
    """
    start = max(0, span.start - sentence.start)
    end, before = start + len(span.quote), sentence.text[:start]
    if NO_ONE.match(span.quote) or NO_ONE_BEFORE.search(before):
        return True
    if is_sought(span, sentence, kind):
        return True
    if NOT_CALLED.search(before) and A_SUSPECT.match(sentence.text, end):
        return True
    if AT_LAW.search(before) and span.quote[:1].isupper():
        return True
    if BY_COURT.search(before) or IN_OFFICE.match(sentence.text, end):
        return True
    return bool(FROM.search(before) and cities_named(span.quote))


def is_in_charge(span: Span, sentence: Sentence, kind: str) -> bool:
    """True for who is held as he answers for what burned or burst, not as he did it: "the hotel's manager"."""
    end = max(0, span.start - sentence.start) + len(span.quote)
    named = IN_CHARGE.search(span.quote) or AMONG_THEM.match(sentence.text, end)
    return kind in BURST and named is not None and not ON_PURPOSE.search(sentence.text)


def is_sought(span: Span, sentence: Sentence, kind: str) -> bool:
    """True for people whom rescuers look for, or who are lost: of them nobody says that they did it."""
    start = max(0, span.start - sentence.start)
    before, end = sentence.text[:start], start + len(span.quote)
    if " for " not in before or OF_CRIME.search(span.quote):
        return False
    after_disaster = kind in DISASTERS and SOUGHT.search(before) and not POLICE.search(before)
    return bool(after_disaster or BY_RESCUERS.search(before) or ARE_LOST.match(sentence.text, end))


def with_kin(span: Span, sentence: Sentence) -> Span:
    """Return a suspect's words with the kin that is meant: "Marshall's boyfriend", not "Marshall"."""
    start = max(0, span.start - sentence.start)
    kin = WHOSE_KIN.match(sentence.text, start + len(span.quote))
    return sentence.span(start, kin.end()) if kin else span
