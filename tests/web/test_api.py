"""What a program asks of the desk, and what it is answered."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.web.desk import Client, a_book, a_desk, a_token

from sayso.casebook import Casebook
from sayso.model import (
    Added,
    Asides,
    Changes,
    Grounds,
    Judgement,
    Listing,
    Log,
    Reading,
    Record,
    Sheet,
    Shelf,
    decode,
)
from sayso.web.examples import ANSWERS, SENT
from sayso.web.headers import HEADERS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_book(tmp_path)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One desk for all who only look."""
    with a_desk(a_book(tmp_path_factory.mktemp("desk"))) as client:
        yield client


def lyon(client: Client) -> str:
    """Return the id of the incident in Lyon."""
    return decode(client.get("/incidents.json?country=FR").content, Listing).incidents[0].incident.id


def test_each_page_of_the_shell_is_there_as_json_in_the_words_of_the_model(client: Client) -> None:
    ref = lyon(client)
    listing = decode(client.get("/incidents.json").content, Listing)
    assert [head.incident.place.city for head in listing.incidents if head.incident.place] == [
        "Leeds",
        "Lyon",
    ]
    record = decode(client.get(f"/incidents/{ref}.json").content, Record)
    assert [(f.slot, f.best) for f in record.findings if f.slot == "killed"] == [("killed", 5)]
    grounds = decode(client.get(f"/incidents/{ref}/killed.json").content, tuple[Grounds, ...])
    assert grounds[0].support[0].sentence == "5 killed, police said."
    sheet = decode(client.get("/reports/gazette-1.json").content, Sheet)
    assert sheet.incidents[0].id == ref
    assert decode(client.get("/reports.json").content, Shelf).total == 4
    assert decode(client.get("/aside.json?limit=5").content, Asides).total == 0
    assert decode(client.get("/judgements.json").content, Log).total == 0


def test_as_of_today_answers_with_all_that_there_is_until_now(client: Client) -> None:
    answer = client.get(f"/incidents.json?as_of={datetime.now(UTC):%Y-%m-%d}").json()
    assert answer["total"] == 2
    assert datetime.fromisoformat(answer["as_of"]) <= datetime.now(UTC) + timedelta(seconds=2)
    assert client.get(f"/incidents.json?as_of={answer['as_of']}").status_code == 200


def test_as_of_a_moment_what_came_later_is_not_there(client: Client) -> None:
    ref = lyon(client)
    record = decode(client.get(f"/incidents/{ref}.json?as_of=2024-03-01T18:30").content, Record)
    assert [f.best for f in record.findings if f.slot == "killed"] == [3]
    assert decode(client.get("/incidents.json?as_of=2024-03-01T18:30Z").content, Listing).total == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=upholstery", 1), ("kind=fire", 1), ("country=fr", 1), ("place=Leeds", 1), ("standing=disputed", 0),
     ("since=2024-03-01T21:00", 1), ("until=2024-03-01T21:00", 1), ("q=", 2), ("happened=2024-03", 2)],
)  # fmt: skip
def test_the_list_is_narrowed_by_what_is_in_the_address(client: Client, query: str, found: int) -> None:
    assert decode(client.get(f"/incidents.json?{query}").content, Listing).total == found


@pytest.mark.parametrize(
    ("asked", "empty"),
    [
        ("/incidents.json?kind=flood", {"incidents": [], "total": 0, "next": None, "as_of": None}),
        ("/judgements.json", {"judgements": [], "total": 0, "next": None, "as_of": None}),
        ("/review.json", {"near": [], "doubts": []}),
        ("/alerts.json", {"rules": [], "told": [], "next": None}),
    ],
)
def test_a_list_of_nothing_is_there_and_empty(client: Client, asked: str, empty: object) -> None:
    assert client.get(asked).json() == empty


