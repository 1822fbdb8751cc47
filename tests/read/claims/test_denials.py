from dataclasses import replace

import pytest
from tests.read.marks import read_sentence

from sayso.model import Label, Report, Span
from sayso.read.claims.denials import code_of, is_denied, is_let_go, is_no_claim
from sayso.read.tagging.network import Stretch
from sayso.read.text.page import Sentence, page_of

WHO = "Ida Hale"


def a_suspect(text: str, code: str) -> tuple[Stretch, Sentence]:
    span = Span(field="text", start=text.index(WHO), end=text.index(WHO) + len(WHO), quote=WHO)
    stretch = Stretch("suspect", span, 0.9, "attacker", "certain", 1.0, None, code, None, 0.9)
    return stretch, page_of(Report(id="r", title=None, text=text)).sentences[0]


def told_of(text: str, code: str) -> tuple[str | None, bool]:
    """Return the code of Ida Hale in a sentence for which the network gives her a code, and whether it is denied."""
    stretch, sentence = a_suspect(text, code)
    return code_of(stretch, sentence), is_denied(stretch, sentence)


@pytest.mark.parametrize("by_network", ["charged", "detained", "identified", "unknown"])
@pytest.mark.parametrize(
    "text",
    [
        "Ida Hale was released without charge.",
        "Ida Hale, 34, was arrested and released without charge on Tuesday.",
        "Ida Hale, 34, of Mill Lane, was freed without charge after questioning.",
        "Ida Hale was arrested over the stabbing but was later released without any charge.",
        "Ida Hale was released from custody after the charges were dropped.",
        "Ida Hale had the murder charge against her dropped on Friday.",
        "Charges against Ida Hale were dropped on Friday.",
        "The murder case against Ida Hale, 28, has been dismissed by a judge.",
        "Prosecutors dropped the murder charge against Ida Hale.",
        "Prosecutors decided not to charge Ida Hale.",
        "A grand jury declined to indict Officer Ida Hale.",
        "No charges will be brought against Ida Hale.",
        "There was not enough evidence to charge Ida Hale.",
        "Ida Hale and Ugo Bern were released without charge.",
        "Ida Hale, 34, Li Wei and Ugo Bern, 40, were freed without charge.",
    ],
)
def test_who_goes_without_a_charge_is_not_charged(text: str, by_network: str) -> None:
    assert told_of(text, by_network) == ("charged", True)


@pytest.mark.parametrize("by_network", ["charged", "identified", "unknown"])
@pytest.mark.parametrize(
    "text",
    [
        "Ida Hale is not a suspect.",
        "Police said Ida Hale, 34, was no longer considered a suspect in the attack.",
        "Ida Hale has been ruled out as a suspect.",
        "Ida Hale has been cleared, police said.",
        "Police have cleared Ida Hale of any part in the attack.",
        "Detectives ruled out Ida Hale on Sunday.",
        "Ida Hale was mistakenly identified as the gunman.",
        "Ida Hale, who runs a shop, was wrongly named as the attacker.",
        "The paper apologised for naming Ida Hale as the attacker.",
        "Police wrongly named Ida Hale as the attacker.",
    ],
)
def test_who_is_no_suspect_is_not_thought_to_have_done_it(text: str, by_network: str) -> None:
    assert told_of(text, by_network) == ("identified", True)


@pytest.mark.parametrize(
    ("text", "by_network", "code"),
    [
        ("Ida Hale was charged with murder.", "charged", "charged"),
        ("Ida Hale was charged with murder and released on bail.", "charged", "charged"),
        ("Ida Hale was charged and a man was released without charge.", "charged", "charged"),
        ("Ida Hale was charged, but her brother was released without charge.", "charged", "charged"),
        ("Ida Hale and Ugo Bern were arrested but one was released without charge.", "detained", "detained"),
        ("Ida Hale was arrested after the hostages were freed.", "detained", "detained"),
        ("Ida Hale was arrested after a video was released.", "detained", "detained"),
        ("Ida Hale was arrested after the building was cleared.", "detained", "detained"),
        ("Ida Hale was arrested and Ugo Bern and Li Wei were freed without charge.", "detained", "detained"),
        ("Ida Hale was charged and Ugo Bern was freed without charge.", "charged", "charged"),
        ("Ida Hale is being held without charge.", "detained", "detained"),
        ("Ida Hale was arrested and has not been charged yet.", "detained", "detained"),
        ("Ida Hale, a suspect, has not been charged.", "identified", "identified"),
        ("Ida Hale, who was held over the attack, was released on bail pending inquiries.", "detained", "unknown"),
        ("Ida Hale, 34, from Marsk, was later released.", "detained", "unknown"),
        ("Police said that Ida Hale was not armed but was a suspect.", "identified", "identified"),
    ],
)  # fmt: skip
def test_what_still_holds_of_a_suspect_is_not_denied(text: str, by_network: str, code: str) -> None:
    assert told_of(text, by_network) == (code, False)


