"""The options that fix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from .option_values import not_empty, rule_names

if TYPE_CHECKING:
    from .fixing import Fixing

NAMES: Final = ("fix", "unsafe_fixes", "diff", "fix_only", "show_fixes", "exit_non_zero_on_fix", "out")
_DEEDS: Final = ("fix", "diff", "fix_only", "out")
"""Options that ask for fixes; the others say how."""


def fixing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that fix to a command."""
    for option in reversed(
        (
            click.option("--fix", is_flag=True, help="Apply safe fixes, then report what is left."),
            click.option("--unsafe-fixes", is_flag=True, help="Apply fixes that drop or rewrite words, too."),
            click.option("--fix-only", is_flag=True, help="Fix, and do not report what is left."),
            click.option("--diff", is_flag=True, help="Show what would be fixed; write nothing; exit 1 if anything."),
            click.option("--show-fixes", is_flag=True, help="List what was fixed in which file."),
            click.option("--exit-non-zero-on-fix", is_flag=True, help="End with 1 if anything was fixed."),
            click.option(
                "--out",
                callback=not_empty,
                metavar="DIR",
                help="Write fixed copies of all files, packed ones too, to a new folder.",
            ),
            click.option("--fixable", multiple=True, callback=rule_names, metavar="NAME,...", help="Fix only these."),
            click.option(
                "--unfixable", multiple=True, callback=rule_names, metavar="NAME,...", help="Do not fix these."
            ),
        )
    ):
        command = option(command)
    return command


def fixing_of(given: Mapping[str, Any]) -> Fixing | None:
    """What the options ask for; None where they ask for no fixes.

    Raises:
        click.UsageError: they say how to fix, but not to fix.
    """
    if any(given[name] for name in _DEEDS):
        from .fixing import Fixing

        return Fixing(**{name: given[name] for name in NAMES if name != "fix"})
    for name in NAMES:
        if given[name]:
            raise click.UsageError(f"--{name.replace('_', '-')} has no effect without --fix.")
    return None


def fixing_changes(given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that the options set."""
    return {name: given[name] for name in ("fixable", "unfixable") if given[name] is not None}
