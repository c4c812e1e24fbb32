"""Speed beside peers in one run, in CPU seconds: `python -m bench.similarity_speed PATH [--megabytes N]`.

From the bytes of a file to verified clusters, whoever makes them: one process, one thread. Texts are the paragraphs of
PATH of 8 words and more, repeated with seeded edits to the asked size. The peers' question: word 5-grams, Jaccard 0.8.
All get the same texts in turn, round by round; ratios are medians of those of a round. Peers take strings, newslint the
lines as they lie in the file; `given strings` is newslint given the same as its peers. Truth is exact Jaccard over an
inverted index, on some of the texts with all their edits where there are many.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, count, repeat
from mmap import ACCESS_READ, mmap
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, Final, NamedTuple

from bench.news_texts import news_paragraphs
from bench.newsroom_edits import one_word, synonyms, trimmed_end
from bench.similarity_peers import Pairs, datasketch, gaoya, rensa, runs

from newslint.rule import Alike
from newslint.similarity import (
    EncodedTexts,
    collect,
    find_clusters,
    normal_form,
    propose,
    shingles,
    sign,
    stars,
    verified,
    words,
)
from newslint.similarity.comparing import originals

PEERS_QUESTION = Alike("word", 5, 0.8, 0.0, 0.0, 1)
OWN_QUESTION = Alike("char", 5, 0.45, 0.7, 0.6, 8)
_READ: Final = 1 << 18
_TRUTH: Final = 16_000_000
"""Bytes of the texts of which all pairs are compared exactly."""
_WARMING: Final = 3000
"""Texts of a run that is not measured, from all parts of the corpus: of every script in it."""


class Result(NamedTuple):
    seconds: float
    size: int


def enlarged(texts: Sequence[str], size: int | None, seed: int = 1) -> Iterator[str]:
    """Texts of `size` bytes in all (None: without end): as they are, then edited copies, one in ten lightly."""
    random, total = Random(seed), 0
    for number in count():
        text = texts[number % len(texts)]
        new = text if number < len(texts) else _rewritten(text, random)
        yield " ".join(new.splitlines())
        total += len(new.encode())
        if size is not None and total >= size:
            return


def _rewritten(text: str, random: Random) -> str:
    if random.random() < 0.1:
        return random.choice((one_word, synonyms, trimmed_end))(text, random)
    inner = text.split(" ")
    first, last = inner[0], inner[-1]
    inner = inner[1:-1]
    random.shuffle(inner)
    return " ".join([first, *inner, last])


def exact(texts: Sequence[str]) -> Pairs:
    """All pairs with a Jaccard of 0.8 and more over the normal form's words (equal texts aside)."""
    forms = normal_form(texts).decode().split("\n")[:-1]
    first = {form: number for number, form in reversed(list(enumerate(forms)))}
    holders: dict[str, list[int]] = defaultdict(list)
    sets = {number: runs(form.split(" ")) for form, number in first.items() if form}
    for number in sorted(sets):
        for gram in sets[number]:
            holders[gram].append(number)
    near = {pair for numbers in holders.values() if 1 < len(numbers) < 500 for pair in combinations(numbers, 2)}
    return {(a, b) for a, b in near if len(sets[a] & sets[b]) >= 0.8 * len(sets[a] | sets[b])}


def newslint(definition: Alike) -> Callable[[Sequence[str]], Pairs | None]:
    def run(texts: Sequence[str]) -> Pairs | None:
        found = find_clusters(texts, definition).clusters
        linked = found.link >= 0
        return set(zip(found.link[linked].tolist(), found.member[linked].tolist(), strict=True))

    return run


def read(path: Path) -> list[str]:
    """One string a line; read in parts, for memory that is written the first time costs more than the reading."""
    texts: list[str] = []
    rest = b""
    with path.open("rb") as file:
        while part := file.read(_READ):
            lines = (rest + part).split(b"\n")
            rest = lines.pop()
            texts += map(bytes.decode, lines)
    return texts


def mapped(path: Path) -> Sequence[str]:
    """The same lines as they lie in the file, which newslint takes without making strings of them."""
    with path.open("rb") as file:
        return EncodedTexts.lines(mmap(file.fileno(), 0, access=ACCESS_READ))


class Contender(NamedTuple):
    """Who answers the question, and how texts are read for it."""

    run: Callable[[Sequence[str]], Pairs | None]
    read: Callable[[Path], Sequence[str]] = read


def timed(contender: Contender, path: Path) -> Result:
    """One run in a process of its own, out of the way of the garbage of others; imports and tables do not count."""
    receiver, sender = Pipe(duplex=False)
    process = get_context("fork").Process(target=_run, args=(contender, path, sender))
    process.start()
    sender.close()
    try:
        return Result(*receiver.recv())
    finally:
        process.join()


