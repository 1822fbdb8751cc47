import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tests.conftest import EVENING, PlainReader, a_report, a_story
from tests.web.desk import BROWSER, Client, a_book, a_desk, a_token

from sayso.casebook import Casebook
from sayso.web.faults import ON_A_PAGE
from sayso.web.looks import look

SRC = Path(__file__).parents[2] / "src" / "sayso"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e<b hx-get='/x' style='color:red'>\x1b[31m"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_book(tmp_path)


@pytest.fixture
def client(path: Path) -> Iterator[Client]:
    with a_desk(path) as opened:
        yield opened


def shown(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers={**BROWSER, **headers})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


def words(page: str) -> str:
    """Return what a page says, without its mark-up."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def lyon(client: Client) -> str:
    listed = client.get("/incidents.json").json()["incidents"]
    return next(str(h["incident"]["id"]) for h in listed if h["incident"]["kind"] == "shooting")


def sent(client: Client, address: str, **fields: str) -> str:
    """Send a form as a browser does, and return the page that it leads back to."""
    answer = client.post(address, data=fields, headers=BROWSER, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return shown(client, answer.headers["location"])


class Tags(HTMLParser):
    """All tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def sign_in(client: Client, name: str = "Ada") -> None:
    sent(client, "/sign-in", name=name, back="/")


def test_the_list_says_what_is_asked_for_and_gives_each_incident_a_line(client: Client) -> None:
    page = shown(client, "/")
    assert "<h1" in page
    assert "2 incidents" in words(page)
    assert re.search(r"Shooting, Lyon, France 1 Mar 2024 5 9 ○ one voice 2 in 3 reports", words(page))
    assert "1 fire in Leeds" in words(shown(client, "/?kind=fire&place=Leeds&standing=&q=&happened=&since="))
    assert "Nothing in the book fits" in words(shown(client, "/?q=avalanche"))


def test_one_incident_is_a_headline_its_figures_and_a_way_to_each_sentence(client: Client) -> None:
    page = shown(client, f"/incidents/{lyon(client)}")
    assert "5 people killed and 9 injured in a shooting in Lyon, France" in words(page)
    assert "3 reports, 2 voices" in words(page)
    (target,) = set(re.findall(r'<a href="(/reports/[^"]+)"><mark>5 killed, police said</mark>', page))
    sentence = shown(client, target.partition("#")[0])
    assert f'id="{target.partition("#")[2]}"' in sentence
    assert "Not known" in words(page)


def test_what_was_hit_leads_to_the_report_that_says_so(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(a_story("Lyon", "5 killed, police said", "They hit the depot"), hour=3)])
    with a_desk(path) as client:
        page = shown(client, f"/incidents/{lyon(client)}")
        assert "Hit: the depot" in words(page)
        assert '<a href="/reports/gazette-3" dir="auto">the depot</a>' in page


def test_as_of_a_moment_the_page_says_so_and_shows_what_was_known(client: Client) -> None:
    then = EVENING + timedelta(minutes=30)
    page = words(shown(client, f"/incidents/{lyon(client)}?as_of={then:%Y-%m-%dT%H:%M}"))
    assert "As of 1 Mar 2024, 18:30 UTC" in page
    assert "3 people killed in a shooting" in page
    assert "9 injured" not in page


