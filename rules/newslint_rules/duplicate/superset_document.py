"""A document that holds nearly all of another one, or stands nearly whole in it: an updated or trimmed version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from newslint_rules.duplicate.duplicate_document import DuplicateDocument


@dataclass(frozen=True)
class SupersetDocument(DuplicateDocument):
    """Options: the definition of a near-duplicate (`newslint.Alike`), for whole documents."""

    messages: ClassVar[dict[str, str]] = {"contained": "document is an updated or trimmed version of another"}
