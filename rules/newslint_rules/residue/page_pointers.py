"""How pages point to other stories: a label in capitals or without a sign, and a pair of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newslint import fold, label, lazy_pattern
from newslint_rules.searching import holds_any

from .page_words import UNSPACED

CAPITALS: Final = (
    "NEWS", "PHOTO", "PHOTOS", "PICTURES", "PICS", "IMAGES", "GALLERY", "SLIDESHOW", "READ", "MORE", "VIDEO", "VIDEOS",
    "WATCH", "SEE", "LISTEN", "PODCAST", "POLL", "QUIZ", "RELATED", "TIMELINE", "EXPLAINER", "EXPLAINED", "OPINION",
    "ANALYSIS", "FACT", "LIVE", "FULL", "PREVIOUSLY", "EARLIER", "TRENDING", "EXCLUSIVE", "FOTO", "FOTOS",
    "FOTOGALERIE",
    "VIDÉO", "VIDÉOS", "EN", "LIRE", "À", "LEA", "LEE", "MIRA", "VEA", "LEIA", "LEGGI", "GUARDA", "LESEN", "LES", "LÆS",
    "Headline", "LÄS", "LEES", "IN", "ALSO", "VOIR AUSSI", "VER TAMBIÉN", "VEJA", "LESEN SIE", "MEHR ZUM", "ЧИТАЙТЕ",
    "ЧИТАТЬ ТАКЖЕ", "СМОТРИТЕ ТАКЖЕ", "CZYTAJ", "ZOBACZ TAKŻE", "BACA JUGA",
)  # fmt: skip
"""First words of such labels."""
_LABEL: Final = lazy_pattern(
    r"(?:Headline|NEWS|PHOTOS?|PICTURES|IN PICTURES|PICS|IMAGES|GALLERY|PHOTO GALLERY|SLIDESHOW|READ|READ MORE"
    r"|READ ALSO|ALSO READ|MORE|MORE NEWS|VIDEOS?|WATCH|SEE|SEE ALSO|LISTEN|PODCAST|POLL|QUIZ|RELATED|TIMELINE"
    r"|EXPLAINER|EXPLAINED|OPINION|ANALYSIS|FACT CHECK|LIVE UPDATES|FULL STORY|FULL COVERAGE|PREVIOUSLY|EARLIER"
    r"|TRENDING|EXCLUSIVE|FOTOS?"
    r"|FOTOGALERIE|VIDÉOS?|EN IMAGES|LIRE AUSSI|À LIRE|LEA|LEE|MIRA|VEA|LEIA|LEGGI|GUARDA|LESEN|LES OGSÅ|LÆS OGSÅ"
    r"|LÄS OCKSÅ|LEES OOK)\s?[:|]\s?[^\s:|](?:\S* ){3,}\S*[^\s.!]"
    r"|Headline: [A-Z0-9‘'“\"](?:\S* ){3,}\S*!"
)
"""A label in capitals, a sign, and four words that end like a headline; one so labelled may cry out."""
_SHOUTED: Final = lazy_pattern(
    r"(?:[ÀA] LIRE (?:AUSSI|ÉGALEMENT)|LIRE (?:AUSSI|ÉGALEMENT)|(?:À )?VOIR AUSSI|LE[AE] (?:TAMBIÉN|ADEMÁS)|VER TAMBIÉN"
    r"|(?:LEIA|VEJA) (?:TAMBÉM|MAIS)|LEGGI ANCHE|LESEN SIE (?:AUCH|MEHR)|MEHR ZUM THEMA|ЧИТА(?:ЙТЕ|ТЬ) ТАКЖЕ"
    r"|СМОТРИТЕ ТАКЖЕ|ЧИТАЙТЕ ТАКОЖ|LEES OOK|LÄS OCKSÅ|L[EÆ]S OGSÅ|CZYTAJ (?:TAKŻE|TEŻ)|ZOBACZ TAKŻE|BACA JUGA"
    r"|READ ALSO|ALSO READ|SEE ALSO) "
    r"(?=[A-ZÀ-ÖØ-ÞŁŚŻŹĆА-ЯЁЄІЇҐ]\w*[a-zß-öø-ÿа-яёєіїґ]|[A-ZÀ-Ö] |[\d‘'“\"«„¿¡])(?:\S+ ){3,19}\S*[^\s.!]"
)
"""A label in capitals, and a headline in small letters: where the capitals end, the headline begins."""
_UNSIGNED: Final = lazy_pattern(
    r"(?:Read [Mm]ore|READ MORE|See [Mm]ore|Read [Aa]lso|READ ALSO|Also [Rr]ead|Watch [Aa]lso|Must [Rr]ead|Related) "
    r"(?=[A-Z0-9‘'“])"
)
_TITLED: Final = (
    ("fr", ("Lire aussi", "À lire aussi", "A lire aussi", "Lire également", "À lire également", "À voir aussi")),
    ("es", ("Lea también", "Lee también", "Leé también", "Lea además", "Lee además", "Mira también", "Vea también")),
    ("pt", ("Leia também", "Leia mais", "Veja também", "Confira também")),
    ("it", ("Leggi anche", "Guarda anche", "Vedi anche")),
    ("de", ("Lesen Sie auch", "Lesen Sie dazu auch", "Lesen Sie mehr zum Thema", "Auch interessant")),
    ("nl", ("Lees ook", "Bekijk ook", "Lees verder")),
    ("sv", ("Läs också", "Läs även")),
    ("no", ("Les også",)),
    ("da", ("Læs også",)),
    ("pl", ("Czytaj też", "Czytaj także", "Czytaj również", "Zobacz też", "Zobacz także", "Przeczytaj też")),
    ("cs", ("Čtěte také", "Přečtěte si také")),
    ("ru", ("Читайте также", "Читать также", "Смотрите также", "Читайте по теме")),
    ("uk", ("Читайте також", "Дивіться також")),
    ("ro", ("Citește și", "Citiți și", "Vezi și")),
    ("tr", ("Ayrıca okuyun", "Bunu da okuyun", "Bunlar da ilginizi çekebilir", "İlgili haber")),
    ("el", ("Διαβάστε επίσης", "Διαβάστε ακόμα")),
    ("id", ("Baca juga", "Lihat juga")),
    ("ar", ("اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "إقرأ أيضا", "إقرأ أيضاً", "اقرأ ايضا")),
    ("ar", ("شاهد أيضا", "شاهد أيضاً", "طالع أيضا", "طالع أيضاً")),
    ("fa", ("بیشتر بخوانید", "همچنین بخوانید", "این را هم بخوانید")),
    ("hi", ("यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "यह भी देखें", "ये भी देखें")),
    ("zh", ("延伸阅读", "延伸閱讀", "相关阅读", "相關閱讀", "推荐阅读", "相关新闻", "相關新聞")),
    ("ja", ("あわせて読みたい", "合わせて読みたい", "関連記事")),
)  # fmt: skip
"""Labels behind which the headline stands with nothing but a blank between; the verb orders and names nothing else."""
LANGUAGES: Final = {name: language for language, names in _TITLED for name in names}
_NAMED: Final = lazy_pattern(
    rf"(?:Article réservé à nos abonnés )?({'|'.join(sorted(LANGUAGES, key=len, reverse=True))}) "
    r"(?=[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩΆ-ΏА-ЯЁЄІЇҐ\d‘'“\"«„¿¡\u0620-\u064a\u067e-\u06cc\u0904-\u0939\u3040-\u30ff\u4e00-\u9fff])"
    r"(?P<headline>[^\n]{8,150}[^\s.。।:])"
    r"|(?:Article réservé à nos abonnés )?Lire (?:aussi )?(?:l[ae]s? |l['’])"
    r"(?:récit|tribune|entretien|enquête|article|analyse|portrait|reportage|éditorial|chronique|critique|interview|dossier"
    r"|décryptage|témoignage)s?\s?:\s?(?=[A-ZÀ-Þ«“\"])"
    r"[^\n]{8,150}[^\s.]"
)
POINTING: Final = frozenset(
    own.words or own.word for own in map(label, map(fold, (*LANGUAGES, "Article réservé", "Lire")))
)
"""How such lines begin, as `Label` has it."""
_ASKING: Final = frozenset({"de", "nl"})
"""Languages in which such words may also begin a question."""
_FEWEST, _MOST = 4, 20
"""Words of a headline."""
BRACKETS: Final = (
    "(RELATED", "[RELATED", "(Related:", "[Related:", "(READ", "(Read more", "(ALSO", "(SEE ALSO", "(VIDEO:",
    "详情点击", "詳情點擊", "点击图片进入",
)  # fmt: skip
"""How brackets begin that hold a pointer, and what stands before an arrow inside Chinese text."""
_BRACKETED: Final = lazy_pattern(
    r"(?:[(\[](?:RELATED|Related)|\((?:READ|READ MORE|Read more|ALSO|ALSO READ|SEE ALSO|VIDEO))\s?:"
    r" [^()\[\]\n]{10,170}[)\]]"
    r"|(?:详情点击|詳情點擊|点击图片进入[^。！？，\n]{1,8})\s?[>》»→]{1,2}"
)


def is_pointer(text: str) -> bool:
    """Whether a line is a label in capitals, or one without a sign, and the headline of another story behind it.

    Without a sign, what follows must look like a headline: two of three words in capitals, no end of a sentence.
    """
    if _LABEL.fullmatch(text) or _SHOUTED.fullmatch(text):
        return True
    match = _UNSIGNED.match(text)
    if not match or text[-1] in ".!":
        return False
    words = [word for word in text[match.end() :].split() if word[0].isalpha()]
    return _FEWEST <= len(words) <= _MOST and 3 * sum(word[0].isupper() for word in words) >= 2 * len(words)


def language_of_pointer(text: str) -> str:
    """The language of a line that is such a label, a blank and a headline; empty for any other line."""
    match = _NAMED.fullmatch(text)
    if not match:
        return ""
    if not (headline := match["headline"]):
        return "fr"
    language = LANGUAGES[match[1]]
    few = language not in UNSPACED and not _FEWEST <= len(headline.split()) <= _MOST
    return "" if few or (language in _ASKING and text[-1] == "?") else language


def in_brackets(text: str) -> Iterator[re.Match[str]]:
    """The pointers in brackets of a text."""
    if holds_any(text, BRACKETS):
        yield from _BRACKETED.finditer(text)
