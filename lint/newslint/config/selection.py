"""From names of rules and families to the rules of a run, with their options and severities."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Severity
from newslint.rule import FAMILIES, CorpusRule, Rule
from newslint.text import nearest

from .files import Config
from .kinds import Misfit
from .options import option_kinds
from .paths import PathIgnores, anchored
from .settings import ConfigError

if TYPE_CHECKING:
    from newslint.engine.allowing import Allowances

EVERYTHING: Final = "all"
"""Selects every rule, those that are off by default too."""


@dataclass(frozen=True)
class Selection:
    """What one place (the file, then the command line) says about the rules to run.

    Attributes:
        select: in place of what was selected before; None keeps that.
        where: the place, for messages.
        off: what has the severity `off`; as `ignore`.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    where: str = ""
    off: tuple[str, ...] = ()

    def named(self) -> Iterator[tuple[str, bool, str]]:
        """Key, whether it switches off, and name, for each name."""
        for key, names in (("select", self.select or ()), ("extend-select", self.extend_select)):
            yield from ((key, False, name) for name in names)
        for key, names in (("ignore", self.ignore), ("severity", self.off)):
            yield from ((key, True, name) for name in names)


class Step(NamedTuple):
    """One name of a selection; steps are taken in this order, the later one wins: a rule beats a family."""

    specificity: int
    layer: int
    off: bool
    name: str
    why: str = ""


class Decision(NamedTuple):
    """Whether a rule runs, and what has decided that, for people."""

    runs: bool
    why: str


