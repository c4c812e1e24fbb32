"""When a document rule can fire at all: conditions as data, which the engine tests for a whole batch at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .document import Document


class Needs(NamedTuple):
    """When a rule can fire at all: at least one of these must hold. The engine tests them; `check` need not.

    Attributes:
        always: the rule looks at every document.
        look: one quick look at the document says whether: less than a microsecond, for it is asked of every one. A
            function of a module.
        characters: one of these stands in the text. Ordinary ones of ASCII (`text.ORDINARY`) may not be named.
        phrases: one block of at most `SHORT_BLOCK` characters folds to one of these (`text.fold`), with or without the
            signs around it (`labels.label`).
        openings: one of these is the first word, or the first two words, of such a block (`labels.label`).
        literals: one of these stands inside the folded form of such a block.
        substrings: one of these stands in the text itself, letter for letter.
        joints: characters of these stand side by side: two to four, each one out of a set, written as in a regular
            expression's class without brackets (`text.character_set`); NUL stands for the end of the text. They are
            looked for where many texts are searched at once; anywhere else they count as met.
        endings: the text ends in one of these characters.
        words: one of these, short and of ASCII letters, stands in the text behind a space, and before white space or an
            ASCII sign. Far cheaper than substrings with the blanks around them.
        repeated_line: two blocks fold to the same form.
        repeated_opening: two blocks fold to forms that are alike in their first `OPENING` characters.
        defect: the record has no text to check.
    """

    always: bool = False
    look: Callable[[Document], bool] | None = None
    characters: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    literals: frozenset[str] = frozenset()
    substrings: frozenset[str] = frozenset()
    joints: frozenset[tuple[str, ...]] = frozenset()
    words: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    repeated_line: bool = False
    repeated_opening: bool = False
    defect: bool = False
