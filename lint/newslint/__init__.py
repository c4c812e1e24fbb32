"""newslint: a deduplication and text-quality linter for corpora of scraped news.

This module is the public face: every name that a rule pack or a calling program may use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from .api import LintError, RunError, check, lint
    from .around import in_table, in_topics
    from .config import ConfigError
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
    from .expression import Pattern
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
        Surplus,
    )
    from .labels import OPENING, Label, label
    from .language import scripts_in
    from .lazy import lazy_pattern
    from .needs import Needs
    from .packs import PackError
    from .pattern import PatternRule
    from .pattern_file import PatternError, parse_pattern_rule
    from .ranges import Count, Range, Share
    from .report import Report, ReportOptions
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
        Rule,
        Spread,
        Unit,
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
    "OPENING",
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
    "ConfigError",
    "Corpus",
    "CorpusRule",
    "Count",
    "Data",
    "Document",
    "DocumentRef",
    "DocumentRule",
    "Edit",
    "Finding",
    "Fix",
    "Label",
    "LintError",
    "Location",
    "Member",
    "Metadata",
    "Needs",
    "Notice",
    "Origin",
    "PackError",
    "Pattern",
    "PatternError",
    "PatternRule",
    "Position",
    "Range",
    "Related",
    "Report",
    "ReportOptions",
    "Rule",
    "RunError",
    "Safety",
    "Severity",
    "Share",
    "Span",
    "Spread",
    "Surplus",
    "Unit",
    "__version__",
    "character_set",
    "check",
    "delete_lines",
    "fold",
    "in_table",
    "in_topics",
    "label",
    "lazy_pattern",
    "lint",
    "normalize",
    "parse_pattern_rule",
    "rare_characters",
    "scripts_in",
]


_HOMES: Final = (
    "document",
    "finding",
    "labels",
    "language",
    "around",
    "lazy",
    "needs",
    "expression",
    "pattern",
    "pattern_file",
    "ranges",
    "rule",
    "text",
    "report",
    "api",
)
"""The modules that have the names, what is slow to load last."""


def __getattr__(name: str) -> Any:
    """A module is loaded when somebody asks for what it holds: `newslint --version` needs none of them."""
    if name in __all__:
        for home in _HOMES:
            module = import_module(f".{home}", __name__)
            if name in vars(module):
                globals()[name] = value = vars(module)[name]
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
