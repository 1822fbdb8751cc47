"""A minister, his ministry and those who speak for it are one voice; two governments are two."""

import pytest
from msgspec.structs import replace
from tests.settle.rows import SPEAKERS, shown, told

from sayso.model import Claim, Count, Report, Span, Speaker, SpeakerKind
from sayso.settle.bodies import Offices
from sayso.settle.voices import Origins, voice_of

SPEAKERS |= {
    "the Ministry of National Defence": "government",
    "An elected official contacted by AFP": "government",
    "the Vale Rights Monitor": "ngo-un",
    "Vale Watch": "ngo-un",
    "a local rights group": "ngo-un",
    "Human Rights Watch": "ngo-un",
    "the Torvian Flood Office (FLO)": "government",
    "the Torvian Flood Office": "government",
    "FLO": "rescue",
}


def said(words: str, name: str, kind: SpeakerKind = "government") -> Claim:
    """Return a claim whose words hold its speaker's name."""
    at = words.index(name)
    span = Span(field="text", start=at, end=at + len(name), quote=name)
    return Claim(
        id=words,
        account_id="a",
        slot="killed",
        value=Count(low=9, high=9),
        role="victim",
        speaker=Speaker(name=name, kind=kind, span=span),
        span=Span(field="text", start=0, end=len(words), quote=words),
    )


MINISTER = said("Defence Minister Ann Hale said nine died", "Ann Hale")


@pytest.mark.parametrize(
    "other",
    [
        said("the defence ministry said nine died", "the defence ministry"),
        said("The Ministry of Defence said nine died", "The Ministry of Defence"),
        said("the Torvian defence ministry said nine died", "the Torvian defence ministry"),
        said("Hale said nine died", "Hale"),
        said("Hale said nine died", "Hale", "police"),
        said("Bo Lund, the interior minister, said nine died", "Bo Lund"),
    ],
    ids=lambda claim: f"{claim.speaker.name} ({claim.speaker.kind})",
)
def test_a_minister_and_a_ministry_are_one_voice(other: Claim) -> None:
    offices = Offices([other, MINISTER])
    assert offices.voice(MINISTER.speaker) == offices.voice(other.speaker) == "government"


@pytest.mark.parametrize(
    "other",
    [
        said("Mayor Bo Lund said nine died", "Bo Lund"),
        said("former Defence Minister Bo Lund said nine died", "Bo Lund"),
        said("Bo Lund, a nurse, said nine died", "Bo Lund", "medical"),
    ],
    ids=lambda claim: claim.id,
)
def test_who_holds_no_office_speaks_for_himself(other: Claim) -> None:
    assert Offices([other, MINISTER]).voice(other.speaker) is None


def test_the_governments_of_two_countries_are_two_voices() -> None:
    rows = [
        ("north", 0, "the Torvian defence ministry: killed 9"),
        ("south", 1, "Torvia's defence ministry: killed 9"),
        ("east", 2, "the Belmoran defence ministry: killed 9"),
    ]
    assert shown(told(rows).finding("killed")) == "9|9|9 agreed 2"
    assert shown(told(rows[:2]).finding("killed")) == "9|9|9 single 1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a reporter for the Tarvo Wire: killed 9", "Tarvo Wire: killed 9"),
        ("the indictment: killed 9", "prosecutors: killed 9"),
        ("court documents: killed 9", "the indictment: killed 9"),
    ],
)
def test_who_speaks_for_an_outlet_or_for_prosecutors_is_no_second_voice(one: str, other: str) -> None:
    assert shown(told([("north", 0, one), ("north", 1, other)]).finding("killed")) == "9|9|9 single 1"


@pytest.mark.parametrize("other", ["FLO", "the Torvian Flood Office"])
def test_a_body_told_of_by_its_letters_and_in_full_is_one_voice(other: str) -> None:
    rows = [("north", 0, "the Torvian Flood Office (FLO): killed 9"), ("south", 1, f"{other}: killed 9")]
    assert shown(told(rows).finding("killed")) == "9|9|9 single 1"
    assert shown(told(rows[::-1]).finding("killed")) == "9|9|9 single 1"


def test_a_mayor_told_of_by_name_and_by_office_is_one_voice() -> None:
    named, office = said("Mayor Iris Bolt of Dana said nine died", "Iris Bolt of Dana"), "the mayor of Dana"
    offices = Offices([named])
    assert offices.voice(Speaker(name=office, kind="government")) == "bolt"
    assert offices.voice(Speaker(name="a spokesman for the mayor", kind="government")) is None
    two = Offices([named, said("The mayor, Bo Lund, said nine died", "Bo Lund")])
    assert two.voice(Speaker(name=office, kind="government")) is None


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("Iris Bolt of Dana", "bolt"),
        ("Mayor Iris Bolt from the Dana region", "bolt"),
        ("a source close to the investigation", "source in r"),
        ("two security sources familiar with the case", "source in r"),
        ("The Ministry of Flood Control", "ministry flood control"),
        ("the International Organisation for Shelter", "international organisation shelter"),
        ("the National Storm Agency", "national storm agency"),
        ("Torvian regional health officials", "health authorities"),
        ("the health directorate of South Tarvo", "health authorities"),
        ("the Torvian health ministry", "government"),
        ("the head of the provincial health department", "health authorities"),
        ("Torvian emergency officials", "rescue services"),
        ("the state's disaster management agency", "rescue services"),
        ("the Civil Protection Office", "rescue services"),
        ("an emergency room doctor", "doctor"),
        ("the aid office", "aid office"),
    ],
)
def test_whose_voice_a_speaker_is(name: str, voice: str) -> None:
    claim = said("nine died", "nine")
    claim = replace(claim, speaker=Speaker(name=name, kind="government"))
    assert voice_of(claim, Report(id="r", text="nine died"), Origins({}, ())).name == voice


