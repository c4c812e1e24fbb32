"""bidi-control: direction controls that are left open, override, or stand in text of one direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import (
    BIDI_CONTROLS,
    BIDI_MARKS,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Span,
    lazy_pattern,
)

_CONTROL: Final = lazy_pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\r\n]")
_RIGHT_TO_LEFT: Final = lazy_pattern(
    "[\u0590-\u05ff\u0620-\u06ff\u0700-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
_OPENS: Final = {
    "\u202a": "left-to-right embedding", "\u202b": "right-to-left embedding", "\u202d": "left-to-right override",
    "\u202e": "right-to-left override", "\u2066": "left-to-right isolate", "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate",
}  # fmt: skip
_CLOSES: Final = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_OVERRIDES: Final = "\u202d\u202e"


class BidiControl(DocumentRule):
    """Overrides, controls without a partner in their line, and direction marks in a text that has one direction."""

    family = "invisible"
    needs = Needs(characters=BIDI_CONTROLS | BIDI_MARKS)

    def check(self, document: Document) -> Iterator[Finding]:
        both = bool(_RIGHT_TO_LEFT.search(document.text))
        opened: list[int] = []
        for match in _CONTROL.finditer(f"{document.text}\n"):
            place, control = match.start(), match[0]
            if control in "\r\n":  # the standard closes all at the end of a paragraph (Annex 9, X8)
                yield from (self._found(document, f"unclosed {_name(document, at)}", at) for at in opened)
                opened = []
            elif control in _OPENS:
                opened.append(place)
            elif control in _CLOSES:
                if not opened or document.text[opened[-1]] not in _CLOSES[control]:
                    yield self._found(document, f"U+{ord(control):04X} closes nothing", place)
                elif document.text[start := opened.pop()] in _OVERRIDES:
                    yield self._found(document, _name(document, start), start, place)
                elif not both:
                    yield self._found(document, f"{_name(document, start)} in text of one direction", start, place)
            elif not both:
                yield self._found(document, f"direction mark (U+{ord(control):04X}) in text of one direction", place)

    def _found(self, document: Document, message: str, *places: int) -> Finding:
        edits = tuple(Edit(Span(place, place + 1)) for place in places)
        return self.finding(document, edits[0].span, message, fix=Fix("delete it", edits, Safety.UNSAFE))


def _name(document: Document, place: int) -> str:
    control = document.text[place]
    return f"{_OPENS[control]} (U+{ord(control):04X})"
