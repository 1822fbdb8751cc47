"""Who asks, what they may do, and how the door knows them: by a token, or by the session that it opened.

A secret is 32 random bytes; a book keeps only its SHA-256. As long as a book on loopback never had a token,
whoever is at this machine may read, and signs in with just a name, as admin.
"""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Literal

from sayso.errors import NotFoundError, StoreError
from sayso.model import Word
from sayso.store import Store, tokens
from sayso.store.tokens import Key

__all__ = [
    "ROLES",
    "Doorkeeper",
    "Person",
    "Rank",
    "Token",
    "add_token",
    "keep_secret",
    "revoke_token",
    "role_of",
    "tokens_of",
]

Rank = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Rank, ...] = ("reader", "reviewer", "admin")
"""From the one who may only read to the one who may forget; each may do what those before it may."""

SESSION = timedelta(hours=12)
"""A shift and its hand-over; then one signs in again."""

PREFIX = "sayso_"
"""What secrets begin with, so that scanners for leaked ones can tell them."""

SHOWN = 8
"""Characters of a digest that name a token in a list."""

LONGEST_NAME = 80

SHORTEST = 20
"""Characters of a secret that somebody else made."""


class Person(Word, frozen=True, kw_only=True):
    """Who asks. `name` goes into the book with whatever they write; "" is somebody who has not signed in."""

    name: str = ""
    role: Rank = "reader"

    def may(self, role: Rank) -> bool:
        """Tell whether this person may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Token(Word, frozen=True, kw_only=True):
    """A token as it is listed: the beginning of its digest, who holds it, and what they may do."""

    id: str
    name: str
    role: Rank
    made_at: datetime
    revoked_at: datetime | None = None


def add_token(store: Store, name: str, role: Rank) -> str:
    """Keep a new token for somebody and return its secret, which cannot be told again."""
    return _keep(store, _checked(name), role)


def keep_secret(store: Store, secret: str, name: str, role: Rank) -> None:
    """Let a secret that was made elsewhere be a token, unless the book knows it; for secrets from a file.

    Raises StoreError for one that could be guessed, or that was revoked.
    """
    if len(secret) < SHORTEST:
        raise StoreError(f"the secret has {len(secret)} characters; take {SHORTEST} or more, at random")
    digest = _digest(secret)
    with store.pen() as pen:
        known = next((key for key in tokens.keys(pen) if key.digest == digest), None)
        if known is not None and known.revoked_at is not None:
            raise StoreError(f"{known.digest[:SHOWN]}: this token was revoked; make another one")
        if known is None:
            tokens.keep(pen, Key(digest=digest, name=name, role=role, made_at=datetime.now(UTC)))


def tokens_of(store: Store) -> list[Token]:
    """Return the tokens of a book, the oldest first, without their secrets."""
    with store.view() as view:
        found = tokens.keys(view)
    return [
        Token(
            id=key.digest[:SHOWN],
            name=key.name,
            role=role_of(key.role),
            made_at=key.made_at,
            revoked_at=key.revoked_at,
        )
        for key in found
        if key.opened_with is None
    ]


def revoke_token(store: Store, named: str) -> list[Token]:
    """Let the tokens of a name, or of an id, no longer hold; sessions opened with them end.

    Raises NotFoundError when no token that holds has this name or id.
    """
    now = datetime.now(UTC)
    with store.pen() as pen:
        found = [key for key in tokens.keys(pen) if key.opened_with is None and key.revoked_at is None]
        meant = {key.digest for key in found if named in (key.name, key.digest[:SHOWN])}
        if not meant:
            raise NotFoundError(f"{named}: no token that holds has this name or id; list them")
        for digest in meant:
            tokens.revoke(pen, digest, now)
    return [token for token in tokens_of(store) if token.id in {digest[:SHOWN] for digest in meant}]


class Doorkeeper:
    """Knows by a secret who asks. What it knows is at most as old as its last `look`, which is cheap."""

    def __init__(self, store: Store, *, loopback: bool) -> None:
        """Watch the door of a book; `loopback` says that only this machine can reach it."""
        self.store = store
        self.loopback = loopback
        self._lock = Lock()
        self._keys: Mapping[str, Key] = {}
        self.look()

    def look(self) -> None:
        """Read the tokens and sessions that the book holds now."""
        with self._lock, self.store.view() as view:
            self._keys = {key.digest: key for key in tokens.keys(view)}

    @property
    def unguarded(self) -> bool:
        """Whether the book never had a token, on loopback: then a name is enough.

        That the last one was revoked does not open the door again.
        """
        return self.loopback and all(key.opened_with is not None for key in self._keys.values())

    def person(self, secret: str | None) -> Person | None:
        """Return who holds a secret; without one that holds, somebody unnamed or nobody."""
        key = self._keys.get(_digest(secret)) if secret else None
        if key is not None and self._holds(key):
            return Person(name=key.name, role=role_of(key.role))
        return Person() if self.unguarded and not secret else None

    def sign_in(self, *, token: str | None = None, name: str | None = None) -> tuple[str, Person] | None:
        """Open a session with a token, or with a name where that is enough; None where neither will do."""
        self.look()
        if token:
            key = self._keys.get(_digest(token.strip()))
            if key is None or key.opened_with is not None or not self._holds(key):
                return None
            person, opened_with = Person(name=key.name, role=role_of(key.role)), key.digest
        elif name and name.strip() and self.unguarded:
            person, opened_with = Person(name=_checked(name), role="admin"), ""
        else:
            return None
        now = datetime.now(UTC)
        secret = _keep(self.store, person.name, person.role, until=now + SESSION, opened_with=opened_with)
        with self.store.pen() as pen:
            tokens.sweep(pen, now)
        self.look()
        return secret, person

    def sign_out(self, secret: str) -> None:
        """End a session."""
        with self.store.pen() as pen:
            tokens.revoke(pen, _digest(secret), datetime.now(UTC))
        self.look()

    def _holds(self, key: Key) -> bool:
        """Tell whether a token or session holds: one by name alone only while there are no tokens."""
        if key.revoked_at is not None or (key.until is not None and key.until <= datetime.now(UTC)):
            return False
        if key.opened_with is None:
            return True
        if key.opened_with == "":
            return self.unguarded
        opener = self._keys.get(key.opened_with)
        return opener is not None and self._holds(opener)


def _keep(
    store: Store,
    name: str,
    role: Rank,
    *,
    until: datetime | None = None,
    opened_with: str | None = None,
) -> str:
    secret = PREFIX + secrets.token_urlsafe(32)
    key = Key(
        digest=_digest(secret),
        name=name,
        role=role,
        made_at=datetime.now(UTC),
        until=until,
        opened_with=opened_with,
    )
    with store.pen() as pen:
        tokens.keep(pen, key)
    return secret


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _checked(name: str) -> str:
    """Return a name as it goes into the book; raises StoreError for one that names nobody."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise StoreError(f"give a name of 1 to {LONGEST_NAME} letters, so that others know who said so")
    return plain


def role_of(word: str) -> Rank:
    """Return a role of this sayso; one that it does not know may only read."""
    return next((role for role in ROLES if role == word), "reader")
