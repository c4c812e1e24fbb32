"""archive-list: the months of a blog's archive, and the calendar that leads to its days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from newslint import Block, Document, DocumentRule, Finding, Needs, Safety, Severity, delete_lines, lazy_pattern

from .labels import labels

MONTHS: Final = labels(
    """\
January | February | March | April | May | June | July | August | September | October | November | December
Januar | Jänner | Februar | März | Mai | Juni | Juli | Oktober | Dezember
janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre
enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre
janeiro | fevereiro | março | abril | maio | junho | julho | setembro | outubro | novembro | dezembro
gennaio | febbraio | aprile | maggio | giugno | luglio | settembre | ottobre | dicembre
januari | februari | maart | mei | augustus | maj | augusti | oktober | december | kesäkuu | styczeń | luty | marzec
kwiecień | czerwiec | lipiec | sierpień | wrzesień | październik | listopad | grudzień | leden | únor | březen | duben
květen | červen | červenec | srpen | září | říjen | prosinec | Ocak | Şubat | Mart | Nisan | Mayıs | Haziran | Temmuz
Ağustos | Eylül | Ekim | Kasım | Aralık | Январь | Февраль | Март | Апрель | Май | Июнь | Июль | Август | Сентябрь
Октябрь | Ноябрь | Декабрь | يناير | فبراير | مارس | أبريل | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر
ديسمبر"""
)
WEEKS: Final = labels(
    """\
M T W T F S S | S M T W T F S | Mon Tue Wed Thu Fri Sat Sun | Sun Mon Tue Wed Thu Fri Sat | Mo Tu We Th Fr Sa Su
M D M D F S S | Mo Di Mi Do Fr Sa So | L M X J V S D | L M M J V S D | lun mar mié jue vie sáb dom | S T Q Q S S D
D S T Q Q S S | L M M G V S D | M D W D V Z Z | ma di wo do vr za zo | P W Ś C P S N | Pn Wt Śr Cz Pt So Nd
P S Ç P C C P | Pzt Sal Çar Per Cum Cmt Paz | Пн Вт Ср Чт Пт Сб Вс | ن ث ع خ ج س د | د ن ث ع خ ج س"""
)
"""The days of the week as calendars head their columns."""
ARCHIVES: Final = labels(
    "Archive | Archives | Archiv | Archivo | Archivos | Arquivo | Arquivos | Archivio | Archivi | Archief | Archiwum "
    "| Arkiv | Arşiv | Arşivler | Архив | Архивы | الأرشيف | أرشيف | Blog archive | Monthly archives | Blogarchiv"
)

LEAST: Final = 4
"""Months below each other that no story has; a table of results has a figure behind each."""
ROWS: Final = 3
"""Weeks of the shortest month that is cut."""
_MONTH: Final = lazy_pattern(r"[^\W\d_]{3,12} (?:19|20)\d\d(?: ?\(\d{1,4}\))?")
_WEEK: Final = lazy_pattern(r"(?:\d{1,2}\s{1,3}){0,6}\d{1,2}")


class ArchiveList(DocumentRule):
    """The lines of one list, with the label above it."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(phrases=WEEKS, openings=MONTHS)
    subsumes: ClassVar[frozenset[str]] = frozenset({"boilerplate-line", "navigation"})

    def check(self, document: Document) -> Iterator[Finding]:
        index, blocks = document.line_index, document.blocks
        months = {line for name in MONTHS.intersection(index.openings) for line in index.openings[name]}
        for first in sorted(line for line in months if line - 1 not in months):
            count = _count(blocks, first, _MONTH)
            if count >= LEAST:
                above = document.labels[first - 1] if first else None
                head = first - 1 if above and above.text in ARCHIVES else first
                yield self._list(document, blocks[head : first + count], f"archive of the site, {count} months")
        for line in sorted(line for name in WEEKS.intersection(index.texts) for line in index.texts[name]):
            weeks = _count(blocks, line + 1, _WEEK)
            if weeks >= ROWS:
                yield self._list(document, blocks[line : line + 1 + weeks], "calendar of the site")

    def _list(self, document: Document, blocks: Sequence[Block], message: str) -> Finding:
        span = blocks[0].span._replace(end=blocks[-1].end)
        fix = delete_lines(document, *span, "delete the list", Safety.UNSAFE)
        return self.finding(document, span, message, fix=fix, data={"lines": len(blocks)})


def _count(blocks: Sequence[Block], first: int, pattern: re.Pattern[str]) -> int:
    """Blocks from one on that are nothing but this."""
    last = first
    while last < len(blocks) and pattern.fullmatch(blocks[last].text):
        last += 1
    return last - first
