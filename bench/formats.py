"""What each output format costs: `python -m bench.formats 100000` (findings; `--json FILE` keeps the figures).

The findings are those of seeds/, repeated as if each round had come from a folder of its own, and made while they are
read. Each format runs in a process of its own, after one reading of the findings that writes nothing: CPU seconds and
memory are what it took beyond that.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from bench.seed_corpus import SEEDS
from bench.speed import cpu, machine, peak

from newslint.api import Request, run, settle
from newslint.document import DocumentRef
from newslint.finding import Finding, Location
from newslint.packs import load_reporters, reporter
from newslint.report import Report, ReportOptions

HEADER: Final = (
    f"{'format':12}{'CPU s':>8}{'µs/finding':>12}{'reading s':>11}{'MiB more':>10}{'MB':>8}{'B/finding':>12}"
)


@dataclass(frozen=True)
class Cost:
    """What one format took for a number of findings; `reading_s` is what making and reading them takes."""

    format: str
    cpu_s: float
    reading_s: float
    more_mib: float
    bytes: int


class Repeated:
    """So many findings, the given ones again and again, each round under a folder and with fingerprints of its own."""

    def __init__(self, findings: Sequence[Finding], number: int) -> None:
        self._findings, self._number = findings, number

    def __iter__(self) -> Iterator[Finding]:
        for number in range(self._number):
            turn, place = divmod(number, len(self._findings))
            yield _in_round(self._findings[place], turn)


def _in_round(finding: Finding, turn: int) -> Finding:
    related = tuple(item._replace(location=_moved(item.location, turn)) for item in finding.related)
    cluster = finding.cluster and finding.cluster._replace(id=f"{turn:x}{finding.cluster.id}")
    return replace(
        finding,
        location=_moved(finding.location, turn),
        related=related,
        cluster=cluster,
        fingerprint=f"{turn:08x}{finding.fingerprint[8:]}",
        source=finding.source or f"source {turn % 40}",
    )


def _moved(location: Location, turn: int) -> Location:
    path, record = location.ref
    return location._replace(ref=DocumentRef(f"crawl/{turn:05}/{path}", record))


def report_of(number: int) -> Report:
    """A report with so many findings, and with the counts that belong to it."""
    paths = [str(SEEDS)]
    found = run(settle(paths, Request(isolated=True)), paths)
    findings = [
        replace(finding, location=_relative(finding.location), related=tuple(map(_related, finding.related)))
        for finding in found.findings
    ]
    repeated = Repeated(findings, number)
    counts, severities = Counter(f.rule for f in repeated), Counter(f.severity for f in repeated)
    return replace(found, findings=repeated, counts=dict(counts), severities=dict(severities))


def _relative(location: Location) -> Location:
    path, record = location.ref
    return location._replace(ref=DocumentRef(path.removeprefix(f"{SEEDS}/"), record))


def _related(related: Any) -> Any:
    return related._replace(location=_relative(related.location))


def measure_here(name: str, number: int) -> Cost:
    """Writes a report of that many findings, and says what it took."""
    report, options, size = report_of(number), ReportOptions(max_shown=0), 0

    def write(text: str) -> None:
        nonlocal size
        size += len(text.encode("utf-8", "backslashreplace"))

    began = cpu()
    for _ in report.findings:
        pass
    reading, before = cpu() - began, peak()
    reporter(name)(report, write, options)
    taken = cpu() - began - 2 * reading
    return Cost(name, round(taken, 3), round(reading, 3), round(peak() - before, 1), size)


def measure(name: str, number: int) -> Cost:
    """The cost of a format, from a fresh process."""
    command = [sys.executable, "-m", "bench.formats", str(number), "--format", name]
    return Cost(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))


def row(cost: Cost, number: int) -> str:
    """One line of the table."""
    figures = f"{cost.cpu_s:>8.2f}{cost.cpu_s / number * 1e6:>12.1f}{cost.reading_s:>11.2f}{cost.more_mib:>10.0f}"
    return f"{cost.format:12}{figures}{cost.bytes / 1e6:>8.1f}{cost.bytes / number:>12.0f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table, and stores the figures where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("findings", type=int, nargs="?", default=100_000)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--format", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.format:
        print(json.dumps(asdict(measure_here(options.format, options.findings))))
        return 0
    about, number = machine(), options.findings
    print(*(f"{key}: {value}" for key, value in about.items()), sep="\n")
    print(f"\n{number:,} findings\n\n{HEADER}")
    costs = []
    for name in load_reporters():
        costs.append(measure(name, number))
        print(row(costs[-1], number), flush=True)
    if options.json:
        figures = {"machine": about, "findings": number, "formats": [asdict(cost) for cost in costs]}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
