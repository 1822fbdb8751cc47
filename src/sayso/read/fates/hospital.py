"""Who is in hospital: taken or treated there; not who was treated where it happened, nor who has gone home since."""

import re

from sayso.read.counting.plain import HEDGE, NUMBER

__all__ = ["has_left", "is_in_hospital", "was_treated_there"]

# Words of those who are treated; "three are in critical condition" does not say where.
TO_HOSPITAL = re.compile(
    r"hospital|clinic|treat|admit|transport|taken|took|flown|rush|airlift|medical|medic|\bER\b|infirmary|intensive|surger|operat|\bward|"
    r"\bcare\b|recover|trauma|ambulance|carried|brought|discharged|released|sent|evacuat|\bbeds?\b|\bdrip|"
    r"shifted|burns? unit|\bICU\b|in theatre|condition (?:\w+ )?at (?-i:[A-Z])",
    re.IGNORECASE,
)
# The places themselves, and the ways there.
HOSPITAL = re.compile(
    r"hospitali[sz]ed|hospitals?\b|clinics?\b|medical cent|infirmary|intensive|\bICU\b|\bwards?\b|treatment cent|airlift|\bflown\b|\badmitted\b|\b(?:taken|rushed|transported|brought|admitted) to\b",
    re.IGNORECASE,
)
# What ends the words on some people: others of whom the sentence goes on to tell.
OTHERS = re.compile(
    rf";|\b(?:but|while|whereas)\b|(?:,| and),? (?:then )?(?:an?|the|all|none|nobody|no one|(?:(?:another|an?other|an additional|a further) )?(?:one|{NUMBER}))(?: of (?:them|whom))?(?: \w+)?(?: who)? (?:was|were|had|have|has|is|are|needed|required|went|did|declined|refused)\b"
    rf"|(?:,| and) {NUMBER}(?: others?| more| people)? (?:in|at|to)\b"
    r"|, (?:none|nobody|no one|all)\b|\band (?:none|nobody|no one)\b",
    re.IGNORECASE,
)
THERE = (
    r"(?:(?:at|on) (?:the )?(?:scene|spot|site)|on[- ]site|where they (?:were|stood|lay)|at the roadside)\b"
)
TREATED = re.compile(
    rf"\b(?:treat(?:ed|ing|ment)(?! cent)|(?:bandag|patch|attend)(?:ed|ing))\b[^.;]{{0,60}}?\b{THERE}|\b{THERE}[^.;]{{0,20}}? (?:treat|bandag|patch|attend)(?:ed|ing)\b",
    re.IGNORECASE,
)
LOOKED_AT = re.compile(
    rf"\b(?:assess|check|examin|evaluat|screen|look)\w*\b[^.;]{{0,60}}?\b(?:{THERE}|by (?:the )?(?:\w+ )?(?:paramedics|medics|ambulance|first[- ]aiders|doctors))"
    r"|\b(?:paramedics|medics|(?:ambulance )?crews|first[- ]aiders) (?:\w+ )?(?:assess|check|examin|evaluat|screen|look)(?:ed|ing)\b",
    re.IGNORECASE,
)
# Who was there before it happened, and had to leave: "moved | 61 patients to a school".
PATIENTS = re.compile(r"\b(?:patients|newborns|babies)\b", re.IGNORECASE)
MOVING = re.compile(
    rf"\b(?:mov|evacuat|relocat|shift)(?:ed|ing)(?: [\w-]+)?? (?:(?:{HEDGE}|all|another) )?"
    r"(?:[\w,]+ patients, (?:including|among them) )?$",
    re.IGNORECASE,
)
WERE_MOVED = (
    r"(?:(?:have|had|has|were|was|been|being|all|also|safely) ){1,4}(?:moved|evacuated|relocated|shifted)\b"
)
MOVED = re.compile(rf" {WERE_MOVED}", re.IGNORECASE)
TO_WARD = re.compile(
    rf" (?:[\w'’-]+ ){{0,2}}?{WERE_MOVED}(?: safely)? to (?:another|other|a different|adjoining|adjacent|safer) (?:wards?|floors?|buildings?|rooms?)\b",
    re.IGNORECASE,
)
# What says that nobody had to go there.
NOBODY_WENT = re.compile(
    r"\b(?:none|nobody|no one|neither)\b[^.;]{0,40}?\bhospital|\b(?:did not|didn['’]t|without|not) (?:\w+ ){0,3}?(?:hospital|to hospital)"
    r"|\b(?:declin|refus)(?:ed|ing) (?:to (?:go|be (?:taken|transported)) to|(?:\w+ )?(?:transport|transfer)\w*(?: to)?)?(?: (?:the|an?))?(?: [\w-]+)? hospital",
    re.IGNORECASE,
)
BY_MEDICS = re.compile(
    r"\b(?:treat)\w*\b[^.;]{0,60}?\bby (?:the )?(?:\w+ )?(?:paramedics|medics|ambulance|first[- ]aiders)|\b(?:paramedics|medics|(?:ambulance )?crews|first[- ]aiders) (?:\w+ )?treat(?:ed|ing)\b",
    re.IGNORECASE,
)
# Who has gone home: not "treated and released", by which news tells that somebody was treated there.
LEFT = re.compile(
    r"(?: (?!and\b|but\b|while\b|then\b|not\b|never\b|no\b|yet\b|(?:treat|admitt|taken|rush|flown)\w*)[\w'’.-]+){0,14}?,?"
    r"(?: (?:has|have|had|was|were|been|being|since|already|also|later|all|both|now|are|is))+ "
    r"(?:discharged|released from (?:the |an? )?(?:\w+ ){0,3}?(?:hospital|clinic|care)|(?:sent|taken) home|back home|allowed (?:to (?:go|return) )?home|gone home|returned home|left (?:the )?hospital)"
    r"|(?: (?!and\b|but\b|while\b|then\b|not\b|never\b|no\b|yet\b|(?:treat|admitt|taken|rush|flown)\w*)[\w'’.-]+){0,14}? (?:went|returned) home from (?:the )?hospital"
    r"|(?: of (?:them|those|the \w+))? (?:have|has|had) (?:since|already|later|now)(?: all)? been released\b(?! (?:to|into)\b)"
    r"|(?: (?!but\b|while\b|not\b|never\b|no\b|yet\b)[\w'’.-]+){0,14}?,? (?:and|but) (?:has|have) (?:since|already|now) been (?:discharged|released|sent home)",
    re.IGNORECASE,
)


