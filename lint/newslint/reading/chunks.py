"""Cuts files into chunks of whole records, without reading a file whole into memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from newslint.finding import Notice

from .cutting import Cutter
from .decode import binary_offset, decode_part, likely_utf16, sniff
from .fields import Defective
from .lines import LineEnds
from .opening import Unreadable, failed, open_file, read_up_to, too_large
from .options import JSON, MIB, TEXT, Chunk, FileEntry, ReadingOptions
from .pointers import pointer
from .records import parse
from .unpack import unpacked

_BLOCK_UNIT = 4
"""Blocks begin at multiples of this many bytes, so that no block begins inside a character of UTF-16 or UTF-32."""
_BINARY_SAMPLE = 1 << 13


def split(entry: FileEntry, options: ReadingOptions, target: int = MIB) -> Iterator[Chunk | Notice]:
    """The chunks of a file, in order, and notices of what cannot be read of it.

    It holds no more than about `target` bytes and one record. A text file is one chunk.

    Args:
        target: bytes of a chunk of JSON Lines.
    """
    if entry.format == TEXT and not entry.packed:
        yield _text_chunk(entry, options)
        return
    try:
        with open_file(entry) as file:
            blocks = _blocks(file, entry, options, max(_BLOCK_UNIT, target // _BLOCK_UNIT * _BLOCK_UNIT))
            if entry.format == TEXT:
                yield from _packed_text(entry, blocks, options)
            else:
                yield from _json_chunks(entry, blocks, options)
    except Unreadable as error:
        yield failed(entry, error)


def _text_chunk(entry: FileEntry, options: ReadingOptions) -> Chunk | Notice:
    if entry.size > options.max_record_bytes:
        return too_large(entry, options.max_record_bytes)
    return Chunk(entry, 0, entry.size, whole=True)


def _blocks(file: BinaryIO, entry: FileEntry, options: ReadingOptions, size: int) -> Iterator[bytes]:
    """The (unpacked) file in blocks of `size` bytes; the last one may be shorter."""
    if entry.packed:
        yield from _even(unpacked(file, entry.packed, options), size)
        return
    while block := read_up_to(file, size):
        yield block


def _even(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in blocks of `size`; what came before an error is given before it is raised."""
    rest = bytearray()
    try:
        for piece in pieces:
            rest += piece
            while len(rest) >= size:
                yield bytes(rest[:size])
                del rest[:size]
    except Unreadable:
        if rest:
            yield bytes(rest)
        raise
    if rest:
        yield bytes(rest)


def _packed_text(entry: FileEntry, blocks: Iterator[bytes], options: ReadingOptions) -> Iterator[Chunk | Notice]:
    data, error = bytearray(), None
    try:
        for block in blocks:
            data += block
            if len(data) > options.max_record_bytes:
                yield too_large(entry, options.max_record_bytes)
                return
    except Unreadable as raised:
        error = raised
        del data[_last_line(data, entry, options) :]  # it broke off there: what is seen at the end would be no finding
    if data or not error:
        yield Chunk(entry, 0, len(data), data=bytes(data), whole=True)
    if error:
        raise error


def _last_line(data: bytearray, entry: FileEntry, options: ReadingOptions) -> int:
    """Where the last line begins."""
    return LineEnds(sniff(bytes(data[:_BLOCK_UNIT]), options.encoding_of(entry.path))[0]).after_last(bytes(data))


def _json_chunks(entry: FileEntry, blocks: Iterator[bytes], options: ReadingOptions) -> Iterator[Chunk | Notice]:
    first = next(blocks, b"")
    encoding, _ = sniff(first, options.encoding_of(entry.path))
    aside = left_aside(entry, first, encoding)
    if aside:
        yield aside
        return
    if entry.format == JSON:
        yield from _object_or_lines(entry, chain((first,), blocks), encoding, options)
    else:
        yield from Cutter(entry, encoding, options).chunks(chain((first,), blocks))


def left_aside(entry: FileEntry, data: bytes, encoding: str) -> Notice | None:
    """The notice that a file is no text, by its beginning; a binary one that was asked for by name is a failure."""
    offset = binary_offset(data[:_BINARY_SAMPLE] if entry.format != TEXT else data, encoding)
    if offset is not None:
        utf16 = likely_utf16(data[:_BINARY_SAMPLE])
        hint = f", or UTF-16 without a mark, which encoding = {utf16!r} reads" if utf16 else ""
        return Notice(entry.path, f"binary (NUL byte at offset {offset}){hint}", failed=entry.named)
    why = pointer(data)
    return Notice(entry.path, why) if why else None


def _object_or_lines(
    entry: FileEntry, blocks: Iterator[bytes], encoding: str, options: ReadingOptions
) -> Iterator[Chunk | Notice]:
    """A .json file: JSON Lines, or one object over several lines."""
    held: list[bytes] = []
    size, lines, error = 0, None, None
    try:
        for block in blocks:
            held.append(block)
            size += len(block)
            if lines is None and LineEnds(encoding).after_first(block):
                lines = _is_lines(b"".join(held), encoding)
            if lines or size > options.max_record_bytes:
                break
    except Unreadable as raised:
        error = raised
    if lines or (lines is None and _is_lines(held[0], encoding)) or _looks_like_lines(b"".join(held), encoding):
        yield from Cutter(entry, encoding, options).chunks(chain(held, blocks))
    elif size > options.max_record_bytes:
        yield too_large(entry, options.max_record_bytes)
    else:
        data = b"".join(held) if entry.packed else None
        yield Chunk(entry, 0, size, data=data, encoding=encoding, whole=True)
    if error:
        raise error


def _first_line(data: bytes, encoding: str) -> str:
    lines = LineEnds(encoding).split(data)
    texts = (decode_part(line, encoding).text.removeprefix("\ufeff").strip() for line in lines)
    return next(filter(None, texts), "")


def _is_lines(data: bytes, encoding: str) -> bool:
    """Whether the first line is a record of its own, or there is none."""
    line = _first_line(data, encoding)
    return not line or _parses(line)


def _looks_like_lines(data: bytes, encoding: str) -> bool:
    """Whether a broken file was meant to have a record on each line."""
    line = _first_line(data, encoding)
    broken = line.startswith("{") and line.endswith("}")
    return broken and not _parses(decode_part(data, encoding).text.removeprefix("\ufeff"))


def _parses(text: str) -> bool:
    try:
        parse(text)
    except Defective:
        return False
    return True
