"""Fixtures of the tests of baselines."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.baseline import Anchor


@pytest.fixture
def anchor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Anchor:
    """Of an empty working folder: every listed file is gone unless a test writes it."""
    monkeypatch.chdir(tmp_path)
    return Anchor(tmp_path)
