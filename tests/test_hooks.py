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
    assert "near-duplicate-paragraph" in printed
    repository.git("rm", "--force", "--quiet", "articles/return.txt")


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
