"""What a rule says by the annotations of its fields that its options may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest

from newslint import Alike, Cluster, Corpus, CorpusRule, Count, Document, DocumentRule, Finding, Needs, Range, Share
from newslint.config import Config, ConfigError, Selection, Settings, choose
from newslint.config.kinds import Number
from newslint.config.options import option_kinds
from newslint.packs import is_default, load_rules
from newslint.ranges import ANY


@dataclass(frozen=True)
class ByStranger(DocumentRule):
    """A rule with options of every sort."""

    family = "residue"
    needs = Needs(always=True)
    side: Literal["left", "right"] = "left"
    share: Share = 0.5
    lines: Annotated[int, "a remark for somebody else", Range(2, 9)] = 3
    least: Annotated[int | None, Range(0)] = None
    weights: tuple[Share, ...] = ()
    by_language: Mapping[str, Count] | None = None

    def check(self, _: Document) -> Iterator[Finding]:
        yield from ()


@dataclass(frozen=True)
class ComparesLoosely(CorpusRule):
    """A rule that says nothing of what its options may be."""

    grams: int = 3

    @property
    def alike(self) -> Alike:
        return Alike("word", self.grams)

    def check(self, *_: Cluster | Corpus) -> Iterator[Finding]:
        yield from ()


RULES = {rule.name: rule for rule in (ByStranger(), ComparesLoosely())}


def configured(rule: str, options: dict[str, Any]) -> Any:
    config = Config(Settings(select=(rule,), rules={rule: options}), Path("/corpus"), "newslint.toml")
    (made,) = choose(RULES, config, is_default, Selection()).rules
    return made


def test_what_is_at_the_ends_of_a_range_is_taken() -> None:
    options = {"share": 1, "lines": 9, "least": 0, "weights": [0, 0.5], "by-language": {"tr": 1}}
    assert configured("by-stranger", options) == ByStranger("left", 1.0, 9, 0, (0.0, 0.5), {"tr": 1})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"side": "rigth"}, "side: 'rigth' is none of left, right; did you mean \"right\"?", id="choice"),
        pytest.param({"share": 1.5}, "share: must be a number from 0 to 1", id="share"),
        pytest.param({"share": float("nan")}, "share: must be a number from 0 to 1", id="not-a-number"),
        pytest.param({"lines": 1}, "lines: must be a whole number from 2 to 9", id="below"),
        pytest.param({"lines": 10}, "lines: must be a whole number from 2 to 9", id="above"),
        pytest.param({"least": -1}, "least: must be a whole number, 0 or more", id="optional"),
        pytest.param({"weights": [0, 2]}, "weights.1: must be a number from 0 to 1", id="in-a-list"),
        pytest.param({"by-language": {"tr": 0}}, "by-language.tr: must be a whole number, 1 or more", id="in-a-table"),
    ],
)
def test_what_an_option_may_not_be_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        configured("by-stranger", options)
    assert str(caught.value) == f"newslint.toml: rules.by-stranger.{message}"


def test_a_definition_that_cannot_be_is_refused_whatever_the_rule_says_of_its_options() -> None:
    assert configured("compares-loosely", {"grams": 1}).alike.ngram == 1
    with pytest.raises(ConfigError) as caught:
        configured("compares-loosely", {"grams": 0})
    assert str(caught.value) == "newslint.toml: rules.compares-loosely: ngram must be a whole number, 1 or more, not 0"


def test_only_numbers_can_be_in_a_range() -> None:
    @dataclass(frozen=True)
    class Named(ByStranger):
        name_of: Annotated[str, Range(1)] = ""

    with pytest.raises(TypeError, match="named: name_of: only numbers can be in a range"):
        option_kinds(Named())


@pytest.mark.parametrize("name", load_rules())
def test_every_number_of_a_rule_that_ships_has_a_range(name: str) -> None:
    kinds = option_kinds(load_rules()[name])
    assert [key for key, kind in kinds.items() if isinstance(kind, Number) and kind.bounds == ANY] == []
