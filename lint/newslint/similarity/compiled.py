"""The inner loops in C (kernel.c), where the installation could compile them; elsewhere numpy does the same.

Nothing depends on which of the two it is: every result is the same, bit for bit. `NEWSLINT_NO_KERNEL` in the
environment, set to anything, has numpy do it all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import ctypes  # a Python may come without it: see `load`

SOURCE: Final = Path(__file__).with_name("kernel.c")
LIBRARY: Final = SOURCE.with_name("_kernel.dll" if sys.platform == "win32" else "_kernel.so")
SWITCH: Final = "NEWSLINT_NO_KERNEL"

_BEYOND: Final = 64
"""Bytes behind a folded line that the kernel touches."""
_FUNCTIONS: Final = {
    "newslint_line_ends": "data size ends n",
    "newslint_words": "data size starts ends n table folded n edges hashes n filled counts figures unknown",
    "newslint_runs": "values offsets n n hashes new",
    "newslint_sign": "hashes offsets n a b n signatures",
    "newslint_sign_runs": "values offsets n n a b n signatures",
    "newslint_digests": "values offsets n factors n digests",
    "newslint_overlap": "hashes offsets first second n shared",
    "newslint_trimmable": "data size starts ends n classes names n labels n numbers",
}
"""What each takes; `n` and `size` are int64, all others point to arrays."""
_COUNTING: Final = ("newslint_line_ends", "newslint_words", "newslint_trimmable")
"""Those that return an int64; others return nothing."""

Places = NDArray[np.int64]
Values = NDArray[np.uint64]
Hashes = NDArray[np.uint32]
Counts = NDArray[np.int32]
Bytes = NDArray[np.uint8]


class Kernel:
    """The functions of the library, on arrays of the types that are named; none of them keeps anything.

    Args:
        library: made of this kernel.c.
    """

    def __init__(self, library: ctypes.CDLL) -> None:
        from ctypes import c_int64, c_void_p

        self._library = library
        for name, arguments in _FUNCTIONS.items():
            function = getattr(library, name)
            function.argtypes = [c_int64 if one in ("n", "size") else c_void_p for one in arguments.split()]
            function.restype = c_int64 if name in _COUNTING else None

    def line_ends(self, data: bytes, lines: int) -> Places | None:
        """Where the line feeds are in `data`; None where there are not as many as `lines`."""
        ends = np.empty(lines, np.int64)
        return ends if self._library.newslint_line_ends(data, len(data), _at(ends), lines) == lines else None

    def words(
        self, data: bytes, starts: Places, ends: Places, table: Values, fill: Callable[[int], None]
    ) -> tuple[Values, Counts, Counts]:
        """The hashes of the words of lines, how many each line has, and how many of them begin with a digit.

        Args:
            data: UTF-8.
            starts: int64[n], where the compared part of each line begins; `ends` where it ends.
            table: uint64[0x110000], as `folding.Entries` has it.
            fill: completes the table for the page of a code point.

        Returns:
            uint64[m]; int32[n], -1 for the lines that have to be done elsewhere; int32[n].
        """
        from ctypes import byref, c_int64, c_uint32

        lines = len(starts)
        longest = int((ends - starts).max(initial=0))
        folded = np.empty(2 * longest + _BEYOND, np.uint8)
        edges = np.empty(len(folded), np.int32)
        hashes = np.empty(len(data) // 2 + lines + 1, np.uint64)
        counts, figures = np.empty(lines, np.int32), np.empty(lines, np.int32)
        filled, unknown = c_int64(0), c_uint32(0)
        done = 0
        while done < lines:
            done += self._library.newslint_words(
                data,
                len(data),
                _at(starts[done:]),
                _at(ends[done:]),
                lines - done,
                _at(table),
                _at(folded),
                len(folded),
                _at(edges),
                _at(hashes),
                len(hashes),
                byref(filled),
                _at(counts[done:]),
                _at(figures[done:]),
                byref(unknown),
            )
            if done < lines:
                fill(unknown.value)
        return hashes[: filled.value], counts, figures

    def runs(self, values: Values, offsets: Places, ngram: int) -> tuple[Hashes, Places]:
        """As `shingling.runs`."""
        values, offsets = _sets(values, offsets, np.uint64)
        hashes, new = np.empty(len(values), np.uint32), np.empty(len(offsets), np.int64)
        self._library.newslint_runs(_at(values), _at(offsets), len(offsets) - 1, ngram, _at(hashes), _at(new))
        return hashes[: new[-1]], new

    def sign(self, hashes: Hashes, offsets: Places, a: Hashes, b: Hashes) -> Hashes:
        """As `signing.sign`, by the permutations `a * h + b`."""
        hashes, offsets = _sets(hashes, offsets, np.uint32)
        signatures = np.empty((len(offsets) - 1, len(a)), np.uint32)
        self._library.newslint_sign(
            _at(hashes), _at(offsets), len(offsets) - 1, _at(a), _at(b), len(a), _at(signatures)
        )
        return signatures

    def sign_runs(self, values: Values, offsets: Places, ngram: int, a: Hashes, b: Hashes) -> Hashes:
        """`sign` of `runs`, which are kept nowhere."""
        values, offsets = _sets(values, offsets, np.uint64)
        signatures = np.empty((len(offsets) - 1, len(a)), np.uint32)
        sizes = (len(offsets) - 1, ngram)
        self._library.newslint_sign_runs(_at(values), _at(offsets), *sizes, _at(a), _at(b), len(a), _at(signatures))
        return signatures

    def digests(self, values: Values, offsets: Places, factors: Values) -> Values:
        """As `equality.digests`; `factors` is uint64[2, k], k no less than the words of the longest text."""
        values, offsets = _sets(values, offsets, np.uint64)
        digests = np.empty((len(offsets) - 1, 2), np.uint64)
        self._library.newslint_digests(
            _at(values), _at(offsets), len(offsets) - 1, _at(factors), factors.shape[1], _at(digests)
        )
        return digests

    def overlap(self, hashes: Hashes, offsets: Places, first: Places, second: Places) -> Places:
        """How many hashes each pair of sets shares; the numbers of `first` and `second` are those of sets."""
        hashes, offsets = _sets(hashes, offsets, np.uint32)
        numbers = np.stack([first, second]).astype(np.int64)
        if numbers.size and not 0 <= numbers.min() <= numbers.max() < len(offsets) - 1:
            raise IndexError("there is no set of such a number")
        shared = np.empty(len(first), np.int64)
        sides = (_at(numbers[0]), _at(numbers[1]), len(shared))
        self._library.newslint_overlap(_at(hashes), _at(offsets), *sides, _at(shared))
        return shared

    def trimmable(
        self, data: bytes, starts: Places, ends: Places, classes: Bytes, names: bytes, labels: bytes
    ) -> Places:
        """The numbers of the lines that may have a dateline or a credit.

        Args:
            classes: uint8[256], as `trim` has them.
            names: of agencies, `labels` of pictures in small letters: UTF-8, each ended by a line feed.
        """
        numbers = np.empty(len(starts), np.int64)
        lines = (_at(starts), _at(ends), len(starts))
        listed = (names, len(names), labels, len(labels))
        found = self._library.newslint_trimmable(data, len(data), *lines, _at(classes), *listed, _at(numbers))
        return numbers[:found]


@cache
def kernel() -> Kernel | None:
    """The kernel; None where there is none, or one of another source, or none is wanted."""
    return None if os.environ.get(SWITCH) else load(LIBRARY)


def load(path: Path) -> Kernel | None:
    """The kernel in a library; None where it is none of this source."""
    try:
        from ctypes import CDLL, c_uint32

        library = CDLL(str(path))
        library.newslint_source.restype = c_uint32
        same = library.newslint_source() == crc32(SOURCE.read_bytes()) and library.newslint_little_endian() == 1
    except (ImportError, OSError, AttributeError):
        return None
    return Kernel(library) if same else None


def _sets(values: NDArray[Any], offsets: Places, kind: type[Any]) -> tuple[NDArray[Any], Places]:
    """Values and where each set of them begins, as the kernel takes them.

    Raises:
        ValueError: a set lies outside the values.
    """
    values, offsets = np.ascontiguousarray(values, kind), np.ascontiguousarray(offsets, np.int64)
    if offsets[0] < 0 or offsets[-1] > len(values) or (offsets[1:] < offsets[:-1]).any():
        raise ValueError("offsets must ascend within the values")
    return values, offsets


def _at(array: NDArray[Any]) -> int:
    """Where an array lies."""
    if not array.flags.c_contiguous:
        raise ValueError("the kernel takes contiguous arrays only")
    return int(array.ctypes.data)
