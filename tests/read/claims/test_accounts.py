"""Incidents that a report tells of in passing: each is one account, however often and however exactly its day is told."""

from datetime import UTC, datetime

import pytest

from sayso.model import Count, Report
from sayso.read import read

LEAD = "A bomb killed four people in a market of Lodva on Monday, the police said.\n\n"


def others(text: str) -> list[tuple[str | None, list[int]]]:
    """Return of each background account its day and the numbers of killed and hurt."""
    published = datetime(2026, 3, 4, 9, tzinfo=UTC)
    reading = read(
        Report(id="r", title="Bomb kills four", text=text, published_at=published, published_grain="instant")
    )
    return [
        (
            account.happened.iso() if account.happened else None,
            [
                c.value.low or 0
                for c in reading.claims
                if c.account_id == account.id and isinstance(c.value, Count)
            ],
        )
        for account in reading.accounts
        if not account.main
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one told twice
        ("In March 1988 a bomb killed 12 people there. The attack of March 9, 1988 was never solved; 40 people were wounded in it.",
         [("1988-03-09", [12, 40])]),
        ("On July 3, 2019 a bomb killed nine people in Mirsk.\n\nThe trial over the 2019 bombing in Mirsk, which also wounded 31, "
         "goes on.", [("2019-07-03", [9, 31])]),
        # two
        ("On July 3, 2019 a bomb killed nine people in Mirsk.\n\nIn 2019, another bomb killed five people in Kano.",
         [("2019-07-03", [9]), ("2019", [5])]),
        ("On July 3, 2019 a bomb killed nine people there.\n\nIn 2019, seven people died when a bus fell into the river.",
         [("2019-07-03", [9]), ("2019", [7])]),
        ("In an earlier attack in Kano, a bomb killed 12 people. Another bomb killed three people in Jos.",
         [(None, [12]), (None, [3])]),
        ("The same night in Kano, a soldier was stabbed to death.\n\nElsewhere, three people were shot dead near Jos.",
         [(None, [1]), (None, [3])]),
        ("In an earlier attack in Kano, a bomb killed 12 people. Another three people were wounded in Kano.",
         [(None, [12, 3])]),
    ],
)  # fmt: skip
def test_an_earlier_incident_has_one_account(text: str, expected: list[tuple[str | None, list[int]]]) -> None:
    assert others(LEAD + text) == expected


def test_the_dead_beside_a_feared_toll_are_of_the_main_incident() -> None:
    feared = "Officials said the death toll from a tsunami at Ende in Indonesia might climb past 500."
    for more, is_main in (
        ("At least 120 people were confirmed dead on Monday.", True),
        ("An earlier tsunami killed 120 people.", False),
    ):
        reading = read(
            Report(id="r", text=f"{feared} {more}", published_at=datetime(2026, 3, 4, 9, tzinfo=UTC))
        )
        main = {account.id for account in reading.accounts if account.main}
        assert [c.account_id in main for c in reading.claims if c.slot == "killed"] == [is_main]
