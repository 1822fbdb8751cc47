"""Where reports say it happened, from their words and the names that the network holds for the place."""

from datetime import UTC, datetime

import pytest

from sayso.model import Place, Report, source_of
from sayso.read.text.page import page_of
from sayso.read.where.gazetteer import plain
from sayso.read.where.lands import NO_SETTLEMENT, lands_in
from sayso.read.where.places import full_name, is_word, towns_in
from sayso.read.where.placing import land_of_domain, outlet_city, place_in, resolve
from sayso.read.where.scene import find_places, homes_beside, town_of_headline
from sayso.read.where.votes import Named

DAY = datetime(2017, 3, 2, tzinfo=UTC)


def place(title: str, text: str, *tagged: str, outlet: str | None = None) -> Place:
    report = Report(id="r1", title=title, text=text, source=source_of(outlet), published_at=DAY)
    found = place_in(find_places(page_of(report), [Named(name, None, 8.0) for name in tagged]))
    assert found is not None
    return found


def test_a_quarter_with_the_name_of_a_far_town_is_in_the_city_of_the_report() -> None:
    text = "Two men were shot in Austin on Friday night. Police in Chicago said both are stable."
    told = place("Two men shot in Austin", text, "Austin", "Chicago", outlet="chicagotribune.com")
    assert (told.city, told.region, told.text) == ("Chicago", "IL", "Austin")


def test_a_town_stays_one_where_its_own_state_is_named() -> None:
    text = "Two men were shot in Austin, Texas, on Friday. One of them had moved there from Chicago."
    told = place("Two men shot in Austin", text, "Austin", outlet="chicagotribune.com")
    assert (told.city, told.region) == ("Austin", "TX")


def test_a_town_near_the_large_city_stays_one() -> None:
    text = "A man was shot in Gary on Friday, the sheriff said. He was taken to a hospital in Chicago."
    told = place("Man shot in Gary", text, "Gary", outlet="chicagotribune.com")
    assert told.city == "Gary"


def test_what_a_report_calls_a_neighbourhood_is_in_its_city() -> None:
    text = "A boy was shot in the Brighton Park neighborhood on Friday, police said. Chicago has seen many shootings."
    told = place("Boy shot in Brighton Park", text, "Brighton Park", outlet="chicago.suntimes.com")
    assert (told.city, told.text) == ("Chicago", "Brighton Park")


def test_a_side_of_a_city_is_in_the_city() -> None:
    told = place("Teen shot", "A teen was shot on Friday, the sheriff said.", "North Philadelphia")
    assert told.city == "Philadelphia"


def test_a_part_of_a_town_with_the_name_of_another_is_in_that_town() -> None:
    text = "Two men were shot at a tavern in Orlando East, Soweto, on Sunday, police said."
    assert place("Men shot in Orlando East", text).city == "Soweto"


def test_where_the_shooting_was_is_not_the_court_of_the_dateline() -> None:
    text = "CROWN POINT, Ind. (AP) — A man was charged on Monday over a shooting at a bar in Gary, Indiana."
    assert place("Man charged", text).city == "Gary"


def test_whose_town_it_is_is_no_part_of_its_name() -> None:
    assert place("Men shot", "Two men were shot in South Africa's Soweto township.").city == "Soweto"


@pytest.mark.parametrize(
    "title",
    [
        "Girl shot in leg - WXYZ News 5 - Memphis, TN",
        "Girl shot in leg | KABC-TV Memphis",
    ],
)
def test_the_outlet_at_the_end_of_a_headline_is_not_where_it_happened(title: str) -> None:
    told = place(title, "A girl was shot in the leg in Nashville on Friday, police said.", "Nashville")
    assert told.city == "Nashville"


def test_a_county_is_no_city_of_its_name() -> None:
    text = "A man was shot in Whitley County on Friday, the sheriff said. It happened near Savoy in Kentucky."
    told = place("Shooting in Whitley County", text)
    assert told.city != "Whitley"


@pytest.mark.parametrize(
    "words",
    [
        " County",
        " Co. deputies",
        " High School",
        " Middle School",
        " Street",
        " hotel",
        " station",
        " Market",
    ],
)
def test_words_after_a_name_that_make_it_no_settlement(words: str) -> None:
    assert NO_SETTLEMENT.match(words)


def test_people_with_the_name_of_a_country_do_not_speak_for_it() -> None:
    told = place(
        "Jordan Miller shot", "Jordan Miller, 19, was shot in Columbus on Friday, a sheriff said.", "Columbus"
    )
    assert told.country == "US"


