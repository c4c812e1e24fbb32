"""Several reports of one run, and how much is said beside them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from .command_line import CLEAN, CONCISE, WIDGET, Runner, Tree, grow

BINARY: Tree = {"a.txt": WIDGET, "b.txt": b"a\0b"}
LEFT_ASIDE = "Left aside: 1 file\n  binary (NUL byte at offset 1): b.txt\n"


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        pytest.param("concise", "a.txt:4:1: error", id="concise"),
        pytest.param("html", "<!DOCTYPE html>", id="html"),
        pytest.param("json", '{"schema_version"', id="json"),
        pytest.param("sarif", '{"$schema"', id="sarif"),
        pytest.param("summary", "## newslint: 2 findings", id="summary"),
    ],
)
def test_a_report_is_what_the_format_prints(run: Runner, name: str, beginning: str) -> None:
    grow({"a.txt": WIDGET})
    _, printed, _ = run("a.txt", "--output-format", name)
    assert run("a.txt", *CONCISE, "--report", f"{name}:out")[0] == 1
    assert Path("out").read_text(encoding="utf-8") == printed
    assert printed.startswith(beginning)


def test_several_reports_at_once_beside_the_one_on_standard_output(run: Runner) -> None:
    grow({"a.txt": WIDGET, "out/x": ""})
    code, out, err = run("a.txt", *CONCISE, "--report", "json:out/a:b.json", "--report", "csv:out/c.csv")
    assert (code, err) == (1, "")
    assert len(out.splitlines()) == 2
    assert json.loads(Path("out/a:b.json").read_text(encoding="utf-8"))["summary"]["findings"] == 2
    assert len(Path("out/c.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(os.listdir("out")) == ["a:b.json", "c.csv", "x"]


def test_the_job_summary_is_added_to_its_file(run: Runner) -> None:
    grow({"a.txt": CLEAN, "summary.md": "## An earlier step\n"})
    run("a.txt", "--report", "summary:summary.md")
    run("a.txt", "--report", "summary:summary.md")
    headings = [line for line in Path("summary.md").read_text().splitlines() if line.startswith("##")]
    assert headings == ["## An earlier step", *["## newslint: No findings in 1 checked file"] * 2]


WRONG = [
    pytest.param(["--report", "json"], "--report: 'json' names no file (write FORMAT:PATH", id="no-file"),
    pytest.param(["--report", "summary:"], "'summary:' names no file behind the colon: is a variable", id="empty"),
    pytest.param(["--report", "json:-"], "standard output is what --output-format is for", id="standard-output"),
    pytest.param(["--report", "jsn:x"], "'jsn' is none of concise, csv, full, github, gitlab, html, json", id="format"),
    pytest.param(["--report", "jsn:x"], 'did you mean "json"?', id="nearest-format"),
    pytest.param(["--report", "json:x", "--report", "html:./x"], "two reports go to x", id="same-file"),
    pytest.param(["--report", "json:x", "--output-file", "x"], "two reports go to x", id="same-as-output-file"),
    pytest.param(["--report", "json:no/x.json"], "newslint: no/x.json: cannot be written: No such", id="no-folder"),
    pytest.param(["--report", "json:folder"], "newslint: folder: cannot be written: Is a directory", id="folder"),
    pytest.param(["--report", "json:a.txt/x"], "cannot be written: Not a directory", id="below-a-file"),
    pytest.param(["--report", "json:\x1b[2J/x"], "newslint: \\x1b[2J/x: cannot be written", id="control-bytes"),
    pytest.param(["--output-file", ""], "--output-file: no file is named: is a variable empty?", id="no-output-file"),
    pytest.param(["-q", "-v"], "--quiet and --verbose exclude each other", id="quiet-and-verbose"),
    pytest.param(["--statistics", "--output-format", "html"], "there is no html form of it", id="statistics-form"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_meant_or_written_ends_before_the_work(run: Runner, arguments: list[str], message: str) -> None:
    grow({"a.txt": WIDGET, "folder/x": ""})
    code, out, err = run("a.txt", *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert sorted(os.listdir()) == ["a.txt", "folder"]


@pytest.mark.parametrize("option", ["--output-file {}", "--report json:{}", "--report summary:{}"])
@pytest.mark.parametrize("name", ["a.txt", "./folder/../a.txt", "link"])
def test_no_report_takes_the_place_of_a_document(run: Runner, option: str, name: str) -> None:
    grow({"a.txt": WIDGET, "folder/b.txt": CLEAN})
    os.symlink("a.txt", "link")
    code, out, err = run(".", *option.format(name).split())
    assert (code, out) == (2, "")
    assert "a.txt is one of the files that are checked, and a report would replace it" in err
    assert Path("a.txt").read_text(encoding="utf-8") == WIDGET


def test_a_report_may_stand_beside_documents_where_it_is_not_read(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    reports = ["--report", "json:report.json", "--report", "jsonl:r.jsonl", "--exclude", "*.jsonl"]
    assert [run(".", *CONCISE, *reports).code for _ in range(2)] == [1, 1]


def test_a_file_that_fails_at_the_end_does_not_take_the_others_with_it(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full")
    code, out, err = run("a.txt", *CONCISE, "--report", "json:/dev/full", "--report", "csv:out.csv")
    assert code == 2
    assert err == "newslint: /dev/full: cannot be written: No space left on device\n"
    assert len(out.splitlines()) == 2
    assert Path("out.csv").exists()


@pytest.mark.parametrize("name", ["concise", "csv", "gitlab", "jsonl"])
def test_what_was_left_aside_stands_beside_formats_that_hold_findings_only(run: Runner, name: str) -> None:
    grow(BINARY)
    assert run(".", "--output-format", name).err == LEFT_ASIDE
    assert run(".", "--output-format", name, "-q").err == ""


@pytest.mark.parametrize("name", ["json", "table", "html", "sarif", "junit"])
def test_formats_that_hold_it_have_nothing_beside_them(run: Runner, name: str) -> None:
    grow(BINARY)
    assert run(".", "--output-format", name).err == ""


@pytest.mark.parametrize("name", ["concise", "table", "full", "json"])
def test_failures_are_said_even_where_it_is_quiet(run: Runner, name: str) -> None:
    grow({"a.txt": WIDGET})
    code, _, err = run("a.txt", "missing.txt", "-q", "--output-format", name)
    assert (code, err) == (2, "newslint: missing.txt: no such file or folder\n")


@pytest.mark.parametrize("name", ["table", "full"])
def test_quiet_leaves_the_findings_only(run: Runner, name: str) -> None:
    grow({"a.txt": WIDGET, "b.txt": CLEAN})
    _, loud, _ = run("a.txt", "--output-format", name)
    _, quiet, _ = run("a.txt", "-q", "--output-format", name)
    assert loud.startswith(quiet)
    assert "share-bar" in quiet
    assert "Read 1 document" in loud.removeprefix(quiet)
    assert run("b.txt", "-q", "--output-format", name) == (0, "", "")


def test_verbose_names_every_file_that_was_left_aside(run: Runner) -> None:
    grow({**BINARY, "\x1b[2J.txt": b"\0"})
    _, _, err = run(".", "-v")
    assert "newslint: b.txt: binary (NUL byte at offset 1)\n" in err
    assert "newslint: \\x1b[2J.txt: binary (NUL byte at offset 0)\n" in err


def test_statistics(run: Runner) -> None:
    grow({"a.txt": WIDGET + WIDGET, "b.txt": WIDGET, "c.txt": CLEAN})
    code, out, _ = run(".", "--statistics", "--select", "share-bar,text-size-widget,mojibake", "--scope", "document")
    assert code == 1
    head, *rows, blank, _, outcome, _ = out.splitlines()
    assert head.split() == ["rule", "severity", "findings", "documents", "fixable"]
    assert [row.split()[:4] for row in rows] == [
        ["share-bar", "error", "3", "2"],
        ["text-size-widget", "error", "3", "2"],
    ]
    assert (blank, outcome) == ("", "6 findings (6 errors) in 3 checked files")
    quiet = run(".", "--statistics", "-q", "--select", "mojibake")
    assert quiet == (0, "", "")


def test_statistics_as_json(run: Runner) -> None:
    grow({"a.txt": WIDGET, "b.txt": CLEAN})
    _, out, _ = run("a.txt", "--statistics", "--output-format", "json", "--select", "share-bar")
    (row,) = json.loads(out)
    assert (row["rule"], row["findings"], row["documents"]) == ("share-bar", 1, 1)
    assert json.loads(run("b.txt", "--statistics", "--output-format", "json").out) == []


def test_statistics_are_aligned(run: Runner) -> None:
    grow({"a.txt": 120 * WIDGET})
    _, out, _ = run(".", "--statistics", "--select", "share-bar,text-size-widget", "--scope", "document", "-q")
    head, *rows = out.splitlines()
    for name in ("findings", "documents"):
        end = head.index(name) + len(name)
        assert {row[end - 1 : end + 1].strip().isdigit() for row in rows} == {True}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        pytest.param("Rain fell on the town. \n", "info", id="plain-blanks"),
        pytest.param("Rain fell on the town. \nThe river rose.\u00a0\n", "warning", id="and-nbsp"),
    ],
)
def test_a_rule_is_listed_with_its_gravest_finding(run: Runner, text: str, severity: str) -> None:
    grow({"a.txt": text, "b.txt": CLEAN})
    assert run("baseline", "create", "b.txt", "--baseline", "none.json").code == 0
    for arguments in (["--statistics"], ["--baseline", "none.json", "--statistics"]):
        printed = run("check", "a.txt", "--select", "trailing-whitespace", *arguments).out
        assert printed.splitlines()[1].split()[:2] == ["trailing-whitespace", severity]
