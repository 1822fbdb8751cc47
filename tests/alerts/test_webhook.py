"""A signed message to a web address, through the guard, until the receiver has it or it is given up."""

import base64
import hashlib
import hmac
import json
from pathlib import Path

import msgspec
import pytest
from tests.alerts.desk import AT_ONCE, a_desk, at, round_of, tell
from tests.alerts.receivers import Receiver, a_receiver

from sayso.alerts import Settings, add_rule, notices
from sayso.alerts.webhook import signature
from sayso.casebook import Casebook
from sayso.model import AlertRule


def allowing(receiver: Receiver, **fields: object) -> Settings:
    """Return settings by which this receiver may be reached although it is not public."""
    return msgspec.structs.replace(AT_ONCE, internal=(receiver.host,), **fields)


def moved(book: Casebook, *targets: str) -> AlertRule:
    """Make rules that tell these receivers, and let a figure move; returns the first rule."""
    tell(book, 0, "Lyon", "2 killed, police said")
    made = [add_rule(book, "killed in FR changes", to, by="Ada", now=at(0.5)) for to in targets]
    tell(book, 1, "Lyon", "4 killed, hospital said", by="Post")
    return made[0]


def test_the_signature_is_that_of_the_specification() -> None:
    """The example of the Standard Webhooks documentation."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    told = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert told == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_receiver_can_check_who_sends_and_reads_what_moved(tmp_path: Path) -> None:
    with a_receiver() as receiver, a_desk(str(tmp_path / "b")) as book:
        rule = moved(book, receiver.url)
        assert round_of(book, 1.1, allowing(receiver)).sent == 1
        ((headers, body),) = receiver.came
    assert rule.secret is not None
    key = base64.b64decode(rule.secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert int(headers["webhook-timestamp"]) == int(at(1.1).timestamp())
    told = json.loads(body)
    assert (told["type"], told["timestamp"]) == ("finding.revised", at(1).isoformat().replace("+00:00", "Z"))
    (move,) = told["data"]["moves"]
    assert (move["before"]["best"], move["after"]["best"]) == (2, 4)
    (said,) = move["said"]
    assert said["sentence"][said["start"] : said["end"]] == "4 killed, hospital said"
    assert (said["who"], said["outlet"]) == ("hospital", "Post")
    assert told["data"]["link"].startswith("https://desk.example/incidents/")
    assert told["data"]["link"].endswith("?as_of=2024-03-01T19:05:00Z")


def test_what_is_not_taken_is_tried_again_later_with_the_same_id(tmp_path: Path) -> None:
    with a_receiver(500, 302, 204) as receiver, a_desk(str(tmp_path / "b")) as book:
        moved(book, receiver.url)
        settings = allowing(receiver, retries_s=(60.0, 600.0))
        rounds = [round_of(book, hour, settings) for hour in (1.1, 1.11, 1.12, 1.2, 1.29, 1.3)]
        assert [(one.sent, one.put_off) for one in rounds] == [(0, 1), (0, 0), (0, 1), (0, 0), (1, 0), (0, 0)]
        assert len(set(receiver.ids)) == 1
        assert len({headers["webhook-timestamp"] for headers, _ in receiver.came}) == 3
        assert [one.state for one in notices(book)] == ["sent"]


def test_what_is_never_taken_is_given_up_and_says_why(tmp_path: Path) -> None:
    with a_receiver(503) as receiver, a_desk(str(tmp_path / "b")) as book:
        moved(book, receiver.url)
        settings = allowing(receiver, retries_s=(1.0, 1.0))
        rounds = [round_of(book, 2 + hour, settings) for hour in range(5)]
        assert [one.given_up for one in rounds] == [0, 0, 1, 0, 0]
        (told,) = notices(book)
        assert (told.state, told.attempts, len(receiver.came)) == ("failed", 3, 3)
        assert told.why is not None
        assert "503" in told.why


def test_a_receiver_that_asks_for_time_gets_it(tmp_path: Path) -> None:
    with a_receiver(429, 204, retry_after="1800") as receiver, a_desk(str(tmp_path / "b")) as book:
        moved(book, receiver.url)
        rounds = [round_of(book, hour, allowing(receiver)) for hour in (1.1, 1.5, 1.61)]
        assert [one.sent for one in rounds] == [0, 0, 1]


def test_a_receiver_that_is_gone_is_asked_once(tmp_path: Path) -> None:
    with a_receiver(410) as receiver, a_desk(str(tmp_path / "b")) as book:
        moved(book, receiver.url)
        assert round_of(book, 1.1, allowing(receiver)).given_up == 1


def test_a_message_that_was_tried_stays_as_it_was_and_later_changes_go_into_the_next(tmp_path: Path) -> None:
    with a_receiver(500, 204) as receiver, a_desk(str(tmp_path / "b")) as book:
        moved(book, receiver.url)
        round_of(book, 1.1, allowing(receiver))
        tell(book, 2, "Lyon", "7 killed, hospital said", by="Post")
        assert round_of(book, 2.1, allowing(receiver)).sent == 2
        first, *later = [json.loads(body)["data"] for _, body in receiver.came]
        assert first in later
        assert sorted(one["moves"][0]["after"]["best"] for one in later) == [4, 7]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "2130706433"])
def test_a_rule_cannot_reach_the_own_network(tmp_path: Path, name: str) -> None:
    with a_receiver() as receiver, a_desk(str(tmp_path / "b")) as book:
        port = receiver.url.split(":")[2].split("/")[0]
        moved(book, f"http://{name}/alerts", f"http://{name}:{port}/alerts")
        assert round_of(book, 1.2).given_up == 2
        assert receiver.came == []
        assert all(one.state == "failed" and one.why for one in notices(book))


def test_the_operator_opens_one_host_and_port_and_no_other(tmp_path: Path) -> None:
    with a_receiver() as one, a_receiver() as other, a_desk(str(tmp_path / "b")) as book:
        moved(book, one.url, other.url)
        told = round_of(book, 1.2, allowing(one))
        assert (told.sent, told.given_up) == (1, 1)
        assert (len(one.came), len(other.came)) == (1, 0)
