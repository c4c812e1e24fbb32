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
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final
from zlib import crc32

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.tags import sys_tags

FOLDER: Final = Path("lint/newslint/similarity")
SWITCH: Final = "NEWSLINT_NO_KERNEL"
_FLAGS: Final = ("-std=c11", "-O3", "-shared", "-fPIC", "-fvisibility=hidden")
_SECONDS: Final = 300


class KernelHook(BuildHookInterface[Any]):
    """What hatchling calls before it builds a wheel, an editable one too."""

    _made = ""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the kernel: beside its source for an editable installation, else into the wheel alone."""
        source = Path(self.root) / FOLDER / "kernel.c"
        library = source.with_name("_kernel.dll" if sys.platform == "win32" else "_kernel.so")
        if version != "editable":
            self._made = mkdtemp(prefix="newslint-")
            library = Path(self._made) / library.name
        trouble = compile_kernel(source, library)
        if trouble:
            with suppress(OSError):  # one from before is not wanted either; in a checkout that is read-only it stays
                library.unlink(missing_ok=True)
            self.app.display_warning(f"newslint: {trouble}; near-duplicates are found without compiled code")
            return
        if version != "editable":
            build_data["force_include"][str(library)] = f"newslint/similarity/{library.name}"
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform_tag()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 -- the interface's
        """Removes what the wheel has taken along."""
        if self._made:
            rmtree(self._made, ignore_errors=True)  # in the folder for temporary files: no harm if it stays


def compile_kernel(source: Path, library: Path) -> str:
    """Compiles the kernel; a library that is in use is replaced, never written to.

    Returns:
        Why there is none; empty where it is there.
    """
    if os.environ.get(SWITCH):
        return f"{SWITCH} is set"
    new = library.with_name(f"{library.name}.{os.getpid()}")
    try:
        compiler = _compiler()
        if not compiler:
            return "no C compiler found"
        defined = f"-DNEWSLINT_SOURCE={crc32(source.read_bytes())}u"
        flags = [*_FLAGS, *_words(os.environ.get("CFLAGS", "")), defined]
        ended = subprocess.run(
            [*compiler, *flags, "-o", str(new), str(source)],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
        )
        if ended.returncode:
            return f"{compiler[0]} failed: {ended.stderr.strip()[-500:]}"
        os.replace(new, library)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return f"the kernel cannot be compiled: {error}"
    finally:
        with suppress(OSError):  # a folder that is read-only has none, and says so even of removing
            new.unlink(missing_ok=True)
    return ""


def platform_tag() -> str:
    """The platform of this machine, as hatchling names it in the wheels that it finds a tag for."""
    names = (tag.platform for tag in sys_tags())
    return next(name for name in names if "manylinux" not in name and "musllinux" not in name)


def _words(command: str) -> list[str]:
    """The words of a command as a shell parts them.

    Raises:
        ValueError: a quotation is not closed.
    """
    return shlex.split(command, posix=os.name != "nt")


def _compiler() -> list[str]:
    named = os.environ.get("CC")
    for command in [named] if named else [sysconfig.get_config_var("CC") or "", "cc", "gcc", "clang"]:
        words = _words(command)
        if words and shutil.which(words[0]):
            return words
    return []
