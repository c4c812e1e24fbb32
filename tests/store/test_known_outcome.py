"""That a run over what the last one saw compares nothing, and says the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from newslint import Location
from newslint.engine import remembering
from newslint.engine.copies import Witness
from newslint.engine.known_blocks import KnownBlocks
from newslint.engine.known_outcome import KnownOutcome
from newslint.store import open_store

from .runs import BRIDGE, FERRY, RULES, report, said


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, text in enumerate((FERRY, BRIDGE, f"{FERRY}\n\n{BRIDGE}", "Read more")):
        Path(f"{number}.txt").write_text(f"{text}\n")
    Path("feed.jsonl").write_text('{"text": "' + FERRY + '"}\n{"text": "A heron."}\n')


def loads(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> int:
    """How many records' blocks are loaded while `act` is done."""
    loaded = []
    load = KnownBlocks.load

    def watched(self: KnownBlocks, records: Any) -> Any:
        loaded.extend(records)
        return load(self, records)

    with monkeypatch.context() as context:
        context.setattr(KnownBlocks, "load", watched)
        act()
    return len(loaded)


def write(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text)


STEPS: Final = [
    pytest.param(lambda: Path("3.txt").touch(), False, id="a new time"),
    pytest.param(write("3.txt", "Read more \n"), True, id="an edit"),
    pytest.param(lambda: Path("3.txt").rename("4.txt"), True, id="a new name"),
    pytest.param(lambda: Path("3.txt").unlink(), True, id="one less"),
    pytest.param(write("5.txt", "Read more"), True, id="one more"),
    pytest.param(write("feed.jsonl", '\n{"text": "' + FERRY + '"}\n{"text": "A heron."}\n'), True, id="a blank line"),
]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("step", "is_new"), STEPS)
def test_blocks_are_loaded_only_where_something_is_new(
    step: Callable[[], object], is_new: bool, jobs: int, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "PARALLEL_BYTES", 0)
    monkeypatch.setattr(remembering, "ROUND_BYTES", 1)
    assert loads(monkeypatch, lambda: report(folder=cache, jobs=jobs)) == 6
    step()
    assert bool(loads(monkeypatch, lambda: report(folder=cache, jobs=jobs))) is is_new
    assert loads(monkeypatch, lambda: report(folder=cache, jobs=jobs)) == 0
    assert said(report(folder=cache, jobs=jobs)) == said(report())


def test_rules_of_other_runs_are_not_confused(cache: str) -> None:
    for rules in (RULES, RULES[:-1], RULES, tuple(rule for rule in RULES if rule.family == "duplicate")):
        for _ in range(2):
            assert said(report(rules, cache)) == said(report(rules))


@pytest.mark.parametrize("damage", ["x'00'", "x''", "substr(value, 2)"])
@pytest.mark.parametrize("first", ["3.txt", "0.txt", "z.txt"])
def test_what_is_damaged_is_made_anew(first: str, damage: str, cache: str) -> None:
    """Whether an edit comes to light before or after the records whose values are damaged."""
    report(folder=cache)
    store, _ = open_store(cache, {"newslint": "1"})
    assert store is not None
    with store:
        store._connection.execute(f"UPDATE content SET value = {damage} WHERE row % 2")
    Path(first).write_text("Another text. \n")
    for _ in range(3):
        assert said(report(folder=cache)) == said(report())


def test_a_record_that_changed_before_it_was_read_again_is_told(cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report(folder=cache)
    load = KnownBlocks.load

    def late(self: KnownBlocks, records: Any) -> Any:
        Path("0.txt").write_text("Changed meanwhile.\n")
        return load(self, records)

    with monkeypatch.context() as context:
        context.setattr(KnownOutcome, "get", lambda *_: None)
        context.setattr(KnownBlocks, "split", lambda *_: None)
        context.setattr(KnownBlocks, "load", late)
        told = report(folder=cache).notices
    assert [(notice.path, notice.failed) for notice in told] == [("0.txt", True)]
    assert said(report(folder=cache)) == said(report())
    Path("0.txt").write_text(f"{FERRY}\n")
    assert said(report(folder=cache)) == said(report())


def test_who_asks_for_copies_is_told_of_all(cache: str) -> None:
    told: list[Location] = []
    report(folder=cache)
    assert list(report(folder=cache, witness=Witness(tell=lambda copy: told.append(copy.location))).findings)
    assert {location.ref.path for location in told} >= {"0.txt", "1.txt", "2.txt"}
