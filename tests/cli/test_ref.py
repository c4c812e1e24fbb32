"""Findings known from an earlier commit: in real repositories, with renames, other folders and odd names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .command_line import CONCISE, Runner, Tree, grow
from .debts import EDITED, FERRY, RESIDUE, SELECT, story
from .repositories import Repository

BRIDGE = "The bridge over the Teal was shut for three days, the mayor said, after a lorry had hit its railing.\n"
REF = ["--baseline-from-ref", "HEAD"]

pytestmark = pytest.mark.usefixtures("plain_git")


def copies(town: str, text: str = FERRY) -> str:
    return story(town, text, BRIDGE)


def new(run: Runner, *arguments: str) -> list[str]:
    """Paths and rules of what is new, and where its other copy stands."""
    found = run.findings(*(arguments or (".",)), *REF)
    others = [item["related"][0]["path"] if item["related"] else "" for item in found]
    pairs = zip(found, others, strict=True)
    return sorted({f"{item['path']} {item['rule']} {other}".rstrip() for item, other in pairs})


CHANGES = [
    pytest.param({}, [], id="nothing"),
    pytest.param({"wire/a.txt": RESIDUE + "\nMore was said on Friday by those who know.\n"}, [], id="edited-elsewhere"),
    pytest.param({"wire/b.txt": story("Brevik")}, [], id="mended"),
    pytest.param({"wire/d.txt": story("Arna")}, [], id="a-clean-file"),
    pytest.param({"wire/d.txt": story("Arna", "Share this\n")}, ["wire/d.txt share-bar"], id="an-untracked-file"),
    pytest.param(
        {"wire/d.txt": copies("Arna")}, ["wire/d.txt near-duplicate-paragraph wire/b.txt"], id="a-copy-behind"
    ),
    pytest.param(
        {"wire/0.txt": copies("Arna")}, ["wire/0.txt near-duplicate-paragraph wire/b.txt"], id="a-copy-in-front"
    ),
    pytest.param(
        {"wire/a.txt": RESIDUE + f"\n{EDITED}\n{BRIDGE}"},
        ["wire/a.txt near-duplicate-paragraph wire/b.txt"],
        id="a-copy-in-an-old-file-in-front",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), CHANGES)
def test_what_is_new_since_a_commit_stands_where_it_is_new(run: Runner, changes: Tree, expected: list[str]) -> None:
    Repository({"newslint.toml": SELECT, "wire/a.txt": RESIDUE, "wire/b.txt": copies("Brevik")})
    grow(changes)
    assert new(run) == expected
    assert new(run, "wire") == expected


def test_it_is_the_same_when_it_is_committed(run: Runner) -> None:
    repository = Repository({"newslint.toml": SELECT, "b.txt": copies("Brevik")})
    repository.commit({"0.txt": copies("Arna")})
    assert new(run) == []
    ended = run(".", "--baseline-from-ref", "HEAD~1", *CONCISE)
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {"0.txt"}


def test_renames_are_followed(run: Runner) -> None:
    repository = Repository({"newslint.toml": SELECT, "a.txt": RESIDUE, "b.txt": copies("Brevik")})
    repository.git("mv", "a.txt", "z.txt")
    repository.git("mv", "b.txt", "y.txt")
    assert new(run) == []
    grow({"0.txt": copies("Arna")})
    assert new(run) == ["0.txt near-duplicate-paragraph y.txt"]


def test_from_another_folder(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository({"newslint.toml": f'{SELECT}exclude = ["wire/old"]', "wire/a.txt": RESIDUE, "wire/old/b.txt": RESIDUE})
    monkeypatch.chdir("wire")
    assert new(run) == []
    assert new(run, os.path.abspath("a.txt")) == []
    assert new(run, "..") == []
    grow({"c.txt": story("Holm", "Share this\n")})
    assert new(run) == ["c.txt share-bar"]
    Path("fresh").mkdir()
    grow({"fresh/d.txt": story("Holm", "Share this\n")})
    monkeypatch.chdir("fresh")
    assert new(run) == ["d.txt share-bar"]


def test_records(run: Runner) -> None:
    import json

    lines = [json.dumps({"id": town, "text": copies(town)}) + "\n" for town in ("Brevik", "Holm", "Arna")]
    Repository({"newslint.toml": SELECT, "feed.jsonl": "".join(lines[1:])})
    assert new(run) == []
    grow({"feed.jsonl": "".join(lines)})
    ended = run(".", *REF, *CONCISE)
    assert {line.split(":")[1] for line in ended.out.splitlines()} == {"1"}, "the new record, though it comes first"


def test_odd_names_and_what_git_does_not_read(run: Runner) -> None:
    names = ("wire/-a.txt", "wire/é ü.txt", "wire/a\nb.txt", 'wire/"q".txt')
    tree: Tree = {f"{name}": story("Lund", "Share this\n").replace("Prices", name) for name in names}
    Repository({"newslint.toml": SELECT, ".gitignore": "ignored/\n", "ignored/x.txt": RESIDUE, **tree})
    assert new(run, ".", "--scope", "document") == []
    grow({"wire/new.txt": RESIDUE})
    assert new(run, ".", "--scope", "document") == ["wire/new.txt share-bar", "wire/new.txt text-size-widget"]


def test_the_repository_is_left_as_it_was(run: Runner) -> None:
    Repository({"newslint.toml": SELECT, "a.txt": RESIDUE})
    grow({"b.txt": RESIDUE})
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*") if path.is_file()}
    new(run)
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*") if path.is_file()} == before


WRONG = [
    pytest.param(["HEAD~9"], "'HEAD~9' names no commit of this repository (in CI, a shallow clone", id="no-commit"),
    pytest.param(["--output=x"], "'--output=x' is no name of a commit", id="an-option"),
    pytest.param([""], "'' is no name of a commit", id="empty"),
    pytest.param(["HEAD", "-"], "standard input has no earlier commit", id="standard-input"),
    pytest.param(["HEAD", ".."], "outside repository", id="outside"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_compared_with_is_named(run: Runner, arguments: list[str], message: str) -> None:
    Repository({"newslint.toml": SELECT, "a.txt": RESIDUE})
    ref, *paths = arguments
    code, out, err = run("check", *(paths or ["."]), "--baseline-from-ref", ref)
    assert (code, out) == (2, "")
    assert err.startswith("newslint: --baseline-from-ref: ")
    assert message in err


def test_without_a_repository_or_git(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"a.txt": RESIDUE})
    code, _, err = run(".", *REF)
    assert code == 2
    assert "--baseline-from-ref: not a git repository" in err
    monkeypatch.setenv("PATH", "")
    code, _, err = run(".", *REF)
    assert (code, err) == (2, "newslint: --baseline-from-ref: git cannot be run: it is not installed, or not in PATH\n")


def test_no_folder_is_left_behind(run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import tempfile

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    Repository({"newslint.toml": f"{SELECT}exclude = ['scratch']", "a.txt": RESIDUE})
    assert new(run) == []
    assert os.listdir(scratch) == []