@pytest.mark.parametrize(
    ("title", "city"),
    [
        ("Trieste station shooting toll rises to six", "Trieste"),
        ("Trieste Station Shooting Toll Rises to Six", "Trieste"),
        ("Lyon train crash: driver held", "Lyon"),
        ("Malmo blast kills two", "Malmo"),
        ("Manchester Arena attack: what is known", "Manchester"),
        ("Leicester house fire kills mother", "Leicester"),
        ("Hamburg's port explosion kills two", "Hamburg"),
        ("Nice attack: three dead", None),
        ("Orange crash kills two", None),
        ("Police shooting kills a man", None),
        ("Jackson murder trial opens", None),
        ("Austin, 34, killed in crash", None),
        ("Victoria fires: two dead", None),
        ("Ocona bus shooting: two dead", None),
        ("Two killed in Trieste shooting", None),
    ],
)
def test_a_headline_may_begin_with_the_town(title: str, city: str | None) -> None:
    report = Report(id="r1", title=title, text="Two people have died, the hospital said.", published_at=DAY)
    town = town_of_headline(page_of(report))
    assert (town and town.text) == city


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("chicagotribune.com", "Chicago"),
        ("abc7chicago.com", "Chicago"),
        ("lasvegassun.com", "Las Vegas"),
        ("philadelphia.cbslocal.com", "Philadelphia"),
        ("reuters.com", None),
        ("", None),
    ],
)
def test_the_city_of_an_outlet(address: str, city: str | None) -> None:
    found = outlet_city(address)
    assert (found.name if found else None) == city


def test_of_several_towns_of_a_name_the_one_beside_the_city_of_the_report_is_meant() -> None:
    text = "A man was shot at a motel in Springfield on Friday, Nashville police said. A sheriff helped them."
    told = place("Shooting in Springfield", text, "Springfield", "Nashville")
    assert (told.city, told.region) == ("Springfield", "TN")


def test_a_village_that_no_gazetteer_knows_is_in_the_state_that_the_report_names() -> None:
    report = Report(
        id="r1",
        title=None,
        text="Four people died in Toomsubee. The sheriff spoke in Mississippi.",
        published_at=DAY,
    )
    told = place_in(find_places(page_of(report), [Named("Toomsubee", None, 8.0, trusted=True)]))
    assert told is not None
    assert (told.city, told.region, told.country) == ("Toomsubee", "MS", "US")


def trusted(text: str, *names: str) -> Place:
    """Return the place of a report of whose names of settlements the network is sure."""
    report = Report(id="r1", text=text, published_at=DAY)
    found = place_in(find_places(page_of(report), [Named(name, None, 8.0, trusted=True) for name in names]))
    assert found is not None
    return found


def test_a_village_known_only_abroad_is_in_the_country_of_the_report() -> None:
    told = trusted("LUGO - The Mill County Sheriff's Office said that a man was shot dead in Lugo.", "Lugo")
    assert (told.city, told.country, told.latitude) == ("Lugo", "US", None)


def test_the_country_of_a_village_is_one_that_is_named_not_that_of_the_people_hurt() -> None:
    text = (
        "A bomber killed six U.S. soldiers in Zarkol on Monday, a U.S. official said. American aircraft were called. "
        "A U.S. base lies near the village, in the east of Afghanistan."
    )
    assert trusted(text, "Zarkol").country == "AF"


def test_the_short_name_of_a_city_is_that_city() -> None:
    told = trusted("A Salt Lake police officer was shot in Salt Lake City.", "Salt Lake", "Salt Lake City")
    assert told.city == "Salt Lake City"
    assert trusted("Philly police said that a man was shot in Philly.", "Philly").city == "Philadelphia"


def test_a_country_is_not_its_city() -> None:
    told = place_in(
        resolve(
            [Named("Mexico", None, 6.0), Named("Veracruz", None, 5.0), Named("Mexico City", None, 0.4)], {}
        )
    )
    assert told is not None
    assert told.city == "Veracruz"


def test_a_large_city_far_away_makes_no_quarter_of_a_town() -> None:
    text = "CANAL WINCHESTER - A man was shot in Canal Winchester on Friday. The suspect was once in jail in Oakland."
    assert trusted(text, "Canal Winchester").city == "Canal Winchester"


def test_a_town_is_in_the_state_that_is_named_with_it() -> None:
    told = trusted("HOWLAND, Ohio - A man was shot dead in Howland on Friday, the sheriff said.", "Howland")
    assert (told.city, told.region) == ("Howland", "OH")


def test_a_state_mentioned_once_in_passing_moves_no_city_there() -> None:
    told = place_in(resolve([Named("Grand Rapids", None, 20.0), Named("Minnesota", None, 0.8)], {"US": 3.0}))
    assert told is not None
    assert told.region == "MI"


def test_a_gulf_is_no_city_of_its_name() -> None:
    report = Report(
        id="r1", text="Pirates seized a ship in the Gulf of Aden. Somalia said so.", published_at=DAY
    )
    told = place_in(find_places(page_of(report)))
    assert told is not None
    assert (told.city, told.country) == (None, "SO")


