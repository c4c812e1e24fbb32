"""newslint: a deduplication and text-quality linter for corpora of scraped news.

This module is the public face: every name that a rule pack or a calling program may use.
"""

from __future__ import annotations

from .document import (
    BYLINE,
    CAPTION,
    DATELINE,
    HEADLINE,
    KINDS,
    PARAGRAPH,
    SHORT,
    SUBHEAD,
    Article,
    Block,
    Document,
    DocumentRef,
    Metadata,
    Origin,
    Position,
    Span,
)
from .finding import (
    ClusterId,
    Data,
    Edit,
    Finding,
    Fix,
    Location,
    Notice,
    Related,
    Safety,
    Severity,
)
from .pattern import Pattern, PatternError, PatternRule, parse_pattern_rule
from .rule import (
    FAMILIES,
    Alike,
    Cluster,
    Corpus,
    CorpusRule,
    DocumentRule,
    Member,
    Needs,
    Rule,
    delete_lines,
)
from .text import BIDI_CONTROLS, BIDI_MARKS, INVISIBLE, SPACES, fold, normalize, rare_characters

__version__ = "0.1.0"

__all__ = [
    "BIDI_CONTROLS",
    "BIDI_MARKS",
    "BYLINE",
    "CAPTION",
    "DATELINE",
    "FAMILIES",
    "HEADLINE",
    "INVISIBLE",
    "KINDS",
    "PARAGRAPH",
    "SHORT",
    "SPACES",
    "SUBHEAD",
    "Alike",
    "Article",
    "Block",
    "Cluster",
    "ClusterId",
    "Corpus",
    "CorpusRule",
    "Data",
    "Document",
    "DocumentRef",
    "DocumentRule",
    "Edit",
    "Finding",
    "Fix",
    "Location",
    "Member",
    "Metadata",
    "Needs",
    "Notice",
    "Origin",
    "Pattern",
    "PatternError",
    "PatternRule",
    "Position",
    "Related",
    "Rule",
    "Safety",
    "Severity",
    "Span",
    "__version__",
    "delete_lines",
    "fold",
    "normalize",
    "parse_pattern_rule",
    "rare_characters",
]
