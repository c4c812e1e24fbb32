"""From the paths of the command line to the files to read, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from typing import BinaryIO

from .found import Found
from .names import kind_of, shown
from .opening import changed_ns, reason, stamp_of
from .options import JSON, STDIN, Discovery, DiscoveryOptions, FileEntry
from .stdin import spool
from .walk import Filter, Walk, special


def discover(paths: Sequence[str], options: DiscoveryOptions, stdin: BinaryIO | None = None) -> Discovery:
    """The files that `paths` name, and those in the folders among them.

    The result does not depend on the order of `paths` or of folders. What cannot be read is a notice.

    Args:
        paths: files, folders, and `-` for standard input.
        stdin: read in place of standard input.

    Raises:
        ValueError: a pattern of `include` or `exclude` is none.
    """
    found = Found()
    filters = Filter(options)
    folders = [os.path.realpath(path) for path in paths if path != STDIN and os.path.isdir(path)]
    for path in dict.fromkeys(paths):
        if path == STDIN:
            _add_stdin(found, options, stdin)
        else:
            _add(path, found, filters, folders)
    return found.discovery()


def _add_stdin(found: Found, options: DiscoveryOptions, stdin: BinaryIO | None) -> None:
    name = shown(options.stdin_filename)
    try:
        found.buffer = spool(name, options.format, stdin)
    except OSError as error:
        found.fail(name, f"standard input cannot be read: {reason(error)}")


def _add(path: str, found: Found, filters: Filter, folders: Sequence[str]) -> None:
    if not path:
        found.fail("", "an empty name was given in place of a path")
        return
    name = shown(path)
    try:
        status = os.stat(path)
    except FileNotFoundError:
        found.fail(name, "a link that leads nowhere" if os.path.islink(path) else "no such file or folder")
        return
    except (OSError, ValueError) as error:
        found.fail(name, f"cannot be read: {reason(error)}")
        return
    is_folder = stat.S_ISDIR(status.st_mode)
    place = filters.place(path)
    excluded = filters.excludes_any(place, is_folder)
    if excluded and filters.options.force_exclude:
        found.note(name, "named, but excluded by the configuration")
    elif is_folder:
        Walk(found, filters, folders).run(os.path.realpath(path), name, "" if excluded else place)
    elif stat.S_ISREG(status.st_mode):
        _add_file(path, name, status, found, filters)
    else:
        found.fail(name, f"{special(status.st_mode)}, not a file; not opened")


def _add_file(path: str, name: str, status: os.stat_result, found: Found, filters: Filter) -> None:
    kind = kind_of(os.path.basename(path))
    forced = filters.options.format
    is_other = not kind.format or (kind.format == JSON and not filters.include.match(filters.place(path), False))
    if (
        is_other and forced == "auto" and filters.options.force_exclude
    ):  # a commit hook named it, which did not choose it
        found.unread[kind.suffix] += 1
        return
    if not kind.format and forced == "auto":
        suffix = f"a {kind.suffix} file" if kind.suffix else "a file without a suffix"
        found.fail(name, f"newslint does not read {suffix}; say what it holds with --format text or --format jsonl")
        return
    file_format = kind.format if forced == "auto" else forced
    found.entries.append(
        FileEntry(
            name,
            os.path.realpath(path),
            status.st_size,
            file_format,
            kind.packed,
            named=True,
            stamp=stamp_of(status),
            changed_ns=changed_ns(status),
        )
    )
