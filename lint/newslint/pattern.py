"""Pattern rules: rules that are data. One TOML file is one rule; users add their own in the same form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Final

from .document import KINDS, SHORT, Block, Document, Span
from .finding import Edit, Finding, Fix, Safety, Severity
from .rule import FAMILIES, SHORT_BLOCK, DocumentRule, Needs, delete_lines
from .text import fold

POSITIONS: Final = ("whole", "start", "end", "inside")
TIME_LIMIT_S: Final = 1.0
"""Seconds that one pattern may take on one block before the rule gives up on it."""


class PatternError(ValueError):
    """A rule file that cannot be used; the message names the file, the key and the cause."""


@dataclass(frozen=True)
class Pattern:
    """One expression of a pattern rule, in the syntax of the `regex` package.

    Attributes:
        expression: matched against the folded block (`position = "whole"`) or the block as it stands (the others).
        literals: at least one of them stands in every text that matches; the engine tests them before it calls.
        language: of the texts it is meant for; empty for all.
    """

    expression: str
    literals: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True)
class PatternRule(DocumentRule):
    """A rule made of phrases and patterns.

    Attributes:
        phrases: whole blocks, compared folded, by language.
        position: `whole` looks at the whole folded block; `start`, `end` and `inside` search the block as it stands and
            report only what matched.
        kinds: the kinds of blocks to look at; empty for all.
        max_length: longer blocks are left alone (code points).
        within: only the first and last so many blocks of an article; 0 for all.
        beside_short: only where a neighbour is a `short` block too.
        safety: of the fix that deletes the line (or, if not `whole`, what matched); None for no fix.
    """

    rule_name: str
    family: str = ""  # type: ignore[misc]
    severity: Severity = Severity.WARNING  # type: ignore[misc]
    message: str = ""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: tuple[Pattern, ...] = ()
    position: str = "whole"
    kinds: frozenset[str] = frozenset()
    max_length: int = SHORT_BLOCK
    within: int = 0
    beside_short: bool = False
    safety: Safety | None = None
    trusted: bool = True
    enabled: bool = True

    def __hash__(self) -> int:
        return hash((type(self), self.rule_name))

    @cached_property
    def name(self) -> str:
        return self.rule_name

    @cached_property
    def needs(self) -> Needs:
        literals = frozenset(literal for pattern in self.patterns for literal in pattern.literals)
        if self.position == "whole":
            return Needs(phrases=self._folded, literals=literals)
        return Needs(substrings=literals)

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(fold(phrase) for phrases in self.phrases.values() for phrase in phrases)

    @cached_property
    def _compiled(self) -> tuple[Any, ...]:
        import regex  # only where a pattern may match

        return tuple(regex.compile(pattern.expression) for pattern in self.patterns)

    def check(self, document: Document) -> Iterator[Finding]:
        keys = iter(document.keys)
        for article in document.articles:
            last = len(article.blocks) - 1
            for index, (block, key) in enumerate(zip(article.blocks, keys, strict=False)):
                if len(block.text) > self.max_length or (self.kinds and block.kind not in self.kinds):
                    continue
                if self.within and self.within <= index <= last - self.within:
                    continue
                span = self._match(block, key)
                if span and (not self.beside_short or _has_short_neighbour(article.blocks, index)):
                    yield self.finding(document, span, self.message, fix=self._fix(document, span))

    def _match(self, block: Block, key: str) -> Span | None:
        if self.position == "whole":
            if key in self._folded or any(self._search(pattern, key) for pattern in self._able(key)):
                return block.span
            return None
        for pattern in self._able(block.text):
            if match := self._search(pattern, block.text):
                return Span(block.start + match.start(), block.start + match.end())
        return None

    def _able(self, text: str) -> Iterator[Any]:
        """The compiled patterns one of whose literals stands in `text`."""
        for pattern, compiled in zip(self.patterns, self._compiled, strict=True):
            if any(literal in text for literal in pattern.literals):
                yield compiled

    def _search(self, pattern: Any, text: str) -> Any:
        limit = None if self.trusted else TIME_LIMIT_S
        if self.position == "whole":
            return pattern.fullmatch(text, timeout=limit)
        if self.position == "start":
            return pattern.match(text, timeout=limit)
        match = pattern.search(text, timeout=limit)
        while match and self.position == "end" and match.end() < len(text):
            match = pattern.search(text, match.start() + 1, timeout=limit)
        return match

    def _fix(self, document: Document, span: Span) -> Fix | None:
        if self.safety is None:
            return None
        if self.position == "whole":
            return delete_lines(document, span.start, span.end, "delete the line", self.safety)
        return Fix("delete it", (Edit(span),), self.safety)


def _has_short_neighbour(blocks: tuple[Block, ...], index: int) -> bool:
    return any(0 <= near < len(blocks) and blocks[near].kind == SHORT for near in (index - 1, index + 1))


_KEYS: Final = {
    "family", "severity", "message", "position", "kinds", "max-length", "within", "beside-short", "fix", "default",
    "phrases", "patterns",
}  # fmt: skip


class _Reader:
    """Checks a rule file key by key, so that each error names the place."""

    _types: ClassVar[dict[type, str]] = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.table, self.where = table, where
        if unknown := sorted(set(table) - _KEYS):
            raise self.error(unknown[0], "nobody knows this key")

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
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PatternError(f"{where}: {error}") from None
    reader = _Reader(table, where)
    phrases = table.get("phrases", {})
    if not isinstance(phrases, dict):
        raise reader.error("phrases", "must be a table of lists by language")
    fix = reader.one_of("fix", ("safe", "unsafe", "none"), "none")
    kinds = reader.texts("kinds", table.get("kinds", [])) if table.get("kinds") else ()
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise reader.error("kinds", f"{unknown[0]!r} is none of {', '.join(KINDS)}")
    rule = PatternRule(
        rule_name=name,
        family=reader.one_of("family", FAMILIES, ""),
        severity=Severity.parse(reader.one_of("severity", ("info", "warning", "error"), "warning")),
        message=reader.get("message", str, "") or name.replace("-", " "),
        phrases={language: reader.texts(f"phrases.{language}", value) for language, value in phrases.items()},
        patterns=tuple(_pattern(reader, index, item) for index, item in enumerate(table.get("patterns", []))),
        position=reader.one_of("position", POSITIONS, "whole"),
        kinds=frozenset(kinds),
        max_length=reader.get("max-length", int, SHORT_BLOCK),
        within=reader.get("within", int, 0),
        beside_short=reader.get("beside-short", bool, False),
        safety=None if fix == "none" else Safety(fix),
        trusted=trusted,
        enabled=reader.get("default", bool, True),
    )
    if not rule.phrases and not rule.patterns:
        raise reader.error("phrases", "neither phrases nor patterns: the rule could never fire")
    if rule.phrases and rule.position != "whole":
        raise reader.error("phrases", 'phrases are whole lines; write patterns for position = "' + rule.position + '"')
    return rule


def _pattern(reader: _Reader, index: int, item: Any) -> Pattern:
    import regex

    key = f"patterns[{index}]"
    if not isinstance(item, dict) or not isinstance(item.get("regex"), str):
        raise reader.error(key, 'must be a table with a "regex"')
    if unknown := sorted(set(item) - {"regex", "needs", "language"}):
        raise reader.error(f"{key}.{unknown[0]}", "nobody knows this key")
    try:
        compiled = regex.compile(item["regex"])
    except regex.error as error:
        raise reader.error(f"{key}.regex", f"{error}") from None
    if compiled.fullmatch(""):
        raise reader.error(f"{key}.regex", "matches the empty text")
    literals = reader.texts(f"{key}.needs", item.get("needs", []))
    if not literals:
        raise reader.error(f"{key}.needs", "at least one text that stands in every match must be given")
    return Pattern(item["regex"], literals, str(item.get("language", "")))