def test_the_slider_counts_reports_and_stops_at_the_end_of_each_second_in_which_any_came(path: Path) -> None:
    text = a_story("Lyon", "5 killed, police said")
    late = EVENING + timedelta(hours=4, milliseconds=200)
    with Casebook.open(path, PlainReader()) as book:
        for at, by in enumerate(("Star", "Post", "Echo")):
            came = late + timedelta(milliseconds=300 * at, seconds=at // 2)
            book.add([a_report(f"{text} By {by}.", hour=3, by=by, received_at=came)])
    with a_desk(path) as client:
        page = shown(client, f"/incidents/{lyon(client)}")
        stops = re.findall(r'<option value="([^"]+)" label="([^"]+)">', page)
        assert stops == [
            ("2024-03-01T18:05Z", "1 of 6: 1 Mar 2024, 18:05"),
            ("2024-03-01T19:05Z", "2 of 6: 1 Mar 2024, 19:05"),
            ("2024-03-01T20:05Z", "3 of 6: 1 Mar 2024, 20:05"),
            ("2024-03-01T22:00:01Z", "5 of 6: 1 Mar 2024, 22:00"),
            ("2024-03-01T22:00:02Z", "all 6, now"),
        ]
        assert "6 reports" in words(page)
        for at, told in stops[:-1]:
            then = words(shown(client, f"/incidents/{lyon(client)}?as_of={at}"))
            assert re.search(rf"\b{told[0]} reports?, ", then)


def test_why_a_figure_stands_is_told_with_every_sentence(client: Client) -> None:
    page = words(shown(client, f"/incidents/{lyon(client)}/killed"))
    assert "What it rests on" in page
    assert "What was said before" in page
    assert "Rule:" in page
    assert "Nothing is said of missing" in words(shown(client, f"/incidents/{lyon(client)}/missing"))


def test_what_changed_since_one_last_looked_is_told_once_one_has_looked_before(path: Path) -> None:
    with a_desk(path) as client:
        ref = lyon(client)
        assert "first look" in words(shown(client, f"/incidents/{ref}/news"))
        assert "looked" in client.cookies
        client.cookies.set("looked", "0.1709319600", path=f"/incidents/{ref}/news")  # 19:00
        page = words(shown(client, f"/incidents/{ref}/news"))
        assert "killed was 3, one voice → is now 5" in page
        assert "injured was not reported → is now 9" in page
        assert "5, one voice" in words(shown(client, f"/incidents/{ref}?since=2024-03-01T19:00"))


@pytest.mark.parametrize(
    ("cookie", "hours", "before"),
    [
        (None, 20, None),
        ("0.%d", 20, "last"),  # an earlier visit
        ("0.%d", 10.2, None),  # the same visit
        ("7200.%d", 10.2, 7200),
        ("7200.%d", 20, "last"),
        ("nonsense", 20, None),
        ("9" * 40 + ".1", 20, 1),
    ],
)
def test_a_visit_goes_on_until_nobody_looked_for_half_an_hour(
    cookie: str | None, hours: float, before: Any
) -> None:
    last = 10 * 3600
    now = datetime.fromtimestamp(hours * 3600, UTC)
    since, made = look(cookie.replace("%d", str(last)) if cookie else None, now)
    told = since and int(since.timestamp())
    assert told == (last if before == "last" else before)
    assert made.endswith(f".{int(now.timestamp())}")


def test_a_report_shows_its_words_with_every_claim_and_who_says_it(client: Client) -> None:
    page = shown(client, "/reports/gazette-1")
    assert re.search(r'<mark class="people"><a class="flag people" id="c-\w+" href="#m-\w+">killed</a>', page)
    assert "killed 5 police" in words(page)
    assert "Tells of Shooting, Lyon, France" in words(page)


def test_a_new_version_shows_what_changed_and_what_came_before(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(a_story("Lyon", "4 killed, police said"), hour=5, replaces="gazette-1")])
    with a_desk(path) as client:
        page = shown(client, "/reports/gazette-5")
        assert "<del>5</del><ins>4</ins>" in page
        assert 'href="/reports/gazette-1"' in page
        assert "Replaced by a newer version" in words(shown(client, "/reports/gazette-1"))


def test_where_the_version_before_was_forgotten_nothing_is_shown_as_changed(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(a_story("Lyon", "4 killed, police said"), hour=5, replaces="gazette-1")])
        book.forget("gazette-1", why="names a child", by="Ada")
    with a_desk(path) as client:
        page = shown(client, "/reports/gazette-5")
    assert "4 killed, police said" in words(page)
    assert "What changed" not in page


