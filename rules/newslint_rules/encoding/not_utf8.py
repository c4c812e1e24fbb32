"""not-utf8: a file whose bytes are no UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

_BYTES: Final = lazy_pattern("[\udc00-\udcff]")


class NotUtf8(DocumentRule):
    """One finding a document, at the first byte that could not be decoded."""

    family = "encoding"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset(map(chr, range(0xDC00, 0xDD00))))

    def check(self, document: Document) -> Iterator[Finding]:
        origin = document.origin
        first = _BYTES.search(document.text)
        if origin is None or origin.exact or first is None:
            return
        count = len(_BYTES.findall(document.text))
        guess = origin.guess_encoding()
        message = f"{count} byte{'s' * (count > 1)} cannot be decoded as {origin.encoding.upper()}"
        if guess:
            message += (
                f"; likely {guess}: say so for this file in the configuration (encoding), or for all by --encoding"
            )
        data = {"count": count, "byte": ord(first[0]) - 0xDC00, "guess": guess}
        yield self.finding(document, Span(*first.span()), message, data=data)
