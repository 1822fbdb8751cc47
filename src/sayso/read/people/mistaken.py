"""Named victims whom the rest of a report tells of otherwise: who lives, who was only hurt, who died, who did it."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sayso.model import Claim, Count, Label, retold
from sayso.read.fates.present import DEATH
from sayso.read.people.named import ROW, Named, Sign, are_one, name_at, named_in, signs_of
from sayso.read.text.page import Page
from sayso.read.text.slips import common_words

__all__ = ["rightly_named"]

# The parts of those who are counted among the dead without having done it.
NOT_ATTACKERS = frozenset({"victim", "all", "responder", "unclear"})
ONE = Count(low=1, high=1)
NAMES = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
# Who is no person: a town, "a | Lodva | man".
TOWNSMAN = re.compile(
    r" (?:man|woman|men|women|boys?|girls?|teen(?:ager)?s?|residents?|students?|native|couple|mother|father|toddler)\b"
)
A_SORT = re.compile(r"\b(?:an?|the|another|(?:\d+|\w+)-year-old) $", re.IGNORECASE)
# Who somebody is said to be, before his name: "the engineers, | Ida Hale and Ugo Bern", "the driver was named as".
SORT = re.compile(
    rf"\b(?i:the|his|her|their|both|one|two|three|four|five|an?) (?:[\w-]+ ){{0,2}}?(?P<sort>[a-z]{{3,}})"
    r"(?:(?: (?:was|were|is|are|has been|have been))?(?: \w+ly)? (?:named|identified)(?: by [^,.;]{2,40}?)?(?: as)?|:|,| are| is| was| were)"
    rf" {ROW}"
)
# What tells nothing of who is meant.
NO_SORT = frozenset(
    "victim victims people others other person persons suspect suspects gunman man men woman women dead injured wounded shooting attack".split()
)
FATES = dict.fromkeys(("injured", "critical", "hospitalised", "ill"), "injured") | {
    "killed": "killed",
    "hostages": "missing",
    "missing": "missing",
}
# What of itself tells what befell somebody, and code points: how far before a name stands who he is.
PLAIN: frozenset[Sign] = frozenset({"died", "hurt", "unhurt", "lives", "did"})
FAR = 200


def rightly_named(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """Return the claims of an account, its named victims as the whole report tells of them.

    Who speaks, is arrested or came off unhurt has not died, and is left out, and so is whose name alone is
    given where the toll has no room for him: to be wrong about a name is worst. Who is said elsewhere to be
    hurt, to have died, or to have died as the attacker is told so.
    """
    victims = {id(c): name_at(c.span, page) for c in claims if is_victim(c)}
    if not victims:
        return list(claims)
    told = {name: signs_for(name, claims, victims, page) for name in {*victims.values()} if name.parts}
    kept = []
    for claim in claims:
        name = victims.get(id(claim))
        if name is None:
            kept.append(claim)
        elif not name.parts:
            kept += [] if claim.span.quote.islower() and " " not in claim.span.quote else [claim]
        elif not is_of_town(claim, page):
            code = code_told(label(claim).code, told[name])
            if code != "missing" and not told[name] & PLAIN:
                code = fate_of_sort(claim, claims, page) or code
            kept += [coded(claim, code)] if code else []
    return within_toll(kept, told, page)


def is_victim(claim: Claim, code: str | None = None) -> bool:
    """True for the claim that somebody is a victim; with `code` of that fate."""
    if claim.slot != "victim" or claim.polarity != "positive" or not isinstance(claim.value, Label):
        return False
    return code is None or claim.value.code == code


def label(claim: Claim) -> Label:
    """Return the value of a claim about somebody."""
    assert isinstance(claim.value, Label)
    return claim.value


def is_of_town(claim: Claim, page: Page) -> bool:
    """True for a town after which somebody is called: "a Lodva man"."""
    sentence = page.at(claim.span)
    if " " in claim.span.quote or not TOWNSMAN.match(sentence.text, claim.span.end - sentence.start):
        return False
    return A_SORT.search(sentence.text, 0, max(0, claim.span.start - sentence.start)) is not None


def signs_for(name: Named, claims: Sequence[Claim], victims: dict[int, Named], page: Page) -> set[Sign]:
    """Return what a report tells of a victim; of one whom all his claims have as dead no more than that he is."""
    codes = {label(c).code for c in claims if victims.get(id(c)) == name}
    return signs_of(name, page, "died" if codes == {"killed"} else None)


def code_told(code: str | None, told: set[Sign]) -> str | None:
    """Return the fate of a victim by all that is told of him; None for whom it did not befall."""
    if code == "injured" and "died" in told and not told & {"hurt", "lives"}:
        return "killed"
    if code == "injured" and "unhurt" in told and not told & {"hurt", "hit"}:
        return None
    if code != "killed" or "died" in told:
        return code
    if "hurt" in told:
        return "injured"
    return None if told & {"unhurt", "lives", "did"} else code


def fate_of_sort(claim: Claim, claims: Sequence[Claim], page: Page) -> str | None:
    """Return the fate of somebody's sort where it is counted, and met one only: of "the engineers", two of whom are held."""
    sentence = page.at(claim.span)
    start = max(0, claim.span.start - sentence.start)
    found = SORT.search(sentence.text, max(0, start - FAR), start)
    if found is None or found["sort"] in NO_SORT:
        return None
    sort = re.compile(rf"\b{re.escape(found['sort'].removesuffix('s'))}(?:e?s)?\b", re.IGNORECASE)
    met = {
        FATES[c.slot]
        for c in claims
        if c.slot in FATES and c.polarity == "positive" and c.role != "attacker" and sort.search(c.who or "")
    }
    return met.pop() if len(met) == 1 else None


