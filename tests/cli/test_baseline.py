"""Baselines by the command line: what is known, and what is new."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from .command_line import CLEAN, WIDGET, Runner, Tree, grow
from .debts import BRIDGE, EDITED, FERRY, FILE, RESIDUE, SELECT, TAILS, check, story


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


BLANK = {"a.txt": "", "b.txt": " \n", "c.jsonl": '{"text": ""}\n{"text": "brok\n', "d.jsonl": "[3]\n"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(BLANK, [], id="the-same"),
        pytest.param({f"new-{name}": text for name, text in BLANK.items()}, [], id="renamed"),
        pytest.param({"a.txt": "", "z.txt": ""}, ["z.txt empty-document"], id="one-more"),
        pytest.param({"y.txt": "", "z.txt": ""}, ["z.txt empty-document"], id="renamed-and-one-more"),
        pytest.param({"z.jsonl": "[4]\n"}, ["z.jsonl invalid-record"], id="another-defect"),
        pytest.param({"z.jsonl": '{"text": ""}\n'}, ["z.jsonl empty-document"], id="a-record-like-many"),
        pytest.param({"z.txt": "\t\n"}, ["z.txt empty-document"], id="another-blank-one"),
    ],
)
def test_what_holds_no_text_is_known_by_its_bytes(run: Runner, now: dict[str, str], expected: list[str]) -> None:
    select = 'select = ["empty-document", "invalid-record"]\n'
    grow({"newslint.toml": select, **BLANK})
    run("baseline", "create", ".", *FILE)
    for name in BLANK:
        Path(name).unlink()
    grow({**now})
    assert check(run) == expected


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


@pytest.mark.parametrize("isolated", [[], ["--isolated"]])
def test_nor_without_a_configuration(run: Runner, monkeypatch: pytest.MonkeyPatch, isolated: list[str]) -> None:
    Path("newslint.toml").unlink()
    grow({"news/a.txt": WIDGET, "news/b.txt": RESIDUE, "elsewhere/c.txt": CLEAN})
    assert run("baseline", "create", "news", *FILE, *isolated).code == 0
    before = Path("known.json").read_bytes()
    monkeypatch.chdir("news")
    there = ["--baseline", "../known.json", *isolated]
    assert run(".", *there).code == 0
    assert "; 0 taken out\n" in run("baseline", "prune", "b.txt", *there).out
    assert "; 0 added, 0 taken out\n" in run("baseline", "update", "b.txt", *there).out
    monkeypatch.chdir("../elsewhere")
    there = ["--baseline", "../known.json", *isolated]
    for path in ("../news", os.path.abspath("../news")):
        code, out, _ = run(path, *there)
        assert (code, "match nothing" in out) == (0, False), path
    assert "; 0 taken out\n" in run("baseline", "prune", "../news/a.txt", *there).out
    monkeypatch.chdir("..")
    assert Path("known.json").read_bytes() == before


def test_a_baseline_is_the_same_file_each_time(debt: Runner) -> None:
    first = Path("known.json").read_bytes()
    Path("known.json").unlink()
    debt("baseline", "create", "c.txt", "./b.txt", "a.txt", *FILE, "--jobs", "2")
    assert Path("known.json").read_bytes() == first
