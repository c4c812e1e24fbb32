"""The attribution that a script appends to text which is copied from a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final
from unicodedata import category

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)

_FRAGMENT: Final = lazy_pattern(
    r"#(?:[ai]xzz\w{6,}|sthash\.\w+(?:\.\w{2,5})?|\w{8,30}\.(?:99|01|97|twitter|facebook|email))\b"
)
"""What Tynt, AddThis and PO.ST put behind the address, to know the copy again."""
_WORDS: Final = (
    r"(?:read (?:more|the full (?:story|article)|the rest|the original)|see more|for more|source|via|original|"
    r"continue reading)(?: (?:at|here|on|from|in)\b)?"
)
_LABEL: Final = lazy_pattern(
    rf"(?:(?:^|(?<=[.!?…。！？؟।»”’\"')\]）]))[ \t]*(?:\(|- )?{_WORDS}\b[^\n:]{{0,60}}[: -]|"
    rf"(?:\(|- )?{_WORDS}:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""With words of its own only where a sentence can begin: inside of one, a source is somebody who said something."""
LABEL_REACH: Final = 120


@dataclass(frozen=True)
class AppendedAttribution(DocumentRule):
    """The fragment of the address is the evidence; the label before it goes with it."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(characters=frozenset("#"))

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if "#" not in block.text:
                continue
            for match in _FRAGMENT.finditer(block.text):
                span = _whole(block.text, match.start(), match.end())
                if "/" in block.text[span.start : match.start()]:
                    place = Span(block.start + span.start, block.start + span.end)
                    fix = Fix("delete the attribution", (Edit(place),), Safety.SAFE)
                    if place == block.span:
                        fix = delete_lines(document, *place, "delete the line", Safety.SAFE)
                    message = "attribution that a script appended to copied text"
                    yield self.finding(document, place, message, fix=fix)


def _whole(text: str, start: int, end: int) -> Span:
    """The address around its fragment, with the label before it and a bracket behind it."""
    while start and not text[start - 1].isspace() and text[start - 1] not in '(<"':
        start -= 1
    label = _LABEL.search(text, max(0, start - LABEL_REACH), start)
    if label and (not label.start() or category(text[label.start() - 1])[0] not in "LMN"):  # no end of a word
        start = label.start()
    if end < len(text) and text[end] == ")" and text[start] == "(":
        end += 1
    while start and text[start - 1] == " ":
        start -= 1
    return Span(start, end)
