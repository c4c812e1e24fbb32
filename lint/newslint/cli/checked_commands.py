"""Commands beside `check`, most of them with its options that say what is checked: `baseline`, `explain`, …"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from .debt_options import Source
from .option_values import not_empty

if TYPE_CHECKING:
    from newslint.api import Request

Requested = Callable[[dict[str, Any]], "Request"]
"""Makes a request of the values of options."""

OWN: Final = frozenset({
    "fail_level", "exit_zero", "max_shown", "stdin_filename", "no_baseline", "baseline_from_ref", "staged", "against",
    "fix", "unsafe_fixes", "fix_only", "diff", "show_fixes", "exit_non_zero_on_fix", "out", "fixable", "unfixable",
    "output_format", "output_file", "report", "statistics", "quiet", "verbose",
})  # fmt: skip
"""The options of `check` that do not say what is checked, and with which rules."""
SETTINGS: Final = frozenset({"fail_level", "max_shown", "output_format", "fixable", "unfixable"})
"""Those of them that a configuration sets, too."""


def commands(params: Sequence[click.Parameter], requested: Requested) -> list[click.Command]:
    """All of these commands.

    Args:
        params: of `check`.
        requested: makes the request.
    """
    shared = [param for param in params if param.name not in OWN]
    few = [param for param in shared if param.name in ("config", "isolated")]
    return [
        _baseline(shared, requested),
        _explain(shared, requested),
        _config([param for param in params if param.name in SETTINGS or param in shared], few, requested),
        _stats(shared, requested),
        _compare(),
    ]


def _group(name: str, text: str, members: Sequence[click.Command]) -> click.Group:
    group = click.Group(name, help=text)
    for member in members:
        group.add_command(member)
    return group


def _baseline(shared: Sequence[click.Parameter], requested: Requested) -> click.Group:
    few = [param for param in shared if param.name in ("baseline", "config", "isolated")]
    deeds = [
        ("create", shared, "Write all findings to a new baseline."),
        ("update", shared, "Put all findings into the baseline, and take out what is not found any more."),
        ("prune", shared, "Take out of the baseline what is not found any more."),
        ("stats", few, "Count what the baseline holds; nothing is checked."),
    ]
    members = [
        click.Command(name, params=[*own], callback=_deed(name, requested), help=text) for name, own, text in deeds
    ]
    return _group("baseline", "Known findings: what was found once, and does not count any more.", members)


def _deed(name: str, requested: Requested) -> Callable[..., int]:
    def run(paths: tuple[str, ...] | None = None, **given: Any) -> int:
        from . import baseline

        request, file = requested(given), given["baseline"]
        deed: Callable[..., int] = getattr(baseline, name)
        return deed(request, file) if paths is None else deed(paths, request, file)

    return run


def _explain(shared: Sequence[click.Parameter], requested: Requested) -> click.Command:
    own: list[click.Parameter] = [
        click.Argument(["place"], callback=not_empty, metavar="PATH[:LINE]"),
        click.Option(["--rule"], metavar="NAME", help="Speak of this rule only."),
        click.Option(
            ["--with", "others"],
            multiple=True,
            callback=not_empty,
            metavar="PATH",
            help="Compare the document with these files and folders.",
        ),
    ]
    options = [param for param in shared if param.name != "paths"]

    def run(place: str, rule: str | None, others: tuple[str, ...], **given: Any) -> int:
        from . import explain

        question = explain.Question(rule, others)
        return explain.explain(place, requested(given), question, Source(given["baseline"]))

    text = "Tell why a place is flagged, or not, and which setting decided."
    return click.Command("explain", params=[*own, *options], callback=run, help=text)


def _config(shared: Sequence[click.Parameter], few: Sequence[click.Parameter], requested: Requested) -> click.Group:
    def show(paths: tuple[str, ...], **given: Any) -> int:
        from . import configuration

        return configuration.show(paths, requested(given))

    def validate(files: tuple[str, ...], **given: Any) -> int:
        from . import configuration

        return configuration.validate(files, requested(given))

    def schema(**given: Any) -> int:
        from . import configuration

        return configuration.schema(requested(given))

    files = click.Argument(["files"], nargs=-1, metavar="[FILE]...")
    options = [param for param in shared if param.name != "baseline"]
    members = [
        click.Command(
            "show", params=options, callback=show, help="Print the settings that hold, and where they come from."
        ),
        click.Command("validate", params=[files, *few], callback=validate, help="Check configuration files."),
        click.Command("schema", params=[*few], callback=schema, help="Print the JSON Schema of a configuration."),
    ]
    return _group("config", "The configuration: what holds, whether it is right, what it may say.", members)


def _stats(shared: Sequence[click.Parameter], requested: Requested) -> click.Command:
    def run(paths: tuple[str, ...], form: str, **given: Any) -> int:
        from . import stats

        return stats.stats(paths, requested(given), form)

    params = [*(param for param in shared if param.name != "baseline"), _form("How to print the figures.")]
    text = "Print figures on the quality of a corpus: rates, copies, lengths, worst files."
    return click.Command("stats", params=params, callback=run, help=text)


def _form(text: str) -> click.Option:
    names = click.Choice(["text", "json"])
    return click.Option(["--output-format", "form"], type=names, default="text", help=text)


def _compare() -> click.Command:
    def run(old: str, new: str, form: str, max_shown: int, exit_non_zero_on_new: bool) -> int:
        from . import compare

        return compare.compare(old, new, compare.Wanted(form, max_shown, exit_non_zero_on_new))

    params = [
        click.Argument(["old"], metavar="OLD"),
        click.Argument(["new"], metavar="NEW"),
        _form("How to print the comparison."),
        click.Option(
            ["--max-shown"],
            type=click.IntRange(min=0),
            default=50,
            help="Findings of each sort at most, 0 for all [50].",
        ),
        click.Option(["--exit-non-zero-on-new"], is_flag=True, help="End with 1 if there are new findings."),
    ]
    text = "Compare two JSON reports: new, gone and changed findings, and rates."
    return click.Command("compare", params=params, callback=run, help=text)