@pytest.mark.parametrize(
    ("text", "tagged", "where"),
    [
        ("Two men were shot in Jackson on Friday. The Harbin Clark Madison County sheriff said both live.", "Jackson", None),
        ("ELKO, Nev. (KXYZ) - A man was shot in Elko on Friday. He is from Springfield, Ohio.", "Elko", ("Elko", "NV")),
        ("SPRINGFIELD,Ohio -- A man was shot in Springfield on Friday, police said.", "Springfield", ("Springfield", "OH")),
        ("COVINGTON, Ky (WXYZ): A man was shot in Covington on Friday, police said.", "Covington", ("Covington", "KY")),
        ("A man was shot in Logan on Friday. The Cache County sheriff said two are held.", "Logan", ("Logan", "UT")),
        ("CACHE COUNTY, Utah -- A man was shot in Smithfield on Friday. The sheriff of Cache County asks for help.",
         "Smithfield", ("Smithfield", "UT")),
        ("A woman died in Ft. Lauderdale on Friday, police said. Lauderdale neighbors heard a shot.",
         "Lauderdale", ("Fort Lauderdale", "FL")),
        ("BRISTOL, Tenn. (WXYZ) - A man was shot in Bristol on Friday, police said.", "Bristol", ("Bristol", "TN")),
    ],
)  # fmt: skip
def test_a_state_or_a_county_tells_which_town_of_a_name_is_meant(
    text: str, tagged: str, where: tuple[str, str] | None
) -> None:
    told = place("Man shot", text, tagged)
    if where:
        assert (told.city, told.region, told.country) == (*where, "US")
    else:
        assert told.country == "US"


@pytest.mark.parametrize(
    ("text", "tagged", "country"),
    [
        ("SAN JOSE (COSTA RICA), 3 May -- A bomb killed two people in San Jose. The US embassy is closed.", "San Jose", "CR"),
        ("A bomb killed two people in Tripoli, Lebanon, on Friday. Libya sent its condolences.", "Tripoli", "LB"),
        ("Police in Berlin said that a truck killed nine people. German officials spoke of an attack; the FBI helps.",
         "Berlin", "DE"),
    ],
)  # fmt: skip
def test_a_country_written_after_a_town_says_where_it_is(text: str, tagged: str, country: str) -> None:
    assert place("", text, tagged).country == country


def test_the_station_that_reports_it_says_in_which_state_a_town_is() -> None:
    told = place(
        "Columbus teen killed - WXYZ.com-Columbus, GA News Weather & Sports",
        "Columbus police say that a teen was killed on Friday.",
        "Columbus",
        outlet="wxyz.com",
    )
    assert (told.city, told.region) == ("Columbus", "GA")


def test_a_street_with_the_name_of_a_state_speaks_for_no_state() -> None:
    told = place(
        "Maryland Drive victims named", "Two people were shot on Maryland Drive in Albany, Ga.", "Albany"
    )
    assert (told.city, told.region) == ("Albany", "GA")


def test_a_town_is_found_within_a_longer_phrase() -> None:
    text = "at a Flint apartment building on Salem Street, far from the Gulf of Aden"
    assert list(towns_in(text, 3, len(text))) == ["Flint"]
    assert not list(towns_in(text, len(text) - len("of Aden"), len(text)))


@pytest.mark.parametrize(
    ("told", "country"),
    [
        ("Tbilisi, Georgia", "GE"),
        ("Atlanta, Georgia", "US"),
        ("Goma, Congo", "CD"),
        ("Brazzaville, Congo", "CG"),
        ("the east of Congo", "CD"),
    ],
)
def test_a_name_of_two_lands_is_that_of_the_town_before_it(told: str, country: str) -> None:
    assert place("", f"Ten people were killed in {told}, on Monday.").country == country


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("LIMA, March 1 (Agency) - A bus fell into a ravine on Wednesday, killing ten people in Peru. It happened in the village of Oxapada, near the town of Mala.", "Oxapada"),
        ("KABUL, Afghanistan (Agency) - In Shah Mir Kot district, Kandahar province, a bomb killed ten people on Wednesday.", "Shah Mir Kot"),
        ("QUITO (Agency) - Gunmen killed ten people in Vilcapamba, a town in the south of Ecuador, police in Guayaquil said on Wednesday.", "Vilcapamba"),
        ("KHARTOUM (Agency) - A drone killed ten people on Wednesday in el-Tamra, the capital of North Kordofan in Sudan.", "el-Tamra"),
        ("A guard was shot near the White House on Wednesday, the mayor of Washington said.", "Washington"),
        ("BACOLOD CITY, Philippines - Five rebels were killed in a clash in Barangay Camansi, Kabankalan City, on Sunday.", "Kabankalan City"),
        ("YAOUNDE (Agency) - A landslide killed ten people in the village of Oxapada on Wednesday, officials in Cameroon said.", "Oxapada"),
        ("PATNA (Agency) - A wall killed ten people in Bhagatola village of Siwan district, India, on Wednesday.", "Bhagatola"),
        ("MAPUTO (Agency) - Ten people died in Nhamalua, some 60 km north of Maputo, Mozambique, on Wednesday.", "Nhamalua"),
        ("MADRID (Agency) - A bomb killed ten people in Zubiarte, near Bilbao, on Wednesday, Spain's minister said.", "Zubiarte"),
    ],
)  # fmt: skip
def test_what_is_called_a_village_is_where_it_happened_not_the_town_of_the_dateline(
    text: str, city: str
) -> None:
    assert place("", text).city == city


