"""A caption that stands, the same or nearly so, in another document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from newslint import CAPTION
from newslint_rules.duplicate.near_duplicate_paragraph import NearDuplicateParagraph


@dataclass(frozen=True)
class NearDuplicateCaption(NearDuplicateParagraph):
    """Options: the definition of a near-duplicate (`newslint.Alike`)."""

    kinds: ClassVar[frozenset[str]] = frozenset({CAPTION})
    noun: ClassVar[str] = "caption"
