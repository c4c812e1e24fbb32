"""`newslint explain`: whether a file is read when its folder is checked, and what decides that."""

from __future__ import annotations

import json

import pytest

from .command_line import CLEAN, Runner, Tree, grow


def told(run: Runner, *arguments: str) -> list[str]:
    """The lines that explain."""
    code, out, err = run("explain", *arguments)
    assert (code, err) == (0, "")
    return [line.strip() for line in out.splitlines()]


READING = [
    pytest.param({"a.txt": CLEAN}, "a.txt", "yes (its name ends in .txt)", id="kind"),
    pytest.param(
        {"a.json": f'{{"text": {json.dumps(CLEAN)}}}\n'},
        "a.json",
        "no (in folders newslint reads no .json of itself; include takes them in)",
        id="kind-to-be-named",
    ),
    pytest.param(
        {"newslint.toml": 'include = ["*.json"]', "a.json": f'{{"text": {json.dumps(CLEAN)}}}\n'},
        "a.json",
        "yes (include (newslint.toml))",
        id="kind-included",
    ),
    pytest.param(
        {"newslint.toml": 'include = ["*.txt"]', "a.txt": CLEAN}, "a.txt", "yes (include (newslint.toml))", id="include"
    ),
    pytest.param(
        {"newslint.toml": 'include = ["*.jsonl"]', "a.txt": CLEAN},
        "a.txt",
        "no (no pattern of include matches it (newslint.toml))",
        id="not-included",
    ),
    pytest.param(
        {"newslint.toml": 'exclude = ["b", "old"]', "old/a.txt": CLEAN},
        "old/a.txt",
        "no (exclude: old (newslint.toml))",
        id="excluded-folder",
    ),
    pytest.param(
        {"newslint.toml": 'exclude = ["*.txt", "!a.txt"]', "a.txt": CLEAN},
        "a.txt",
        "yes (its name ends in .txt)",
        id="taken-back",
    ),
    pytest.param({".venv/a.txt": CLEAN}, ".venv/a.txt", "no (exclude: .venv (always))", id="always-excluded"),
    pytest.param(
        {".git/HEAD": "", ".gitignore": "old/\n", "old/a.txt": CLEAN},
        "old/a.txt",
        "no (.gitignore names old/ (respect-gitignore))",
        id="ignored-by-git",
    ),
    pytest.param(
        {".git/HEAD": "", "b/.gitignore": "a.*\n", "b/a.txt": CLEAN},
        "b/a.txt",
        "no (b/.gitignore names a.txt (respect-gitignore))",
        id="ignored-below",
    ),
    pytest.param(
        {"newslint.toml": "respect-gitignore = false", ".git/HEAD": "", ".gitignore": "*.txt", "a.txt": CLEAN},
        "a.txt",
        "yes (its name ends in .txt)",
        id="gitignore-not-respected",
    ),
]


@pytest.mark.parametrize(("tree", "path", "why"), READING)
def test_whether_a_file_is_read(run: Runner, tree: Tree, path: str, why: str) -> None:
    grow(tree)
    assert f"read when its folder is checked: {why}" in told(run, path)
    name = path.rpartition("/")[2]
    read = run("check", ".", "--output-format", "json", "--fail-level", "error")
    assert bool(json.loads(read.out)["summary"]["documents"]) is why.startswith("yes"), name


def test_a_file_of_another_kind(run: Runner) -> None:
    grow({"a.md": CLEAN})
    lines = told(run, "a.md", "--format", "text")
    assert "read when its folder is checked: no (newslint reads no .md; include takes them in)" in lines
