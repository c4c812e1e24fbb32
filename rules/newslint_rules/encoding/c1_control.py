"""c1-control: U+0080–U+009F, nearly always a character of Windows-1252."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    character_set,
    lazy_pattern,
)

from .misread import misread_repairs
from .repairs import encoding_repairs
from .suspects import C1

_NEXT_LINE: Final = "\x85"
"""A line end, if it is not three dots."""
_RUN: Final = lazy_pattern(f"[{C1}]+")


class C1Control(DocumentRule):
    """Runs of C1 controls that no misreading of other encodings explains."""

    family = "encoding"
    severity = Severity.ERROR
    needs = Needs(characters=character_set(C1))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        misread = misread_repairs(text, document.rare_characters, document.metadata.language)
        taken = [
            range(repair.start, repair.end) for repair in (*encoding_repairs(text, document.rare_characters), *misread)
        ]
        for match in _RUN.finditer(text):
            if any(match.start() in span for span in taken):
                continue
            span = Span(*match.span())
            meant = match[0].encode("latin-1").decode("cp1252", "ignore")
            # A letter could be one of another code page (0x9C is œ there, but ś in Windows-1250); a quote is a quote.
            doubtful = _NEXT_LINE in match[0] or any(map(str.isalpha, meant))
            safety = Safety.UNSAFE if doubtful else Safety.SAFE
            fix = Fix("read it as Windows-1252", (Edit(span, meant),), safety)
            codes = " ".join(f"U+{ord(character):04X}" for character in match[0][:4])
            known = len(meant) == len(match[0])
            yield self.finding(document, span, f"C1 control {codes}", fix=fix if known else None)