def test_a_version_of_an_agencys_item_is_held_against_the_one_before_it_at_that_moment(path: Path) -> None:
    item = "urn:newsml:wire.example:20240301:lyon"
    with Casebook.open(path, PlainReader()) as book:
        for number, dead, hour in ((1, 2, 5), (3, 4, 6), (2, 3, 7)):
            text = a_story("Lyon", f"{dead} killed, we said")
            book.add([a_report(text, hour=hour, id=f"lyon-{number}", item=item, version=number, by="Wire")])
    with a_desk(path) as client:
        assert "<del>3</del><ins>4</ins>" in shown(client, "/reports/lyon-3")
        before = (EVENING + timedelta(hours=6.5)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert "<del>2</del><ins>4</ins>" in shown(client, f"/reports/lyon-3?as_of={before}")
        assert "What changed" not in shown(client, "/reports/lyon-1")


def test_who_repeats_whom_is_told_on_the_incident_and_on_both_reports(path: Path) -> None:
    told = "People who had been inside ran out of the old market hall by its back door and hid in a bakery"
    with Casebook.open(path, PlainReader()) as book:
        wire = a_story("Lyon", "6 killed, police said", told)
        book.add(a_report(wire, hour=6 + at, by=by) for at, by in enumerate(("Wire", "Herald")))
    with a_desk(path) as client:
        assert re.search(
            r"Wire no title .*repeated by Herald verbatim, 100% of its words",
            words(shown(client, f"/incidents/{lyon(client)}")),
        )
        assert "Repeated by Herald" in words(shown(client, "/reports/wire-6"))
        assert "Repeats Wire" in words(shown(client, "/reports/herald-7"))
        assert 'class="copied"' in shown(client, "/reports/herald-7")


def test_a_judgement_made_on_a_page_is_kept_and_undone_with_one_click(client: Client) -> None:
    sign_in(client)
    ref = lyon(client)
    page = shown(client, f"/incidents/{ref}/killed")
    claim = re.findall(r'action="/claims/(\w+)/judgement"', page)[0]
    told = {"verdict": "wrong", "why": "misheard", "back": f"/incidents/{ref}/killed"}
    page = sent(client, f"/claims/{claim}/judgement", **told)
    assert "Kept, with your name and reason" in words(page)
    assert "3 people killed" in words(page)
    (undo,) = re.findall(r'action="(/judgements/\w+/take-back)"', page)
    page = sent(client, undo, why="undone at once", back=f"/incidents/{ref}?undone=1")
    assert "Taken back" in words(page)
    assert "5 people killed" in words(page)
    log = words(shown(client, "/log"))
    assert re.search(
        r"2 judgements.*Ada: .*open \(undone at once\).*Ada: claim \w+ is wrong \(misheard\) · until", log
    )


def test_a_claim_is_corrected_on_its_page_as_a_number_or_in_words(client: Client) -> None:
    sign_in(client)
    ref = lyon(client)
    claim = re.findall(r'action="/claims/(\w+)/correction"', shown(client, f"/incidents/{ref}/killed"))[0]
    told = {
        "value.type": "count",
        "value.low": "7",
        "value.high": "8",
        "why": "I counted",
        "back": f"/incidents/{ref}",
    }
    page = sent(client, f"/claims/{claim}/correction", **told)
    assert "7 to 8" in words(page)
    report = client.get(f"/claims/{claim}", headers=BROWSER).text
    assert "read so by Ada" in words(report)
    assert "wrong, says Ada" in words(report)


def test_near_misses_and_doubts_are_offered_and_gone_once_judged(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(a_story("Lyon", "6 killed, hospital said"), hour=6, by="Post")])
        book.add([a_report(a_story("Lyon", "2 killed, police said"), hour=7, by="Mail")])
    with a_desk(path) as client:
        before = shown(client, "/review")
        assert "Sign in as a reviewer" in words(before)
        assert "<form" not in before.partition("<main")[2]
        sign_in(client)
        page = shown(client, "/review")
        doubts = re.findall(r'id="doubt-\d+"', page)
        assert doubts
        for claim in set(re.findall(r'action="/claims/(\w+)/judgement"', page)):
            told = {"verdict": "right", "why": "rang them", "back": "/review"}
            page = sent(client, f"/claims/{claim}/judgement", **told)
        assert len(re.findall(r'id="doubt-\d+"', page)) < len(doubts)
        assert "Judged lately" in words(page)


