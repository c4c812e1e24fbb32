"""The commands for whoever writes rules, and their options."""

from __future__ import annotations

from typing import Final

import click

from newslint.rule import FAMILIES


@click.command("new-rule")
@click.argument("name")
@click.option("--family", type=click.Choice(FAMILIES), default="residue", help="Where it belongs [residue].")
@click.option("--pattern", is_flag=True, help="As data (TOML), not as a class.")
@click.option("--folder", metavar="DIR", help="Lay out a pattern rule of your own here, not in the checkout.")
def _new_rule(name: str, family: str, folder: str | None, pattern: bool) -> int:
    """Lay out the two files of a new rule: its check and its page."""
    from . import authoring

    return authoring.new_rule(name, family, folder, pattern=pattern)


@click.command("test")
@click.argument("place", metavar="FOLDER|PACK")
def _test(place: str) -> int:
    """Hold the pattern rules in a folder, or the rules of an installed pack, against their pages."""
    from . import authoring

    return authoring.try_rules(place)


COMMANDS: Final = (_new_rule, _test)
