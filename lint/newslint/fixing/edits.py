"""Edits of a text: chosen so that no two overlap, applied, and joined with those of a later pass. No I/O."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.document import Document, Span
from newslint.finding import Edit, Fix, apply_edits


class Choice:
    """Edits that can be applied together. A fix is taken whole or not at all; who comes first wins."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        """Sorted and disjoint."""

    def take(self, fix: Fix) -> bool:
        """Whether the edits of `fix` fit beside those that were taken before, and are taken now, too.

        An edit that was taken before, for another fix, stands once.
        """
        new = sorted(edit for edit in fix.edits if not self._holds(edit))
        if any(map(self._overlaps, new)) or any(_overlap(one, other) for one, other in pairwise(new)):
            return False
        for edit in new:
            self.edits.insert(bisect_left(self.edits, edit), edit)
        return True

    def _holds(self, edit: Edit) -> bool:
        place = bisect_left(self.edits, edit)
        return place < len(self.edits) and self.edits[place] == edit

    def _overlaps(self, edit: Edit) -> bool:
        """Of sorted and disjoint edits, only the neighbours can overlap."""
        place = bisect_left(self.edits, edit)
        beside = self.edits[max(0, place - 1) : place + 1]
        return any(_overlap(edit, other) or _is_behind(edit, other) or _is_behind(other, edit) for other in beside)


def disjoint_edits(fixes: Iterable[Fix]) -> list[Edit]:
    """The edits of all fixes that can be applied together, sorted. Where two overlap, the fix that comes first wins."""
    choice = Choice()
    for fix in fixes:
        choice.take(fix)
    return choice.edits


def with_gaps_closed(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits, where several delete lines side by side with the blank lines that go with them all.

    Each of these lines for itself has another one beside it, so that its own fix takes no blank line along.

    Args:
        edits: sorted and disjoint.
    """
    closed = list(edits)
    first = 0
    while first < len(closed):
        last = first
        while last + 1 < len(closed) and _side_by_side(document.text, closed[last], closed[last + 1]):
            last += 1
        if last > first:
            _close(document, closed, first, last)
        first = last + 1
    return closed


def _side_by_side(text: str, above: Edit, below: Edit) -> bool:
    """Whether two edits delete lines that hold words, one directly below the other."""
    return above.span.end == below.span.start and _deletes_lines(text, above) and _deletes_lines(text, below)


def _deletes_lines(text: str, edit: Edit) -> bool:
    (start, end), new = edit
    whole = (not start or text[start - 1] in "\r\n") and (end == len(text) or text[end - 1] in "\r\n")
    return not new and whole and any(map(str.isalnum, text[start:end]))


def _close(document: Document, edits: list[Edit], first: int, last: int) -> None:
    """Widens the outer ones of a run of deletions, if they are whole lines, as `whole_lines` does for one."""
    start, end = edits[first].span.start, edits[last].span.end
    lines = document.whole_lines(start, end)
    before = edits[first - 1].span.end if first else 0
    behind = edits[last + 1].span.start if last + 1 < len(edits) else len(document.text)
    added = document.text[lines.start : start] + document.text[end : lines.end]
    if before <= lines.start <= start and end <= lines.end <= behind and not added.strip():
        edits[first] = Edit(Span(lines.start, edits[first].span.end))
        edits[last] = Edit(Span(edits[last].span.start, lines.end))


def _overlap(one: Edit, other: Edit) -> bool:
    if one.span.start == other.span.start:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


def _is_behind(one: Edit, other: Edit) -> bool:
    """Whether one puts something right behind what the other deletes, to which it may belong, as a break to a label."""
    return one.span == (other.span.end, other.span.end) and not other.text


class _Cluster(NamedTuple):
    """A stretch of the middle text with the edits of both passes that touch there."""

    start: int
    end: int
    growth: int
    later: list[Edit]


def joined(first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> list[Edit]:
    """Edits that do at once what `first` and then `second` do.

    Args:
        first: sorted and disjoint, of the text before.
        middle: the text that `first` makes.
        second: sorted and disjoint, of `middle`.
    """
    if not first:
        return list(second)
    edits: list[Edit] = []
    shift = 0
    for start, end, growth, later in _clusters(first, second):
        inside = [Edit(Span(edit.span.start - start, edit.span.end - start), edit.text) for edit in later]
        before = start - shift
        shift += growth
        edits.append(Edit(Span(before, end - shift), apply_edits(middle[start:end], inside)))
    return edits


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[_Cluster]:
    places: list[tuple[int, int, int, Edit | None]] = [(*edit.span, 0, edit) for edit in second]
    shift = 0
    for (start, end), text in first:
        growth = len(text) - (end - start)
        places.append((start + shift, start + shift + len(text), growth, None))
        shift += growth
    places.sort(key=lambda place: place[:3])
    cluster: _Cluster | None = None
    for start, end, growth, edit in places:
        later = [edit] if edit else []
        if cluster and start <= cluster.end:
            cluster.later.extend(later)
            cluster = cluster._replace(end=max(end, cluster.end), growth=cluster.growth + growth)
            continue
        if cluster:
            yield cluster
        cluster = _Cluster(start, end, growth, later)
    if cluster:
        yield cluster


def without_idle(edits: Iterable[Edit], text: str) -> list[Edit]:
    """The edits that change something of `text`."""
    return [edit for edit in edits if text[edit.span.start : edit.span.end] != edit.text]
