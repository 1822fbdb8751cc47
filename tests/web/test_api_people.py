"""Who comes in, as what, from where, and how often."""

from pathlib import Path

import pytest
from tests.conftest import PlainReader
from tests.web.desk import BROWSER, HERE, a_book, a_desk, a_token

from sayso.casebook import Casebook
from sayso.errors import NotFoundError, StoreError
from sayso.model import Judgement, Log, decode
from sayso.store import Store
from sayso.web.gates import COOKIE, Rates
from sayso.web.people import Person, Rank, add_token, keep_secret, revoke_token, tokens_of

WORD = {"verdict": "wrong", "why": "misheard"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_book(tmp_path)


def judged(path: Path) -> str:
    """Return the address at which a claim of the book is judged."""
    with Casebook.open(path, PlainReader()) as book:
        return f"/claims/{book.report('gazette-1').claims[0].id}/judgement"


def test_without_a_token_in_the_book_one_looks_without_a_name_and_acts_with_one(path: Path) -> None:
    address = judged(path)
    with a_desk(path) as client:
        assert client.get("/incidents.json").status_code == 200
        unnamed = client.post(address, json=WORD)
        assert unnamed.status_code == 401
        assert "sayso token" in unnamed.json()["detail"]
        signed = client.post("/sign-in", json={"name": " Jo  Hart "})
        assert decode(signed.content, Person) == Person(name="Jo Hart", role="admin")
        kept = client.post(address, json=WORD, headers=BROWSER)
        assert decode(kept.content, tuple[Judgement, ...])[0].by == "Jo Hart"
        client.post("/sign-out", headers=BROWSER)
        assert client.post(address, json=WORD).status_code == 401


def test_once_the_book_has_a_token_nothing_but_health_is_shown_without_one(path: Path) -> None:
    token = a_token(path, "Jo", "reader")
    with a_desk(path) as client:
        for asked in ("/incidents.json", "/changes", "/metrics", "/schema/openapi.json", "/reports.json"):
            assert client.get(asked).status_code == 401, asked
            assert client.get(asked, headers=token).status_code == 200, asked
        assert client.get("/health").status_code == 200
        assert client.post("/sign-in", json={"name": "Jo"}).status_code == 401
        assert client.get("/incidents.json").headers["www-authenticate"].startswith("Bearer")
        assert client.get("/me.json", headers=token).json() == {"name": "Jo"}


@pytest.mark.parametrize(
    ("role", "statuses"), [("reader", (403, 403)), ("reviewer", (201, 403)), ("admin", (201, 201))]
)
def test_a_reader_looks_a_reviewer_judges_and_only_an_admin_forgets(
    path: Path, role: Rank, statuses: tuple[int, int]
) -> None:
    token, address = a_token(path, "Jo", role), judged(path)
    with a_desk(path) as client:
        client.headers.update(token)
        forget = client.post("/reports/courier-4/forget", json={"why": "a takedown"})
        assert (client.post(address, json=WORD).status_code, forget.status_code) == statuses
        assert client.get("/incidents.json").status_code == 200


def test_a_session_is_opened_with_a_token_and_ends_with_it(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        secret = add_token(book.store, "Jo", "reviewer")
    with a_desk(path) as client:
        assert client.post("/sign-in", json={"token": "sayso_nonsense"}).status_code == 401
        signed = client.post("/sign-in", json={"token": secret})
        cookie = signed.headers["set-cookie"].lower()
        assert all(word in cookie for word in (COOKIE, "httponly", "samesite=lax", "path=/"))
        assert secret not in signed.text + cookie
        assert client.get("/me.json").json() == {"name": "Jo", "role": "reviewer"}
        with Casebook.open(path, PlainReader()) as book:
            revoke_token(book.store, "Jo")
        client.app.live.keeper.look()  # what happens once a second
        assert client.get("/me.json").status_code == 401


def test_a_session_by_name_ends_when_the_book_gets_a_token(path: Path) -> None:
    with a_desk(path) as client:
        client.post("/sign-in", json={"name": "Jo"})
        assert client.get("/me.json").json()["role"] == "admin"
        a_token(path, "Ada", "admin")
        client.app.live.keeper.look()
        assert client.get("/me.json").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 201),
        ({"origin": HERE}, 201),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": HERE}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_what_another_site_makes_a_browser_send_changes_nothing(
    path: Path, headers: dict[str, str], status: int
) -> None:
    address = judged(path)
    with a_desk(path) as client:
        client.post("/sign-in", json={"name": "Jo"})
        assert client.post(address, json=WORD, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200), ("evil.example", 421), ("", 421)],
)
def test_on_loopback_a_name_that_leads_here_from_elsewhere_is_refused(
    path: Path, host: str, status: int
) -> None:
    with a_desk(path) as client:
        assert client.get("/incidents.json", headers={"host": host}).status_code == status


