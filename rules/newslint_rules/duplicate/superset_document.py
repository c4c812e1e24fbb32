"""A document that holds nearly all of another one, or stands nearly whole in it: an updated or trimmed version."""

from __future__ import annotations

from typing import ClassVar, Final

from newslint import Corpus, Member
from newslint_rules.duplicate.duplicate_document import DuplicateDocument

BRIEF: Final = 200
"""Code points of a story that is one sentence: all that it says is its names and figures."""


class SupersetDocument(DuplicateDocument):
    """Options: the definition of a near-duplicate (`newslint.Alike`), for whole documents."""

    messages: ClassVar[dict[str, str]] = {"contained": "document is an updated or trimmed version of another"}

    def _is_version(self, corpus: Corpus, member: Member, original: Member) -> bool:
        """A brief with a name or a figure of its own is another story, told in the same words."""
        short, long = sorted((member, original), key=lambda one: len(corpus.text(one)))
        if len(corpus.text(short)) > BRIEF:
            return True
        own, _ = corpus.first_differences(short, long, BRIEF)
        signs = [sign for word in own.words for sign in word]
        return not any(map(str.isupper, signs)) and (self.fold_numbers or not any(map(str.isdecimal, signs)))
