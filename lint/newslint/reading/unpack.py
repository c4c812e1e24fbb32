"""Packed files, unpacked as a stream and within limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from .opening import Unreadable, reason, shown_size
from .options import MIB, ReadingOptions
from .packing import PACKINGS, tool_of

_PACKED_BLOCK: Final = 1 << 16


class _Unpacker:
    """Unpacks the members of one file, one after the other."""

    def __init__(self, packed: str, options: ReadingOptions) -> None:
        self._tool, self._name, self._options = tool_of(packed), PACKINGS[packed], options
        self._member: Any = None
        self._packed = self._unpacked = self._members = 0

    def feed(self, block: bytes) -> Iterator[bytes]:
        """What the next bytes of the file unpack to.

        Raises:
            Unreadable: they are not packed so, or unpack to more than the limits allow.
        """
        for start in range(0, len(block), self._tool.step):
            yield from self._feed(block[start : start + self._tool.step])

    def _feed(self, data: bytes) -> Iterator[bytes]:
        self._packed += len(data)
        while True:
            if self._member is None:
                data = data.lstrip(b"\0") if self._members else data  # padding
                if not data:
                    return
                self._member = self._tool.unpacker()
            before = self._member.copy() if hasattr(self._member, "copy") else None
            try:
                piece = self._member.decompress(data, MIB)
            except self._tool.errors as error:
                if before:
                    yield from self._rescue(before, data)
                raise Unreadable(self._broken(error)) from None
            yield from self._counted(piece)
            data = self._rest()
            if not data and len(piece) < MIB:
                return

    def _rest(self) -> bytes:
        """What was not unpacked yet; but what an unpacker keeps for itself comes out with the next, or with nothing."""
        if not self._member.eof:
            return bytes(getattr(self._member, "unconsumed_tail", b""))
        rest = bytes(self._member.unused_data)
        self._member = None
        self._members += 1
        return rest

    def _rescue(self, member: Any, data: bytes) -> Iterator[bytes]:
        """What comes out of `data` before the broken place, found byte by byte."""
        try:
            for index in range(len(data)):
                yield from self._counted(member.decompress(data[index : index + 1], MIB))
        except self._tool.errors:
            return

    def _counted(self, piece: bytes) -> Iterator[bytes]:
        self._unpacked += len(piece)
        options, ratio = self._options, self._options.max_ratio * self._tool.repeats
        if self._unpacked > MIB and self._unpacked > ratio * self._packed:
            raise Unreadable(f"unpacks to more than {ratio} times its size; not read further")
        if self._unpacked > options.max_unpacked_bytes:
            raise Unreadable(f"unpacks to more than {shown_size(options.max_unpacked_bytes)}; not read further")
        if piece:
            yield piece

    def _broken(self, error: Exception) -> str:
        if "memory" in str(error).lower():
            return f"was packed by {self._name} with a window that is too large to be unpacked here"
        if "dictionary" in str(error).lower():
            return f"was packed by {self._name} with a dictionary, which is not at hand"
        if self._members:
            return f"not {self._name} behind its first part; what stands before was read"
        if self._unpacked:
            return f"broken {self._name} data; what could be unpacked was read"
        return f"no {self._name} data"

    def finish(self) -> None:
        """Call at the end of the file.

        Raises:
            Unreadable: the file ends inside a member.
        """
        if self._member is not None:
            raise Unreadable(f"ends too early (truncated {self._name}); what could be unpacked was read")


def unpacked(file: BinaryIO, packed: str, options: ReadingOptions) -> Iterator[bytes]:
    """The bytes that a packed file holds, all its members joined.

    Args:
        packed: what its name ends in, a key of `PACKINGS`.

    Raises:
        Unreadable: after all that could be read was given.
    """
    unpacker = _Unpacker(packed, options)
    while data := _read(file):
        yield from unpacker.feed(data)
    unpacker.finish()


def _read(file: BinaryIO) -> bytes:
    try:
        return file.read(_PACKED_BLOCK)
    except OSError as error:
        raise Unreadable(f"cannot be read: {reason(error)}") from None
