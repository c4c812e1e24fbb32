"""Hard-wrapped text: lines of about one width, broken inside sentences. Wire archives look like this.

Whether a line goes on in the next one, a small letter tells. Where letters have no case, the width does: what breaks
lines for a width leaves a line short only where the paragraph ends, so a line below which the next word would still
have found room is whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from newslint.lazy import lazy_pattern

WIDEST: Final = 110
NARROWEST: Final = 34
"""Text is wrapped at widths between these; longer lines are paragraphs, shorter ones are lists or poems."""

_COPY: Final = 16
"""Characters of a line that is no accident inside another."""

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_GAP: Final = "   "
_TABLE: Final = re.compile(r"\S\s{3,}\S")
_ENDS: Final = frozenset(".!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\"'\u201d)]")
_SENTENCE_END: Final = re.compile(r"[.!?\u2026](?=[\s\"'\u201d\u2019)]|$)|[\u3002\uff01\uff1f\u061f\u06d4\u0964]")
"""What prose has and a list of headlines has not: where letters have no case, nothing else tells the two."""

_LABELLED: Final = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,3} ?[:：]\s?\d")
"""A label and a figure: a line of what a page tells of a text, each on a line of its own."""

_LETTER: Final = re.compile(r"[^\W\d_]")
_THAI: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_HAN: Final = r"\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OTHER: Final = rf"[^\s{_THAI}{_HAN}]*"
_WORD: Final = lazy_pattern(rf"{_OTHER}(?:[{_THAI}]{{1,12}}|[{_HAN}](?:[{_HAN}]|{_OTHER}))?")
"""The least that stands on one line: without spaces a word of Thai and its like; of Han and kana two signs, or one with
the punctuation behind it, which never begins a line."""

_FULL: Final = 0.7
"""The share of the width that a line has at least which was broken for it."""
_RAGGED: Final = 0.2
"""Lines that end early in the midst of the text, for each that is broken, at most; above, headline and byline do."""

_Line = tuple[int, str, int]
"""Start, text without the white space around it, and indentation."""

_Widths = tuple[int, int]
"""The widest line in code points and in columns: programs break lines by either."""


def joined_lines(text: str) -> list[tuple[int, int, str]] | None:
    """Start, end and text of the paragraphs of a hard-wrapped text; None where the text is not hard-wrapped."""
    if len(text) < 3 * NARROWEST or _has_long_line(text):
        return None
    lines = _lines(text)
    widest = max(len(line) for _, line, _ in lines)
    if not NARROWEST <= widest <= WIDEST:
        return None
    widths = widest, widest if text.isascii() else max(_columns(line) for _, line, _ in lines)
    if not _is_wrapped(lines, widths):
        return None
    paragraphs = []
    for group in _groups(lines, widths):
        (start, _, _), (last, stripped, _) = group[0], group[-1]
        end = last + len(stripped)
        paragraphs.append((start, end, text[start:end]))
    return paragraphs


def _has_long_line(text: str) -> bool:
    """A cheap no for most texts: one line wider than any wrapping."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        if end - start > WIDEST:
            return "\r" not in text[start:end]
        start = end + 1
    return len(text) - start > WIDEST and "\r" not in text[start:]


def _lines(text: str) -> list[_Line]:
    wholes = _LINE.findall(text) if "\r" in text else text.splitlines(keepends=True) if _plain(text) else _cut(text)
    lines = []
    start = 0
    for whole in wholes:
        bare = whole.lstrip()
        indent = len(whole) - len(bare) if bare else 0
        lines.append((start + indent, bare.rstrip(), indent))
        start += len(whole)
    return lines


def _plain(text: str) -> bool:
    """Whether `str.splitlines` ends lines at LF only in this text: it knows ten line ends, we know three."""
    return text.isascii() and not any(end in text for end in "\v\f\x1c\x1d\x1e")


def _cut(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")]


def _columns(text: str) -> int:
    """How wide it stands on a grid."""
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=8192)
def _width(character: str) -> int:
    """Marks above and below letters take no column, wide characters two."""
    mark = unicodedata.category(character) in ("Mn", "Me")
    return 0 if mark else 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_wrapped(lines: Sequence[_Line], widths: _Widths) -> bool:
    """Most lines that another follows are about as wide as the widest, and many break inside a sentence."""
    width = widths[0]
    pairs = [(line, after) for line, after in pairwise(lines) if line[1] and after[1]]
    full = [(line, after) for line, after in pairs if len(line[1]) + line[2] >= _FULL * width]
    if len(full) < 2 or len(full) < 0.5 * len(pairs):
        return False
    copies = Counter(text for _, text, _ in lines)
    broken = ragged = 0
    for line, after in pairs:
        if len(line[1]) + line[2] >= _FULL * width and _breaks_inside_sentence(line, after, copies[line[1]], widths):
            broken += 1
        elif broken and line[1][-1] not in _ENDS and _ends_early(line, after, widths):
            ragged += 1
    if broken < 2 or broken < 0.4 * len(full) or ragged > _RAGGED * broken:
        return False
    return any(after[1][0].islower() for _, after in full) or any(_SENTENCE_END.search(text) for _, text, _ in lines)


def _breaks_inside_sentence(line: _Line, after: _Line, copies: int, widths: _Widths) -> bool:
    """Where letters have no case, a line that stands twice, in the one above, or below room for it is a new one."""
    if after[2] > line[2] or line[1][-1] in _ENDS or (len(after[1]) >= _COPY and after[1] in line[1]):
        return False
    first = after[1][0]
    if first.islower():
        return True
    caseless = first.isalpha() and first.lower() == first.upper() and not _LABELLED.match(after[1])
    return (first.isdigit() or (caseless and copies == 1)) and not _ends_early(line, after, widths)


def _ends_early(line: _Line, after: _Line, widths: _Widths) -> bool:
    """Whether the next line's first word would have had room in this one; False where the case of letters tells."""
    letter = None if after[1].isascii() else _LETTER.search(after[1])
    if after[2] > line[2] or not letter or letter[0].lower() != letter[0].upper():
        return False
    last = line[1][-1]
    behind_case = last.lower() != last.upper()  # nothing breaks lines there but at blanks
    word = after[1].split(None, 1)[0] if behind_case else next(_WORD.finditer(after[1]))[0]
    if len(line[1]) + line[2] + len(word) >= widths[0]:
        return False
    return _columns(line[1]) + line[2] + _columns(word) < widths[1]


def _groups(lines: Sequence[_Line], widths: _Widths) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    open_group = False
    for line in lines:
        _, text, indent = line
        if not text:
            open_group = False
            continue
        table = _GAP in text and bool(_TABLE.search(text))
        above = groups[-1] if open_group and not table else []
        if above and indent <= above[-1][2] + (len(above) == 1) and not _ends_early(above[-1], line, widths):
            above.append(line)
        else:
            groups.append([line])
            open_group = not table
    return groups
