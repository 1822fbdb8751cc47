import pytest

from sayso.model import Claim, Count, Label, Report, Span
from sayso.read import read
from sayso.read.people.mistaken import rightly_named
from sayso.read.text.page import page_of

Dead = list[tuple[str, int]]


def claims_of(text: str, named: dict[str, str], counted: Dead, role: str = "victim") -> list[Claim]:
    """Return a claim for each name with its fate, and one for each number of dead ("two", 2) or ("one", 1)."""
    made = []
    for words, code in named.items():
        made.append(at(text, words, slot="victim", value=Label(text=words, code=code)))
    for words, number in counted:
        made.append(
            at(text, words, slot="killed", value=Count(low=number, high=number), who=words, role=role)
        )
    return made


def at(text: str, words: str, **more: object) -> Claim:
    start = text.index(words)
    span = Span(field="text", start=start, end=start + len(words), quote=words)
    return Claim(id=words, account_id="a", span=span, **more)  # type: ignore[arg-type]


def told(text: str, claims: list[Claim]) -> dict[str, str]:
    """Return the fate of each who is still told of as a victim."""
    kept = rightly_named(claims, page_of(Report(id="r", text=text)))
    return {
        c.value.text: c.value.code or "" for c in kept if isinstance(c.value, Label) and c.slot == "victim"
    }


IN_A_CAR = (
    "One person was killed when a gun went off in a car. Ida Hale, 19, and her brother, Ugo Hale, 22, were "
    "riding home. The bullet struck Ida Hale in the neck."
)


def test_who_rode_along_is_not_dead_where_another_is_the_one_who_died() -> None:
    claims = claims_of(IN_A_CAR, {"Ida Hale": "killed", "Ugo Hale": "killed"}, [("One person", 1)])
    assert told(IN_A_CAR, claims) == {"Ida Hale": "killed"}


@pytest.mark.parametrize(
    "counted",
    [[("One person", 1), ("Ida Hale, 19, and her brother, Ugo Hale, 22", 2)], [("Ida Hale", 1)], []],
)
def test_all_stay_where_no_toll_leaves_one_out(counted: Dead) -> None:
    claims = claims_of(IN_A_CAR, {"Ida Hale": "killed", "Ugo Hale": "killed"}, counted)
    assert told(IN_A_CAR, claims) == {"Ida Hale": "killed", "Ugo Hale": "killed"}


def test_an_open_toll_has_room() -> None:
    claims = claims_of(IN_A_CAR, {"Ida Hale": "killed", "Ugo Hale": "killed"}, [("One person", 1)])
    claims.append(
        at(IN_A_CAR, "person", slot="killed", value=Count(low=1, high=None), who="person", role="victim")
    )
    assert told(IN_A_CAR, claims) == {"Ida Hale": "killed", "Ugo Hale": "killed"}


@pytest.mark.parametrize(
    ("text", "name", "code", "fate"),
    [
        ("Ida Hale drove. Hale was flown to a hospital in critical condition.", "Ida Hale", "killed", "injured"),
        ("Ida Hale drove. Hale was arrested.", "Ida Hale", "killed", None),
        ("Ida Hale drove. “I braked,” Hale said.", "Ida Hale", "killed", None),
        ("Ida Hale drove. Hale was not hurt.", "Ida Hale", "killed", None),
        ("Ida Hale drove. Hale was not hurt.", "Ida Hale", "injured", None),
        ("Ida Hale drove. “I braked,” Hale said. She broke an arm.", "Ida Hale", "injured", "injured"),
        ("Ida Hale drove. “I braked,” Hale said before she died. The death of Ida Hale is a loss.", "Ida Hale", "killed", "killed"),
        ("Ida Hale drove. Hale was shot and later died.", "Ida Hale", "injured", "killed"),
        ("Ida Hale drove. Hale then shot two officers.", "Ida Hale", "killed", None),
        ("Ida Hale drove home.", "Ida Hale", "killed", "killed"),
        ("IDA HALE DROVE HOME ON FRIDAY NIGHT WHEN THE TREE FELL. HALE SURVIVED WITH A BROKEN ARM, THE SHERIFF SAID ON FRIDAY.", "IDA HALE", "killed", "injured"),
        ("A Lodva man died.", "Lodva", "killed", None),
        ("A barber died.", "barber", "killed", None),
    ],
)  # fmt: skip
def test_a_victims_fate_is_that_of_the_whole_report(
    text: str, name: str, code: str, fate: str | None
) -> None:
    assert told(text, claims_of(text, {name: code}, [])) == ({name: fate} if fate else {})


def test_who_is_named_with_his_sort_met_its_fate() -> None:
    text = "Two engineers were abducted and their driver was shot dead. The engineers, Ida Hale and Ugo Bern, built roads. The driver was named as Ivo Lund."
    claims = claims_of(
        text, {"Ida Hale": "killed", "Ugo Bern": "killed", "Ivo Lund": "injured"}, [("their driver", 1)]
    )
    claims.append(at(text, "Two engineers", slot="hostages", value=Count(low=2, high=2), who="Two engineers"))
    assert told(text, claims) == {"Ida Hale": "missing", "Ugo Bern": "missing", "Ivo Lund": "killed"}


def test_the_killer_who_died_is_a_suspect() -> None:
    text = "A man shot two sons and himself. The bodies of Ivo Hale, 9, and Petar Hale, 12, lay upstairs. The body of Ugo Hale, 41, lay in the barn."
    claims = claims_of(
        text, {"Ivo Hale": "killed", "Petar Hale": "killed", "Ugo Hale": "killed"}, [("two sons", 2)]
    )
    claims += claims_of(text, {}, [("A man", 1), ("Ugo Hale, 41", 1)], role="attacker")
    kept = rightly_named(claims, page_of(Report(id="r", text=text)))
    assert [c.value for c in kept if c.slot == "suspect"] == [Label(text="Ugo Hale", code="killed")]
    assert told(text, claims) == {"Ivo Hale": "killed", "Petar Hale": "killed"}


def test_the_brother_who_held_the_gun_is_not_named_among_the_dead() -> None:
    text = (
        "One person was killed Tuesday when a handgun went off in a pickup truck on Route 9, the sheriff's office said.\n"
        "Ida Hale, 19, and her brother Ugo Hale, 22, were riding together when the gun discharged, Sheriff Tom Lund said. "
        "The bullet struck Ida Hale in the chest. Ugo Hale, who was holding the gun, called 911."
    )
    claims = read(Report(id="r", text=text)).claims
    dead = {c.value.text for c in claims if isinstance(c.value, Label) and c.slot == "victim"}
    assert dead == {"Ida Hale"}
