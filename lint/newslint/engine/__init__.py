"""The engine: runs rules over documents and makes the report. It does no I/O of its own and prints nothing."""

from .checking import INTERNAL_ERROR, Checker
from .running import PARALLEL_BYTES, Progress, RunOptions, check_documents, run
from .workers import WorkerDied, available_cores

__all__ = [
    "INTERNAL_ERROR",
    "PARALLEL_BYTES",
    "Checker",
    "Progress",
    "RunOptions",
    "WorkerDied",
    "available_cores",
    "check_documents",
    "run",
]
