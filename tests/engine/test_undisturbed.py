"""The garbage collector rests during a batch, and is left as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

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
