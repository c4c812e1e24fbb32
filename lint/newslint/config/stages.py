"""What the configuration says to the stages below: which files to read, and how."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.reading import DEFAULT_EXCLUDE, DiscoveryOptions, ReadingOptions

from .files import Config, from_here
from .paths import anchored, matches
from .selection import Chosen


@dataclass(frozen=True)
class ConfiguredReading(ReadingOptions):
    """Reading options whose patterns of paths are anchored (see `paths`)."""

    def encoding_of(self, path: str) -> str:
        """The codec of the last pattern that matches."""
        return next((codec for pattern, codec in reversed(self.encodings) if matches(pattern, path)), self.encoding)


def reading_options(config: Config) -> ReadingOptions:
    """How the configuration wants files to be read."""
    settings = config.settings
    given: dict[str, Any] = {"format": settings.format}
    for name in ("text", "id", "title", "date", "source", "language"):
        value = getattr(settings, f"{name}_fields")
        if value is not None:
            given[f"{name}_fields"] = value
    if settings.max_record_size is not None:
        given["max_record_bytes"] = settings.max_record_size
    if isinstance(settings.encoding, Mapping):
        pairs = settings.encoding.items()
        given["encodings"] = tuple((anchored(pattern, config.folder), codec) for pattern, codec in pairs)
    else:
        given["encoding"] = settings.encoding
    return ConfiguredReading(**given)


def default_paths(config: Config) -> list[str]:
    """What is read where no path is named."""
    return [from_here(config.folder / path) for path in config.settings.corpus] or ["."]


def discovery_options(
    config: Config, include: tuple[str, ...] = (), exclude: tuple[str, ...] = (), stdin_filename: str = ""
) -> DiscoveryOptions:
    """Which files the configuration wants to be read.

    Args:
        include: patterns relative to the working folder, in place of the configured ones.
        exclude: patterns relative to the working folder, beside the configured ones.
        stdin_filename: the name of what comes by standard input.
    """
    settings = config.settings
    cwd = Path(os.path.realpath(os.curdir))
    root = _common(config.folder, cwd)
    here, there = (Path("/") / os.path.relpath(folder, root) for folder in (cwd, config.folder))
    included = [anchored(pattern, here) for pattern in include] or [anchored(p, there) for p in settings.include]
    excluded = [*(anchored(p, there) for p in settings.exclude), *(anchored(pattern, here) for pattern in exclude)]
    named = {"stdin_filename": stdin_filename} if stdin_filename else {}
    return DiscoveryOptions(
        include=tuple(included),
        exclude=(*DEFAULT_EXCLUDE, *excluded),
        root=str(root),
        respect_gitignore=settings.respect_gitignore,
        force_exclude=settings.force_exclude,
        format=settings.format,
        **named,
    )


def _common(one: Path, other: Path) -> Path:
    try:
        return Path(os.path.commonpath([one, other]))
    except ValueError:  # on different drives
        return one


def digest(chosen: Chosen) -> str:
    """A short name of the rules of a run with all their options: two runs of the same name look for the same."""
    parts = [(rule.name, canonical(rule), str(chosen.severities.get(rule.name, ""))) for rule in chosen.rules]
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def canonical(value: object) -> object:
    """The value, of rules and their options, as lists and names: its `repr` does not depend on the hash seed."""
    if isinstance(value, str):  # most of what there is
        return value
    if is_dataclass(value):
        return [(item.name, canonical(getattr(value, item.name))) for item in fields(value)]
    if isinstance(value, Mapping):
        return sorted((str(key), repr(canonical(item))) for key, item in value.items())
    if isinstance(value, frozenset | set):
        return sorted(repr(canonical(item)) for item in value)
    if isinstance(value, tuple | list):
        return [canonical(item) for item in value]
    return value
