import pytest
from tests.read.marks import read_sentence

from sayso.model import Label, Role
from sayso.read.roles import ARMED, BY_POLICE, IN_GUNFIGHT


@pytest.mark.parametrize(
    ("people", "rest", "in_gunfight"),
    [
        ("Piet Maas", " was killed in a shootout with police.", True),
        ("Piet Maas", ", 26, died after a gunfight with officers.", True),
        ("A nurse", " was shot dead before the gunman was killed in a shootout with police.", False),
        ("A woman", " was killed by the man, who died in a shootout with police.", False),
    ],
)
def test_who_dies_in_a_gunfight_with_police(people: str, rest: str, in_gunfight: bool) -> None:
    assert bool(IN_GUNFIGHT.match(people + rest, len(people))) == in_gunfight


def test_who_is_shot_by_police() -> None:
    assert BY_POLICE.match("He was later shot dead by police.", 2)
    assert not BY_POLICE.match("He was killed when the suspect was shot by police.", 2)


def test_who_comes_armed() -> None:
    assert ARMED.match("a man with a hunting rifle walked in")
    assert ARMED.match("a man who opened fire")
    assert not ARMED.match("a man who shot attackers")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police said that two men were detained for questioning after the shooting.", "unclear"),
        ("Police said that two men were arrested and charged with the shooting.", "attacker"),
    ],
)
def test_whose_part_is_not_clear_who_is_only_questioned(text: str, role: Role) -> None:
    (claim,) = read_sentence(text, "detained")
    assert claim.role == role


def test_who_somebody_was_plays_no_other_part() -> None:
    claims = read_sentence(
        "The gunman who was shot dead by officers on Friday was a boy of 15, police said.", "killed"
    )
    assert {claim.role for claim in claims} == {"attacker"}


def test_the_alleged_shooter_is_a_suspect_and_no_victim() -> None:
    text = (
        "Three people were shot at a bakery in Lodva. The victims, Ana Bern, Ida Bell and Li Wei, and the "
        "alleged shooter, Eva Hale, worked on one shift."
    )
    told = {
        (c.slot, c.value.text) for c in read_sentence(text, "suspect", "victim") if isinstance(c.value, Label)
    }
    assert ("suspect", "Eva Hale") in told
    assert ("victim", "Eva Hale") not in told


def test_whom_the_accused_shot_is_no_suspect() -> None:
    text = "A policeman who shot a student, David Otieno, in Nairobi on Monday was arrested and charged with murder."
    suspects = {c.value.text for c in read_sentence(text, "suspect") if isinstance(c.value, Label)}
    assert suspects == {"A policeman"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A man of 40 was arrested after the stabbing in Lodva and has since been released.", "unclear"),
        ("Two brothers arrested after the stabbing in Lodva were released without charge.", "unclear"),
        ("A woman was arrested after the shooting on suspicion of assisting an offender.", "unclear"),
        ("The mother was arrested and charged with neglect after the boy was shot.", "unclear"),
        ("A ferry sank off Lodva, killing nine people. The captain was arrested on Sunday.", "unclear"),
        ("A man was arrested on suspicion of murder after the stabbing in Lodva.", "attacker"),
    ],
)
def test_who_is_held_for_something_else_or_let_go_is_not_thought_to_have_done_it(
    text: str, role: Role
) -> None:
    assert {claim.role for claim in read_sentence(text, "detained")} == {role}


def test_who_came_to_help_in_an_accident_is_no_victim() -> None:
    text = "A fire at a mill in Lodva on Sunday killed four people. Two firefighters were injured."
    assert {claim.role for claim in read_sentence(text, "injured")} == {"responder"}


@pytest.mark.parametrize(
    ("text", "slot", "roles"),
    [
        ("Six people were hurt in the shooting, including the suspected gunman.", "injured", ["all"]),
        ("Hospital officials put the number killed at 21, counting the bomber.", "killed", ["all"]),
        ("Drug violence has taken about 23,000 lives in Brunia since 2006.", "killed", ["all"]),
        ("The flood has taken about 23,000 lives in Brunia since 2006.", "killed", ["victim"]),
        ("The war began in 1991. An aid agency puts the dead at 60,000.", "killed", ["all"]),
        ("More than 2,100 civilians have been killed in the war.", "killed", ["victim"]),
    ],
)
def test_a_toll_of_a_war_or_with_the_attacker_is_one_of_all(text: str, slot: str, roles: list[Role]) -> None:
    assert [claim.role for claim in read_sentence(text, slot)] == roles


@pytest.mark.parametrize(
    ("text", "slot", "role"),
    [
        (
            "A firefighter fell through a stair and broke an ankle. Another was treated for smoke inhalation.",
            "injured",
            "responder",
        ),
        (
            "A firefighter was hurt in the blaze. A tenant broke a leg, and another was treated for smoke inhalation.",
            "injured",
            "victim",
        ),
        (
            "Fifty soldiers were wounded in the battle with the rebels and three are missing.",
            "missing",
            "combatant",
        ),
    ],
)
def test_one_more_is_of_the_sort_of_those_told_of_right_before(text: str, slot: str, role: Role) -> None:
    assert read_sentence(text, slot)[-1].role == role
