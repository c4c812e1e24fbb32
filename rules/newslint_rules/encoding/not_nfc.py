"""not-nfc: a letter and its accent in two characters, where one is usual."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern, normalize
from newslint_rules.by_line import counted

_MARKS: Final = "\u0300-\u036f\u3099\u309a"
_HAMZAS: Final = "\u0653-\u0655"
"""Madda and hamza: of Arabic marks they alone are parts of letters. Right behind its letter, one composes; the vowels
behind it stay as they are, since their usual order is not that of the normal form."""
_JAMO: Final = "\u1100-\u11ff"
_SIGNS: Final = "\u2126\u212a\u212b"
_PARTS: Final = lazy_pattern(f"\\w[{_MARKS}]{{1,30}}|\\w[{_HAMZAS}]|[{_JAMO}]+|[{_SIGNS}]")
_CHARACTERS: Final = frozenset(
    filter(lazy_pattern(f"[{_MARKS}{_HAMZAS}{_JAMO}{_SIGNS}]").match, map(chr, range(0x300, 0x3100)))
)


class NotNfc(DocumentRule):
    """One finding a document, at the first place: whoever wrote it wrote all of it so.

    The order of Arabic vowel marks and the letters of India that the normal form takes apart are not looked at.
    """

    family = "encoding"
    needs = Needs(characters=_CHARACTERS)

    def check(self, document: Document) -> Iterator[Finding]:
        edits = []
        for match in _PARTS.finditer(document.text):
            composed = normalize("NFC", match[0])
            if composed != match[0]:
                edits.append(Edit(Span(*match.span()), composed))
        if edits:
            message = f"{counted(len(edits), 'place')} not in normal form C"
            fix = Fix("compose", tuple(edits), Safety.SAFE)
            yield self.finding(document, edits[0].span, message, fix=fix, data={"count": len(edits)})
