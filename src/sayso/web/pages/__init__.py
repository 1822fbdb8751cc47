"""What people see: each page is a handler that fills a template; its JSON is in `api`."""

from litestar.types import ControllerRouterHandler

from sayso.web.pages import alerts, coming_in, incident, incidents, report, review

__all__ = ["handlers"]

handlers: list[ControllerRouterHandler] = [
    *incidents.handlers,
    *incident.handlers,
    *report.handlers,
    *review.handlers,
    *alerts.handlers,
    *coming_in.handlers,
]
