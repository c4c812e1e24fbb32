from __future__ import annotations

import json

import pytest

from newslint.document import Document, DocumentRef, Metadata, Span
from newslint.reading import ReadingOptions, document_of

REF = DocumentRef("news.jsonl", 7)


def record(line: str | bytes, **options: object) -> Document:
    raw = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
    return document_of(REF, raw, ReadingOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param('{"text": "Rain"}', "Rain", id="text"),
        pytest.param('{"maintext": "d", "body": "b", "content": "c"}', "c", id="the first name in order"),
        pytest.param('{"text": null, "content": "c"}', "c", id="null gives way"),
        pytest.param('{"text": "", "content": "c"}', "c", id="an empty one gives way"),
        pytest.param('{"text": " \\n", "content": "c"}', "c", id="blanks give way"),
        pytest.param('{"text": "\\u200b\\u00a0", "content": "c"}', "c", id="invisible characters give way"),
        pytest.param('{"text": "&nbsp;", "content": "c"}', "&nbsp;", id="what is written out stays"),
        pytest.param('{"text": ""}', "", id="nothing but an empty one"),
        pytest.param('{"text": null, "content": "", "body": " "}', "", id="the first of those that show nothing"),
        pytest.param('{"text": "a", "text": "b"}', "b", id="of equal keys the last"),
        pytest.param('{"text": "x\\ud800y\\n\\u00e9"}', "x\ud800y\né", id="half a pair stays"),
        pytest.param('{"text": "a", "score": NaN}', "a", id="NaN elsewhere is borne with"),
        pytest.param(' {"text": "a"}\t', "a", id="space around"),
    ],
)
def test_text(line: str, text: str) -> None:
    document = record(line)
    assert (document.text, document.defect, document.ref) == (text, "", REF)
    assert bool(document.articles) == bool(text)


PART = "not valid JSON: a part of an array; write one object on each line (jq -c '.[]')"


@pytest.mark.parametrize(
    ("line", "defect", "column"),
    [
        pytest.param('{"text": "a"', "not valid JSON: expecting ',' delimiter (column 13)", 13, id="cut off"),
        pytest.param('{"text": "a}', "not valid JSON: unterminated string (column 10)", 10, id="open string"),
        pytest.param('{"text": "a",}', "not valid JSON: illegal trailing comma (column 13)", 13, id="comma"),
        pytest.param(
            '{"text": "a", "l": [1, ]}', "not valid JSON: illegal trailing comma (column 22)", 22, id="comma in list"
        ),
        pytest.param('{"text": "a\tb"}', "not valid JSON: invalid control character (column 12)", 12, id="raw tab"),
        pytest.param('{"text": "\\u12"}', "not valid JSON: invalid \\uXXXX escape (column 12)", 12, id="short escape"),
        pytest.param('{"text": "a"} {}', "not valid JSON: extra data (column 15)", 15, id="two records"),
        pytest.param(
            '["a"]', "a JSON array, not an object; write one object on each line (jq -c '.[]')", 1, id="array"
        ),
        pytest.param("[", f"{PART} (column 2)", 2, id="where an array begins"),
        pytest.param('{"text": "a"},', f"{PART} (column 14)", 14, id="of an array over lines"),
        pytest.param('{"text": "a"}, ', f"{PART} (column 14)", 14, id="and a blank"),
        pytest.param('[{"text": "a"},', f"{PART} (column 16)", 16, id="where an array begins with its first object"),
        pytest.param('{"text": "a"}]', f"{PART} (column 14)", 14, id="where it ends with its last"),
        pytest.param("]", PART, 1, id="where it ends"),
        pytest.param('[{"text": a},', "not valid JSON: expecting value (column 11)", 11, id="broken besides"),
        pytest.param('{"text": "a"}, {}', "not valid JSON: extra data (column 14)", 14, id="more than a comma"),
        pytest.param(
            "{",
            "not valid JSON: an object that does not end in its line; write it on one (jq -c .) (column 2)",
            2,
            id="an object over lines",
        ),
        pytest.param('"a"', "a JSON value, but no object with fields", 1, id="string"),
        pytest.param(
            '{"headline": "a"}',
            "no text: none of the fields text, content, body, article, maintext (text-fields names others)",
            1,
            id="none",
        ),
        pytest.param('{"text": 5, "body": "b"}', "the field 'text' holds a number, not a string", 1, id="number"),
        pytest.param('{"text": 5.0}', "the field 'text' holds a number, not a string", 1, id="fraction"),
        pytest.param('{"text": ["a"]}', "the field 'text' holds an array, not a string", 1, id="list"),
        pytest.param('{"text": null}', "the field 'text' holds null, not a string", 1, id="null"),
        pytest.param("[" * 200_000, "the brackets nest too deep (column 501)", 501, id="open brackets"),
        pytest.param('{"n": ' + "9" * 5000 + "}", "a number of more than 4300 digits (column 7)", 7, id="long number"),
        pytest.param("\0\0", "not valid JSON: expecting value", 1, id="NUL bytes"),
    ],
)
def test_defects(line: str, defect: str, column: int) -> None:
    document = record(line)
    assert (document.text, document.articles, document.defect) == ("", (), defect)
    assert document.file_position(0) == (7, column)
    with pytest.raises(ValueError, match="no text to write"):
        document.origin.rewrite(document, [])  # type: ignore[union-attr]


