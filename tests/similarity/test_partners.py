import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import partners
from newslint.similarity.partners import Counted, strongest, strongest_of

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.integers(1, 4)
)


def counted(pairs: dict[tuple[int, int], int]) -> Counted:
    rows = sorted(pairs.items())
    packed = np.array([first << 32 | second for (first, second), _ in rows], np.uint64)
    return Counted(packed, np.array([count for _, count in rows], np.int32))


def best(pairs: dict[tuple[int, int], int], limit: int) -> dict[tuple[int, int], int]:
    """What is kept, set by set."""
    kept: dict[tuple[int, int], int] = {}
    for one in range(8):
        mine = [(-count, *pair) for pair, count in pairs.items() if one in pair]
        mine.sort(key=lambda row: (row[0], row[1] + row[2] - one))
        kept |= {(first, second): -count for count, first, second in mine[:limit]}
    return kept


def test_nothing_is_left_of_nothing() -> None:
    assert len(strongest_of([], 2).pairs) == len(strongest(counted({}), 2).pairs) == 0


@given(PAIRS, st.integers(1, 4), st.integers(1, 40), st.integers(0, 9))
def test_the_strongest_partners_of_each_set_are_kept(
    pairs: dict[tuple[int, int], int], limit: int, part: int, cut: int
) -> None:
    wanted = counted(best(pairs, limit))
    whole = counted(pairs)
    parts = [
        Counted(whole.pairs[start : start + 1 + cut], whole.counts[start : start + 1 + cut])
        for start in range(0, len(pairs), 1 + cut)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(partners, "_PART", part)  # however little is ranked together
        for found in (strongest(whole, limit), strongest_of(parts, limit)):
            assert found.pairs.tolist() == wanted.pairs.tolist()
            assert found.counts.tolist() == wanted.counts.tolist()
