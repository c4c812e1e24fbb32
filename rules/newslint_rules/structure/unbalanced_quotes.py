"""unbalanced-quotes: quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

_MARK: Final = lazy_pattern("[\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]")
_OPENING: Final = lazy_pattern('["\u201c\u201d\u201e\u00ab\u00bb\u2018\u300c\u300e]')


class UnbalancedQuotes(DocumentRule):
    """One finding a paragraph whose curly, angle or corner quotation marks do not come in pairs.

    Which mark opens depends on the language („…“, “…”, ”…”, «…», »…«), so only the number of each pair is counted. A
    quotation that goes on in the next paragraph is not closed here. Straight marks can be inches.
    """

    family = "structure"
    severity = Severity.INFO
    default = False
    needs = Needs(characters=frozenset("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d"))

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = document.blocks
        for block, following in zip_longest(blocks, blocks[1:]):
            marks = list(_MARK.finditer(block.text))
            if not marks or not (odd := _unpaired(marks)):
                continue
            if following is not None and _OPENING.match(following.text):
                continue
            place = block.start + odd.start()
            yield self.finding(
                document, Span(place, place + 1), f"quotation mark U+{ord(odd[0]):04X} without a partner"
            )


def _unpaired(marks: list[re.Match[str]]) -> re.Match[str] | None:
    """The last mark of the first pair of signs that does not come out even."""
    for signs in ("\u201c\u201d\u201e", "\u00ab\u00bb", "\u300c\u300d"):
        own = [mark for mark in marks if mark[0] in signs]
        if len(own) % 2 or (len(own) > 1 and signs == "\u00ab\u00bb" and len({mark[0] for mark in own}) == 1):
            return own[-1]
    return None
