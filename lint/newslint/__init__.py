"""newslint: a deduplication and text-quality linter for corpora of scraped news.

This module is the public face: every name that a rule pack or a calling program may use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
from .lazy import lazy_pattern
from .pattern import Pattern, PatternRule
from .pattern_file import PatternError, parse_pattern_rule
from .rule import (
    FAMILIES,
    WHOLE,
    Alike,
    Canonical,
    Cluster,
    Corpus,
    CorpusRule,
    DocumentRule,
    Member,
    Needs,
    Rule,
    Spread,
    delete_lines,
)
from .text import (
    BIDI_CONTROLS,
    BIDI_MARKS,
    INVISIBLE,
    SPACES,
    character_set,
    fold,
    normalize,
    rare_characters,
)

if TYPE_CHECKING:
    from .api import LintError, check, lint

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
    "WHOLE",
    "Alike",
    "Article",
    "Block",
    "Canonical",
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
    "LintError",
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
    "Spread",
    "__version__",
    "character_set",
    "check",
    "delete_lines",
    "fold",
    "lazy_pattern",
    "lint",
    "normalize",
    "parse_pattern_rule",
    "rare_characters",
]


def __getattr__(name: str) -> Any:
    """What needs the whole of newslint is loaded when somebody asks for it."""
    if name not in ("LintError", "check", "lint"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import api

    return getattr(api, name)
