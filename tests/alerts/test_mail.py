"""A letter through a real mail server on loopback."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import msgspec
import pytest
from tests.alerts.desk import AT_ONCE, a_desk, at, round_of, tell
from tests.alerts.receivers import Post, a_mail_server
from tests.conftest import EVENING

from sayso.alerts import Mail, Message, Settings, add_rule, notices, settings_from
from sayso.alerts.mail import letter
from sayso.casebook import Casebook
from sayso.errors import AlertError

MESSAGE = Message(
    id="5c1d",
    type="finding.revised",
    at=EVENING,
    title="killed 2, one voice → 4, one voice · shooting · Lyon, FR",
    headline="shooting · Lyon, FR",
    incident_id="3f2a91",
    link="https://desk.example/incidents/3f2a91",
    rule_id="0123456789",
    says="killed changes",
)


def through(post: Post, **fields: object) -> Settings:
    """Return settings that send letters through this server."""
    known = {"host": "localhost", "port": post.port, "sender": "sayso@desk.example", "trust": post.trust}
    known |= {"user": "sayso", "password": "sesame", "timeout_s": 5.0}
    return msgspec.structs.replace(AT_ONCE, mail=Mail(**(known | fields)), retries_s=(60.0,))  # type: ignore[arg-type]


def moved(book: Casebook) -> None:
    tell(book, 0, "Lyon", "2 killed, police said")
    add_rule(book, "killed in FR changes", "mailto:ada@desk.example", by="Ada", now=at(0.5))
    tell(book, 1, "Lyon", "4 killed, hospital said", by="Post")


def test_a_letter_says_what_moved_who_says_it_and_where_the_record_is(tmp_path: Path) -> None:
    with a_mail_server(tmp_path) as post, a_desk(str(tmp_path / "b")) as book:
        moved(book)
        assert round_of(book, 1.1, through(post)).sent == 1
        ((envelope, made),) = post.came
        (told,) = notices(book)
    assert post.logins == [b"sayso:sesame"]
    assert (envelope.mail_from, envelope.rcpt_tos) == ("sayso@desk.example", ["ada@desk.example"])
    assert made["Subject"] == "killed 2, one voice → 4, one voice · shooting · Lyon, FR · 2024-03-01"
    assert made["Message-ID"] == f"<{told.message.id}@desk.example>"
    assert made["Auto-Submitted"] == "auto-generated"
    lines = made.get_content().splitlines()
    assert "killed: was 2, one voice; is 4, one voice" in lines
    assert any(
        line.strip().startswith("4: hospital, in Post, ") and "[[4 killed, hospital said]]" in line
        for line in lines
    )
    assert any(line.startswith("https://desk.example/incidents/") for line in lines)


def test_without_tls_no_letter_and_no_password_leaves(tmp_path: Path) -> None:
    with a_mail_server(tmp_path, starttls=False) as post, a_desk(str(tmp_path / "b")) as book:
        moved(book)
        assert round_of(book, 1.1, through(post)).put_off == 1
        assert (post.came, post.logins) == ([], [])
        (told,) = notices(book)
        assert "STARTTLS" in (told.why or "")
        assert round_of(book, 1.2, through(post, security="none", user=None)).sent == 1


def test_a_server_with_a_certificate_of_somebody_else_gets_no_letter(tmp_path: Path) -> None:
    with a_mail_server(tmp_path) as post, a_desk(str(tmp_path / "b")) as book:
        moved(book)
        assert round_of(book, 1.1, through(post, trust=None)).put_off == 1
        assert post.came == []
        assert "certificate" in (notices(book)[0].why or "")


def test_a_letter_that_is_not_taken_is_tried_again(tmp_path: Path) -> None:
    with a_desk(str(tmp_path / "b")) as book:
        moved(book)
        with a_mail_server(tmp_path, refuses="451 not now") as post:
            assert round_of(book, 1.1, through(post)).put_off == 1
        with a_mail_server(tmp_path) as post:
            assert round_of(book, 2, through(post)).sent == 1
            assert len(post.came) == 1


def test_a_password_that_no_server_can_be_told_is_a_reason_and_stops_nothing(tmp_path: Path) -> None:
    with a_mail_server(tmp_path) as post, a_desk(str(tmp_path / "b")) as book:
        moved(book)
        assert round_of(book, 1.1, through(post, password="sésame")).put_off == 1
        assert "ascii" in (notices(book)[0].why or "")


def test_without_a_server_a_letter_waits_and_says_so(tmp_path: Path) -> None:
    with a_desk(str(tmp_path / "b")) as book:
        moved(book)
        assert round_of(book, 1.1).put_off == 1
        assert "no server for mail is set" in (notices(book)[0].why or "")


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\x00", "\u2028", "\x85", "\x0b", "\udc0a"])
def test_no_report_can_write_a_header(sign: str) -> None:
    evil = f"killed 2{sign}Bcc: eve@elsewhere.example{sign}{sign}Buy now"
    from sayso.clean import clean

    told = msgspec.structs.replace(MESSAGE, title=clean(evil), headline=evil)
    made = letter(told, "mailto:ada@desk.example", "sayso@desk.example", EVENING)
    read = message_from_bytes(bytes(made), policy=default)
    assert read["Bcc"] is None
    assert set(read.keys()) <= {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    }  # fmt: skip
    assert read.get_content().splitlines()[0].startswith("killed 2")


def test_a_line_break_that_came_so_far_is_refused() -> None:
    told = msgspec.structs.replace(MESSAGE, title="killed 2\r\nBcc: eve@elsewhere.example")
    with pytest.raises(ValueError, match="linefeed"):
        letter(told, "mailto:ada@desk.example", "sayso@desk.example", EVENING)


@pytest.mark.parametrize(
    "to", ["mailto:ada@desk.example\r\nBcc: eve@x.example", "mailto:a@b, c@d", "mailto:"]
)
def test_no_target_can_write_a_header(to: str) -> None:
    with pytest.raises(AlertError):
        letter(MESSAGE, to, "sayso@desk.example", EVENING)


def test_settings_come_from_a_file_and_what_is_wrong_in_it_is_named(tmp_path: Path) -> None:
    path, secret = tmp_path / "alerts.toml", tmp_path / "secret"
    secret.write_text("sesame\n")
    path.write_text(f'''
        url = "https://desk.example"
        hold_s = 3
        [mail]
        host = "smtp.desk.example"
        sender = "sayso@desk.example"
        password_file = "{secret}"
    ''')
    read = settings_from(path)
    assert (read.url, read.hold_s, read.mail and read.mail.security) == (
        "https://desk.example",
        3.0,
        "starttls",
    )
    path.write_text('[mail]\nhost = "a"\nsender = "b@c"\nsecurity = "none at all"\n')
    with pytest.raises(AlertError, match=r"alerts.toml: .*security"):
        settings_from(path)
    path.write_text('[mail]\nhost = "a"\nsender = "the desk"\n')
    with pytest.raises(AlertError, match=r"alerts\.toml: “the desk” is no e-mail address"):
        settings_from(path)
    path.write_text("url = ")
    with pytest.raises(AlertError, match=r"alerts\.toml"):
        settings_from(path)
    with pytest.raises(AlertError, match="No such file"):
        settings_from(tmp_path / "none.toml")
    assert settings_from(None) == Settings()
