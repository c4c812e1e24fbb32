import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.processor import separable, sorts_slowly

ZEN_4 = """processor\t: 0
vendor_id\t: AuthenticAMD
cpu family\t: 25
model\t\t: 17
flags\t\t: fpu sse2 avx avx2 avx512f avx512dq

processor\t: 1
"""


@pytest.mark.parametrize(
    "description",
    [
        pytest.param("", id="none-to-read"),
        pytest.param("processor\t: 0\nFeatures\t: fp asimd\n", id="not-x86"),
        pytest.param(ZEN_4.replace("AuthenticAMD", "GenuineIntel"), id="intel"),
        pytest.param(ZEN_4.replace(" avx512f avx512dq", ""), id="zen-3"),
        pytest.param(ZEN_4.replace(": 25", ": 26"), id="zen-5"),
    ],
)
def test_other_processors_sort_as_numpy_likes(description: str) -> None:
    assert not sorts_slowly(description)


def test_a_zen_4_sorts_slowly() -> None:
    assert sorts_slowly(ZEN_4)


@pytest.mark.parametrize(
    ("version", "wheel", "expected"),
    [
        pytest.param("2.4.6", "Tag: cp311-cp311-linux_x86_64", False, id="compiled-here"),
        pytest.param("2.3.5", "Tag: cp311-cp311-manylinux_2_27_x86_64", False, id="other-names"),
        pytest.param("", "", False, id="no-metadata"),
        pytest.param("2.4.6", "Tag: cp311-cp311-manylinux_2_27_x86_64", True, id="published"),
        pytest.param("2.10.0rc1", "Tag: cp313-cp313-manylinux_2_28_x86_64", True, id="newer"),
    ],
)
def test_published_wheels_can_do_without(version: str, wheel: str, expected: bool) -> None:
    assert separable(version, wheel) is expected


SCRIPT = """
import os, sys
from unittest import mock
before, real = dict(os.environ), open
def elsewhere(path, *rest, **more):
    return real(sys.argv[1] if path == "/proc/cpuinfo" else path, *rest, **more)
with mock.patch("builtins.open", elsewhere):
    import newslint.similarity
assert dict(os.environ) == before
print(newslint.similarity.normal_form(["Rain FELL"]).decode(), end="")
"""


@pytest.mark.parametrize("setting", [{}, {"NPY_DISABLE_CPU_FEATURES": "AVX512_SPR"}], ids=["nothing-set", "set"])
def test_the_environment_is_left_as_it_was(setting: dict[str, str], tmp_path: Path) -> None:
    place = tmp_path / "cpuinfo"
    place.write_text(ZEN_4, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NPY_")} | setting
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT, str(place)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "rain fell\n"), ran.stderr
