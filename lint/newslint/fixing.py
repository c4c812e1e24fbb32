"""Applies the edits of fixes to a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .finding import Edit, Fix


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """`text` with `edits` applied.

    Args:
        edits: disjoint, in any order; positions are code points of `text` as it stands before any of them.

    Raises:
        ValueError: two edits overlap, or one lies outside of the text.
    """
    pieces: list[str] = []
    position = 0
    for (start, end), replacement in sorted(edits):
        if not position <= start <= end <= len(text):
            raise ValueError(f"the edit {start}:{end} overlaps another one or lies outside of the text")
        pieces += (text[position:start], replacement)
        position = end
    return "".join((*pieces, text[position:]))


def disjoint_edits(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of all fixes that can be applied together, sorted. Where two overlap, the fix that comes first wins.

    A fix is taken whole or not at all. Equal edits of two fixes are one edit.
    """
    taken: list[Edit] = []
    for fix in fixes:
        new = [edit for edit in fix.edits if edit not in taken]
        if not any(_overlap(edit, other) for edit in new for other in taken):
            taken += new
    return sorted(taken)


def _overlap(one: Edit, other: Edit) -> bool:
    if one.span.start == other.span.start:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end