def is_in_hospital(text: str, start: int, end: int) -> bool:
    """True for people [start, end) held for in hospital, of whom a sentence tells a treatment, and not that it was elsewhere.

    The sick whom a fire or a storm drives from one ward to another are none of its victims.
    """
    if not TO_HOSPITAL.search(text):
        return False
    if PATIENTS.search(text, start, end) and (MOVING.search(text, 0, start) or MOVED.match(text, end)):
        return False
    if TO_WARD.match(text, end):
        return False
    words = words_on(text, start, end)
    if HOSPITAL.search(NOBODY_WENT.sub("", words)):
        return True
    is_denied = NOBODY_WENT.search(text) and not re.match(
        r"no\b|none\b|nobody\b", text[start:], re.IGNORECASE
    )
    return not (TREATED.search(words) or LOOKED_AT.search(words) or is_denied)


def was_treated_there(text: str, start: int, end: int) -> bool:
    """True for people held for in hospital who were treated where it happened: hurt, and no more."""
    if is_in_hospital(text, start, end):
        return False
    words = words_on(text, start, end)
    return bool(TREATED.search(words) or BY_MEDICS.search(words))


def has_left(text: str, end: int) -> bool:
    """True for people who end at `end` and are said to have gone home from hospital: "have since been discharged"."""
    return bool(LEFT.match(text, end))


def words_on(text: str, start: int, end: int) -> str:
    """Return the words of a sentence around people [start, end), as far as it tells of nobody else."""
    before = [found.start() for found in OTHERS.finditer(text) if found.start() < start]
    after = OTHERS.search(text, end)
    return text[before[-1] if before else 0 : after.start() if after else len(text)]
