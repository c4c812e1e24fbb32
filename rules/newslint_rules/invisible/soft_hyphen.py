"""soft-hyphen: U+00AD, a hint for line breaking that came along from the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span

# Behind À–ß and â the character is half of a misread one, which is another rule's.
_RUN: Final = re.compile("(?<![\u00c0-\u00df\u00e2])\u00ad+")


@dataclass(frozen=True)
class SoftHyphen(DocumentRule):
    """Runs of soft hyphens. At a line end a reader sees a hyphen there, so only the others are safe to delete."""

    family = "invisible"
    needs = Needs(characters=frozenset("\u00ad"))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for match in _RUN.finditer(text):
            span = Span(*match.span())
            shown = text[span.end : span.end + 1] in ("\n", "\r", "")
            safety = Safety.UNSAFE if shown else Safety.SAFE
            message = "soft hyphen (U+00AD) at the line end" if shown else "soft hyphen (U+00AD)"
            yield self.finding(document, span, message, fix=Fix("delete the soft hyphen", (Edit(span),), safety))
