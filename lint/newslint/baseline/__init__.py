"""Known debt: what was found once and is put up with, by content, so that only what is new fails a run."""

from .entries import Baseline, Entry, Held, Site
from .file import BaselineError, dump, load
from .history import Past, past
from .known import Known
from .making import made_of, merged, pruned
from .past_texts import PastTexts
from .sites import Anchor, Scope

__all__ = [
    "Anchor",
    "Baseline",
    "BaselineError",
    "Entry",
    "Held",
    "Known",
    "Past",
    "PastTexts",
    "Scope",
    "Site",
    "dump",
    "load",
    "made_of",
    "merged",
    "past",
    "pruned",
]
