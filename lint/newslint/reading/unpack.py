"""Gzip files, unpacked as a stream and within limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from .opening import Unreadable, reason, shown_size
from .options import MIB, ReadingOptions

_PACKED_BLOCK: Final = 1 << 16
_GZIP: Final = 16 + zlib.MAX_WBITS


class _Unpacker:
    """Unpacks the members of one file, one after the other."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._member: Any = None
        self._packed = self._unpacked = self._members = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What the next bytes of the file unpack to.

        Raises:
            Unreadable: they are no gzip, or unpack to more than the limits allow.
        """
        self._packed += len(data)
        while self._begin(data):
            before = self._member.copy()
            try:
                piece = self._member.decompress(data, MIB)
            except zlib.error:
                yield from self._rescue(before, data)
                raise Unreadable(self._broken()) from None
            yield from self._counted(piece)
            data = self._rest()
            if not data and len(piece) < MIB:
                return

    def _begin(self, data: bytes) -> bool:
        """Whether there is more to unpack; begins the next member where one must begin."""
        if self._member is None:
            if not data or (self._members and not data.strip(b"\0")):  # padding
                return False
            self._member = zlib.decompressobj(_GZIP)
        return True

    def _rest(self) -> bytes:
        if not self._member.eof:
            return bytes(self._member.unconsumed_tail)
        rest = bytes(self._member.unused_data)
        self._member = None
        self._members += 1
        return rest

    def _rescue(self, member: Any, data: bytes) -> Iterator[bytes]:
        """What comes out of `data` before the broken place, found byte by byte."""
        try:
            for index in range(len(data)):
                yield from self._counted(member.decompress(data[index : index + 1], MIB))
        except zlib.error:
            return

    def _counted(self, piece: bytes) -> Iterator[bytes]:
        self._unpacked += len(piece)
        options = self._options
        if self._unpacked > MIB and self._unpacked > options.max_ratio * self._packed:
            raise Unreadable(f"unpacks to more than {options.max_ratio} times its size; not read further")
        if self._unpacked > options.max_unpacked_bytes:
            raise Unreadable(f"unpacks to more than {shown_size(options.max_unpacked_bytes)}; not read further")
        if piece:
            yield piece

    def _broken(self) -> str:
        if self._members:
            return "not gzip behind its first part; what stands before was read"
        return "broken gzip data; what could be unpacked was read" if self._unpacked else "not a gzip file"

    def finish(self) -> None:
        """Call at the end of the file.

        Raises:
            Unreadable: the file ends inside a member.
        """
        if self._member is not None:
            raise Unreadable("ends too early (truncated gzip); what could be unpacked was read")


def unpacked(file: BinaryIO, options: ReadingOptions) -> Iterator[bytes]:
    """The bytes that a gzip file holds, all its members joined.

    Raises:
        Unreadable: after all that could be read was given.
    """
    unpacker = _Unpacker(options)
    try:
        while data := file.read(_PACKED_BLOCK):
            yield from unpacker.feed(data)
    except OSError as error:
        raise Unreadable(f"cannot be read: {reason(error)}") from None
    unpacker.finish()
