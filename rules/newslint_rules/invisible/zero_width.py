"""zero-width: invisible characters where they spell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern
from newslint_rules.by_line import counted
from newslint_rules.halves import is_half_joiner

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
_JOINERS: Final = ("\u200c", "\u200d")
"""What Windows-1256 has for 9D and 9E."""
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


_OPERATORS: Final = frozenset("\u2061\u2062\u2063\u2064")
_MATHEMATICAL: Final = lazy_pattern("[=\u00b1\u00d7\u00f7\u2200-\u22ff\u27c0-\u27ef\u2a00-\u2aff\U0001d400-\U0001d7ff]")
_FORMULA: Final = 24
"""Characters on both sides of an operator that is not seen: in a formula there is one that is."""
_OPERAND: Final = lazy_pattern("(?<=[0-9]).[\\w(]|(?<=\\w).\\(")


class _Place(NamedTuple):
    """Where such characters stand in a row, what they are, and whether letters could join without them."""

    start: int
    end: int
    name: str
    joins: bool


class ZeroWidth(DocumentRule):
    """Zero-width characters outside of the scripts and emoji that they belong to, doubled, or at a word edge.

    One finding a line, from the first to the last.
    """

    family = "invisible"
    needs = Needs(characters=frozenset(_NAMES))

    def check(self, document: Document) -> Iterator[Finding]:
        found = (place for match in _RUN.finditer(document.text) if (place := _misplaced(document.text, match)))
        for _, group in groupby(found, lambda place: document.position(place.start).line):
            places = list(group)
            names = list(dict.fromkeys(place.name for place in places))
            message = names[0] if len(places) == 1 else f"{counted(len(places), 'place')} with {', '.join(names)}"
            safety = Safety.UNSAFE if any(place.joins for place in places) else Safety.SAFE
            fix = Fix("delete it", tuple(Edit(Span(place.start, place.end)) for place in places), safety)
            span = Span(places[0].start, places[-1].end)
            yield self.finding(document, span, message, fix=fix, data={"count": len(places)})


def _misplaced(text: str, match: re.Match[str]) -> _Place | None:
    before, after = text[match.start() - 1 : match.start()] or " ", text[match.end() : match.end() + 1] or " "
    half = match[1] in _JOINERS and is_half_joiner(text, match.start())
    kept = half or bool(_ORDINARY.match(before + match[1] + after, 1))
    if match.start() + kept == match.end() or _is_operator(text, match):
        return None
    joins = not kept and bool(_CURSIVE.match(before + after))
    return _Place(match.start() + kept, match.end(), f"{_NAMES[match[1]]} (U+{ord(match[1]):04X})", joins)


def _is_operator(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in a formula: behind a number, or a name and before its bracket, or near another operator."""
    if match[1] not in _OPERATORS or len(match[0]) > 1:
        return False
    start, end = max(0, match.start() - _FORMULA), match.end() + _FORMULA
    return bool(_MATHEMATICAL.search(text, start, end) or _OPERAND.match(text, match.start()))
