"""Text of a corpus in the page, with the parts that matter marked. Its direction is its own."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.finding import Location
from newslint.reporters import wording
from newslint.reporters.differences import Part
from newslint.reporters.escaping import markup


def marked(parts: Iterable[Part]) -> str:
    """The parts, those that differ as `mark`."""
    return "".join(f"<mark>{markup(part.text)}</mark>" if part.differs else markup(part.text) for part in parts)


def in_context(location: Location, parts: Iterable[Part]) -> str:
    """A paragraph: what stands before in the line, the excerpt, what stands after it."""
    before, after = markup(wording.before(location)), markup(wording.after(location))
    return f'<p class="text" dir="auto">{before}{marked(parts)}{after}</p>'


def placed(location: Location) -> str:
    """Path and place: from left to right whatever the script of the path, so that the line stays behind it."""
    return f'<bdi dir="ltr">{markup(wording.place(location))}</bdi>'
