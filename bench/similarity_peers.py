"""Libraries that users could take for near-duplicates in place of newslint, each taken to verified clusters.

All answer the same question: word 5-grams, Jaccard 0.8.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

os.environ.setdefault("RAYON_NUM_THREADS", "1")
Pairs = set[tuple[int, int]]


def grams(text: str, size: int = 5) -> set[str]:
    return runs(re.findall(r"\w+", text.lower()), size)


def runs(found: Sequence[str], size: int = 5) -> set[str]:
    return {" ".join(found[place : place + size]) for place in range(max(1, len(found) - size + 1))} if found else set()


def datasketch(texts: Sequence[str]) -> Pairs | None:
    import xxhash  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from datasketch import MinHash, MinHashLSH

    lsh, pairs = MinHashLSH(params=(16, 8), num_perm=128), set()
    sets = [grams(text) for text in texts]
    encoded = ([gram.encode() for gram in one] for one in sets)
    for number, sketch in enumerate(MinHash.generator(encoded, num_perm=128, hashfunc=xxhash.xxh32_intdigest)):
        pairs |= {(other, number) for other in lsh.query(sketch)}
        lsh.insert(number, sketch)
    return clustered(pairs, sets.__getitem__)


def rensa(texts: Sequence[str]) -> Pairs | None:
    import rensa as library  # type: ignore[import-not-found, import-untyped, unused-ignore]

    lsh, pairs = library.RMinHashLSH(0.8, 128, 16), set()
    sets = [grams(text) for text in texts]
    for number, one in enumerate(sets):
        sketch = library.RMinHash(128, 42)
        sketch.update(list(one))
        pairs |= {(other, number) for other in lsh.query(sketch)}
        lsh.insert(number, sketch)
    return clustered(pairs, sets.__getitem__)


def gaoya(texts: Sequence[str]) -> Pairs | None:
    from gaoya.minhash import MinHashStringIndex  # type: ignore[import-not-found, import-untyped, unused-ignore]

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.8,
        num_bands=16,
        band_size=8,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
    )
    pairs = set()
    for number, text in enumerate(texts):
        pairs |= {(other, number) for other in index.query(text)}
        index.insert_document(number, text)
    return clustered(pairs, lru_cache(maxsize=None)(lambda number: grams(texts[number])))


def clustered(pairs: Pairs, of: Callable[[int], set[str]]) -> Pairs:
    """What is left to do for who uses a library: candidates verified by their true Jaccard, clusters by union-find.

    Returns:
        Each text but the first of its cluster, with that first one.
    """
    parents: dict[int, int] = {}

    def root(number: int) -> int:
        while (parent := parents.get(number, number)) != number:
            number = parent
        return number

    for first, second in sorted(pairs):
        one, other = of(first), of(second)
        shared = len(one & other)
        if shared and shared >= 0.8 * (len(one) + len(other) - shared):
            low, high = sorted((root(first), root(second)))
            parents[high] = low
    return {(root(number), number) for number in parents if root(number) != number}
