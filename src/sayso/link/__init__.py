"""Decides which accounts tell of one incident, and says why. Pure: words in, words out."""

from sayso.link.blocks import block_keys
from sayso.link.groups import describe, group
from sayso.link.scores import compare
from sayso.link.sketches import Sketch, sketch

__all__ = ["Sketch", "block_keys", "compare", "describe", "group", "sketch"]
