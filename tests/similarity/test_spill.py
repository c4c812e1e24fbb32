import errno
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import Sets, sharing
from newslint.similarity import spill as spilling
from newslint.similarity.spill import shared_keys

BORDERS = [number << 30 for number in range(4)]
HASHES = st.one_of(
    st.integers(0, 20), st.sampled_from(BORDERS), st.integers(2**32 - 20, 2**32 - 1), st.integers(0, 2**32 - 1)
)
FEW = st.lists(st.frozensets(HASHES, max_size=12), min_size=1, max_size=12)


def sets_of(values: list[frozenset[int]]) -> Sets:
    offsets = np.cumsum([0, *(len(one) for one in values)])
    return Sets(np.array([value for one in values for value in sorted(one)], np.uint32), offsets)


@given(FEW, st.integers(1, 200), st.integers(1, 30), st.integers(0, 2**12 - 1))
def test_shared_keys_are_the_same_from_memory_and_from_a_file(
    values: list[frozenset[int]], memory: int, part: int, mask: int
) -> None:
    numbers = np.array([number for number in range(len(values)) if not mask >> number & 1], np.int64)
    holders = Counter(value for number in numbers.tolist() for value in values[number])
    expected = sorted(
        value << 32 | number for number in numbers.tolist() for value in values[number] if holders[value] > 1
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spilling, "_PART", part)
        assert shared_keys(sets_of(values), numbers, memory).tolist() == expected
        assert shared_keys(sets_of(values), numbers).tolist() == expected


@given(FEW, st.integers(1, 50))
def test_pairs_are_the_same_from_memory_and_from_a_file(values: list[frozenset[int]], memory: int) -> None:
    sets, numbers = sets_of(values), np.arange(len(values))
    plain, spilled = sharing(sets, numbers, 0.3), sharing(sets, numbers, 0.3, memory=memory)
    assert [column.tolist() for column in plain[0]] == [column.tolist() for column in spilled[0]]
    assert plain[1] == spilled[1]


VALUES = [frozenset(range(number, number + 40)) for number in range(50)]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    found = shared_keys(sets_of(VALUES), np.arange(50), 100)
    assert len(found) > 1000
    del found
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def write(self, _: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: Full())
    with pytest.raises(OSError, match=r"No space left on device: \d+ bytes of sorted shingles .*TMPDIR") as caught:
        shared_keys(sets_of(VALUES), np.arange(50), 100)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(tmp_path))
