"""The list of findings, and what filters and sorts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self

from newslint.finding import Finding
from newslint.reporters import wording
from newslint.reporters.differences import Part, differing_excerpts
from newslint.reporters.escaping import markup

from .marks import in_context, placed

NO_SOURCE: Final = "no source"
_SORTS: Final = ("place", "severity", "rule", "source")


class Filters(NamedTuple):
    """What the listed findings can be filtered by. The page names a value by its number in its list."""

    severities: Sequence[str]
    rules: Sequence[str]
    sources: Sequence[str]

    @classmethod
    def of(cls, found: Iterable[Finding]) -> Self:
        """All values that occur, in the order in which they sort."""
        seen = {(finding.severity, finding.rule, finding.source or NO_SOURCE) for finding in found}
        severities = sorted({severity for severity, _, _ in seen}, reverse=True)
        rules, sources = sorted({rule for _, rule, _ in seen}), sorted({source for _, _, source in seen})
        return cls([str(severity) for severity in severities], rules, sources)


class Numbers:
    """The number of each value of the filters."""

    def __init__(self, filters: Filters) -> None:
        self._numbers = [{value: number for number, value in enumerate(values)} for values in filters]

    def of(self, finding: Finding) -> str:
        """`0 12 3`: severity, rule and source of a finding."""
        values = str(finding.severity), finding.rule, finding.source or NO_SOURCE
        return " ".join(str(numbers[value]) for numbers, value in zip(self._numbers, values, strict=True))


def controls(filters: Filters, findings: int) -> str:
    """The filter. It stays hidden until the script shows it: without a script it would do nothing."""
    selects = "".join(
        _select(name, name.capitalize(), enumerate(values))
        for name, values in zip(("severity", "rule", "source"), filters, strict=True)
    )
    sorts = "".join(f'<option value="{name}">{name}</option>' for name in _SORTS)
    return (
        '<form id="controls" hidden>\n'
        '<label class="search">Search <input type="search" id="search" autocomplete="off"></label>\n'
        f'{selects}<label>Sort by <select id="sort">{sorts}</select></label>\n'
        '<button type="reset">Reset</button>\n'
        f'<output id="shown" aria-live="polite">{wording.counted(findings, "finding")}</output>\n</form>\n'
    )


def _select(name: str, label: str, values: Iterable[tuple[int, str]]) -> str:
    options = "".join(f'<option value="{number}">{markup(value)}</option>' for number, value in values)
    return f'<label>{label} <select id="{name}"><option value="">all</option>{options}</select></label>\n'


def entry(finding: Finding, numbers: Numbers) -> str:
    """One finding with its context, the other copy and the fix, in one line."""
    severity = str(finding.severity)
    return (
        f'<article class="finding {severity}" data-of="{numbers.of(finding)}">'
        f"<h3>{placed(finding.location)} <b>{severity}</b> <i>{markup(finding.rule)}</i></h3>"
        f'<p dir="auto">{markup(finding.message)}</p>{_texts(finding)}{_fix(finding)}</article>'
    )


def _texts(finding: Finding) -> str:
    """The text of the finding and, where there is one, of the other copy."""
    copies = wording.copies(finding)
    other = copies[0] if copies else None
    here: list[Part] = [Part(finding.location.excerpt, True)]
    there: list[Part] = []
    if other and other.similarity is not None and other.location.excerpt:
        parts = differing_excerpts(finding.location, other.location)
        if any(part.differs for part in (*parts[0], *parts[1])):
            here, there = parts
    has_text = finding.location.excerpt or finding.location.before
    text = in_context(finding.location, here) if has_text else ""
    if not other:
        return text
    where = f"{markup(other.note or 'other copy')} at {placed(other.location)}"
    measured = wording.similarity(other)
    more = f", and {wording.counted(len(copies) - 1, 'more place')}" if len(copies) > 1 else ""
    text += f"<p class=where>{where}{f', {measured} alike' if measured else ''}{more}</p>"
    return text + (in_context(other.location, there) if there else "")


def _fix(finding: Finding) -> str:
    return f"<p class=where>fix ({finding.fix.safety}): {markup(finding.fix.title)}</p>" if finding.fix else ""
