"""With what a new report is compared: what may be a copy, and not all that share a phrase."""

from tests.conftest import a_report

from sayso.casebook import Casebook, taking

WIRE = (
    "The ferry struck the eastern mole of the old harbour in thick fog shortly before the evening bells. "
    "Divers brought nineteen passengers to the quay while the coastguard searched the water until midnight."
)
IDIOM = "No one at the harbour office could be reached by telephone for comment on the matter late on Tuesday"


def copies(book: Casebook, ref: str) -> set[str]:
    """Return of which reports one is a copy."""
    return {copy.of for copy in book.report(ref).copies}


def test_what_everybody_writes_is_not_looked_up_and_what_many_reprint_is(book: Casebook) -> None:
    with book.store.pen() as pen:
        for number in range(taking.IDIOM + 1):
            pen.cache_fingerprint(f"many-{number}", [1, 2] if number < 3 else [1])
        pen.cache_fingerprint("one", [3])
        for number in range(3):
            pen.cache_fingerprint(f"few-{number}", [4])
        hashes, idiom = [1, 2, 3, 4], taking.IDIOM
        found = pen.reports_sharing(hashes, idiom=idiom, most=9, once=3)
        assert found == ["many-0", "many-1", "many-2", "one", "few-0", "few-1"]
        assert pen.reports_sharing(hashes, idiom=idiom, most=2, once=3) == ["many-0", "many-1"]


def test_a_wire_story_is_found_in_whatever_number_of_reprints(book: Casebook) -> None:
    many = 2 * taking.IDIOM
    book.add([a_report(WIRE, hour=at / 10, by=f"Outlet {at}", id=f"r{at:02}") for at in range(many)])
    assert copies(book, f"r{many - 1:02}") >= {"r00"}
    assert copies(book, "r00") == set()


def test_a_phrase_that_all_write_makes_nobody_a_copy(book: Casebook) -> None:
    for at in range(taking.IDIOM + 3):
        own = (
            f"Depot number {at} of firm {at} burned at hour {at}. Its {at} owners are the {at} heirs of {at}."
        )
        book.add([a_report(f"{own} {IDIOM[: 60 + at]}.", hour=at, by=f"Outlet {at}", id=f"r{at:02}")])
    assert copies(book, f"r{taking.IDIOM + 2:02}") == set()
