"""What a monitor wants to know of the door and the book, in the format of Prometheus."""

import time
from typing import Any

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from sayso.casebook import Casebook
from sayso.web.live import Live

__all__ = ["Meters"]

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds; the promise is 0.15 for 95 of 100 pages."""


class Meters(ASGIMiddleware):
    """Counts requests and times them; reads the rest when it is asked."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, book: Casebook, live: Live) -> None:
        """Measure one application."""
        self.book = book
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "sayso_requests", "Requests answered.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "sayso_request_seconds",
            "Seconds until the answer began.",
            ("route",),
            registry=self.registry,
            buckets=BUCKETS,
        )
        listeners = Gauge("sayso_listeners", "Who listens to changes now.", registry=self.registry)
        listeners.set_function(lambda: live.listeners)
        self.reports = Gauge("sayso_reports", "Reports in the book.", registry=self.registry)
        self.incidents = Gauge("sayso_incidents", "Incidents that reports are about.", registry=self.registry)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Note when a request came."""
        scope["state"]["begun"] = time.perf_counter()
        await next_app(scope, receive, send)

    async def count(self, message: Message, scope: Scope) -> None:
        """Count a request whose answer begins now; what leads nowhere is counted without its path."""
        if message["type"] != "http.response.start":
            return
        asked: Any = scope
        route = asked.get("path_template", "-")
        self.requests.labels(asked["method"], route, str(message["status"])).inc()
        if "begun" in asked["state"]:
            self.seconds.labels(route).observe(time.perf_counter() - asked["state"]["begun"])

    def text(self) -> bytes:
        """Return all that is measured."""
        self.reports.set(self.book.reports(limit=1).total)
        self.incidents.set(self.book.listing(limit=1).total)
        return generate_latest(self.registry)
