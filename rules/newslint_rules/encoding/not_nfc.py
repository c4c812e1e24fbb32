"""not-nfc: a letter and its accent in two characters, where one is usual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Safety, normalize
from newslint_rules.by_line import by_line, counted

_MARKS: Final = "\u0300-\u036f\u3099\u309a"
_JAMO: Final = "\u1100-\u11ff"
_SIGNS: Final = "\u2126\u212a\u212b"
_PARTS: Final = re.compile(f"\\w[{_MARKS}]{{1,30}}|[{_JAMO}]+|[{_SIGNS}]")
_CHARACTERS: Final = frozenset(filter(re.compile(f"[{_MARKS}{_JAMO}{_SIGNS}]").match, map(chr, range(0x300, 0x3100))))


@dataclass(frozen=True)
class NotNfc(DocumentRule):
    """One finding a line. The order of Arabic marks and the letters of India that NFC takes apart are not looked at."""

    family = "encoding"
    needs = Needs(characters=_CHARACTERS)

    def check(self, document: Document) -> Iterator[Finding]:
        parts = (match for match in _PARTS.finditer(document.text) if normalize("NFC", match[0]) != match[0])
        for run in by_line(document, parts):
            message = f"{counted(len(run.matches), 'place')} not in normal form C"
            meant = (normalize("NFC", match[0]) for match in run.matches)
            fix = run.fix("compose", meant, Safety.SAFE)
            yield self.finding(document, run.span, message, fix=fix, data={"count": len(run.matches)})
