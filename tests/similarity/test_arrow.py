"""String arrays of Arrow, as it lays them out: they count as the strings that they are. None is made of them."""

from __future__ import annotations

import numpy as np
import pytest

from newslint.similarity import EncodedTexts, find_clusters, signatures

TEXTS = [
    "Ferries between Brevik and Larkhamn stay in harbour on Monday, the company said, as a storm nears the coast.",
    "",
    "Ferries between Brevik and Larkhamn stay in harbour on Tuesday, the company said, as a storm nears the coast.",
    "渡轮公司周一表示,由于风暴逼近海岸,三艘渡轮将留在港口。",
]


class Array:
    """A string array as Arrow lays it out, from the second place on: pyarrow is too large for the tests' own needs."""

    def __init__(self, texts: list[str | None], offsets: str = "<i4", valid: bool = True) -> None:
        parts = [b"skipped", *(b"what null hides" if text is None else text.encode() for text in texts)]
        self.offset, self._size = 1, len(texts)
        self.type = "string" if offsets == "<i4" else "large_string"
        ends = np.cumsum([0, *map(len, parts)]).astype(offsets)
        bits = np.packbits([True, *(text is not None for text in texts)], bitorder="little").tobytes()
        self._buffers = [bits if valid else None, ends.tobytes(), b"".join(parts) or None]

    def __len__(self) -> int:
        return self._size

    def buffers(self) -> list[bytes | None]:
        return self._buffers

    def to_pylist(self) -> list[str | None]:
        raise AssertionError("no string is made")


@pytest.mark.parametrize("offsets", ["<i4", "<i8"])
@pytest.mark.parametrize("valid", [True, False], ids=["with-nulls", "without"])
def test_string_arrays_are_taken_as_they_lie(offsets: str, valid: bool) -> None:
    array = Array([TEXTS[0], None if valid else "", *TEXTS[2:], "two\nlines"], offsets, valid)
    encoded = EncodedTexts.of_arrow(array)
    assert encoded is not None
    assert list(encoded) == [*TEXTS, "two\nlines"]
    assert find_clusters(array).clusters.link.tolist() == find_clusters([*TEXTS, ""]).clusters.link.tolist()


class Viewed(Array):
    """One whose texts lie elsewhere."""

    def __init__(self, texts: list[str | None], name: str) -> None:
        super().__init__(texts, "<i8")
        self.type = name

    def cast(self, name: str) -> Array:
        assert name == "large_string"
        plain = Array([], "<i8")
        plain.__dict__.update(vars(self) | {"type": name})
        return plain


@pytest.mark.parametrize("name", ["string_view", "dictionary<values=string, indices=int32, ordered=0>"])
def test_string_arrays_that_lie_otherwise_are_cast(name: str) -> None:
    assert list(EncodedTexts.of_arrow(Viewed(["one", None], name)) or ()) == ["one", ""]


def test_the_nulls_of_a_slice_are_its_own() -> None:
    texts = [None if number % 3 else f"text {number}" for number in range(40)]
    for first in range(20):
        array = Array(list(texts))
        array.offset, array._size = 1 + first, 11
        assert list(EncodedTexts.of_arrow(array) or ()) == [text or "" for text in texts[first : first + 11]]


class Numbers:
    """An array of no strings."""

    type = "int64"

    def to_pylist(self) -> list[int | None]:
        return [1, None]


class Chunks:
    """A column of a table."""

    def __init__(self, *chunks: Array) -> None:
        self.chunks = chunks

    def to_pylist(self) -> list[str | None]:
        raise AssertionError("no string is made")


def test_columns_are_taken_chunk_by_chunk() -> None:
    column = Chunks(Array(list(TEXTS[:3])), Array([]), Array(list(TEXTS[3:])))
    assert find_clusters(column).clusters.link.tolist() == find_clusters(TEXTS).clusters.link.tolist()
    assert np.array_equal(signatures(column), signatures(TEXTS))
    bad = Array(["a", "b"])
    bad._buffers[2] = b"skippeda\xff"
    with pytest.raises(ValueError, match=r"^text 4 is no UTF-8: .* at byte 0$"):
        find_clusters(Chunks(Array(list(TEXTS[:3])), bad))
    with pytest.raises(ValueError, match=r"^text 4 is no UTF-8: .* at byte 0$"):
        signatures(Chunks(Array(list(TEXTS[:3])), bad))
    assert len(find_clusters(Chunks()).clusters.link) == 0
    assert signatures(Chunks()).shape == (0, 64)


def test_arrays_of_something_else_are_refused() -> None:
    with pytest.raises(TypeError, match="texts must be strings, not int"):
        find_clusters(Numbers())  # type: ignore[arg-type]
