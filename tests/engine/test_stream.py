"""The stream of findings: ordered, bounded in memory, read again."""

from __future__ import annotations

from newslint import ClusterId, DocumentRef, Edit, Finding, Fix, Location, Related, Safety, Severity, Span
from newslint.engine.stream import FindingStream, Spool


def finding(path: str, start: int, rule: str = "r") -> Finding:
    location = Location(DocumentRef(path, 3), Span(start, start + 2), 1, 2, 1, 4, 3, 9, 3, 11, "\ud83d “x”", "id/7")
    return Finding(
        rule,
        "what it says",
        location,
        Severity.WARNING,
        "duplicate",
        "edited",
        (Related(location, "other copy", "original", 0.91), Related(location)),
        Fix("delete it", (Edit(Span(0, 2), ""), Edit(Span(4, 5), "\n")), Safety.UNSAFE),
        {"only_here": ["12"], "similarity": 0.91},
        ClusterId("ab12", 3),
        "harbour-daily",
        "00ff",
    )


def test_what_is_spooled_comes_back_as_it_was() -> None:
    findings = [finding("a\udcff.txt", number) for number in range(10)]
    spool = Spool(kept=3)
    spool.add(findings[:5])
    spool.add(findings[5:])
    assert list(spool) == findings
    assert list(spool) == findings


def test_two_readers_at_once() -> None:
    spool = Spool(kept=0)
    spool.add(finding("a", number) for number in range(4))
    assert all(one == other for one, other in zip(spool, spool, strict=True))


def test_corpus_findings_are_merged_in_by_place() -> None:
    documents, corpus = Spool(), Spool()
    documents.add([finding("a", 0), finding("a", 5), finding("c", 0)])
    corpus.add([finding("a", 3, "dup"), finding("b", 0, "dup")])
    order = [(item.location.ref.path, item.location.span.start) for item in FindingStream(documents, corpus)]
    assert order == [("a", 0), ("a", 3), ("a", 5), ("b", 0), ("c", 0)]
