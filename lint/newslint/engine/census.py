"""What a corpus holds, source by source: the ground on which rates and shares stand."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document import CAPTION, PARAGRAPH, Document
from newslint.report import Census, SourceCensus

COMPARED = frozenset({PARAGRAPH, CAPTION})
"""The kinds of blocks that count as paragraphs: those that may be copies."""


def census_of(documents: Sequence[Document]) -> Census:
    """Counts of some documents, by source; the empty source for those that name none."""
    counted: dict[str, SourceCensus] = {}
    for document in documents:
        source = counted.setdefault(document.metadata.source, SourceCensus())
        source.documents += 1
        source.articles += len(document.articles)
        source.characters += len(document.text)
        source.bytes += len(document.text.encode("utf-8", "surrogatepass"))
        source.lengths[size_class(len(document.text))] += 1
        for block in document.blocks:
            if block.kind in COMPARED:
                source.paragraphs += 1
                source.paragraph_lengths[size_class(len(block.text))] += 1
    return counted


def size_class(number: int) -> int:
    """The number of binary digits: class n holds 2**(n-1) to 2**n - 1."""
    return number.bit_length()
