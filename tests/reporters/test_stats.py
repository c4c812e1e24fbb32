"""Figures on a corpus: rates, shares of copies, and how they are printed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from newslint.document import Span
from newslint.finding import Finding, Related, Severity
from newslint.report import Report, SourceCensus
from newslint.reporters.stats import Figures, as_json, figures_of
from newslint.reporters.stats_text import as_text

from .reports import HOSTILE, finding, place, report_of

WHOLE = {"duplicate-document", "superset-document"}


def census(documents: int, paragraphs: int = 10, characters: int = 1000, size: int = 1000) -> SourceCensus:
    counts = SourceCensus(documents, documents, paragraphs, characters, size)
    counts.lengths[7] = documents
    counts.paragraph_lengths[3] = paragraphs
    return counts


def copy(path: str, length: int, rule: str = "near-duplicate-paragraph", kind: str = "same", **more: Any) -> Finding:
    related = (
        Related(place("original.txt"), "other copy", "original", more.pop("similarity", 1.0)),
        *more.pop("parts", ()),
    )
    location = place(path)._replace(span=Span(0, length))
    return finding(rule, "copy", location, Severity.WARNING, "duplicate", kind=kind, related=related, **more)


def figures(findings: Sequence[Finding], **sources: SourceCensus) -> Figures:
    report = report_of(findings, census={name.replace("_", "."): counts for name, counts in sources.items()})
    return figures_of(report, WHOLE)


def test_rates_are_of_the_documents_of_a_source() -> None:
    made = figures([finding(source="a.x"), finding(source="a.x"), finding(source="b.x")], a_x=census(4), b_x=census(50))
    assert made.rate("a.x", "repeated-caption") == 500
    assert made.rate("b.x", "repeated-caption") == 20
    assert made.rate("b.x", "share-bar") == 0
    assert made.rate("c.x", "repeated-caption") == 0


def shares(findings: Sequence[Finding], counts: SourceCensus) -> dict[str, int]:
    report = report_of(findings, census={"": counts})
    return {name: copies for name, copies, _ in figures_of(report, WHOLE).shares()}


PART = Related(place("b.txt")._replace(span=Span(0, 30)), "a part", "part")
SHARES = [
    pytest.param([], (0, 0, 0), id="none"),
    pytest.param([finding()], (0, 0, 0), id="other-findings"),
    pytest.param([copy("a.txt", 100)], (0, 1, 200), id="a-paragraph"),
    pytest.param([copy("a.txt", 100), copy("a.txt", 50)], (0, 2, 300), id="two-in-one-document"),
    pytest.param([copy("a.txt", 400, "duplicate-document")], (1, 4, 800), id="a-document-with-its-paragraphs"),
    pytest.param(
        [copy("a.txt", 400, "duplicate-document"), copy("a.txt", 100)], (1, 4, 800), id="a-paragraph-of-a-copy"
    ),
    pytest.param(
        [copy("a.txt", 400, "superset-document", "contained", parts=[PART, PART], data={"parts": 6})],
        (0, 6, 360),
        id="a-version-counts-with-its-parts",
    ),
    pytest.param(
        [finding("template-paragraph", family="duplicate", related=(Related(place("b"), "", "example", 0.9),))],
        (0, 0, 0),
        id="a-template-is-no-copy",
    ),
    pytest.param(
        [copy(f"{n}.txt", 900, "duplicate-document") for n in range(9)], (9, 10, 2000), id="never-more-than-all"
    ),
]


@pytest.mark.parametrize(("findings", "expected"), SHARES)
def test_shares_of_copies(findings: list[Finding], expected: tuple[int, int, int]) -> None:
    made = shares(findings, census(20, paragraphs=10, characters=1000, size=2000))
    assert (made["documents"], made["paragraphs"], made["bytes"]) == expected


def test_similarities_are_counted_in_classes() -> None:
    made = figures([copy(f"{n}.txt", 9, similarity=value) for n, value in enumerate((0.5, 0.549, 0.999, 1.0))])
    assert made.copies.similarities == {10: 2, 19: 1, 20: 1}


def test_worst_files() -> None:
    findings = [finding(location=place(f"{n:02}.txt", line)) for n in range(12) for line in range(1, n + 2)]
    made = figures(findings)
    assert [item.path for item in made.worst] == [f"{n:02}.txt" for n in range(11, 1, -1)]
    assert made.worst[0][1:] == (12, 12)


def text_of(made: Figures) -> str:
    parts: list[str] = []
    as_text(made, parts.append)
    return "".join(parts)


def test_text() -> None:
    found = [finding(source="a.x"), copy("b.txt", 500, source="a.x", similarity=0.8)]
    lines = text_of(figures(found, a_x=census(4), b_x=census(50, size=123_456))).splitlines()
    assert lines[:5] == [
        "Sources",
        "  source  documents  paragraphs      text  findings  per 1,000 documents",
        "  b.x            50          10  123.5 kB         0                  0.0",
        "  a.x             4          10    1.0 kB         2                500.0",
        "  all            54          20  124.5 kB         2                 37.0",
    ]
    assert "  a.x     near-duplicate-paragraph         1                250.0" in lines
    assert "  paragraphs          1        20  5.0 %" in lines
    assert "  64–127  54  ████████████████████████████████████████" in lines
    assert "  below 64  20  ████████████████████████████████████████" in lines
    assert "  from 0.80  1  ████████████████████████████████████████" in lines
    assert "  articles/harbour.txt         1       1" in lines


@pytest.mark.parametrize(("rules", "told"), [(11, "1 more rule "), (14, "4 more rules ")])
def test_many_sources_and_rules_are_cut_and_counted(rules: int, told: str) -> None:
    found = [finding(f"rule-{n}", source="s00") for n in range(rules)]
    report = report_of(found, census={f"s{n:02}": census(100 - n) for n in range(30)})
    text = text_of(figures_of(report, WHOLE))
    assert "  and 10 more" in text
    assert told in text
    assert "s29" not in text


def test_an_empty_corpus() -> None:
    assert text_of(figures([])) == "Read 3 documents with 4 articles in 3 files, 5.3 kB\n"


def test_json_holds_all() -> None:
    parts: list[str] = []
    as_json(figures([finding(source="a.x")], a_x=census(4), b_x=census(50)), parts.append)
    whole = json.loads("".join(parts))
    first, second = whole["sources"]
    assert (first["source"], first["documents"], first["findings"]) == ("a.x", 4, {"repeated-caption": 1})
    assert first["per_1000_documents"] == {"repeated-caption": 250.0}
    assert first["lengths"] == [{"from": 64, "number": 4}]
    assert second["findings"] == {}
    assert whole["copies"]["documents"] == {"copies": 0, "of": 54}
    assert whole["worst_files"] == [{"path": "articles/harbour.txt", "findings": 1, "errors": 1}]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_harmless(text: str) -> None:
    report: Report = report_of([finding(f"rule-{text}", location=place(text), source=text)], census={text: census(1)})
    made = figures_of(report, WHOLE)
    shown = text_of(made)
    assert not Counter(shown).keys() & set("\x00\x07\x1b\x7f\x85\x9b\u2028\u2029\u202e\u200b\ufeff\ud800\udcff\ufffe")
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert "##[" not in shown
    parts: list[str] = []
    as_json(made, parts.append)
    "".join(parts).encode("utf-8")
    assert json.loads("".join(parts))["findings"] == 1
