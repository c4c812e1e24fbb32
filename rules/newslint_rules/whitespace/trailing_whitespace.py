"""trailing-whitespace: lines that end in blanks of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import SPACES, Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span
from newslint_rules.halves import is_half
from newslint_rules.searching import places

# Separators and controls (\x1c and the like) are not blanks but defects of their own.
BLANKS: Final = SPACES.difference("\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029") | {" "}
_FREQUENT: Final = frozenset(" \u00a0\u3000")
_NAMES: Final = {"\u00a0": "NBSP", "\u3000": "ideographic space", "\t": "tab", " ": "space"}


class TrailingWhitespace(DocumentRule):
    """One finding a line; the message names the blanks, because NBSP looks like a space.

    Spaces and tabs are info: every reader of lines strips them, and carefully edited text has them too.
    """

    family = "whitespace"
    needs = Needs(
        characters=BLANKS.difference(_FREQUENT) | {"\r"},
        substrings=frozenset(blank + "\n" for blank in _FREQUENT),
        endings=BLANKS,
    )

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        rare = document.rare_characters
        for end in sorted(_ends(text, sorted(rare & BLANKS | {" "}), "\n\r" if "\r" in rare else "\n")):
            start = end - 1
            while start and text[start - 1] in BLANKS:
                start -= 1
            blanks = set(text[start:end])
            severity = Severity.INFO if blanks <= {" ", "\t"} else self.severity
            empty = not start or text[start - 1] in "\r\n"
            message = f"{'blank line holds' if empty else 'line ends in'} {_listed(blanks)}"
            span = Span(start, end)
            half = text[start] == "\u00a0" and is_half(text, start)
            fix = Fix("strip the line end", (Edit(span),), Safety.UNSAFE if half else Safety.SAFE)
            yield self.finding(document, span, message, severity=severity, fix=fix)


def _ends(text: str, blanks: list[str], line_ends: str) -> Iterator[int]:
    """Where a line ends behind a blank; found by searches that are linear, whatever the text."""
    for blank in blanks:
        for line_end in line_ends:
            yield from (place + 1 for place in places(text, blank + line_end))
        if text.endswith(blank):
            yield len(text)


def _listed(blanks: set[str]) -> str:
    names = (f"{_NAMES.get(blank, 'blank')} (U+{ord(blank):04X})" for blank in sorted(blanks, reverse=True))
    return " and ".join(name.removesuffix(" (U+0020)").removesuffix(" (U+0009)") for name in names)
