"""The garbage collector rests during a batch, and is left as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.undisturbed import undisturbed


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("at_work", [False, True])
def test_the_collector_is_left_as_it_was(at_work: bool) -> None:
    (gc.enable if at_work else gc.disable)()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled() is at_work


def test_the_collector_goes_on_behind_an_error() -> None:
    with pytest.raises(ValueError, match="ferry"), undisturbed():
        raise ValueError("ferry")
    assert gc.isenabled()


@given(st.lists(st.integers(0, 3), max_size=12), st.booleans())
def test_it_rests_as_long_as_anything_goes_on(turns: list[int], at_work: bool) -> None:
    """Each of four begins and ends in turn, whatever the others are at."""
    (gc.enable if at_work else gc.disable)()
    going: dict[int, AbstractContextManager[None]] = {}
    for number in [*turns, *(one for one in range(4) if turns.count(one) % 2)]:
        if number in going:
            going.pop(number).__exit__(None, None, None)
        else:
            going[number] = undisturbed()
            going[number].__enter__()
        assert gc.isenabled() is (at_work and not going)
    assert gc.isenabled() is at_work
