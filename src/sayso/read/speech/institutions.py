"""The institutions and callings that reports quote, and which kind of speaker each is."""

import re

from msgspec.structs import replace

from sayso.model import Speaker, SpeakerKind

__all__ = ["INSTITUTION", "KINDS_BY_WORD", "NAMES_ONE", "as_party"]

# Who speaks, and of which kind he is; the first row that a name has a word of tells it.
SPEAKING: tuple[tuple[SpeakerKind, str], ...] = (
    ("other", "(?:trade |labou?r |police |teachers['’] )?unions?"),
    (
        "other",
        "opposition (?:party |coalition )?(?:leaders?|lawmakers?|legislators?|senators?|spokes(?:man|woman|person)|politicians?|figures?)",
    ),
    (
        "government",
        "(?:human rights |public )?ombuds(?:man|woman|person)(?:['’]s? office)?|(?:regional |city |civil-)?military administration",
    ),
    ("prosecutor-court", "prosecutor|prosecutors|district attorney|attorney general|court|judge"),
    ("medical", "hospital|doctors?|surgeon|coroner|medical examiner|paramedics?"),
    (
        "rescue",
        "fire department|firefighters?|fire officials|rescue|ambulance service|civil defen[cs]e|red crescent rescuers",
    ),
    (
        "police",
        "police|carabinieri|gendarm(?:es|erie)|sheriff|sheriff['’]s|deput(?:y|ies)|detectives?|troopers?|investigators?|[A-Z]{0,5}PD|FBI|sgt\\.?|lt\\.?|capt\\.?",
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
# Those who fight a state (the Taliban rule one), under the names by which news has known them, and whoever is of the other side all the same.
ARMED_GROUP = re.compile(
    r"\b(?:RSF|Rapid Support Forces|Houthis?|Hezbollah|Hizbullah|Hamas|Islamic Jihad|TTP|Boko Haram|ISWAP|[Aa]l[- ]Shabaab|JNIM"
    r"|Islamic State|ISIS|ISIL|[Aa]l[- ]Qa[ei]da|M23|ADF|Allied Democratic Forces|FARC|ELN|PKK|Tamil Tigers|LTTE|FMLN|UNITA|AFC/M23"
    r"|(?i:guerrillas?|rebels?|insurgents?|militants?|separatists?|militias?|paramilitary (?:group|force)s?))\b"
)
OF_STATE = re.compile(
    r"\b(?:ministry|health|hospital|police|government|general staff|coalition|anti-?\w+|former|ex-?\w+|-run|court|officials?|authorities)\b",
    re.IGNORECASE,
)


def as_party(speaker: Speaker) -> Speaker:
    """Return an armed group that was taken for an army or a charity as the party that it is."""
    if speaker.kind not in ("military", "ngo-un", "other") or not ARMED_GROUP.search(speaker.name):
        return speaker
    return speaker if OF_STATE.search(speaker.name) else replace(speaker, kind="claimant")
