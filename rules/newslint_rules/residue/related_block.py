"""A list of other stories inside or below this one: `RELATED COVERAGE` and the headlines under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from newslint import (
    HEADLINE,
    SHORT,
    SUBHEAD,
    Block,
    Document,
    DocumentRule,
    Finding,
    Label,
    Needs,
    Safety,
    Severity,
    delete_lines,
    lazy_pattern,
)

from .labels import labels, severity_of
from .related_labels import MAYBE, SHAPED, SHAPES, SURE, TOPICS

TOPIC: Final = 40
TOPIC_WORDS: Final = 5
"""Characters and words of a topic at most."""
ALONE: Final = labels("See all related")
"""Labels below which the story goes on."""
BARE: Final = labels("More")
"""Labels of menus as well: what stands below must look like headlines."""
_RANK: Final = lazy_pattern(r"#?[1-9]\d?[.)]?")
"""The place of a headline in a list of those most read, on a line of its own."""
_ENDS: Final = frozenset(".!?:;,。！？؟।")
_FEWEST_TOPICS: Final = 3
_FEWEST: Final = 4
"""Words of such a headline, where blanks part words."""
_BUTTON: Final = lazy_pattern(r"(?i)\bopens in\b|\bnew (?:tab|window)\b|\bsubscription\b|\bcomments?\b")
_LONGEST_LABEL: Final = 48
SHORTEST: Final = 15
LONGEST: Final = 140
"""Characters of a headline, half as many again where other letters than those of English say more."""
MOST: Final = 12
"""Headlines of a list at most."""
_OF_STORIES: Final = SURE | MAYBE
LABELS: Final = _OF_STORIES | TOPICS
UNPROVEN: Final = frozenset({"arabic", "devanagari", "hangul", "kana"})
"""Scripts of labels that no corpus has shown yet."""
WAITING: Final = (
    "ilgili haber", "bu haber", "bunlar", "benzer", "çok okunan", "en çok", "diğer", "siradaki", "öne ", "öneri",
    "sizin", "ilginizi", "gündem", "son dakika", "son haber", "läs ", "mest ", "les også", "læs ", "baca ", "berita",
    "terpopuler",
)  # fmt: skip
"""How labels begin of languages in Latin letters of which no corpus has shown one yet."""


class RelatedBlock(DocumentRule):
    """A label that only pages print stands alone; one that could be a subhead counts with two headlines below it.

    One that no list knows, but that says what such labels say, counts with three, or with two that end the article.
    """

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(phrases=LABELS, openings=SHAPED)
    subsumes: ClassVar[frozenset[str]] = frozenset({"read-more"})

    def check(self, document: Document) -> Iterator[Finding]:
        known = document.line_index
        lines = {line for text in LABELS.intersection(known.texts) for line in known.texts[text]}
        lines.update(line for opening in SHAPED.intersection(known.openings) for line in known.openings[opening])
        offset, done = 0, 0
        for article in document.articles:
            blocks = article.blocks
            for line in sorted(line for line in lines if offset <= line < offset + len(blocks)):
                if line < done:
                    continue
                start, own = line - offset, document.labels[line]
                topics = _topics(blocks, start + 1) if own and own.text in TOPICS else 0
                end = start + 1 + topics if topics else _end(blocks, start, own)
                if end > start:
                    done = offset + end
                    listed = blocks[start:end]
                    yield self._topics(document, listed) if topics else self._list(document, listed)
            offset += len(blocks)

    def _topics(self, document: Document, blocks: Sequence[Block]) -> Finding:
        """Info, for no corpus has shown such a list yet that holds nothing else."""
        span = blocks[0].span._replace(end=blocks[-1].end)
        fix = delete_lines(document, *span, "delete the list", Safety.UNSAFE)
        count = len(blocks) - 1
        message = f"list of {count} topics of the page"
        return self.finding(document, span, message, severity=Severity.INFO, fix=fix, data={"topics": count})

    def _list(self, document: Document, blocks: Sequence[Block]) -> Finding:
        span = blocks[0].span._replace(end=blocks[-1].end)
        others = sum(not _RANK.fullmatch(block.text) for block in blocks[1:])
        message = f"list of {others} other stories" if others else "label of a list of other stories"
        fix = delete_lines(document, *span, "delete the list" if others else "delete the label", Safety.UNSAFE)
        severity = severity_of(blocks[0].text, self.severity, UNPROVEN, WAITING)
        return self.finding(document, span, message, severity=severity, fix=fix, data={"headlines": others})


def _end(blocks: Sequence[Block], index: int, own: Label | None) -> int:
    """Where the list ends whose label may be the block at `index`: behind its last block; `index` where it is none."""
    if not own:
        return index
    if own.text not in _OF_STORIES:
        count, lines = _headlines(blocks, index + 1) if _says_more(own.text, own.word, own.words) else (0, 0)
        return index + 1 + lines if count >= 3 or (count == 2 and index + 1 + lines == len(blocks)) else index
    count, lines = (0, 0) if own.text in ALONE else _headlines(blocks, index + 1)
    if own.text in BARE and not _are_headlines([block.text for block in blocks[index + 1 : index + 1 + lines]]):
        return index
    if count < 2:
        return index + 1 if own.text in SURE else index
    return index + 1 + lines


def _topics(blocks: Sequence[Block], index: int) -> int:
    """How many lines are topics that end the article; 0 where other things stand among them, or too few."""
    rest = blocks[index:]
    fits = _FEWEST_TOPICS <= len(rest) <= MOST and all(
        block.kind in (SHORT, SUBHEAD, HEADLINE)
        and len(block.text) <= TOPIC
        and block.text.count(" ") < TOPIC_WORDS
        and block.text[-1] not in _ENDS
        for block in rest
    )
    return len(rest) if fits else 0


def _says_more(text: str, word: str, words: str) -> bool:
    opened = word in SHAPED or words in SHAPED
    return opened and len(text) <= _LONGEST_LABEL and bool(SHAPES.fullmatch(text))


def _are_headlines(texts: Sequence[str]) -> bool:
    """Most have some words, and none is a button."""
    long = sum(text.count(" ") + 1 >= _FEWEST or not text.isascii() for text in texts)
    return 2 * long > len(texts) and not any(map(_BUTTON.search, texts))


def _headlines(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """How many lines from `index` on could be headlines of other stories; and with the ranks above each."""
    found = ranks = 0
    while index + found + ranks < len(blocks) and found < MOST:
        block = blocks[index + found + ranks]
        if ranks == found and _RANK.fullmatch(block.text) and int(block.text.strip("#.)")) == ranks + 1:
            ranks += 1
            continue
        width = len(block.text) if block.text.isascii() else int(1.5 * len(block.text))
        if block.kind not in (SHORT, SUBHEAD, HEADLINE) or not SHORTEST <= width <= LONGEST:
            break
        found += 1
    return found, found + min(ranks, found)
