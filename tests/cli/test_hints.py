"""What whoever comes from other linters is told: which option here stands for the one that they know."""

from __future__ import annotations

import pytest

from .command_line import CLEAN, Runner, grow


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["fix", "--dry-run"], "(--diff shows what would be fixed and writes nothing)", id="dry-run"),
        pytest.param(["fix", "--check"], "(--diff shows what would be fixed", id="of-a-formatter"),
        pytest.param(["check", "--no-color"], "(the variables NO_COLOR and FORCE_COLOR decide", id="colours"),
        pytest.param(["check", "--explain", "nbsp"], "(newslint rule NAME shows the page of a rule,", id="page"),
        pytest.param(["check", "--format", "csv"], "--output-format csv prints the report so", id="report"),
        pytest.param(["check", "--format", "xml"], "'xml' is not one of 'auto'", id="no-format-at-all"),
        pytest.param(["check", "--slect", "nbsp"], "(see newslint check --help)", id="of-nobody"),
    ],
)
def test_an_option_of_others_is_told_what_stands_for_it(run: Runner, arguments: list[str], told: str) -> None:
    grow({"a.txt": CLEAN})
    code, out, err = run(*arguments, "a.txt")
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1
