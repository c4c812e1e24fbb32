"""Run as a script: fixes a folder in a child process that dies at a given moment, again and again.

For each way to die it prints one JSON object: the names in the folder and the bytes of its documents, in hexadecimal.
The child is forked from this process, which has one thread, so that each trial costs no start of an interpreter.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from newslint.engine import RunOptions
from newslint.fixing import FixOptions, fix
from newslint.packs import load_rules
from newslint.reading import DiscoveryOptions, discover

CALLS: Final = ("open", "write", "fchmod", "fsync", "close", "replace")
DEAD: Final = 77
KILLS: Final = 8


def fix_here() -> None:
    every = load_rules()
    rules = every["trailing-whitespace"], every["share-bar"]
    fix(discover(["."], DiscoveryOptions()), FixOptions(RunOptions(rules)))


def dying_after(count: int) -> Callable[[], None]:
    """Fixes, and dies right after the call of that number that can change a file."""
    calls = 0

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            nonlocal calls
            result = real(*arguments)
            calls += 1
            if calls == count:
                os._exit(DEAD)
            return result

        return call

    def run() -> None:
        for name in CALLS:
            setattr(os, name, counted(getattr(os, name)))
        fix_here()

    return run


def trial(original: Path, folder: Path, deed: Callable[[], None], kill_after: float | None = None) -> int:
    """Runs the deed in a fresh copy, in a child. Returns its exit code."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original, folder)
    child = os.fork()
    if not child:
        os.chdir(folder)
        deed()
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    files = {str(path.relative_to(folder)): path.read_bytes().hex() for path in folder.rglob("*") if path.is_file()}
    print(json.dumps(files))
    return os.waitstatus_to_exitcode(status)


def main() -> None:
    original, folder = Path(sys.argv[1]), Path(sys.argv[2])
    load_rules()
    start = time.monotonic()
    trial(original, folder, fix_here)
    duration = time.monotonic() - start
    count = 1
    while trial(original, folder, dying_after(count)) == DEAD:
        count += 1
    for number in range(KILLS):
        trial(original, folder, fix_here, duration * (number + 0.5) / KILLS)


if __name__ == "__main__":
    main()
