"""That the bench of the formats runs, and that its report is one; what it measures is looked at by people only."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from newslint.packs import load_reporters

ROOT: Final = Path(__file__).parents[2]
if not (ROOT / "seeds").is_dir():
    pytest.skip("the seeds are not part of a source distribution", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from bench.formats import HEADER, main, measure_here, report_of, row  # noqa: E402


def test_the_report_has_so_many_findings_again_and_again_each_of_its_own() -> None:
    report = report_of(900)
    first, again = list(report.findings), list(report.findings)
    assert first == again
    assert len(first) == report.total == 900
    assert report.counts == Counter(finding.rule for finding in first)
    assert len({finding.location.ref.path.split("/")[1] for finding in first}) > 1
    assert all(finding.location.ref.path.startswith("crawl/000") for finding in first)


def test_a_cost_is_what_was_written_and_one_line_of_the_table() -> None:
    cost = measure_here("jsonl", 50)
    assert cost.format == "jsonl"
    assert cost.bytes > 50 * 300
    assert len(row(cost, 50)) == len(HEADER)


def test_bench_prints_and_writes_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        cost = {"format": command[-1], "cpu_s": 1.0, "reading_s": 1.0, "more_mib": 0.0, "bytes": 9}
        return subprocess.CompletedProcess(command, 0, json.dumps(cost).encode())

    monkeypatch.setattr(subprocess, "run", run)
    assert main(["20", "--json", str(tmp_path / "formats.json")]) == 0
    written = json.loads((tmp_path / "formats.json").read_text(encoding="utf-8"))
    assert [cost["format"] for cost in written["formats"]] == list(load_reporters())
    assert written["findings"] == 20
    assert {"cores", "python", "versions"} <= written["machine"].keys()
