"""That what rules said of a cluster is told again only where they would say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

import pytest

from newslint import Alike, Cluster, Corpus, CorpusRule, Finding, Severity
from newslint.engine.allowing import Allowance, Allowances
from newslint.engine.corpus import CorpusCheck
from newslint.store import open_store

from .runs import BRIDGE, FERRY, RULES, Curious, report, said

SCHOOL: Final = (
    "Both schools of the valley stay closed on Monday, as the river rose by two metres overnight, police said."
)
ORCHARD: Final = "An orchard of three hundred pear trees was felled by the storm, its owner Tilda Marn told the paper."
MILL: Final = "The paper mill at Osk will take on sixty workers in May, twice as many as it had promised the town."
GULLS: Final = "Gulls tore open the bags that people of the harbour street had put out for the men of the early shift."
TRAM: Final = (
    "The tram to the upper lake runs every quarter of an hour again, once the rails have been ground and oiled."
)
HEAD: Final = "the storm broke the old pier in two and threw its planks upon the meadow where the children play ball"
TAIL: Final = "so that the rowing club must look for another place to keep its boats before the winter ice sets in"
TEXTS: Final = {
    "a/1.txt": (FERRY, SCHOOL),
    "a/2.txt": (FERRY, ORCHARD),
    "b/3.txt": (FERRY, MILL),
    "b/4.txt": (BRIDGE, MILL.replace("sixty", "seventy")),
    "c/5.txt": (BRIDGE,),
    "e/1.txt": (GULLS, f"At night {HEAD}."),
    "e/2.txt": (GULLS.replace("early", "first"), f"Here {HEAD}, {TAIL}."),
    "f/1.txt": (TRAM, SCHOOL.replace("Both", "The"), HEAD),
    "f/2.txt": (TRAM.replace("upper", "lower"), SCHOOL.replace("Both", "The"), HEAD),
}
CORPUS_RULES: Final = (*(rule for rule in RULES if isinstance(rule, CorpusRule)), Curious())


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, paragraphs in TEXTS.items():
        write(name, *paragraphs)


def write(name: str, *paragraphs: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def looked_at(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> set[str]:
    """The paths of the members of the clusters that rules are asked about while `act` is done."""
    paths: set[str] = set()
    check = CorpusCheck._check

    def watched(self: CorpusCheck, rule: CorpusRule, cluster: Cluster, *rest: Any) -> list[Finding]:
        paths.update(member.ref.path for member in cluster.members)
        return check(self, rule, cluster, *rest)

    with monkeypatch.context() as context:
        context.setattr(CorpusCheck, "_check", watched)
        act()
    return paths


def edited() -> None:
    write("c/5.txt", BRIDGE, "It closed again on Friday, for a week at least.")


def added() -> None:
    write("d/6.txt", "A heron nested on the roof of the town hall this spring, to the joy of all who work there.")


def renamed() -> None:
    Path("c/5.txt").rename("c/6.txt")


ASKING: Final = {"a/1.txt", "a/2.txt", "b/3.txt", "f/1.txt", "f/2.txt"}
"""Where there are more than two copies: of these somebody asks how many documents there are."""
STEPS: Final = [
    pytest.param(lambda: None, set(), id="nothing"),
    pytest.param(edited, {"b/4.txt", "c/5.txt"}, id="an edit: its clusters"),
    pytest.param(renamed, {"b/4.txt", "c/6.txt"}, id="a new name"),
    pytest.param(added, ASKING, id="another number of documents: who asked for it"),
    pytest.param(
        lambda: write("c/5.txt", BRIDGE, f"{TAIL}, they said."),
        {"b/4.txt", "c/5.txt", "e/1.txt", "e/2.txt"},
        id="what else is shared: who asked for it",
    ),
    pytest.param(lambda: write("0.txt", MILL), {"0.txt", "b/3.txt", "b/4.txt"} | ASKING, id="a first copy"),
]


@pytest.mark.parametrize(("step", "asked"), STEPS)
def test_rules_are_asked_only_where_something_changed(
    step: Callable[[], object], asked: set[str], cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert looked_at(monkeypatch, lambda: report(CORPUS_RULES, cache)) == set(TEXTS)
    step()
    assert looked_at(monkeypatch, lambda: report(CORPUS_RULES, cache)) == asked
    assert said(report(CORPUS_RULES, cache)) == said(report(CORPUS_RULES))


def ignores(path: str) -> frozenset[str]:
    if path.startswith("f"):
        return frozenset({"duplicate-document"})
    return frozenset({"near-duplicate-paragraph", "curious"}) if path.startswith("b") else frozenset()


def allowing(*texts: str) -> dict[str, Any]:
    return {"allowances": Allowances([Allowance(text=text) for text in texts])}


OPTIONS: Final = [
    pytest.param(lambda: {"ignores": ignores}, id="ignores"),
    pytest.param(lambda: {"severities": {"curious": Severity.ERROR}}, id="severities"),
    pytest.param(lambda: allowing(MILL, FERRY), id="allowances"),
    pytest.param(lambda: allowing(FERRY, BRIDGE), id="other-allowances"),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_settings_of_another_run_change_nothing(options: Callable[[], dict[str, Any]], cache: str) -> None:
    for given in (dict, options, options, dict, dict, options):
        assert said(report(CORPUS_RULES, cache, **given())) == said(report(CORPUS_RULES, **given()))


@dataclass(frozen=True)
class Moody(CorpusRule):
    """Fails, or says what cannot be kept."""

    severity: ClassVar[Severity] = Severity.INFO
    moods: ClassVar[list[str]] = []

    @property
    def alike(self) -> Alike:
        return Alike(jaccard=0, containment=0, facts=0, min_words=6)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        mood = self.moods.pop() if self.moods else "calm"
        if mood == "cross":
            raise ValueError(mood)
        data = {"moods": ("a", mood)} if mood == "odd" else {"mood": mood}
        yield self.finding(*cluster.members[1][:2], corpus.text(cluster.members[0])[:3], data=data)


@pytest.mark.parametrize(("mood", "after"), [("good", "good"), ("cross", "calm"), ("odd", "calm")])
def test_what_cannot_be_told_again_as_it_was_is_not_kept(mood: str, after: str, cache: str) -> None:
    for name in TEXTS.keys() - {"a/1.txt", "a/2.txt"}:
        Path(name).unlink()
    Moody.moods[:] = [mood]
    assert list(report((Moody(),), cache).findings)
    assert not Moody.moods
    assert [finding.data for finding in report((Moody(),), cache).findings] == [{"mood": after}]


def test_what_is_damaged_is_asked_for_again(cache: str) -> None:
    want = said(report(CORPUS_RULES, cache))
    store, _ = open_store(cache, {"newslint": "1"})
    assert store is not None
    with store:
        for number, (key,) in enumerate(store._connection.execute("SELECT key FROM entry").fetchall()):
            store.add(key, [b"[null,[],[],[0]]", b"[null,[[[99],0.5]],[],[]]", b"[null,[],[0],[]]"][number % 3])
    assert said(report(CORPUS_RULES, cache)) == want
