"""What a rule is. A rule is a frozen dataclass: its fields are its options, its class name in kebab case its name.

One without options needs no decorator of its own: sixty of them would cost a run a tenth of its start.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple, Protocol, get_type_hints

from .document import PARAGRAPH, Block, Document, DocumentRef, Metadata, Span
from .finding import ClusterId, Data, Edit, Finding, Fix, Location, Related, Safety, Severity, Surplus
from .needs import Needs
from .ranges import Count, Range, Share, misfit

FAMILIES = (
    "repetition",
    "residue",
    "wire",
    "markup",
    "encoding",
    "invisible",
    "whitespace",
    "structure",
    "duplicate",
)


_NO_DATA: Final[Data] = MappingProxyType({})
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kebab(name: str) -> str:
    """`RepeatedCaption` → `repeated-caption`; `NotUtf8` → `not-utf8`."""
    return _HUMP.sub("-", name).lower()


@dataclass(frozen=True)
class Rule(ABC):  # noqa: B024 -- abstract by its two kinds
    """What document rules and corpus rules share.

    Class attributes:
        family: one of `FAMILIES`.
        severity: of its findings, unless the configuration says otherwise.
        default: False where the rule runs only when it is selected.
        subsumes: names of rules whose findings inside one of this rule's are superfluous, of corpus rules too; a
            corpus rule subsumes corpus rules only. The engine turns a superfluous finding into a related place (role
            `part`) of the one that holds it.
        yields_to: names of rules or families inside of whose findings this rule's are superfluous: the same, said by
            the rule that knows less. Among document rules only.
    """

    family: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = True
    subsumes: ClassVar[frozenset[str]] = frozenset()
    yields_to: ClassVar[frozenset[str]] = frozenset()

    @cached_property
    def name(self) -> str:
        return kebab(type(self).__name__)

    def finding(
        self,
        document: Document | DocumentRef,
        span: Span | Block,
        message: str,
        *,
        severity: Severity | None = None,
        kind: str = "",
        related: Iterable[Related] = (),
        fix: Fix | None = None,
        data: Data = _NO_DATA,
        cluster: ClusterId | None = None,
    ) -> Finding:
        """A finding of this rule at `span`."""
        ref = document.ref if isinstance(document, Document) else document
        place = span.span if isinstance(span, Block) else span
        return Finding(
            self.name,
            message,
            Location(ref, place),
            severity or self.severity,
            self.family,
            kind,
            tuple(related),
            fix,
            dict(data),
            cluster,
        )


class DocumentRule(Rule):
    """Looks at one document and knows of no other."""

    @property
    @abstractmethod
    def needs(self) -> Needs:
        """The necessary condition, as data. May be a plain class attribute."""

    @abstractmethod
    def check(self, document: Document) -> Iterator[Finding]:
        """The findings in `document`, in any order."""


Unit = Literal["char", "word"]
"""What a shingle is made of."""


class Alike(NamedTuple):
    """When two blocks are near-duplicates. Every value is an option of the rules that compare.

    The defaults are those of the rules for paragraphs and captions: of all that were tried, the best on edited news.

    Attributes:
        unit: what a shingle is made of: `char` or `word`.
        ngram: units in a shingle.
        jaccard: resemblance from which two blocks are alike, 0 to 1; 0 switches it off.
        containment: share of the smaller block's shingles found in the larger, likewise.
        facts: share of the smaller block's figures and names that must stand in the other; 0 switches it off.
        min_words: blocks with fewer words are only compared for equality.
        fold_numbers: all figures count as the same one: they are `0` in what is compared, and no facts.
    """

    unit: Unit = "char"
    ngram: Count = 5
    jaccard: Share = 0.45
    containment: Share = 0.7
    facts: Share = 0.6
    min_words: Annotated[int, Range(0)] = 8
    fold_numbers: bool = False

    def check(self) -> None:
        """See that every value is one that it may be.

        Raises:
            ValueError: one is none of its choices, or outside of its range.
        """
        for name, hint in _hints().items():
            value = getattr(self, name)
            if cause := misfit(hint, value):
                raise ValueError(f"{name} {cause}, not {value!r}")


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Alike, include_extras=True)


Canonical = Literal["path", "date", "longest"]
"""Which copy is the original: the first in path order, of the earliest day (undated ones last), or the longest.

