from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.reading.decode import binary_offset, check_encoding, decode, encode, likely_encoding

CODECS = (
    *("", "utf-8", "cp1252", "cp1256", "iso-8859-9", "shift_jis", "cp932", "gb18030", "big5", "euc-kr", "utf-7"),
    *("iso2022_jp", "utf-16", "utf-16-be", "utf-32", "cp037", "ascii", "hz", "raw_unicode_escape", "unicode_escape"),
)
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@given(data=st.binary(max_size=60), mark=st.sampled_from((b"", *MARKS)), codec=st.sampled_from(CODECS))
def test_bytes_come_back_whatever_they_are(data: bytes, mark: bytes, codec: str) -> None:
    assert encode(decode(mark + data, codec)) == mark + data


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_utf8_is_read_exactly(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.exact
    assert decoded.text == text.removeprefix("\ufeff")


@given(
    st.text(st.sampled_from("aé漢😀\n"), min_size=1),
    st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
)
def test_marked_utf16_and_utf32_are_read_exactly(text: str, codec: str) -> None:
    decoded = decode("\ufeff".encode(codec) + text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.exact) == (text, codec, True)


@pytest.mark.parametrize(
    ("data", "encoding", "text", "exact"),
    [
        pytest.param(b"", "", "", True, id="empty"),
        pytest.param("\ufeffone".encode(), "", "one", True, id="a mark at the start is no text"),
        pytest.param("one\ufefftwo".encode(), "", "one\ufefftwo", True, id="a mark further on is"),
        pytest.param("\ufeffé".encode(), "cp1252", "é", True, id="a mark wins over the set encoding"),
        pytest.param(b"a\r\nb\rc\n", "", "a\r\nb\rc\n", True, id="line ends stay"),
        pytest.param(b"caf\xe9", "", "caf\udce9", False, id="a byte that is no utf-8 is kept"),
        pytest.param(b"\xed\xa0\x80", "", "\udced\udca0\udc80", False, id="a surrogate in utf-8 is no utf-8"),
        pytest.param(b"caf\xe9", "cp1252", "café", True, id="a legacy encoding that is set"),
        pytest.param(b"a\x81", "cp1252", "a\udc81", False, id="a byte that the legacy encoding lacks"),
        pytest.param(b"a\0b\0", "utf-16", "ab", True, id="unmarked utf-16 that is set is little-endian"),
        pytest.param(b"\xff\xfea\0x", "", "a\udc78", False, id="an odd byte behind utf-16"),
        pytest.param(b"\xff\xfe\x00\xd8a\0", "", "\udc00\udcd8a", False, id="half a surrogate pair in utf-16"),
    ],
)
def test_text(data: bytes, encoding: str, text: str, exact: bool) -> None:
    decoded = decode(data, encoding)
    assert (decoded.text, decoded.exact) == (text, exact)
    assert encode(decoded) == data


def test_a_character_with_two_spellings_is_read_but_never_written() -> None:
    data = b"\x87\x90"  # another place of ≒, which cp932 writes as b"\x81\xe0"
    decoded = decode(data, "cp932")
    assert decoded.text == data.decode("cp932")
    assert not decoded.exact
    assert encode(decoded) == data


@pytest.mark.parametrize("name", ["utf-99", "hex", "rot13", "a\0b", "zlib", "idna", "punycode", "undefined"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="is no text encoding that Python knows"):
        check_encoding(name)


def test_nul_bytes_are_binary_but_not_in_utf16() -> None:
    assert binary_offset(b"ab\0", "utf-8") == 2
    assert binary_offset(b"ab\0", "utf-16-le") is None
    assert binary_offset(b"ab", "utf-8") is None


STORIES = {
    "cp1252": "La señora Núñez compró un camión en España. Según la policía, el niño está bien.",
    "cp1254": "Dün akşam çıkan yangın söndürüldü, dedi yetkililer. Şehir ışıkları söndü.",
    "cp1251": "Сегодня утром в столице прошло заседание правительства.",
    "koi8_r": "Сегодня утром в столице прошло заседание правительства.",
    "cp1256": "قال الوزير اليوم إن الحكومة ستعلن عن خطة جديدة لدعم الاقتصاد.",
    "gb18030": "本市今天宣布了一项新的计划，市民可以在网上提出意见。",
    "cp932": "市は今日、新しい計画を発表しました。市民の声を聞く予定です。",
}


@pytest.mark.parametrize("codec", STORIES)
def test_the_likeliest_encoding(codec: str) -> None:
    assert likely_encoding(STORIES[codec].encode(codec)) == codec


def test_good_bytes_have_no_likelier_encoding() -> None:
    assert all(likely_encoding(story.encode()) is None for story in STORIES.values())


def test_the_guess_looks_around_the_bad_bytes() -> None:
    plain = b"The rain went on all day.\n" * 5_000
    assert likely_encoding(plain + STORIES["cp1252"].encode("cp1252") + b"\n" + plain) == "cp1252"


def test_line_noise_is_no_text() -> None:
    assert likely_encoding(bytes(range(256))) is None
