"""What `--staged` checks: git's index in place of the working tree, and of it only what the commit adds or changes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.api import Job
from newslint.config.stages import default_paths
from newslint.finding import Notice

from .newness import NewFiles

if TYPE_CHECKING:
    from newslint.engine.copies import Witness
    from newslint.reading import Discovery, DiscoveryOptions, TrackedFile
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
        corpus: where the corpus is configured to lie.
        alone: whether each file is checked for itself, so that the others need not be read.
        new: the files that the commit adds or changes, or moves into the corpus.
    """

    index: Index
    contents: Mapping[str, Path]
    corpus: Sequence[str]
    alone: bool
    new: NewFiles = field(default_factory=NewFiles, init=False)

    def discover(self, paths: Sequence[str], options: DiscoveryOptions) -> Discovery:
        """The files of the index to read, in place of those that a walk finds."""
        from newslint.reading import discover_tracked

        wanted = self.index.changed | self._moved_in(paths, options)
        changed = [file for file in self.index.files if file.path in wanted]
        new = discover_tracked(paths, self._tracked(changed), options)
        self.new.add(new.files)
        found = new
        if not self.index.is_commit or (new.files and not self.alone):
            found = discover_tracked(paths, self._tracked(self.index.files), options)
        return replace(found, notices=(*found.notices, *self._nowhere(paths), *self._in_conflict(paths, options)))

    def _in_conflict(self, paths: Sequence[str], options: DiscoveryOptions) -> Iterator[Notice]:
        """Files that would be read, were they merged; they may be missing in the working tree."""
        from newslint.reading import TrackedFile, discover_tracked

        places = [str(self.index.root / path) for path in self.index.conflicts]
        found = discover_tracked(paths, [TrackedFile(place, place) for place in places], options)
        missing = (notice.path for notice in found.notices if notice.failed)
        for path in (*(entry.path for entry in found.files), *missing):
            yield Notice(path, "in conflict; not checked", failed=True)

    def _nowhere(self, paths: Sequence[str]) -> Iterator[Notice]:
        """Paths at which git has nothing: they are misspelt, not added yet, deleted, or lead elsewhere by now."""
        from newslint.reading.names import shown

        held = {""}
        for path in (*(file.path for file in self.index.files), *self.index.conflicts):
            while path not in held:
                held.add(path)
                path = path.rpartition("/")[0]
        top = self._top
        for path in dict.fromkeys(paths):
            place = os.path.join(os.path.realpath(path), "")
            if not place.startswith(top) or place[len(top) : -1].replace(os.sep, "/") not in held:
                yield Notice(shown(path), "nothing in git's index")

    @property
    def _top(self) -> str:
        """The top folder of the repository, with what stands behind it in a path."""
        return os.path.join(self.index.root, "")

    def _moved_in(self, paths: Sequence[str], options: DiscoveryOptions) -> set[str]:
        """The paths of the files that were no part of the corpus by the name that they had."""
        from newslint.reading import discover_tracked

        moved = [file for file in self.index.files if file.path in self.index.moved]
        before = [
            now._replace(path=str(self.index.root / self.index.moved[file.path]), content=file.path)
            for file, now in zip(moved, self._tracked(moved), strict=True)
        ]
        known = {entry.content for entry in discover_tracked([*paths, *self.corpus], before, options).files}
        return {file.path for file in moved if file.path not in known}

    def _tracked(self, files: Sequence[IndexedFile]) -> list[TrackedFile]:
        from newslint.reading import TrackedFile

        tracked = []
        top = self._top
        for file in files:
            own = top + file.path.replace("/", os.sep)
            location = own if file.is_in_tree else str(self.contents.get(file.blob, own))
            tracked.append(TrackedFile(own, location, file.blob, LEFT_OUT.get(file.mode, "")))
        return tracked

    def witness(self, known: Witness) -> Witness:
        """What is known of the copies; outside of a commit nothing is new, and all is asked for."""
        return self.new.witness(known) if self.index.is_commit else known


@contextmanager
def staged(job: Job, paths: Sequence[str]) -> Iterator[Staged]:
    """The index of the repository around the working folder, at `paths` or where the corpus is configured to lie.

    Raises:
        RepositoryError: there is no git or no repository, or it does not give what is staged.
    """
    from newslint.repository import RepositoryError, laid_out, read_index

    corpus = default_paths(job.config)
    try:
        index = read_index(Path(os.path.realpath(os.curdir)), [*(paths or corpus)], os.environ.get(SINCE, ""))
    except RepositoryError as error:
        raise RepositoryError(f"--staged: {error}") from None
    alone = job.config.settings.scope == "document"
    wanted = index.files if index.changed or index.moved or not index.is_commit else ()
    elsewhere = [file for file in wanted if not file.is_in_tree and file.mode not in LEFT_OUT]
    with laid_out(index.root, elsewhere) as contents:
        yield Staged(index, contents, corpus, alone)
