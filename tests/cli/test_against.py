"""A new crawl beside a reference corpus: what it has of it is reported, and the reference is only read."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newslint.cli import against
from newslint.packs import load_reporters
from newslint.store import FILE_NAME

from .command_line import CONCISE, Runner, Tree, grow
from .debts import EDITED, FERRY, RESIDUE, SELECT, story

BRIDGE = "The bridge over the Teal was shut for three days, the mayor said, after a lorry had hit its railing.\n"
SHORTER = "The bridge over the Teal was shut for three days after a lorry had hit its railing, the mayor said.\n"
RULE = "near-duplicate-paragraph"
INDEX = ["--cache-dir", "index"]
REFERENCE: Tree = {
    "archive/a.txt": story("Arna", FERRY),
    "archive/b.txt": story("Brevik", BRIDGE),
    "archive/c.txt": RESIDUE,
}


@pytest.fixture
def indexed(run: Runner) -> Runner:
    """An index of a reference that has a pair and residue of its own."""
    grow({"newslint.toml": SELECT, **REFERENCE})
    assert run("index", "build", "archive", *INDEX).code == 0
    return run


def found(run: Runner, *arguments: str) -> list[str]:
    """Places, rules and the other copy's place."""
    told = []
    for item in run.findings("new", "--against", "index", *arguments):
        other = f" {item['related'][0]['path']}:{item['related'][0]['line']}" if item["related"] else ""
        told.append(f"{item['path']}:{item['line']} {item['rule']}{other}")
    return told


def state(folder: str) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in Path(folder).iterdir()}


CRAWLS = [
    pytest.param({"new/x.txt": story("Holm")}, [], id="nothing-of-it"),
    pytest.param({"new/x.txt": story("Holm", FERRY)}, [f"new/x.txt:3 {RULE} archive/a.txt:3"], id="the-same"),
    pytest.param({"new/x.txt": story("Holm", EDITED)}, [f"new/x.txt:3 {RULE} archive/a.txt:3"], id="edited"),
    pytest.param({"new/x.txt": story("Holm", SHORTER)}, [f"new/x.txt:3 {RULE} archive/b.txt:3"], id="reordered"),
    pytest.param({"new/x.txt": story("Holm", "TT\n20\n")}, ["new/x.txt:3 text-size-widget"], id="residue"),
    pytest.param(
        {"new/x.jsonl": '{"id": "7", "text": "Prices fell."}\n{"id": "8", "text": "' + FERRY.strip() + '"}\n'},
        [f"new/x.jsonl:1 {RULE} archive/a.txt:3"],
        id="a-record",
    ),
]


@pytest.mark.parametrize(("crawl", "expected"), CRAWLS)
def test_what_is_reported(indexed: Runner, crawl: Tree, expected: list[str]) -> None:
    grow(crawl)
    before = state("index")
    assert found(indexed) == expected
    assert found(indexed, "--jobs", "2", "--no-cache") == found(indexed)
    assert state("index") == before


def test_the_reference_stands_for_the_copies_though_it_comes_later_by_name(run: Runner) -> None:
    grow({"newslint.toml": SELECT, "z/a.txt": story("Arna", FERRY), "new/x.txt": story("Holm", FERRY)})
    assert run("index", "build", "z", *INDEX).code == 0
    assert found(run) == [f"new/x.txt:3 {RULE} z/a.txt:3"]


def test_a_file_of_the_reference_that_is_checked_is_new(indexed: Runner) -> None:
    grow({"archive/new.txt": story("Holm", FERRY)})
    ended = indexed("check", "archive/new.txt", "--against", "index", *CONCISE)
    assert [line.split(": ")[0] for line in ended.out.splitlines()] == ["archive/new.txt:3:1"]


def test_what_is_only_compared_with_is_not_counted_as_checked(indexed: Runner) -> None:
    grow({"new/x.txt": story("Holm", FERRY), "new/y.txt": story("Lund")})
    assert indexed("check", "new", "--against", "index").out.endswith(" in 2 checked files, compared with 3 more\n")
    alone = indexed("check", "new", "--against", "index", "--scope", "document")
    assert alone.out.endswith(" in 2 checked files\n")


