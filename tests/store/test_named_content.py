"""That a text whose content has a name is read once."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import RunOptions, known_contents, run
from newslint.engine.known_contents import SETTLED_NS
from newslint.engine.remembering import Memory
from newslint.packs import load_rules
from newslint.reading import Discovery, DiscoveryOptions, TrackedFile, discover, discover_tracked, is_content
from newslint.reading.opening import changed_ns
from newslint.report import Report
from newslint.store import open_store

RULES = tuple(rule for rule in load_rules().values() if rule.default)
FERRY = "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town."
BRIDGE = "The new bridge over the Teal opened on Monday, three years later than planned, mayor Ada Brenner said."


def blob(text: str) -> str:
    data = text.encode()
    return sha1(b"blob %d\0" % len(data) + data).hexdigest()


def named(root: Path, tree: dict[str, str]) -> Discovery:
    """The files of a tree, each with a name of its content, as git has one."""
    for path, text in tree.items():
        Path(path).write_text(text, encoding="utf-8")
    files = [TrackedFile(str(root / path), str(root / path), blob(text)) for path, text in tree.items()]
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


def test_two_files_of_one_size_and_one_name_are_both_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git keeps mixed line ends as LF: it does not tell these two apart."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    discovery = named(Path.cwd(), {"a.txt": f"{FERRY}\n{BRIDGE}\nMore.\n", "b.txt": ""})
    ends = {"a.txt": (b"\r\n", b"\n"), "b.txt": (b"\n", b"\r\n")}
    for path, (first, second) in ends.items():
        Path(path).write_bytes(FERRY.encode() + first + BRIDGE.encode() + second + b"More.\n")
    size = Path("a.txt").stat().st_size
    a, b = (file._replace(size=size, stamp=None, content=discovery.files[0].content) for file in discovery.files)
    places = []
    for one in (a, b):
        found = remembered(replace(discovery, files=(one,)), scope="document").findings
        places.append([finding.location.line for finding in found if finding.rule == "mixed-line-endings"])
    assert places == [[1], [2]]


TEXT = b"One.\nTwo.\n"
SHA1 = sha1(b"blob 10\0" + TEXT).hexdigest()
SHA256 = sha256(b"blob 10\0" + TEXT).hexdigest()


@pytest.mark.parametrize("name", [SHA1, SHA256])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", False),
        (b"One.\r\nTwo.\n", False),
        (b"one.\ntwo.\n", False),
        (TEXT, True),
        (b"One.\r\nTwo.\r\n", True),
    ],
)
def test_what_git_keeps_under_a_name(name: str, data: bytes, expected: bool) -> None:
    assert is_content(data, name) is expected


def test_what_is_missing_is_read_though_the_content_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    discovery = named(Path.cwd(), {"a.txt": f"{FERRY}\nTT\n20\n", "b.txt": f"{FERRY}\n"})
    remembered(discovery, scope="document")
    both = remembered(discovery)
    assert list(both.findings) == list(run(discovery, RunOptions(RULES)).findings) != []


def lines(discovery: Discovery) -> list[int]:
    return [finding.location.line for finding in remembered(discovery, scope="document").findings]


@pytest.mark.skipif(os.name != "posix", reason="the file system does not say when a file was last changed")
def test_a_text_in_a_known_state_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    Path("a.txt").write_text(f"{FERRY}\nTT\n20\n", encoding="utf-8")
    discovery = discover(["."], DiscoveryOptions())
    monkeypatch.setattr(known_contents, "time_ns", lambda: discovery.files[0].changed_ns + SETTLED_NS + 1)
    assert lines(discovery) == [2]
    Path("a.txt").unlink()
    assert lines(discovery) == [2]


def edited_without_a_trace(path: str) -> None:
    """Moves the widget up: of the same size, and with the time of the file as it was."""
    before = Path(path).stat()
    Path(path).write_text(f"TT\n20\n{FERRY}\n", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_text_that_was_changed_just_now_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another change within the same tick of the clock would leave no trace but in its bytes."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    Path("a.txt").write_text(f"{FERRY}\nTT\n20\n", encoding="utf-8")
    discovery = discover(["."], DiscoveryOptions())
    monkeypatch.setattr(known_contents, "time_ns", lambda: discovery.files[0].changed_ns + SETTLED_NS)
    assert lines(discovery) == [2]
    edited_without_a_trace("a.txt")
    assert lines(discovery) == [1]


def test_an_edit_that_keeps_size_and_time_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").mkdir()
    monkeypatch.chdir(tmp_path / "corpus")
    monkeypatch.setattr(known_contents, "SETTLED_NS", -(10**15))
    Path("a.txt").write_text(f"{FERRY}\nTT\n20\n", encoding="utf-8")
    assert lines(discover(["."], DiscoveryOptions())) == [2]
    edited_without_a_trace("a.txt")
    assert lines(discover(["."], DiscoveryOptions())) == [1]


@pytest.mark.parametrize(
    ("moment", "system", "expected"),
    [
        pytest.param(1_700_000_000_000_000_000, "posix", 0, id="whole-seconds"),
        pytest.param(1_700_000_000_000_000_001, "posix", 1_700_000_000_000_000_001, id="nanoseconds"),
        pytest.param(1_700_000_000_000_000_001, "nt", 0, id="when-it-was-made"),
    ],
)
def test_which_times_are_a_state(moment: int, system: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole seconds have coarse file systems, and images that are packed with times of their own."""
    monkeypatch.setattr("newslint.reading.opening.os.name", system)
    assert changed_ns(os.stat_result([0] * 10, {"st_ctime_ns": moment})) == expected
