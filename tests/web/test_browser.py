"""The desk in Debian's Chromium, on the demo story: what a person does there, and what must never happen."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PlainReader, a_report, a_story
from tests.web.desk import a_server

from sayso.casebook import Casebook
from sayso.model import Report, source_of
from sayso.story import reports

playwright = pytest.importorskip("playwright.sync_api", reason="no playwright: install the group dev")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: install the group dev")

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium")

HOSTILE = "</script><img src=x onerror=alert(1)>\u202e<b onclick=alert(2) style='color:red'>"
SIX_PM = "2025-10-14T18:00"
WAIT_MS = 10_000
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 780}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium, quiet: it asks nobody for anything."""
    quiet = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    quiet += ["--disable-component-update", "--disable-sync"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": quiet}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with the demo story."""
    path = tmp_path_factory.mktemp("story") / "evening.book"
    with Casebook.open(path) as book:
        book.add(reports())
    return path


@pytest.fixture(scope="module")
def desk(story: Path) -> Iterator[str]:
    """Serve that book as one would, and give its address."""
    with a_server(story) as (address, _):
        yield address


Open = Callable[..., Any]


@pytest.fixture
def opened(browser: Any, desk: str) -> Iterator[Open]:
    """Give pages that are watched: no error in the console, no policy broken, nothing asked of others."""
    errors: list[str] = []
    foreign: list[str] = []
    contexts = []

    def open_page(**options: Any) -> Any:
        context = browser.new_context(base_url=desk, viewport=WIDE, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.on(
            "console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(desk) else foreign.append(asked.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []
    assert foreign == []


def trieste(page: Any) -> str:
    """Go to the incident in Trieste, and return its address."""
    page.goto("/")
    page.get_by_role("link", name="Shooting, Trieste, Italy").click()
    page.wait_for_selector("article.record")
    return str(page.url)


def sign_in(page: Any, back: str = "/review") -> None:
    page.goto(f"/sign-in?back={back}")
    page.get_by_label("Your name").fill("Ada Reporter")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{back}")


def number(page: Any, anchor: str) -> str:
    return str(page.locator(f"#{anchor} .number").inner_text())


def test_a_figure_is_read_down_to_the_sentence_that_says_it(opened: Open) -> None:
    page = opened()
    trieste(page)
    assert page.locator("h1").inner_text() == "5 people killed and 10 injured in a shooting in Trieste, Italy"
    assert number(page, "killed") == "5"
    page.locator("#killed .said a").first.click()
    page.wait_for_selector("article.sheet")
    flag = page.locator(".flag:target")
    assert flag.inner_text() == "killed"
    assert "five people were killed" in flag.locator("xpath=..").inner_text().lower()
    assert flag.evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_every_step_of_the_chart_leads_to_its_sentence(opened: Open) -> None:
    page = opened()
    trieste(page)
    steps = page.locator("#killed .chart a")
    assert steps.count() > 10
    told = steps.last.get_attribute("aria-label")
    assert re.fullmatch(r".+: \d+ · 14 Oct 2025, \d\d:\d\d · .+", told)
    steps.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".flag:target")


def test_on_a_telephone_the_newest_step_of_a_chart_is_in_sight(opened: Open) -> None:
    page = opened()
    page.set_viewport_size(NARROW)
    trieste(page)
    steps = page.locator("#killed .chart .dots.for a")
    right = "all => Math.max(...all.map((one) => one.getBoundingClientRect().right))"
    box = page.locator("#killed .chart .scroll").bounding_box()
    assert box["x"] < steps.evaluate_all(right) < box["x"] + box["width"]


def test_the_list_is_narrowed_in_the_address_and_shown_on_a_map(opened: Open) -> None:
    page = opened()
    page.goto("/")
    page.wait_for_selector("body[data-map=ready]")
    assert page.locator("tbody tr").count() > 1
    page.keyboard.press("/")
    page.keyboard.type("Bari")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Bari**")
    assert page.locator("h1").inner_text() == "1 incident, with the words “Bari”"
    assert page.locator("tbody tr").count() == 1


def test_as_of_a_moment_by_address_by_field_and_by_slider(opened: Open) -> None:
    page = opened()
    address = trieste(page)
    page.goto(f"{address}?as_of={SIX_PM}")
    assert (
        page.locator("h1").inner_text()
        == "4 to 5 people killed and 14 injured in a shooting in Trieste, Italy"
    )
    assert "As of 14 Oct 2025, 18:00" in page.locator(".past").inner_text()
    page.goto(address)
    page.get_by_label("As of (UTC)").fill(SIX_PM)
    page.locator(".asof button").click()
    page.wait_for_url("**as_of=2025-10-14T18*")
    assert number(page, "killed") == "4"
    slider = page.get_by_label("By report")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=2025-10-14T16*")
    page.wait_for_selector(".past:has-text('14 Oct 2025, 16:03')")
    assert re.fullmatch(r"1 of \d+: 14 Oct 2025, 16:03", page.locator(".slide output").inner_text())
    assert slider.evaluate("one => one === document.activeElement")
    page.keyboard.press("End")
    page.wait_for_selector("h1:text('5 people killed')")
    assert "as_of" not in page.url
    reports = page.locator("#carried summary").inner_text().split(" reports")[0]
    assert page.locator(".slide output").inner_text() == f"all {reports}, now"


def test_with_scripts_off_all_is_there_to_read(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    trieste(page)
    assert number(page, "killed") == "5"
    assert page.locator("#killed .chart a").count() > 10
    page.locator("#carried summary").click()
    assert page.locator(".origins").is_visible()
    page.get_by_role("link", name="What changed since you last looked").click()
    page.wait_for_selector("text=first look")


def test_a_reviewer_judges_by_keys_with_a_reason_and_undoes_it(opened: Open) -> None:
    page = opened()
    sign_in(page)
    queue = page.locator(".queue")
    doubt = queue.locator("#doubt-1 h3").inner_text()
    while page.evaluate("document.activeElement.id") != "doubt-1":
        page.keyboard.press("j")
    page.keyboard.press("r")
    page.keyboard.type("the hospital corrected it")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Kept, with your name and reason")
    assert doubt not in queue.inner_text()
    assert "Ada Reporter" in page.locator(".lately").inner_text()
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back")
    assert doubt in queue.inner_text()
    page.goto("/log")
    log = page.locator("main").inner_text()
    assert "the hospital corrected it" in log
    assert "undone at once" in log


def test_a_reviewer_corrects_a_figure_and_it_moves(opened: Open) -> None:
    page = opened()
    address = trieste(page)
    sign_in(page, address.removeprefix(page.url.partition("/incidents")[0]) + "/hospitalised")
    before = page.locator("h2 .number").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    page.keyboard.type("seven, says the tape")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=read so by Ada Reporter")
    assert page.locator("h2 .number").inner_text() == "7"
    page.get_by_role("button", name="Undo").click()
    page.wait_for_selector("text=Taken back")
    assert page.locator("h2 .number").inner_text() == before != "7"


def test_a_figure_that_moves_is_shown_at_once_and_marked(opened: Open, story: Path) -> None:
    page, other = opened(), opened()
    trieste(page)
    other.goto("/")
    for each in (page, other):
        each.wait_for_selector(".live.on")
    page.evaluate("scrollTo(0, 500)")
    before = page.evaluate("scrollY")
    text = (
        "TRIESTE, Italy - A sixth person, a woman of 30, has died, hospital director Marco Benedetti said. "
        "Six people were killed and nine wounded in the shooting at Trieste railway station, police said."
    )
    late = Report(
        id="late-2130",
        source=source_of("Late Post"),
        title="Six killed in Trieste station shooting, police say",
        text=text,
        published_at=datetime(2025, 10, 14, 21, 30, tzinfo=UTC),
        published_grain="instant",
        received_at=datetime(2025, 10, 14, 21, 31, tzinfo=UTC),
    )
    with Casebook.open(story) as book:
        book.add([late])
    page.wait_for_selector("#killed.fresh .number:text('6')")
    assert "6 people killed" in page.locator("h1").inner_text()
    assert "changed" in page.locator("#live").inner_text()
    assert abs(page.evaluate("scrollY") - before) < 200
    other.wait_for_selector("tr.fresh td:has-text('6')")


def test_a_new_incident_waits_until_it_is_asked_for(opened: Open, story: Path) -> None:
    page = opened()
    page.goto("/")
    page.wait_for_selector(".live.on")
    rows = page.locator("tbody tr").count()
    with Casebook.open(story, PlainReader()) as book:
        book.add([a_report(a_story("Leeds", "2 killed, police said"), by="Courier")])
    button = page.get_by_role("button", name="Show 1 new")
    button.wait_for()
    assert page.locator("tbody tr").count() == rows
    button.click()
    page.wait_for_selector("tr.fresh:has-text('Leeds')")
    assert page.locator("tbody tr").count() == rows + 1


def test_words_that_mean_harm_are_only_words(opened: Open, story: Path) -> None:
    with Casebook.open(story, PlainReader()) as book:
        told = a_story("Lyon", f"7 killed, police said {HOSTILE}")
        book.add([a_report(told, by=f"Evil {HOSTILE}", id="evil", title=HOSTILE)])
        long = "A flood in Leeds. " + " ".join(f"{at % 7 + 1} killed, police said." for at in range(10_000))
        book.add([a_report(long, hour=9, by="Long", id="long")])
    page = opened()
    page.on("dialog", lambda _: pytest.fail("a report opened a dialog"))
    for address in ("/reports/evil", "/", "/review"):
        page.goto(address)
        assert page.locator("main img, main b[onclick]").count() == 0
    assert "‹U+202E›" in page.goto("/reports/evil").text()
    page.goto("/reports/long")
    assert page.locator("main mark a").count() <= 300
    assert page.locator("*").count() < 5_000
    page.get_by_role("link", name="Next part").first.click()
    page.wait_for_selector("text=Part 2 of 34")


INCIDENT = "{incident}"
LOOKS: dict[str, tuple[str, dict[str, int], dict[str, Any], tuple[str, ...]]] = {
    "light": (
        "light",
        WIDE,
        {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
        ("/", INCIDENT, f"{INCIDENT}/critical", "/reports/wire-1705", "/review", "/log", "/aside", "/alerts"),
    ),
    "dark": (
        "dark",
        WIDE,
        {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
        ("/", f"{INCIDENT}/critical", "/reports/wire-1705", "/review"),
    ),
    "narrow": (
        "light",
        NARROW,
        {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}},
        ("/", INCIDENT, "/reports/wire-1705", "/review", "/alerts"),
    ),
}
"""Colours differ in the dark, and layout on a telephone; what cannot differ is tried once."""


@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_it(opened: Open, look: str) -> None:
    scheme, size, options, addresses = LOOKS[look]
    page = opened(color_scheme=scheme)
    page.set_viewport_size(size)
    incident = trieste(page)
    sign_in(page)
    for address in (address.format(incident=incident) for address in addresses):
        page.goto(address)
        page.locator(".judge:not([open]) > summary, .filters:not([open]) > summary").evaluate_all(
            "all => all.slice(0, 3).forEach(one => one.click())"
        )
        found = axe.Axe().run(page, options={**options, "resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{address}\n{found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
