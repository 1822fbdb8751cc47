from datetime import UTC, date, datetime

import pytest

from sayso.model import Report
from sayso.read.text.page import page_of
from sayso.read.when.anchors import anchor_of
from sayso.read.when.dates import dates_told
from sayso.read.where.placing import place_in
from sayso.read.where.scene import find_places
from sayso.read.where.votes import Named


def a_report(text: str, published: datetime | None = datetime(2026, 1, 15, 12, tzinfo=UTC)) -> Report:
    return Report(
        id="r",
        text=text,
        published_at=published,
        published_grain="instant" if published else "unknown",
        language="en",
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("CAIRO (AP) - ", "2026-01-15"),
        ("CAIRO, JAN 12 (REUTERS) -- ", "2026-01-12"),
        ("NAIROBI, Kenya, Jan. 14 (Reuters) - ", "2026-01-14"),
        ("SAN SALVADOR, 14 MAR 89 (ACAN-EFE) -- [TEXT] ", "1989-03-14"),
        ("LAGOS, March 3, 2021 (Lodva News) - ", "2021-03-03"),
        ("LAGOS, Jan. 20 (Lodva News) - ", "2026-01-15"),
        ("LAGOS, Oct. 20 (Lodva News) - ", "2026-01-15"),
    ],
)
def test_relative_days_count_from_the_day_of_the_dateline(line: str, day: str) -> None:
    anchor = anchor_of(a_report(f"{line}A bomb killed two policemen yesterday, officials said."))
    assert anchor is not None
    assert anchor.isoformat() == day


def test_without_a_day_of_publication_only_a_dateline_with_its_year_is_a_day() -> None:
    assert anchor_of(a_report("CAIRO, JAN 12 (REUTERS) -- A bomb killed two.", None)) is None
    assert anchor_of(a_report("LIMA, 12 JAN 89 (EFE) -- A bomb killed two.", None)) == date(1989, 1, 12)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("A woman was stabbed overnight in Glasgow, police said on Tuesday.", "2026-01-13"),
        ("Two people died in a fire overnight, the fire service said Wednesday.", "2026-01-14"),
        ("A woman was stabbed overnight in Glasgow.", "2026-01-15"),
        ("A woman was stabbed overnight in Glasgow, and a man was arrested on Tuesday.", "2026-01-15"),
    ],
)
def test_the_night_is_the_one_before_it_was_told(words: str, day: str) -> None:
    assert next(iter(dates_told(words, date(2026, 1, 15)))).moment.iso() == day


def where(text: str, *tagged: Named) -> tuple[str | None, str | None]:
    place = place_in(find_places(page_of(a_report(text)), tagged))
    return (place.city, place.country) if place else (None, None)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("MANILA (Reuters) - A ferry sank off Santiago on Friday. Twelve people died.", "Santiago", ("Santiago", "PH")),
        ("ATHENS (Reuters) - A train crash killed 16 people in Corinth on Monday. It was raining.", "Corinth", ("Corinth", "GR")),
        ("BEIRUT (AP) - An air strike killed 22 people in Idlib on Monday. Homes were hit.", "Idlib", ("Idlib", "SY")),
        ("NAIROBI (AP) - Gunmen killed eight people in Lamu on Monday. They fled.", "Lamu", ("Lamu", "KE")),
        ("(ANSA) - Agrigento, May 2 - A boat sank off Corinth on Monday. Nine are missing.", "Agrigento", ("Agrigento", "IT")),
        ("A train crash killed 16 people in Corinth on Monday. It was raining.", "Corinth", ("Corinth", "US")),
        ("ATHENS (Reuters) - A crash killed two in Corinth, Texas, on Monday. It was raining.", "Corinth", ("Corinth", "US")),
    ],
)  # fmt: skip
def test_names_are_read_as_seen_from_the_dateline(text: str, name: str, place: tuple[str, str]) -> None:
    assert where(text, Named(name, None, 8.0, trusted=True)) == place


def test_a_far_hamlet_is_not_meant_by_a_name_of_which_nobody_is_sure() -> None:
    text = "CAIRO (AP) - A bomb killed two policemen in Sinai on Monday. A third was hurt."
    assert where(text)[1] == "EG"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the dateline's town is only the one by which the report says where it was
        ("LIMA (EFE) - Gunmen killed four miners in Pataz, 500 km north of Lima. Troops from Lima were on their way to Lima's north.", ("Pataz", "PE")),
        ("ALGIERS (AFP) - Nine soldiers died near Tizi Ouzou, east of Algiers, on Sunday. Algiers was quiet.", ("Tizi Ouzou", "DZ")),
        ("LIMA (EFE) - A quake 80 km south of Lima killed two in the capital. Buildings swayed in Lima.", ("Lima", "PE")),
        # or where it was told, or somebody came to
        ("KABUL (AP) - A bomb killed five policemen in Helmand province, an official said in Kabul. Two were hurt.", (None, "AF")),
        ("CARACAS (AP) - Four soldiers died in the border state of Apure. A minister told reporters in Caracas that two were hurt.", (None, "VE")),
        ("MADRID (AP) - Two nurses who were kidnapped in Kenya arrived in Madrid on Monday. They were well.", (None, "KE")),
        ("KABUL (AP) - A bomb killed five people in Kabul on Monday. Officials said in Kabul that two were hurt.", ("Kabul", "AF")),
        ("MADRID (AP) - Two nurses were shot dead in Madrid on Monday. Their killer had arrived in Madrid on Friday.", ("Madrid", "ES")),
    ],
)  # fmt: skip
def test_a_dateline_of_which_the_text_says_no_more_is_not_where_it_happened(
    text: str, place: tuple[str | None, str]
) -> None:
    assert where(text) == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Joint Command\n2010-11-S-300\nFor Immediate Release\nKABUL (Nov. 24) - Two were killed.", date(2010, 11, 24)),
        ("Joint Command\n2010-11-S-300\nFor Immediate Release\nTwo were killed yesterday.", None),
        ("Joint Command\n2010-11-S-300\nThe man was born on March 3.", None),
    ],
)  # fmt: skip
def test_the_number_of_a_release_tells_the_year_of_its_day(text: str, day: date | None) -> None:
    assert anchor_of(a_report(text, None)) == day
