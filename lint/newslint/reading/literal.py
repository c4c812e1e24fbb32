"""The string literal of a JSON record that holds its text: where it stands, and text offsets to raw ones."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]  # documented by use only
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Final

from newslint.document import Span


class Number(str):
    """A number as it stands in the record, digit for digit."""

    __slots__ = ()


DECODER: Final = json.JSONDecoder(parse_float=Number, parse_constant=Number)
"""Keeps fractions, NaN and Infinity as they are written; of several equal keys the last one holds."""

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_ESCAPE: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_ESCAPED: Final = frozenset('"\\/')
"""What may stand in a key behind a backslash, beside control characters."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def find_literal(line: str, path: Sequence[str]) -> Span:
    """What stands between the quotes of the string at `path` (a key for each level) of the object in `line`.

    The record has been parsed before, so nothing is checked again.
    """
    start = _plain_place(line, path)
    if start < 0:
        start = _skip(line, 0)
        for key in path:
            start = [value for name, value in _members(line, start) if name == key][-1]
    _, end = scanstring(line, start + 1, True)
    return Span(start + 1, end - 1)


def _plain_place(line: str, path: Sequence[str]) -> int:
    """Where the value of a key begins that stands once in a record without objects before it; -1 where that is unsure.

    It takes no parsing, and tells it of nearly every record.
    """
    key = f'"{path[0]}"'
    place = line.find(key)
    alone = (
        len(path) == 1
        and _ESCAPED.isdisjoint(path[0])
        and place > 0
        and line.find(key, place + 1) < 0
        and line.find("{", 1, place) < 0
    )
    escape = "\\u00" if key.isascii() else "\\u"  # another key may be the same, spelt with these
    if not alone or line[place - 1] not in "{, \t" or escape in line:
        return -1
    start = _skip(line, place + len(key))
    start = _skip(line, start + 1) if line[start] == ":" else -1
    return start if start > 0 and line[start] == '"' else -1


def _skip(line: str, position: int) -> int:
    if line[position : position + 1] > " ":  # nearly always, and told without a search
        return position
    match = _SPACE.match(line, position)
    return match.end() if match else position


def _members(line: str, start: int) -> Iterator[tuple[str, int]]:
    """The keys of the object that opens at `start`, each with the place where its value begins."""
    position = _skip(line, start + 1)
    while line[position] != "}":
        key, position = scanstring(line, position + 1, True)
        position = _skip(line, _skip(line, position) + 1)
        yield key, position
        _, position = DECODER.raw_decode(line, position)
        position = _skip(line, position)
        if line[position] == ",":
            position = _skip(line, position + 1)


class Literal:
    """A string literal in a line, with the map from offsets in its value to offsets in the line.

    Nearly every literal is written as Python's own encoder would write it; then encoding what stands before an offset
    tells where that is. For all others the places of the escapes are kept.
    """

    def __init__(self, line: str, span: Span) -> None:
        self._line, self._span = line, span
        self._value = scanstring(line, span.start, True)[0]
        literal = line[span.start - 1 : span.end + 1]
        self._encode = encode_basestring_ascii if literal.isascii() else encode_basestring
        self._is_plain = self._encode(self._value) == literal
        self._known = 0, span.start  # the last offset asked for, and where it was

    @cached_property
    def _behind_escapes(self) -> tuple[list[int], list[int]]:
        """Behind each escape, and at the start: the offset in the value, and the one in the line."""
        texts, raws = [0], [self._span.start]
        for escape in _ESCAPE.finditer(self._line, self._span.start, self._span.end):
            texts.append(texts[-1] + escape.start() - raws[-1] + 1)
            raws.append(escape.end())
        return texts, raws

    def raw_offset(self, offset: int) -> int:
        """Where the code point at `offset` of the value begins in the line."""
        if not self._is_plain:
            texts, raws = self._behind_escapes
            last = bisect_right(texts, offset) - 1
            return raws[last] + offset - texts[last]
        known, raw = self._known
        if offset < known:
            known, raw = 0, self._span.start
        raw += len(self._encode(self._value[known:offset])) - 2
        self._known = offset, raw
        return raw

    def rewritten(self, edits: Sequence[tuple[Span, str]], encoding: str) -> str:
        """The whole line with the value's sorted, disjoint spans replaced, escaped as the literal is."""
        parts: list[str] = []
        position = 0
        for (start, end), new in edits:
            parts += (self._line[position : self.raw_offset(start)], self._escaped(new, encoding))
            position = self.raw_offset(end)
        parts.append(self._line[position:])
        return "".join(parts)

    def _escaped(self, text: str, encoding: str) -> str:
        literal = self._line[self._span.start : self._span.end]
        as_is = not literal.isascii() and _can_write(text, encoding)
        escaped = json.dumps(text, ensure_ascii=not as_is)[1:-1]
        if as_is:
            escaped = _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
        if "\\/" in literal:
            escaped = escaped.replace("/", "\\/")
        return escaped


def _can_write(text: str, encoding: str) -> bool:
    try:
        _SURROGATE.sub("", text).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


MAX_DEPTH: Final = 500
"""Levels of brackets that are read; more would not fit on every interpreter's stack."""

_MARK: Final = re.compile(r'\\.|["\[{\]}]', re.DOTALL)


def too_deep(line: str) -> int | None:
    """Where brackets nest more than `MAX_DEPTH` levels; None where they do not."""
    if "[" not in line and line.find("{", 1) < 0:  # nearly every record, and told in a tenth of the time of counting
        return None
    if line.count("[") + line.count("{") <= MAX_DEPTH:
        return None
    depth = 0
    in_string = False
    for match in _MARK.finditer(line):  # sign by sign: a pattern for a whole string keeps track of each of its letters
        mark = match[0]
        if mark == '"':
            in_string = not in_string
        elif in_string:
            continue
        elif mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
        elif mark in "]}":
            depth -= 1
    return None
