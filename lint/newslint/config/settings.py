"""The configuration's schema: one frozen dataclass, from which the parser and the JSON Schema are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final

from newslint.finding import Severity
from newslint.ranges import Range
from newslint.text import nearest

from .allow import Allow, AllowedText
from .kinds import Anything, Either, Flag, Kind, ListOf, Misfit, Number, Schema, TableOf, Text
from .special_kinds import Codec, Level, PathPattern, Size

FORMATS: Final = ("auto", "text", "jsonl")
SCOPES: Final = ("document", "corpus", "all")


class ConfigError(Exception):
    """A configuration that cannot be used; the message names the place, the key and the cause."""

    def __init__(self, where: str, key: str, cause: str) -> None:
        super().__init__(": ".join(part for part in (where, key, cause) if part))
        self.where, self.key, self.cause = where, key, cause


def _setting(kind: Kind, default: Any, text: str) -> Any:
    metadata = {"kind": kind, "text": text}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


_NAMES: Final = ListOf(Text())
_PATTERNS: Final = ListOf(PathPattern())


@dataclass(frozen=True)
class Settings:
    """All settings, by their names in a configuration file (there with `-` in place of `_`).

    None stands for "not set" where what then holds is decided elsewhere.
    """

    select: tuple[str, ...] | None = _setting(_NAMES, None, "Rules or families to run, in place of the default ones.")
    extend_select: tuple[str, ...] = _setting(_NAMES, (), "Rules or families to run beside the selected ones.")
    ignore: tuple[str, ...] = _setting(_NAMES, (), "Rules or families not to run.")
    severity: Mapping[str, Severity | None] = _setting(
        TableOf(Level(off=True)), {}, "How much the findings of a rule or family matter; `off` switches it off."
    )
    per_file_ignores: Mapping[str, tuple[str, ...]] = _setting(
        TableOf(_NAMES, PathPattern()), {}, "Rules or families that are silent in the files that match a pattern."
    )
    allow: tuple[AllowedText, ...] = _setting(
        ListOf(Allow()), (), "Texts that may be found without being reported: `text` or `pattern`, `reason`, `rules`."
    )
    baseline: str = _setting(Text(), "", "The file of known findings, which do not count.")
    rules: Mapping[str, Mapping[str, object]] = _setting(
        TableOf(TableOf(Anything())), {}, "Options of rules, a table for each rule."
    )
    fixable: tuple[str, ...] | None = _setting(_NAMES, None, "Rules or families to fix, in place of all.")
    unfixable: tuple[str, ...] = _setting(_NAMES, (), "Rules or families never to fix.")
    rule_folders: tuple[str, ...] = _setting(_NAMES, (), "Folders of pattern rules (TOML) of one's own.")
    scope: str = _setting(Text(SCOPES), "all", "Rules about single documents, about the whole corpus, or all.")
    fail_level: Severity = _setting(  # noqa: RUF009 -- it makes a dataclass field
        Level(), Severity.WARNING, "The least severity that makes newslint exit with 1."
    )
    corpus: tuple[str, ...] = _setting(_NAMES, (), "What to read where no path is named.")
    include: tuple[str, ...] = _setting(
        _PATTERNS, (), "Patterns of the files to read in folders, in place of all kinds."
    )
    exclude: tuple[str, ...] = _setting(
        _PATTERNS,
        (),
        "Patterns of files and folders to leave out, beside .git, .venv and their like; `!name` takes one back.",
    )
    force_exclude: bool = _setting(Flag(), False, "Leave excluded paths, and files of other kinds, out even if named.")
    respect_gitignore: bool = _setting(Flag(), True, "Leave out what .gitignore files name.")
    format: str = _setting(Text(FORMATS), "auto", "Read every file as this format; `auto` goes by its name.")
    encoding: str | Mapping[str, str] = _setting(
        Either(Codec(), TableOf(Codec(), PathPattern())),
        "",
        "The encoding of all files, or a table of path patterns and encodings.",
    )
    text_fields: tuple[str, ...] | None = _setting(
        ListOf(Text(), least=1),
        None,
        "Fields of a record that may hold the text, the first that shows anything.",
    )
    id_fields: tuple[str, ...] | None = _setting(_NAMES, None, "Fields of a record that may hold its id.")
    title_fields: tuple[str, ...] | None = _setting(_NAMES, None, "Fields of a record that may hold its title.")
    date_fields: tuple[str, ...] | None = _setting(_NAMES, None, "Fields of a record that may hold its date.")
    source_fields: tuple[str, ...] | None = _setting(_NAMES, None, "Fields of a record that may hold its source.")
    language_fields: tuple[str, ...] | None = _setting(_NAMES, None, "Fields of a record that may hold its language.")
    max_record_size: int | None = _setting(Size(), None, 'The largest record that is read, such as "64 MiB".')
    output_format: str = _setting(Text(), "table", "How to print the report.")
    max_shown: int = _setting(Number(bounds=Range(0)), 200, "Rows of the table at most; 0 for all.")
    jobs: int = _setting(Number(bounds=Range(0)), 0, "Worker processes at most; 0 for one on each core.")


def parse(table: Mapping[str, object], where: str) -> Settings:
    """The settings that a table of a TOML file makes.

    Args:
        table: keys and values, as `tomllib` has them.
        where: the file, for messages.

    Raises:
        ConfigError: a key that nobody knows, or a value of the wrong kind.
    """
    kinds: dict[str, Kind] = {_key(item.name): item.metadata["kind"] for item in fields(Settings)}
    values = {}
    for key, value in table.items():
        if key not in kinds:
            hint = "; the table [tool.newslint] is for pyproject.toml, here its keys stand without it"
            raise ConfigError(where, key, f"nobody knows this key{hint if key == 'tool' else nearest(key, kinds)}")
        try:
            values[key.replace("-", "_")] = kinds[key].parse(value)
        except Misfit as misfit:
            place = misfit.below(key)
            raise ConfigError(where, place.key, place.cause) from None
    return Settings(**values)


def json_schema() -> Schema:
    """The JSON Schema (2020-12) of a `newslint.toml`."""
    properties = {}
    for item in fields(Settings):
        schema = {"description": item.metadata["text"], **item.metadata["kind"].schema()}
        if item.default is not MISSING and item.default not in (None, (), ""):
            schema["default"] = str(item.default) if isinstance(item.default, Severity) else item.default
        properties[_key(item.name)] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newslint",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _key(name: str) -> str:
    return name.replace("_", "-")
