"""The options of the cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

from .option_values import not_empty

if TYPE_CHECKING:
    from newslint.caching import Cache


def cache_folder(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the option that says where the cache is."""
    return click.option(
        "--cache-dir",
        envvar="NEWSLINT_CACHE_DIR",
        callback=not_empty,
        metavar="DIR",
        help="Remember in this folder [.newslint_cache].",
    )(command)


def cache_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options of the cache to a command."""
    option = click.option(
        "--no-cache", is_flag=True, envvar="NEWSLINT_NO_CACHE", help="Remember nothing, and look nothing up."
    )
    return option(cache_folder(command))


def cache_of(given: Mapping[str, Any]) -> Cache | None:
    """What the options ask for."""
    from newslint.caching import Cache

    return None if given.get("no_cache") else Cache(given["cache_dir"] or "")
