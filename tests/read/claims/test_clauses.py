import pytest

from sayso.model import Claim, Count, Report
from sayso.read.claims.clauses import clause_of, in_full
from sayso.read.text.page import page_of

FATES = [
    ("<The baker> killed two of his guests before killing himself, police said.", "before killing himself"),
    ("<A clerk> shot his brother, a cousin and then himself in Lodva.", "shot his brother, a cousin and then himself in Lodva"),
    ("Mayor: <Guard> kills wife, her mother, self", "kills wife, her mother, self"),
    ("<A hunter> fired at a bus, hitting three people, before he was shot by a guard.", "before he was shot by a guard"),
    ("<The tailor> stabbed a neighbour, then turned the gun on himself.", "then turned the gun on himself"),
    # His own fate comes first, or is all that is told.
    ("<The baker> was shot dead by police after he had locked himself in.", "The baker was shot dead by police after he had locked himself in"),
    ("<The baker> later killed himself.", "The baker later killed himself"),
    ("<The baker> opened fire in the yard, killing two.", "The baker opened fire in the yard"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "clause"),
    [
        ("- Injured: 79", "79", "Injured: 79"),
        ("Persons in temporary shelters: 3,120", "3,120", "Persons in temporary shelters: 3,120"),
        ("The mayor gave figures: 79 were hurt", "79", "79 were hurt"),
    ],
)
def test_the_words_for_a_number_in_a_list_are_its_whole_line(text: str, number: str, clause: str) -> None:
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    start = sentence.text.index(number)
    first, last = clause_of(sentence, start, start + len(number), did_it=False)
    assert sentence.text[first:last] == clause


@pytest.mark.parametrize(("marked", "clause"), FATES)
def test_the_words_for_the_death_of_who_did_it_are_those_that_tell_it(marked: str, clause: str) -> None:
    start, text = marked.index("<"), marked.replace("<", "").replace(">", "")
    (sentence,) = page_of(Report(id="r", text=text)).sentences
    first, last = clause_of(sentence, start, marked.index(">") - 1, did_it=True)
    assert text[first:last] == clause


@pytest.mark.parametrize(
    ("marked", "slot", "clause"),
    [
        ("<A cook>, whose name was withheld, was killed.", "killed", "A cook, whose name was withheld, was killed"),
        ("<Six men>, most of them cooks, were hurt, and a guard died.", "injured", "Six men, most of them cooks, were hurt"),
        ("It killed a man, 34, a girl, nine, and <two boys>.", "killed", "It killed a man, 34, a girl, nine, and two boys"),
        ("It killed a man; <two boys>, nine and ten, stood by.", "killed", "two boys, nine and ten, stood by"),
    ],
)  # fmt: skip
def test_the_words_for_people_are_those_that_tell_their_fate(marked: str, slot: str, clause: str) -> None:
    start, text = marked.index("<"), marked.replace("<", "").replace(">", "")
    page = page_of(Report(id="r", text=text))
    (sentence,) = page.sentences
    told = clause_of(sentence, start, marked.index(">") - 1, did_it=False)
    claim = Claim(id="c", account_id="a", slot=slot, value=Count(low=2, high=2), span=sentence.span(*told))
    (full,) = in_full([claim], page)
    assert full.span.quote == clause
    assert (full == claim) == (full.id == "c")
