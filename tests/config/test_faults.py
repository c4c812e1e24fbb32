"""All faults of a configuration, each where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from newslint.config import ConfigError
from newslint.config.faults import faults
from newslint.config.settings import parse


def check(table: Mapping[str, Any]) -> None:
    settings = parse(table, "a.toml")
    for name in settings.select or ():
        if name.startswith("x"):
            raise ConfigError("a.toml", "select", f"nobody knows {name}")
    if len(settings.ignore) > 1:
        raise ConfigError("a.toml", "ignore", "one at most")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("", [], id="empty"),
        pytest.param('select = ["a"]\njobs = 2', [], id="right"),
        pytest.param("selct = 1\njobs = -1\nscope = 3", ["selct", "jobs", "scope"], id="one for each key, in order"),
        pytest.param('select = ["xa", "b", "xc"]', ["select", "select"], id="one for each name"),
        pytest.param('select = [1, "a", 2]', ["select.0", "select.2"], id="each at its number"),
        pytest.param('[severity]\na = "x"\nb = "error"\nc = 1', ["severity.a", "severity.c"], id="entries of a table"),
        pytest.param(
            '[[allow]]\ntext = "a"\nrules = ["b"]\n', ["allow.0.reason"], id="keys of an entry need each other"
        ),
        pytest.param('ignore = ["a", "b"]', ["ignore"], id="wrong together only"),
        pytest.param(
            '[[allow]]\ntext = "a"\n[[allow]]\ntext = "b"\nreason = "c"\n[[allow]]\nreason = "d"\n',
            ["allow.0.reason", "allow.2"],
            id="tables in a list",
        ),
    ],
)
def test_faults(text: str, keys: list[str]) -> None:
    assert [error.key for error in faults(tomllib.loads(text), check)] == keys


def test_a_huge_list_is_not_taken_apart() -> None:
    assert len(faults({"select": ["x"] * 100_000}, check)) == 1
