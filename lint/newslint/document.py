"""What the linter looks at: documents, their articles and blocks, and places in them.

Positions are code-point offsets, half-open, in `Document.text`. Lines, columns and places in the file on disk are
computed only when somebody asks for them, because most documents never have a finding.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import accumulate
from typing import Final, NamedTuple

from .labels import Label, LineIndex, Lines, line_index, lines_by_heads, lines_of
from .language import language_of
from .lazy import kept
from .text import fold, fold_lines, rare_characters

HEADLINE = "headline"
BYLINE = "byline"
DATELINE = "dateline"
CAPTION = "caption"
SUBHEAD = "subhead"
PARAGRAPH = "paragraph"
SHORT = "short"
KINDS = (HEADLINE, BYLINE, DATELINE, CAPTION, SUBHEAD, PARAGRAPH, SHORT)

MARKING: Final = 3
"""Blocks that mark a document: one alone, or two, may be a copy in another story."""

_LINE_END = re.compile(r"\r\n|\n|\r")


class DocumentRef(NamedTuple):
    """The name of a document.

    Attributes:
        path: relative to the working folder, `/` between parts, no leading `./`. Bytes of a file name that are no
            UTF-8 stand as lone surrogates (PEP 383).
        record: 1-based physical line of the record in a JSON Lines file; None in a text file.
    """

    path: str
    record: int | None = None


class Span(NamedTuple):
    """A half-open range of code points in a document's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place for people: 1-based line and column, columns in code points."""

    line: int
    column: int


class Block(NamedTuple):
    """One line, or the lines of a hard-wrapped paragraph, without the white space around it.

    Attributes:
        kind: one of `KINDS`. What is residue, rules say, not the segmenter.
        start, end: the span in the document's text.
        text: `document.text[start:end]`.
    """

    kind: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Article(NamedTuple):
    """One story. A file can hold several; `boundary` is the span of what parts it from the story before."""

    blocks: tuple[Block, ...]
    boundary: Span | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a record says of itself; empty strings where it is silent."""

    id: str = ""
    title: str = ""
    date: str = ""
    source: str = ""
    language: str = ""


class Origin(ABC):
    """How a document stands in its file: what a rewrite and a place in the file need. Made by the reader."""

    encoding: str = "utf-8"
    """Python's name of the codec that `text` was decoded with."""
    bom: bytes = b""
    """The byte order mark that stood before the text."""
    exact: bool = True
    """False where `text` cannot be written back as it was, so that it never is.

    A byte b that could not be decoded stands in `text` as U+DC00 + b; without one, the codec reads more than it writes.
    """
    offset: int = 0
    """Where the record begins in the (unpacked) file, in bytes."""
    size: int = 0
    """Length of the record in bytes."""
    is_file: bool = False
    """Whether the file holds the text and nothing else: a place in the one is that in the other."""

    @property
    def digest(self) -> bytes:
        """BLAKE2b-128 of the record's bytes; empty where there are none."""
        return b""

    @property
    def holds_utf8(self) -> bool:
        """Whether the bytes are UTF-8, and more than ASCII, though another codec was set for them."""
        return False

    def guess_encoding(self) -> str | None:
        """The likeliest encoding of bytes that could not be decoded, as Python names it; None where none is likely."""
        return None

    @abstractmethod
    def file_position(self, document: Document, offset: int) -> Position:
        """Line and column of a text offset in the file itself, escapes counted."""

    @abstractmethod
    def rewrite(self, document: Document, edits: Sequence[tuple[Span, str]]) -> bytes:
        """The record's bytes with `edits` (sorted, disjoint) applied and all else byte for byte as it was.

        Raises:
            ValueError: the document was not decoded exactly, or an edit cannot be written in its encoding.
        """


