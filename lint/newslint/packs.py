"""Finds the rules and the reporters that are installed: packs by the entry-point groups below, nobody keeps a list.

A pack is an importable package. Each concrete rule class defined in one of its modules is a rule, each `*.toml` beside
them is a pattern rule; the page of a rule is `<rule_name>.md` in the same folder.
"""

from __future__ import annotations

import inspect
import os
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from .pattern import PatternRule
from .pattern_file import PatternError, parse_pattern_rule
from .rule import FAMILIES, CorpusRule, DocumentRule, Rule

RULES_GROUP: Final = "newslint.rules"
REPORTERS_GROUP: Final = "newslint.reporters"

Reporter = Callable[..., None]
"""`report(report, write, options)`, see `report.ReportOptions`."""


class PackError(Exception):
    """An installed pack or a folder of pattern rules that cannot be used; the message names the place and the cause."""


@dataclass(frozen=True)
class _Found:
    """A rule, where it was found (for messages), and the folder of its page."""

    rule: Rule
    where: str
    folder: Traversable


def load_rules(extra_folders: Sequence[Path] = ()) -> dict[str, Rule]:
    """Every rule with its default options, by name, sorted.

    Args:
        extra_folders: folders of pattern rules (`*.toml`, at any depth) beside the installed packs.

    Raises:
        PackError: a pack is broken, two rules have one name, or there is no rule at all.
    """
    return {name: found.rule for name, found in _house(tuple(extra_folders)).items()}


def page(name: str, extra_folders: Sequence[Path] = ()) -> str:
    """The Markdown page of the rule called `name`.

    Raises:
        KeyError: no rule is called so.
        PackError: the rule has no page.
    """
    found = _house(tuple(extra_folders))[name]
    path = found.folder / f"{name.replace('-', '_')}.md"
    try:
        return _text_of(path)
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{found.where}: the page of {name} cannot be read: {error}") from None


def pages_of(place: str) -> dict[Path, Rule]:
    """Installed rules by the path of their page, which may not be there.

    Args:
        place: a pack, a package in it, or a folder in which it lies.

    Raises:
        PackError: as `load_rules`.
    """
    folder = os.path.realpath(place)
    pages = {}
    for name, found in _house(()).items():
        path = Path(str(found.folder / f"{name.replace('-', '_')}.md"))
        if found.where.startswith((f"{place}.", f"{place}/")) or path.resolve().is_relative_to(folder):
            pages[path] = found.rule
    return pages


def summary(name: str, extra_folders: Sequence[Path] = ()) -> str:
    """The first paragraph below the title of the rule's page, on one line; empty where it has none."""
    try:
        text = page(name, extra_folders)
    except PackError:
        return ""
    paragraphs = [part.strip() for part in text.split("\n\n")]
    return next((" ".join(part.split()) for part in paragraphs if part and not part.startswith("#")), "")


def is_default(rule: Rule) -> bool:
    """Whether the rule runs where nobody selects anything."""
    return rule.enabled if isinstance(rule, PatternRule) else rule.default


def load_reporters() -> tuple[str, ...]:
    """The names of all reporters, sorted. None of them is imported."""
    return tuple(sorted(_reporters()))


def reporter(name: str) -> Reporter:
    """The reporter called `name`; its module is imported here.

    Raises:
        KeyError: no reporter is called so.
        PackError: it cannot be imported, or is no function.
    """
    entry = _reporters()[name]
    try:
        loaded: Reporter = entry.load()
    except Exception as error:  # the pack's own code runs here: whatever it raises, it is told as the pack's
        cause = error if isinstance(error, (ImportError, AttributeError)) else f"{type(error).__name__}: {error}"
        raise PackError(f"the reporter {name} ({entry.value}) cannot be loaded: {cause}") from error
    if not callable(loaded):
        raise PackError(f"the reporter {name} ({entry.value}) is no function; write module:function")
    return loaded


def makers() -> frozenset[str]:
    """The packages that rules and reporters come from, ours among them."""
    entries = [*_entries(RULES_GROUP), *_entries(REPORTERS_GROUP)]
    return frozenset(re.split("[.:]", entry.value)[0].strip() for entry in entries)  # `module` needs a sound value


@cache
def _everything() -> Any:
    return entry_points()  # reads the metadata of all that is installed: once is enough


def _entries(group: str) -> EntryPoints:
    selected: EntryPoints = _everything().select(group=group)
    return selected


@cache
def _reporters() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in _entries(REPORTERS_GROUP)}


