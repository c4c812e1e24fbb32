"""A text file as a document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b

from newslint.document import Document, DocumentRef, Metadata, Origin, Position, Span
from newslint.finding import apply_edits

from .decode import Decoded, decode, encode, is_other_utf8, likely_encoding
from .segment import segment

DIGEST_SIZE = 16


class TextOrigin(Origin):
    """A whole file: its bytes, and how they became text."""

    is_file = True

    def __init__(self, data: bytes, decoded: Decoded) -> None:
        self.encoding, self.bom, self.exact = decoded.encoding, decoded.bom, decoded.exact
        self.size = len(data)
        self._data = data

    @cached_property
    def digest(self) -> bytes:
        return blake2b(self._data, digest_size=DIGEST_SIZE).digest()

    @cached_property
    def holds_utf8(self) -> bool:
        return is_other_utf8(self._data, self.encoding)

    def guess_encoding(self) -> str | None:
        return None if self.exact else likely_encoding(self._data)

    def file_position(self, document: Document, offset: int) -> Position:
        return document.position(offset)

    def rewrite(self, document: Document, edits: Sequence[tuple[Span, str]]) -> bytes:
        if not self.exact:
            raise ValueError(f"cannot be written back as {self.encoding} without loss")
        text = apply_edits(document.text, edits)
        try:
            return encode(Decoded(text, self.encoding, self.bom))
        except UnicodeEncodeError as error:
            raise unwritable(error, self.encoding) from None


def unwritable(error: UnicodeEncodeError, encoding: str) -> ValueError:
    """What to raise for a character that the file's encoding does not have."""
    return ValueError(f"{encoding} has no U+{ord(error.object[error.start]):04X}")


def text_document(ref: DocumentRef, data: bytes, encoding: str, source: str = "") -> Document:
    """The document that a text file's bytes make.

    Args:
        encoding: the codec where no byte order mark names one; empty: UTF-8.
    """
    decoded = decode(data, encoding)
    origin = TextOrigin(data, decoded)
    return Document(ref, decoded.text, segment(decoded.text), Metadata(source=source), origin)
