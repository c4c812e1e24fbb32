"""Exceptions of the configuration: what they take out, and which of them `--verbose` calls idle."""

from __future__ import annotations

import json

import pytest

from .command_line import CLEAN, WIDGET, Runner, Tree, grow

ALLOW = '[[allow]]\n{}\nreason = "our own"\n'
SHARE = ALLOW.format('text = "SHARE THIS"')


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        pytest.param('text = "share this"', {"text-size-widget"}, id="text"),
        pytest.param("pattern = 'Share .*'", {"text-size-widget"}, id="pattern"),
        pytest.param('text = "Share this"\nrules = ["residue"]', {"text-size-widget"}, id="family"),
        pytest.param('text = "Share this"\nrules = ["mojibake"]', {"text-size-widget", "share-bar"}, id="another-rule"),
        pytest.param("pattern = '(?s).*'", set(), id="everything"),
    ],
)
def test_allowed_texts_are_not_reported(run: Runner, entry: str, left: set[str]) -> None:
    grow({"newslint.toml": ALLOW.format(entry), "a.txt": WIDGET})
    assert {item["rule"] for item in run.findings("a.txt")} == left


def test_allowed_findings_are_counted_apart(run: Runner) -> None:
    grow({"newslint.toml": SHARE, "a.txt": WIDGET})
    code, out, _ = run("a.txt")
    assert code == 1
    assert "\n1 finding (1 error) in 1 checked file; 1 allowed\n" in out
    summary = json.loads(run("a.txt", "--output-format", "json").out)["summary"]
    assert (summary["findings"], summary["allowed"], summary["known"]) == (1, 1, None)
    assert run("a.txt", "--fail-level", "error", "--ignore", "text-size-widget").code == 0


def test_allowed_texts_are_not_fixed(run: Runner) -> None:
    grow({"newslint.toml": SHARE, "a.txt": WIDGET})
    run("fix", "a.txt", "--unsafe-fixes")
    with open("a.txt") as file:
        assert file.read().endswith("Share this\n")


def test_allowed_texts_make_no_entry_in_a_baseline(run: Runner) -> None:
    grow({"newslint.toml": SHARE, "a.txt": WIDGET})
    assert "1 entry of 1 rule" in run("baseline", "create", ".", "--baseline", "known.json").out


def told(run: Runner, *arguments: str) -> list[str]:
    """What `--verbose` says of idle exceptions."""
    return [line for line in run(".", "-v", *arguments).err.splitlines() if "newslint.toml: " in line]


IGNORES = '[per-file-ignores]\n"a.*" = ["residue", "mojibake"]\n'
IDLE = [
    pytest.param(SHARE, {"a.txt": WIDGET}, [], [], id="all-of-use"),
    pytest.param(SHARE, {"a.txt": CLEAN}, [], ["allow.0 (text 'SHARE THIS') allows nothing here"], id="an-idle-text"),
    pytest.param(
        SHARE + ALLOW.format("pattern = 'x\\x1b.*'"),
        {"a.txt": WIDGET},
        [],
        ["allow.1 (pattern 'x\\\\x1b.*') allows nothing here"],
        id="an-idle-pattern",
    ),
    pytest.param(
        IGNORES,
        {"a.txt": WIDGET, "b.txt": WIDGET},
        [],
        ['per-file-ignores."a.*": mojibake would find nothing there'],
        id="an-idle-rule",
    ),
    pytest.param(
        IGNORES,
        {"b.txt": WIDGET},
        [],
        [f'per-file-ignores."a.*": {name} would find nothing there' for name in ("residue", "mojibake")],
        id="an-idle-pattern-of-paths",
    ),
    pytest.param(IGNORES, {"a.txt": WIDGET}, ["--ignore", "mojibake"], [], id="a-rule-that-does-not-run"),
]


@pytest.mark.parametrize(("settings", "tree", "arguments", "expected"), IDLE)
def test_idle_exceptions_are_told(
    run: Runner, settings: str, tree: Tree, arguments: list[str], expected: list[str]
) -> None:
    grow({"newslint.toml": settings, **tree})
    assert told(run, *arguments) == [f"newslint: newslint.toml: {line}" for line in expected]
    assert "newslint.toml: " not in run(".", *arguments).err


def test_copies_use_ignores_too(run: Runner) -> None:
    copy = (
        "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
        "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
    )
    grow({"newslint.toml": '[per-file-ignores]\n"*.txt" = ["near-duplicate-paragraph"]\n'})
    grow({"a.txt": f"Brevik\n\n{copy}", "b.txt": f"Holm\n\n{copy}"})
    assert told(run, "--select", "near-duplicate-paragraph") == []


def test_where_the_configuration_is(run: Runner) -> None:
    grow({"a.txt": CLEAN})
    assert "newslint: no configuration file; 2 rules of " in run(".", "-v", "--select", "mojibake,share-bar").err
    grow({"newslint.toml": ""})
    assert "newslint: newslint.toml; " in run(".", "-v").err
