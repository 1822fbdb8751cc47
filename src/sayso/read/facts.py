"""Facts: means, suspects, victims, responsibility, motive, cause, clock time, advice and official steps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Certainty, Polarity
from sayso.read.counts import Mention
from sayso.read.page import Sentence
from sayso.read.tables import words

__all__ = ["Fact", "read_facts", "suspects_of", "victims_of"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a fact: words [start, end) of the sentence's text are the value, with its code."""

    sentence: Sentence
    slot: str
    start: int
    end: int
    code: str | None = None
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"

    @property
    def text(self) -> str:
        """The value as written."""
        return self.sentence.text[self.start : self.end]


# Means, by the noun that names them. Qualifiers before the noun belong to the text ("a 9mm handgun").
WEAPONS: dict[str, str] = {
    "firearm": "handguns? guns? rifles? pistols? shotguns? revolvers? firearms? ak-?47s? ar-?15s? kalashnikovs? "
    "machine\\ guns? submachine\\ guns? assault\\ rifles? semi-?automatic(?:\\ (?:rifle|weapon|handgun|pistol)s?)? "
    "assault\\ weapons? automatic\\ weapons? magnum glock bb\\ gun small\\ arms",
    "explosive": "bombs? (?:truck|car|roadside|pipe|suicide|nail|petrol|pressure\\ cooker)\\ bombs? explosives? "
    "grenades? dynamite ieds? improvised\\ explosive\\ devices? mines? landmines? missiles? rockets? mortars? "
    "suicide\\ vests? explosive\\ (?:device|vest|belt|charge)s? car\\ bombs? rpgs? shells? tnt",
    "vehicle": "truck lorry van",
    "blade": "kni(?:fe|ves) machetes? swords? daggers? axes? scissors box\\ cutters? hatchets? blades?",
    "incendiary": "molotov\\ cocktails? gasoline petrol\\ bombs? firebombs? lighter\\ fluid accelerants?",
    "chemical": "tear\\ gas acid pepper\\ spray sarin chlorine nerve\\ agent poison",
    "aircraft": "drones?",
    "blunt": "hammers? bats? baseball\\ bats? clubs? bricks? stones? rocks? batons? crowbars?",
}
QUALIFIER = r"(?:(?:[\w.'-]*\d[\w.'-]*|black|small|large|high-powered|loaded|stolen|semi-?automatic|assault|sawed-off|homemade|kitchen|hunting|air|service|caliber|calibre|-|mm|cal\.?|steak|pocket)\s)*"
UNESCAPED_SPACE = re.compile(r"(?<!\\) ")
WEAPON_PATTERNS = [
    (code, re.compile(rf"(?<![\w-]){QUALIFIER}(?:{UNESCAPED_SPACE.sub('|', row)})(?![\w-])", re.IGNORECASE))
    for code, row in WEAPONS.items()
]
NOT_MEANS = re.compile(
    r"gun (?:control|law|violence|owner|rights|lobby|debate|battle|shop|store|safety|permit|show)|"
    r"bomb (?:squad|threat|disposal|hoax)|stun gun|no weapons?|gun-?fire|rocket attack on|night ?club|"
    r"top gun|under the gun|pick-?up truck|tow truck|fire truck|police van|truck driver|shell casing",
    re.IGNORECASE,
)
VEHICLE_ATTACK = re.compile(
    r"ramm|plow|plough|mow|drove (?:\w+ )*into|ran (?:\w+ )*over|into (?:a|the) crowd", re.IGNORECASE
)

CLOCK = re.compile(
    r"(?P<about>(?:at )?(?:around|about|approximately|just (?:before|after)|shortly (?:before|after)|nearly|roughly) )?"
    r"(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?(?P<second>:[0-5]\d)? ?"
    r"(?P<half>a\.m\.?|p\.m\.?|am|pm)(?![\w])"
    r"|(?P<about2>(?:around|about|approximately|just (?:before|after)|shortly (?:before|after)) )?(?P<word>midnight|noon)\b"
    r"|(?P<about3>(?:around|about|at) )(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?! ?(?:a\.m|p\.m|am|pm))"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d) (?:hours|hrs|GMT|local time)",
    re.IGNORECASE,
)
NOT_WHEN = re.compile(
    r"vigil|conference|scheduled|court|deadline|open (?:from|at)|call|meeting|press|updated|posted|published|edition|"
    r"service|funeral|until|arraign|broadcast|newscast|tune in|p\.m\. to|a\.m\. to",
    re.IGNORECASE,
)

