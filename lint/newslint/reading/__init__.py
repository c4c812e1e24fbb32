"""From paths to files, from files to chunks of records, from chunks to documents; nothing is lost on the way."""

from .chunks import split
from .discover import discover
from .options import DEFAULT_EXCLUDE, Chunk, Discovery, DiscoveryOptions, FileEntry, ReadingOptions, Wanted
from .read import RawRecord, document_of, raw_records, read, reread
from .tracked import TrackedFile, discover_tracked, is_content

__all__ = [
    "DEFAULT_EXCLUDE",
    "Chunk",
    "Discovery",
    "DiscoveryOptions",
    "FileEntry",
    "RawRecord",
    "ReadingOptions",
    "TrackedFile",
    "Wanted",
    "discover",
    "discover_tracked",
    "document_of",
    "is_content",
    "raw_records",
    "read",
    "reread",
    "split",
]
