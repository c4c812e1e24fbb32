"""What the content of a store depends on beside the records: versions, and the code itself."""

from __future__ import annotations

import importlib.metadata
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.util import find_spec
from typing import Final

_INSTALLED: Final = ("charset-normalizer", "datasketch", "ftfy", "newslint", "numpy", "regex")
_COMPILED: Final = "__pycache__"
"""Files come and go in this folder while others run."""
_NO_CODE: Final = (".md", ".pyc", ".pyd", ".so", ".dll")
"""Ends of files without a say: pages, and what is compiled, to the same results. Word lists have one, in any format."""


def header() -> dict[str, str]:
    """The versions of all that has a say in what is stored.

    The code of newslint counts by its content: so no number has to be raised by hand when a rule's words change.
    """
    return {
        "code": code_digest(["newslint"]),
        "python": ".".join(map(str, (sys.implementation.name, *sys.version_info[:3]))),
        "unicode": unicodedata.unidata_version,
        "bytes": sys.byteorder,
        **{name: _version(name) for name in _INSTALLED},
    }


def code_digest(packages: Iterable[str]) -> str:
    """BLAKE2b-128 of the source files of packages, word lists among them; of one that has none, of its version."""
    hasher = blake2b(digest_size=16)
    for package in sorted(packages):
        hasher.update(f"{package}\0{_version(package)}\0".encode())
        for folder in _folders(package):
            for path in _files(folder):
                with open(path, "rb") as file:
                    data = file.read()
                name = os.path.relpath(path, folder)
                hasher.update(os.fsencode(name) + b"\0%d\0" % len(data) + data)
    return hasher.hexdigest()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _folders(package: str) -> list[str]:
    spec = find_spec(package)
    return sorted(spec.submodule_search_locations or ()) if spec else []


def _files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _COMPILED)
        for name in sorted(names):
            if not name.endswith(_NO_CODE):
                yield os.path.join(place, name)
