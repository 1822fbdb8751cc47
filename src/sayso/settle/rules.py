"""The rules of settling by name: every finding names the one that decided."""

__all__ = ["RULES"]

RULES: dict[str, str] = {
    "one voice": "only one voice gives a figure",
    "voices agree": "the standing figures fit together: the narrowest holds",
    "floor": "only 'at least' is said: the highest such figure is printed as a floor",
    "words only": "only words such as 'several' stand for the number: none is printed",
    "latest": "of figures that cannot both hold, a later one as direct as the earlier holds",
    "direct": "of figures that cannot both hold, the one of the speaker nearest to the facts holds",
    "more voices": "of figures of equal rank, the one that more voices carry holds",
    "lower": "of figures of equal rank and number of voices, the lower holds",
    "lowest": "of the figures that stand the lowest, as the conservative profile has it",
    "latest official": "the latest figure of a speaker at first hand, as the latest-official profile has it",
    "judged right": "a person judged the claim right",
    "wounded who died": "wounded who are said to have died have left the injured",
    "survivors of a total": "dead and hurt in one total, less the dead",
    "in care": "people in hospital or in critical condition are hurt; nobody gives a number of the hurt",
    "charged with it": "people counted among the victims who are now charged as attackers",
    "missing who were found": "missing who were found have left the missing",
    "hostages who were freed": "hostages who were freed have left the hostages",
    "held who were released": "people held who were let go have left those held",
    "less the attackers": "a total that takes in the attackers, less the attackers who died",
    "sides added": "soldiers, those who fight them and civilians, told apart, are added",
    "named": "one finding for each thing that is said",
    "denied": "only denials of it stand",
    "withdrawn": "nobody stands by any figure any more",
}
"""What each rule does, as house.md's seven steps have it. A new one is a row."""
