"""The commands below `baseline`, and what they cannot use."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click
import pytest

from newslint.cli.checked_commands import OWN
from newslint.cli.commands import cli

from .command_line import CLEAN, WIDGET, Runner, Tree, grow
from .debts import BRIDGE, EDITED, FERRY, FILE, RESIDUE, SELECT, check, story


@pytest.fixture(autouse=True)
def _few_rules(run: Runner) -> None:
    """What other rules find here is theirs."""
    grow({"newslint.toml": SELECT})


@pytest.fixture
def debt(run: Runner) -> Runner:
    """A corpus with residue and an edited copy, and a baseline of that."""
    grow({"a.txt": WIDGET, "b.txt": story("Brevik", FERRY, BRIDGE), "c.txt": story("Holm", EDITED, BRIDGE)})
    assert run("baseline", "create", ".", *FILE).code == 0
    return run


def test_update_puts_in_and_takes_out(debt: Runner) -> None:
    grow({"a.txt": CLEAN, "d.txt": RESIDUE})
    code, out, _ = debt("baseline", "update", ".", *FILE)
    assert (code, out) == (0, "known.json: 6 entries of 3 rules in 3 documents; 2 added, 2 taken out\n")
    assert check(debt) == []
    assert json.loads(Path("known.json").read_text())["documents"][0]["path"] == "b.txt"


def test_update_of_a_part_keeps_the_rest(debt: Runner) -> None:
    before = Path("known.json").read_bytes()
    stamp = os.stat("known.json").st_mtime_ns
    assert debt("baseline", "update", "a.txt", *FILE).out.endswith("; 0 added, 0 taken out\n")
    assert debt("baseline", "update", ".", *FILE, "--scope", "document").code == 0
    assert Path("known.json").read_bytes() == before
    assert os.stat("known.json").st_mtime_ns == stamp, "what does not change is not written"


def test_prune_takes_out_and_leaves_new_ones_new(debt: Runner) -> None:
    grow({"a.txt": CLEAN, "d.txt": RESIDUE})
    os.rename("b.txt", "z.txt")
    _, out, _ = debt("baseline", "prune", ".", *FILE)
    assert out == "known.json: 4 entries of 1 rule in 2 documents; 2 taken out, 1 document renamed\n"
    assert {entry["path"] for entry in json.loads(Path("known.json").read_text())["entries"]} == {"c.txt", "z.txt"}
    assert set(check(debt)) == {"d.txt share-bar", "d.txt text-size-widget"}


def test_files_that_are_gone_are_counted(debt: Runner) -> None:
    os.unlink("a.txt")
    _, out, _ = debt("baseline", "prune", "b.txt", *FILE)
    assert out == "known.json: 4 entries of 1 rule in 2 documents; 2 taken out, 1 file gone\n"


def test_entries_that_match_nothing_are_told(debt: Runner) -> None:
    grow({"a.txt": CLEAN})
    _, out, _ = debt(".", *FILE)
    assert "known.json: 2 of the entries match nothing any more (newslint baseline prune)\n" in out
    assert "match nothing" not in debt("b.txt", *FILE).out
    assert "match nothing" not in debt(".", *FILE, "--scope", "corpus").out


def test_stats(debt: Runner) -> None:
    code, out, _ = debt("baseline", "stats", *FILE)
    assert code == 0
    assert out.splitlines()[0] == "known.json: 6 entries of 3 rules in 3 documents"
    assert "        4  near-duplicate-paragraph" in out.splitlines()
    assert "        2  a.txt" in out.splitlines()


def test_a_hostile_name_is_shown_harmless(run: Runner) -> None:
    grow({"\x1b[2J::error::.txt": WIDGET})
    run("baseline", "create", ".", *FILE)
    assert "\x1b" not in Path("known.json").read_text()
    assert "\x1b" not in run("baseline", "stats", *FILE).out
    assert check(run) == []


OTHER = '{"format": "newslint-baseline", "version": 9, "documents": [], "entries": []}'
WRONG = [
    pytest.param({}, ["."], "newslint: known.json: there is no such file (newslint baseline create", id="missing"),
    pytest.param({"known.json": "{"}, ["."], "newslint: known.json:1: is damaged:", id="damaged"),
    pytest.param({"known.json": OTHER}, ["."], "newslint: known.json: is of version 9,", id="version"),
    pytest.param({"known.json/x": ""}, ["."], "newslint: known.json: is no file", id="folder"),
    pytest.param({"known.json": OTHER}, ["baseline", "create"], "known.json is there already (newslint", id="create"),
    pytest.param({}, ["baseline", "update"], "newslint: known.json: there is no such file", id="update"),
    pytest.param({}, ["baseline", "prune"], "newslint: known.json: there is no such file", id="prune"),
    pytest.param({}, ["baseline", "stats"], "newslint: known.json: there is no such file", id="stats"),
    pytest.param({}, [".", "--baseline-from-ref", "HEAD"], "--baseline: excludes --baseline-from-ref", id="both"),
]


@pytest.mark.parametrize(("tree", "arguments", "message"), WRONG)
def test_what_cannot_be_used_is_named(run: Runner, tree: Tree, arguments: list[str], message: str) -> None:
    grow({"a.txt": WIDGET, **tree})
    code, out, err = run(*arguments, *FILE)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1


def test_nobody_says_which_file(run: Runner) -> None:
    for deed in ("create", "update", "prune", "stats"):
        code, _, err = run("baseline", deed)
        assert code == 2
        assert "--baseline: say which file it is" in err


def test_an_incomplete_run_makes_no_baseline(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    code, _, err = run("baseline", "create", "a.txt", "missing.txt", *FILE)
    assert code == 2
    assert "newslint: missing.txt: no such file or folder\n" in err
    assert err.endswith("could be checked; mend it or exclude it\n")
    assert not Path("known.json").exists()


def test_a_baseline_that_cannot_be_written_is_named_before_the_work(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    code, _, err = run("baseline", "create", ".", "--baseline", "no/known.json")
    assert (code, err) == (2, "newslint: no/known.json: cannot be written: No such file or directory\n")


def test_options_that_say_what_is_checked_are_shared_and_no_others() -> None:
    assert {param.name for param in cli.commands["check"].params} >= OWN, "what is named there is an option of check"
    group = cli.commands["baseline"]
    assert isinstance(group, click.Group)
    create = group.commands["create"]
    assert {"paths", "select", "scope", "exclude", "jobs", "baseline"} <= {param.name for param in create.params}
    assert not {param.name for param in create.params} & OWN


@pytest.mark.parametrize("canonical", ["path", "date", "longest"])
def test_what_is_known_does_not_depend_on_which_copy_is_canonical(debt: Runner, canonical: str) -> None:
    option = f'[rules.near-duplicate-paragraph]\ncanonical = "{canonical}"\n'
    grow({"newslint.toml": SELECT + option})
    assert check(debt) == []
    grow({"a2.txt": story("Arna", FERRY + "More.", BRIDGE)})
    assert check(debt) == ["a2.txt near-duplicate-paragraph"], "known copies go before, wherever the new one stands"
