"""Real receivers on loopback: a web server that remembers what it was told, and a mail server."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Receiver:
    """What came in, and what is answered: the statuses in turn, the last one for ever."""

    url: str = ""
    statuses: list[int] = field(default_factory=lambda: [204])
    answers: Mapping[str, str] = field(default_factory=dict)
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    on_arrival: Callable[[], object] = lambda: None

    @property
    def host(self) -> str:
        """The host and port, as settings name it."""
        return self.url.split("/")[2]

    @property
    def ids(self) -> list[str]:
        """The ids of what came in."""
        return [headers["webhook-id"] for headers, _ in self.came]


@contextmanager
def a_receiver(*statuses: int, **answers: str) -> Iterator[Receiver]:
    """Listen on loopback; `answers` are headers of every answer."""
    told = Receiver(statuses=list(statuses) or [204], answers=answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            told.came.append(({name.lower(): value for name, value in self.headers.items()}, body))
            told.on_arrival()
            self.send_response(told.statuses.pop(0) if len(told.statuses) > 1 else told.statuses[0])
            for name, value in told.answers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.url = f"http://127.0.0.1:{server.server_port}/alerts"
    listening = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    listening.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        listening.join()


@dataclass
class Post:
    """A mail server: where it is, and what was handed to it."""

    port: int
    trust: str
    came: list[tuple[Envelope, EmailMessage]] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)


@contextmanager
def a_mail_server(folder: Path, *, starttls: bool = True, refuses: str = "") -> Iterator[Post]:
    """Run a mail server on loopback; with `starttls` it takes nothing before TLS, and asks for a login."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as free:
        post = Post(port=free.getsockname()[1], trust=str(certificate))

    class Handler:
        async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
            if refuses:
                return refuses
            assert isinstance(envelope.content, bytes)
            letter = message_from_bytes(envelope.content, policy=default)
            post.came.append((envelope, letter))
            return "250 taken"

    def login(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        assert isinstance(data, LoginPassword)
        post.logins.append(data.login + b":" + data.password)
        return AuthResult(success=data.password == b"sesame")

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    secured: dict[str, Any] = {
        "tls_context": context,
        "require_starttls": True,
        "authenticator": login,
        "auth_required": True,
    }

    class Listening(Controller):
        def factory(self) -> SMTP:
            return SMTP(self.handler, hostname="localhost", **(secured if starttls else {}))

    controller = Listening(Handler(), hostname="127.0.0.1", port=post.port)
    controller.start()
    try:
        yield post
    finally:
        controller.stop()
