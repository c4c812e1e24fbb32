"""From places in a report to sites in a baseline: paths that do not depend on the working folder."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from newslint.finding import Location
from newslint.reading.names import is_below, on_disk, readable

from .entries import Baseline, Entry, Site

_BYTE: Final = re.compile(r"\\x([89a-f][0-9a-f])")
"""How a byte of a name is shown that is no UTF-8."""


class Anchor:
    """Names documents from one folder on.

    Args:
        folder: of the file that names them, so that the names hold wherever newslint is called.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.realpath(folder)
        self._given = os.path.abspath(folder)
        self._here = os.path.realpath(os.curdir)
        self._is_here = self._folder == self._here
        self._exists: dict[str, bool] = {}
        self._real = cache(os.path.realpath)

    def site(self, location: Location) -> Site:
        """The site of a place whose path is relative to the working folder."""
        return Site(self.path(location.ref.path), _plain(location.id))

    def path(self, path: str) -> str:
        """A path as a baseline has it. Bytes that are no UTF-8 are shown, not kept: JSON cannot hold them."""
        if not self._is_here or os.path.isabs(path):
            place = os.path.normpath(os.path.join(self._here, on_disk(path)))
            with suppress(ValueError):  # another drive
                place = self._from_folder(place)
            path = readable(place).replace(os.sep, "/")
        return _plain(path)

    def _from_folder(self, place: str) -> str:
        """As both were named where that leads downwards; else without links, which may lead to the folder, too."""
        if is_below(place, self._given):
            return os.path.relpath(place, self._given)
        return os.path.relpath(self.unlinked(place), self._folder)

    def unlinked(self, place: str) -> str:
        """An absolute path whose folders are no links."""
        folder, name = os.path.split(place)
        return os.path.join(self._real(folder), name)

    def exists(self, site: Site) -> bool:
        """Whether there is a file at the site's path now."""
        if site.path not in self._exists:
            self._exists[site.path] = os.path.lexists(self.place(site))
        return self._exists[site.path]

    def place(self, site: Site) -> str:
        """The absolute path of a site, as the system takes it."""
        place = self._below(site.path)
        if "\\x" not in site.path or os.path.lexists(place):
            return place
        return self._below(_BYTE.sub(lambda found: chr(0xDC00 + int(found[1], 16)), site.path))

    def _below(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._folder, on_disk(path)))


class Scope:
    """What a run can say about a baseline: which of its entries it would have met.

    Args:
        paths: the files and folders of the run, relative to the working folder.
        rules: names of the rules that ran.
        corpus_rules: of these and of all others, those that look at more than one document.
        available: names of all rules there are; what others have found is met by nobody.
    """

    def __init__(
        self,
        baseline: Baseline,
        anchor: Anchor,
        paths: Sequence[str],
        rules: Collection[str],
        corpus_rules: Collection[str],
        available: Collection[str],
    ) -> None:
        self._anchor, self._rules, self._corpus, self._available = anchor, rules, corpus_rules, available
        places = [os.path.abspath(path) for path in paths]
        self._roots = {root for place in places for root in (anchor.unlinked(place), os.path.realpath(place))}
        self._is_whole = all(map(self._covers, baseline.held))

    def judges(self, entry: Entry) -> bool:
        """Whether the run would have met the entry. What compares documents is met only where all were compared."""
        rule = entry.held.rule
        if rule in self._available and rule not in self._rules:
            return False
        return self._is_whole if rule in self._corpus else self._covers(entry.site)

    def _covers(self, site: Site) -> bool:
        place = self._anchor.unlinked(self._anchor.place(site))
        return any(is_below(place, root) for root in self._roots) or not self._anchor.exists(site)


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
