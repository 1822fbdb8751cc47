"""Decides which accounts tell of one incident, and says why. Pure: words in, words out."""

from sayso.link.asides import plain_sketch, stories
from sayso.link.blocks import block_keys
from sayso.link.filters import Wanted, day_range, matches
from sayso.link.groups import describe, group
from sayso.link.relations import follows, recalls, relate
from sayso.link.reviews import NEAR, review
from sayso.link.scores import compare
from sayso.link.sketches import Sketch, sketch

__all__ = [
    "NEAR",
    "Sketch",
    "Wanted",
    "block_keys",
    "compare",
    "day_range",
    "describe",
    "follows",
    "group",
    "matches",
    "plain_sketch",
    "recalls",
    "relate",
    "review",
    "sketch",
    "stories",
]
