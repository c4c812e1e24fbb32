"""Patterns mean what they mean to git, and no pattern takes long."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec, PathSpec

from newslint.reading.globs import ignore_spec, path_spec


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        pytest.param("a*b*c", "ab", False, id="the last star must have its place"),
        pytest.param("a*b*bc", "abbc", True, id="the first b is not the last one"),
        pytest.param("a/**/b/**/c", "a/bb/c", False, id="half a part"),
        pytest.param("a/**/b/**/c", "a/bb/b/c", True, id="half a part before a whole one"),
        pytest.param("**/a*a/**/b/", "a/aa/c/b", False, id="a folder is asked for"),
        pytest.param("x[!a]y", "x/y", False, id="no bracket holds a slash"),
        pytest.param("[--a]b*", "/b", False, id="nor does a range around it"),
        pytest.param("[a&&b]c*d", "&cd", True, id="a set is no operation"),
        pytest.param("[+--]c*d", "-cd", True, id="a range up to a hyphen"),
        pytest.param("[a-c-]*d*", "-d", True, id="a hyphen behind a range"),
        pytest.param("[^]a]*d*", "]d", False, id="a bracket that is left out"),
        pytest.param("[[:digit:]b]c", "7c", True, id="a class"),
        pytest.param("[^[:alpha:]]c", "bc", False, id="no letter"),
        pytest.param("[[:digit]c", ":c", True, id="no class"),
        pytest.param(r"[\]b]c", "]c", True, id="a bracket behind a backslash"),
        pytest.param(r"[a\-c]c", "bc", False, id="a hyphen behind a backslash"),
        pytest.param(r"\[a]?", "[a]c", True, id="no brackets"),
        pytest.param("[a/]b", "ab", True, id="a slash in brackets"),
        pytest.param("[a/]b", "x/ab", False, id="a slash in brackets keeps a pattern to its folder"),
        pytest.param("# [a/b]", "# a", False, id="a comment"),
        pytest.param("***/b", "a/c/b", True, id="three stars"),
        pytest.param("d?aft*.txt", "a\nb/draft.txt", True, id="a line feed in the name of a folder"),
        pytest.param("d?aft*.txt", "draft.txt\n", False, id="a line feed behind a name"),
        pytest.param("*a" * 12 + "*b", "a" * 200, False, id="a name that nearly fits"),
        pytest.param("**/a/" * 12 + "b", "a/" * 1000 + "c", False, id="folders that nearly fit"),
        pytest.param("a**" * 12 + "b", "a" * 200, False, id="stars side by side"),
    ],
)
def test_a_pattern(pattern: str, path: str, expected: bool) -> None:
    assert ignore_spec([pattern]).match_file(path) == path_spec(pattern).match_file(path) == expected


def found(spec: PathSpec[Any], path: str) -> list[tuple[bool, bool | None] | None]:
    """Of each pattern whether it speaks of the path, and whether by a folder above it."""
    matches = (pattern.match_file(path) for pattern in spec.patterns)
    return [match and (True, bool(match.match.groupdict().get("ps_d"))) for match in matches]


PIECES = st.sampled_from(["*", "**", "**/", "/**/", "/", "a", "b", "?", "[ab]", "\\*", "!", "$", "("])
PATTERNS = st.lists(PIECES).map("".join).filter(lambda pattern: "***" not in pattern)
PATHS = st.lists(st.sampled_from(["a", "b", "ab", "c", "*", "$", "("]), min_size=1, max_size=9)


@given(PATTERNS, PATHS, st.lists(st.sampled_from(["", "/"]), min_size=9, max_size=9))
def test_all_patterns_mean_what_they_mean_to_pathspec(pattern: str, names: list[str], between: list[str]) -> None:
    path = "".join(part for pair in zip(names, between, strict=False) for part in pair)
    try:
        expected = GitIgnoreSpec.from_lines([pattern], backend="simple")
    except ValueError:
        with pytest.raises(ValueError, match="pattern"):
            ignore_spec([pattern])
        return
    assert [mark for mark in found(ignore_spec([pattern]), path) if mark] == [m for m in found(expected, path) if m]


@pytest.mark.parametrize("pattern", ["\\", "[b-a]", "/[z--]x", "[[:letter:]]"])
def test_what_is_no_pattern_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        ignore_spec([pattern])
