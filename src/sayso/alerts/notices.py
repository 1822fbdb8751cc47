"""What was told, to show in a list: each message with where it went and whether it arrived."""

from datetime import datetime

from sayso.alerts.messages import Message, compose
from sayso.alerts.rules import shown_target
from sayso.casebook import Casebook
from sayso.model import Alert, AlertState, Word
from sayso.store import outbox

__all__ = ["Notice", "notices"]


class Notice(Word, frozen=True, kw_only=True):
    """One message: what it says, where it goes, and what became of it.

    `number` is the cursor of lists. A message that waits may still take in further changes of its figure.
    """

    number: int
    message: Message
    to: str
    by: str
    state: AlertState
    attempts: int
    due_at: datetime
    sent_at: datetime | None = None
    why: str | None = None


def notices(
    book: Casebook,
    *,
    before: int | None = None,
    after: int | None = None,
    rule_id: str | None = None,
    most: int = 50,
    url: str = "",
) -> tuple[Notice, ...]:
    """Return what was told or waits to be, the newest first; `before` and `after` are numbers already seen.

    `url` is where the pages are, for the links; without it they begin with "/incidents/". Words of reports
    are taken from the book now: what was forgotten since is not shown again.
    """
    with book.store.view() as view:
        made = {rule.id: rule for rule in outbox.rules(view, removed=True)}
        page = outbox.alerts(view, before=before, after=after, rule_id=rule_id, most=most)
        whole = outbox.alerts_in(view, {one.message for one in page if one.message})
        groups: dict[object, list[Alert]] = {}
        for one in page:
            groups.setdefault(one.message or one.number, []).append(one)
        found = []
        for key, some in groups.items():
            several = [one for one in whole if one.message == key] or some
            last, rule = several[-1], made[several[-1].rule_id]
            found.append(
                Notice(
                    number=max(one.number for one in some),
                    message=compose(view, rule, several, url),
                    to=shown_target(rule.to),
                    by=rule.by,
                    state=last.state,
                    attempts=last.attempts,
                    due_at=last.due_at,
                    sent_at=last.sent_at,
                    why=last.why,
                )
            )
    return tuple(found)
