"""The JSON contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newslint.finding import Notice
from newslint.report import Report, ReportOptions
from newslint.reporters import json_report

from .reports import SECOND, empty, everyday, hostile, report_of, written

FINDING = [
    "rule",
    "family",
    "kind",
    "message",
    "severity",
    "path",
    "record",
    "id",
    "source",
    "line",
    "column",
    "end_line",
    "end_column",
    "file_line",
    "file_column",
    "start",
    "end",
    "excerpt",
    "related",
    "cluster",
    "data",
    "fix",
    "fingerprint",
]
RELATED = ["path", "record", "id", "line", "column", "end_line", "end_column", "role", "similarity"]


def strict(text: str) -> Any:
    """Parse as the strictest of parsers would: UTF-8, no constants, no key twice."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(found)) == len(found), "a key stands twice"
        return dict(found)

    def constant(name: str) -> None:
        raise AssertionError(f"{name} is no JSON")

    return json.loads(text.encode("utf-8"), object_pairs_hook=pairs, parse_constant=constant)


def test_a_clean_run() -> None:
    assert strict(written(json_report.report, empty())) == {
        "schema_version": 1,
        "version": "0.1.0",
        "findings": [],
        "summary": {
            "documents": 3,
            "articles": 4,
            "files": 3,
            "compared": 0,
            "bytes": 5321,
            "findings": 0,
            "by_rule": {},
            "by_severity": {"error": 0, "warning": 0, "info": 0},
            "notices": [],
            "crashed": False,
            "fixed": {},
            "known": None,
            "allowed": 0,
            "remarks": [],
            "rules": [],
            "configuration": "",
        },
    }
    assert written(json_report.report_lines, empty()) == ""


@pytest.mark.parametrize("report", [pytest.param(everyday(), id="everyday"), pytest.param(hostile(), id="hostile")])
def test_every_finding_has_exactly_the_keys_of_the_contract(report: Report) -> None:
    parsed = strict(written(json_report.report, report))
    assert list(parsed) == ["schema_version", "version", "findings", "summary"]
    assert len(parsed["findings"]) == report.total == parsed["summary"]["findings"]
    for found in parsed["findings"]:
        assert list(found) == FINDING
        assert all(list(related) == RELATED for related in found["related"])


def test_a_finding_in_a_record() -> None:
    found = strict(written(json_report.report, everyday()))["findings"][-1]
    expected = {
        "rule": "near-duplicate-paragraph",
        "kind": "edited",
        "severity": "warning",
        "path": "feed/2024.jsonl",
        "record": 12,
        "id": "00123",
        "source": "harbour.example",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": len(SECOND) + 1,
        "file_line": 12,
        "file_column": 84,
        "excerpt": SECOND,
        "cluster": {"id": "c0ffee12", "size": 3},
        "fix": None,
    }
    assert {key: found[key] for key in expected} == expected
    assert found["related"][0]["path"] == "articles/council.txt"
    assert found["related"][0]["record"] is None
    assert found["related"][0]["similarity"] == 0.914


def test_a_fix_and_its_edits() -> None:
    found = strict(written(json_report.report, everyday()))["findings"][0]
    assert found["fix"] == {
        "safety": "safe",
        "title": "Delete the second copy",
        "edits": [{"start": 240, "end": 305, "text": ""}],
    }


def test_absent_values_are_null() -> None:
    found = strict(written(json_report.report, everyday()))["findings"][0]
    assert [found[key] for key in ("kind", "record", "id", "source", "cluster")] == [None] * 5


def test_notices_stand_in_the_summary() -> None:
    report = report_of([], [Notice("caf\udce9.txt", "binary file"), Notice("b.txt", "gone", failed=True)])
    assert strict(written(json_report.report, report))["summary"]["notices"] == [
        {"path": "caf\\xe9.txt", "message": "binary file", "failed": False},
        {"path": "b.txt", "message": "gone", "failed": True},
    ]


@pytest.mark.parametrize("report", [pytest.param(everyday(), id="everyday"), pytest.param(hostile(), id="hostile")])
def test_lines_are_the_findings_and_nothing_else(report: Report) -> None:
    lines = written(json_report.report_lines, report).split("\n")
    assert lines.pop() == ""
    assert [strict(line) for line in lines] == strict(written(json_report.report, report))["findings"]


def test_findings_are_written_one_by_one() -> None:
    pieces: list[str] = []
    json_report.report(everyday(), pieces.append, ReportOptions())
    assert len(pieces) > everyday().total
