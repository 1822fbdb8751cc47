"""Kinds: what sort of incident the words of a report tell of."""

import re
from collections import defaultdict

from sayso.read.text.page import Page

__all__ = ["kills_official", "kind_scores", "likeliest_kind", "text_scores"]

# Stems by which reports tell a kind, with a weight: 3 names it, 1 only goes with it.
KIND_WORDS: dict[str, str] = {
    "shooting": "shooting=3 shootings=3 shot(?!\\ down)=2 gunman=2 gunmen=2 gunshot=2 gunfire=2 shooter=2 shoots=2 drive-by=2 "
    "opened?\\ fire=2 gun(?:ned)?=1 firearm=1 rifle=1 shotgun=1 discharge[sd]?(?!\\ from)=1.5 sniper=2 bullets?=1",
    "bombing": "bomb(?:s|ing|ings|ed|er|ers)?=3 suicide\\ attack=3 car\\ bomb=4 explosives?=1 blasts?=1 detonat\\w+=2 "
    "grenades?=2 dynamite=2 ied=2",
    "stabbing": "stabb\\w+=3 stabs=3 knif\\w+=2 knives=2 machetes?=2 hacked=2",
    "vehicle-ramming": "ramm(?:ed|ing)=3 mow\\w*\\ down=3 plow\\w+=2 plough\\w+=2 truck\\ attack=4 drove\\ into=2 lorry=2"
    " car-ramm(?:ed|ing)=4 vehicle-ramm(?:ed|ing)=4"
    " dr(?:ove|iv(?:es|ing|en))\\ (?:[\\w-]+\\ ){0,3}into\\ (?:an?\\ |the\\ )?(?:[\\w-]+\\ )?(?:crowds?|pedestrians|shoppers|parade|revell?ers|festival|market|marchers|protesters|worshippers|people)=3"
    " car\\ rams=3 van\\ rams=3 truck\\ rams=3",
    "arson": "arson\\w*=4 set\\ (?:on\\ )?fire=2 firebomb\\w*=3 torched=3 set\\ alight=2",
    "assault": "assault(?:ed|s|ing)?=1.5 beaten=2 beating=2 attacked=1 rap(?:e|ed|ist)=2 sexual=2 punched=2",
    "homicide": "homicide=1 murder(?:ed|s)?=1.5 slain=1 slaying=1 body\\ (?:was\\ )?found=1.5 killing=.7 strangl\\w+=2",
    "hostage-taking": "hostages?=3 siege=1.5 barricaded=1.5 standoff=1 hijack\\w*=2",
    "abduction": "kidnap\\w*=3 abduct\\w*=3",
    "assassination": "assassinat\\w+=3",
    "armed-clash": "clash(?:es|ed)?=2 firefight=3 guerrillas?=1.5 rebels?=1.5 insurgents?=1 combat=2 ambush\\w*=2 "
    "troops=1 fighting=1.5 offensive=1.5 militants?=.7 gun\\ battle=2",
    "airstrike": "guided\\ bombs?=6 glide\\ bombs?=6 dropped\\ (?:[\\w-]+\\ ){0,3}bombs?=4 air\\s?strikes?=4 bombardment=2 warplanes?=2 drone\\ strike=4 drone\\ attacks?=3 drones?=1.5 air\\ raid=3 precision\\ air=2",
    "shelling": "shell(?:ed|ing)=3 mortars?=2 rockets=1.5 rocket\\ (?:attack|fire|barrage|salvo|strike|hit|struck|landed|slammed|launcher)s?=1.5 rocket=.5 artillery=2",
    "raid": "raid(?:s|ed)?=2 security\\ force=2 operation\\ to=1 targeted\\ the=1 combined\\ force=2 searched=.7 "
    "swoop=2 coalition\\ force=1 seized=.7",
    "riot": "riot(?:s|ing|ers)?=3 mutin(?:y|ies|ied|ous)=3 protest(?:s|ers|ing)?=1.5 unrest=2 looting=2 demonstrat\\w+=1.5 tear\\ gas=1",
    "execution": "execut(?:ed|ion)=3 beheaded=3",
    "plot": "plot(?:ted|ting)?=2 foiled=3 conspir\\w+=2",
    "aviation": "airlines?\\ (?:crash\\w*|disasters?)=4 airways\\ (?:crash\\w*|disasters?)=4 air\\ (?:crash\\w*|disasters?)=4 balloon=2 emergency\\ landing=3 plane=2 aircraft=2 helicopter=2 crash-land\\w*=3 airliner=3 flight=1 pilot=1 airport=.7 runway=1.5",
    "rail": "trains?\\ (?:crash\\w*|colli\\w+|wreck\\w*|accidents?|disasters?)=4 "
    "rail\\ (?:crash\\w*|accidents?|disasters?)=4 trams?\\ (?:crash\\w*|colli\\w+|accidents?)=4 train=2 funicular=3 trams?=2 derail\\w*=4 railway=2 locomotive=2",
    "road": "collision=2 crash(?:ed|es)?=1.5 highway=1 driver=1 traffic=1.5 bus=1 motorist=2 wreck=2 car\\ accident=3 "
    "pile-?ups?=3 overturned=1.5 lorry=1 brakes=1.5 plough\\w+=1 plow\\w+=1",
    "maritime": "ferry=3 boat=2 ship=2 capsiz\\w+=3 sank=2 barge=2 vessel=2 sinking=2",
    "explosion": "explosion=2 exploded=1.5 gas\\ leak=2 blast=1 fireworks=2 boiler=2",
    "fire": "fire\\ broke=3 blaze=2.5 firefighters=1.5 house\\ fire=3 flames=1.5 burned=1 engulfed=1.5 inferno=3",
    "building-collapse": "collaps(?:e|ed|es)=2 caved\\ in=2 gave\\ way=1.5 roof=1 scaffold\\w*=1.5 balcony=1",
    "crowd-crush": "stampede=4 crush(?:ed)?=1.5 trampled=3",
    "mine": "mine\\ (?:disaster|collapse|blast|explosion)=4 coal\\ mine=3 miners?=2 firedamp=3 trapped=.7",
    "chemical": "methanol=4 carbon\\ monoxide=4 chemical=2 toxic=2 ammonia=2 chlorine=2 suffocat\\w+=1.5 gas=.7 poison\\w*=2 leak=1 fumes=2",
    "earthquake": "earthquakes?=4 quake=4 magnitude=3 temblor=4 epicent\\w+=3 tremor=2 aftershocks?=2 seismic=2",
    "flood": "dam\\ (?:burst|broke|breach\\w*|fail\\w*)=3 flood(?:s|ing|ed|waters)?=3 monsoon=2 inundat\\w+=2",
    "storm": "hurricane=4 typhoon=4 cyclone=4 tornado\\w*=4 storm=2.5 winds=1",
    "landslide": "landslides?=4 from\\ the\\ mud=2 under\\ mud=2 mudslides?=4 mudflows?=4 mud\\ slide=3",
    "wildfire": "wildfires?=4 bushfires?=4 forest\\ fire=4",
    "volcano": "volcan\\w+=4 eruption=3 lava=2",
    "tsunami": "tsunami=3",
    "avalanche": "avalanche=4",
    "heat-cold": "heat\\s?wave=4 cold\\ snap=3 freezing=1",
    "epidemic": "outbreak=3 virus=2 flu=2 cholera=4 ebola=4 infected=2 epidemic=4 disease=2 cases=1 h5n1=4 sars=4 "
    "salmonella=3 e\\.?\\ ?coli=3 infection=2 symptoms=1 vaccin\\w+=1 measles=4 swine=2 bird\\ flu=4 meningitis=4 "
    "contaminated=2 dengue=4 malaria=4 zika=4 food\\ poisoning=3",
}

