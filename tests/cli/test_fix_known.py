"""What `newslint fix` leaves alone because it is known or allowed, and how it says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .command_line import CLEAN, CONCISE, Runner, grow

TOP = f"Storm reaches the coast\n\n{CLEAN}"
DIRTY = f"{TOP}\nThe ferries stay in port.\u00a0 \n"


@pytest.mark.parametrize("arguments", [["--fix"], ["--fix-only"], ["--diff"]])
def test_known_findings_are_not_fixed(run: Runner, arguments: list[str]) -> None:
    grow({"a.txt": DIRTY})
    assert run("baseline", "create", "a.txt", "--baseline", "known").code == 0
    grow({"b.txt": DIRTY.replace("Storm", "Gale")})
    run("check", *arguments, "--baseline", "known", "--select", "trailing-whitespace", *CONCISE)
    assert Path("a.txt").read_bytes() == DIRTY.encode()
    assert ("\u00a0 \n" in Path("b.txt").read_text(encoding="utf-8")) is (arguments == ["--diff"])


@pytest.mark.parametrize(
    ("arguments", "told", "fixed"),
    [
        pytest.param(["fix", "--isolated"], False, True, id="nothing is known"),
        pytest.param(["fix", "--no-baseline"], False, True, id="the configured one is not taken"),
        pytest.param(["fix"], True, False, id="a report"),
        pytest.param(["fix", "--fix-only"], True, False, id="no report"),
        pytest.param(["fix", "--diff"], True, False, id="a diff"),
        pytest.param(["check"], False, False, id="nothing was to be fixed"),
    ],
)
def test_who_fixes_is_told_of_known_findings(run: Runner, arguments: list[str], told: bool, fixed: bool) -> None:
    grow({"a.txt": DIRTY, "newslint.toml": 'baseline = "known.json"\n'})
    assert run("baseline", "create", "a.txt").code == 0
    ended = run(*arguments, "a.txt")
    line = "What known.json lists is not fixed; --no-baseline fixes it, too\n"
    assert (line in ended.out + ended.err) is told
    assert (Path("a.txt").read_bytes() != DIRTY.encode()) is fixed


def test_who_fixes_what_is_new_is_told_of_no_known_findings(run: Runner) -> None:
    grow({"a.txt": DIRTY, "b.txt": DIRTY.replace("Storm", "Gale"), "newslint.toml": 'baseline = "known.json"\n'})
    assert run("baseline", "create", "a.txt").code == 0
    ended = run("fix", "b.txt")
    assert "is not fixed" not in ended.out + ended.err
    assert "\u00a0 \n" not in Path("b.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("other", [["--baseline", "known.json"], ["--baseline-from-ref", "HEAD"]])
def test_no_baseline_and_one_exclude_each_other(run: Runner, other: list[str]) -> None:
    grow({"a.txt": DIRTY})
    code, _, err = run("check", "--no-baseline", *other, "a.txt")
    assert (code, err) == (2, f"newslint: --no-baseline: excludes {other[0]}: it says that nothing is known\n")


@pytest.mark.parametrize("command", ["explain", "stats", "baseline create", "baseline update", "config show"])
def test_commands_that_count_nothing_as_known_do_not_take_it(run: Runner, command: str) -> None:
    code, _, err = run(*command.split(), "--no-baseline")
    assert (code, "No such option '--no-baseline'" in err) == (2, True)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_known_findings_are_not_fixed_in_a_file_that_was_renamed(run: Runner, jobs: str) -> None:
    records = json.dumps({"id": "7", "text": DIRTY}) + "\n"
    grow({"old/a.txt": DIRTY, "old/b.jsonl": records, "old/c.txt": DIRTY.replace("Storm", "Rain")})
    assert run("baseline", "create", "old", "--baseline", "known").code == 0
    Path("old").rename("new")
    Path("new/b.jsonl").rename("new/z.jsonl")
    grow({"new/copy.txt": DIRTY, "new/d.txt": DIRTY.replace("Storm", "Gale")})
    grow({"old/c.txt": DIRTY.replace("Storm", "Rain")})  # not renamed but copied: new/c.txt is a new file
    run("fix", "new", "--baseline", "known", "--select", "trailing-whitespace", "--jobs", jobs)
    assert Path("new/a.txt").read_bytes() == Path("new/copy.txt").read_bytes() == DIRTY.encode()
    assert Path("new/z.jsonl").read_text(encoding="utf-8") == records
    for name in "cd":
        assert "\u00a0 \n" not in Path(f"new/{name}.txt").read_text(encoding="utf-8")


def test_allowed_texts_are_not_fixed(run: Runner) -> None:
    config = '[[allow]]\npattern = "ferries.*"\nreason = "a quotation"\nrules = ["trailing-whitespace"]\n'
    grow({"a.txt": DIRTY + "Noon. \n", "newslint.toml": config})
    assert run("fix", *CONCISE).code == 0
    assert Path("a.txt").read_bytes() == (DIRTY + "Noon.\n").encode()
