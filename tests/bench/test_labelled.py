import json
from pathlib import Path

import pytest
from bench.labelled import Score, score

from newslint.packs import load_rules

RULES = tuple(load_rules().values())


def item(text: str, label: str, *fits: str) -> dict[str, object]:
    return {"text": text, "rule": "a", "label": label, "fits": fits, "lang": "en"}


@pytest.mark.parametrize(
    ("given", "found", "accused"),
    [
        pytest.param(item("The ferry sails at nine.", "ok"), 0, 0, id="right"),
        pytest.param(item("The ferry sails at nine.", "defect", "residue"), 0, 0, id="missed"),
        pytest.param(item("The ferry sails at nine.\n\nShare this:\n", "defect", "residue"), 1, 0, id="by family"),
        pytest.param(item("The ferry sails at nine.\n\nShare this:\n", "defect", "share-bar"), 1, 0, id="by rule"),
        pytest.param(item("The ferry sails at nine.\n\nShare this:\n", "defect", "mojibake"), 0, 0, id="another rule"),
        pytest.param(item("The ferry sails at nine.\n\nShare this:\n", "ok"), 0, 1, id="accused"),
        pytest.param(item("The ferry\u2028sails at\x85nine.\n\nShare this:\n", "ok"), 0, 1, id="separators inside"),
    ],
)
def test_items_are_scored(given: dict[str, object], found: int, accused: int, tmp_path: Path) -> None:
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps(given, ensure_ascii=False) + "\n\n", encoding="utf-8")
    scored = score(path, RULES)["a"]
    assert isinstance(scored, Score)
    assert (scored.found, len(scored.accused)) == (found, accused)
