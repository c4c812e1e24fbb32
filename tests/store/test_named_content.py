"""That a text whose content has a name is read once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import RunOptions, run
from newslint.engine.remembering import Memory
from newslint.packs import load_rules
from newslint.reading import Discovery, DiscoveryOptions, TrackedFile, discover_tracked
from newslint.report import Report
from newslint.store import open_store

RULES = tuple(rule for rule in load_rules().values() if rule.default)
FERRY = "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town."
BRIDGE = "The new bridge over the Teal opened on Monday, three years later than planned, mayor Ada Brenner said."


def named(root: Path, tree: dict[str, str]) -> Discovery:
    """The files of a tree, each with a name of its content, as git has one."""
    for path, text in tree.items():
        Path(path).write_text(text, encoding="utf-8")
    files = [TrackedFile(str(root / path), str(root / path), f"{text!r}") for path, text in tree.items()]
    return discover_tracked(["."], files, DiscoveryOptions())


def remembered(discovery: Discovery, **options: Any) -> Report:
    wanted = RunOptions(RULES, **options)
    store, _ = open_store("../store", {"newslint": "1"})
    assert store is not None
    with store:
        return run(discovery, wanted, memory=Memory(store, "rules", wanted))


def test_a_text_whose_content_has_a_name_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    tree = {"a.txt": f"{FERRY}\n", "b.txt": f"{BRIDGE}\nTT\n20\nShare this\n", "c.txt": "Read more\n"}
    discovery = named(Path.cwd(), tree)
    cold = remembered(discovery)
    for path in tree:
        Path(path).unlink()
    warm = remembered(discovery)
    assert list(warm.findings) == list(cold.findings) != []
    assert warm.notices == cold.notices == ()


def test_other_bytes_under_a_known_name_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git may keep other line ends than the file has here: then the size tells them apart."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    discovery = named(Path.cwd(), {"a.txt": f"{FERRY}\nTT\n20\n"})
    assert [finding.location.line for finding in remembered(discovery).findings] == [2]
    Path("a.txt").write_bytes(f"{FERRY}\r\n\r\nTT\r\n20\r\n".encode())
    known = discovery.files[0]
    other = replace(discovery, files=(known._replace(size=Path("a.txt").stat().st_size, stamp=None),))
    assert [finding.location.line for finding in remembered(other).findings] == [3]


def test_what_is_missing_is_read_though_the_content_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    discovery = named(Path.cwd(), {"a.txt": f"{FERRY}\nTT\n20\n", "b.txt": f"{FERRY}\n"})
    remembered(discovery, scope="document")
    both = remembered(discovery)
    assert list(both.findings) == list(run(discovery, RunOptions(RULES)).findings) != []
