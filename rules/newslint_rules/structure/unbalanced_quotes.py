"""unbalanced-quotes: quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, Final, NamedTuple

from newslint import PARAGRAPH, Block, Document, DocumentRule, Finding, Needs, Severity, Span, lazy_pattern

_MARK: Final = lazy_pattern("[\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]")
_OPENING: Final = lazy_pattern('["\u201c\u201d\u201e\u00ab\u00bb\u2018\u300c\u300e]')


class _Pair(NamedTuple):
    """A mark that opens, the marks that are counted against it, and what else closes what it opens."""

    open: str
    close: str
    others: str


_CURLY: Final = _Pair("\u201c", "\u201d", '"\u201e\u00bb')
_PAIRS: Final = (
    _CURLY,
    _Pair("\u201e", "\u201c\u201d", '"\u00ab\u00bb\u201f\u2018\u00b4`'),
    _Pair("\u300c", "\u300d", '"\u201d\u300f\u3011'),
    _Pair("\u300e", "\u300f", '"\u201d\u300d\u3011'),
)
_CLOSED_BY_IT: Final = frozenset(
    ("bg", "bs", "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lt", "lv", "mk", "no", "pl", "ro", "sk", "sl", "sr")
)
"""Languages in which U+201C closes, or the same mark opens and closes."""
_STOPS: Final = ".!?\u061f\u3002\uff01\uff1f\u0964)"
_FURTHER: Final = 3
"""Lines below in which a quotation may end that does not begin anew."""


@dataclass(frozen=True)
class UnbalancedQuotes(DocumentRule):
    """Options: `every`, whether every paragraph counts whose curly, angle or corner marks do not come in pairs.

    Else only those count in which one quotation begins and none of the following lines ends it, where the text has more
    marks that open than such that close: U+201E, corner brackets, and U+201C where the language opens with it. Which
    mark opens depends on the language („…“, “…”, ”…”, «…», »…«), so that else only the number of each pair could be
    counted. A quotation that goes on in the next paragraph is not closed here. Straight marks can be inches.
    """

    family: ClassVar[str] = "structure"
    severity: ClassVar[Severity] = Severity.INFO
    needs: ClassVar[Needs] = Needs(characters=frozenset("\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e"))

    every: bool = False

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = document.blocks
        if not self.every:
            for pair in _PAIRS:
                if pair.open not in document.rare_characters:
                    continue
                if document.text.count(pair.open) > sum(map(document.text.count, pair.close)):
                    yield from self._never_closed(document, blocks, pair)
            return
        for block, following in zip_longest(blocks, blocks[1:]):
            marks = list(_MARK.finditer(block.text))
            if not marks or not (odd := _unpaired(marks)):
                continue
            if following is not None and _OPENING.match(following.text):
                continue
            yield self._found(document, block.start + odd.start())

    def _never_closed(self, document: Document, blocks: Sequence[Block], pair: _Pair) -> Iterator[Finding]:
        for index, block in enumerate(blocks):
            if block.kind != PARAGRAPH or pair.open not in block.text or block.text[-1] not in _STOPS:
                continue
            place = _open_at_the_end(block.text, pair)
            if place < 0 or block.text.endswith("...") or _goes_on(blocks[index + 1 : index + 1 + _FURTHER], pair):
                continue
            if pair is not _CURLY or (document.language and document.language not in _CLOSED_BY_IT):
                yield self._found(document, block.start + place)

    def _found(self, document: Document, place: int) -> Finding:
        message = f"quotation mark U+{ord(document.text[place]):04X} without a partner"
        return self.finding(document, Span(place, place + 1), message)


def _open_at_the_end(text: str, pair: _Pair) -> int:
    """Where the one quotation begins that does not end in a paragraph, if all others do; else -1."""
    last = text.rfind(pair.open)
    if text[last + 1].isspace():
        return -1  # a sentence about the mark
    before = [sign == pair.open for sign in text[:last] if sign == pair.open or sign in pair.close]
    paired = before == [True, False] * (len(before) // 2)
    closed = any(sign in text[last:] for sign in pair.others + pair.close)
    return last if paired and not closed and not (pair is _CURLY and "\u201e" in text) else -1


def _goes_on(following: Sequence[Block], pair: _Pair) -> bool:
    """Whether a quotation goes on in the next line, or ends in one of the next."""
    if following and _OPENING.match(following[0].text):
        return True
    return any(sum(map(block.text.count, pair.close)) > block.text.count(pair.open) for block in following)


def _unpaired(marks: list[re.Match[str]]) -> re.Match[str] | None:
    """The last mark of the first pair of signs that does not come out even."""
    for signs in ("\u201c\u201d\u201e", "\u00ab\u00bb", "\u300c\u300d"):
        own = [mark for mark in marks if mark[0] in signs]
        if len(own) % 2 or (len(own) > 1 and signs == "\u00ab\u00bb" and len({mark[0] for mark in own}) == 1):
            return own[-1]
    return None
