"""The kinds of values a setting can have: each checks a value of a TOML file and describes itself as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Protocol

from newslint.ranges import ANY, Range
from newslint.text import nearest

Schema = dict[str, Any]


class Misfit(ValueError):
    """A value of the wrong kind.

    Attributes:
        cause: what it must be.
        key: the place below the setting, dotted; empty for the setting itself.
    """

    def __init__(self, cause: str, key: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.key = key

    def below(self, key: str) -> Misfit:
        """The same misfit, seen from one level up."""
        return Misfit(self.cause, f"{key}.{self.key}" if self.key else key)


class Kind(Protocol):
    """What a setting accepts."""

    def parse(self, value: object) -> Any:
        """The value as the program keeps it.

        Raises:
            Misfit: it is of the wrong kind.
        """

    def schema(self) -> Schema:
        """The same as JSON Schema."""


@dataclass(frozen=True)
class Text:
    """A text, one of `choices` where there are any."""

    choices: tuple[str, ...] = ()

    def parse(self, value: object) -> str:
        if not isinstance(value, str):
            raise Misfit("must be a text")
        if self.choices and value not in self.choices:
            raise Misfit(f"{value!r} is none of {', '.join(self.choices)}{nearest(value, self.choices)}")
        return value

    def schema(self) -> Schema:
        return {"enum": list(self.choices)} if self.choices else {"type": "string"}


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def parse(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise Misfit("must be true or false")
        return value

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number:
    """A number in a range, whole or not."""

    whole: bool = True
    bounds: Range = ANY

    def parse(self, value: object) -> int | float:
        if cause := self.bounds.misfit(value, whole=self.whole):
            raise Misfit(cause)
        assert isinstance(value, int | float)
        return value if self.whole else float(value)

    def schema(self) -> Schema:
        bounds = zip(("minimum", "maximum"), self.bounds, strict=True)
        finite = {name: bound for name, bound in bounds if isfinite(bound)}
        return {"type": "integer" if self.whole else "number", **finite}


@dataclass(frozen=True)
class ListOf:
    """A list of `least` items or more; kept as a tuple, or as a frozenset."""

    item: Kind
    unordered: bool = False
    least: int = 0

    def parse(self, value: object) -> tuple[Any, ...] | frozenset[Any]:
        if not isinstance(value, list | tuple):
            raise Misfit("must be a list")
        if len(value) < self.least:
            raise Misfit(f"must name at least {self.least}")
        parsed = []
        for index, item in enumerate(value):
            try:
                parsed.append(self.item.parse(item))
            except Misfit as misfit:
                raise misfit.below(f"{index}") from None
        return frozenset(parsed) if self.unordered else tuple(parsed)

    def schema(self) -> Schema:
        unique = {"uniqueItems": True} if self.unordered else {}
        least = {"minItems": self.least} if self.least else {}
        return {"type": "array", "items": self.item.schema(), **unique, **least}


@dataclass(frozen=True)
class TableOf:
    """A table with free keys, of a kind of their own where that matters."""

    item: Kind
    key: Kind | None = None

    def parse(self, value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise Misfit("must be a table")
        parsed = {}
        for key, item in value.items():
            try:
                if self.key:
                    self.key.parse(key)
                parsed[key] = self.item.parse(item)
            except Misfit as misfit:
                raise misfit.below(key) from None
        return parsed

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.item.schema()}


@dataclass(frozen=True)
class Either:
    """A table, or a single value."""

    single: Kind
    table: TableOf

    def parse(self, value: object) -> Any:
        return self.table.parse(value) if isinstance(value, Mapping) else self.single.parse(value)

    def schema(self) -> Schema:
        return {"anyOf": [self.single.schema(), self.table.schema()]}


@dataclass(frozen=True)
class Anything:
    """Any value; checked later, by whoever knows what it means."""

    def parse(self, value: object) -> object:
        return value

    def schema(self) -> Schema:
        return {}
