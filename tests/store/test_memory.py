"""The law of the cache: it never changes a report. Cold, warm, after any edits, with any number of workers."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from newslint import (
    Alike,
    Cluster,
    Corpus,
    CorpusRule,
    Document,
    DocumentRule,
    Finding,
    Needs,
    Rule,
    Severity,
    Span,
)
from newslint.engine import remembering
from newslint.engine.allowing import Allowance, Allowances
from newslint.engine.examining import Examiner
from newslint.reading import ReadingOptions
from newslint.store import open_store

from .runs import BRIDGE, FERRY, FOLDING, PARAGRAPHS, RULES, Curious, report, said


@contextmanager
def inside(folder: str | Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


NAMES: Final = st.sampled_from(["a/1.txt", "a/2.txt", "b/1.txt", "c.txt", "é.txt"])
FEEDS: Final = st.sampled_from(["a/feed.jsonl", "feed.jsonl"])
TEXTS: Final = st.lists(st.sampled_from(PARAGRAPHS), max_size=5).map("\n\n".join)
RECORDS: Final = st.one_of(
    st.builds(
        lambda text, day: json.dumps({"id": str(day), "date": f"2021-03-0{day}", "text": text}),
        TEXTS,
        st.integers(1, 9),
    ),
    st.sampled_from(["{broken", "[]", "", '{"text": null}']),
)


def silent_for_first(path: str) -> frozenset[str]:
    silent = {"trailing-whitespace", "share-bar", "near-duplicate-paragraph", "duplicate-document"}
    return frozenset(silent) if path.startswith(("news/0", "a/1")) else frozenset()


def allowing() -> dict[str, Any]:
    """Allows the ferry everywhere."""
    return {"allowances": Allowances([Allowance(text=FERRY), Allowance(pattern="Read .*")])}


def folding() -> dict[str, Any]:
    """All figures are the same one."""
    return {"rules": (*FOLDING, Curious())}


WAYS: Final = (dict, dict, lambda: {"ignores": silent_for_first}, allowing, lambda: {"scope": "corpus"}, folding)
"""How to run; options may remember what they have seen, so they are made for each run."""


class Edits(RuleBasedStateMachine):
    """Any sequence of edits, additions, removals and renamings, each followed by a run that remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.cache = tempfile.TemporaryDirectory()
        self.way: Callable[[], dict[str, Any]] = dict

    def teardown(self) -> None:
        self.folder.cleanup()
        self.cache.cleanup()

    def path(self, name: str) -> Path:
        path = Path(self.folder.name, name)
        path.parent.mkdir(exist_ok=True)
        return path

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: str) -> None:
        self.path(name).write_bytes(text.encode("utf-8", "surrogateescape"))

    @rule(name=FEEDS, records=st.lists(RECORDS, min_size=1, max_size=4), where=st.integers(0, 9))
    def insert(self, name: str, records: list[str], where: int) -> None:
        path = self.path(name)
        lines = path.read_bytes().split(b"\n") if path.exists() else []
        lines[where:where] = [line.encode("utf-8", "surrogateescape") for line in records]
        path.write_bytes(b"\n".join(lines))

    @rule(name=FEEDS, where=st.integers(0, 9))
    def drop(self, name: str, where: int) -> None:
        with suppress(FileNotFoundError):
            lines = self.path(name).read_bytes().split(b"\n")
            del lines[where : where + 1]
            self.path(name).write_bytes(b"\n".join(lines))

    @rule(name=st.one_of(NAMES, FEEDS))
    def remove(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        with suppress(FileNotFoundError):
            self.path(old).rename(self.path(new))

    @rule(way=st.sampled_from(WAYS))
    def choose(self, way: Callable[[], dict[str, Any]]) -> None:
        self.way = way

    @invariant()
    def the_report_is_that_of_a_run_without_a_cache(self) -> None:
        usual = {"rules": (*RULES, Curious())}
        with inside(self.folder.name):
            assert said(report(folder=self.cache.name, **usual | self.way())) == said(report(**usual | self.way()))


def test_any_sequence_of_edits() -> None:
    limits = settings(
        max_examples=12,
        stateful_step_count=8,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edits, settings=limits)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(12):
        text = "\n\n".join(PARAGRAPHS[place % len(PARAGRAPHS)] for place in range(number, number + 4))
        path = tmp_path / "news" / f"{number % 3}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{text}\n".encode("utf-8", "surrogateescape"))
    records = [{"id": number, "text": PARAGRAPHS[number % len(PARAGRAPHS)] + "\u200b"} for number in range(30)]
    (tmp_path / "news" / "feed.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return tmp_path


@pytest.mark.parametrize("jobs", [pytest.param(1, id="alone"), pytest.param(2, id="workers")])
@pytest.mark.parametrize("rules", [pytest.param(RULES, id="usual"), pytest.param(FOLDING, id="figures-are-the-same")])
def test_cold_and_warm_are_alike(
    corpus: Path, cache: str, rules: tuple[Rule, ...], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = said(report(rules))
    monkeypatch.setattr(remembering, "PARALLEL_BYTES", 0)
    monkeypatch.setattr(remembering, "ROUND_BYTES", 1000)
    assert said(report(rules, cache, jobs=jobs)) == without
    assert said(report(rules, cache, jobs=jobs)) == without
    for name in ("news/1/4.txt", "news/0/9.txt"):
        (corpus / name).write_text(f"{BRIDGE}\n")
    assert said(report(rules, cache, jobs=jobs)) == said(report(rules))


def checks(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> list[str]:
    """The paths of the records that are checked while `act` is done."""
    paths: list[str] = []
    examine = Examiner.__call__

    def watched(self: Examiner, records: Any) -> Any:
        paths.extend(record.raw.ref.path for record in records)
        return examine(self, records)

    with monkeypatch.context() as context:
        context.setattr(Examiner, "__call__", watched)
        act()
    return paths


def test_what_is_known_is_not_checked_again(corpus: Path, cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(checks(monkeypatch, lambda: report(folder=cache))) == 42
    assert checks(monkeypatch, lambda: report(folder=cache)) == []
    (corpus / "news/0/0.txt").rename(corpus / "news/0/new.txt")
    assert checks(monkeypatch, lambda: report(folder=cache)) == []
    with open(corpus / "news" / "feed.jsonl", "a") as file:
        file.write(json.dumps({"text": BRIDGE}) + "\n")
    assert checks(monkeypatch, lambda: report(folder=cache)) == ["news/feed.jsonl"]


def test_the_same_size_and_time_do_not_hide_an_edit(corpus: Path, cache: str) -> None:
    path = corpus / "news/0/0.txt"
    path.write_text("A line without a mark.\n")
    report(folder=cache)
    status = path.stat()
    path.write_text("A line without a end. \n")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert said(report(folder=cache)) == said(report())


OPTIONS: Final = [
    pytest.param({"scope": "document"}, id="scope"),
    pytest.param({"ignores": silent_for_first}, id="ignores"),
    pytest.param({"reading": ReadingOptions(text_fields=("id",))}, id="fields"),
    pytest.param({"reading": ReadingOptions(encoding="cp1252")}, id="encoding"),
    pytest.param({"reading": ReadingOptions(date_fields=("id",))}, id="dates"),
    pytest.param({"rules": tuple(rule for rule in RULES if rule.family != "invisible")}, id="rules"),
    pytest.param({"rules": tuple(rule for rule in RULES if rule.family == "duplicate")}, id="corpus-rules"),
    pytest.param({"rules": FOLDING}, id="figures-are-the-same"),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_other_options_live_beside(corpus: Path, cache: str, options: dict[str, Any]) -> None:
    report(folder=cache)
    assert said(report(folder=cache, **options)) == said(report(**options))
    assert said(report(folder=cache, **options)) == said(report(**options))
    assert said(report(folder=cache)) == said(report())


@dataclass(frozen=True)
class Whims(DocumentRule):
    """Fails on documents that hold a word; `mood` says how."""

    family: ClassVar[str] = "structure"
    needs: ClassVar[Needs] = Needs(always=True)
    mood: type[Exception] | None = None

    def check(self, document: Document) -> Iterator[Finding]:
        if "Nordlin" in document.text and self.mood is not None:
            raise self.mood("a whim")
        yield self.finding(document, Span(0, 1), "a finding", severity=Severity.INFO)


@pytest.mark.parametrize("mood", [TimeoutError, ValueError])
def test_what_a_crash_or_a_time_limit_left_out_is_not_remembered(
    corpus: Path, cache: str, mood: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    report((Whims(mood=mood),), cache)
    checked = checks(monkeypatch, lambda: report((Whims(),), cache))
    assert len(checked) == sum("Nordlin" in item.read_text(errors="replace") for item in corpus.rglob("*.txt")) + 9
    assert said(report((Whims(),), cache)) == said(report((Whims(),)))


def test_a_value_of_another_form_is_a_miss(corpus: Path, cache: str) -> None:
    report(folder=cache)
    store, _ = open_store(cache, {"newslint": "1"})
    assert store is not None
    with store:
        keys = [key for (key,) in store._connection.execute("SELECT key FROM entry").fetchall()]
        for number, key in enumerate(keys):
            store.add(key, [b"", b"[]", b"[1,2,3,4]", b"\xff" * 99, b"[1,true,[],[[0]]]"][number % 5])
    assert said(report(folder=cache)) == said(report())


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
