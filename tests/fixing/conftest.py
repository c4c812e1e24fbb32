"""A run of the fixer in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.engine import RunOptions
from newslint.fixing import Copies, FixOptions, Outcome, Policy, fix
from newslint.reading import DiscoveryOptions, ReadingOptions, discover

from .folders import Fix, rules


@pytest.fixture
def fix_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fix:
    """Fixes the working folder, or what is named, with every rule."""
    monkeypatch.chdir(tmp_path)

    def run(*paths: str, copies: Copies | None = None, show: list[str] | None = None, **reading: object) -> Outcome:
        options = RunOptions(rules(), reading=ReadingOptions(**reading))  # type: ignore[arg-type]
        discovery = discover(paths or ["."], DiscoveryOptions())
        lines = show.append if show is not None else None
        return fix(discovery, FixOptions(options, Policy(), copies), show=lines)

    return run
