"""What a person decides: which accounts are one incident, which claims are right, what is to be forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sayso.casebook import forgetting, judging
from sayso.errors import StoreError
from sayso.model import Count, Forgotten, Judgement, Label, Verdict
from sayso.store import Pen, Store

__all__ = ["Deciding"]


class Deciding:
    """The part of a casebook in which a person has the last word, signed and with a reason."""

    store: Store

    def judge(
        self, left: str, right: str, *, same: bool | None, by: str, why: str, now: datetime | None = None
    ) -> Judgement:
        """Keep a person's word that two incidents, or accounts, are one (True), are two (False), or are open.

        It stands before every score, for ever, until a later one on the same two takes its place. `left` and
        `right` are ids or their beginnings; an incident's stands for its founding account.
        """
        verdict: Verdict = "unsure" if same is None else "same" if same else "different"
        with self._signed(by, why, now) as (pen, signed):
            return judging.judge_accounts(pen, left, right, verdict, signed)

    def judge_claim(
        self,
        claim: str,
        *,
        right: bool | None,
        by: str,
        why: str,
        reprints: bool = False,
        now: datetime | None = None,
    ) -> Judgement:
        """Keep a person's word that a claim is right (True), is wrong (False), or is open (None).

        What is judged wrong stands behind no figure. `claim` is the id of a claim or its beginning; None
        takes back what was judged before. With `reprints` it also holds where other reports repeat the words.
        """
        verdict: Verdict = "unsure" if right is None else "right" if right else "wrong"
        with self._signed(by, why, now) as (pen, signed):
            return judging.judge_claim(pen, claim, verdict, signed, reprints)

    def correct(
        self, claim: str, value: Count | Label, *, by: str, why: str, now: datetime | None = None
    ) -> tuple[Judgement, ...]:
        """Keep what the words of a claim say by a person's reading, here and where other reports repeat them.

        Nothing is edited: the reader's claim is judged wrong, the person's own is kept beside it and judged
        right. Taking one of these back takes back all. Raises StoreError for a value of another sort.
        """
        with self._signed(by, why, now) as (pen, signed):
            return judging.correct(pen, claim, value, signed)

    def dismiss(self, incident: str, *, by: str, why: str, now: datetime | None = None) -> Judgement:
        """Keep a person's word that what was taken for an incident is none; it leaves the list of incidents.

        It can still be looked at, and is listed with the background, until that is taken back.
        """
        with self._signed(by, why, now) as (pen, signed):
            return judging.dismiss(pen, incident, signed)

    def split(self, account: str, *, by: str, why: str, now: datetime | None = None) -> tuple[Judgement, ...]:
        """Keep a person's word that an account is not of the incident it is in; the rest stays together.

        Raises StoreError for an account that is alone.
        """
        with self._signed(by, why, now) as (pen, signed):
            return judging.split(pen, account, signed)

    def move(
        self, account: str, to: str, *, by: str, why: str, now: datetime | None = None
    ) -> tuple[Judgement, ...]:
        """Keep a person's word that an account is of another incident than the one it is in."""
        with self._signed(by, why, now) as (pen, signed):
            return judging.move(pen, account, to, signed)

    def take_back(
        self, judgement: str, *, by: str, why: str, now: datetime | None = None
    ) -> tuple[Judgement, ...]:
        """Take back a judgement, and all that was judged in one go with it: a split, a move.

        What was there before holds again; that it was judged, and taken back, stays in the book.
        """
        with self._signed(by, why, now) as (pen, signed):
            return judging.take_back(pen, judgement, signed)

    def judgements(self, as_of: datetime | None = None) -> tuple[Judgement, ...]:
        """Return every judgement ever made, the first one first; those taken back say since when."""
        with self.store.view() as view:
            return tuple(view.judgements(as_of))

    def forget(self, report_id: str, *, why: str, by: str, now: datetime | None = None) -> Forgotten:
        """Drop the words of a report and of its claims, for law, a takedown, or the names of the dead.

        The only way past "nothing is removed", and itself kept: the id, the digest of the words, who told it,
        when and why. The report stays in its incident, as forgotten; what is reported is settled without it,
        also as of earlier moments. Adding its words again is refused. Raises NotFoundError for an unknown
        report.
        """
        with self._signed(by, why, now) as (pen, signed):
            told = forgetting.forget(pen, report_id, signed.why, signed.by, signed.at)
        self.store.wipe()
        return told

    @contextmanager
    def _signed(self, by: str, why: str, now: datetime | None) -> Iterator[tuple[Pen, judging.Signed]]:
        """Open the book for something that is kept with who says so and why; refuses it without either."""
        if not by.strip() or not why.strip():
            raise StoreError("say who and why: both are kept with it")
        with self.store.pen() as pen:
            yield pen, judging.Signed(by=by, why=why, at=now or datetime.now(UTC))
