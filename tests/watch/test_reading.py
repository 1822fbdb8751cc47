"""The processes that read: what breaks in one page must neither stop the others nor lose the page."""

import asyncio
import os
import time
from datetime import UTC, datetime

from tests.conftest import PlainReader
from tests.watch.site import a_page

from sayso.errors import ReaderError
from sayso.intake.fetching import Fetched
from sayso.model import Reader, Reading, Report
from sayso.watch.reading import Brought, Readers, ReadersEndedError
from sayso.watch.versions import Look


class Fussy(PlainReader):
    """Breaks, dies or hangs at words that tell it to."""

    def read(self, report: Report) -> Reading:
        """Read, or not."""
        if "breaks" in report.text:
            raise ValueError("no rule for this")
        if "dies" in report.text:
            os._exit(9)
        if "hangs" in report.text:
            time.sleep(60)
        return super().read(report)


def without_model() -> Reader:
    raise ReaderError("the model is not installed; pip install it")


def a_look(text: str) -> Look:
    page = Fetched(url="http://a.example/x", status=200, body=a_page("Shots", text).encode())
    return Look(now=datetime.now(UTC), feed="http://a.example/rss", fetched=page)


def bring(readers: Readers, *texts: str) -> list[Brought | BaseException]:
    """Return what looks at pages with these texts bring, all at once."""

    async def all_of_them() -> list[Brought | BaseException]:
        looks = (readers.bring(a_look(text)) for text in texts)
        return await asyncio.gather(*looks, return_exceptions=True)

    return asyncio.run(all_of_them())


def test_a_report_at_which_the_reader_breaks_is_kept_unread() -> None:
    with Readers(Fussy) as readers:
        broken, whole = bring(readers, "It breaks.", "A fire in Leeds. 2 killed, police said.")
    assert isinstance(broken, Brought)
    assert broken.report
    assert broken.reading
    assert broken.reading.skipped == "the reader broke at it (ValueError: no rule for this)"
    assert isinstance(whole, Brought)
    assert whole.reading
    assert len(whole.reading.claims) == 1


def test_a_process_that_ends_over_a_page_is_replaced() -> None:
    with Readers(Fussy, longest_s=3) as readers:
        for text in ("It dies.", "It hangs."):
            assert isinstance(bring(readers, text)[0], ReadersEndedError)
        (after,) = bring(readers, "A fire in Leeds. 2 killed, police said.")
    assert isinstance(after, Brought)
    assert after.reading


def test_a_reader_that_cannot_be_loaded_says_why() -> None:
    with Readers(without_model) as readers:
        (told,) = bring(readers, "A fire in Leeds.")
    assert isinstance(told, ReaderError)
    assert str(told) == "the model is not installed; pip install it"


def test_closing_waits_for_no_page() -> None:
    async def begin_and_leave(readers: Readers) -> None:
        under_way = asyncio.create_task(readers.bring(a_look("It hangs.")))
        await asyncio.sleep(0.2)
        under_way.cancel()

    started = time.monotonic()
    with Readers(Fussy) as readers:
        bring(readers, "A fire in Leeds.")
        asyncio.run(begin_and_leave(readers))
    assert time.monotonic() - started < 20
