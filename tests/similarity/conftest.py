from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from newslint.similarity.compiled import SOURCE, SWITCH


@pytest.fixture(scope="session")
def build_hook() -> ModuleType:
    """What hatchling runs at installation."""
    path = Path(__file__).parents[2] / "lint" / "build_kernel.py"
    spec = importlib.util.spec_from_file_location("build_kernel", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def library(build_hook: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library compiled from the source as it stands; these tests have nothing to say where no compiler is."""
    path = tmp_path_factory.mktemp("kernel") / "kernel.so"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(SWITCH, raising=False)
        trouble = build_hook.compile_kernel(SOURCE, path)
    if trouble:
        pytest.skip(trouble)
    return path
