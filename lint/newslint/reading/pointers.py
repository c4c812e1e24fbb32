"""Pointers that git keeps in place of large files, where the files themselves were not fetched.

Sources: Git LFS, docs/spec.md; git-annex, "pointer file".
"""

from __future__ import annotations

from typing import Final

LARGEST: Final = 1024
"""Bytes of a Git LFS pointer at most, as its specification says."""

_LFS: Final = (b"version https://git-lfs.github.com/spec/", b"version https://hawser.github.com/spec/")
_ANNEX: Final = b"/annex/objects/"


def pointer(data: bytes) -> str:
    """What a file is and how to get its text, if it is a pointer; else empty.

    Args:
        data: the file, or its beginning (a longer one is no pointer).
    """
    if len(data) > LARGEST:
        return ""
    if data.startswith(_LFS) and b"\noid sha256:" in data:
        return "a pointer of Git LFS, not the text; not checked (git lfs pull fetches it)"
    if data.startswith(_ANNEX) and data.count(b"\n") <= 1:
        return "a pointer of git-annex, not the text; not checked (git annex get fetches it)"
    return ""
