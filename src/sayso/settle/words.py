"""Whether words tell something; they are asked again whenever a report comes in, and so remembered."""

import re
from collections.abc import Callable
from functools import lru_cache

__all__ = ["tells"]

REMEMBERED = 1 << 14
"""Words remembered for each pattern, the last ones asked of: some megabytes at most."""


def tells(pattern: str) -> Callable[[str], bool]:
    """Return what tells whether words hold a pattern, in whatever case."""
    compiled = re.compile(pattern, re.I)

    @lru_cache(maxsize=REMEMBERED)
    def told(words: str) -> bool:
        return compiled.search(words) is not None

    return told
