"""Fixed copies of files, and which rules fix."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
from pathlib import Path

import pytest

from newslint.engine import RunOptions
from newslint.fixing import Copies, FixOptions, Policy, fix
from newslint.reading import DiscoveryOptions, ReadingOptions, discover
from newslint.reading.packing import PACKINGS, packer_of
from newslint.reading.unpack import unpacked

from .folders import COUNTS, DIRTY, FIXED, Fix, names, notices, rules, write


def copies_to(folder: str) -> Copies:
    return Copies(os.path.realpath(folder), os.path.abspath("news"))


def test_copies_of_all_files_are_written(fix_all: Fix) -> None:
    cafe = b"caf\xe9  \n"
    record = json.dumps({"text": DIRTY}) + "\n"
    packed = gzip.compress(FIXED.encode(), mtime=7)
    originals: dict[str, str | bytes] = {
        "news/a/b.txt": DIRTY,
        "news/c.txt": FIXED,
        "news/d.txt": cafe,
        "news/e.jsonl.gz": gzip.compress(record.encode()),
        "news/f.txt.gz": packed,
    }
    write(originals)
    Path("news/a/b.txt").chmod(0o600)
    outcome = fix_all("news", copies=copies_to("clean"))
    assert outcome.files == {"news/a/b.txt": COUNTS, "news/e.jsonl.gz": COUNTS}
    for name, content in originals.items():
        assert Path(name).read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert names()[:5] == [name.replace("news", "clean") for name in originals]
    assert Path("clean/a/b.txt").read_text(encoding="utf-8") == FIXED
    assert stat.S_IMODE(Path("clean/a/b.txt").stat().st_mode) == 0o600
    assert Path("clean/d.txt").read_bytes() == cafe
    assert json.loads(gzip.decompress(Path("clean/e.jsonl.gz").read_bytes())) == {"text": FIXED}
    assert Path("clean/f.txt.gz").read_bytes() == packed
    assert all(Path(entry.location).is_relative_to(Path("clean").absolute()) for entry in outcome.discovery.files)


@pytest.mark.parametrize("packed", PACKINGS)
def test_a_copy_is_packed_as_its_original_is(fix_all: Fix, packed: str) -> None:
    packer = packer_of(packed)
    write({f"news/a.txt{packed}": packer.compress(DIRTY.encode()) + packer.flush()})
    outcome = fix_all("news", copies=copies_to("clean"))
    assert outcome.files == {f"news/a.txt{packed}": COUNTS}
    copy = io.BytesIO(Path(f"clean/a.txt{packed}").read_bytes())
    assert b"".join(unpacked(copy, packed, ReadingOptions())) == FIXED.encode()


def test_what_was_not_read_whole_is_not_copied(fix_all: Fix) -> None:
    write({"news/a.txt.gz": gzip.compress(DIRTY.encode())[:-9], "news/b.txt": FIXED})
    outcome = fix_all("news", copies=copies_to("clean"))
    assert ("news/a.txt.gz", "not copied, because it was not read whole", True) in notices(outcome)
    assert [name for name in names() if name.startswith("clean")] == ["clean/b.txt"]


def test_nothing_is_copied_out_of_the_folder(fix_all: Fix, tmp_path: Path) -> None:
    write({"news/a/b.txt": DIRTY, "elsewhere/x": ""})
    Path("clean").mkdir()
    os.symlink(tmp_path / "elsewhere", "clean/a")
    outcome = fix_all("news", copies=copies_to("clean"))
    assert [notice[1] for notice in notices(outcome)] == [
        "not fixed: its copy would lie outside of the folder for copies"
    ]
    assert os.listdir("elsewhere") == ["x"]


def test_only_the_wanted_rules_fix(fix_all: Fix) -> None:
    write({"a.txt": DIRTY})
    options = FixOptions(RunOptions(rules()), Policy(rules=frozenset({"zero-width"})))
    assert fix(discover(["."], DiscoveryOptions()), options).files == {"a.txt": {"zero-width": 1}}
