"""What is made when it is first used: expressions, for most rules never search a text, and facts of documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

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


if TYPE_CHECKING:
    from functools import cached_property

    kept = cached_property
else:

    class kept:
        """`functools.cached_property` without the lock of Python 3.11, which doubles the cost of the first look."""

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self._make = make
            self.__doc__ = make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value
