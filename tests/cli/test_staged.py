"""What a commit is about to hold: git's index in place of the working tree, and only what is new in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .command_line import CONCISE, Runner, Tree, grow
from .debts import FERRY, RESIDUE, SELECT, story
from .repositories import Repository

pytestmark = pytest.mark.usefixtures("plain_git")

BRIDGE = "The bridge over the Teal was shut for three days, the mayor said, after a lorry had hit its railing.\n"
LFS = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
ARNA = story("Arna", FERRY, BRIDGE)
BREVIK = story("Brevik", FERRY)
COPY = story("Holm", BRIDGE)
MORE = "\nMore was said on Friday by those who know.\n"
OLD: Tree = {"newslint.toml": SELECT, "wire/a.txt": ARNA, "wire/b.txt": BREVIK}
BELLS = "Three bells that were stolen from the old church in May were found in a barn near Lund, the police said.\n"


def found(run: Runner, *arguments: str) -> list[str]:
    """Places, rules and the other copy's place of what `--staged` reports."""
    findings = run.findings("--staged", *arguments)
    others = [item["related"][0]["path"] if item["related"] else "" for item in findings]
    pairs = zip(findings, others, strict=True)
    return sorted({f"{item['path']} {item['rule']} {other}".rstrip() for item, other in pairs})


def nothing(_: Repository) -> None:
    pass


def delete(repository: Repository) -> None:
    repository.git("rm", "--quiet", "wire/b.txt")


def rename(repository: Repository) -> None:
    repository.git("mv", "wire/b.txt", "wire/z.txt")


def untracked(_: Repository) -> None:
    grow({"wire/c.txt": COPY})


def unstaged(_: Repository) -> None:
    grow({"wire/a.txt": RESIDUE})


def intended(repository: Repository) -> None:
    grow({"wire/c.txt": COPY})
    repository.git("add", "--intent-to-add", "wire/c.txt")


def clean(repository: Repository) -> None:
    repository.stage({"wire/c.txt": story("Holm")})


def link(repository: Repository) -> None:
    os.symlink("a.txt", "wire/link.txt")
    repository.git("add", "wire/link.txt")


def added(repository: Repository) -> None:
    repository.stage({"wire/0.txt": COPY})


def staged_only(repository: Repository) -> None:
    """The working tree has something else by now."""
    repository.stage({"wire/0.txt": COPY})
    grow({"wire/0.txt": story("Holm")})


def gone_from_the_tree(repository: Repository) -> None:
    repository.stage({"wire/0.txt": COPY})
    Path("wire/0.txt").unlink()


def touched(repository: Repository) -> None:
    """What stood in an old file before counts, too, at this file."""
    repository.stage({"wire/a.txt": ARNA + MORE})


def renamed_and_edited(repository: Repository) -> None:
    repository.git("mv", "wire/b.txt", "wire/z.txt")
    repository.stage({"wire/z.txt": BREVIK + MORE})


def odd_name(repository: Repository) -> None:
    repository.stage({"wire/yağmur 'ü\".txt": COPY})


def two_at_once(repository: Repository) -> None:
    repository.stage({"wire/c.txt": story("Holm", BELLS), "wire/d.txt": story("Lund", BELLS)})


