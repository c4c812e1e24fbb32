"""The options of a rule as kinds of values, read from the annotations of its fields."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from newslint.finding import Severity
from newslint.pattern import PatternRule
from newslint.ranges import Range
from newslint.rule import Rule

from .kinds import Flag, Kind, ListOf, Number, TableOf, Text
from .special_kinds import Level

PATTERN_OPTIONS: Final = {
    "max_length": "longer blocks are left alone (characters)",
    "within": "only the first and last so many blocks of an article; 0 for all",
    "beside_short": "only where a neighbour is a `short` block, too",
}
"""What may be configured of a pattern rule; the rest is the rule itself."""

_SIMPLE: Final[dict[object, Kind]] = {
    bool: Flag(),
    int: Number(),
    float: Number(whole=False),
    str: Text(),
    Severity: Level(),
}


def option_kinds(rule: Rule) -> dict[str, Kind]:
    """The options of a rule, by the names that the configuration uses.

    Raises:
        TypeError: an option is annotated with a type that no configuration can hold.
    """
    hints = get_type_hints(type(rule), include_extras=True)
    names = [item.name for item in fields(rule) if item.init]
    if isinstance(rule, PatternRule):
        names = [name for name in names if name in PATTERN_OPTIONS]
    return {name.replace("_", "-"): _kind(hints[name], f"{rule.name}: {name}") for name in names}


def _kind(hint: Any, where: str) -> Kind:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _within(_kind(arguments[0], where), arguments[1:], where)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Text(tuple(hint))
    if origin is Literal:
        return Text(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return ListOf(_kind(arguments[0], where))
    if origin is frozenset:
        return ListOf(_kind(arguments[0], where), unordered=True)
    if origin is Mapping and arguments[0] is str:
        return TableOf(_kind(arguments[1], where))
    if origin in (Union, types.UnionType):
        rest = [argument for argument in arguments if argument is not type(None)]
        if len(rest) == 1:
            return _kind(rest[0], where)
    raise TypeError(f"{where}: no configuration can hold a value of type {hint}")


def _within(kind: Kind, remarks: Iterable[object], where: str) -> Kind:
    """The kind with the range among the remarks of `Annotated`; all others are for somebody else."""
    bounds = next((remark for remark in remarks if isinstance(remark, Range)), None)
    if bounds is None:
        return kind
    if not isinstance(kind, Number):
        raise TypeError(f"{where}: only numbers can be in a range")
    return replace(kind, bounds=bounds)
