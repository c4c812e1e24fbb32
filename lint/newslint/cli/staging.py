"""What `--staged` checks: git's index in place of the working tree, and of it only what the commit adds or changes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.api import Job
from newslint.config.stages import default_paths
from newslint.finding import Notice

if TYPE_CHECKING:
    from newslint.engine.copies import Copy, Witness
    from newslint.reading import Discovery, DiscoveryOptions
    from newslint.repository import Index, IndexedFile

SINCE: Final = "PRE_COMMIT_FROM_REF"
"""Where pre-commit says which commits it runs for: before a push, or with --from-ref."""

LEFT_OUT: Final = {
    "120000": "a link, not followed: what it leads to is checked where it stands",
    "160000": "a submodule: it is checked in its own repository",
}


@dataclass(frozen=True)
class Staged:
    """The index of a repository, and where the contents lie that the working tree does not hold.

    Attributes:
        index: as git has it.
        contents: files by blob, for those that differ from the working tree.
        alone: whether each file is checked for itself, so that the others need not be read.
    """

    index: Index
    contents: Mapping[str, Path]
    alone: bool

    def discover(self, paths: Sequence[str], options: DiscoveryOptions) -> Discovery:
        """The files of the index to read, in place of those that a walk finds."""
        from newslint.reading import Discovery, TrackedFile, discover_tracked

        files = self.index.files
        if self.index.is_commit and not self.index.changed:
            files = ()
        elif self.index.is_commit and self.alone:
            files = tuple(file for file in files if file.path in self.index.changed)
        root = str(self.index.root)
        tracked = [
            TrackedFile(os.path.join(root, file.path), str(self._location(file)), LEFT_OUT.get(file.mode, ""))
            for file in files
        ]
        found = discover_tracked(paths, tracked, options)
        conflicts = (Notice(path, "in conflict; not checked", failed=True) for path in self.index.conflicts)
        return Discovery(found.files, (*found.notices, *conflicts), found.unread)

    def _location(self, file: IndexedFile) -> Path:
        own = self.index.root / file.path
        return own if file.is_in_tree else self.contents.get(file.blob, own)

    def witness(self, known: Witness) -> Witness:
        """What is known of the copies: what is staged is newer than what is not, then as `known` has it."""
        if not self.index.is_commit:
            return known
        here = os.path.realpath(os.curdir)

        @cache
        def is_changed(path: str) -> bool:
            from newslint.reading.names import on_disk

            inside = os.path.relpath(os.path.join(here, on_disk(path)), self.index.root)
            return inside.replace(os.sep, "/") in self.index.changed

        def age(copy: Copy) -> int:
            return 2 * is_changed(copy.location.ref.path) + (known.age(copy) if known.age else 0)

        return known._replace(age=age, focus=is_changed)


@contextmanager
def staged(job: Job, paths: Sequence[str]) -> Iterator[Staged]:
    """The index of the repository around the working folder, at `paths` or where the corpus is configured to lie.

    Raises:
        RepositoryError: there is no git or no repository, or it does not give what is staged.
    """
    from newslint.repository import laid_out, read_index

    named = [*(paths or default_paths(job.config))]
    index = read_index(Path(os.path.realpath(os.curdir)), named, os.environ.get(SINCE, ""))
    alone = job.config.settings.scope == "document"
    wanted = index.files if index.changed or not index.is_commit else ()
    elsewhere = [file for file in wanted if not file.is_in_tree and file.mode not in LEFT_OUT]
    with laid_out(index.root, elsewhere) as contents:
        yield Staged(index, contents, alone)
