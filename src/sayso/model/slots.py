"""What can be claimed of an incident, and the values that its words take; those of the annotation guide."""

from typing import Literal

import msgspec

__all__ = [
    "CODES",
    "COUNT_SLOTS",
    "EVERYDAY_KINDS",
    "FACT_SLOTS",
    "KINDS",
    "SLOTS",
    "Certainty",
    "CopyKind",
    "Fate",
    "Field",
    "Grain",
    "Polarity",
    "RelationKind",
    "Role",
    "Slot",
    "SourceKind",
    "SpeakerKind",
    "Standing",
    "Status",
    "Verdict",
]

Field = Literal["title", "text"]
Grain = Literal["instant", "day", "month", "year", "unknown"]
SourceKind = Literal["outlet", "agency", "official", "aid", "social"]
Role = Literal["victim", "attacker", "responder", "combatant", "all", "unclear"]
SpeakerKind = Literal[
    "police", "military", "government", "prosecutor-court", "medical", "rescue", "witness", "victim-family",
    "claimant", "company", "ngo-un", "media", "expert", "document", "other", "report",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible"]
Polarity = Literal["positive", "negative"]
Standing = Literal["current", "superseded", "retracted"]
Status = Literal["single", "agreed", "disputed", "withdrawn"]
CopyKind = Literal["verbatim", "edited", "credited"]
Verdict = Literal["same", "different", "unsure", "right", "wrong", "not-an-incident"]
RelationKind = Literal["part", "aftershock", "retaliation", "earlier"]
Fate = Literal["added", "known", "unread", "refused"]


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be claimed of an incident: a row of the table of slots."""

    name: str
    holds: Literal["count", "label"]
    unit: str
    meaning: str


SLOTS: dict[str, Slot] = {
    name: Slot(name=name, holds="count" if unit == "people" else "label", unit=unit, meaning=meaning)
    for name, unit, meaning in (
        ("killed", "people", "dead because of the incident"),
        ("injured", "people", "hurt and not said to have died"),
        ("casualties", "people", "dead and hurt in one total"),
        ("critical", "people", "in critical or life-threatening condition"),
        ("hospitalised", "people", "taken to or treated in hospital"),
        ("ill", "people", "infected, sickened or poisoned"),
        ("missing", "people", "not found or not accounted for"),
        ("detained", "people", "arrested or in custody"),
        ("hostages", "people", "held or abducted"),
        ("displaced", "people", "driven from home or evacuated"),
        ("rescued", "people", "saved or freed"),
        ("attackers", "people", "who carried it out"),
        ("weapon", "means", "the means used"),
        ("responsibility", "group", "who claims it, denies it or is blamed"),
        ("suspect", "person", "a person said to have done it"),
        ("victim", "person", "a named person killed, hurt or missing"),
        ("motive", "reason", "why, or what sort of deliberate act"),
        ("cause", "reason", "of an accident, disaster or outbreak"),
        ("time", "clock time", "the local clock time it happened"),
        ("advice", "instruction", "what the public is told to do"),
        ("response", "step", "an official step taken because of it"),
    )
}
COUNT_SLOTS = tuple(s.name for s in SLOTS.values() if s.holds == "count")
FACT_SLOTS = tuple(s.name for s in SLOTS.values() if s.holds == "label")
CODES: dict[str, tuple[str, ...]] = {
    "weapon": (
        "firearm", "explosive", "vehicle", "blade", "incendiary", "chemical", "aircraft", "blunt", "other",
    ),
    "responsibility": ("claimed", "denied", "blamed"),
    "suspect": ("at-large", "detained", "killed", "charged", "convicted", "identified", "unknown"),
    "victim": ("killed", "injured", "missing"),
}  # fmt: skip
KINDS: tuple[str, ...] = (
    "shooting", "bombing", "stabbing", "vehicle-ramming", "arson", "assault", "homicide", "hostage-taking",
    "abduction", "assassination", "armed-clash", "airstrike", "shelling", "raid", "riot", "execution", "plot",
    "aviation", "rail", "road", "maritime", "explosion", "fire", "building-collapse", "crowd-crush", "mine",
    "chemical", "earthquake", "flood", "storm", "landslide", "wildfire", "volcano", "tsunami", "avalanche",
    "heat-cold", "epidemic", "other",
)  # fmt: skip
EVERYDAY_KINDS = frozenset({"shooting", "homicide", "assault", "stabbing", "road", "fire"})
"""Kinds of which a large city has one on most days, so that a report can tell of several."""
