"""invalid-record: a record that gives no text to check."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Finding, Needs, Severity, Span


class InvalidRecord(DocumentRule):
    """Records that do not parse or have no text; the reader says why."""

    family = "structure"
    severity = Severity.ERROR
    needs = Needs(defect=True)

    def check(self, document: Document) -> Iterator[Finding]:
        if document.defect:
            yield self.finding(document, Span(0, 0), document.defect)
