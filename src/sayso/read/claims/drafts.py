"""Puts together what the network and the rules find in one report: the claims of each of its accounts."""

import re
from collections.abc import Iterator

from sayso.model import COUNT_SLOTS, Claim, Count, Label, Role, Span, Speaker, claim_id
from sayso.read.certainty.context import certainty_at, least_sure, part_of
from sayso.read.certainty.polarity import polarity_at
from sayso.read.certainty.rebuttals import rebuttals
from sayso.read.claims.accounts import Accounts, Draft
from sayso.read.claims.clauses import clause_around, clause_of
from sayso.read.claims.denials import code_of, is_denied, is_granted, is_let_go, is_no_claim, is_nobodys
from sayso.read.claims.facts import BY_PATTERN, NO_GROUP_NAMED, ROUGHLY, Fact, read_facts, wanted
from sayso.read.claims.standing import standing_of
from sayso.read.claims.statements import is_same
from sayso.read.claims.succession import amid
from sayso.read.claims.sureness import SURE_OF_NARRATOR, SURE_OF_SPEAKER, SURE_WHERE_SIGNED, is_sure, signs
from sayso.read.counting.amounts import at_least, number_of
from sayso.read.counting.numbers import read_quantity
from sayso.read.counting.plain import HARM, parts_of, plain_counts
from sayso.read.counting.sums import is_one
from sayso.read.counting.tolls import beyond, counts_in_total, rank_in, total_with
from sayso.read.fates.aboard import losses_in, without_the_lost
from sayso.read.fates.captives import is_bailed
from sayso.read.fates.conditions import with_conditions
from sayso.read.fates.met import both_fates, is_no_victim, is_nobody
from sayso.read.fates.slots import slot_of
from sayso.read.fates.things import things_hit
from sayso.read.fates.unreal import is_asked, is_unreal
from sayso.read.incidents.make_believe import made_up
from sayso.read.incidents.scope import Scope
from sayso.read.incidents.setting import Setting
from sayso.read.people.accused import with_suspects
from sayso.read.people.again import told_again
from sayso.read.people.blameless import is_blameless, with_kin
from sayso.read.people.listed import without_listed
from sayso.read.people.mistaken import rightly_named
from sayso.read.people.roles import are_somebody, role_of
from sayso.read.people.sides import CULPRITS, FIGHTERS, SUSPECT
from sayso.read.people.stretches import mended
from sayso.read.people.unseen import is_fewer, may_hold, those_before, unseen
from sayso.read.speech.cues import PRONOUNS
from sayso.read.speech.hearsay import hearsay_at, is_unsure
from sayso.read.speech.institutions import as_party
from sayso.read.speech.saying import denial_in
from sayso.read.speech.speakers import Attributions, not_of_himself, through, whole_name
from sayso.read.speech.subjects import kind_of
from sayso.read.tagging.network import Network, Stretch, Tagged
from sayso.read.text.page import Page, Sentence, overlap
from sayso.read.text.slips import named

__all__ = ["Draughtsman"]

# Facts that tell of a person, those of which a question tells nothing, and words that name nobody.
PEOPLE = frozenset({"suspect", "victim"})
ASKED = frozenset({"responsibility", "motive", "cause"})
NAMELESS = re.compile(r"(?i:(?:no )?one|nobody|an?other|someone|anyone|a (?:second|third)|aged? \d{1,3})")
# What a fact of a slot is not about: nobody's name, and what somebody has, which answers for nothing ("its forces").
NO_NAMES = dict.fromkeys(PEOPLE, NAMELESS) | {"responsibility": NO_GROUP_NAMED}
# Kinds of speakers that are no group of their own.
NO_GROUP = frozenset(
    {"police", "prosecutor-court", "medical", "rescue", "witness", "victim-family", "expert"}
)
# Words for one person, and for who did it to himself.
SELF = frozenset({"himself", "herself", "self"})
ONE = SELF | {*"a an the another second third fourth fifth sixth seventh eighth ninth tenth".split()}
# What people are, not how many: "21 of the dead were children".
WERE = re.compile(r"\b(?:dead|victims|killed|wounded|injured|them|those) (?:were|are) $", re.IGNORECASE)
NEAR_HEAD = 6
# Of whom what befell them is only feared: "dozens | feared drowned".
FEARED = re.compile(r"(?: (?:are|were|is|was))? (?:feared|presumed|believed|thought)\b", re.IGNORECASE)


