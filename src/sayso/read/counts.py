"""Counts: the sentences that say how many people were killed, hurt, held, missing ... and who they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.model import Certainty, Role
from sayso.read.page import Sentence
from sayso.read.people import Group, counted_by, group_of, heads_of, is_people, join
from sayso.read.tables import (
    ATTACKERS,
    CARRIED,
    HEDGES,
    HOSPITALS,
    HURTS,
    SUFFERS,
    TRIGGERS,
    words,
)

__all__ = ["Mention", "read_counts"]

DEADLY = words("dead fatally death")
ARMS = words("rifle gun handgun pistol shotgun knife machete bomb grenade axe weapon sword")
ATTACK_VERBS = words("shoot stab fire open attack bomb ram detonate gun storm assault ambush kill rob")
UNREAL = words("could would should will 'll can if unless must")
TELLING = words("believe say report think know confirm go appear")


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement of a number of people: which slot, who they are, and the word that tells their fate."""

    sentence: Sentence
    slot: str
    group: Group
    trigger: Token
    certainty: Certainty
    role: Role

    @property
    def start(self) -> int:
        """First token of the words that carry it."""
        return min(self.group.start, self.trigger.i)

    @property
    def end(self) -> int:
        """Token after the last of the words that carry it."""
        return max(self.group.end, self.trigger.i + 1)


def read_counts(sentence: Sentence) -> Iterator[Mention]:
    """Yield the numbers of people that a sentence gives, in the order of the words.

    Hypothetical people ("could kill hundreds"), attempts and plans yield nothing. A denial ("nobody was
    hurt") is a number, 0.
    """
    for token in sentence:
        for slot, groups in fates(token, sentence):
            if is_unreal(token):
                continue
            for group in groups:
                role = role_in(slot, group, token)
                firm = weaker(group.certainty, hedge_of(token, group))
                yield Mention(sentence, slot, group, token, firm, role)


def fates(token: Token, sentence: Sentence) -> Iterator[tuple[str, list[Group]]]:
    """Yield what a word tells of people: the slot and the groups of people it tells it of."""
    lemma = token.lemma_.lower()
    pos = (
        "VERB" if token.pos_ in ("VERB", "AUX") else "NOUN" if token.pos_ in ("NOUN", "PROPN") else token.pos_
    )
    trigger = TRIGGERS.get((lemma, pos)) or TRIGGERS.get((token.lower_, pos))
    if trigger is None and token.tag_ == "VBN":
        trigger = TRIGGERS.get((lemma, "VERB"))
    if trigger:
        heads = next((h for whom in trigger.whom if (h := PLACES[whom](token))), [])
        groups = groups_of(heads, sentence, token)
        yield slot_of(trigger.slot, token), groups
    yield from carried(token, sentence)
    yield from conditions(token, sentence)
    if token.pos_ in ("NOUN", "PROPN"):
        yield from attackers(token, sentence)


def groups_of(heads: list[Token], sentence: Sentence, trigger: Token) -> list[Group]:
    """Return the people that some heads and those joined to them stand for."""
    groups: list[Group] = []
    seen: set[int] = set()
    for head in heads:
        for noun in heads_of(head):
            if noun.i in seen or noun.i == trigger.i or not is_people(noun):
                continue
            seen.add(noun.i)
            if noun.i != head.i and has_own_fate(noun, trigger):
                continue
            group = group_of(noun, sentence)
            if group:
                groups.append(group)
    if not groups and heads and heads[0].i == trigger.i:
        group = group_of(trigger, sentence)
        if group and counted_by([group.head.doc[i] for i in range(group.start, group.head.i + 1)]):
            groups.append(group)
    return join(groups)


