"""Who asks, and what they may do."""

from typing import Literal

from sayso.model import Word

__all__ = ["ROLES", "Person", "Rank"]

Rank = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Rank, ...] = ("reader", "reviewer", "admin")
"""From the one who may only read to the one who may forget; each may do what those before it may."""


class Person(Word, frozen=True, kw_only=True):
    """Who asks. `name` goes into the book with whatever they write; "" is somebody who has not signed in."""

    name: str = ""
    role: Rank = "reader"

    def may(self, role: Rank) -> bool:
        """Tell whether this person may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)
