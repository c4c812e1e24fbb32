"""What remembering costs and saves: `python -m bench.store 60000` (paragraphs; `--corpus PATH`: texts of one's own).

A corpus of text files is checked without a cache, cold, warm, and warm after five of its files were changed: CPU
seconds of the whole command with its workers, the size of the store, and whether the reports are the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench.json_lines import objects, text_of
from bench.seed_corpus import documents, make_corpus
from bench.speed import as_installed

CHANGED: Final = 5
PROGRAM: Final = (sys.executable, "-c", "import sys; from newslint.cli import main; sys.exit(main())")
BYTES_A_PARAGRAPH: Final = 330
"""Of the corpus that is made; only its size is guessed by this."""


class Run(NamedTuple):
    """One command: CPU seconds with its workers, and its report."""

    cpu_s: float
    report: bytes


def checked(folder: Path, *options: str) -> Run:
    """`newslint` over the corpus in `folder`.

    Raises:
        RuntimeError: the command could not do it.
    """
    before = os.times()
    command = [*PROGRAM, "check", "corpus", "--output-format", "json", *options]
    ended = subprocess.run(command, cwd=folder, capture_output=True, env=as_installed())
    after = os.times()
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())
    return Run(sum(after[2:4]) - sum(before[2:4]), ended.stdout)


def texts_of(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file, or of the .txt files in a folder."""
    if path.is_dir():
        yield from (file.read_text(encoding="utf-8", errors="replace") for file in sorted(path.rglob("*.txt")))
        return
    yield from (text_of(found, "text") for _, found in objects(path))


def cut(texts: Iterator[str], paragraphs: int) -> Iterator[str]:
    """So many of the texts that together they hold about `paragraphs` lines."""
    for text in texts:
        yield text
        paragraphs -= lines_of(text)
        if paragraphs <= 0:
            return


def lines_of(text: str) -> int:
    """Lines that are not blank."""
    return sum(1 for line in text.splitlines() if line.strip())


def change(folder: Path) -> None:
    """Puts a new sentence into five of the files."""
    files = sorted(folder.rglob("*.txt"))
    for number in range(CHANGED):
        with files[number * len(files) // CHANGED].open("a", encoding="utf-8") as file:
            file.write(f"\nThe council met again on day {number} and put off the vote on the harbour wall.\n")


def measure(folder: Path, paragraphs: int, jobs: str) -> Iterator[str]:
    """The lines of the table, one by one."""
    common = ("--jobs", jobs)
    without, cold, warm = checked(folder, "--no-cache", *common), checked(folder, *common), checked(folder, *common)
    yield f"without a cache            {without.cpu_s:8.2f} s"
    yield f"cold                       {cold.cpu_s:8.2f} s"
    yield f"warm, nothing changed      {warm.cpu_s:8.2f} s"
    change(folder / "corpus")
    edited, want = checked(folder, *common), checked(folder, "--no-cache", *common)
    yield f"warm, {CHANGED} files changed      {edited.cpu_s:8.2f} s"
    again = checked(folder, *common)
    yield f"the same again             {again.cpu_s:8.2f} s"
    same = without.report == cold.report == warm.report and edited.report == again.report == want.report
    yield f"reports                    {'the same' if same else 'DIFFERENT':>10}"
    size = sum(file.stat().st_size for file in (folder / ".newslint_cache").iterdir())
    yield f"store                      {size / paragraphs:8.0f} bytes a paragraph"
    document = ("--scope", "document", *common)
    yield f"document rules, no cache   {checked(folder, '--no-cache', *document).cpu_s:8.2f} s"
    yield f"document rules, warm       {checked(folder, *document).cpu_s:8.2f} s"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paragraphs", type=int, nargs="?", default=60_000)
    parser.add_argument("--corpus", type=Path, help="texts to take in place of made ones (JSON Lines, or a folder)")
    parser.add_argument("--jobs", default="1")
    options = parser.parse_args(argv)
    folder = Path(tempfile.mkdtemp(prefix="newslint-bench-"))
    try:
        (folder / "corpus").mkdir()
        made = documents(("en",), options.paragraphs * BYTES_A_PARAGRAPH * 2, 0.02, 0.05)
        texts = list(cut(texts_of(options.corpus) if options.corpus else made, options.paragraphs))
        make_corpus(folder / "corpus", "text", iter(texts))
        paragraphs, size = sum(map(lines_of, texts)), sum(len(text.encode()) for text in texts)
        print(f"{len(texts):,} files, {paragraphs:,} paragraphs, {size / 1e6:.1f} MB, --jobs {options.jobs}")
        for line in measure(folder, paragraphs, options.jobs):
            print(line, flush=True)
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
