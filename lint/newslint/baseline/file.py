"""The file of a baseline: JSON with one entry a line, sorted, without line numbers and times."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from .entries import Baseline, Entry, Held, Site

FORMAT: Final = "newslint-baseline"
VERSION: Final = 1
MAX_BYTES: Final = 1 << 30

_HEX: Final = re.compile(r"[0-9a-f]{8,64}(?:-[0-9a-f]{8})*")
_CONFLICT: Final = re.compile(rb"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
_REMEDY: Final = "delete it, and newslint baseline create makes a new one"


class BaselineError(Exception):
    """A baseline that cannot be used; the message names the file, the place and the cause."""

    def __init__(self, where: str, cause: str) -> None:
        super().__init__(f"{where}: {cause}")


def dump(baseline: Baseline, line: Callable[[object], str]) -> Iterator[str]:
    """The text of the file, piece by piece.

    Args:
        line: JSON on one line, see `newslint.reporters.escaping.json_line`.
    """
    yield f'{{"format": "{FORMAT}", "version": {VERSION}, "documents": ['
    rows = [{**_named(site), "mark": mark} for site in sorted(baseline.marks) for mark in sorted(baseline.marks[site])]
    yield from _listed(map(line, rows))
    yield '], "entries": ['
    yield from _listed(map(line, map(_row, baseline.entries())))
    yield "]}\n"


def _listed(rows: Iterator[str]) -> Iterator[str]:
    separator = "\n"
    for row in rows:
        yield f"{separator}{row}"
        separator = ",\n"
    if separator != "\n":
        yield "\n"


def _named(site: Site) -> dict[str, object]:
    return {"path": site.path, "id": site.id} if site.id else {"path": site.path}


def _row(entry: Entry) -> dict[str, object]:
    held = entry.held
    return {**_named(entry.site), "rule": held.rule, "fingerprint": entry.fingerprint, "count": held.number}


def load(data: bytes, where: str) -> Baseline:
    """The baseline that a file holds.

    Args:
        where: the file, for messages.

    Raises:
        BaselineError: it is none, or another version, or damaged.
    """
    whole = _parsed(data, where)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise BaselineError(where, "is no baseline of newslint")
    if whole.get("version") != VERSION:
        version = json.dumps(whole.get("version"))
        raise BaselineError(where, f"is of version {version:.20}, this newslint reads version {VERSION}; {_REMEDY}")
    unknown = sorted(whole.keys() - {"format", "version", "documents", "entries"})
    if unknown:
        raise BaselineError(where, f"nobody knows the key {unknown[0]!r}")
    baseline = Baseline()
    for place, row in _rows(whole, "entries", where):
        _add_entry(baseline, row, place)
    for place, row in _rows(whole, "documents", where):
        site = _site(row, place, ("mark",))
        mark = _hex(row, "mark", place)
        if site in baseline.held:
            baseline.marks.setdefault(site, set()).add(mark)
    return baseline


def _parsed(data: bytes, where: str) -> Any:
    conflict = _CONFLICT.search(data)
    if conflict:
        line = data.count(b"\n", 0, conflict.start()) + 1
        cause = "holds the marks of a merge that is not finished; take one side, then newslint baseline update"
        raise BaselineError(f"{where}:{line}", cause)
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=lambda pairs: _unique(pairs, where))
    except UnicodeDecodeError as error:
        raise BaselineError(where, f"is damaged: no UTF-8 at byte {error.start + 1}; {_REMEDY}") from None
    except json.JSONDecodeError as error:
        raise BaselineError(f"{where}:{error.lineno}", f"is damaged: {error.msg}; {_REMEDY}") from None
    except (RecursionError, ValueError):
        raise BaselineError(where, f"is damaged: too deep, or with endless numbers; {_REMEDY}") from None


def _unique(pairs: Sequence[tuple[str, Any]], where: str) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BaselineError(where, f"is damaged: the key {twice!r} stands twice in one object; {_REMEDY}")
    return made


def _rows(whole: dict[str, Any], key: str, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    rows = whole.get(key)
    if not isinstance(rows, list):
        raise BaselineError(where, f'"{key}" must be a list')
    for number, row in enumerate(rows, 1):
        place = f"{where}: {key}, number {number:,}"
        if not isinstance(row, dict):
            raise BaselineError(place, "must be an object")
        yield place, row


def _add_entry(baseline: Baseline, row: dict[str, Any], place: str) -> None:
    site = _site(row, place, ("rule", "fingerprint", "count"))
    fingerprint, rule, count = _hex(row, "fingerprint", place), _text(row, "rule", place), row.get("count")
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count < 1 << 53:
        raise BaselineError(place, '"count" must be a whole number, 1 or more')
    if fingerprint in baseline.held.get(site, {}):
        raise BaselineError(place, "the same finding is listed twice for this document")
    baseline.add(Entry(site, fingerprint, Held(rule, count)), set())


def _site(row: dict[str, Any], place: str, others: Sequence[str]) -> Site:
    unknown = sorted(row.keys() - {"path", "id", *others})
    if unknown:
        raise BaselineError(place, f"nobody knows the key {unknown[0]!r}")
    return Site(_text(row, "path", place), _text(row, "id", place) if "id" in row else "")


def _text(row: dict[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise BaselineError(place, f'"{key}" must be a text, and not empty')
    return value


def _hex(row: dict[str, Any], key: str, place: str) -> str:
    value = _text(row, key, place)
    if not _HEX.fullmatch(value):
        raise BaselineError(place, f'"{key}" must be hexadecimal digits')
    return value
