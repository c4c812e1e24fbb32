"""What git knows of a repository: commands that change nothing in it, and what its index is about to commit."""

from .calls import RepositoryError, git, top
from .staged import Index, IndexedFile, laid_out, read_index

__all__ = ["Index", "IndexedFile", "RepositoryError", "git", "laid_out", "read_index", "top"]