# Those who hold an office of state, and what makes the killing of one an assassination.
OFFICIAL = (
    r"(?:(?:prime |vice )?(?:minister|president)|governor|mayor|judge|magistrate|senator|lawmaker|legislator|congress(?:man|woman)|"
    r"M\.?P|councill?or|council(?:man|woman)|prosecutor|attorney general|ambassador|police chief|chief of police)"
)
KILLED = r"(?:shot dead|shot and killed|shot to death|stabbed to death|gunned down|assassinated|murdered|slain|killed)"
KILLS_OFFICIAL = re.compile(
    rf"\b(?:{KILLED}|kills?|killing(?: of)?|murder(?:ing)?(?: of)?) (?:an? |the )?(?:(?!(?:in|by|on|at|as|says?|said|appear\w*|before|after|when|while|until|from|to|with|who|and|but|faces?|for)\b)[\w'’-]+ ){{0,3}}?{OFFICIAL}\b(?!['’]s| says?\b| said\b)"
    rf"|\b{OFFICIAL}(?: of (?:the )?(?:[\w'’-]+ ){{0,2}}?[\w'’-]+)?(?: (?!says?\b|said\b|after\b|as\b)(?-i:[A-Z])[\w'’.-]+){{0,3}}(?:,[^,;.]{{2,60}},)?"
    rf"(?: and (?:his|her|two|three|an?) [\w ]{{2,20}}?)? (?:(?:was|is|were|has been|had been) (?:\w+ )?)?{KILLED}\b"
    r"(?! (?:an?|the|his|her|two|three|\d+) )",
    re.IGNORECASE,
)


