"""The commands below `config`: show what holds, check a file, print the schema."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from newslint.api import Job, Request, settle
from newslint.config import ConfigError, Settings, expand, nearest, read_config, whole_schema
from newslint.config.allow import AllowedText
from newslint.config.files import SHARED_NAME
from newslint.finding import Severity
from newslint.packs import PackError, load_reporters
from newslint.reporters.escaping import json_text, terminal, toml_text

from . import output
from .exits import CLEAN, FAILED

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def show(paths: Sequence[str], request: Request) -> int:
    """Print all settings that hold for a run over `paths`, as a newslint.toml, and where each comes from."""
    job = settle(paths, request)
    output.write(f"# {terminal(job.config.where or 'no configuration file')}\n")
    for line in _settings(job):
        output.write(f"{line}\n")
    return CLEAN


def _settings(job: Job) -> Iterator[str]:
    tables: list[str] = []
    for item in fields(Settings):
        key, value = item.name.replace("_", "-"), getattr(job.config.settings, item.name)
        origin = f"  # {_origin(item.name, job)}"
        if value is None or value in ((), {}, ""):
            yield f"# {key} is not set"
        elif isinstance(value, Mapping):
            tables += ["", f"[{key}]{origin}", *_table(key, value)]
        elif isinstance(value, tuple) and isinstance(value[0], AllowedText):
            for entry in value:
                tables += ["", f"[[{key}]]{origin}", *_entry(entry)]
        else:
            yield f"{key} = {_toml(value)}{origin}"
    yield from tables
    yield ""
    yield f"# {len(job.chosen.rules):,} of {len(job.available):,} rules run:"
    yield from (f"#   {terminal(f'{rule.name} ({job.chosen.decisions[rule.name].why})')}" for rule in job.chosen.rules)


def _origin(name: str, job: Job) -> str:
    if name in job.request.changes:
        return "command line"
    return terminal(job.config.where) if name in job.config.given else "default"


def _table(key: str, table: Mapping[str, Any]) -> Iterator[str]:
    nested = {name: value for name, value in table.items() if isinstance(value, Mapping)}
    for name, value in table.items():
        if name not in nested:
            yield f"{_key(name)} = {_toml('off' if value is None else value)}"
    for name, value in nested.items():
        yield from ("", f"[{key}.{_key(name)}]", *_table(f"{key}.{_key(name)}", value))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml_text(name)


def _entry(entry: AllowedText) -> Iterator[str]:
    for item in fields(entry):
        value = getattr(entry, item.name)
        if value:
            yield f"{item.name} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Severity) or not isinstance(value, int | float | list | tuple):
        return toml_text(str(value))
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return repr(value)


def validate(files: Sequence[str], request: Request) -> int:
    """Check configuration files, or the one that would be taken, with all that they name; tell what is wrong."""
    code = CLEAN
    for file in files or [""]:
        try:
            output.write(f"{terminal(_checked(file, request))}\n")
        except (ConfigError, PackError) as error:
            output.say(f"newslint: {terminal(str(error))}")
            code = FAILED
    return code


def _checked(file: str, request: Request) -> str:
    if file:
        if os.path.basename(file) == SHARED_NAME and os.path.isfile(file) and read_config(Path(file)) is None:
            return f"{file}: says nothing about newslint"
        request = Request(config=file)
    job = settle((), request)
    where = job.config.where
    if not where:
        return "no configuration file"
    settings = job.config.settings
    names = load_reporters()
    if settings.output_format not in names:
        cause = f"{settings.output_format!r} is none of {', '.join(names)}{nearest(settings.output_format, names)}"
        raise ConfigError(where, "output-format", cause)
    for key, chosen in (("fixable", settings.fixable or ()), ("unfixable", settings.unfixable)):
        expand(job.available, chosen, where, key)
    return f"{where}: valid"


def schema(request: Request) -> int:
    """Print the JSON Schema of a configuration, with the rules and options that there are."""
    job = settle((), request)
    text = json.dumps(whole_schema(job.available), indent=2, ensure_ascii=False)
    output.write(f"{json_text(text)}\n")
    return CLEAN
