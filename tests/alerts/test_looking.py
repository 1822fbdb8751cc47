"""What is told once, what is never told, and what goes together; on each database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.alerts.desk import a_desk, at, round_of, tell
from tests.conftest import PlainReader, a_claim, a_report, a_story
from tests.store.homes import HOMES, a_home

from sayso.alerts import Notice, Settings, add_rule, look, notices, remove_rule, rules
from sayso.alerts.messages import moved
from sayso.casebook import Casebook
from sayso.errors import AlertError, NotFoundError
from sayso.model import Finding, Quote


@pytest.fixture(params=HOMES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Casebook]:
    """A book in which two were killed in Lyon before any rule was made."""
    with a_home(request.param, tmp_path) as home, a_desk(home) as book:
        tell(book, 0, "Lyon", "2 killed, police said")
        yield book


def titles(book: Casebook) -> list[str]:
    """Return what was told, the oldest first."""
    return [one.message.title.partition(" · ")[0] for one in reversed(notices(book))]


def test_only_what_changes_after_a_rule_was_made_is_told(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    assert round_of(desk, 0.6).met == 0
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    assert round_of(desk, 1.1).sent == 1
    assert titles(desk) == ["killed 2, one voice → 4, one voice"]


def test_nothing_is_told_twice_however_often_one_looks(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    assert [look(desk, at(1.1)) for _ in range(3)] == [1, 0, 0]
    with Casebook.open(desk.store.path, PlainReader()) as other:
        assert look(other, at(1.2)) == 0
    assert [round_of(desk, 1.3).sent for _ in range(3)] == [1, 0, 0]


def test_a_program_that_looked_on_its_own_at_the_same_time_keeps_nothing_twice(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    look(desk, at(1.1))
    with desk.store.pen() as pen:  # as if the other program had not yet noted how far it looked
        from sqlalchemy import text

        pen.connection.execute(text("UPDATE alert_rule SET revision_row = 0, looked_at = 0"))
    assert look(desk, at(1.2)) == 1  # what was there before the rule was made, since its mark is gone too
    assert len(notices(desk)) == 2


def test_each_rule_tells_for_itself(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    add_rule(desk, "killed over 3", "web", by="Eve", now=at(0.5))
    add_rule(desk, "killed over 4", "web", by="Eve", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    assert round_of(desk, 1.1).sent == 2


def test_an_archive_that_is_added_later_is_history_and_not_told(desk: Casebook) -> None:
    add_rule(desk, "killed changes", "web", by="Ada", now=at(40))
    tell(desk, 3, "Leeds", "9 killed, police said")
    add_rule(desk, "new incident", "web", by="Ada", now=at(40.5))
    assert round_of(desk, 41).met == 0
    tell(desk, 41, "Trieste", "1 killed, police said")
    assert round_of(desk, 41.5).sent == 2


def test_what_happened_while_nobody_looked_is_told_however_long_that_was(desk: Casebook) -> None:
    add_rule(desk, "killed changes", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    tell(desk, 90, "Leeds", "9 killed, police said")
    assert round_of(desk, 200).sent == 2


def test_changes_of_one_figure_that_wait_go_into_one_message(desk: Casebook) -> None:
    waiting = Settings(hold_s=3600)
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    for hour, number in ((1, 4), (1.2, 7), (1.4, 6)):
        tell(desk, hour, "Lyon", f"{number} killed, police said", by=f"Post {hour}")
        assert round_of(desk, hour + 0.1, waiting).sent == 0
    assert round_of(desk, 2.5, waiting).sent == 1
    (told,) = notices(desk)
    (move,) = told.message.moves
    assert told.message.title.startswith("killed 2, one voice → 6, ")
    assert [words.partition(",")[0] for words in move.between] == ["4", "7"]


def test_what_changes_after_a_message_was_sent_goes_into_the_next(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    for hour, number in ((1, 4), (2, 7)):
        tell(desk, hour, "Lyon", f"{number} killed, police said", by=f"Post {hour}")
        round_of(desk, hour + 0.1)
    first, second = reversed(notices(desk))
    assert first.message.id != second.message.id
    assert (first.state, second.state) == ("sent", "sent")


def test_a_new_incident_is_told_once_and_only_if_it_is_new(desk: Casebook) -> None:
    add_rule(desk, "new incident", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    tell(desk, 1.1, "Leeds")
    tell(desk, 1.2, "Leeds", "1 killed, police said", by="Post")
    assert round_of(desk, 1.3).sent == 1
    tell(desk, 2, "Leeds", "2 killed, police said", by="Herald")
    assert round_of(desk, 2.1).met == 0
    assert notices(desk)[0].message.headline.startswith("fire · Leeds, GB")


def test_a_new_incident_without_any_figure_is_told(desk: Casebook) -> None:
    add_rule(desk, "new fire in GB", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Leeds")
    assert round_of(desk, 1.1).sent == 1
    assert notices(desk)[0].message.moves == ()


def test_a_rule_follows_an_incident_into_the_one_that_it_is_merged_with(desk: Casebook) -> None:
    tell(desk, 1, "Leeds", "1 killed, police said")
    lyon, leeds = (head.incident.id for head in reversed(desk.incidents()))
    add_rule(desk, f"killed on incident {leeds[:8]} changes", "web", by="Ada", now=at(1.5))
    desk.judge(lyon, leeds, same=True, by="Ada", why="one", now=at(2))
    tell(desk, 3, "Lyon", "6 killed, police said", by="Post")
    round_of(desk, 3.1)
    assert "6" in titles(desk)[-1]


def test_a_removed_rule_tells_nothing_more_and_what_it_told_stays_listed(desk: Casebook) -> None:
    rule = add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    round_of(desk, 1.1)
    tell(desk, 2, "Lyon", "5 killed, police said", by="Post")
    look(desk, at(2.1))
    remove_rule(desk, rule.id[:6], now=at(2.2))
    assert round_of(desk, 2.3).sent == 0
    assert rules(desk) == ()
    assert [one.state for one in notices(desk)] == ["failed", "sent"]
    assert notices(desk)[0].why == "the rule was removed before it was told"


def test_the_same_rule_for_the_same_target_is_made_once(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada")
    with pytest.raises(AlertError, match="already"):
        add_rule(desk, "killed changes in FR", "web", by="Eve")
    add_rule(desk, "killed in FR changes", "mailto:ada@desk.example", by="Eve")


def test_a_rule_on_an_incident_that_is_not_there_is_refused(desk: Casebook) -> None:
    with pytest.raises(NotFoundError):
        add_rule(desk, "any dispute on incident 0000", "web", by="Ada")


@pytest.mark.parametrize(
    "to",
    ["", "ftp://a.example/", "https://ada:secret@a.example/", "https://", "javascript:alert(1)",
     "mailto:a@b@c", "mailto:a@b.example?cc=c@d.example", "mailto:a@b.example\nBcc: c@d.example"],
)  # fmt: skip
def test_what_cannot_be_told_is_refused_when_the_rule_is_made(desk: Casebook, to: str) -> None:
    from sayso.errors import SaysoError

    with pytest.raises(SaysoError):
        add_rule(desk, "killed changes", to, by="Ada")
    assert rules(desk) == ()


def test_a_message_shows_nothing_of_what_was_forgotten_since(desk: Casebook) -> None:
    add_rule(desk, "weapon changes", "web", by="Ada", now=at(0.5))
    desk.add([a_report(a_story("Lyon", "A man with a rifle"), hour=1, by="Post")], now=at(1))
    round_of(desk, 1.1)
    assert "rifle" in notices(desk)[0].message.title
    desk.forget("post-1", why="court order 7", by="Ada")
    (told,) = [one for one in notices(desk, most=1000) if one.number == 1]
    assert "rifle" not in str(told)


def test_lists_go_back_from_a_number_and_on_from_one(desk: Casebook) -> None:
    add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    for hour in (1, 2, 3):
        tell(desk, hour, "Lyon", f"{hour + 3} killed, police said", by=f"Post {hour}")
        round_of(desk, hour + 0.1)
    whole = notices(desk)
    assert [one.number for one in whole] == [3, 2, 1]
    page: tuple[Notice, ...] = notices(desk, before=whole[0].number, most=1)
    assert page == whole[1:2]
    assert notices(desk, after=whole[1].number) == whole[:1]
    assert notices(desk, after=whole[0].number) == ()


def test_looking_at_a_book_where_nothing_is_new_writes_nothing(desk: Casebook) -> None:
    add_rule(desk, "killed changes", "web", by="Ada", now=at(0.5))
    before = desk.stamp(), rules(desk)
    assert look(desk, at(1) + timedelta(days=3)) == 0
    assert (desk.stamp(), rules(desk)) == before


def test_whoever_listens_to_the_book_hears_of_rules_and_of_what_is_told(desk: Casebook) -> None:
    stamps = [desk.stamp()]
    rule = add_rule(desk, "killed in FR changes", "web", by="Ada", now=at(0.5))
    stamps.append(desk.stamp())
    tell(desk, 1, "Lyon", "4 killed, police said", by="Post")
    stamps.append(desk.stamp())
    look(desk, at(1.1))
    stamps.append(desk.stamp())
    assert round_of(desk, 1.2).sent == 1
    stamps.append(desk.stamp())
    remove_rule(desk, rule.id)
    stamps.append(desk.stamp())
    assert len(set(stamps)) == len(stamps)


def test_the_sentence_that_says_the_figure_is_told_before_those_that_lead_to_it() -> None:
    one, all_told = a_claim("a", "killed", 1, 1), a_claim("a", "killed", 5, 5)
    quotes = {
        claim.id: Quote(claim=claim, report=a_report(), sentence=f"{claim.id} x", start=0, end=1)
        for claim in (one, all_told)
    }
    finding = Finding(
        incident_id="i",
        slot="killed",
        low=5,
        best=5,
        high=5,
        standing="single",
        support=(one.id, all_told.id),
    )
    assert [said.value for said in moved(quotes, None, finding, (), (one.id,)).said] == ["5", "1"]
