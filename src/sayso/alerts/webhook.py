"""Tells an address: a signed POST, as the Standard Webhooks specification has it, through the guard.

Headers: `webhook-id` (the same however often a message is sent), `webhook-timestamp` (of this attempt,
seconds since 1970) and `webhook-signature`: "v1," and the base64 of HMAC-SHA256, under the rule's secret, of
"ID.TIMESTAMP.BODY".
"""

import base64
import hashlib
import hmac
from datetime import datetime
from urllib.parse import urlsplit

from sayso.alerts.messages import Message
from sayso.errors import FetchError
from sayso.intake.fetching import Fetcher
from sayso.intake.guard import PORTS, is_public
from sayso.model import encode

__all__ = ["fetcher_for", "post", "signature"]

ANSWER_BYTES = 1_000_000
DEADLINE_S = 20.0  # Standard Webhooks: 15 to 30 seconds


def _body(message: Message) -> bytes:
    """Return what is sent: the type, when it happened, and the message as `data`."""
    return encode({"type": message.type, "timestamp": message.at, "data": message})


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the value of `webhook-signature`."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(signed.digest()).decode()


def fetcher_for(url: str, internal: tuple[str, ...]) -> Fetcher:
    """Return what may reach an address: the public web, or, where the operator named it, just that host."""
    split = urlsplit(url)
    port = split.port or (443 if split.scheme == "https" else 80)
    host = f"[{split.hostname}]" if ":" in (split.hostname or "") else split.hostname
    named = f"{host}:{port}" in internal
    return Fetcher(
        public=_any if named else is_public,
        ports=(port,) if named else PORTS,
        max_bytes=ANSWER_BYTES,
        deadline=DEADLINE_S,
    )


async def post(fetcher: Fetcher, url: str, secret: str, message: Message, now: datetime) -> None:
    """Send a message once; raises FetchError when the receiver does not answer that it has it (2xx)."""
    body, timestamp = _body(message), int(now.timestamp())
    headers = {
        "Content-Type": "application/json",
        "Accept": "*/*",
        "webhook-id": message.id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, message.id, timestamp, body),
    }
    answer = await fetcher.fetch(url, method="POST", body=body, headers=headers)
    if not 200 <= answer.status < 300:
        raise FetchError(url, f"the receiver answers {answer.status}", "See to the receiver", again=True)


def _any(_: str) -> bool:
    return True