NAME = r"(?:[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|al|bin|de|la|van|el|al-[A-Z]\w+))*)"
GROUP = (
    r"(?:(?:[Tt]he |an? )?(?:[\w'’-]+ ){0,3}?(?:Taliban|Islamic State(?: group)?|ISIS|ISIL|al-?Qaeda|Boko Haram|"
    r"al-?Shabaab|guerrillas?|rebels?|militants?|separatists?|Hamas|Hezbollah|FMLN|FARC|ELN|ETA|IRA|Shining Path|"
    r"extremists?|insurgents?|terrorists?|" + NAME + r"))"
)
RESPONSIBILITY_ROWS: tuple[tuple[str, str, Polarity], ...] = (
        (r"(?P<text>[Nn]o(?: one|body|-one| (?:\w+ )?(?:group|organi[sz]ation|party))).{0,40}claimed (?:\w+ )?responsibility", "claimed", "negative"),
        (rf"(?P<text>{GROUP})(?:,[^,]{{3,80}},)?(?: \w+){{0,3}} claim(?:ed|s|ing)(?: \w+)? responsibility", "claimed", "positive"),
        (rf"claimed (?:responsibility )?by (?P<text>{GROUP})", "claimed", "positive"),
        (rf"responsibility (?:\w+ ){{0,6}}(?:was|were|has been) (?:\w+ )?claimed by (?P<text>{GROUP})", "claimed", "positive"),
        (rf"(?P<text>{GROUP}) (?:\w+ ){{0,3}}den(?:ied|ies|ying) (?:any |having |its? |their )?(?:responsibility|involvement|role|taking part)", "denied", "positive"),
        (rf"blam(?:ed|es|ing) (?:\w+ ){{0,4}}?on (?P<text>{GROUP})", "blamed", "positive"),
        (rf"blam(?:ed|es|ing) (?P<text>{GROUP})", "blamed", "positive"),
        (rf"(?P<text>{GROUP}) (?:was|were|is|are) (?:\w+ )?blamed", "blamed", "positive"),
)  # fmt: skip
RESPONSIBILITY = tuple(
    (re.compile(pattern), code, polarity) for pattern, code, polarity in RESPONSIBILITY_ROWS
)

