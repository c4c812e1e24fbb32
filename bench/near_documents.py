"""Thresholds for whole documents on seeded edits of them: `python -m bench.near_documents PATH`.

Of each document one version: lightly edited in every paragraph, trimmed, updated with paragraphs of another story, or
quoted in a digest (one paragraph in four), which is no version; and one with other facts. Printed for each pair of
thresholds: the share of each that is called a copy, and how many originals are called copies of one another.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from bench.near_duplicates import Pool, by_newslint
from bench.news_texts import texts_below
from bench.newsroom_edits import PARAGRAPH_EDITS, other_facts

from newslint.rule import Alike

THRESHOLDS = ((0.5, 0), (0.6, 0), (0.7, 0), (0.8, 0), (0.7, 0.6), (0.7, 0.65), (0.7, 0.7), (0.7, 0.8), (0.7, 0.9))
LIGHT = ("dateline", "credit", "quotes", "spelling", "synonyms", "one word", "figure updated", "noise 1 %")


def versions(paragraphs: Sequence[str], others: Sequence[str], random: Random) -> Iterator[tuple[str, list[str]]]:
    """Names and paragraphs of the texts made of a document."""

    def edited(share: float) -> list[str]:
        return [
            PARAGRAPH_EDITS[random.choice(LIGHT)](text, random) if random.random() < share else text
            for text in paragraphs
        ]

    size = len(paragraphs)
    yield "edited", edited(1.0)
    yield "trimmed to 3/4", edited(0.3)[: max(1, 3 * size // 4)]
    yield "trimmed to 1/2", edited(0.3)[: max(1, size // 2)]
    yield "updated by 1/2", [*edited(0.3), *others[: size // 2]]
    yield "updated by 1/1", [*edited(0.3), *others[:size]]
    yield "digest", [*paragraphs[: size // 4], *others[: 3 * size // 4]]
    yield "other facts", [other_facts(text, random) for text in paragraphs]


def pools(path: str, count: int, seed: int) -> dict[str, Pool]:
    random = Random(seed)
    documents = [[line for line in text.split("\n") if line.strip()] for text in sorted(set(texts_below(path, "text")))]
    documents = [paragraphs for paragraphs in documents if len(paragraphs) >= 4]
    random.shuffle(documents)
    half = min(count, len(documents) // 2)
    found: dict[str, Pool] = {}
    made: dict[str, list[str]] = defaultdict(list)
    for number in range(half):
        for name, paragraphs in versions(documents[number], documents[half + number], random):
            made[name].append("\n".join(paragraphs))
    originals = ["\n".join(paragraphs) for paragraphs in documents[:half]]
    for name, texts in made.items():
        pairs = [(number, half + number, name) for number in range(half)]
        found[name] = Pool("document", originals + texts, pairs, [])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", help="documents to edit (a .jsonl file, a text file, a folder)")
    parser.add_argument("--count", type=int, default=600, help="documents that are edited")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    data = pools(options.path, options.count, options.seed)
    print(f"{'jaccard':>8}{'containment':>13}" + "".join(f"{name:>16}" for name in data) + f"{'others':>9}")
    for jaccard, containment in THRESHOLDS:
        run = by_newslint(Alike("word", 3, jaccard, containment, 0.6, 8))
        shares, wrong = [], 0
        for made in data.values():
            cluster, half = run(made), len(made.pairs)
            shares.append(sum(cluster[one] == cluster[other] for one, other, _ in made.pairs) / half)
            wrong += sum(cluster[number] != number for number in range(half))
        row = "".join(f"{share:16.3f}" for share in shares)
        print(f"{jaccard:8}{containment:13}{row}{wrong:9}", flush=True)


if __name__ == "__main__":
    main()