def test_the_address_of_an_outlet_is_not_where_something_else_happened() -> None:
    from sayso.read import read

    text = "A fire killed ten people in Lima, Peru, on Sunday, the mayor of Lima said. Peru mourned. Three weeks ago a blast killed six people."
    report = Report(
        id="r",
        title="Fire in Lima kills ten",
        text=text,
        source=source_of("lodvanews.co.uk"),
        published_at=DAY,
        language="en",
    )
    places = {account.place.country if account.place else None for account in read(report).accounts}
    assert "GB" not in places


def test_the_last_word_of_a_sentence_can_be_a_town() -> None:
    text = "A nurse was convicted on Monday of killing six patients at a hospital in Dachau."
    assert place("", text).city == "Dachau"


def test_the_town_of_a_court_is_not_where_it_happened() -> None:
    text = "A court in Munich on Monday convicted a nurse of killing six patients in Dachau in 2019."
    assert place("", text).city == "Dachau"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Security forces killed eight rebels in Narayanpur district of Chhattisgarh on Monday.", "IN"),
        ("Two people were killed by a bomb in Hyderabad, Sindh, on Monday.", "PK"),
    ],
)
def test_a_state_of_one_country_says_where_a_town_is(text: str, country: str) -> None:
    assert place("", text, text.split(" in ")[1].split(",")[0].split(" ")[0]).country == country


def test_a_town_that_the_gazetteer_has_only_in_a_far_state_is_in_the_one_that_the_page_speaks_for() -> None:
    text = "A man was shot in Antioch on Friday, the sheriff said. Call him at (615) 555-0139."
    told = place("Man shot in Antioch", text, "Antioch")
    assert (told.city, told.region, told.latitude) == ("Antioch", "TN", None)


@pytest.mark.parametrize(
    ("text", "outlet", "state"),
    [
        ("A man was shot in Springfield on Friday. Call the sheriff at (413) 555-0139.", None, "MA"),
        ("A man was shot in Springfield on Friday. Call the sheriff at 217-55-CRIME.", None, "IL"),
        ("SPRINGFIELD (WDTN) - A man was shot in Springfield on Friday, a sheriff said.", None, "OH"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "wandtv.com", "IL"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "whio.com", "OH"),
        ("A man was shot in Springfield, Massachusetts, on Friday, a sheriff said.", "whio.com", "MA"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "walrus.com", "MO"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "masslive.com", "MA"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "crime.masslive.com", "MA"),
        ("A man was shot in Springfield on Friday, a sheriff said.", "notmasslive.com", "MO"),
        ("A man was shot in Springfield, Oregon, on Friday, a sheriff said.", "masslive.com", "OR"),
        (
            "A man was shot in Springfield on Friday, a sheriff said.\nCopyright 2024 WAND.",
            "masslive.com",
            "IL",
        ),
        ("A man was shot in Springfield on Friday, a sheriff said.\nCopyright 2024 WAND.", "whio.com", "IL"),
    ],
)
def test_a_page_speaks_for_its_state_by_telephone_numbers_call_letters_and_address(
    text: str, outlet: str | None, state: str
) -> None:
    told = place("Man shot in Springfield", text, "Springfield", outlet=outlet)
    assert (told.city, told.region) == ("Springfield", state)


@pytest.mark.parametrize(
    ("text", "region", "precision"),
    [
        ("A boy was found dead in Cooper County, Missouri, on Friday, the sheriff said.", "MO", "region"),
        ("A boy was found dead in Cooper County on Friday, said sheriffs in Ohio and Utah.", None, "country"),
    ],
)
def test_where_no_town_is_told_the_state_is(text: str, region: str | None, precision: str) -> None:
    told = place("Boy found dead", text)
    assert (told.city, told.region, told.country, told.precision) == (None, region, "US", precision)


@pytest.mark.parametrize("name", ["D.C.", "DC", "the District of Columbia"])
def test_the_district_of_columbia_is_washington(name: str) -> None:
    told = place("", f"Three people were shot in {name} on Friday, police said. One of them died.")
    assert (told.city, told.region) == ("Washington", "DC")


def test_a_hill_with_the_name_of_a_state_is_not_that_state() -> None:
    told = place(
        "", "A girl was hurt on Friday at Mt. Washington in Pittsburgh. Pittsburgh police were called."
    )
    assert (told.city, told.region) == ("Pittsburgh", "PA")


def test_a_small_town_of_a_far_state_is_not_meant_by_a_page_that_speaks_for_another() -> None:
    text = "A man was shot in the White Oak community on Friday, the sheriff said."
    told = place("Man shot", text, "White Oak", outlet="wkrn.com")
    assert (told.city, told.region, told.latitude) == ("White Oak", "TN", None)


