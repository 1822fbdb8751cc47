"""The words by which reports tell of people and what became of them: data, not rules.

Chosen from the codebooks (GTD, ACLED, UCDP GED) and from reading news reports; a row is added when a
stranger's report needs it, and the gate says whether it helped.
"""

import msgspec

__all__ = [
    "ATTACKERS", "COMBATANTS", "HEDGES", "NOT_PEOPLE", "PEOPLE", "RESPONDERS", "TRIGGERS", "Trigger", "words",
]  # fmt: skip


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that tells what became of people, and where in the sentence those people stand.

    `whom`: "object" (of a verb, or subject of its passive), "subject", "modified" (the noun it describes),
    "number" (it is itself counted: "31 deaths"), "of" ("the death of ..."), "owner" ("his wounds").
    """

    slot: str
    whom: tuple[str, ...]


VERB = ("object",)
STATE = ("modified",)
ACT = ("of", "owner", "number")

TRIGGERS: dict[tuple[str, str], Trigger] = {
    (lemma, pos): Trigger(slot=slot, whom=whom)
    for slot, pos, whom, lemmas in (
        (
            "killed",
            "VERB",
            VERB,
            "kill murder slay assassinate execute behead massacre slaughter electrocute",
        ),
        ("killed", "VERB", ("subject",), "die perish drown succumb"),
        ("killed", "ADJ", STATE, "dead slain deceased"),
        ("killed", "NOUN", ACT, "death killing murder assassination slaying fatality execution suicide"),
        ("killed", "NOUN", ("of", "number"), "dead body corpse"),
        ("killed", "NOUN", ("number",), "life"),
        ("injured", "VERB", VERB, "injure wound hurt stab maim graze shoot burn slash bruise hit strike"),
        ("injured", "ADJ", STATE, "injured wounded hurt"),
        ("injured", "NOUN", ("number",), "injury wounded injured"),
        ("casualties", "NOUN", ("number",), "casualty"),
        ("casualties", "VERB", VERB, "harm"),
        ("ill", "VERB", VERB, "infect sicken poison contaminate"),
        ("ill", "ADJ", STATE, "ill sick infected symptomatic"),
        ("ill", "NOUN", ("number",), "case infection"),
        ("missing", "ADJ", STATE, "missing unaccounted"),
        ("missing", "NOUN", ("number",), "missing"),
        ("detained", "VERB", VERB, "arrest detain apprehend capture nab jail"),
        ("detained", "NOUN", ("number", "of"), "arrest detention"),
        ("hostages", "VERB", VERB, "kidnap abduct"),
        ("hostages", "NOUN", ("number",), "hostage captive"),
        ("hostages", "NOUN", ("of", "owner"), "kidnapping abduction"),
        ("displaced", "VERB", VERB, "evacuate displace"),
        ("displaced", "ADJ", STATE, "homeless"),
        ("rescued", "VERB", VERB, "rescue"),
        ("hospitalised", "VERB", VERB, "hospitalize hospitalise airlift"),
    )
    for lemma in lemmas.split()
}

# "taken to hospital", "being treated at ...": a carrying verb and a place where the hurt are carried.
CARRIED = words(
    "take transport rush bring airlift fly send drive carry transfer treat admit move arrive go recover recuperate"
)
HOSPITALS = words(
    "hospital hospitals clinic infirmary medical trauma emergency icu medic center centre health healthcare"
)
HURTS = words("injury wound gunshot burn fracture laceration bruise concussion")
SUFFERS = words("suffer sustain receive have incur")

ATTACKERS = words(
    "attacker gunman gunmen shooter assailant bomber hijacker kidnapper killer sniper stabber arsonist "
    "knifeman perpetrator murderer robber terrorist intruder"
)
SUSPECTS = words("suspect accused defendant")
COMBATANTS = words(
    "insurgent militant rebel guerrilla fighter jihadist commander subversive extremist taliban guerilla"
)
SOLDIERS = words("soldier troop serviceman marine paratrooper lieutenant sergeant corporal")
RESPONDERS = words("officer policeman policewoman deputy trooper firefighter paramedic responder chief cop")
PEOPLE = words(
    "person people man woman child boy girl teen teenager youth kid baby infant toddler victim civilian resident "
    "student passenger pedestrian bystander worker employee protester demonstrator villager tourist driver "
    "neighbor neighbour mother father brother sister son daughter wife husband couple family member friend "
    "patient guest customer shopper worshipper adult juvenile male female other survivor individual suspect "
    "crew pilot sailor migrant refugee national citizen journalist reporter teacher doctor nurse guard clerk "
    "priest nun jesuit mayor judge lawyer peasant miner farmer fan spectator concertgoer reveler player inmate "
    "prisoner hostage minor sibling cousin nephew niece uncle aunt grandmother grandfather boyfriend girlfriend "
    "policeman soldier officer grader senior freshman sophomore businessman politician candidate official "
    "american briton frenchman israeli palestinian german victim occupant motorist cyclist rider bailiff "
    "twin relative parent companion colleague coworker roommate bodyguard leader activist supporter deputy "
) | ATTACKERS | COMBATANTS | SOLDIERS | RESPONDERS | SUSPECTS  # fmt: skip

# Heads that are never people however the sentence reads.
NOT_PEOPLE = words(
    "dog cat animal horse cow chicken bird duck sheep cattle fish time year hour minute day week month way career "
    "bill plan deal car truck bus plane train house home building window hope talk leg arm hand head chest back "
    "neck foot face stomach shoulder thigh torso economy business vehicle movie film show album feeling scene "
    "school club bar hospital country city town state shot bullet round weapon gun fire that this it what which "
    "cause incident attack shooting case report world nation community area place virus plea number data street "
    "village home store factory office church mosque temple crop tree animal pig goat puppy mile kilometer meter "
    "foot point dollar euro gun rifle knife bomb device charge count article song company firm ship boat vessel "
    "helicopter tank truck pound ton case step question reason life sentence term job seat room floor story unit "
    "half percent engine power light law right season game match goal record conversation career language"
)

HEDGES: dict[str, str] = {
    **dict.fromkeys(
        "believed reportedly allegedly apparently thought alleged suspected presumed feared appears appear "
        "seems seem likely probably seemingly apparent presumably supposedly rumored rumoured".split(),
        "probable",
    ),
    **dict.fromkeys("may might possibly perhaps could".split(), "possible"),
}
