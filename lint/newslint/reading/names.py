"""What names tell: how a path is shown, and what kind of file it is."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from typing import Final, NamedTuple

from .options import JSON, JSON_LINES, TEXT
from .packing import PACKINGS

_KINDS: Final = {".txt": TEXT, ".text": TEXT, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES, ".json": JSON}


class Kind(NamedTuple):
    """What a file holds by its name.

    Attributes:
        format: `text`, `jsonl` or `json`; empty: nothing that newslint reads.
        packed: what the name of a packed file ends in, a key of `PACKINGS`; empty: it is not packed.
        suffix: in lower case, that of the packed file included (`.csv.gz`).
    """

    format: str
    packed: str
    suffix: str


def kind_of(name: str) -> Kind:
    """The kind of a file with this name."""
    stem, suffix = os.path.splitext(name)
    packed = suffix.lower() if suffix.lower() in PACKINGS else ""
    return _kind(os.path.splitext(stem)[1] if packed else suffix, packed)


@lru_cache
def _kind(inner: str, packed: str) -> Kind:
    inner = inner.lower()
    return Kind(_KINDS.get(inner, ""), packed, inner + packed)


def readable(name: str) -> str:
    """A name as the system gave it, as text: its bytes as UTF-8 whatever the locale, so that it is always shown alike.

    Bytes that are no UTF-8 become lone surrogates.
    """
    if name.isascii() or sys.getfilesystemencoding() == "utf-8":
        return name
    try:
        return os.fsencode(name).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # it is text already, of a configuration or a program
        return name


def on_disk(name: str) -> str:
    """The name that the system takes, of one that is shown; what `readable` does, undone."""
    if name.isascii() or sys.getfilesystemencoding() == "utf-8":
        return name
    return os.fsdecode(path_bytes(name))


def path_bytes(path: str) -> bytes:
    """The bytes of a shown path, by which paths are sorted."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # lone surrogates that stand for no byte (Windows)
        return path.encode("utf-8", "surrogatepass")


def shown(path: str) -> str:
    """How a given path is shown: from the working folder on where it lies below it, else as it was given.

    The parts are joined by `/`, and there is no `./` before them; the working folder itself is `.`. See `readable`.
    """
    return readable(_shortest(path))


def _shortest(path: str) -> str:
    parts = _parts(path)
    if os.path.isabs(path) or ".." in parts:
        below = _below_working_folder(path)
        if below is None:
            return path.replace(os.sep, "/").rstrip("/") or "/"
        parts = _parts(below)
    return "/".join(parts) or "."


def _parts(path: str) -> list[str]:
    return [part for part in path.replace(os.sep, "/").split("/") if part not in ("", ".")]


def _below_working_folder(path: str) -> str | None:
    """The path from the working folder on; None where it leads elsewhere."""
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # the working folder was deleted
        return None
    folder, name = os.path.split(path.rstrip(os.sep))
    whole = name in ("", ".", "..")
    real = os.path.realpath(path) if whole else os.path.join(os.path.realpath(folder or "."), name)
    return real[len(here) :] or "." if is_below(real, here) else None


def is_below(path: str, folder: str) -> bool:
    """Whether a path without links is the folder, or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def joined(folder: str, name: str) -> str:
    """The shown path of an entry, by the name that the system gave it, of a shown folder."""
    if folder == ".":
        return readable(name)
    return f"{folder.rstrip('/')}/{readable(name)}"
