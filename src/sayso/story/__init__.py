"""The story that `sayso demo` shows: one evening, made up, in 21 reports of six outlets and an agency.

A shooting at a railway station, an agency story and its reprints, a toll that rises, is mistaken, is
corrected and rises once more; and another shooting on the same evening that must stay apart. Places are
real; people, outlets and events are not.
"""

from sayso.story.evening import MOMENTS, reports
from sayso.story.replaying import lasts, must_be_empty, replay
from sayso.story.telling import run

__all__ = ["MOMENTS", "lasts", "must_be_empty", "replay", "reports", "run"]
