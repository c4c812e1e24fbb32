"""markdown-residue: signs of Markdown, of a wiki or of a page template that were never rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint import Block, Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Span, lazy_pattern

_SIGNS = ("[/", "](", "**", "[[", "{{", "{*", "{|", "==", "## ", "```", "{%", "<%", "${", "---|")
_MARKUP = lazy_pattern(
    r"!?\[(?P<link>[^\[\]\n]{0,300})\]\((?:https?:|/|www\.|mailto:|#)[^()\s]{0,500}+(?:\([^()\s]{0,100}\)[^()\s]{0,100})?"
    r"(?:\s\"[^\"\n]{0,200}\")?\)"
    r"|!\[[^\[\]\n]{0,300}\]\([^()\s]{1,200}\.(?:gif|jpe?g|png|svg|webp)\)"
    r"|(?<![\w*])\*\*(?P<bold>[^\s*](?:[^*\n]{0,300}[^\s*])?)\*\*(?![\w*])"
    r"|\[\[(?!(?:at|dot)\])(?:[^\[\]|\n]{1,120}\|)?(?P<wiki>[^\[\]|\n]{1,120})\]\]"
    r"|\[(?P<tag>(?i:b|i|u|s|url|quote|code|center|color|size|font))(?:=[^\[\]\n]{1,200})?\]"
    r"(?P<marked>[^\[\]\n]{0,300})\[/(?P=tag)\]|\[(?i:img)(?:=[^\[\]\n]{1,40})?\]https?:[^\[\]\s]{1,300}\[/(?i:img)\]"
    r"|\{\{\{[^{}\n]{1,200}\}\}\}|\{\{[^{}\n]{1,200}\}\}|\{%-?\s?[a-z]\w{1,20}\b[^%{}\n]{0,200}%\}|<%[=-]?\s?[^%<>\n]{1,200}%>|\$\{[a-zA-Z_][\w.]{1,60}\}"
    r"|\{\*\s?[#/]?[a-zA-Z]\w{1,60}(?:\s\{[^{}\n]{0,80}\})?\s?\*\}|\{\|\s?[#/]?[a-zA-Z]\w{1,60}\s?\|\}"
    r"|^={2,5}\s?(?P<heading>[^=\n]{1,100}[^=\s])\s?={2,5}$|^#{2,6}\s(?P<title>[^\n]{1,200})$|^`{3}[a-z]{0,12}$"
    r"|^\|?(?:\s?:?-{3,}:?\s?\|){2,}(?:\s?:?-{3,}:?\s?)?$",
    re.MULTILINE,
)


class MarkdownResidue(DocumentRule):
    """One finding a block, from its first sign to its last."""

    family = "markup"
    needs = Needs(substrings=frozenset(_SIGNS))

    def check(self, document: Document) -> Iterator[Finding]:
        signs = [pair for pair in _SIGNS if pair in document.text]
        for number, block in enumerate(document.blocks if signs else ()):
            matches = list(_MARKUP.finditer(block.text)) if any(pair in block.text for pair in signs) else []
            if matches and not _is_lesson(document.blocks[max(0, number - 1) : number + 1]):
                span = Span(block.start + matches[0].start(), block.start + matches[-1].end())
                fix = Fix("keep the text alone", tuple(_edits(block, matches)), Safety.UNSAFE)
                yield self.finding(document, span, "Markdown, wiki or template signs left in the text", fix=fix)


def _is_lesson(blocks: Sequence[Block]) -> bool:
    """Whether a block, or the one before it, names the signs: help for those who write a comment."""
    return any("arkdown" in block.text or "ackticks" in block.text for block in blocks)


def _edits(block: Block, matches: list[re.Match[str]]) -> Iterator[Edit]:
    for match in matches:
        kept = match[match.lastgroup] if match.lastgroup else ""
        yield Edit(Span(block.start + match.start(), block.start + match.end()), kept)
