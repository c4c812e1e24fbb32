"""How files are packed: what unpacks and packs each kind, by the end of its name."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, NamedTuple, Protocol

from .opening import Unreadable

PACKINGS: Final = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}
"""What a packed file's name ends in, in lower case, and what packed it."""

_LEVEL: Final = 6
"""Of gzip: its own default; the highest takes three times as long for a few per cent."""
_GZIP: Final = 16 + zlib.MAX_WBITS
_XZ_MEMORY: Final = 256 << 20
"""What unpacking xz may take in bytes: its highest level takes 65 MiB."""
_ZSTD_WINDOW: Final = 27
"""The base-two logarithm of the largest window, 128 MiB: what the program `zstd` unpacks without being asked."""
_ZSTD: Final = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
_MISSING: Final = {
    ".bz2": "this Python was built without bz2, which unpacks it",
    ".xz": "this Python was built without lzma, which unpacks it",
    ".zst": "a library unpacks it: pip install backports.zstd",
}


class Unpacker(Protocol):
    """Unpacks one member, as `bz2.BZ2Decompressor` does; where its input ends early, `eof` stays False."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int) -> bytes: ...


class Packer(Protocol):
    """Packs one member."""

    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self) -> bytes: ...


class Tool(NamedTuple):
    """What unpacks files of one kind.

    Attributes:
        unpacker: makes an unpacker of one member.
        errors: what it raises where the data are broken.
        step: bytes that it gets at a time: of what fails, nothing comes out.
        repeats: how many times more than gzip, whose window is 32 KiB, it may press what repeats itself.
    """

    unpacker: Callable[[], Unpacker]
    errors: tuple[type[Exception], ...]
    step: int = 1 << 12
    repeats: int = 10


def tool_of(packed: str) -> Tool:
    """What unpacks files whose names end so.

    Raises:
        Unreadable: it is not installed.
    """
    if packed == ".gz":
        return Tool(lambda: zlib.decompressobj(_GZIP), (zlib.error,), step=1 << 16, repeats=1)
    if packed == ".bz2":
        bz2 = _library("bz2", packed)
        return Tool(bz2.BZ2Decompressor, (OSError, ValueError))
    if packed == ".xz":
        lzma = _library("lzma", packed)
        return Tool(lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _XZ_MEMORY), (lzma.LZMAError,))
    zstd = _library(_ZSTD, packed)
    options = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
    return Tool(lambda: zstd.ZstdDecompressor(options=options), (zstd.ZstdError,))


def packer_of(packed: str) -> Packer:
    """What packs a file whose name ends so, in one member.

    Raises:
        Unreadable: it is not installed.
    """
    if packed == ".gz":
        return zlib.compressobj(_LEVEL, wbits=_GZIP)
    module, name = {".bz2": ("bz2", "BZ2"), ".xz": ("lzma", "LZMA"), ".zst": (_ZSTD, "Zstd")}[packed]
    packer: Packer = getattr(_library(module, packed), f"{name}Compressor")()
    return packer


def _library(name: str, packed: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise Unreadable(_MISSING[packed]) from None
