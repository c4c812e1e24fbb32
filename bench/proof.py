"""Which lists and patterns of the rules have shown something in real text, and which have yet to.

    python -m bench.proof news/a.jsonl news/b.jsonl --labelled labelled.jsonl

One line for each list of a language and each pattern of a pattern rule: how many findings it had, and the first of
them. Whether these are true is for a reader to say (`bench.quality --sample`). A list or pattern that had none and is
not marked unproven is marked `none yet`; where there is one, the exit code is 1.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bench.labelled import items
from bench.quality import files, selected

from newslint import Document, PatternRule, Rule, Severity
from newslint.engine import check_documents
from newslint.labels import folded, label

SHOWN = 60
"""Code points shown of a finding."""


@dataclass(frozen=True)
class Proof:
    """What one list or pattern has shown.

    Attributes:
        rule: its name.
        part: `phrases.en`, `together.en`, or the beginning of the pattern.
        waits: whether it is marked unproven, or its rule is info anyway.
        shown: what was reported and it names, in the order of the corpora.
    """

    rule: str
    part: str
    waits: bool
    shown: tuple[str, ...]

    @property
    def missing(self) -> bool:
        return not self.waits and not self.shown


def proofs(rules: Iterable[Rule], found: Mapping[str, Sequence[str]]) -> Iterator[Proof]:
    """What each list and pattern of the pattern rules names among `found`, the excerpts by rule."""
    for rule in rules:
        if not isinstance(rule, PatternRule):
            continue
        quiet = rule.severity is Severity.INFO
        texts = found.get(rule.name, ())
        keys = [(text, key, label(key).text) for text, key in zip(texts, folded(list(texts)), strict=True)]
        for kind, lists in (("phrases", rule.phrases), ("together", rule.together)):
            for language, phrases in lists.items():
                known = {label(key).text for key in folded(list(phrases))}
                shown = tuple(text for text, *forms in keys if not known.isdisjoint(forms))
                yield Proof(rule.name, f"{kind}.{language}", quiet or language in rule.unproven, shown)
        for pattern in rule.patterns:
            names: Callable[[str], object] = pattern.compiled.search
            if rule.position == "whole":
                names = pattern.compiled.fullmatch
            shown = tuple(text for text, *forms in keys if any(map(names, {*forms, text})))
            waits = quiet or pattern.unproven or pattern.language in rule.unproven
            yield Proof(rule.name, pattern.expression.strip()[:SHOWN], waits, shown)


def excerpts(documents: Sequence[Document], rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """The rule and the text of each finding."""
    texts = {document.ref: document.text for document in documents}
    for finding in check_documents(documents, rules):
        start, end = finding.location.span
        yield finding.rule, texts[finding.location.ref][start:end]


def _defects(path: Path) -> list[Document]:
    return [document for item, document in items(path) if item["label"] == "defect"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="PATH", help="a file or a folder")
    parser.add_argument("--labelled", action="append", default=[], type=Path, metavar="FILE")
    options = parser.parse_args()
    rules = selected("")
    found: dict[str, list[str]] = defaultdict(list)
    for documents in chain(map(_defects, options.labelled), *map(files, options.corpora)):
        for rule, text in excerpts(documents, rules):
            found[rule].append(text)
    missing = 0
    for proof in proofs(rules, found):
        missing += proof.missing
        mark = "none yet" if proof.missing else "waits" if proof.waits else f"{len(proof.shown)}"
        print(proof.rule, proof.part, mark, *(ascii(text[:SHOWN]) for text in proof.shown[:1]), sep="  ")
    if missing:
        raise SystemExit(f"{missing} lists and patterns are not marked unproven and have shown nothing")


if __name__ == "__main__":
    main()
