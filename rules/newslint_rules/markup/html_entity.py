"""html-entity: a character reference of HTML that was never decoded, or encoded twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint import (
    Block,
    Count,
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
_SPOKEN_OF = lazy_pattern(r"\bX?HTML5?\b|\bXML\b|\b[Aa]mpersand|\bEntit(?:y|ies|äten)\b")
"""A text that names these may show what stands in the code of a page."""
_TAG_LENGTH = 300
_TAG_BEGINS = lazy_pattern(r"<[A-Za-z/!?]")


@dataclass(frozen=True)
class HtmlEntity(DocumentRule):
    """Known names and numbers with their semicolon only: `R&D;` and `?a=1&copy=2` are none.

    An error where they are the extractor's (`unread` or more in a text, encoded twice, blanks and controls), info where
    they may be the writer's own: a single one for a letter or a sign stands in edited text as well.
    """

    family = "markup"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset("&"))

    unread: Count = 3

    def check(self, document: Document) -> Iterator[Finding]:
        found = list(_references(document))
        safety = Safety.UNSAFE if found and _SPOKEN_OF.search(document.text) else Safety.SAFE
        for block, span, new in found:
            single = document.text.count(";", *span) == 1 and len(new) == 1 and new.isprintable() and new != " "
            severity = Severity.INFO if single and len(found) < self.unread else self.severity
            fix, data = _fix(document, block, span, new, safety), {"decoded": new}
            yield self.finding(document, span, "HTML entity left in the text", severity=severity, fix=fix, data=data)


def _fix(document: Document, block: Block, span: Span, new: str, safety: Safety) -> Fix | None:
    """A fix of that safety, or of less."""
    text, (start, end) = document.text, span
    if _LOST.search(new) or not stands_alone(text, start, end, new):
        return None
    if span == block.span and not new.strip():
        return delete_lines(document, *span, "delete the line", safety)
    before, after = text[max(block.start, start - _TAG_LENGTH) : start], text[end : end + 1]
    if ("<" in new or ">" in new) and _TAG_BEGINS.search(decoded(before + new + after)):
        return None  # text that speaks of a tag would become a tag
    if not new and before[-1:].isalnum() and after.isalnum():
        return None  # a control character in the place of a lost one: two words would become one
    return Fix("decode it", (Edit(span, new),), Safety.UNSAFE if _STEERING.search(new) else safety)


def _references(document: Document) -> Iterator[tuple[Block, Span, str]]:
    """Each run of references that can be decoded, with its block and what it stands for."""
    for block in document.blocks:
        for match in REFERENCES.finditer(block.text) if "&" in block.text else ():
            new = decoded(match[0])
            if new != match[0]:
                span = Span(block.start + match.start(), block.start + match.end())
                yield block, span, _LINE_BREAK.sub(" ", new)
