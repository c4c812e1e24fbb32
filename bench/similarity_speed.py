"""Speed beside peers in one run, in CPU seconds: `python -m bench.similarity_speed PATH [--megabytes N]`.

From the bytes of a file to verified clusters, one process, one thread. Texts are the paragraphs of PATH, repeated with
seeded edits to the asked size. The peers' question: word 5-grams, Jaccard 0.8. Peers get a share of the same texts;
figures are megabytes a CPU second. Truth is exact Jaccard by brute force over an inverted index, on the same share.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import re
import resource
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

import numpy
from bench.news_texts import paragraphs
from bench.newsroom_edits import one_word, synonyms, trimmed_end

from newslint.rule import Alike
from newslint.similarity import collect, compare, normal_form, plain_form, shingles, sign, words

os.environ.setdefault("RAYON_NUM_THREADS", "1")
PEERS_QUESTION = Alike("word", 5, 0.8, 0.0, 0.0, 1)
OWN_QUESTION = Alike("char", 5, 0.45, 0.7, 0.6, 8)
Pairs = set[tuple[int, int]]


class Result(NamedTuple):
    seconds: float
    size: int
    pairs: Pairs | None


def enlarged(texts: Sequence[str], size: int, seed: int = 1) -> list[str]:
    """Texts of `size` bytes in all: as they are first, then edited copies, one in ten with a light edit only."""
    random, total = Random(seed), 0
    result: list[str] = []
    while total < size:
        for text in texts:
            again = bool(result) and len(result) >= len(texts)
            new = _rewritten(text, random) if again else text
            result.append(new)
            total += len(new.encode())
            if total >= size:
                break
    return result


def _rewritten(text: str, random: Random) -> str:
    if random.random() < 0.1:
        return random.choice((one_word, synonyms, trimmed_end))(text, random)
    inner = text.split(" ")
    first, last = inner[0], inner[-1]
    inner = inner[1:-1]
    random.shuffle(inner)
    return " ".join([first, *inner, last])


def grams(text: str, size: int = 5) -> set[str]:
    return _runs(re.findall(r"\w+", text.lower()), size)


def _runs(found: Sequence[str], size: int = 5) -> set[str]:
    return {" ".join(found[place : place + size]) for place in range(max(1, len(found) - size + 1))} if found else set()


def exact(texts: Sequence[str]) -> Pairs:
    """All pairs with a Jaccard of 0.8 and more over the normal form's words (equal texts aside)."""
    forms = normal_form(texts).decode().split("\n")[:-1]
    first = {form: number for number, form in reversed(list(enumerate(forms)))}
    holders: dict[str, list[int]] = defaultdict(list)
    sets = {number: grams(form.replace(".", "\u00b7")) for form, number in first.items() if form}
    for number in sorted(sets):
        for gram in sets[number]:
            holders[gram].append(number)
    near = {pair for numbers in holders.values() if 1 < len(numbers) < 500 for pair in combinations(numbers, 2)}
    return {(a, b) for a, b in near if len(sets[a] & sets[b]) >= 0.8 * len(sets[a] | sets[b])}


def newslint(definition: Alike) -> Callable[[Sequence[str]], Pairs | None]:
    def run(texts: Sequence[str]) -> Pairs | None:
        keys = collect([("paragraph", text) for text in texts], definition)
        found = compare(keys, definition).clusters
        linked = found.link >= 0
        return set(zip(found.link[linked].tolist(), found.member[linked].tolist(), strict=True))

    return run


def datasketch(texts: Sequence[str]) -> Pairs | None:
    import xxhash  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from datasketch import MinHash, MinHashLSH

    lsh, pairs = MinHashLSH(params=(16, 8), num_perm=128), set()
    sets = ([gram.encode() for gram in grams(text)] for text in texts)
    for number, sketch in enumerate(MinHash.generator(sets, num_perm=128, hashfunc=xxhash.xxh32_intdigest)):
        pairs |= {(other, number) for other in lsh.query(sketch)}
        lsh.insert(number, sketch)
    return pairs


def rensa(texts: Sequence[str]) -> Pairs | None:
    import rensa as library  # type: ignore[import-not-found, import-untyped, unused-ignore]

    lsh, pairs = library.RMinHashLSH(0.8, 128, 16), set()
    sketches: list[library.RMinHash] = []
    for number, text in enumerate(texts):
        sketch = library.RMinHash(128, 42)
        sketch.update(list(grams(text)))
        pairs |= {(other, number) for other in lsh.query(sketch) if sketches[other].jaccard(sketch) >= 0.8}
        lsh.insert(number, sketch)
        sketches.append(sketch)
    return pairs


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
    return pairs


