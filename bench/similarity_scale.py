"""Memory and hostile texts: `python -m bench.similarity_scale PATH [--paragraphs N] [--hostile N]`.

Memory: the paragraphs of PATH, repeated with seeded edits to N / 8, N / 4, N / 2 and N, each in a process of its own.
The slope is what one more paragraph adds to the peak. Hostile: N / 4, N / 2 and N texts in which a search for copies
could drown; CPU seconds, candidates a text, and whether a budget ended the search.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from time import process_time
from typing import Final

from bench.news_texts import news_paragraphs
from bench.newsroom_edits import PEOPLE
from bench.similarity_speed import OWN_QUESTION, enlarged

from newslint.similarity import Comparison, collect, compare, merge
from newslint.similarity.join import SHINGLE_CAP

_LINE: Final = (
    "The council of Harrowgate approved a plan to rebuild the old bridge for 12 million euros, Mara Ellison said."
)
_FORM: Final = (
    "{} of {} earned {} million in the {} quarter against {} million a year before, and sales rose to {} million."
)
_TOWNS: Final = ("Harrowgate", "Velmont", "Sorrin", "Tallbridge", "Ostrava", "Quillan", "Marisco", "Denholm", "Ashby")


def names_and_figures(count: int) -> list[str]:
    random = Random(1)
    figures = [str(random.randrange(1, 10**6) / 100) for _ in range(count + 3)]
    quarters = ("first", "second", "third", "fourth")
    return [
        _FORM.format(
            random.choice(PEOPLE), random.choice(_TOWNS), figures[i], random.choice(quarters), *figures[i + 1 : i + 3]
        )
        for i in range(count)
    ]


HOSTILE: Final[dict[str, Callable[[int], list[str]]]] = {
    "identical": lambda count: [_LINE] * count,
    "one changing number": lambda count: [_LINE.replace("12", str(number)) for number in range(count)],
    "names and figures": names_and_figures,
    "a counter behind": lambda count: [f"{_LINE} {number}" for number in range(count)],
    "empty": lambda count: [""] * count,
    "one of 50 bytes a text": lambda count: [" ".join(f"word{number % 9973}" for number in range(count * 6)), _LINE],
}


def compared(texts: Iterator[str]) -> tuple[int, Comparison]:
    batches = iter(lambda: [("paragraph", text) for text in islice(texts, 5000)], [])
    keys = merge(collect(batch, OWN_QUESTION) for batch in batches)
    return len(keys), compare(keys, OWN_QUESTION)


def peak() -> int:
    """Bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


def memory(path: str, paragraphs: int) -> None:
    texts = list(news_paragraphs(path))
    compared(iter(texts[:5000]))
    base, start = peak(), process_time()
    count, found = compared(islice(enlarged(texts, None), paragraphs))
    print(f"{count} {peak() - base} {process_time() - start} {found.proposed} {len(found.clusters.member)}")


def hostile(name: str, count: int) -> None:
    texts = HOSTILE[name](count)
    start = process_time()
    number, found = compared(iter(texts))
    seconds = process_time() - start
    limited = f"cap lowered to {found.cap}" if 0 < found.cap < SHINGLE_CAP else ""
    print(
        f"{name:24}{number:>9} texts {seconds:8.2f} s {1e6 * seconds / count:8.2f} us a unit"
        f"{found.proposed / number:8.2f} candidates a text  {len(found.clusters.member):>8} members"
        f" {len(found.templates.member):>8} of templates  {peak() >> 20} MiB  {limited}"
    )


def alone(*arguments: str) -> str:
    command = [sys.executable, "-m", "bench.similarity_scale", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="a .jsonl file, a text file or a folder")
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--hostile", type=int, default=1_000_000)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        what, count = options.one
        memory(options.path, int(count)) if what == "memory" else hostile(what, int(count))
        return
    before = (0, 0)
    for count in (options.paragraphs // part for part in (8, 4, 2, 1) if options.paragraphs):
        number, size, seconds, proposed, _ = alone(options.path, "--one", "memory", str(count)).split()
        slope = (int(size) - before[1]) / (int(number) - before[0])
        before = (int(number), int(size))
        print(
            f"{int(number):>9} paragraphs {int(size) / 2**20:8.0f} MiB {int(size) / int(number):8.0f} bytes each"
            f" {slope:8.0f} each more {1e6 * float(seconds) / int(number):8.1f} us each"
            f" {int(proposed) / int(number):6.2f} candidates",
            flush=True,
        )
    for name in HOSTILE:
        for part in (4, 2, 1):
            if options.hostile:
                print(alone(options.path, "--one", name, str(options.hostile // part)), end="", flush=True)


if __name__ == "__main__":
    main()
