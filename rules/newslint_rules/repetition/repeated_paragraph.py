"""Paragraphs that stand again further down in the same document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap, takewhile
from typing import Annotated, ClassVar, Final, NamedTuple

from newslint import (
    BYLINE,
    CAPTION,
    HEADLINE,
    Block,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Range,
    Related,
    Safety,
    Severity,
    delete_lines,
    lazy_pattern,
)

from .lines import is_signature, width

ADJACENT: Final = 400
"""A line that follows its copy is a caption up to this length (`repeated-caption`)."""

_LABEL: Final = lazy_pattern(r"[^\W\d_][^:\n.!?]{1,58}: ")
"""What begins a field of a form: `Purpose: …`."""
_ENTRY: Final = 6
"""Lines of an entry in a form at most; a longer copy is an interview that stands twice."""
_SECTION: Final = 2
"""Long lines that sections of one shape share at most; more of them are a story."""
_BEGUN: Final = 4
"""More words than these in front make two long lines alike, however they go on."""
_DIGITS: Final = lazy_pattern(r"\d+")
_POSTER: Final = 40
"""Longest line that is the name of who is quoted (code points)."""
_POST: Final = 12
"""So many lines above what is quoted stands who wrote it."""
_DATE: Final = lazy_pattern(r"(?=.{0,60}$)[^\w\n].{0,30}\d|[^\W\d_]{2,12}[.,]? \d")
"""What stands behind the name of a poster."""
_QUOTED: Final = lazy_pattern(
    r"(?i)(?:zitat|quote|citat|citation|cita|citazione|цитата|اقتباس|引用)\b.{0,60}|"
    r"(?:in reply to\b|originally posted by\b).{0,60}|"
    r".{1,100}\b(?:wrote|said|schrieb|schreibt|a écrit|escribió|ha scritto|schreef|skrev|napisał|написал[аи]?)\s?:"
)
"""The line above a quotation in a thread."""


class Run(NamedTuple):
    """Blocks that stand again in the same order: indexes of both beginnings, and how many."""

    first: int
    second: int
    length: int


@dataclass(frozen=True)
class RepeatedParagraph(DocumentRule):
    """Options: `min_length`, characters that a paragraph must have."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(repeated_line=True)
    subsumes: ClassVar[frozenset[str]] = frozenset({"embed-duplicate", "repeated-caption", "repeated-headline"})

    min_length: Annotated[int, Range(0)] = 100

    def check(self, document: Document) -> Iterator[Finding]:
        blocks, keys = document.blocks, document.keys
        again = {key for key, count in Counter(keys).items() if count > 1}
        counts = [
            key in again and width(block.text) >= self.min_length and _is_told(block)
            for key, block in zip(keys, blocks, strict=True)
        ]
        runs = list(_runs(keys, counts))
        labels = _labels(document) if runs else frozenset()
        for run in runs:
            copy = blocks[run.second : run.second + run.length]
            if run.length == 1 and not _counts(copy[0], adjacent=run.second == run.first + 1):
                continue
            if _is_quoted(blocks, run) or _is_entry(copy, labels):
                continue
            long = sum(counts[run.second : run.second + run.length])
            if long <= _SECTION and _are_sections(keys, run):
                continue
            yield self._copy(document, blocks[run.first : run.first + run.length], copy)

    def _copy(self, document: Document, first: Sequence[Block], copy: Sequence[Block]) -> Finding:
        span = copy[0].span._replace(end=copy[-1].end)
        original = first[0].span._replace(end=first[-1].end)
        message = "paragraph printed again" if len(copy) == 1 else f"{len(copy)} lines printed again in the same order"
        return self.finding(
            document,
            span,
            message,
            related=[Related(Location(document.ref, original), "first copy")],
            fix=delete_lines(document, *span, "delete the second copy", Safety.UNSAFE),
            data={"lines": len(copy)},
        )


def _runs(keys: Sequence[str], long: Sequence[bool]) -> Iterator[Run]:
    """Runs with a long block in each that stand again; no block is in two copies.

    A run begins at a long block and takes in the shorter ones around it that are copied with it.
    """
    last: dict[str, int] = {}
    done = 0
    for index, key in enumerate(keys):
        if not long[index]:
            continue
        first = last.get(key, -1)
        last[key] = index
        if first < 0 or index < done:
            continue
        before = 0
        room = min(first, index - done, index - first - 1)
        while before < room and keys[first - before - 1] == keys[index - before - 1]:
            before += 1
        length = 1
        while index + length < len(keys) and first + length < index - before:
            if keys[first + length] != keys[index + length]:
                break
            length += 1
        yield Run(first - before, index - before, before + length)
        done = index + length


