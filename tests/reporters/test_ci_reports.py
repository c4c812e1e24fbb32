"""Formats that CI services read: GitHub annotations, GitLab Code Quality, JUnit."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from newslint.finding import Notice, Severity
from newslint.report import Report
from newslint.reporters import github, gitlab, junit

from .reports import empty, everyday, finding, hostile, place, report_of, rtl, written

ALL = [
    pytest.param(empty(), id="clean"),
    pytest.param(everyday(), id="everyday"),
    pytest.param(rtl(), id="other scripts"),
    pytest.param(hostile(), id="hostile"),
]


@pytest.mark.parametrize("report", ALL)
def test_github_writes_commands_and_nothing_else(report: Report) -> None:
    lines = written(github.report, report).split("\n")
    assert lines.pop() == ""
    assert len(lines) == 1 + min(10, report.total)
    assert lines[0].startswith("::notice title=newslint::")
    for line in lines:
        assert re.match(r"::(error|warning|notice) (\w+=[^,:]*)(,\w+=[^,:]*)*::", line)


def test_github_annotates_the_gravest_in_the_file_itself() -> None:
    found = [finding(severity=Severity.WARNING, location=place(f"{n}.txt")) for n in range(12)]
    found.append(finding(message="50 % of it", location=place("f.jsonl", 2, 3, "x", record=9, file=(9, 40))))
    lines = written(github.report, report_of(found)).splitlines()
    assert len(lines) == 11
    assert "%0AThe gravest 10 are annotated" in lines[0]
    assert lines[-1] == (
        "::error file=f.jsonl,line=9,endLine=9,col=40,endColumn=41,title=newslint%3A repeated-caption"
        "::50 %25 of it%0A“x”"
    )


def test_github_gives_no_columns_for_several_lines() -> None:
    location = place()._replace(file_line=3, file_end_line=5)
    assert "file=articles/harbour.txt,line=3,endLine=5,title=" in written(
        github.report, report_of([finding(location=location)])
    )


@pytest.mark.parametrize("report", ALL)
def test_gitlab_issues_are_complete_and_each_has_a_fingerprint_of_its_own(report: Report) -> None:
    issues = json.loads(written(gitlab.report, report).encode("utf-8"))
    assert len(issues) == report.total == len({issue["fingerprint"] for issue in issues})
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_do_not_depend_on_lines() -> None:
    def prints(line: int) -> list[str]:
        found = [finding(location=place(line=line)), finding(location=place(line=line + 4))]
        return [issue["fingerprint"] for issue in json.loads(written(gitlab.report, report_of(found)))]

    assert prints(3) == prints(30)
    assert len(set(prints(3))) == 2


@pytest.mark.parametrize("report", ALL)
def test_junit_counts_what_it_holds(report: Report) -> None:
    root = ElementTree.fromstring(written(junit.report, report))
    (suite,) = root
    cases = suite.findall("testcase")
    assert int(suite.attrib["tests"]) == len(cases) == int(root.attrib["tests"])
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
    assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))


def test_junit_facts_pass_and_unread_files_are_errors() -> None:
    found = [finding(severity=Severity.INFO), finding(severity=Severity.WARNING)]
    root = ElementTree.fromstring(written(junit.report, report_of(found, [Notice("a.txt", "gone", failed=True)])))
    assert [[child.tag for child in case] for case in root.iter("testcase")] == [["system-out"], ["failure"], ["error"]]


def test_a_clean_junit_report_has_one_case_that_passes() -> None:
    root = ElementTree.fromstring(written(junit.report, empty()))
    assert [list(case) for case in root.iter("testcase")] == [[]]


@pytest.mark.parametrize("reporter", [junit.report, gitlab.report])
def test_no_line_is_a_runner_command(reporter: object) -> None:
    text = written(reporter, hostile())  # type: ignore[arg-type]
    assert not re.search(r"^\s*::|##\w*\[", text, re.M)
