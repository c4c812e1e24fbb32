"""The stored report on the seeds against a fresh run, and what seeds/README.md says of each file against the report."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from newslint.packs import load_rules

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
RECORDS = "wire/2024-05.jsonl"
if not SEEDS.is_dir():
    pytest.skip("the seeds are not part of a source distribution", allow_module_level=True)

COMMAND = ("seeds", "--isolated", "--exit-zero", "--output-format", "json")
_ROW = re.compile(r"\| (?P<place>[^|]+) \| (?P<what>[^|]+) \| (?P<shows>[^|]+) \|")


def _run(*arguments: str) -> bytes:
    program = "import sys; from newslint.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, *arguments]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout


@cache
def _stored() -> dict[str, Any]:
    report: dict[str, Any] = json.loads((SEEDS / "report.json").read_text(encoding="utf-8"))
    return report


@cache
def _found() -> dict[str, frozenset[str]]:
    """The rules with a finding, by file and by line of the JSON Lines file."""
    found: dict[str, set[str]] = defaultdict(set)
    for finding in _stored()["findings"]:
        path = finding["path"].removeprefix("seeds/")
        found[path].add(finding["rule"])
        if finding["record"] is not None:
            found[str(finding["record"])].add(finding["rule"])
    return {place: frozenset(rules) for place, rules in found.items()}


def _rows() -> Iterator[tuple[str, str, str]]:
    for match in _ROW.finditer((SEEDS / "README.md").read_text(encoding="utf-8")):
        place = match["place"].strip()
        if place not in ("file", "line") and not place.startswith("-"):
            yield place, match["what"], match["shows"]


ROWS = [pytest.param(*row, id=row[0]) for row in _rows()]


@pytest.mark.parametrize(("place", "what", "shows"), ROWS)
def test_readme_tells_what_is_found(place: str, what: str, shows: str) -> None:
    found = _found().get(place, frozenset())
    if "clean" in what or shows.startswith(("nothing", "the original")):
        assert not found
    else:
        named = {word for word in re.findall(r"[a-z][a-z-]+[a-z]", shows) if word in load_rules()}
        assert named <= found
        assert found or not named


def test_readme_lists_every_file_and_record() -> None:
    readable = {path.relative_to(SEEDS).as_posix() for path in SEEDS.rglob("*") if path.suffix in (".txt", ".jsonl")}
    lines = (SEEDS / RECORDS).read_bytes().splitlines()
    records = {str(number) for number in range(1, len(lines) + 1)}
    assert {place for place, _, _ in _rows()} == readable | records


def _what_was_found(report: dict[str, Any]) -> list[str]:
    """One line a finding, then the counts; a new rule that finds nothing here changes nothing."""
    summary = {key: value for key, value in report["summary"].items() if key not in ("rules", "configuration")}
    return [json.dumps(part, ensure_ascii=False) for part in (*report["findings"], summary)]


def test_stored_report_is_the_report_of_today() -> None:
    fresh = _what_was_found(json.loads(_run(*COMMAND)))
    assert fresh == _what_was_found(_stored()), "renew seeds/report.json as seeds/README.md says"


def test_report_on_seeds_is_the_same_from_two_workers_and_another_order() -> None:
    folders = sorted((path.relative_to(ROOT).as_posix() for path in SEEDS.iterdir() if path.is_dir()), reverse=True)
    options = COMMAND[1:]
    assert _run(*folders, "--jobs", "2", *options) == _run(*sorted(folders), "--jobs", "1", *options)


@pytest.mark.parametrize("rule", ["repeated-head-block", "near-duplicate-paragraph", "duplicate-document", "not-utf8"])
def test_seeds_show_the_rules_that_everything_is_about(rule: str) -> None:
    assert rule in _stored()["summary"]["by_rule"]
