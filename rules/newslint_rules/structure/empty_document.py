"""empty-document: a document without a single letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, DocumentRule, Finding, Needs, Span


@dataclass(frozen=True)
class EmptyDocument(DocumentRule):
    """Nothing, blanks, or signs and figures only."""

    family = "structure"
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        if document.defect or any(map(str.isalpha, document.text)):
            return
        shown = document.text.strip()
        message = "no letter in the document" if shown else "the document is empty"
        yield self.finding(document, Span(0, len(document.text)), message)
