"""Names that are not ASCII are shown, matched and opened alike in any locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "import sys; from newslint.cli import main; sys.exit(main())"]
UTF_8 = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
RAIN = "Rain fell on the town on Monday, and the river rose by a metre.   \n"
NAMES = ["ağustos/yağmur.txt", "ağustos/é.txt", "ağustos/hariç.txt", "ağustos/gizli.txt", "caf\udce9.txt"]
LINES = ["--output-format", "concise", "--no-cache", "--select", "whitespace"]

RUNS = [
    pytest.param(["."], ["ağustos/yağmur.txt", "ağustos/é.txt", "caf\\xe9.txt"], id="folder"),
    pytest.param(["ağustos/é.txt"], ["ağustos/é.txt"], id="named"),
    pytest.param([".", "--exclude", "yağ*"], ["ağustos/é.txt", "caf\\xe9.txt"], id="excluded"),
    pytest.param([".", "--include", "yağ*"], ["ağustos/yağmur.txt"], id="included"),
    pytest.param(["-", "--stdin-filename", "şiir.txt"], ["şiir.txt"], id="standard-input"),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in NAMES:
        path = os.fsencode(tmp_path) + b"/" + name.encode("utf-8", "surrogateescape")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(RAIN)
    settings = '[per-file-ignores]\n"hariç*" = ["whitespace"]\n'
    (tmp_path / "newslint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/ağustos/gizli*\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def lint(folder: Path, locale: dict[str, str], *arguments: str) -> tuple[int, str]:
    """The exit code, and what is printed on both streams."""
    raw = [argument.encode() for argument in (*PROGRAM, *arguments)]
    environment = {"PATH": os.environ["PATH"], **locale}
    ended = subprocess.run(raw, cwd=folder, env=environment, input=RAIN.encode(), capture_output=True, check=False)
    return ended.returncode, (ended.stdout + ended.stderr).decode("utf-8")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system knows one encoding of names")
@pytest.mark.parametrize(("arguments", "expected"), RUNS)
def test_paths_do_not_depend_on_the_locale(corpus: Path, arguments: list[str], expected: list[str]) -> None:
    outcome = lint(corpus, ASCII, *arguments, *LINES)
    assert [line.split(":")[0] for line in outcome[1].splitlines() if "trailing-whitespace" in line] == expected
    assert outcome == lint(corpus, UTF_8, *arguments, *LINES)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system knows one encoding of names")
@pytest.mark.parametrize("locale", [pytest.param(ASCII, id="ascii"), pytest.param(UTF_8, id="utf-8")])
def test_copies_keep_their_names_in_any_locale(corpus: Path, locale: dict[str, str]) -> None:
    code, _ = lint(corpus, locale, "ağustos", "--fix", "--out", "düzgün", *LINES)
    assert code == 0
    copies = {name.decode() for name in os.listdir(os.fsencode(corpus) + "/düzgün".encode())}
    assert copies == {"yağmur.txt", "é.txt", "hariç.txt"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system knows one encoding of names")
@pytest.mark.parametrize("locale", [pytest.param(ASCII, id="ascii"), pytest.param(UTF_8, id="utf-8")])
def test_a_baseline_knows_its_files_in_any_locale(corpus: Path, locale: dict[str, str]) -> None:
    """What was not read stays in it, and a copy of what is still there is new."""
    names = ["--baseline", "known.json", "--select", "whitespace"]
    assert lint(corpus, locale, "baseline", "create", ".", *names)[0] == 0
    before = (corpus / "known.json").read_bytes()
    (corpus / "düzgün").mkdir()
    lint(corpus, locale, "baseline", "prune", "düzgün", *names)
    assert (corpus / "known.json").read_bytes() == before
    (corpus / "copy.txt").write_text(RAIN, encoding="utf-8")
    for folder in (corpus, corpus / "ağustos"):
        told = lint(folder, locale, "check", str(corpus), *LINES, "--baseline", str(corpus / "known.json"))[1]
        assert ["copy.txt:1:" in line for line in told.splitlines() if "trailing-whitespace" in line] == [True], told
