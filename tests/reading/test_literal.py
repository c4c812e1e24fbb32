from __future__ import annotations

import json
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Span
from newslint.reading import literal as module
from newslint.reading.literal import MAX_DEPTH, Literal, find_literal, too_deep

TEXTS = st.text(st.sampled_from('ab "\\/\n\té漢😀\ud83d\ude00\udc80'), max_size=20)


@given(TEXTS, TEXTS, st.booleans())
def test_each_offset_leads_to_the_character_in_the_literal(before: str, text: str, ascii_only: bool) -> None:
    line = json.dumps({before: [before, {"text": before}], "text": text}, ensure_ascii=ascii_only)
    value = json.loads(line)["text"]
    span = find_literal(line, ("text",))
    literal = Literal(line, span)
    offsets = [literal.raw_offset(offset) for offset in range(len(value) + 1)]
    assert (offsets[0], offsets[-1]) == span
    assert [json.loads(f'"{line[a:b]}"') for a, b in pairwise(offsets)] == list(value)


@given(TEXTS, TEXTS, st.booleans(), st.data())
def test_an_edit_changes_its_span_only(text: str, new: str, ascii_only: bool, data: st.DataObject) -> None:
    line = json.dumps({"id": 1.50, "text": text, "z": "end"}, ensure_ascii=ascii_only)
    value = json.loads(line)["text"]
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    literal = Literal(line, find_literal(line, ("text",)))
    changed = literal.rewritten([(Span(start, end), new)], "utf-8")
    wanted = json.loads(json.dumps(value[:start] + new + value[end:]))
    assert json.loads(json.dumps(json.loads(changed)["text"])) == wanted
    assert changed.startswith(line[: literal.raw_offset(start)])
    assert changed.endswith(line[literal.raw_offset(end) :])


def _object(members: list[tuple[str, str]]) -> str:
    return "{" + ", ".join(f'"{key}": {value}' for key, value in members) + "}"


KEYS = st.sampled_from(["text", "te\\u0078t", "x", ', \\"text', "{", '\\"text\\": \\"'])
LEAVES = st.sampled_from(['"text"', '"\\"text\\":"', '"one"', "1", '"{"'])
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda values: f"[{','.join(values)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=2).map(_object)
    ),
    max_leaves=4,
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=5).map(_object))
def test_what_is_told_without_parsing_is_what_parsing_tells(line: str) -> None:
    record = json.loads(line)
    if isinstance(record.get("text"), str):
        plain = find_literal(line, ("text",))
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(module, "_plain_place", lambda *_: -1)
            assert plain == find_literal(line, ("text",))


@pytest.mark.parametrize(
    ("line", "path", "literal"),
    [
        pytest.param('{"text":"one"}', ["text"], "one", id="plain"),
        pytest.param(' { "a" : {"text": "no"} , "text" : "yes" } ', ["text"], "yes", id="spaces, and an inner one"),
        pytest.param('{"text": "old", "text": "new"}', ["text"], "new", id="of equal keys the last"),
        pytest.param('{"a": {"b": "x"}, "a": {"b": "y", "b": "z"}}', ["a", "b"], "z", id="on every level"),
        pytest.param('{"te\\u0078t": "escaped key"}', ["text"], "escaped key", id="a key with escapes"),
        pytest.param('{"text": "one", "te\\u0078t": "two"}', ["text"], "two", id="twice, once with escapes"),
        pytest.param(
            '{"m": {"a/b": "no"}, "a\\/b": "yes"}', ["a/b"], "yes", id="one further inside, the other escaped"
        ),
        pytest.param('{"été": "one", "\\u00e9t\\u00e9": "two"}', ["été"], "two", id="an accent, once with escapes"),
        pytest.param('{"текст": "one", "\\u0442екст": "two"}', ["текст"], "two", id="a letter, once with escapes"),
        pytest.param('{"a/b": "one", "a\\/b": "two"}', ["a/b"], "two", id="twice, once with an escaped slash"),
        pytest.param('{"a\\":": 1, "a\\\\": "two"}', ["a\\"], "two", id="a key that ends in a backslash"),
        pytest.param('{"x": "text", "te\\u0078t": "one"}', ["text"], "one", id="a value that says so"),
        pytest.param('{"x\\"text": "no", "text": "yes"}', ["text"], "yes", id="the end of another key"),
        pytest.param('{"x": ["text", {"text": "no"}], "text": "yes"}', ["text"], "yes", id="in a list"),
        pytest.param('{"x": ", \\"text\\": no", "text": "yes"}', ["text"], "yes", id="inside a string"),
        pytest.param('{"n": [1, -2.5e3, NaN, true, null, {}], "text": ""}', ["text"], "", id="other values"),
    ],
)
def test_where_the_literal_stands(line: str, path: list[str], literal: str) -> None:
    span = find_literal(line, path)
    assert line[span.start : span.end] == literal


@pytest.mark.parametrize(
    ("line", "new", "encoding", "written"),
    [
        pytest.param('{"text": "a-é"}', "ü", "utf-8", "ü", id="raw where the literal is raw"),
        pytest.param('{"text": "a-\\u00e9"}', "ü", "utf-8", "\\u00fc", id="escaped where it is escaped"),
        pytest.param('{"text": "a-é"}', "漢", "cp1252", "\\u6f22", id="escaped where the encoding has it not"),
        pytest.param('{"text": "a-é\\/"}', 'x/"\n', "utf-8", 'x\\/\\"\\n', id="slashes as the literal has them"),
        pytest.param('{"text": "a-é"}', "\ud800", "utf-8", "\\ud800", id="half a pair is always escaped"),
    ],
)
def test_new_text_is_escaped_as_the_old(line: str, new: str, encoding: str, written: str) -> None:
    changed = Literal(line, find_literal(line, ("text",))).rewritten([(Span(0, 1), new)], encoding)
    assert changed == line.replace("a-", written + "-")


def test_depth() -> None:
    assert too_deep("[" * MAX_DEPTH) is None
    assert too_deep('{"text": "' + "[" * 1000 + '"}') is None
    assert too_deep("[]" * 1000) is None
    assert too_deep('["[", ' + "[" * MAX_DEPTH) == MAX_DEPTH + 5
    assert too_deep('{"a \\" [": ' + "[" * MAX_DEPTH) == MAX_DEPTH + 10


def test_depth_is_told_in_no_memory_of_its_own() -> None:
    line = '{"text": "' + "[ a letter " * 10_000 + '"}'
    tracemalloc.start()
    try:
        assert too_deep(line) is None
        assert tracemalloc.get_traced_memory()[1] < 1 << 14
    finally:
        tracemalloc.stop()
