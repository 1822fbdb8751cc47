import pytest
from tests.read.marks import read_sentence

from sayso.model import Count, Report
from sayso.read.speech.transcripts import cast, turns

HEAD = "LODVA, 12 JUN 89 (RADIO SUR) -- "


def speakers(text: str) -> dict[int | None, str]:
    """Return who says each number of dead of a text."""
    claims = read_sentence(text, "killed")
    return {claim.value.low: claim.speaker.name for claim in claims if isinstance(claim.value, Count)}


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("[COMMUNIQUE] [NATIONAL FRONT OF THE SOUTH (NFS)] [TEXT] ", "NATIONAL FRONT OF THE SOUTH"),
        ("[SPEECH BY PRESIDENT ANA RIVAS TO THE NATION FROM LODVA] [EXCERPT] ", "PRESIDENT ANA RIVAS"),
        ("[TEXT] ", "narrator"),
    ],
)
def test_a_communique_or_a_speech_is_its_authors(head: str, who: str) -> None:
    text = f"{HEAD}{head}THE PEOPLE SHOULD KNOW THE TRUTH.  14 SOLDIERS WERE KILLED IN THE ATTACK ON THE BARRACKS OF TULA."
    assert speakers(text)[14] == who


def test_in_an_interview_the_label_tells_who_speaks() -> None:
    text = (
        f"{HEAD}[INTERVIEW WITH MINISTER JUAN RIVAS BY UNIDENTIFIED REPORTER] [TEXT] [REPORTER] MINISTER, IT IS REPORTED "
        "THAT 30 SOLDIERS WERE KILLED IN THE ATTACK ON TULA.\n\n"
        "     [RIVAS] LET ME BE CLEAR.  11 SOLDIERS WERE KILLED THERE BY THE TERRORISTS.\n\n"
        "     [REPORTER] THANK YOU."
    )
    told = speakers(text)
    assert told[11].endswith("RIVAS")
    assert told[30] == "narrator"


def test_what_a_reporter_asks_is_nobodys_word() -> None:
    text = (
        "REPORTER: Chief, can you confirm that three officers have died?\n\nCHIEF EVA LUND: I know there are other numbers. Two people are dead.\n\n"
        "REPORTER: We hear that four people were killed.\n\nCHIEF LUND: I said what I know. The fire began at noon."
    )
    told = speakers(text)
    assert told.get(2) == "CHIEF EVA LUND"
    assert 3 not in told
    assert told.get(4, "narrator") == "narrator"


def test_a_bracket_that_explains_a_word_gives_nobody_the_floor() -> None:
    text = f"{HEAD}[TEXT] REBELS OF THE NFS [NATIONAL FRONT OF THE SOUTH] ATTACKED TULA.  11 SOLDIERS WERE KILLED."
    assert speakers(text)[11] == "narrator"


@pytest.mark.parametrize("head", ["[SPEECH BY  ]", "[COMMUNIQUE] [    ]", "[STATEMENT] [   , a]"])
def test_a_layout_without_a_name_names_nobody(head: str) -> None:
    assert speakers(f"{HEAD}{head} [TEXT] 11 SOLDIERS WERE KILLED BY REBELS AT TULA.")[11] == "narrator"


def test_labels_are_found_in_linear_time() -> None:
    page = Report(id="r", text="x" + "\n" * 100_000 + "[TEXT] [RIVAS] No.", language="en")
    assert turns(page, []) == [(0, len(page.text), None)]


BROADCAST = (
    "ANA WEISS, HOST:\n\nAt least 40 people are dead in Lodva, where a dam burst. We are joined now by Ugo Bern, a reporter "
    "with Time magazine in Lodva.\n\nUGO BERN: Good evening.\n\nWEISS: What can you tell us, and how many people have been "
    "killed?\n\nBERN: We hear that 52 people were killed. At one point, we heard that 55 people were killed."
)


def test_in_a_broadcast_the_host_is_the_narrator_and_a_guest_speaks_for_himself() -> None:
    assert speakers(BROADCAST) == {40: "narrator", 52: "UGO BERN", 55: "UGO BERN"}
    claims = {claim.value: claim for claim in read_sentence(BROADCAST, "killed")}
    assert claims[Count(low=52, high=52)].speaker.kind == "media"
    assert claims[Count(low=55, high=55)].standing == "superseded"


def test_without_a_host_capitals_before_a_colon_are_no_speaker() -> None:
    assert cast("RELATED: Ten dead in Lodva\nUPDATE: Eleven dead in Lodva", []) == {}
