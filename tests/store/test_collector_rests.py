"""No long stretch of a run that remembers is disturbed by the collector of circles, and it goes on afterwards."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import RunOptions, remembering, run
from newslint.engine.examining import Examiner
from newslint.engine.remembering import Memory
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover
from newslint.store import open_store

RULES = tuple(rule for rule in load_rules().values() if rule.name in ("near-duplicate-paragraph", "share-line"))
TEXT = (
    "The keeper of the lock at Teal said on Monday that the gates would be shut for repairs until the first of May, "
    "and that barges had to wait at Brevik.\n\nShare this\n"
)


def checked(folder: Path) -> None:
    store, _ = open_store(str(folder / "store"), {"newslint": "1"})
    assert store is not None
    wanted = RunOptions(RULES)
    with store:
        run(discover([str(folder / "texts")], DiscoveryOptions()), wanted, memory=Memory(store, "", wanted))


@pytest.mark.parametrize("remembered", [False, True])
def test_it_rests_where_records_are_looked_up_checked_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembered: bool
) -> None:
    (tmp_path / "texts").mkdir()
    for number in range(3):
        (tmp_path / "texts" / f"{number}.txt").write_text(TEXT + f"Harbour {number}\n", encoding="utf-8")
    if remembered:
        checked(tmp_path)
    at_work: dict[str, bool] = {}

    def watch(place: Any, name: str) -> None:
        own = getattr(place, name)

        def watched(*args: Any) -> Any:
            at_work[name] = at_work.get(name, False) or gc.isenabled()
            return own(*args)

        monkeypatch.setattr(place, name, watched)

    watch(Memory, "_row")
    watch(remembering, "unpack_findings")
    watch(next(type(rule) for rule in RULES if rule.name == "near-duplicate-paragraph"), "check")
    if not remembered:
        watch(Examiner, "_put_together")
    checked(tmp_path)
    assert at_work == dict.fromkeys(at_work, False)
    assert len(at_work) == (3 if remembered else 4)
    assert gc.isenabled()
