"""What options may be given: values that are empty, as variables that nobody has set, would mean something else."""

from __future__ import annotations

from typing import Any

import click
from click.core import ParameterSource


class InputFormat(click.Choice[str]):
    """How files are read; whoever names how the report is printed is told which option that is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from newslint.packs import load_reporters

        if value not in self.choices and value in load_reporters():
            self.fail(f"it says how files are read; --output-format {value} prints the report so", param, ctx)
        return super().convert(value, param, ctx)


def rule_names(_: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
    """`--select a,b --select c` as one tuple; None where the option was not given.

    Raises:
        click.BadParameter: it says which rules and names none: the run would find, or fix, nothing, and seem clean.
    """
    names = tuple(name.strip() for value in values for name in value.split(",") if name.strip())
    if values and not names and option.name in ("select", "fixable"):
        raise click.BadParameter("no rule or family is named: is a variable empty?")
    return names if values else None


def not_empty(context: click.Context, option: click.Parameter, value: Any) -> Any:
    """The value.

    Raises:
        click.BadParameter: the command line gives an empty one: `--out ""` would write where nobody meant it to.
    """
    is_given = option.name and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
    if is_given and (value == "" or (isinstance(value, tuple) and "" in value)):
        raise click.BadParameter("nothing is named: is a variable empty?")
    return value
