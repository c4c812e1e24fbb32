"""What the tests of the command line share: small corpora, and a way to run it in this process."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newslint.cli import main

Tree = dict[str, str | bytes]

CLEAN = "Rain fell on the town on Monday, and the river rose by a metre.\n"
WIDGET = f"Storm reaches the coast\n\n{CLEAN}TT\n20\nShare this\n"
RECORD = json.dumps({"id": "00123", "text": WIDGET}) + "\n"
CONCISE = ["--output-format", "concise"]


class Ended(NamedTuple):
    """How a command line ended and what it printed."""

    code: int
    out: str
    err: str


class Runner:
    """Runs command lines in an empty working folder, without the environment's settings."""

    def __init__(self, capture: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._capture = capture
        monkeypatch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("NEWSLINT_")]:
            monkeypatch.delenv(name)

    def __call__(self, *arguments: str) -> Ended:
        self._capture.readouterr()
        code = main(arguments)
        captured = self._capture.readouterr()
        return Ended(code, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    def findings(self, *arguments: str) -> list[dict[str, Any]]:
        """What `check` finds, as the JSON Lines report has it."""
        return [json.loads(line) for line in self("check", "--output-format", "jsonl", *arguments).out.splitlines()]


def grow(tree: Tree) -> None:
    """Writes files, folders included, by name."""
    for name, content in tree.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