def test_corpus_and_index_can_be_moved_together(indexed: Runner) -> None:
    os.mkdir("elsewhere")
    shutil.move("archive", "elsewhere/archive")
    shutil.move("index", "elsewhere/index")
    grow({"new/x.txt": story("Holm", FERRY)})
    (finding,) = indexed.findings("new", "--against", "elsewhere/index")
    assert finding["related"][0]["path"] == "elsewhere/archive/a.txt"


@pytest.mark.parametrize("form", sorted(load_reporters()))
def test_a_reference_elsewhere_is_named_from_the_working_folder_on(
    indexed: Runner, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    top = os.getcwd()
    grow({"desk/newslint.toml": SELECT, "desk/new/x.txt": story("Holm", FERRY)})
    monkeypatch.chdir("desk")
    ended = indexed("check", "new", "--against", "../index", "--output-format", form)
    assert (ended.code, top in ended.out) == (1, False)
    (finding,) = indexed.findings("new", "--against", f"{top}/index")
    assert finding["related"][0]["path"] == "../archive/a.txt"


def test_a_reference_on_another_drive_is_named_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(path: str) -> str:
        raise ValueError(f"{path} is on another mount")

    monkeypatch.setattr(os.path, "relpath", relpath)
    assert against._from_here("D:/archive") == "D:/archive"


def test_what_the_reference_has_become_counts(indexed: Runner) -> None:
    grow({"archive/a.txt": story("Arna"), "new/x.txt": story("Holm", FERRY)})
    assert found(indexed) == []


def execute(statement: str) -> None:
    """Changes the index."""
    with closing(sqlite3.connect(Path("index", FILE_NAME))) as connection, connection:
        connection.execute(statement)


def remove(_: Path) -> None:
    shutil.rmtree("index")


def make_a_cache(_: Path) -> None:
    """As any run makes one: it is of no one corpus."""
    execute("DELETE FROM about WHERE name = 'corpus'")


def damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100] + b"\xff" * 5000)


def overwrite(file: Path) -> None:
    file.write_bytes(b"no database at all")


def link(file: Path) -> None:
    os.rename(file, "real")
    os.symlink(Path("real").absolute(), file)


def mislead(_: Path) -> None:
    execute("UPDATE about SET value = '[7]' WHERE name = 'corpus'")


def lose_the_corpus(_: Path) -> None:
    shutil.rmtree("archive")


def empty_the_corpus(_: Path) -> None:
    """As one that is not mounted is."""
    shutil.rmtree("archive")
    os.mkdir("archive")


def leave_other_files(_: Path) -> None:
    empty_the_corpus(_)
    grow({"archive/a.csv": "1", "archive/b.jsonl": ""})


def move_into_the_corpus(_: Path) -> None:
    os.mkdir("other")
    shutil.move("index", "archive/.newslint_cache")
    os.rename("archive", "index")


def leave_a_cache(_: Path) -> None:
    """Not of the corpus, but of some run in it."""
    make_a_cache(_)
    move_into_the_corpus(_)


