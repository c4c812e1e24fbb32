"""What stands around a line of the page is looked for nearby."""

from newslint.amid import is_amid_story
from newslint.reading.segment import segment


class Counted(set[int]):
    """All lines of a page, and how often one is asked for."""

    asked = 0

    def __contains__(self, line: object) -> bool:
        Counted.asked += 1
        return super().__contains__(line)


def test_a_page_of_nothing_else_is_not_gone_over_for_each_of_its_lines() -> None:
    text = "\n".join(["Share"] * 1000)
    (article,) = segment(text)
    page = Counted(range(1000))
    assert not any(is_amid_story(text, article.blocks, index, page, "share") for index in (0, 400, 999))
    assert 0 < Counted.asked < 1000
