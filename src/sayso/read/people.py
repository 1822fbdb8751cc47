"""The people in a sentence: which noun phrases mean people, how many they are, and in what role."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import Certainty, Count, Role
from sayso.read.numbers import VAGUE, read_quantity
from sayso.read.page import Sentence
from sayso.read.tables import (
    ATTACKERS,
    COMBATANTS,
    NOT_PEOPLE,
    PEOPLE,
    RESPONDERS,
    SOLDIERS,
    SUSPECTS,
)

__all__ = ["Group", "counted_by", "group_of", "heads_of", "is_people", "join"]

SINGULAR_PRONOUNS = frozenset("he she him her himself herself his i me who".split())
PLURAL_PRONOUNS = frozenset("they them themselves their we us".split())
QUANTIFIERS = frozenset(
    "one some another others other several many few both all none nobody no-one everyone anyone half each dozens "
    "scores hundreds thousands couple pair trio dozen hundred thousand million number second third fourth fifth "
    "sixth".split()
)
UNITS = frozenset(
    "year years yr month months week weeks day days hour hours minute minutes mile miles km percent % am pm a.m. "
    "p.m. dollars shots rounds times".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """Some people as a sentence names them: how many, the words [start, end), their head and role."""

    count: Count
    certainty: Certainty
    head: Token
    start: int
    end: int
    role: Role
    pronoun: bool = False
    definite: bool = False
    vague: bool = False

    @property
    def words(self) -> str:
        """The words that name them."""
        return str(self.head.doc[self.start : self.end].text)


def heads_of(head: Token) -> list[Token]:
    """Return a noun and the nouns joined to it by "and" or commas, in order."""
    return [
        head,
        *(t for t in head.conjuncts if t.i > head.i and t.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")),
    ]


def is_people(head: Token) -> bool:
    """True when a noun phrase can mean people: a person noun, a personal name, a number standing alone."""
    lemma, lower = head.lemma_.lower(), head.lower_
    if lower in SINGULAR_PRONOUNS | PLURAL_PRONOUNS | QUANTIFIERS:
        return not any(of_what(head, NOT_PEOPLE))
    if lemma in PEOPLE or lower in PEOPLE or lower.rstrip("s") in PEOPLE:
        return True
    if lemma in NOT_PEOPLE or lower in NOT_PEOPLE:
        return False
    if head.pos_ == "NUM" or head.tag_ == "CD":
        return not (head.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT") or any(of_what(head, NOT_PEOPLE)))
    if head.ent_type_ == "PERSON" or lemma.endswith(("man", "woman", "men")):
        return True
    if head.tag_ == "NNS" and any(t.dep_ == "nummod" and t.like_num for t in head.lefts):
        return True
    return head.pos_ == "PROPN" and head.ent_type_ in ("", "PERSON") and not head.is_lower


def of_what(head: Token, nouns: frozenset[str]) -> Iterator[Token]:
    """Yield the nouns of "two of the cars" that are in a table."""
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (t for t in prep.children if t.lemma_.lower() in nouns)


def group_of(head: Token, sentence: Sentence) -> Group | None:
    """Return the people that one noun stands for, or None when the words give no number of people."""
    start = phrase_start(head, sentence)
    tokens = [head.doc[i] for i in range(start, head.i + 1)]
    lower = head.lower_
    counted = counted_by(tokens)
    certainty: Certainty = "certain"
    pronoun = definite = vague = False
    if counted:
        count, certainty = counted
        definite = tokens[0].lower_ in ("the", "these", "those", "both", "all")
    elif lower in SINGULAR_PRONOUNS:
        count, pronoun = Count(low=1, high=1), True
    elif lower in PLURAL_PRONOUNS:
        count, pronoun, vague = Count(low=2), True, True
    elif lower in ("one", "another", "second", "third", "fourth", "fifth", "sixth") or (
        lower == "other" and tokens[0].lower_ != "other"
    ):
        count = Count(low=1, high=1)
    elif lower in ("nobody", "none", "no-one"):
        count = Count(low=0, high=0)
    elif head.tag_ in ("NNS", "NNPS") or lower in ("people", "others", "children", "men", "women", "police"):
        definite = tokens[0].lower_ in ("the", "these", "those", "his", "her", "their", "all")
        count, vague = Count(low=2), True
    elif lower in ("family", "group", "crowd", "number", "some", "many", "all", "each", "half"):
        return None
    else:
        count = Count(low=1, high=1)
        definite = tokens[0].lower_ in ("the", "this", "that", "his", "her", "their")
    end = phrase_end(head)
    return Group(count, certainty, head, start, end, role_of(head, tokens), pronoun, definite, vague)


def phrase_start(head: Token, sentence: Sentence) -> int:
    """Return the index where the noun phrase of a head begins."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in (
            "nsubj",
            "nsubjpass",
            "csubj",
            "cc",
            "punct",
            "prep",
            "mark",
            "aux",
            "auxpass",
            "advcl",
        ):
            continue
        start = min(start, child.left_edge.i)
    first = sentence.tokens.start
    for size in (3, 2, 1):  # "at least", "no fewer than" are often parsed outside the phrase
        before = head.doc[max(first, start - size) : start].text.lower()
        if before in (
            "at least",
            "more than",
            "as many as",
            "up to",
            "no fewer than",
            "fewer than",
            "less than",
        ):
            return max(first, start - size)
    return max(first, start)


