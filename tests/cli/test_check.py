"""`newslint check`: exit codes, where the report goes, and what is read."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from .command_line import CLEAN, CONCISE, RECORD, WIDGET, Runner, Tree, grow

INFO = CLEAN.rstrip()

EXIT_CODES = [
    pytest.param({"a.txt": CLEAN}, ["a.txt"], 0, id="clean"),
    pytest.param({"a.txt": CLEAN}, [], 0, id="working-folder"),
    pytest.param({"a/b.txt": CLEAN, "a/README.md": "x"}, ["a"], 0, id="other-kinds-beside"),
    pytest.param({"a.txt": INFO}, ["a.txt"], 0, id="below-the-fail-level"),
    pytest.param({"a.txt": INFO}, ["a.txt", "--fail-level", "info"], 1, id="fail-level-info"),
    pytest.param({"a.txt": WIDGET}, ["a.txt"], 1, id="findings"),
    pytest.param({"a.txt": WIDGET}, ["check", "a.txt"], 1, id="named-command"),
    pytest.param({"a.txt": WIDGET}, ["a.txt", "--exit-zero"], 0, id="exit-zero"),
    pytest.param({"a.txt": WIDGET}, ["a.txt", "--ignore", "residue"], 0, id="ignored"),
    pytest.param({"a.txt": WIDGET}, ["a.txt", "--scope", "corpus"], 0, id="scope-corpus"),
    pytest.param({"a.txt": WIDGET}, ["a.txt", "--select", "read-more,mojibake"], 0, id="selected-others"),
    pytest.param({"check/a.txt": WIDGET, "a.txt": CLEAN}, ["check"], 1, id="a-command-wins-over-a-folder"),
    pytest.param({"rules/a.txt": WIDGET}, ["./rules"], 1, id="a-folder-called-like-a-command"),
    pytest.param({}, ["missing.txt"], 2, id="missing"),
    pytest.param({"a.txt": CLEAN}, ["a.txt", "missing.txt", "--exit-zero"], 2, id="missing-in-spite-of-exit-zero"),
    pytest.param({"a.txt": WIDGET}, ["a.txt", "missing.txt"], 2, id="missing-beats-findings"),
    pytest.param({"a.md": CLEAN}, ["a.md"], 2, id="named-file-of-another-kind"),
    pytest.param({"a.md": CLEAN}, ["a.md", "--format", "text"], 0, id="named-file-with-format"),
    pytest.param({"a/a.md": CLEAN, "a/b.html": CLEAN}, ["a"], 2, id="no-document-among-files"),
    pytest.param({"a/a.md": CLEAN}, ["a", "--force-exclude"], 2, id="no-document-in-a-named-folder"),
    pytest.param({"a.md": CLEAN}, ["--force-exclude"], 0, id="hook-without-a-document"),
    pytest.param({"a.txt": CLEAN}, ["a.txt", "--force-exclude", "--exclude", "*.txt"], 0, id="hook-all-excluded"),
    pytest.param({"a.md": CLEAN}, ["a.md", "--force-exclude"], 0, id="hook-with-a-file-of-another-kind"),
    pytest.param({"a.txt": WIDGET, "a.md": CLEAN}, ["a.txt", "a.md", "--force-exclude"], 1, id="hook-with-findings"),
    pytest.param({"a.json": "7"}, ["a.json", "--force-exclude"], 0, id="hook-with-json-that-is-no-corpus"),
    pytest.param({"a.json": "7"}, ["a.json", "--force-exclude", "--include", "*.json"], 1, id="hook-json-included"),
    pytest.param({"a.json": "7"}, ["a.json"], 1, id="json-that-is-named"),
    pytest.param({"newslint.toml": 'corpus = ["a"]', "a/b.md": ""}, ["--force-exclude"], 2, id="hook-empty-corpus"),
    pytest.param({"a.txt": b"\0\1\2"}, ["a.txt"], 2, id="named-binary-file"),
    pytest.param({}, [], 0, id="empty-folder"),
    pytest.param({}, ["--selct", "x"], 2, id="unknown-option"),
    pytest.param({}, ["--jobs", "many"], 2, id="no-number"),
    pytest.param({}, ["--fail-level", "fatal"], 2, id="no-level"),
    pytest.param({}, ["--encoding", "klingon"], 2, id="no-encoding"),
    pytest.param({}, ["--select", "share-bra"], 2, id="no-rule"),
    pytest.param({}, ["--exclude", "!"], 2, id="no-pattern"),
    pytest.param({}, ["--output-format", "tabel"], 2, id="no-format"),
    pytest.param({"newslint.toml": "selct = 1"}, [], 2, id="bad-configuration"),
    pytest.param({}, ["--config", "missing.toml"], 2, id="missing-configuration"),
    pytest.param({"a.toml": ""}, ["--config", "a.toml", "--isolated"], 2, id="config-and-isolated"),
    pytest.param({"a.txt": CLEAN}, ["a.txt", "--output-file", "no/such/folder.txt"], 2, id="output-cannot-be-written"),
    pytest.param({}, ["--help"], 0, id="help"),
    pytest.param({}, ["check", "--help"], 0, id="help-of-a-command"),
    pytest.param({}, ["--version"], 0, id="version"),
    pytest.param({}, ["rules"], 0, id="rules"),
    pytest.param({}, ["rule", "share-bar"], 0, id="rule"),
    pytest.param({}, ["rule", "share-bra"], 2, id="no-such-rule"),
    pytest.param({}, ["rule"], 2, id="rule-without-a-name"),
]


@pytest.mark.parametrize(("tree", "arguments", "code"), EXIT_CODES)
def test_exit_codes(run: Runner, tree: Tree, arguments: list[str], code: int) -> None:
    grow(tree)
    found, out, err = run(*arguments)
    assert found == code
    assert "Traceback" not in out + err
    if code == 2:
        assert out + err


BAD_NAME = "command line: select: no rule or family is called 'share-bra'; did you mean \"share-bar\"?"
BAD_KEY = 'newslint.toml: selct: nobody knows this key; did you mean "select"?'
BAD_TOML: Tree = {"newslint.toml": "selct = 1"}
BAD_FORMAT: Tree = {"newslint.toml": 'output-format = "tabel"'}
OCCUPIED: Tree = {"a.txt": CLEAN, "out/x": ""}

MESSAGES = [
    pytest.param({}, ["--selct", "x"], "newslint: No such option", id="unknown-option"),
    pytest.param({}, ["--selct", "x"], "--select", id="nearest-option"),
    pytest.param({}, ["--selct", "x"], "(see newslint check --help)", id="where-to-look"),
    pytest.param({}, ["index"], "Choose from: build, status, verify, clear (see newslint index --help)", id="choices"),
    pytest.param({}, ["baseline"], "\nCommands:\n  create  Write all findings", id="group-of-commands"),
    pytest.param({}, ["chek"], "newslint: no command is called 'chek'; did you mean \"check\"?", id="nearest-command"),
    pytest.param({}, ["--jobs", "many"], "'--jobs' / '-j': 'many' is not", id="value"),
    pytest.param({}, ["--select", "share-bra"], BAD_NAME, id="nearest-rule"),
    pytest.param({}, ["--select", "ALL"], "called 'ALL'; did you mean \"all\"?", id="in-capitals"),
    pytest.param({}, ["--output-format", "tabel"], "--output-format: 'tabel' is none of concise,", id="format"),
    pytest.param(BAD_FORMAT, [], "newslint.toml: output-format: 'tabel' is", id="format-in-file"),
    pytest.param(BAD_TOML, [], BAD_KEY, id="key"),
    pytest.param(
        {"newslint.toml": 'unfixable = ["share-bra"]'},
        [],
        "newslint.toml: unfixable: no rule or family is called 'share-bra'; did you mean \"share-bar\"?",
        id="nothing-to-fix",
    ),
    pytest.param({}, ["--exclude", "!"], "'!' is no pattern of paths", id="pattern"),
    pytest.param({}, ["--output-format", "json", "no.txt"], "newslint: no.txt: no such file", id="beside-json"),
    pytest.param({}, ["a\x1b[2J", "--output-format", "json"], "a\\x1b[2J: no such", id="control-bytes-in-a-name"),
    pytest.param({}, ["--select", "a\x1b[2J"], "called 'a\\x1b[2J'", id="control-bytes-in-a-rule"),
    pytest.param({}, ["--config", "a.toml", "--isolated"], "--config and --isolated", id="config-and-isolated"),
    pytest.param({}, ["--output-file", "no/x"], "newslint: no/x: cannot be written: No such", id="no-folder"),
    pytest.param(OCCUPIED, ["--output-file", "out"], "newslint: out: cannot be written: Is a", id="folder"),
]


@pytest.mark.parametrize(("tree", "arguments", "message"), MESSAGES)
def test_messages(run: Runner, tree: Tree, arguments: list[str], message: str) -> None:
    grow(tree)
    code, _, err = run(*arguments)
    assert code == 2
    assert message in err


@pytest.mark.parametrize(("ignored", "told"), [("navigation", False), ("share-bar", True)])
def test_a_run_without_a_rule_says_so(run: Runner, ignored: str, told: bool) -> None:
    grow({"a.txt": "Share this\n"})
    ended = run(".", "--select", "share-bar", "--ignore", ignored, "--exit-zero")
    assert ("newslint: no rule is selected: nothing but what cannot be read is told" in ended.err) == told


def test_an_empty_name_is_no_path(run: Runner) -> None:
    code, out, _ = run("")
    assert code == 2
    assert "an empty name was given in place of a path" in out


def test_unread_files_are_counted_by_suffix(run: Runner) -> None:
    grow({"a/1.md": "x", "a/2.md": "x", "a/3.html": "x", "a/LICENSE": "x"})
    code, out, err = run("a")
    assert code == 2
    assert "no document was found; files of other kinds: 2 .md, 1 without a suffix, 1 .html" in out
    assert run(".", "--include", "*.md", "--format", "text", "--exit-zero").code == 0  # as the message says
    assert err == ""


def test_unread_files_beside_documents_are_no_failure(run: Runner) -> None:
    grow({"a/1.md": "x", "a/2.txt": CLEAN})
    code, out, _ = run("a")
    assert code == 0
    assert "files of other kinds: 1 .md" in out


def test_without_paths_the_corpus_of_the_configuration_is_read(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"newslint.toml": 'corpus = ["wire"]', "wire/a.txt": WIDGET, "b.txt": WIDGET, "sub/c.txt": WIDGET})
    assert {item["path"] for item in run.findings()} == {"wire/a.txt"}
    assert {item["path"] for item in run.findings("b.txt")} == {"b.txt"}
    monkeypatch.chdir("sub")
    assert len({item["path"] for item in run.findings()}) == 1


def test_the_command_line_beats_the_configuration(run: Runner) -> None:
    grow({"newslint.toml": 'select = ["mojibake"]\nfail-level = "error"', "a.txt": WIDGET})
    assert run("a.txt")[0] == 0
    assert {item["rule"] for item in run.findings("a.txt", "--select", "share-bar")} == {"share-bar"}
    assert {item["rule"] for item in run.findings("a.txt", "--extend-select", "share-bar")} == {"share-bar"}
    assert run("a.txt", "--isolated")[0] == 1


def test_a_severity_of_the_configuration_shows_and_counts(run: Runner) -> None:
    grow({"newslint.toml": '[severity]\nresidue = "info"', "a.txt": WIDGET})
    assert {item["severity"] for item in run.findings("a.txt")} == {"info"}
    assert run("a.txt")[0] == 0


def test_per_file_ignores_hold_from_the_folder_of_the_configuration(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow({"newslint.toml": '[per-file-ignores]\n"wire/*" = ["residue"]', "wire/a.txt": WIDGET, "b.txt": WIDGET})
    assert {item["path"] for item in run.findings(".", "--scope", "document")} == {"b.txt"}
    monkeypatch.chdir("wire")
    assert run.findings("a.txt") == []


def test_exclude_holds_from_the_folder_of_the_configuration(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"newslint.toml": 'exclude = ["wire/old"]'})
    grow(dict.fromkeys(("wire/old/a.txt", "wire/b.txt", "wire/c.txt", ".venv/d.txt"), WIDGET))
    assert {item["path"] for item in run.findings(".")} == {"wire/b.txt", "wire/c.txt"}
    assert {item["path"] for item in run.findings(".", "--exclude", "b.*")} == {"wire/c.txt"}
    monkeypatch.chdir("wire")
    assert {item["path"] for item in run.findings(".")} == {"b.txt", "c.txt"}
    assert {item["path"] for item in run.findings(".", "--exclude", "/b.txt")} == {"c.txt"}


def test_a_named_file_is_read_unless_exclude_is_forced(run: Runner) -> None:
    grow({"newslint.toml": 'exclude = ["old"]', "old/a.txt": WIDGET})
    assert run("old/a.txt")[0] == 1
    assert run("old/a.txt", "--force-exclude")[0] == 0


def test_include_names_what_is_read_in_folders(run: Runner) -> None:
    grow({"newslint.toml": 'include = ["*.json"]', "a.txt": WIDGET, "b.json": RECORD})
    assert {item["path"] for item in run.findings(".")} == {"b.json"}
    assert {item["path"] for item in run.findings(".", "--include", "*.txt")} == {"a.txt"}


def test_gitignore_is_respected_unless_told_otherwise(run: Runner) -> None:
    grow({".git/HEAD": "", ".gitignore": "old/\n", "old/a.txt": WIDGET, "b.txt": WIDGET})
    assert {item["path"] for item in run.findings(".")} == {"b.txt"}
    assert {item["path"] for item in run.findings(".", "--no-respect-gitignore")} == {"b.txt", "old/a.txt"}


def test_records_and_their_text_field(run: Runner) -> None:
    story = json.dumps({"id": "00123", "story": WIDGET, "text": CLEAN}) + "\n"
    grow({"a.jsonl.gz": gzip.compress(story.encode())})
    assert run.findings("a.jsonl.gz") == []
    found = run.findings("a.jsonl.gz", "--text-field", "story")
    assert {(item["id"], item["record"]) for item in found} == {("00123", 1)}


def test_an_encoding_by_pattern_and_for_all(run: Runner) -> None:
    turkish = "İstanbul'da yağmur sürüyor, okullar tatil edildi.\n".encode("cp1254")
    grow({"newslint.toml": '[encoding]\n"old/*" = "cp1254"', "old/a.txt": turkish, "b.txt": turkish})
    assert {item["path"] for item in run.findings(".")} == {"b.txt"}
    assert run.findings(".", "--encoding", "cp1254", "--scope", "document") == []


def test_standard_input_has_the_name_it_is_given(run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "piped").write_text(RECORD)
    for paths in (["-"], []):
        with (tmp_path / "piped").open() as stream:
            monkeypatch.setattr("sys.stdin", stream)
            found = run.findings(*paths, "--stdin-filename", "wire.jsonl")
        assert {(item["path"], item["record"]) for item in found} == {("wire.jsonl", 1)}
    code, _, err = run(".", "--stdin-filename", "wire.jsonl")
    assert (code, "say - beside the paths" in err) == (2, True)


def test_a_buffer_beside_its_own_folder(run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As an editor calls it: what is found is that of the buffer, and nothing is remembered for another text."""
    grow({"c/a.txt": f"{CLEAN}\nShare this article\n", "buffer": WIDGET})

    def findings(*arguments: str) -> list[object]:
        with Path("buffer").open() as stream:
            monkeypatch.setattr("sys.stdin", stream)
            found = run.findings(*arguments, "--stdin-filename", "c/a.txt")
        return [(item["path"], item["line"], item["rule"]) for item in found]

    alone = findings("-")
    assert alone
    for cache in ["--no-cache", "--cache-dir=k", "--cache-dir=k"]:
        assert findings("-", "c", cache) == alone
    Path("buffer").rename("c/b.txt")
    Path("c/a.txt").unlink()
    assert run.findings("c", "--cache-dir=k") == run.findings("c", "--no-cache") != []


