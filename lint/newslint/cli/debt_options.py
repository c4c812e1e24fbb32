"""The options about known findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import click

from .option_values import not_empty


def debt_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options to a command."""
    command = click.option(
        "--baseline-from-ref",
        metavar="REF",
        help="What is found in this commit is known and does not count.",
    )(command)
    command = click.option("--no-baseline", is_flag=True, help="Know nothing: old findings count, and are fixed, too.")(
        command
    )
    return click.option(
        "--baseline", callback=not_empty, metavar="FILE", help="What this file lists is known and does not count."
    )(command)


class Source(NamedTuple):
    """Where known findings come from, as the command line says."""

    baseline: str | None = None
    ref: str | None = None
    nothing: bool = False


def debt_of(given: Mapping[str, Any]) -> Source:
    """What the options ask for."""
    return Source(given["baseline"], given["baseline_from_ref"], given["no_baseline"])
