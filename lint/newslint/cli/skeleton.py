"""What the two files of a new rule hold before anybody has filled them in: a rule that works, and its page."""

from __future__ import annotations

from typing import Final, NamedTuple

PLACEHOLDER: Final = "Replace this line"


class Skeleton(NamedTuple):
    """The two files of a rule: its check (`.py` or `.toml`, by `suffix`) and its page."""

    suffix: str
    check: str
    page: str


def pattern_skeleton(name: str, family: str) -> Skeleton:
    """A rule that is data: phrases and patterns."""
    check = _PATTERN.format(family=family, message=name.replace("-", " "), phrase=PLACEHOLDER.casefold())
    return Skeleton(".toml", check, _page(name, "", _EXAMPLES))


def document_skeleton(name: str, class_name: str, family: str) -> Skeleton:
    """A rule that looks at one document."""
    check = _DOCUMENT.format(name=name, class_name=class_name, family=family, phrase=PLACEHOLDER.casefold())
    return Skeleton(".py", check, _page(name, "", _EXAMPLES))


def corpus_skeleton(name: str, class_name: str) -> Skeleton:
    """A rule that compares the documents of a corpus."""
    return Skeleton(".py", _CORPUS.format(name=name, class_name=class_name), _page(name, _OPTIONS, _CORPUS_EXAMPLES))


def _page(name: str, options: str, examples: str) -> str:
    return _PAGE.format(name=name, options=options, examples=examples)


_PATTERN = """\
family = "{family}"
severity = "warning"        # error for residue; info for facts
message = "{message}"
position = "whole"          # whole line, in small letters; or start, end, inside: the line as it stands, no phrases
max-length = 80
fix = "none"                # safe only where no reader loses a word; else unsafe or none. One word alone is never safe

[phrases]                   # whole lines by language: letter case, blanks, quotes and arrows around them do not matter
en = ["{phrase}"]

# [[patterns]]
# regex = '''(?:view|show) (?:all )?\\d+ comments'''
# needs = ["comments"]      # at least one of these stands in every match
"""

_DOCUMENT = '''\
"""{name}: say here what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity

PHRASES: Final = frozenset({{"{phrase}"}})


@dataclass(frozen=True)
class {class_name}(DocumentRule):
    """Say here what it finds. Fields of this class are options: each needs a default, and a line in the page."""

    family = "{family}"
    severity = Severity.WARNING
    needs = Needs(phrases=PHRASES)  # the narrowest condition that loses nothing

    def check(self, document: Document) -> Iterator[Finding]:
        for block, key in zip(document.blocks, document.keys, strict=True):
            if key in PHRASES:
                yield self.finding(document, block, "say here what is wrong")
'''

_CORPUS = '''\
"""{name}: say here what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint import PARAGRAPH, Alike, Cluster, Corpus, CorpusRule, Count, Finding, Severity


@dataclass(frozen=True)
class {class_name}(CorpusRule):
    """Say here what it finds. Fields of this class are options: each needs a default, and a line in the page."""

    severity = Severity.INFO
    kinds: ClassVar[frozenset[str]] = frozenset({{PARAGRAPH}})

    min_words: Count = 8

    @property
    def alike(self) -> Alike:
        return Alike(min_words=self.min_words)

    def check(self, cluster: Cluster, corpus: Corpus) -> Iterator[Finding]:
        first, *others = cluster.members
        for member in others:
            if member.ref != first.ref and member.relation == "same":
                yield self.finding(member.ref, member.span, "say here what is wrong", cluster=cluster.label)
'''

_PAGE = """\
# {name}

Say in one sentence what it finds.

## What it finds

Say which texts, and by which signs they are known.

## Why it matters

Say what they do to whoever uses the corpus.

## When not to use it

Say for which texts it is not meant.
{options}
## Fix

None. Say why, or what the fix does and whether it is safe.

## Examples

{examples}"""

_OPTIONS = """
## Options

- `min-words` (`8`): shorter paragraphs are not compared.
"""

_EXAMPLES = f"""\
Show a text in which it finds something, with marks around what it finds:

```text
Night Ferry Returns After Two Winters

The night ferry to the islands sails again from Monday, the harbour office said.

⟦{PLACEHOLDER}⟧
```

Show the trickiest text in which it must find nothing:

```text
Night Ferry Returns After Two Winters

{PLACEHOLDER} or close it, engineers told the council about the ferry to the islands.
```
"""

_CORPUS_EXAMPLES = """\
Show a corpus in which it finds something, with marks around what it finds:

```text file=a/1.txt
The council of Brevik approved two night ferries on Tuesday by nine votes to four.
```

```text file=a/2.txt
⟦The council of Brevik approved two night ferries on Tuesday by nine votes to four.⟧
```

Show the trickiest one in which it must find nothing:

```text file=b/1.txt
The council of Brevik approved two night ferries on Tuesday by nine votes to four.
```

```text file=b/2.txt
The council of Brevik rejected a third night ferry on Friday, by seven votes to six.
```
"""
