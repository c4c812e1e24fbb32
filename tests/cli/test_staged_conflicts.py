"""What is said of files that are still to be merged."""

from __future__ import annotations

import json
import os

import pytest

from .command_line import Runner
from .repositories import Repository

pytestmark = pytest.mark.usefixtures("plain_git")


@pytest.mark.parametrize(
    ("folder", "removed", "named"),
    [
        pytest.param(".", [], ["wire/a.txt"], id="from the top"),
        pytest.param("wire", [], ["a.txt"], id="from its folder"),
        pytest.param("drafts", [], [], id="elsewhere"),
        pytest.param(".", ["wire/a.txt", "code.py"], ["wire/a.txt"], id="missing in the working tree"),
    ],
)
def test_a_file_in_conflict_is_named(
    run: Runner, monkeypatch: pytest.MonkeyPatch, folder: str, removed: list[str], named: list[str]
) -> None:
    """By the path that it has in a report, and only where it would be read."""
    repository = Repository({"wire/a.txt": "Both.\n", "drafts/d.txt": "Rain.\n"})
    repository.git("checkout", "--quiet", "-b", "theirs")
    repository.commit({"wire/a.txt": "Theirs.\n", "code.py": "x = 1\n"})
    repository.git("checkout", "--quiet", "-")
    repository.commit({"wire/a.txt": "Ours.\n", "code.py": "x = 2\n"})
    with pytest.raises(AssertionError):
        repository.git("merge", "theirs")
    for path in removed:
        os.unlink(path)
    monkeypatch.chdir(folder)
    ended = run("check", "--staged", "--output-format", "json", ".")
    found = [
        notice["path"] for notice in json.loads(ended.out)["summary"]["notices"] if "in conflict" in notice["message"]
    ]
    assert found == named
    assert ended.code == (2 if named else 0)
