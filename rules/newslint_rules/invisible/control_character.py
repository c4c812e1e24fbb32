"""control-character: characters that no text has, beside tab and line ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, character_set, lazy_pattern

_CONTROLS: Final = "\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0001-\U000e007f"
_RUN: Final = lazy_pattern(f"(?<![\U0001f3f4\U000e0020-\U000e007f])[{_CONTROLS}]+")
_MEANT: Final = {
    "\x13": "\u2013", "\x14": "\u2014", "\x18": "\u2018", "\x19": "\u2019", "\x1c": "\u201c", "\x1d": "\u201d",
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n",
}  # fmt: skip
"""What stood there: the low byte of a punctuation mark (U+2019 cut to 0x19), or a line end of another sort."""


class ControlCharacter(DocumentRule):
    """Runs of C0 controls, DEL, line and paragraph separators, noncharacters and tags outside of flag emoji."""

    family = "invisible"
    needs = Needs(characters=character_set(_CONTROLS))

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _RUN.finditer(document.text):
            span = Span(*match.span())
            codes = " ".join(f"U+{ord(character):04X}" for character in sorted(set(match[0])))
            meant = "".join(_MEANT.get(character, "") for character in match[0])
            fix = Fix("put what was meant" if meant else "delete it", (Edit(span, meant),), Safety.UNSAFE)
            yield self.finding(document, span, f"control character {codes}", fix=fix)
