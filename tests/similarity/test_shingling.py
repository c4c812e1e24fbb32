import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.similarity import characters, plain_form, shingles, similarity, words

TEXT = st.text(st.sampled_from("ab cde é新."), max_size=40)


def grams(text: str, ngram: int) -> set[tuple[str, ...]]:
    units = plain_form([text]).decode().split()
    return {tuple(units[place : place + ngram]) for place in range(max(1, len(units) - ngram + 1))} if units else set()


def jaccard(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


@given(st.lists(TEXT, min_size=2, max_size=8), st.integers(1, 6))
def test_similarity_is_that_of_python_sets(texts: list[str], ngram: int) -> None:
    sets = shingles(words(plain_form(texts)), ngram)
    first, second = (
        np.array(side, np.int64) for side in zip(*((0, other) for other in range(len(texts))), strict=True)
    )
    found = similarity(sets, first, second)
    expected = [grams(text, ngram) for text in texts]
    assert found.jaccard.tolist() == pytest.approx([jaccard(expected[0], other) for other in expected])
    assert sets.sizes.tolist() == [len(one) for one in expected]


@given(st.lists(TEXT, max_size=5), st.integers(1, 6))
def test_character_shingles_count_as_python_sets(texts: list[str], ngram: int) -> None:
    lines = plain_form(texts).decode().split("\n")[:-1]
    expected = [
        len({line[place : place + ngram] for place in range(max(1, len(line) - ngram + 1))} - {""}) for line in lines
    ]
    assert shingles(characters(plain_form(texts)), ngram).sizes.tolist() == expected


@pytest.mark.parametrize("size", [7, 8, 9, 16, 17, 127, 128, 129, 5000])
def test_words_of_any_length_are_told_apart(size: int) -> None:
    texts = ["x" * size, "x" * (size - 1) + "y", "x" * (size + 1), "x" * size]
    hashes = words(plain_form(texts)).hashes.tolist()
    assert hashes[0] == hashes[3]
    assert len(set(hashes)) == 3


def test_a_text_below_the_shingle_size_is_one_shingle_of_its_own() -> None:
    sets = shingles(words(b"one two\none two three\none\n\n"), 3)
    assert sets.sizes.tolist() == [1, 1, 1, 0]
    assert len(set(sets.hashes.tolist())) == 3


def test_a_shingle_has_a_unit() -> None:
    with pytest.raises(ValueError, match="at least one unit"):
        shingles(words(b"one\n"), 0)
