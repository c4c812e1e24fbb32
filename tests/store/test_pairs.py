"""That what was found out of pairs of texts is remembered beside the records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newslint.api import Request, run, settle
from newslint.caching import Cache
from newslint.similarity import facts_of, stated

FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June."
)


def read_for_facts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many texts a run with a store in `folder` reads for what they state."""
    read: list[str] = []

    def watched(texts: Any) -> Any:
        read.extend(texts)
        return facts_of(texts)

    with monkeypatch.context() as context:
        context.setattr(stated, "facts_of", watched)
        report = run(settle(["news"], Request(cache=Cache(str(folder)))), ["news"])
    assert report.total
    return len(read)


def test_known_pairs_are_not_compared_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/1.txt").write_text(f"{FERRY}\n")
    Path("news/2.txt").write_text(f"Boats at night\n\n{FERRY.replace('would', 'will')}\n")
    assert read_for_facts(folder, monkeypatch) > 1
    assert read_for_facts(folder, monkeypatch) == 0
    Path("news/1.txt").rename("news/0.txt")
    assert read_for_facts(folder, monkeypatch) == 0
    Path("news/0.txt").write_text(f"{FERRY.replace('boats', 'ships')}\n")
    assert read_for_facts(folder, monkeypatch) > 1