RULE = "near-duplicate-paragraph"
CHANGES = [
    (nothing, ["wire/b.txt near-duplicate-paragraph wire/a.txt"]),  # no commit: all is asked for
    (delete, []),
    (rename, []),
    (clean, []),
    (link, []),
    (added, [f"wire/0.txt {RULE} wire/a.txt"]),
    (staged_only, [f"wire/0.txt {RULE} wire/a.txt"]),
    (gone_from_the_tree, [f"wire/0.txt {RULE} wire/a.txt"]),
    (touched, [f"wire/a.txt {RULE} wire/b.txt"]),
    (renamed_and_edited, [f"wire/z.txt {RULE} wire/a.txt"]),
    (odd_name, [f"wire/yağmur 'ü\".txt {RULE} wire/a.txt"]),
    (two_at_once, [f"wire/d.txt {RULE} wire/c.txt"]),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_what_is_reported(run: Runner, change: Callable[[Repository], None], expected: list[str]) -> None:
    repository = Repository(OLD)
    change(repository)
    assert found(run) == expected
    assert found(run, "wire") == expected
    assert found(run, "--scope", "corpus", "--jobs", "8") == expected
    repository.git("fsck", "--no-dangling")


@pytest.mark.parametrize("change", [untracked, unstaged, intended])
def test_what_is_not_staged_is_not_looked_at(
    run: Runner, change: Callable[[Repository], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(OLD)
    change(repository)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")  # as git sets it for a hook
    assert found(run) == []


def emptied(repository: Repository) -> None:
    repository.commit({"wire/c.txt": ""})


@pytest.mark.parametrize(("change", "expected"), [(intended, []), (emptied, ["wire/c.txt"])])
def test_announced_is_not_empty(run: Runner, change: Callable[[Repository], None], expected: list[str]) -> None:
    change(Repository(OLD))
    assert [item["path"] for item in run.findings("--staged", "--select", "empty-document")] == expected


def test_a_rule_that_speaks_once_for_all_copies_speaks_where_they_are_new(run: Runner) -> None:
    form = "Shares of {} rose {} percent to {} crowns on Monday after it said that sales had grown by {} percent.\n"
    repository = Repository(
        {
            "wire/a.txt": story("Arna", form.format("Nordlin", 3, 41, 12)),
            "wire/b.txt": story("Brevik", form.format("Havfisk", 8, 95, 21)),
        }
    )
    repository.stage({"wire/c.txt": story("Holm", form.format("Selvaag", 5, 17, 30))})
    assert found(run, "--select", "template-paragraph") == ["wire/c.txt template-paragraph wire/a.txt"]


MOVES = [
    ("wire/old/x.txt", "wire", []),
    ("wire/x.txt", "wire/n.txt", []),
    ("drafts/x.txt", "wire", [f"wire/n.txt {RULE} wire/a.txt"]),
    ("wire/raw/x.txt", "wire", [f"wire/n.txt {RULE} wire/a.txt"]),
    ("wire/x.tmp", "wire", [f"wire/n.txt {RULE} wire/a.txt"]),
]


@pytest.mark.parametrize(("old", "path", "expected"), MOVES)
def test_a_file_that_is_moved_into_the_corpus_is_new(run: Runner, old: str, path: str, expected: list[str]) -> None:
    repository = Repository({**OLD, "newslint.toml": f'corpus = ["wire"]\nexclude = ["raw"]\n{SELECT}', old: COPY})
    repository.git("mv", old, "wire/n.txt")
    assert found(run) == expected
    assert found(run, path) == expected


def test_document_rules_look_at_what_is_staged_and_nothing_else(run: Runner) -> None:
    repository = Repository({"newslint.toml": SELECT, "wire/a.txt": RESIDUE})
    repository.stage({"wire/b.txt": story("Holm", "TT\n20\nShare this\n")})
    grow({"wire/b.txt": story("Brevik")})
    ended = run("check", "--staged", "--scope", "document", *CONCISE)
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {"wire/b.txt"}
    assert found(run) == ["wire/b.txt share-bar", "wire/b.txt text-size-widget"]


def test_the_first_commit_is_all_new(run: Runner) -> None:
    repository = Repository()
    repository.stage(OLD)
    assert found(run) == ["wire/b.txt near-duplicate-paragraph wire/a.txt"]


def test_a_baseline_holds_for_what_is_staged(run: Runner) -> None:
    repository = Repository(OLD)
    assert run("baseline", "create", ".", "--baseline", "known.jsonl").code == 0
    repository.stage({"wire/b.txt": BREVIK + MORE})
    assert found(run, "--baseline", "known.jsonl") == []
    repository.stage({"wire/0.txt": COPY})
    ended = run("check", "--staged", "--baseline", "known.jsonl", *CONCISE)
    assert {line.split(":")[0] for line in ended.out.splitlines()} == {"wire/0.txt"}
    assert "prune" not in ended.err


def test_since_the_commit_that_pre_commit_names(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(OLD)
    repository.commit({"wire/0.txt": COPY})
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    assert found(run) == ["wire/0.txt near-duplicate-paragraph wire/a.txt"]
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "no-such-ref")
    ended = run("check", "--staged")
    assert ended.code == 2
    assert "'no-such-ref' names no commit of this repository (a shallow clone may lack it" in ended.err


def test_since_a_commit_with_which_nothing_is_shared(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shallow clone of a branch sees it."""
    repository = Repository(OLD)
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", repository.git("rev-parse", "HEAD").strip())
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit({"wire/0.txt": COPY})
    assert found(run) == ["wire/0.txt near-duplicate-paragraph wire/a.txt"]


def test_a_repository_named_by_relative_paths(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(OLD)
    repository.stage({"wire/0.txt": COPY, "within/notes.md": ""})
    monkeypatch.setenv("GIT_DIR", "../.git")
    monkeypatch.setenv("GIT_WORK_TREE", "..")
    monkeypatch.chdir("within")
    assert found(run, "..") == ["../wire/0.txt near-duplicate-paragraph ../wire/a.txt"]


def test_more_names_than_a_command_line_takes(run: Runner) -> None:
    name = "wire/" + "/".join(letter * 120 for letter in "abcdefgh")
    repository = Repository({"newslint.toml": SELECT, "wire/a.txt": ARNA})
    repository.stage({f"{name}/{number:04}.txt": f"Number {number}.\n" for number in range(1002)})
    repository.stage({"wire/0.txt": COPY})
    assert found(run) == ["wire/0.txt near-duplicate-paragraph wire/a.txt"]


def test_pointers_and_submodules_are_named(run: Runner) -> None:
    repository = Repository(OLD)
    repository.stage({"wire/c.txt": LFS})
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{repository.git('rev-parse', 'HEAD').strip()},sub")
    ended = run("check", "--staged", "--verbose")
    assert ended.code == 0
    assert "a pointer of Git LFS, not the text; not checked (git lfs pull fetches it): wire/c.txt" in ended.out
    assert "a submodule: it is checked in its own repository: sub" in ended.out


def test_a_path_at_which_git_has_nothing_is_named(run: Runner) -> None:
    repository = Repository(OLD)
    repository.stage({"wire/0.txt": COPY})
    grow({"drafts/x.txt": COPY})
    out = run("check", "--staged", "--verbose", "wire", "wire/0.txt", ".", "drafts", "wier").out
    assert "2 × nothing in git's index: drafts, wier\n" in out
    os.rename("wire", "moved")
    os.symlink("moved", "wire")
    assert "nothing in git's index: wire\n" in run("check", "--staged", "--verbose", "wire").out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["-"], "--staged reads git's index, which does not hold standard input", id="standard-input"),
        pytest.param(["--fix"], "nothing can be fixed with it", id="fix"),
        pytest.param(["--diff"], "nothing can be fixed with it", id="diff"),
        pytest.param(["--baseline-from-ref", "HEAD"], "exclude each other", id="ref"),
        pytest.param([".."], "lies outside of the repository", id="outside"),
    ],
)
def test_what_it_excludes(run: Runner, arguments: list[str], expected: str) -> None:
    Repository(OLD)
    ended = run("check", "--staged", *arguments)
    assert ended.code == 2
    assert expected in ended.err


def test_without_a_repository(run: Runner) -> None:
    grow(OLD)
    ended = run("check", "--staged")
    assert ended.code == 2
    assert ended.err.startswith("newslint: --staged: not a git repository")
