"""The Python API: `newslint.lint` and `newslint.check`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.config import ConfigError

CLEAN = "Rain fell on the town on Monday, and the river rose by a metre.\n"
WIDGET = f"Storm reaches the coast\n\n{CLEAN}TT\n20\nShare this\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WIDGET)
    (tmp_path / "b.txt").write_text(CLEAN)
    return tmp_path


def test_findings_are_a_list_in_their_order() -> None:
    found = newslint.lint(".", scope="document")
    assert [(item.rule, item.location.ref.path, item.location.line) for item in found] == [
        ("text-size-widget", "a.txt", 4),
        ("share-bar", "a.txt", 6),
    ]


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param("a.txt", id="text"),
        pytest.param(Path("a.txt"), id="path"),
        pytest.param(["a.txt"], id="list"),
        pytest.param((path for path in [Path("a.txt")]), id="iterator"),
    ],
)
def test_paths_come_in_many_shapes(paths: Any) -> None:
    assert len(newslint.lint(paths)) == 2


def test_rules_are_selected_as_on_the_command_line() -> None:
    assert [item.rule for item in newslint.lint("a.txt", select=["share-bar"])] == ["share-bar"]
    assert [item.rule for item in newslint.lint("a.txt", ignore=["residue"])] == []
    with pytest.raises(ConfigError, match="select: no rule or family is called 'share-bra'"):
        newslint.lint("a.txt", select=["share-bra"])
    with pytest.raises(ConfigError, match="scope: 'documents' is none of document, corpus, all"):
        newslint.lint("a.txt", scope="documents")


def test_one_name_is_not_taken_for_its_letters() -> None:
    assert newslint.lint("a.txt", select="share-bar") == newslint.lint("a.txt", select=["share-bar"])
    assert newslint.lint("a.txt", ignore="residue") == newslint.lint("a.txt", ignore=["residue"])


def test_the_configuration_holds_unless_it_is_isolated(folder: Path) -> None:
    (folder / "newslint.toml").write_text('ignore = ["share-bar", "page-label"]')
    (folder / "other.toml").write_text('ignore = ["residue"]')
    assert len(newslint.lint("a.txt")) == 1
    assert len(newslint.lint("a.txt", config=folder / "other.toml")) == 0
    assert len(newslint.lint("a.txt", isolated=True)) == 2


def test_what_cannot_be_read_is_an_error_that_holds_the_rest() -> None:
    with pytest.raises(newslint.LintError, match=r"missing\.txt: no such file") as caught:
        newslint.lint(["a.txt", "missing.txt"])
    assert caught.value.report.total == 2


def test_a_rule_that_fails_is_an_error_that_holds_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> object:
        raise KeyError("x")

    monkeypatch.setattr(newslint.PatternRule, "check", fails)
    with pytest.raises(newslint.LintError, match="a rule failed on a document") as caught:
        newslint.lint(".", scope="document")
    assert {finding.rule for finding in caught.value.report.findings} >= {"internal-error", "text-size-widget"}


def test_no_document_at_all_is_an_error(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / "a.html").write_text(WIDGET)
    with pytest.raises(newslint.LintError, match=r"no document was found; files of other kinds: 1 \.html"):
        newslint.lint("pages")


def test_a_report_tells_what_was_read_and_with_what() -> None:
    report = newslint.check(".", scope="document")
    assert (report.documents, report.files, report.total) == (2, 2, 2)
    assert report.provenance.version == newslint.__version__
    assert "share-bar" in report.provenance.rules
    assert report.rules["share-bar"].family == "residue"
    assert report.rules["share-bar"].summary
    assert set(report.counts) == {"share-bar", "text-size-widget"}


@pytest.mark.parametrize(
    ("paths", "options", "error", "message"),
    [
        pytest.param([], {}, ValueError, "no path is given", id="an empty list is not the working folder"),
        pytest.param(".", {"jobs": -1}, newslint.ConfigError, "jobs", id="jobs"),
        pytest.param(".", {"scope": "all of it"}, newslint.ConfigError, "scope", id="scope"),
    ],
)
def test_what_cannot_be_asked_for(paths: Any, options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        newslint.check(paths, **options)


def test_the_configuration_is_named_by_what_it_means(folder: Path) -> None:
    plain = newslint.check("a.txt").provenance.configuration
    (folder / "newslint.toml").write_text("max-shown = 7")
    assert newslint.check("a.txt").provenance.configuration == plain
    (folder / "newslint.toml").write_text('[severity]\nshare-bar = "info"')
    assert newslint.check("a.txt").provenance.configuration != plain
    (folder / "newslint.toml").write_text("[rules.share-bar]\nmax-length = 7")
    assert newslint.check("a.txt").provenance.configuration != plain


def test_the_name_of_a_configuration_does_not_depend_on_the_hash_seed() -> None:
    program = "import newslint; print(newslint.check('a.txt').provenance.configuration)"
    names = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(names) == 1


def test_it_works_in_a_plain_script(folder: Path) -> None:
    script = folder / "script.py"
    script.write_text("import newslint\nfor finding in newslint.lint('a.txt'):\n    print(finding.rule)\n")
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["text-size-widget", "share-bar"]
    assert ended.stderr == ""


def test_the_face_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'lnit'"):
        newslint.lnit  # noqa: B018
    assert all(hasattr(newslint, name) for name in newslint.__all__)
