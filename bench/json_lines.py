"""The objects in a JSON Lines file: what is none is left out and counted, as a corpus may have some."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file, each with the number of its line; how many lines hold none is said on standard error.

    A line feed alone ends a line: U+2028 and U+0085 do not, and may stand in a text. Blank lines are passed over.
    """
    left_out = 0
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                found = _object(line)
                if found is None:
                    left_out += 1
                else:
                    yield number, found
    finally:  # who asks for a part of the file hears of that part
        if left_out:
            print(f"{path.name}: lines left out that hold no JSON object: {left_out:,}", file=sys.stderr)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def text_of(found: dict[str, Any], field: str) -> str:
    """The text in a field; empty where there is none."""
    text = found.get(field)
    return text if isinstance(text, str) else ""
