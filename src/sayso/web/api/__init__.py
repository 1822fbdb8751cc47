"""What programs ask for: the same verbs as the shell, answered in the words of the model."""

from litestar.types import ControllerRouterHandler

from sayso.web.api import alerts, changes, desk, incidents, judgements, reports

__all__ = ["handlers"]

handlers: list[ControllerRouterHandler] = [
    *incidents.handlers,
    *reports.handlers,
    *judgements.handlers,
    *changes.handlers,
    *alerts.handlers,
    *desk.handlers,
]
