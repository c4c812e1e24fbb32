"""What is kept of the compared blocks: their text in one buffer, and arrays. Made in workers, joined in the parent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .equality import digests
from .normal import folded_lines, lines_of, normal_form
from .pairs import ranges
from .shingling import Sets, characters, counted_words, distinct, runs, shingles
from .signing import sign

PERMUTATIONS: Final = 64
_FEWER: Final = 12
TABLE: Final = 0.2
"""Share of figures among the words from which on a block is a table or a list of results."""

SCORES: Final = 0.35
PROSE: Final = 24
"""Below this share, from so many words on, it may be prose full of figures: scores of a match, terms of a debt."""

OTHER, CAPTION, DOCUMENT = 0, 1, 2
_KINDS: Final = {"caption": CAPTION, "document": DOCUMENT}
_BATCH: Final = 1 << 20
"""Characters that are folded and shingled together: enough that calls cost little, few enough for a core's cache."""
_GIVEN_BACK: Final = (1 << 25) - (1 << 16)
_FINER_BATCH: Final = 1 << 17
"""The same for shingles of characters: five times as many keys are sorted."""

_COLUMNS: Final = ("i8", "u1", "i4", "i4", "u8", "u4", "i8", "u4")
"""Of the columns that `merge` joins: text sizes, kinds, words, figures, digests, shingles, set sizes, signatures."""


@dataclass(frozen=True, slots=True)
class BlockKeys:
    """Compared blocks, in the order in which they were given. Picklable; nothing in it depends on a path.

    Attributes:
        text: the blocks' own text, UTF-8 (lone surrogates as they are), a line feed behind each.
        text_offsets: int64[n + 1], in bytes: where each begins.
        kinds: uint8[n]: `OTHER`, `CAPTION` or `DOCUMENT`.
        words: int32[n]: words of the normal form; characters in scripts without spaces.
        figures: int32[n]: how many of the words begin with a digit.
        digests: uint64[n, 2]: `digests` of the words of the normal form.
        sets: the shingles that propose pairs; as `runs` has them where the definition proposes by bands alone; empty
            sets where it proposes none.
        signatures: uint32[n, k] of the shingles that propose pairs, k by `permutations_needed`.
    """

    text: bytes | bytearray
    text_offsets: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    words: NDArray[np.int32]
    figures: NDArray[np.int32]
    digests: NDArray[np.uint64]
    sets: Sets
    signatures: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.kinds)

    def block(self, number: int) -> str:
        """The text of one block."""
        part = self.text[self.text_offsets[number] : self.text_offsets[number + 1] - 1]
        return part.decode("utf-8", "surrogatepass")


def proposing_ngram(definition: Alike | None) -> int:
    """Words in a shingle that proposes pairs; characters only verify. 0: nothing is proposed."""
    if definition is None or not (definition.jaccard or definition.containment):
        return 0
    return definition.ngram if definition.unit == "word" else 3


def joins(definition: Alike | None) -> bool:
    """Whether pairs are proposed by shared shingles, too: a resemblance of words is found by bands alone."""
    if not proposing_ngram(definition) or definition is None:
        return False
    return definition.unit == "char" or definition.containment > 0 or definition.jaccard < 0.5


def permutations_needed(definition: Alike | None) -> int:
    """Values in a signature: fewer where the resemblance asked for is high (6 bands of 2 rows: recall .998 at .8)."""
    if not proposing_ngram(definition) or definition is None:
        return 0
    return _FEWER if definition.jaccard >= 0.8 and not definition.containment else PERMUTATIONS


def collect(blocks: Iterable[tuple[str, str]], definition: Alike | None) -> BlockKeys:
    """The keys of some blocks; the same whatever the blocks are collected with.

    Args:
        blocks: kind (as in `newslint.document.KINDS`, or `document`) and text of each, taken one by one: a tuple that
            is kept for each of many blocks costs more than its hashing, as the garbage collector looks at them all.
        definition: when blocks are alike; None compares for equality of the normal form only.

    Raises:
        ValueError: the definition names a unit that is neither `char` nor `word`.
    """
    if definition is not None and definition.unit not in ("char", "word"):
        raise ValueError(f"unit must be char or word, not {definition.unit}")
    _keep_freed_memory()
    kinds, texts = bytearray(), list[str]()
    code, add, keep = _KINDS.get, kinds.append, texts.append
    for kind, text in blocks:
        add(code(kind, OTHER))
        keep(text)
    cuts = _cuts(list(map(len, texts)), _BATCH)
    return merge(_collect(kinds[start:end], texts[start:end], definition) for start, end in cuts)


@cache
def _keep_freed_memory() -> None:
    """Has the allocator of glibc use freed arrays again, where it would have the system make each anew, page by page.

    It takes blocks above a threshold from the system, and raises that to the largest of up to 32 MiB that was given
    back (mallopt(3), M_MMAP_THRESHOLD). This one is never written to, so that it is no memory at all.
    """
    np.empty(_GIVEN_BACK, np.uint8)


def merge(parts: Iterable[BlockKeys]) -> BlockKeys:
    """The keys of several runs of blocks, one run after another.

    Args:
        parts: taken one by one, so that a generator's need no memory beside the result.
    """
    filled = iter(part for part in parts if len(part))
    first = next(filled, None)
    second = next(filled, None)
    if first is None or second is None:
        return first or _collect(b"", [], None)
    joined = Joined()
    for part in chain([first, second], filled):
        joined.add(part)
    return joined.keys()


