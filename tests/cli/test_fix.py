"""`newslint fix`, `check --fix` and what goes with them: exit codes, what is written, what is said."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from .command_line import CLEAN, CONCISE, Runner, Tree, grow

TOP = f"Storm reaches the coast\n\n{CLEAN}"
DIRTY = f"{TOP}\nThe ferries stay in port.\u00a0 \n"
FIXED = f"{TOP}\nThe ferries stay in port.\n"
UNSAFE = f"{TOP}Read\u00a0 on Tuesday.\n"
BOTH = f"{TOP}\nThe ferries stay\u00a0 in port.\u00a0 \n"


PACKED = gzip.compress(DIRTY.encode(), mtime=0)


def case(name: str, arguments: str, code: int, before: str | bytes, after: str | bytes, **others: str) -> object:
    """A command line over one document, its exit code, and the document after it."""
    return pytest.param(arguments.split(), code, before, after, others, id=name)


IGNORING = '[per-file-ignores]\n"a.*" = ["whitespace"]\n'

CASES = [
    case("clean", "check --fix", 0, FIXED, FIXED),
    case("check-never-writes", "check", 1, DIRTY, DIRTY),
    case("all-fixed", "check --fix", 0, DIRTY, FIXED),
    case("fix-command", "fix", 0, DIRTY, FIXED),
    case("named-file", "fix a.txt", 0, DIRTY, FIXED),
    case("unsafe-is-not-asked-for", "fix", 1, UNSAFE, UNSAFE),
    case("exit-zero", "fix --exit-zero", 0, UNSAFE, UNSAFE),
    case("unsafe", "fix --unsafe-fixes", 0, UNSAFE, UNSAFE.replace("\u00a0 ", " ")),
    case("non-zero-on-fix", "fix --exit-non-zero-on-fix", 1, DIRTY, FIXED),
    case("zero-without-fix", "fix --exit-non-zero-on-fix", 0, FIXED, FIXED),
    case("fix-only", "check --fix-only", 0, BOTH, BOTH.replace(".\u00a0 ", ".")),
    case("fix-only-non-zero", "fix --fix-only --exit-non-zero-on-fix", 1, DIRTY, FIXED),
    case("diff", "check --diff", 1, DIRTY, DIRTY),
    case("diff-without-a-change", "fix --diff", 0, UNSAFE, UNSAFE),
    case("not-fixable", "fix --fixable nbsp", 1, DIRTY, DIRTY),
    case("fixable-family", "fix --fixable nbsp,whitespace", 0, DIRTY, FIXED),
    case("unfixable", "fix --unfixable trailing-whitespace", 1, DIRTY, DIRTY),
    case("configured-unfixable", "fix", 1, DIRTY, DIRTY, config='unfixable = ["whitespace"]\n'),
    case("ignored-rules-fix-nothing", "fix --ignore whitespace", 0, DIRTY, DIRTY),
    case("unselected-rules-fix-nothing", "fix --select nbsp", 0, DIRTY, DIRTY),
    case("silent-rules-fix-nothing", "fix", 0, DIRTY, DIRTY, config=IGNORING),
    case("missing-file-beside", "fix a.txt b.txt", 2, DIRTY, FIXED),
    case("how-without-what", "check --unsafe-fixes", 2, DIRTY, DIRTY),
    case("unknown-rule", "fix --fixable whitspace", 2, DIRTY, DIRTY),
    case("standard-input", "fix -", 2, DIRTY, DIRTY),
    case("no-text", "fix", 2, PACKED, PACKED),
]


EMPTY = ["select", "fixable", "out", "against", "baseline", "config", "cache-dir", "text-field", "encoding", "include"]


@pytest.mark.parametrize("option", [*EMPTY, "stdin-filename"])
def test_an_empty_value_is_wrong_use(run: Runner, option: str) -> None:
    """As of a variable that nobody has set: the run would seem clean, or write over the originals."""
    grow({"a.txt": DIRTY})
    code, out, err = run("fix", f"--{option}", "")
    assert (code, out) == (2, "")
    assert err.startswith(f"newslint: Invalid value for '--{option}': no")
    assert "is a variable empty?" in err
    assert Path("a.txt").read_text() == DIRTY
    assert run("fix", "--ignore", "", "--extend-select", "", "--unfixable", "", "--diff").code == 1


@pytest.mark.parametrize(("arguments", "code", "before", "after", "others"), CASES)
def test_exit_code_and_file(
    run: Runner, arguments: list[str], code: int, before: str | bytes, after: str | bytes, others: dict[str, str]
) -> None:
    tree: Tree = {"a.txt": before, **({"newslint.toml": others["config"]} if others else {})}
    grow(tree)
    assert run(*arguments, *CONCISE).code == code
    assert Path("a.txt").read_bytes() == (after.encode() if isinstance(after, str) else after)
    assert sorted(map(str, Path().iterdir())) == sorted(tree)


def test_a_copy_in_another_document_stays(run: Runner) -> None:
    grow({"a.txt": DIRTY, "b.txt": DIRTY})
    assert run("fix", "--unsafe-fixes", "--select", "trailing-whitespace,duplicate", *CONCISE).code == 1
    assert Path("a.txt").read_bytes() == Path("b.txt").read_bytes() == FIXED.encode()


def test_a_packed_file_is_named_and_stays(run: Runner) -> None:
    grow({"a.txt.gz": PACKED})
    ended = run("fix")
    assert ended.code == 1
    assert "a .gz file is not fixed in place; --out DIR writes a fixed copy: a.txt.gz" in ended.out
    assert Path("a.txt.gz").read_bytes() == PACKED


def test_what_a_baseline_holds_is_not_offered_to_be_fixed(run: Runner) -> None:
    grow({"a.txt": BOTH})
    assert "1 can be fixed with newslint fix, 1 more with --unsafe-fixes" in run(".").out
    run("baseline", "create", ".", "--baseline", "known.json")
    assert "can be fixed" not in run(".", "--baseline", "known.json").out


def test_the_report_shows_what_is_left(run: Runner) -> None:
    grow({"a.txt": BOTH})
    ended = run("fix")
    assert ended.code == 1
    assert ended.out.startswith("Fixed 1 finding (1 trailing-whitespace) in 1 file\n  a.txt: 1 trailing-whitespace\n\n")
    assert "nbsp" in ended.out
    assert ended.out.splitlines()[-3:] == [
        "Fixed 1 finding (1 trailing-whitespace)",
        "1 finding (1 warning) in 1 checked file",
        "1 can be fixed with newslint fix --unsafe-fixes",
    ]


def test_programs_get_their_report_alone(run: Runner) -> None:
    grow({"a.txt": BOTH})
    ended = run("fix", "--output-format", "json")
    report = json.loads(ended.out)
    assert [finding["rule"] for finding in report["findings"]] == ["nbsp"]
    assert report["summary"]["fixed"] == {"trailing-whitespace": 1}
    assert ended.err.startswith("Fixed 1 finding")


def test_a_long_list_of_files_is_cut(run: Runner) -> None:
    grow({f"{number}.txt": DIRTY.replace("Storm", f"Storm {number}") for number in range(5)})
    lines = run("fix", "--select", "whitespace", "--max-shown", "2").out.splitlines()
    assert lines[1:4] == ["  0.txt: 1 trailing-whitespace", "  1.txt: 1 trailing-whitespace", "  and 3 more files"]


def test_only_fixing_says_what_it_did(run: Runner) -> None:
    grow({"a.txt": BOTH})
    assert (
        run("fix", "--fix-only").out
        == "Fixed 1 finding (1 trailing-whitespace) in 1 file\n  a.txt: 1 trailing-whitespace\n"
    )
    assert run("check", "--fix-only").out == "Nothing to fix\n"


def test_a_diff_goes_to_standard_output_alone(run: Runner) -> None:
    grow({"a.txt": BOTH, "b.txt.gz": gzip.compress(DIRTY.encode())})
    ended = run("fix", "--diff", "--unsafe-fixes")
    assert ended.code == 1
    assert ended.out.splitlines()[:2] == ["--- a.txt", "+++ a.txt"]
    assert ended.out.splitlines()[-2:] == ["-The ferries stay\\xa0 in port.\\xa0 ", "+The ferries stay in port."]
    assert "b.txt.gz" in ended.err
    assert ended.err.endswith("Would fix 2 findings (1 nbsp, 1 trailing-whitespace) in 1 file\n")


def test_a_diff_of_a_record_shows_its_text(run: Runner) -> None:
    grow({"a.jsonl": json.dumps({"text": CLEAN}) + "\n" + json.dumps({"text": "It rains.  \nMore on Friday."}) + "\n"})
    assert run("fix", "--diff").out.splitlines() == [
        *("--- a.jsonl:2", "+++ a.jsonl:2", "@@ -1,2 +1,2 @@", "-It rains.  ", "+It rains.", " More on Friday."),
        "\\ No newline at end of file",
    ]


def test_a_diff_cannot_steer_the_terminal(run: Runner) -> None:
    grow({"a.txt": f"{CLEAN}##[group]x\x1b]0;owned\x07\u202e::error::\x9b  \n::error::\x00\n".replace("\x00", "\x01")})
    out = run("fix", "--diff").out
    assert out
    assert not set(out) & set("\x1b\x07\x9b\u202e\x01\r")
    assert "##[" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_a_diff_can_go_to_a_file(run: Runner) -> None:
    grow({"a.txt": DIRTY})
    assert run("fix", "--diff", "--output-file", "a.diff").out == ""
    assert Path("a.diff").read_text(encoding="utf-8").startswith("--- a.txt\n")


def test_standard_input_can_be_shown_as_a_diff(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DIRTY.encode())))
    ended = run("fix", "--diff", "-")
    assert ended.code == 1
    assert ended.out.startswith("--- <stdin>\n")


def test_copies_go_to_a_new_folder(run: Runner) -> None:
    grow({"news/a/b.txt": DIRTY, "news/c.txt.gz": gzip.compress(DIRTY.encode()), "news/d.txt": FIXED})
    ended = run("fix", "news", "--out", "clean", "--scope", "document")
    assert ended.code == 0
    assert Path("news/a/b.txt").read_bytes() == DIRTY.encode()
    assert Path("clean/a/b.txt").read_bytes() == FIXED.encode()
    assert gzip.decompress(Path("clean/c.txt.gz").read_bytes()) == FIXED.encode()
    assert Path("clean/d.txt").read_bytes() == FIXED.encode()
    assert "newslint: fixed copies are in clean; the places reported are theirs\n" in ended.err


def test_copies_of_several_folders_keep_them_apart(run: Runner) -> None:
    grow({"one/a.txt": DIRTY, "two/a.txt": FIXED})
    run("fix", "one", "two/a.txt", "--out", "clean")
    assert sorted(str(path) for path in Path("clean").rglob("*.txt")) == ["clean/one/a.txt", "clean/two/a.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["news", "--out", "full"], "full is not empty", id="not-empty"),
        pytest.param(["news", "--out", "news/clean"], "lies inside of what is read", id="inside"),
        pytest.param(["--out", "clean"], "lies inside of what is read", id="inside-the-working-folder"),
        pytest.param(["news", "--out", "news"], "is not empty", id="the-originals"),
        pytest.param(["news", "--out", "file"], "cannot be used", id="a-file"),
        pytest.param(["-", "--out", "clean"], "standard input is not a file", id="standard-input"),
    ],
)
def test_copies_go_nowhere_else(run: Runner, arguments: list[str], message: str) -> None:
    grow({"news/a.txt": DIRTY, "full/b": "", "file": ""})
    ended = run("fix", *arguments)
    assert ended.code == 2
    assert message in ended.err
    assert Path("news/a.txt").read_bytes() == DIRTY.encode()
    assert not Path("clean").exists()


def test_a_write_that_fails_is_exit_2(run: Runner) -> None:
    grow({"a.txt": DIRTY})
    Path("a.txt").chmod(0o444)
    ended = run("fix", *CONCISE)
    assert ended.code == 2
    assert "not fixed: it is read-only: a.txt\n" in ended.err


def test_both_commands_have_the_same_options(run: Runner) -> None:
    check, fix = (run(command, "--help").out for command in ("check", "fix"))
    assert "--unsafe-fixes" in fix
    assert [line for line in fix.splitlines() if line.startswith("  -")] == [
        line for line in check.splitlines() if line.startswith("  -")
    ]


@pytest.mark.parametrize("arguments", ["fix", "fix --fix-only", "check --fix"])
def test_unfinished_files_of_a_killed_run_are_removed_and_that_is_said(run: Runner, arguments: str) -> None:
    pytest.importorskip("fcntl")
    grow({"a.txt": FIXED, ".0123456789abcdef.newslint-tmp": "half"})
    ended = run(*arguments.split())
    assert ended.code == 0
    assert ended.out.count("Removed 1 unfinished file of a run that was killed\n") == 1
    assert not Path(".0123456789abcdef.newslint-tmp").exists()
