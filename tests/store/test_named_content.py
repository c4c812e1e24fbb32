"""That a text whose content has a name is read once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any

import pytest

from newslint.engine import RunOptions, run
from newslint.engine.remembering import Memory
from newslint.packs import load_rules
from newslint.reading import Discovery, DiscoveryOptions, TrackedFile, discover_tracked, is_content
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
