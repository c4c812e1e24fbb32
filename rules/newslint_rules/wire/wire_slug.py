"""wire-slug: a mark by which an agency numbers, joins or ends its takes: `(MORE)`, `-30-`, `URGENT 1ST LEAD`."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Document, DocumentRule, Finding, Needs, Safety, Severity, Span, delete_lines, lazy_pattern
from newslint_rules.searching import holds_any

_ENDS = ("more", "(more)", "[more]", "-more-", "- more -", "(more to come)", "more to come", "more to follow",
         "more to come...", "more to follow...", "more coming...", "more coming", "more follows", "developing...",
         "(more to follow)", "ends", "(ends)", "[ends]", "-ends-", "- ends -", "end", "(end)", "-end-", "endit", "-30-",
         "- 30 -", "###", "# # #", "-0-", "- 0 -")  # fmt: skip
_LEADS = ("urgent", "1st lead", "2nd lead", "3rd lead", "4th lead", "lead-all", "writethru", "eds:", "editors:", "bc-")
_DESK = (
    "(This story ",
    "(This version",
    "(Corrects",
    "(Refiles",
    "(Recasts",
    "(Repeats",
    "(Adds ",
    "(Updates ",
    "(Fixes ",
    "(Removes ",
    "(Clarifies",
    "tmsnrt.rs",
    "Source link:",
    "(For a graphic",
    "(Graphic:",
)
_NOTE = lazy_pattern(
    r"\((?:This (?:story|article|version|copy|item)[^()\n]{0,80}\b(?:refiled|corrects|corrected|recasts|adds|fixes"
    r"|removes|clarifies|updates|updated|repeats)\b[^()\n]{0,200}"
    r"|(?:Corrects|Refiles|Recasts|Repeats|Adds|Updates|Fixes|Removes|Clarifies)(?:,| with| to| in| headline| lead"
    r"| quotes?| details?| dropped| byline| dateline| spelling)[^()\n]{2,160}"
    r"|(?:For (?:a|an|the)|Graphics?:?|Click|See)[^()\n]{0,120}(?:tmsnrt\.rs|reut\.rs)/?[^()\n]{0,60})\)"
    r"|-- Source link: \([^()\n]{4,60}\)(?: \([^()\n]{4,60}\))*"
)
"""What the desk tells the desks: why a story comes again, where its graphic is."""
_CAPITALS = lazy_pattern(r"[^a-zß-ÿ]+")
_LEAD = lazy_pattern(
    r"(?:(?:URGENT|ALERT|FLASH)[ -]*)?(?:[1-9](?:ST|ND|RD|TH) )?(?:LEAD|LD)(?:[ -](?:ALL|WRITETHRU|OPTIONAL|SUBS?))*"
    r"|\^?BC-[A-Z][\w&.'’-]{2,40}(?:[-, ]+[\w&.'’-]{2,20}){0,5}"
    r"|[\w&.'’ -]{2,40}, ?[1-9](?:st|nd|rd|th) L(?:ea)?d(?:-[A-Z]\w+)?"
    r"|URGENT(?:[ -]+[A-Z]{3,12})?|\(?(?:EDS|EDITORS): ?[^\n]{3,120}"
)
_EMPTIED = lazy_pattern(r"[A-ZÀ-Þ][A-ZÀ-Þ .,/'’-]+(?:, [A-Z][a-z]+\.?)?(?: \d{1,2}\.?)? \(\s?\) ?[-–—]")
"""A dateline whose agency was cut out of its brackets."""
_FIRST, _LAST = 3, 3


class WireSlug(DocumentRule):
    """Whole lines in capitals, at the start and at the end of an article."""

    family = "wire"
    severity = Severity.INFO
    needs = Needs(
        phrases=frozenset(_ENDS),
        literals=frozenset(_LEADS),
        substrings=frozenset({" () -", " () –", " () —", *_DESK}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if holds_any(document.text, _DESK):
            for note in _NOTE.finditer(document.text):
                yield self.finding(document, Span(*note.span()), "note of the desk", kind="note")
        keys = iter(document.keys)
        for article in document.articles:
            last = len(article.blocks) - _LAST
            for index, (block, key) in enumerate(zip(article.blocks, keys, strict=False)):
                if index < _FIRST and (match := _EMPTIED.match(block.text)):
                    span = Span(block.start, block.start + match.end())
                    yield self.finding(document, span, "dateline whose agency is cut out", kind="emptied")
                if (
                    not _CAPITALS.fullmatch(block.text)
                    and not block.text.startswith(("(", "[", "-", "^", "BC-", "Eds:"))
                    and not key.endswith("...")
                ):
                    continue
                if (key in _ENDS and index >= last) or (index < _FIRST and _LEAD.fullmatch(block.text)):
                    fix = delete_lines(document, *block.span, "delete the line", Safety.UNSAFE)
                    yield self.finding(document, block, "mark of an agency for its takes", fix=fix)
