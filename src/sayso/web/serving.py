"""Running the door: on this machine only, unless the book has a token; stopping at once when told to."""

import ipaddress
import logging
import os
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from sayso.alerts import Settings
from sayso.errors import StoreError
from sayso.model import Word
from sayso.store import Store
from sayso.web.app import Door, app
from sayso.web.people import add_token, keep_secret, tokens_of

__all__ = ["Serving", "is_loopback", "serve"]

STOP_S = 2
"""Seconds in which requests under way may end. Streams are ended at once: a browser holds one for hours."""

_MODE = 0o600


class Serving(Word, frozen=True, kw_only=True):
    """Where and how a book is served.

    `port` 0 is any that is free. `names` are those that it answers to beside its own, as behind a proxy.
    `token_file` holds the secret of an admin; it is made when it is not there.
    `certificate` and `key` are files (PEM), for TLS. `proxies` are addresses of proxies in front, whose word
    on who asks is taken; "*" is all.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    token_file: str | None = None
    certificate: str | None = None
    key: str | None = None
    proxies: str | None = None


def serve(
    book: str | Path,
    serving: Serving | None = None,
    *,
    alerts: Settings | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve a book until SIGTERM or SIGINT; `told` hears the address once it answers.

    `alerts` says how alerts are sent meanwhile; without it none are. Raises StoreError when there is no
    book, when the port is taken, when the certificate cannot be used, or when it would be open to other
    machines without a token.
    """
    serving = serving or Serving()
    _check_certificate(serving)
    store = Store(book, create=False)
    try:
        if serving.token_file:
            _admit(store, Path(serving.token_file))
        loopback = is_loopback(serving.host)
        opened = () if loopback else (serving.host,)
        for where in (*opened, *serving.names):
            if not any(token.revoked_at is None for token in tokens_of(store)):
                raise StoreError(
                    f"{store.name}: {where} is open to other machines, and this book has no token; "
                    f"make one with: sayso token {store.name} add NAME --role admin"
                )
    finally:
        store.close()
    listening = _socket(serving)
    door = app(book, host=serving.host, loopback=loopback, names=serving.names, alerts=alerts)
    scheme = "https" if serving.certificate else "http"
    host = f"[{serving.host}]" if ":" in serving.host else serving.host
    address = f"{scheme}://{host}:{listening.getsockname()[1]}/"
    _Server(_config(door, serving), door, lambda: told(address)).run(sockets=[listening])


def is_loopback(host: str) -> bool:
    """Tell whether a name or number is that of this machine for itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Server(uvicorn.Server):
    """Uvicorn, which says when it answers, and ends streams before it waits for them to end."""

    def __init__(self, config: uvicorn.Config, door: Door, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.door = door
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        if self.started:
            self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; told twice, without waiting. Uvicorn would raise the signal again in the end."""
        self.force_exit = self.should_exit
        self.should_exit = True
        self.door.live.end()


def _config(door: Door, serving: Serving) -> uvicorn.Config:
    return uvicorn.Config(
        door,
        timeout_graceful_shutdown=STOP_S,
        access_log=False,
        log_config=None,
        log_level=logging.WARNING,
        server_header=False,
        ws="none",
        ssl_certfile=serving.certificate,
        ssl_keyfile=serving.key,
        proxy_headers=serving.proxies is not None,
        forwarded_allow_ips=serving.proxies,
    )


def _check_certificate(serving: Serving) -> None:
    """Raise StoreError for files with which no TLS can be spoken."""
    if serving.certificate is None:
        if serving.key is not None:
            raise StoreError(f"{serving.key}: a key is of no use without --certificate; give both")
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(serving.certificate, serving.key)
    except OSError as wrong:
        named = " and ".join(filter(None, (serving.certificate, serving.key)))
        raise StoreError(
            f"{named}: no certificate and key that can be used ({wrong.strerror or wrong}); give PEM files"
        ) from wrong


def _socket(serving: Serving) -> socket.socket:
    """Return a socket that listens where a book is to be served."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((serving.host, serving.port))
    except (OSError, OverflowError) as taken:
        listening.close()
        raise StoreError(
            f"{serving.host}:{serving.port}: cannot be listened at ({taken}); give another --host or --port"
        ) from taken
    return listening


def _admit(store: Store, path: Path) -> None:
    """Let the secret in a file be that of an admin; make both when there is no file."""
    try:
        if path.exists():
            keep_secret(store, path.read_text(encoding="utf-8").strip(), "admin", "admin")
            return
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(add_token(store, "admin", "admin") + "\n")
    except (OSError, UnicodeDecodeError) as wrong:
        raise StoreError(f"{path}: this file cannot hold a token ({wrong}); check the path") from wrong
