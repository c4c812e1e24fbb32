"""Folders of stores."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Not in `tmp_path`, which holds what is checked."""
    return str(tmp_path_factory.mktemp("cache"))