def phrase_end(head: Token) -> int:
    """Return the index after the noun phrase: the head, an age ("Smith, 24"), or "of" and what follows."""
    for child in head.children:
        if (
            child.i > head.i
            and child.dep_ == "prep"
            and child.lower_ == "of"
            and child.right_edge.i - head.i < 8
        ):
            return child.right_edge.i + 1
    return head.i + 1


def counted_by(tokens: list[Token]) -> tuple[Count, Certainty] | None:
    """Return the number that a phrase gives its head; ages, dates and ordinals give none."""
    at = 0
    words = [t.lower_ for t in tokens]
    while at < len(tokens):
        quantity = read_quantity(words[at:])
        if quantity is None:
            return None
        end = at + quantity.end
        number = tokens[end - 1]
        following = words[end : end + 2]
        is_age = number.like_num and (
            following[:1] in (["-"], ["–"])
            or any(f in UNITS for f in following)
            or number.ent_type_ == "ORDINAL"
        )
        if not is_age and not (words[at + quantity.start] in VAGUE and number.dep_ == "neg"):
            return quantity.count, quantity.certainty
        at = end
    return None


def role_of(head: Token, tokens: list[Token]) -> Role:
    """Return what part these people played, as far as their own words tell."""
    told = {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
    told |= {t.lemma_.lower() for prep in head.children if prep.lower_ == "of" for t in prep.children}
    if told & (ATTACKERS | SUSPECTS):
        return "attacker"
    if told & COMBATANTS:
        return "combatant"
    if told & SOLDIERS:
        return "unclear"
    if told & RESPONDERS:
        return "responder"
    return "victim"


def join(groups: list[Group]) -> list[Group]:
    """Add up people joined in one clause who share a role ("two women and a man": 3); keep roles apart."""
    joined: list[Group] = []
    for group in groups:
        same = next((g for g in joined if g.role == group.role and not g.pronoun), None)
        if same is None:
            joined.append(group)
            continue
        low = None if same.count.low is None or group.count.low is None else same.count.low + group.count.low
        high = (
            None
            if same.count.high is None or group.count.high is None
            else same.count.high + group.count.high
        )
        if low is None and high is None:
            joined.append(group)
            continue
        firm: Certainty = "certain" if same.certainty == group.certainty == "certain" else "probable"
        joined[joined.index(same)] = Group(
            Count(low=low, high=high), firm, same.head, same.start, group.end, same.role, False, same.definite
        )
    return joined
