"""A JSON record as a document."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from newslint.document import Document, DocumentRef, Metadata, Origin, Position, Span

from .decode import Decoded, decode_part, encode, is_other_utf8, likely_encoding
from .fields import Defective, metadata_of, text_of
from .literal import DECODER, Literal, find_literal, too_deep
from .options import ReadingOptions
from .segment import segment
from .texts import DIGEST_SIZE, unwritable

_LONG_NUMBER: Final = re.compile(r"\d{4301,}")  # more digits than Python turns into a number


class RecordOrigin(Origin):
    """A record: its bytes, its first line in the file, and the keys that lead to its text.

    Attributes:
        position: the offset in the record where a defect shows.
    """

    path: tuple[str, ...] = ()
    position: int = 0

    def __init__(self, raw: bytes, decoded: Decoded, offset: int, line: int) -> None:
        self.encoding, self.exact = decoded.encoding, decoded.exact
        self.offset = offset
        self.size = len(raw)
        self._raw, self._line = raw, line

    @cached_property
    def digest(self) -> bytes:
        return blake2b(self._raw, digest_size=DIGEST_SIZE).digest()

    @cached_property
    def _decoded(self) -> str:
        return decode_part(self._raw, self.encoding).text

    @cached_property
    def _literal(self) -> Literal:
        return Literal(self._decoded, find_literal(self._decoded, self.path))

    @cached_property
    def holds_utf8(self) -> bool:
        return is_other_utf8(self._raw, self.encoding)

    def guess_encoding(self) -> str | None:
        return None if self.exact else likely_encoding(self._raw)

    def file_position(self, document: Document, offset: int) -> Position:  # noqa: ARG002
        raw = self._literal.raw_offset(offset) if self.path else self.position
        line, column = place(self._decoded, raw)
        return Position(self._line + line - 1, column)

    def rewrite(self, document: Document, edits: Sequence[tuple[Span, str]]) -> bytes:  # noqa: ARG002
        if not self.exact:
            raise ValueError(f"cannot be written back as {self.encoding} without loss")
        if not self.path:
            raise ValueError("there is no text to write to")
        line = self._literal.rewritten(edits, self.encoding)
        try:
            return encode(Decoded(line, self.encoding))
        except UnicodeEncodeError as error:
            raise unwritable(error, self.encoding) from None


def place(text: str, offset: int) -> Position:
    """Line and column of an offset in JSON, whose lines end at LF."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


_AN_OBJECT_A_LINE: Final = "write one object on each line (jq -c '.[]')"


def parse(line: str) -> dict[str, Any]:
    """The object that a record holds.

    Raises:
        Defective: it does not parse, or is no object.
    """
    deep = too_deep(line)
    if deep is not None:
        raise Defective("the brackets nest too deep", deep)
    try:
        value, end = DECODER.raw_decode(line) if line.startswith("{") else (None, 0)
        if end < len(line) and (not end or line[end:].strip(" \t\n\r")):
            value = DECODER.decode(line)  # the same, but for white space before it, and what is wrong behind it
    except json.JSONDecodeError as error:
        raise _broken(line, error) from None
    except ValueError:
        number = _LONG_NUMBER.search(line)
        raise Defective("a number of more than 4300 digits", number.start() if number else 0) from None
    except RecursionError:
        raise Defective("the brackets nest too deep") from None
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        raise Defective(f"a JSON array, not an object; {_AN_OBJECT_A_LINE}")
    raise Defective("a JSON value, but no object with fields")


def _broken(line: str, error: json.JSONDecodeError) -> Defective:
    """The same words and place on every version of Python."""
    before = line[: error.pos].rstrip(" \t\r\n")
    all_there, behind = line.strip(" \t\r\n"), line[error.pos :].strip(" \t\r\n")
    begins = not behind and all_there.startswith("[") and all_there.endswith(("[", "},"))
    ends = all_there == "]" or (before.endswith("}") and behind in (",", "]"))
    if begins or ends:
        return Defective(f"not valid JSON: a part of an array; {_AN_OBJECT_A_LINE}", error.pos)
    if all_there == "{":
        return Defective(
            "not valid JSON: an object that does not end in its line; write it on one (jq -c .)", error.pos
        )
    if line[error.pos : error.pos + 1] in ("}", "]") and before.endswith(","):
        return Defective("not valid JSON: illegal trailing comma", len(before) - 1)
    if error.msg.startswith("Illegal trailing comma"):
        return Defective("not valid JSON: illegal trailing comma", error.pos)
    cause = error.msg[0].lower() + error.msg[1:].removesuffix(" at").removesuffix(" starting")
    return Defective(f"not valid JSON: {cause}", error.pos)


def record_document(
    ref: DocumentRef, raw: bytes, codec: str, options: ReadingOptions, offset: int = 0, source: str = ""
) -> Document:
    """The document that a record makes; one with a `defect` where it holds no text.

    Args:
        ref: with the record's first line.
        raw: the record without its line end and without a byte order mark.
        codec: as Python names it.
        offset: where `raw` begins in the file.
        source: the first folder below the given path.
    """
    decoded = decode_part(raw, codec)
    origin = RecordOrigin(raw, decoded, offset, ref.record or 1)
    metadata = Metadata(source=source)
    try:
        record = parse(decoded.text)
        metadata = metadata_of(record, options, source)
        origin.path, text = text_of(record, options.text_fields)
    except Defective as defect:
        origin.position = defect.position
        cause = f"{defect} ({_shown(decoded.text, defect.position)})" if defect.position else str(defect)
        return Document(ref, "", (), metadata, origin, cause)
    return Document(ref, text, segment(text), metadata, origin)


def _shown(text: str, offset: int) -> str:
    line, column = place(text, offset)
    return f"line {line} of the record, column {column}" if line > 1 else f"column {column}"
