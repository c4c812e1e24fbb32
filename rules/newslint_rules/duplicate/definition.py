"""What the near-duplicate rules share: the options that define a copy, and what is no copy though it is alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from newslint import (
    Alike,
    Canonical,
    Cluster,
    Corpus,
    CorpusRule,
    Count,
    Member,
    Range,
    Related,
    Share,
    Unit,
    lazy_pattern,
)

COPIES: Final = frozenset(
    {
        "boilerplate-line",
        "near-duplicate-caption",
        "near-duplicate-paragraph",
        "recurring-paragraph",
        "template-paragraph",
    }
)
"""Rules that say that a block stands elsewhere too: superfluous where another says that it is none of the story."""
EXAMPLES: Final = 2
"""Other places that a finding about many copies names."""
UNCHANGED: Final = 0.85
"""Resemblance from which a copy counts as the same text: a word or two differ."""

_REPORTS: Final = lazy_pattern(r"\d|[\u201c\u201d\u201e\u2018\u00ab\u00bb\u300c\u300e]|\"[^\"\n]{20,}\"")
"""A figure, or a quotation."""
_QUOTES: Final = lazy_pattern(
    r"(?:^|:\s)(?:[\"'\u201c\u2018]|[\u201e\u00ab\u300c]\s?)\w\w"
    r"|(?<![^\W\u2e80-\uffff])(?<![.,!?\u2026%)\]'\u2019])(?:\"(?!\s)|[\u201c\u201e\u00ab\u300c])[^\"\u201c\u201d\u00bb\u300d\n]{40,}"
)
"""What somebody said: at the start or behind a colon, or so long; its end may stand in the next paragraph.

A mark behind a word or its punctuation ends a quotation, where words are spaced."""
_QUOTED_OVERLAP: Final = 0.05
"""Rest overlap from which stories that quote the same words are stories of one event."""

DISCLAIMED: Final = 120
"""Characters of the longest such sentence; longer ones tell more than that something is not known."""
_DISCLAIMER: Final = lazy_pattern(
    r"could not (?:be )?(?:(?:immediately |independently )*(?:verif|reached for comment)"
    r"|(?:immediately |independently )+confirm|(?<=be )confirmed)",
    re.IGNORECASE,
)
_NEXT_SENTENCE: Final = lazy_pattern(r"(?<=\w\w)[.!?][\"\u201d\u2019)]*\s+[\"\u201c\u2018(]?[^\W\d_a-z]")


@dataclass(frozen=True)
class _BlocksAlike(CorpusRule):
    """Rules that compare captions and paragraphs; with the same options they share one search."""

    unit: Unit = "char"
    ngram: Count = 5
    jaccard: Share = 0.45
    containment: Share = 0.7
    facts: Share = 0.6
    min_words: Annotated[int, Range(0)] = 8
    canonical: Canonical = "path"
    fold_numbers: bool = False

    @property
    def alike(self) -> Alike:
        """What the options say: those that `Alike` has are called the same."""
        return Alike(*(getattr(self, name) for name in Alike._fields))


@dataclass(frozen=True)
class _DocumentsAlike(_BlocksAlike):
    """Rules that compare whole documents, by the same options with other defaults."""

    unit: Unit = "word"
    ngram: Count = 3
    jaccard: Share = 0.7
    containment: Share = 0.65


def is_house_text(cluster: Cluster, corpus: Corpus) -> bool:
    """Whether a text recurs, all but unchanged, in documents that are not copies of one story.

    Measured on wire archives: texts in three documents or more whose rest overlaps less than 0.15 are house text, and
    nearly all in five or more, unless the whole stories are copies. In three, what has a figure or quotes somebody is a
    copy more often than not. What one of them puts between quotation marks was said once: documents that share next
    to nothing else may have it from the paper itself, the others report one event.
    """
    count = document_count(cluster)
    if count < 3 or (count == 3 and _REPORTS.search(corpus.text(cluster.found[0]))):
        return False
    overlap = corpus.rest_overlap(cluster)
    if overlap >= _QUOTED_OVERLAP and any(_QUOTES.search(corpus.text(member)) for member in _unchanged(cluster)):
        return False
    return overlap < (0.5 if count >= 5 else 0.15)


def document_count(cluster: Cluster) -> int:
    """How many documents hold the text of a cluster all but unchanged."""
    return len({member.ref for member in _unchanged(cluster)})


def _unchanged(cluster: Cluster) -> list[Member]:
    return [member for member in cluster.found if member.similarity >= UNCHANGED]


def is_disclaimer(text: str) -> bool:
    """Whether a paragraph is the sentence by which papers say what they could not verify: content, and it recurs."""
    return len(text) <= DISCLAIMED and bool(_DISCLAIMER.search(text)) and not _NEXT_SENTENCE.search(text)


def examples(corpus: Corpus, members: Sequence[Member]) -> list[Related]:
    """The places that a finding about many copies points at."""
    return [
        Related(corpus.location(member), "example", "example", round(member.similarity, 3))
        for member in members[:EXAMPLES]
    ]


def other_copy(corpus: Corpus, copied: Member, similarity: float) -> Related:
    """The place that a copy points at."""
    return Related(corpus.location(copied), "other copy", "original", similarity)
