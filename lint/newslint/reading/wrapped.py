"""Hard-wrapped text: lines of about one width, broken inside sentences. Wire archives look like this."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

WIDEST: Final = 110
NARROWEST: Final = 34
"""Text is wrapped at widths between these; longer lines are paragraphs, shorter ones are lists or poems."""

_COPY: Final = 16
"""Characters of a line that is no accident inside another."""

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_GAP: Final = "   "
_TABLE: Final = re.compile(r"\S\s{3,}\S")
_ENDS: Final = frozenset(".!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\"'\u201d)]")
_SENTENCE_END: Final = re.compile(r"[.!?\u2026](?=[\s\"'\u201d\u2019)]|$)|[\u3002\uff01\uff1f\u061f\u06d4\u0964]")
"""What prose has and a list of headlines has not: where letters have no case, nothing else tells the two."""

_LABELLED: Final = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,3} ?[:：]\s?\d")
"""A label and a figure: a line of what a page tells of a text, each on a line of its own."""

_Line = tuple[int, str, int]
"""Start, text without the white space around it, and indentation."""


def joined_lines(text: str) -> list[tuple[int, int, str]] | None:
    """Start, end and text of the paragraphs of a hard-wrapped text; None where the text is not hard-wrapped."""
    if len(text) < 3 * NARROWEST or _has_long_line(text):
        return None
    lines = _lines(text)
    if not _is_wrapped(lines):
        return None
    paragraphs = []
    for group in _groups(lines):
        (start, _, _), (last, stripped, _) = group[0], group[-1]
        end = last + len(stripped)
        paragraphs.append((start, end, text[start:end]))
    return paragraphs


def _has_long_line(text: str) -> bool:
    """A cheap no for most texts: one line wider than any wrapping."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if end - start > WIDEST:
            return "\r" not in text[start:end]
        start = end + 1
    return len(text) - start > WIDEST and "\r" not in text[start:]


def _lines(text: str) -> list[_Line]:
    wholes = _LINE.findall(text) if "\r" in text else text.splitlines(keepends=True) if _plain(text) else _cut(text)
    lines = []
    start = 0
    for whole in wholes:
        bare = whole.lstrip()
        indent = len(whole) - len(bare) if bare else 0
        lines.append((start + indent, bare.rstrip(), indent))
        start += len(whole)
    return lines


def _plain(text: str) -> bool:
    """Whether `str.splitlines` ends lines at LF only in this text: it knows ten line ends, we know three."""
    return text.isascii() and not any(end in text for end in "\v\f\x1c\x1d\x1e")


def _cut(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")]


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Most lines that another follows are about as wide as the widest, and many break inside a sentence."""
    width = max((len(text) for _, text, _ in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if line[1] and after[1]]
    full = [(line, after) for line, after in pairs if len(line[1]) + line[2] >= 0.7 * width]
    if len(full) < 2 or len(full) < 0.5 * len(pairs):
        return False
    copies = Counter(text for _, text, _ in lines)
    broken = sum(_breaks_inside_sentence(line, after, copies[line[1]]) for line, after in full)
    if broken < 2 or broken < 0.4 * len(full):
        return False
    return any(after[1][0].islower() for _, after in full) or any(_SENTENCE_END.search(text) for _, text, _ in lines)


def _breaks_inside_sentence(line: _Line, after: _Line, copies: int) -> bool:
    """Where letters have no case nothing tells a new line, but one that stands twice, or in the one above, is one."""
    if after[2] > line[2] or line[1][-1] in _ENDS or (len(after[1]) >= _COPY and after[1] in line[1]):
        return False
    first = after[1][0]
    caseless = first.isalpha() and first.lower() == first.upper() and not _LABELLED.match(after[1])
    return first.islower() or first.isdigit() or (caseless and copies == 1)


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    open_group = False
    for line in lines:
        _, text, indent = line
        if not text:
            open_group = False
            continue
        table = _GAP in text and bool(_TABLE.search(text))
        if open_group and not table and indent <= groups[-1][-1][2] + (len(groups[-1]) == 1):
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = not table
    return groups
