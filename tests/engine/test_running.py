"""Whole runs: the same report for any number of workers and any order, corpus rules, records that change meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import newslint.engine.running as running
from newslint import Document, DocumentRef, Finding
from newslint.config import SCOPES
from newslint.engine import RunOptions, check_documents, run
from newslint.engine.batching import Batch
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover
from newslint.reading.segment import segment
from newslint.report import Report

HEAD = "Night Ferries From March\n\nThe ferry leaves the northern quay of Brevik, March 3. (NordPress/AFP)\n"
FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
)
BRIDGE = (
    "The new bridge over the Teal opened on Monday, three years later than planned, mayor Ada Brenner said, and "
    "lorries of up to forty tonnes may use it from the first day.\n"
)
MARKET = (
    "Shopkeepers on the eastern bank expect more visitors from the hills, and the council has promised them a car park "
    "behind the market hall before the summer, although no money for it stands in the budget.\n"
)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "a/1.txt": HEAD + "\n" + FERRY + "\n" + BRIDGE,
        "a/2.txt": "Bridge Opens\n\n" + BRIDGE.replace("forty tonnes", "40 tonnes") + "\n" + MARKET,
        "b/1.txt": HEAD + "\n" + FERRY + "\n" + BRIDGE,
        "b/é.txt": HEAD + HEAD.splitlines()[2] + "\nRead more\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    records = [{"id": f"n/{number}", "text": f"{FERRY.strip()} Case {number}."} for number in range(3)]
    lines = [json.dumps(record) for record in records]
    (tmp_path / "b/feed.jsonl").write_text("\n".join([*lines[:2], "{broken", lines[2]]) + "\n", encoding="utf-8")
    return tmp_path


def checked(paths: Sequence[str], jobs: int = 1, scope: str = "all") -> Report:
    rules = tuple(rule for rule in load_rules().values() if rule.default)
    return run(discover(paths, DiscoveryOptions()), RunOptions(rules, jobs=jobs, scope=scope))


def test_corpus_rules_name_the_first_copy_in_path_order(corpus: Path) -> None:
    found = {(item.rule, item.location.ref.path): item for item in checked(["."]).findings}
    copy = found["duplicate-document", "b/1.txt"]
    assert copy.related[0].location.ref.path == "a/1.txt"
    assert copy.cluster is not None
    assert ("near-duplicate-paragraph", "b/1.txt") not in found, "a duplicate document explains its paragraphs"
    edited = found["near-duplicate-paragraph", "a/2.txt"]
    assert edited.related[0].location.ref.path == "a/1.txt"
    assert edited.related[0].similarity is not None


def test_scopes(corpus: Path) -> None:
    families = {scope: {item.family for item in checked(["."], scope=scope).findings} for scope in SCOPES}
    assert families["corpus"] == {"duplicate"}
    assert "duplicate" not in families["document"]
    assert families["all"] == families["document"] | families["corpus"]


def test_counts(corpus: Path) -> None:
    report = checked(["."])
    assert (report.documents, report.files) == (8, 5)
    assert report.total == len(list(report.findings)) == sum(report.severities.values())


@pytest.mark.parametrize("paths", [["b", "a"], ["a", "b", "a"], ["./b", "a/"]])
def test_the_order_of_the_arguments_changes_nothing(corpus: Path, paths: list[str]) -> None:
    assert list(checked(paths).findings) == list(checked(["a", "b"]).findings)


def test_one_worker_or_two(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = checked(["."])
    monkeypatch.setattr(running, "PARALLEL_BYTES", 0)
    monkeypatch.setattr("newslint.engine.batching.BATCH_BYTES", 300)
    together = checked(["."], jobs=2)
    assert list(together.findings) == list(alone.findings)
    assert (together.counts, together.documents, together.notices) == (alone.counts, alone.documents, alone.notices)


@pytest.mark.parametrize(
    "variable", [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"}, {"LC_ALL": "C", "TZ": "Asia/Tokyo"}]
)
def test_hash_seed_locale_and_time_zone_change_nothing(corpus: Path, variable: dict[str, str]) -> None:
    command = [
        sys.executable,
        "-c",
        "from newslint.cli import main; raise SystemExit(main())",
        "--output-format",
        "json",
        ".",
    ]
    runs = [
        subprocess.run(command, capture_output=True, check=False, env={**os.environ, **more}) for more in ({}, variable)
    ]
    assert runs[0].stdout
    assert runs[0].stdout == runs[1].stdout


def test_a_record_that_changes_between_the_passes_is_a_failure(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collect = running.Worker.__call__

    def collect_and_change(self: running.Worker, batch: Batch) -> running.BatchResult:
        result = collect(self, batch)
        (corpus / "b/1.txt").write_text(FERRY.replace("Tuesday", "Friday") + "\n" + BRIDGE, encoding="utf-8")
        return result

    monkeypatch.setattr(running.Worker, "__call__", collect_and_change)
    report = checked(["."])
    assert [notice.path for notice in report.notices if notice.failed] == ["b/1.txt"]
    assert all(item.location.ref.path != "b/1.txt" for item in report.findings if item.family == "duplicate")


def test_documents_in_memory() -> None:
    def document(path: str, text: str) -> Document:
        return Document(DocumentRef(path), text, segment(text))

    rules = load_rules().values()
    documents = [document("b.txt", FERRY), document("a.txt", FERRY)]
    found: list[Finding] = [item for item in check_documents(documents, rules) if item.family == "duplicate"]
    assert [(item.rule, item.location.ref.path) for item in found] == [("duplicate-document", "b.txt")]
