"""What `--against` checks: a new crawl beside a reference corpus, of which nothing is reported and nothing changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from newslint.config import ConfigError
from newslint.finding import Notice

from .newness import NewFiles

if TYPE_CHECKING:
    from newslint.reading import Discovery, DiscoveryOptions
    from newslint.store import Store

OPTION: Final = "--against"


@dataclass(frozen=True)
class Against:
    """A reference corpus.

    Attributes:
        folder: where its index lies.
        paths: where itself lies, from the working folder on.
        store: what is remembered of it; None: that is of no use.
        alone: whether only rules of single documents run, so that the reference need not be read.
        remark: what is to be said of it; empty where all is well.
        new: the files to check.
    """

    folder: str
    paths: Sequence[str]
    store: Store | None
    alone: bool
    remark: str = ""
    new: NewFiles = field(default_factory=NewFiles, init=False)

    def discover(self, paths: Sequence[str], options: DiscoveryOptions) -> Discovery:
        """The files to check, and those of the reference that are not among them."""
        from newslint.reading import discover
        from newslint.reading.names import path_bytes

        new = discover(paths, options)
        self.new.add(new.files)
        if self.alone:
            return new
        old = discover(self.paths, options)
        known = {entry.stamp for entry in new.files}
        others = [entry for entry in old.files if entry.stamp not in known and entry.path not in self.new]
        files = sorted([*new.files, *others], key=lambda entry: path_bytes(entry.path))
        failed = [notice for notice in old.notices if notice.failed] or self._missing(old)
        of_index = f"of the corpus of the index in {self.folder}"
        failed = [notice._replace(message=f"{notice.message} ({of_index})") for notice in failed]
        return replace(new, files=tuple(files), notices=(*new.notices, *failed))

    def _missing(self, old: Discovery) -> list[Notice]:
        """A part of the corpus that was moved away, or is not mounted, has no copies: that must not pass for new."""
        from newslint.reading.names import is_below, shown

        places = [entry.location for entry in old.files if entry.size]
        roots = zip(self.paths, map(os.path.realpath, self.paths), strict=True)
        missing = [path for path, root in roots if not any(is_below(place, root) for place in places)]
        return [Notice(shown(path), "no document of the reference was found", failed=True) for path in missing]


@contextmanager
def against(folder: str, scope: str) -> Iterator[Against]:
    """The reference corpus whose index lies in `folder`.

    Raises:
        ConfigError: there is no index, or it is damaged.
    """
    from newslint.store import Unusable, header, open_reference

    try:
        reference = open_reference(folder, header())
    except Unusable as error:
        raise ConfigError(OPTION, "", f"{folder} {error}{_index_inside(folder)}") from None
    with reference.store as store:
        paths = list(map(_from_here, reference.paths))
        alone = scope == "document"
        if reference.is_current:
            yield Against(folder, paths, store, alone)
        else:
            remark = f"the index in {folder} was made by other versions; its corpus is read anew for this run"
            yield Against(folder, paths, None, alone, remark)


def _from_here(path: str) -> str:
    """From the working folder on: reports hold no absolute paths."""
    try:
        return os.path.relpath(path)
    except (ValueError, OSError):  # another drive; the working folder was deleted
        return path


def _index_inside(folder: str) -> str:
    """Where the index lies that was meant, if a corpus was named in its place."""
    from newslint.store import FILE_NAME, FOLDER_NAME, Unusable, header, open_reference

    inside = os.path.join(folder, FOLDER_NAME)
    if os.path.lexists(os.path.join(folder, FILE_NAME)):
        return ""
    try:
        open_reference(inside, header()).store.close(whole=False)
    except Unusable:
        return ""
    return f"; {inside} holds one"