def told_of(text: str) -> tuple[str | None, str | None]:
    """Return city and country that the words of a report alone tell."""
    report = Report(id="r1", text=text, published_at=DAY)
    found = place_in(find_places(page_of(report)))
    return (found.city, found.country) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("A bomb killed 12 German tourists in Istanbul on Monday.", "Istanbul", "TR"),
        ("The bombing of the Istanbul square killed 12 German tourists.", "Istanbul", "TR"),
        ("Gunmen kidnapped three Chinese engineers on Tuesday.", None, None),
        ("The US embassy told its citizens to stay indoors after a bomb killed ten.", None, None),
        ("The German embassy in Bamako warned travellers after gunmen killed six at a hotel in Mopti.", "Mopti", "ML"),
        ("An explosion was heard outside the German consulate in Mopti.", "Mopti", "ML"),
        ("A car bomb hit the interior ministry in Bamako, killing six.", "Bamako", "ML"),
        ("Explosion outside German consulate in Afghanistan", None, "AF"),
        ("Turkish forces killed 11 militants in northern Iraq, the Defence Ministry in Ankara said.", None, "IQ"),
        ("Four Filipino sailors were hurt off Novorossiysk, Manila said.", "Novorossiysk", "RU"),
        ("Russia denied shelling a clinic in Nikopol, where four people died.", "Nikopol", "UA"),
        ("Rwanda has rejected claims that it is behind the attack on Uvira, in which 21 died.", "Uvira", "CD"),
        ("A boat sank off Hurghada; six Russians died.", "Hurghada", "EG"),
        ("A Spanish fishing boat sank off Newfoundland, Canada's coast guard said.", None, "CA"),
        ("Iraqi police said a bomb killed five people.", None, "IQ"),
        ("KATHMANDU (AP) - Five climbers died, three of them Slovak, when a wall of snow fell on Friday. Nine are missing.", "Kathmandu", "NP"),
        ("Two cars collided at Main and Elm on Monday, killing one.", None, None),
        ("The toll may rise, the governor of Homs warned.", "Homs", "SY"),
        ("Twenty people died in Bihar's Siwan district.", "Siwan", "IN"),
    ],
)  # fmt: skip
def test_who_was_hurt_and_who_speaks_do_not_tell_where_it_was(
    text: str, city: str | None, country: str | None
) -> None:
    assert told_of(text) == (city, country)


def test_a_town_of_which_only_one_country_has_any_is_there_whoever_struck_it() -> None:
    told = trusted("An Israeli air strike on a house in Khan Younis killed seven people.", "Khan Younis")
    assert (told.city, told.country) == ("Khan Younis", "PS")


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Gunmen ambushed a convoy in Cabo Delgado, killing seven.", None),
        ("A dam burst in Minas Gerais on Monday, killing three.", None),
        ("Eleven hikers drowned in Wadi Mujib on Monday.", None),
        ("Clashes in Ad Dali left nine dead.", "Ad Dali"),
        ("A man was shot dead in Memphis Tuesday, a sheriff said.", "Memphis"),
        ("Two men died in Memphis International Airport on Monday, a sheriff said.", "Memphis"),
    ],
)
def test_the_first_word_of_a_name_is_no_town(text: str, city: str | None) -> None:
    assert told_of(text)[0] == city


@pytest.mark.parametrize(
    ("body", "name", "whole"),
    [
        ("in Minas Gerais on Monday", "Minas", "Minas Gerais"),
        ("in the Picos de Europa on Monday", "Picos", "Picos de Europa"),
        ("in Ad Dali on Monday", "Dali", "Ad Dali"),
        ("in Wasilla Bible Church on Monday", "Wasilla", "Wasilla"),
        ("in Memphis Tuesday", "Memphis", "Memphis"),
        ("Bourbon Sheriff: two shot", "Bourbon", "Bourbon"),
        ("WXYZ Memphis reports", "Memphis", "Memphis"),
    ],
)
def test_a_part_of_a_name_is_read_with_the_rest_of_it(body: str, name: str, whole: str) -> None:
    start = body.index(name)
    assert full_name(body, start, start + len(name)) == whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen ambushed a convoy in Cabo Delgado, killing seven.", ("Cabo Delgado", None, "MZ", "region")),
        ("Gunmen killed nine farmers in Zamfara state on Friday.", ("Zamfara", None, "NG", "region")),
        ("MAPUTO (Reuters) - Militants killed 11 in Cabo Delgado. The army gave chase.", ("Cabo Delgado", None, "MZ", "region")),
        ("MAPUTO - Rebels killed 11 in a village in Mozambique's Cabo Delgado province.", ("Cabo Delgado", None, "MZ", "region")),
        ("MAPUTO (Reuters) - A bomb killed two in Maputo. It was the first.", ("Maputo", "Maputo", "MZ", "city")),
        ("Shelling killed two in Stara Vesna, Kherson Oblast, on Friday.", ("Kherson", None, "UA", "region")),
    ],
)  # fmt: skip
def test_a_province_is_where_no_town_is_told(text: str, told: tuple[str | None, ...]) -> None:
    report = Report(id="r1", text=text, published_at=DAY)
    found = place_in(find_places(page_of(report)))
    assert found is not None
    assert (found.text, found.city, found.country, found.precision) == told


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("A bomb killed two in Kandahar City on Friday, officials in Kandahar said.", "Kandahar"),
        ("A man was shot in Kansas City, Missouri, on Friday, police said.", "Kansas City"),
        ("A man was shot in Oklahoma City on Friday, a sheriff said.", "Oklahoma City"),
        (
            "Police in St Louis said a man was shot dead on Friday. The sheriff of Missouri spoke.",
            "St. Louis",
        ),
    ],
)
def test_a_city_may_be_written_in_more_than_one_way(text: str, city: str) -> None:
    assert told_of(text)[0] == city


