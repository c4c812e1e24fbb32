"""What a corpus holds, counted source by source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newslint.engine.running as running
from newslint.engine import RunOptions, run
from newslint.engine.census import size_class
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover
from newslint.report import Report, SourceCensus

STORY = "Ferry returns\n\nThe ferry left the quay of Brevik at noon on Tuesday, the mayor said.\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    records = [{"text": STORY, "source": name} for name in ("b.example", "a.example", "a.example", "")]
    Path("feed.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    Path("wire").mkdir()
    Path("wire/c.txt").write_text(STORY + "\nYağmur kıyıya ulaştı, okullar iki gün tatil edildi, dedi vali.\n", "utf-8")


def counted(jobs: int = 1, census: bool = True) -> Report:
    rules = (load_rules()["mojibake"],)
    return run(discover(["."], DiscoveryOptions()), RunOptions(rules, jobs=jobs, census=census))


def test_sources_are_counted_apart_and_in_order(corpus: None) -> None:
    census = counted().census
    assert list(census) == ["", "a.example", "b.example", "wire"]
    assert [census[name].documents for name in census] == [1, 2, 1, 1]
    assert census["a.example"].characters == census["a.example"].bytes == 2 * len(STORY)
    assert census["wire"].bytes > census["wire"].characters
    assert [census[name].paragraphs for name in census] == [1, 2, 1, 2]
    assert census["a.example"].lengths == {size_class(len(STORY)): 2}
    assert census["wire"].paragraph_lengths.total() == 2


def test_it_is_made_only_where_somebody_asks(corpus: None) -> None:
    assert counted(census=False).census == {}


def test_one_worker_or_two(corpus: None, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = counted()
    monkeypatch.setattr(running, "PARALLEL_BYTES", 0)
    assert counted(jobs=2).census == alone.census


@pytest.mark.parametrize(("length", "expected"), [(0, 0), (1, 1), (63, 6), (64, 7), (127, 7), (128, 8)])
def test_classes_of_lengths(length: int, expected: int) -> None:
    assert size_class(length) == expected


def test_counts_add_up() -> None:
    one = SourceCensus(1, 1, 2, 30, 40)
    one.lengths[5] += 1
    other = SourceCensus(2, 3, 4, 50, 60)
    other.lengths.update({5: 1, 6: 1})
    one.add(other)
    assert (one.documents, one.articles, one.paragraphs, one.characters, one.bytes) == (3, 4, 6, 80, 100)
    assert one.lengths == {5: 2, 6: 1}
