"""Bytes to text and back, losing nothing.

UTF-8 is read strictly; what is no UTF-8 is kept byte by byte as lone surrogates (PEP 383). In other encodings the same
is done for any byte, so `encode(decode(data)) == data` holds for all bytes and all codecs.
"""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

UTF8: Final = "utf-8"

_MARKS: Final = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LONGEST_MARK: Final = 4

_WITHOUT_MARK: Final = {"utf-8-sig": UTF8, "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""Codecs that write a mark of their own, and what they are where none stands."""

_KEPT: Final = re.compile("[\udc00-\udcff]+")
_SAMPLE: Final = 1 << 16
_COMMON: Final = "cp1252"
_WEB: Final = (
    *(_COMMON, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp866", "cp874"),
    *("iso8859_2", "iso8859_5", "koi8_r", "koi8_u", "mac_roman"),
    *("big5", "cp932", "cp949", "euc_jp", "gb18030"),
)
"""What pages were written in before UTF-8 (after the Encoding Standard of WHATWG)."""
_NEARLY: Final = 0.05
_TELLING_NULS: Final = 16
"""Of so many bytes of UTF-16 one is NUL, in scripts other than Latin for their blanks alone."""
_KEEP: Final = "newslint-keep"


def _keep(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_KEEP, _keep)


class Decoded(NamedTuple):
    """A text and what turns it into its bytes again.

    Attributes:
        text: without the byte order mark at its start; an undecodable byte b stands in it as U+DC00 + b.
        encoding: Python's name of the codec.
        bom: the byte order mark.
        exact: False where `text` is not plainly the bytes' text: undecodable bytes, or bytes that the codec reads but
            would write in another way.
        raw: the bytes themselves in the last case, else None.
    """

    text: str
    encoding: str
    bom: bytes = b""
    exact: bool = True
    raw: bytes | None = None


def check_encoding(name: str) -> str:
    """Python's own name of the encoding `name`.

    Raises:
        ValueError: Python knows no text encoding of that name.
    """
    try:
        found = codecs.lookup(name).name
        "".encode(found)  # refuses codecs that are no text encodings (hex, rot13)
        b"\xff\n".decode(found, _KEEP)  # and those that cannot keep what they do not know (idna, punycode)
    except (LookupError, ValueError):
        raise ValueError(f"{name!r} is no text encoding that Python knows") from None
    return _WITHOUT_MARK.get(found, found)


def sniff(data: bytes, encoding: str = "") -> tuple[str, bytes]:
    """The codec of a file that begins with `data`, and its byte order mark.

    A mark wins over `encoding`, and UTF-8 is the last resort. The first 4 bytes are enough.
    """
    for bom, codec in _MARKS:
        if data.startswith(bom):
            return codec, bom
    return (check_encoding(encoding) if encoding else UTF8), b""


def decode(data: bytes, encoding: str = "") -> Decoded:
    """The text of a whole file.

    Args:
        encoding: the codec where no byte order mark names one; empty: UTF-8.

    Raises:
        ValueError: Python knows no text encoding of that name.
    """
    codec, bom = sniff(data, encoding)
    return decode_part(data[len(bom) :] if bom else data, codec)._replace(bom=bom)


def is_other_utf8(data: bytes, codec: str) -> bool:
    """Whether bytes that were decoded with `codec` are UTF-8 and more than ASCII: hardly any other text looks so."""
    if codec.startswith("utf") or data.isascii():
        return False
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return False
    return True


def decode_part(data: bytes, codec: str) -> Decoded:
    """The text of bytes that hold no byte order mark, in a codec named as Python names it."""
    if codec == UTF8:
        try:
            return Decoded(data.decode(UTF8), UTF8)
        except UnicodeDecodeError:
            return Decoded(data.decode(UTF8, "surrogateescape"), UTF8, exact=False)
    try:
        decoded = Decoded(data.decode(codec), codec)
    except UnicodeError:
        decoded = Decoded(data.decode(codec, _KEEP), codec, exact=False)
    if _round_trips(decoded, data):
        return decoded
    return decoded._replace(exact=False, raw=data)


def encode(decoded: Decoded) -> bytes:
    """The bytes that `decoded` was made from, byte order mark included.

    Raises:
        UnicodeEncodeError: the text is another one than was decoded, and the codec cannot write it.
    """
    return decoded.bom + (_encoded(decoded) if decoded.raw is None else decoded.raw)


def _encoded(decoded: Decoded) -> bytes:
    text, codec = decoded.text, decoded.encoding
    if decoded.exact:
        return text.encode(codec)
    parts: list[bytes] = []
    position = 0
    for kept in _KEPT.finditer(text):
        parts.append(text[position : kept.start()].encode(codec))
        parts.append(bytes(ord(character) - 0xDC00 for character in kept[0]))
        position = kept.end()
    parts.append(text[position:].encode(codec))
    return b"".join(parts)


def _round_trips(decoded: Decoded, data: bytes) -> bool:
    try:
        return _encoded(decoded) == data
    except UnicodeError:
        return False


def binary_offset(data: bytes, codec: str) -> int | None:
    """Where a NUL byte shows that `data` is no text; None where it is text, as far as that goes.

    In UTF-16 and UTF-32, be they marked or set, NUL bytes are parts of characters.
    """
    if codec.startswith(("utf-16", "utf-32")):
        return None
    offset = data.find(0)
    return offset if offset >= 0 else None


def likely_utf16(data: bytes) -> str:
    """The UTF-16, without its mark, that `data` with a NUL byte seems to be; empty where it is no text of ours.

    What has ASCII in it holds a NUL byte in every other place, and nowhere else.
    """
    for codec, nul, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if not data[other::2].count(0) and data[nul::2].count(0) * _TELLING_NULS >= len(data) >= _TELLING_NULS:
            return codec
    return ""


def likely_encoding(data: bytes) -> str | None:
    """The likeliest encoding of bytes that are no UTF-8, as Python names it; None where none is likely.

    charset-normalizer ranks the encodings of the web by the text they make of some 64 KiB around the first byte that
    is no UTF-8. Windows-1252 is by far the most frequent of them, so it wins where it is as good as the first.
    """
    try:
        data.decode(UTF8)
    except UnicodeDecodeError as error:
        start = max(0, error.start - _SAMPLE // 2)
        return _ranked_first(_telling(data[start : start + _SAMPLE]))
    return None


def _telling(data: bytes) -> bytes:
    """The lines that are not plain ASCII."""
    return b"\n".join(line for line in data.split(b"\n") if not line.isascii())


def _ranked_first(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_WEB))
    best = matches.best()
    if best is None:
        return None
    for match in matches:
        if _COMMON in match.could_be_from_charset and match.chaos <= best.chaos:
            return _COMMON if match.coherence >= best.coherence - _NEARLY else best.encoding
    return best.encoding