NO_DOCUMENT = "no document of the reference was found (of the corpus of the index in index): archive"
DAMAGES = [
    (remove, "--against: index holds no index (newslint index build PATH... --cache-dir DIR makes one)"),
    (make_a_cache, "--against: index is a cache of no one corpus"),
    (damage, "--against: index "),
    (overwrite, "--against: index "),
    (link, "is no file of its own"),
    (mislead, "it does not say where its corpus lies"),
    (lose_the_corpus, "no such file or folder (of the corpus of the index in index): archive"),
    (empty_the_corpus, NO_DOCUMENT),
    (leave_other_files, NO_DOCUMENT),
    (move_into_the_corpus, "DIR makes one); index/.newslint_cache holds one\n"),
    (leave_a_cache, "index holds no index (newslint index build PATH... --cache-dir DIR makes one)\n"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_what_cannot_be_used_is_said_and_left_as_it_is(
    indexed: Runner, damage: Callable[[Path], None], message: str
) -> None:
    grow({"new/x.txt": story("Holm", FERRY)})
    damage(Path("index", FILE_NAME))
    ended = indexed("check", "new", "--against", "index")
    assert ended.code == 2
    assert message in ended.err + ended.out
    assert "Traceback" not in ended.err


def test_a_reference_that_is_not_read_may_be_empty(indexed: Runner) -> None:
    grow({"new/x.txt": story("Holm")})
    empty_the_corpus(Path())
    assert indexed("check", "new", "--against", "index", "--scope", "document").code == 0


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        pytest.param({"older/d.txt": story("Lund")}, "", id="both-are-there"),
        pytest.param({"older/d.csv": "1"}, "older", id="one-has-no-document"),
        pytest.param({"olderst/d.txt": story("Lund")}, "older", id="what-only-begins-alike-is-not-it"),
    ],
)
def test_no_part_of_a_reference_may_be_missing(indexed: Runner, files: Tree, missing: str) -> None:
    grow({"older/d.txt": story("Lund"), "new/x.txt": story("Holm")})
    assert indexed("index", "build", "archive", "older", *INDEX).code == 0
    os.remove("older/d.txt")
    grow(files)
    ended = indexed("check", "new", "--against", "index")
    message = "no document of the reference was found (of the corpus of the index in index)"
    assert (ended.code, message in ended.err + ended.out) == ((2, True) if missing else (0, False))
    assert (f"{message}: {missing}" in ended.err + ended.out) == bool(missing)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_the_folder_of_the_index_may_have_any_name(run: Runner) -> None:
    grow({"newslint.toml": SELECT, "new/x.txt": story("Holm", FERRY), **REFERENCE})
    name = os.fsdecode(b"ca\xffche")
    try:
        os.mkdir(name)
    except OSError:
        pytest.skip("the file system takes no such name")
    assert run("index", "build", "archive", "--cache-dir", name).code == 0
    assert run("check", "new", "--against", name, *CONCISE).code == 1


def test_an_index_of_another_version_is_not_used_and_not_changed(indexed: Runner) -> None:
    execute("UPDATE about SET value = '{}' WHERE name = 'made of'")
    grow({"new/x.txt": story("Holm", FERRY)})
    before = Path("index", FILE_NAME).read_bytes()
    ended = indexed("check", "new", "--against", "index", *CONCISE)
    assert ended.code == 1
    assert "new/x.txt:3:1: warning[near-duplicate-paragraph]" in ended.out
    assert "the index in index was made by other versions; its corpus is read anew for this run" in ended.err
    assert Path("index", FILE_NAME).read_bytes() == before


def test_damaged_values_change_nothing(indexed: Runner) -> None:
    grow({"new/x.txt": story("Holm", EDITED)})
    want = found(indexed)
    execute("UPDATE content SET value = x'00'")
    assert found(indexed) == want != []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--staged"], "--staged and --against exclude each other"),
        (["--baseline-from-ref", "HEAD"], "--against and --baseline-from-ref exclude each other"),
        (["--fix"], "--against only reports: nothing can be fixed with it"),
    ],
)
def test_what_it_excludes(indexed: Runner, arguments: list[str], message: str) -> None:
    ended = indexed("check", "new", "--against", "index", *arguments)
    assert ended.code == 2
    assert message in ended.err


def test_standard_input_is_no_reference(run: Runner) -> None:
    ended = run("index", "build", "-", *INDEX)
    assert ended.code == 2
    assert "index build takes no standard input" in ended.err
    assert not Path("index").exists()


@pytest.mark.parametrize("tree", [{"archive/a.csv": "a"}, {}], ids=["no-text", "no-folder"])
def test_no_index_is_made_of_nothing(run: Runner, tree: Tree) -> None:
    grow({"new/x.txt": story("Holm", FERRY), **tree})
    ended = run("index", "build", "archive", *INDEX)
    assert ended.code == 2
    assert "nothing to make an index of" in ended.err
    assert run("check", "new", "--against", "index").code == 2
