"""The commands and their options."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from newslint import __version__
from newslint.finding import Severity

from .author_commands import COMMANDS
from .cache_options import cache_folder, cache_of, cache_options
from .checked_commands import commands
from .debt_options import debt_of, debt_options
from .fix_options import fixing_changes, fixing_of, fixing_options
from .option_values import InputFormat, not_empty, rule_names
from .output import say
from .report_options import report_options, wanted_reports

if TYPE_CHECKING:
    from newslint.api import Request

DEFAULT: Final = "check"
_SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_LEVELS: Final = [str(severity) for severity in Severity]


@click.group(context_settings=_SETTINGS)
@click.version_option(__version__, "-V", "--version", prog_name="newslint", message="%(prog)s %(version)s")
def cli() -> None:
    """A linter for corpora of scraped news.

    `newslint PATH...` is short for `newslint check PATH...`; without a path it checks the configured corpus, else the
    current folder.

    Exit codes: 0 clean, 1 findings, 2 wrong use or something that could not be done, 3 a bug of newslint, 130
    interrupted.
    """


def invoke(argv: Sequence[str] | None) -> int:
    """Run the command that `argv` names and give its exit code.

    Raises:
        click.ClickException: wrong use.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] not in (*cli.commands, "-h", "--help", "-V", "--version"):
        if arguments and not os.path.lexists(arguments[0]):
            _hint_at_command(arguments[0])
        arguments.insert(0, DEFAULT)
    try:
        with cli.make_context("newslint", arguments) as context:
            return cli.invoke(context) or 0
    except click.exceptions.Exit as end:  # --help and --version
        return end.exit_code


def _hint_at_command(name: str) -> None:
    """Say which command may be meant by the name of a file that is not there."""
    if name[:1] != "-" and name.replace("-", "").isalpha():
        from newslint.config import nearest

        if hint := nearest(name, cli.commands):
            say(f"newslint: no command is called {name!r}{hint}")


