import pytest
from tests.read.marks import read_sentence, value_of

from sayso.model import Count, Label, Report, Role, Span
from sayso.read.fates.met import is_nobody
from sayso.read.people.roles import ARMED, BY_POLICE, IN_GUNFIGHT, are_somebody, role_of
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import page_of


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


def test_a_suspect_who_is_hurt_is_no_victim() -> None:
    text = "An officer was shot and a suspect was critically injured in Lodva on Monday, police said."
    assert {c.role for c in read_sentence(text, "injured") if c.who == "a suspect"} == {"attacker"}
    for text, people, role in (
        ("The suspect, 40, was hit in the leg.", "The suspect, 40", "attacker"),
        ("The male suspect was hit in the leg.", "The male suspect", "attacker"),
        ("The suspect's mother was hit in the leg.", "The suspect's mother", "victim"),
    ):
        assert role_in(text, ("injured", people, "victim")) == role


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
        ("Two men held after the shooting in Lodva turned out to be witnesses and were released.", "unclear"),
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
    text = "A fire near Lodva has killed a man. The number of injured firefighters has risen to six, the mayor said."
    assert {claim.role for claim in read_sentence(text, "injured")} == {"responder"}
    text = "A fire near Lodva has killed a man. The number of injured people has risen to six, firefighters said."
    assert {claim.role for claim in read_sentence(text, "injured")} == {"victim"}


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


def role_in(
    text: str, people: tuple[str, str, Role], *others: tuple[str, str, Role], kind: str = "other"
) -> Role:
    """Return the role of people (tag, words, role by the network) in a sentence in which others are told of too."""
    stretches = []
    for tag, words, role in (people, *others):
        span = Span(field="text", start=text.index(words), end=text.index(words) + len(words), quote=words)
        stretches.append(Stretch(tag, span, 0.9, role, "certain", 1.0, None, None, None, 0.9))
    page = page_of(Report(id="r", title=None, text=text))
    number = Count(low=1, high=1) if people[1].startswith(("the ", "a ")) else Count(low=6, high=6)
    return role_of(stretches[0], number, page.sentences[0], stretches, kind)


@pytest.mark.parametrize("by_network", ["attacker", "victim", "unclear"])
@pytest.mark.parametrize(
    "text",
    [
        "Six people, including the gunman, died in the attack.",
        "Six people including the alleged shooter are dead.",
        "Six people died, among them the attacker, the mayor said.",
        "Six people were killed, including two bombers.",
        "Six people died, the bomber among them.",
        "Including the gunman, Six people died.",
        "Six people died; the toll includes the attacker.",
        "Six people, counting the three hijackers, were killed.",
        "Six people, including the husband who shot them, were found dead.",
        "Six people, including the man who carried out the attack, are dead.",
        "Six people were killed, two of them attackers.",
    ],
)
def test_people_counted_with_the_attacker_are_no_attackers(text: str, by_network: Role) -> None:
    assert role_in(text, ("killed", "Six people", by_network)) == "all"


@pytest.mark.parametrize("by_network", ["attacker", "victim", "all"])
@pytest.mark.parametrize(
    "text",
    [
        "Six people, excluding the attacker, were killed.",
        "Six people, not counting the bomber, were killed.",
        "Six people were killed, not including the two gunmen, police said.",
        "Six people died, apart from the gunman, who shot himself.",
        "Besides the gunman, Six people were killed.",
        "Six people plus the bomber died.",
    ],
)
def test_people_counted_without_the_attacker_are_victims(text: str, by_network: Role) -> None:
    assert role_in(text, ("killed", "Six people", by_network)) == "victim"


