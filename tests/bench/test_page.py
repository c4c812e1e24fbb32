"""That the bench of the HTML page runs; what it measures is looked at by people only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
if not (ROOT / "seeds").is_dir():
    pytest.skip("the seeds are not part of a source distribution", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from bench.page import main  # noqa: E402
from tests.reporters.browser import executable  # noqa: E402


@pytest.mark.skipif(not executable(), reason="there is no Chromium")
def test_a_page_is_opened_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["200", "--runs", "1"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    run, paint, load, filtered = map(int, last.split())
    assert run == 1
    assert min(paint, load, filtered) >= 0
