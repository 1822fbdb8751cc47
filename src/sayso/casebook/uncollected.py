"""Work during which Python does not look for dead cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles from looking through all words that are held, again and again.

    What is gathered and settled makes no cycles worth looking for; on an incident of thousands of reports a
    seventh of the time went into it. Whoever has turned the collector off finds it so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
