"""What a store is made anew for: a change of anything that the code of a package reads."""

from __future__ import annotations

from importlib import invalidate_caches
from pathlib import Path

import pytest

from newslint.store import code_digest


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "harbour_rules"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    invalidate_caches()
    return folder


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("page.md", False),
        ("rule.cpython-311.pyc", False),
        ("_kernel.so", False),
        ("__pycache__/rule.cpython-311.pyc.140615281638320", False),
        ("rule.py", True),
        ("share.toml", True),
        ("words.txt", True),
        ("words.json", True),
        ("below/words", True),
    ],
)
def test_the_digest_changes_with_what_has_a_say(pack: Path, name: str, counts: bool) -> None:
    for folder in ("below", "__pycache__"):
        (pack / folder).mkdir()
    (pack / name).write_text("ferry")
    before = code_digest(["harbour_rules"])
    assert code_digest(["harbour_rules"]) == before
    (pack / name).write_text("barge")
    assert (code_digest(["harbour_rules"]) != before) is counts
