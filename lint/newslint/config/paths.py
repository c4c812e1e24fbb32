"""Patterns of paths, in the syntax of .gitignore, relative to the folder of the configuration.

What a report calls a document is relative to the working folder, which may be another one. So patterns are anchored at
the root of the file system and matched against absolute paths.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from newslint.reading.globs import ignore_spec
from newslint.reading.names import on_disk, readable

_SPECIAL: Final = re.compile(r"([\\*?\[\]])")


def anchored(pattern: str, folder: Path) -> str:
    """The pattern as one that says the same about absolute paths.

    Args:
        pattern: of .gitignore, `!` in front included; without a slash inside it matches at any depth below `folder`.
        folder: absolute.
    """
    sign, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    while body.startswith(("./", "../")):
        folder = folder if body.startswith("./") else folder.parent
        body = "/" + body.split("/", 1)[1].lstrip("/")
    prefix = _SPECIAL.sub(r"\\\1", readable(folder.as_posix()).strip("/"))
    is_bound = "/" in body.rstrip("/")
    if not prefix and not is_bound:
        return f"{sign}{body}"
    below = "/" if is_bound else "/**/"
    return f"{sign}{f'/{prefix}' if prefix else ''}{below}{body.lstrip('/')}"


def matches(pattern: str, path: str) -> bool:
    """Whether an anchored pattern matches a shown path, as named or as it is without links.

    With `!` in front it matches all the others.
    """
    spec = _spec(pattern.removeprefix("!"))
    path = on_disk(path)
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    hit = any(spec.match_file(readable(name)) for name in {os.path.abspath(path), real})
    return hit is not pattern.startswith("!")


@cache
def _spec(pattern: str) -> Any:
    return ignore_spec([pattern])


class PathIgnores:
    """From a document's path to the names of the rules that are silent there.

    Args:
        entries: anchored patterns and names of rules.
    """

    def __init__(self, entries: tuple[tuple[str, frozenset[str]], ...]) -> None:
        self.entries = entries
        self._last: tuple[str, frozenset[str]] = ("", frozenset())

    def __call__(self, path: str) -> frozenset[str]:
        if path != self._last[0]:  # the records of one file come one after the other
            hits = (names for pattern, names in self.entries if matches(pattern, path))
            self._last = path, frozenset().union(*hits)
        return self._last[1]
