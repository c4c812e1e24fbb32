"""Hard-wrapped text: lines of about one width, broken inside sentences. Wire archives look like this."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

WIDEST: Final = 110
NARROWEST: Final = 34
"""Text is wrapped at widths between these; longer lines are paragraphs, shorter ones are lists or poems."""

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TABLE: Final = re.compile(r"\S\s{3,}\S")
_NO_END: Final = re.compile(r"[^\s.!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\"'\u201d)\]]\s*$")


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    indent: int


def joined_lines(text: str) -> list[tuple[int, int, str]] | None:
    """Start, end and text of the paragraphs of a hard-wrapped text; None where the text is not hard-wrapped."""
    if len(text) < 3 * NARROWEST or _has_long_line(text):
        return None
    lines = [_line(match) for match in _LINE.finditer(text) if match.end() > match.start()]
    if not _is_wrapped(lines):
        return None
    return [(group[0].start, group[-1].end, text[group[0].start : group[-1].end]) for group in _groups(lines)]


def _has_long_line(text: str) -> bool:
    """A cheap no for most texts: one line wider than any wrapping."""
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest = max(longest, end - start)
        if longest > WIDEST:
            return "\r" not in text[start:end]
        start = end + 1
    return len(text) - start > WIDEST and "\r" not in text[start:]


def _line(match: re.Match[str]) -> _Line:
    whole = match[0]
    stripped = whole.strip()
    indent = len(whole) - len(whole.lstrip()) if stripped else 0
    start = match.start() + indent
    return _Line(start, start + len(stripped), stripped, indent)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Most lines that another follows are about as wide as the widest, and many break inside a sentence."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(line, after) for line, after in pairwise(lines) if line.text and after.text]
    if len(pairs) < 2 or not NARROWEST <= width <= WIDEST:
        return False
    full = [(line, after) for line, after in pairs if len(line.text) + line.indent >= 0.7 * width]
    if len(full) < 2 or len(full) < 0.5 * len(pairs):
        return False
    copies = Counter(line.text for line in lines)
    broken = sum(_breaks_inside_sentence(line, after, copies[line.text]) for line, after in full)
    return broken >= 2 and broken >= 0.4 * len(full)


def _breaks_inside_sentence(line: _Line, after: _Line, copies: int) -> bool:
    """Where letters have no case nothing tells a new line, but one that stands twice is a line of its own."""
    first = after.text[0]
    if after.indent > line.indent or not _NO_END.search(line.text):
        return False
    caseless = first.isalpha() and first.lower() == first.upper()
    return first.islower() or first.isdigit() or (caseless and copies == 1)


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    open_group = False
    for line in lines:
        table = bool(_TABLE.search(line.text))
        if not line.text:
            open_group = False
        elif open_group and not table and line.indent <= groups[-1][-1].indent + (len(groups[-1]) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = not table
    return groups