def test_an_undecodable_byte_is_kept_and_never_written() -> None:
    document = record(b'{"text": "caf\xe9"}')
    assert document.text == "caf\udce9"
    assert document.origin
    assert not document.origin.exact
    with pytest.raises(ValueError, match="without loss"):
        document.origin.rewrite(document, [(Span(0, 1), "C")])


@pytest.mark.parametrize(
    ("names", "told"),
    [(("body", "text"), "no text: none of the fields body, text ("), (("body",), "no text: no field body (")],
)
def test_the_fields_that_were_looked_for_are_named(names: tuple[str, ...], told: str) -> None:
    assert record('{"headline": "a"}', text_fields=names).defect.startswith(told)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"headline": "H" * 119, "n": 5}, "", id="nothing as long as a story"),
        pytest.param({"link": "https://ex.org/" + "a" * 200}, "", id="an address"),
        pytest.param({"k" * 61: "a" * 200, "l": ["a" * 200]}, "", id="a name that is none, and a list"),
        pytest.param({"lead": "a" * 120, "body_text": "b" * 121}, "'body_text'", id="the longest"),
        pytest.param({"first": "a" * 120, "second": "b" * 120}, "'first'", id="the first of equal ones"),
        pytest.param({"data": {"story": {"b": "a" * 200}}}, "'data.story.b'", id="inside"),
        pytest.param({"a": {"b": {"c": {"d": {"e": "x" * 200}}}}}, "'a.b.c.d.e'", id="four levels inside"),
        pytest.param({"a": {"b": {"c": {"d": {"e": {"f": "x" * 200}}}}}}, "", id="further inside"),
        pytest.param({"\x1b[31m": "a" * 200}, "'\\x1b[31m'", id="a name that no terminal should get raw"),
    ],
)
def test_a_record_without_a_known_field_names_one_that_may_hold_the_text(fields: dict[str, object], told: str) -> None:
    defect = record(json.dumps(fields)).defect
    assert defect.endswith(
        f"(text-fields names others; the longest text here is in {told})" if told else "names others)"
    )


