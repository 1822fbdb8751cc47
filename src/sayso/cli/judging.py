"""The commands by which people judge: judge, merge, split, move, undo, and the list of what was judged."""

from collections.abc import Iterable
from datetime import datetime

from sayso import phrases
from sayso.casebook import Casebook
from sayso.cli.paper import Paper
from sayso.cli.printing import print_json, remark
from sayso.model import Judgement

__all__ = ["judge", "judgements", "move", "split", "undo"]

SAME = {"same": True, "different": False, "unsure": None}
RIGHT = {"right": True, "wrong": False, "unsure": None}


def judge(path: str, left: str, right: str | None, verdict: str, by: str, reason: str, as_json: bool) -> None:
    """Keep a judgement on two incidents, or on one claim, and say what it did."""
    with Casebook.open(path, create=False) as book:
        if right is None:
            kept = book.judge_claim(left, right=RIGHT[verdict], by=by, why=reason)
        else:
            kept = book.judge(left, right, same=SAME[verdict], by=by, why=reason)
        _print_outcome(book, [kept], as_json)


def split(path: str, account: str, by: str, reason: str, as_json: bool) -> None:
    """Part an account from its incident, and say what that did."""
    with Casebook.open(path, create=False) as book:
        _print_outcome(book, book.split(account, by=by, why=reason), as_json)


def move(path: str, account: str, incident: str, by: str, reason: str, as_json: bool) -> None:
    """Move an account to another incident, and say what that did."""
    with Casebook.open(path, create=False) as book:
        _print_outcome(book, book.move(account, incident, by=by, why=reason), as_json)


def undo(path: str, judgement: str, by: str, reason: str, as_json: bool) -> None:
    """Take a judgement back, and say what that did."""
    with Casebook.open(path, create=False) as book:
        _print_outcome(book, book.take_back(judgement, by=by, why=reason), as_json)


def judgements(path: str, as_of: datetime | None, as_json: bool) -> None:
    """List every judgement."""
    with Casebook.open(path, create=False) as book:
        made = book.judgements(as_of)
    if as_json:
        for judgement in made:
            print_json(judgement)
    elif not made:
        remark("Nothing was judged.")
    else:
        paper = Paper()
        for judgement in made:
            words = phrases.judgement_phrase(judgement)
            row = (phrases.time_phrase(judgement.at), judgement.id[: phrases.SHORT], words)
            paper.rows([row], widths=(20, phrases.SHORT, None))


def _print_outcome(book: Casebook, kept: Iterable[Judgement], as_json: bool) -> None:
    """Print the judgements as JSON, or the incidents that they touch as they are now."""
    touched = {}
    for judgement in kept:
        if as_json:
            print_json(judgement)
        for ref in (judgement.left, judgement.right):
            incident = book.holding(ref).incident if ref else None
            if incident:
                touched[incident.id] = incident
    for incident in touched.values() if not as_json else ():
        count = phrases.plural(len(incident.account_ids), "report")
        Paper().line(f"{incident.id[: phrases.SHORT]}  {phrases.headline(incident)}: {count}")
