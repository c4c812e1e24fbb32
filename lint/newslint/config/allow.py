"""The entries of `allow`: texts that may be found without being reported, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newslint.text import nearest

from .kinds import Kind, ListOf, Misfit, Schema, Text

MAX_PATTERN: Final = 10_000
"""Longer patterns are no patterns, but an attack or a mistake."""

_KEYS: Final[dict[str, Kind]] = {"text": Text(), "pattern": Text(), "rules": ListOf(Text()), "reason": Text()}


@dataclass(frozen=True)
class AllowedText:
    """One entry as it stands in the file; see `newslint.engine.allowing.Allowance` for what it means."""

    text: str = ""
    pattern: str = ""
    rules: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Allow:
    """A table with `text` or `pattern`, `reason`, and perhaps `rules`."""

    def parse(self, value: object) -> AllowedText:
        if not isinstance(value, Mapping):
            raise Misfit("must be a table")
        values = {}
        for key, item in value.items():
            if key not in _KEYS:
                raise Misfit(f"nobody knows this key{nearest(key, _KEYS)}", key)
            try:
                values[key] = _KEYS[key].parse(item)
            except Misfit as misfit:
                raise misfit.below(key) from None
        _check(values)
        return AllowedText(**values)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in _KEYS.items()},
            "required": ["reason"],
            "oneOf": [{"required": ["text"]}, {"required": ["pattern"]}],
            "additionalProperties": False,
        }


def _check(values: Mapping[str, object]) -> None:
    if ("text" in values) == ("pattern" in values):
        raise Misfit("must have either a text or a pattern")
    for key in ("text", "pattern", "reason", "rules"):
        if key in values and not values[key]:
            raise Misfit("must not be empty", key)
    if not str(values.get("reason", "")).strip():
        raise Misfit("must say why this is allowed", "reason")
    if "pattern" in values:
        _check_pattern(str(values["pattern"]))


def _check_pattern(pattern: str) -> None:
    import regex  # only where there are patterns

    if len(pattern) > MAX_PATTERN:
        raise Misfit(f"is too long for a pattern ({len(pattern):,} characters)", "pattern")
    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
    except (regex.error, RecursionError, OverflowError) as error:
        raise Misfit(f"is no pattern: {error}", "pattern") from None
    if compiled.fullmatch(""):
        raise Misfit("matches the empty text, so it would allow nothing or everything", "pattern")
