"""Finds and reads the one configuration file of a run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .settings import ConfigError, Settings, parse

OWN_NAMES: Final = ("newslint.toml", ".newslint.toml")
SHARED_NAME: Final = "pyproject.toml"
MAX_BYTES: Final = 4 << 20
"""A larger file is no configuration."""


@dataclass(frozen=True)
class Config:
    """The settings of a run and where they come from.

    Attributes:
        folder: absolute, without links; patterns and paths of the settings are relative to it. Without a file it is
            the working folder.
        where: the file as messages name it; empty without one.
        given: the settings that the file names.
    """

    settings: Settings
    folder: Path
    where: str = ""
    given: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Source:
    """What a configuration file says, not yet understood: its table, its folder, and its name in messages."""

    table: Mapping[str, Any]
    folder: Path
    where: str

    def config(self, table: Mapping[str, Any] | None = None) -> Config:
        """The settings of the table, or of a part of it.

        Raises:
            ConfigError: the table says something that nobody understands.
        """
        table = self.table if table is None else table
        given = frozenset(key.replace("-", "_") for key in table)
        return Config(parse(table, self.where), self.folder, self.where, given)


def load(paths: Sequence[str] = (), file: str | None = None, *, isolated: bool = False) -> Config:
    """The configuration of a run over `paths`.

    Args:
        paths: as they were named; the nearest configuration upwards from the folder they share is taken.
        file: takes this one instead.
        isolated: takes none.

    Raises:
        ConfigError: it cannot be read, or says something that nobody understands.
    """
    source = None if isolated else find(paths, file)
    return source.config() if source else Config(Settings(), Path(os.path.realpath(os.curdir)))


def find(paths: Sequence[str] = (), file: str | None = None) -> Source | None:
    """The file that `load` takes; None where there is none.

    Raises:
        ConfigError: it cannot be read, or there are two.
    """
    if file is not None:
        return read_source(Path(file), required=True)
    for folder in _upwards(_common_folder(paths)):
        found = [source for name in (*OWN_NAMES, SHARED_NAME) if (source := read_source(folder / name))]
        if len(found) > 1:
            raise ConfigError(
                found[1].where, "", f"there is {found[0].where} beside it: only one of them may configure"
            )
        if found:
            return found[0]
    return None


def _common_folder(paths: Sequence[str]) -> Path:
    """The deepest folder that holds all of `paths`; the working folder where there are none."""
    folders = {os.path.abspath(path) for path in paths if path != "-"}
    folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in folders}
    try:
        return Path(os.path.commonpath(folders or {os.getcwd()}))
    except ValueError:  # on different drives
        return Path(os.path.realpath(os.curdir))


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def read_source(path: Path, *, required: bool = False) -> Source | None:
    """What a file says; None where there is no file, or a pyproject.toml that does not speak of newslint.

    Args:
        required: then these are errors, too.

    Raises:
        ConfigError: it cannot be read.
    """
    where = _shown(path)
    table = _parse_toml(path, where, required)
    if table is None:
        return None
    if path.name == SHARED_NAME:
        tool = table.get("tool", {})
        table = tool.get("newslint") if isinstance(tool, dict) else None
        if table is None and not required:
            return None
        if table is None:
            raise ConfigError(where, "tool.newslint", "this table is missing")
        if not isinstance(table, dict):
            raise ConfigError(where, "tool.newslint", "must be a table")
    return Source(table, Path(os.path.realpath(path.parent)), where)


def _parse_toml(path: Path, where: str, required: bool) -> dict[str, Any] | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a FIFO would block
            raise ConfigError(
                where, "", f"is {'a folder' if stat.S_ISDIR(status.st_mode) else 'no file'}, not a configuration"
            )
        if status.st_size > MAX_BYTES:
            raise ConfigError(where, "", f"is too large for a configuration ({status.st_size:,} bytes)")
        data = path.read_bytes()
    except OSError as error:
        if not required and not os.path.lexists(path):
            return None
        raise ConfigError(where, "", f"cannot be read: {error.strerror or error}") from None
    return _loads(data, where)


def _loads(data: bytes, where: str) -> dict[str, Any]:
    import tomllib  # only where there is a file

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(where, "", f"is not UTF-8 (byte {error.start + 1})") from None
    except RecursionError:
        raise ConfigError(where, "", "is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, or a number with too many digits
        raise ConfigError(where, "", f"is not valid TOML: {error}") from None


def _shown(path: Path) -> str:
    """The path relative to the working folder where it can be, for messages."""
    return from_here(path) if path.is_absolute() else str(path)


def from_here(path: Path) -> str:
    """The path from the working folder on."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
