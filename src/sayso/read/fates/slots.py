"""Which slot people counted belong to, where the words beside them tell better than the network."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from sayso.model import COUNT_SLOTS, FACT_SLOTS
from sayso.read.counting.plain import HEDGE, LABELS, NUMBER
from sayso.read.counting.tolls import measured_at
from sayso.read.fates.befell import (
    TOLL_TO,
    are_a_number,
    are_counted,
    are_freed_too,
    are_surviving,
    has_come_out,
    have_died,
    have_nearly_died_of_wounds,
    is_searched_for,
    were_killed_too,
    were_only_hurt,
)
from sayso.read.fates.captives import are_captive, are_held, are_taken, by_state, is_freed
from sayso.read.fates.casualties import are_all_shot, are_parted, were_hit_as_well
from sayso.read.fates.hospital import was_treated_there
from sayso.read.fates.met import BODIES, both_fates, is_alive, was_saved
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence
from sayso.read.text.patterns import Pattern

__all__ = ["slot_of"]

# Who is taken away is not dead, whatever befell others.
TAKEN = re.compile(r"\b(?:took|take|taking|held|holding|seiz(?:ed|ing)) (?:\w+ )?$", re.IGNORECASE)
# Who dies with his killer: "killed himself and 12 others".
KILLS_WITH_SELF = re.compile(
    r"\b(?:kill|murder)(?:s|ed|ing) (?:him|her|them)sel(?:f|ves)(?:,? and|,? along with|,? as well as)(?: the| his| her| another)?(?: at least| about| some| nearly| more than)? $",
    re.IGNORECASE,
)
# Who is saved, and who gets free.
SAVING = re.compile(
    r"\b(?:pluck|rescu|winch|sav)(?:ed|ing)(?: (?:about|some|nearly|another))? $", re.IGNORECASE
)
# The second alternative: who gets away from captors, "nine girls | escape kidnappers".
GOT_FREE = re.compile(
    r",? (?:(?:has|have|had|were|was|been|also|later|all) )*(?:walked free|ransomed|escaped|freed|set free|let go)\b"
    r"| (?:escapes?|escaped|flees?|fled)(?: from)?(?: the| their)? (?:\w+ )?(?:kidnappers|abductors|captors|captivity|bandits|gunmen)\b",
    re.IGNORECASE,
)
# Who is brought out of where he was in danger: "31 people | were evacuated from the sea".
FROM_PERIL = re.compile(
    r"(?: (?:people|persons|passengers|others|survivors|crew|fishermen|workers|residents|villagers))?(?: (?:were|was|have been|had been|has been))?(?: evacuated)? from (?:(?:the|an?|its|their|her) )?"
    r"(?:(?:[\w-]+ )?(?:sea|waters?|waves|rubble|debris|wreck\w*|wreckage|rooftops?|roofs?|flood ?waters?)|(?:sinking|sunken|capsized|stricken|listing|burning|overturned) \w+)\b(?!-| ?(?:front|side|wall|works|plant|park))",
    re.IGNORECASE,
)
# Who is shut in, and who is brought out of it.
TRAPS = re.compile(r"\btrap(?:s|ped|ping)(?: (?:about|some|at least|nearly|another))? $", re.IGNORECASE)
TO_SAFETY = re.compile(
    r"(?: (?!(?:and|but|were|was|have|has|had|been)\b)[\w'’-]+){0,6}? (?:(?:have|has|had|was|were|been) ){0,3}(?:\w+ )?(?:air)?(?:lifted|flown|winched|taken|brought|carried|hoisted|hauled|raised|returned)"
    r"(?: (?:back|up|out))? (?:to (?:safety|the surface|shore|land|dry land|the mainland|higher ground|base camp)|ashore|above ground)\b",
    re.IGNORECASE,
)
# Who was shut in, and is out: "nine miners | trapped since Monday were rescued".
SHUT_IN = re.compile(
    r"(?: (?:who|that))?(?: (?:had|have|has|were|was|been))*(?: \w+ly)? (?:trapped|stranded|buried|stuck|cut off|marooned)\b"
    rf"(?:(?!\b(?:and|but|while|{NUMBER})\b)[^.;]){{0,80}}? (?:were|was|have been|has been|had been)(?: (?:all|later|since|finally|\w+ly))?"
    r" (?:rescued|freed|saved|(?:pulled|brought|dug)(?: out)? alive|brought to safety)\b",
    re.IGNORECASE,
)
# Who is brought out alive, before or behind him, and who only faints.
BROUGHT_ALIVE = re.compile(
    r"(?:, \d{1,3})?,?(?: (?:was|were|is|are|been|being|has|have))* (?:pulled|dug|brought|found|lifted)(?: out)? alive\b",
    re.IGNORECASE,
)
PULLING = re.compile(
    r"\b(?:f[io]u?nd|pull|bring|brought|dug|dig|locat|recover|carri|haul|drag|lift|winch|pluck|hoist)(?:s|ed|ing)?(?: (?:out|up|ashore))?"
    rf"(?: (?:{HEDGE}|the|another|all|only|just))* $",
    re.IGNORECASE,
)
STILL_ALIVE = re.compile(r"(?: still)? alive\b(?! (?:or|and dead)\b)", re.IGNORECASE)
SURVIVORS = re.compile(r"\bsurvivors$", re.IGNORECASE)
# Who had to leave home, whatever befell others of the sentence: "nine missing and | 6,000 driven from their homes".
UPROOTED = re.compile(
    r"(?: (?:people|persons|residents|villagers|others|families))?(?: (?:have|has|had|were|was|are|been|being))*"
    r" (?:(?:driven|forced|chased|flushed) (?:from|out of) (?:their )?homes?|displaced|evacuated|made homeless|left homeless|rendered homeless)\b",
    re.IGNORECASE,
)
FAINTED = re.compile(
    r"(?: (?:had|have|has|were|was|also))* (?:fell unconscious|fainted|passed out|lost consciousness|(?:knocked|rendered|left) unconscious)\b"
    r"(?![^.;]*\b(?:died|dead|succumbed|death)\b)",
    re.IGNORECASE,
)
# Cases by how sure they are: "64 cases, of which | 53 confirmed".
OF_CASES = re.compile(r"\bcases\b[^.;]{0,60}\bof (?:which|these|them)(?: about| some)? $", re.IGNORECASE)
# Who let captives go: "gunmen released 19 of them".
LET_GO = re.compile(
    rf"(?<![\w-])(?<!to )(?:frees?|freed|freeing|releas(?:es|ed|ing))(?: (?:{HEDGE}|all|another|the))? $",
    re.IGNORECASE,
)
# The dead who are carried out, and who died somewhere else: "24 bodies", "36 died at the scene and | one at the hospital".
DIED_AND = re.compile(
    r"\b(?:died|killed|dead|succumbed)\b(?:(?! (?:was|were|is|are|had|have|has|taken|treated)\b)[^.;]){0,60}?(?:,| and)(?: and)? $",
    re.IGNORECASE,
)
THERE_TOO = re.compile(
    r"(?: (?:others?|more))?(?: later)? (?:at|in|en route to|on (?:the|their|his|her) way to) (?:[\w'’-]+ ){0,3}(?:hospital|clinic)s?\b",
    re.IGNORECASE,
)
# Who is taken of those of whom others were killed, no suspects: "killed 60 soldiers and captured | five others".
TAKEN_TOO = re.compile(
    r"\b(?:kill|wound)\w* [^.;,]{0,40}?\b(?:soldiers|troops|policemen|police officers|servicemen|guards),? and"
    rf" (?:captur|seiz|abduct|kidnapp)\w+(?: (?:{HEDGE}|another))? $",
    re.IGNORECASE,
)
# Of whom it is denied that the other side has taken them: "denies that | any of its men | were captured".
DENIES_ANY = re.compile(r"\b(?:den(?:y|ies|ied|ying)|rejects?|rejected)\b[^.;]{0,40}?$", re.IGNORECASE)
WERE_TAKEN = re.compile(
    r"(?: of (?:its|their|his) (?:men|soldiers|troops|officers|fighters|members|forces))?"
    r" (?:were|was|had been|have been|has been) (?:captured|seized|taken (?:prisoner|captive|hostage))\b",
    re.IGNORECASE,
)
# Who is led away alive: "seven women who were | carried away".
LED_AWAY = re.compile(
    r"(?:,? (?:who|that|whom))? (?:(?:was|were|had been|have been)(?: also| later)? (?:carried|taken|led|marched|herded|driven|dragged|spirited|whisked|carted)"
    r"|(?:gunm[ae]n|bandits|rebels|militants|kidnappers|they) (?:(?:had|have) )?(?:took|taken|carried|led|marched|dragged)) (?:away|off(?=[,.;]|$| (?:by|into|with|at)\b))\b"
    r"(?! (?:by|in|on|to|with) (?:(?:the|an?|its|their|rising|flash|strong|raging) )*"
    r"(?:\w+ )?(?:flood\w*|rivers?|streams?|torrents?|waters?|waves?|currents?|sea|surf|winds?|mud\w*|landslides?|avalanches?|tides?|police|officers?|handcuffs|custody|ambulances?|stretchers?|hospitals?|medics|paramedics)\b)",
    re.IGNORECASE,
)
# Officers shot in a headline that tells the death of who shot them: "3 officers shot, suspect dead".
SHOT_AND_HE = re.compile(
    r" (?:were |was )?(?:shot|stabbed)(?:,|;| and| -) (?:the |a )?(?:suspect|suspected gunman|gunman|shooter|attacker|assailant|man|woman)s? (?:is |was )?(?:dead|killed|dies|died|fatally)\b",
    re.IGNORECASE,
)
# People hit, the dead among them: "eight people, including the two who died, were shot".
WITH_DEAD = re.compile(
    r",? (?:including|among them) [^.;,]{0,30}\bwho (?:later |has |have )?(?:died|(?:was|were) killed),? (?:was|were) (?:shot|stabbed|hit|struck)\b",
    re.IGNORECASE,
)
# Who is badly hurt, and what counts the ill: "99,700 suspected | cases".
FIGHTS = re.compile(r"[^.;]{0,40}?\bfight(?:s|ing)? for (?:his|her|their) li(?:fe|ves)\b", re.IGNORECASE)
CASES = re.compile(
    r" (?:(?:suspected|confirmed|new|probable|active|known) )*(?:cases|infections)\b", re.IGNORECASE
)
# The ill whom a total counts: "cholera cases have risen to | 1,340", "the number of people infected rose to | 90".
CASES_AT = Pattern(
    r"(?:(?:^|[,;:] |\band |\bbut |\bwhile )(?:(?!\b(?:deaths?|dead|died|kill\w*|fatal\w*|toll|murder|homicide|hurt|injur\w+|wounded)\b)[^,;.])*?)"
    r"\b(?:cases|infections|infected(?: with [\w-]+)?)\b(?: (?!(?:and|but|while|with|after|when|as|killed|killing)\b)[\w'’-]+){0,8}? "
    rf"(?:to|at|is|was|are|reached|now|hit|passed|topped|exceeded|surpassed|numbered|total(?:led|ed)?)(?: {HEDGE})? $",
    re.IGNORECASE,
    needs="cases|infect",
)
CASUALTIES = re.compile(r"(?<!fatal )\bcasualties\b", re.IGNORECASE)
CASUALTIES_AT = re.compile(
    r"\bcasualt(?:y|ies)(?: (?:figures?|tolls?|count|number))?(?: (?:was|is|stood|had (?:risen|climbed)))? (?:at|to|as) (?:\w+ ){0,2}$",
    re.IGNORECASE,
)

# Whose number it is, right before it: "put the dead at 21 and the missing at | 40".
PUT_AT = (
    r"\b(?:the|of|and) (?:number of )?(?:{}) (?:(?:now|has|had|have|stood|stands|rose|rises|risen|put|was|were) ){{0,3}}(?:at|to) "
    rf"(?:{HEDGE} )?$"
)
MISSING_AT, HURT_AT, DEAD_AT = (
    re.compile(PUT_AT.format(fate), re.IGNORECASE)
    for fate in ("missing|unaccounted for", "injured|wounded|hurt", "dead|killed|deaths")
)
# Who is not found, whatever else befell others: "a man | remains unaccounted for"; who is shut in; who is hurt so that he dies.
IS_MISSING = re.compile(
    r"(?: (?:is|are|was|were|remains?|remained|still|also))+ (?:unaccounted for|missing)\b", re.IGNORECASE
)
TRAPPED = re.compile(
    r"(?: (?:is|are|was|were|remain(?:s|ed)?|still))* trapped\b(?!,? and (?:\w+ )?(?:injured|wounded|hurt|burn))",
    re.IGNORECASE,
)
FATALLY = re.compile(
    r"(?: (?:was|were|been|had|have|has|being))* fatally (?:injured|wounded|hurt|shot|stabbed)\b",
    re.IGNORECASE,
)
# One of those hurt who has died: "was among | the five passengers stabbed and died".
WAS_AMONG = re.compile(r"\b(?:was|were|is|are|had been) (?:among|one of) (?:the |those )?$", re.IGNORECASE)
WERE_HURT = re.compile(
    r"(?: who (?:were|had been))? (?:stabbed|wounded|injured|hurt|shot|hit)\b(?! (?:dead|to death|and killed|by police))",
    re.IGNORECASE,
)

Test = Callable[[str, int, int], bool]
"""Tells of a sentence and the people [start, end) in it whether a rule holds."""


def before(pattern: re.Pattern[str] | Pattern) -> Test:
    """Return a test that holds where a pattern finds words before the people."""
    return lambda text, start, _: pattern.search(text, 0, start) is not None


def behind(pattern: re.Pattern[str]) -> Test:
    """Return a test that holds where a pattern matches words right behind the people."""
    return lambda text, _, end: pattern.match(text, end) is not None


def within(pattern: re.Pattern[str]) -> Test:
    """Return a test that holds where a pattern finds something in the words for the people."""
    return lambda text, start, end: pattern.search(text, start, end) is not None


def both(first: Test, second: Test) -> Test:
    """Return a test that holds where two do."""
    return lambda text, start, end: first(text, start, end) and second(text, start, end)


class Rule(NamedTuple):
    """The slots that a rule changes, all if there are none; when it holds; and the slot that people then belong to."""

    held: tuple[str, ...]
    holds: Test
    slot: str


STRUCK, IN_CARE = ("killed", "injured"), ("hospitalised", "injured", "critical")
# The first that holds decides.
RULES: tuple[Rule, ...] = (
    Rule(STRUCK, within(CASUALTIES), "casualties"),
    Rule(STRUCK, before(CASUALTIES_AT), "casualties"),
    Rule(("killed",), both(behind(FIGHTS), is_alive), "critical"),
    # the line of a list: "Survivors: | 80"
    *(
        Rule(
            (),
            before(re.compile(rf"^\W*(?:total |number of )?(?:{words})(?: ?: ?| [-–—] )$", re.IGNORECASE)),
            slot,
        )
        for slot, words in LABELS.items()
    ),
    Rule(STRUCK, behind(CASES), "ill"),
    Rule(STRUCK, both(are_counted, before(CASES_AT)), "ill"),
    Rule(("killed",), are_surviving, "injured"),
    Rule(STRUCK, both(within(re.compile(r"\w (?:confirmed|probable|suspected)\b")), before(OF_CASES)), "ill"),
    Rule(STRUCK, before(MISSING_AT), "missing"),
    Rule(("killed", "missing"), before(HURT_AT), "injured"),
    Rule(("injured", "missing"), before(DEAD_AT), "killed"),
    Rule(("killed",), both(are_a_number, before(TRAPS)), "missing"),
    Rule(("hospitalised",), behind(TO_SAFETY), "rescued"),
    Rule(("missing",), behind(SHUT_IN), "rescued"),
    Rule(STRUCK, are_freed_too, "rescued"),
    Rule(("injured",), were_killed_too, "killed"),
    Rule(STRUCK, both_fates, "casualties"),
    Rule((*STRUCK, "detained", "missing"), are_captive, "hostages"),
    Rule(("detained", "killed", "injured", "hospitalised", "attackers"), behind(IS_MISSING), "missing"),
    Rule(("injured",), behind(TRAPPED), "missing"),
    Rule(("injured",), behind(FATALLY), "killed"),
    Rule(("killed",), both(behind(WERE_HURT), before(WAS_AMONG)), "casualties"),
    Rule(("detained",), before(TAKEN_TOO), "hostages"),
    Rule(("detained",), both(behind(WERE_TAKEN), before(DENIES_ANY)), "hostages"),
    Rule(STRUCK, is_freed, "rescued"),
    Rule(STRUCK, both(are_taken, lambda text, start, _: by_state(text, start)), "detained"),
    Rule(STRUCK, are_taken, "hostages"),
    Rule(("killed", "injured", "detained"), behind(LED_AWAY), "hostages"),
    Rule(STRUCK, behind(WITH_DEAD), "casualties"),
    Rule(STRUCK, are_parted, "casualties"),
    Rule(("injured",), before(KILLS_WITH_SELF), "killed"),
    Rule(("killed",), behind(SHOT_AND_HE), "injured"),
    Rule(("killed",), were_only_hurt, "injured"),
    Rule(("killed",), have_nearly_died_of_wounds, "injured"),
    Rule(("killed",), is_searched_for, "missing"),
    Rule(("rescued", "injured", "hospitalised"), within(BODIES), "killed"),
    Rule(IN_CARE, have_died, "killed"),
    Rule(("ill", "detained"), before(TOLL_TO), "killed"),
    Rule(("hospitalised",), both(behind(THERE_TOO), before(DIED_AND)), "killed"),
    Rule(("hospitalised",), was_treated_there, "injured"),
    Rule(("injured",), has_come_out, "hospitalised"),
    Rule(("displaced",), before(SAVING), "rescued"),
    Rule(("displaced",), behind(FROM_PERIL), "rescued"),
    Rule(("hostages",), behind(GOT_FREE), "rescued"),
    Rule(("hostages",), before(LET_GO), "rescued"),
    Rule(("detained",), is_freed, "rescued"),
    # Who is taken is what he is then called.
    Rule((), both(within(re.compile(r"\b(?:hostages|captives)$", re.IGNORECASE)), before(TAKEN)), "hostages"),
    Rule((), both(within(re.compile(r"\bprisoners$", re.IGNORECASE)), before(TAKEN)), "detained"),
    Rule(("killed",), was_saved, "rescued"),
    Rule(("killed",), behind(BROUGHT_ALIVE), "rescued"),
    Rule(("killed", "injured", "missing"), both(behind(STILL_ALIVE), before(PULLING)), "rescued"),
    Rule(("missing",), within(SURVIVORS), "rescued"),
    Rule(("killed", "injured", "missing"), behind(UPROOTED), "displaced"),
    Rule(("killed",), behind(FAINTED), "injured"),
    # Right behind a bare number, the fate of its people: "70 dead, 12 missing".
    *(
        Rule(
            ("killed", "injured", "missing"),
            both(are_a_number, behind(re.compile(fate, re.IGNORECASE))),
            slot,
        )
        for slot, fate in (
            ("missing", r" (?:were |are |still )*missing\b"),
            ("displaced", r" (?:were |are |left |made )*(?:homeless|displaced)\b"),
            ("ill", r" (?:\w+ ){0,2}cases\b"),
            (
                "injured",
                r" (?:were |are )?(?:injured|wounded|hurt)\b(?! (?:\w+ ){0,2}?who (?:\w+ )?(?:died|succumbed)\b)",
            ),
            ("killed", r" (?:were |are )?(?:dead|killed)\b(?! (?:or|and))"),
        )
    ),
    Rule(STRUCK, are_all_shot, "casualties"),
    Rule(("killed",), were_hit_as_well, "casualties"),
)
RULES_OF = {tag: [r for r in RULES if tag in (r.held or (tag,))] for tag in (*COUNT_SLOTS, *FACT_SLOTS)}


@lru_cache(maxsize=64)
def slot_of(stretch: Stretch, sentence: Sentence) -> str:
    """Return the slot of people counted, which words beside them may tell better than the network does."""
    start = max(0, stretch.span.start - sentence.start)
    end = start + len(stretch.span.quote)
    told = sentence.body[: sentence.start]
    if spoken := measured_at(sentence.text, told, start, end):
        return spoken
    if stretch.tag == "detained" and are_held(sentence.text, told, end, stretch.role):
        return "hostages"
    rules = RULES_OF[stretch.tag]
    return next((rule.slot for rule in rules if rule.holds(sentence.text, start, end)), stretch.tag)
