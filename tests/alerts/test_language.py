import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.alerts import FORMS, Condition, condition, written
from sayso.alerts.language import NOUNS, WHOSE
from sayso.errors import AlertError
from sayso.model import COUNT_SLOTS, FACT_SLOTS, KINDS

READ = (
    ("killed in FR changes", Condition(verb="changes", slot="killed", place="FR")),
    ("any dispute on incident 3f2a91", Condition(verb="dispute", incident="3f2a91")),
    ("injured in Trieste over 20", Condition(verb="over", slot="injured", place="Trieste", number=20)),
    ("motive changes in shootings", Condition(verb="changes", slot="motive", kind="shooting")),
    ("new incident in IT", Condition(verb="new", place="IT")),
    ("new fire in Memphis, Tennessee", Condition(verb="new", kind="fire", place="Memphis, Tennessee")),
    ("any figure rises in France", Condition(verb="rises", place="France")),
    ("attackers killed changes", Condition(verb="changes", slot="killed", whose="attacker")),
    ("attackers over 1,000", Condition(verb="over", slot="attackers", number=1000)),
    ("any dispute ends in road accidents", Condition(verb="dispute ends", kind="road")),
    ("  Killed   changes in FR ", Condition(verb="changes", slot="killed", place="FR")),
    ("killed in Shootings changes", Condition(verb="changes", slot="killed", kind="shooting")),
    ("killed in armed clashes rises", Condition(verb="rises", slot="killed", kind="armed-clash")),
    ("killed changes in armed-clashs", Condition(verb="changes", slot="killed", kind="armed-clash")),
    ("killed changes in Crowd-crushes", Condition(verb="changes", slot="killed", kind="crowd-crush")),
    ("new homicide in Leeds", Condition(verb="new", kind="homicide", place="Leeds")),
    ("killed in Perrache changes", Condition(verb="changes", slot="killed", place="Perrache")),
    ("killed in leeds under 3", Condition(verb="under", slot="killed", place="leeds", number=3)),
    ("killed in shootings in FR falls", Condition(verb="falls", slot="killed", place="FR", kind="shooting")),
)  # fmt: skip

REFUSED = (
    ("tell me everything", "none of the forms"),
    ("", "none of the forms"),
    ("weapon over 3", "weapon is no number of people"),
    ("killed in FR in IT changes", "it says twice where"),
    ("new shooting in floods", "it says twice of what kind"),
    ("killed in Paris, Narnia changes", "Narnia is no state"),
    ("any dispute on incident cats", "names no incident"),
    ("new incident on incident 3f2a91", "is not new"),
    ("killed over twenty", "none of the forms"),
    ("killed over ,", "none of the forms"),
    ("killed in plane crashes changes", "'plane crashes' is no place that is known, and none of the kinds"),
    ("any dispute in Deadly Shootings", "'Deadly Shootings' is no place that is known"),
    ("injured changes in clashes in IQ", "'clashes' is no place that is known"),
    ("killed in " + "a" * 300 + " changes", "more than 200 characters"),
)


@pytest.mark.parametrize(("says", "asked"), READ, ids=[says for says, _ in READ])
def test_a_rule_reads_as_english(says: str, asked: Condition) -> None:
    assert condition(says) == asked
    assert condition(written(asked)) == asked


@pytest.mark.parametrize("example", [example for _, example, _ in FORMS])
def test_every_example_is_written_back_as_it_was(example: str) -> None:
    assert written(condition(example)) == example


@pytest.mark.parametrize(("says", "why"), REFUSED)
def test_what_is_not_understood_is_refused_with_the_forms_that_are(says: str, why: str) -> None:
    with pytest.raises(AlertError, match=why) as refused:
        condition(says)
    assert all(example in str(refused.value) for _, example, _ in FORMS)


PLACES = st.none() | st.sampled_from(
    ["FR", "Trieste", "Memphis, Tennessee", "Lyon, FR", "Stratford-upon-Avon"]
)
KIND = st.none() | st.sampled_from(KINDS)
INCIDENT = st.none() | st.text("0123456789abcdef", min_size=4, max_size=16)
ASKED = st.one_of(
    st.builds(
        Condition,
        verb=st.sampled_from(["changes", "rises", "falls"]),
        slot=st.none() | st.sampled_from(COUNT_SLOTS),
        whose=st.none() | st.sampled_from(list(WHOSE.values())),
        place=PLACES,
        kind=KIND,
        incident=INCIDENT,
    ),
    st.builds(Condition, verb=st.just("changes"), slot=st.sampled_from(FACT_SLOTS), place=PLACES, kind=KIND),
    st.builds(Condition, verb=st.sampled_from(["over", "under"]), number=st.integers(0, 10**6), place=PLACES),
    st.builds(
        Condition,
        verb=st.sampled_from(["dispute", "dispute ends"]),
        slot=st.none() | st.sampled_from([*COUNT_SLOTS, *FACT_SLOTS]),
        place=PLACES,
        kind=KIND,
        incident=INCIDENT,
    ),
    st.builds(Condition, verb=st.just("new"), place=PLACES, kind=KIND),
)


@given(ASKED)
def test_every_condition_reads_back_from_what_is_written(asked: Condition) -> None:
    assert condition(written(asked)) == asked


def test_kinds_are_called_by_words_of_their_own() -> None:
    words = [word for pair in NOUNS.values() for word in pair]
    assert len(words) == len(set(words))
