import json
from pathlib import Path

import pytest
from bench.json_lines import objects, text_of
from bench.labelled import items
from bench.news_texts import texts_below
from bench.store import texts_of

GOOD = json.dumps({"text": "The ferry\u2028sails at nine.\x85"}, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("data", "lines", "said"),
    [
        pytest.param(b"", [], "", id="empty"),
        pytest.param(GOOD, [1], "", id="no line end"),
        pytest.param(b"\n" + GOOD + b"\r\n \n" + GOOD + b"\n", [2, 4], "", id="blank lines"),
        pytest.param(
            GOOD + b"\n{broken\n" + GOOD, [1, 3], "a.jsonl: lines left out that hold no JSON object: 1\n", id="cut"
        ),
        pytest.param(b"[]\n3\n\xff\n", [], "a.jsonl: lines left out that hold no JSON object: 3\n", id="no objects"),
        pytest.param(b"[" * 200_000, [], "a.jsonl: lines left out that hold no JSON object: 1\n", id="deep"),
    ],
)
def test_what_is_no_object_is_left_out_and_counted(
    data: bytes, lines: list[int], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    ways = (
        [number for number, _ in objects(path)],
        [document.ref.record for _, document in items(path)],
    )
    assert ways == (lines, lines)
    assert list(texts_below(str(tmp_path), "text")) == list(texts_of(path)) == [json.loads(GOOD)["text"]] * len(lines)
    assert capsys.readouterr().err == 4 * said


@pytest.mark.parametrize("value", [None, 3, ["a"], {}])
def test_what_is_no_text_is_an_empty_one(value: object) -> None:
    assert text_of({"text": value}, "text") == text_of({}, "text") == ""
