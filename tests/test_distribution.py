"""What is shipped: the content of the wheel and of the source distribution, built here from the tree."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.tags import sys_tags

from newslint import __version__

ROOT: Final = Path(__file__).parents[1]
COMPILED: Final = "_kernel."
"""How the name of the compiled library begins."""
PACKAGES: Final = {"newslint": ROOT / "lint" / "newslint", "newslint_rules": ROOT / "rules" / "newslint_rules"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def _told(wheel: dict[str, bytes], name: str) -> str:
    (path,) = (path for path in wheel if path.endswith(f".dist-info/{name}"))
    return wheel[path].decode()


def test_wheel_holds_both_packages_and_nothing_else(wheel: dict[str, bytes]) -> None:
    expected = {
        f"{package}/{path.relative_to(root).as_posix()}"
        for package, root in PACKAGES.items()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(COMPILED)
    }
    held = {name for name in wheel if ".dist-info/" not in name and COMPILED not in name}
    assert held == expected


def test_wheel_with_compiled_code_is_one_of_its_platform(built: Path, wheel: dict[str, bytes]) -> None:
    compiled = [name for name in wheel if COMPILED in name]
    (path,) = built.glob("*.whl")
    assert ("-py3-none-any" in path.name) == (not compiled)
    platforms = {tag.platform for tag in sys_tags()}
    assert path.stem.split("-")[-1] in platforms  # what pip takes here
    assert compiled == [] or [name.rpartition("/")[0] for name in compiled] == ["newslint/similarity"]


def test_wheel_can_be_one_of_python_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    environment = {**os.environ, "NEWSLINT_NO_KERNEL": "1"}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr[-2000:]
    (path,) = tmp_path.glob("*.whl")
    assert path.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if COMPILED in name]


def test_wheel_holds_pages_pattern_rules_and_type_markers(wheel: dict[str, bytes]) -> None:
    assert {"newslint/py.typed", "newslint_rules/py.typed"} <= set(wheel)
    assert "newslint_rules/residue/share_bar.toml" in wheel
    assert "newslint_rules/repetition/repeated_caption.md" in wheel


def test_wheel_names_version_licence_and_needs(wheel: dict[str, bytes], project: dict[str, Any]) -> None:
    metadata = email.message_from_string(_told(wheel, "METADATA"))
    assert metadata["Version"] == __version__ == project["version"]
    assert metadata["Requires-Python"] == project["requires-python"]
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert len(needed) == len(project["dependencies"])
    assert _told(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_wheel_names_the_readme_as_its_page(wheel: dict[str, bytes]) -> None:
    assert "# newslint" in _told(wheel, "METADATA")


def test_wheel_has_the_entry_points(wheel: dict[str, bytes], project: dict[str, Any]) -> None:
    points = ConfigParser(delimiters=("=",))
    points.read_string(_told(wheel, "entry_points.txt"))
    expected = {"console_scripts": project["scripts"], **project["entry-points"]}
    assert {group: dict(points[group]) for group in points.sections()} == expected


def test_source_distribution_leaves_the_seeds_out(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "lint/newslint/__init__.py"} <= names
    assert "tests/test_distribution.py" in names
    assert not [name for name in names if name.startswith(("seeds/", ".ci/", ".github/"))]
