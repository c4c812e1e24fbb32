"""What a run loads: the heavy packages only where they are needed. Modules are looked at, not a clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

HEAVY: Final = ("numpy", "scipy", "datasketch", "ftfy", "charset_normalizer")
TABLE: Final = "tabulate"

CLEAN: Final = "Rain fell on the town on Monday, and the river rose by a metre.\n"
WIDGET: Final = f"Storm reaches the coast\n\n{CLEAN}TT\n20\nShare this\n"
TURKISH: Final = "İstanbul'da yağmur sürüyor, okullar iki gün tatil edildi.\n"
COPIES: Final = "Floods closed the coast road on Monday evening, and forty families spent the night in the school.\n"
PROGRAM: Final = """
import json, sys
from newslint.cli import main
code = main(sys.argv[1:])
sys.stderr.write(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
sys.exit(code)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The packages in memory when newslint has run."""
    ended = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)
    assert ended.returncode in (0, 1), ended.stderr
    return set(json.loads(ended.stderr))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{CLEAN}Snow closed {number + 2} roads in the hills.\n")
    (tmp_path / "widget.text").write_text(WIDGET)
    (tmp_path / "turkish.text").write_text(TURKISH, encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('per-file-ignores = {"*.md" = ["residue"]}')
    return tmp_path


LIGHT = [
    pytest.param(["--version"], id="version"),
    pytest.param(["--help"], id="help"),
    pytest.param(["rules"], id="rules"),
    pytest.param(["rule", "share-bar"], id="rule"),
    pytest.param(["0.txt", "1.txt", "2.txt", "--scope", "document"], id="document-rules"),
    pytest.param(["0.txt", "--scope", "document", "--output-format", "json"], id="json"),
    pytest.param(["widget.text", "--scope", "document", "--output-format", "concise"], id="findings"),
    pytest.param(["turkish.text", "--scope", "document"], id="clean-turkish"),
]


@pytest.mark.parametrize("arguments", LIGHT)
def test_a_light_run_loads_nothing_heavy(folder: Path, arguments: list[str]) -> None:
    assert loaded(folder, *arguments) & {*HEAVY, TABLE} == set()


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_before_any_command_is_loaded(folder: Path, option: str) -> None:
    assert loaded(folder, option).isdisjoint({*HEAVY, TABLE, "click", "pathspec", "tomllib"})


def test_a_table_loads_tabulate_and_nothing_else(folder: Path) -> None:
    modules = loaded(folder, "widget.text", "--scope", "document")
    assert TABLE in modules
    assert modules & set(HEAVY) == set()


def test_corpus_rules_load_numpy(folder: Path) -> None:
    (folder / "3.txt").write_text(COPIES)
    (folder / "4.txt").write_text(COPIES.replace("Monday", "Tuesday"))
    modules = loaded(folder, "3.txt", "4.txt", "--scope", "corpus", "--output-format", "concise")
    assert "numpy" in modules
    assert "ftfy" not in modules


def test_the_face_alone_is_light() -> None:
    program = "import sys, newslint; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(ended.stdout.split()).isdisjoint((*HEAVY, TABLE, "click", "pathspec"))