@cache
def _house(extra_folders: tuple[Path, ...]) -> dict[str, _Found]:
    if not extra_folders:
        return _by_name(_installed())
    return _by_name([*_house(()).values(), *(found for folder in extra_folders for found in _in_folder(folder))])


def _by_name(everything: Sequence[_Found]) -> dict[str, _Found]:
    house: dict[str, _Found] = {}
    for found in everything:
        name = found.rule.name
        if name in FAMILIES:
            raise PackError(f"{found.where}: {name} is the name of a family, no rule may be called so")
        if name in house:
            raise PackError(f"two rules are called {name}: {house[name].where} and {found.where}")
        house[name] = found
    for found in house.values():
        _check_subsumed(found, house)
    if not house:
        raise PackError(
            f'no rules found: is newslint installed? (no entry point "{RULES_GROUP}" names a pack with rules)'
        )
    return dict(sorted(house.items()))


def _check_subsumed(found: _Found, house: Mapping[str, _Found]) -> None:
    """Holds what a pattern rule subsumes against the rules there are; Python may name rules that are not installed."""
    if not isinstance(found.rule, PatternRule):
        return
    for name in sorted(found.rule.subsumes):
        if name not in house:
            raise PackError(f"{found.where}: subsumes: no rule is called {name!r}")
        if found.rule.name in house[name].rule.subsumes:
            raise PackError(f"{found.where}: subsumes: {name} subsumes {found.rule.name}")


def _installed() -> list[_Found]:
    entries = {entry.value: entry for entry in _entries(RULES_GROUP)}
    return [found for value in sorted(entries) for found in _in_package(_import(entries[value].module))]


def _import(name: str) -> ModuleType:
    try:
        return import_module(name)
    except Exception as error:
        raise PackError(f"the rule pack {name} cannot be imported: {type(error).__name__}: {error}") from error


def _in_package(package: ModuleType) -> Iterator[_Found]:
    """The rules of a package and of the packages below it, in sorted order."""
    if not hasattr(package, "__path__"):
        raise PackError(f"the rule pack {package.__name__} is no package")
    folder = files(package)
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = _import(f"{package.__name__}.{info.name}")
        yield from _in_module(module, folder)
        if info.ispkg:
            yield from _in_package(module)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield _pattern_rule(file, f"{package.__name__}/{file.name}", folder, trusted=True)


def _in_module(module: ModuleType, folder: Traversable) -> Iterator[_Found]:
    for name, value in sorted(vars(module).items()):
        is_rule = isinstance(value, type) and issubclass(value, DocumentRule | CorpusRule)
        # A name with an underscore is a base that rules of the pack share.
        if is_rule and value.__module__ == module.__name__ and not name.startswith("_"):
            where = f"{module.__name__}.{name}"
            yield _Found(_instance(value, where), where, folder)


def _instance(rule: Any, where: str) -> Rule:
    options = [name for name, kind in inspect.get_annotations(rule).items() if "ClassVar" not in str(kind)]
    if not rule.__dataclass_fields__.keys() >= set(options):
        raise PackError(f"{where}: a rule with options must be a frozen dataclass")
    if inspect.isabstract(rule):
        missing = ", ".join(sorted(rule.__abstractmethods__))
        raise PackError(f"{where}: a rule must define {missing} (the name of a shared base begins with an underscore)")
    if rule.family not in FAMILIES:
        raise PackError(f"{where}: family {rule.family!r} is none of {', '.join(FAMILIES)}")
    try:
        instance: Rule = rule()
    except TypeError as error:
        raise PackError(f"{where}: every option needs a default value ({error})") from None
    return instance


def _in_folder(folder: Path) -> Iterator[_Found]:
    """The pattern rules of a user's folder; their patterns run under a time limit."""
    if not folder.is_dir():
        raise PackError(f"{folder}: no such folder of rules")
    paths = sorted(folder.rglob("*.toml"))
    if not paths:
        raise PackError(f"{folder}: no rule (*.toml) in this folder")
    for path in paths:
        yield _pattern_rule(path, str(path), path.parent, trusted=False)


def _pattern_rule(file: Traversable, where: str, folder: Traversable, *, trusted: bool) -> _Found:
    name = file.name.removesuffix(".toml").replace("_", "-")
    try:
        rule = parse_pattern_rule(name, _text_of(file), where, trusted=trusted)
    except PatternError as error:
        raise PackError(str(error)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{where}: cannot be read: {error}") from None
    return _Found(rule, where, folder)


def _text_of(file: Traversable) -> str:
    if (
        isinstance(file, Path) and file.exists() and not file.is_file()
    ):  # a FIFO would be waited for, a device never end
        raise OSError("it is no file")
    return file.read_text(encoding="utf-8")
