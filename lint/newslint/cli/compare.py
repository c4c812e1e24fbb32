"""The command `compare`: two JSON reports, and what has changed between them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from newslint.config import ConfigError
from newslint.reporters.comparison import Item, Loaded, compared, item_of
from newslint.reporters.comparison_text import as_json, as_text
from newslint.reporters.json_report import SCHEMA_VERSION

from . import output
from .exits import CLEAN, FINDINGS

MAX_BYTES: Final = 4 << 30


class Wanted(NamedTuple):
    """What the command line asks for."""

    form: str = "text"
    max_shown: int = 50
    exit_non_zero_on_new: bool = False


def compare(old: str, new: str, wanted: Wanted) -> int:
    """Print what has changed from one report to another.

    Raises:
        ConfigError: one of them cannot be read, or is no JSON report.
    """
    comparison = compared(_load(old), _load(new))
    if wanted.form == "json":
        as_json(comparison, output.write)
    else:
        as_text(comparison, output.write, wanted.max_shown)
    return FINDINGS if wanted.exit_non_zero_on_new and comparison.fresh else CLEAN


def _load(name: str) -> Loaded:
    loaded = Loaded(name)
    whole = _parsed(name)
    if not isinstance(whole, dict) or not isinstance(whole.get("summary"), dict) or "findings" not in whole:
        raise ConfigError(name, "", "is no JSON report of newslint (--output-format json writes one)")
    if whole.get("schema_version") != SCHEMA_VERSION:
        version = json.dumps(whole.get("schema_version"))
        raise ConfigError(name, "", f"has the schema version {version:.20}, this newslint reads {SCHEMA_VERSION}")
    loaded.summary, loaded.version = whole["summary"], str(whole.get("version", ""))
    loaded.items = list(_items(whole["findings"], name))
    return loaded


def _items(rows: object, name: str) -> Iterator[Item]:
    if not isinstance(rows, list):
        raise ConfigError(name, "findings", "must be a list")
    for number, row in enumerate(rows, 1):
        try:
            yield item_of(row if isinstance(row, Mapping) else {})
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ConfigError(name, "", f"finding number {number:,} is damaged ({error!r:.60})") from None


def _parsed(name: str) -> Any:
    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            raise ConfigError(name, "", "is no file")
        if os.path.getsize(path) > MAX_BYTES:
            raise ConfigError(name, "", f"is too large to be compared ({os.path.getsize(path):,} bytes)")
        return json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ConfigError(name, "", f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(name, "", f"is no JSON: no UTF-8 at byte {error.start + 1}") from None
    except (RecursionError, ValueError) as error:
        place = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(name, "", f"is no valid JSON{place}") from None
