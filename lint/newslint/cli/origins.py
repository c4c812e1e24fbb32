"""Where the value of a setting comes from, for people."""

from __future__ import annotations

import click
from click.core import ParameterSource

from newslint.api import Job


def origin(name: str, job: Job, option: str = "command line") -> str:
    """The variable of the environment, the file, or the command line that has set it; else `default`.

    Args:
        name: of the setting, as `Settings` has it.
        option: what to say of the command line.
    """
    if name not in job.request.changes:
        return job.config.where if name in job.config.given else "default"
    context = click.get_current_context(silent=True)
    if context and context.get_parameter_source(name) is ParameterSource.ENVIRONMENT:
        return next(str(param.envvar) for param in context.command.params if param.name == name)
    return option
