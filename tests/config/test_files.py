"""Which configuration file is taken, and what a bad one says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.config import ConfigError, Settings, load

Tree = dict[str, str]

FOUND = [
    pytest.param({}, ["."], "", id="none"),
    pytest.param({"pyproject.toml": "[tool.ruff]\n"}, ["."], "", id="pyproject-of-others"),
    pytest.param({"newslint.toml": "jobs = 7"}, ["."], "newslint.toml", id="here"),
    pytest.param({"newslint.toml": "\ufeffjobs = 7"}, ["."], "newslint.toml", id="byte-order-mark"),
    pytest.param({".newslint.toml": "jobs = 7"}, [], ".newslint.toml", id="hidden-without-paths"),
    pytest.param({"pyproject.toml": "[tool.newslint]\njobs = 7"}, ["."], "pyproject.toml", id="pyproject"),
    pytest.param({"newslint.toml": "jobs = 7", "a/b/x.txt": ""}, ["a/b"], "newslint.toml", id="upwards"),
    pytest.param({"newslint.toml": "jobs = 7"}, ["-"], "newslint.toml", id="standard-input"),
    pytest.param({"newslint.toml": "jobs = 7"}, ["missing/x.txt"], "newslint.toml", id="missing-path"),
    pytest.param(
        {"newslint.toml": "jobs = 1", "a/newslint.toml": "jobs = 7", "a/x.txt": ""},
        ["a/x.txt"],
        "a/newslint.toml",
        id="nearest-wins",
    ),
    pytest.param(
        {"newslint.toml": "jobs = 7", "a/newslint.toml": "jobs = 1", "a/x.txt": "", "b/x.txt": ""},
        ["a/x.txt", "b/x.txt"],
        "newslint.toml",
        id="common-folder",
    ),
    pytest.param(
        {"newslint.toml": "jobs = 7", "a/pyproject.toml": "[tool.ruff]\n"}, ["a"], "newslint.toml", id="pass-over"
    ),
    pytest.param(
        {"newslint.toml": "jobs = 7", "pyproject.toml": "[tool.ruff]\n"}, ["."], "newslint.toml", id="beside-pyproject"
    ),
]

BAD = [
    pytest.param("jobs = ", "is not valid TOML: Invalid value", id="no-toml"),
    pytest.param("jobs = " + "9" * 5000, "is not valid TOML", id="number-of-5000-digits"),
    pytest.param("corpus = " + "[" * 100_000, "is nested too deeply", id="deep"),
    pytest.param("#" * (5 << 20), "is too large for a configuration", id="huge"),
    pytest.param("# caf\udce9", "is not UTF-8 (byte 6)", id="latin-1"),
    pytest.param("selct = []", 'selct: nobody knows this key; did you mean "select"?', id="unknown-key"),
    pytest.param("zzz = []", "zzz: nobody knows this key", id="unknown-key-like-none"),
    pytest.param("[tool.newslint]", "tool: nobody knows this key; the table [tool.newslint] is for", id="shared-table"),
    pytest.param("max_shown = 3", 'did you mean "max-shown"?', id="underscore"),
    pytest.param('select = "share-bar"', "select: must be a list", id="text-for-list"),
    pytest.param("text-fields = []", "text-fields: must name at least 1", id="no-field-holds-the-text"),
    pytest.param("select = [3]", "select.0: must be a text", id="number-in-list"),
    pytest.param("jobs = -1", "jobs: must be a whole number, 0 or more", id="negative"),
    pytest.param("jobs = true", "jobs: must be a whole number, 0 or more", id="flag-for-number"),
    pytest.param("jobs = 1.5", "jobs: must be a whole number, 0 or more", id="fraction"),
    pytest.param('force-exclude = "yes"', "force-exclude: must be true or false", id="text-for-flag"),
    pytest.param(
        'format = "json"', "format: 'json' is none of auto, text, jsonl; did you mean \"jsonl\"?", id="choice"
    ),
    pytest.param('fail-level = "off"', "fail-level: 'off' is none of info, warning, error", id="off-is-no-fail-level"),
    pytest.param('[severity]\nmojibake = "fatal"', "severity.mojibake: 'fatal' is none of off, info", id="severity"),
    pytest.param('[per-file-ignores]\n"a/*" = "all"', "per-file-ignores.a/*: must be a list", id="per-file"),
    pytest.param('encoding = "klingon"', "encoding: 'klingon' is no encoding that is known here", id="codec"),
    pytest.param('encoding = "base64"', "encoding: 'base64' is no encoding of text", id="codec-of-bytes"),
    pytest.param('encoding = "idna"', "encoding: 'idna' is no encoding of text", id="codec-of-names"),
    pytest.param('[encoding]\n"a/*" = "cp1525"', "encoding.a/*: 'cp1525' is no encoding", id="codec-in-table"),
    pytest.param(
        'max-record-size = "many"', 'must be a number of bytes above 0, or a text such as "64 MiB"', id="size"
    ),
    pytest.param('exclude = [""]', "exclude.0: '' is no pattern of paths: it is empty", id="empty-pattern"),
    pytest.param('include = ["#["]', "include.0: '#[' is no pattern of paths: it is empty, or a comment", id="comment"),
    pytest.param('include = ["a#[b"]', "'a#[b' is no pattern of paths: a bracket in it is never", id="open-bracket"),
    pytest.param('exclude = ["[b-a].txt"]', "exclude.0: '[b-a].txt' is no pattern of paths", id="range-backwards"),
    pytest.param('include = ["a", "!"]', "include.1: '!' is no pattern of paths", id="no-pattern"),
    pytest.param('[encoding]\n"#x" = "cp1252"', "encoding.#x: '#x' is no pattern of paths", id="pattern-as-key"),
    pytest.param("rules = 3", "rules: must be a table", id="number-for-table"),
    pytest.param("[rules]\nmojibake = 3", "rules.mojibake: must be a table", id="number-for-options"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grow(tree: Tree) -> None:
    for name, text in tree.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8", errors="surrogateescape")


@pytest.mark.parametrize(("tree", "paths", "where"), FOUND)
def test_the_nearest_configuration_is_taken(folder: Path, tree: Tree, paths: list[str], where: str) -> None:
    grow(tree)
    config = load(paths)
    assert config.where == where
    assert config.settings.jobs == (7 if where else 0)
    assert config.folder == (folder / where).parent if where else folder


def test_a_named_file_is_taken_whatever_it_is_called(folder: Path) -> None:
    grow({"newslint.toml": "jobs = 1", "ci/strict.toml": "jobs = 7"})
    config = load(["."], "ci/strict.toml")
    assert (config.settings.jobs, config.folder, config.where) == (7, folder / "ci", "ci/strict.toml")


def test_isolated_takes_none() -> None:
    grow({"newslint.toml": "no toml at all"})
    assert load(["."], isolated=True).settings == Settings()


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_configuration_names_file_key_and_cause(text: str, message: str) -> None:
    grow({"newslint.toml": text})
    with pytest.raises(ConfigError) as caught:
        load(["."])
    assert str(caught.value).startswith("newslint.toml: ")
    assert message in str(caught.value)


def test_two_in_one_folder_are_an_error() -> None:
    grow({"newslint.toml": "", "pyproject.toml": "[tool.newslint]"})
    with pytest.raises(ConfigError, match=r"pyproject\.toml: there is newslint\.toml beside it"):
        load(["."])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.toml", "missing.toml: cannot be read: No such file", id="missing"),
        pytest.param("folder", "folder: is a folder, not a configuration", id="folder"),
        pytest.param("fifo", "fifo: is no file, not a configuration", id="fifo"),
        pytest.param("pyproject.toml", "pyproject.toml: tool.newslint: this table is missing", id="without-the-table"),
        pytest.param("odd/pyproject.toml", "tool.newslint: must be a table", id="no-table"),
    ],
)
def test_a_named_configuration_must_be_one(name: str, message: str) -> None:
    grow({"pyproject.toml": "[tool.ruff]", "odd/pyproject.toml": "[tool]\nnewslint = 3"})
    Path("folder").mkdir()
    os.mkfifo("fifo")
    with pytest.raises(ConfigError) as caught:
        load(["."], name)
    assert message in str(caught.value)


def test_a_broken_link_does_not_pass_for_no_configuration() -> None:
    Path("newslint.toml").symlink_to("gone.toml")
    with pytest.raises(ConfigError, match=r"newslint\.toml: cannot be read"):
        load(["."])


def test_messages_name_the_file_from_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"newslint.toml": "selct = 1", "a/x.txt": ""})
    monkeypatch.chdir(folder / "a")
    with pytest.raises(ConfigError, match=r"^\.\./newslint\.toml: selct"):
        load(["."])
