"""Near-duplicates among texts: every pair verified by its true similarity, clusters as stars around the first copy.

Usable without files: `find_clusters`, `signatures`, `Index`. Texts are strings, or UTF-8 that needs not become strings:
the lines of a file (`EncodedTexts.lines`), a string array of Arrow (pyarrow is no dependency: what lies otherwise than
one text behind another is asked for by `to_pylist`). The stages are pure functions from arrays to arrays, and can be
run anywhere, each on its share of the work:

- shingle: `normal_form` → `words` or `characters` → `shingles`: `Sets` of uint32 hashes, ascending within a text;
- sign: `sign`: uint32[n, k], each row a `datasketch.MinHash` of scheme `affine32` (`minhash`);
- band and pair: `propose`, by `banded` and `sharing`: uint64 pairs, `first << 32 | second`, ascending;
- verify: `verified`: `Links` of copies and of templates, by `similarity` (shares, 0 to 1) and `agreement` of facts;
  within `recalling` pairs that were verified before are looked up, with the same outcome;
- cluster: `stars`: `Clusters`.

`compare` runs them twice: blocks that are like none so far are tried against their neighbours in crowded bands, and
each copy against the first copy of the one that it is like; then uses of one form are taken out of the copies. What is
asked for by words, without containment and from a resemblance of .5 on, is proposed by bands alone: of pairs that just
reach it up to one in a hundred is missed. `Index` misses none.

`collect` makes the keys of some blocks, `merge` joins those of several workers, `compare` does the rest; how the blocks
are split, and how the pairs to verify are, changes nothing. Of what is not an error: a text without a word has an empty
set and matches nothing. `ValueError` is raised for a unit, a share, a count or a length that cannot be; `OSError` where
sorted keys found no place in the folder for temporary files (`KEYS_IN_MEMORY` says from which size on they go there).

Sources: Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, chapter 3 (bands); datasketch 2.0 for the permutations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from newslint import processor  # noqa: F401 -- before numpy: see there

# isort: split
import numpy as np
from numpy.typing import NDArray

from newslint.rule import Alike

from .block_keys import BlockKeys, Joined, merge, take
from .clusters import CANONICAL, CONTAINED, EDITED, RELATIONS, SAME, Clusters, Links, stars
from .comparing import Comparison, compare, originals, propose, verified
from .concord import agreement
from .differing import Words, differences, first_differences, other_facts
from .encoded import EncodedTexts, StringArray, sequences_of
from .facts import Facts, facts_of
from .index import Index, Match, check_kind
from .join import banded, sharing
from .keys import collect, collect_texts, definition_of, signatures_of
from .known_pairs import recalling
from .normal import normal_form, plain_form
from .shingling import Sets, Units, characters, shingles, words
from .signing import EMPTY, minhash, permutations, sign
from .spill import KEYS_IN_MEMORY, shared_keys
from .verify import Similarity, overlap, similarity


def find_clusters(
    texts: Iterable[str | None] | StringArray,
    definition: Alike | None = None,
    *,
    kind: str = "paragraph",
    days: Sequence[int] | None = None,
) -> Comparison:
    """The clusters among some texts; the first of a cluster is its canonical copy.

    Args:
        texts: strings, `EncodedTexts`, or a string array of Arrow; null counts as empty; an empty text matches nothing.
        definition: when two texts are alike; that of `Alike()` where none is given.
        kind: of all texts: `caption`, `document`, or a kind of block.
        days: the day of each text, in any count of days (`datetime64[D]` as int64, say), below 0 where it is not known.

    Returns:
        Numbers are places in `texts`; `limited` says where a budget left something out.

    Raises:
        ValueError: `days` has another length than `texts`, or one that is no int64; an unknown kind is named; the
            definition has a value that cannot be (`Alike.check`); `EncodedTexts` or an array hold what is no UTF-8.
        TypeError: `texts` is one string, no strings, or a set, mapping or frame; `definition` is no `Alike`; `days`
            are no whole numbers.
        OSError: see above.
    """
    check_kind(kind)
    definition = definition_of(definition)
    parts = sequences_of(texts)
    keys = merge(
        collect_texts(part, kind, definition, before)
        for part, before in zip(parts, accumulate(map(len, parts), initial=0), strict=False)
    )
    return compare(keys, definition, days=days)


def signatures(
    texts: Iterable[str | None] | StringArray, *, ngram: int = 3, permutations: int = 64, seed: int = 1
) -> NDArray[np.uint32]:
    """MinHash signatures of the word shingles of texts: uint32[n, permutations], scheme `affine32` of datasketch.

    `minhash(row)` makes a `datasketch.MinHash` of one. A text without words has `EMPTY` in every place.

    Raises:
        ValueError: `ngram` or `permutations` is below 1; `EncodedTexts` or an array hold what is no UTF-8.
        TypeError: `texts` is one string, no strings, or a set, mapping or frame.
    """
    parts = sequences_of(texts)
    return np.concatenate(
        [
            signatures_of(part, ngram, permutations, seed, before)
            for part, before in zip(parts, accumulate(map(len, parts), initial=0), strict=False)
        ]
    )


__all__ = [
    "CANONICAL",
    "CONTAINED",
    "EDITED",
    "EMPTY",
    "KEYS_IN_MEMORY",
    "RELATIONS",
    "SAME",
    "BlockKeys",
    "Clusters",
    "Comparison",
    "EncodedTexts",
    "Facts",
    "Index",
    "Joined",
    "Links",
    "Match",
    "Sets",
    "Similarity",
    "Units",
    "Words",
    "agreement",
    "banded",
    "characters",
    "collect",
    "compare",
    "differences",
    "facts_of",
    "find_clusters",
    "first_differences",
    "merge",
    "minhash",
    "normal_form",
    "originals",
    "other_facts",
    "overlap",
    "permutations",
    "plain_form",
    "propose",
    "recalling",
    "shared_keys",
    "sharing",
    "shingles",
    "sign",
    "signatures",
    "similarity",
    "stars",
    "take",
    "verified",
    "words",
]
