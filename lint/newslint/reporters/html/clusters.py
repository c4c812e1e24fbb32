"""Near-duplicates side by side: the first copy, and beside it the others with the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint.finding import Finding, Location, Related
from newslint.reporters import wording
from newslint.reporters.differences import Part, differing_excerpts
from newslint.reporters.display import cut
from newslint.reporters.escaping import markup

from .marks import in_context, placed

_CLUSTERS: Final = 200
_MEMBERS: Final = 6
_OPEN: Final = 5
_TITLE: Final = 80


def clusters(found: list[Finding]) -> Iterator[str]:
    """The section, or nothing where no finding belongs to a cluster of other documents."""
    grouped: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.cluster and wording.copies(finding):
            grouped.setdefault(finding.cluster.id, []).append(finding)
    if not grouped:
        return
    yield '<section aria-labelledby="copies-title">\n<h2 id="copies-title">Copies side by side</h2>\n'
    if len(grouped) > _CLUSTERS:
        yield f"<p>The first {_CLUSTERS:,} of {len(grouped):,} groups of copies.</p>\n"
    for number, members in enumerate(list(grouped.values())[:_CLUSTERS]):
        yield _cluster(members, is_open=number < _OPEN)
    yield "</section>\n"


def _cluster(members: list[Finding], *, is_open: bool) -> str:
    first = wording.copies(members[0])[0]
    size = members[0].cluster.size if members[0].cluster else len(members) + 1
    title = cut(" ".join(first.location.excerpt.split()), _TITLE) or members[0].message
    shown = members[:_MEMBERS]
    missing = size - 1 - len(shown)
    more = f"<p>{missing:,} more not shown here.</p>\n" if missing > 0 else ""
    columns = "".join([_original(first, members), *(_copy(first, finding) for finding in shown)])
    summary = f"<summary>{size:,} copies of “<bdi>{markup(title)}</bdi>”</summary>\n"
    return f'<details{" open" if is_open else ""}>\n{summary}<div class="copies">\n{columns}</div>\n{more}</details>\n'


def _original(first: Related, members: list[Finding]) -> str:
    """The first copy; with one other copy only, its differing words are marked too."""
    parts = [Part(first.location.excerpt, False)]
    if len(members) == 1:
        parts = differing_excerpts(first.location, members[0].location)[0]
    return _column(first.location, "first copy", parts)


def _copy(first: Related, finding: Finding) -> str:
    own = wording.copies(finding)[0]
    parts = differing_excerpts(finding.location, own.location)[0]
    measured = wording.similarity(own)
    remark = ", ".join(filter(None, (finding.kind, f"{measured} alike" if measured else "")))
    if own.location != first.location:
        remark += f", compared with {wording.place(own.location)}"
    return _column(finding.location, remark, parts)


def _column(location: Location, remark: str, parts: list[Part]) -> str:
    head = f"<h3>{placed(location)}</h3>\n<p class=where>{markup(remark)}</p>\n"
    return f"<div>\n{head}{in_context(location, parts)}</div>\n"
