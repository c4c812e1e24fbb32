"""Compiles kernel.c into the wheel, where a C compiler is at hand: a hook of hatchling, run at every installation.

Where there is none, or it fails, or `NEWSLINT_NO_KERNEL` is set, the wheel is one of Python alone, and numpy does the
same work more slowly. The library knows nothing of Python, so one wheel serves every version of it on a platform.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from platform import machine
from typing import Any, Final
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER: Final = Path("lint/newslint/similarity")
SWITCH: Final = "NEWSLINT_NO_KERNEL"
_FLAGS: Final = ("-std=c11", "-O3", "-shared", "-fPIC", "-fvisibility=hidden")
_SECONDS: Final = 300


class KernelHook(BuildHookInterface[Any]):
    """What hatchling calls before it builds a wheel, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- the interface's
        """Compiles the kernel beside its source and has the wheel take it along."""
        folder = Path(self.root) / FOLDER
        library = folder / ("_kernel.dll" if sys.platform == "win32" else "_kernel.so")
        trouble = compile_kernel(folder / "kernel.c", library)
        if trouble:
            self.app.display_warning(f"newslint: {trouble}; near-duplicates are found without compiled code")
            return
        build_data["artifacts"].append(f"/{FOLDER.as_posix()}/{library.name}")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform_tag()}"


def compile_kernel(source: Path, library: Path) -> str:
    """Compiles the kernel; a library that is in use is replaced, never written to.

    Returns:
        Why there is none; empty where it is there.
    """
    if os.environ.get(SWITCH):
        return f"{SWITCH} is set"
    compiler = _compiler()
    if not compiler:
        return "no C compiler found"
    new = library.with_name(f"{library.name}.{os.getpid()}")
    defined = f"-DNEWSLINT_SOURCE={crc32(source.read_bytes())}u"
    flags = [*_FLAGS, *shlex.split(os.environ.get("CFLAGS", "")), defined]
    try:
        ended = subprocess.run(
            [*compiler, *flags, "-o", str(new), str(source)], capture_output=True, text=True, timeout=_SECONDS
        )
        if ended.returncode:
            return f"{compiler[0]} failed: {ended.stderr.strip()[-500:]}"
        os.replace(new, library)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{compiler[0]} failed: {error}"
    finally:
        new.unlink(missing_ok=True)
    return ""


def platform_tag() -> str:
    """The platform of this machine as wheels name it."""
    platform = sysconfig.get_platform()
    if platform.startswith("macosx"):  # Python may be built for two processors, the kernel is built for one
        platform = "-".join([*platform.split("-")[:2], machine()])
    return platform.replace("-", "_").replace(".", "_")


def _compiler() -> list[str]:
    named = os.environ.get("CC")
    for command in [named] if named else [sysconfig.get_config_var("CC") or "", "cc", "gcc", "clang"]:
        words = shlex.split(command)
        if words and shutil.which(words[0]):
            return words
    return []
