"""The GitHub action: its check step, run by bash with the variables that a runner sets."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[1]
WIDGET: Final = "Storm reaches the coast\n\nRain fell on the town on Monday, and the river rose.\nTT\n20\nShare this\n"
SCRIPT: Final = "import sys\nfrom newslint.cli import main\nsys.exit(main())\n"


def action() -> Any:
    """The action as a runner reads it."""
    return pytest.importorskip("yaml").safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def step(name: str) -> Any:
    return next(item for item in action()["runs"]["steps"] if item["id"] == name)


class Runner:
    """Runs the check step in a scratch folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "workspace"
        self.workspace.mkdir()
        newslint = folder / "newslint"
        newslint.write_text(f"#!{sys.executable}\n{SCRIPT}")
        newslint.chmod(0o755)

    def __call__(self, **inputs: str) -> subprocess.CompletedProcess[str]:
        summary = self.folder / "summary.md"
        given = dict.fromkeys(("PATHS", "ARGUMENTS", "SARIF", "BASELINE_FROM_REF", "CONFIG_FROM_REF"), "")
        given |= {"NEWSLINT": str(self.folder / "newslint"), "GITHUB_STEP_SUMMARY": str(summary), **inputs}
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("NEWSLINT_", "GIT_"))}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step("check")["run"]],
            cwd=self.workspace,
            env={
                **kept,
                **given,
                "NEWSLINT": str(self.folder / "newslint"),
                "GITHUB_STEP_SUMMARY": str(summary),
                **inputs,
            },
            capture_output=True,
            text=True,
        )

    @property
    def summary(self) -> str:
        return (self.folder / "summary.md").read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        path = self.workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        """Commits all files of the workspace."""
        self.git("init", "--quiet")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def git(self, *arguments: str) -> None:
        if not shutil.which("git"):
            pytest.skip("there is no git")
        settings = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", *settings, *arguments], cwd=self.workspace, check=True, capture_output=True)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if not shutil.which("bash"):
        pytest.skip("there is no bash")
    return Runner(tmp_path)


def test_findings_are_annotated_summed_up_and_fail_the_step(runner: Runner) -> None:
    runner.write("articles/a.txt", WIDGET)
    ended = runner(PATHS="articles\n")
    assert ended.returncode == 1
    assert "::error file=articles/a.txt,line=4," in ended.stdout
    assert runner.summary.startswith("## newslint: 2 findings")


def test_a_clean_corpus_passes(runner: Runner) -> None:
    runner.write("a.txt", "Rain fell on the town on Monday, and the river rose.\n")
    ended = runner()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert runner.summary.startswith("## newslint: No findings")


def test_inputs_are_data_and_never_commands(runner: Runner) -> None:
    for name in ("$(touch pwned).txt", "a b.txt", "-x.txt", "`touch pwned`.txt"):
        runner.write(name, WIDGET)
    paths = "$(touch pwned).txt\na b.txt\n-x.txt\n`touch pwned`.txt"
    ended = runner(
        PATHS=paths, ARGUMENTS="--select\nshare-bar\n--exclude\n$(touch pwned)", SARIF="$(touch pwned).sarif"
    )
    assert ended.returncode == 1
    assert "4 findings" in ended.stdout
    assert not (runner.workspace / "pwned").exists()
    assert len(json.loads((runner.workspace / "$(touch pwned).sarif").read_text())["runs"][0]["results"]) == 4


def test_no_input_stands_in_a_script() -> None:
    for item in action()["runs"]["steps"]:
        assert "${{" not in item["run"]
        assert item["shell"] == "bash"


def test_every_input_is_used_and_described() -> None:
    whole = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, item in action()["inputs"].items():
        assert f"${{{{ inputs.{name} }}}}" in whole
        assert item["description"].endswith((".", ")."))
    assert set(re.findall(r"\$\{\{ inputs\.([a-z-]+) \}\}", whole)) == set(action()["inputs"])


def test_known_findings_of_a_commit(runner: Runner) -> None:
    runner.write("a.txt", WIDGET)
    runner.commit("old debt")
    assert runner(BASELINE_FROM_REF="HEAD").returncode == 0
    runner.write("b.txt", WIDGET.replace("Monday", "Friday"))
    assert "file=b.txt" in runner(BASELINE_FROM_REF="HEAD").stdout


def test_the_configuration_of_a_trusted_commit(runner: Runner) -> None:
    runner.write("newslint.toml", 'select = ["text-size-widget"]\nexclude = ["old"]\n')
    runner.write("a.txt", WIDGET)
    runner.write("old/b.txt", WIDGET)
    runner.commit("a configuration")
    runner.write("newslint.toml", "select = []\n")
    assert runner().returncode == 0, "the branch has switched everything off"
    ended = runner(CONFIG_FROM_REF="HEAD")
    assert ended.returncode == 1
    assert "1 finding (1 error)" in ended.stdout
    assert sorted(path.name for path in runner.workspace.iterdir()) == [".git", "a.txt", "newslint.toml", "old"]
    runner.git("rm", "--quiet", "--cached", "newslint.toml")
    runner.git("commit", "--quiet", "--message", "no configuration")
    assert "4 findings" in runner(CONFIG_FROM_REF="HEAD", ARGUMENTS="--scope\ndocument").stdout


@pytest.mark.parametrize("ref", ["nowhere", "--output=pwned", "HEAD:a.txt"])
def test_a_commit_that_is_not_there_fails_the_step(runner: Runner, ref: str) -> None:
    runner.write("a.txt", WIDGET)
    runner.commit("no configuration")
    ended = runner(CONFIG_FROM_REF=ref)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "config-from-ref: there is no such commit" in ended.stderr
    assert sorted(path.name for path in runner.workspace.iterdir()) == [".git", "a.txt"]


def test_no_link_of_the_branch_is_written_through(runner: Runner) -> None:
    runner.write("newslint.toml", 'select = ["text-size-widget"]\n')
    runner.write("a.txt", WIDGET)
    runner.write("victim", "as it was")
    (runner.workspace / ".newslint-from-ref.toml").symlink_to("victim")
    runner.commit("a link")
    assert "1 finding (1 error)" in runner(CONFIG_FROM_REF="HEAD").stdout
    assert (runner.workspace / "victim").read_text() == "as it was"
