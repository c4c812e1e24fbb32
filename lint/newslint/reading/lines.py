"""Lines of bytes in any encoding: a line ends at LF, which takes up 1, 2 or 4 bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LineEnds:
    """How lines end in an encoding.

    Attributes:
        codec: as Python names it.
    """

    codec: str

    @property
    def mark(self) -> bytes:
        """LF as bytes."""
        return "\n".encode(self.codec)

    def after_first(self, data: bytes) -> int:
        """Where the second line begins; 0 where there is no line end. `data` begins between two characters."""
        mark = self.mark
        found = data.find(mark)
        while found % len(mark) and found >= 0:
            found = data.find(mark, found + 1)
        return found + len(mark) if found >= 0 else 0

    def after_last(self, data: bytes) -> int:
        """What stands behind the last line end begins here; 0 where there is no line end."""
        mark = self.mark
        found = data.rfind(mark)
        while found % len(mark) and found >= 0:
            found = data.rfind(mark, 0, found + len(mark) - 1)
        return found + len(mark) if found >= 0 else 0

    def count(self, data: bytes, end: int) -> int:
        """Line ends in `data[:end]`."""
        mark = self.mark
        if len(mark) == 1:
            return data.count(mark, 0, end)
        return data[:end].decode(self.codec, "replace").count("\n")

    def split(self, data: bytes) -> list[bytes]:
        """The lines, without LF; a CR before it stays."""
        mark = self.mark
        if len(mark) == 1:
            return data.split(mark)
        lines, start, found = [], 0, data.find(mark)
        while found >= 0:
            if found % len(mark) == 0:
                lines.append(data[start:found])
                start = found + len(mark)
            found = data.find(mark, found + 1)
        return [*lines, data[start:]]
