"""Folders of files to fix, and what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newslint import Rule
from newslint.fixing import Outcome
from newslint.packs import load_rules

RAIN = "Rain fell on the town on Monday, and the river rose by a metre."
DIRTY = f"Storm reaches the coast\n\n{RAIN}  \nShare this\nThe ferries stay in port\u200b until noon.\n"
FIXED = f"Storm reaches the coast\n\n{RAIN}\nThe ferries stay in port until noon.\n"
COUNTS = {"share-bar": 1, "trailing-whitespace": 1, "zero-width": 1}

NAMES = ("missing-final-newline", "not-utf8", "share-bar", "trailing-whitespace", "zero-width")

Fix = Callable[..., Outcome]


def rules() -> tuple[Rule, ...]:
    every = load_rules()
    return tuple(every[name] for name in NAMES)


def write(files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content.encode() if isinstance(content, str) else content)


def notices(outcome: Outcome) -> list[tuple[str, str, bool]]:
    return [(notice.path, notice.message, notice.failed) for notice in outcome.notices]


def names() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*") if not path.is_dir())
