import pytest

from sayso.read.fates.deeds import are_called_so, is_no_attacker


@pytest.mark.parametrize(
    ("who", "so"),
    [
        ("the gunman", True),
        ("two masked robbers", True),
        ("suspects", True),
        ("a man", False),
        ("the killer's car", False),
    ],
)
def test_who_is_called_by_the_deed(who: str, so: bool) -> None:
    assert are_called_so(who) == so


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A boy was hit by a friend who was playing with a pistol.", "a friend"),
        ("Two cousins were cleaning a rifle when it went off.", "Two cousins"),
        ("A clerk was accidentally shot by a guard.", "a guard"),
        ("Officers said there was no active shooter.", "shooter"),
        ("The alleged gunman, Ugo Bern, is in custody.", "gunman"),
        ("Bern is accused of being the gunman.", "gunman"),
        ("The gunman's brother came to the door.", "The gunman"),
        ("The three bodies were found by a shepherd.", "a shepherd"),
        ("A report of a gunman on the quay was a hoax, police said.", "a gunman"),
        ("There was no second gunman, police said.", "no second gunman"),
    ],
)
def test_who_attacked_nobody_is_no_attacker(text: str, who: str) -> None:
    start = text.index(who)
    assert is_no_attacker(text, start, start + len(who))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A man opened fire outside the club.", "A man"),
        ("The alleged gunman fled.", "gunman"),
        ("There were no more than six, she said.", "no more than six"),
        ("The gunman was not accidentally there, police said.", "The gunman"),
    ],
)
def test_who_attacked_is_an_attacker(text: str, who: str) -> None:
    start = text.index(who)
    assert not is_no_attacker(text, start, start + len(who))
