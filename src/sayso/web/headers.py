"""What stands at the head of every answer, so that a report's words can do nothing in a browser."""

from collections.abc import Mapping

from litestar.types import Message, Scope

__all__ = ["CONTENT_SECURITY_POLICY", "HEADERS", "put_headers"]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_RAW = [(name.encode(), value.encode()) for name, value in {**HEADERS, "cache-control": "no-store"}.items()]


async def put_headers(message: Message, scope: Scope) -> None:
    """Put the headers on an answer that is about to leave; what a handler set itself stays."""
    if message["type"] != "http.response.start":
        return
    there = {name.lower() for name, _ in message["headers"]}
    message["headers"] = [*message["headers"], *(pair for pair in _RAW if pair[0] not in there)]
