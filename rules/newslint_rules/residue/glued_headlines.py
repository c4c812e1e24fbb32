"""Headlines of other stories that were joined without a blank between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from newslint import Count, Document, DocumentRule, Finding, Needs, Severity, lazy_pattern

TAIL: Final = 3
"""Blocks at the end of an article that are looked at: there such lists stand."""
WORDS: Final = 3
"""Blanks in a headline at least."""
_SENTENCE: Final = lazy_pattern(r"[a-zß-öø-ÿığş\d)][.!?]['\"\u2019\u201d]?(?: |$)")
_SMALL: Final = "a-zß-öø-ÿığş"
_CAPITAL: Final = "A-ZÀ-ÖØ-Þ\u0130\u015e"
_ALONE: Final = "AEIOYÀ"
"""Words of one letter."""
_JOINT: Final = lazy_pattern(rf"(?<=[^\W\d_]{{3}})(?<=[{_SMALL}])(?=[{_CAPITAL}][{_SMALL}][{_SMALL} ]|[{_ALONE}] )")
"""A small letter meets a capital that begins a word, also a short one (`rainThe `, `puertoEl `, `fareA `)."""
_NO_HEADLINE: Final = lazy_pattern(r"[@#{}=]|://|[\u2e80-\uffff]|\.['\"\u201d\u2019]?$")
"""Messages, code, addresses, Chinese with brands in it, and prose, which ends with a full stop."""
_FULL_STOPS: Final = tuple("." + quote for quote in ("", "'", '"', "\u201d", "\u2019"))
_DOMAIN: Final = lazy_pattern(r"\.[a-z]{2}")
"""What stands behind the name of a site: `HarbourNews.com`."""
_SMALL_SHARE: Final = 12
"""One word in so many begins with a small letter, as in headlines; tags and lists of products have none."""
_WORD: Final = lazy_pattern(r"\w+")
_NAMES: Final = lazy_pattern(
    r"(?:Ma?c|De|La|Le|Van|Von|Du|Di|Fitz|O'|D')[A-Z]|YouTube|LinkedIn|iPhone|iPad|WhatsApp|PlayStation|JavaScript|"
    r"PayPal|TikTok|MasterCard|SoftBank|BlackRock|BlackBerry|WordPress|MacBook|AirPods|FaceTime|SpaceX|DreamWorks|"
    r"eBay|OpenAI|DeepMind|GitHub|WikiLeaks|HuffPost|BuzzFeed|PricewaterhouseCoopers|GlaxoSmithKline|ExxonMobil|"
    r"FedEx|HarperCollins|MySpace|TripAdvisor|AstraZeneca|BioNTech|PepsiCo|SnapChat|TechCrunch|StarCraft"
)


@dataclass(frozen=True)
class GluedHeadlines(DocumentRule):
    """Options: `least`, joints that a line must have."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.INFO
    needs: ClassVar[Needs] = Needs(joints=frozenset({(_SMALL, _CAPITAL, _SMALL, _SMALL + " "), (_SMALL, _ALONE, " ")}))

    least: Count = 2

    def check(self, document: Document) -> Iterator[Finding]:
        for article in document.articles:
            for block in article.blocks[-TAIL:]:
                text = block.text
                # told first, for nearly every block: prose, Chinese, or letters without capitals
                prose = text.endswith(_FULL_STOPS) or "\u2e80" <= text[0] <= "\uffff" or text.lower() == text
                joints = [] if prose or _NO_HEADLINE.search(text) else _joints(text)
                if (
                    len(joints) >= self.least
                    and len(_SENTENCE.findall(text)) < len(joints)
                    and _SMALL_SHARE * sum(map(_is_small, text.split())) >= len(text.split())
                ):
                    message = f"headlines joined without a blank, at {len(joints)} places"
                    yield self.finding(document, block, message, data={"joints": len(joints)})


def _joints(text: str) -> list[int]:
    """Places where one headline ends and the next begins, none inside a name."""
    joints: list[int] = []
    for match in _JOINT.finditer(text):
        place, last = match.start(), joints[-1] if joints else 0
        word, behind = _word_around(text, place)
        if _DOMAIN.match(behind):
            continue
        if text.count(" ", last, place) >= WORDS and not _NAMES.search(word) and text.count(word) == 1:
            joints.append(place)
    return joints


def _is_small(word: str) -> bool:
    return word[0].islower()


def _word_around(text: str, place: int) -> tuple[str, str]:
    """The word, and the first characters behind it."""
    begin = place
    while begin and not text[begin - 1].isspace():
        begin -= 1
    match = _WORD.match(text, place)
    end = match.end() if match else place
    return text[begin:end], text[end : end + 4]
