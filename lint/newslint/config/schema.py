"""The JSON Schema of a configuration with all that the rules at hand bring: their names, and their options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.rule import FAMILIES, Rule, options

from .kinds import Schema
from .options import option_kinds
from .selection import EVERYTHING
from .settings import json_schema


def whole_schema(rules: Mapping[str, Rule]) -> Schema:
    """The JSON Schema (2020-12) of a `newslint.toml`, for editors and for checks.

    Names of rules are offered, not demanded: a folder of rules of one's own brings others.
    """
    schema = json_schema()
    properties: dict[str, Schema] = schema["properties"]
    names: Schema = {"anyOf": [{"enum": [EVERYTHING, *FAMILIES, *rules]}, {"type": "string"}]}
    for key in ("select", "extend-select", "ignore", "fixable", "unfixable"):
        properties[key]["items"] = names
    properties["per-file-ignores"]["additionalProperties"]["items"] = names
    properties["allow"]["items"]["properties"]["rules"]["items"] = names
    properties["severity"]["propertyNames"] = names
    properties["rules"]["properties"] = {name: _options(rule) for name, rule in rules.items()}
    return schema


def _options(rule: Rule) -> Schema:
    values = options(rule)
    properties = {}
    for name, kind in option_kinds(rule).items():
        default = _plain(values[name])
        properties[name] = {**kind.schema(), **({} if default is None else {"default": default})}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _plain(value: Any) -> Any:
    """A default as JSON has it; None where it has none."""
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value if isinstance(value, bool | int | float | str) else None
