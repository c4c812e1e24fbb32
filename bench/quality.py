"""How right the rules are: scores on labelled items, findings per 1,000 lines of any corpus, and samples to read.

    python -m bench.quality --labelled labelled.jsonl --corpus news/a.jsonl --clean edited/b.jsonl
    python -m bench.quality --corpus news/a.jsonl --corpus news/b.jsonl --sample 30 --seed 2
    python -m bench.quality --corpus news/a.jsonl --draw 15 --seed 2

What a labelled item is, and when it counts as found or accused: see `bench.labelled`. On clean text, which editors
wrote and nobody extracted, a document rule may fire above info at most once in 1,000 non-blank lines; those that do
more often are named at the end, and the exit code is 1. (Copies of whole paragraphs are true in clean text, too.)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from bench.labelled import Score, score

from newslint import Document, DocumentRule, Finding, Notice, Rule, Severity
from newslint.engine import check_documents
from newslint.packs import is_default, load_rules
from newslint.reading import DiscoveryOptions, ReadingOptions, discover, read, split

CONTEXT = 70
"""Code points shown before and after a sampled finding."""
SHOWN = 240
"""Code points shown of a sampled finding itself."""
LIMIT = 1.0
"""Findings above info that a document rule may have in 1,000 non-blank lines of clean text."""


@dataclass
class Counts:
    """Documents and non-blank lines of one corpus, and findings in it by rule."""

    documents: int = 0
    lines: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    above_info: Counter[str] = field(default_factory=Counter)

    def per_thousand(self, rule: str) -> float:
        return 1000 * self.findings[rule] / max(1, self.lines)

    def too_often(self, rules: Sequence[Rule]) -> dict[str, float]:
        """The document rules that fire above info more often than clean text allows, and how often in 1,000 lines."""
        names = [rule.name for rule in rules if isinstance(rule, DocumentRule)]
        rates = {name: 1000 * self.above_info[name] / max(1, self.lines) for name in names}
        return {name: rate for name, rate in rates.items() if rate > LIMIT}


class Sampler:
    """Keeps `size` findings of each rule and severity, each as likely as any other (Vitter's algorithm R)."""

    def __init__(self, size: int, seed: int) -> None:
        self.size, self.seed = size, seed
        self.kept: dict[str, list[str]] = defaultdict(list)
        self._seen: Counter[str] = Counter()
        self._random: dict[str, Random] = {}

    def draw(self, size: int) -> list[tuple[str, str]]:
        """At most `size` of those that were kept, one after the other from a rule that is drawn each time."""
        random = Random(f"{self.seed}:draw")
        left = {rule: random.sample(kept, len(kept)) for rule, kept in sorted(self.kept.items())}
        drawn: list[tuple[str, str]] = []
        while left and len(drawn) < size:
            rule = random.choice(list(left))
            drawn.append((rule, left[rule].pop()))
            if not left[rule]:
                del left[rule]
        return drawn

    def offer(self, finding: Finding, document: Document) -> None:
        if not self.size:
            return
        rule = f"{finding.rule} ({finding.severity})"
        random = self._random.setdefault(rule, Random(f"{self.seed}:{rule}"))
        self._seen[rule] += 1
        if len(self.kept[rule]) < self.size:
            self.kept[rule].append(_in_context(finding, document))
        elif (place := random.randrange(self._seen[rule])) < self.size:
            self.kept[rule][place] = _in_context(finding, document)


def _in_context(finding: Finding, document: Document) -> str:
    (path, record), (start, end) = finding.location.ref, finding.location.span
    text = document.text
    inside = text[start:end]
    if len(inside) > SHOWN:
        inside = f"{inside[: SHOWN // 2]} […] {inside[-SHOWN // 2 :]}"
    marked = f"{text[max(0, start - CONTEXT) : start]}⟦{inside}⟧{text[end : end + CONTEXT]}"
    others = "".join(f" ~ {related.location.excerpt[:SHOWN]!r}" for related in finding.related[:1])
    return f"{path}:{record or finding.location.line} {finding.message}: {marked!r}{others}"


def count(path: str, rules: Sequence[Rule], samplers: Sequence[Sampler]) -> Counts:
    """The findings in all that can be read below `path`, file by file; what cannot is named on standard error."""
    counts = Counts()
    for documents in files(path):
        counts.documents += len(documents)
        counts.lines += sum(bool(line.strip()) for document in documents for line in document.text.splitlines())
        by_ref = {document.ref: document for document in documents}
        for finding in check_documents(documents, rules):
            counts.findings[finding.rule] += 1
            counts.above_info[finding.rule] += finding.severity > Severity.INFO
            for sampler in samplers:
                sampler.offer(finding, by_ref[finding.location.ref])
    return counts


def files(path: str) -> Iterator[list[Document]]:
    """The documents of all that can be read below `path`, file by file; what cannot is named on standard error."""
    options = ReadingOptions()
    found = discover([path], DiscoveryOptions())
    _say(found.notices)
    for entry in found.files:
        pieces = list(split(entry, options))
        _say(piece for piece in pieces if isinstance(piece, Notice))
        items = [item for piece in pieces if not isinstance(piece, Notice) for item in read(piece, options)]
        _say(item for item in items if isinstance(item, Notice))
        yield [item for item in items if isinstance(item, Document)]


def _say(notices: Iterable[Notice]) -> None:
    for notice in notices:
        print(f"{notice.path}: {notice.message}", file=sys.stderr)


def selected(select: str) -> list[Rule]:
    """The rules or families of a comma-separated list; empty: the defaults, `all`: every rule."""
    rules = load_rules()
    names = set(filter(None, select.split(",")))
    if unknown := names - {"all"} - rules.keys() - {rule.family for rule in rules.values()}:
        raise SystemExit(f"nobody knows the rule or family {', '.join(sorted(unknown))}")
    return [
        rule
        for name, rule in rules.items()
        if ("all" in names or {name, rule.family} & names or (not names and is_default(rule)))
    ]


def table(rules: Sequence[Rule], scores: dict[str, Score], corpora: dict[str, Counts]) -> list[list[str]]:
    """Rows by rule: severity, labelled items, and findings (per 1,000 non-blank lines) by corpus."""
    known = {rule.name: rule for rule in rules}
    heads = ["rule", "family", "severity", "found", "accused", "precision", "recall", *corpora]
    rows = [heads]
    for name in [*known, *sorted(scores.keys() - known.keys())]:
        rule, about = known.get(name), scores.get(name)
        cells = [name, rule.family if rule else "-", str(rule.severity) if rule else "-"]
        cells += _score_cells(about)
        cells += [_count_cell(counts.findings[name], counts.per_thousand(name)) for counts in corpora.values()]
        rows.append(cells)
    total = sum(scores.values(), Score())
    sums = [counts.findings.total() for counts in corpora.values()]
    lines = [counts.lines for counts in corpora.values()]
    per = [_count_cell(found, 1000 * found / max(1, of)) for found, of in zip(sums, lines, strict=True)]
    rows.append(["all", "", "", *_score_cells(total if scores else None), *per])
    rows.append(["non-blank lines", *[""] * 6, *map(str, lines)])
    return rows


def _score_cells(about: Score | None) -> list[str]:
    if about is None:
        return ["", "", "", ""]
    found = f"{about.found}/{about.defects}"
    return [found, f"{len(about.accused)}/{about.right}", f"{about.precision:.3f}", f"{about.recall:.3f}"]


def _count_cell(found: int, per_thousand: float) -> str:
    return f"{found} ({per_thousand:.2f})" if found else ""


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _as_json(rows: Sequence[Sequence[str]], scores: dict[str, Score], corpora: dict[str, Counts]) -> dict[str, Any]:
    return {
        "labelled": {
            name: {
                "defects": about.defects, "ok": about.right, "precision": about.precision, "recall": about.recall,
                "missed": about.missed, "accused": about.accused,
            }
            for name, about in sorted(scores.items())
        },
        "corpora": {
            name: {"documents": counts.documents, "lines": counts.lines, "findings": dict(counts.findings)}
            for name, counts in corpora.items()
        },
        "rules": [row[0] for row in rows[1:-2]],
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--labelled", action="append", default=[], type=Path, metavar="FILE")
    parser.add_argument("--corpus", action="append", default=[], metavar="PATH", help="a file or a folder")
    parser.add_argument("--clean", action="append", default=[], metavar="PATH", help="the same, of clean text")
    parser.add_argument("--select", default="", help="rules or families, by comma; `all` for every rule")
    parser.add_argument("--sample", default=0, type=int, metavar="N", help="print N random findings of each rule")
    parser.add_argument("--draw", default=0, type=int, metavar="N", help="print N findings of each corpus, over rules")
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--wrong", action="store_true", help="print the labelled items that were missed or accused")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to this file")
    options = parser.parse_args()
    rules = selected(options.select)
    scores: dict[str, Score] = defaultdict(Score)
    for path in options.labelled:
        for name, about in score(path, rules).items():
            scores[name] += about
    sampler = Sampler(options.sample, options.seed)
    corpora = {}
    drawn = {}
    for path in [*options.corpus, *options.clean]:
        name = Path(path).stem
        own = Sampler(options.draw, options.seed)
        corpora[name] = count(path, rules, (sampler, own))
        drawn[name] = own.draw(options.draw)
    rows = table(rules, scores, corpora)
    print("\n".join(_aligned(rows)))
    for about in scores.values() if options.wrong else ():
        for text in [f"missed  {text}" for text in about.missed] + [f"accused {text}" for text in about.accused]:
            print(text)
    for rule, kept in sorted(sampler.kept.items()):
        print(f"\n{rule}", *kept, sep="\n  ")
    for name, lines in drawn.items():
        print(*(f"{name}  {rule}  {line}" for rule, line in lines), sep="\n")
    if options.json:
        figures = json.dumps(_as_json(rows, scores, corpora), ensure_ascii=False, indent=1, sort_keys=True)
        options.json.write_text(figures + "\n", encoding="utf-8")
    often = [(name, corpora[name].too_often(rules)) for name in (Path(path).stem for path in options.clean)]
    for name, rates in often:
        for rule, rate in rates.items():
            print(f"too often on clean text: {rule} fires above info {rate:.2f} times in 1,000 lines of {name}")
    if any(rates for _, rates in often):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
