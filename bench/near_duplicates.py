"""Quality of near-duplicate definitions on seeded newsroom edits: `python -m bench.near_duplicates [PATH]`.

For each length a pool of texts: originals, an edited copy of each, and one with the same wording and other facts.
Arabic and Chinese originals get edits of their own language. A pair counts as reported where both are in one cluster.
Peers get the same pool at their documented settings.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from bench.news_texts import made_up, paragraphs
from bench.newsroom_edits import CAPTION_EDITS, PARAGRAPH_EDITS, facts_in, other_facts
from bench.uncased_edits import language_of

from newslint.rule import Alike
from newslint.similarity import find_clusters, normal_form

PEERS = ("newslint", "datasketch", "rensa", "text-dedup")
LENGTHS = {"caption": (8, 30), "short": (31, 60), "long": (61, 400)}


class Pool(NamedTuple):
    """Texts, and pairs of their numbers with what each pair is: an edit's name, `template` or `nearest`."""

    kind: str
    texts: list[str]
    pairs: list[tuple[int, int, str]]
    story: list[int]


def pool(name: str, originals: Sequence[str], seed: int) -> Pool:
    random = Random(seed)
    language = language_of(originals)
    edits = CAPTION_EDITS if name == "caption" else PARAGRAPH_EDITS
    count_facts, change_facts = facts_in, other_facts
    if language:
        edits = language.edits(name == "caption")
        count_facts, change_facts = language.facts_in, language.other_facts
    names = sorted(edits)
    texts, story, pairs = list(originals), list(range(len(originals))), []
    words = [set(form.split()) for form in normal_form(originals).split(b"\n")[:-1]]
    for number, text in enumerate(originals):
        edit = names[number % len(names)]
        changed = edits[edit](text, random)
        if changed != text and words_in(changed) >= 8:
            pairs.append((number, len(texts), edit))
            texts.append(changed)
            story.append(number)
        if count_facts(text) >= 2:
            pairs.append((number, len(texts), "template"))
            texts.append(change_facts(text, random))
            story.append(len(originals) + number)
        pairs.append((min(number, near := _nearest(number, words)), max(number, near), "nearest"))
    return Pool("caption" if name == "caption" else "paragraph", texts, pairs, story)


def words_in(text: str) -> int:
    """Words; in scripts without spaces, characters."""
    return len(normal_form([text]).split())


def _nearest(number: int, words: Sequence[set[bytes]], reach: int = 200) -> int:
    others = [other for other in range(max(0, number - reach), min(len(words), number + reach)) if other != number]
    return max(others, key=lambda other: len(words[number] & words[other]) / (len(words[number]) + 1))


