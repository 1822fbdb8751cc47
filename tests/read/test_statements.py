import pytest

from sayso.model import Claim, Count, Role, Span, Speaker
from sayso.read.statements import lived, with_killer


def a_claim(who: str, number: int, role: Role = "victim", slot: str = "killed") -> Claim:
    return Claim(
        id=f"{who}{number}{role}",
        account_id="a",
        slot=slot,
        value=Count(low=number, high=number),
        who=who,
        role=role,
        speaker=Speaker(),
        span=Span(field="text", start=0, end=len(who), quote=who),
    )


KILLER = a_claim("the gunman", 1, "attacker")


@pytest.mark.parametrize(
    ("who", "told", "role"),
    [
        ("four people", [a_claim("three children", 3), KILLER], "all"),
        ("The four bodies", [a_claim("three children", 3), KILLER], "all"),
        ("four people", [a_claim("four", 4, "all")], "all"),
        ("two guards and two cooks", [a_claim("three children", 3), KILLER], "victim"),
        ("four people", [a_claim("three children", 3)], "victim"),
        ("four people", [a_claim("three children", 3), a_claim("five people", 5), KILLER], "victim"),
        ("four people", [KILLER], "victim"),
    ],
)
def test_a_toll_of_one_more_than_the_victims_has_the_killer_in_it(
    who: str, told: list[Claim], role: Role
) -> None:
    toll = a_claim(who, 4)
    assert with_killer(toll, [toll, *told]).role == role


def test_people_shot_of_whom_as_many_are_hurt_and_nobody_died_lived() -> None:
    shot = a_claim("the shootings of four neighbours", 4)
    hurt = a_claim("the four victims are recovering", 4, slot="injured")
    assert lived(shot, [shot, hurt]).slot == "injured"
    assert lived(shot, [shot]).slot == "killed"
    assert lived(shot, [shot, hurt, a_claim("a guard was killed", 1)]).slot == "killed"
    assert lived(a_claim("four neighbours died", 4), [hurt]).slot == "killed"
