"""missing-final-newline: a text file whose last line has no end."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span


def _may_lack_line_end(document: Document) -> bool:
    return document.ref.record is None and document.text[-1:] not in ("", "\r", "\n")


class MissingFinalNewline(DocumentRule):
    """Text files only: the field of a record ends where it ends."""

    family = "whitespace"
    severity = Severity.INFO
    needs = Needs(look=_may_lack_line_end)

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if not _may_lack_line_end(document):
            return
        line_end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
        end = Span(len(text), len(text))
        fix = Fix("add the line end", (Edit(end, line_end),), Safety.SAFE)
        yield self.finding(document, end, "no newline at the end of the file", fix=fix)
