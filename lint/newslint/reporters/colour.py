"""Colours of a terminal, used only where the options allow them."""

from __future__ import annotations

from typing import Final

from newslint.finding import Severity
from newslint.report import ReportOptions

_CODES: Final = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.INFO: "36"}


def paint(text: str, severity: Severity | None, options: ReportOptions) -> str:
    """`text`, already escaped, in the colour of a severity."""
    if not options.color or severity is None or not text:
        return text
    return f"\x1b[{_CODES[severity]}m{text}\x1b[0m"