@pytest.mark.parametrize(
    ("text", "people", "others", "role"),
    [
        # whose fate the attacker met, of two numbers, and whom the words are said of
        ("Six people were killed, including the gunman, and 12 others were hurt.", ("killed", "Six people", "victim"),
            [("injured", "12 others", "victim")], "all"),
        ("Six people were killed and 20 hurt, among them the attacker.", ("killed", "Six people", "victim"),
            [("injured", "20 hurt", "victim")], "victim"),
        ("Six people were killed and 20 hurt, among them the attacker.", ("killed", "Six people", "victim"),
            [("injured", "20 hurt", "victim"), ("killed", "the attacker", "attacker")], "all"),
        ("The man killed Six pupils before seven people, including the attacker, died.", ("killed", "Six pupils", "victim"),
            [("killed", "seven people", "attacker"), ("killed", "the attacker", "attacker")], "victim"),
        ("Six people were killed, seven counting the bomber.", ("killed", "Six people", "victim"), [], "victim"),
        # attackers all of them, and who is only somebody of his
        ("Six militants, including the suicide bomber, died.", ("killed", "Six militants", "attacker"), [], "attacker"),
        ("Six men, including the gunman, were shot dead by police.", ("killed", "Six men", "attacker"), [], "attacker"),
        ("Six people, including the gunman's mother, died.", ("killed", "Six people", "victim"), [], "victim"),
        ("Six people, including a man who fled, died.", ("killed", "Six people", "victim"), [], "victim"),
        ("They found the gunman's mother dead.", ("killed", "the gunman's mother", "attacker"), [], "victim"),
    ],
)  # fmt: skip
def test_whom_the_attacker_is_counted_with(
    text: str, people: tuple[str, str, Role], others: list[tuple[str, str, Role]], role: Role
) -> None:
    assert role_in(text, people, *others) == role


def test_who_is_left_out_of_a_toll_is_not_counted_as_dead() -> None:
    for text in ("Six people, not counting the bomber, died.", "Six died, excluding the two bombers."):
        end = text.index("bomber")
        assert is_nobody("killed", text, end, end + len("bomber"))
    assert not is_nobody("killed", "Six people, including the bomber, died.", 22, 32)


def test_victims_do_not_become_attackers_beside_one() -> None:
    text = "Six people, including the attacker, were killed, the interior minister said."
    told = {(value_of(claim)) for claim in read_sentence(text, "killed")}
    assert told == {"6/all", "1/attacker"}


@pytest.mark.parametrize(("by_network", "role"), [("combatant", "victim"), ("attacker", "attacker")])
def test_some_of_the_victims_are_victims_too(by_network: Role, role: Role) -> None:
    text = "Rebels killed eight soldiers, six of them conscripts, at a post in Lodva."
    whole: tuple[str, str, Role] = ("killed", "eight soldiers", "victim")
    assert role_in(text, ("killed", "six of them conscripts", by_network), whole) == role


@pytest.mark.parametrize(
    ("text", "people", "role"),
    [
        ("The Lodva Front said it had killed 40 soldiers in an ambush near Marsk.", "40 soldiers", "victim"),
        ("Nine policemen fell into an ambush and died.", "Nine policemen", "victim"),
        ("An ambush near Marsk killed nine rebels.", "nine rebels", "combatant"),
        ("The clash near Marsk killed nine soldiers.", "nine soldiers", "combatant"),
    ],
)
def test_soldiers_in_an_ambush_are_victims(text: str, people: str, role: Role) -> None:
    assert role_in(text, ("killed", people, "combatant")) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The prefecture spoke of one dead.", "victim"),
        ("Police fired at the attackers, leaving one dead.", "attacker"),
    ],
)
def test_a_bare_toll_is_the_attackers_only_beside_them(text: str, role: Role) -> None:
    assert role_in(text, ("killed", "one dead", "attacker")) == role


def test_people_of_whom_some_came_to_help_are_victims() -> None:
    text = "Nine people, including three firefighters, were hurt."
    assert role_in(text, ("injured", "Nine people", "responder")) == "victim"
    assert role_in(text, ("injured", "three firefighters", "responder")) == "responder"


def test_women_among_rebels_are_rebels_and_children_among_them_are_none() -> None:
    text = "The group gave its loss as 38, among them nine women and four children."
    whole: tuple[str, str, Role] = ("killed", "38", "combatant")
    assert role_in(text, ("killed", "nine women", "victim"), whole) == "combatant"
    assert role_in(text, ("killed", "four children", "victim"), whole) == "victim"


