"""What the hooks cost: `python -m bench.hook` (4,000 documents, 5 of them staged; `--corpus PATH`: texts of one's own).

A repository is made, five of its documents are changed and staged, and the commands of the hooks are run as pre-commit
runs them, without what pre-commit itself costs: CPU seconds of the whole command with its workers.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from bench.seed_corpus import documents, make_corpus
from bench.speed import as_installed
from bench.store import CHANGED, PROGRAM, change, lines_of, texts_of

BYTES_A_DOCUMENT: Final = 8_000
"""Of the documents that are made: more than enough, as only so many are taken as are asked for."""
GIT: Final = ("git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "-c", "core.autocrlf=false")


def git(folder: Path, *arguments: str) -> list[str]:
    """The lines that a git command prints.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    ended = subprocess.run([*GIT, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return ended.stdout.splitlines()


def cost(folder: Path, *arguments: str) -> tuple[float, bytes]:
    """CPU seconds of a newslint command, and what it printed.

    Raises:
        RuntimeError: the command could not do it.
    """
    before = os.times()
    command = [*PROGRAM, "check", "--force-exclude", *arguments]
    ended = subprocess.run(command, cwd=folder, capture_output=True, env=as_installed())
    after = os.times()
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr.decode())
    return sum(after[2:4]) - sum(before[2:4]), ended.stdout


def measure(folder: Path, runs: int) -> Iterator[str]:
    """The lines of the table, one by one."""
    git(folder, "init", "--quiet")
    (folder / "newslint.toml").write_text('corpus = ["corpus"]\n', encoding="utf-8")
    (folder / ".gitignore").write_text(".newslint_cache/\n", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "a corpus")
    change(folder / "corpus")
    git(folder, "add", "--all")
    names = git(folder, "diff", "--cached", "--name-only")
    corpus = ("--scope", "corpus", "--staged")
    document, _ = min(cost(folder, "--scope", "document", *names) for _ in range(runs))
    yield f"newslint: {len(names)} files                     {document:8.2f} s"
    without, expected = cost(folder, *corpus, "--no-cache")
    yield f"newslint-corpus: without a cache      {without:8.2f} s"
    cold, first = cost(folder, *corpus)
    yield f"newslint-corpus: cold                 {cold:8.2f} s"
    warm, second = min(cost(folder, *corpus) for _ in range(runs))
    yield f"newslint-corpus: warm                 {warm:8.2f} s"
    yield f"reports                               {'the same' if expected == first == second else 'DIFFERENT':>10}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=int, nargs="?", default=4_000)
    parser.add_argument("--corpus", type=Path, help="texts to take in place of made ones (JSON Lines, or a folder)")
    parser.add_argument("--runs", type=int, default=3, help="the least of so many is shown [3]")
    options = parser.parse_args(argv)
    folder = Path(tempfile.mkdtemp(prefix="newslint-bench-"))
    try:
        (folder / "corpus").mkdir()
        made = documents(("en",), options.documents * BYTES_A_DOCUMENT, 0.02, 0.05)
        texts = list(islice(texts_of(options.corpus) if options.corpus else made, options.documents))
        make_corpus(folder / "corpus", "text", iter(texts))
        paragraphs, size = sum(map(lines_of, texts)), sum(len(text.encode()) for text in texts)
        print(f"{len(texts):,} documents, {paragraphs:,} paragraphs, {size / 1e6:.1f} MB, {CHANGED} of them staged")
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
        for line in measure(folder, options.runs):
            print(line, flush=True)
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
