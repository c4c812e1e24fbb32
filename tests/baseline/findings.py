"""Findings made by hand, as a run over a small corpus has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newslint.document import DocumentRef, Span
from newslint.finding import Finding, Location, Related, Severity
from newslint.report import Report


def at(path: str, record: int | None = None, name: str = "", mark: str = "") -> Location:
    return Location(DocumentRef(path, record), Span(0, 4), 1, 1, id=name, mark=mark or f"{sum(path.encode()):016x}")


def residue(location: Location, text: str = "TT", rule: str = "text-size-widget") -> Finding:
    """A finding about one document; the fingerprint is of `text`."""
    return Finding(rule, "residue", location, Severity.ERROR, "residue", fingerprint=text.encode().hex().zfill(8))


def copy(location: Location, original: Location, text: str = "flood", other: str = "") -> Finding:
    """A finding about a copy and its original."""
    prints = [part.encode().hex().zfill(8) for part in (text, other or text)]
    related = (Related(original, "other copy", fingerprint=prints[1]),)
    rule = "near-duplicate-paragraph"
    return Finding(rule, "copy", location, Severity.WARNING, "duplicate", related=related, fingerprint=prints[0])


def report_of(findings: Sequence[Finding]) -> Report:
    counts = Counter(found.rule for found in findings)
    return Report(tuple(findings), dict(counts), dict(Counter(found.severity for found in findings)))


A, B, C = at("a.txt"), at("b.txt"), at("c.txt")
FEED = [at("feed.jsonl", line) for line in range(1, 5)]
NAMED = [at("feed.jsonl", line, f"id/{line}") for line in range(1, 5)]


def whole(location: Location, mark: str, rule: str = "00000001") -> Finding:
    """A finding about a whole document."""
    return replace(copy(location, A), rule="duplicate-document", fingerprint=f"{rule}-{mark}")
