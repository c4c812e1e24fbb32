from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from newslint.finding import Notice
from newslint.reading import DiscoveryOptions, discover
from newslint.reading.ignores import Patterns

FILES = ("a.txt", "build/b.txt", "src/build/c.txt", "src/draft.txt", "src/keep.txt", "node_modules/d.txt")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, in which `FILES` lie; in no repository."""
    folder = tmp_path / "repo"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Rain.\n")
    monkeypatch.chdir(folder)
    return folder


def find(*paths: str, **options: object) -> list[str]:
    return [entry.path for entry in discover(paths, DiscoveryOptions(**options)).files]  # type: ignore[arg-type]


ALL = ["a.txt", "build/b.txt", "src/build/c.txt", "src/draft.txt", "src/keep.txt"]


@pytest.mark.parametrize(
    ("files", "paths", "left_out"),
    [
        pytest.param({}, ["."], [], id="none"),
        pytest.param({".gitignore": "# all\n\n"}, ["."], [], id="nothing said"),
        pytest.param({".gitignore": "build/\n"}, ["."], ["build/b.txt", "src/build/c.txt"], id="any depth"),
        pytest.param({".gitignore": "/build\r\n"}, ["."], ["build/b.txt"], id="anchored, CRLF"),
        pytest.param({"src/.gitignore": "/build\n"}, ["."], ["src/build/c.txt"], id="nested"),
        pytest.param(
            {".gitignore": "*.txt\n", "src/.gitignore": "!keep.txt\n"}, ["."], [*ALL[:4]], id="nearer one wins"
        ),
        pytest.param({".gitignore": "src/*\n!src/keep.txt\n"}, ["."], ALL[2:4], id="taken in again"),
        pytest.param({".gitignore": "a.txt\n\\\n"}, ["."], ["a.txt"], id="a line that is no pattern"),
        pytest.param({".gitignore": "a.txt\n[b-a]*x*\n"}, ["."], ["a.txt"], id="a range that runs backwards"),
        pytest.param({".gitignore": "[[a].*x*\n"}, ["."], ["a.txt"], id="a bracket in brackets"),
        pytest.param({".gitignore": "build/\n"}, ["build"], ["src/build/c.txt"], id="a named folder is read"),
    ],
)
def test_gitignore(files: Mapping[str, str], paths: list[str], left_out: list[str]) -> None:
    for name, text in files.items():
        Path(name).write_bytes(text.encode())
    expected = [name for name in ALL if name not in left_out]
    if paths == ["build"]:
        expected = ["build/b.txt"]
    assert find(*paths) == expected
    Path(".git", "info").mkdir(parents=True)  # in a repository the same holds
    assert find(*paths) == expected
    assert find(".", respect_gitignore=False) == ALL


def test_a_repository_rules_its_folders_from_above(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".gitignore").write_text("draft.txt\n")
    assert find("src") == ["src/build/c.txt", "src/draft.txt", "src/keep.txt"]
    Path(".git", "info").mkdir(parents=True)
    Path(".git", "info", "exclude").write_text("/src/build\n")
    assert find("src") == ["src/keep.txt"]
    monkeypatch.chdir(here / "src")
    assert find(".") == find("../src") == ["keep.txt"]
    assert find("draft.txt") == ["draft.txt"]


def test_a_worktree_shares_what_its_repository_excludes(tmp_path: Path) -> None:
    store = tmp_path / "main" / ".git"
    (store / "worktrees" / "w").mkdir(parents=True)
    (store / "info").mkdir()
    (store / "info" / "exclude").write_text("draft.txt\n")
    (store / "worktrees" / "w" / "commondir").write_text("../..\n")
    Path(".git").write_text(f"gitdir: {store}/worktrees/w\n")
    assert find("src") == ["src/build/c.txt", "src/keep.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
def test_a_fifo_is_no_repository() -> None:
    os.mkfifo(".git")
    assert find(".") == ALL


@pytest.mark.parametrize(
    ("options", "paths", "expected"),
    [
        pytest.param({"exclude": ()}, ["."], sorted([*ALL, "node_modules/d.txt"]), id="nothing excluded"),
        pytest.param({"exclude": ("build",)}, ["src", "build"], ["build/b.txt", *ALL[3:]], id="a plain name"),
        pytest.param({"exclude": ("src/*.txt",)}, ["src"], ["src/build/c.txt"], id="from the working folder on"),
        pytest.param({"exclude": ("bu*/", "!src/build/")}, ["src"], ALL[2:], id="taken in again"),
        pytest.param(
            {"exclude": ("/draft.txt", "node_modules"), "root": "src"},
            [".", "src"],
            [*ALL[:3], ALL[4]],
            id="from a root on",
        ),
        pytest.param({"exclude": ("*.txt",)}, ["src/keep.txt"], ["src/keep.txt"], id="a named file is read"),
        pytest.param({}, ["node_modules"], ["node_modules/d.txt"], id="a named folder is read"),
        pytest.param({"include": ("src/*.txt",)}, ["."], ["src/draft.txt", "src/keep.txt"], id="include"),
        pytest.param({"include": ("*.jsonl",)}, [".", "a.txt"], ["a.txt"], id="named, though not included"),
    ],
)
def test_patterns(options: Mapping[str, object], paths: list[str], expected: list[str]) -> None:
    assert find(*paths, **options) == expected


def test_force_exclude_holds_for_named_paths() -> None:
    options = DiscoveryOptions(exclude=("draft*", "node_modules"), force_exclude=True)
    discovery = discover(["src/draft.txt", "node_modules/d.txt", "src/keep.txt", "node_modules"], options)
    assert [entry.path for entry in discovery.files] == ["src/keep.txt"]
    cause = "named, but excluded by the configuration"
    assert discovery.notices == tuple(Notice(p, cause) for p in ("node_modules", "node_modules/d.txt", "src/draft.txt"))


def test_a_pattern_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="pattern"):
        find(".", exclude=("\\",))


PARTS = st.text("ab.*", min_size=1, max_size=3)
PATHS = st.lists(st.text("ab.", min_size=1, max_size=4), min_size=1, max_size=3).map("/".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # which only changes the folder
@given(
    st.lists(st.one_of(PARTS.map("*{}".format), PARTS.map("{}*".format)), min_size=1, max_size=3), PATHS, st.booleans()
)
def test_patterns_with_one_star_mean_what_they_mean_to_git(patterns: list[str], path: str, is_folder: bool) -> None:
    expected = GitIgnoreSpec.from_lines(patterns).match_file(path + "/" if is_folder else path)
    assert Patterns(patterns).match(path, is_folder) == expected
