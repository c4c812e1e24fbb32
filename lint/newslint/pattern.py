"""Pattern rules: rules that are data. One TOML file is one rule; users add their own in the same form."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Final

from .amid import is_amid_story
from .around import goes_on, in_table, in_topics, is_one_word, is_quoted, is_told
from .document import SHORT, Block, Document, Span
from .expression import Pattern, holds_any
from .finding import Edit, Finding, Fix, Safety, Severity
from .glued_story import story_beside
from .labels import SHORT_BLOCK, Label, folded, label
from .language import scripts_in, scripts_of
from .needs import Needs
from .page_named import names_page
from .ranges import Count, Range
from .rule import DocumentRule, delete_lines

POSITIONS: Final = ("whole", "start", "end", "inside")
TIME_LIMIT_S: Final = 1.0
"""Seconds that one pattern may take on one block before the rule gives up on it."""

_Line = tuple[str, Label | None]
"""A block in comparison form, and its label where it is short."""


@dataclass(frozen=True, kw_only=True)
class PatternRule(DocumentRule):
    """A rule made of phrases and patterns.

    Attributes:
        phrases: whole blocks, compared as labels (folded, without the arrows and brackets around them), by language.
        together: the same, but they count only next to another line of the rule.
        unproven: languages whose phrases and patterns have no true finding in real text yet: what only they name is
            info, and not deleted safely. Of patterns without a language these are the matches with letters that only
            such languages have.
        position: `whole` looks at the whole folded block; `start`, `end` and `inside` search the block as it stands and
            report only what matched.
        kinds: the kinds of blocks to look at; empty for all.
        max_length: longer blocks are left alone (code points).
        within: only the first and last so many blocks of an article; 0 for all.
        beside_short: only where a neighbour is a `short` block too.
        skip_topics: a single word is left alone in an alphabetical list (`around.in_topics`). Only for `whole`.
        safety: of the fix that deletes the line (or, if not `whole`, what matched); None for no fix. A line of one word
            that stands alone could be a subhead: it is never deleted safely, nor a line with a story beside what the
            page says (`glued_story.story_beside`), nor what only a pattern names that is `unsafe`.
        page_named: what only patterns name is deleted safely only where it names the page (`page_named.names_page`).
    """

    rule_name: str
    family: str = ""  # type: ignore[misc]
    severity: Severity = Severity.WARNING  # type: ignore[misc]
    message: str = ""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unproven: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()
    position: str = "whole"
    kinds: frozenset[str] = frozenset()
    max_length: Count = SHORT_BLOCK
    within: Annotated[int, Range(0)] = 0
    beside_short: bool = False
    skip_topics: bool = False
    subsumes: frozenset[str] = frozenset()  # type: ignore[misc]
    safety: Safety | None = None
    page_named: bool = False
    trusted: bool = True
    enabled: bool = True

    def __hash__(self) -> int:
        return hash((type(self), self.rule_name))

    @cached_property
    def name(self) -> str:
        return self.rule_name

    @cached_property
    def needs(self) -> Needs:
        if self.position != "whole":
            return Needs(substrings=frozenset(text for item in self.patterns for text in item.literals))
        short = [item for item in self.patterns if not self._is_long(item)]
        return Needs(
            phrases=self._sure | self._loose,
            openings=frozenset().union(*(item.begins for item in short)),
            literals=frozenset(text for item in short if not item.openings for text in item.literals),
            substrings=frozenset(self._in_long),
        )

    def _reach(self, pattern: Pattern) -> int:
        """The longest block that a pattern looks at, in code points."""
        return pattern.max_length or self.max_length

    def _is_long(self, pattern: Pattern) -> bool:
        return self._reach(pattern) > SHORT_BLOCK and bool(pattern.literals)

    @cached_property
    def _in_long(self) -> list[str]:
        """What stands in the longer blocks that match."""
        return [text for item in self.patterns if self._is_long(item) for text in item.literals]

    @cached_property
    def _longest(self) -> int:
        return max((self.max_length, *map(self._reach, self.patterns)))

    @cached_property
    def _sure(self) -> frozenset[str]:
        return _labels(self.phrases)

    @cached_property
    def _loose(self) -> frozenset[str]:
        return _labels(self.together)

    def check(self, document: Document) -> Iterator[Finding]:
        offset = 0
        found = self._lines_of(document) if self.position == "whole" else ()
        likely = () if found else [item for item in self.patterns if item.may_stand_in(document)]
        if found and not found[1]:
            return
        for article in document.articles:
            blocks, first = article.blocks, offset
            offset += len(blocks)
            if self.position == "whole":
                lines = list(zip(document.keys[first:offset], document.labels[first:offset], strict=True))
                sure, near = ({line - first for line in some if first <= line < offset} for some in found)
                yield from self._whole(document, blocks, lines, sure, near)
                continue
            for index, block in enumerate(blocks):
                fits = len(block.text) <= self.max_length and self._fits(blocks, index)
                for span, severity in self._parts(block, likely) if fits else ():
                    yield self._found(document, span, self.safety, severity, lines=span == block.span)

    def _lines_of(self, document: Document) -> tuple[set[int], set[int]]:
        """The lines that are the rule's whatever stands around them, and these with those that count beside others."""
        index = document.line_index
        lines: dict[int, _Line] = {number: (key, own) for number, key, own in document.told_lines.short}
        sure = {
            line
            for known in (index.texts, index.keys)
            for text in self._sure.intersection(known)
            for line in known[text]
        }
        loose = {line for text in self._loose.intersection(index.texts) for line in index.texts[text]}
        may = {line for opening in self._begins.intersection(index.openings) for line in index.openings[opening]}
        if self._in_long and index.others and holds_any(document.text, self._in_long):
            may.update(index.others)
            lines.update((line, (document.keys[line], None)) for line in index.others)
        if held := [literal for literal in self._unopened if literal in index.short]:
            may.update(line for line, (key, own) in lines.items() if own and holds_any(key, held))
        sure |= {line for line in may - sure if self._pattern_of(*lines[line])}
        near = {line for line in sure | loose if len(lines[line][0]) <= self._longest}
        return sure & near, near

    def _whole(
        self, document: Document, blocks: Sequence[Block], lines: Sequence[_Line], sure: set[int], near: set[int]
    ) -> Iterator[Finding]:
        keys = [key for key, _ in lines] if near else []
        for index in sorted(near):
            beside = index - 1 in near or index + 1 in near
            text = blocks[index].text
            if (
                (beside or index in sure)
                and self._fits(blocks, index)
                and not (in_table(keys, index) or goes_on(document.text, blocks, index))
                and not is_quoted(text)
            ):
                alone = not beside or text[0] + text[-1] == "()"  # in brackets it may be the credit of a picture
                one_word = alone and is_one_word(keys[index])
                if one_word and self.skip_topics and in_topics(keys, index):
                    continue
                severity = self._severity_of(*lines[index])
                safety = self.safety
                if safety is Safety.SAFE:  # what is not proven is not, nor what tells something beside
                    doubted = one_word or severity < self.severity or is_told(text) or self._is_doubtful(*lines[index])
                    said = own.text if (own := lines[index][1]) else keys[index]
                    doubted |= is_amid_story(document.text, blocks, index, near, said)
                    safety = Safety.UNSAFE if doubted or story_beside(text, self._is_line) else safety
                yield self._found(document, blocks[index].span, safety, severity, lines=True)

    def _severity_of(self, key: str, own: Label | None) -> Severity:
        """Of a whole line: info where nothing but an unproven list or pattern names it."""
        if self._all_proven:
            return self.severity
        proven, unproven = self._by_proof
        texts = {key, own.text} if own else {key}
        if texts & proven:
            return self.severity
        return Severity.INFO if texts & unproven else self._severity_by(self._pattern_of(key, own), key)

    def _severity_by(self, pattern: Pattern | None, text: str) -> Severity:
        if pattern and (pattern.language or pattern.unproven):
            doubted = pattern.unproven or pattern.language in self.unproven
        else:
            doubted = bool(self._doubted_scripts) and not self._doubted_scripts.isdisjoint(scripts_in(text))
        return Severity.INFO if doubted else self.severity

    def _is_doubtful(self, key: str, own: Label | None) -> bool:
        """Whether nothing but a pattern names it, and that is unsafe, or the line does not name the page."""
        listed = any(text in self._sure or text in self._loose for text in (key, own.text if own else key))
        pattern = None if listed else self._pattern_of(key, own)
        return pattern is not None and (pattern.unsafe or (self.page_named and not names_page(key)))

    @cached_property
    def _all_proven(self) -> bool:
        return not self.unproven and not any(pattern.unproven for pattern in self.patterns)

    @cached_property
    def _by_proof(self) -> tuple[frozenset[str], frozenset[str]]:
        """The labels of lists with a true finding, and those of lists without."""
        lists = self.phrases.items()
        proven = _labels({code: texts for code, texts in lists if code not in self.unproven})
        return proven | self._loose, _labels({code: texts for code, texts in lists if code in self.unproven})

    @cached_property
    def _doubted_scripts(self) -> frozenset[str]:
        """What only unproven languages are written in."""
        scripts: tuple[set[str], set[str]] = ({"latin"}, set())
        for code in {*self.phrases, *self.unproven}:
            scripts[code in self.unproven].update(scripts_of(code))
        return frozenset(scripts[True] - scripts[False])

    @cached_property
    def _begins(self) -> frozenset[str]:
        return frozenset().union(*(pattern.begins for pattern in self.patterns))

    @cached_property
    def _unopened(self) -> tuple[str, ...]:
        """What stands in the matches of patterns of which nobody knows how these begin."""
        unopened = (pattern for pattern in self.patterns if not pattern.begins)
        return tuple(literal for pattern in unopened for literal in pattern.literals or ("",))

    @cached_property
    def _by_opening(self) -> dict[tuple[str, str] | None, tuple[Pattern, ...]]:
        """The patterns that may match a line, by those of its first words that openings name; None: by its literals."""
        return {None: tuple([item for item in self.patterns if item.literals or not item.begins])}

    def _pattern_of(self, key: str, own: Label | None) -> Pattern | None:
        """The first pattern that the line matches."""
        named, known = self._begins, self._by_opening
        begin = (own.word if own.word in named else "", own.words if own.words in named else "") if own else None
        if begin not in known:
            fit = (item for item in self.patterns if not item.begins or item.begins.intersection(begin or ()))
            known[begin] = tuple(fit)
        for pattern in known[begin]:
            if len(key) > self._reach(pattern) or not holds_any(key, pattern.literals):
                continue
            search = pattern.compiled.fullmatch
            if search(key, timeout=self._limit) or (own and own.text != key and search(own.text, timeout=self._limit)):
                return pattern
        return None

    def _is_line(self, text: str) -> bool:
        """Whether a line of this text would be the rule's, whatever stands around it."""
        (key,) = folded([text])
        own = label(key)
        return own.text in self._sure or self._pattern_of(key, own) is not None

    def _fits(self, blocks: Sequence[Block], index: int) -> bool:
        if self.kinds and blocks[index].kind not in self.kinds:
            return False
        if self.within and self.within <= index < len(blocks) - self.within:
            return False
        return not self.beside_short or any(
            blocks[near].kind == SHORT for near in (index - 1, index + 1) if 0 <= near < len(blocks)
        )

    def _parts(self, block: Block, patterns: Sequence[Pattern]) -> Iterator[tuple[Span, Severity]]:
        """What patterns match, none of it twice: one part at the start or the end of a block, all of them inside."""
        found: list[Span] = []
        for pattern in patterns:
            for match in pattern.matches(block.text, self.position, self._limit):
                span = Span(block.start + match.start(), block.start + match.end())
                place = bisect(found, span)
                if all(
                    span.end <= near.start or near.end <= span.start for near in found[max(0, place - 1) : place + 1]
                ):
                    found.insert(place, span)
                    yield span, self.severity if self._all_proven else self._severity_by(pattern, match[0])
            if found and self.position != "inside":
                return

    @property
    def _limit(self) -> float | None:
        return None if self.trusted else TIME_LIMIT_S

    def _found(
        self, document: Document, span: Span, safety: Safety | None, severity: Severity, *, lines: bool
    ) -> Finding:
        fix = Fix("delete it", (Edit(span),), safety) if safety else None
        if safety and lines:
            fix = delete_lines(document, span.start, span.end, "delete the line", safety)
        return self.finding(document, span, self.message, severity=severity, fix=fix)


def _labels(phrases: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(label(key).text for key in folded([text for texts in phrases.values() for text in texts]))
