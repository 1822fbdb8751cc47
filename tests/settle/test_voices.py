"""How voices are printed: in the words of the reports, not by the keys under which they are settled."""

from collections.abc import Sequence

import pytest
from tests.conftest import a_claim, a_report

from sayso.model import Copy, Quote, Speaker, SpeakerKind
from sayso.settle import printed_names
from sayso.settle.bodies import Offices
from sayso.settle.voices import Origins, voice_of

Named = tuple[str, SpeakerKind]

FOLK: tuple[tuple[tuple[Named, ...], str], ...] = (
    ((("Mayor Tomas Brandt", "government"), ("Brandt", "government")), "Mayor Tomas Brandt"),
    ((("Tarvo mayor Brandt", "government"), ("Brandt", "government")), "Tarvo mayor Brandt"),
    ((("Mayor Tomas Brandt", "government"), ("the mayor", "government")), "Mayor Tomas Brandt"),
    ((("the Northern Dawn", "claimant"), ("Northern Dawn", "claimant")), "the Northern Dawn"),
    ((("the ferry operator Blue Line", "company"), ("Blue Line", "company")), "the ferry operator Blue Line"),
    (
        (("Ida Sund", "expert"), ("the geologist and old hand at volcanoes of the north Ida Sund", "expert")),
        "Ida Sund",
    ),
    ((("a fisherman", "witness"),), "a fisherman"),
    ((("a local resident", "witness"), ("a witness", "witness")), "a local resident in Gazette"),
    ((("TVK", "media"),), "TVK"),
    ((("the Torvo Liberation Army", "military"),), "the Torvo Liberation Army"),
)


def voices(those: Sequence[Named]) -> tuple[list[Quote], set[str]]:
    """Return what speakers are quoted for, and the names under which they are settled."""
    report = a_report()
    claims = [a_claim("a", "killed", 2, 2, speaker=Speaker(name=name, kind=kind)) for name, kind in those]
    quotes = [Quote(claim=claim, report=report, sentence="x", start=0, end=1) for claim in claims]
    origins, offices = Origins({report.id: report}, ()), Offices(claims)
    return quotes, {voice_of(claim, report, origins, offices).name for claim in claims}


@pytest.mark.parametrize(("those", "printed"), FOLK)
def test_a_speaker_is_printed_in_the_fullest_words_there_are_for_him(
    those: Sequence[Named], printed: str
) -> None:
    quotes, names = voices(those)
    told = printed_names(quotes)
    assert {told.get(name, name) for name in names} == {printed}


@pytest.mark.parametrize(
    ("name", "kind"), [("police spokesman Bo Lund", "police"), ("Tarvo General Hospital", "medical")]
)
def test_who_speaks_for_all_of_a_kind_keeps_the_word_for_it(name: str, kind: SpeakerKind) -> None:
    quotes, names = voices([(name, kind)])
    assert not names & set(printed_names(quotes))


def test_outlets_and_agencies_are_printed_as_they_call_themselves() -> None:
    copy = Copy(report_id="gazette-0", of="TNA", kind="credited", overlap=0.0)
    told = printed_names((), (a_report(by="The Tarvo Wire"),), (copy,))
    assert told == {"tarvowire": "The Tarvo Wire", "tna": "TNA"}


@pytest.mark.parametrize(
    ("quoted", "outlet"),
    [
        ("public broadcaster TVK", "tvk"),
        ("the TVK newswire", "tvk"),
        ("Tarvo's daily Morning Wire", "morningwire"),
        ("the Morning Wire newspaper", "morningwire"),
        ("the news site Dana Today", "danatoday"),
        ("local radio station Kiss 95", "kiss95"),
        ("a reporter for the weekly Dana Today", "danatoday"),
        ("the Daily Wire", "dailywire"),
        ("Network Nine", "networknine"),
        ("a newspaper", "anewspaper"),
        ("the state broadcaster", "statebroadcaster"),
    ],
)
def test_what_an_outlet_is_is_no_part_of_its_name(quoted: str, outlet: str) -> None:
    assert voices([(quoted, "media")])[1] == {outlet}


@pytest.mark.parametrize(
    ("name", "kind"), [("Polisen", "police"), ("Dana Politi", "media"), ("POLIZEI DANA", "media")]
)
def test_the_police_are_the_police_in_their_own_tongue(name: str, kind: SpeakerKind) -> None:
    assert voices([(name, kind)])[1] == {"police"}
