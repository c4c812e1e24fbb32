"""`newslint config`: what holds, whether a file is right, and the schema."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest

from newslint.config import Settings, load
from newslint.config.stages import reading_options

from .command_line import CLEAN, Runner, Tree, grow

WHOLE = """\
select = ["residue", "repeated-caption"]
encoding = { "old/*" = "cp1256" }
fail-level = "error"
max-record-size = "1 MiB"
text-fields = ["story", "content.text"]
baseline = "known.json"
rule-folders = ["own"]
[severity]
share-bar = "off"
wire = "info"
[per-file-ignores]
"wire/**" = ["near-duplicate-paragraph"]
'\\"quoted".txt' = ["residue"]
[[allow]]
pattern = '(?s)"Share" \\w+ \x7f##[x].*'
rules = ["residue"]
reason = "it's “ours”"
[[allow]]
text = "TT\\u202e\\U000e0041"
reason = "ours, too"
[rules.near-duplicate-paragraph]
min-words = 12
jaccard = 0.5
"""
READ = [item.name for item in fields(Settings) if item.name.endswith("_fields")] + ["max_record_size"]
"""What is shown as the reader has it where nothing is set."""
OWN = 'family = "residue"\nphrases = { en = ["Press the star"] }\n'


@pytest.mark.parametrize("text", [pytest.param("", id="nothing"), pytest.param(WHOLE.replace("\x7f", ""), id="all")])
def test_what_is_shown_is_a_configuration_that_says_the_same(run: Runner, text: str) -> None:
    grow({"newslint.toml": text, "own/press_star.toml": OWN})
    code, out, err = run("config", "show")
    assert (code, err) == (0, "")
    grow({"again.toml": out})
    before, after = load(file="newslint.toml"), load(file="again.toml")
    assert reading_options(after) == reading_options(before)
    read = {name: getattr(after.settings, name) for name in READ if getattr(before.settings, name) is None}
    assert after.settings == replace(before.settings, **read), "what else is said is the same"
    assert "\u202e" not in out
    assert "##[" not in out


def shown(run: Runner, *arguments: str) -> list[str]:
    code, out, _ = run("config", "show", *arguments)
    assert code == 0
    return out.splitlines()


def test_where_a_setting_comes_from_is_shown(run: Runner) -> None:
    grow({"newslint.toml": 'fail-level = "warning"\nignore = ["wire"]\n', "a.txt": CLEAN})
    lines = shown(run, "--scope", "corpus", "--select", "mojibake")
    assert lines[0] == "# newslint.toml"
    assert 'fail-level = "warning"  # newslint.toml' in lines, "though it is the default"
    assert 'scope = "corpus"  # command line' in lines
    assert "max-shown = 200  # default" in lines
    assert "# corpus is not set" in lines
    assert 'id-fields = ["id", "url"]  # default' in lines
    assert 'max-record-size = "64 MiB"  # default' in lines
    assert lines[-1] == "#   mojibake (select: mojibake (command line))"


def test_the_environment_is_told_from_the_command_line(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("NEWSLINT_JOBS", "3"), ("NEWSLINT_OUTPUT_FORMAT", "csv")):
        monkeypatch.setenv(name, value)
    lines = shown(run)
    assert "jobs = 3  # NEWSLINT_JOBS" in lines
    assert 'output-format = "csv"  # NEWSLINT_OUTPUT_FORMAT' in lines
    lines = shown(run, "--jobs", "2", "--output-format", "json", "--fail-level", "info", "--fixable", "nbsp")
    assert "jobs = 2  # command line" in lines
    assert 'output-format = "json"  # command line' in lines
    assert 'fail-level = "info"  # command line' in lines
    assert 'fixable = ["nbsp"]  # command line' in lines
    monkeypatch.setenv("NEWSLINT_OUTPUT_FORMAT", "xml")
    assert run("-").err.startswith("newslint: NEWSLINT_OUTPUT_FORMAT: 'xml' is none of ")
    assert run("-", "--output-format", "yml").err.startswith("newslint: --output-format: 'yml' is none of ")


def test_the_nearest_configuration_to_a_path_is_shown(run: Runner) -> None:
    grow({"newslint.toml": "", "sub/newslint.toml": "jobs = 3\n", "sub/a.txt": CLEAN})
    assert shown(run)[0] == "# newslint.toml"
    assert shown(run, "sub/a.txt")[0] == "# sub/newslint.toml"
    assert shown(run, "--isolated")[0] == "# no configuration file"


SILENT = "pyproject.toml: says nothing about newslint"
VALID = [
    pytest.param({}, [], "no configuration file\n", id="none"),
    pytest.param({"newslint.toml": 'select = ["residue"]'}, [], "newslint.toml: valid\n", id="the-one-that-is-taken"),
    pytest.param({"sub/newslint.toml": ""}, ["sub/newslint.toml"], "sub/newslint.toml: valid\n", id="named"),
    pytest.param({"pyproject.toml": "[tool.newslint]"}, ["pyproject.toml"], "pyproject.toml: valid\n", id="shared"),
    pytest.param(
        {"pyproject.toml": "[tool.other]"},
        ["pyproject.toml"],
        "pyproject.toml: says nothing about newslint\n",
        id="other",
    ),
    pytest.param({"newslint.toml": 'baseline = ""'}, [], "newslint.toml: valid\n", id="no-baseline"),
    pytest.param({"a.toml": "", "b.toml": ""}, ["a.toml", "b.toml"], "a.toml: valid\nb.toml: valid\n", id="several"),
]


@pytest.mark.parametrize(("tree", "files", "said"), VALID)
def test_valid(run: Runner, tree: Tree, files: list[str], said: str) -> None:
    grow(tree)
    assert run("config", "validate", *files) == (0, said, "")


INVALID = [
    pytest.param("selct = 1", "newslint.toml: selct: nobody knows this key", id="key"),
    pytest.param("select = 1", "newslint.toml: select: must be a list", id="kind"),
    pytest.param('select = ["share-bra"]', "newslint.toml: select: no rule or family is called 'share-bra'", id="rule"),
    pytest.param('unfixable = ["share-bra"]', "newslint.toml: unfixable: no rule or family", id="unfixable"),
    pytest.param("[rules.share-bar]\nlong = 3", "newslint.toml: rules.share-bar.long: the rule has no", id="option"),
    pytest.param("[rules.share-bra]", "newslint.toml: rules.share-bra: no rule is called so", id="table"),
    pytest.param(
        '[rules.near-duplicate-paragraph]\nunit = "chat"',
        "newslint.toml: rules.near-duplicate-paragraph.unit: 'chat' is none of char, word; did you mean \"char\"?",
        id="choice",
    ),
    pytest.param(
        "[rules.near-duplicate-caption]\nfacts = 5",
        "newslint.toml: rules.near-duplicate-caption.facts: must be a number from 0 to 1",
        id="range",
    ),
    pytest.param('output-format = "tabel"', "newslint.toml: output-format: 'tabel' is none of", id="format"),
    pytest.param('rule-folders = ["no"]', "no: no such folder of rules", id="folder"),
    pytest.param('baseline = "none.json"', "none.json: there is no such file (newslint baseline create", id="baseline"),
    pytest.param('baseline = "valid.toml"', "valid.toml:1: is damaged", id="damaged-baseline"),
    pytest.param('[[allow]]\ntext = "a"', "newslint.toml: allow.0.reason: must say why", id="allow"),
    pytest.param("a = [", "newslint.toml: is not valid TOML", id="no-toml"),
    pytest.param(b"\xff", "newslint.toml: is not UTF-8 (byte 1)", id="no-utf-8"),
]


@pytest.mark.parametrize(("text", "message"), INVALID)
def test_invalid(run: Runner, text: str, message: str) -> None:
    grow({"newslint.toml": text, "valid.toml": ""})
    code, out, err = run("config", "validate", "newslint.toml", "valid.toml", "missing.toml")
    assert (code, out) == (2, "valid.toml: valid\n")
    first, second = err.splitlines()
    assert message in first
    assert second == "newslint: missing.toml: cannot be read: No such file or directory"


MANY_FAULTS = """\
selct = 1
select = ["share-bra", "share-bar", "navigatoin"]
output-format = "tabel"
[severity]
wire = "fatal"
[rules.share-bar]
long = 3
wide = 4
[rules.duplicate-document]
unit = "line"
min-words = 0
ngram = 0
jaccard = nan
[rules.too-short]
words = -1
"""


def test_all_that_is_wrong_is_told(run: Runner) -> None:
    grow({"newslint.toml": MANY_FAULTS})
    code, out, err = run("config", "validate")
    assert (code, out) == (2, "")
    assert [line.split(": ")[2] for line in err.splitlines()] == [
        "selct",
        "select",
        "select",
        "output-format",
        "severity.wire",
        "rules.share-bar.long",
        "rules.share-bar.wide",
        "rules.duplicate-document.unit",
        "rules.duplicate-document.ngram",
        "rules.duplicate-document.jaccard",
        "rules.too-short.words",
    ]


def test_a_fault_of_a_list_as_such_is_told_once(run: Runner) -> None:
    grow({"newslint.toml": 'selct = ["share-bar", "wire"]\n[rules.share-bar]\nwords = ["a", "b"]\n'})
    assert [line.split(": ")[2] for line in run("config", "validate").err.splitlines()] == [
        "selct",
        "rules.share-bar.words",
    ]


def test_a_missing_folder_of_rules_hides_no_other_fault(run: Runner) -> None:
    grow({"newslint.toml": 'selct = 1\nselect = ["press-star"]\nrule-folders = ["no"]'})
    err = run("config", "validate")[2].splitlines()
    assert len(err) == 2
    assert "no such folder of rules" in err[0]
    assert "selct" in err[1]


def test_the_schema_knows_rules_of_ones_own(run: Runner) -> None:
    grow({"newslint.toml": 'rule-folders = ["own"]\nselect = ["press-star"]', "own/press_star.toml": OWN})
    code, out, err = run("config", "schema")
    assert (code, err) == (0, "")
    schema = json.loads(out)
    assert "press-star" in schema["properties"]["rules"]["properties"]
    jsonschema.validate(tomllib.loads(Path("newslint.toml").read_text()), schema)
