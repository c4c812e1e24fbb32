"""The command `index`: fills, shows, verifies and removes the store of the cache."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import click

from newslint.api import Request, run, settle
from newslint.caching import Cache, folder_of, opened
from newslint.config import Config
from newslint.config.stages import default_paths
from newslint.reporters.escaping import terminal
from newslint.store import FILE_NAME, Store, Unusable, clear, note_corpus

from . import output
from .exits import CLEAN, FAILED
from .progress import Progress


def run_deed(deed: str, paths: Sequence[str], request: Request) -> int:
    """Do what is asked for, and give the exit code.

    Raises:
        click.UsageError: a path for a deed that takes none, or standard input.
        ConfigError, PackError, RunError: it could not be done.
    """
    if deed == "build":
        if "-" in paths:
            raise click.UsageError("index build takes no standard input: nobody could read that again")
        return _build(paths, request)
    if paths:
        raise click.UsageError(f"index {deed} takes no path")
    job = settle(paths, request)
    folder = _folder(request, job.config)
    if deed != "clear" and not (folder / FILE_NAME).exists():
        output.say(f"newslint: there is no cache in {terminal(str(folder))}; newslint index build makes one")
        return FAILED
    return _DEEDS[deed](folder)


def _folder(request: Request, config: Config) -> Path:
    return folder_of(request.cache or Cache(), config)


def _build(paths: Sequence[str], request: Request) -> int:
    """Check the files, whatever their size, and show what is remembered."""
    job = settle(paths, request)
    folder = _folder(request, job.config)
    progress = Progress(output.is_terminal(sys.stderr))
    asked = Request(request.config, request.isolated, cache=Cache(str(folder)))
    report = run(settle(paths, asked), paths, progress, say=_say)
    failed = [notice for notice in report.notices if notice.failed]
    for notice in failed:
        _say(f"{notice.path}: {notice.message}" if notice.path else notice.message)
    if not report.files:
        _say("no document was read, so there is nothing to make an index of")
        return FAILED
    noted = _with(folder, lambda store: _note(store, folder, [*(paths or default_paths(job.config))]))
    return max(noted, _status(folder), FAILED if failed else CLEAN)


def _note(store: Store, folder: Path, paths: Sequence[str]) -> int:
    note_corpus(store, str(folder), paths)
    return CLEAN


def _say(text: str) -> None:
    output.say(f"newslint: {terminal(text)}")


def _status(folder: Path) -> int:
    def show(store: Store) -> int:
        status = store.status()
        entries = "1 entry" if status.entries == 1 else f"{status.entries:,} entries"
        output.write(f"{terminal(str(folder))}: {entries}, {status.size:,} bytes\n")
        for name, value in status.made_of.items():
            output.write(f"  {name} {value}\n")
        return CLEAN

    return _with(folder, show)


def _verify(folder: Path) -> int:
    def verify(store: Store) -> int:
        sound, damaged = store.verify()
        output.write(f"{terminal(str(folder))}: {sound:,} entries are sound, {damaged:,} are damaged\n")
        return FAILED if damaged else CLEAN

    return _with(folder, verify)


def _with(folder: Path, deed: Callable[[Store], int]) -> int:
    store = opened(folder, _say)
    if store is None:
        return FAILED
    with store:
        try:
            return deed(store)
        except sqlite3.Error as error:
            _say(f"the cache in {folder} is damaged ({error}); newslint index clear removes it")
            return FAILED


def _clear(folder: Path) -> int:
    try:
        was_there = clear(str(folder))
    except Unusable as error:
        _say(f"the cache in {folder} {error}")
        return FAILED
    output.write(f"{terminal(str(folder))}: {'removed' if was_there else 'there is no cache'}\n")
    return CLEAN


_DEEDS: Final[dict[str, Callable[[Path], int]]] = {"status": _status, "verify": _verify, "clear": _clear}
