"""A unified diff, made from the edits themselves: linear in the text, however hostile. No I/O."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newslint.document import Document, Span
from newslint.finding import Edit, apply_edits

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")

CONTEXT: Final = 3
"""Unchanged lines around a change."""


class _Change(NamedTuple):
    """Lines `first` to `last` (0-based, half-open), and what stands in their place."""

    first: int
    last: int
    old: list[str]
    new: list[str]


def unified(document: Document, edits: Sequence[Edit]) -> Iterator[str]:
    """The lines of a diff between the document's text and what the edits make of it, line ends included.

    A record is named by its line in the file; its lines are those of its text. Nothing is escaped.

    Args:
        edits: sorted and disjoint.
    """
    path, record = document.ref
    name = path if record is None else f"{path}:{record}"
    yield f"--- {name}\n"
    yield f"+++ {name}\n"
    starts = (*document.line_starts, len(document.text))
    shift = 0
    for hunk in _hunks(_changes(document.text, starts, edits)):
        first, last = max(0, hunk[0].first - CONTEXT), min(len(starts) - 1, hunk[-1].last + CONTEXT)
        body = list(_body(document.text, starts, hunk, first, last))
        growth = sum(len(change.new) - len(change.old) for change in hunk)
        lines = len(_lines(document.text, starts, first, last))
        yield f"@@ -{_range(first, lines)} +{_range(first + shift, lines + growth)} @@\n"
        yield from body
        shift += growth


def _range(first: int, count: int) -> str:
    """As in diff(1): an empty range is named by the line before it."""
    start = first + 1 if count else first
    return f"{start}" if count == 1 else f"{start},{count}"


def _hunks(changes: Iterator[_Change]) -> Iterator[list[_Change]]:
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].last > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _body(text: str, starts: Sequence[int], hunk: Sequence[_Change], first: int, last: int) -> Iterator[str]:
    position = first
    for change in hunk:
        yield from _marked(" ", _lines(text, starts, position, change.first))
        yield from _marked("-", change.old)
        yield from _marked("+", change.new)
        position = change.last
    yield from _marked(" ", _lines(text, starts, position, last))


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line
        if not line.endswith(("\n", "\r")):
            yield "\\ No newline at end of file\n"


def _changes(text: str, starts: Sequence[int], edits: Sequence[Edit]) -> Iterator[_Change]:
    """The edits that share lines, or touch neighbours, as one change each."""
    group: list[Edit] = []
    first = last = 0
    for edit in edits:
        begin, end = _touched(edit, starts)
        if group and begin > last:
            yield _change(text, starts, group, first, last)
            group = []
        if not group:
            first = last = begin
        group.append(edit)
        last = max(last, end)
    if group:
        yield _change(text, starts, group, first, last)


def _touched(edit: Edit, starts: Sequence[int]) -> tuple[int, int]:
    """The lines that an edit touches: not the one behind whole lines that it deletes, or replaces by whole lines."""
    (start, end), new = edit
    first = min(bisect_right(starts, start) - 1, len(starts) - 2)
    last = min(bisect_right(starts, end) - 1, len(starts) - 2)
    whole = start == starts[first] and end == starts[last] and (not new or new.endswith("\n"))
    return first, last if whole and last > first else last + 1


def _change(text: str, starts: Sequence[int], edits: Sequence[Edit], first: int, last: int) -> _Change:
    begin = starts[first]
    inside = [Edit(Span(edit.span.start - begin, edit.span.end - begin), edit.text) for edit in edits]
    new = apply_edits(text[begin : starts[last]], inside)
    return _Change(first, last, _lines(text, starts, first, last), _split(new))


def _lines(text: str, starts: Sequence[int], first: int, last: int) -> list[str]:
    pairs = zip(starts[first:last], starts[first + 1 : last + 1], strict=True)
    return [text[start:end] for start, end in pairs if start < end]


def _split(text: str) -> list[str]:
    return _LINE.findall(text)
