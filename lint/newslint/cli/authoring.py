"""The commands `new-rule` and `test`, for whoever writes rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import click

from newslint.config import nearest
from newslint.packs import load_rules, pages_of
from newslint.page_checks import check_example, check_page
from newslint.pages import PageError, parse_page
from newslint.pattern import PatternRule
from newslint.pattern_file import PatternError, parse_pattern_rule
from newslint.reporters.escaping import terminal
from newslint.rule import FAMILIES, Rule, kebab

from . import output
from .exits import CLEAN, FINDINGS
from .skeleton import Skeleton, corpus_skeleton, document_skeleton, pattern_skeleton

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*")
_LINE: Final = re.compile(r"(?:.*: )?line (\d+): (.*)", re.DOTALL)
_TOML_PLACE: Final = re.compile(r" \(at line (\d+), column \d+\)")
_SHIPPED: Final = Path("rules", "newslint_rules")


def new_rule(name: str, family: str, folder: str | None, *, pattern: bool) -> int:
    """Lay out the two files of a rule.

    Args:
        folder: of one's own pattern rules; None: the package of the family, in the checkout around the working folder.
        pattern: a TOML file in place of a class; in a folder of one's own always.

    Raises:
        click.UsageError: the name is taken or no name of a rule, or there is no place for it.
    """
    _check_name(name)
    if family == "duplicate" and (pattern or folder):
        raise click.UsageError("a pattern rule looks at one document: it cannot belong to the family duplicate")
    place = Path(folder) if folder is not None else _checkout() / _SHIPPED / family
    skeleton = _skeleton(name, family, pattern=pattern or folder is not None)
    stem = name.replace("-", "_")
    files = {place / f"{stem}{skeleton.suffix}": skeleton.check, place / f"{stem}.md": skeleton.page}
    taken = [place / f"{stem}{suffix}" for suffix in (".py", ".toml", ".md")]
    if found := next((path for path in taken if path.exists()), None):
        raise click.UsageError(f"{found} is there already")
    place.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    check, page = map(str, files)
    trial = f"pytest tests/test_rule_pages.py -k {name}" if folder is None else f"newslint test {folder}"
    output.write(
        f"{terminal(check)}: put what the rule looks for in the place of the example\n"
        f"{terminal(page)}: say what it finds and why; mark in the examples what it must find\n"
        f"Then try it: {terminal(trial)}\n"
    )
    return CLEAN


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise click.UsageError(
            f"{name!r} is no name of a rule: it must be in kebab case, small letters and digits in words joined by"
            ' hyphens, each word with a letter first, as "share-bar"'
        )
    if name in FAMILIES:
        raise click.UsageError(f"{name} is the name of a family")
    if name in load_rules():
        raise click.UsageError(f"there is a rule called {name} already (newslint rule {name} shows it)")


def _checkout() -> Path:
    """The nearest folder upwards that holds the rules that ship."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _SHIPPED / "__init__.py").is_file():
            return Path() if folder == here else folder
    raise click.UsageError(
        "the working folder lies in no checkout of newslint; --folder DIR lays out a pattern rule of your own"
    )


def _skeleton(name: str, family: str, *, pattern: bool) -> Skeleton:
    if pattern:
        return pattern_skeleton(name, family)
    class_name = "".join(word.capitalize() for word in name.split("-"))
    if kebab(class_name) != name:
        raise click.UsageError(
            f"{name} cannot be told from {class_name}, the name of its class: take longer words, or --pattern"
        )
    return corpus_skeleton(name, class_name) if family == "duplicate" else document_skeleton(name, class_name, family)