@pytest.mark.parametrize(
    ("site", "voices"),
    [
        ("lodvapolice.org", 1),
        ("polisen.se", 1),
        ("dana.politi.dk", 1),
        ("polizei.dana.de", 1),
        ("saps.gov.za", 1),
        ("policytoday.org", 2),
        ("metropolis.com", 2),
    ],
)
def test_a_force_s_own_site_is_the_police(site: str, voices: int) -> None:
    rows = [(site, 0, "killed 3"), ("south", 1, "police: killed 3")]
    assert shown(told(rows).finding("killed")) == f"3|3|3 {'agreed' if voices > 1 else 'single'} {voices}"


def test_a_source_near_the_police_is_not_the_police() -> None:
    rows = [("north", 0, "police: killed 3"), ("south", 1, "a source close to the investigation: killed 5")]
    finding = told(rows).finding("killed")
    assert shown(finding) == "3|3|5 disputed 1"


@pytest.mark.parametrize(
    ("names", "voices"),
    [
        (["the Torvian army", "Torvia's military", "the army"], {"military"}),
        (["the Torvian army", "the Belmoran military"], {"torv military", "belm military"}),
        (["the Torvian army", "The Quill River Forces", "QRF"], {"military", "qrf"}),
        (["the Torvian army", "Torvian Armed Forces"], {"military"}),
        (["Colonel Bo Lund", "the army"], {"military"}),
    ],
)
def test_two_armies_are_two_voices(names: list[str], voices: set[str]) -> None:
    claims = [replace(said("nine died", "nine"), speaker=Speaker(name=n, kind="military")) for n in names]
    offices, report = Offices(claims), Report(id="r", text="nine died")
    assert {voice_of(c, report, Origins({}, ()), offices).name for c in claims} == voices


@pytest.mark.parametrize("name", ["the Redfield Front group", "Redfield Front", "Redfield Front militants"])
def test_a_group_is_called_so_or_not(name: str) -> None:
    claim = replace(said("nine died", "nine"), speaker=Speaker(name=name, kind="claimant"))
    assert voice_of(claim, Report(id="r", text="nine died"), Origins({}, ())).name == "front"


def test_who_speaks_for_the_rescuers_in_one_report_does_so_in_the_others() -> None:
    told_of = replace(said("nine died", "nine"), speaker=Speaker(name="Bo Lund", kind="rescue"))
    bare = Speaker(name="Bo Lund", kind="government")
    assert Offices([told_of]).known(bare).kind == "rescue"
    doctor = replace(told_of, speaker=Speaker(name="Bo Lund", kind="medical"))
    assert Offices([told_of, doctor]).known(bare) == bare


def test_the_agency_of_a_country_is_the_agency_unless_there_are_two() -> None:
    names = ["Torvia's flood agency", "the flood agency", "Belmora's flood agency"]
    claims = [replace(said("nine died", "nine"), speaker=Speaker(name=n, kind="government")) for n in names]
    report = Report(id="r", text="nine died")

    def voices(claims: list[Claim]) -> set[str]:
        offices = Offices(claims)
        return {voice_of(claim, report, Origins({}, ()), offices).name for claim in claims}

    assert voices(claims[:2]) == {"flood agency"}
    assert len(voices(claims)) == 3


def test_an_army_of_a_country_with_two_words_is_one() -> None:
    names = ("Costa Morena's army", "the Costa army", "Belmora's army")
    claims = [said(f"{name} said nine died", name, "military") for name in names]
    offices = Offices(claims)
    assert [offices.voice(claim.speaker) for claim in claims] == [
        "cost military",
        "cost military",
        "belm military",
    ]


@pytest.mark.parametrize(
    ("site", "speaker", "voices"),
    [
        ("defense.gouv.tv", "Torvia's defence ministry", 1),
        ("defence.gov.tv", "the Ministry of National Defence", 1),
        ("police.gov.tv", "Dana police", 1),
        ("weather.gov.tv", "Torvia's defence ministry", 2),
        ("vale-rights.org", "the Vale Rights Monitor", 1),
        ("valerightsmonitor.org", "the Vale Rights Monitor", 1),
        ("valewatch.org", "Vale Watch", 1),
        ("vale.com", "the Vale Rights Monitor", 2),
        ("valepost.com", "Vale Watch", 2),
    ],
)
def test_what_a_body_publishes_on_its_own_site_is_its_word(site: str, speaker: str, voices: int) -> None:
    book = told([(site, 0, "killed 9"), ("north.com", 9, f"{speaker}: killed 9")])
    assert shown(book.finding("killed")) == f"9|9|9 {'agreed' if voices > 1 else 'single'} {voices}"


def test_a_rights_group_is_the_only_one_that_is_named() -> None:
    rows = [("north", 0, "a local rights group: killed 9"), ("south", 9, "the Vale Rights Monitor: killed 9")]
    assert shown(told(rows).finding("killed")) == "9|9|9 single 1"
    rows = [("north", 0, "a local rights group: killed 9"), ("south", 9, "Human Rights Watch: killed 9")]
    assert shown(told(rows).finding("killed")) == "9|9|9 agreed 2"


def test_whom_an_agency_reached_is_not_the_agency() -> None:
    rows = [("north", 0, "An elected official contacted by AFP: killed 9"), ("AFP", 9, "killed 9")]
    assert shown(told(rows).finding("killed")) == "9|9|9 agreed 2"
