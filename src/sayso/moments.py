"""Moments as people write them: a day, or a day with a clock time."""

import re
from datetime import UTC, date, datetime, time, timedelta

__all__ = ["moment_of", "past_moment_of"]

SLACK = timedelta(minutes=1)
"""How far ahead of ours the clock of who asks may be."""

_CLOCK_ALONE = re.compile(r"\d{1,2}[:h.]\d{2}(?:[:.]\d{2})?\s*(?:Z|[ap]m)?", re.IGNORECASE)


def moment_of(words: str, *, end_of_day: bool) -> datetime:
    """Return the moment that "2024-03-01" or "2024-03-01T22:40Z" names, in UTC where no offset is given.

    `end_of_day` says which moment a day alone means: its last, or its first. Raises ValueError with a line
    that says what to write.
    """
    told = words.strip()
    if _CLOCK_ALONE.fullmatch(told):
        raise ValueError(f"{told!r} is a clock time without a day; write 2024-03-01T22:40")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", told):
            first = datetime.combine(date.fromisoformat(told), time(), UTC)
            return first + timedelta(days=1, microseconds=-1) if end_of_day else first
        moment = datetime.fromisoformat(told)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{told!r} is no moment; write 2024-03-01 or 2024-03-01T22:40Z") from None


def past_moment_of(words: str, now: datetime) -> datetime:
    """Return the moment as of which somebody asks: a day means its end, today all that there is until now.

    Raises ValueError with a line that says what to write, also for what is still to come: nobody knows yet
    what will have been received by then.
    """
    told = moment_of(words, end_of_day=True)
    if told <= now + SLACK:
        return told
    if moment_of(words, end_of_day=False) <= now:
        return now.replace(microsecond=0) + timedelta(seconds=1)  # addresses are written to the second
    here = f"it is {now:%Y-%m-%dT%H:%MZ}"
    raise ValueError(f"{words.strip()!r} is still to come ({here}); leave it out to see what is known now")
