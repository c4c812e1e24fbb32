"""Kinds of values that mean something to newslint: sizes, severities, encodings, patterns of paths."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from newslint.finding import Severity
from newslint.reading.decode import check_encoding
from newslint.reading.globs import ignore_spec

from .kinds import Misfit, Schema, Text

_SIZE: Final = re.compile(r"([0-9]{1,15})\s*(k|m|g|)(i?b)?", re.IGNORECASE)
_FACTORS: Final = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


@dataclass(frozen=True)
class Size:
    """A number of bytes, or a text such as "64 MiB" (K, M and G are powers of 1024)."""

    def parse(self, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        match = _SIZE.fullmatch(value.strip()) if isinstance(value, str) else None
        if not match or not int(match[1]):
            raise Misfit('must be a number of bytes above 0, or a text such as "64 MiB"')
        return int(match[1]) * _FACTORS[match[2].lower()]

    def schema(self) -> Schema:
        text = r"^\s*(?!0+\D*$)[0-9]{1,15}\s*[kKmMgG]?([iI]?[bB])?\s*$"
        return {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": text}]}


@dataclass(frozen=True)
class Level:
    """A severity; `off` (kept as None) where that is allowed."""

    off: bool = False

    def parse(self, value: object) -> Severity | None:
        name = Text(self._names).parse(value)
        return None if name == "off" else Severity.parse(name)

    @property
    def _names(self) -> tuple[str, ...]:
        return (*(["off"] if self.off else []), *(str(severity) for severity in Severity))

    def schema(self) -> Schema:
        return {"enum": list(self._names)}


@dataclass(frozen=True)
class Codec:
    """The name of a text encoding that Python knows."""

    def parse(self, value: object) -> str:
        name = Text().parse(value)
        try:
            codecs.lookup(name)
        except (LookupError, ValueError):
            raise Misfit(
                f"{name!r} is no encoding that is known here (utf-8, cp1252, windows-1256, gb18030, …)"
            ) from None
        try:
            check_encoding(name)
        except ValueError:
            raise Misfit(f"{name!r} is no encoding of text") from None
        return name

    def schema(self) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True)
class PathPattern:
    """A pattern of paths, in the syntax of .gitignore."""

    def parse(self, value: object) -> str:
        pattern = Text().parse(value)
        try:
            spec = ignore_spec([pattern])
        except ValueError:
            raise Misfit(f"{pattern!r} is no pattern of paths") from None
        if all(item.include is None for item in spec.patterns):
            is_open = "[" in pattern and pattern[0] != "#"
            cause = "a bracket in it is never closed" if is_open else "it is empty, or a comment"
            raise Misfit(f"{pattern!r} is no pattern of paths: {cause}")
        return pattern

    def schema(self) -> Schema:
        return {"type": "string"}
