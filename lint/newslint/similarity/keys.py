"""The keys of blocks, from their kinds and texts, as a definition of likeness needs them. Made in workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newslint.document import KINDS
from newslint.rule import Alike

from .block_keys import CAPTION, DOCUMENT, OTHER, BlockKeys, merge
from .block_words import block_words
from .encoded import EncodedTexts, lines_of, naming_what_is_no_utf8, parts_of
from .equality import digests
from .normal import normal_form
from .pairs import offsets_of
from .shingling import Sets, Units, characters, distinct, runs, shingles
from .signing import sign, sign_runs

PERMUTATIONS: Final = 64
_FEWER: Final = 12
TABLE: Final = 0.2
"""Share of figures among the words from which on a block is a table or a list of results."""

SCORES: Final = 0.35
PROSE: Final = 24
"""Below this share, from so many words on, it may be prose full of figures: scores of a match, terms of a debt."""

_KINDS: Final = {**dict.fromkeys(KINDS, OTHER), "caption": CAPTION, "document": DOCUMENT}
_BATCH: Final = 1 << 20
"""Characters that are folded and shingled together: enough that calls cost little, few enough for a core's cache."""
_GIVEN_BACK: Final = (1 << 25) - (1 << 16)
_FINER_BATCH: Final = 1 << 17
"""The same for shingles of characters: five times as many keys are sorted."""


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


def definition_of(given: Alike | None) -> Alike:
    """What was given, or the definition of `Alike()`.

    Raises:
        TypeError: it is no definition.
        ValueError: as `Alike.check`.
    """
    definition = Alike() if given is None else given
    if not isinstance(definition, Alike):
        raise TypeError(f"a definition is an Alike, not {type(definition).__name__}")
    definition.check()
    return definition


def collect(blocks: Iterable[tuple[str, str]], definition: Alike | None) -> BlockKeys:
    """The keys of some blocks; the same whatever the blocks are collected with.

    Args:
        blocks: kind (as in `newslint.document.KINDS`, or `document`) and text of each, taken one by one: a tuple that
            is kept for each of many blocks costs more than its hashing, as the garbage collector looks at them all.
        definition: when blocks are alike; None compares for equality of the normal form only.

    Raises:
        TypeError: a text is no string.
        ValueError: an unknown kind is named; or as `Alike.check`.
    """
    _check(definition)
    return merge(_collect(np.frombuffer(kinds, np.uint8), texts, definition) for kinds, texts in _batches(blocks))


def collect_texts(texts: Sequence[str | None], kind: str, definition: Alike | None, before: int = 0) -> BlockKeys:
    """As `collect`, of texts that are all of one kind.

    Args:
        before: so many texts come before these; errors count from the first of them on.

    Raises:
        ValueError: as `collect`; or one of `EncodedTexts` is no UTF-8.
    """
    _check(definition)
    code = _KINDS.get(kind, OTHER)
    parts = (_collect(np.full(len(part), code, np.uint8), part, definition) for part in parts_of(texts, _BATCH))
    text = texts.text if isinstance(texts, EncodedTexts) else None
    with naming_what_is_no_utf8(texts, before):
        if text is None:
            return merge(parts)
        return replace(merge(replace(part, text=b"") for part in parts), text=text)  # it lies there already


def signatures_of(
    texts: Sequence[str | None], ngram: int, permutations: int, seed: int, before: int = 0
) -> NDArray[np.uint32]:
    """The signatures of the word shingles of texts: uint32[n, permutations].

    Args:
        before: as `collect_texts` takes it.

    Raises:
        ValueError: `ngram` or `permutations` is below 1; or one of `EncodedTexts` is no UTF-8.
    """
    found = [sign_runs(Units(np.zeros(0, np.uint64), np.zeros(1, np.int64)), ngram, permutations, seed)]
    with naming_what_is_no_utf8(texts, before):
        for part in parts_of(texts, _BATCH):
            units, _ = block_words(part, lines_of(part))
            found.append(sign_runs(units, ngram, permutations, seed))
    return np.concatenate(found)


def _check(definition: Alike | None) -> None:
    if definition is not None:
        definition.check()
    _keep_freed_memory()


def _batches(blocks: Iterable[tuple[str, str]]) -> Iterator[tuple[bytearray, list[str]]]:
    """Kinds and texts of about `_BATCH` characters together. Each text is done with while it is in a core's cache."""
    kinds, texts, left = bytearray(), list[str](), _BATCH
    code, add, keep = _KINDS.get, kinds.append, texts.append
    for kind, text in blocks:
        number = code(kind)
        if number is None:
            raise ValueError(f"no kind of text is called {kind!r}")
        if type(text) is not str and not isinstance(text, str):
            raise TypeError(f"a text is a string, not {type(text).__name__}")
        add(number)
        keep(text)
        left -= len(text)
        if left <= 0:
            yield kinds, texts
            kinds, texts, left = bytearray(), [], _BATCH
            add, keep = kinds.append, texts.append
    if texts:
        yield kinds, texts


@cache
def _keep_freed_memory() -> None:
    """Has the allocator of glibc use freed arrays again, where it would have the system make each anew, page by page.

    It takes blocks above a threshold from the system, and raises that to the largest of up to 32 MiB that was given
    back (mallopt(3), M_MMAP_THRESHOLD). This one is never written to, so that it is no memory at all.
    """
    np.empty(_GIVEN_BACK, np.uint8)


def finer_sets(texts: Sequence[str], definition: Alike) -> Sets:
    """The shingles of characters, which only verify."""
    forms = (normal_form(part, fold_numbers=definition.fold_numbers) for part in parts_of(texts, _FINER_BATCH))
    return _joined_sets([shingles(characters(form), definition.ngram) for form in forms])


def word_sets(texts: Sequence[str], definition: Alike) -> Sets:
    """The shingles of words, where none are kept."""
    parts = parts_of(texts, _BATCH)
    found = (block_words(part, lines_of(part), fold_numbers=definition.fold_numbers)[0] for part in parts)
    return _joined_sets([shingles(units, definition.ngram) for units in found])


def _collect(kinds: NDArray[np.uint8], texts: Sequence[str], definition: Alike | None) -> BlockKeys:
    lines = lines_of(texts)
    fold_numbers = definition is not None and definition.fold_numbers
    units, figures = block_words(texts, lines, fold_numbers=fold_numbers)
    ngram, permutations = proposing_ngram(definition), permutations_needed(definition)
    if joins(definition):
        found = runs(units, ngram)
        sets, signatures = distinct(*found), sign(found, permutations)
    else:
        sets = Sets(np.zeros(0, np.uint32), np.zeros(len(texts) + 1, np.int64))
        signatures = sign_runs(units, ngram, permutations) if ngram else np.zeros((len(texts), 0), np.uint32)
    return BlockKeys(
        lines.text,
        np.concatenate([np.zeros(1, np.int64), lines.ends + 1]),
        kinds,
        np.diff(units.offsets).astype(np.int32),
        np.zeros_like(figures) if fold_numbers else figures,  # a block full of them is no table then
        digests(units),
        sets,
        signatures,
    )


def _joined_sets(parts: Sequence[Sets]) -> Sets:
    hashes = np.concatenate([np.zeros(0, np.uint32), *(part.hashes for part in parts)])
    return Sets(hashes, offsets_of(np.concatenate([np.zeros(0, np.int64), *(part.sizes for part in parts)])))
