"""What the operator settles for alerts, in a TOML file: where the pages are, how mail goes, what is internal.

url = "https://desk.example.org"
internal = ["hooks.desk.lan:8080"]

[mail]
host = "smtp.example.org"
sender = "sayso@example.org"
user = "sayso"
password_file = "/run/secrets/smtp"
"""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from sayso.alerts.rules import mail_address
from sayso.errors import AlertError
from sayso.model import Word

__all__ = ["Mail", "Settings", "settings_from"]


class Mail(Word, frozen=True, kw_only=True):
    """How letters are sent. `security` is "starttls" (port 587), "tls" (port 465) or "none" (port 25).

    A server without the security that is asked for gets no letter. `trust` is a file of certificates to
    believe in besides the system's; `password_file` holds the password in its first line.
    """

    host: str
    sender: str
    port: int | None = None
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password: str | None = None
    password_file: str | None = None
    trust: str | None = None
    timeout_s: float = 30.0


class Settings(Word, frozen=True, kw_only=True):
    """How alerts are told.

    `url` is where readers find the pages of the book, for links. `hold_s` is how long an alert waits for
    others on the same figure. `retries_s` are the seconds between one attempt and the next; after the last
    one the message is given up. `internal` are hosts ("hooks.desk.lan:8080") that a rule may reach although
    they are not of the public web; nothing else that is not may be reached.
    """

    url: str = "http://127.0.0.1:8000"
    hold_s: float = 10.0
    retries_s: tuple[float, ...] = (5, 30, 120, 600, 3600, 10800, 28800)
    internal: tuple[str, ...] = ()
    mail: Mail | None = None


def settings_from(path: str | Path | None) -> Settings:
    """Return the settings that a TOML file holds, or without one those that need none.

    Raises AlertError, which says where, for a file that cannot be read, or whose sender is no address.
    """
    if path is None:
        return Settings()
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        settings = msgspec.convert(told, Settings)
        if settings.mail is not None:
            mail_address(settings.mail.sender)
        return settings
    except OSError as unread:
        raise AlertError(
            f"{path}: cannot be read ({unread.strerror}); check the path and its rights"
        ) from unread
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError, AlertError) as wrong:
        raise AlertError(f"{path}: {wrong}; see docs/alerts.md for what it may hold") from wrong
