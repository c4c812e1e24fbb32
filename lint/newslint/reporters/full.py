"""Each finding with the text it stands in, marked by carets, the other copy and the words that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from newslint.finding import Finding, Location, Related
from newslint.report import Report, ReportOptions

from . import wording
from .colour import paint
from .differences import Part, differing_excerpts
from .display import cut, display_width
from .escaping import terminal, visible

_COPIES_SHOWN: Final = 3
_WORDS_SHOWN: Final = 12
_LEAST_WIDTH: Final = 20


def report(report: Report, write: Callable[[str], object], options: ReportOptions) -> None:
    """Write every finding in full, then what was found and read."""
    for finding in report.findings:
        rule = paint(terminal(f"{finding.severity}[{finding.rule}]"), finding.severity, options)
        write(f"{terminal(wording.place(finding.location))}: {rule} {terminal(finding.message)}\n")
        for line in _body(finding, options):
            write(f"{line.rstrip()}\n")
        write("\n")
    for line in () if options.quiet else wording.closing(report, terminal):
        write(f"{line}\n")


def _body(finding: Finding, options: ReportOptions) -> Iterator[str]:
    copies = wording.copies(finding)
    gutter = max(len(str(place.line)) for place in [finding.location, *(copy.location for copy in copies)]) + 2
    measured = copies[0] if copies and copies[0].location.excerpt and copies[0].similarity is not None else None
    here, there = _marked(finding, measured)
    yield from _quoted(finding.location, here, gutter, finding, options)
    for related in copies[:_COPIES_SHOWN]:
        yield f"{' ' * gutter}= {_named(related)}"
        if related.location.excerpt:
            parts = there if related is measured else []
            yield from _quoted(related.location, parts, gutter, finding, options)
    if len(copies) > _COPIES_SHOWN:
        yield f"{' ' * gutter}= and {wording.counted(len(copies) - _COPIES_SHOWN, 'more place')}"
    yield from (f"{' ' * gutter}= {line}" for line in _remarks(finding))


def _marked(finding: Finding, copy: Related | None) -> tuple[list[Part], list[Part]]:
    """What to mark: the words that differ from a copy, else the whole span."""
    if copy is not None:
        here, there = differing_excerpts(finding.location, copy.location)
        if any(part.differs for part in (*here, *there)):
            return here, there
    return [Part(finding.location.excerpt, True)], []


def _quoted(
    location: Location, parts: list[Part], gutter: int, finding: Finding, options: ReportOptions
) -> Iterator[str]:
    """The line of a place, and below it carets under the marked parts."""
    room = max(_LEAST_WIDTH, options.width - gutter - 2)
    before = visible(wording.before(location))
    texts = [(visible(part.text), part.differs) for part in parts or [Part(location.excerpt, False)]]
    line = before + "".join(text for text, _ in texts) + visible(wording.after(location))
    if not line.strip():
        return
    yield terminal(f"{location.line:>{gutter - 1}} | {cut(line, room)}")
    carets = "".join((" ^"[differs]) * display_width(text) for text, differs in texts)
    carets = (" " * display_width(before) + carets)[:room].rstrip()
    if carets:
        yield f"{' ' * gutter}| {paint(carets, finding.severity, options)}"


def _named(related: Related) -> str:
    measured = wording.similarity(related)
    remark = f" ({measured} alike)" if measured else ""
    return terminal(f"{related.note or 'other copy'} at {wording.place(related.location)}{remark}")


def _remarks(finding: Finding) -> Iterator[str]:
    for name in ("only_here", "only_there"):
        words = finding.data.get(name)
        if isinstance(words, list | tuple) and words:
            title, count = name.replace("_", " "), finding.data.get(f"{name}_count", len(words))
            more = ", …" if isinstance(count, int) and count > _WORDS_SHOWN else ""
            yield f"{title}: {', '.join(visible(str(word)) for word in words[:_WORDS_SHOWN])}{more}"
    if finding.cluster and finding.cluster.size > 1:
        yield f"one of {finding.cluster.size:,} copies (cluster {terminal(finding.cluster.id)})"
    if finding.fix:
        yield f"fix ({finding.fix.safety}): {terminal(finding.fix.title)}"
