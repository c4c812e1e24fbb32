"""html-tag: a tag or a comment of HTML that stands in the text as code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Block, Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, lazy_pattern

_ELEMENTS = (
    "abbr|acronym|address|amp-[a-z-]{2,30}|area|article|aside|audio|a|base|bdi|bdo|big|blockquote|body|br|button|b|canvas"
    "|caption|center|cite|code|colgroup|col|data|dd|del|details|dfn|dialog|div|dl|dt|embed|em|fieldset|figcaption|figure"
    "|font|footer|form|frameset|frame|h[1-6]|header|head|hr|html|iframe|img|input|ins|i|kbd|label|legend|link|li|main|map"
    "|mark|meta|meter|nav|nobr|noscript|object|ol|optgroup|option|output|o:p|param|picture|path|pre|progress|p|q|rp|rt|ruby"
    "|samp|script|section|select|small|source|span|strike|strong|style|summary|sub|sup|svg|s|table|tbody|td|template"
    "|textarea|tfoot|thead|th|time|title|track|tr|tt|ul|u|var|video|wbr"
)
_FLAGS = (
    "allowfullscreen|async|autoplay|checked|compact|controls|defer|disabled|hidden|itemscope|loop|multiple|muted|nomodule"
    "|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected|data-[\\w-]{1,40}"
)
_WORD = lazy_pattern(
    "address|area|article|audio|base|body|button|caption|center|cite|code|data|dialog|details|figure|font|footer|form"
    "|frame|head|header|img|input|label|legend|link|main|map|mark|menu|meta|object|option|output|path|picture|progress"
    "|section|select|small|source|style|summary|table|template|time|title|track|video"
)
_VALUE = r"""(?:"[^"<>]*+"|'[^'<>]*+'|[\u201c\u201d][^<>\u201d]*+\u201d|[^\s"'<>=`]++)"""
_ATTRIBUTE = rf"""(?>\s++(?:[a-zA-Z][\w:.-]{{0,60}}+\s*+=\s*+{_VALUE}|(?:{_FLAGS})\b))"""
_TAG = lazy_pattern(
    r"<(?<!\btag <)(?<!\btags <)(?<!\belement <)"  # which the sentence speaks of
    rf"""(?:!--(?>(?:[^\n<-]|<(?!!--)|-(?!->)){{0,400}})-->|!doctype\s[^<>]{{1,200}}>|/?(?P<name>{_ELEMENTS})(?![\w:-])(?>{_ATTRIBUTE}*)\s*+/?>)"""
    r"(?![\"'\u2019\u201d`)]*\s(?:tags?|elements?)\b)",
    re.IGNORECASE,
)
_SPEAKS = lazy_pattern(r"\bHTML\b|\b(?:tags?|markup)\b", re.IGNORECASE)
"""A story about markup shows tags as words."""
_OFFERS = lazy_pattern(
    r"\b(?:HTML\s?-?\s?(?:tags?|elemente?|elements?)|(?:balises|etiquetas|tag|tags)\s+HTML)\b[^.!?<>\n]{0,60}(?:<[^<>\n]{0,80}>\s*)*$",
    re.IGNORECASE,
)
"""`Allowed HTML tags: <a> <em>`: the box for comments names what one may write."""
_SHOWS = lazy_pattern(
    r"</(?P<name>\w{1,10})> (?:results in|gives|produces|becomes|makes|ergibt|wird zu|donne|produce)\b", re.IGNORECASE
)
"""`<b>bold text</b> results in bold text`: help for those who write a comment."""
_FILLED_IN = lazy_pattern(r"""=\s*(?!""|'')\S""")
_OFFERED = 5
"""So many tags, each of another element and none of them filled in, are a list of what one may write."""
_VOID = frozenset(("br", "hr", "img", "p", "li"))
_FEW = 3
_REST = lazy_pattern(
    r"""(?:class|id|style|href|src|alt)=(?:"[^"\n<>]{0,200}"|'[^'\n<>]{0,200}')(?:\s[\w-]+="[^"\n]{0,200}")*\s?/?>"""
)
"""What is left at the start of a block of a tag whose beginning is lost."""
_RESTS = ("class=", "id=", "style=", "href=", "src=", "alt=")


class HtmlTag(DocumentRule):
    """One finding a block, from its first tag to its last."""

    family = "markup"
    severity = Severity.ERROR
    needs = Needs(characters=frozenset("<"), substrings=frozenset(f"{rest}{mark}" for rest in _RESTS for mark in "\"'"))

    def check(self, document: Document) -> Iterator[Finding]:
        for block in document.blocks:
            if block.text.startswith(_RESTS) and (rest := _REST.match(block.text)):
                span = Span(block.start, block.start + rest.end())
                fix = Fix("delete the rest of the tag", (Edit(span),), Safety.UNSAFE)
                yield self.finding(document, span, "rest of an HTML tag left in the text", kind="rest", fix=fix)
            tags = self._tags(document, block) if "<" in block.text else []
            if tags:
                number = f"{len(tags)} HTML tags" if len(tags) > 1 else "HTML tag"
                edits = tuple(Edit(tag) for tag in tags)
                fix = Fix("delete the tags", edits, Safety.UNSAFE)
                span = Span(tags[0].start, tags[-1].end)
                yield self.finding(document, span, f"{number} left in the text", fix=fix, data={"tags": len(tags)})

    def _tags(self, document: Document, block: Block) -> list[Span]:
        matches = list(_TAG.finditer(block.text))
        if matches and (_is_offer(matches, block.text) or _SHOWS.search(block.text, matches[0].end())):
            return []
        found = [match for match in matches if not _is_a_word(match, document.text)]
        if len(found) <= _FEW and _SPEAKS.search(block.text):
            found = [match for match in found if not _is_bare(match, document.text)]
        return [Span(block.start + match.start(), block.start + match.end()) for match in found]


def _is_offer(tags: list[re.Match[str]], text: str) -> bool:
    """Tags to begin with and none to end with, told before or listed alone on their line."""
    if "</" in text:
        return False
    if _OFFERS.search(text, 0, tags[0].start()):
        return True
    names = {tag["name"] for tag in tags}
    return (
        len(tags) == len(names) >= _OFFERED
        and not _FILLED_IN.search(text)
        and sum(tag.end() - tag.start() for tag in tags) + len(tags) >= len(text)
    )


def _is_bare(match: re.Match[str], text: str) -> bool:
    name = match["name"] or ""
    return match[0] == f"<{name}>" and f"</{name}>" not in text and name.lower() not in _VOID


def _is_a_word(match: re.Match[str], text: str) -> bool:
    """`<path>` is a word to fill in, `<TT>` a company's sign, where there is no attribute and no end tag."""
    name = match["name"] or ""
    ambiguous = _WORD.fullmatch(name.lower()) or (name.isupper() and name not in ("BR", "HR", "LI", "P"))
    return bool(ambiguous) and match[0] == f"<{name}>" and f"</{name}>" not in text
