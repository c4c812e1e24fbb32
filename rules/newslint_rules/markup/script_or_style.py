"""script-or-style: code of the page (JavaScript, CSS), as one block from its first line to its last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint import Block, Document, DocumentRule, Edit, Finding, Fix, Needs, Safety, Severity, Span, delete_lines
from newslint_rules.duplicate.definition import COPIES

from .code import CALLS, CHARACTERS, extent, is_code, is_part, may_stand_between

_LINES_BETWEEN = 8


class ScriptOrStyle(DocumentRule):
    """The evidence is syntax, never the word `JavaScript`."""

    family = "markup"
    severity = Severity.ERROR
    subsumes = COPIES | {"html-tag", "html-entity", "markdown-residue", "serialised-literal", "glued-sentences"}
    needs = Needs(characters=CHARACTERS, literals=CALLS)

    def check(self, document: Document) -> Iterator[Finding]:
        blocks = document.blocks
        code = {index: extent(block.text) for index, block in enumerate(blocks) if is_code(block.text)}
        end = 0
        for index, (start, _) in code.items():
            if index < end:
                continue
            first = index
            while start == 0 and first > end and is_part(blocks[first - 1].text):
                first -= 1
            last = _last(blocks, code, index)
            yield self._block(document, blocks[first], start, blocks[last], code.get(last))
            end = last + 1

    def _block(
        self, document: Document, first: Block, place: int, last: Block, piece: tuple[int, int] | None
    ) -> Finding:
        start = first.start + place
        end = last.start + piece[1] if piece else last.end
        title = "delete the code"
        if place or end < last.end:  # other words stand on its first or on its last line
            fix = Fix(title, (Edit(Span(start, end)),), Safety.UNSAFE)
        else:
            fix = delete_lines(document, start, end, title, Safety.UNSAFE)
        return self.finding(document, Span(start, end), "script or style sheet of the page", fix=fix)


def _last(blocks: Sequence[Block], code: Mapping[int, tuple[int, int]], index: int) -> int:
    """The last block of the code that begins in block `index`: up to where prose stands behind it, or follows."""
    while index not in code or code[index][1] == len(blocks[index].text):
        follow = range(index + 1, min(index + 2 + _LINES_BETWEEN, len(blocks)))
        nearest = next((near for near in follow if near in code and code[near][0] == 0), index)
        if all(may_stand_between(blocks[near].text) for near in range(index + 1, nearest)) and nearest > index:
            index = nearest
        elif follow and follow[0] not in code and is_part(blocks[follow[0]].text):
            index += 1
        else:
            break
    return index
