"""`newslint rules` and `newslint rule NAME`."""

from __future__ import annotations

import re

from newslint.config import load
from newslint.config.options import option_kinds
from newslint.packs import load_rules, page

from .command_line import Runner, grow

OWN_RULE = 'family = "residue"\nseverity = "info"\n[phrases]\nen = ["Click to enlarge"]\n'


def test_every_rule_is_listed_with_family_severity_and_summary(run: Runner) -> None:
    lines = run("rules").out.splitlines()
    rules = load_rules()
    assert [line[2:].split()[0] for line in lines] == list(rules)
    assert all(
        rule.family in line and str(rule.severity) in line for rule, line in zip(rules.values(), lines, strict=True)
    )
    assert all(len(line.split()) > 4 for line in lines)


def test_what_does_not_run_is_marked(run: Runner) -> None:
    grow({"newslint.toml": 'ignore = ["share-bar"]\n[severity]\nmojibake = "info"'})
    lines = {line[2:].split()[0]: line for line in run("rules").out.splitlines()}
    assert lines["share-bar"].startswith("- share-bar ")
    assert lines["read-more"].startswith("  read-more ")
    assert lines["mojibake"].split()[2] == "info"
    assert run("rules", "--isolated").out != run("rules").out


def test_rules_of_one_s_own_are_listed_and_shown(run: Runner) -> None:
    grow({"newslint.toml": 'rule-folders = ["own"]', "own/click_to_enlarge.toml": OWN_RULE})
    grow({"own/click_to_enlarge.md": "# click-to-enlarge\n\nA button of the picture viewer.\n"})
    assert "  click-to-enlarge  " in run("rules").out
    assert "A button of the picture viewer." in run("rules").out
    assert run("rule", "click-to-enlarge").out.startswith("# click-to-enlarge\n")


def test_a_page_is_shown_as_it_is(run: Runner) -> None:
    assert run("rule", "text-size-widget").out == page("text-size-widget")


def test_options_of_pattern_rules_are_told(run: Runner) -> None:
    out = run("rule", "share-bar").out
    assert out.startswith(page("share-bar"))
    rule = load_rules()["share-bar"]
    told = dict(re.findall(r"^- `([a-z-]+)` \(`(.+)`\): ", out.removeprefix(page("share-bar")), re.MULTILINE))
    assert set(told) == set(option_kinds(rule))
    options = "\n".join(f"{name} = {default}" for name, default in told.items())
    grow({"newslint.toml": f"[rules.share-bar]\n{options}\n"})
    assert run("config", "validate").code == 0
    assert load(["."]).settings.rules["share-bar"] == {
        name: getattr(rule, name.replace("-", "_")) for name in option_kinds(rule)
    }


def test_a_page_cannot_steer_the_terminal(run: Runner) -> None:
    grow({"newslint.toml": 'rule-folders = ["own"]', "own/click_to_enlarge.toml": OWN_RULE})
    grow({"own/click_to_enlarge.md": "# click-to-enlarge\n\nA \x1b[31mred\x9b0m button.\n"})
    assert "A \\x1b[31mred\\u009b0m button." in run("rule", "click-to-enlarge").out
    assert "\x1b" not in run("rules").out


def test_a_family_is_told_by_its_rules(run: Runner) -> None:
    assert run("rule", "whitespace") == (
        2,
        "",
        "newslint: whitespace is a family; its rules are blank-run, double-blank, missing-final-newline,"
        " mixed-line-endings, trailing-whitespace\n",
    )


def test_the_nearest_name_is_shown(run: Runner) -> None:
    assert run("rule", "share-bra") == (
        2,
        "",
        "newslint: no rule is called 'share-bra'; did you mean \"share-bar\"? (newslint rules lists them)\n",
    )
