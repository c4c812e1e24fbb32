"""Which of the files of a run are new: only what these take part in is reported, and at them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.engine.copies import Copy, Witness
    from newslint.reading import FileEntry


class NewFiles:
    """The files of a run that are new, by their displayed paths."""

    def __init__(self) -> None:
        self._paths: set[str] = set()

    def __contains__(self, path: str) -> bool:
        return path in self._paths

    def add(self, files: Iterable[FileEntry]) -> None:
        """These are new."""
        self._paths.update(entry.path for entry in files)

    def witness(self, known: Witness) -> Witness:
        """What is known of copies: the others were there before the new ones, then it is as `known` has it."""

        def age(copy: Copy) -> int:
            return 3 * (copy.location.ref.path in self) + (known.age(copy) if known.age else 0)

        return known._replace(age=age, focus=self.__contains__)
