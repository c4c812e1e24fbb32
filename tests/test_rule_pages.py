"""Every rule's page is whole, and its examples are what the rule does."""

import pytest

from newslint import packs
from newslint.page_checks import check_example, check_page
from newslint.pages import Example, parse_page

RULES = packs.load_rules()
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-line-{example.line}")
    for name in RULES
    for example in parse_page(packs.page(name), name).examples
]


@pytest.mark.parametrize("name", RULES)
def test_the_page_is_whole(name: str) -> None:
    assert check_page(RULES[name], parse_page(packs.page(name), name)) == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_rule_does_what_the_page_says(name: str, example: Example) -> None:
    assert check_example(RULES[name], example) == []
