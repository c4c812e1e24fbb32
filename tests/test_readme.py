"""The README tells what is there: its generated parts, its commands, its examples.

After a change of rules, options or settings, renew the parts between `<!-- NAME: … -->` and `<!-- /NAME -->`:

    NEWSLINT_RENEW=1 pytest tests/test_readme.py
    git diff README.md
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from functools import cache
from pathlib import Path
from typing import Any, Final

import click
import pytest

from newslint import FAMILIES, Severity
from newslint.cli.commands import cli
from newslint.config import load
from newslint.config.settings import Settings
from newslint.packs import is_default, load_reporters, load_rules, summary
from newslint.reading import ReadingOptions
from newslint.reading.options import MIB

ROOT: Final = Path(__file__).parents[1]
README: Final = ROOT / "README.md"
RENEW: Final = os.environ.get("NEWSLINT_RENEW") == "1"
FIRST_RUN: Final = "newslint seeds/harbour/ferry.txt seeds/harbour/fund.txt seeds/wire/fund.txt --isolated"


@cache
def _readme() -> str:
    return README.read_text(encoding="utf-8")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSLINT_", "FORCE_"))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    for sub, below in sorted(getattr(command, "commands", {}).items()):
        yield from _commands(below, f"{name} {sub}")


COMMANDS: Final = dict(_commands(cli, "newslint"))


MOST: Final = "those of `check` that say what is read, by which rules, and what is remembered"


def first_run() -> Iterator[str]:
    program = "import sys; from newslint.cli import main; sys.exit(main(sys.argv[1:]))"
    ended = _run("-c", program, *FIRST_RUN.split()[1:])
    assert ended.returncode == 1, ended.stderr
    yield from ("```", f"$ {FIRST_RUN.removesuffix(' --isolated')}", *ended.stdout.splitlines(), "```")


def rules() -> Iterator[str]:
    """A table for each family; rules that run only when they are selected are marked."""
    house = load_rules()
    for family in FAMILIES:
        members = [rule for rule in house.values() if rule.family == family]
        if members:
            yield from ("", f"**{family}**", "", "| rule | severity | finds |", "|---|---|---|")
        for rule in members:
            (page,) = (ROOT / "rules").rglob(f"{rule.name.replace('-', '_')}.md")
            level = f"{rule.severity}{'' if is_default(rule) else ', off'}"
            link = f"[{rule.name}]({page.relative_to(ROOT).as_posix()})"
            yield f"| {link} | {level} | {_cell(summary(rule.name))} |"
    yield ""


def options() -> Iterator[str]:
    """The commands and their options, as `--help` has them; those of `check` are not repeated."""
    of_check = set(_options(cli.commands["check"]))
    for name, command in sorted(COMMANDS.items(), key=lambda item: item[0] != "newslint check"):
        if isinstance(command, click.Group):
            continue
        arguments = " ".join(_placeholder(param) for param in _arguments(command))
        own = [line for line in _options(command) if name == "newslint check" or line not in of_check]
        shared = [line.split("`")[1].split()[0] for line in _options(command) if line not in own]
        yield from ("", f"`{f'{name} {arguments}'.strip()}`: {command.get_short_help_str(200)}", "")
        yield from own
        if name != "newslint check" and shared:
            few = f"{', '.join(f'`{option}`' for option in shared)} as above"
            whole = "the options of `check`" if of_check == set(_options(command)) & of_check else MOST
            more = ", and those that are settings" if whole == MOST and "--fail-level" in shared else ""
            yield f"- and {whole + more if len(shared) > 5 else few}"
    yield ""


def _options(command: click.Command) -> list[str]:
    shown = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    records = [param.get_help_record(click.Context(command)) or ("", "") for param in shown]
    return [f"- `{names.replace('INTEGER RANGE', 'N')}`: {text.split('  [')[0]}" for names, text in records]


def _placeholder(argument: click.Parameter) -> str:
    kinds = argument.type
    return (
        f"[{'|'.join(kinds.choices)}]" if isinstance(kinds, click.Choice) else argument.metavar or argument.name.upper()
    )


def _arguments(command: click.Command) -> list[click.Parameter]:
    return [param for param in command.params if isinstance(param, click.Argument)]


READ: Final = {**asdict(ReadingOptions()), "max_record_size": f"{ReadingOptions().max_record_bytes // MIB} MiB"}
"""What holds where a setting is left to the reader."""


def settings() -> Iterator[str]:
    yield from ("| key | default | is |", "|---|---|---|")
    for item in fields(Settings):
        default = _shown(getattr(Settings(), item.name), READ.get(item.name))
        yield f"| `{item.name.replace('_', '-')}` | {default} | {_cell(item.metadata['text'])} |"


def _shown(value: Any, otherwise: Any) -> str:
    """A default as TOML has it; empty where nothing is set."""
    value = otherwise if value is None else value
    if isinstance(value, tuple) and value:
        return f"`{list(value)}`".replace("'", '"')
    if isinstance(value, bool | int) and not isinstance(value, Severity):
        return f"`{str(value).lower()}`"
    return f'`"{value}"`' if isinstance(value, str | Severity) and str(value) else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PARTS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "first-run": first_run,
    "rules": rules,
    "options": options,
    "settings": settings,
}


@pytest.mark.parametrize("name", PARTS)
def test_generated_part_is_of_today(name: str) -> None:
    pattern = re.compile(rf"(?<=<!-- {name}: renewed by tests/test_readme\.py -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
    fresh = "".join(f"{line}\n" for line in PARTS[name]())
    text = README.read_text(encoding="utf-8")
    assert len(pattern.findall(text)) == 1
    if RENEW:
        README.write_text(pattern.sub(lambda _: fresh, text), encoding="utf-8")
    else:
        told = pattern.findall(text)[0].splitlines()
        assert told == fresh.splitlines(), "NEWSLINT_RENEW=1 pytest tests/test_readme.py renews it"


@pytest.mark.parametrize("name", COMMANDS)
def test_command_and_its_options_are_told(name: str) -> None:
    assert f"`{name}" in _readme()
    for param in COMMANDS[name].params:
        if isinstance(param, click.Option) and not param.hidden:
            assert any(option in _readme() for option in param.opts), param.opts
            assert not param.envvar or f"`{param.envvar}`" in _readme()


def test_formats_are_told() -> None:
    assert [name for name in load_reporters() if f"| `{name}` |" not in _readme()] == []


def test_exit_codes_are_told() -> None:
    assert [code for code in (0, 1, 2, 3, 130) if f"| {code} |" not in _readme()] == []


def test_two_commands_stand_alone_on_their_lines() -> None:
    lines = [line for line in _readme().splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("newslint seeds --exit-zero")
    assert lines[1].endswith("pytest")


def _fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", _readme(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(_fenced("python"))))
def test_python_example_runs(number: int) -> None:
    ended = _run("-W", "error", "-c", _fenced("python")[number])
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout


@pytest.mark.parametrize("number", range(len(_fenced("toml"))))
def test_configuration_example_is_valid(number: int, tmp_path: Path) -> None:
    text = _fenced("toml")[number]
    name = "pyproject.toml" if "[tool.newslint" in text else "newslint.toml"
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert tomllib.loads(text)
    assert load([], str(tmp_path / name)).settings != Settings()


def test_links_lead_somewhere() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "seeds/README.md"):
        path = ROOT / document
        text = path.read_text(encoding="utf-8")
        anchors = {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in _headings(text)}
        for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
            file, _, anchor = target.partition("#")
            assert not file or (path.parent / file).exists(), f"{document}: {target}"
            assert file or anchor in anchors, f"{document}: {target}"


def _headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.+)$", re.sub(r"^(````?).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
