"""What every word is made of, its JSON, and the ids."""

import hashlib
from typing import Any, TypeVar, get_args

import msgspec

__all__ = ["Word", "content_id", "decode", "encode", "values"]


class Word(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False
):
    """Base of every word: immutable, named fields only, unknown fields refused."""


W = TypeVar("W")


def encode(word: object) -> bytes:
    """Return a word as JSON (UTF-8); fields at their default are left out."""
    return msgspec.json.encode(word)


def decode(packed: bytes | str, kind: type[W]) -> W:
    """Return the word that `encode` wrote; raises msgspec.ValidationError naming the field that is wrong."""
    return msgspec.json.decode(packed, type=kind)


def values(choice: Any) -> tuple[str, ...]:
    """Return the words that a Literal of this module allows, in order."""
    return get_args(choice)


def content_id(*parts: object) -> str:
    """Return a 16-character id of the parts in their order; equal parts always give the equal id."""
    packed = msgspec.json.encode(parts)
    return hashlib.sha256(packed).hexdigest()[:16]
