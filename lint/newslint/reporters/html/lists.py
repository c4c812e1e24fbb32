"""Long lists: their entries stand in the page as text until somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def later(name: str, entries: Iterable[str]) -> Iterator[str]:
    """A list whose entries, one line each, are made when they are looked at.

    They stand inside `noscript`: a browser without scripts shows them all, one with scripts takes them for plain
    text, which costs it nothing, and `page.js` makes entries of it. The text is escaped already, so nothing else can
    come of it either way.
    """
    yield f'<div id="{name}"></div>\n<noscript data-list="{name}">\n'
    yield from (f"{item}\n" for item in entries)
    yield "</noscript>\n"
