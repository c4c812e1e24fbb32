"""lone-surrogate: half of a UTF-16 pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, lazy_pattern

_SURROGATE: Final = lazy_pattern("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
_BYTE: Final = lazy_pattern("[\udc00-\udcff]")


class LoneSurrogate(DocumentRule):
    """Surrogates that JSON escapes left in a text; bytes that are no UTF-8 stand as such too, but have another rule."""

    family = "encoding"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset(map(chr, range(0xD800, 0xE000))))

    def check(self, document: Document) -> Iterator[Finding]:
        inexact = document.origin is not None and not document.origin.exact
        for match in _SURROGATE.finditer(document.text):
            if inexact and _BYTE.fullmatch(match[0]):
                continue
            span = Span(*match.span())
            fix = None
            if len(match[0]) == 2:
                whole = match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
                fix = Fix("join the pair", (Edit(span, whole),), Safety.SAFE)
            codes = " ".join(f"U+{ord(half):04X}" for half in match[0])
            yield self.finding(
                document, span, f"{'pair of ' if fix else 'lone '}surrogate{'s' * bool(fix)} {codes}", fix=fix
            )
