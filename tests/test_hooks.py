"""The commit hooks, installed from this repository by the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
REQUIRED: Final = os.environ.get("NEWSLINT_REQUIRE_HOOKS") == "1"

CLEAN: Final = """\
Rain closes the coast road

The coast road was closed on Monday evening after the river rose by a metre in three hours.
Forty families spent the night in the school of the village, the mayor said on Tuesday.
"""
WIDGET: Final = f"{CLEAN}TT\n20\nShare this\n"
EDITED: Final = """\
Families return to the coast

Forty families, who were brought to a school, were allowed to go home on Wednesday afternoon.
The coast road was closed on Monday evening after the river rose by two metres in three hours.
"""

CONFIG: Final = """\
repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - id: newslint
        files: ^articles/
      - id: newslint-corpus
      - id: newslint-config
      - id: newslint-fix
        stages: [manual]
"""


def _skip(reason: str) -> None:
    if REQUIRED:
        pytest.fail(f"NEWSLINT_REQUIRE_HOOKS is set, but {reason}")
    pytest.skip(reason)


def _run(*command: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


class Repository:
    """A scratch repository with the hooks in place."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment

    def git(self, *arguments: str) -> str:
        """The output of a git command that must succeed."""
        ended = _run("git", *arguments, folder=self.folder, environment=self.environment)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> tuple[bool, str]:
        """Whether the commit of everything was accepted, and what was printed."""
        self.git("add", "--all")
        ended = _run("git", "commit", "-m", message, folder=self.folder, environment=self.environment)
        return ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which git and pre-commit know nothing of the user's."""
    home = tmp_path_factory.mktemp("home")
    (home / "gitconfig").write_text(
        "[user]\n\tname = Test\n\temail = test@example.org\n[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = main\n"
    )
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "NEWSLINT_", "PRE_COMMIT"))
    }
    return {
        **kept,
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """A scratch repository in which the hooks of this repository's last commit are installed."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        _skip("this is no git checkout, or there is no git")
    folder = tmp_path_factory.mktemp("corpus")
    probe = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(folder / "probe"), "hatchling"]
    if _run(*probe, folder=folder, environment=environment).returncode != 0:
        _skip("the package index cannot be reached, and a hook's environment is installed from it")
    shutil.rmtree(folder / "probe")
    scratch = Repository(folder, environment)
    commit = Repository(ROOT, environment).git("rev-parse", "HEAD").strip()
    scratch.git("init")
    scratch.write(".pre-commit-config.yaml", CONFIG.format(repository=ROOT, commit=commit))
    scratch.write("newslint.toml", 'corpus = ["articles"]\nexclude = ["articles/raw"]\n')
    pre_commit = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    ended = _run(*pre_commit, folder=folder, environment=environment)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return scratch


def test_a_bad_commit_is_refused_with_the_table_and_a_good_one_passes(repository: Repository) -> None:
    repository.write("articles/coast.txt", WIDGET)
    accepted, printed = repository.commit("Add a story with residue")
    assert not accepted
    assert "articles/coast.txt:5:1" in printed
    assert "error[text-size-widget]" in printed
    assert "Traceback" not in printed

    repository.write("articles/coast.txt", CLEAN)
    accepted, printed = repository.commit("Add a story")
    assert accepted, printed
    assert "Passed" in printed


def test_a_story_that_stands_elsewhere_is_refused_by_the_corpus_hook(repository: Repository) -> None:
    repository.write("articles/coast.txt", CLEAN)
    accepted, printed = repository.commit("Add a story, if it is not there yet")
    assert accepted or "nothing to commit" in printed
    repository.write("articles/return.txt", EDITED)
    accepted, printed = repository.commit("Add nearly the same paragraph")
    assert not accepted
    assert "articles/return.txt:4:1" in printed
    assert "near-duplicate-paragraph" in printed
    repository.git("rm", "--force", "--quiet", "articles/return.txt")


def test_the_new_copy_is_the_place_though_it_stands_in_front(repository: Repository) -> None:
    repository.write("articles/0.txt", EDITED)
    accepted, printed = repository.commit("Add nearly the same paragraph in front")
    assert not accepted
    assert "articles/0.txt:4:1" in printed
    assert "articles/coast.txt:3:1" in printed
    repository.git("rm", "--force", "--quiet", "articles/0.txt")


@pytest.mark.parametrize("jobs", ["1", "8"])
def test_old_copies_do_not_keep_other_commits_up(repository: Repository, jobs: str) -> None:
    """A pair is committed past the hooks; then come a rename, an edit elsewhere, many long names and a pointer."""
    environment = {**repository.environment, "NEWSLINT_JOBS": jobs}
    several = Repository(repository.folder, environment)
    several.write("articles/return.txt", EDITED)
    several.git("add", "--all")
    several.git("commit", "--no-verify", "-m", "Put up with a pair")
    several.git("mv", "articles/return.txt", f"articles/dönüş {jobs}.txt")
    accepted, printed = several.commit("Rename it")
    assert accepted, printed
    folder = "articles/" + "/".join(letter * 120 for letter in "abcdef")
    for number in range(1002):
        several.write(f"{folder}/{jobs}-{number:04}.txt", f"Story {number} of {jobs} was told at length to all.\n")
    several.write("articles/far.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n")
    several.write("untracked/return.txt", EDITED)
    several.write(".gitignore", "untracked/\n")
    accepted, printed = several.commit("Add many stories")
    assert accepted, printed
    several.write("articles/third.txt", EDITED)
    accepted, printed = several.commit("Add a third copy")
    assert not accepted
    assert "articles/third.txt" in printed
    assert not [line for line in printed.splitlines() if line.startswith("articles/dönüş")]
    several.git("rm", "-r", "--force", "--quiet", "articles/third.txt", "articles/a" + "a" * 119)
    several.git("rm", "--force", "--quiet", f"articles/dönüş {jobs}.txt", "articles/far.txt")
    accepted, printed = several.commit("Delete them")
    assert accepted, printed


def test_a_part_of_what_is_changed_is_committed(repository: Repository) -> None:
    """`git commit FILE` has an index of its own; what is only in the working tree is none of its business."""
    repository.write("articles/return.txt", EDITED)
    repository.write("articles/other.txt", "Growers of the valley sold their first potatoes on the quay on Saturday.\n")
    repository.git("add", "--intent-to-add", "articles/return.txt", "articles/other.txt")
    only = ("git", "commit", "-m", "Commit one file", "articles/other.txt")
    ended = _run(*only, folder=repository.folder, environment=repository.environment)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    only = ("git", "commit", "-m", "Commit the other", "articles/return.txt")
    ended = _run(*only, folder=repository.folder, environment=repository.environment)
    assert ended.returncode != 0
    assert "articles/return.txt:4:1" in ended.stdout + ended.stderr
    repository.git("rm", "--force", "--quiet", "articles/return.txt")


def test_before_a_push_and_in_ci_all_of_it_counts(repository: Repository) -> None:
    repository.write("articles/return.txt", EDITED)
    repository.git("add", "--all")
    repository.git("commit", "--no-verify", "-m", "Go past the hooks")
    for arguments in (["--all-files"], ["--from-ref", "HEAD~1", "--to-ref", "HEAD"]):
        hook = [sys.executable, "-m", "pre_commit", "run", "newslint-corpus", *arguments]
        ended = _run(*hook, folder=repository.folder, environment=repository.environment)
        assert ended.returncode == 1, ended.stdout + ended.stderr
        assert "articles/return.txt:4:1" in ended.stdout
    repository.git("rm", "--quiet", "articles/return.txt")
    accepted, printed = repository.commit("Take it back")
    assert accepted, printed


def test_only_what_newslint_reads_is_checked(repository: Repository) -> None:
    repository.write("articles/notes.md", WIDGET)
    repository.write("articles/raw/page.txt", WIDGET)
    repository.write("drafts/page.html", WIDGET)
    repository.write("articles/yağmur.txt", "Ankara'da yağmur sürüyor, okullar iki gün tatil edildi.\n")
    accepted, printed = repository.commit("Add what is none of its business")
    assert accepted, printed


def test_a_commit_that_only_deletes_passes(repository: Repository) -> None:
    repository.write("articles/old.txt", "Snow closed the pass above the village for two days in March.\n")
    accepted, printed = repository.commit("Add a story to delete")
    assert accepted, printed
    repository.git("rm", "--quiet", "articles/old.txt")
    accepted, printed = repository.commit("Delete it")
    assert accepted, printed


def test_a_broken_configuration_is_refused(repository: Repository) -> None:
    before = (repository.folder / "newslint.toml").read_text(encoding="utf-8")
    repository.write("newslint.toml", f'{before}fail-levle = "error"\n')
    accepted, printed = repository.commit("Mistype a setting")
    assert not accepted
    assert 'newslint.toml: fail-levle: nobody knows this key; did you mean "fail-level"?' in printed
    repository.write("newslint.toml", f"{before}max-shown = 100\n")
    repository.write("pyproject.toml", "[tool.other]\n")
    accepted, printed = repository.commit("Set something")
    assert accepted, printed


def test_safe_fixes_are_listed_and_fail_the_first_time(repository: Repository) -> None:
    repository.write("articles/fix.txt", f"Road opens\n\nThe road opened on Friday, the mayor said.{chr(0xA0)}\n")
    repository.git("add", "--all")
    hook = [sys.executable, "-m", "pre_commit", "run", "newslint-fix", "--hook-stage", "manual"]
    first = _run(*hook, folder=repository.folder, environment=repository.environment)
    assert first.returncode == 1
    assert "articles/fix.txt: 1 trailing-whitespace" in first.stdout
    text = (repository.folder / "articles/fix.txt").read_text(encoding="utf-8")
    assert text.endswith("the mayor said.\n")
    repository.git("add", "--all")
    second = _run(*hook, folder=repository.folder, environment=repository.environment)
    assert second.returncode == 0, second.stdout


def test_fixes_leave_what_is_not_staged_as_it_is(repository: Repository) -> None:
    """pre-commit sets unstaged changes aside before the hook writes, and brings them back behind it."""
    rest = "".join(f"\nThe village of {name} had been cut off.\n" for name in ("Arna", "Dale", "Eide", "Flora"))
    story = f"Road opens\n\nThe road opened on Friday, the mayor said.{{}}\n{rest}"
    repository.write("articles/part.txt", story.format(""))
    repository.git("add", "--all")
    repository.git("commit", "--no-verify", "-m", "Add a story")
    staged = story.format(chr(0xA0))
    repository.write("articles/part.txt", staged)
    repository.git("add", "--all")
    more = "\nA choir of forty children sang on the quay on Sunday.\n"
    repository.write("articles/part.txt", staged + more)
    hook = [sys.executable, "-m", "pre_commit", "run", "newslint-fix", "--hook-stage", "manual"]
    ended = _run(*hook, folder=repository.folder, environment=repository.environment)
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "articles/part.txt: 1 trailing-whitespace" in ended.stdout
    assert (repository.folder / "articles/part.txt").read_text(encoding="utf-8") == story.format("") + more
    assert repository.git("show", ":articles/part.txt") == staged
    repository.git("checkout", "--quiet", "HEAD", "articles/part.txt")


def test_no_file_name_is_an_option(repository: Repository) -> None:
    repository.write("dirty.txt", f"Road opens\n\nThe road opened on Friday, the mayor said.{chr(0xA0)}\n")
    repository.write("--exclude=*.txt", CLEAN)
    repository.git("add", "--all")
    hook = [sys.executable, "-m", "pre_commit", "run", "newslint-fix", "--hook-stage", "manual"]
    ended = _run(*hook, folder=repository.folder, environment=repository.environment)
    assert (ended.returncode, "dirty.txt: 1 trailing-whitespace" in ended.stdout) == (1, True), ended.stdout
    repository.git("reset", "--quiet", "--hard")
