import pytest

from sayso.model import Report
from sayso.read import read


def told(text: str) -> bool:
    """Tell whether a report, "title ## text", is read as one of an incident."""
    title, _, body = text.rpartition(" ## ")
    return bool(read(Report(id="r", title=title or None, text=body, language="en")).accounts)


NEWS = [
    "Singer enters clinic ## The singer Dorit Malka, 29, has checked into a clinic in Palm Springs, her publicist said on Monday. "
    "She arrived around noon and asked fans to respect her privacy.",
    "Emergency fix for browser ## Norvik Software issued an emergency update on Monday for a hole in its browser "
    "that thieves are already using. Users should install the fix as soon as possible, the company said.",
    "Parliament votes ## Parliament in Tirana voted on Monday on the pension bill. The government called an emergency meeting "
    "of its members beforehand, at around 9 am. Observers were allowed into the chamber.",
    "Film star Adela Brandt dies at 91 ## Adela Brandt, the dancer who became the darling of postwar cinema, died peacefully in "
    "her sleep on Sunday in Graz, her agent said. She made 40 films, among them a thriller in which she stabs her rival.",
    "Former minister Otto Hallam dead at 88 ## Otto Hallam, who as interior minister signed the Lodva accord, has died of heart "
    "failure in a hospital in Linz, his family said.",
    "Rocket to fly this month ## Orbis will launch its heavy rocket this month from Cape Verity. The rocket will carry two satellites "
    "into orbit, its founder said on Tuesday.",
    "Coach nearly died after parade ## First base coach Leo Marsh nearly died after last week's parade, the team said on Tuesday. He "
    "had surgery and rests at home.",
    "OBITUARY: Gustav Rehn, bomb disposal officer ## Gustav Rehn, who has died aged 91, took apart 300 bombs. In Tarvo in 1965 one of "
    "them killed four of his men and wounded him in the leg.",
    "Poet Ines Corvo dies ## The poet Ines Corvo has died aged 84 in Porto, her publisher said on Monday.",
]
INCIDENTS = [
    "Curfew in Tarvo ## The governor declared a curfew in Tarvo on Monday after a night of unrest in the old town. Shops stayed shut.",
    "Rockets fired at Tarvo ## Militants fired rockets at Tarvo on Tuesday. One rocket landed in a field and no one was hurt, the army said.",
    "Woman, 93, dead after house fire ## A woman has died aged 93 after a fire at her home in Linz on Sunday, the fire service said.",
    "Woman hit by van ## A woman died at 81 on Monday after she was hit by a van in Linz, police said.",
    "Obituary notice leads police to body ## Ugo Hale, 30, was found shot dead in Linz on Monday, police said.",
    "Karl Winter, 84, was struck by a bus as he crossed a street in Linz on Monday morning. He died at the scene, police said.",
    "Two people have died of pneumonia and 14 are in hospital in an outbreak of Legionnaires' disease in Graz.",
    "Protester dies after tear gas ## A protester died of a heart attack on Sunday after police fired tear gas at a rally in Tarvo.",
    "Boy in well not reached ## Rescuers dug on Monday for Danilo Rossi, 5, who fell into a disused well near Bari while playing "
    "with his brother. Some 40 diggers work at the site.",
    "An inmate of Tarvo jail, Leo Marsh, 41, died on Sunday after he was beaten by two guards. The prison had said he died of a "
    "heart attack.",
]


@pytest.mark.parametrize("text", NEWS)
def test_news_of_any_sort_and_a_death_of_age_or_illness_are_no_incident(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize("text", INCIDENTS)
def test_a_curfew_an_accident_and_a_death_by_what_befell_are_one(text: str) -> None:
    assert told(text)