MOTIVES = re.compile(
    r"(?P<not>not (?:\w+ ){0,3})?(?P<text>"
    r"(?:acts? of )?(?:domestic |lone.wolf )?terror(?:ism)?(?: attacks?)?\b|terrorist (?:attacks?|acts?|incident)|hate crimes?|"
    r"(?:an? )?(?:attempted |armed |botched )?robbery(?: (?:attempt|gone wrong|gone bad))?|(?:an? )?home invasion|"
    r"gang(?:-|\s)related|drug(?:-|\s)related|domestic (?:violence|dispute|disturbance|situation|incident)|"
    r"(?:an? )?(?:\w+ )?(?:argument|dispute|altercation|quarrel|feud|fight)(?: (?:over|about|with|between) [^,.;]{3,60})?|"
    r"(?:in )?retaliation(?: for [^,.;]{3,60})?|(?:in )?revenge(?: for [^,.;]{3,60})?|road rage|"
    r"self[- ]defen[cs]e|murder[- ]suicide|drive-by shooting|random(?: act(?: of violence)?)?|targeted(?: attack)?|"
    r"politically motivated|workplace violence|"
    r"(?<=motive )(?:is|was) [^,.;]{3,60}|(?<=motivated by )[^,.;]{3,60})",
    re.IGNORECASE,
)
CAUSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"caused by (?P<text>[^,.;]{3,70})",
        r"(?:was|were|is) (?:due to|blamed on|attributed to) (?P<text>[^,.;]{3,70})",
        r"(?:died|dead|deaths?|ill|sick|sickened|infected|outbreaks?|cases?|cause) (?:of|from|with|by|due to) (?:the |an? )?(?P<text>(?:\w+ ){0,2}"
        r"(?:flu|virus|influenza|cholera|ebola|h5n1|h1n1|malaria|sars|fever|salmonella|e\.? ?coli|hepatitis|measles|"
        r"meningitis|monoxide(?: poisoning)?|botulism|anthrax|dengue|plague|bacteria|disease))",
        r"(?P<text>(?:bird|swine|avian) (?:flu|influenza)|h5n1|cholera|ebola|carbon monoxide(?: poisoning| leak)?)",
        r"(?P<text>(?:the |a )?(?:gun|weapon|firearm|rifle|pistol)[^,.;]{0,20} (?:went off|discharged|accidentally)[^,.;]{0,30})",
        r"(?P<text>accidental(?:ly)?(?: (?:shooting|discharge|discharged|shot|fired))?)",
        r"(?P<text>(?:gas|fuel|chemical) (?:leak|explosion)|engine failure|mechanical failure|human error|short circuit|faulty \w+|malfunction\w*)",
    )
)
ADVICE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:anyone|those|people|persons|witnesses|anybody|residents|individuals|drivers|motorists|the public|citizens|parents|everyone)"
        r"[^.]{0,90}?(?:is|are|were|was|being|been)? ?(?:asked|urged|encouraged|advised|warned|told|requested|instructed)(?: not)? to (?P<text>[^.;]{4,120})",
        r"(?:anyone|those|people|witnesses)(?: \w+){0,3} (?:with|who)[^.]{2,90}?(?:should|can|may|could|please) (?P<text>(?:call|contact|email|text|phone|come)[^;]{4,120})",
        r"(?P<text>(?:please )?(?:call|contact) (?:the )?[A-Z\d][^;]{6,110}(?:\d{3}[-. ]\d{4}|TIPS|Crime ?Stoppers))",
        r"(?:urg(?:ed|es|ing)|warn(?:ed|s|ing)|advis(?:ed|es|ing)|tell(?:ing)?|told|ask(?:ed|ing|s)?) (?:the )?(?:people|residents|motorists|drivers|the public|public|citizens|travelers|everyone|anyone)[^.]{0,40}? (?:not )?to (?P<text>[^.;]{4,120})",
        r"(?:residents|people|motorists|the public|citizens) (?:should|must) (?P<text>[^.;]{4,100})",
    )
)
RESPONSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<text>(?:declared?|imposed?|extend(?:ed)?) (?:an? |the )?(?:\w+ )?(?:state of (?:emergency|siege)|curfew|emergency|\w+ days? of mourning)[^.;,]{0,40})",
        r"(?P<text>(?:state of emergency|curfew|lockdown)[^.;,]{0,30} (?:was|were|has been|had been|is) (?:declared|imposed|extended|lifted)[^.;,]{0,20})",
        r"(?P<text>(?:schools?|roads?|streets?|airports?|highways?|borders?|bridges?|stations?|lanes|campus|market|highway|buildings?)(?: \w+){0,6} (?:was|were|is|are|been|remain(?:s|ed)?) (?:\w+ )?(?:closed|shut|locked down|evacuated|cordoned off|on lockdown)[^.;,]{0,40})",
        r"(?P<text>(?:closed|shut down|shut|evacuated|sealed off|cordoned off|locked down) (?:the |all |its |several |nearby )[^.;,]{3,50})",
        r"(?P<text>(?:offer(?:ed|ing|s)?|announced?) (?:an? |up to )?[^.;,]{0,20}\$?[\d,]* ?rewards?[^.;,]{0,50}|rewards? of [^.;]{3,50}|\$[\d,]+ reward)",
        r"(?P<text>(?:cancell?ed|postponed|called off|suspended) (?:the |its |his |her |all |a )[^.;,]{3,50})",
        r"(?P<text>[^.;,]{3,40} (?:was|were|has been|have been) (?:cancell?ed|postponed|called off|suspended))",
        r"(?P<text>(?:called?|convened?|held|chair(?:ed)?|summoned) (?:an? )?emergency (?:meeting|session|cabinet)[^.;,]{0,40})",
        r"(?P<text>(?:sent|sending|dispatched|deployed|deploy(?:ing)?|mobili[sz]ed) (?:[\d\w,]+ ){0,4}(?:troops|soldiers|rescue|rescuers|relief|aid|teams?|experts|medical|police reinforcements|national guard)[^.;,]{0,50})",
        r"(?P<text>(?:launched|opened|ordered|opening|begun|started) (?:an? )?(?:\w+ ){0,3}(?:inquiry|probe|inquest|internal investigation|independent investigation|review)[^.;,]{0,40})",
        r"(?P<text>(?:placed|put|been) on (?:paid )?(?:\w+ )?(?:administrative )?leave)",
        r"(?P<text>(?:raised?|raising) (?:the |its )?(?:\w+ )?(?:alert|threat|security)(?: \w+){0,4})",
    )
)

CHARGED = words("charge charged charges indict indicted arraigned accused faces facing")
CONVICTED = words("convicted sentenced guilty convict sentence pleaded pleads")
AT_LARGE = re.compile(
    r"at large|on the run|on the loose|fled|manhunt|(?:searching|looking|hunting|search|hunt) for (?:the |a |an |two |three |other )?(?:\w+ ){0,3}(?:suspects?|gunm[ae]n|shooters?|m[ae]n|attackers?|assailants?|person|driver)|"
    r"no (?:arrests|suspects?)|not (?:been )?(?:caught|arrested|in custody)|escaped|got away|wanted",
    re.IGNORECASE,
)
CULPRIT = re.compile(
    r"(?:the |a |an |two |three |four |another |second |their |his |one )?(?:\w+ )?(?:suspects?|gunm[ae]n|shooters?|attackers?|assailants?|bombers?)\b",
    re.IGNORECASE,
)


