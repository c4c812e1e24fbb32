"""Speed and memory by stage, on a corpus made from seeds/ or on one of yours.

    python -m bench.speed 64                  64 MB of text are made
    python -m bench.speed news.jsonl          a file that is there; --megabytes 64: so many copies of it

Each stage runs in a process of its own, so that its peak memory is its own. MB are 10^6 bytes on disk, MB/s are per
second of CPU time; nothing here is a test: clocks are noisy, read the figures of one run against each other.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from bench.seed_corpus import LANGUAGES, documents, make_corpus

from newslint import Document
from newslint.api import Request, run, settle
from newslint.packs import reporter
from newslint.reading import Chunk, DiscoveryOptions, ReadingOptions, discover, read, split
from newslint.report import Report, ReportOptions

PARTS: Final = ("newslint", "click", "datasketch", "ftfy", "numpy", "regex", "scipy", "tabulate")
MB: Final = 1_000_000


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


def peak() -> float:
    """Largest resident memory of this process or of one of its children, MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    kib = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return float(kib / (1 << 20 if sys.platform == "darwin" else 1 << 10))


@dataclass(frozen=True)
class Timing:
    """One measured stage; `units` is what it counted (documents, or findings)."""

    stage: str
    cpu_s: float
    wall_s: float
    peak_mib: float
    units: int


def timed(stage: str, work: Callable[[], int]) -> Timing:
    began, wall = cpu(), time.perf_counter()
    units = work()
    return Timing(stage, round(cpu() - began, 3), round(time.perf_counter() - wall, 3), round(peak(), 1), units)


def read_all(path: str, _: int) -> Iterator[Timing]:
    def work() -> int:
        options = ReadingOptions()
        pieces = (piece for entry in discover([path], DiscoveryOptions()).files for piece in split(entry, options))
        items = (item for piece in pieces if isinstance(piece, Chunk) for item in read(piece, options))
        return sum(isinstance(item, Document) for item in items)

    yield timed("read, decode, segment", work)


def rules_of(scope: str, name: str) -> Callable[[str, int], Iterator[Timing]]:
    def measure(path: str, jobs: int) -> Iterator[Timing]:
        reports: list[Report] = []

        def work() -> int:
            job = settle([path], Request(isolated=True, changes={"scope": scope, "jobs": jobs}))
            reports.append(run(job, [path]))
            return reports[0].total

        yield timed(name, work)
        for form in ("table", "json") if scope == "all" else ():
            yield timed(f"report: {form}", partial(_write, reports[0], form))

    return measure


def _write(report: Report, form: str) -> int:
    with open(os.devnull, "w", encoding="utf-8", errors="backslashreplace") as sink:
        reporter(form)(report, sink.write, ReportOptions(max_shown=0))
    return report.total


STAGES: Final = {
    "read": read_all,
    "document": rules_of("document", "document rules, reading included"),
    "corpus": rules_of("corpus", "corpus rules, reading included"),
    "all": rules_of("all", "all rules, reading included"),
}


def machine() -> dict[str, Any]:
    """What figures have to stand beside: processor, cores, and the versions of what does the work."""
    names = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*:\s*(.+)", names)
    parts = {}
    for part in PARTS:
        try:
            parts[part] = version(part)
        except ModuleNotFoundError:
            continue
    return {
        "processor": model[1] if model else platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": parts,
    }


def as_installed() -> dict[str, str]:
    """An environment in which Python keeps its bytecode, as that of an installed package is kept.

    And in which numpy starts no threads: the command sees to that itself, the stages here call the API.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"OPENBLAS_NUM_THREADS": "1", **kept}


def measure(stage: str, path: Path, jobs: int) -> list[Timing]:
    """The timings of a stage from a fresh process."""
    command = [sys.executable, "-m", "bench.speed", "--stage", stage, "--jobs", str(jobs), str(path)]
    ended = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=as_installed())
    lines = ended.stdout.splitlines()
    return [Timing(**json.loads(line)) for line in lines]


def table(timings: Sequence[Timing], size: int) -> str:
    """One line a stage; document and corpus rules also without the reading that they share."""
    reading = next((timing.cpu_s for timing in timings if timing.stage.startswith("read")), 0.0)
    rows = [f"{'stage':36}{'MB/s':>8}{'CPU s':>9}{'wall s':>9}{'peak MiB':>10}{'units':>10}"]
    for timing in timings:
        speed = f"{size / MB / timing.cpu_s:.1f}" if timing.cpu_s else "-"
        cells = f"{speed:>8}{timing.cpu_s:>9.2f}{timing.wall_s:>9.2f}{timing.peak_mib:>10.0f}{timing.units:>10,}"
        rows.append(f"{timing.stage:36}{cells}")
        if reading and "reading included" in timing.stage:
            alone = max(timing.cpu_s - reading, 0.001)
            rows.append(f"{'  without reading':36}{size / MB / alone:>8.1f}{alone:>9.2f}")
    return "\n".join(rows)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="megabytes of text to make, or a file")
    parser.add_argument("--megabytes", type=float, default=0.0, help="copies of the file until they have this size")
    parser.add_argument("--stages", default=",".join(STAGES), help=f"of {','.join(STAGES)}; comma-separated [all]")
    parser.add_argument("--shape", choices=["text", "jsonl", "both"], default="both")
    parser.add_argument("--languages", default="en", help=f"of {','.join(LANGUAGES)}; comma-separated [en]")
    parser.add_argument("--defects", type=float, default=0.02, help="share of seed texts with their defects [0.02]")
    parser.add_argument("--copies", type=float, default=0.1, help="share of edited copies [0.1]")
    parser.add_argument("--jobs", type=int, default=1, help="worker processes [1]")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file too")
    parser.add_argument("--stage", choices=sorted(STAGES), help=argparse.SUPPRESS)
    return parser.parse_args()


def _corpora(options: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    """What is measured, by name; what is made lives until the next one is asked for."""
    if not re.fullmatch(r"[0-9.]+", options.corpus):
        path = Path(options.corpus)
        copies = max(1, round(options.megabytes * MB / path.stat().st_size))
        with tempfile.TemporaryDirectory(prefix="newslint-bench-") as folder:
            for number in range(copies):
                shutil.copy(path, Path(folder, f"{number:03d}{path.suffix}"))
            yield f"{path.name} × {copies}", Path(folder)
        return
    for shape in ("text", "jsonl") if options.shape == "both" else (options.shape,):
        with tempfile.TemporaryDirectory(prefix="newslint-bench-") as folder:
            wanted = int(float(options.corpus) * MB)
            texts = documents(options.languages.split(","), wanted, options.defects, options.copies)
            yield f"{shape}, {options.languages}", make_corpus(Path(folder), shape, texts)


def main() -> None:
    options = arguments()
    if options.stage:
        for timing in STAGES[options.stage](options.corpus, options.jobs):
            print(json.dumps(asdict(timing)))
        return
    about = machine()
    print(*(f"{key}: {value}" for key, value in about.items()), sep="\n")
    results: dict[str, Any] = {"machine": about, "jobs": options.jobs, "corpora": {}}
    for name, path in _corpora(options):
        size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        timings = [timing for stage in options.stages.split(",") for timing in measure(stage, path, options.jobs)]
        counted = [f", {timing.units:,} documents" for timing in timings if timing.stage.startswith("read")]
        print(f"\n{name}: {size / MB:.1f} MB{''.join(counted)}\n")
        print(table(timings, size))
        results["corpora"][name] = {"bytes": size, "stages": [asdict(timing) for timing in timings]}
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
