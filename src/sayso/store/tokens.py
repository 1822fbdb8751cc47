"""Who may come in: tokens of people and programs, and sessions. Only digests of secrets are kept."""

from datetime import datetime

from sqlalchemy import delete, insert, or_, select, update

from sayso.model import Word
from sayso.store.moments import micros, moment
from sayso.store.pen import Pen
from sayso.store.schema import token
from sayso.store.view import View

__all__ = ["Key", "keep", "keys", "revoke", "sweep"]


class Key(Word, frozen=True, kw_only=True):
    """A token, or a session: its digest, who holds it, what he may do, and how long.

    `opened_with` is the digest of the token that a session was opened with, "" for one that was opened by
    name alone, and None for a token.
    """

    digest: str
    name: str
    role: str
    made_at: datetime
    until: datetime | None = None
    opened_with: str | None = None
    revoked_at: datetime | None = None


def keys(view: View) -> list[Key]:
    """Return all tokens and sessions, the oldest first, with those that were revoked."""
    return [
        Key(
            digest=row.digest,
            name=row.name,
            role=row.role,
            made_at=moment(row.made_at),
            until=moment(row.until),
            opened_with=row.opened_with,
            revoked_at=moment(row.revoked_at),
        )
        for row in view.connection.execute(select(token).order_by(token.c.made_at, token.c.digest))
    ]


def keep(pen: Pen, key: Key) -> None:
    """Keep a new token or session."""
    row = {"digest": key.digest, "name": key.name, "role": key.role, "made_at": micros(key.made_at)}
    until = micros(key.until)
    pen.connection.execute(insert(token).values(**row, until=until, opened_with=key.opened_with))


def revoke(pen: Pen, digest: str, at: datetime) -> None:
    """Let a token no longer hold, nor the sessions that were opened with it."""
    named = or_(token.c.digest == digest, token.c.opened_with == digest)
    holding = token.c.revoked_at.is_(None)
    pen.connection.execute(update(token).where(named, holding).values(revoked_at=micros(at)))


def sweep(pen: Pen, before: datetime) -> None:
    """Remove the sessions that ended before a moment."""
    pen.connection.execute(delete(token).where(token.c.until < micros(before)))