def test_what_is_not_an_incident_leaves_the_list_and_says_so_on_its_page(client: Client) -> None:
    sign_in(client)
    ref = lyon(client)
    page = sent(client, f"/incidents/{ref}/dismissal", why="an exercise", back="/")
    assert "1 incident" in words(page)
    assert "Judged not an incident by Ada" in words(shown(client, f"/incidents/{ref}"))
    assert "not an incident" in words(shown(client, "/?background=true"))


def test_only_who_may_judge_is_offered_to(path: Path) -> None:
    token = a_token(path, "Jo", "reader")
    with a_desk(path) as client:
        page = shown(client, f"/incidents/{lyon_of(path)}", **token)
        assert "Review this incident" not in words(page)
        assert "Jo , reader" in words(page)


def lyon_of(path: Path) -> str:
    with Casebook.open(path, PlainReader()) as book:
        return next(h.incident.id for h in book.incidents() if h.incident.kind == "shooting")


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/incidents/abcdef", 404, "the book holds no such incident"),
        ("/reports/none", 404, "the book holds no such report"),
        ("/?as_of=tomorrow", 400, "is no moment"),
        ("/?as_of=2099-01-01", 400, "is still to come"),
        ("/?kind=picnic", 400, "no such kind"),
        ("/nowhere", 404, "Nothing is here"),
    ],
)
def test_what_is_not_there_is_said_calmly_on_a_page(
    client: Client, address: str, status: int, told: str
) -> None:
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == status
    assert told in words(answer.text)
    assert "All incidents" in words(answer.text)


def test_a_page_tells_to_do_something_on_a_page_and_never_names_a_command(client: Client) -> None:
    sign_in(client)
    asked = {
        "/claims/abcdef/judgement": ({"verdict": "wrong", "why": "x"}, "beside its words"),
        "/judgements/abcdef/take-back": ({"why": "x"}, "where it stands in the log"),
        "/alerts/rules/abcdef/remove": ({}, "on the page of alerts"),
        "/sign-in": ({"token": "sayso_nobody"}, "can make you one"),
        "/read": ({"text": "x" * 200_001}, "split it, or ask who runs this desk to add it"),
    }
    for address, (fields, told) in asked.items():
        answer = client.post(address, data={**fields, "back": "/"}, headers=BROWSER)
        assert answer.status_code >= 400, address
        assert told in words(answer.text), words(answer.text)
        assert not re.search(r"sayso [a-z]", words(answer.text)), address
    program = client.post(
        "/claims/abcdef/judgement", json={"verdict": "wrong", "why": "x"}, headers={"sec-fetch-site": "none"}
    ).json()
    assert "`sayso why` prints claims" in program["detail"]


HINT = re.compile(r"sayso (?:why|show|judgements?|token|alert|add|aside|incidents|forget|undo) ?[A-Z`a-z]*")
NOT_ON_PAGES = {"serving.py", "description.py"}
"""Modules that speak to who starts the server, and to programs."""


def test_every_command_that_a_refusal_names_has_words_for_pages() -> None:
    rooms = ("casebook", "alerts", "web", "web/api", "link", "settle", "trace")
    files = [file for room in rooms for file in (SRC / room).glob("*.py") if file.name not in NOT_ON_PAGES]
    told = [
        node.value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
    ]
    hints = [words for words in told if HINT.search(words) and words not in ON_A_PAGE]
    assert len(hints) >= 6
    for hint in hints:
        assert any(typed in hint for typed in ON_A_PAGE), hint


def test_who_wrote_what_is_refused_is_led_back_to_the_page_where_it_stands(tmp_path: Path) -> None:
    with a_desk(a_book(tmp_path)) as client:
        client.post("/sign-in", json={"name": "Jo"})
        sent = {"says": "kiled in FR", "to": "web", "back": "/alerts"}
        for came, leads in (("/alerts?before=9", True), ("https://evil.example/alerts", False)):
            headers = {**BROWSER, "referer": came if "//" in came else f"{client.base_url}{came}"}
            answer = client.post("/alerts/rules", data=sent, headers=headers)
            assert answer.status_code == 400
            assert ('href="/alerts?before=9"' in answer.text) == leads
            assert "evil" not in answer.text


