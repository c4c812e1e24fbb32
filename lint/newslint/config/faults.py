"""All that is wrong with a configuration, where a run is content with the first fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from .settings import ConfigError

Check = Callable[[Mapping[str, Any]], object]
_MANY: Final = 1000
"""Entries of a list or table that are looked at one by one."""


def faults(table: Mapping[str, Any], check: Check) -> list[ConfigError]:
    """The faults of a configuration in its order: a part that fails is taken apart, down to entries that fail alone.

    Args:
        table: keys and values, as `tomllib` has them.
        check: is given the table, and tables with a part of it; raises a ConfigError for the first fault.
    """
    return _faults(table, lambda value: value, check, "")


def _faults(value: Any, within: Callable[[Any], Any], check: Check, key: str) -> list[ConfigError]:
    try:
        check(within(value))
    except ConfigError as error:
        whole = error
    else:
        return []
    found: list[ConfigError] = []
    if isinstance(value, Mapping) and len(value) <= _MANY and not key.endswith(".0"):
        for name, part in value.items():
            found += _faults(part, _entry(within, name), check, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and len(value) <= _MANY:
        for number, part in enumerate(value):  # a table in a list is one thing: its keys need each other
            alone = _faults(part, lambda inner: within([inner]), check, f"{key}.0")
            found += [_renumbered(error, f"{key}.0", f"{key}.{number}") for error in alone]
    once = {str(error): error for error in found}  # what is wrong with the key itself, each entry says
    return [*once.values()] or [whole]


def _entry(within: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    return lambda inner: within({name: inner})


def _renumbered(error: ConfigError, alone: str, key: str) -> ConfigError:
    if error.key != alone and not error.key.startswith(f"{alone}."):
        return error
    return ConfigError(error.where, key + error.key[len(alone) :], error.cause)
