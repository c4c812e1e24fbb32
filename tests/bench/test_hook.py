"""That the bench of the hooks runs; what it measures is looked at by people only."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
if not (ROOT / "seeds").is_dir():
    pytest.skip("the seeds are not part of a source distribution", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from bench.hook import main  # noqa: E402


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_five_files_are_staged_and_the_reports_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["20", "--runs", "1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("20 documents, ")
    assert "newslint: 5 files" in printed
    assert printed.splitlines()[-1].endswith("the same")
