"""empty-document: a document without a single letter or figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import Document, DocumentRule, Finding, Needs, Span


@dataclass(frozen=True)
class EmptyDocument(DocumentRule):
    """Nothing, blanks, or signs only."""

    family = "structure"
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        if document.text[:1].isalnum():  # told at once, of nearly every one
            return
        # A byte that could not be decoded (a surrogate here) may well be a letter.
        if document.defect or any(sign.isalnum() or "\ud800" <= sign <= "\udfff" for sign in document.text):
            return
        shown = document.text.strip()
        message = "no letter or figure in the document" if shown else "the document is empty"
        yield self.finding(document, Span(0, len(document.text)), message)