def _parsed(kind: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that takes a value, or several, as the configuration's kind of that name does."""

    def parse(context: click.Context, option: click.Parameter, given: Any) -> Any:
        from newslint import config

        value, parser = not_empty(context, option, given), getattr(config, kind)()
        try:
            return tuple(map(parser.parse, value)) if isinstance(value, tuple) else value and parser.parse(value)
        except config.Misfit as misfit:
            raise click.BadParameter(misfit.cause) from None

    return parse


def _list(*names: str, text: str) -> Callable[..., Any]:
    return click.option(*names, multiple=True, callback=rule_names, metavar="NAME,...", help=text)


def _patterns(name: str, text: str) -> Callable[..., Any]:
    return click.option(name, multiple=True, callback=_parsed("PathPattern"), metavar="PATTERN", help=text)


def _isolated(context: click.Context, _: click.Parameter, value: bool) -> bool:
    if value and context.get_parameter_source("config") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--config and --isolated exclude each other.", context)
    return value


def _configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which configuration holds."""
    command = click.option("--isolated", is_flag=True, callback=_isolated, help="Take no configuration file.")(command)
    option = click.option(
        "--config",
        envvar="NEWSLINT_CONFIG",
        metavar="FILE",
        callback=not_empty,
        help="Take this configuration file.",
        is_eager=True,
    )
    return option(command)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_list("--select", text="Run these rules or families in place of the configured ones.")
@_list("--extend-select", text="Run these rules or families too.")
@_list("--ignore", text="Do not run these rules or families.")
@click.option(
    "--scope", type=click.Choice(["document", "corpus", "all"]), help="Which rules: of documents, of the corpus."
)
@click.option("--fail-level", type=click.Choice(_LEVELS), help="The least severity that ends with exit code 1.")
@click.option("--exit-zero", is_flag=True, help="End with 0 in spite of findings.")
@fixing_options
@click.option(
    "--output-format", envvar="NEWSLINT_OUTPUT_FORMAT", metavar="FORMAT", help="How to print the report [table]."
)
@click.option("--output-file", metavar="FILE", help="Write the report to a file.")
@report_options
@debt_options
@click.option(
    "--staged", is_flag=True, help="Read git's index, and report only what the commit adds or changes takes part in."
)
@click.option(
    "--against",
    default="",
    callback=not_empty,
    metavar="DIR",
    help="Compare with the corpus whose index is in this folder.",
)
@click.option("--max-shown", type=click.IntRange(min=0), help="Rows of the table at most, 0 for all [200].")
@click.option("--format", type=InputFormat(["auto", "text", "jsonl"]), help="Read every file as this.")
@click.option("--encoding", callback=_parsed("Codec"), metavar="NAME", help="Decode every file so.")
@click.option(
    "--text-field",
    multiple=True,
    callback=not_empty,
    metavar="FIELD",
    help="The field of a record that holds the text.",
)
@click.option(
    "--stdin-filename", default="", callback=not_empty, metavar="NAME", help="Read standard input (-), and call it so."
)
@_patterns("--include", "Read these files in folders.")
@_patterns("--exclude", "Leave these files and folders out.")
@click.option(
    "--force-exclude", is_flag=True, default=None, help="Leave excluded paths and other kinds out even if named."
)
@click.option("--no-respect-gitignore", is_flag=True, help="Read what .gitignore names, too.")
@click.option(
    "--jobs", "-j", type=click.IntRange(min=0), envvar="NEWSLINT_JOBS", help="Worker processes [one on a core]."
)
@cache_options
@_configured
def check(paths: tuple[str, ...], **given: Any) -> int:
    """Check files and folders ("-" is standard input) and report."""
    from . import checking

    paths = _with_stdin(paths, given)
    _check_partial(paths, given)
    command = checking.Command(
        wanted_reports(given),
        given["exit_zero"],
        fixing_of(given),
        debt_of(given),
        given["staged"],
        given["against"],
    )
    return checking.check(paths, _requested(given), command)


def _with_stdin(paths: tuple[str, ...], given: Mapping[str, Any]) -> tuple[str, ...]:
    """The paths; whoever names standard input and no path wants it read.

    Raises:
        click.UsageError: paths are named, and standard input is not among them.
    """
    if not given["stdin_filename"] or "-" in paths:
        return paths
    if paths:
        raise click.UsageError("--stdin-filename names standard input, which is not read: say - beside the paths.")
    return ("-",)


def _check_partial(paths: tuple[str, ...], given: Mapping[str, Any]) -> None:
    """Say what --staged and --against exclude.

    Raises:
        click.UsageError: that is asked for, too.
    """
    asked = [f"--{name}" for name in ("staged", "against") if given[name]]
    if not asked:
        return
    if given["baseline_from_ref"] is not None:
        asked.append("--baseline-from-ref")
    if len(asked) > 1:
        raise click.UsageError(f"{' and '.join(asked)} exclude each other.")
    if fixing_of(given):
        raise click.UsageError(f"{asked[0]} only reports: nothing can be fixed with it.")
    if given["staged"] and "-" in paths:
        raise click.UsageError("--staged reads git's index, which does not hold standard input.")


def _requested(options: Mapping[str, Any]) -> Request:
    """What the options of a command ask for; one that it does not have asks for nothing."""
    from newslint.api import Request
    from newslint.config import Selection
    from newslint.reading.names import readable

    given: Mapping[str, Any] = defaultdict(lambda: None, options)
    return Request(
        config=given["config"],
        isolated=given["isolated"],
        selection=Selection(given["select"], given["extend_select"] or (), given["ignore"] or (), "command line"),
        changes=_changes(given),
        include=tuple(map(readable, given["include"] or ())),
        exclude=tuple(map(readable, given["exclude"] or ())),
        stdin_filename=given["stdin_filename"] or "",
        cache=cache_of(given),
        audit=bool(given["verbose"]),
    )


def _fix(**given: Any) -> int:
    assert check.callback
    return int(check.callback(**{**given, "fix": True, "show_fixes": True}))


cli.add_command(click.Command("fix", params=check.params, callback=_fix, help="Short for `check --fix --show-fixes`."))


def _changes(given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings that the command line sets."""
    names = ("scope", "output_format", "max_shown", "format", "encoding", "force_exclude", "jobs")
    changes = {name: given[name] for name in names if given[name] is not None} | fixing_changes(given)
    if given["fail_level"]:
        changes["fail_level"] = Severity.parse(given["fail_level"])
    if given["text_field"]:
        changes["text_fields"] = given["text_field"]
    if given["no_respect_gitignore"]:
        changes["respect_gitignore"] = False
    return changes


@cli.command()
@_configured
def rules(config: str | None, isolated: bool) -> int:
    """List the rules; those marked - do not run."""
    from . import listing

    return listing.rules(config, isolated)


@cli.command()
@click.argument("name")
@_configured
def rule(name: str, config: str | None, isolated: bool) -> int:
    """Show the page of a rule."""
    from . import listing

    return listing.rule(name, config, isolated)


@cli.command()
@click.argument("deed", type=click.Choice(["build", "status", "verify", "clear"]))
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@cache_folder
@_configured
def index(deed: str, paths: tuple[str, ...], **given: Any) -> int:
    """Fill the cache from files and folders, or show, verify or remove it."""
    from newslint.api import Request

    from . import index as deeds

    return deeds.run_deed(
        deed, paths, Request(config=given["config"], isolated=given["isolated"], cache=cache_of(given))
    )


for _command in (*COMMANDS, *commands(check.params, _requested)):
    cli.add_command(_command)