def test_a_report_that_was_not_read_says_so_once(tmp_path: Path) -> None:
    path = a_book(tmp_path)
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report("Voici le texte.", hour=6, by="Soir")])
    with a_desk(path) as client:
        assert "Not read: language fr, this reader reads English" in words(shown(client, "/reports/soir-6"))


def test_what_was_set_aside_is_listed_by_story_beside_its_incident(path: Path) -> None:
    vigil = "Neighbours of Marcel Ferrandou, who worked at the Perrache depot, lit candles at Perrache."
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(vigil, hour=6, by="Herald", title="Candles at Perrache")])
    with a_desk(path) as client:
        assert 'href="/aside"' in shown(client, "/")
        page = shown(client, "/aside")
        assert "1 report in which no incident was read, by the story" in words(page)
        assert "One report Beside Shooting, Lyon, France" in words(page)
        assert 'href="/reports/herald-6"' in page
        assert "Not read" not in page


def test_what_was_not_read_stands_under_what_was_set_aside(path: Path) -> None:
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report("Voici le texte.", hour=6, by="Soir", title="Le titre")])
    with a_desk(path) as client:
        page = shown(client, "/aside")
        assert "Each report that was read tells of an incident." in words(page)
        assert "1 report kept, but not read, by the reason. Language fr, this reader reads English" in words(
            page
        )
        assert 'href="/reports/soir-6"' in page
        answer = client.get("/aside.json").json()
        assert (answer["total"], answer["unread_total"]) == (0, 1)
        assert [r["id"] for one in answer["unread"] for r in one["reports"]] == ["soir-6"]


PAGES = (
    "/", "/incidents/{ref}", "/incidents/{ref}/killed", "/incidents/{ref}/news", "/reports/{report}",
    "/review", "/log", "/aside", "/alerts", "/sign-in", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A desk whose reports mean harm, in every field that somebody outside can fill."""
    path = a_book(tmp_path_factory.mktemp("hostile"))
    story = a_story("Lyon", f"7 killed, police said {HOSTILE}")
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(story, hour=8, by=f"Evil {HOSTILE}", id=f"r/{HOSTILE}?#%2F", title=HOSTILE)])
    with a_desk(path) as client:
        sign_in(client, "Mallory <b>")
        yield client


@pytest.mark.parametrize("address", PAGES)
def test_no_page_lets_a_report_say_more_than_words(hostile: Client, address: str) -> None:
    sheet = hostile.get("/reports.json").json()["reports"][0]["id"]
    answer = hostile.get(address.format(ref=lyon(hostile), report=quote(sheet, safe="")), headers=BROWSER)
    page = answer.text
    assert answer.status_code == (404 if address == "/nowhere" else 200), page
    assert "<img" not in page
    assert "<b hx" not in page
    assert "Mallory <b>" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    for tag, told in Tags(page).found:
        assert tag not in ("style", "iframe", "object", "embed", "base")
        assert not [name for name in told if name == "style" or name.startswith(("on", "hx-"))]
        assert tag != "script" or told["src"]
        for name in ("src", "href", "action", "formaction"):
            place = told.get(name) or "/"
            assert place.startswith("#") or re.match(r"/(?!/)", place)


def test_ten_thousand_claims_in_one_report_are_shown_in_parts(path: Path) -> None:
    long = "A shooting in Lyon. " + " ".join(f"{at % 7 + 1} killed, police said." for at in range(10_000))
    with Casebook.open(path, PlainReader()) as book:
        book.add([a_report(long, hour=9, by="Long")])
    with a_desk(path) as client:
        page = shown(client, "/reports/long-9")
        assert len(page) < 400_000
        assert "10,000 claims, 300 here" in words(page)
        assert "Part 1 of 34" in words(page)
        last = client.get("/reports/long-9.json").json()["claims"][-1]["id"]
        page = shown(client, f"/reports/long-9?claim={last}")
        assert "Part 34 of 34" in words(page)
        assert f'id="c-{last}"' in page


@pytest.mark.parametrize("address", PAGES[:3])
def test_the_page_leads_to_its_json(client: Client, address: str) -> None:
    page = shown(client, address.format(ref=lyon(client), report="gazette-1"))
    (twin,) = re.findall(r'<a href="([^"]+)">This page as JSON', page)
    answer = client.get(twin)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
