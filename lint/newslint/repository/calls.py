"""Calls of git, none of which changes the repository or runs a program that the repository names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

_SETTINGS: Final = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", f"core.hooksPath={os.devnull}")

_PLACES: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")

_FATAL: Final = "fatal: "


class RepositoryError(Exception):
    """Git, a repository or a commit that cannot be used; the message says why and what to do."""


def git(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, given: str = "") -> str:
    """What a git command prints; names that are no UTF-8 come as in `os.fsdecode`.

    Args:
        folder: where it is run.
        environment: variables beside those of this process.
        given: its standard input.

    Raises:
        RepositoryError: it failed; with git's own words.
    """
    try:
        ended = subprocess.run(
            _command(*arguments),
            cwd=folder,
            env=_environment(environment),
            input=os.fsencode(given),
            capture_output=True,
        )
    except OSError as error:
        raise _cannot_run(error) from None
    if ended.returncode != 0:
        raise failed(arguments[0], ended.stderr)
    return os.fsdecode(ended.stdout)


def start(folder: Path, *arguments: str, given: IO[bytes], said: IO[bytes]) -> subprocess.Popen[bytes]:
    """A git command that goes on while its output is read.

    Args:
        given: a file that holds its standard input.
        said: a file that gets its messages.

    Raises:
        RepositoryError: git cannot be run.
    """
    try:
        return subprocess.Popen(
            _command(*arguments), cwd=folder, env=_environment(), stdin=given, stdout=subprocess.PIPE, stderr=said
        )
    except OSError as error:
        raise _cannot_run(error) from None


def _command(*arguments: str) -> list[str]:
    """The whole command line."""
    return ["git", *_SETTINGS, *arguments]


def failed(name: str, said: bytes) -> RepositoryError:
    """The error that a command failed, from what it said."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    told = next((number for number, line in enumerate(lines) if line.startswith(_FATAL)), -1)
    words = " ".join(lines[told:])  # behind the cause git tells what to do about it
    return RepositoryError(words.removeprefix(_FATAL) or f"git {name} failed")


def top(folder: Path) -> Path:
    """The top folder of the working tree, without links.

    Raises:
        RepositoryError: `folder` lies in none.
    """
    return Path(os.path.realpath(git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")))


def _environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    return {**os.environ, **_places(), "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", **(more or {})}


def _places() -> dict[str, str]:
    """Where git is told that the repository lies: by paths from the working folder on, and it is run elsewhere."""
    told = {name: os.environ.get(name, "") for name in _PLACES}
    return {name: os.path.abspath(path) for name, path in told.items() if path}


def _cannot_run(error: OSError) -> RepositoryError:
    is_missing = isinstance(error, FileNotFoundError) and error.filename == "git"
    cause = "it is not installed, or not in PATH" if is_missing else error.strerror or error
    return RepositoryError(f"git cannot be run: {cause}")