def has_own_fate(noun: Token, trigger: Token) -> bool:
    """True when joined people have a fate of their own: "one dead and two others in critical condition"."""
    return any(
        t.i != trigger.i
        and (
            (t.lemma_.lower(), "VERB" if t.tag_ == "VBN" else t.pos_) in TRIGGERS
            or (t.dep_ == "prep" and any(c.lemma_ == "condition" for c in t.subtree))
        )
        for t in noun.children
        if t.dep_ in ("acl", "amod", "prep", "relcl")
    )


def objects(verb: Token) -> list[Token]:
    """People to whom a verb is done: object, passive subject, the noun that its participle describes."""
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return [verb.head]
    found = [relative(t, verb) for t in verb.children if t.dep_ in ("nsubjpass", "dobj")]
    if (
        not found
        and verb.tag_ in ("VBN", "VBD")
        and verb.dep_ in ("ROOT", "ccomp", "conj", "advcl", "parataxis", "dep")
    ):
        subject = [
            t for t in verb.children if t.dep_ == "nsubj" and not any(c.dep_ == "dobj" for c in verb.children)
        ]
        found = [relative(t, verb) for t in subject]
    if not found and verb.dep_ == "conj":
        found = objects(verb.head)
    if not found and verb.dep_ in ("oprd", "xcomp", "ccomp") and verb.tag_ == "VBN":
        found = [t for t in verb.head.children if t.dep_ in ("dobj", "nsubjpass")]
    return found


