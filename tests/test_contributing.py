"""CONTRIBUTING.md tells the architecture as it is, and its examples are rules."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

import newslint
from newslint import PARAGRAPH, Article, Block, Document, DocumentRef, parse_pattern_rule
from newslint.engine import check_documents
from newslint.reading.segment import segment

ROOT: Final = Path(__file__).parents[1]
HEADLINE: Final = "Night Ferry To The Islands Returns In {}"
CONTRIBUTING: Final = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", newslint.__all__)
def test_public_name_stands_in_contributing(name: str) -> None:
    assert f"`{name}`" in CONTRIBUTING


def test_layers_stand_in_contributing_in_their_order() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (layers,) = (contract["layers"] for contract in settings["contracts"] if contract["type"] == "layers")
    real = [name for layer in layers for name in re.findall(r"[\w.]+", re.sub(r"\(.*?\)", "", layer))]
    table = [line.split("|")[1] for line in CONTRIBUTING.splitlines() if line.startswith("| `")]
    told = [name for cell in table for name in re.findall(r"`([\w.]+)`", cell)]
    assert [name for name in told if name in real] == real


def test_examples_in_contributing_are_rules() -> None:
    names: dict[str, Any] = {"__name__": "example"}
    for code in re.findall(r"^```python\n(.*?)^```$", CONTRIBUTING, re.MULTILINE | re.DOTALL):
        exec(compile(code, "CONTRIBUTING.md", "exec", dont_inherit=True), names)
    rule, text = names["EndlessParagraph"](max_length=9), "Ten to one.\n"
    document = Document(DocumentRef("a.txt"), text, (Article((Block(PARAGRAPH, 0, 11, text[:-1]),)),))
    assert [finding.location.span for finding in rule.check(document)] == [(0, 11)]
    texts = [f"{HEADLINE.format(month)}\n\nIn {month} it sails again.\n" for month in ("May", "March")]
    documents = [Document(DocumentRef(f"{n}.txt"), text, segment(text)) for n, text in enumerate(texts)]
    (found,) = check_documents(documents, [names["SharedHeadline"]()])
    assert (found.location.ref.path, found.related[0].location.ref.path) == ("1.txt", "0.txt")
    pattern, *_ = re.findall(r"^```toml\n(.*?)^```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    assert parse_pattern_rule("comment-prompt", pattern, "CONTRIBUTING.md").phrases