def _is_told(block: Block) -> bool:
    """Neither the question of an interview nor a list of quantities: those stand again where they are needed again.

    Captions and headlines have rules of their own.
    """
    if block.kind in (CAPTION, HEADLINE) or block.text[-1] in "?\uff1f\u061f" or is_signature(block.text):
        return False
    words = block.text.split()
    return 6 * sum(word[0].isnumeric() for word in words) < len(words) and any(map(str.isalpha, block.text[:40]))


def _counts(block: Block, *, adjacent: bool) -> bool:
    return not adjacent or len(block.text) > ADJACENT


def _label(block: Block) -> str:
    label = _LABEL.match(block.text)
    return label[0] if label else ""


def _labels(document: Document) -> frozenset[str]:
    """Two labels and more of a form that is filled in again and again: a value stands three times, or two twice."""
    values: dict[str, Counter[str]] = {}
    for block, key in zip(document.blocks, document.keys, strict=True):
        if label := _label(block):
            values.setdefault(label, Counter())[key] += 1
    labels = [label for label, counts in values.items() if len(counts) > 1 and counts.total() - len(counts) > 1]
    return frozenset(labels) if len(labels) > 1 else frozenset()


def _is_entry(copy: Sequence[Block], labels: frozenset[str]) -> bool:
    """Whether the lines are fields of a form, some of which it is known to have."""
    of_copy = [_label(block) for block in copy]
    return len(copy) <= _ENTRY and all(of_copy) and not labels.isdisjoint(of_copy)


def _are_sections(keys: Sequence[str], run: Run) -> bool:
    """Whether the copies stand in sections of one shape, each with its own filling, as what is next to them says.

    `Can I take a dog? Yes.` below the one answer and `Can I take a dog? No.` below the other; else above and below.
    """
    before, after = (run.first - 1, run.second - 1), (run.first + run.length, run.second + run.length)
    if before[0] < 0 or after[1] >= len(keys):
        return False
    pairs = [(keys[one], keys[other]) for one, other in (before, after)]
    if any(starmap(_is_asked_again, pairs)):
        return True
    fillings = [_fillings(*pair) for pair in pairs]
    return None not in fillings and any(map(all, filter(None, fillings)))


def _is_asked_again(one: str, other: str) -> bool:
    question = one[: one.find("?") + 1]
    return one != other and question.count(" ") > 1 and other.startswith(question) and len(question) < len(other)


def _fillings(one: str, other: str) -> tuple[int, int] | None:
    """How many words each of two lines of one shape has for itself: half of the words begin or end both.

    Figures do not count.
    """
    words, others = (_DIGITS.sub("0", line).split() for line in (one, other))
    begun = _shared(words, others)
    ended = _shared(words[begun:][::-1], others[begun:][::-1])
    same = words[:begun] + words[len(words) - ended :]
    told = sum(any(map(str.isalpha, word)) for word in same)
    if one == other or told < 2 or (begun <= _BEGUN and 2 * len(same) < max(len(words), len(others))):
        return None
    if len(words) == len(others) == len(same):  # other figures
        return 1, 1
    return len(words) - len(same), len(others) - len(same)


def _shared(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words begin both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))


def _is_quoted(blocks: Sequence[Block], run: Run) -> bool:
    """Whether a poster in a thread quotes another: the line above names who wrote what is quoted.

    A bare name does where it stands above the first copy, with the date of that post behind or below it.
    """
    if run.second == run.first + run.length:
        return False
    above = blocks[run.second - 1]
    if _QUOTED.fullmatch(above.text):
        return True
    name = above.text.removesuffix(":")
    if name[:1] == "@" and 1 < len(name) <= _POSTER:
        return any(
            block.text.lstrip("@").startswith(name[1:]) for block in blocks[max(0, run.first - _POST) : run.first]
        )
    if len(name) > _POSTER or above.kind == BYLINE or not name[0].isalpha() or blocks[run.second].text.startswith(name):
        return False
    above_first = [block.text for block in blocks[max(0, run.first - _POST) : run.first + 1]]
    return any(
        line.startswith(name) and _DATE.match(line[len(name) :] or below) for line, below in pairwise(above_first)
    )
