import pytest

from sayso.read.claims.motives import motives_in

# What a sentence names as the motive or the sort of act, how firmly, and whether it denies it.
ROWS = [
    ("Deputies called it a murder-suicide.", [("murder-suicide", "certain", "positive")]),
    ("Two dead in apparent murder/suicide in Orlin", [("murder/suicide", "probable", "positive")]),
    ("The shooting was gang-related, Captain Ana Ruiz said.", [("gang-related", "certain", "positive")]),
    ("Officers believe the stabbing was drug related.", [("drug related", "probable", "positive")]),
    ("Inspector Lund said that it was random.", [("random", "certain", "positive")]),
    ("Detectives do not believe the shooting was random.", [("random", "certain", "negative")]),
    ("There is nothing to suggest it was terror-related.", [("terror-related", "certain", "negative")]),
    ("The minister ruled out terrorism.", [("terrorism", "certain", "negative")]),
    ("The police have not ruled out terrorism.", [("terrorism", "possible", "positive")]),
    ("Terrorism was not a factor, the mayor said.", [("Terrorism", "certain", "negative")]),
    ("The fire may have been deliberate.", [("deliberate", "possible", "positive")]),
    ("Officers said the driver had not acted deliberately.", [("deliberately", "certain", "negative")]),
    ("The blaze was deliberately lit.", [("deliberately lit", "certain", "positive")]),
    ("It was a targeted attack, the sheriff said.", [("targeted attack", "certain", "positive")]),
    ("A neighbour said it was execution style.", [("execution style", "certain", "positive")]),
    ("He told the court that he fired in self-defence.", [("self-defence", "certain", "positive")]),
    ("There is no sign of foul play.", [("foul play", "certain", "negative")]),
    ("They are treating it as a hate crime.", [("a hate crime", "probable", "positive")]),
    ("It was a hate crime, the prosecutor said.", [("a hate crime", "certain", "positive")]),
    ("The attack was racially motivated, the mayor said.", [("racially motivated", "certain", "positive")]),
    ("The governor called it an act of pure terror.", [("act of pure terror", "certain", "positive")]),
    (
        "Detectives believe it was a case of mistaken identity.",
        [("mistaken identity", "probable", "positive")],
    ),
    ("It was not a random act of violence, she said.", [("random act of violence", "certain", "negative")]),
    # nobody knows, or asks
    ("It is not known whether the attack was random.", []),
    ("Was it random?", []),
    ("She had no idea why her house was targeted.", []),
    # no motive
    ("He was stopped in a random licence check.", []),
    ("The Self-Defense Forces sent two helicopters.", []),
    ("The town has a high murder-suicide rate.", []),
    ("He was jailed in 2011 on drug-related charges.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_a_sort_of_act_is_told_where_its_words_stand(text: str, wanted: list[tuple[str, str, str]]) -> None:
    told = [(text[start:end], firm, polarity) for start, end, firm, polarity in motives_in(text)]
    assert told == wanted
