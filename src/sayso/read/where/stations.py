"""For which US states a page speaks by its outlet's address or call letters and by the telephone numbers that it prints.

The table gives each state's area codes, the call letters of its television stations, and the addresses of its newspapers
and of stations that go by another name ("post-gazette.com"), none that are read all over the country. A market knows no
border: of the pages of trial (semeval2018_t5) whose address bears call letters 449 of 493 tell of a shooting
in the station's state, of those with a dateline "(WXYZ)" 131 of 133, of those with "Copyright 2017 WXYZ" 249 of
257, of those at an address of the table 483 of 498 (of extra 703 of 753), and of those with a telephone number all
189. A page on another station's address than that of its copyright was written by the latter: 36 of the 44 such pages
of trial and extra are from its state, 5 from that of the address.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.model import Report
from sayso.read.where.gazetteer import DATA

__all__ = ["states_of"]

# What each speaks for its state, beside 4 for a state that the title names.
IN_ADDRESS, IN_DATELINE, BY_NUMBER = 2.0, 4.0, 6.0
BY_RIGHT = 4.0
ADDRESS = re.compile(
    r"(?:\w+\.)*?([wk][a-z]{2,3})(?:tv|fm|am|dt|news|local|actionnews)*\d{0,2}\.(?:com|org|net)$"
)
DATELINE = re.compile(r"\(([KW][A-Z]{2,3})(?:[ /-][\w /-]{1,20})?\)")
COPYRIGHT = re.compile(r"(?:\bcopyright\b|©|\(c\))[^\n]{0,20}?\b(?-i:([KW][A-Z]{2,3}))\b", re.IGNORECASE)
# "(615) 555-0139", "615-555-0139", "615-55-CRIME"
NUMBER = re.compile(
    r"(?<![\d-])(?:1[-. ])?\(?([2-9]\d\d)\)?[-. ]{1,2}(?:\d{3}[-. ]?(?:\d{4}|[A-Z]{4})|\d{2,3}[-. ]?[A-Z]{4,5})\b"
)


@cache
def table() -> Mapping[str, str]:
    """Return the state of each area code, of each station's call letters, and of each address."""
    found: dict[str, str] = {}
    for line in DATA.joinpath("us_stations.tsv").read_text(encoding="utf-8").splitlines():
        state, *told = line.split("\t")
        found |= dict.fromkeys(" ".join(told).split(), state)
    return found


@lru_cache(maxsize=8)
def states_of(report: Report) -> Mapping[str, float]:
    """Return how strongly a page speaks for US states, by their postal codes; {} where by none."""
    address = report.source.id.rstrip("/") if report.source else ""
    written_by = [letters for letters in COPYRIGHT.findall(report.text) if letters in table()]
    signs = (
        ([] if written_by else outlets_at(address), IN_ADDRESS),
        (written_by, BY_RIGHT),
        (DATELINE.findall(report.text), IN_DATELINE),
        (NUMBER.findall(report.text), BY_NUMBER),
    )
    found: dict[str, float] = {}
    for told, weight in signs:
        states = Counter(table()[sign] for sign in told if sign in table())
        for state, count in states.items():
            found[state] = found.get(state, 0.0) + weight * count / states.total()
    return found


def outlets_at(address: str) -> list[str]:
    """Return the call letters that an address bears ("wxyztv.com"), and what of it is known ("post-gazette.com")."""
    station, labels = ADDRESS.match(address), address.lower().split(".")
    known = [".".join(labels[first:]) for first in range(len(labels) - 1)]
    return known if station is None else [station[1].upper(), *known]