def test_who_would_not_be_charged_is_not() -> None:
    assert told_of("Prosecutors said Ida Hale would not be charged.", "charged") == ("charged", True)
    assert told_of("Ida Hale was released without charge.", "charged") == ("charged", True)
    assert told_of("Ida Hale hasn't been charged.", "charged") == ("charged", True)


def test_who_is_let_go_is_told_by_the_words_on_him_alone() -> None:
    for text, free in (
        ("Ida Hale, 34, was arrested and later released.", True),
        ("Ida Hale, 34, has been released.", True),
        ("Ida Hale, 34, is held and has not been released.", False),
        ("Ida Hale was arrested and a man was released.", False),
        ("Ida Hale and Ugo Bern were arrested, three of whom were later released.", False),
    ):
        stretch, sentence = a_suspect(text, "detained")
        assert is_let_go(stretch.span, sentence) == free


def test_nobody_who_was_let_go_is_printed_as_charged_or_held() -> None:
    text = "A man was shot dead in Lodva on Monday. Ida Hale, 34, was arrested and released without charge on Tuesday."
    claims = read_sentence(text, "suspect", "detained", "rescued")
    suspects = {(c.value.code, c.polarity) for c in claims if isinstance(c.value, Label)}
    assert suspects <= {("charged", "negative")}
    assert {c.standing for c in claims if c.slot == "detained"} <= {"superseded"}
    assert not [c for c in claims if c.slot == "rescued"]


def test_suspects_who_are_freed_are_not_rescued() -> None:
    text = "A bomb killed three people in Marsk on Monday. Two suspects were freed on Friday."
    assert not read_sentence(text, "rescued")


@pytest.mark.parametrize(
    "text",
    [
        "Police have no suspects in custody after Monday's shooting in Lodva, in which two men were killed.",
        "No suspect has been identified in the stabbing that killed a man in Lodva on Monday.",
        "A man was shot dead in Lodva on Monday. Police said no suspect was in custody.",
    ],
)
def test_no_suspect_is_nobody(text: str) -> None:
    assert read_sentence(text, "suspect") == []


@pytest.mark.parametrize(
    ("text", "by_network", "code", "is_denied_so"),
    [
        ("Ida Hale has not claimed the attack.", "claimed", "claimed", True),
        ("Ida Hale has not yet claimed responsibility.", "claimed", "claimed", True),
        ("Ida Hale has not claimed to be behind it.", "claimed", "claimed", True),
        ("Ida Hale has not said it was behind it.", "claimed", "claimed", True),
        ("Ida Hale, which often bombs markets, never claimed the attack.", "claimed", "claimed", True),
        (
            "Ida Hale, which had not claimed an attack for a year, claimed the bombing.",
            "claimed",
            "claimed",
            False,
        ),
        ("Ida Hale claimed responsibility but did not say why.", "claimed", "claimed", False),
        ("Ida Hale claimed the attack, not Red Dawn.", "claimed", "claimed", False),
        ("Ida Hale said it was not involved in the attack.", "claimed", "denied", False),
        ("Ida Hale had nothing to do with the attack.", "blamed", "denied", False),
    ],
)
def test_what_a_group_does_not_claim(text: str, by_network: str, code: str, is_denied_so: bool) -> None:
    stretch, sentence = a_suspect(text, by_network)
    stretch = replace(stretch, tag="responsibility")
    assert (code_of(stretch, sentence), is_denied(stretch, sentence)) == (code, is_denied_so)


