"""Rules as a desk keeps them: made, listed and removed by a person, each with where it tells."""

import base64
import re
import secrets
from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec

from sayso.alerts.language import condition, written
from sayso.casebook import Casebook
from sayso.casebook.asking import unknown_town
from sayso.casebook.gathering import LEAST_PREFIX
from sayso.errors import AlertError, FetchError, NotFoundError
from sayso.intake.guard import PORTS, address_of, is_inside
from sayso.model import AlertRule, content_id
from sayso.store import outbox

__all__ = [
    "add_rule",
    "internal_only",
    "mail_address",
    "nowhere_known",
    "remove_rule",
    "rules",
    "secret_of",
    "shown_target",
    "target",
    "without_secret",
]

_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")
_ANY_PORT = range(1, 65536)
_SECRET_BYTES = 32  # Standard Webhooks asks for 24 to 64


def add_rule(book: Casebook, says: str, to: str, *, by: str, now: datetime | None = None) -> AlertRule:
    """Make a rule: from now on `to` is told of what `says` asks for. Returns it as it is kept.

    An incident may be named by the beginning of its id. A rule whose target is an address gets a secret, with
    which its messages are signed. Raises AlertError for what is not understood or cannot be told, and
    NotFoundError for an incident that the book does not hold.
    """
    if not by.strip():
        raise AlertError("say who makes the rule: it is kept with it")
    asked = condition(says)
    if asked.incident:
        whole = book.incident(asked.incident).incident.id
        asked = msgspec.structs.replace(asked, incident=whole)
    at, where = now or datetime.now(UTC), target(to)
    secret = None
    if where.startswith("http"):
        secret = "whsec_" + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()
    rule = AlertRule(
        id=content_id("alert rule", written(asked), where, by, at),
        says=written(asked),
        to=where,
        by=by.strip(),
        made_at=at,
        secret=secret,
    )
    with book.store.pen() as pen:
        if any((kept.says, kept.to) == (rule.says, rule.to) for kept in outbox.rules(pen)):
            raise AlertError(f"{rule.to} is told of “{rule.says}” already")
        outbox.keep_rule(pen, rule)
    return rule


def rules(book: Casebook, *, removed: bool = False) -> tuple[AlertRule, ...]:
    """Return the rules that hold, the oldest first; with `removed` also those that no longer do.

    They come with their secrets; show those to nobody but who made the rule.
    """
    with book.store.view() as view:
        return tuple(outbox.rules(view, removed=removed))


def remove_rule(book: Casebook, ref: str, *, now: datetime | None = None) -> AlertRule:
    """Remove a rule, named by its id or the beginning of one; what it told stays in the list.

    Raises NotFoundError when no rule, or more than one, is meant.
    """
    with book.store.pen() as pen:
        gone = _named(outbox.rules(pen), ref)
        at = now or datetime.now(UTC)
        outbox.remove_rule(pen, gone, at)
        return msgspec.structs.replace(gone, removed_at=at)


def secret_of(book: Casebook, ref: str) -> str:
    """Return what signs the messages of a rule; only who runs the book, or made the rule, should see it.

    Raises NotFoundError when no rule is meant, and AlertError for one that signs nothing.
    """
    with book.store.view() as view:
        rule = _named(outbox.rules(view), ref)
    if rule.secret is None:
        raise AlertError(f"{ref}: what goes to {rule.to} is not signed")
    return rule.secret


def without_secret(rule: AlertRule) -> AlertRule:
    """Return a rule as it may be shown to others than who made it: without what only the receiver knows.

    Of an address only the host stays; its path often is a key, too.
    """
    return msgspec.structs.replace(rule, secret=None, to=shown_target(rule.to))


def shown_target(to: str) -> str:
    """Return where a rule tells, as it may be shown: of an address only the host."""
    if not to.startswith("http"):
        return to
    split = urlsplit(to)
    return f"{split.scheme}://{split.netloc}/" + ("…" if split.path.strip("/") or split.query else "")


def _named(made: list[AlertRule], ref: str) -> AlertRule:
    """Return the rule that is meant, by its id or the beginning of one."""
    named = [rule for rule in made if len(ref) >= LEAST_PREFIX and rule.id.startswith(ref)]
    if len(named) != 1:
        raise NotFoundError(
            f"{ref}: {f'{len(named)} rules begin' if named else 'no rule begins'} so; "
            "`sayso alert BOOK list` lists them with their ids"
        )
    return named[0]


def target(to: str) -> str:
    """Return where a rule tells, as it is kept: "web", an address, or "mailto:a@b"; raises AlertError."""
    to = to.strip()
    if to == "web":
        return to
    if to.startswith("mailto:"):
        return f"mailto:{mail_address(to)}"
    if to.startswith(("http://", "https://")):
        try:
            return address_of(to, _ANY_PORT).url
        except FetchError as wrong:
            raise AlertError(f"“{to}” cannot be told: {wrong.why}. {wrong.what_to_do}") from wrong
    raise AlertError(f"“{to}” cannot be told; write web, https://host/path, or mailto:name@host")


def internal_only(to: str) -> str | None:
    """Return why no rule reaches an address unless the operator names it; None where one may.

    A name that only turns out to lead inside when it is looked up is not among them.
    """
    if not to.startswith("http"):
        return None
    address = address_of(to, _ANY_PORT)
    host = f"[{address.host}]" if ":" in address.host else address.host
    if is_inside(address.host):
        why = f"{address.host} is not of the public web"
    elif address.port not in PORTS:
        why = f"port {address.port} is not one of the web's ({' or '.join(map(str, PORTS))})"
    else:
        return None
    return f'{why}; nothing is sent there unless the settings name it: internal = ["{host}:{address.port}"]'


def nowhere_known(rule: AlertRule) -> str | None:
    """Return that nobody knows the town on which a rule is, and what to do; None where it is known."""
    try:
        place = condition(rule.says).place
    except AlertError:  # of an earlier sayso
        return None
    town = unknown_town(place) if place else None
    return town and f"{town}: no town of this name is known; look how it is written"


def mail_address(to: str) -> str:
    """Return the one address of a mailto: target; raises AlertError for anything else in it."""
    address = to.removeprefix("mailto:")
    if not _MAIL.fullmatch(address):
        raise AlertError(
            f"“{address}” is no e-mail address; write mailto:name@host, one address, nothing after it"
        )
    return address
