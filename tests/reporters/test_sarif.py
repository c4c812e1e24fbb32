"""SARIF 2.1.0: valid by its schema, and what code scanning needs of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator, FormatChecker

from newslint.document import Span
from newslint.finding import Edit, Finding, Fix, Notice, Related, Safety, Severity
from newslint.report import Report, RuleInfo
from newslint.reporters import sarif

from .reports import PAGE, empty, everyday, finding, hostile, place, report_of, rtl, written

SCHEMA: Final = Draft4Validator(
    json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=FormatChecker(),
)


def run_of(report: Report) -> Any:
    """The one run of a log, which must be valid."""
    log = json.loads(written(sarif.report, report))
    SCHEMA.validate(log)
    return log["runs"][0]


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(empty(), id="clean"),
        pytest.param(everyday(), id="everyday"),
        pytest.param(rtl(), id="other scripts"),
        pytest.param(hostile(), id="hostile"),
        pytest.param(report_of([finding(location=place(line=0, column=0))], rules={}), id="a place nobody located"),
    ],
)
def test_valid_by_the_schema(report: Report) -> None:
    run = run_of(report)
    assert len(run["results"]) == report.total
    assert all(
        run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"]
    )


def test_columns_are_code_points_and_paths_relative() -> None:
    run = run_of(everyday())
    assert run["columnKind"] == "unicodeCodePoints"
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]
    uris = re.findall(r'"uri": "([^"]*)"', written(sarif.report, hostile()))
    assert uris
    assert all(re.fullmatch(r"(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})+", uri) for uri in uris)


def test_a_record_is_named_by_its_place_in_the_file() -> None:
    location = run_of(everyday())["results"][-1]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "feed/2024.jsonl", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 12, "startColumn": 84, "endLine": 12, "endColumn": 150}


def test_related_places_are_linked_from_the_message() -> None:
    result = run_of(everyday())["results"][-1]
    assert "See [articles/council.txt:7:1](1) (0.91)" in result["message"]["text"]
    assert [place["id"] for place in result["relatedLocations"]] == [1]


def test_many_related_places_are_cut_and_counted() -> None:
    related = tuple(Related(place(f"{number}.txt"), "", "copy") for number in range(25))
    result = run_of(report_of([finding(related=related)]))["results"][0]
    assert len(result["relatedLocations"]) == sarif.MOST_RELATED
    assert result["message"]["text"].endswith("[19.txt:3:1](20) and 5 more")


def test_brackets_of_a_corpus_make_no_link() -> None:
    result = run_of(report_of([finding(message="see [here](1) \\ there")]))["results"][0]
    assert result["message"]["text"] == "see \\[here\\](1) \\\\ there"


def test_rules_carry_their_pages() -> None:
    page = PAGE.format(name="mojibake", summary="Text decoded with the wrong encoding.")
    rules = {
        "mojibake": RuleInfo("mojibake", "encoding", Severity.ERROR, "Text decoded with the wrong encoding.", page)
    }
    rule = run_of(report_of([], rules=rules))["tool"]["driver"]["rules"][0]
    assert rule["help"] == {"text": page, "markdown": page}
    assert rule["fullDescription"]["text"] == "Text decoded with the wrong encoding."
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["encoding"], "precision": "very-high", "problem.severity": "error"}


def test_equal_findings_in_one_file_have_identities_of_their_own() -> None:
    results = run_of(everyday())["results"]
    keys = [
        (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], *result["partialFingerprints"].values())
        for result in results
    ]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("path", "record", "safety", "written_out"),
    [
        pytest.param("a.txt", None, Safety.SAFE, True, id="a text file"),
        pytest.param("a.txt", None, Safety.UNSAFE, True, id="unsafe, and called so"),
        pytest.param("a.txt", None, Safety.DISPLAY, False, id="evidence only"),
        pytest.param("a.jsonl", 3, Safety.SAFE, False, id="offsets in a field are none in the file"),
        pytest.param("a.txt.gz", None, Safety.SAFE, False, id="nor are those in what is packed"),
    ],
)
def test_fixes(path: str, record: int | None, safety: Safety, written_out: bool) -> None:
    fix = Fix("Delete it", (Edit(Span(240, 306)),), safety)
    result = run_of(report_of([finding(location=place(path, record=record), fix=fix)]))["results"][0]
    assert ("fixes" in result) == written_out
    if written_out:
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change["replacements"] == [
            {"deletedRegion": {"charOffset": 240, "charLength": 66}, "insertedContent": {"text": ""}}
        ]


def test_the_gravest_are_kept_and_the_cut_is_told() -> None:
    found: list[Finding] = [finding("blank-run", severity=Severity.INFO)] * 3000
    found += [finding("repeated-caption", severity=Severity.ERROR)] * 2500
    run = run_of(report_of(found))
    levels = [result["level"] for result in run["results"]]
    assert (levels.count("error"), levels.count("note")) == (2500, 2500)
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("500 of 5,500 findings, the least grave, were cut")


def test_notices_are_notifications() -> None:
    report = report_of([], [Notice("a b.txt", "binary file"), Notice("gone.txt", "no such file", failed=True)])
    (invocation,) = run_of(report)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["note", "error"]
    assert (
        invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        == "a%20b.txt"
    )


def test_a_clean_run_was_successful() -> None:
    assert run_of(empty())["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