def test_what_a_proxy_passes_on_is_not_somebody_at_this_machine(path: Path) -> None:
    with a_desk(path, names=("desk.example",)) as client:
        passed_on = {"host": "desk.example", "x-forwarded-for": "203.0.113.7"}
        assert client.get("/incidents.json", headers=passed_on).status_code == 401
        assert client.post("/sign-in", json={"name": "Jo"}, headers=passed_on).status_code == 401
        passed_on |= a_token(path)
        assert client.get("/incidents.json", headers=passed_on).status_code == 200


def test_a_form_says_the_same_as_json_and_leads_back_with_what_can_be_undone(path: Path) -> None:
    address = judged(path)
    with a_desk(path) as client:
        form = {"name": "Jo", "back": "/incidents?kind=fire"}
        signed = client.post("/sign-in", data=form, headers=BROWSER, follow_redirects=False)
        assert (signed.status_code, signed.headers["location"]) == (303, "/incidents?kind=fire")
        assert COOKIE in signed.headers["set-cookie"]
        kept = client.post(
            address, data={**WORD, "back": "/reports/gazette-1"}, headers=BROWSER, follow_redirects=False
        )
        assert kept.status_code == 303
        judgement = decode(client.get("/judgements.json").content, Log).judgements[0]
        assert kept.headers["location"] == f"/reports/gazette-1?kept={judgement.id}"
        assert (judgement.by, judgement.verdict) == ("Jo", "wrong")
        value = {"value.type": "count", "value.low": "4", "value.high": "4", "why": "four", "back": "/"}
        fixed = client.post(
            address.replace("judgement", "correction"), data=value, headers=BROWSER, follow_redirects=False
        )
        assert fixed.status_code == 303
        wrong = client.post(address, data={"verdict": "wrong"}, headers=BROWSER, follow_redirects=False)
        assert wrong.status_code == 400
        assert wrong.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "x", "/a\r\nb: c"],
)
def test_a_form_never_leads_to_another_site(path: Path, back: str) -> None:
    with a_desk(path) as client:
        answer = client.post(
            "/sign-in", data={"name": "Jo", "back": back}, headers=BROWSER, follow_redirects=False
        )
        assert answer.status_code == 303
        assert answer.headers["location"] in ("/", "/ab:%20c")


def test_a_browser_that_must_sign_in_is_led_there_and_back(path: Path) -> None:
    a_token(path)
    with a_desk(path) as client:
        answer = client.get("/?kind=fire", headers={"accept": "text/html"}, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/sign-in?back=/%3Fkind%3Dfire"


def test_who_asks_too_often_is_told_when_to_ask_again(path: Path) -> None:
    with a_desk(path, rates=Rates(looks="3/minute", sign_ins="2/minute")) as client:
        answers = [client.get("/me.json") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
        tries = [client.post("/sign-in", json={"token": "guess"}).status_code for _ in range(3)]
        assert tries == [401, 401, 429]


def test_tokens_are_kept_as_digests_only(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        secret = add_token(book.store, "Jo", "reader")
    assert secret.encode() not in path.read_bytes()


def test_a_token_is_listed_revoked_once_and_never_comes_back(path: Path) -> None:
    store = Store(path)
    try:
        secret = add_token(store, "Jo", "reader")
        assert [(token.name, token.role, token.revoked_at) for token in tokens_of(store)] == [
            ("Jo", "reader", None)
        ]
        assert [token.name for token in revoke_token(store, tokens_of(store)[0].id)] == ["Jo"]
        with pytest.raises(NotFoundError, match="Jo"):
            revoke_token(store, "Jo")
        with pytest.raises(StoreError, match="revoked"):
            keep_secret(store, secret, "Jo", "admin")
        with pytest.raises(StoreError, match="20 or more"):
            keep_secret(store, "hunter2", "Jo", "admin")
        for name in ("", " ", "x" * 81, "a\x1b[2J"):
            with pytest.raises(StoreError, match="give a name"):
                add_token(store, name, "reader")
    finally:
        store.close()
