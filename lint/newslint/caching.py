"""Which store a run uses, and what its content depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .config import Chosen, Config
from .config.files import from_here
from .rule import Rule

if TYPE_CHECKING:
    from .engine import RunOptions
    from .engine.remembering import Memory
    from .reading import Discovery
    from .store import Store

Say = Callable[[str], object]
"""Takes one line for people."""

Code = Callable[[frozenset[str]], str]
"""A name of the code of some packages."""

LEAST_BYTES: Final = 1 << 20
"""Of less, the store beside the configuration is not even opened: checking a few files is quicker."""


@dataclass(frozen=True)
class Cache:
    """Where to remember.

    Attributes:
        folder: the folder of the store; empty: `.newslint_cache` beside the configuration, and only in runs over more
            than `LEAST_BYTES`.
    """

    folder: str = ""


def folder_of(cache: Cache, config: Config) -> Path:
    """The folder of the store."""
    from .store import FOLDER_NAME

    return Path(cache.folder) if cache.folder else config.folder / FOLDER_NAME


@contextmanager
def remembering(
    cache: Cache | None,
    config: Config,
    chosen: Chosen,
    discovery: Discovery,
    options: RunOptions,
    say: Say | None = None,
    reference: Store | None = None,
) -> Iterator[Memory | None]:
    """The memory of a run; None where it has none.

    Args:
        reference: open; read in place of what is remembered in the cache.
        say: gets what is to be said of a store that cannot be used, or is made anew.
    """
    say = say or (lambda _: None)
    if reference is not None and not (options.audit or options.census):
        yield _memory(reference, chosen, options)
        if reference.trouble:
            say(f"the index of the reference {reference.trouble}")
        return
    if cache is None or options.audit or options.census or not (cache.folder or _size(discovery) >= LEAST_BYTES):
        yield None
        return
    store = opened(folder_of(cache, config), say)
    if store is None:
        yield None
        return
    with store:
        yield _memory(store, chosen, options)
    if store.trouble:
        say(_remark(folder_of(cache, config), store.trouble))


def opened(folder: Path, say: Say) -> Store | None:
    """The store in a folder, made where it is not there; None, with a remark, where it cannot be used."""
    from .store import header, open_store

    store, remark = open_store(str(folder), header())
    if remark:
        say(_remark(folder, remark))
    return store


def _remark(folder: Path, text: str) -> str:
    return f"the cache in {from_here(folder)} {text}"


def _size(discovery: Discovery) -> int:
    return sum(entry.size for entry in discovery.files)


def _memory(store: Store, chosen: Chosen, options: RunOptions) -> Memory:
    from .engine.remembering import Memory
    from .store import code_digest

    allowed = options.allowances.entries if options.allowances else ()
    name = partial(_name_of_rules, chosen, allowed, cache(code_digest))
    return Memory(store, name(options.document_rules), options, name(options.corpus_rules))


def _name_of_rules(chosen: Chosen, allowed: object, code: Code, rules: Sequence[Rule]) -> str:
    """A name of the rules with their options, severities and code, and of what is allowed."""
    from .config.stages import canonical, digest

    packages = frozenset(type(rule).__module__.partition(".")[0] for rule in rules)
    return "\0".join((digest(replace(chosen, rules=tuple(rules))), repr(canonical(allowed)), code(packages)))
