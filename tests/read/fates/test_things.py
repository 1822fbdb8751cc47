import pytest
from tests.conftest import a_report

from sayso.read import default_reader
from sayso.read.fates.things import is_bare, name_of, things_hit

HIT = [
    ("A bomb exploded in front of the Danish embassy in Lima on Monday.", ["the Danish embassy"]),
    ("Rebels dynamited two power lines and a bridge near Ocaña.", ["two power lines", "a bridge"]),
    ("Gunmen attacked a police station; they also set a bus on fire.", ["a police station", "a bus"]),
    ("A textile factory and two shops were set ablaze in Lodva.", ["A textile factory", "two shops"]),
    ("A crowd set alight the town hall in Lodva.", ["the town hall"]),
    ("He set off a grenade under a truck.", ["a truck"]),
    ("The offices of the Farmers Union were destroyed by the blast.", ["The offices of the Farmers Union"]),
    ("TWO SHOPS AND A PHARMACY WERE DAMAGED.", ["TWO SHOPS", "A PHARMACY"]),
    ("It was the third attack this year on the pipeline, the ministry said.", ["the pipeline"]),
    ("It was the third attack on Monday on the coastal pipeline.", ["the coastal pipeline"]),
    ("They threw grenades at the home of judge Ana Ruiz on Monday.", ["the home of judge Ana Ruiz"]),
    ("Someone had planted a device under a lorry parked at the depot.", ["a lorry"]),
    (
        "Looters burned at least 11 vehicles and more than 20 shops.",
        ["at least 11 vehicles", "more than 20 shops"],
    ),
    ("A car bomb went off outside the hotel.", ["the hotel"]),
    ("A shell hit the north tower of the cathedral.", ["the north tower of the cathedral"]),
    ("The second blast took place on Monday at a branch office near the port.", ["a branch office"]),
    ("A car bomb exploded in the south of Lima, in front of the Hill church.", ["the Hill church"]),
    ("Rebels blew up a section of the coastal pipeline on Friday.", ["the coastal pipeline"]),
    ("He went to the Herald offices, which were dynamited last week.", ["the Herald offices"]),
    ("The blast caused damage put at millions to a hotel and to a drugstore.", ["a hotel", "a drugstore"]),
    ("They attacked the homes of leaders of the union.", ["the homes of leaders of the union"]),
    ("A bomb destroyed the house of Judge Rosa Holiday.", ["the house of Judge Rosa Holiday"]),
    ("Last week city hall was bombed.", ["city hall"]),
    ("The officers guarding his home were asleep when his home was attacked.", ["his home"]),
    ("One report indicated two helicopters were hit.", ["two helicopters"]),
    ("Someone hurled sticks of dynamite at the Danish  embassy.", ["the Danish  embassy"]),
    ("The airstrip in Lodva was almost completely destroyed.", ["The airstrip"]),
    ("THE FRONT HAS RESUMED ITS SABOTAGING OF THE ELECTRICITY SYSTEM.", ["THE ELECTRICITY SYSTEM"]),
    ("Raiders set two schools and several houses on fire.", ["two schools", "several houses"]),
    ("The Ritz Hotel, located on 7th Street, suffered heavy damage.", ["The Ritz Hotel"]),
    ("The home of Ana Ruiz, head of a radio station, was damaged in an attack.", ["The home of Ana Ruiz"]),
    (
        "The main office of the paper, founded in 1886, was the target of a car bomb.",
        ["The main office of the paper"],
    ),
    ("Gunmen attacked and sank a fishing boat in the bay.", ["a fishing boat"]),
    ("The blast shattered the windows of a school and two houses.", ["a school", "two houses"]),
    ("A bomb wrecked a bakery and gutted the town hall.", ["a bakery", "the town hall"]),
    ("Three mortar shells fell on a gas station in the harbour.", ["a gas station"]),
    ("A car bomb went off across from the telephone exchange.", ["the telephone exchange"]),
    ("They blew up two high-voltage lines and a junction box.", ["two high-voltage lines", "a junction box"]),
]
NOT_HIT = [
    "The mayor opened the new market on Monday.",
    "He was treated at the hospital after the attack.",
    "The guards attacked a car dealer.",
    "A truck packed with explosives was found.",
    "They were planning to bomb the stadium.",
    "The army denied that the school was shelled.",
    "The president attacked the budget.",
    "The front said it would not attack polling stations.",
    "The strikes could destroy power lines, he warned.",
    "The charge was placed by a man who left in a white truck.",
    "Snow fell on the school overnight.",
    "A woman near the station, walking home, was attacked.",
    "The wall of the school, police said, was damaged.",
    "She broke the news in the office.",
    "The chairman of the bank, which has 40 branches, said that it was damaged.",
    "The shells did not fall on the school.",
]


@pytest.mark.parametrize(("text", "things"), HIT)
def test_what_an_attack_hit_besides_people_is_found(text: str, things: list[str]) -> None:
    assert [text[start:end] for start, end in things_hit(text)] == things


@pytest.mark.parametrize("text", NOT_HIT)
def test_what_stands_by_or_was_only_planned_was_not_hit(text: str) -> None:
    assert [text[start:end] for start, end in things_hit(text)] == []


def test_how_many_they_are_is_no_part_of_a_name() -> None:
    assert name_of("two  power\nlines") == "power lines"
    assert name_of("the Danish embassy") == "Danish embassy"
    assert is_bare("the building")
    assert is_bare("these two vehicles")
    assert not is_bare("the Danish embassy")


def test_a_reading_says_what_was_hit_once_an_account() -> None:
    report = a_report(
        "A bomb exploded at the Danish embassy in Lima on Monday, killing two guards, police said. "
        "The blast damaged the building and three parked cars. The Danish embassy was hit in May too."
    )
    main = default_reader().read(report).accounts[0]
    assert [thing.quote for thing in main.hit][:1] == ["the Danish embassy"]
    assert all(report.field(t.field)[t.start : t.end] == t.quote for t in main.hit)
    assert "the building" not in {thing.quote for thing in main.hit}


def test_a_storm_has_no_target() -> None:
    report = a_report(
        "The storm destroyed a school and killed three people in Tampa on Monday, officials said."
    )
    assert [account.hit for account in default_reader().read(report).accounts] == [()]
