"""What the places that the network tags are called, and which of them say where it was."""

import pytest

from sayso.model import Report
from sayso.read.incidents.heads import own_story
from sayso.read.tagging.network import Tagged
from sayso.read.text.page import page_of, span_of
from sayso.read.where.placing import place_in
from sayso.read.where.scene import find_places
from sayso.read.where.spotted import spotted


def city(text: str, *phrases: str, sure: float = 0.9) -> str | None:
    """Return the city of a report of which the network tags some phrases."""
    report = Report(id="r1", text=text)
    page = page_of(report)
    starts = {phrase: text.index(phrase) for phrase in phrases}
    tagged = Tagged(
        places=[(span_of("text", text, at, at + len(phrase)), sure) for phrase, at in starts.items()]
    )
    found = place_in(find_places(own_story(page), [*spotted(page, own_story(page), tagged)]))
    return found.city if found else None


@pytest.mark.parametrize(
    ("text", "phrases", "told"),
    [
        (
            "KABUL (AFP) - Troops killed two in Shahrak Bala district, Kandahar province. Kabul praised them.",
            ("KABUL", "Shahrak Bala district, Kandahar province"),
            "Shahrak Bala",
        ),
        ("A bomb killed three at a school in Shahrak Bala, Afghan police said.", ("school in Shahrak Bala",), "Shahrak Bala"),
        (
            "Gunmen killed six in Kiri Nowa, 40 km north of the city of Kandahar. Many fled to Kandahar.",
            ("Kiri Nowa", "Kandahar"),
            "Kiri Nowa",
        ),
        ("A bomb killed two in Tarsk, near Sarajevo, the Bosnian police said.", ("Tarsk", "Sarajevo"), "Tarsk"),
        ("Gunmen killed four in Herat province. The governor of Kunduz wept.", ("Herat", "Kunduz"), "Kunduz"),
        ("A man was shot on St. Charles Avenue in New Orleans, police said.", ("St. Charles", "New Orleans"), "New Orleans"),
        ("Shells killed two in the Oldrow quarter of Kharkiv, Ukraine said.", ("Oldrow",), "Kharkiv"),
        ("Shells killed two in the Saltivka district of Kharkiv, Ukraine said.", ("Saltivka district",), "Kharkiv"),
        ("A bomb killed two in the Lice district of Diyarbakir, Turkey said.", ("Lice district",), "Lice"),
        # the network takes an agency's bureau for the scene, and a US paper's town rightly
        ("MANAGUA, 21 OCT 89 (AFP) - A crash in Tegucigalpa killed 120 people. Many mourn.", ("MANAGUA", "Tegucigalpa"), "Tegucigalpa"),
        ("MOSS LAKE, Fla. - Three people were found dead. A fourth is in a hospital in Tampa.", ("MOSS LAKE", "Tampa"), "Moss Lake"),
        ("A man was shot in Mount Auburn. Cincinnati police said he was 22.", ("Mount Auburn", "Cincinnati"), "Cincinnati"),
        ("Sailors drowned off Mount Lodva. Split police said two were found.", ("Mount Lodva", "Split"), "Split"),
        ("A man was shot in the 300 block of South Ewing in Chicago.", ("Ewing", "Chicago"), "Chicago"),
        ("A bus fell off a bridge in La Quebrada Honda, Honduras, killing nine.", ("La Quebrada Honda",), "La Quebrada Honda"),
    ],
)  # fmt: skip
def test_the_nearest_named_settlement_is_where_it_was(text: str, phrases: tuple[str, ...], told: str) -> None:
    assert city(text, *phrases) == told


def test_the_outlet_at_the_end_of_a_headline_is_not_where_it_was() -> None:
    title, text = (
        "Two shot near Lolo - KTVX.com | Billings, MT",
        "Two people were shot west of Lolo, Montana, police said.",
    )
    report = Report(id="r1", title=title, text=text)
    page = page_of(report)
    at, there = title.index("Billings"), text.index("Lolo")
    spans = [
        (span_of("title", title, at, at + len("Billings")), 0.9),
        (span_of("text", text, there, there + len("Lolo")), 0.9),
    ]
    found = place_in(find_places(page, [*spotted(page, page, Tagged(places=spans))]))
    assert found is not None
    assert found.city == "Lolo"


def test_an_unknown_name_that_is_called_a_village_is_one_though_the_network_is_less_sure() -> None:
    text = "Rebels burned {} Tarsk, Sudanese police said."
    assert city(text.format("the village of"), "Tarsk", sure=0.6) == "Tarsk"
    assert city(text.format("houses in"), "Tarsk", sure=0.6) is None
