"""Files are fixed in place or copied; what may not be written is left alone and told."""

from __future__ import annotations

import gzip
import json
import os
import stat
from pathlib import Path

import pytest

from newslint.engine import RunOptions
from newslint.fixing import FixOptions, fix, running
from newslint.reading import DiscoveryOptions, discover
from newslint.reading.texts import TextOrigin

from .folders import COUNTS, DIRTY, FIXED, RAIN, Fix, names, notices, rules, write


def test_a_clean_file_is_not_touched(fix_all: Fix) -> None:
    write({"a.txt": FIXED})
    os.utime("a.txt", ns=(1, 1))
    before = Path("a.txt").stat()
    outcome = fix_all()
    after = Path("a.txt").stat()
    assert (outcome.files, outcome.notices) == ({}, ())
    assert (after.st_ino, after.st_mtime_ns, after.st_ctime_ns) == (before.st_ino, 1, before.st_ctime_ns)


def test_a_file_is_fixed(fix_all: Fix) -> None:
    write({"a/b.txt": DIRTY, "c.txt": FIXED})
    outcome = fix_all()
    assert outcome.files == {"a/b.txt": COUNTS}
    assert outcome.counts == COUNTS
    assert Path("a/b.txt").read_text(encoding="utf-8") == FIXED
    assert names() == ["a/b.txt", "c.txt"]


def test_the_files_are_told_as_they_are_now(fix_all: Fix) -> None:
    write({"a.txt": DIRTY})
    (entry,) = fix_all().discovery.files
    (found,) = discover(["."], DiscoveryOptions()).files
    assert entry == found._replace(changed_ns=0)


