"""Near-duplicates side by side: the first copy, and beside it the others with the words that differ marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint.finding import Finding, Location, Related
from newslint.reporters import wording
from newslint.reporters.differences import Part, differing_excerpts
from newslint.reporters.display import cut
from newslint.reporters.escaping import markup

from .lists import later
from .marks import in_context, placed

_CLUSTERS: Final = 200
_MEMBERS: Final = 6
_OPEN: Final = 3
_TITLE: Final = 80
_ROLES: Final = ("original", "copy")


def clusters(found: list[Finding]) -> Iterator[str]:
    """The section, or nothing where no finding belongs to a cluster of other documents."""
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        if finding.cluster and _copies(finding):
            grouped.setdefault((finding.rule, finding.cluster.id), []).append(finding)
    if not grouped:
        return
    groups = sorted(grouped.values(), key=lambda members: -_size(members))[:_CLUSTERS]
    yield '<section aria-labelledby="copies-title">\n<h2 id="copies-title">Copies side by side</h2>\n'
    if len(grouped) > _CLUSTERS:
        yield f"<p>The largest {_CLUSTERS:,} of {len(grouped):,} groups of copies.</p>\n"
    yield from later("copies", (_cluster(members, is_open=n < _OPEN) for n, members in enumerate(groups)))
    yield "</section>\n"


def _copies(finding: Finding) -> list[Related]:
    """Copies of which it is known how like they are; not examples of a text that stands in many places."""
    return [copy for copy in wording.copies(finding) if copy.role in _ROLES and copy.similarity is not None]


def _size(members: list[Finding]) -> int:
    return members[0].cluster.size if members[0].cluster else len(members) + 1


def _cluster(members: list[Finding], *, is_open: bool) -> str:
    first = _copies(members[0])[0]
    title = cut(" ".join(first.location.excerpt.split()), _TITLE) or members[0].message
    shown = members[:_MEMBERS]
    missing = _size(members) - 1 - len(shown)
    more = f"<p>{missing:,} more not shown here.</p>" if missing > 0 else ""
    columns = "".join([_original(first, members), *(_copy(first, finding) for finding in shown)])
    summary = f"<summary><b>{_size(members):,} copies</b> “<bdi>{markup(title)}</bdi>” {_alike(members)}</summary>"
    return f'<details{" open" if is_open else ""}>{summary}<div class="copies">{columns}</div>{more}</details>'


def _alike(members: list[Finding]) -> str:
    """`0.72 to 0.98 alike`."""
    figures = sorted({wording.similarity(_copies(member)[0]) for member in members})
    return f"{' to '.join(dict.fromkeys((figures[0], figures[-1])))} alike"


def _original(first: Related, members: list[Finding]) -> str:
    """The first copy; with one other copy only, its differing words are marked too."""
    parts = [Part(first.location.excerpt, False)]
    if len(members) == 1:
        parts = differing_excerpts(first.location, members[0].location)[0]
    return _column(first.location, "first copy", parts)


def _copy(first: Related, finding: Finding) -> str:
    own = _copies(finding)[0]
    parts = differing_excerpts(finding.location, own.location)[0]
    remark = ", ".join(filter(None, (finding.kind, f"{wording.similarity(own)} alike")))
    if own.location != first.location:
        remark += f", compared with {wording.place(own.location)}"
    return _column(finding.location, remark, parts)


def _column(location: Location, remark: str, parts: list[Part]) -> str:
    return f"<div><h3>{placed(location)}</h3><p class=where>{markup(remark)}</p>{in_context(location, parts)}</div>"
