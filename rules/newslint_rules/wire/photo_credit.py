"""photo-credit: who took a picture, or which agency sent it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import CAPTION, Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

from .credits import ALONE, JOINTS, SIGNS, credit

_CLOSING = '»”"'
_LABEL = 16
"""Characters in which the label of a line ends that is nothing but a credit; such a line may end in a quoted name."""
_HEADED = lazy_pattern(r"PHOTOS: (?!.*(?:[,/|(]|\b[Bb]y\b|\bfor\b))(?:\S+ ){3,}\S+")
"""A headline of a gallery; a credit of so many words names a firm or a second person."""
_ENDS = frozenset('.!?"”»…。！？؟।')


class PhotoCredit(DocumentRule):
    """Looks at lines that do not end like a sentence, and at captions."""

    family = "wire"
    severity = Severity.INFO
    yields_to = frozenset({"image-placeholder"})  # a credit in the brackets of a mark is told there
    needs = Needs(phrases=ALONE, substrings=SIGNS, joints=JOINTS)

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            fits = block.text[-1] not in _ENDS or block.kind is CAPTION
            label = not fits and block.text[-1] in _CLOSING and ":" in block.text[:_LABEL]
            if (fits or label) and (place := credit(block.text)) and (fits or place[0] == 0):
                if _HEADED.fullmatch(block.text):
                    continue
                span = Span(block.start + place[0], block.start + place[1])
                yield self.finding(document, span, "credit of a photographer or an agency")
