"""The rare characters of many texts at once, with numpy: loaded only where it pays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from newslint import processor  # noqa: F401 -- before numpy: see there

# isort: split
import numpy as np
from numpy.typing import NDArray

from newslint.text import ORDINARY, common_han, rare_characters

_SURROGATES: Final = range(0xD800, 0xE000)


def rare_characters_of(texts: Sequence[str]) -> list[frozenset[str]]:
    """`text.rare_characters` of each text: one look at every character of all of them, in UTF-16.

    Memory: some 20 bytes a character. A text with characters beyond the Basic Multilingual Plane is looked at alone.
    """
    parts = [text.encode("utf-16-le", "surrogatepass") for text in texts]
    codes = np.frombuffer(b"".join(parts), dtype="<u2")
    lengths = np.fromiter(map(len, parts), dtype=np.int64, count=len(texts)) // 2
    places = np.flatnonzero(_is_rare().take(codes))
    codes = codes[places]
    present = np.bincount(codes, minlength=1 << 16)
    kinds = np.flatnonzero(present)
    if not len(kinds):
        return [frozenset()] * len(texts)
    ranks = np.zeros(1 << 16, dtype=np.int64)
    ranks[kinds] = np.arange(len(kinds))
    counts = np.diff(np.searchsorted(places, np.cumsum(lengths)), prepend=0)
    held = np.zeros(len(texts) * len(kinds), dtype=np.bool_)
    held[np.repeat(np.arange(len(texts)) * len(kinds), counts) + ranks.take(codes)] = True
    return _sets(texts, held.reshape(len(texts), len(kinds)), kinds)


def _sets(texts: Sequence[str], held: NDArray[np.bool_], kinds: NDArray[np.int64]) -> list[frozenset[str]]:
    characters = list(map(chr, kinds.tolist()))
    halves = [rank for rank, kind in enumerate(kinds.tolist()) if kind in _SURROGATES]
    split = np.isin(np.arange(len(texts)), np.flatnonzero(held[:, halves].any(axis=1))).tolist()
    numbers, ranks = np.nonzero(held)
    ends = np.searchsorted(numbers, np.arange(1, len(texts) + 1)).tolist()
    found = [characters[rank] for rank in ranks.tolist()]
    begins = [0, *ends[:-1]]
    return [
        rare_characters(text) if is_split else frozenset(found[begin:end])
        for text, is_split, begin, end in zip(texts, split, begins, ends, strict=True)
    ]


@cache
def _is_rare() -> NDArray[np.bool_]:
    """By code point: what `text.rare_characters` tells."""
    table = np.ones(1 << 16, dtype=np.bool_)
    table[[*ORDINARY, *map(ord, common_han())]] = False
    return table
