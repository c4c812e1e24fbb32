"""A line, a few scraps of the page, and the same line again: what stands between is residue whatever its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from newslint import (
    CAPTION,
    PARAGRAPH,
    Block,
    Count,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Range,
    Related,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)
from newslint_rules.by_article import by_article

from .lines import is_chant, is_credit_only, is_headline, is_row, is_signature, width

PREFIX: Final = 24
"""Characters of the comparison form by which the other slice is looked up."""
CREDITED: Final = 20
"""Least width of a line with a credit."""
_TIME: Final = lazy_pattern(r" ?[(\[]\d{1,2}(?::\d{2}){1,2}[)\]]$")
_COUNTER: Final = lazy_pattern(r"\+\d{1,4}")
"""How many pictures more there are; other figures may be those of a verse, a step or a time."""
_FIGURES: Final = lazy_pattern(r"\d+")
_NAME: Final = lazy_pattern(
    r"(?:(?:Dr|Prof)\.? )?[^\W\d_a-z][^\W\d_]*[.'\u2019-]?(?:[ '\u2019-][^\W\d_a-z][^\W\d_]*\.?){1,3}"
    r"|[\u4e00-\u9fff\uac00-\ud7a3]{2,4}"
)
"""A name: two to four words with capitals or without case, in Chinese and Korean two to four characters."""
_SENTENCE_ENDS: Final = ".!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964"


@dataclass(frozen=True)
class Sandwich(DocumentRule):
    """Options: the most lines between the slices, their longest, and the least width of a slice without a credit."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_opening=True)
    subsumes: ClassVar[frozenset[str]] = frozenset({"embed-duplicate", "repeated-caption", "repeated-paragraph"})

    most_lines: Count = 4
    max_length: Count = 32
    min_width: Annotated[int, Range(0)] = 40

    def check(self, document: Document) -> Iterator[Finding]:
        for blocks, keys in by_article(document):
            last: dict[str, int] = {}
            for index, key in enumerate(keys):
                earlier = last.get(key[:PREFIX])
                last[key[:PREFIX]] = index
                near = earlier is not None and 1 < index - earlier <= self.most_lines + 1
                if earlier is not None and near and self._is_sandwich(blocks, keys, earlier, index):
                    yield self._residue(document, blocks, earlier, index)

    def _is_sandwich(self, blocks: Sequence[Block], keys: Sequence[str], earlier: int, index: int) -> bool:
        if not all(map(self._is_scrap, blocks[earlier + 1 : index])) or not _alike(keys[earlier], keys[index]):
            return False
        if index + 1 < len(keys) and keys[index + 1] == keys[earlier + 1]:
            return False  # a refrain, or a head block
        if _are_headed_alike(keys, earlier, index) or _are_named_alike(blocks, earlier, index):
            return False  # groups of a list
        if blocks[index].text[0].isalpha() and (is_chant(blocks, earlier, earlier) or is_chant(blocks, index, index)):
            return False  # a refrain
        if earlier == 0 and is_headline(blocks[0]) and not _is_timed(keys[0], keys[index]):
            return False  # a repeated headline
        if any(block.text[0] == "@" for block in blocks[earlier + 1 : index]):
            return False  # a reader answers another one and quotes the line
        slice_, other = blocks[earlier], blocks[index]
        if any(is_signature(block.text) or is_credit_only(block.text) or is_row(block) for block in (slice_, other)):
            return False
        if keys.count(keys[index]) > 2 and CAPTION not in (slice_.kind, other.kind):
            return False  # a label of a list
        credited = CAPTION in (slice_.kind, other.kind)
        return width(other.text) >= (CREDITED if credited else self.min_width)

    def _is_scrap(self, block: Block) -> bool:
        """Short, no sentence and no row of a table."""
        text = block.text
        if width(text) > self.max_length or (is_row(block) and any(map(str.isalpha, text))):
            return False
        return block.kind != PARAGRAPH or text[-1] not in _SENTENCE_ENDS or text.rstrip(" .\u2026").isnumeric()

    def _residue(self, document: Document, blocks: Sequence[Block], earlier: int, index: int) -> Finding:
        first, copy = blocks[earlier], blocks[index]
        between = Span(blocks[earlier + 1].start, blocks[index - 1].end)
        exact = first.text == copy.text and all(_COUNTER.fullmatch(line.text) for line in blocks[earlier + 1 : index])
        count = index - earlier - 1
        return self.finding(
            document,
            copy,
            f"line printed again behind {count} {'line' if count == 1 else 'lines'} of the page",
            kind="same" if first.text == copy.text else "edited",
            related=[
                Related(Location(document.ref, first.span), "first copy"),
                Related(Location(document.ref, between), "stands between the copies", "part"),
            ],
            fix=delete_lines(
                document,
                between.start,
                copy.end,
                "delete the second copy and what stands between",
                Safety.SAFE if exact else Safety.UNSAFE,
            ),
            data={"lines": count},
        )


def _are_headed_alike(keys: Sequence[str], earlier: int, index: int) -> bool:
    """Whether the lines above both differ in one word: `Court One`, `Court Two`."""
    for back in range(1, min(earlier + 1, index - earlier)):
        words, others = keys[earlier - back].split(), keys[index - back].split()
        if len(words) == len(others) > 1 and sum(map(str.__ne__, words, others)) == 1:
            return True
    return False


def _are_named_alike(blocks: Sequence[Block], earlier: int, index: int) -> bool:
    """Whether names stand above both, or lines of one shape above or below both: a panel, a programme, a hymn."""
    if index - earlier != 2:
        return False
    between = blocks[earlier + 1].text
    above, below = blocks[max(0, earlier - 1) : earlier], blocks[index + 1 : index + 2]
    named = bool(_NAME.fullmatch(between)) and not between.isupper()
    if above and named and above[0].text != between and _NAME.fullmatch(above[0].text):
        return True
    return any(_are_alike_in_shape(between, block.text) for block in (*above, *below))


def _are_alike_in_shape(one: str, other: str) -> bool:
    """Whether two lines differ in figures alone, or begin with one word: `Song of the Ferry`, `Song of the Lamp`."""
    if one == other or one[0] == "+":
        return False
    if _FIGURES.search(one):
        return _FIGURES.sub("0", one) == _FIGURES.sub("0", other)
    words, others = one.split(), other.split()
    return len(words) == len(others) > 1 and words[0] == others[0]


def _untimed(key: str) -> str:
    """A line without the running time of a video behind it."""
    return _TIME.sub("", key)


def _is_timed(one: str, other: str) -> bool:
    return _untimed(one) + _untimed(other) != one + other


def _alike(one: str, other: str) -> bool:
    """Equal but for the running time of a video, or the one a cut form of the other."""
    one, other = _untimed(one), _untimed(other)
    if one == other:
        return True
    short, long = sorted((one.rstrip(". "), other), key=len)
    return len(short) >= 60 and 2 * len(short) >= len(long) and long.startswith(short)
