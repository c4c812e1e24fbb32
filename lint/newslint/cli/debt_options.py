"""The options about known findings, and the commands below `baseline`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

if TYPE_CHECKING:
    from newslint.api import Request

Requested = Callable[[dict[str, Any]], "Request"]
"""Makes a request of the values of options."""

OWN: Final = frozenset({
    "fail_level", "exit_zero", "max_shown", "stdin_filename", "baseline_from_ref", "fix", "unsafe_fixes", "fix_only",
    "diff", "show_fixes", "exit_non_zero_on_fix", "out", "fixable", "unfixable", "output_format", "output_file",
    "report", "statistics", "quiet", "verbose",
})  # fmt: skip
"""The options of `check` that do not say what is checked, and with which rules."""


def debt_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options to a command."""
    command = click.option(
        "--baseline-from-ref", metavar="REF", help="What is found in this commit is known and does not count."
    )(command)
    return click.option("--baseline", metavar="FILE", help="What this file lists is known and does not count.")(command)


class Source(NamedTuple):
    """Where known findings come from, as the command line says."""

    baseline: str | None = None
    ref: str | None = None


def debt_of(given: Mapping[str, Any]) -> Source:
    """What the options ask for."""
    return Source(given["baseline"], given["baseline_from_ref"])


def baseline_group(params: Sequence[click.Parameter], requested: Requested) -> click.Group:
    """The group `baseline`.

    Args:
        params: of `check`.
        requested: makes the request.
    """
    shared = [param for param in params if param.name not in OWN]
    few = [param for param in shared if param.name in ("baseline", "config", "isolated")]
    group = click.Group("baseline", help="Known findings: what was found once, and does not count any more.")
    for name, own, text in (
        ("create", shared, "Write all findings to a new baseline."),
        ("update", shared, "Put all findings into the baseline, and take out what is not found any more."),
        ("prune", shared, "Take out of the baseline what is not found any more."),
        ("stats", few, "Count what the baseline holds; nothing is checked."),
    ):
        group.add_command(click.Command(name, params=own, callback=_deed(name, requested), help=text))
    return group


def explain_command(params: Sequence[click.Parameter], requested: Requested) -> click.Command:
    """The command `explain`.

    Args:
        params: of `check`.
        requested: makes the request.
    """
    own: list[click.Parameter] = [
        click.Argument(["place"], metavar="PATH[:LINE]"),
        click.Option(["--rule"], metavar="NAME", help="Speak of this rule only."),
        click.Option(
            ["--with", "others"],
            multiple=True,
            metavar="PATH",
            help="Compare the document with these files and folders.",
        ),
    ]
    shared = [param for param in params if param.name not in OWN and param.name != "paths"]

    def run(place: str, rule: str | None, others: tuple[str, ...], **given: Any) -> int:
        from . import explain

        question = explain.Question(rule, others)
        return explain.explain(place, requested(given), question, Source(given["baseline"]))

    text = "Tell why a place is flagged, or not, and which setting decided."
    return click.Command("explain", params=[*own, *shared], callback=run, help=text)


def _deed(name: str, requested: Requested) -> Callable[..., int]:
    def run(paths: tuple[str, ...] | None = None, **given: Any) -> int:
        from . import baseline

        request, file = requested(given), given["baseline"]
        deed: Callable[..., int] = getattr(baseline, name)
        return deed(request, file) if paths is None else deed(paths, request, file)

    return run
