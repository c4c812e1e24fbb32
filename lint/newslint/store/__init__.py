"""What is remembered between runs: a store of small values by keys made of content, in a folder of its own.

It is a cache. Whatever is wrong with it, it says so in one line and the run goes on without it: it never changes a
report.
"""

from .database import Store, StoreStatus
from .folder import FILE_NAME, FOLDER_NAME, Unusable, clear
from .header import code_digest, header
from .opening import open_store
from .reference import Reference, note_corpus, open_reference

__all__ = [
    "FILE_NAME",
    "FOLDER_NAME",
    "Reference",
    "Store",
    "StoreStatus",
    "Unusable",
    "clear",
    "code_digest",
    "header",
    "note_corpus",
    "open_reference",
    "open_store",
]
