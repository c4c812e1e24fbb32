"""What the annotations of options say that a value may be."""

from __future__ import annotations

from math import inf, nan
from typing import Any, Literal

import numpy as np
import pytest

from newslint import Count, Range, Share
from newslint.ranges import misfit

FITTING = [
    pytest.param(Share, 0, id="the-least"),
    pytest.param(Share, 1.0, id="the-most"),
    pytest.param(Share, np.float32(0.5), id="a-number-of-numpy"),
    pytest.param(Count, np.int64(3), id="a-whole-number-of-numpy"),
    pytest.param(Count, 10**30, id="no-most"),
    pytest.param(Literal["left", "right"], "left", id="choice"),
    pytest.param(int, -1, id="nothing-is-said"),
]


@pytest.mark.parametrize(("hint", "value"), FITTING)
def test_what_fits(hint: Any, value: object) -> None:
    assert misfit(hint, value) == ""


@pytest.mark.parametrize(
    ("hint", "value", "cause"),
    [
        pytest.param(Share, 1.01, "must be a number from 0 to 1", id="above"),
        pytest.param(Share, -0.01, "must be a number from 0 to 1", id="below"),
        pytest.param(Share, nan, "must be a number from 0 to 1", id="not-a-number"),
        pytest.param(Share, "0.5", "must be a number from 0 to 1", id="text"),
        pytest.param(Count, 0, "must be a whole number, 1 or more", id="none"),
        pytest.param(Count, 2.0, "must be a whole number, 1 or more", id="not-whole"),
        pytest.param(Count, True, "must be a whole number, 1 or more", id="flag"),
        pytest.param(Literal["left", "right"], "up", "must be left or right", id="choice"),
    ],
)
def test_what_does_not_fit(hint: Any, value: object, cause: str) -> None:
    assert misfit(hint, value) == cause


@pytest.mark.parametrize(
    ("bounds", "value", "cause"),
    [
        pytest.param(Range(), nan, "must be a number", id="none"),
        pytest.param(Range(most=2.5), inf, "must be a number, 2.5 or less", id="most"),
        pytest.param(Range(0), -inf, "must be a number, 0 or more", id="least"),
    ],
)
def test_ranges_that_are_open(bounds: Range, value: float, cause: str) -> None:
    assert bounds.misfit(value) == cause