Those that are equal in this follow each other in path order, so that each is a total order.
"""


class Member(NamedTuple):
    """A block (or document) of a cluster.

    Attributes:
        ref, span, kind: where it stands; `kind` is the block's kind, or `document`.
        relation: to the member it is linked with: `same`, `edited` or `contained`.
        link: index in `Cluster.members` of the earlier copy it was verified against; -1 for the canonical one.
        similarity, containment: true values against that copy, 0 to 1.
    """

    ref: DocumentRef
    span: Span
    kind: str
    relation: str
    link: int
    similarity: float
    containment: float


class Spread(NamedTuple):
    """How far a text is spread in one source: stories that hold it (copies of one count once), and all documents."""

    stories: int
    documents: int


NOWHERE: Final[Mapping[str, Spread]] = MappingProxyType({})


class Cluster(NamedTuple):
    """Copies of one text; the canonical one is `members[0]`.

    Attributes:
        size: how many members there are in all; 0: those in `members`.
        spread: for rules that count, by source (see `CorpusRule.counts`); a story counts where it comes first.
        as_found: the members in canonical order where another one stands for them (it is older, say); else empty.
    """

    id: str
    members: tuple[Member, ...]
    size: int = 0
    spread: Mapping[str, Spread] = NOWHERE
    as_found: tuple[Member, ...] = ()

    @property
    def found(self) -> tuple[Member, ...]:
        """The members in canonical order: what kind of text it is must not depend on which of them was there first."""
        return self.as_found or self.members

    @property
    def label(self) -> ClusterId:
        return ClusterId(self.id, self.size or len(self.members))


class Corpus(Protocol):
    """What a cluster cannot see of itself."""

    @property
    def documents(self) -> int:
        """How many documents were compared."""

    def text(self, member: Member) -> str:
        """The original text of a member, cut after some thousand characters."""

    def location(self, member: Member) -> Location:
        """The member's place, with lines, columns and an excerpt."""

    def metadata(self, member: Member) -> Metadata:
        """What the member's document says of itself."""

    def rest_overlap(self, cluster: Cluster) -> float:
        """How much the cluster's documents share beside it, 0 to 1: the median of what each shares with most others."""

    def differences(self, one: Member, other: Member) -> tuple[list[str], list[str]]:
        """The words and figures that stand in only the one, and in only the other."""

    def first_differences(self, one: Member, other: Member, most: int) -> tuple[Surplus, Surplus]:
        """The first `most` of them, each cut after some characters, and how many there are: for texts of any length."""

    def other_facts(self, one: Member, other: Member, most: int) -> tuple[Surplus, Surplus]:
        """The same for figures and names, each once; for all words where these are the same."""


WHOLE: Final = "document"
"""The `kind` of a member that is a whole document."""


class CorpusRule(Rule):
    """Compares blocks, or whole documents, of all documents of a run.

    The engine collects the blocks of the rule's `kinds`, finds and verifies the pairs that are `alike`, and hands each
    cluster to `check`. Rules with the same `alike` share one search; each picks its members by kind and relation.

    Class attributes:
        kinds: the kinds of blocks that are compared; `{WHOLE}` compares whole documents.
        within: only the first and last so many blocks of an article; 0 for all.
        max_length: only blocks of at most so many characters; 0 for all.
        counts: the rule speaks of a text as such, and asks how often it stands where. Its clusters have their `spread`,
            and of their members the first ones, in different documents.
    """

    family: ClassVar[str] = "duplicate"
    kinds: ClassVar[frozenset[str]] = frozenset({PARAGRAPH})
    within: ClassVar[int] = 0
    max_length: ClassVar[int] = 0
    counts: ClassVar[bool] = False

    @property
    @abstractmethod
    def alike(self) -> Alike:
        """The definition of a near-duplicate."""

    @property
    def canonical(self) -> Canonical:
        """Which copy of a cluster comes first. May be an option."""
        return "path"

    def is_spread(self, spread: Mapping[str, Spread]) -> bool:  # noqa: ARG002 -- for rules that count
        """For rules that count: whether a text that is spread so is looked at. Asked before anything is read again."""
        return True

    @abstractmethod
    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        """The findings for one cluster, in any order."""


def delete_lines(document: Document, start: int, end: int, title: str, safety: Safety) -> Fix:
    """A fix that deletes the whole lines which `start:end` touches (`Document.whole_lines`)."""
    return Fix(title, (Edit(document.whole_lines(start, end)),), safety)


def options(rule: Rule) -> dict[str, Any]:
    """The options of a rule and their values, by the names that the configuration uses."""
    return {field.name.replace("_", "-"): getattr(rule, field.name) for field in fields(rule) if field.init}
