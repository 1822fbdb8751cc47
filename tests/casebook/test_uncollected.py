"""The collector of cycles is as it was found, whatever happens while it is off."""

import gc

import pytest

from sayso.casebook.uncollected import uncollected


def test_the_collector_is_off_while_words_are_gathered_and_on_again_afterwards() -> None:
    """So a program that holds a casebook goes on as before."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_leaves_the_collector_on() -> None:
    """As when no incident is of that name."""
    with pytest.raises(ValueError, match="no such"), uncollected():
        raise ValueError("no such incident")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """Who turned it off had a reason."""
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