@pytest.mark.parametrize(
    ("name", "value", "arguments", "expected"),
    [
        pytest.param("NEWSLINT_OUTPUT_FORMAT", "concise", [], "a.txt:4:1: error", id="format"),
        pytest.param("NEWSLINT_OUTPUT_FORMAT", "json", CONCISE, "a.txt:4:1: error", id="option-wins"),
        pytest.param("NEWSLINT_CONFIG", "quiet.toml", CONCISE, "", id="config"),
        pytest.param("NEWSLINT_CONFIG", "quiet.toml", ["--isolated", *CONCISE], "a.txt:4", id="isolated"),
        pytest.param("NEWSLINT_JOBS", "2", CONCISE, "a.txt:4:1: error", id="jobs"),
    ],
)
def test_the_environment(
    run: Runner, monkeypatch: pytest.MonkeyPatch, name: str, value: str, arguments: list[str], expected: str
) -> None:
    grow({"a.txt": WIDGET, "quiet.toml": "select = []"})
    monkeypatch.setenv(name, value)
    _, out, _ = run("a.txt", *arguments)
    assert expected in out
    assert bool(expected) == bool(out)


def test_a_bad_number_in_the_environment_is_wrong_use(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_JOBS", "many")
    code, _, err = run()
    assert code == 2
    assert "NEWSLINT_JOBS" in err


def test_max_shown_bounds_the_rows_and_not_the_totals(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    _, all_rows, _ = run("a.txt")
    _, one_row, _ = run("a.txt", "--max-shown", "1")
    assert len(one_row.splitlines()) == len(all_rows.splitlines())  # a row less, and a line about it
    assert all_rows.splitlines()[-1] == one_row.splitlines()[-1]


def test_an_output_file_holds_the_report_and_nothing_else_is_printed(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    _, printed, _ = run("a.txt")
    assert run("a.txt", "--output-file", "report.txt") == (1, "", "")
    assert Path("report.txt").read_text(encoding="utf-8") == printed
    assert sorted(os.listdir()) == ["a.txt", "report.txt"]


def test_the_report_names_no_absolute_path(run: Runner, tmp_path: Path) -> None:
    grow({"newslint.toml": "", "a.txt": WIDGET})
    for name in ("json", "table", "concise"):
        assert str(tmp_path) not in run("a.txt", "--output-format", name)[1]
