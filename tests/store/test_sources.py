"""What a record is counted by, wherever it lies: the source that it names, else its file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from newslint import Alike, Cluster, Corpus, CorpusRule, Finding, Severity

from .runs import BRIDGE, FERRY, report, said


@dataclass(frozen=True)
class Counting(CorpusRule):
    """Says where a text stands how often."""

    severity: ClassVar[Severity] = Severity.INFO
    counts: ClassVar[bool] = True

    @property
    def alike(self) -> Alike:
        return Alike(min_words=6)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first = cluster.members[0]
        said = {source: list(spread) for source, spread in cluster.spread.items()}
        yield self.finding(first.ref, first.span, "counted", data=said, cluster=cluster.label)


def test_a_source_may_be_called_like_a_file(tmp_path: Path, cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = [f"{FERRY}\n\n{BRIDGE} {end * 3}" for end in ("It is blue. ", "It is green. ", "It is red. ")]
    named = [json.dumps({"text": text, "source": "feed.jsonl"}) for text in texts[:2]]
    for name, records in {"a.jsonl": named, "b.jsonl": [json.dumps({"text": texts[2]})], "feed.jsonl": named}.items():
        Path(name).write_text("\n".join(records))
    for old, new in (("a.jsonl", "a.jsonl"), ("feed.jsonl", "c.jsonl"), ("b.jsonl", "feed.jsonl")):
        Path(old).rename(new)
        expected = said(report((Counting(),)))
        assert "feed.jsonl" in str(expected)
        assert said(report((Counting(),), cache)) == said(report((Counting(),), cache)) == expected