def timed(run: Callable[[Sequence[str]], Pairs | None], path: Path) -> Result:
    start = process_time()
    data = path.read_bytes()
    texts = [json.loads(line)["text"] for line in data.splitlines()]
    pairs = run(texts)
    return Result(process_time() - start, sum(len(text.encode()) for text in texts), pairs)


def stages(texts: Sequence[str]) -> dict[str, float]:
    """Megabytes a CPU second of each stage and of the machine."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    parts = [texts[start : start + 1500] for start in range(0, len(texts), 1500)]
    rates: dict[str, float] = {}

    def stage(name: str, run: Callable[[], list[object]]) -> list[object]:
        start = process_time()
        result = run()
        rates[name] = size / max(1e-9, process_time() - start)
        return result

    block = "\n".join(texts).encode()
    stage("copy in memory", lambda: [bytearray(block) for _ in range(1)])
    stage("one object a word", lambda: [len(block.split())])
    stage("normal form", lambda: [normal_form(part) for part in parts])
    forms = stage("plain form", lambda: [plain_form(part) for part in parts])
    units = stage("words", lambda: [words(form) for form in forms])  # type: ignore[arg-type]
    sets = stage("shingles", lambda: [shingles(unit, 5) for unit in units])  # type: ignore[arg-type]
    stage("signatures", lambda: [sign(one) for one in sets])  # type: ignore[arg-type]
    keys = stage("collect", lambda: [collect([("paragraph", text) for text in texts], PEERS_QUESTION)])
    stage("compare", lambda: [compare(keys[0], PEERS_QUESTION)])  # type: ignore[arg-type]
    return rates


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="a .jsonl file, a text file or a folder")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--peer-megabytes", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scratch", default="speed.jsonl", help="where the texts are written to be read")
    parser.add_argument("--output", help="write all figures to this JSON file")
    options = parser.parse_args()
    texts = enlarged(list(paragraphs(options.path)), int(options.megabytes * 1e6))
    share = texts[
        : next(
            (n for n in range(0, len(texts), 500) if sum(map(len, texts[:n])) > options.peer_megabytes * 1e6),
            len(texts),
        )
    ]
    figures: dict[str, object] = {"stages": stages(texts), "numpy": numpy.__version__}
    print("\n".join(f"  {name:20}{rate:10.1f} MB/s" for name, rate in figures["stages"].items()))  # type: ignore[attr-defined]
    contenders: list[tuple[str, Callable[[Sequence[str]], Pairs | None], Sequence[str]]] = [
        ("newslint, peers' question", newslint(PEERS_QUESTION), texts),
        ("newslint, own question", newslint(OWN_QUESTION), texts),
        ("datasketch 16x8 xxhash", datasketch, share),
        ("rensa 16x8", rensa, share),
        ("gaoya 16x8", gaoya, share),
    ]
    scratch, rates = Path(options.scratch), {}
    for name, run, given in contenders:
        library = name.split()[0].rstrip(",")
        if library != "newslint" and not _version(library):
            print(f"{name:28}not installed")
            continue
        _write(scratch, given)
        rates[name] = max(
            result.size / 1e6 / result.seconds for result in (timed(run, scratch) for _ in range(options.rounds))
        )
        print(f"{name:28}{rates[name]:8.2f} MB/s  {_version(library)}", flush=True)
    scratch.unlink(missing_ok=True)
    _report(rates, share, figures)
    if options.output:
        Path(options.output).write_text(json.dumps(figures, indent=1, sort_keys=True), encoding="utf-8")


def _report(rates: dict[str, float], share: Sequence[str], figures: dict[str, object]) -> None:
    ratios = {name: rates["newslint, peers' question"] / rate for name, rate in rates.items()}
    truth, found = exact(share), newslint(PEERS_QUESTION)(share) or set()
    forms = normal_form(share).split(b"\n")
    first = {form: number for number, form in reversed(list(enumerate(forms)))}
    near = {(first[forms[a]], first[forms[b]]) for a, b in found if forms[a] != forms[b]}
    missed = {later for _, later in truth} - {later for _, later in near}
    figures |= {
        "rates": rates,
        "ratios": ratios,
        "true pairs": len(truth),
        "false": len(near - truth),
        "missed": len(missed),
    }
    print("  ".join(f"{name} {ratio:.1f}x" for name, ratio in ratios.items()))
    print(f"near copies {len({later for _, later in truth})}, missed {len(missed)}, false pairs {len(near - truth)}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MiB")


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _write(path: Path, texts: Sequence[str]) -> None:
    path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts), encoding="utf-8")


if __name__ == "__main__":
    main()
