"""The text of an embedded message, and the same text again with its author's handle or link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from newslint import (
    Block,
    Document,
    DocumentRule,
    Finding,
    Location,
    Needs,
    Range,
    Related,
    Safety,
    Severity,
    delete_lines,
    lazy_pattern,
)
from newslint_rules.by_article import by_article

from .lines import width

REACH: Final = 3
PREFIX: Final = 16
_EMBED: Final = lazy_pattern(
    r"[\s\"'.,;:-]*(?:\(?@\w{2,}|pic\.twitter\.com/|https?://|t\.co/|#\w+|- .{2,40}\(@\w+\)|.{2,40}\(@\w+\) \w+ \d)"
)
_QUOTES: Final = "\"' >\u300c\u300e"
"""What is set before a message that is quoted, in the comparison form."""
_TRAILING_LINK: Final = lazy_pattern(r"\s*(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)\s*$")


@dataclass(frozen=True)
class EmbedDuplicate(DocumentRule):
    """Options: `min_length`, characters that both copies must share."""

    family: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(characters=frozenset("@#"))

    min_length: Annotated[int, Range(0)] = 20

    def check(self, document: Document) -> Iterator[Finding]:
        for blocks, keys in by_article(document):
            last: dict[str, int] = {}
            for index, key in enumerate(keys):
                prefix = key.lstrip(_QUOTES)[:PREFIX]
                earlier = last.get(prefix)
                last[prefix] = index
                if earlier is not None and index - earlier <= REACH and self._is_embed(keys, earlier, index):
                    yield self._copy(document, blocks, earlier, index)

    def _is_embed(self, keys: Sequence[str], earlier: int, index: int) -> bool:
        short, long = sorted((keys[earlier].lstrip(_QUOTES), keys[index].lstrip(_QUOTES)), key=len)
        stem = _TRAILING_LINK.sub("", short).rstrip(_QUOTES + ".\u3002\u300d\u300f")
        if short == long or width(stem) < self.min_length or not long.startswith(stem):
            return False
        return bool(_EMBED.match(long, len(stem)))

    def _copy(self, document: Document, blocks: Sequence[Block], earlier: int, index: int) -> Finding:
        first, copy = blocks[earlier], blocks[index]
        surplus = min(first, copy, key=lambda block: len(block.text))
        return self.finding(
            document,
            copy,
            "text of an embedded message printed twice",
            related=[Related(Location(document.ref, first.span), "first copy")],
            fix=delete_lines(document, surplus.start, surplus.end, "delete the copy without its author", Safety.UNSAFE),
        )
