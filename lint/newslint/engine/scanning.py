"""Finds strings in many texts at once: one search through all of them costs less than one in each."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from newslint.text import character_set

if TYPE_CHECKING:
    from newslint.scan import Scan

EMPTY: Final[Mapping[Any, Sequence[int]]] = MappingProxyType({})
_SEPARATOR: Final = b"\0"
_LETTERS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") | frozenset(
    range(128, 256)
)
_OTHER: Final = ord("-")
_BLANK: Final = ord(" ")
_FIRST_CLASS: Final = ord("0")


class Texts:
    """The texts of a batch as one, in UTF-8.

    Attributes:
        parts: each of them.
        data: all of them, a NUL behind each.
        sizes, starts: how many bytes each has, and where it begins in `data`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.parts = [text.encode("utf-8", "surrogatepass") for text in texts]
        self.data = _SEPARATOR.join((*self.parts, b""))
        self.sizes = list(map(len, self.parts))
        self.starts = [*accumulate((size + 1 for size in self.sizes), initial=0)]

    def with_string(self, wanted: bytes) -> Iterator[int]:
        """Numbers of the texts in which a string stands."""
        place = self.data.find(wanted)
        while place >= 0:
            number = self.number_at(place)
            yield number
            place = self.data.find(wanted, self.starts[number + 1])

    def number_at(self, place: int) -> int:
        """The number of the text at a place in the data."""
        return bisect_right(self.starts, place) - 1


_AT_ONCE: Final = 1 << 16
"""Bytes of a batch from which looking for all strings in one pass pays, where numpy is there already."""
_LONG_RUN: Final = 1 << 19
"""Bytes after which it is loaded: that takes as long as looking for the strings one by one in so many."""


class Search:
    """Finds which texts of a batch hold which strings and words.

    Args:
        strings: in UTF-8, each with the numbers of the rules that ask for it.
        words: the same for short words of ASCII letters (see `Words`).
        joints: the same for characters side by side (`Needs.joints`). Only a pass for all of them finds these; else
            every text counts as one that holds them.
        rare: further strings, of two bytes at least, that only such a pass looks for: else who asks finds them by their
            rare characters.
    """

    def __init__(
        self,
        strings: Mapping[bytes, Sequence[int]],
        words: Mapping[str, Sequence[int]] = EMPTY,
        joints: Mapping[tuple[str, ...], Sequence[int]] = EMPTY,
        rare: Mapping[bytes, Sequence[int]] = EMPTY,
    ) -> None:
        self._strings, self._words, self._joints, self._rare = strings, words, joints, rare
        self._one_by_one = Words(words)
        self._unclear = [string for string in strings if len(string) < 2 or _SEPARATOR in string]
        self._clear = [string for string in strings if string not in self._unclear]
        joined = {number for numbers in joints.values() for number in numbers}
        self._asking_joints = sorted(joined)
        self._doubtful = [string for string in self._clear if not joined.issuperset(strings[string])]
        self._seen = 0
        self._scan: tuple[Scan, list[Sequence[int]]] | None = None

    def takes_one_pass(self, texts: Texts) -> bool:
        """Whether one pass pays for the next batch: numpy is there, or the run is long. To be asked once a batch."""
        size = len(texts.data)
        self._seen += size
        return size >= _AT_ONCE and ("numpy" in sys.modules or self._seen >= _LONG_RUN)

    def found(self, texts: Texts, *, in_one_pass: bool) -> Iterator[tuple[int, Sequence[int]]]:
        """Numbers of texts, each with the numbers of rules that ask for something in it; some more than once."""
        for string in self._unclear:
            for number in texts.with_string(string):
                yield number, self._strings[string]
        if in_one_pass:
            scan, asking = self._scan = self._scan or self._made_for(texts)
            for wanted, numbers in scan.numbers(texts.data, texts.starts):
                for number in numbers:
                    yield number, asking[wanted]
            return
        if self._asking_joints:
            yield from ((number, self._asking_joints) for number in range(len(texts.starts) - 1))
        for string in self._doubtful:
            for number in texts.with_string(string):
                yield number, self._strings[string]
        for word, number in self._one_by_one.found(texts):
            yield number, self._words[word]

    def _made_for(self, texts: Texts) -> tuple[Scan, list[Sequence[int]]]:
        """What finds all of it in one pass through texts like these, and which rules ask for each."""
        from newslint.scan import Scan, byte_classes

        words = [b" " + word.encode("ascii") for word in self._words]
        asking = [self._strings[string] for string in self._clear]
        asking += [*self._rare.values(), *self._words.values()]
        joints = []
        for joint, numbers in self._joints.items():
            bytewise = byte_classes([character_set(characters) for characters in joint])
            joints += bytewise
            asking += [numbers] * len(bytewise)
        ends = bytes(code for code in range(256) if code not in _LETTERS)
        return Scan([*self._clear, *self._rare], words, ends, joints, texts.data), asking


class Words:
    """Finds short words that stand behind a blank, and before a blank or a sign.

    Searching for each would take as long as all other conditions together: short words of common letters are the worst
    that one can search for. So letters of words of one length become one sign, which makes them one word; what is found
    is looked at again.

    Args:
        words: of ASCII letters.
    """

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(word.encode("ascii") for word in words)
        lengths = sorted({len(word) for word in self._words})
        classes = _classes(self._words, lengths)
        table = bytearray(b" " * 256)
        for code in _LETTERS:
            table[code] = classes.get(code, _OTHER)
        self._table = bytes(table)
        signs = {length: classes[next(word for word in self._words if len(word) == length)[0]] for length in lengths}
        self._shapes = [b" " + bytes([signs[length]]) * length + b" " for length in lengths]

    def found(self, texts: Texts) -> Iterator[tuple[str, int]]:
        """The words, each with the number of a text in which it stands; some more than once."""
        mapped = texts.data.translate(self._table) if self._shapes else b""
        for shape in self._shapes:
            place = mapped.find(shape)
            while place >= 0:
                word = texts.data[place + 1 : place + len(shape) - 1]
                if word in self._words and texts.data[place] == _BLANK:
                    yield word.decode("ascii"), texts.number_at(place)
                place = mapped.find(shape, place + 1)


def _classes(words: Collection[bytes], lengths: Sequence[int]) -> Mapping[int, int]:
    """A sign for each letter: one for the letters of all words of a length, and where a letter is in two, for both."""
    classes: dict[int, int] = {}
    for number, length in enumerate(lengths):
        letters = {code for word in words if len(word) == length for code in word}
        shared = {classes[code] for code in letters if code in classes}
        sign = min(shared, default=_FIRST_CLASS + number)
        for code in (*letters, *(code for code, known in classes.items() if known in shared)):
            classes[code] = sign
    return classes
