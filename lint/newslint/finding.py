"""What a rule says: findings, the places they name, and the edits that would mend them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from .document import Document, DocumentRef, Span

Data = Mapping[str, object]
"""What programs want of a finding: JSON values only (str, int, float, bool, None, lists and dicts of these)."""


class Severity(IntEnum):
    """How much a finding matters to the reader of the corpus; ordered."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, name: str) -> Severity:
        """The severity called `name`.

        Raises:
            ValueError: no severity is called so.
        """
        try:
            return cls[name.upper()]
        except KeyError:
            raise ValueError(f"{name!r} is no severity (info, warning, error)") from None


class Safety(StrEnum):
    """Who may apply a fix: `safe` at any time, `unsafe` only when asked for, `display` nobody (evidence only)."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty text deletes."""

    span: Span
    text: str = ""


def apply_edits(text: str, edits: Iterable[tuple[Span, str]]) -> str:
    """`text` with `edits` applied.

    Args:
        edits: disjoint, in any order; positions are code points of `text` as it stands before any of them.

    Raises:
        ValueError: two edits overlap, or one lies outside of the text.
    """
    pieces: list[str] = []
    position = 0
    for (start, end), replacement in sorted(edits):
        if not position <= start <= end <= len(text):
            raise ValueError(f"the edit {start}:{end} overlaps another one or lies outside of the text")
        pieces += (text[position:start], replacement)
        position = end
    return "".join((*pieces, text[position:]))


class Fix(NamedTuple):
    """Edits that belong together, sorted and disjoint, and what they do."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class Location(NamedTuple):
    """A place in a document.

    A rule gives `ref` and `span`; the rest is filled in where the text is at hand (`locate`). Lines and columns are
    1-based, ends exclusive, columns in code points; `file_line` and `file_column` are the place in the file on disk.
    `excerpt` is the head of the span's text; `before` and `after` are what stands around it in its lines. `id` is the
    record's, `mark` the document's (`Document.mark`).
    """

    ref: DocumentRef
    span: Span
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    file_line: int = 0
    file_column: int = 0
    file_end_line: int = 0
    file_end_column: int = 0
    excerpt: str = ""
    id: str = ""
    before: str = ""
    after: str = ""
    mark: str = ""

    @property
    def is_cut(self) -> bool:
        """Whether the excerpt is only the head of the span's text."""
        return self.span.end - self.span.start > len(self.excerpt)


class Related(NamedTuple):
    """Another place that belongs to a finding.

    Attributes:
        note: for people: "first copy", …
        role: for programs: `original`, `copy`, `part`, `example`, `before`, `after`.
        similarity: of the two texts, 0 to 1; None where nothing was measured.
        fingerprint: what a finding of the same rule would have here; empty where none was made.
    """

    location: Location
    note: str = ""
    role: str = "original"
    similarity: float | None = None
    fingerprint: str = ""


class ClusterId(NamedTuple):
    """A group of copies: an id made from their content, and how many there are."""

    id: str
    size: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect in one place.

    Attributes:
        rule, family: who says it.
        kind: which sort of it (`same`, `edited`, `contained`, …); empty where the rule has one sort only.
        fingerprint: of the content, without path or line; made when the finding is located.
    """

    rule: str
    message: str
    location: Location
    severity: Severity
    family: str = ""
    kind: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    data: Data = field(default_factory=dict)
    cluster: ClusterId | None = None
    source: str = ""
    fingerprint: str = ""


class Notice(NamedTuple):
    """What is to be said of a file as a whole, not of its text.

    Attributes:
        path: as in `DocumentRef.path`.
        message: what happened and what the user can do.
        failed: True where newslint could not do what it was asked (exit 2); False where it left a file
            aside on purpose.
    """

    path: str
    message: str
    failed: bool = False


EXCERPT_LENGTH = 160
"""Code points of a block that a finding carries at most."""
COPY_LENGTH = 400
"""Code points that it carries of a text that stands elsewhere too, so that both can be laid side by side."""
CONTEXT_LENGTH = 40
"""Code points of the rest of the line that a finding carries at most, on each side."""


def locate(location: Location, document: Document, longest: int = EXCERPT_LENGTH) -> Location:
    """The same place with its lines, columns, place in the file and an excerpt of at most `longest` code points."""
    start, end = location.span
    places = *document.position(start), *document.position(end)
    in_file = places
    if document.origin and not document.origin.is_file:
        in_file = *document.file_position(start), *document.file_position(end)
    return Location(
        location.ref,
        location.span,
        *places,
        *in_file,
        document.text[start : min(end, start + longest)],
        document.metadata.id,
        *_context(document.text, start, end, longest),
        document.mark,
    )


def _context(text: str, start: int, end: int, longest: int) -> tuple[str, str]:
    """What stands in the line before the span, and after it where the excerpt holds the whole span."""
    before = text[max(0, start - CONTEXT_LENGTH) : start]
    before = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    after = text[end : end + CONTEXT_LENGTH] if end - start <= longest else ""
    after = after.partition("\n")[0].partition("\r")[0]
    return before, after


class Surplus(NamedTuple):
    """What one of two texts has beyond the other: the first words in reading order, and how many there are."""

    words: list[str]
    total: int
