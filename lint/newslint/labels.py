"""The lines of a document as conditions of rules ask for them: what short ones say, and how all of them begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from .text import COMPOSED, INVISIBLE, ONE_BY_ONE, fold_lines, folded_alone

SHORT_BLOCK: Final = 160
"""Blocks of at most this many characters, in comparison form, can be labels of the page."""

OPENING: Final = 16
"""Characters of two blocks' comparison forms that must be equal for `Needs.repeated_opening`."""

_FRAME: Final = (
    " :|<>*+-=_#~!()[]\u00b7\u00d7\u2022\u2039\u203a\u2190\u2191\u2192\u2193\u25b2\u25b6\u25b8\u25ba\u25bc\u25be\u2715"
    "\u3010\u3011\u300c\u300d"
)
"""What pages set before and behind a label."""
_SIGNS: Final = ".,:;!?()[]<>|/\"'+-*"
_CJK: Final = "\u2e80"


class Label(NamedTuple):
    """A short line without the arrows, brackets and colons around it, and what it begins with; in comparison form.

    Attributes:
        text: the line.
        word: its first word; `0` where that begins with a digit, the first two characters where it is Chinese, Japanese
            or Korean (they set no blank between words).
        words: its first two words; empty where there is one.
    """

    text: str
    word: str
    words: str


def label(key: str) -> Label:
    """The label of a line in comparison form (`fold`)."""
    text = key.strip(_FRAME)
    if text.endswith("..."):
        text = text[:-3].rstrip(_FRAME)
    if '"' in text and '"' in text[0] + text[-1] and (text.count('"') == 1 or text[:2] == '" ' or text[-2:] == ' "'):
        text = text.strip('" ')  # half of a pair, or one that blanks part from the words: an arrow
    words = text.split(None, 2)
    first = words[0] if words else ""
    if first > _CJK:
        return Label(text, first[:2], "")
    word = first.strip(_SIGNS)
    if word[:1].isdecimal():
        word = "0"
    return Label(text, word, f"{word} {words[1].strip(_SIGNS)}" if len(words) > 1 else "")


def folded(phrases: Sequence[str]) -> tuple[str, ...]:
    """The comparison form of each of some phrases."""
    return fold_lines(phrases, frozenset("".join(phrases)) - {"\n"})


class LineIndex(NamedTuple):
    """Where the short lines of a document are, by what rules ask for; numbers of lines.

    Attributes:
        texts: by the text of their label.
        keys: by their comparison form, where that is not the text of their label.
        openings: by the first word, and by the first two.
        others: the lines that have no label.
        short: the comparison forms of all short lines, one below the other.
    """

    texts: dict[str, list[int]]
    keys: dict[str, list[int]]
    openings: dict[str, list[int]]
    others: list[int]
    short: str


class Lines(NamedTuple):
    """What conditions ask of lines.

    Attributes:
        short: the number, the comparison form and the label of each short line.
        long: the numbers of the others.
        openings: the first `OPENING` characters of each comparison form.
    """

    short: list[tuple[int, str, Label]]
    long: list[int]
    openings: list[str]


def lines_of(keys: Sequence[str]) -> Lines:
    """The lines whose comparison forms these are; of long ones their beginnings are enough."""
    short, long = [], []
    for number, key in enumerate(keys):
        if len(key) > SHORT_BLOCK:
            long.append(number)
        else:
            short.append((number, key, label(key)))
    return Lines(short, long, [key[:OPENING] for key in keys])


def lines_by_heads(texts: Sequence[str], rare: frozenset[str]) -> Lines | None:
    """The same, told by how the lines begin; None where only all of them tells.

    Where no character's form depends on its neighbours, the form of a beginning is the beginning of the form. So it is
    in lines of more than `COMPOSED` characters, whatever stands in them.

    Args:
        texts: of blocks.
        rare: `rare_characters` of a text that holds them.
    """
    if not rare <= folded_alone():
        return _lines_beside_long(texts, rare)
    told = lines_of(fold_lines([text[:_HEAD] for text in texts], rare))
    for number, _, _ in told.short:
        if len(texts[number]) > _HEAD:
            return None
    return told


_HEAD: Final = SHORT_BLOCK + 2
"""Characters of a line that tell whether it is short: one more, and one that may be a blank at the end."""
_OPENED: Final = 2 * OPENING + 2
"""Characters of a line whose form surely has `OPENING`: two may become one, and one may be a blank at the end."""
_BLANKS: Final = re.compile(r"\s\s")


def _lines_beside_long(texts: Sequence[str], rare: frozenset[str]) -> Lines | None:
    """The lines of which not all can be told so, where some are surely long."""
    if not rare.isdisjoint(INVISIBLE) or not rare.isdisjoint(ONE_BY_ONE):
        return None
    long = [n for n, text in enumerate(texts) if len(text) > COMPOSED and not _BLANKS.search(text, 0, _HEAD)]
    if not long:
        return None
    rest = sorted({*range(len(texts))}.difference(long))
    keys = dict(zip(rest, fold_lines([texts[number] for number in rest], rare), strict=True))
    told = lines_of(list(keys.values()))
    heads = fold_lines([texts[number][:_OPENED] for number in long], rare, compose=False)
    keys.update(zip(long, heads, strict=True))
    short = [(rest[number], key, own) for number, key, own in told.short]
    long += [rest[number] for number in told.long]
    return Lines(short, sorted(long), [keys[number][:OPENING] for number in range(len(texts))])


def line_index(lines: Iterable[tuple[int, str, Label]], others: list[int]) -> LineIndex:
    """The index of short lines.

    Args:
        lines: the number, the comparison form and the label of each.
        others: the numbers of those that are not short.
    """
    texts: dict[str, list[int]] = {}
    by_key: dict[str, list[int]] = {}
    openings: dict[str, list[int]] = {}
    short: list[str] = []
    for number, key, (text, word, words) in lines:
        short.append(key)
        texts.setdefault(text, []).append(number)
        if key != text:
            by_key.setdefault(key, []).append(number)
        openings.setdefault(word, []).append(number)
        openings.setdefault(words, []).append(number)
    return LineIndex(texts, by_key, openings, others, "\n".join(short))
