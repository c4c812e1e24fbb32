"""Fixes: edits chosen and applied until nothing changes, proven to lose no word, and written whole or not at all."""

from newslint.finding import apply_edits

from .edits import disjoint_edits, with_gaps_closed
from .passes import MAX_PASSES, Policy
from .running import FixOptions, Outcome, fix
from .targets import Copies

__all__ = [
    "MAX_PASSES",
    "Copies",
    "FixOptions",
    "Outcome",
    "Policy",
    "apply_edits",
    "disjoint_edits",
    "fix",
    "with_gaps_closed",
]