def kills_official(text: str) -> bool:
    """True for words that tell that somebody who holds an office of state was killed."""
    return bool(KILLS_OFFICIAL.search(text))


def beginning(stem: str) -> str:
    """Return the letters that every word of a stem begins with: looking for them costs next to nothing."""
    letters = re.match(r"[a-z0-9]+", stem)[0]  # type: ignore[index]
    return letters[:-1] if stem[len(letters) : len(letters) + 1] in ("?", "*") else letters


PATTERNS = [
    (kind, beginning(stem), re.compile(rf"(?<![\w-])(?:{stem})(?![\w-])"), float(weight))
    for kind, row in KIND_WORDS.items()
    for stem, weight in (entry.rsplit("=", 1) for entry in re.split(r"(?<!\\) ", row))
]
"""Stems in lower case, to be looked for in text in lower case."""


def kind_scores(page: Page) -> dict[str, float]:
    """Return how strongly the words of a report tell each kind; the head of the report counts most."""
    scores: dict[str, float] = defaultdict(float)
    title = " ".join(s.text for s in page.sentences if s.field == "title")
    lead = " ".join(s.text for s in page.sentences if s.field == "text" and s.number < 3)
    rest = " ".join(s.text for s in page.sentences if s.field == "text" and s.number >= 3)
    for words, share, most in ((title, 3.0, 2), (lead, 2.0, 3), (rest, 0.5, 4)):
        text = words.lower()
        for kind, start, pattern, weight in PATTERNS:
            if start in text:
                scores[kind] += share * weight * times(pattern, start, text, most)
    return scores


def times(pattern: re.Pattern[str], start: str, text: str, most: int) -> int:
    """Return how often a pattern whose words begin with `start` stands in a text, up to `most` times."""
    if len(start) < 2:  # of "e. coli" the "e" is everywhere
        return min(len(pattern.findall(text)), most)
    count, at = 0, text.find(start)
    while at >= 0 and count < most:
        found = pattern.match(text, at)
        count += found is not None
        at = text.find(start, max(found.end() if found else 0, at + 1))
    return count


def text_scores(text: str) -> dict[str, float]:
    """Return how strongly the words of one sentence tell each kind."""
    lower = text.lower()
    return {
        kind: 3 * weight for kind, start, pattern, weight in PATTERNS if times(pattern, start, lower, most=1)
    }


def likeliest_kind(scores: dict[str, float]) -> str | None:
    """Return the kind that the words tell most strongly; None where they tell none."""
    kind, score = max(scores.items(), key=lambda each: each[1], default=("", 0.0))
    return kind if score >= 3 else None
