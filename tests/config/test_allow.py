"""The entries of `allow`: what they may say, and what is said of the others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from newslint.config import Config, ConfigError, Selection, choose, json_schema
from newslint.config.allow import AllowedText
from newslint.config.settings import parse
from newslint.packs import is_default, load_rules

WHY = 'reason = "our own"'
ACCEPTED = [
    pytest.param(f'text = "Share this"\n{WHY}', AllowedText("Share this", reason="our own"), id="text"),
    pytest.param(f"pattern = 'Photo: \\w+'\n{WHY}", AllowedText(pattern=r"Photo: \w+", reason="our own"), id="pattern"),
    pytest.param(
        f'text = "TT"\nrules = ["residue", "mojibake"]\n{WHY}',
        AllowedText("TT", rules=("residue", "mojibake"), reason="our own"),
        id="rules",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACCEPTED)
def test_accepted(text: str, expected: AllowedText) -> None:
    table = tomllib.loads(f"[[allow]]\n{text}")
    assert parse(table, "newslint.toml").allow == (expected,)
    jsonschema.validate(table, json_schema())


REFUSED = [
    pytest.param('allow = ["Share this"]', "allow.0: must be a table", True, id="no-table"),
    pytest.param(f"[[allow]]\n{WHY}", "allow.0: must have either a text or a pattern", True, id="neither"),
    pytest.param(f'[[allow]]\ntext = "a"\npattern = "b"\n{WHY}', "must have either", True, id="both"),
    pytest.param('[[allow]]\ntext = "a"', "allow.0.reason: must say why this is allowed", True, id="no-reason"),
    pytest.param('[[allow]]\ntext = "a"\nreason = " "', "allow.0.reason: must say why", False, id="blank-reason"),
    pytest.param(f'[[allow]]\ntext = ""\n{WHY}', "allow.0.text: must not be empty", False, id="empty-text"),
    pytest.param(f'[[allow]]\ntext = "a"\nrules = []\n{WHY}', "allow.0.rules: must not be empty", False, id="no-rules"),
    pytest.param(f'[[allow]]\ntext = "a"\nrules = "residue"\n{WHY}', "rules: must be a list", True, id="rules-text"),
    pytest.param(f'[[allow]]\ntext = "a"\nrule = "b"\n{WHY}', 'did you mean "rules"?', True, id="unknown-key"),
    pytest.param(f'[[allow]]\npattern = "a("\n{WHY}', "allow.0.pattern: is no pattern: missing )", False, id="pattern"),
    pytest.param(f'[[allow]]\npattern = "a*"\n{WHY}', "matches the empty text", False, id="empty-match"),
    pytest.param(f'[[allow]]\npattern = "{"a" * 10_001}"\n{WHY}', "too long for a pattern (10,001", False, id="long"),
    pytest.param(f"[[allow]]\ntext = 7\n{WHY}", "allow.0.text: must be a text", True, id="kind"),
]


@pytest.mark.parametrize(("text", "message", "by_schema"), REFUSED)
def test_refused(text: str, message: str, by_schema: bool) -> None:
    table = tomllib.loads(text)
    with pytest.raises(ConfigError) as caught:
        parse(table, "newslint.toml")
    assert str(caught.value).startswith("newslint.toml: allow.0")
    assert message in str(caught.value)
    assert jsonschema.Draft202012Validator(json_schema()).is_valid(table) is not by_schema


def test_rules_and_families_become_rules() -> None:
    settings = parse({"allow": [{"text": "TT", "rules": ["residue", "mojibake"], "reason": "x"}]}, "newslint.toml")
    available = load_rules()
    chosen = choose(available, Config(settings, Path("/corpus"), "newslint.toml"), is_default, Selection())
    assert chosen.allowances is not None
    (entry,) = chosen.allowances.entries
    assert {"share-bar", "mojibake"} <= entry.rules
    assert {available[name].family for name in entry.rules} == {"residue", "encoding"}


def test_an_unknown_rule_is_named() -> None:
    settings = parse({"allow": [{"text": "TT", "rules": ["share-bra"], "reason": "x"}]}, "newslint.toml")
    with pytest.raises(ConfigError, match=r'newslint\.toml: allow\.0\.rules: .*did you mean "share-bar"\?'):
        choose(load_rules(), Config(settings, Path("/corpus"), "newslint.toml"), is_default, Selection())
