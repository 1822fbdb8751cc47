"""Tells somebody by e-mail, through the operator's server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from sayso.alerts.messages import Message, text
from sayso.alerts.rules import mail_address
from sayso.alerts.settings import Mail

__all__ = ["letter", "send"]

PORTS = {"starttls": 587, "tls": 465, "none": 25}
LONGEST_SUBJECT = 200


def letter(message: Message, to: str, sender: str, now: datetime) -> EmailMessage:
    """Return a message as a letter.

    Its Message-ID is the message's, so that programs for mail show one that came twice once. Headers hold no
    line breaks: the library refuses them, and `clean` has made them blanks before.
    """
    made = EmailMessage(policy=SMTP)
    made["From"] = Address("sayso", addr_spec=mail_address(sender))
    made["To"] = Address(addr_spec=mail_address(to))
    made["Subject"] = message.title[:LONGEST_SUBJECT]
    made["Date"] = now
    made["Message-ID"] = f"<{message.id}@{mail_address(sender).partition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text(message), cte="quoted-printable")
    return made


def send(made: EmailMessage, mail: Mail) -> None:
    """Hand a letter to the operator's server; raises OSError or SMTPException when it is not taken."""
    with _server(mail) as server:
        user, password = mail.user, _password(mail)
        if user and password:
            server.login(user, password)
        server.send_message(made)


@contextmanager
def _server(mail: Mail) -> Iterator[smtplib.SMTP]:
    """Open a connection with the security that is asked for, or fail."""
    port = mail.port or PORTS[mail.security]
    trust = ssl.create_default_context(cafile=mail.trust)
    if mail.security == "tls":
        with smtplib.SMTP_SSL(mail.host, port, timeout=mail.timeout_s, context=trust) as server:
            yield server
        return
    with smtplib.SMTP(mail.host, port, timeout=mail.timeout_s) as server:
        if mail.security == "starttls":
            server.starttls(context=trust)
        yield server


def _password(mail: Mail) -> str | None:
    if mail.password_file:
        return Path(mail.password_file).read_text(encoding="utf-8").partition("\n")[0].strip()
    return mail.password
