"""The same desk on either database."""

from pathlib import Path

import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.store.homes import HOMES, a_home
from tests.web.desk import BROWSER, a_desk

from sayso.casebook import Casebook
from sayso.model import Changes, Judgement, Listing, Sheet, decode
from sayso.web.people import add_token, revoke_token


@pytest.mark.parametrize("kind", HOMES)
def test_a_day_at_the_desk(kind: str, tmp_path: Path) -> None:
    with a_home(kind, tmp_path) as home:
        with Casebook.open(home, PlainReader()) as book:
            book.add([a_report(a_story("Lyon", "3 killed, police said")), a_report(a_story("Leeds"), hour=1)])
        with a_desk(home) as client:
            first = client.get("/incidents.json?limit=1&q=leeds")
            assert decode(first.content, Listing).total == 1
            tag = {"if-none-match": first.headers["etag"]}
            assert client.get("/incidents.json?limit=1&q=leeds", headers=tag).status_code == 304
            client.post("/sign-in", json={"name": "Jo"})
            claim = decode(client.get("/reports/gazette-0.json").content, Sheet).claims[0].id
            word = {"verdict": "wrong", "why": "misheard\0"}
            kept = client.post(f"/claims/{claim}/judgement", json=word, headers=BROWSER)
            assert decode(kept.content, tuple[Judgement, ...])[0].reasons == ("misheard\0",)
            assert len(decode(client.get("/changes").content, Changes).changes) == 2
            assert client.get("/incidents/ab%00cd.json").status_code == 400
            assert client.get("/incidents.json?q=%00").status_code == 400
            with Casebook.open(home, PlainReader()) as book:
                token = {"authorization": f"Bearer {add_token(book.store, 'Ada', 'reader')}"}
                assert client.get("/me.json", headers=token).json() == {"name": "Ada"}
                revoke_token(book.store, "Ada")
            client.app.live.keeper.look()
            assert client.get("/me.json", headers=token).status_code == 401
