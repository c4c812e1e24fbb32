"""private-use-character: a character that means something in one font only, mostly an icon of the page."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_RANGES = ((0xE000, 0xF900), (0xF0000, 0xF1C00))
"""The Basic Multilingual Plane's, and the part of plane 15 that icon fonts use."""
_CHARACTERS = frozenset(chr(code) for start, stop in _RANGES for code in range(start, stop))
_CLASS = "".join(f"{chr(start)}-{chr(stop - 1)}" for start, stop in _RANGES)
_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = lazy_pattern(f"[{_CLASS}]+(?: +[{_CLASS}]+)*")
_BETWEEN_HAN = lazy_pattern(f"[{_HAN}][{_CLASS}][{_HAN}]")


class PrivateUseCharacter(DocumentRule):
    """A single one between Han characters is left alone: older Chinese fonts keep rare characters there."""

    family = "markup"
    needs = Needs(characters=_CHARACTERS)

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        for match in _RUN.finditer(text):
            start, end = match.span()
            if _BETWEEN_HAN.fullmatch(text, max(0, start - 1), end + 1):
                continue
            codes = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in match[0] if character != " "))
            message = f"icon or other private-use character ({codes[:60]})"
            yield self.finding(document, Span(start, end), message, fix=_fix(text, start, end))


def _fix(text: str, start: int, end: int) -> Fix:
    """Deletes the icon and the space that parted it from the words."""
    if text[end : end + 1] == " " and (not text[:start] or text[start - 1].isspace()):
        end += 1
    elif text[start - 1 : start] == " " and (end == len(text) or text[end].isspace()):
        start -= 1
    return Fix("delete it", (Edit(Span(start, end)),), Safety.UNSAFE)
