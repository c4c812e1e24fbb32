"""Texts as UTF-8 in one buffer: strings as they are encoded, lines of a file and string arrays of Arrow as they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import index
from typing import Any, Final, NamedTuple, Protocol, cast, overload

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel

Places = NDArray[np.int64]

_FEED: Final = b"\n"
_PART: Final = 1 << 18
"""Bytes that are looked through for line feeds together: as many as a core's cache holds."""
_STEP: Final = 256
"""Strings that are looked at together."""
_OFFSETS: Final = {"string": "<i4", "large_string": "<i8"}
"""Types of Arrow, and of their offsets (Arrow Columnar Format, Variable-size Binary Layout)."""
_CAST: Final = ("string_view", "dictionary<values=string,", "dictionary<values=large_string,")
"""How types begin that lie otherwise, and are cast to those."""


class StringArray(Protocol):
    """A string array of Arrow, or a column of several: as far as it is looked at where its texts lie otherwise."""

    def to_pylist(self) -> list[str | None]:
        """Its texts as strings."""


class Lines(NamedTuple):
    """Texts as UTF-8, each ended by a line feed.

    Attributes:
        text: their own bytes.
        data: the same with spaces in the place of the line feeds inside them.
        ends: int64[n]: the line feeds in `data`.
    """

    text: bytes
    data: bytes
    ends: Places