@pytest.mark.parametrize(
    ("text", "tagged", "outlet", "city"),
    [
        ("A boy was shot in Englewood on Friday, police in Chicago said.", "Englewood", None, "Chicago"),
        ("A boy was shot in Englewood, Colo., on Friday, the sheriff said.", "Englewood", None, "Englewood"),
        ("A woman was shot in Northridge on Friday, California police said.", "Northridge", None, "Los Angeles"),
        ("A man was shot in Allentown, near Pittsburgh, a sheriff said.", "Allentown", None, "Allentown"),
        ("A man was shot in Roxbury on Friday, the district attorney said.", "Roxbury", "boston.com", "Boston"),
    ],
)  # fmt: skip
def test_a_known_quarter_is_in_its_city(text: str, tagged: str, outlet: str | None, city: str) -> None:
    assert place("Shooting", text, tagged, outlet=outlet).city == city


@pytest.mark.parametrize(
    ("text", "city", "region"),
    [
        ("PANOLA COUNTY, Miss. - Five were shot in Panola County, the sheriff said. Panola County is vast.", None, "MS"),
        ("Five were shot in Panola County, the sheriff said. A helicopter flew one to Denver.", None, None),
        ("Five were shot in Como in Panola County, Mississippi, the sheriff said.", "Como", "MS"),
    ],
)  # fmt: skip
def test_a_county_says_in_which_state_it_was(text: str, city: str | None, region: str | None) -> None:
    found = place_in(find_places(page_of(Report(id="r1", text=text, published_at=DAY))))
    assert found is not None
    assert (found.city, found.region) == (city, region)


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        # a province, not a town that has its name, or a by-name of it
        ("", "Nine people died of bad liquor in Bihar on Monday, police in India said.", (None, "IN", "Bihar")),
        ("", "Gunmen killed nine people in the Mexican state of Sinaloa on Monday.", (None, "MX", "Sinaloa")),
        ("", "A storm killed nine people in Bahia on Monday, Brazil said.", (None, "BR", "Bahia")),
        ("", "Nine people were killed in Rangoon on Monday, Myanmar said.", ("Rangoon", "MM", "Rangoon")),
        # a province alone, which has the name of its chief town; the town too; a name that is told in a list
        ("Raid kills twelve", "KABUL, Afghanistan - Troops killed 12 in Ghazni province overnight.", (None, "AF", "Ghazni")),
        ("Six die in ambush", "Fighters killed six in northern Kunduz province, Afghan police said.", (None, "AF", "Kunduz")),
        ("Raid in Ghazni", "KABUL, Afghanistan - Troops killed 12 in Ghazni, the capital of Ghazni province.", ("Ghazni", "AF", "Ghazni")),
        ("Six die in ambush", "Gunmen killed six in Balochistan on Monday, Pakistan said. ISLAMABAD is far.", (None, "PK", "Balochistan")),
        ("", "Bombs went off in Santiago, Concepcion and Valparaiso, the radio of Chile said.", ("Santiago", "CL", "Santiago")),
        ("Troops repel raid", "MAIDUGURI, Nigeria - Soldiers fought off an assault on the town of Biu on Sunday, killing 41.", ("Biu", "NG", "Biu")),
        # a dateline with a colon, of what was in a province
        ("Six die in ambush", "ISLAMABAD: Gunmen killed six in Balochistan on Monday. Two fled.", (None, "PK", "Balochistan")),
        ("Six die in ambush", "QUETTA: Gunmen killed six at a market on Monday. Two fled.", ("Quetta", "PK", "Quetta")),
        ("Prison riot", "RIO DE JANEIRO: Seven died in a riot on Monday. Two fled.", ("Rio de Janeiro", "BR", "Rio de Janeiro")),
        # a lake or a storm, not a town of the name of it; and where a boat came from
        ("Ferry sinks on Lake Victoria in Tanzania", "Nine people drowned on Lake Victoria on Monday.", (None, "TZ", None)),
        ("Storm Odessa kills nine in Ireland", "Storm Odessa killed nine people on Monday.", (None, "IE", None)),
        ("Boat sinks off Malta", "A boat carrying migrants from Libya sank on Monday. It had left Tobruk in Libya.", (None, "MT", None)),
        ("", "Nine died in a crush in Ujjain (MP) on Monday, police in India said.", ("Ujjain", "IN", "Ujjain")),
        # a dateline in another land than the headline's
        ("Raid kills commander in Syria", "TAMPA, Fla. - Troops killed him in eastern Syria on Monday.", (None, "SY", None)),
        ("Quake kills nine in Chile", "LONDON (Agency) - Nine people died in Chile on Monday.", (None, "CL", None)),
        ("Veteran of Iraq kills nine", "TAMPA, Fla. - He had been in Iraq. Tampa mourned on Monday.", ("Tampa", "US", "Tampa")),
    ],
)  # fmt: skip
def test_a_province_or_another_land_is_no_town_of_its_name_or_of_the_dateline(
    title: str, text: str, told: tuple[str | None, ...]
) -> None:
    found = place(title, text)
    assert (found.city, found.country, found.text) == told


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("bergensnytt.no", "NO"),
        ("dagblad.co.id", "ID"),
        ("echo.uk", "GB"),
        ("channel.tv", None),
        ("startup.io", None),
        ("gazette.com", None),
        ("St. Ives Echo", None),
        ("The Lantern", None),
    ],
)
def test_a_national_domain_speaks_for_its_country(address: str, country: str | None) -> None:
    assert land_of_domain(address) == country