@dataclass(frozen=True)
class Document:
    """One decoded record.

    Attributes:
        text: never changed while it is read: encoding it gives the bytes back.
        articles: the segmented stories, at least one unless there is no visible text.
        metadata: id, title, date, source, language.
        origin: the place in the file; None for a text that came from no file.
        defect: why there is no text to check (a record that does not parse, …); empty otherwise.
    """

    ref: DocumentRef
    text: str
    articles: tuple[Article, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    origin: Origin | None = None
    defect: str = ""

    @kept
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of all articles, in order."""
        if len(self.articles) == 1:
            return self.articles[0].blocks
        return tuple(block for article in self.articles for block in article.blocks)

    @kept
    def keys(self) -> tuple[str, ...]:
        """The comparison form (`text.fold`) of each block, aligned with `blocks`."""
        return fold_lines([block.text for block in self.blocks], self.rare_characters)

    @kept
    def told_lines(self) -> Lines:
        """What conditions ask of the blocks; for most documents it is told without all of `keys`."""
        texts = [block.text for block in self.blocks]
        return lines_by_heads(texts, self.rare_characters) or lines_of(self.keys)

    @kept
    def labels(self) -> tuple[Label | None, ...]:
        """The label (`labels.label`) of each block of at most `SHORT_BLOCK` characters, aligned with `blocks`."""
        labels: list[Label | None] = [None] * len(self.blocks)
        for number, _, own in self.told_lines.short:
            labels[number] = own
        return tuple(labels)

    @kept
    def line_index(self) -> LineIndex:
        """Where blocks with a label are, by what they say and how they begin."""
        return line_index(self.told_lines.short, self.told_lines.long)

    @kept
    def rare_characters(self) -> frozenset[str]:
        """The distinct characters that are no ordinary ASCII (see `text.rare_characters`)."""
        return rare_characters(self.text)

    @kept
    def plain(self) -> str:
        """The text itself where it is ASCII; else what of it is: short where it is Chinese or Arabic.

        A string of ASCII that does not stand in it does not stand in the text.
        """
        return self.text if self.text.isascii() else self.text.encode("ascii", "ignore").decode("ascii")

    @kept
    def language(self) -> str:
        """The text's language (`language.language_of`): an ISO 639-1 code, '' where it is unknown."""
        return language_of(self.text, self.metadata.language)

    @kept
    def mark(self) -> str:
        """What finds a renamed or edited document again: a digest of each of its `MARKING` longest blocks, by `-`.

        BLAKE2b-32 of their comparison forms, as hex, sorted. A paragraph that is moved, or a word that is mended in
        another one, leaves it as it is. Without a block it is one of the whole text, or of a defect's bytes;
        empty for a blank record without an id.
        """
        blocks = self.blocks
        if not blocks:
            if self.ref.record is not None and not (self.metadata.id or self.defect):
                return ""  # many files have such records, which tell none of them from another
            data = self.origin.digest if self.defect and self.origin else self.text.encode("utf-8", "surrogatepass")
            return blake2b(data, digest_size=4).hexdigest()
        longest = sorted(range(len(blocks)), key=lambda number: -len(blocks[number].text))[:MARKING]
        known: tuple[str, ...] = vars(self).get("keys", ())  # not made for this alone: nobody else may need them
        forms = (known[number] if known else fold(blocks[number].text) for number in longest)
        digests = (blake2b(form.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest() for form in forms)
        return "-".join(sorted(digests))

    @kept
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line. Lines end at LF, CRLF and CR only."""
        if "\r" in self.text:
            return (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        lengths = map(len, self.text.split("\n")[:-1])
        return tuple(accumulate((length + 1 for length in lengths), initial=0))

    def line(self, number: int) -> Span:
        """The span of the 1-based line, its line end included."""
        starts = self.line_starts
        return Span(starts[number - 1], starts[number] if number < len(starts) else len(self.text))

    def lines(self) -> Iterator[Span]:
        """The spans of all lines, their line ends included."""
        starts = self.line_starts
        ends = (*starts[1:], len(self.text))
        return (Span(start, end) for start, end in zip(starts, ends, strict=True))

    def position(self, offset: int) -> Position:
        """Line and column of an offset in the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def file_position(self, offset: int) -> Position:
        """Line and column of an offset in the file itself."""
        return self.origin.file_position(self, offset) if self.origin else self.position(offset)

    def whole_lines(self, start: int, end: int) -> Span:
        """The lines that `start:end` touches, with their line ends.

        Where a blank line stands on both sides (or the document begins before them) the one behind goes with them, so
        that deleting the span leaves no run of blank lines; where they are the last, the blank lines (and, if they have
        no line end, the line end) before them go.
        """
        first, last = self.position(start).line, self.position(max(start, end - 1)).line
        span = Span(self.line(first).start, self.line(last).end)
        if last == len(self.line_starts):
            return self._with_line_end_before(span)
        if first == 1 or self._is_blank(first - 1):
            while last < len(self.line_starts) - 1 and self._is_blank(last + 1):
                last += 1
            span = Span(span.start, self.line(last).end)
        while span.end == len(self.text) and first > 1 and self._is_blank(first - 1):
            first -= 1
            span = Span(self.line(first).start, span.end)
        return span

    def _is_blank(self, number: int) -> bool:
        span = self.line(number)
        return not self.text[span.start : span.end].strip()

    def _with_line_end_before(self, span: Span) -> Span:
        start = span.start
        if self.text[start - 2 : start] == "\r\n":
            return Span(start - 2, span.end)
        return Span(max(0, start - 1), span.end)
