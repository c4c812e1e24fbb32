"""That the speed bench runs and its corpus is always the same; what it measures is looked at by people only."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
if not (ROOT / "seeds").is_dir():
    pytest.skip("the seeds are not part of a source distribution", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from bench.seed_corpus import LANGUAGES, documents, make_corpus, source  # noqa: E402


def test_same_arguments_make_the_same_corpus_of_the_asked_size() -> None:
    first, again = (list(documents(["en", "ar"], 200_000, 0.02, 0.1)) for _ in range(2))
    assert first == again
    assert 200_000 <= sum(len(text.encode()) for text in first) < 220_000
    assert len(set(first)) > 0.9 * len(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_texts_paragraphs_and_words(language: str) -> None:
    made = source(language)
    assert made.whole
    assert len(made.paragraphs) >= 5
    assert len(made.words) >= 20


def test_clean_paragraphs_are_clean() -> None:
    paragraphs = [paragraph for language in LANGUAGES for paragraph in source(language).paragraphs]
    assert not [paragraph for paragraph in paragraphs if set(paragraph) & set("\ufffd\u200b\u202e\u00ad")]


def test_a_corpus_is_files_or_records(tmp_path: Path) -> None:
    texts = list(islice(documents(["tr"], 1_000_000, 0.0, 0.0), 3))
    for shape in ("text", "jsonl"):
        (tmp_path / shape).mkdir()
        make_corpus(tmp_path / shape, shape, iter(texts))
    assert sorted(path.read_text(encoding="utf-8") for path in (tmp_path / "text").rglob("*.txt")) == sorted(texts)
    lines = (tmp_path / "jsonl" / "corpus.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == texts


def test_bench_prints_and_writes_every_stage(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.speed", "0.05", "--shape", "jsonl", "--json", str(tmp_path / "speed.json")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    written = json.loads((tmp_path / "speed.json").read_text(encoding="utf-8"))
    stages = [stage["stage"] for stage in written["corpora"]["jsonl, en"]["stages"]]
    assert len(stages) == 6
    assert all(stage in ended.stdout for stage in stages)
    assert {"cores", "python", "versions"} <= written["machine"].keys()