@pytest.mark.parametrize(
    ("title", "text", "city", "country"),
    [
        # Where people are treated, live, are taken or are spoken for is not where it happened.
        ("Blast kills six", "A worker burned in the blast in Multan died in a hospital in Lahore, the governor said. His uncle lives in Lahore.", "Multan", "PK"),
        ("Worker dies in Lahore", "A worker burned in an explosion in Multan died in a hospital in Lahore on Monday, a court in Multan was told.", "Multan", "PK"),
        ("Three more die of blast", "Three more workers hurt in a blast in Multan succumbed at a Lahore hospital on Monday.", "Multan", "PK"),
        ("President mourns dead of Multan", "Speaking in Lahore, the president of Pakistan said a blast in Multan had killed nine.", "Multan", "PK"),
        ("Gunmen storm hospital", "Gunmen stormed a Lahore hospital on Monday and killed nine people, police in Pakistan said.", "Lahore", "PK"),
        ("Coach crashes in Bari", "A coach crashed in Bari, Italy, on Monday. The driver was flown to a clinic in Naples.", "Bari", "IT"),
        # A capital's dateline, where the first words put it just in the country.
        ("Ferry sinks", "OSLO, March 2 (Wire) - A ferry sank off western Norway on Monday, killing four people.", None, "NO"),
        ("Ferry sinks", "OSLO, March 2 (Wire) - A ferry sank in Norway on Monday. It had just left Oslo.", "Oslo", "NO"),
        ("Bomb kills two in Norway", "OSLO, March 2 (Wire) - A bomb killed two people in Norway's capital on Monday.", "Oslo", "NO"),
        ("Wine kills nine", "PHNOM PENH, March 2 (Wire) - Nine people died in Cambodia's Pursat province, officials said.", None, "KH"),
        # An island with the name of a town far away.
        ("Quake hits Flores island", "A quake killed two people on the island of Flores in Indonesia on Monday.", None, "ID"),
        # Nor is a ship where its name is.
        ("Toll at 15", "Divers found two bodies in the sunken ferry Santa Lira off Norway on Monday.", None, "NO"),
        # A province of India, and a small town in the Philippines; one of Italy, and a town in the US.
        ("Bus crash", "A bus crash in Goa killed nine people on Monday.", None, "IN"),
        ("Shooting", "A shooting in Piedmont killed two people on Monday, the sheriff said.", "Piedmont", "US"),
        # A prison is not in the town of its name.
        ("Riot in Santa Rosa prison", "A riot broke out in Santa Rosa prison in Quito, Ecuador, on Monday.", "Quito", "EC"),
    ],
)  # fmt: skip
def test_towns_named_for_something_else_are_not_where_it_was(
    title: str, text: str, city: str | None, country: str
) -> None:
    found = place(title, text)
    assert (None if found.city == "Pursat" else found.city, found.country) == (city, country)


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "A bomb killed nine people in Lashkar Gar, in the south of Afghanistan.",
            "Lashkar Gar",
            "Lashkar Gah",
        ),
        ("Four died in a blast in Jalalabat, in the east of Afghanistan.", "Jalalabat", "Jalalabad"),
        ("Shelling killed four in Mariopol, Ukraine's navy said.", "Mariopol", "Mariupol"),
        ("Soldiers shot dead a man in Jenin in the West Bank.", "Jenin", "Jenin"),
        ("Women were shot at a court in Wilimington, Delaware.", "Wilimington", "Wilmington"),
        ("A quake killed six in Kermanshach in the west of Iran.", "Kermanshach", "Kermanshah"),
        ("A bus burned near Villavicensio in Colombia.", "Villavicensio", "Villavicencio"),
    ],
)
def test_a_misspelt_town_is_the_one_of_that_country(text: str, name: str, city: str) -> None:
    told = resolve([Named(name, None, 8.0, trusted=True), *named_lands(text)], {})
    found = place_in(told)
    assert found
    assert (found.text, found.city) == (name, city)
    assert found.latitude is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # too short, another letter first, another land, another state, a village of that size, two letters
        ("Gunmen killed eleven in Menaba in the north of Mali.", "Menaba"),
        ("Four died in a blast in Zalalabad in Afghanistan.", "Zalalabad"),
        ("A bomb killed nine people in Lashkar Gar in Peru.", "Lashkar Gar"),
        ("Women were shot at a court in Wilimington, Texas.", "Wilimington"),
        ("A flood killed two in Dongring in China.", "Dongring"),
        ("A flood killed two in Jalalapat in Afghanistan.", "Jalalapat"),
    ],
)
def test_a_village_of_its_own_name_is_no_slip_of_a_town(text: str, name: str) -> None:
    found = place_in(resolve([Named(name, None, 8.0, trusted=True), *named_lands(text)], {}))
    assert found
    assert found.city == name
    assert found.latitude is None


