"""The configuration: found and read (`files`), checked against its schema (`settings`, `kinds`, `options`), and turned
into the rules of a run (`selection`, `paths`)."""

from newslint.text import nearest

from .files import Config, load
from .kinds import Misfit
from .paths import PathIgnores, anchored, matches
from .schema import whole_schema
from .selection import Chosen, Selection, check_fixable, choose, configured, expand
from .settings import SCOPES, ConfigError, Settings, json_schema
from .special_kinds import Codec, PathPattern

__all__ = [
    "SCOPES",
    "Chosen",
    "Codec",
    "Config",
    "ConfigError",
    "Misfit",
    "PathIgnores",
    "PathPattern",
    "Selection",
    "Settings",
    "anchored",
    "check_fixable",
    "choose",
    "configured",
    "expand",
    "json_schema",
    "load",
    "matches",
    "nearest",
    "whole_schema",
]
