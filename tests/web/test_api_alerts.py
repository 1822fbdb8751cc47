"""Rules are made and removed over HTTP, by who may; what was told is listed, without what is not for all."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.web.desk import BROWSER, Client, a_book, a_desk, a_token

from sayso.alerts import Settings, deliver, rules
from sayso.casebook import Casebook

RULE = {"says": "killed in FR changes", "to": "web"}
HOOK = {"says": "any dispute", "to": "https://hooks.example/services/T0/very-secret"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_book(tmp_path)


@pytest.fixture
def client(path: Path) -> Iterator[Client]:
    """A desk where somebody has signed in."""
    with a_desk(path) as opened:
        opened.post("/sign-in", json={"name": "Jo"})
        opened.headers.update(BROWSER)
        yield opened


def kept(path: Path) -> list[str]:
    with Casebook.open(path, PlainReader(), create=False) as book:
        return [f"{rule.says} by {rule.by}" for rule in rules(book)]


def move(path: Path) -> None:
    """Let a figure move, and tell of it."""
    with Casebook.open(path, PlainReader(), create=False) as book:
        text = a_story("Lyon", "7 killed, police said")
        book.add([a_report(text, hour=5, by="Post", received_at=datetime.now(UTC))])
        asyncio.run(deliver(book, Settings(hold_s=0)))


def test_a_rule_that_is_made_tells_and_is_removed(client: Client, path: Path) -> None:
    made = client.post("/alerts/rules", json=RULE)
    assert made.status_code == 201
    assert kept(path) == ["killed in FR changes by Jo"]
    move(path)
    listed = client.get("/alerts.json").json()
    assert [rule["says"] for rule in listed["rules"]] == ["killed in FR changes"]
    (told,) = listed["told"]
    assert (told["state"], told["message"]["moves"][0]["after"]["best"]) == ("sent", 7)
    assert client.get(f"/alerts.json?after={told['number']}").json()["told"] == []
    assert client.post(f"/alerts/rules/{made.json()['id']}/remove", json={}).status_code == 201
    assert kept(path) == []


def test_the_page_shows_rules_and_what_they_told_and_takes_a_form(client: Client, path: Path) -> None:
    made = client.post("/alerts/rules", data={**RULE, "back": "/alerts"}, follow_redirects=False)
    assert (made.status_code, made.headers["location"].partition("?")[0]) == (303, "/alerts")
    move(path)
    page = client.get("/alerts")
    assert page.status_code == 200
    assert "killed in FR changes" in page.text
    assert "→ 7" in page.text


def test_the_page_says_of_a_rule_that_nobody_knows_its_town(client: Client) -> None:
    for place in ("Lyonn", "Lyon"):
        client.post("/alerts/rules", json={"says": f"killed in {place} changes", "to": "web"})
    told = "Lyonn: no town of this name is known; look how it is written"
    assert client.get("/alerts").text.count("no town of this name") == 1
    assert told in client.get("/alerts").text


def test_a_secret_is_for_who_makes_the_rule_and_so_is_the_path_of_its_address(
    client: Client,
) -> None:
    made = client.post("/alerts/rules", json=HOOK).json()
    assert made["secret"].startswith("whsec_")
    for listed in (client.get("/alerts.json").text, client.get("/alerts").text):
        assert "https://hooks.example/" in listed
        assert made["secret"] not in listed
        assert "very-secret" not in listed


@pytest.mark.parametrize(
    "wrong",
    [{"says": "tell me all"}, {"says": "killed over 3", "to": "ftp://a"}, {"to": "web"},
     {**RULE, "by": "Eve"}, {"says": "x" * 201}, {"says": "killed over ,"}],
)  # fmt: skip
def test_what_is_not_understood_is_refused_in_words(
    client: Client, path: Path, wrong: dict[str, str]
) -> None:
    told = client.post("/alerts/rules", json=wrong, headers={"accept": "application/json"})
    assert told.status_code == 400
    assert told.json()["detail"]
    assert kept(path) == []


def test_who_may_only_look_makes_no_rule(path: Path) -> None:
    reader, reviewer = a_token(path, "Eve", "reader"), a_token(path, "Jo", "reviewer")
    with a_desk(path) as client:
        assert client.get("/alerts.json").status_code == 401
        assert client.get("/alerts.json", headers=reader).status_code == 200
        assert client.post("/alerts/rules", json=RULE, headers=reader).status_code == 403
        made = client.post("/alerts/rules", json=RULE, headers=reviewer)
        assert made.status_code == 201
        gone = client.post(f"/alerts/rules/{made.json()['id']}/remove", json={}, headers=reader)
        assert gone.status_code == 403


def test_a_message_under_way_does_not_break_the_door_when_it_closes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> None:
        await asyncio.sleep(60)

    door = import_module("sayso.web.app")
    monkeypatch.setattr(door, "deliver_forever", busy)
    monkeypatch.setattr(door, "STOP_S", 0.01)
    with a_desk(path, alerts=Settings()) as client:
        assert client.get("/health").status_code == 200


def test_that_alerts_are_sent_no_more_is_logged_at_once_and_the_desk_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def end(*_: object) -> None:
        raise KeyError("nobody thought of this")

    monkeypatch.setattr(import_module("sayso.web.app"), "deliver_forever", end)
    with a_desk(path, alerts=Settings()) as client:
        assert client.get("/alerts.json").status_code == 200
        assert "no alerts are sent any more" in caplog.text
        assert "nobody thought of this" in caplog.text
