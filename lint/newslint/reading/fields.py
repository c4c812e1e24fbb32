"""The fields of a parsed record: its text and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from newslint.document import Metadata
from newslint.text import is_blank

from .literal import Number
from .options import ReadingOptions

Record = Mapping[str, Any]
STORY: Final = 120
"""Characters from which a field without a known name may hold a story; a headline is shorter."""
LONGEST_NAME: Final = 60
NESTED: Final = 4
"""Levels below the record in which a text is looked for, and the longest name, that a message may propose."""
_KINDS = {dict: "an object", list: "an array", bool: "true or false", type(None): "null"}


class Defective(Exception):
    """Why a record has no text to check; `position` is the offset in its line where that shows."""

    def __init__(self, cause: str, position: int = 0) -> None:
        super().__init__(cause)
        self.position = position


def find(record: Record, name: str) -> tuple[str, ...]:
    """The keys, a level each, that lead to the field `name`; empty where there is none.

    A key that is spelt like `name`, dots included, wins over one that lies further inside.
    """
    if name in record:
        return (name,)
    dot = name.find(".")
    while dot >= 0:
        inner = record.get(name[:dot])
        if isinstance(inner, dict) and (path := find(inner, name[dot + 1 :])):
            return (name[:dot], *path)
        dot = name.find(".", dot + 1)
    return ()


def value_at(record: Record, path: Sequence[str]) -> Any:
    """The value that the keys of `path` lead to."""
    value: Any = record
    for key in path:
        value = value[key]
    return value


def text_of(record: Record, names: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The keys that lead to the record's text, and the text.

    It is the first of the fields `names` that is there; one that is null or holds no visible character gives way to the
    next. Where all do, it is the first that holds a string.

    Raises:
        Defective: there is no such field, or it holds no string.
    """
    blank: tuple[tuple[str, ...], str] | None = None
    null = ""
    for name in names:
        path = find(record, name)
        if not path:
            continue
        value = value_at(record, path)
        if type(value) is not str and value is not None:
            raise Defective(f"the field {name!r} holds {_kind(value)}, not a string")
        if value is None:
            null = null or name
        elif not is_blank(value):
            return path, value
        else:
            blank = blank or (path, value)
    if blank:
        return blank
    if null:
        raise Defective(f"the field {null!r} holds null, not a string")
    longest = max(_texts(record, "", NESTED), default=("", 0), key=lambda item: item[1])[0]
    there = f"; the longest text here is in {longest!r}" if longest else ""
    none = "none of the fields" if len(names) > 1 else "no field"
    raise Defective(f"no text: {none} {', '.join(names)} (text-fields names others{there})")


def _texts(record: Record, prefix: str, levels: int) -> Iterator[tuple[str, int]]:
    """The dotted names, as `text_fields` takes them, of fields that may hold a story, and the lengths of these."""
    for key, value in record.items():
        name = prefix + key
        if len(name) > LONGEST_NAME:
            continue
        if type(value) is str:
            if len(value) >= STORY and not value.startswith(("http:", "https:", "data:")):
                yield name, len(value)
        elif levels and isinstance(value, dict):
            yield from _texts(value, name + ".", levels - 1)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a number")


def metadata_of(record: Record, options: ReadingOptions, folder: str) -> Metadata:
    """What the record says of itself.

    Args:
        folder: the source where neither a field nor the host of `url` names one.
    """
    return Metadata(
        id=_first(record, options.id_fields),
        title=_first(record, options.title_fields),
        date=_first(record, options.date_fields),
        source=_first(record, options.source_fields) or _host(record.get("url")) or folder,
        language=_first(record, options.language_fields),
    )


def _first(record: Record, names: Sequence[str]) -> str:
    """The first field that holds a string or a number, as it is written there."""
    for name in names:
        value = record.get(name)
        if value is None:
            if "." not in name or not (path := find(record, name)):
                continue
            value = value_at(record, path)
        if value and type(value) is str:
            return value
        if type(value) is Number or type(value) is int:
            return str(value)
    return ""


def _host(url: object) -> str:
    """The host of an address, in lower case; empty where it is none."""
    if not isinstance(url, str) or "//" not in url:
        return ""
    authority = url.partition("//")[2]
    for end in "/?#\\":
        authority = authority.partition(end)[0]
    host = authority.rpartition("@")[2].lower()
    return host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
