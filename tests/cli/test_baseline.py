"""Baselines by the command line: made, used, brought up to date; and findings of an earlier commit."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from .command_line import CLEAN, CONCISE, WIDGET, Ended, Runner, Tree, grow

FILE = ["--baseline", "known.json"]
FERRY = (
    "The ferry operator Nordlin said on Tuesday it would run two night boats between Brevik and the old town from "
    "March, and that fares of 14 crowns would not rise before the end of the trial in June.\n"
)
EDITED = FERRY.replace("said on Tuesday it would", "said that it would")
BRIDGE = "The bridge over the Teal was shut for three days, the mayor said, after a lorry had hit its railing.\n"
TAILS = {
    "Brevik": "Snow closed the pass above the village for two days in March, and the school stayed shut.\n",
    "Holm": "A choir of forty children sang on the quay when the museum reopened after nine years.\n",
    "Lund": "Prices for early potatoes rose by a tenth, growers told the chamber of farming.\n",
    "Arna": "The court will hear the case of the stolen bells again before the summer break.\n",
}
"""Paragraphs that are like no other."""


def story(head: str, *paragraphs: str) -> str:
    """A story of a town, with a paragraph of its own at the end."""
    return "\n".join([f"{head} today\n", *paragraphs, TAILS[head]])


RESIDUE = story("Lund", "TT\n20\nShare this\n")


def found(ended: Ended) -> list[str]:
    """Paths and rules of the findings of a concise report."""
    lines = [line.split(" ", 2) for line in ended.out.splitlines()]
    return sorted({f"{place.split(':')[0]} {rule.partition('[')[2][:-1]}" for place, rule, _ in lines})


def check(run: Runner, *arguments: str) -> list[str]:
    """What is new."""
    ended = run("check", *(arguments or (".",)), *FILE, *CONCISE)
    assert ended.code == (1 if ended.out else 0), ended.err
    return found(ended)


SELECT = 'select = ["advertisement-marker", "near-duplicate-paragraph", "share-bar", "text-size-widget"]\n'


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


def test_old_debt_is_known_and_said(debt: Runner) -> None:
    code, out, _ = debt(".", *FILE)
    assert code == 0
    assert out.endswith("No new findings in 3 checked files; 4 known\n")
    assert debt(".").code == 1


def test_it_counts_in_no_format(debt: Runner) -> None:
    report = json.loads(debt(".", *FILE, "--output-format", "json").out)
    assert (report["findings"], report["summary"]["findings"], report["summary"]["known"]) == ([], 0, 4)
    assert set(report["summary"]["by_severity"].values()) == {0}
    assert json.loads(debt(".", "--output-format", "json").out)["summary"]["known"] is None


CHANGES = [
    pytest.param({"a.txt": WIDGET.replace("metre", "meter")}, [], id="a-typo-is-mended-elsewhere"),
    pytest.param({"a.txt": f"{CLEAN}\n{WIDGET}"}, [], id="a-paragraph-comes-before-it"),
    pytest.param({"b.txt": story("Brevik", BRIDGE, FERRY)}, [], id="the-copy-moves"),
    pytest.param({"a.txt": CLEAN}, [], id="some-of-it-is-mended"),
    pytest.param({"d.txt": story("Lund")}, [], id="a-clean-document-comes"),
    pytest.param({"d.txt": RESIDUE}, ["d.txt share-bar", "d.txt text-size-widget"], id="the-same-residue-elsewhere"),
    pytest.param(
        {"a.txt": f"Advertisement\n\n{WIDGET}"}, ["a.txt advertisement-marker"], id="other-residue-in-the-same-place"
    ),
    pytest.param(
        {"a.txt": f"{WIDGET}\nTT\n20\nShare this\n"}, ["a.txt share-bar", "a.txt text-size-widget"], id="once-more"
    ),
    pytest.param(
        {"d.txt": story("Lund", EDITED, BRIDGE)}, ["d.txt near-duplicate-paragraph"], id="a-third-copy-behind"
    ),
    pytest.param(
        {"0.txt": story("Lund", EDITED, BRIDGE)}, ["0.txt near-duplicate-paragraph"], id="a-third-copy-in-front"
    ),
    pytest.param(
        {"0.txt": story("Lund", FERRY.replace("before the end", "until the end"), BRIDGE)},
        ["0.txt near-duplicate-paragraph"],
        id="edited-in-front",
    ),
    pytest.param(
        {"c.txt": story("Holm"), "d.txt": story("Lund", EDITED, BRIDGE)},
        ["d.txt near-duplicate-paragraph"],
        id="one-copy-mended-and-one-come",
    ),
]


@pytest.mark.parametrize(("changes", "new"), CHANGES)
def test_what_is_new(debt: Runner, changes: Tree, new: list[str]) -> None:
    grow(changes)
    assert check(debt) == new


@pytest.mark.parametrize("names", [{"a.txt": "z.txt"}, {"b.txt": "z.txt"}, {"c.txt": "0.txt"}, {"b.txt": "d/e.txt"}])
def test_renames_are_followed(debt: Runner, names: dict[str, str]) -> None:
    for old, new in names.items():
        Path(new).parent.mkdir(exist_ok=True)
        os.rename(old, new)
        assert check(debt) == []
        shutil.copy(new, old)
        assert check(debt) != [], "a copy is no rename"


def test_which_copy_is_primary_does_not_matter(run: Runner) -> None:
    grow({"b.txt": story("Brevik", FERRY, BRIDGE), "c.txt": story("Holm", EDITED, BRIDGE)})
    run("baseline", "create", ".", *FILE)
    before = Path("known.json").read_text()
    os.rename("b.txt", "d.txt")
    os.rename("c.txt", "b.txt")
    os.rename("d.txt", "c.txt")
    Path("known.json").unlink()
    run("baseline", "create", ".", *FILE)
    swapped = {"b.txt": "c.txt", "c.txt": "b.txt"}
    entries = json.loads(before)["entries"]
    assert sorted(map(str, json.loads(Path("known.json").read_text())["entries"])) == sorted(
        str({**entry, "path": swapped[entry["path"]]}) for entry in entries
    )


TOWNS = list(TAILS)
RECORDS = [json.dumps({"id": town, "text": story(town, "TT\n20\nShare this\n")}) + "\n" for town in TOWNS]


def test_records_go_by_their_ids(run: Runner) -> None:
    grow({"feed.jsonl": "".join(RECORDS[:3])})
    run("baseline", "create", ".", *FILE)
    grow({"feed.jsonl": "".join(reversed(RECORDS[:3]))})
    assert check(run) == []
    grow({"feed.jsonl": "".join(reversed(RECORDS))})
    assert check(run) == ["feed.jsonl share-bar", "feed.jsonl text-size-widget"]


def test_records_without_ids_are_counted(run: Runner) -> None:
    lines = [json.dumps({"text": story(town, FERRY, BRIDGE)}) + "\n" for town in TOWNS[:3]]
    grow({"feed.jsonl": "".join(lines[:2])})
    run("baseline", "create", ".", *FILE)
    assert check(run) == []
    grow({"feed.jsonl": "".join(lines)})
    assert check(run) == ["feed.jsonl near-duplicate-paragraph"]
    grow({"feed.jsonl": "".join(reversed(lines[:2]))})
    assert check(run) == []


def test_a_baseline_does_not_depend_on_the_working_folder(debt: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    grow({"newslint.toml": f'{SELECT}baseline = "known.json"', "sub/a.txt": WIDGET})
    assert debt("baseline", "update").code == 0
    monkeypatch.chdir("sub")
    assert debt("a.txt").code == 0
    assert debt(".").code == 0
    assert debt("../a.txt").code == 0


def test_a_baseline_is_the_same_file_each_time(debt: Runner) -> None:
    first = Path("known.json").read_bytes()
    Path("known.json").unlink()
    debt("baseline", "create", "c.txt", "./b.txt", "a.txt", *FILE, "--jobs", "2")
    assert Path("known.json").read_bytes() == first


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
    assert "the baseline was not written" in err
    assert not Path("known.json").exists()


def test_a_baseline_that_cannot_be_written_is_named_before_the_work(run: Runner) -> None:
    grow({"a.txt": WIDGET})
    code, _, err = run("baseline", "create", ".", "--baseline", "no/known.json")
    assert (code, err) == (2, "newslint: no/known.json: cannot be written: No such file or directory\n")