def named_lands(text: str) -> list[Named]:
    """Return the names of lands and states in a text."""
    return [Named(name, None, 4.0) for name, _, _ in lands_in(text)]


@pytest.mark.parametrize(
    ("text", "tagged", "city"),
    [
        (
            "A bailiff was shot at the Berrien County courthouse in St. Joseph, Michigan.",
            "Berrien",
            "St. Joseph",
        ),
        ("Three people were shot in Berrien, Michigan, on Monday.", "Berrien", "Berrien"),
        ("Four people were shot in Four Hills in Albuquerque, New Mexico.", "Hills", "Albuquerque"),
        (
            "ST CHARLES, Ill. - Three people are dead. St Charles police closed a road.",
            "St Charles",
            "St. Charles",
        ),
        (
            "ST ALBANS, England - Three people are dead. St Albans police closed a road.",
            "St Albans",
            "St Albans",
        ),
    ],
)
def test_a_part_of_the_name_of_a_county_or_a_hill_is_no_town(text: str, tagged: str, city: str) -> None:
    report = Report(id="r1", text=text, published_at=DAY)
    is_sure = not is_word(tagged)
    found = place_in(find_places(page_of(report), [Named(tagged, None, 8.0, trusted=is_sure)]))
    assert found
    assert found.city == city


@pytest.mark.parametrize(
    ("name", "plainly"), [("Łódź", "Lodz"), ("Tromsø", "Tromso"), ("Karlıova", "Karliova"), ("Ærø", "Aero")]
)
def test_a_town_is_looked_up_without_the_letters_of_its_land(name: str, plainly: str) -> None:
    assert plain(name) == plain(plainly)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (
            "A Gilbert man was charged with shooting two people in Tempe, Arizona. The Gilbert man is 19.",
            "Tempe",
        ),
        (
            "John Doe, 34, of Springfield, was killed in a crash near Dayton, Ohio. He was from Springfield.",
            "Dayton",
        ),
        ("DAYTON, Ohio - A Springfield man was shot dead on Monday. He was 34.", "Dayton"),
        ("A Springfield man was shot dead on Monday, Ohio police said. He was 34.", "Springfield"),
        ("The son of a Springfield police officer was shot dead near Dayton, Ohio, on Monday.", "Dayton"),
        ("A Salem man was shot dead in Salem, Oregon, on Monday. He was 34.", "Salem"),
        (
            "Ugo Houston, 19, was shot in Lodi on Monday. Houston, of Lodi, told police. Inside Houston’s room they found it.",
            "Lodi",
        ),
        ("SALEM, Ore. - A Salem teen was shot dead on Monday. He was 15.", "Salem"),
        (
            "Two Leeds teenagers died when their car hit a tree near Skipton, North Yorkshire. They were 17.",
            "Skipton",
        ),
    ],
)
def test_whose_town_it_is_counts_less_than_where_the_head_puts_it(text: str, city: str) -> None:
    found = place_in(find_places(page_of(Report(id="r", text=text))))
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (
            "ANKARA - Gunmen raided the hamlet of Pinarca near Omerli, Turkey, and killed nine. They fled to Omerli.",
            "Pinarca",
        ),
        (
            "Rebels attacked the village of Kiri Nowa near Kandahar, Afghanistan, and killed nine. Many fled to Kandahar.",
            "Kiri Nowa",
        ),
        (
            "Shells struck the border town of Valuyki near Belgorod, Russia, killing two. They were flown to Belgorod.",
            "Valuyki",
        ),
        (
            "KABUL - Troops detained a man in Nad ‘Ali district, Helmand province. He was flown to Kabul.",
            "Nad Ali",
        ),
    ],
)
def test_a_village_that_is_attacked_is_where_it_was(text: str, city: str) -> None:
    found = place_in(find_places(page_of(Report(id="r", text=text))))
    assert found is not None
    assert found.city == city


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("A Springfield teen was shot on Monday in Dayton, Springfield police said.", {"springfield"}),
        ("A Springfield teen was shot on Monday, Springfield police said. He is in a hospital.", set()),
        ("A Springfield teen was shot on Monday, Dayton police said. He is in a hospital.", {"springfield"}),
    ],
)
def test_a_town_whose_police_speak_is_more_than_a_home(text: str, homes: set[str]) -> None:
    assert homes_beside(page_of(Report(id="r", text=text)), {"Dayton"}) == homes