def _run(contender: Contender, path: Path, sender: Connection) -> None:
    texts = read(path)
    contender.run(texts[:: max(1, len(texts) // _WARMING)])
    del texts
    start = process_time()
    contender.run(contender.read(path))
    sender.send((process_time() - start, path.stat().st_size))


def stages(texts: Sequence[str], path: Path) -> dict[str, float]:
    """Megabytes a CPU second of limits of the machine, of each stage, and of the stages together."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    parts = [texts[start : start + 1500] for start in range(0, len(texts), 1500)]
    rates: dict[str, float] = {}

    def stage(name: str, run: Callable[[], Any]) -> Any:
        spent = []
        for _ in range(3):
            start = process_time()
            result = run()
            spent.append(process_time() - start)
        rates[name] = size / max(1e-9, min(spent))
        return result

    block = "\n".join(texts).encode()
    stage("limit: copy in memory", lambda: bytearray(block))
    stage("limit: bytes.find", lambda: block.find(b"no such word"))
    stage("limit: one object a word", lambda: len(block.split()))
    stage("read", lambda: read(path))
    forms = stage("normal form", lambda: [normal_form(part) for part in parts])
    units = stage("words", lambda: [words(form) for form in forms])
    sets = stage("shingles", lambda: [shingles(unit, 5) for unit in units])
    stage("sign, 64 permutations", lambda: [sign(one) for one in sets])
    stage("sign, 24 permutations", lambda: [sign(one, 24) for one in sets])
    for name, definition in (("peers' question", PEERS_QUESTION), ("own question", OWN_QUESTION)):
        keys = stage(f"all keys, {name}", lambda: collect(zip(repeat("paragraph"), texts, strict=False), definition))  # noqa: B023 -- run at once
        original = originals(keys, definition)
        pairs, _, _ = stage(f"band and pair, {name}", lambda: propose(keys, definition, original))  # noqa: B023 -- run at once
        copies, _ = stage(f"verify, {name}", lambda: verified(keys, definition, pairs))  # noqa: B023 -- run at once
        stage(f"cluster, {name}", lambda: stars(copies, original))  # noqa: B023 -- run at once
    return rates


CONTENDERS: dict[str, Contender] = {
    "newslint, peers' question": Contender(newslint(PEERS_QUESTION), mapped),
    "newslint, given strings": Contender(newslint(PEERS_QUESTION)),
    "newslint, own question": Contender(newslint(OWN_QUESTION), mapped),
    "datasketch 16x8 xxhash": Contender(datasketch),
    "rensa 16x8": Contender(rensa),
    "gaoya 16x8": Contender(gaoya),
}


PEERS: Final = sorted(name.split()[0] for name in CONTENDERS if not name.startswith("newslint"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="a .jsonl file, a text file or a folder")
    parser.add_argument("--megabytes", type=float, default=20, help="of text for the stages")
    parser.add_argument("--peer-megabytes", type=float, default=5, help="of text for the comparison with peers")
    parser.add_argument("--peer", action="append", choices=PEERS, help="beside these alone")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--output", help="write all figures to this JSON file")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="newslint-") as folder:  # the texts are somebody's: none stays behind
        figures = _figures(options, Path(folder) / "texts")
    if options.output:
        Path(options.output).write_text(json.dumps(figures, indent=1, sort_keys=True), encoding="utf-8")


def _figures(options: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    real = list(news_paragraphs(options.path))
    texts = list(enlarged(real, int(options.megabytes * 1e6)))
    _write(scratch, texts)
    figures: dict[str, Any] = {"stages": stages(texts, scratch), "numpy": _version("numpy")}
    print("\n".join(f"  {name:34}{rate:10.1f} MB/s" for name, rate in figures["stages"].items()), flush=True)
    share = list(enlarged(real, int(options.peer_megabytes * 1e6)))
    _write(scratch, share)
    peers = options.peer or PEERS
    names = [name for name in CONTENDERS if name.startswith(("newslint", *peers))]
    figures["rates"], figures["ratios"] = _rates(scratch, options.rounds, names)
    return figures | quality(some(share, len(real)))


def some(texts: Sequence[str], originals: int, size: int = _TRUTH) -> list[str]:
    """The first originals with all their edits, about `size` bytes of `enlarged` texts."""
    share = min(1.0, size / max(1, sum(len(text.encode()) for text in texts)))
    return [text for number, text in enumerate(texts) if number % originals < share * originals]


def _rates(scratch: Path, rounds: int, names: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Best rate of each contender, and the median of how many times as long it takes as newslint."""
    spent: dict[str, list[Result]] = {}
    for name in names:
        missing = [library for library in _needed(name) if not _version(library)]
        if missing:
            print(f"{name:28}{' and '.join(missing)} not installed")
            continue
        spent[name] = []
    for _ in range(rounds):
        for name, results in spent.items():
            results.append(timed(CONTENDERS[name], scratch))
    ours = spent["newslint, peers' question"]
    rates, ratios = {}, {}
    for name, results in spent.items():
        rates[name] = max(result.size / 1e6 / result.seconds for result in results)
        of_round = sorted(result.seconds / own.seconds for result, own in zip(results, ours, strict=True))
        ratios[name] = median(of_round)
        version = _version(name.split()[0].rstrip(","))
        print(
            f"{name:28}{rates[name]:8.2f} MB/s {ratios[name]:7.1f}x as long [{of_round[0]:.1f} to {of_round[-1]:.1f}]"
            f"  {version}"
        )
    return rates, ratios


def quality(texts: Sequence[str]) -> dict[str, int]:
    """What of the exact truth is found: texts that are a near copy of an earlier one, and pairs that are none."""
    truth, found = exact(texts), newslint(PEERS_QUESTION)(texts) or set()
    forms = normal_form(texts).split(b"\n")
    first = {form: number for number, form in reversed(list(enumerate(forms)))}
    near = {(first[forms[a]], first[forms[b]]) for a, b in found if forms[a] != forms[b]}
    near = {(min(pair), max(pair)) for pair in near}
    copies = {later for _, later in truth}
    missed = copies - {later for _, later in near}
    print(f"near copies {len(copies)}, missed {len(missed)}, false pairs {len(near - truth)}")
    return {"near copies": len(copies), "missed": len(missed), "false pairs": len(near - truth)}


def _needed(name: str) -> list[str]:
    """The libraries of a contender."""
    library = name.split()[0].rstrip(",")
    return [library, "xxhash"] if "xxhash" in name else [library]


def _version(library: str) -> str:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _write(path: Path, texts: Sequence[str]) -> None:
    path.write_bytes("".join(f"{text}\n" for text in texts).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
