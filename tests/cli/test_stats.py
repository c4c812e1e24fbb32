"""`newslint stats` and `newslint compare`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .command_line import CLEAN, WIDGET, Runner, Tree, grow

FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
)
CORPUS: Tree = {
    "news/a/1.txt": WIDGET,
    "news/b/1.txt": f"Brevik today\n\n{FERRY}",
    "news/b/2.txt": f"Brevik today\n\n{FERRY}",
    "news/page.html": "x",
}


def test_figures_of_a_corpus(run: Runner) -> None:
    grow(CORPUS)
    code, out, err = run("stats", "news")
    assert (code, err) == (0, ""), "findings are no failure"
    rows = [line.split() for line in out.splitlines()]
    assert ["a", "share-bar", "1", "1,000.0"] in rows
    assert ["b", "duplicate-document", "1", "500.0"] in rows
    assert ["documents", "1", "3", "33.3", "%"] in rows
    assert "files of other kinds: 1 .html" in out


def test_figures_as_json_and_for_some_rules(run: Runner) -> None:
    grow(CORPUS)
    code, out, _ = run("stats", "news", "--output-format", "json", "--select", "share-bar", "--jobs", "1")
    assert code == 0
    assert [source["findings"] for source in json.loads(out)["sources"]] == [{"share-bar": 1}, {}]


def test_what_cannot_be_read_is_a_failure(run: Runner) -> None:
    grow(CORPUS)
    code, out, _ = run("stats", "news", "missing.txt")
    assert code == 2
    assert "missing.txt" in out
    assert run("stats", "missing").code == 2
    grow({"empty/a.html": "x"})
    assert run("stats", "empty").code == 2


def reports(run: Runner, before: Tree, now: Tree) -> None:
    """Two JSON reports of a folder, before and after a change."""
    for name, tree in (("old.json", before), ("new.json", now)):
        grow(tree)
        run("check", "news", "--select", "share-bar,text-size-widget", "--output-format", "json", "--output-file", name)


def test_what_has_changed_between_two_reports(run: Runner) -> None:
    reports(run, {"news/a.txt": WIDGET, "news/b.txt": CLEAN}, {"news/a.txt": CLEAN + "Share this\n"})
    code, out, err = run("compare", "old.json", "new.json")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "old.json: 2 findings in 2 documents"
    assert out.splitlines()[-1] == "0 new, 1 gone, 0 changed, 0 moved, 1 the same"
    assert run("compare", "old.json", "new.json", "--exit-non-zero-on-new").code == 0
    assert run("compare", "new.json", "old.json", "--exit-non-zero-on-new").code == 1


def test_a_report_in_another_layout_is_the_same_report(run: Runner) -> None:
    reports(run, {"news/a.txt": WIDGET}, {})
    grow({"new.json": json.dumps(json.loads(Path("new.json").read_text()), indent=4)})
    assert run("compare", "old.json", "new.json").out.endswith("0 moved, 2 the same\n")
    assert json.loads(run("compare", "old.json", "new.json", "--output-format", "json").out)["same"] == 2


WHOLE = '{"schema_version": 1, "version": "1", "findings": [%s], "summary": {}}'
WRONG = [
    pytest.param({}, "newslint: a.json: cannot be read: No such file or directory", id="missing"),
    pytest.param({"a.json/x": ""}, "newslint: a.json: is no file", id="folder"),
    pytest.param({"a.json": "{"}, "newslint: a.json: is no valid JSON in line 1", id="damaged"),
    pytest.param({"a.json": b"\xff"}, "newslint: a.json: is no JSON: no UTF-8 at byte 1", id="no-utf-8"),
    pytest.param({"a.json": "[" * 100_000}, "newslint: a.json: is no valid JSON", id="deep"),
    pytest.param({"a.json": "[]"}, "newslint: a.json: is no JSON report of newslint", id="a-list"),
    pytest.param({"a.json": '{"findings": []}'}, "newslint: a.json: is no JSON report of newslint", id="no-summary"),
    pytest.param({"a.json": WHOLE.replace("1,", "7,", 1) % ""}, "a.json: has the schema version 7, this", id="version"),
    pytest.param({"a.json": WHOLE % "{}"}, "newslint: a.json: finding number 1 is damaged", id="finding"),
    pytest.param({"a.json": WHOLE % "7"}, "newslint: a.json: finding number 1 is damaged", id="no-finding"),
]


@pytest.mark.parametrize(("tree", "message"), WRONG)
def test_what_cannot_be_compared_is_named(run: Runner, tree: Tree, message: str) -> None:
    grow({"b.json": WHOLE % "", **tree})
    for arguments in (("a.json", "b.json"), ("b.json", "a.json")):
        code, out, err = run("compare", *arguments)
        assert (code, out) == (2, "")
        assert message in err
        assert len(err.splitlines()) == 1