class Draughtsman:
    """Puts together what the network and the rules find in one page."""

    def __init__(self, page: Page, network: Network) -> None:
        self.page, self.report, self.network = page, page.report, network
        self.told: Tagged = network.tag(page.report)
        whole = with_conditions(mended((s for s in self.told.stretches if is_sure(s)), page), page)
        unreal = made_up(page)
        self.sentences = [s for s in page.sentences if s not in unreal]
        self.begins_true = all(s.number for s in unreal)
        self.lost = {at: loss for at, loss in losses_in(page) if at not in unreal}
        whole = without_listed(without_the_lost(with_suspects(whole, page), self.lost), page.sentences)
        setting = Setting(page, self.told, network)
        real = [s for s in whole if page.at(s.span) not in unreal]
        self.stretches = [s for s in real if not (setting.is_hoax and s.tag == "weapon")]
        self.held: dict[Sentence | None, list[Stretch]] = {}
        for stretch in self.stretches:
            self.held.setdefault(page.holding(stretch.span), []).append(stretch)
        self.said = Attributions(page, self.told.speakers)
        self.scope = Scope(page, self.held, setting)
        self.accounts = Accounts(page, setting, self.scope)

    def drafts(self) -> list[Draft]:
        """Return the accounts with their claims: the main one first, then the others."""
        nothing = all(stretch.main < 0.5 for stretch in self.stretches)
        for stretch in self.stretches:
            sentence = self.page.at(stretch.span)
            part = self.scope.past(stretch, sentence) or self.accounts.piece_at(sentence, stretch.span.start)
            is_main = self.scope.chance(stretch, sentence) >= 0.5 or (nothing and part.number == 0)
            draft = self.draft_of(part, main=is_main)
            read = self.count if stretch.tag in COUNT_SLOTS else self.fact
            self.keep(draft, read(draft, stretch, sentence))
        for sentence in self.sentences:
            draft = self.draft_of(sentence, main=self.scope.is_main(sentence))
            for rule in (self.totals, self.parts, self.all_aboard):
                for claim in rule(draft, sentence):
                    self.keep(self.accounts.holding(claim), claim)
            for found in read_facts(sentence):
                whose = self.draft_at(sentence, found.start)
                self.keep(whose, self.patterned(whose, found, sentence))
            draft.strike(sentence.span(*thing) for thing in things_hit(sentence.text))
        told = self.accounts.told(or_plain=self.begins_true)
        for draft in told:
            claims, draft.claims = draft.claims, []
            claims = rightly_named([*claims, *rebuttals(claims, self.page, self.said.itself)], self.page)
            for claim in claims:
                self.keep(draft, amid(claim, claims, self.page))
        return told

    def draft_of(self, sentence: Sentence, *, main: bool) -> Draft:
        """Return the account that a sentence tells: that of the sentence with which it goes on, if it does."""
        if (sentence.field, sentence.start) not in self.accounts.listed:
            sentence = self.scope.follows.get(sentence, sentence)
        return self.accounts.of(sentence, main=main, sure=self.scope.is_sure(sentence))

    def draft_at(self, sentence: Sentence, at: int) -> Draft:
        """Return the account that the words of a sentence at `at` tell: of one on several places, that of their piece."""
        part = self.accounts.piece_at(sentence, sentence.start + at)
        return self.draft_of(part, main=self.scope.is_main(sentence, at))

    def speaker(self, span: Span, stretch: Stretch | None = None) -> Speaker:
        """Return who says some words: whom the network is sure of, else whom a cue beside them names, else the narrator."""
        sentence = self.page.at(span)
        if is_granted(sentence, span):
            return Speaker()
        if heard := hearsay_at(sentence.text, span.start - sentence.start):
            return self.said.of_others(sentence, heard, span, stretch.speaker if stretch else None)
        at = max(0, span.start - sentence.start), span.end - sentence.start
        if giver := self.said.giving(sentence, *at):
            return giver
        by_cue = self.said.at(sentence, span.start - sentence.start) or Speaker()
        if stretch is None or sentence.field == "title" or self.said.is_transcript or denial_in(sentence):
            return by_cue
        is_told = stretch.speaker is None and not by_cue.narrates
        if by_cue.via is not None or (is_told and self.said.is_quoted(sentence, span.start - sentence.start)):
            return by_cue
        if stretch.speaker is None and self.told.speakers:
            sure = SURE_WHERE_SIGNED if signs(by_cue, sentence) else SURE_OF_NARRATOR
            return Speaker() if stretch.said >= sure else by_cue
        if stretch.speaker is None or stretch.said < SURE_OF_SPEAKER:
            return by_cue
        if stretch.speaker.name.lower() in PRONOUNS:
            return (self.said.before(sentence) or by_cue) if by_cue.narrates else by_cue
        pointed = self.said.whole(stretch.speaker)
        return by_cue if pointed.narrates else pointed

    def answers(self, value: Label, span: Span, stretch: Stretch | None = None) -> Speaker:
        """Return who says a fact: of somebody blamed who blames him, of a claim or a denial that nobody tells the group itself."""
        sentence = self.page.at(span)
        if value.code == "blamed" and (found := self.said.blaming(sentence, span)):
            return found
        told = self.speaker(span, stretch)
        if value.code in ("claimed", "denied") and is_nobodys(span, sentence):
            return Speaker() if told.span and overlap(told.span, span) else told
        if value.code in ("claimed", "denied") and told.narrates:
            return self.said.itself(sentence, span)
        return told

    def count(self, draft: Draft, stretch: Stretch, sentence: Sentence) -> Claim | None:
        """Return the claim of a number of people; None where no number can be read."""
        start, end = stretch.span.start - sentence.start, stretch.span.end - sentence.start
        numbered, slot = number_of(stretch, sentence.text, start), slot_of(stretch, sentence)
        if numbered is None or is_nobody(slot, sentence.text, max(0, start), end, draft.account.kind):
            return None
        value = beyond(told_again(stretch, numbered[0], self.page), sentence.text, max(0, start))
        before = those_before(stretch, value, sentence, self.stretches, self.page)
        if before and slot in HARM and are_somebody(sentence.text, end):
            slot = slot_of(before, self.page.at(before.span))
        if (
            value.high is None
            and WERE.search(sentence.text, 0, max(0, start))
            and not read_quantity(stretch.span.quote.split())
        ):
            return None
        if is_unreal(sentence.text, start, end) or self.frees_suspects(slot, stretch.span):
            return None
        freed = slot == "detained" and is_let_go(stretch.span, sentence)
        role = role_of(stretch, value, sentence, self.stretches, draft.account.kind)
        if stretch.tag != slot and (
            slot == "hostages" or (stretch.tag in ("detained", "attackers") and slot in ("killed", "missing"))
        ):
            role = "victim"  # whom the network took for those who did it
        did_it = role == "attacker" and slot in HARM and value.high == 1
        clause = clause_of(sentence, start, end, did_it=did_it)
        same = [
            (s.span.start - sentence.start, s.span.end - sentence.start)
            for s in self.held.get(sentence, ())
            if s is not stretch and slot in (s.tag, slot_of(s, sentence)) and may_hold(s, value, sentence)
        ]
        return self.claim(
            draft,
            slot,
            value,
            not_of_himself(self.speaker(stretch.span, stretch), stretch.span, sentence),
            sentence.span(*clause),
            who=stretch.span.quote,
            role=role,
            certainty=least_sure(stretch.certainty, numbered[1], certainty_at(sentence.text, start, end)),
            polarity=polarity_at(sentence.text, start, nobody=value.high == 0),
            standing="superseded" if freed else standing_of(slot, sentence.text, start, end),
            part_of=part_of(sentence.text, start, end, same)
            or total_with(sentence.text, start, end, slot)
            or (before.span.quote if before else None),
        )

    def frees_suspects(self, slot: str, span: Span) -> bool:
        """True for suspects who are let go, whom nobody has rescued."""
        sentence = self.page.at(span)
        return slot == "rescued" and (
            is_bailed(sentence.text, span.end - sentence.start)
            or any(s.tag == "suspect" and overlap(s.span, span) for s in self.stretches)
        )

    def totals(self, draft: Draft, sentence: Sentence) -> Iterator[Claim]:
        """Yield totals and plain statements of a sentence where the network has found nothing of the slot."""
        held = self.held.get(sentence, ())
        told = {slot for s in held if s.tag in COUNT_SLOTS for slot in (s.tag, slot_of(s, sentence))}
        plain = [found for found in plain_counts(sentence.text) if not told & {found[0], "casualties"}]
        total = [
            (slot, start, end, None)
            for slot, start, end in (*counts_in_total(sentence.text), *plain)
            if rank_in(sentence.text[start:end].split())
            or not any(s.tag == slot and overlap(s.span, sentence.span(start, end)) for s in held)
        ]
        more = unseen(sentence, self.page, self.held, self.stretches)
        for slot, start, end, whole in (*total, *more):
            words = sentence.text[start:end].split()
            quantity = read_quantity(words) or rank_in(words)
            span = sentence.span(start, end)
            one = words[0].lower() in ONE or slot == "attackers" or is_one(span.quote)
            quantity = quantity or (read_quantity(["one"]) if one else None)
            slot = "casualties" if slot == "killed" and both_fates(sentence.text, start, end) else slot
            if (
                quantity is None
                or is_unreal(sentence.text, start, end)
                or is_nobody(slot, sentence.text, start, end, draft.account.kind)
                or self.frees_suspects(slot, span)
            ):
                continue
            yield self.claim(
                self.draft_at(sentence, start) if self.accounts.is_cut(sentence) else draft,
                slot,
                beyond(at_least(quantity.count, span.quote), sentence.text, start),
                self.speaker(span),
                sentence.span(*clause_around(sentence, start, end)),
                who=span.quote,
                role="attacker"
                if slot in ("detained", "attackers")
                or (slot == "killed" and words[0] in SELF)
                or (CULPRITS.search(span.quote) or SUSPECT.search(span.quote))
                else "combatant"
                if FIGHTERS.search(span.quote)
                else "victim",
                certainty=certainty_at(sentence.text, start, end)
                if slot == "attackers"
                else least_sure(
                    quantity.certainty,
                    "probable" if FEARED.match(sentence.text, end) else "certain",
                    "possible" if is_unsure(sentence.text, start) else "certain",
                ),
                polarity=polarity_at(sentence.text, start),
                standing=standing_of(slot, sentence.text, start, end),
                part_of=whole,
            )

    def all_aboard(self, draft: Draft, sentence: Sentence) -> Iterator[Claim]:
        """Yield the claim that all who were aboard are dead, where a sentence says that nobody survived."""
        if loss := self.lost.get(sentence):
            yield self.claim(
                draft,
                "killed",
                loss.count,
                self.speaker(sentence.span(loss.start, loss.end)),
                sentence.span(*clause_around(sentence, loss.start, loss.end)),
                who=loss.who,
                role="victim",
                certainty=certainty_at(sentence.text, loss.start, loss.start),
            )

    def parts(self, draft: Draft, sentence: Sentence) -> Iterator[Claim]:
        """Yield claims of some of the people that a sentence counts, where the network has not found them.

        "Twelve men, two of them boys" are twelve, and two.
        """
        held = [s for s in self.held.get(sentence, ()) if s.tag in COUNT_SLOTS]
        for stretch in held:
            first = max(0, stretch.span.start - sentence.start)
            found = list(parts_of(sentence.text, first, first + len(stretch.span.quote)))
            whole = self.count(draft, stretch, sentence) if found else None
            for start, end in found:
                who = sentence.span(start, end)
                quantity = read_quantity(who.quote.split()) or read_quantity(["one"])
                is_told = any(overlap(s.span, who) and s.span.start >= who.start - len("of ") for s in held)
                if whole is None or quantity is None or is_told or not is_fewer(quantity.count, whole.value):
                    continue
                yield self.claim(
                    draft,
                    whole.slot,
                    quantity.count,
                    self.speaker(stretch.span, stretch),
                    sentence.span(*clause_around(sentence, start, end)),
                    who=who.quote,
                    role=whole.role,
                    certainty=whole.certainty,
                    polarity=whole.polarity,
                    standing=whole.standing,
                    part_of=stretch.span.quote,
                )

    def fact(self, draft: Draft, stretch: Stretch, sentence: Sentence) -> Claim | None:
        """Return the claim of a fact; None for slots that patterns read better."""
        no_name = NO_NAMES.get(stretch.tag)
        if stretch.tag in BY_PATTERN or (no_name and no_name.fullmatch(stretch.span.quote)):
            return None
        start = max(0, stretch.span.start - sentence.start)
        end = start + len(stretch.span.quote)
        if is_no_claim(stretch, sentence) or (
            stretch.tag == "victim" and is_no_victim(sentence.text, start, end)
        ):
            return None
        if stretch.tag in ASKED and is_asked(sentence.text, start, end):
            return None
        span = whole_name(self.page, stretch.span) if stretch.tag == "responsibility" else stretch.span
        if stretch.tag == "suspect":
            if is_blameless(span, sentence, draft.account.kind):
                return None
            span = with_kin(span, sentence)
        value = Label(text=span.quote, code=code_of(stretch, sentence))
        return self.claim(
            draft,
            stretch.tag,
            value,
            self.answers(value, span, stretch),
            span,
            certainty=stretch.certainty,
            polarity="negative" if is_denied(stretch, sentence) else "positive",
        )

    def patterned(self, draft: Draft, found: Fact, sentence: Sentence) -> Claim | None:
        """Return the claim of a fact that a pattern found; None for slots that the network reads better."""
        seen = self.told.stretches if found.slot in BY_PATTERN else self.stretches
        tagged = [s for s in seen if s.tag == found.slot and sentence.holds(s.span)]
        span = sentence.span(found.start, found.end)
        if not wanted(found, span, tagged) and not self.is_hour(found, sentence):
            return None
        if found.slot == "responsibility" and self.is_person(span, found.code):
            return None
        value = Label(text=span.quote, code=found.code)
        return self.claim(
            draft,
            found.slot,
            value,
            self.answers(value, span) if found.polarity == "positive" else self.speaker(span),
            span,
            certainty=found.certainty,
            polarity=found.polarity,
        )

    def is_person(self, span: Span, code: str | None) -> bool:
        """True for somebody suspected, or who speaks for others or saw it: no group that claims a deed or denies it."""
        name = span.quote.split()[-1]
        kind = self.said.surnames.get(name) or (kind_of(span.quote) if code == "claimed" else None)
        return kind in NO_GROUP or any(
            s.tag in PEOPLE and s.span.quote.endswith(name) for s in self.stretches
        )

    def is_hour(self, found: Fact, sentence: Sentence) -> bool:
        """True for a rough clock time near the head of a report in which the network sees none at all."""
        none = all(s.tag != "time" for s in self.told.stretches)
        rough = found.slot == "time" and ROUGHLY.match(sentence.text, found.start)
        return none and bool(rough) and sentence.number < NEAR_HEAD

    def claim(
        self, draft: Draft, slot: str, value: Count | Label, speaker: Speaker, span: Span, **more: object
    ) -> Claim:
        """Return a claim with its id."""
        role: Role | None = more.get("role")  # type: ignore[assignment]
        speaker = as_party(named(through(speaker, self.page.at(span))))
        made = claim_id(draft.account.id, slot, value, role, speaker, span)
        fields: dict[str, object] = {"id": made, "account_id": draft.account.id, "slot": slot, "value": value}
        return Claim(**fields, speaker=speaker, span=span, **more)  # type: ignore[arg-type]

    def keep(self, draft: Draft, claim: Claim | None) -> None:
        """Add a claim, unless the same speaker has said the same of the same people already."""
        if claim and not any(is_same(claim, other) for other in draft.claims):
            draft.claims.append(claim)
