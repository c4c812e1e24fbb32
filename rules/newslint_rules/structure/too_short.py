"""too-short: a document of few words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Count, Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern
from newslint_rules.by_line import counted

_WORD: Final = lazy_pattern(r"\w*[^\W\d_]\w*")
_UNSPACED: Final = lazy_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class TooShort(DocumentRule):
    """Fewer than `words` words; in scripts without spaces two characters count as one word."""

    family = "structure"
    severity = Severity.INFO
    default = False
    needs = Needs(always=True)

    words: Count = 50

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if len(text) > 40 * self.words or document.defect:
            return
        characters = len(_UNSPACED.findall(text))
        count = len(_WORD.findall(_UNSPACED.sub(" ", text))) + (characters + 1) // 2
        if 0 < count < self.words:
            blocks = document.blocks
            span = Span(blocks[0].start, blocks[-1].end) if blocks else Span(0, len(text))
            yield self.finding(document, span, f"only {counted(count, 'word')}", data={"words": count})
