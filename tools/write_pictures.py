"""Take the pictures of docs/pictures anew: four pages of the demo story, in light and in dark.

Run as `make pictures`, where Debian's Chromium and the fonts Inter and Charis SIL are: other fonts make other
pictures. `apt-get install chromium fonts-inter fonts-sil-charis pngquant` brings them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from tests.web.desk import a_server

from sayso.casebook import Casebook
from sayso.story import reports

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
WIDTH = 1280
REPORT = "northgate-1820"
QUIET = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def main() -> None:
    """Fill a book with the story, show it to a browser, and keep what the browser shows."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium: apt-get install chromium fonts-inter fonts-sil-charis pngquant")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evening.book"
        with Casebook.open(path) as book:
            book.add(reports())
            fullest = max(book.incidents(), key=lambda head: head.reports).incident.id[:8]
        with a_server(path) as (address, _), sync_playwright() as machine:
            browser = machine.chromium.launch(executable_path=chromium, args=QUIET)
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    base_url=address, color_scheme=scheme, viewport={"width": WIDTH, "height": 900}
                )
                _take(context.new_page(), fullest, scheme)


def _take(page: Any, incident: str, scheme: str) -> None:
    """Sign in, and keep each page as it is seen at first; the incident and the queue at more length."""
    page.goto("/sign-in")
    page.get_by_label("Your name").fill("Ada Reporter")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    for name, address, height in (
        ("incidents", "/", 700),
        ("incident", f"/incidents/{incident}?as_of=2025-10-14T18:00", 1060),
        ("report", f"/reports/{REPORT}", 900),
        ("review", "/review", None),
    ):
        page.goto(address)
        page.wait_for_timeout(1000)  # the map draws itself
        tall = height or page.evaluate("document.body.scrollHeight")
        file = PICTURES / f"{name}-{scheme}.png"
        page.set_viewport_size({"width": WIDTH, "height": tall})
        page.screenshot(path=file)
        if shutil.which("pngquant"):
            subprocess.run(["pngquant", "--force", "--ext", ".png", str(file)], check=True)


if __name__ == "__main__":
    main()
