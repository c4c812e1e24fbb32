"""The schema: what values become, and that the JSON Schema says the same."""

from __future__ import annotations

import dataclasses
import tomllib

import jsonschema
import pytest

from newslint.config import ConfigError, Settings, json_schema
from newslint.config.settings import parse
from newslint.finding import Severity

WHOLE = """
select = ["residue", "repeated-caption"]
max-record-size = "64 MiB"
encoding = { "old/*" = "cp1256" }
text-fields = ["story", "content.text"]
fail-level = "error"
[severity]
share-bar = "off"
wire = "info"
[per-file-ignores]
"wire/**" = ["near-duplicate-paragraph"]
[rules.near-duplicate-paragraph]
min-words = 12
"""


def test_values_become_what_the_program_keeps() -> None:
    assert parse(tomllib.loads(WHOLE), "newslint.toml") == dataclasses.replace(
        Settings(),
        select=("residue", "repeated-caption"),
        max_record_size=64 << 20,
        encoding={"old/*": "cp1256"},
        text_fields=("story", "content.text"),
        fail_level=Severity.ERROR,
        severity={"share-bar": None, "wire": Severity.INFO},
        per_file_ignores={"wire/**": ("near-duplicate-paragraph",)},
        rules={"near-duplicate-paragraph": {"min-words": 12}},
    )


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param("4096", 4096, id="number"),
        pytest.param('"4096"', 4096, id="text-of-a-number"),
        pytest.param('"10k"', 10240, id="k"),
        pytest.param('"2 MB"', 2 << 20, id="mb"),
        pytest.param('" 1 GiB "', 1 << 30, id="gib"),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert parse(tomllib.loads(f"max-record-size = {text}"), "").max_record_size == size


def test_every_setting_is_described() -> None:
    properties = json_schema()["properties"]
    assert list(properties) == [item.name.replace("_", "-") for item in dataclasses.fields(Settings)]
    assert all(schema["description"].endswith(".") for schema in properties.values())


@pytest.mark.parametrize("text", [pytest.param(WHOLE, id="whole"), pytest.param("", id="empty")])
def test_the_json_schema_accepts_what_the_parser_accepts(text: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(tomllib.loads(text), json_schema())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("selct = []", id="unknown-key"),
        pytest.param("select = 3", id="kind"),
        pytest.param("jobs = -1", id="bound"),
        pytest.param('[severity]\nwire = "fatal"', id="choice"),
        pytest.param("encoding = 8", id="either"),
    ],
)
def test_the_json_schema_refuses_what_the_parser_refuses(text: str) -> None:
    table = tomllib.loads(text)
    with pytest.raises(ConfigError):
        parse(table, "")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, json_schema())
