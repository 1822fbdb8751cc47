"""The institutions and callings that reports quote, and which kind of speaker each is."""

import re

from sayso.model import SpeakerKind

__all__ = ["INSTITUTION", "KINDS_BY_WORD", "NAMES_ONE"]

# Who speaks, and of which kind he is; the first row that a name has a word of tells it.
SPEAKING: tuple[tuple[SpeakerKind, str], ...] = (
    ("other", "(?:trade |labou?r |police |teachers['’] )?unions?"),
    ("prosecutor-court", "prosecutor|prosecutors|district attorney|attorney general|court|judge"),
    ("medical", "hospital|doctors?|surgeon|coroner|medical examiner|paramedics?"),
    (
        "rescue",
        "fire department|firefighters?|fire officials|rescue|ambulance service|civil defen[cs]e|red crescent rescuers",
    ),
    (
        "police",
        "police|sheriff|sheriff['’]s|deput(?:y|ies)|detectives?|troopers?|investigators?|[A-Z]{0,5}PD|FBI|sgt\\.?|lt\\.?|capt\\.?",
    ),
    ("military", "army|military|navy|air force|coalition|NATO|ISAF|general|colonel"),
    (
        "ngo-un",
        "red cross|united nations|U\\.N\\.|UN|UNICEF|(?-i:WHO)|world health organi[sz]ation|amnesty|observatory",
    ),
    (
        "government",
        "ministry|minister|government|mayor|governor|president|prefect|prefecture|embassy|council|officials?",
    ),
    ("witness", "witness(?:es)?|neighbou?rs?|residents?|bystanders?"),
    ("police", "authorities"),
    ("claimant", "rebels|guerrillas|insurgents|militants|separatists"),
    (
        "document",
        "(?:court |charging )?(?:documents?|records|papers|filings?)|complaint|affidavit|indictment|lawsuit|(?:news |press )?release|statement|"
        "communiqu[eé]|bulletin|report(?= (?:said|says|stat|issued|released|published))|autopsy",
    ),
)
KINDS_BY_WORD = tuple((kind, re.compile(rf"\b(?:{row})\b", re.IGNORECASE)) for kind, row in SPEAKING)
INSTITUTION = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n?) )?(?:(?:[A-Z][\w'’.-]+|interior|foreign|health|defen[cs]e|local|state|city|regional|chief|"
    rf"provincial|public|senior|medical|fire|rescue) ){{0,4}}(?i:{'|'.join(row for _, row in SPEAKING)})\b"
    r"(?: (?:spokes(?:man|woman|person)|chief|commander|official|officer|department|office|director|commissioner)s?\b)?"
    r"(?:(?<=[Ll]t|gt|pt|pl)\.(?= ))?(?: (?:(?:Lt|Sgt|Capt|Cpl|Det|Insp|Col|Gen|Dr)\.|[A-Z][\w'’-]+)){0,3}"
)
# The same in lower case, without what stands around: looked for first, as it is soon done.
NAMES_ONE = re.compile(rf"\b(?:{'|'.join(row for _, row in SPEAKING).lower().replace('(?-i:', '(?:')})\b")
