"""The JSON Schema with the rules and options at hand: it takes what the parser takes, and offers what there is."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newslint.config import Chosen, Config, ConfigError, Selection, choose, whole_schema
from newslint.config.settings import parse
from newslint.packs import is_default, load_rules

WHOLE = """
select = ["residue", "repeated-caption", "all", "a-rule-of-ones-own"]
[severity]
share-bar = "off"
[per-file-ignores]
"wire/**" = ["near-duplicate-paragraph"]
[[allow]]
text = "TT"
rules = ["residue"]
reason = "our own"
[rules.near-duplicate-paragraph]
min-words = 12
[rules.share-bar]
max-length = 80
"""


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return whole_schema(load_rules())


def test_it_is_a_schema_and_plain_json(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param(WHOLE, id="whole")])
def test_it_takes_what_the_parser_takes(schema: dict[str, Any], text: str) -> None:
    parse(tomllib.loads(text), "newslint.toml")
    jsonschema.validate(tomllib.loads(text), schema)


@pytest.mark.parametrize(
    "value",
    [
        '"64 MiB"',
        '"1kb"',
        '" 064 g "',
        "1",
        '"0 MiB"',
        '"64 XiB"',
        '"-1"',
        '"00"',
        "0",
        "-1",
        "1.5",
        '"1 M i B"',
        '"x"',
    ],
)
def test_sizes(schema: dict[str, Any], value: str) -> None:
    table = tomllib.loads(f"max-record-size = {value}")
    try:
        parse(table, "newslint.toml")
    except ConfigError:
        is_taken = False
    else:
        is_taken = True
    assert jsonschema.Draft202012Validator(schema).is_valid(table) is is_taken


def taken(text: str) -> Chosen:
    """The rules of a run with this configuration."""
    config = Config(parse(tomllib.loads(text), "newslint.toml"), Path("/corpus"), "newslint.toml")
    return choose(load_rules(), config, is_default, Selection())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[rules.share-bar]\nmax-lenght = 80", id="option"),
        pytest.param('[rules.share-bar]\nmax-length = "long"', id="kind-of-an-option"),
        pytest.param("[rules]\nshare-bar = 3", id="no-table"),
        pytest.param('[rules.near-duplicate-paragraph]\nunit = "line"', id="none-of-the-choices"),
        pytest.param("[rules.near-duplicate-paragraph]\nngram = 0", id="below-the-range"),
        pytest.param("[rules.near-duplicate-caption]\njaccard = 1.5", id="above-the-range"),
    ],
)
def test_it_refuses_options_that_a_rule_does_not_have(schema: dict[str, Any], text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), schema)
    with pytest.raises(ConfigError):
        taken(text)


def test_every_rule_and_option_is_offered(schema: dict[str, Any]) -> None:
    rules = load_rules()
    offered = schema["properties"]["select"]["items"]["anyOf"][0]["enum"]
    assert {*rules, "residue", "all"} <= set(offered)
    tables = schema["properties"]["rules"]["properties"]
    assert set(tables) == set(rules)
    assert tables["near-duplicate-paragraph"]["properties"]["min-words"]["default"] == 8


def test_defaults_are_what_the_schema_takes(schema: dict[str, Any]) -> None:
    for name, table in schema["properties"]["rules"]["properties"].items():
        values = {key: item["default"] for key, item in table["properties"].items() if "default" in item}
        jsonschema.validate({"rules": {name: values}}, schema)