def test_an_address_that_is_cut_short_leads_to_the_list(client: Client) -> None:
    answer = client.get("/incidents?kind=fire", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?kind=fire")


def test_a_request_without_a_body_is_told_so(client: Client) -> None:
    answer = client.post("/read")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("the request has no body; what this address takes is at ")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (
            '{"text": "Two died.", "outlet": "X"}',
            "`outlet` is no field here; over HTTP it is called `sou",
        ),
        ('{"text": "Two died.", "mood": 1}', "`mood` is no field here; those there are stand at "),
        ('{"text": "Two', "the JSON of the request ends before it is whole"),
        ('{"text": Two}', "the request is no JSON that can be read"),
    ],
)
def test_what_is_wrong_with_a_body_is_said_in_the_words_of_who_sent_it(
    client: Client, sent: str, told: str
) -> None:
    answer = client.post("/read", content=sent, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith(told)


def test_pages_of_a_list_follow_each_other(client: Client) -> None:
    first = decode(client.get("/incidents.json?limit=1").content, Listing)
    rest = decode(client.get(f"/incidents.json?limit=1&after={first.next}").content, Listing)
    assert (first.total, len(rest.incidents), rest.next) == (2, 1, None)
    assert first.incidents != rest.incidents


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("/incidents/zzzz.json", 404, "no such incident"),
        ("/incidents/{ref}/height.json", 404, "the slots are killed"),
        ("/reports/gone.json", 404, "no such report"),
        ("/incidents.json?as_of=18:00", 400, "as_of: '18:00' is a clock time without a day"),
        ("/incidents.json?as_of=2099-01-01", 400, "as_of: '2099-01-01' is still to come (it is 20"),
        ("/aside.json?as_of=2099-01-01T10:00Z", 400, "leave it out to see what is known now"),
        ("/incidents.json?place=Lyon,%20Atlantis", 400, "Atlantis"),
        ("/incidents.json?place=,", 400, "name a city, a state or a country"),
        ("/incidents.json?kind=nonsense", 400, "the kinds are shooting"),
        ("/incidents.json?slot=height", 400, "the counts are killed"),
        ("/incidents.json?country=XX", 400, "named by its ISO 3166 code"),
        ("/incidents.json?country=ITA", 400, "country: the most characters that it may have are 2"),
        ("/incidents.json?happened=lately", 400, "give a year, a month or a day"),
        ("/incidents.json?since=xyz", 400, "since: 'xyz' is no moment"),
        ("/incidents.json?standing=sure", 400, "standing: no such choice"),
        ("/incidents.json?contry=FR", 400, "contry: the list takes nothing of this name; is it country?"),
        ("/incidents.json?zz=1", 400, "the list takes after, as_of, background"),
        ("/incidents.json?limit=0", 400, "limit: Expected a whole number >= 1"),
        ("/incidents.json?after=nonsense", 400, "no cursor"),
        ("/changes?after=nonsense", 400, "no cursor"),
        ("/nowhere", 404, "the desk begins at /"),
        ("/reports", 405, "does not take GET"),
    ],
)
def test_a_problem_says_what_and_what_to_do(client: Client, asked: str, status: int, told: str) -> None:
    path = asked.format(ref=lyon(client))
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert told in problem["detail"]
    assert problem["instance"] == path.partition("?")[0]


@pytest.mark.parametrize(
    "asked", ["/incidents.json", "/nowhere", "/health", "/schema/openapi.json", "/changes"]
)
def test_every_answer_carries_the_policy(client: Client, asked: str) -> None:
    headers = client.get(asked).headers
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_who_has_an_answer_is_not_sent_it_again_until_the_book_changes(path: Path) -> None:
    with a_desk(path) as client:
        address = f"/incidents/{lyon(client)}.json"
        first = client.get(address)
        tag = {"if-none-match": first.headers["etag"]}
        again = client.get(address, headers=tag)
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(address).content == first.content
        with Casebook.open(path, PlainReader()) as book:
            book.add([a_report(a_story("Lyon", "6 killed, police said"), hour=8)])
        changed = client.get(address, headers=tag)
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]
    assert b'"best":6' in changed.content


def test_only_a_past_moment_may_be_kept_without_asking(client: Client) -> None:
    now, past = client.get("/incidents.json"), client.get("/incidents.json?as_of=2024-03-02")
    assert "no-cache" in now.headers["cache-control"]
    assert "max-age" in past.headers["cache-control"]
    assert all("private" in answer.headers["cache-control"] for answer in (now, past))


