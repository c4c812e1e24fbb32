"""Chunks to documents, lazily; and single records once more."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from operator import attrgetter
from typing import BinaryIO, NamedTuple

from newslint.document import Document, DocumentRef
from newslint.finding import Notice

from .chunks import left_aside
from .decode import LONGEST_MARK, UTF8, sniff
from .lines import LineEnds
from .opening import CHANGED, Unreadable, failed, open_file, read_at, read_range, read_up_to, too_large
from .options import TEXT, Chunk, FileEntry, ReadingOptions, Wanted
from .records import record_document
from .texts import DIGEST_SIZE, text_document
from .unpack import unpacked


class RawRecord(NamedTuple):
    """A record as it stands in its file, before it is decoded.

    Attributes:
        data: its bytes, without line end; of a record in JSON without a byte order mark, too.
        codec: of a record, as Python names it; of a text what is set for its file, empty where nothing is.
        offset: where it begins in the (unpacked) file, in bytes.
        source: the first folder below the given path.
    """

    ref: DocumentRef
    data: bytes
    codec: str
    offset: int = 0
    source: str = ""

    def document(self, options: ReadingOptions) -> Document:
        """The document that it makes."""
        if self.ref.record is None:
            return text_document(self.ref, self.data, self.codec, self.source)
        return record_document(self.ref, self.data, self.codec, options, self.offset, self.source)


def read(chunk: Chunk, options: ReadingOptions) -> Iterator[Document | Notice]:
    """The documents of a chunk, one for each record, and notices of what cannot be read."""
    for item in raw_records(chunk, options):
        yield item if isinstance(item, Notice) else item.document(options)


def raw_records(chunk: Chunk, options: ReadingOptions) -> Iterator[RawRecord | Notice]:
    """The records of a chunk as they stand there, and notices of what cannot be read."""
    entry = chunk.entry
    try:
        data = read_range(entry, chunk.offset, chunk.size) if chunk.data is None else chunk.data
    except Unreadable as error:
        yield failed(entry, error)
        return
    if entry.format == TEXT:
        yield _text(entry, data, options)
    else:
        yield from _records(chunk, data, options)


def document_of(ref: DocumentRef, data: bytes, options: ReadingOptions) -> Document:
    """The document that the bytes of a text file make, or those of a record where `ref` names one.

    Raises:
        ValueError: Python knows no text encoding of the name set for this path.
    """
    encoding = options.encoding_of(ref.path)
    if ref.record is None:
        return text_document(ref, data, encoding)
    return record_document(ref, data, sniff(b"", encoding)[0], options)


def _text(entry: FileEntry, data: bytes, options: ReadingOptions) -> RawRecord | Notice:
    encoding = options.encoding_of(entry.path)
    aside = left_aside(entry, data, sniff(data, encoding)[0])
    return aside or RawRecord(DocumentRef(entry.path), data, encoding, source=entry.source)


def _records(chunk: Chunk, data: bytes, options: ReadingOptions) -> Iterator[RawRecord | Notice]:
    entry, codec = chunk.entry, chunk.encoding or UTF8
    mark, carriage = "\n".encode(codec), "\r".encode(codec)
    offset = len(sniff(data)[1]) if chunk.offset == 0 else 0
    for number, line in enumerate(LineEnds(codec).split(data[offset:] if offset else data), chunk.line):
        raw = data[offset:] if chunk.whole else line.removesuffix(carriage)
        if _is_blank(line, codec):
            pass
        elif len(raw) > options.max_record_bytes:
            yield too_large(entry, options.max_record_bytes, number)
        else:
            ref = DocumentRef(entry.path, number)
            yield RawRecord(ref, raw, codec, chunk.offset + offset, entry.source)
            if chunk.whole:
                return
        offset += len(line) + len(mark)


def _is_blank(line: bytes, codec: str) -> bool:
    if codec == UTF8:
        return not line or line.isspace()
    return not line.decode(codec, "replace").strip()


def reread(entry: FileEntry, wanted: Sequence[Wanted], options: ReadingOptions) -> Iterator[Document | Notice]:
    """Records of a file once more, in the order they stand there.

    A record whose bytes are not those of its digest any more is a failed notice.

    Args:
        wanted: the records, as their `Origin` placed them; none twice.
    """
    try:
        if len(wanted) == 1 and wanted[0].record is None and not entry.packed:
            text = wanted[0]
            yield _reread(entry, text, read_range(entry, text.offset, text.size), "", options)
            return
        with open_file(entry) as file:
            packed = entry.packed
            pieces = _packed_pieces(file, packed, wanted, options) if packed else _pieces(file, wanted)
            codec = ""
            for record, data in pieces:
                if record is None:
                    codec = sniff(data, options.encoding_of(entry.path))[0]
                else:
                    yield _reread(entry, record, data, codec, options)
    except Unreadable as error:
        yield failed(entry, error)


def _reread(entry: FileEntry, record: Wanted, data: bytes, codec: str, options: ReadingOptions) -> Document | Notice:
    if blake2b(data, digest_size=DIGEST_SIZE).digest() != record.digest:
        return failed(entry, CHANGED if record.record is None else f"line {record.record}: {CHANGED}")
    if record.record is None:
        return text_document(DocumentRef(entry.path), data, options.encoding_of(entry.path), entry.source)
    ref = DocumentRef(entry.path, record.record)
    return record_document(ref, data, codec, options, record.offset, entry.source)


Piece = tuple[Wanted | None, bytes]
"""A record and its bytes; first of all, for no record, those that the file begins with."""


def _pieces(file: BinaryIO, wanted: Sequence[Wanted]) -> Iterator[Piece]:
    yield None, read_up_to(file, LONGEST_MARK)
    for record in sorted(wanted, key=attrgetter("offset")):
        yield record, read_at(file, record.offset, record.size)


def _packed_pieces(file: BinaryIO, packed: str, wanted: Sequence[Wanted], options: ReadingOptions) -> Iterator[Piece]:
    """As `_pieces`, from a packed file: unpacked once, nothing held but the record at hand."""
    waiting = deque(sorted(wanted, key=attrgetter("offset")))
    blocks = unpacked(file, packed, options)
    held, position = next(blocks, b""), 0  # what stands at `position`
    yield None, held[:LONGEST_MARK]
    while waiting:
        start, end = waiting[0].offset - position, waiting[0].offset - position + waiting[0].size
        if end <= len(held):
            yield waiting.popleft(), held[start:end]
            continue
        dropped = min(start, len(held))
        more = next(blocks, None)
        if more is None:
            raise Unreadable(CHANGED)
        held, position = held[dropped:] + more, position + dropped
