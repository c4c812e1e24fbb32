"""Every rule's page is whole, and its examples are what the rule does."""

from collections.abc import Iterator

import pytest

from newslint import packs
from newslint.page_checks import check_example, check_page
from newslint.pages import Example, PageError, parse_page

RULES = packs.load_rules()


def examples() -> Iterator[tuple[str, Example]]:
    """A page that cannot be read has no examples here: the first test names it."""
    for name in RULES:
        try:
            page = parse_page(packs.page(name), name)
        except (packs.PackError, PageError):
            continue
        yield from ((name, example) for example in page.examples)


@pytest.mark.parametrize("name", RULES)
def test_the_page_is_whole(name: str) -> None:
    assert check_page(RULES[name], parse_page(packs.page(name), name)) == []


@pytest.mark.parametrize(
    ("name", "example"),
    [pytest.param(name, example, id=f"{name}-line-{example.line}") for name, example in examples()],
)
def test_the_rule_does_what_the_page_says(name: str, example: Example) -> None:
    assert check_example(RULES[name], example) == []
