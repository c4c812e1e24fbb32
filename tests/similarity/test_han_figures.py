import pytest

from newslint.similarity.han_figures import with_han_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("12 people, 5,000 more", None, id="no Han"),
        pytest.param("一个人十分高兴，万一下雨", None, id="words"),
        pytest.param("十三五规划，三四百人，八九十岁", None, id="rows of signs that are no number"),
        pytest.param("几十万人，数十亿元", None, id="a few tens"),
        pytest.param("三百二十点五", None, id="decimals"),
        pytest.param("四川九江，八一路，十", None, id="names"),
        pytest.param("十" * 40 + "亿" * 4000, None, id="no end of signs"),
        pytest.param("12万人，3.5亿元，5千万，1,200万", "120000人，350000000元，50000000，12000000", id="counted"),
        pytest.param("１２ 万人", "120000人", id="full width, and a space"),
        pytest.param("二十一人，十二天，三十多", "21人，12天，30多", id="tens"),
        pytest.param("两千三百，一百零五，五百强", "2300，105，500强", id="hundreds"),
        pytest.param("一亿二千万，两万亿，二十萬", "120000000，2000000000000，200000", id="ten thousands"),
    ],
)
def test_han_numbers_are_figures(text: str, figures: str | None) -> None:
    assert with_han_figures(text) == (text if figures is None else figures)