@pytest.mark.parametrize(
    ("text", "by_network", "is_none"),
    [
        ("Ida Hale usually claims such attacks.", "claimed", True),
        ("Ida Hale, which is at war with Marland, has often claimed bombings.", "claimed", True),
        ("Ida Hale has not denied the attack.", "denied", True),
        ("Ida Hale neither confirmed nor denied that it was behind it.", "denied", True),
        ("Ida Hale claimed the attack.", "claimed", False),
        ("Ida Hale said it was not behind it.", "claimed", False),
        ("Ida Hale has denied the attack.", "denied", False),
        ("Ida Hale said two of its fighters were killed.", "claimed", True),
        ("Ida Hale said its fighters had done it.", "claimed", False),
        ("Red Dawn claims Ida Hale school attack", "claimed", True),
    ],
)
def test_who_often_claims_such_deeds_has_not_claimed_this_one(
    text: str, by_network: str, is_none: bool
) -> None:
    stretch, sentence = a_suspect(text, by_network)
    assert is_no_claim(replace(stretch, tag="responsibility"), sentence) is is_none


@pytest.mark.parametrize(
    ("text", "is_denied_so"),
    [
        ("Police don't believe it was over Ida Hale.", True),
        ("It wasn’t meant for Ida Hale.", True),
        ("It was meant for Ida Hale.", False),
        ("Nothing so far pointed to Ida Hale.", True),
        ("There was no suggestion that Ida Hale was meant.", True),
        ("Nothing was left of the house of Ida Hale.", False),
        ("Ida Hale was not being considered at this stage.", True),
        ("Ida Hale is being considered.", False),
        ("Robbery was not suspected and that Ida Hale was the reason was likely.", False),
        ("The motive was not money but Ida Hale.", False),
        ("He denied that it was over Ida Hale.", True),
        ("He denied that it was over land and that it was over Ida Hale.", True),
        ("It was not over land and Ida Hale.", True),
        ("It was not, but for Ida Hale, planned.", False),
    ],
)
def test_a_motive_is_denied_by_a_short_not(text: str, is_denied_so: bool) -> None:
    stretch, sentence = a_suspect(text, "unknown")
    assert is_denied(replace(stretch, tag="motive"), sentence) is is_denied_so


@pytest.mark.parametrize(
    ("words", "is_out"),
    [
        ("a gas heater had been ruled out", True),
        ("lightning was ruled out", True),
        ("lightning was not ruled out", False),
        ("a gas heater hasn’t been ruled out", False),
        ("a gas heater", False),
    ],
)
def test_a_cause_that_is_ruled_out_in_its_own_words_is_denied(words: str, is_out: bool) -> None:
    text = f"The chief said that {words}."
    start = text.index(words)
    span = Span(field="text", start=start, end=start + len(words), quote=words)
    stretch = Stretch("cause", span, 0.9, "victim", "certain", 1.0, None, None, None, 0.9)
    assert is_denied(stretch, page_of(Report(id="r", title=None, text=text)).sentences[0]) is is_out


@pytest.mark.parametrize(
    ("text", "is_denied_so"),
    [
        ("The ministry ruled out an Ida Hale.", True),
        ("Police found no trace of an Ida Hale.", True),
        ("An Ida Hale was ruled out by the ministry.", True),
        ("The ministry has not ruled out an Ida Hale.", False),
        ("An Ida Hale has not been ruled out.", False),
        ("An Ida Hale went off in the market.", False),
        ("The mayor denied that an Ida Hale had been found.", True),
        ("The army denies having used Ida Hale in Lodva.", True),
        ("He denied shooting her with an Ida Hale.", False),
        ("He denied it, and an Ida Hale was found.", False),
    ],
)
def test_what_is_ruled_out_as_a_weapon_is_denied(text: str, is_denied_so: bool) -> None:
    stretch, sentence = a_suspect(text, "unknown")
    assert is_denied(replace(stretch, tag="weapon"), sentence) is is_denied_so


@pytest.mark.parametrize(("fate", "code"), [("was fighting for her life", "injured"), ("died", "killed")])
def test_a_victim_who_lives_is_not_killed(fate: str, code: str) -> None:
    stretch, sentence = a_suspect(f"Ida Hale, 24, {fate}.", "killed")
    assert code_of(replace(stretch, tag="victim"), sentence) == code


def test_whom_nobody_has_in_custody_is_at_large() -> None:
    assert told_of("“We do not have Ida Hale in custody,” the mayor said.", "detained")[0] == "at-large"
