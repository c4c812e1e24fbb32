"""What an option may be beside its type: one of some choices, by `Literal`, or a number in a range, by `Annotated`."""

from __future__ import annotations

from math import inf, isfinite
from numbers import Integral, Real
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin


class Range(NamedTuple):
    """The numbers that an option may be, both ends included: `share: Annotated[float, Range(0, 1)] = 0.5`."""

    least: float = -inf
    most: float = inf

    def misfit(self, value: object, *, whole: bool = False) -> str:
        """What a value must be that is no such number; empty where it is one."""
        is_number = isinstance(value, Integral if whole else Real) and not isinstance(value, bool)
        number: Any = value
        if is_number and self.least <= number <= self.most:  # NaN is in no range
            return ""
        return f"must be a {'whole number' if whole else 'number'}{self._text}"

    @property
    def _text(self) -> str:
        least, most = (f"{bound:g}" if isfinite(bound) else "" for bound in self)
        if least and most:
            return f" from {least} to {most}"
        return f", {least} or more" if least else f", {most} or less" if most else ""


ANY: Final = Range()
Count = Annotated[int, Range(1)]
"""How many; one at least."""
Share = Annotated[float, Range(0, 1)]
"""A part of 1."""


def misfit(hint: Any, value: object) -> str:
    """What a value must be that is none of the choices of its annotation, or outside of its range; else empty."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return "" if value in arguments else f"must be {' or '.join(arguments)}"
    bounds = next((remark for remark in arguments if isinstance(remark, Range)), None)
    return bounds.misfit(value, whole=arguments[0] is int) if bounds else ""