class Joined:
    """The keys of several runs of blocks, joined as they come. What grows, grows in place: nothing is held twice.

    The first run stays as it came until there is a second one: that of a small corpus is not copied.
    """

    def __init__(self) -> None:
        self._first: BlockKeys | None = None
        self._text, self._columns = bytearray(), [bytearray() for _ in _COLUMNS]
        self._permutations = 0

    def add(self, part: BlockKeys) -> None:
        """Puts the keys of one run behind those before.

        Raises:
            BufferError: the result of several runs has been asked for.
        """
        if not len(part):
            return
        if self._first is None and not self._text:
            self._first = part
            return
        if self._first is not None:
            first, self._first = self._first, None
            self._append(first)
        self._append(part)

    def _append(self, part: BlockKeys) -> None:
        self._text += part.text
        self._permutations = part.signatures.shape[1]
        sizes, sets = np.diff(part.text_offsets), part.sets
        values: tuple[NDArray[Any], ...] = (sizes, part.kinds, part.words, part.figures, part.digests)
        for column, value in zip(self._columns, (*values, sets.hashes, sets.sizes, part.signatures), strict=True):
            column += np.ascontiguousarray(value).data

    def keys(self) -> BlockKeys:
        """The keys of all runs. They share their memory with this object."""
        if self._first is not None:
            return _contiguous(self._first)
        arrays: list[NDArray[Any]] = [
            np.frombuffer(one, kind) for one, kind in zip(self._columns, _COLUMNS, strict=True)
        ]
        text_sizes, kinds, word_counts, digits, digests, hashes, set_sizes, signatures = arrays
        return BlockKeys(
            self._text,
            _offsets(text_sizes),
            kinds,
            word_counts,
            digits,
            digests.reshape(-1, 2),
            Sets(hashes, _offsets(set_sizes)),
            signatures.reshape(len(kinds), self._permutations),
        )


def _contiguous(keys: BlockKeys) -> BlockKeys:
    """The same keys, no column of which lies between others."""

    return BlockKeys(
        keys.text,
        keys.text_offsets,
        np.ascontiguousarray(keys.kinds),
        np.ascontiguousarray(keys.words),
        np.ascontiguousarray(keys.figures),
        np.ascontiguousarray(keys.digests),
        keys.sets,
        np.ascontiguousarray(keys.signatures),
    )


def take(keys: BlockKeys, numbers: NDArray[np.int64] | Sequence[int]) -> BlockKeys:
    """The keys of the blocks `numbers`, in that order."""
    numbers = np.asarray(numbers, np.int64)
    text_sizes = np.diff(keys.text_offsets)[numbers]
    text = np.frombuffer(keys.text, np.uint8)[ranges(keys.text_offsets[numbers], text_sizes)]
    return BlockKeys(
        text.tobytes(),
        _offsets(text_sizes),
        keys.kinds[numbers],
        keys.words[numbers],
        keys.figures[numbers],
        keys.digests[numbers],
        keys.sets.take(numbers),
        keys.signatures[numbers],
    )


def finer_sets(texts: Sequence[str], ngram: int) -> Sets:
    """The shingles of characters, which only verify."""
    return _joined_sets([shingles(characters(normal_form(part)), ngram) for part in _parts(texts, _FINER_BATCH)])


def _collect(kinds: bytes | bytearray, texts: Sequence[str], definition: Alike | None) -> BlockKeys:
    lines = lines_of(texts)
    units, figures = counted_words(folded_lines(texts, lines))
    none = Sets(np.zeros(0, np.uint32), np.zeros(len(texts) + 1, np.int64))
    ngram = proposing_ngram(definition)
    found = runs(units, ngram) if ngram else none
    return BlockKeys(
        lines.text,
        np.concatenate([np.zeros(1, np.int64), lines.ends + 1]),
        np.frombuffer(kinds, np.uint8),
        np.diff(units.offsets).astype(np.int32),
        figures,
        digests(units),
        distinct(*found) if joins(definition) else found,
        sign(found, permutations_needed(definition)) if ngram else np.zeros((len(texts), 0), np.uint32),
    )


def _parts(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start, end in _cuts(list(map(len, texts)), size):
        yield texts[start:end]


def _cuts(sizes: Sequence[int], limit: int) -> Iterator[tuple[int, int]]:
    """Start and end of runs whose sizes sum to about `limit`."""
    ends = list(accumulate(sizes))
    start = total = 0
    while start < len(ends):
        end = min(bisect_left(ends, total + limit, start) + 1, len(ends))
        yield start, end
        start, total = end, ends[end - 1]


def _joined_sets(parts: Sequence[Sets]) -> Sets:
    hashes = np.concatenate([np.zeros(0, np.uint32), *(part.hashes for part in parts)])
    return Sets(hashes, _joined_offsets([part.offsets for part in parts]))


def _offsets(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    offsets = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=offsets[1:])
    return offsets


def _joined_offsets(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return _offsets(np.concatenate([np.zeros(0, np.int64), *(np.diff(part) for part in parts)]))
