"""Two reports side by side, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from . import wording
from .comparison import Change, Comparison, Item, Loaded
from .escaping import json_line, terminal
from .stats_text import table

Write = Callable[[str], object]


def as_text(comparison: Comparison, write: Write, max_shown: int) -> None:
    """Write what was compared, the rates, then the findings; at most `max_shown` of each sort (0: all)."""
    lines = [*_head(comparison), "", *_rates(comparison)]
    for title, items in (("New", comparison.fresh), ("Gone", comparison.gone)):
        lines += _listed(title, [f"{item.place} {_said(item)}" for item in items], max_shown)
    for title, changes in (("Changed", comparison.changed), ("Moved", comparison.moved)):
        lines += _listed(title, [_change(change) for change in changes], max_shown)
    lines.append(_outcome(comparison))
    write("".join(f"{terminal(line)}\n" for line in lines))


def _head(comparison: Comparison) -> Iterator[str]:
    for loaded in (comparison.old, comparison.new):
        findings, documents = (
            wording.counted(len(loaded.items), "finding"),
            wording.counted(loaded.documents, "document"),
        )
        yield f"{loaded.name}: {findings} in {documents}"
    yield from warnings(comparison)


def warnings(comparison: Comparison) -> Iterator[str]:
    """Why the two may not be compared like with like."""
    old, new = comparison.old, comparison.new
    if old.version != new.version:
        yield f"made by different versions of newslint: {old.version} and {new.version}"
    if old.summary.get("rules") != new.summary.get("rules"):
        yield "made with different rules"
    elif old.summary.get("configuration") != new.summary.get("configuration"):
        yield "made with different options of rules"


def _rates(comparison: Comparison) -> Iterator[str]:
    rows, unchanged = [], 0
    for rule, (before, now) in sorted(
        _counts(comparison).items(), key=lambda item: (-abs(item[1][1] - item[1][0]), item[0])
    ):
        rates = [_rate(number, loaded) for number, loaded in ((before, comparison.old), (now, comparison.new))]
        if before == now and rates[0] == rates[1]:
            unchanged += 1
            continue
        rows.append((rule, f"{before:,}", f"{now:,}", f"{now - before:+,}" if now != before else "0", *rates))
    if rows:
        yield from table(("rule", "old", "new", "change", "old per 1,000 documents", "new per 1,000 documents"), rows)
    if unchanged:
        yield f"{wording.counted(unchanged, 'rule')} as before"
    if rows or unchanged:
        yield ""


def _counts(comparison: Comparison) -> dict[str, tuple[int, int]]:
    old, new = (Counter(item.rule for item in loaded.items) for loaded in (comparison.old, comparison.new))
    return {rule: (old[rule], new[rule]) for rule in sorted(old.keys() | new.keys())}


def _rate(number: int, loaded: Loaded) -> str:
    return f"{1000 * number / loaded.documents:,.1f}" if loaded.documents else ""


def _listed(title: str, lines: Sequence[str], max_shown: int) -> Iterator[str]:
    if not lines:
        return
    yield f"{title}: {len(lines):,}"
    yield from (f"  {line}" for line in islice(lines, max_shown or len(lines)))
    if max_shown and len(lines) > max_shown:
        yield f"  … and {len(lines) - max_shown:,} more: --max-shown 0 shows all"
    yield ""


def _said(item: Item) -> str:
    return f"{item.severity}[{item.rule}] {item.message}"


def _change(change: Change) -> str:
    return f"{change.now.place} {change.now.severity}[{change.now.rule}] {'; '.join(change.differences)}"


def _outcome(comparison: Comparison) -> str:
    parts = [f"{len(comparison.fresh):,} new", f"{len(comparison.gone):,} gone"]
    parts += [f"{len(comparison.changed):,} changed", f"{len(comparison.moved):,} moved"]
    return ", ".join([*parts, f"{comparison.same:,} the same"])


def as_json(comparison: Comparison, write: Write) -> None:
    """Write all of it as one JSON document."""
    document: dict[str, Any] = {
        "old": _loaded(comparison.old),
        "new": _loaded(comparison.new),
        "warnings": list(warnings(comparison)),
        "rules": {
            rule: {
                "old": before,
                "new": now,
                "old_per_1000_documents": comparison.old.rate(rule),
                "new_per_1000_documents": comparison.new.rate(rule),
            }
            for rule, (before, now) in _counts(comparison).items()
        },
        "same": comparison.same,
        "new_findings": [item._asdict() for item in comparison.fresh],
        "gone_findings": [item._asdict() for item in comparison.gone],
        "changed_findings": [_changed(change) for change in comparison.changed],
        "moved_findings": [_changed(change) for change in comparison.moved],
    }
    write(f"{json_line(document)}\n")


def _loaded(loaded: Loaded) -> dict[str, object]:
    return {"report": loaded.name, "findings": len(loaded.items), "documents": loaded.documents}


def _changed(change: Change) -> dict[str, object]:
    differences = list(change.differences)
    return {"before": change.before._asdict(), "now": change.now._asdict(), "differences": differences}
