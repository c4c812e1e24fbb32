"""The options that say which reports are written, and how much is said beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from .reports import Wanted


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options to a command."""
    for option in reversed(
        (
            click.option(
                "--report",
                multiple=True,
                metavar="FORMAT:FILE",
                help="Write one more report to a file; can be given several times.",
            ),
            click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them."),
            click.option("--quiet", "-q", is_flag=True, help="Print the findings only."),
            click.option("--verbose", "-v", is_flag=True, help="Say what was left aside, and which settings are idle."),
        )
    ):
        command = option(command)
    return command


def wanted_reports(given: Mapping[str, Any]) -> Wanted:
    """What the options ask for.

    Raises:
        click.UsageError: they exclude each other.
    """
    from .reports import Wanted

    if given["quiet"] and given["verbose"]:
        raise click.UsageError("--quiet and --verbose exclude each other.")
    return Wanted(**{name: given[name] for name in ("output_file", "report", "statistics", "quiet", "verbose")})
