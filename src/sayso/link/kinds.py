"""Which kinds of incident can be one and the same, told by different reports."""

__all__ = ["FAMILIES", "family", "kin"]

FAMILIES: dict[str, tuple[str, ...]] = {
    "attack": (
        "shooting", "homicide", "assault", "stabbing", "assassination", "hostage-taking", "abduction", "raid",
        "vehicle-ramming", "execution", "armed-clash", "plot", "riot",
    ),
    "blast": ("bombing", "explosion", "airstrike", "shelling", "mine"),
    "fire": ("fire", "arson", "wildfire"),
    "crash": ("aviation", "rail", "road", "maritime"),
    "nature": (
        "earthquake", "tsunami", "volcano", "storm", "flood", "landslide", "avalanche", "heat-cold",
    ),
    "structure": ("building-collapse", "crowd-crush"),
    "poison": ("chemical", "epidemic"),
}  # fmt: skip
"""Kinds that reports use for one incident; "other" is in no family, since unknown equals nothing."""

_CLOSE: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (
        ("attack", "blast"), ("attack", "crash"), ("attack", "fire"), ("attack", "poison"),
        ("blast", "crash"), ("blast", "fire"), ("blast", "poison"), ("blast", "structure"),
        ("fire", "crash"), ("fire", "structure"), ("nature", "structure"),
    )
)  # fmt: skip
"""Families that one incident can change between: a crash turns out an attack, an explosion a bombing."""


_FAMILY = {kind: name for name, kinds in FAMILIES.items() for kind in kinds}


def family(kind: str) -> str | None:
    """Return the family of a kind; None for "other"."""
    return _FAMILY.get(kind)


def kin(left: str, right: str) -> str:
    """Return "same", "related", "close", "foreign" or, where a kind tells nothing, "unknown"."""
    families = (family(left), family(right))
    if None in families:
        return "unknown"
    if left == right:
        return "same"
    if families[0] == families[1]:
        return "related"
    return "close" if frozenset(map(str, families)) in _CLOSE else "foreign"