class Fault(NamedTuple):
    """What is wrong with a rule or its page, and where."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def try_rules(place: str) -> int:
    """Hold one's own rules against their pages; the faults go to standard output, one a line.

    Args:
        place: a folder of pattern rules, or the name or the folder of an installed pack.

    Raises:
        click.UsageError: no such folder or pack, or no rule in it.
        OSError: a file cannot be read.
    """
    if rules := pages_of(place):
        return _told(len(rules), (fault for page, rule in sorted(rules.items()) for fault in _of_pack(page, rule)))
    if Path(place).is_dir():
        return _try_folder(place)
    raise click.UsageError(f"{place}: no such folder, and no installed pack with rules of this name")


def _of_pack(page: Path, rule: Rule) -> Iterator[Fault]:
    page = page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page
    suffix = ".toml" if isinstance(rule, PatternRule) else ".py"
    yield from _faults_of_page(page, rule, page.with_suffix(suffix))


def _try_folder(folder: str) -> int:
    root = Path(folder)
    paths = sorted(root.rglob("*.toml"))
    in_python = sorted(path for path in root.rglob("*.py") if path.with_suffix(".md").is_file())
    if not paths and not in_python:
        raise click.UsageError(f"{folder}: no rule (*.toml) in this folder")
    taken: dict[str, str] = dict.fromkeys(load_rules(), "is the name of a rule that is installed")
    known = {*taken, *map(_name_of, paths)}
    taken |= dict.fromkeys(FAMILIES, "is the name of a family")

    def faults() -> Iterator[Fault]:
        for path in in_python:
            yield Fault(path, 1, "a rule in Python runs only where its pack is installed (pip install -e .)")
        for path in paths:
            yield from _faults(path, taken, known)
            taken[_name_of(path)] = f"is the name of the rule in {path}, too"

    return _told(len(paths) + len(in_python), faults())


def _told(rules: int, faults: Iterable[Fault]) -> int:
    """The exit code, when all faults have been written."""
    count = 0
    for fault in faults:
        count += 1
        output.write(f"{terminal(str(fault))}\n")
    output.say(f"newslint: {_counted(rules, 'rule')}, {_counted(count, 'fault')}")
    return FINDINGS if count else CLEAN


def _name_of(path: Path) -> str:
    return path.stem.replace("_", "-")


def _faults(path: Path, taken: dict[str, str], known: Collection[str]) -> Iterator[Fault]:
    name = _name_of(path)
    if name in taken:
        yield Fault(path, 1, f"{name} {taken[name]}")
    try:
        text = _text(path)
        rule = parse_pattern_rule(name, text, "", trusted=False)
    except PatternError as error:
        yield _placed(path, text, str(error).removeprefix(": "))
        return
    except UnicodeDecodeError as error:
        yield Fault(path, 1, f"is no UTF-8: {error.reason} at byte {error.start}")
        return
    for other in sorted(rule.subsumes - set(known)):
        yield _placed(path, text, f"subsumes: no rule is called {other!r}{nearest(other, known)}")
    yield from _faults_of_page(path.with_suffix(".md"), rule, path)


def _placed(path: Path, text: str, cause: str) -> Fault:
    """The fault at the line that the TOML reader names, or at the key that begins the message."""
    if place := _TOML_PLACE.search(cause):
        return Fault(path, int(place[1]), cause.replace(place[0], ""))
    words = re.split(r"\W+", cause.partition(": ")[0].rpartition(".")[2] or cause)
    key = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(words[0])}\b")
    lines = text.splitlines()
    return Fault(path, next((number for number, line in enumerate(lines, 1) if key.match(line)), 1), cause)


def _faults_of_page(path: Path, rule: Rule, beside: Path) -> Iterator[Fault]:
    try:
        page = parse_page(_text(path), path.name)
    except FileNotFoundError:
        yield Fault(beside, 1, f"has no page: {path.name} should lie beside it")
        return
    except UnicodeDecodeError as error:
        yield Fault(path, 1, f"is no UTF-8: {error.reason} at byte {error.start}")
        return
    except PageError as error:
        yield _at_line(path, str(error))
        return
    yield from (Fault(path, 1, text) for text in check_page(rule, page))
    for example in page.examples:
        try:
            yield from (_at_line(path, text) for text in check_example(rule, example))
        except PageError as error:
            yield Fault(path, example.line, str(error))


def _at_line(path: Path, text: str) -> Fault:
    """The fault, at the line with which its text begins."""
    match = _LINE.fullmatch(text)
    return Fault(path, int(match[1]), match[2]) if match else Fault(path, 1, text)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
