"""The words of blocks, from their text to hashes: by the kernel where there is one, else fold, part and hash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .compiled import kernel
from .encoded import Lines, lines_of, valid
from .folding import entries
from .normal import folded_lines
from .pairs import offsets_of, ranges
from .shingling import Units, counted_words
from .trim import trimmed_spans

Counts = NDArray[np.int32]

_FEW: Final = 1 << 18
"""Bytes of text of which each character is filled into the table; of more, each page of characters."""


def block_words(texts: Sequence[str], lines: Lines, *, fold_numbers: bool = False) -> tuple[Units, Counts]:
    """The words of the normal form of each text, in order, and how many begin with a digit: int32[n].

    Args:
        lines: `lines_of(texts)`.
        fold_numbers: as in `normal_form`; the kernel does not know of it.

    Raises:
        UnicodeDecodeError: a text is no UTF-8.
    """
    compiled = kernel()
    if compiled is None or fold_numbers:
        return counted_words(folded_lines(texts, valid(lines), fold_numbers=fold_numbers))
    table = entries()
    if len(lines.data) < _FEW and not lines.data.isascii():
        table.know("".join(texts))
    starts, ends = trimmed_spans(texts, lines.data, lines.ends)
    hashes, counts, figures = compiled.words(lines.data, starts, ends, table.values, table.fill)
    left = np.flatnonzero(counts < 0)
    if not len(left):
        return Units(hashes, offsets_of(counts)), figures
    chosen = [texts[number] for number in left.tolist()]
    others, figures[left] = counted_words(folded_lines(chosen, lines_of(chosen)))
    of_others = np.diff(others.offsets)
    counts[left] = of_others
    offsets = offsets_of(counts)
    joined = np.empty(offsets[-1], np.uint64)
    theirs = np.zeros(len(joined), np.bool_)
    theirs[ranges(offsets[left], of_others)] = True
    joined[theirs], joined[~theirs] = others.hashes, hashes
    return Units(joined, offsets), figures
