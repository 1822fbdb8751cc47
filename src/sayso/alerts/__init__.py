"""Who is told when a figure moves: rules on revisions, and their delivery, each alert once.

A rule is a line of English ("killed in FR changes") and where it tells: the page of alerts, a web address, or
e-mail. What it meets is kept in the book before it is told, so that a change is told once a rule, whichever
program tells it and however often it is stopped.
"""

from sayso.alerts.delivering import Told, deliver, deliver_forever
from sayso.alerts.language import FORMS, Condition, condition, written
from sayso.alerts.looking import look
from sayso.alerts.matching import matches, reason
from sayso.alerts.messages import Message, Move, Saying, Shown, compose, text
from sayso.alerts.notices import Notice, notices
from sayso.alerts.rules import (
    add_rule,
    internal_only,
    nowhere_known,
    remove_rule,
    rules,
    secret_of,
    shown_target,
    without_secret,
)
from sayso.alerts.settings import Mail, Settings, settings_from

__all__ = [
    "FORMS",
    "Condition",
    "Mail",
    "Message",
    "Move",
    "Notice",
    "Saying",
    "Settings",
    "Shown",
    "Told",
    "add_rule",
    "compose",
    "condition",
    "deliver",
    "deliver_forever",
    "internal_only",
    "look",
    "matches",
    "notices",
    "nowhere_known",
    "reason",
    "remove_rule",
    "rules",
    "secret_of",
    "settings_from",
    "shown_target",
    "text",
    "without_secret",
    "written",
]
