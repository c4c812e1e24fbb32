import datasketch
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import (
    EMPTY,
    Sets,
    minhash,
    normal_form,
    permutations,
    shingles,
    sign,
    signatures,
    words,
)
from newslint.similarity.shingling import runs


def sets_of(values: list[list[int]]) -> Sets:
    offsets = np.cumsum([0, *(len(one) for one in values)])
    return Sets(np.array([value for one in values for value in one], np.uint32), offsets)


@given(
    st.lists(st.lists(st.integers(0, 2**32 - 1), unique=True, max_size=30), max_size=6),
    st.integers(1, 40),
    st.integers(0, 1000),
)
def test_signatures_are_those_of_datasketch(values: list[list[int]], count: int, seed: int) -> None:
    ours = sign(sets_of(values), count, seed)
    for row, one in zip(ours, values, strict=True):
        theirs = datasketch.MinHash(num_perm=count, seed=seed, hashfunc=int, scheme="affine32")
        theirs.update_batch(one)
        assert row.tolist() == theirs.hashvalues.tolist()


def test_sets_larger_than_a_chunk_are_signed_alike() -> None:
    big = list(range(0, 3_000_000, 37))
    ours = sign(sets_of([[1], big, [], [2, 3]]), 8)
    theirs = datasketch.MinHash(num_perm=8, hashfunc=int, scheme="affine32")
    theirs.update_batch(big)
    assert ours[1].tolist() == theirs.hashvalues.tolist()
    assert ours[2].tolist() == [EMPTY] * 8


def test_the_permutations_are_those_of_datasketch() -> None:
    ours = permutations(128, 7)
    theirs = datasketch.MinHash(num_perm=128, seed=7).permutations
    assert np.array_equal(np.array(ours), theirs)
    with pytest.raises(ValueError, match="at least one value"):
        permutations(0)


def test_a_signature_is_handed_out_as_a_minhash() -> None:
    rows = signatures(["Ten people came to the fair in the rain", "Ten people came to the fair in the sun", ""])
    one, other = minhash(rows[0]), minhash(rows[1])
    assert 0.5 < one.jaccard(other) < 1
    lsh = datasketch.MinHashLSH(num_perm=64, params=(16, 4))
    lsh.insert("one", one)
    assert lsh.query(other) == ["one"]
    assert rows.dtype == np.uint32
    assert rows[2].tolist() == [EMPTY] * 64


@given(st.lists(st.text(st.sampled_from("ab "), max_size=40), max_size=6))
def test_repeated_and_unordered_shingles_have_the_signature_of_their_set(texts: list[str]) -> None:
    units = words(normal_form(texts))
    assert sign(runs(units, 2), 8).tolist() == sign(shingles(units, 2), 8).tolist()