@pytest.mark.parametrize(
    ("fields", "names", "text"),
    [
        pytest.param({"data": {"story": {"body": "deep"}}}, ("data.story.body",), "deep", id="inside"),
        pytest.param({"data.story": "flat", "data": {"story": "deep"}}, ("data.story",), "flat", id="exact key wins"),
        pytest.param({"data": {"story.body": "half"}}, ("data.story.body",), "half", id="a dot in an inner key"),
        pytest.param({"data": "no", "text": "word"}, ("data.story", "text"), "word", id="nothing inside"),
    ],
)
def test_dotted_names(fields: dict[str, object], names: tuple[str, ...], text: str) -> None:
    document = record(json.dumps(fields), text_fields=names)
    assert document.text == text
    line = json.dumps(fields)
    assert document.file_position(0).column == line.index(text) + 1


@pytest.mark.parametrize(
    ("fields", "metadata"),
    [
        pytest.param("", Metadata(), id="nothing said"),
        pytest.param('"id": "00123", "title": "T"', Metadata(id="00123", title="T"), id="an id stays as it is"),
        pytest.param('"id": 1.50', Metadata(id="1.50"), id="a number as it is written"),
        pytest.param('"id": 12345678901234567890', Metadata(id="12345678901234567890"), id="a long number"),
        pytest.param(
            '"id": 7, "url": "http://u@Ex.org:80/a"', Metadata("7", source="ex.org"), id="the host of the url"
        ),
        pytest.param('"id": null, "url": "x/y"', Metadata("x/y"), id="an address without a host"),
        pytest.param('"url": "https://[::1", "domain": "d"', Metadata("https://[::1", source="d"), id="broken url"),
        pytest.param('"source": {"name": "x"}, "domain": "d.org"', Metadata(source="d.org"), id="an object is no name"),
        pytest.param('"lang": "tr", "headline": "H"', Metadata(title="H", language="tr"), id="other names"),
        pytest.param('"id": true, "date": 1714521600', Metadata(date="1714521600"), id="a time, and no truth"),
    ],
)
def test_metadata(fields: str, metadata: Metadata) -> None:
    assert record(f'{{"text": "t"{", " if fields else ""}{fields}}}').metadata == metadata


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("//ex.org/a", "ex.org", id="the scheme left out"),
        pytest.param("http://ex.org?from=a@b.net", "ex.org", id="a question ends it"),
        pytest.param("http://ex.org#a@b.net", "ex.org", id="a fragment ends it"),
        pytest.param("http://ex.org\\@b.net/a", "ex.org", id="a backslash ends it, as in browsers"),
        pytest.param("http://a@b@ex.org/", "ex.org", id="an @ in the name of a user"),
        pytest.param("http://[2001:db8::7]/a", "[2001:db8::7]", id="colons of IPv6"),
        pytest.param("http://[2001:db8::7]:80/a", "[2001:db8::7]", id="IPv6 and a port"),
        pytest.param("http://[2001:db8::7", "", id="a bracket that nothing closes"),
        pytest.param("file:///a/b", "", id="no host"),
    ],
)
def test_the_host_of_an_address_is_the_source(url: str, host: str) -> None:
    assert record(json.dumps({"text": "t", "url": url})).metadata.source == host


def test_metadata_of_a_record_without_text() -> None:
    document = record('{"id": "a1"}')
    assert document.metadata.id == "a1"


def test_places_count_escapes() -> None:
    line = '{"id": 1, "text": "\\u00c9t\\u00e9 \\ud83d\\ude00\\nnow"}'
    document = record(line)
    assert document.position(document.text.index("now")) == (2, 1)
    assert document.file_position(document.text.index("now")) == (7, line.index("now") + 1)
    assert document.file_position(len(document.text)) == (7, line.index('"}') + 1)


def test_rewrite_changes_nothing_else() -> None:
    raw = ' {"id":1.50, "text" : "T\\u0054 20\\nRain\\u0020fell \\/ today", "x":[ 1 ]} '
    document = record(raw)
    assert document.origin
    changed = document.origin.rewrite(document, [(Span(0, 6), ""), (Span(6, 10), "Snöw")])
    assert changed.decode() == raw.replace("T\\u0054 20\\nRain", "Sn\\u00f6w")
