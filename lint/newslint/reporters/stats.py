"""The quality of a corpus in figures: rates by source and rule, shares of copies, lengths, worst files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import groupby
from typing import Final, NamedTuple

from newslint.finding import Finding, Severity
from newslint.report import Census, Report, SourceCensus

from .escaping import json_line

COPIES: Final = "duplicate"
"""The family of the rules that find copies."""
WHOLE_COPIES: Final = frozenset({"same", "edited"})
"""Kinds of findings that make all of a document a copy; others say that it shares a part."""
BINS: Final = 20
"""Classes of similarity between 0 and 1; 1 itself has its own."""
WORST: Final = 10


class FileCount(NamedTuple):
    """The findings in one file."""

    path: str
    findings: int
    errors: int


@dataclass
class Copies:
    """How much of a corpus is a copy of something else in it.

    Attributes:
        documents: copies as a whole.
        whole: by source, their characters.
        paragraphs: copies in other documents.
        characters: by source, those of these paragraphs; a version of another document counts with the parts that a
            report shows.
        similarities: of each copy and its original, in classes of 1 / `BINS`.
    """

    documents: int = 0
    whole: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0
    characters: Counter[str] = field(default_factory=Counter)
    similarities: Counter[int] = field(default_factory=Counter)

    def add(self, found: Sequence[Finding], whole: Collection[str]) -> None:
        """Count the copies in one document.

        Args:
            found: those of its findings that speak of copies.
            whole: names of the rules that compare whole documents.
        """
        source = found[0].source
        about_all = [item for item in found if item.rule in whole and item.kind in WHOLE_COPIES]
        if about_all:
            self.documents += 1
            self.whole[source] += max(map(_length, about_all))
        else:
            others = [item for item in found if item.rule not in whole]
            versions = [item for item in found if item.rule in whole]
            self.paragraphs += len(others) + max(map(_parts, versions), default=0)
            self.characters[source] += sum(map(_length, others)) + max(map(_shared, versions), default=0)
        for item in found:
            similarity = next((other.similarity for other in item.related if other.similarity is not None), None)
            if similarity is not None:
                self.similarities[int(similarity * BINS)] += 1


@dataclass
class Figures:
    """All figures on a corpus.

    Attributes:
        findings: by source and rule.
        worst: the files with the most findings.
    """

    report: Report
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    copies: Copies = field(default_factory=Copies)
    worst: list[FileCount] = field(default_factory=list)

    @property
    def census(self) -> Census:
        return self.report.census

    @property
    def whole(self) -> SourceCensus:
        """All sources together."""
        total = SourceCensus()
        for counts in self.census.values():
            total.add(counts)
        return total

    def rate(self, source: str, rule: str) -> float:
        """Findings of a rule per 1,000 documents of a source."""
        documents = self.census[source].documents if source in self.census else 0
        return 1000 * self.findings[source, rule] / documents if documents else 0.0

    def shares(self) -> Iterator[tuple[str, int, int]]:
        """Of documents, paragraphs and bytes: how many are copies, and how many there are.

        Paragraphs of whole copies, and bytes, are reckoned from characters by the means of each source.
        """
        whole, copies = self.whole, self.copies
        paragraphs, size = float(copies.paragraphs), 0.0
        for source, counts in self.census.items():
            if counts.characters:
                paragraphs += copies.whole[source] * counts.paragraphs / counts.characters
                size += (copies.whole[source] + copies.characters[source]) * counts.bytes / counts.characters
        yield "documents", copies.documents, whole.documents
        yield "paragraphs", min(round(paragraphs), whole.paragraphs), whole.paragraphs
        yield "bytes", min(round(size), whole.bytes), whole.bytes


def figures_of(report: Report, whole: Collection[str]) -> Figures:
    """The figures of a report with a census, from one pass over its findings.

    Args:
        whole: names of the rules that compare whole documents.
    """
    figures = Figures(report)

    def files() -> Iterator[FileCount]:
        for path, in_file in groupby(report.findings, key=lambda item: item.location.ref.path):
            findings = errors = 0
            for _, in_document in groupby(in_file, key=lambda item: item.location.ref):
                found = list(in_document)
                findings += len(found)
                errors += sum(item.severity == Severity.ERROR for item in found)
                figures.findings.update((item.source, item.rule) for item in found)
                copies = [item for item in found if _is_copy(item)]
                if copies:
                    figures.copies.add(copies, whole)
            yield FileCount(path, findings, errors)

    figures.worst = nlargest(WORST, files(), key=lambda item: (item.findings, item.errors))
    return figures


def _is_copy(finding: Finding) -> bool:
    return finding.family == COPIES and any(related.role == "original" for related in finding.related)


def _length(finding: Finding) -> int:
    start, end = finding.location.span
    return end - start


def _parts(finding: Finding) -> int:
    """How many paragraphs of a document are copies, by the finding that explains them."""
    number = finding.data.get("parts", 0)
    return number if isinstance(number, int) else 0


def _shared(finding: Finding) -> int:
    """Characters of a document that stand in another: of the parts that are named, and so many for the others."""
    lengths = [
        span.end - span.start for span in (item.location.span for item in finding.related if item.role == "part")
    ]
    return round(sum(lengths) * _parts(finding) / len(lengths)) if lengths else 0


def as_json(figures: Figures, write: Callable[[str], object]) -> None:
    """Write all figures as one JSON document."""
    by_source: dict[str, Counter[str]] = {}
    for (source, rule), number in sorted(figures.findings.items()):
        by_source.setdefault(source, Counter())[rule] = number
    report = figures.report
    document = {
        "version": report.provenance.version,
        "documents": report.documents,
        "files": report.files,
        "findings": report.total,
        "sources": [
            {
                "source": source or None,
                **_counts(counts),
                "findings": dict(by_source.get(source, {})),
                "per_1000_documents": {
                    rule: round(figures.rate(source, rule), 3) for rule in sorted(by_source.get(source, {}))
                },
            }
            for source, counts in figures.census.items()
        ],
        "copies": {name: {"copies": copies, "of": number} for name, copies, number in figures.shares()},
        "similarities": [
            {"from": number / BINS, "copies": figures.copies.similarities[number]}
            for number in sorted(figures.copies.similarities)
        ],
        "worst_files": [item._asdict() for item in figures.worst],
        "notices": [notice._asdict() for notice in report.notices],
    }
    write(f"{json_line(document)}\n")


def _counts(counts: SourceCensus) -> dict[str, object]:
    return {
        "documents": counts.documents,
        "articles": counts.articles,
        "paragraphs": counts.paragraphs,
        "characters": counts.characters,
        "bytes": counts.bytes,
        "lengths": list(_classes(counts.lengths)),
        "paragraph_lengths": list(_classes(counts.paragraph_lengths)),
    }


def _classes(counted: Counter[int]) -> Iterable[dict[str, int]]:
    return ({"from": lower_bound(size), "number": counted[size]} for size in sorted(counted))


def lower_bound(size_class: int) -> int:
    """The least length of a class of lengths (see `newslint.engine.census.size_class`)."""
    return 1 << size_class - 1 if size_class else 0