def coded(claim: Claim, code: str, slot: str = "victim") -> Claim:
    """Return a claim about somebody with another fate, or of another slot."""
    return retold(claim, slot=slot, value=replace(label(claim), code=code))


def within_toll(claims: list[Claim], told: dict[Named, set[Sign]], page: Page) -> list[Claim]:
    """Return claims without named dead for whom the toll has no room, as others fill it who are surely dead.

    Who is counted among the dead as an attacker, of whom it is told that he died, is a suspect.
    """
    dead = [c for c in claims if is_victim(c, "killed")]
    names = {id(c): name for c in dead if (name := name_at(c.span, page)).parts}
    counted = [c for c in claims if is_toll(c)] if names else []
    victims = [c for c in counted if c.role in NOT_ATTACKERS]
    did = [c for c in counted if c.role == "attacker"]
    killers = {n for n in names.values() if any(counts(c, n) for c in did)}
    if not killers or not any(c.value == ONE and not any(names_in(c.who or "")) for c in did):
        killers = set()
    firm: list[Named] = []
    for name in names.values():
        is_firm = told.get(name, set()) & {"died", "hit"} or any(counts(c, name) for c in victims)
        if is_firm and name not in killers and not any(are_one(name, other) for other in firm):
            firm.append(name)
    if len(firm) != toll_of(victims):
        return claims
    kept = []
    for claim in claims:
        called = names.get(id(claim))
        if called is None or any(are_one(called, other) for other in firm):
            kept.append(claim)
        elif called in killers and "died" in told.get(called, ()):
            kept.append(coded(claim, "killed", "suspect"))
        elif DEATH.search(page.at(claim.span).text):
            kept.append(claim)
    return kept


def is_toll(claim: Claim) -> bool:
    """True for a claim that counts the dead."""
    return (claim.slot, claim.polarity, claim.standing) == ("killed", "positive", "current")


def toll_of(counted: Sequence[Claim]) -> int | None:
    """Return how many have died, by the highest of the figures; None where one is open, and where only somebody named is counted so."""
    tolls = [(c.value.high, c.who or "") for c in counted if isinstance(c.value, Count)]
    most = max((number or 0 for number, _ in tolls), default=0)
    is_open = any(number is None for number, _ in tolls)
    is_told = any(number == most and not any(names_in(who)) for number, who in tolls)
    return most if is_told and not is_open else None


def counts(claim: Claim, name: Named) -> bool:
    """True for a claim that counts people among whom it has a name."""
    return any(are_one(name, other) for other in names_in(claim.who or ""))


def names_in(who: str) -> Iterator[Named]:
    """Yield the names among words for people, but for the word with which they begin."""
    for found in NAMES.finditer(who):
        name = named_in(found[0].title() if found[0].isupper() else found[0])
        if name.parts and (found.start() or name.first or name.parts[0].lower() not in common_words()):
            yield name