def subjects(verb: Token) -> list[Token]:
    """People who do what a verb says; a relative pronoun gives way to its noun."""
    found = [relative(t, verb) for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
    if found:
        return found
    if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp"):
        governor = verb.head if verb.dep_ != "pcomp" else verb.head.head
        return subjects(governor) if governor.pos_ in ("VERB", "AUX") and governor.i != verb.i else []
    return [verb.head] if verb.dep_ in ("acl", "relcl") else []


def relative(token: Token, verb: Token) -> Token:
    """Return the noun that "who" or "that" stands for; any other token as it is."""
    if token.lower_ in ("who", "whom", "that", "which") and verb.dep_ == "relcl":
        return verb.head
    return token


def described(state: Token) -> list[Token]:
    """People of whom a state is told: "12 dead", "three were found dead", "left two men dead"."""
    head = state.head
    if state.dep_ == "amod":
        return [head]
    numbers = [t for t in state.children if t.dep_ in ("nummod", "nsubj", "nsubjpass", "npadvmod")]
    if numbers:
        return numbers
    if head.pos_ in ("VERB", "AUX"):
        inside = [
            relative(t, head)
            for t in head.children
            if t.dep_ in ("dobj", "nsubjpass", "nsubj") and t.i < state.i
        ]
        objects_first = [t for t in inside if t.dep_ == "dobj"] or inside
        return objects_first or subjects(head)
    if state.dep_ in ("conj", "appos") and head.i < state.i:
        return described(head) if head.pos_ == "ADJ" else []
    if state.i > state.sent.start and state.nbor(-1).like_num:
        return [state.nbor(-1)]
    return [head] if state.dep_ in ("relcl", "acl") else []


def counted(noun: Token) -> list[Token]:
    """The noun itself, when it is people that it counts ("31 deaths", "no injuries")."""
    return [noun]


def of_whom(noun: Token) -> list[Token]:
    """People after "of": "the death of two students"."""
    return [
        t
        for p in noun.children
        if p.dep_ == "prep" and p.lower_ == "of"
        for t in p.children
        if t.dep_ == "pobj"
    ]


def owner(noun: Token) -> list[Token]:
    """People before the possessive: "her husband's death"."""
    return [t for t in noun.children if t.dep_ == "poss"]


PLACES = {
    "object": objects,
    "subject": subjects,
    "modified": described,
    "number": counted,
    "of": of_whom,
    "owner": owner,
}


def slot_of(slot: str, token: Token) -> str:
    """Return the slot after looking beside the word: "fatally wounded" and "shot dead" are killed."""
    if slot != "injured" or token.pos_ not in ("VERB", "ADJ", "AUX"):
        return slot
    if {t.lower_ for t in token.children} & DEADLY:
        return "killed"
    if any(p.lower_ == "to" and any(t.lower_ == "death" for t in p.children) for p in token.children):
        return "killed"
    if token.lemma_ in ("shoot", "stab", "beat"):  # "shot and killed": one fate, told by two verbs
        partners = [
            t for t in (token.head, *token.children) if "conj" in (t.dep_, token.dep_) and t.lemma_ == "kill"
        ]
        if any(
            not any(c.dep_ in ("dobj", "nsubjpass") for c in t.children) or t.i > token.i for t in partners
        ):
            return "killed"
    return slot


def carried(token: Token, sentence: Sentence) -> Iterator[tuple[str, list[Group]]]:
    """Yield people taken to hospital or treated there."""
    if token.lemma_.lower() not in CARRIED or token.pos_ != "VERB":
        return
    near = {
        t.lower_
        for p in token.children
        if p.dep_ in ("prep", "advmod", "dative", "agent", "npadvmod")
        and p.lower_ in ("to", "at", "in", "into", "by", "from")
        for t in p.subtree
    }
    if near & HOSPITALS:
        people = (
            objects(token)
            if token.lemma_
            in (
                "take",
                "transport",
                "rush",
                "bring",
                "send",
                "admit",
                "treat",
                "airlift",
                "transfer",
                "carry",
                "fly",
                "move",
            )
            else subjects(token)
        )
        yield "hospitalised", groups_of(people, sentence, token)


def conditions(token: Token, sentence: Sentence) -> Iterator[tuple[str, list[Group]]]:
    """Yield people in critical condition, and people who suffered wounds."""
    if token.lemma_ == "condition":
        grave = {t.lower_ for t in token.lefts} | {t.lower_ for c in token.lefts for t in c.children}
        if grave & {"critical", "life-threatening", "grave"} and "non" not in grave:
            prep = token.head
            governor = prep.head if prep.dep_ == "prep" else token.head
            people = (
                [governor]
                if governor.pos_ in ("NOUN", "NUM", "PROPN", "PRON")
                else objects(governor) or subjects(governor)
            )
            yield "critical", groups_of(people, sentence, token)
    if token.lemma_.lower() in HURTS and token.head.lemma_ in SUFFERS and token.dep_ == "dobj":
        yield "injured", groups_of(subjects(token.head), sentence, token)
    if token.lower_ == "custody" and token.head.lower_ in ("in", "into"):
        governor = token.head.head
        people = (
            [governor]
            if governor.pos_ in ("NOUN", "NUM", "PROPN")
            else objects(governor) or subjects(governor)
        )
        yield "detained", groups_of(people, sentence, token)
    if token.lower_ == "missing" and token.pos_ == "VERB":
        yield "missing", groups_of(subjects(token) or objects(token), sentence, token)
    if token.lower_ == "fatally" and token.head.pos_ in ("NUM", "NOUN", "PRON"):
        yield "killed", groups_of([token.head], sentence, token)
    if token.lower_ == "toll" and (number := toll_number(token, sentence)) is not None:
        yield "killed", [number]
    if token.lemma_ == "critically" or token.lower_ == "critically":
        verb = token.head
        if verb.lemma_ in ("injure", "wound", "hurt"):
            yield "critical", groups_of(objects(verb), sentence, token)


def toll_number(token: Token, sentence: Sentence) -> Group | None:
    """Return the number that a death toll is said to stand at: "the death toll has risen to 12"."""
    for other in list(token.subtree) + list(token.head.subtree):
        is_number = (
            other.like_num
            and other.i > token.i
            and other.ent_type_ not in ("DATE", "TIME", "PERCENT", "MONEY")
        )
        if is_number and other.head.lower_ in (
            "to",
            "at",
            "of",
            "is",
            "was",
            "reached",
            "passed",
            "hit",
            "exceeded",
        ):
            return group_of(other, sentence)
    return None


def attackers(token: Token, sentence: Sentence) -> Iterator[tuple[str, list[Group]]]:
    """Yield those who carried it out: an attacker noun, or the doer of a violent verb, described not named."""
    lemma = token.lemma_.lower()
    verb = token.head
    armed = (
        token.tag_ == "NN"
        and token.i > 0
        and any(
            t.dep_ == "prep" and t.lower_ == "with" and any(c.lemma_.lower() in ARMS for c in t.children)
            for t in token.children
        )
    )
    described = any(t.lower_ in ("armed", "masked", "hooded") for t in token.lefts) and is_people(token)
    doer = (
        armed
        or described
        or (
            token.dep_ == "nsubj"
            and verb.lemma_.lower() in ATTACK_VERBS
            and token.ent_type_ not in ("PERSON", "ORG", "GPE")
        )
        or (token.dep_ == "pobj" and verb.dep_ == "agent" and verb.head.lemma_.lower() in ATTACK_VERBS)
    )
    named = token.pos_ == "PROPN" and lemma not in ATTACKERS
    if named or not (
        lemma in ATTACKERS or (doer and is_people(token) and token.lower_ not in ("police", "officer"))
    ):
        return
    if token.dep_ in ("compound", "amod", "appos"):
        return
    if (
        verb.lemma_ == "fire"
        and verb.lower_ == "fired"
        and not any(t.lower_ in ("shots", "gun", "shot", "into", "at", "on", "rounds") for t in verb.subtree)
    ):
        return
    group = group_of(token, sentence)
    if group and group.count.low != 0 and not group.pronoun and group.role not in ("responder", "combatant"):
        yield "attackers", [replace(group, role="attacker")]


def role_in(slot: str, group: Group, trigger: Token) -> Role:
    """Return the role that a slot and its words give people: the arrested are attackers unless said otherwise."""
    if slot == "attackers":
        return "attacker"
    if slot == "detained" and group.role in ("victim", "unclear"):
        return "attacker"
    if group.head.lower_ in ("himself", "themselves", "herself"):
        return "attacker"
    if slot in ("hospitalised", "critical", "ill", "missing", "hostages", "displaced", "rescued"):
        return "victim" if group.role in ("unclear", "combatant") else group.role
    return "victim" if group.role == "unclear" else group.role


def hedge_of(trigger: Token, group: Group) -> Certainty:
    """Return how firmly the clause says it: "is believed to have died" is probable, "may have" possible."""
    around = {t.lower_ for t in trigger.children} | {t.lower_ for t in group.head.children}
    above = trigger
    for _ in range(3):
        if above.head.i == above.i or above.dep_ in ("ccomp", "relcl", "advcl"):
            break
        above = above.head
        around |= {t.lower_ for t in above.children if t.dep_ in ("advmod", "aux", "acomp")} | {above.lower_}
    found = [HEDGES[w] for w in around if w in HEDGES]
    return "possible" if "possible" in found else "probable" if found else "certain"


def is_unreal(trigger: Token) -> bool:
    """True when the words tell of something that has not happened: plans, attempts, conditions, denials."""
    token = trigger
    for _ in range(4):
        helpers = {t.lower_ for t in token.children if t.dep_ in ("aux", "mark")}
        if helpers & UNREAL or (helpers & {"may", "might"} and "have" not in helpers):
            return True
        purpose = "to" in helpers and not helpers & {"have", "be"}
        if purpose and token.head.lemma_.lower() not in TELLING:
            return True
        if any(t.dep_ == "neg" for t in token.children):
            return True
        if token.head.i == token.i or token.dep_ in ("ccomp", "relcl", "advcl", "conj", "acl"):
            return False
        token = token.head
        if token.lemma_.lower() in ("attempt", "attempted", "plot", "threat", "conspiracy"):
            return True
    return False


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """Return the less firm of two."""
    order: tuple[Certainty, ...] = ("certain", "probable", "possible")
    return max(one, other, key=order.index)
