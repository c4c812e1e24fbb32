"""Packs: what counts as a rule, and what a broken pack says."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import click
import pytest

from newslint import packs
from newslint.cli.authoring import try_rules

HEAD = """
from collections.abc import Iterator
from dataclasses import dataclass
from newslint import Document, DocumentRule, Finding, Needs
"""
GOOD = (
    HEAD
    + """
@dataclass(frozen=True)
class LostPicture(DocumentRule):
    family = "residue"
    needs = Needs(always=True)
    least: int = 3
    def check(self, document: Document) -> Iterator[Finding]:
        yield from ()
"""
)
PATTERN = 'family = "residue"\nfix = "none"\n[phrases]\nen = ["Click to enlarge"]\n'
BAD_CLASSES = [
    pytest.param(GOOD.replace("(frozen=True)", ""), "cannot inherit non-frozen dataclass", id="not-frozen"),
    pytest.param(GOOD.replace("@dataclass(frozen=True)", ""), "must be a frozen dataclass", id="no-dataclass"),
    pytest.param(GOOD.replace('    family = "residue"\n', ""), "family '' is none of repetition", id="no-family"),
    pytest.param(GOOD.replace('"residue"', '"litter"'), "family 'litter' is none of", id="unknown-family"),
    pytest.param(GOOD.replace("    needs = Needs(always=True)\n", ""), "must define needs", id="abstract"),
    pytest.param(GOOD.replace("least: int = 3", "least: int"), "every option needs a default", id="no-default"),
    pytest.param(GOOD.replace("LostPicture", "Residue"), "residue is the name of a family", id="called-like-a-family"),
    pytest.param("import nowhere_to_be_found", "cannot be imported: ModuleNotFoundError", id="import-error"),
    pytest.param("def broken(:", "cannot be imported: SyntaxError", id="syntax-error"),
]

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Writes a pack `pack_of_test` and makes it the only installed one."""
    monkeypatch.syspath_prepend(str(tmp_path))
    _forget()

    def write(modules: dict[str, str], entries: tuple[str, ...] = ("pack_of_test",)) -> None:
        for name, text in {"__init__.py": "", **modules}.items():
            path = tmp_path / "pack_of_test" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        points = EntryPoints(EntryPoint("mine", value, packs.RULES_GROUP) for value in entries)
        monkeypatch.setattr(packs, "_entries", lambda _: points)

    yield write
    _forget()


def _forget() -> None:
    packs._house.cache_clear()
    packs._reporters.cache_clear()
    for name in [name for name in sys.modules if name.startswith("pack_of_test")]:
        del sys.modules[name]


def test_a_rule_without_options_needs_no_decorator(install: Install) -> None:
    install({"lost.py": GOOD.replace("@dataclass(frozen=True)", "").replace("    least: int = 3\n", "")})
    assert list(packs.load_rules()) == ["lost-picture"]


