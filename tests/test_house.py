"""That the house is whole: what can be forgotten, or must not be known to somebody, is looked at here."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import newslint
from newslint.packs import load_reporters, load_rules, page

ROOT: Final = Path(__file__).parents[1]
ENGINE, RULES = ROOT / "lint" / "newslint", ROOT / "rules" / "newslint_rules"
CODE: Final = ("lint", "rules", "tests", "bench")
SECTIONS: Final = ("What it finds", "Why it matters", "When not to use it", "Fix", "Examples")
MAY_NAME: Final = {
    "click": ("lint/newslint/cli/",),
    "datasketch": ("lint/newslint/similarity/",),
    "ftfy": ("rules/newslint_rules/encoding/",),
    "numpy": (
        "lint/newslint/alphabet.py",
        "lint/newslint/processor.py",
        "lint/newslint/scan.py",
        "lint/newslint/similarity/",
    ),
    "scipy": (),
    "tabulate": ("lint/newslint/reporters/table.py",),
}
"""Who may name a package that is slow to load or that only one part should know."""
LONGEST_FILE: Final = 300
ASPIRED_FILE, ASPIRED_FUNCTION = 250, 40


def _modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it; relative ones begin with a dot."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


@pytest.mark.parametrize("name", sorted(load_rules()))
def test_rule_has_a_page(name: str) -> None:
    title, *rest = page(name).splitlines()
    assert title == f"# {name}"
    headings = [line.removeprefix("## ") for line in rest if line.startswith("## ")]
    assert [heading for heading in headings if heading != "Options"] == list(SECTIONS)


def test_rules_come_as_two_files() -> None:
    pages = {path.with_suffix("") for path in RULES.rglob("*.md")}
    assert {path.stem.replace("_", "-") for path in pages} == set(load_rules())
    bare = [path for path in pages if not path.with_suffix(".py").exists() and not path.with_suffix(".toml").exists()]
    assert not bare, "a page lies beside its rule"


def test_face_exports_what_it_imports() -> None:
    tree = ast.parse((ENGINE / "__init__.py").read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level and node.module
        for alias in node.names
    }
    assert imported <= set(newslint.__all__)
    assert all(hasattr(newslint, name) for name in newslint.__all__)
    assert sorted(newslint.__all__) == list(dict.fromkeys(sorted(newslint.__all__)))


@pytest.mark.parametrize("name", sorted(set(newslint.__all__) - {"__version__"}))
def test_public_name_is_documented(name: str) -> None:
    thing = getattr(newslint, name)
    if inspect.isclass(thing) or inspect.isroutine(thing):
        text = inspect.getdoc(thing) or ""
        assert len(text) > 20
        assert not text.startswith(f"{name}("), "the text that dataclass and NamedTuple make up does not count"


@pytest.mark.parametrize("package", sorted(MAY_NAME))
def test_package_is_named_only_where_it_may_be(package: str) -> None:
    named = {_name(path) for path in _modules("lint", "rules") if package in {i.split(".")[0] for i in _imports(path)}}
    assert [name for name in sorted(named) if not name.startswith(MAY_NAME[package])] == []


def test_rules_know_only_the_face() -> None:
    allowed = {"newslint", "newslint_rules", "ftfy", "regex", *sys.stdlib_module_names}
    for path in _modules("rules"):
        for name in _imports(path):
            top = name.split(".")[0]
            assert name.startswith(".") or top in allowed, f"{_name(path)} imports {name}"
            assert not name.startswith("newslint."), f"{_name(path)} imports {name}, not the face"


def test_import_contracts_hold() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-1000:]


def test_engine_never_unpickles_or_evaluates() -> None:
    """Workers get their values from the process pool; nothing that was written to disk by somebody may run."""
    for path in _modules("lint", "rules"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert called.isdisjoint({"eval", "exec", "__import__", "marshal.loads", "pickle.load", "shelve.open"}), path


@pytest.mark.parametrize("name", ["utils", "helpers", "misc", "common"])
def test_no_module_is_called(name: str) -> None:
    assert [_name(path) for path in _modules(*CODE) if path.stem == name] == []


OURS: Final = (".ci", ".github", ".pre-commit-hooks.yaml")


def _is_ours(path: Path) -> bool:
    """Whether it is a text that somebody wrote here, not something a tool left behind."""
    left_behind = any(part.startswith(".") and part not in OURS for part in path.relative_to(ROOT).parts)
    return path.is_file() and path.suffix in (".py", ".md", ".toml", ".yaml", ".yml", "") and not left_behind


def test_project_speaks_of_itself_only() -> None:
    """No path of somebody's machine, no address of a local server."""
    pattern = re.compile(r"(?<![\w.~<])/(?:home|root|work|workspace|Users|mnt|data)/[\w.]|://(?:localhost|\d+\.\d+)")
    folders = [path for folder in (*CODE, ".ci", ".github") for path in sorted((ROOT / folder).rglob("*"))]
    for path in (path for path in (*folders, *sorted(ROOT.iterdir())) if _is_ours(path)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = pattern.search(line)
            assert not found, f"{_name(path)}:{number}: {line.strip()}"


def test_reporters_load() -> None:
    assert {"concise", "json", "jsonl", "table"} <= set(load_reporters())


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_stay_short(capsys: pytest.CaptureFixture[str]) -> None:
    """Over the aim is told, over the limit fails."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _modules(*CODE)}
    with capsys.disabled():
        for path, length in lengths.items():
            if length > ASPIRED_FILE:
                print(f"\nlong file: {_name(path)}: {length} lines (aim: {ASPIRED_FILE})", end="")
        for path in _modules("lint", "rules"):
            for name, length in _functions(path):
                if length > ASPIRED_FUNCTION:
                    print(f"\nlong function: {_name(path)}: {name}: {length} lines (aim: {ASPIRED_FUNCTION})", end="")
    assert {_name(path) for path, length in lengths.items() if length > LONGEST_FILE} == set()
