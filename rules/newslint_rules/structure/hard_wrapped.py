"""hard-wrapped: paragraphs broken into lines of one width."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Finding, Needs, Severity
from newslint_rules.by_line import counted


class HardWrapped(DocumentRule):
    """One finding a document, at its first paragraph of several lines: only in wrapped text do lines join."""

    family = "structure"
    severity = Severity.INFO
    default = False
    needs = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        wrapped = [block for block in document.blocks if len(block.text.splitlines()) > 1]
        if wrapped:
            width = max(len(line) for block in wrapped for line in block.text.splitlines())
            message = f"{counted(len(wrapped), 'paragraph is', 'paragraphs are')} wrapped at about {width} characters"
            yield self.finding(document, wrapped[0], message, data={"paragraphs": len(wrapped), "width": width})
