"""Scores rules on labelled items.

An item is a JSON object on a line with `text`, `label` (`defect` or `ok`), `rule` (what it is about) and, for defects,
`fits` (the rules or families that count as finding it); `lang` and `note` may be there. A defect is found when a
rule that fits fires. An ok item is accused when the rule it is about fires, or any rule fires above info.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.json_lines import objects

from newslint import Document, DocumentRef, Metadata, Rule, Severity
from newslint.engine import check_documents
from newslint.reading.segment import segment

SHOWN = 240
"""Code points shown of an item that was missed or accused."""


@dataclass
class Score:
    """What became of the labelled items about one thing; `missed` and `accused` hold them for reading."""

    defects: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    accused: list[str] = field(default_factory=list)

    @property
    def found(self) -> int:
        return self.defects - len(self.missed)

    @property
    def precision(self) -> float:
        """Share of true ones among all that were reported, 0 to 1; 1 where nothing was."""
        reported = self.found + len(self.accused)
        return self.found / reported if reported else 1.0

    @property
    def recall(self) -> float:
        """Share of the defects that was found, 0 to 1; 1 where there are none."""
        return self.found / self.defects if self.defects else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.defects + other.defects,
            self.right + other.right,
            self.missed + other.missed,
            self.accused + other.accused,
        )


def items(path: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    """The items of a labelled file, and the document that each makes."""
    for number, item in objects(path):
        text, metadata = item["text"], Metadata(language=item.get("lang", ""))
        yield item, Document(DocumentRef(path.name, number), text, segment(text), metadata)


def score(path: Path, rules: Sequence[Rule]) -> dict[str, Score]:
    """The scores on a labelled file, by what the items are about."""
    scores: dict[str, Score] = defaultdict(Score)
    for item, document in items(path):
        text, number = document.text, document.ref.record
        findings = check_documents([document], rules)
        about = scores[item["rule"]]
        says = ", ".join(sorted({finding.rule for finding in findings}))
        shown = f"{path.name}:{number}: {text[:SHOWN]!r} ({item.get('note', '')}) says: {says or 'nothing'}"
        if item["label"] == "defect":
            about.defects += 1
            if not any({finding.rule, finding.family} & {*item["fits"]} for finding in findings):
                about.missed.append(shown)
        else:
            about.right += 1
            if any(finding.severity > Severity.INFO or finding.rule == item["rule"] for finding in findings):
                about.accused.append(shown)
    return dict(scores)
