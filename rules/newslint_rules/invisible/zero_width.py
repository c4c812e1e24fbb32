"""zero-width: invisible characters where they spell nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_NAMES: Final = {
    "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner",
    "\u2060": "word joiner", "\u2061": "function application", "\u2062": "invisible times",
    "\u2063": "invisible separator", "\u2064": "invisible plus", "\u180e": "Mongolian vowel separator",
    "\u034f": "combining grapheme joiner", "\u3164": "Hangul filler",
}  # fmt: skip
_ARABIC: Final = (
    "\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u07c0-\u07ff\u0840-\u085f\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
)
_INDIC: Final = (
    "\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1b00-\u1b7f\ua8e0-\ua8ff\ua980-\ua9df"
)
_UNSPACED: Final = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
)
_MONGOLIAN: Final = "\u1800-\u18af"
_EMOJI: Final = "\u2190-\u2bff\u3030\u303d\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f"
_ORDINARY: Final = lazy_pattern(
    f"(?<=[{_INDIC}])[\u200c\u200d]"
    f"|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"
    f"|(?<=[{_ARABIC}])\u200d|\u200d(?=[{_ARABIC}])"
    f"|(?<=[{_ARABIC}])\u200c(?=\\w)|(?<=\\S)\u200c(?=[{_ARABIC}])"
    f"|(?<=[{_UNSPACED}])[\u200b\u2060]|[\u200b\u2060](?=[{_UNSPACED}])"
    f"|(?<=[{_MONGOLIAN}])[\u180e\u200c\u200d]|[\u200c\u200d](?=[{_MONGOLIAN}])"
)
_RUN: Final = lazy_pattern(f"([{''.join(_NAMES)}])\\1*")
_CURSIVE: Final = lazy_pattern(f"[{_ARABIC}{_INDIC}{_MONGOLIAN}]{{2}}")


class ZeroWidth(DocumentRule):
    """Zero-width characters outside of the scripts and emoji that they belong to, doubled, or at a word edge."""

    family = "invisible"
    needs = Needs(characters=frozenset(_NAMES))

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for match in _RUN.finditer(text):
            before, after = text[match.start() - 1 : match.start()] or " ", text[match.end() : match.end() + 1] or " "
            kept = bool(_ORDINARY.match(before + match[1] + after, 1))
            span = Span(match.start() + kept, match.end())
            if span.start == span.end:
                continue
            safety = Safety.UNSAFE if not kept and _CURSIVE.match(before + after) else Safety.SAFE
            message = f"{_NAMES[match[1]]} (U+{ord(match[1]):04X})"
            yield self.finding(document, span, message, fix=Fix("delete it", (Edit(span),), safety))
