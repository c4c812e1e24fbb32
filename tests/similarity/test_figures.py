import pytest

from newslint.similarity.figures import other_reading, with_plain_figures


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("In May 2,100 of 3.5 and 1,234,567.8 left", None, id="what the normal form joins itself"),
        pytest.param("1.500 Euro", None, id="a point before three digits is in doubt"),
        pytest.param("rooms 2,3,4 and 1, 2", None, id="lists"),
        pytest.param("won 1-6,4-6 and 25-12,25-14", None, id="scores"),
        pytest.param("2:02,15 and 12:00,14:00", None, id="times"),
        pytest.param("On May 12,2020 it was 10,5000", None, id="a space that is missing"),
        pytest.param("12 300 45 and 10 737-800 planes", None, id="rows of figures, numbers of types"),
        pytest.param("2015 500 people, 0800 123 456", None, id="a year, a telephone"),
        pytest.param("v1,5 B2,3", None, id="parts of words"),
        pytest.param("3.5.7 and 1.2,3", None, id="versions"),
        pytest.param("12\n500", None, id="two lines"),
        pytest.param("9/4, 24/7, 9/11, 3/4/2031 and 6-1 7-6 (7/5)", None, id="odds, dates, sets won"),
        pytest.param("v1/2 and 1/2a of 1.3/4", None, id="parts of words and versions"),
        pytest.param("1,2 of 10,25.", "1.2 of 10.25.", id="decimal comma"),
        pytest.param("0,125 or 1234,5", "0.125 or 1234.5", id="decimal comma that no thousands can have"),
        pytest.param("1−1,5 and 0,5-1,5", "1−1.5 and 0.5-1.5", id="ranges"),
        pytest.param("1 500, 12\u00a0000, 3\u202f000\u202f000", "1500, 12000, 3000000", id="spaces"),
        pytest.param("1 500,5 and 1\u2009500.25", "1500.5 and 1500.25", id="spaces and decimals"),
        pytest.param("1'500 and 2’000’000", "1500 and 2000000", id="apostrophes"),
        pytest.param("1.500.000, 3.500,25 and 1.234.567,8", "1500000, 3500.25 and 1234567.8", id="points"),
        pytest.param("1,50,000 and 12,34,56,789", "150000 and 123456789", id="lakhs"),
        pytest.param("1/2 to 101-3/4, 10 1/8 or 1,001-2/3", "0.5 to 101.75, 10.125 or 1001.666667", id="fractions"),
        pytest.param("5½, 7 ¾, ⅓ and 3⁄8", "5.5, 7.75, 0.333333 and 0.375", id="fractions in one sign"),
        pytest.param("48-1/2-49-1/4", "48.5-49.25", id="a range of them"),
        pytest.param("007 1/2, 0-3/4 and ٣½", "7.5, 0.75 and 3.5", id="zeros before it, and other digits"),
        pytest.param(f"1{',000' * 2_000}-1/2", f"1{'000' * 2_000}.5", id="more digits than a number is made of"),
        pytest.param("1986/87, 24/7, 9/11, 50/50 and 4/4", None, id="seasons, dates and shares are no fractions"),
        pytest.param("on 1/2/2031, 1/2.5, 5/8th, a1/2 and x½", None, id="parts of something else"),
    ],
)
def test_figures_in_one_piece(text: str, plain: str | None) -> None:
    assert with_plain_figures(text) == (text if plain is None else plain)


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        ("150", ""),
        ("0150", ""),
        ("1500000", ""),
        ("1.5", ""),
        ("12.50", ""),
        ("0.500", ""),
        ("1234.500", ""),
        ("1.2.500", ""),
        ("7.", ""),
        ("anna", ""),
        ("1.500", "1500"),
        ("123456", "123.456"),
    ],
)
def test_what_may_be_thousands(fact: str, other: str) -> None:
    assert other_reading(fact) == other
    assert not other or other_reading(other) == fact


@pytest.mark.parametrize("unit", ["1'111", "1 111", "1.111", "1,11", "1,111", "1", "1-", "1 1/2", "1/", "1½"])
def test_long_runs_cost_no_more_than_their_length(unit: str) -> None:
    assert with_plain_figures(unit * 20_000 + ":1")
