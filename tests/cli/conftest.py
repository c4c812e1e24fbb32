"""Fixtures of the command line's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from .command_line import Runner


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Runner:
    """Runs command lines in an empty working folder."""
    return Runner(capsysbinary, monkeypatch, tmp_path)
