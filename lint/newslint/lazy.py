"""Regular expressions that are compiled when they are first used: most rules never search a text."""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags")


class _Lazy:
    def __init__(self, expression: str, flags: int) -> None:
        self._source = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for method in _METHODS:  # further calls find them in the instance and never come here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at the first search.

    A pack of some sixty rules spends a fifth of a second on compiling otherwise, before the first file is read.

    Raises:
        re.error: at the first search, if the expression is wrong.
    """
    return cast("re.Pattern[str]", _Lazy(expression, flags))
