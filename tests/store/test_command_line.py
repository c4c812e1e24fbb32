"""The cache on the command line: where it is, when it is made, what is said of it, and `newslint index`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

import pytest

from newslint import caching
from newslint.cli import main
from newslint.store import FILE_NAME, FOLDER_NAME

WIDGET: Final = "Storm reaches the coast\n\nRain fell on the town on Monday.\n\nTT\n20\nShare this\n"
JSON: Final = ["--output-format", "json"]


class Command:
    """Runs command lines in an empty working folder."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capture.readouterr()
        code = main(arguments)
        out, err = self._capture.readouterr()
        return code, out.decode(), err.decode()


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("NEWSLINT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "news").mkdir()
    for number in range(3):
        (tmp_path / f"news/{number}.txt").write_text(f"{WIDGET}Story {number}\n")
    return Command(capsysbinary)


def test_a_small_run_leaves_no_folder_behind(run: Command) -> None:
    assert run("news")[0] == 1
    assert os.listdir() == ["news"]


def test_a_large_run_remembers_beside_the_configuration(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "LEAST_BYTES", 100)
    Path("newslint.toml").write_text("")
    monkeypatch.chdir("news")
    cold, warm = run(".", *JSON), run(".", *JSON)
    assert cold == warm == run(".", "--no-cache", *JSON)
    assert sorted(os.listdir("..")) == [FOLDER_NAME, "news", "newslint.toml"]


FERRY: Final = "The night ferry from Brevik lost {0} men, {0}5 cars and {0}6 bags, its owner operator Nordlin said.\n"


def test_what_was_remembered_without_an_option_is_not_taken_with_it(run: Command) -> None:
    for number in range(3):
        Path(f"news/{number}.txt").write_text(FERRY.format(number * 7 + 2))
    arguments = ["news", "--select", "near-duplicate-paragraph", *JSON, "--config"]
    for number, value in enumerate(["false", "true"]):
        Path(f"{value}.toml").write_text(f"[rules.near-duplicate-paragraph]\nfold-numbers = {value}\n")
        code, out, _ = run(*arguments, f"{value}.toml", "--no-cache")
        assert code == number, "only with it they are the same"
    assert "stands nearly the same elsewhere (here: 9 95 96; there: 2 25 26)" in out
    for value in ("false", "true", "true", "false", "true"):
        alone = run(*arguments, f"{value}.toml", "--no-cache")
        assert run(*arguments, f"{value}.toml", "--cache-dir", "kept") == alone


NOT_USED: Final = [
    pytest.param(["--no-cache"], {}, id="option"),
    pytest.param([], {"NEWSLINT_NO_CACHE": "1"}, id="variable"),
    pytest.param(["--no-cache", "--cache-dir", "kept"], {}, id="beats-a-folder"),
]


@pytest.mark.parametrize(("arguments", "variables"), NOT_USED)
def test_no_cache(
    run: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str]
) -> None:
    monkeypatch.setattr(caching, "LEAST_BYTES", 100)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    run("news", *arguments)
    assert os.listdir() == ["news"]


@pytest.mark.parametrize("is_variable", [False, True])
def test_a_folder_of_ones_own(run: Command, monkeypatch: pytest.MonkeyPatch, is_variable: bool) -> None:
    if is_variable:
        monkeypatch.setenv("NEWSLINT_CACHE_DIR", "kept/here")
    arguments = ["news", *JSON, *([] if is_variable else ["--cache-dir", "kept/here"])]
    assert run(*arguments) == run(*arguments) == run("news", "--no-cache", *JSON)
    assert FILE_NAME in os.listdir("kept/here")


def test_a_cache_inside_of_what_is_read_changes_no_report(run: Command) -> None:
    arguments = [".", "--cache-dir", "news/kept", *JSON]
    assert run(*arguments) == run(*arguments) == run(".", "--no-cache", *JSON)


def test_one_line_says_what_is_wrong(run: Command) -> None:
    want = run("news", "--no-cache", *JSON)
    run("news", "--cache-dir", "kept", *JSON)
    Path("kept", FILE_NAME).write_bytes(b"no database at all")
    code, out, err = run("news", "--cache-dir", "kept", *JSON)
    assert (code, out) == want[:2]
    assert err == "newslint: the cache in kept cannot be used: file is not a database; it is made anew\n"
    assert run("news", "--cache-dir", "kept", *JSON) == want


def test_a_cache_that_cannot_be_made_is_no_failure(run: Command) -> None:
    Path("file").write_text("")
    code, out, err = run("news", "--cache-dir", "file", *JSON)
    assert (code, out) == run("news", "--no-cache", *JSON)[:2]
    assert err == "newslint: the cache in file cannot be used: not a directory; it is not used\n"


def test_fixing_goes_before_remembering(run: Command) -> None:
    run("news", "--cache-dir", "kept")
    Path("news/0.txt").write_text(WIDGET.replace("Monday.", "Monday.  "))
    code, out, _ = run("news", "--fix", "--cache-dir", "kept", *JSON)
    assert code == 1
    assert json.loads(out)["findings"] == json.loads(run("news", "--no-cache", *JSON)[1])["findings"]


def test_index(run: Command) -> None:
    missing = f"newslint: there is no cache in {os.path.realpath(FOLDER_NAME)}; newslint index build makes one\n"
    assert run("index", "status") == run("index", "verify") == (2, "", missing)
    code, out, err = run("index", "build", "news")
    assert (code, err) == (0, "")
    assert "9 entries" in out
    assert run("index", "status") == (code, out, err)
    assert "9 entries are sound, 0 are damaged" in run("index", "verify")[1]
    assert run("index", "clear")[0] == 0
    assert os.listdir() == ["news"]
    assert "there is no cache" in run("index", "clear")[1]


def test_clearing_a_folder_that_is_no_cache_says_so_and_leaves_it(run: Command) -> None:
    os.mkdir("empty")
    for folder in ("news", "empty"):
        before = sorted(os.listdir(folder))
        assert run("index", "clear", "--cache-dir", folder) == (0, f"{folder}: there is no cache\n", "")
        assert sorted(os.listdir(folder)) == before


def test_index_takes_paths_to_build_from_only(run: Command) -> None:
    code, _, err = run("index", "clear", "news")
    assert code == 2
    assert "index clear takes no path" in err


def test_verify_tells_damage(run: Command) -> None:
    import sqlite3

    run("index", "build", "news", "--cache-dir", "kept")
    with sqlite3.connect(f"kept/{FILE_NAME}") as connection:
        connection.execute("UPDATE content SET value = x'00' WHERE row = 2")
    connection.close()
    code, out, _ = run("index", "verify", "--cache-dir", "kept")
    assert (code, "8 entries are sound, 1 are damaged" in out) == (2, True)
