"""The list of findings, and what filters and sorts it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.finding import Finding
from newslint.reporters import wording
from newslint.reporters.differences import Part, differing_excerpts
from newslint.reporters.escaping import markup

from .marks import in_context, placed

NO_SOURCE: Final = "no source"
_SORTS: Final = ("place", "severity", "rule", "source")


def controls(found: list[Finding]) -> str:
    """The filter. It stays hidden until the script shows it: without a script it would do nothing."""
    severities = [str(level) for level in sorted({finding.severity for finding in found}, reverse=True)]
    rules = sorted({finding.rule for finding in found})
    sources = sorted({finding.source or NO_SOURCE for finding in found})
    return (
        '<form id="controls" hidden>\n'
        '<label>Search <input type="search" id="search" autocomplete="off"></label>\n'
        f"{_select('severity', 'Severity', severities)}{_select('rule', 'Rule', rules)}"
        f"{_select('source', 'Source', sources)}"
        f'<label>Sort by <select id="sort">{"".join(_option(value) for value in _SORTS)}</select></label>\n'
        '<button type="reset">Reset</button>\n'
        f'<output id="shown" aria-live="polite">{wording.counted(len(found), "finding")}</output>\n</form>\n'
    )


def _select(name: str, label: str, values: Iterable[str]) -> str:
    options = "".join(_option(value) for value in values)
    return f'<label>{label} <select id="{name}"><option value="">all</option>{options}</select></label>\n'


def _option(value: str) -> str:
    return f'<option value="{markup(value)}">{markup(value)}</option>'


def entry(finding: Finding) -> str:
    """One finding with its context, the other copy and the fix."""
    severity, rule = str(finding.severity), markup(finding.rule)
    source = markup(finding.source or NO_SOURCE)
    data = f'data-severity="{severity}" data-rule="{rule}" data-source="{source}"'
    return (
        f'<article class="finding {severity}" {data}>\n'
        f"<h3>{placed(finding.location)} <span class=severity>{severity}</span> "
        f"<span class=rule>{rule}</span></h3>\n"
        f'<p dir="auto">{markup(finding.message)}</p>\n{_texts(finding)}{_fix(finding)}</article>\n'
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
    text += f"<p class=where>{where}{f', {measured} alike' if measured else ''}{more}</p>\n"
    return text + (in_context(other.location, there) if there else "")


def _fix(finding: Finding) -> str:
    return f"<p class=where>fix ({finding.fix.safety}): {markup(finding.fix.title)}</p>\n" if finding.fix else ""
