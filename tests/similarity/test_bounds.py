import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import Sets, bounds, similarity
from newslint.similarity.bounds import at_most

MANY = st.lists(st.frozensets(st.integers(0, 40).map(lambda number: number * 256), max_size=30), min_size=1, max_size=8)


def sets_of(values: list[frozenset[int]]) -> Sets:
    offsets = np.cumsum([0, *(len(one) for one in values)])
    return Sets(np.array([value for one in values for value in sorted(one)], np.uint32), offsets)


@given(MANY, st.sampled_from([1, 3, 1000]))
def test_no_pair_is_more_alike_than_its_bound(values: list[frozenset[int]], part: int) -> None:
    first, second = (places.ravel() for places in np.indices((len(values), len(values))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "_SETS", part)
        patch.setattr(bounds, "_PAIRS", part)
        most, true = at_most(sets_of(values), first, second), similarity(sets_of(values), first, second)
    assert (most.jaccard >= true.jaccard).all()
    assert (most.containment >= true.containment).all()
    assert most.containment.max(initial=0) <= 1


def test_sets_that_share_nothing_are_told_apart() -> None:
    values = [frozenset(range(64 * place, 64 * place + 60)) for place in range(4)] + [frozenset[int]()]
    first, second = np.array([0, 0, 1, 4, 2]), np.array([1, 3, 2, 0, 2])
    assert at_most(sets_of(values), first, second).containment.tolist() == [0, 0, 0, 0, 1]


def test_nothing_is_asked_of_nothing() -> None:
    none = np.zeros(0, np.int64)
    assert len(at_most(sets_of([]), none, none).jaccard) == 0
