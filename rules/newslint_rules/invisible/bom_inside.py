"""bom-inside: a byte order mark in the middle of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_RUN: Final = lazy_pattern("\ufeff+")


class BomInside(DocumentRule):
    """U+FEFF anywhere in the text; the mark at the start of a file is no part of it."""

    family = "invisible"
    needs = Needs(characters=frozenset("\ufeff"))

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _RUN.finditer(document.text):
            span = Span(*match.span())
            fix = Fix("delete it", (Edit(span),), Safety.SAFE)
            yield self.finding(document, span, "byte order mark (U+FEFF) inside the text", fix=fix)