def test_scripts_and_styles_are_kept_by_browsers_for_some_minutes(client: Client) -> None:
    answer = client.get("/static/desk.css")
    assert answer.status_code == 200
    assert "max-age" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_report_is_read_and_not_kept(client: Client) -> None:
    answer = client.post(
        "/read", json={"text": a_story("Lyon", "7 killed, police said"), "source": "Gazette"}
    )
    reading = decode(answer.content, Reading)
    assert answer.status_code == 200
    assert [claim.span.quote for claim in reading.claims] == ["7 killed, police said"]
    assert decode(client.get("/reports.json").content, Shelf).total == 4


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"text": ""}, 400, "no words"),
        ({"text": "x" * 200_001}, 413, "over HTTP 200,000"),
        ({"text": "x" * 2_000_001}, 413, "send less at a time"),
        ({"text": "x", "published_at": "soon"}, 400, "not a time that can be read"),
        ({"text": "x", "txet": "y"}, 400, "txet"),
        ({"text": 5}, 400, "text"),
        ([], 400, ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    client: Client, body: object, status: int, told: str
) -> None:
    answer = client.post("/read", json=body)
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_reports_are_added_once_by_somebody_with_a_token(path: Path) -> None:
    token = a_token(path, "Wire desk")
    told = {"id": "x/1", "text": a_story("Trieste", "2 missing, police said"), "source": "Courier"}
    with a_desk(path) as client:
        first = decode(client.post("/reports", json={"reports": [told]}, headers=token).content, Added)
        again = decode(client.post("/reports", json={"report": told}, headers=token).content, Added)
        assert [outcome.fate for outcome in (*first.outcomes, *again.outcomes)] == ["added", "known"]
        assert client.get(f"/incidents/{first.incident_ids[0]}.json", headers=token).status_code == 200
        assert decode(client.get("/reports/x%2F1.json", headers=token).content, Sheet).report.id == "x/1"
        refused = client.post("/reports", json={"report": {**told, "text": "Other words."}}, headers=token)
        assert decode(refused.content, Added).outcomes[0].fate == "refused"
        assert client.post("/reports", json={}, headers=token).status_code == 400


def test_a_judgement_names_who_made_it_and_is_taken_back(path: Path) -> None:
    token = a_token(path, "Jo")
    with a_desk(path) as client:
        client.headers.update(token)
        ref = lyon(client)
        claim = decode(client.get("/reports/gazette-1.json").content, Sheet).claims[0].id
        kept = client.post(f"/claims/{claim}/judgement", json={"verdict": "wrong", "why": "misheard"})
        judgement = decode(kept.content, tuple[Judgement, ...])[0]
        assert (judgement.by, judgement.verdict, judgement.reasons) == ("Jo", "wrong", ("misheard",))
        assert [f.best for f in record(client, ref).findings if f.slot == "killed"] == [3]
        back = client.post(f"/judgements/{judgement.id}/take-back", json={"why": "heard well"})
        assert back.status_code == 201
        assert [f.best for f in record(client, ref).findings if f.slot == "killed"] == [5]
        log = decode(client.get("/judgements.json").content, Log)
        assert [(j.by, j.verdict) for j in log.judgements] == [("Jo", "unsure"), ("Jo", "wrong")]


def record(client: Client, ref: str) -> Record:
    return decode(client.get(f"/incidents/{ref}.json").content, Record)


