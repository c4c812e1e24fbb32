"""Which documents are versions of each other: what their blocks share with one another needs no telling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newslint.document import DocumentRef

from .compared import Compared, Row


class Versions:
    """Documents with a finding that makes those of their blocks superfluous, and the documents that it is about."""

    def __init__(self) -> None:
        self._of: dict[DocumentRef, list[frozenset[int]]] = defaultdict(list)

    def __contains__(self, ref: DocumentRef) -> bool:
        return ref in self._of

    def add(self, ref: DocumentRef, records: frozenset[int]) -> None:
        """A document is a version of the others among these records, itself one of them."""
        self._of[ref].append(records)

    def explained(self, compared: Compared, rows: Sequence[Row]) -> frozenset[DocumentRef]:
        """The documents with members of a cluster that they share with a version of theirs.

        Nobody will read how these differ. A copy of what stands in none of their versions is told like any other.
        """
        if not self._of:
            return frozenset()
        numbers = {compared.record_of[row.block] for row in rows}
        shared: dict[int, int] = {}  # looked at once for all documents: a text may stand in a million of them

        def is_shared(records: frozenset[int]) -> bool:
            if id(records) not in shared:
                shared[id(records)] = len(numbers & records)
            return shared[id(records)] > 1  # the document itself is among both

        refs = (compared.records[number].ref for number in numbers)
        return frozenset(ref for ref in refs if ref in self._of and any(map(is_shared, self._of[ref])))
