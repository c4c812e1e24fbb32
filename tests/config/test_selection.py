"""Which rules run, with which options and severities, and where they are silent."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, Literal

import pytest

from newslint import Document, DocumentRule, Finding, Needs, Rule, Severity, parse_pattern_rule
from newslint.config import Config, ConfigError, Selection, Settings, choose
from newslint.packs import is_default


@dataclass(frozen=True)
class _Silent(DocumentRule):
    needs = Needs(always=True)

    def check(self, _: Document) -> Iterator[Finding]:
        yield from ()


@dataclass(frozen=True)
class RepeatedCaption(_Silent):
    family: ClassVar[str] = "repetition"


@dataclass(frozen=True)
class RepeatedQuote(_Silent):
    family: ClassVar[str] = "repetition"
    default: ClassVar[bool] = False


@dataclass(frozen=True)
class BlankRun(_Silent):
    family: ClassVar[str] = "whitespace"
    severity: ClassVar[Severity] = Severity.INFO
    max_lines: int = 2
    share: float = 0.5
    strict: bool = False
    unit: Literal["word", "char"] = "word"
    words: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    by_language: Mapping[str, int] | None = None

    def __post_init__(self) -> None:
        if self.share > 1:
            raise ValueError("share is a part of 1")


SHARE_BAR = parse_pattern_rule("share-bar", 'family = "residue"\n[phrases]\nen = ["Share this"]', "share_bar.toml")
RULES: dict[str, Rule] = {rule.name: rule for rule in (BlankRun(), RepeatedCaption(), RepeatedQuote(), SHARE_BAR)}
DEFAULT = ("blank-run", "repeated-caption", "share-bar")


def chosen(settings: Settings | None = None, **command_line: Any) -> Any:
    config = Config(settings or Settings(), Path("/corpus"), "newslint.toml")
    return choose(RULES, config, is_default, Selection(where="command line", **command_line))


def names(settings: Settings | None = None, **command_line: Any) -> tuple[str, ...]:
    return tuple(rule.name for rule in chosen(settings, **command_line).rules)


SELECTIONS = [
    pytest.param({}, {}, DEFAULT, id="default"),
    pytest.param({"select": ("repetition",)}, {}, ("repeated-caption", "repeated-quote"), id="a-family-is-whole"),
    pytest.param({"select": ("share-bar",)}, {}, ("share-bar",), id="select-replaces"),
    pytest.param({"select": ()}, {}, (), id="select-nothing"),
    pytest.param({"select": ("all",)}, {}, tuple(RULES), id="all"),
    pytest.param({"extend_select": ("repeated-quote",)}, {}, tuple(RULES), id="extend"),
    pytest.param({"ignore": ("repetition",)}, {}, ("blank-run", "share-bar"), id="ignore-family"),
    pytest.param(
        {"select": ("repetition",), "ignore": ("repeated-quote",)}, {}, ("repeated-caption",), id="rule-beats-family"
    ),
    pytest.param(
        {"select": ("repeated-quote",), "ignore": ("repetition",)},
        {},
        ("repeated-quote",),
        id="selected-rule-beats-family",
    ),
    pytest.param({"select": ("share-bar",), "ignore": ("share-bar",)}, {}, (), id="ignore-beats-select"),
    pytest.param({"select": ("repetition",)}, {"select": ("share-bar",)}, ("share-bar",), id="command-line-replaces"),
    pytest.param(
        {"ignore": ("share-bar",)}, {"select": ("share-bar",)}, ("share-bar",), id="command-line-beats-ignore"
    ),
    pytest.param(
        {"ignore": ("repeated-quote",)},
        {"select": ("repetition",)},
        ("repeated-caption",),
        id="ignored-rule-stays-ignored",
    ),
    pytest.param({"select": ("residue",)}, {"extend_select": ("blank-run",)}, ("blank-run", "share-bar"), id="add"),
    pytest.param({"select": ("share-bar",)}, {"ignore": ("residue",)}, ("share-bar",), id="family-does-not-beat-rule"),
    pytest.param({"severity": {"share-bar": None}}, {}, ("blank-run", "repeated-caption"), id="off"),
    pytest.param(
        {"severity": {"repetition": None, "repeated-caption": Severity.INFO}}, {}, DEFAULT, id="off-but-for-one-rule"
    ),
]


@pytest.mark.parametrize(("in_file", "command_line", "expected"), SELECTIONS)
def test_selection(in_file: dict[str, Any], command_line: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert names(Settings(**in_file), **command_line) == expected


UNKNOWN = [
    pytest.param(
        {"select": ("share-bra",)}, "select: no rule or family is called 'share-bra'; did you mean \"share-bar\"?"
    ),
    pytest.param({"ignore": ("residu",)}, "ignore: no rule or family is called 'residu'; did you mean \"residue\"?"),
    pytest.param({"extend_select": ("Q",)}, "extend-select: no rule or family is called 'Q'"),
    pytest.param({"severity": {"share-bat": Severity.INFO}}, "severity: no rule or family is called 'share-bat'"),
    pytest.param({"severity": {"share-bat": None}}, "severity: no rule or family is called 'share-bat'"),
    pytest.param({"per_file_ignores": {"a/*": ("x",)}}, "per-file-ignores.a/*: no rule or family is called 'x'"),
    pytest.param({"rules": {"blank-rum": {}}}, 'rules.blank-rum: no rule is called so; did you mean "blank-run"?'),
    pytest.param({"rules": {"residue": {}}}, "rules.residue: no rule is called so"),
]


@pytest.mark.parametrize(("in_file", "message"), UNKNOWN)
def test_a_name_that_nobody_has_is_an_error(in_file: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        chosen(Settings(**in_file))
    assert str(caught.value).startswith(f"newslint.toml: {message}")


def test_a_name_on_the_command_line_is_blamed_there() -> None:
    with pytest.raises(ConfigError, match=r"^command line: select: no rule or family"):
        chosen(select=("nothing",))


def test_options_are_set() -> None:
    options = {
        "max-lines": 4,
        "share": 1,
        "strict": True,
        "unit": "char",
        "words": ["a"],
        "kinds": ["short"],
        "by-language": {"tr": 3},
    }
    rules = {rule.name: rule for rule in chosen(Settings(rules={"blank-run": options})).rules}
    assert rules["blank-run"] == BlankRun(4, 1.0, True, "char", ("a",), frozenset({"short"}), {"tr": 3})


def test_a_pattern_rule_lets_its_bounds_be_set_and_nothing_else() -> None:
    rules = {rule.name: rule for rule in chosen(Settings(rules={"share-bar": {"max-length": 40}})).rules}
    assert rules["share-bar"] == replace(SHARE_BAR, max_length=40)
    with pytest.raises(ConfigError, match=r"rules\.share-bar\.trusted: the rule has no such option"):
        chosen(Settings(rules={"share-bar": {"trusted": True}}))


BAD_OPTIONS = [
    pytest.param(
        "blank-run", {"max-line": 3}, 'max-line: the rule has no such option; did you mean "max-lines"?', id="name"
    ),
    pytest.param(
        "blank-run", {"qq": 3}, "qq: the rule has no such option (it has max-lines, share,", id="name-like-none"
    ),
    pytest.param("repeated-caption", {"qq": 3}, "qq: the rule has no such option (it has none)", id="no-options"),
    pytest.param("blank-run", {"max-lines": "3"}, "max-lines: must be a whole number", id="kind"),
    pytest.param("blank-run", {"share": "x"}, "share: must be a number", id="number"),
    pytest.param("blank-run", {"share": float("nan")}, "share: must be a number", id="not-a-number"),
    pytest.param("blank-run", {"unit": "line"}, "unit: 'line' is none of word, char", id="choice"),
    pytest.param("blank-run", {"by-language": {"tr": "x"}}, "by-language.tr: must be a whole number", id="in-table"),
]


@pytest.mark.parametrize(("rule", "options", "message"), BAD_OPTIONS)
def test_a_bad_option_names_rule_and_option(rule: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        chosen(Settings(rules={rule: options}))
    assert str(caught.value).startswith(f"newslint.toml: rules.{rule}.{message}")


def test_what_the_rule_itself_refuses_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"^newslint\.toml: rules\.blank-run: share is a part of 1"):
        chosen(Settings(rules={"blank-run": {"share": 2}}))


def test_severities_of_a_family_and_of_a_rule_in_it() -> None:
    severity = {"repeated-quote": Severity.INFO, "repetition": Severity.ERROR}
    assert chosen(Settings(severity=severity)).severities == {
        "repeated-caption": Severity.ERROR,
        "repeated-quote": Severity.INFO,
    }


IGNORES = [
    pytest.param("*.jsonl", "/corpus/a/b.jsonl", True, id="at-any-depth"),
    pytest.param("*.jsonl", "/elsewhere/b.jsonl", False, id="outside"),
    pytest.param("wire/*", "/corpus/wire/a.txt", True, id="anchored"),
    pytest.param("wire/*", "/corpus/x/wire/a.txt", False, id="anchored-means-the-folder-of-the-configuration"),
    pytest.param("wire/", "/corpus/x/wire/a.txt", True, id="folder"),
    pytest.param("./wire/*", "/corpus/wire/a.txt", True, id="dot-slash"),
    pytest.param("../other/*", "/other/a.txt", True, id="one-up"),
    pytest.param("!wire/*", "/corpus/wire/a.txt", False, id="all-but-these"),
    pytest.param("!wire/*", "/corpus/a.txt", True, id="all-but-those"),
    pytest.param("caf*", "/corpus/caf\udce9.txt", True, id="bytes-that-are-no-utf-8"),
]


@pytest.mark.parametrize(("pattern", "path", "silent"), IGNORES)
def test_ignores_by_path(pattern: str, path: str, silent: bool) -> None:
    ignores = chosen(Settings(per_file_ignores={pattern: ("repetition",)})).ignores
    expected = frozenset({"repeated-caption", "repeated-quote"}) if silent else frozenset()
    assert pickle.loads(pickle.dumps(ignores))(path) == expected


def test_ignores_know_paths_from_another_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    odd = tmp_path / "a[b]*?"
    (odd / "sub").mkdir(parents=True)
    monkeypatch.chdir(odd / "sub")
    config = Config(Settings(per_file_ignores={"sub/x.txt": ("share-bar",)}), odd)
    ignores = choose(RULES, config, is_default, Selection()).ignores
    assert ignores is not None
    assert ignores("x.txt") == {"share-bar"}
    assert ignores("y.txt") == frozenset()


def test_without_ignores_nothing_is_asked() -> None:
    assert chosen().ignores is None
