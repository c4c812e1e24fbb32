"""`newslint new-rule NAME` and `newslint test FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import pytest

from newslint import Document, DocumentRule, Finding, Needs
from newslint.page_checks import check_example, check_page
from newslint.pages import parse_page
from newslint.rule import FAMILIES

from .command_line import Runner, grow

RULE = 'family = "residue"\nseverity = "info"\n[phrases]\nen = ["Click to enlarge"]\n'
PAGE = """\
# click-to-enlarge

A button of the picture viewer.

## What it finds

The line.

## Why it matters

Nobody reads it.

## When not to use it

Never.

## Fix

None.

## Examples

```text
Storm reaches the coast

⟦Click to enlarge⟧
```

```text
Click to enlarge the picture of the storm, the page said on Monday to nobody.
```
"""


def checkout() -> None:
    grow({"rules/newslint_rules/__init__.py": "", "docs/readme.txt": ""})


class Endless(DocumentRule):
    """Its patterns take too long on every text."""

    family: ClassVar[str] = "residue"
    needs: ClassVar[Needs] = Needs(always=True)

    def check(self, document: Document) -> Iterator[Finding]:
        raise TimeoutError


def test_a_rule_that_takes_too_long_on_an_example_is_not_silent_there() -> None:
    example = parse_page(PAGE, "page").examples[-1]
    (fault,) = check_example(Endless(), example)
    assert "the patterns of endless took too long here" in fault


@pytest.mark.parametrize("family", FAMILIES)
def test_a_fresh_rule_passes_the_page_test(run: Runner, monkeypatch: pytest.MonkeyPatch, family: str) -> None:
    checkout()
    ended = run("new-rule", "lost-picture-line", "--family", family)
    place = Path("rules", "newslint_rules", family)
    assert ended.code == 0
    assert f"{place / 'lost_picture_line.py'}: put what the rule looks for" in ended.out
    assert "pytest tests/test_rule_pages.py -k lost-picture-line" in ended.out
    monkeypatch.syspath_prepend(str(place.absolute()))
    rule = import_module("lost_picture_line").LostPictureLine()
    del sys.modules["lost_picture_line"]
    page = parse_page((place / "lost_picture_line.md").read_text(encoding="utf-8"), "page")
    assert (rule.name, rule.family) == ("lost-picture-line", family)
    assert check_page(rule, page) == []
    assert [check_example(rule, example) for example in page.examples] == [[], []]


def test_a_pattern_rule_of_the_checkout_is_a_toml_file(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout()
    monkeypatch.chdir("docs")
    assert run("new-rule", "lost-picture", "--family", "wire", "--pattern").code == 0
    place = Path("..", "rules", "newslint_rules", "wire")
    assert sorted(path.name for path in place.iterdir()) == ["lost_picture.md", "lost_picture.toml"]
    assert run("test", str(place)).code == 0


def test_a_fresh_rule_of_one_s_own_passes_its_test(run: Runner) -> None:
    ended = run("new-rule", "lost-picture", "--folder", "own")
    assert ended.code == 0
    assert ended.out.endswith("Then try it: newslint test own\n")
    assert run("test", "own") == (0, "", "newslint: 1 rule, 0 faults\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["LostPicture"], "'LostPicture' is no name of a rule", id="capitals"),
        pytest.param(["lost_picture"], "kebab case", id="underscore"),
        pytest.param(["lost--picture"], "kebab case", id="two-hyphens"),
        pytest.param(["top-10"], "each word with a letter first", id="a-figure-first"),
        pytest.param(["plan-b-c"], "cannot be told from PlanBC, the name of its class", id="words-of-one-letter"),
        pytest.param(["../lost"], "kebab case", id="a-path"),
        pytest.param(["share-bar"], "there is a rule called share-bar already", id="installed"),
        pytest.param(["residue"], "is the name of a family", id="a-family"),
        pytest.param(["taken-one"], "taken_one.md is there already", id="a-file-of-that-name"),
        pytest.param(["lost-picture", "--family", "litter"], "'litter' is not one of", id="unknown-family"),
        pytest.param(["lost-picture", "--family", "duplicate", "--pattern"], "one document", id="corpus-pattern"),
    ],
)
def test_what_cannot_be_laid_out_is_refused(run: Runner, arguments: list[str], message: str) -> None:
    checkout()
    grow({"rules/newslint_rules/residue/taken_one.md": "mine"})
    ended = run("new-rule", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert sorted(path.name for path in Path("rules").rglob("*.*")) == ["__init__.py", "taken_one.md"]


def test_outside_of_a_checkout_a_folder_must_be_named(run: Runner) -> None:
    ended = run("new-rule", "lost-picture")
    assert ended.code == 2
    assert "--folder DIR" in ended.err


def test_a_folder_without_faults_is_clean(run: Runner) -> None:
    grow({"own/deep/click_to_enlarge.toml": RULE, "own/deep/click_to_enlarge.md": PAGE})
    assert run("test", "own") == (0, "", "newslint: 1 rule, 0 faults\n")


def test_a_rule_in_python_that_is_not_installed_is_no_rule_without_faults(run: Runner) -> None:
    own = {"own/click_to_enlarge.toml": RULE, "own/click_to_enlarge.md": PAGE}
    grow({**own, "own/__init__.py": "", "own/shared.py": "", "own/night_mode.py": "", "own/night_mode.md": PAGE})
    told = "own/night_mode.py:1: a rule in Python runs only where its pack is installed (pip install -e .)\n"
    assert run("test", "own") == (1, told, "newslint: 2 rules, 1 fault\n")


@pytest.mark.parametrize(
    ("rule", "page", "faults"),
    [
        pytest.param(
            RULE,
            PAGE.replace("# click", "# clack"),
            ["click_to_enlarge.md:1: the title is 'clack-to-enlarge'"],
            id="another-title",
        ),
        pytest.param(
            RULE,
            PAGE.replace("⟦", "").replace("⟧", ""),
            [
                "click_to_enlarge.md:1: no example has a finding",
                "click_to_enlarge.md:23: example.txt: found, but not marked: 'Click to enlarge' at 25:41",
            ],
            id="found-but-not-marked",
        ),
        pytest.param(
            RULE,
            PAGE.replace("⟧", ""),
            ["click_to_enlarge.md:23: ⟦ without ⟧"],
            id="a-mark-without-its-partner",
        ),
        pytest.param(
            RULE,
            PAGE.replace("```text\nStorm", "```text size=3\nStorm"),
            ["click_to_enlarge.md:23: click-to-enlarge: no option is called size"],
            id="an-option-that-is-none",
        ),
        pytest.param(
            RULE.replace("severity", "severty"),
            PAGE,
            ['click_to_enlarge.toml:2: severty: nobody knows this key; did you mean "severity"?'],
            id="unknown-key",
        ),
        pytest.param(
            RULE + "[[patterns]]\nregex = 'a('\nneeds = ['a']\n",
            PAGE,
            ["click_to_enlarge.toml:6: patterns[0].regex: missing ) at position 2"],
            id="bad-expression",
        ),
        pytest.param(
            RULE.replace('severity = "info"', 'severity = "info"\nsubsumes = ["page-labl"]'),
            PAGE,
            ["click_to_enlarge.toml:3: subsumes: no rule is called 'page-labl'; did you mean \"page-label\"?"],
            id="subsumes-no-rule",
        ),
        pytest.param(
            RULE.replace('"info"', '"info'),
            PAGE,
            ["click_to_enlarge.toml:2: Illegal character '\\n'"],
            id="no-toml",
        ),
        pytest.param(
            RULE, None, ["click_to_enlarge.toml:1: has no page: click_to_enlarge.md should lie beside it"], id="no-page"
        ),
    ],
)
def test_faults_are_told_by_file_and_line(run: Runner, rule: str, page: str | None, faults: list[str]) -> None:
    grow({"own/click_to_enlarge.toml": rule})
    if page:
        grow({"own/click_to_enlarge.md": page})
    ended = run("test", "own")
    assert ended.code == 1
    assert ended.out.splitlines() == [f"own/{fault}" for fault in faults]
    assert ended.err.startswith("newslint: 1 rule, ")


@pytest.mark.parametrize("stem", [pytest.param("share_bar", id="a-rule"), pytest.param("residue", id="a-family")])
def test_a_name_that_is_taken_is_a_fault(run: Runner, stem: str) -> None:
    name = stem.replace("_", "-")
    grow({f"own/{stem}.toml": RULE, f"own/{stem}.md": PAGE.replace("# click-to-enlarge", f"# {name}")})
    ended = run("test", "own")
    assert ended.code == 1
    assert ended.out.startswith(f"own/{stem}.toml:1: {name} is the name of a ")


@pytest.mark.parametrize("folder", [pytest.param("nowhere", id="missing"), pytest.param("empty", id="without-a-rule")])
def test_a_folder_without_rules_is_wrong_use(run: Runner, folder: str) -> None:
    grow({"empty/readme.md": "Nothing yet.\n"})
    ended = run("test", folder)
    assert (ended.code, ended.out) == (2, "")
    assert folder in ended.err
