"""html-entity: a character reference of HTML that was never decoded, or encoded twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import (
    Block,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)

from .entities import REFERENCES, decoded, stands_alone

_LINE_BREAK = lazy_pattern("[\n\r\v\f\x85\u2028\u2029]+")
_LOST = lazy_pattern("[\ud800-\udfff\ufffd]")
_STEERING = lazy_pattern("[<>\u202a-\u202e\u2066-\u2069]")
"""What markup is made of, or what turns the direction of the text around it."""
_TAG_LENGTH = 300
_TAG_BEGINS = lazy_pattern(r"<[A-Za-z/!?]")


@dataclass(frozen=True)
class HtmlEntity(DocumentRule):
    """Known names and numbers with their semicolon only: `R&D;` and `?a=1&copy=2` are none."""

    family = "markup"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset("&"))

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            for match in REFERENCES.finditer(block.text) if "&" in block.text else ():
                new = decoded(match[0])
                if new == match[0]:
                    continue
                span = Span(block.start + match.start(), block.start + match.end())
                new = _LINE_BREAK.sub(" ", new)
                fix = self._fix(document, block, span, new)
                yield self.finding(document, span, "HTML entity left in the text", fix=fix, data={"decoded": new})

    def _fix(self, document: Document, block: Block, span: Span, new: str) -> Fix | None:
        text, (start, end) = document.text, span
        if _LOST.search(new) or not stands_alone(text, start, end, new):
            return None
        if span == block.span and not new.strip():
            return delete_lines(document, *span, "delete the line", Safety.SAFE)
        before, after = text[max(block.start, start - _TAG_LENGTH) : start], text[end : end + 1]
        if ("<" in new or ">" in new) and _TAG_BEGINS.search(decoded(before + new + after)):
            return None  # text that speaks of a tag would become a tag
        if not new and before[-1:].isalnum() and after.isalnum():
            return None  # a control character in the place of a lost one: two words would become one
        safety = Safety.UNSAFE if _STEERING.search(new) else Safety.SAFE
        return Fix("decode it", (Edit(span, new),), safety)
