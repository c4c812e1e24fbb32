"""Reads the TOML file of a pattern rule, key by key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final

from .document import KINDS
from .expression import Pattern
from .finding import Safety, Severity
from .labels import SHORT_BLOCK
from .pattern import POSITIONS, PatternRule
from .ranges import Range
from .rule import FAMILIES
from .text import nearest

_KEYS: Final = {
    "family", "severity", "message", "position", "kinds", "max-length", "within", "beside-short", "skip-topics", "fix",
    "default", "phrases", "together", "patterns", "unproven", "subsumes", "page-named",
}  # fmt: skip


_ESCAPES: Final = re.compile(r"\\[pPN]\{[^}]*\}|\\.|\(\?P?<\w+>|\(\?P=\w+\)", re.DOTALL)
"""What stands for other characters in an expression, and names of groups."""
_OF_A_PATTERN: Final = frozenset({"regex", "openings", "needs", "language", "max-length", "unproven", "fix"})


class PatternError(ValueError):
    """A rule file that cannot be used; the message names the file, the key and the cause."""


class _Reader:
    """Checks a rule file key by key, so that each error names the place."""

    _types: ClassVar[dict[type, str]] = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.table, self.where = table, where
        if unknown := sorted(set(table) - _KEYS):
            raise self.unknown(unknown[0], _KEYS)

    def unknown(self, key: str, known: Iterable[str], before: str = "") -> PatternError:
        """The error about a key that nobody knows."""
        return self.error(f"{before}{key}", f"nobody knows this key{nearest(key, known)}")

    def error(self, key: str, cause: str) -> PatternError:
        return PatternError(f"{self.where}: {key}: {cause}")

    def get(self, key: str, kind: type, default: Any) -> Any:
        value = self.table.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(key, f"must be {self._types[kind]}")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.get(key, str, default)
        if value not in allowed:
            raise self.error(key, f"{value!r} is none of {', '.join(allowed)}")
        return str(value)

    def texts(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(key, "must be a list of texts")
        return tuple(value)

    def by_language(self, key: str) -> dict[str, tuple[str, ...]]:
        table = self.table.get(key, {})
        if not isinstance(table, dict):
            raise self.error(key, "must be a table of lists by language")
        return {language: self.texts(f"{key}.{language}", value) for language, value in table.items()}


def parse_pattern_rule(name: str, text: str, where: str, *, trusted: bool = True) -> PatternRule:
    """The rule that a TOML file holds.

    Args:
        name: of the rule, in kebab case (the file's name).
        text: of the file.
        where: the file, for error messages.
        trusted: False puts its patterns under a time limit.

    Raises:
        PatternError: it is no TOML, or a key is missing, unknown or wrong.
    """
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML; a number of thousands of digits; nested too deeply
        raise PatternError(f"{where}: {error}") from None
    reader = _Reader(table, where)
    fix = reader.one_of("fix", ("safe", "unsafe", "none"), "none")
    kinds = reader.texts("kinds", table.get("kinds", []))
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise reader.error("kinds", f"{unknown[0]!r} is none of {', '.join(KINDS)}")
    patterns = [_pattern(reader, index, item, trusted) for index, item in enumerate(reader.get("patterns", list, []))]
    rule = PatternRule(
        rule_name=name,
        family=reader.one_of("family", FAMILIES, ""),
        severity=Severity.parse(reader.one_of("severity", ("info", "warning", "error"), "warning")),
        message=reader.get("message", str, "") or name.replace("-", " "),
        phrases=reader.by_language("phrases"),
        together=reader.by_language("together"),
        unproven=frozenset(reader.texts("unproven", table.get("unproven", []))),
        patterns=tuple(sorted(patterns, key=lambda pattern: (pattern.unproven, pattern.unsafe))),
        position=reader.one_of("position", POSITIONS, "whole"),
        kinds=frozenset(kinds),
        max_length=reader.get("max-length", int, SHORT_BLOCK),
        within=reader.get("within", int, 0),
        beside_short=reader.get("beside-short", bool, False),
        skip_topics=reader.get("skip-topics", bool, False),
        subsumes=frozenset(reader.texts("subsumes", table.get("subsumes", []))),
        page_named=reader.get("page-named", bool, False),
        safety=None if fix == "none" else Safety(fix),
        trusted=trusted,
        enabled=reader.get("default", bool, True),
    )
    _check(reader, rule)
    return rule


def _check(reader: _Reader, rule: PatternRule) -> None:
    languages = {*rule.phrases, *(pattern.language for pattern in rule.patterns)}
    if unknown := sorted(rule.unproven - languages):
        raise reader.error("unproven", f"there is no list or pattern of {unknown[0]!r}")
    for key, bounds, value in (("max-length", Range(1), rule.max_length), ("within", Range(0), rule.within)):
        if cause := bounds.misfit(value, whole=True):
            raise reader.error(key, cause)
    if not rule.phrases and not rule.together and not rule.patterns:
        raise reader.error("phrases", "neither phrases nor patterns: the rule could never fire")
    if rule.name in rule.subsumes:
        raise reader.error("subsumes", "names the rule itself")
    if rule.skip_topics and rule.position != "whole":
        raise reader.error("skip-topics", 'only for position = "whole"')
    if rule.page_named and rule.position != "whole":
        raise reader.error("page-named", 'only for position = "whole"')
    for key, given in (("phrases", rule.phrases), ("together", rule.together)):
        if given and rule.position != "whole":
            raise reader.error(key, f'{key} are whole lines; write patterns for position = "{rule.position}"')


def _pattern(reader: _Reader, index: int, item: Any, trusted: bool) -> Pattern:
    key = f"patterns[{index}]"
    if not isinstance(item, dict) or not isinstance(item.get("regex"), str):
        raise reader.error(key, 'must be a table with a "regex"')
    if unknown := sorted(set(item) - _OF_A_PATTERN):
        raise reader.unknown(unknown[0], _OF_A_PATTERN, f"{key}.")
    if not trusted:  # compiling those that ship takes longer than reading a commit; tests try them
        _try(reader, f"{key}.regex", item["regex"])
    whole = reader.table.get("position", "whole") == "whole"
    openings = reader.texts(f"{key}.openings", item.get("openings", []))
    literals = reader.texts(f"{key}.needs", item.get("needs", []))
    if openings and not whole:
        raise reader.error(f"{key}.openings", 'only for position = "whole"; the others search the block as it stands')
    if not literals and not openings:
        raise reader.error(f"{key}.needs", "at least one text that stands in every match must be given")
    if whole and not trusted:
        for name, texts in (("regex", [_without_escapes(item["regex"])]), ("needs", literals)):
            if any(map(str.isupper, "".join(texts))):
                raise reader.error(f"{key}.{name}", "has capitals, but whole blocks are compared in small letters")
    longest = item.get("max-length", 0)
    if type(longest) is not int or longest < 0:
        raise reader.error(f"{key}.max-length", "must be a number of characters")
    if longest and not whole:
        raise reader.error(f"{key}.max-length", 'only for position = "whole"; else the rule has one')
    if type(item.get("unproven", False)) is not bool:
        raise reader.error(f"{key}.unproven", "must be true or false")
    if item.get("fix", "unsafe") != "unsafe":
        raise reader.error(f"{key}.fix", "may be 'unsafe' alone: the rule says what holds of the others")
    if "fix" in item and not whole:
        raise reader.error(f"{key}.fix", 'only for position = "whole"; else the rule has one')
    if not isinstance(language := item.get("language", ""), str):
        raise reader.error(f"{key}.language", "must be a text")
    return Pattern(item["regex"], openings, literals, language, longest, item.get("unproven", False), "fix" in item)


def _without_escapes(expression: str) -> str:
    """The letters of an expression that stand for themselves; one that ignores case has none of its own."""
    return "" if re.match(r"\(\?[a-z]*i", expression) else _ESCAPES.sub("", expression)


def _try(reader: _Reader, key: str, expression: str) -> None:
    import regex

    try:
        compiled = regex.compile(expression)
    except (regex.error, RecursionError, OverflowError) as error:  # nested too deeply, counts too large
        raise reader.error(key, f"{error}") from None
    if compiled.fullmatch(""):
        raise reader.error(key, "matches the empty text")
