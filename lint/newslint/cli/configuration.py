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
from newslint.config import Config, ConfigError, Selection, Settings, check_fixable, choose, nearest, whole_schema
from newslint.config.allow import AllowedText
from newslint.config.faults import faults
from newslint.config.files import SHARED_NAME, Source, find, read_source
from newslint.config.stages import reading_options
from newslint.finding import Severity
from newslint.packs import PackError, is_default, load_reporters, load_rules
from newslint.reading.options import MIB
from newslint.reporters.escaping import json_text, terminal, toml_text
from newslint.rule import Rule

from . import output
from .exits import CLEAN, FAILED
from .origins import origin

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
        key, value = item.name.replace("_", "-"), _value(item.name, job.config)
        source = f"  # {terminal(origin(item.name, job))}"
        if value is None or value in ((), {}, ""):
            yield f"# {key} is not set"
        elif isinstance(value, Mapping):
            tables += ["", f"[{key}]{source}", *_table(key, value)]
        elif isinstance(value, tuple) and isinstance(value[0], AllowedText):
            for entry in value:
                tables += ["", f"[[{key}]]{source}", *_entry(entry)]
        else:
            yield f"{key} = {_toml(value)}{source}"
    yield from tables
    yield ""
    yield f"# {len(job.chosen.rules):,} of {len(job.available):,} rules run:"
    yield from (f"#   {terminal(f'{rule.name} ({job.chosen.decisions[rule.name].why})')}" for rule in job.chosen.rules)


def _value(name: str, config: Config) -> Any:
    """What is set, or else what then holds of what is read."""
    value, reading = getattr(config.settings, name), reading_options(config)
    if name == "max_record_size":
        size = reading.max_record_bytes
        return size if size % MIB else f"{size // MIB} MiB"
    return getattr(reading, name, None) if value is None else value


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
    """Check configuration files, or the one that would be taken, with all that they name; tell all that is wrong."""
    code = CLEAN
    for file in files or [""]:
        try:
            said, wrong = _checked(file, request)
        except ConfigError as error:
            said, wrong = "", [error]
        for fault in wrong:
            output.say(f"newslint: {terminal(str(fault))}")
            code = FAILED
        if not wrong:
            output.write(f"{terminal(said)}\n")
    return code


def _checked(file: str, request: Request) -> tuple[str, Sequence[Exception]]:
    """What to say of a file without a fault, and its faults."""
    if file and os.path.basename(file) == SHARED_NAME and os.path.isfile(file) and read_source(Path(file)) is None:
        return f"{file}: says nothing about newslint", ()
    source = None if request.isolated and not file else find((), file or request.config)
    if source is None:
        return "no configuration file", ()
    try:
        available = load_rules(_rule_folders(source))
    except ConfigError:
        return "", faults(source.table, source.config)
    except PackError as error:
        return "", [error, *faults(source.table, source.config)]
    wrong = faults(source.table, lambda table: _check(source.config(table), available, request.selection))
    return f"{source.where}: valid", [*wrong, *_unread_baseline(source)]


def _unread_baseline(source: Source) -> Iterator[Exception]:
    """Why the baseline that is named cannot be used, if it cannot."""
    from newslint.baseline import BaselineError

    from .debt import read_baseline

    named = source.table.get("baseline")
    if isinstance(named, str) and named:
        try:
            read_baseline(source.folder / named)
        except BaselineError as error:
            yield error


def _rule_folders(source: Source) -> tuple[Path, ...]:
    named = {key: value for key, value in source.table.items() if key == "rule-folders"}
    return tuple(source.folder / folder for folder in source.config(named).settings.rule_folders)


def _check(config: Config, available: Mapping[str, Rule], command_line: Selection) -> None:
    choose(available, config, is_default, command_line)
    settings = config.settings
    names = load_reporters()
    if settings.output_format not in names:
        cause = f"{settings.output_format!r} is none of {', '.join(names)}{nearest(settings.output_format, names)}"
        raise ConfigError(config.where, "output-format", cause)
    check_fixable(available, config)


def schema(request: Request) -> int:
    """Print the JSON Schema of a configuration, with the rules and options that there are."""
    job = settle((), request)
    text = json.dumps(whole_schema(job.available), indent=2, ensure_ascii=False)
    output.write(f"{json_text(text)}\n")
    return CLEAN