def read_facts(sentence: Sentence) -> Iterator[Fact]:
    """Yield the facts that patterns of words tell in a sentence, slot by slot."""
    text = sentence.text
    yield from weapons(sentence, text)
    yield from clock_times(sentence, text)
    for pattern, code, polarity in RESPONSIBILITY:
        if found := pattern.search(text):
            yield fact_of(sentence, "responsibility", found, code, polarity)
            break
    for found in MOTIVES.finditer(text):
        value = found["text"].lower()
        if value in ("random", "targeted", "fight") and not re.search(r"police|investigat|believe", text):
            continue
        yield fact_of(sentence, "motive", found, None, "negative" if found["not"] else "positive")
    yield from first_of(CAUSES, "cause", sentence, text)
    yield from first_of(ADVICE, "advice", sentence, text)
    yield from first_of(RESPONSES, "response", sentence, text)


def fact_of(
    sentence: Sentence,
    slot: str,
    found: re.Match[str],
    code: str | None = None,
    polarity: Polarity = "positive",
) -> Fact:
    """Return the fact whose value a pattern's group `text` holds."""
    start = found.start("text")
    return Fact(sentence, slot, start, start + len(found["text"].rstrip(' ,"”')), code, "certain", polarity)


def first_of(
    patterns: tuple[re.Pattern[str], ...], slot: str, sentence: Sentence, text: str
) -> Iterator[Fact]:
    """Yield the fact that the first fitting pattern tells."""
    for pattern in patterns:
        if found := pattern.search(text):
            yield fact_of(sentence, slot, found)
            return


def weapons(sentence: Sentence, text: str) -> Iterator[Fact]:
    """Yield the means that nouns name; a vehicle only where it is driven at people."""
    taken: list[tuple[int, int]] = [m.span() for m in NOT_MEANS.finditer(text)]
    for code, pattern in WEAPON_PATTERNS:
        if code == "vehicle" and not VEHICLE_ATTACK.search(text):
            continue
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            taken.append(found.span())
            yield Fact(sentence, "weapon", found.start(), found.end(), code)


def clock_times(sentence: Sentence, text: str) -> Iterator[Fact]:
    """Yield the clock times that a sentence tells of the event, with the code "HH:MM"."""
    if NOT_WHEN.search(text):
        return
    for found in CLOCK.finditer(text):
        said = found.groupdict()
        if said["word"]:
            hour, minute = (0, 0) if said["word"].lower() == "midnight" else (12, 0)
        elif said["military"]:
            hour, minute = int(said["military"][:2]), int(said["military"][2:])
        elif said["hour24"]:
            hour, minute = int(said["hour24"]), int(said["minute24"])
        else:
            hour, minute = int(said["hour"]), int(said["minute"] or 0)
            if hour > 12:
                continue
            hour = hour % 12 + 12 * said["half"].lower().startswith("p")
        about = (
            said["about"]
            or said["about2"]
            or (said["about3"] if said["about3"] not in ("at ", None) else None)
        )
        yield Fact(
            sentence,
            "time",
            found.start(),
            found.end(),
            f"{hour:02}:{minute:02}",
            "probable" if about else "certain",
        )
        return


def victims_of(mention: Mention) -> Iterator[tuple[str, int, int, str]]:
    """Yield (name, start, end, code) of the named people of a mention; indices are tokens of the document."""
    code = {"killed": "killed", "injured": "injured", "hospitalised": "injured", "critical": "injured"}.get(
        mention.slot, "missing" if mention.slot in ("missing", "hostages") else ""
    )
    if not code or mention.role == "attacker":
        return
    for entity in mention.sentence.tokens.ents:
        if entity.label_ == "PERSON" and mention.group.start <= entity.start < mention.group.end:
            yield entity.text, entity.start, entity.end, code


def suspects_of(mention: Mention) -> tuple[str, str] | None:
    """Return (text, code) of the suspects that a mention tells of: the held, the dead, the charged."""
    told = {t.lower_ for t in mention.sentence}
    if mention.slot == "detained" and mention.group.count.high == 1:
        code = "convicted" if told & CONVICTED else "charged" if told & CHARGED else "detained"
        return mention.group.words, code
    if mention.slot == "killed" and mention.role == "attacker":
        return mention.group.words, "killed"
    return None