def clusters_of(count: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """Cluster number of each text by union-find."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in links:
        parent[max(root(one), root(other))] = min(root(one), root(other))
    return [root(number) for number in range(count)]


def by_newslint(definition: Alike) -> Callable[[Pool], list[int]]:
    def run(data: Pool) -> list[int]:
        found = find_clusters(data.texts, definition, kind=data.kind).clusters
        linked = found.link >= 0
        return clusters_of(
            len(data.texts), list(zip(found.link[linked].tolist(), found.member[linked].tolist(), strict=True))
        )

    return run


def _grams(text: str, size: int, pattern: str = r"\w+") -> set[str]:
    words = re.findall(pattern, text.lower())
    return {" ".join(words[place : place + size]) for place in range(max(1, len(words) - size + 1))}


def by_datasketch(data: Pool) -> list[int]:
    from datasketch import MinHash, MinHashLSH

    lsh, links = MinHashLSH(threshold=0.8, num_perm=128), []
    sets = [[gram.encode() for gram in _grams(text, 5)] for text in data.texts]
    for number, sketch in enumerate(MinHash.generator(sets, num_perm=128)):
        links += [(other, number) for other in lsh.query(sketch)]
        lsh.insert(number, sketch)
    return clusters_of(len(data.texts), links)


def by_rensa(data: Pool) -> list[int]:
    import rensa  # type: ignore[import-not-found, import-untyped, unused-ignore]

    lsh = rensa.RMinHashLSH(0.8, 128, 8)
    sketches: list[rensa.RMinHash] = []
    links: list[tuple[int, int]] = []
    for number, text in enumerate(data.texts):
        sketch = rensa.RMinHash(128, 42)
        sketch.update(sorted(_grams(text, 5)))
        links += [(other, number) for other in lsh.query(sketch) if sketches[other].jaccard(sketch) >= 0.8]
        lsh.insert(number, sketch)
        sketches.append(sketch)
    return clusters_of(len(data.texts), links)


def by_text_dedup(data: Pool) -> list[int]:
    """The functions of text-dedup's `minhash` command with its defaults: 5-grams, 250 permutations, 0.7, unverified."""
    from text_dedup.minhash import embed_func  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from text_dedup.utils import optimal_param, sha1_hash  # type: ignore[import-not-found, import-untyped, unused-ignore]

    draw, prime = np.random.RandomState(42), np.uint64((1 << 61) - 1)
    bands, rows = optimal_param(0.7, 250, 0.5, 0.5)
    tables: list[dict[bytes, int]] = [{} for _ in range(bands)]
    links = []
    draws = [draw.randint(least, prime, size=(250,), dtype=np.uint64) for least in (1, 0)]
    for number, text in enumerate(data.texts):
        found = embed_func(
            text,
            number,
            num_perm=250,
            ngram_size=5,
            min_length=5,
            hashranges=[(band * rows, (band + 1) * rows) for band in range(bands)],
            permutations=(draws[0], draws[1]),
            hash_func=partial(sha1_hash, d=32),
            dtype=np.uint64,
            max_hash=np.uint32((1 << 32) - 1),
            modulo_prime=prime,
        )["__signatures__"]
        links += [(table.setdefault(key, number), number) for table, key in zip(tables, found, strict=True)]
    return clusters_of(len(data.texts), links)


def scores(data: Pool, cluster: Sequence[int]) -> dict[str, float]:
    """Pair precision, recall and F1, false alarms on templates, and the adjusted Rand index of the pool."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for one, other, what in data.pairs:
        hits[what].append(cluster[one] == cluster[other])
    wrong = sum(hits["template"]) + sum(hits["nearest"])
    copies = [hit for what, found in hits.items() if what not in ("template", "nearest") for hit in found]
    precision = sum(copies) / max(1, sum(copies) + wrong)
    recall = sum(copies) / max(1, len(copies))
    result = {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "templates": float(np.mean(hits["template"])) if hits["template"] else 0.0,
        "ari": adjusted_rand(data.story, cluster),
    }
    return result | {f"edit {what}": float(np.mean(found)) for what, found in sorted(hits.items())}


def overall(pools: dict[str, Pool], clusters: dict[str, list[int]]) -> dict[str, float]:
    """The scores of all lengths as one pool; texts of different lengths were never compared."""
    pairs: list[tuple[int, int, str]] = []
    story: list[int] = []
    cluster: list[int] = []
    base = 0
    for name, data in pools.items():
        pairs += [(one + base, other + base, what) for one, other, what in data.pairs]
        story += [number + 2 * base for number in data.story]
        cluster += [number + base for number in clusters[name]]
        base += len(data.texts)
    return scores(Pool("all", [], pairs, story), cluster)


def adjusted_rand(truth: Sequence[int], found: Sequence[int]) -> float:
    """Hubert and Arabie, Comparing partitions (1985)."""

    def pairs(counts: Counter[object]) -> float:
        return sum(count * (count - 1) / 2 for count in counts.values())

    both = pairs(Counter(zip(truth, found, strict=True)))
    one, other = pairs(Counter(truth)), pairs(Counter(found))
    expected = one * other / (len(truth) * (len(truth) - 1) / 2)
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def originals(path: str | None, count: int, seed: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    real = sorted(set(paragraphs(path))) if path else []
    Random(seed).shuffle(real)
    for name, (least, most) in LENGTHS.items():
        fitting = [text for text in real if least <= words_in(text) <= most]
        found[name] = fitting[:count] if path else made_up(count, {"caption": 12, "short": 34, "long": 70}[name], seed)
    return found


def contenders(definitions: Sequence[Alike]) -> dict[str, Callable[[Pool], list[int]]]:
    chosen = {
        " ".join(f"{value:g}" if isinstance(value, float) else str(value) for value in one): by_newslint(one)
        for one in definitions
    }
    return chosen | {
        "datasketch 5-grams 0.8": by_datasketch,
        "rensa 5-grams 0.8": by_rensa,
        "text-dedup 5-grams 0.7": by_text_dedup,
    }


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "path", nargs="?", help="texts to edit (a .jsonl file, a text file, a folder); made up if missing"
    )
    parser.add_argument("--count", type=int, default=1200, help="originals of each length")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alike", action="append", help="definition as unit,ngram,jaccard,containment,facts,min-words")
    parser.add_argument("--edits", action="store_true", help="print the share found of each edit")
    parser.add_argument("--output", help="write all figures to this JSON file")
    options = parser.parse_args()
    texts = [one.split(",") for one in options.alike or ["word,3,0.25,0.7,0.6,8", "char,5,0.45,0.7,0.6,8"]]
    definitions = [Alike(a, int(b), float(c), float(d), float(e), int(f)) for a, b, c, d, e, f in texts]
    pools = {
        name: pool(name, some, options.seed)
        for name, some in originals(options.path, options.count, options.seed).items()
        if some
    }
    results: dict[str, dict[str, dict[str, float]]] = {}
    print(f"numpy {np.__version__}, " + ", ".join(f"{name} {_version(name)}" for name in PEERS))
    print(f"{'':34}{'length':9}{'P':>7}{'R':>7}{'F1':>7}{'tmpl':>7}{'ARI':>7}")
    for title, run in contenders(definitions).items():
        library = title.split()[0].replace("-", "_")
        if "-grams" in title and importlib.util.find_spec(library) is None:
            print(f"{title:34}not installed")
            continue
        clusters = {name: run(data) for name, data in pools.items()}
        rows = {name: scores(pools[name], cluster) for name, cluster in clusters.items()}
        results[title] = rows | {"all": overall(pools, clusters)}
        for name, found in results[title].items():
            columns = "".join(f"{found[key]:7.3f}" for key in ("precision", "recall", "f1", "templates", "ari"))
            print(f"{title:34}{name:9}{columns}", flush=True)
            if options.edits:
                print("".join(f"    {key[5:]} {value:.2f}" for key, value in found.items() if key.startswith("edit ")))
    if options.output:
        Path(options.output).write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
