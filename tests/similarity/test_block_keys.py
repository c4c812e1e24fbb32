"""Keys of blocks that are chosen and joined: what cannot be is refused, not given wrongly."""

from typing import Any

import numpy as np
import pytest

from newslint.rule import Alike
from newslint.similarity import BlockKeys, Joined, collect, permutations, take

TEXTS = ["The harbour authority met on Monday.", "The council votes in May.", "Fog closed the pass."]
KEYS = collect([("paragraph", text) for text in TEXTS], Alike())


def texts_of(keys: BlockKeys) -> list[str]:
    return [keys.block(number) for number in range(len(keys))]


@pytest.mark.parametrize("numbers", [[], [0, 1, 2], [2, 0, 2], np.array([1], np.uint8)])
def test_blocks_are_taken_in_any_order(numbers: Any) -> None:
    assert texts_of(take(KEYS, numbers)) == [KEYS.block(number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "error"),
    [
        pytest.param([3], IndexError, id="behind-the-last"),
        pytest.param([0, -1], IndexError, id="counted-from-the-end"),
        pytest.param([False, False, True], TypeError, id="a-mask"),
        pytest.param([0.9], TypeError, id="a-share"),
    ],
)
def test_what_is_no_number_of_a_block_is_refused(numbers: list[Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        take(KEYS, numbers)


@pytest.mark.parametrize("number", [-1, 3])
def test_there_is_no_text_of_no_block(number: int) -> None:
    with pytest.raises(IndexError):
        KEYS.block(number)


def test_nothing_is_added_to_what_has_been_handed_out() -> None:
    joined = Joined()
    for text in TEXTS:
        joined.add(collect([("paragraph", text)], Alike()))
    keys = joined.keys()
    for _ in range(2):
        with pytest.raises(BufferError):
            joined.add(KEYS)
    assert texts_of(keys) == texts_of(joined.keys()) == texts_of(KEYS)


def test_nobody_changes_the_permutations_of_others() -> None:
    for values in permutations(64, 1):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1