class EncodedTexts(Sequence[str]):
    """Texts that lie in a buffer as UTF-8, lone surrogates as they are. One becomes a string where it is asked for.

    Args:
        data: any contiguous buffer, such as `bytes` or an `mmap`. It must not change as long as this is used.
        starts: int64[n], in bytes: where each text begins.
        ends: int64[n]: where each ends.

    Raises:
        TypeError: these are no buffer, or no whole numbers.
        ValueError: a text lies outside of the data, or ends before it begins; or starts and ends are not as many.
    """

    def __init__(self, data: Any, starts: NDArray[Any] | Sequence[int], ends: NDArray[Any] | Sequence[int]) -> None:
        self._data = memoryview(data).cast("B")
        self._starts, self._ends = _places(starts), _places(ends)
        if self._starts.ndim != 1 or self._starts.shape != self._ends.shape:
            raise ValueError(f"{self._starts.size} starts and {self._ends.size} ends are no lists of as many")
        if len(self) and (
            self._starts.min() < 0 or self._ends.max() > len(self._data) or (self._ends < self._starts).any()
        ):
            raise ValueError("a text must lie within the data and end behind its start")
        self._are_lines = False

    @classmethod
    def lines(cls, data: Any) -> EncodedTexts:
        """One text a line. Only a line feed ends a line; the last one may lack it."""
        data = memoryview(data).cast("B")
        codes = np.frombuffer(data, np.uint8)
        ends = np.concatenate(
            [np.zeros(0, np.int64)]
            + [np.flatnonzero(codes[at : at + _PART] == _FEED[0]) + at for at in range(0, len(codes), _PART)]
        )
        if len(data) and not (len(ends) and ends[-1] == len(data) - 1):
            ends = np.append(ends, len(data))
        texts = cls(data, np.concatenate([np.zeros(min(1, len(ends)), np.int64), ends[:-1] + 1]), ends)
        texts._are_lines = True
        return texts

    @classmethod
    def of_arrow(cls, array: Any) -> EncodedTexts | None:
        """A string array of Arrow, null as an empty text; None for what is no string array."""
        name = str(getattr(array, "type", ""))
        if name.startswith(_CAST):
            array, name = array.cast("large_string"), "large_string"
        kind = _OFFSETS.get(name)
        if kind is None:
            return None
        valid, offsets, data = array.buffers()
        if offsets is None or not len(array):
            return cls(b"", np.zeros(len(array), np.int64), np.zeros(len(array), np.int64))
        first, last = array.offset, array.offset + len(array)
        places = np.frombuffer(offsets, kind, last + 1)[first:].astype(np.int64)
        starts, ends = places[:-1], places[1:]
        if valid is not None:
            bits = np.unpackbits(np.frombuffer(valid, np.uint8)[first // 8 : last // 8 + 1], bitorder="little")
            ends = np.where(bits[first % 8 :][: len(array)], ends, starts)
        return cls(data or b"", starts, ends)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> EncodedTexts: ...

    def __getitem__(self, place: int | slice) -> str | EncodedTexts:
        if isinstance(place, slice):
            part = EncodedTexts(self._data, self._starts[place], self._ends[place])
            part._are_lines = self._are_lines and place.step in (None, 1)
            return part
        number = index(place)
        return str(self._data[self._starts[number] : self._ends[number]], "utf-8", "surrogatepass")

    def __reduce__(self) -> tuple[type[EncodedTexts], tuple[bytes, Places, Places]]:
        low, high = (int(self._starts.min()), int(self._ends.max())) if len(self) else (0, 0)
        return EncodedTexts, (bytes(self._data[low:high]), self._starts - low, self._ends - low)

    @property
    def sizes(self) -> Places:
        """In bytes: int64[n]."""
        return self._ends - self._starts

    @property
    def text(self) -> memoryview | None:
        """The data, where nothing but a line feed stands behind each text; else None."""
        whole = self._are_lines and len(self) and self._starts[0] == 0 and self._ends[-1] + 1 == len(self._data)
        return self._data if whole else None

    def encoded(self) -> Lines:
        """As `lines_of`."""
        if self._are_lines and len(self):
            start, end = int(self._starts[0]), int(self._ends[-1])
            text = bytes(self._data[start : end + 1])
            text = text if len(text) > end - start else text + _FEED
            return Lines(text, text, self._ends - start)
        parts = zip(self._starts.tolist(), self._ends.tolist(), strict=True)
        return _lines([bytes(self._data[start:end]) for start, end in parts])


@contextmanager
def naming_what_is_no_utf8(texts: Sequence[str | None], before: int = 0) -> Iterator[None]:
    """Has the error about a text that is no UTF-8 name it, by its number after so many others.

    Raises:
        ValueError: instead of UnicodeDecodeError.
    """
    try:
        yield
    except UnicodeDecodeError:
        for number in range(len(texts)):
            try:
                texts[number]
            except UnicodeDecodeError as error:
                raise ValueError(f"text {before + number} is no UTF-8: {error.reason} at byte {error.start}") from None
        raise


def sequences_of(texts: Any) -> list[Sequence[str | None]]:
    """Texts as they lie, in one sequence or several: Arrow keeps columns in chunks. `parts_of` looks at each.

    Raises:
        TypeError: it is one text, or holds no texts in an order: a set, a mapping, a frame of columns.
    """
    name = type(texts).__name__
    if isinstance(texts, (str, bytes, bytearray, memoryview)):
        raise TypeError(f"texts must be several strings, not one {name}")
    if isinstance(texts, (Mapping, set, frozenset)) or hasattr(texts, "columns"):  # else its keys or names were taken
        raise TypeError(f"texts must be strings in an order, such as a list or one column, not a {name}")
    if isinstance(texts, EncodedTexts):
        return [texts]
    if not hasattr(texts, "to_pylist"):
        return [texts if isinstance(texts, list) else list(texts)]
    encoded = ((array, EncodedTexts.of_arrow(array)) for array in getattr(texts, "chunks", [texts]))
    return [array.to_pylist() if found is None else found for array, found in encoded] or [[]]


def texts_of(texts: Any) -> Sequence[str]:
    """Several texts in one sequence.

    Raises:
        TypeError: as `sequences_of`; or one of them is no text, or missing.
    """
    parts = sequences_of(texts)
    if len(parts) == 1 and isinstance(parts[0], EncodedTexts):
        return parts[0]
    found = parts[0] if len(parts) == 1 else [text for part in parts for text in part]
    if set(map(type, found)) <= {str}:
        return cast(Sequence[str], found)
    for number, text in enumerate(found):
        if not isinstance(text, str):
            raise TypeError(f"texts must be strings, not {type(text).__name__} (text {number})")
    return cast(Sequence[str], found)


def parts_of(texts: Sequence[str | None], size: int) -> Iterator[Sequence[str]]:
    """Runs of texts of about `size` characters together, or bytes where they lie encoded. A missing text becomes empty.

    Raises:
        TypeError: one of them is no text.
    """
    if isinstance(texts, EncodedTexts):
        ends = np.cumsum(texts.sizes)
        start = total = 0
        while start < len(ends):
            end = min(int(np.searchsorted(ends, total + size)) + 1, len(ends))
            yield texts[start:end]
            start, total = end, int(ends[end - 1])
        return
    part: list[str] = []
    left = size
    for start in range(0, len(texts), _STEP):  # a string that has just been looked at is still in a core's cache
        step = _strings(texts[start : start + _STEP], start)
        sizes = list(map(len, step))
        total = sum(sizes)
        if total < left:
            part += step
            left -= total
            continue
        for text, length in zip(step, sizes, strict=True):
            part.append(text)
            left -= length
            if left <= 0:
                yield part
                part, left = [], size
    if part:
        yield part


def _strings(texts: Sequence[Any], before: int) -> Sequence[str]:
    if set(map(type, texts)) <= {str}:
        return texts
    for number, text in enumerate(texts, before):
        if text is not None and not isinstance(text, str):
            raise TypeError(f"texts must be strings, not {type(text).__name__} (text {number})")
    return [text or "" for text in texts]


def valid(lines: Lines) -> Lines:
    """The lines.

    Raises:
        UnicodeDecodeError: they are no UTF-8, as those of `EncodedTexts` may be.
    """
    lines.text.decode("utf-8", "surrogatepass")
    return lines


def lines_of(texts: Sequence[str]) -> Lines:
    """The texts as UTF-8, lone surrogates as they are. Whether `EncodedTexts` are `valid` is not looked at."""
    if isinstance(texts, EncodedTexts):
        return texts.encoded()
    try:
        return _lines(list(map(str.encode, texts)))
    except UnicodeEncodeError:
        return _lines([text.encode("utf-8", "surrogatepass") for text in texts])


def _places(numbers: Any) -> Places:
    return np.asarray(numbers).astype(np.int64, casting="same_kind") if len(numbers) else np.zeros(0, np.int64)


def _lines(texts: list[bytes]) -> Lines:
    text = data = _FEED.join([*texts, b""])
    ends = _ends(data, len(texts))
    if ends is None:
        data = _FEED.join([*(text.replace(_FEED, b" ") for text in texts), b""])
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == _FEED[0])
    return Lines(text, data, ends)


def _ends(data: bytes, lines: int) -> Places | None:
    """Where the line feeds are; None where there are more than lines."""
    if (compiled := kernel()) is not None:
        return compiled.line_ends(data, lines)
    ends = np.flatnonzero(np.frombuffer(data, np.uint8) == _FEED[0])
    return ends if len(ends) == lines else None
