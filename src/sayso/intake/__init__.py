"""Intake makes a Report from a file, exactly as received; what it cannot take, it names and leaves out."""

from sayso.intake.fields import ALIASES, EXTRAS, MAX_CHARACTERS
from sayso.intake.outcome import Notice, Refusal
from sayso.intake.reports import SUFFIXES, reports_from

__all__ = ["ALIASES", "EXTRAS", "MAX_CHARACTERS", "SUFFIXES", "Notice", "Refusal", "reports_from"]