@pytest.mark.parametrize(
    ("kind", "who", "by_network", "role"),
    [
        ("road", "The driver", "attacker", "victim"),
        ("aviation", "both pilots", "attacker", "victim"),
        ("road", "The driver", "victim", "victim"),
        ("shooting", "The driver", "attacker", "attacker"),
        ("raid", "two Palestinians", "combatant", "victim"),
        ("armed-clash", "about nine Iraqis", "combatant", "victim"),
        ("raid", "nine Taliban", "combatant", "combatant"),
        ("raid", "two Palestinian fighters", "combatant", "combatant"),
    ],
)
def test_who_dies_at_the_wheel_or_goes_by_a_people_alone_fought_nobody(
    kind: str, who: str, by_network: Role, role: Role
) -> None:
    assert role_in(f"{who} died in Lodva.", ("killed", who, by_network), kind=kind) == role


def test_of_those_held_each_plays_the_part_of_all() -> None:
    text = "Police held six people, including the landlord, and two nurses were killed."
    whole: tuple[str, str, Role] = ("detained", "six people", "attacker")
    assert role_in(text, ("detained", "the landlord", "victim"), whole) == "attacker"
    assert role_in(text, ("killed", "two nurses", "victim"), whole) == "victim"


def test_who_rams_a_crowd_is_its_attacker_and_whose_bus_he_drives_is_none() -> None:
    for quote, role in (("The driver", "attacker"), ("The bus driver", "victim")):
        text = f"{quote} was shot dead in Lodva."
        span = Span(field="text", start=0, end=len(quote), quote=quote)
        stretch = Stretch("killed", span, 0.9, "victim", "certain", 1.0, None, None, None, 0.9)
        (sentence,) = page_of(Report(id="r", text=text)).sentences
        assert role_of(stretch, Count(low=1, high=1), sentence, [stretch], "vehicle-ramming") == role


@pytest.mark.parametrize(
    ("text", "people", "by_network", "role"),
    [
        ("More than 60 people died in clashes near Lodva.", "More than 60 people", "combatant", "victim"),
        ("The number of civilians killed in the clashes rose to 12.", "12", "combatant", "victim"),
        ("Six civilians were killed and 16 injured in the clash.", "16", "combatant", "victim"),
        ("The raid killed 16 rebels.", "16 rebels", "victim", "combatant"),
        ("The raid killed 16 rebels and a farmer.", "a farmer", "victim", "victim"),
        ("An air strike killed up to 30 soldiers.", "up to 30 soldiers", "victim", "combatant"),
        ("A mine killed four soldiers.", "four soldiers", "victim", "victim"),
    ],
)
def test_who_fights_and_who_does_not(text: str, people: str, by_network: Role, role: Role) -> None:
    start = text.index(people)
    span = Span(field="text", start=start, end=start + len(people), quote=people)
    stretch = Stretch("killed", span, 0.9, by_network, "certain", 1.0, None, None, None, 0.9)
    sentence = page_of(Report(id="r", title=None, text=text, language="en")).at(span)
    assert role_of(stretch, Count(low=16, high=16), sentence, [stretch], "armed-clash") == role


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two of them are soldiers.", True),
        ("Two of them were young farmers.", True),
        ("Two of them were wounded.", False),
        ("Two of them are children, and one of these died.", False),
        ("Two of them were at home.", False),
        ("Two of them are both in the same family, she said.", True),
        ("Two of them were siblings.", True),
        ("Two of them are in the same hospital.", False),
    ],
)
def test_who_people_are_is_no_fate(text: str, told: bool) -> None:
    assert are_somebody(text, len("Two of them")) == told


def test_fighters_whom_the_network_does_not_see_are_no_victims() -> None:
    text = 'The staff said the escort had made it possible to "neutralise more than 70 rebels".'
    assert [value_of(c) for c in read_sentence(text, "killed")] == ["71+/combatant"]