@pytest.mark.parametrize(
    ("encoding", "options"),
    [
        pytest.param("utf-8-sig", {}, id="byte-order-mark"),
        pytest.param("utf-16", {}, id="utf-16"),
        pytest.param("utf-32", {}, id="utf-32"),
        pytest.param("cp1252", {"encoding": "cp1252"}, id="windows-1252"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(fix_all: Fix, encoding: str, options: dict[str, object], end: str) -> None:
    dirty = f"{RAIN}  \nThe café on the quay stays shut.\n".replace("\n", end)
    Path("a.txt").write_bytes(dirty.encode(encoding))
    assert fix_all(**options).files == {"a.txt": {"trailing-whitespace": 1}}
    assert Path("a.txt").read_bytes() == dirty.replace("  ", "").encode(encoding)


def test_mixed_line_ends_stay(fix_all: Fix) -> None:
    write({"a.txt": f"{RAIN}  \r\n{RAIN}\nThe end.\rNoon. \n"})
    fix_all()
    assert Path("a.txt").read_bytes() == f"{RAIN}\r\n{RAIN}\nThe end.\rNoon.\n".encode()


def test_only_the_touched_field_of_a_record_changes(fix_all: Fix) -> None:
    escaped = json.dumps(DIRTY).replace("Storm", "\\u0053torm")
    lines = [
        '{"id": 1.50, "text" :  "plain\\u0020text here." , "n": [1,  2e3], "n": 7}',
        f'{{"b": "x  ", "text":{escaped},  "id":00  }}'.replace('"id":00', '"id":1e2'),
        "",
        '{"text": "Second, with a / and caf\\u00e9.", "url": "https:\\/\\/news.example"}\r',
        "{broken",
        '{"text": "last  "}',
    ]
    write({"a.jsonl": "\n".join(lines)})
    assert fix_all().files == {"a.jsonl": {**COUNTS, "trailing-whitespace": 2}}
    new = Path("a.jsonl").read_bytes().decode().split("\n")
    changed = escaped
    for old, text in (("metre.  ", "metre."), ("Share this\\n", ""), ("port\\u200b", "port")):
        assert old in changed
        changed = changed.replace(old, text)
    assert new == [lines[0], lines[1].replace(escaped, changed), *lines[2:5], '{"text": "last"}']


def test_a_record_in_utf_16_is_fixed_in_its_place(fix_all: Fix) -> None:
    lines = ['{"text": "The quay."}', '{"text": "The ferry  "}', '{"text": "Noon."}']
    Path("a.jsonl").write_bytes("\n".join(lines).encode("utf-16"))
    assert fix_all().files == {"a.jsonl": {"trailing-whitespace": 1}}
    assert Path("a.jsonl").read_bytes() == "\n".join(lines).replace("  ", "").encode("utf-16")


def test_a_large_file_is_streamed(fix_all: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.engine.batching.BATCH_BYTES", 300)
    records = [
        json.dumps({"id": number, "text": f"{RAIN} {number}" + "  " * (number % 3 == 0)}) for number in range(60)
    ]
    write({"a.jsonl": "\n".join(records) + "\n"})
    assert fix_all().files == {"a.jsonl": {"trailing-whitespace": 20}}
    assert Path("a.jsonl").read_text(encoding="utf-8") == "\n".join(records).replace('  "}', '"}') + "\n"


def test_workers_make_the_same_files(fix_all: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    write({f"{number}.txt": DIRTY.replace("Storm", f"Storm {number}") for number in range(6)})
    outcome = fix_all()
    one = {name: Path(name).read_bytes() for name in names()}
    write({f"{number}.txt": DIRTY.replace("Storm", f"Storm {number}") for number in range(6)})
    monkeypatch.setattr(running, "PARALLEL_BYTES", 0)
    options = FixOptions(RunOptions(rules(), jobs=2))
    again = fix(discover(["."], DiscoveryOptions()), options)
    assert again.files == outcome.files
    assert {name: Path(name).read_bytes() for name in names()} == one


WRONG = DIRTY.encode() + b"caf\xe9\n"
LARGE = b'{"text": "a  "}\n{"text": "' + b"x" * 5000 + b'"}'

LEFT_ALONE = [
    pytest.param("a.txt", WRONG, "cannot be written back as utf-8 without loss", False, id="undecodable"),
    pytest.param("a.txt", DIRTY.encode() + b"\0", "binary (NUL byte", False, id="binary"),
    pytest.param("a.txt.gz", gzip.compress(DIRTY.encode()), "--out DIR writes a fixed copy", False, id="packed"),
    pytest.param("a.jsonl", LARGE, "not fixed, because it was not read whole", True, id="record-too-large"),
]


@pytest.mark.parametrize(("name", "data", "message", "failed"), LEFT_ALONE)
def test_what_may_not_be_written_is_left_alone(
    fix_all: Fix, name: str, data: bytes, message: str, failed: bool
) -> None:
    write({name: data})
    before = Path(name).stat()
    outcome = fix_all(max_record_bytes=4000)
    assert not outcome.files
    assert Path(name).read_bytes() == data
    assert Path(name).stat().st_mtime_ns == before.st_mtime_ns
    assert [notice for notice in notices(outcome) if message in notice[1] and notice[2] is failed]


def test_an_undecodable_record_stays_beside_fixed_ones(fix_all: Fix) -> None:
    write({"a.jsonl": b'{"text": "a  "}\n{"text": "caf\xe9  "}'})
    outcome = fix_all()
    assert Path("a.jsonl").read_bytes() == b'{"text": "a"}\n{"text": "caf\xe9  "}'
    assert notices(outcome) == [
        ("a.jsonl", "1 fix was left out: the text cannot be written back as utf-8 without loss", False)
    ]


def test_a_read_only_file_is_left_alone(fix_all: Fix) -> None:
    write({"a.txt": DIRTY})
    Path("a.txt").chmod(0o444)
    assert notices(fix_all()) == [("a.txt", "not fixed: it is read-only", True)]
    assert Path("a.txt").read_bytes() == DIRTY.encode()
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o444


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no users here")
def test_a_read_only_folder_is_left_alone(fix_all: Fix, tmp_path: Path) -> None:
    write({"news/a.txt": DIRTY})
    Path("news/a.txt").chmod(0o666)
    Path("news").chmod(0o555)
    root = os.geteuid() == 0
    for folder in (tmp_path, *tmp_path.parents[:2]) if root else ():
        folder.chmod(0o755)
    if root:
        os.seteuid(65534)
    try:
        outcome = fix_all("news")
    finally:
        if root:
            os.seteuid(0)
        Path("news").chmod(0o755)
    assert notices(outcome) == [("news/a.txt", "not fixed, it cannot be written: permission denied", True)]
    assert names() == ["news/a.txt"]
    assert Path("news/a.txt").read_bytes() == DIRTY.encode()


def test_hard_links_are_not_parted(fix_all: Fix) -> None:
    write({"a.txt": DIRTY})
    os.link("a.txt", "b.md")
    ((path, message, failed),) = notices(fix_all())
    assert (path, failed) == ("a.txt", False)
    assert message.startswith("not fixed: it has 2 names (hard links)")
    assert Path("a.txt").samefile("b.md")
    assert Path("a.txt").read_bytes() == DIRTY.encode()


def test_a_link_inside_has_its_target_fixed_and_stays_a_link(fix_all: Fix) -> None:
    write({"real/a.txt": DIRTY})
    os.symlink("real/a.txt", "link.txt")
    fix_all()
    assert os.readlink("link.txt") == "real/a.txt"
    assert Path("real/a.txt").read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize("path", ["tree", "tree/link.txt"])
def test_nothing_is_written_through_a_link_that_leads_out(
    fix_all: Fix, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "victim.txt"
    outside.write_text(DIRTY, encoding="utf-8")
    Path("tree").mkdir()
    os.symlink(outside, "tree/link.txt")
    outcome = fix_all(path)
    told = (*outcome.notices, *outcome.discovery.notices)
    assert [(notice.path, notice.failed) for notice in told] == [("tree/link.txt", False)]
    assert not outcome.files
    assert outside.read_text(encoding="utf-8") == DIRTY


def test_what_changed_since_it_was_found_is_left_alone(fix_all: Fix) -> None:
    write({"a.txt": DIRTY})
    discovery = discover(["."], DiscoveryOptions())
    with open("a.txt", "ab") as file:
        file.write(b"edited\n")
    outcome = fix(discovery, FixOptions(RunOptions(rules())))
    assert any("changed while newslint read it" in notice.message and notice.failed for notice in outcome.notices)
    assert Path("a.txt").read_bytes() == DIRTY.encode() + b"edited\n"


def test_a_diff_writes_nothing(fix_all: Fix) -> None:
    write({"a.txt": DIRTY, "b.txt.gz": gzip.compress(DIRTY.encode())})
    lines: list[str] = []
    outcome = fix_all(show=lines)
    assert outcome.files == {"a.txt": COUNTS}
    assert lines[3:] == [
        " Storm reaches the coast\n",
        " \n",
        f"-{RAIN}  \n",
        "-Share this\n",
        "-The ferries stay in port\u200b until noon.\n",
        f"+{RAIN}\n",
        "+The ferries stay in port until noon.\n",
    ]
    assert Path("a.txt").read_bytes() == DIRTY.encode()
    assert [path for path, _, _ in notices(outcome)] == ["b.txt.gz"]


def test_bytes_that_would_read_as_another_text_are_a_bug_of_ours(fix_all: Fix, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": DIRTY, "b.jsonl": json.dumps({"text": DIRTY})})
    monkeypatch.setattr(TextOrigin, "rewrite", lambda *_: FIXED.encode() + b"More.\n")
    outcome = fix_all()
    assert outcome.crashed
    assert outcome.files.keys() == {"b.jsonl"}
    assert Path("a.txt").read_bytes() == DIRTY.encode()
    ((path, message, failed),) = notices(outcome)
    assert (path, failed) == ("a.txt", True)
    assert message == "the fixed text would be read as another one; please report this as a bug"


@pytest.mark.parametrize(
    ("record", "fixed"),
    [
        pytest.param({"text": "Share this"}, {"text": ""}, id="the only field"),
        pytest.param({"text": "Share this", "body": None}, {"text": "", "body": None}, id="no text in the other"),
        pytest.param({"text": "", "body": "Share this"}, {"text": "", "body": ""}, id="all read as nothing"),
        pytest.param({"text": " ", "body": DIRTY}, {"text": " ", "body": FIXED}, id="the other one is the text"),
    ],
)
def test_a_text_of_which_nothing_is_left(fix_all: Fix, record: dict[str, object], fixed: dict[str, object]) -> None:
    write({"a.jsonl": json.dumps(record)})
    outcome = fix_all()
    assert (notices(outcome), outcome.crashed) == ([], False)
    assert json.loads(Path("a.jsonl").read_text(encoding="utf-8")) == fixed


@pytest.mark.parametrize(
    ("text", "other"), [("Share this", RAIN), ("Share this\u200b\n", RAIN), ("Share this", 5), ("Share this", {})]
)
def test_no_fix_has_another_field_read(fix_all: Fix, text: str, other: object) -> None:
    write({"a.jsonl": json.dumps({"text": text, "body": other})})
    before = Path("a.jsonl").read_bytes()
    outcome = fix_all()
    ((path, message, failed),) = notices(outcome)
    assert (path, failed, outcome.crashed, outcome.files) == ("a.jsonl", False, False, {})
    assert message.endswith("left out: nothing would be left of the text, and another field be read")
    assert Path("a.jsonl").read_bytes() == before


def test_no_text_becomes_a_byte_order_mark(fix_all: Fix) -> None:
    text = f"\u200b\ufeff{FIXED}"
    write({"a.txt": text})
    ((path, message, failed),) = notices(fix_all())
    assert (path, failed) == ("a.txt", False)
    assert message == "1 fix was left out: the text would begin with a byte order mark"
    assert Path("a.txt").read_text(encoding="utf-8") == text
