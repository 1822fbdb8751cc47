"""Languages are told offline, and only with confidence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.text.language import language_of

ENGLISH = (
    "Two people died and twelve were hurt when the roof of a covered market fell in on Tuesday, police said.",
    "KANO, Nigeria (AP) - Gunmen on motorbikes raided a village market in Kano state, killing nine traders, "
    "the police commissioner said.",
    "Oberbürgermeister Jürgen Müller told the Süddeutsche Zeitung that the Königsplatz would stay shut.",
    "MOGADISHU: Al Shabaab fighters ambushed an army convoy near Beledweyne and Buulobarde, officers said.",
)

OTHERS = (
    ("fr", "Au moins deux personnes sont mortes mardi à Lyon lorsque le toit du marché s'est effondré."),
    ("es", "Al menos dos personas murieron y doce resultaron heridas cuando se derrumbó el techo del "
     "mercado, según informó la policía en un comunicado difundido a última hora de la tarde."),
    ("de", "Beim Einsturz eines Marktdachs sind am Dienstag mindestens zwei Menschen ums Leben gekommen."),
    ("so", "Ugu yaraan laba qof ayaa ku dhimatay laba iyo toban kalena way ku dhaawacmeen."),
    ("ru", "Два человека погибли при обрушении крыши рынка."),
    ("ar", "قتل شخصان على الأقل إثر انهيار سقف سوق"),
    ("zh", "警方表示，星期二一个市场的屋顶倒塌，造成至少两人死亡。"),
    ("ja", "警察によると、火曜日に市場の屋根が崩れた。"),
)  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH)
def test_english_full_of_foreign_names_is_never_called_foreign(text: str) -> None:
    assert language_of(text) in ("en", None)


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_sentence_in_another_language_is_told(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_long_text_in_another_language_is_told_as_well(language: str, text: str) -> None:
    assert language_of(f"{text} " * 10) == language


@pytest.mark.parametrize(
    "text", ["", "12", "\x00\n\t", "🙂🙂", "Two dead", "TOKYO - 3 hurt", "Zwei Tote", "2 men shot"]
)
def test_too_few_words_tell_no_language(text: str) -> None:
    assert language_of(text) is None


def test_numbers_and_names_in_capitals_say_nothing() -> None:
    long = "The mayor said that the school would stay closed until the roof had been made safe again. " * 3
    assert language_of("12 34 56 *** " * 50 + long) == "en"


def test_a_long_text_takes_no_longer_than_its_beginning() -> None:
    assert language_of("The police said that two people had died in the fire. " * 100_000) == "en"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_a_code_or_nothing(text: str) -> None:
    language = language_of(text)
    assert language is None or 2 <= len(language) <= 3
