r"""serialised-literal: a value as a program prints it: `['…', '…']`, `{"key": …}`, a literal `\n` or `\u0627`."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from newslint import (
    Block,
    Count,
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)

_LIST = lazy_pattern(
    r"(?:[\"']?\w[\w ]{0,30}[\"']?\s?[:=]\s?)?\[(?:\]|[bu]?['\"].*['\"],?\s?\])[,;]?"
    r"|\w[\w ]{0,30}\s?:\s?\{\}",
    re.DOTALL,
)
_SEVERAL = lazy_pattern(r"['\"],\s?[bu]?['\"]|\\[nrtux'\"]|\A[^\[]{1,40}\[|\[\]")
_OBJECT = lazy_pattern(
    r"[\[{]\s?(?:\{\s?)?(?:\"[\w$@ -]{1,40}\"\s?:\s?[\"\d\[{tfn-]|'[\w$ -]{1,40}'\s?:\s?['\"\d\[{TFN-]).*[}\]],?",
    re.DOTALL,
)
_ABRIDGED = lazy_pattern(r",\s?(?:\.\.\.|…)[\s}\]]*,?\Z")
"""No program prints this: somebody shows a reader the first entries."""
_ESCAPE = lazy_pattern(r"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt](?![a-z])|['\"])")
_CODE = lazy_pattern(r"[={}%<>$]|HTTP/\d")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "'": "'", '"': '"'}
_LONGEST = 100_000
_VALUES = frozenset(("undefined", "null", "[object Object]", "By null", "by null", "By undefined", "by undefined"))
"""What a program prints where it has nothing to say, letter for letter: a Null is a figure in German."""
_PERCENT = lazy_pattern(r"(?<![\w/=&?#%.:-])(?:[\w.,:;'!?()-]{1,40}(?:%[0-9A-F]{2}){1,3}){4,}\S{0,80}")
_DATA = lazy_pattern(r"data:[a-z]{2,12}/[\w.+-]{2,40};base64,[A-Za-z0-9+/=]{16,}")
"""A text as an address holds it, and the bytes of a picture."""
_WORDS = frozenset(("Null", "NULL", "NaN", "None"))
"""The same where paragraphs stand on both sides: elsewhere they are cells and results."""
_PARAGRAPH = 80


@dataclass(frozen=True)
class SerialisedLiteral(DocumentRule):
    """Options: `min_escapes`, how many escapes a document must hold before they count."""

    family = "markup"
    severity = Severity.ERROR
    needs = Needs(
        characters=frozenset("[{\\"),
        phrases=frozenset(map(str.casefold, _VALUES | _WORDS)),
        substrings=frozenset(("%20", ";base64,")),
    )

    min_escapes: Count = 3

    def check(self, document: Document) -> Iterator[Finding]:
        escaped = []
        several = len(document.blocks) > 1
        blocks = document.blocks
        for number, block in enumerate(blocks):
            yield from self._coded(document, block)
            if several and (block.text in _VALUES or (block.text in _WORDS and _is_parted(blocks, number))):
                fix = delete_lines(document, *block.span, "delete the line", Safety.UNSAFE)
                yield self.finding(document, block, "empty value as a program prints it", kind="value", fix=fix)
            elif kind := _kind(block.text):
                yield self.finding(document, block, f"{kind} as a program prints it", fix=_fix(document, block))
            elif "\\" in block.text and not _CODE.search(block.text):
                escaped.append((block, len(_ESCAPE.findall(block.text))))
        if sum(number for _, number in escaped) >= self.min_escapes:
            for block, number in escaped:
                if number:
                    fix = Fix("decode it", (Edit(block.span, _decoded(block.text)),), Safety.UNSAFE)
                    yield self.finding(
                        document, block, "escapes of a program left in the text", kind="escapes", fix=fix
                    )

    def _coded(self, document: Document, block: Block) -> Iterator[Finding]:
        """Texts and pictures that are coded as in addresses."""
        for match in _PERCENT.finditer(block.text) if "%20" in block.text else ():
            span = Span(block.start + match.start(), block.start + match.end())
            fix = Fix("decode it", (Edit(span, unquote(match[0])),), Safety.UNSAFE)
            yield self.finding(document, span, "text coded as in an address", kind="address", fix=fix)
        for match in _DATA.finditer(block.text) if ";base64," in block.text else ():
            span = Span(block.start + match.start(), block.start + match.end())
            fix = Fix("delete it", (Edit(span),), Safety.UNSAFE)
            yield self.finding(document, span, "bytes of a picture or a file in the text", kind="data", fix=fix)


def _is_parted(blocks: Sequence[Block], number: int) -> bool:
    """Whether it stands between two paragraphs."""
    around = (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2])
    return len(around) == 2 and all(len(block.text) >= _PARAGRAPH for block in around)


def _kind(text: str) -> str:
    if text[-1] in "],}" and text[0] in "[{" and _OBJECT.fullmatch(text):
        return "" if _ABRIDGED.search(text) else "object"
    return "list" if text[-1] in "],;}" and _LIST.fullmatch(text) and _SEVERAL.search(text) else ""


def _fix(document: Document, block: Block) -> Fix | None:
    """Its texts as lines; nothing where they cannot be read, or were no texts."""
    written = block.text[block.text.find("[") :].rstrip(",;")
    try:
        values = literal_eval(written) if len(written) <= _LONGEST and "[" in block.text else None
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if values == []:
        return delete_lines(document, *block.span, "delete the line", Safety.UNSAFE)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return None
    return Fix("decode it", (Edit(block.span, "\n".join(values)),), Safety.UNSAFE)


def _decoded(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        return _PLAIN.get(match[0][1]) or chr(int(match[0][2:], 16))

    decoded = _ESCAPE.sub(character, text)
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")  # joins pairs
