"""Keeps numpy from sorting by AVX-512 where that is slow. To be imported before numpy, which asks only once.

On AMD's Zen 4 the instructions that store some lanes of a register (`vpcompress` to memory) are microcode, and numpy
sorts 64-bit numbers by them several times slower than by AVX2: run `python -m bench.similarity_speed`, and again with
NPY_ENABLE_CPU_FEATURES="X86_V3 X86_V4 AVX512_ICL", and hold "band and pair" against each other. No result is another.
"""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

_SWITCHES: Final = ("NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES")
_FEATURES: Final = "X86_V4 AVX512_ICL"
"""The groups of AVX-512 as numpy names them from 2.4 on."""
_SINCE: Final = (2, 4)
_HEAD: Final = 1 << 12


def sorts_slowly(description: str) -> bool:
    """Whether the first processor of `/proc/cpuinfo` is a Zen 4: of AMD's family 19h, the one with AVX-512."""
    first = description.partition("\n\n")[0]
    family = re.search(r"^cpu family\s*: 25$", first, re.M)
    return bool(family) and "AuthenticAMD" in first and " avx512f " in first


def separable(version: str, wheel: str) -> bool:
    """Whether a numpy can do without AVX-512: the published wheels can, one compiled for its own machine may not."""
    release = re.match(r"(\d+)\.(\d+)", version)
    return release is not None and tuple(map(int, release.groups())) >= _SINCE and "manylinux" in wheel


def import_numpy() -> None:
    """Imports numpy; without AVX-512 where it sorts slowly by it, and nobody has chosen otherwise."""
    chosen = "numpy" in sys.modules or any(name in os.environ for name in _SWITCHES)
    if not chosen and sorts_slowly(_description()) and separable(*_numpy()):
        os.environ[_SWITCHES[0]] = _FEATURES
        try:
            import numpy  # noqa: F401
        finally:
            del os.environ[_SWITCHES[0]]


def _description() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            return file.read(_HEAD)
    except OSError:
        return ""


def _numpy() -> tuple[str, str]:
    try:
        found = distribution("numpy")
    except PackageNotFoundError:
        return "", ""
    return found.version, found.read_text("WHEEL") or ""


import_numpy()