def test_incidents_are_merged_split_moved_and_dismissed(path: Path) -> None:
    with a_desk(path) as client:
        client.headers.update(a_token(path, "Jo"))
        one, other = (h.incident.id for h in decode(client.get("/incidents.json").content, Listing).incidents)
        assert (
            client.post(
                "/judgements", json={"left": one, "right": other, "verdict": "same", "why": "x"}
            ).status_code
            == 201
        )
        assert decode(client.get("/incidents.json").content, Listing).total == 1
        account = record(client, other).accounts[-1].id
        assert client.post(f"/accounts/{account}/split", json={"why": "another fire"}).status_code == 201
        assert decode(client.get("/incidents.json").content, Listing).total == 2
        assert client.post(f"/accounts/{account}/split", json={"why": "again"}).status_code == 409
        assert client.post(f"/accounts/{account}/move", json={"to": other, "why": "no"}).status_code == 201
        assert client.post(f"/accounts/{account}/split", json={"why": "yes"}).status_code == 201
        assert client.post(f"/incidents/{account}/dismissal", json={"why": "a drill"}).status_code == 201
        assert decode(client.get("/incidents.json").content, Listing).total == 1
        wrong = client.post("/judgements", json={"left": one, "right": other, "verdict": "right", "why": "x"})
        assert wrong.status_code == 400
        assert "same, different, unsure" in wrong.json()["detail"]


def test_a_claim_is_corrected_beside_what_the_reader_read(path: Path) -> None:
    with a_desk(path) as client:
        client.headers.update(a_token(path, "Jo"))
        claim = decode(client.get("/reports/gazette-1.json").content, Sheet).claims[0].id
        value = {"type": "count", "low": 4, "high": 4}
        answer = client.post(
            f"/claims/{claim}/correction", json={"value": value, "why": "the tape says four"}
        )
        assert [j.verdict for j in decode(answer.content, tuple[Judgement, ...])] == ["wrong", "right"]
        assert [f.best for f in record(client, lyon(client)).findings if f.slot == "killed"] == [4]


def test_changes_are_read_by_the_page(client: Client) -> None:
    first = decode(client.get("/changes?limit=2").content, Changes)
    rest = decode(client.get(f"/changes?after={first.cursor}").content, Changes)
    assert (len(first.changes), first.more, rest.more) == (2, True, False)
    assert rest.changes[-1].incident
    assert rest.changes[-1].incident.kind == "fire"
    assert decode(client.get(f"/changes?after={rest.cursor}").content, Changes).changes == ()


def test_health_and_metrics_tell_a_monitor_what_it_asks(client: Client) -> None:
    assert client.get("/health").json()["ok"] is True
    client.get("/incidents.json")
    text = client.get("/metrics").text
    assert "sayso_reports 4.0" in text
    assert "sayso_incidents 2.0" in text
    assert 'sayso_requests_total{method="GET",route="/incidents.json",status="200"}' in text


def test_the_examples_of_the_description_are_what_is_answered_and_can_be_sent(path: Path) -> None:
    with a_desk(path) as client:
        client.headers.update(a_token(path, "Jo"))
        sent = SENT["post", "/reports"]
        added = client.post("/reports", json=sent)
        assert decode(added.content, Added).outcomes[0].fate == "added"
        assert client.post("/read", json=SENT["post", "/read"]).status_code == 200
        schema = client.get("/schema/openapi.json").json()
        for (method, address), word in ANSWERS.items():
            content = schema["paths"][address][method]["responses"]
            shown = next(answer for status, answer in content.items() if status.startswith("2"))["content"]
            example = json.dumps(shown["application/json"]["example"])
            kind: Any = tuple[type(word[0]), ...] if isinstance(word, tuple) else type(word)  # type: ignore[misc]
            assert decode(example, kind) == word


def test_the_document_names_every_address(client: Client) -> None:
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    for path in client.get("/schema/openapi.json").json()["paths"]:
        assert path.replace("{ref}", "ID").replace("{slot}", "SLOT") in text, path


def test_every_span_of_the_examples_quotes_the_text() -> None:
    sheet = ANSWERS["get", "/reports/{ref}.json"]
    assert isinstance(sheet, Sheet)
    assert all(sheet.report.text[c.span.start : c.span.end] == c.span.quote for c in sheet.claims)


def test_the_description_names_every_address_with_what_can_go_wrong(client: Client) -> None:
    schema = client.get("/schema/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    assert {"/incidents/{ref}.json", "/read", "/reports", "/judgements", "/changes"} <= set(schema["paths"])
    for path, methods in schema["paths"].items():
        for told in methods.values():
            assert told["summary"], path
            for status, answer in told["responses"].items():
                if int(status) >= 400 and path != "/health":
                    assert "application/problem+json" in answer["content"], (path, status)