@dataclass(frozen=True)
class Chosen:
    """The rules of a run.

    Attributes:
        rules: configured, by name, sorted.
        severities: where they differ from the rule's own.
        ignores: from a document's path to the rules that are silent there; None where none ever is.
        allowances: what findings may say without being reported; None where there is no such text.
        decisions: for every rule there is, whether it runs and why.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity]
    ignores: PathIgnores | None
    allowances: Allowances | None = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)


def choose(
    rules: Mapping[str, Rule], config: Config, is_default: Callable[[Rule], bool], command_line: Selection
) -> Chosen:
    """The rules that configuration and command line ask for.

    Raises:
        ConfigError: a name that no rule and no family has, or an option that a rule does not have.
    """
    settings = config.settings
    check_names(rules, settings.severity, config.where, "severity")
    switched_off = tuple(_switched_off(rules, settings.severity))
    in_file = Selection(settings.select, settings.extend_select, settings.ignore, config.where, switched_off)
    decisions = decided(rules, (in_file, command_line), is_default)
    all_rules = configured(rules, config)
    ignores = tuple(
        (anchored(pattern, config.folder), expand(rules, ignored, config.where, f"per-file-ignores.{pattern}"))
        for pattern, ignored in settings.per_file_ignores.items()
    )
    return Chosen(
        tuple(all_rules[name] for name in sorted(rules) if decisions[name].runs),
        _severities(rules, config),
        PathIgnores(ignores) if ignores else None,
        _allowances(rules, config),
        decisions,
    )


def _allowances(rules: Mapping[str, Rule], config: Config) -> Allowances | None:
    from newslint.engine.allowing import Allowance, Allowances

    entries = []
    for number, item in enumerate(config.settings.allow):
        names = expand(rules, item.rules, config.where, f"allow.{number}.rules")
        entries.append(Allowance(item.text, item.pattern, names, item.reason))
    return Allowances(entries) if entries else None


def decided(
    rules: Mapping[str, Rule], layers: Sequence[Selection], is_default: Callable[[Rule], bool]
) -> dict[str, Decision]:
    """Which rules run, and why.

    A layer with `select` starts anew, but for the names that earlier layers ignore. Names of rules count for more than
    names of families, then later layers for more than earlier ones, then `ignore` for more than `select`.

    Raises:
        ConfigError: a name that no rule and no family has.
    """
    decisions = {
        name: Decision(True, "by default")
        if is_default(rule)
        else Decision(False, f"off by default (--extend-select {name} runs it)")
        for name, rule in rules.items()
    }
    steps: list[Step] = []
    for number, layer in enumerate(layers):
        for key, _, name in layer.named():
            check_names(rules, [name], layer.where, key)
        if layer.select is not None:
            decisions = dict.fromkeys(rules, Decision(False, f"not in select ({layer.where})"))
            steps = [step for step in steps if step.off]
        steps += [_step(number, name, off, f"{key}: {name} ({layer.where})") for key, off, name in layer.named()]
    for step in sorted(steps):
        for name in _members(rules, step.name):
            decisions[name] = Decision(not step.off, step.why)
    return decisions


def _step(layer: int, name: str, off: bool, why: str = "") -> Step:
    return Step(0 if name == EVERYTHING else 1 if name in FAMILIES else 2, layer, off, name, why)


def _members(rules: Mapping[str, Rule], name: str) -> set[str]:
    if name == EVERYTHING:
        return set(rules)
    if name in FAMILIES:
        return {rule.name for rule in rules.values() if rule.family == name}
    return {name}


def check_names(rules: Collection[str], names: Iterable[str], where: str, key: str) -> None:
    """See that each name is a rule's or a family's.

    Raises:
        ConfigError: one is not.
    """
    known = [*rules, *FAMILIES, EVERYTHING]
    for name in names:
        if name not in known:
            raise ConfigError(where, key, f"no rule or family is called {name!r}{nearest(name, known)}")


def check_fixable(rules: Mapping[str, Rule], config: Config, changed: Container[str] = ()) -> None:
    """See that what the file says of fixes names rules and families, whether or not there is something to fix.

    Args:
        changed: settings that are not the file's any more.

    Raises:
        ConfigError: one is not.
    """
    settings = config.settings
    for key, names in (("fixable", settings.fixable or ()), ("unfixable", settings.unfixable)):
        if key not in changed:
            check_names(rules, names, config.where, key)


def expand(rules: Mapping[str, Rule], names: Iterable[str], where: str, key: str) -> frozenset[str]:
    """The names of the rules that are named, families taken apart.

    Raises:
        ConfigError: a name that no rule and no family has.
    """
    names = tuple(names)
    check_names(rules, names, where, key)
    return frozenset(member for name in names for member in _members(rules, name))


def _switched_off(rules: Mapping[str, Rule], severity: Mapping[str, Severity | None]) -> Iterator[str]:
    """What is `off`; of a family, not the rules that have a level of their own."""
    on = {name for name, level in severity.items() if level is not None}
    for name in (name for name, level in severity.items() if level is None):
        members = _members(rules, name)
        yield from sorted(members - on) if members & on else [name]


def _severities(rules: Mapping[str, Rule], config: Config) -> dict[str, Severity]:
    """Families first, so that what is said of a rule wins."""
    severities: dict[str, Severity] = {}
    for name, level in sorted(config.settings.severity.items(), key=lambda item: _step(0, item[0], False)):
        if level is not None:
            severities |= dict.fromkeys(sorted(_members(rules, name)), level)
    return severities


def configured(rules: Mapping[str, Rule], config: Config) -> dict[str, Rule]:
    """The rules with their configured options.

    Raises:
        ConfigError: a rule that there is not, or an option that it does not have.
    """
    made = dict(rules)
    for name, table in config.settings.rules.items():
        if name not in rules:
            raise ConfigError(config.where, f"rules.{name}", f"no rule is called so{nearest(name, rules)}")
        made[name] = _with_options(rules[name], table, config.where)
    return made


def _with_options(rule: Rule, table: Mapping[str, object], where: str) -> Rule:
    kinds = option_kinds(rule)
    values = {}
    for key, value in table.items():
        place = f"rules.{rule.name}.{key}"
        if key not in kinds:
            raise ConfigError(where, place, f"the rule has no such option{_known(key, kinds)}")
        try:
            values[key.replace("-", "_")] = kinds[key].parse(value)
        except Misfit as misfit:
            raise ConfigError(where, f"rules.{rule.name}.{misfit.below(key).key}", misfit.cause) from None
    try:
        made = replace(rule, **values)
        if isinstance(made, CorpusRule):
            made.alike.check()
    except ValueError as error:  # the rule's own check of its options, or that of the definition it makes of them
        raise ConfigError(where, f"rules.{rule.name}", str(error)) from None
    return made


def _known(key: str, kinds: Collection[str]) -> str:
    return nearest(key, kinds) or (f" (it has {', '.join(kinds)})" if kinds else " (it has none)")