def test_a_pack_is_held_against_its_pages(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its rules in Python, too: a rule without a page, and one whose page knows neither sections nor examples."""
    monkeypatch.chdir(tmp_path)
    install({"page/__init__.py": "", "page/lost_picture.py": GOOD, "click_to_enlarge.toml": PATTERN})
    (tmp_path / "pack_of_test/click_to_enlarge.md").write_text("# click-to-enlarge\n\nA button.\n")
    assert try_rules("pack_of_test") == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0].startswith("pack_of_test/click_to_enlarge.md:1: the sections are ;")
    assert out.splitlines()[-1] == (
        "pack_of_test/page/lost_picture.py:1: has no page: lost_picture.md should lie beside it"
    )
    assert err == "newslint: 2 rules, 4 faults\n"
    assert try_rules("pack_of_test.page") == 1
    assert capsys.readouterr().err == "newslint: 1 rule, 1 fault\n"
    with pytest.raises(click.UsageError, match="no such folder, and no installed pack"):
        try_rules("pack_of")


def test_rules_of_all_modules_are_found_sorted(install: Install) -> None:
    install(
        {
            "page/__init__.py": "",
            "page/lost_picture.py": GOOD,
            "page/click_to_enlarge.toml": PATTERN,
            "page/another.py": "from .lost_picture import LostPicture\nfrom newslint import DocumentRule\n",
            "base.py": GOOD.replace("LostPicture", "_Shared").replace('    family = "residue"\n', ""),
        }
    )
    rules = packs.load_rules()
    assert list(rules) == ["click-to-enlarge", "lost-picture"]
    assert rules["click-to-enlarge"].family == "residue"


def test_a_pack_named_twice_is_read_once(install: Install) -> None:
    install({"lost_picture.py": GOOD}, entries=("pack_of_test", "pack_of_test"))
    assert list(packs.load_rules()) == ["lost-picture"]


def test_the_page_lies_beside_the_rule(install: Install) -> None:
    install(
        {
            "page/__init__.py": "",
            "page/lost_picture.py": GOOD,
            "page/lost_picture.md": "# lost-picture\n\nA caption\nalone.\n\nMore.",
        }
    )
    assert packs.page("lost-picture").startswith("# lost-picture\n")
    assert packs.summary("lost-picture") == "A caption alone."


def test_a_rule_without_a_page_says_so(install: Install) -> None:
    install({"lost_picture.py": GOOD})
    assert packs.summary("lost-picture") == ""
    with pytest.raises(packs.PackError, match=r"lost_picture\.LostPicture: the page of lost-picture cannot be read"):
        packs.page("lost-picture")
    with pytest.raises(KeyError):
        packs.page("found-picture")


@pytest.mark.parametrize(("source", "message"), BAD_CLASSES)
def test_a_broken_rule_names_itself(install: Install, source: str, message: str) -> None:
    install({"broken.py": source})
    with pytest.raises(packs.PackError, match="pack_of_test") as caught:
        packs.load_rules()
    assert message in str(caught.value)


def test_two_rules_of_one_name_are_an_error(install: Install) -> None:
    install({"lost_picture.py": GOOD, "lost_picture.toml": PATTERN})
    with pytest.raises(
        packs.PackError, match=r"two rules are called lost-picture: .*LostPicture and .*lost_picture\.toml"
    ):
        packs.load_rules()


def test_a_broken_pattern_rule_names_file_and_key(install: Install) -> None:
    install({"click.toml": PATTERN + "famly = 1\n"})
    with pytest.raises(packs.PackError, match=r"pack_of_test/click\.toml: phrases\.famly"):
        packs.load_rules()


def test_what_a_pattern_rule_subsumes_must_exist(install: Install) -> None:
    install({"lost_picture.py": GOOD, "click.toml": "subsumes = ['lost-picture', 'lost-sound']\n" + PATTERN})
    with pytest.raises(packs.PackError, match=r"pack_of_test/click\.toml: subsumes: no rule is called 'lost-sound'"):
        packs.load_rules()


def test_two_pattern_rules_cannot_subsume_each_other(install: Install) -> None:
    install(
        {"click.toml": "subsumes = ['tap']\n" + PATTERN, "tap.toml": "subsumes = ['click']\n" + PATTERN},
    )
    with pytest.raises(packs.PackError, match=r"pack_of_test/click\.toml: subsumes: tap subsumes click"):
        packs.load_rules()


def test_a_pattern_rule_may_subsume_a_rule_of_another_kind(install: Install) -> None:
    install({"lost_picture.py": GOOD, "click.toml": "subsumes = ['lost-picture']\n" + PATTERN})
    assert packs.load_rules()["click"].subsumes == {"lost-picture"}


def test_an_empty_house_is_an_error(install: Install) -> None:
    install({}, entries=())
    with pytest.raises(packs.PackError, match="no rules found"):
        packs.load_rules()


def test_a_pack_that_is_no_package_is_an_error(install: Install) -> None:
    install({"lost_picture.py": GOOD}, entries=("pack_of_test.lost_picture",))
    with pytest.raises(packs.PackError, match="is no package"):
        packs.load_rules()


def test_a_folder_of_pattern_rules_comes_on_top(install: Install, tmp_path: Path) -> None:
    install({"lost_picture.py": GOOD})
    folder = tmp_path / "own" / "deep"
    folder.mkdir(parents=True)
    (folder / "click_here.toml").write_text(PATTERN, encoding="utf-8")
    (folder / "click_here.md").write_text("# click-here\n\nOurs.\n", encoding="utf-8")
    assert list(packs.load_rules([tmp_path / "own"])) == ["click-here", "lost-picture"]
    assert packs.summary("click-here", [tmp_path / "own"]) == "Ours."
    assert list(packs.load_rules()) == ["lost-picture"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda _: None, "no such folder", id="missing"),
        pytest.param(lambda folder: folder.mkdir(), "no rule", id="empty"),
        pytest.param(lambda folder: folder.write_text(""), "no such folder", id="a-file"),
    ],
)
def test_a_folder_without_rules_is_an_error(
    install: Install, tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    install({"lost_picture.py": GOOD})
    make(tmp_path / "own")
    with pytest.raises(packs.PackError, match=message):
        packs.load_rules([tmp_path / "own"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
@pytest.mark.parametrize("name", ["click_here.toml", "click_here.md"])
def test_a_fifo_in_a_folder_of_rules_is_not_opened(install: Install, tmp_path: Path, name: str) -> None:
    install({"lost_picture.py": GOOD})
    (tmp_path / "click_here.toml").write_text(PATTERN, encoding="utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(packs.PackError, match="it is no file"):
        packs.page("click-here", [tmp_path])


def test_reporters_are_named_without_being_imported() -> None:
    _forget()
    assert {"table", "concise", "json", "jsonl"} <= set(packs.load_reporters())
    with pytest.raises(KeyError):
        packs.reporter("tabel")


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        pytest.param("nowhere_to_be_found:report", "cannot be loaded: No module named", id="no module"),
        pytest.param("json:report", "cannot be loaded: module 'json' has no attribute", id="no such function"),
        pytest.param("broken_report:report", "cannot be loaded: SyntaxError: ", id="no Python"),
        pytest.param("json", "is no function; write module:function", id="a module"),
    ],
)
def test_a_reporter_that_cannot_be_used_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str, cause: str
) -> None:
    _forget()
    (tmp_path / "broken_report.py").write_text("def report(:\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("odd", value, packs.REPORTERS_GROUP)
    monkeypatch.setattr(packs, "_entries", lambda _: EntryPoints([point]))
    with pytest.raises(packs.PackError, match=re.escape(f"the reporter odd ({value}) {cause}")):
        packs.reporter("odd")
    _forget()
