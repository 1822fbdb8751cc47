"""What can be claimed of an incident, and the values that its words take; those of the annotation guide."""

from typing import Literal

import msgspec

__all__ = [
    "CODES",
    "COUNT_SLOTS",
    "EVERYDAY_KINDS",
    "FACT_SLOTS",
    "KINDS",
    "KINDS_IN_WORDS",
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
KINDS_IN_WORDS: dict[str, tuple[str, str]] = {
    "shooting": ("a shooting", "shootings"),
    "bombing": ("a bombing", "bombings"),
    "stabbing": ("a stabbing", "stabbings"),
    "vehicle-ramming": ("a vehicle ramming", "vehicle rammings"),
    "arson": ("an arson attack", "arson attacks"),
    "assault": ("an assault", "assaults"),
    "homicide": ("a killing", "killings"),
    "hostage-taking": ("a hostage-taking", "hostage-takings"),
    "abduction": ("an abduction", "abductions"),
    "assassination": ("an assassination", "assassinations"),
    "armed-clash": ("an armed clash", "armed clashes"),
    "airstrike": ("an airstrike", "airstrikes"),
    "shelling": ("shelling", "shellings"),
    "raid": ("a raid", "raids"),
    "riot": ("a riot", "riots"),
    "execution": ("an execution", "executions"),
    "plot": ("a plot", "plots"),
    "aviation": ("an aviation accident", "aviation accidents"),
    "rail": ("a rail accident", "rail accidents"),
    "road": ("a road accident", "road accidents"),
    "maritime": ("a maritime accident", "maritime accidents"),
    "explosion": ("an explosion", "explosions"),
    "fire": ("a fire", "fires"),
    "building-collapse": ("a building collapse", "building collapses"),
    "crowd-crush": ("a crowd crush", "crowd crushes"),
    "mine": ("a mine accident", "mine accidents"),
    "chemical": ("a chemical accident", "chemical accidents"),
    "earthquake": ("an earthquake", "earthquakes"),
    "flood": ("a flood", "floods"),
    "storm": ("a storm", "storms"),
    "landslide": ("a landslide", "landslides"),
    "wildfire": ("a wildfire", "wildfires"),
    "volcano": ("a volcanic eruption", "volcanic eruptions"),
    "tsunami": ("a tsunami", "tsunamis"),
    "avalanche": ("an avalanche", "avalanches"),
    "heat-cold": ("extreme heat or cold", "spells of extreme heat or cold"),
    "epidemic": ("an epidemic", "epidemics"),
    "other": ("an incident", "incidents"),
}
"""Each kind of incident, called as one and as several."""

KINDS: tuple[str, ...] = tuple(KINDS_IN_WORDS)
EVERYDAY_KINDS = frozenset({"shooting", "homicide", "assault", "stabbing", "road", "fire"})
"""Kinds of which a large city has one on most days, so that a report can tell of several."""
