"""The number words of some languages with their values, in the normal form (no umlauts, no accents).

English and Arabic ones are read in any text, those of German, French and Spanish in their language alone: `once`,
`seize` and `elf` are words of others, too.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import NamedTuple


def _listed(words: str) -> list[str]:
    return words.split()


_ENGLISH = _listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ENGLISH_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_NTH = _listed("first second third fourth fifth sixth seventh eighth ninth")

_GERMAN = _listed(
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_GERMAN_TENS = _listed("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")

_FRENCH = _listed(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix_sept dix_huit "
    "dix_neuf"
)
_FRENCH_TENS = _listed("vingt trente quarante cinquante soixante")

_SPANISH = _listed(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
)
_SPANISH_TENS = _listed("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_SPANISH_HUNDREDS = _listed("dosc tresc cuatroc quin seisc setec ochoc novec")

_ARABIC = (
    "احد احدي", "اثنان اثنين اثنا اثني اثنتين اثنتا اثنتي", "ثلاثة ثلاث", "اربعة اربع", "خمسة خمس", "ستة ست",
    "سبعة سبع", "ثمانية ثماني ثمان", "تسعة تسع", "عشرة عشر",
)  # fmt: skip
_ARABIC_TENS = (
    "عشرون عشرين", "ثلاثون ثلاثين", "اربعون اربعين", "خمسون خمسين", "ستون ستين", "سبعون سبعين", "ثمانون ثمانين",
    "تسعون تسعين",
)  # fmt: skip
_ORDINALS = (
    "الاولي اولي", "الثاني الثانية ثاني", "الثالث الثالثة ثالث", "الرابع الرابعة رابع", "الخامس الخامسة خامس",
    "السادس السادسة سادس", "السابع السابعة سابع", "الثامن الثامنة ثامن", "التاسع التاسعة تاسع", "العاشر العاشرة عاشر",
)  # fmt: skip


class NumberWords(NamedTuple):
    """How a language spells numbers.

    Attributes:
        small: phrases of up to four words with their values: all below 100, and what is one word besides.
        hundred, thousand: words that multiply the number before them.
        joints: words between hundreds and what is added to them.
        first: words at which a number or an ordinal is looked for.
        inner: second words of phrases.
    """

    small: dict[str, int]
    hundred: frozenset[str]
    thousand: frozenset[str]
    joints: frozenset[str]
    first: frozenset[str]
    inner: frozenset[str]


@cache
def number_words(language: str) -> NumberWords:
    """Those that are read in any text, and those of a language: `de`, `fr` or `es`."""
    of_language, hundred, thousand, joints = {
        "de": (german, "hundert", "tausend", "und"),
        "fr": (french, "cent cents", "mille", ""),
        "es": (spanish, "", "mil", "y"),
    }.get(language, (dict, "", "", ""))
    small = english() | arabic() | of_language()
    many = frozenset(["hundred", "مية", "ماية", *hundred.split()])
    more = frozenset(["thousand", "الف", "الفا", "الاف", "тыс", "тысяч", "тысячи", "тысяча", *thousand.split()])
    phrases = [phrase.split(" ") for phrase in small | ordinals()]
    first = {phrase[0] for phrase in phrases} - {"a", "one"} | more | {"hundred"}
    inner = frozenset([phrase[1] for phrase in phrases if len(phrase) > 1])
    return NumberWords(small, many, more, frozenset(["and", *joints.split()]), frozenset(first), inner)


@cache
def first_words() -> frozenset[str]:
    """The words of all languages one of which stands in each text with a spelled number."""
    return frozenset().union(*(number_words(language).first for language in ("de", "fr", "es")))


@cache
def english() -> dict[str, int]:
    """One is left out where it stands alone: it is more often no number."""
    small = dict(zip(_ENGLISH, range(1, 20), strict=True))
    units = list(zip(_ENGLISH[:9], _NTH, range(1, 10), strict=True))
    for tens, word in enumerate(_ENGLISH_TENS, 2):
        small[word] = 10 * tens
        small |= {f"{word} {one}": 10 * tens + unit for *names, unit in units for one in names}
    del small["one"]
    return small | {
        f"{one} {many}": size for one in ("a", "one") for many, size in (("hundred", 100), ("thousand", 1000))
    }


@cache
def german() -> dict[str, int]:
    """All below 1,000 and round thousands, `zweitausendfünfhundert` too, each of which is one word."""
    small = dict(zip(_GERMAN, range(1, 20), strict=True))
    for tens, word in enumerate(_GERMAN_TENS, 2):
        small |= {f"{unit}und{word}": 10 * tens + value for value, unit in enumerate(_GERMAN[:9], 1)} | {
            word: 10 * tens
        }
    rest = small | {"": 0, "eins": 1}
    hundreds = {f"{unit}hundert": 100 * max(1, value) for value, unit in enumerate(["", *_GERMAN])}
    round_ones = small | hundreds
    thousands = {f"{word}tausend": 1000 * value for word, value in round_ones.items()} | {"tausend": 1000}
    small |= {many + one: value + unit for (many, value), (one, unit) in product(hundreds.items(), rest.items())}
    small |= {many + one: value + unit for (many, value), (one, unit) in product(thousands.items(), hundreds.items())}
    del small["ein"]
    return small | thousands


@cache
def french() -> dict[str, int]:
    """From soixante on, and behind quatre-vingt, twenty are counted on."""
    units = {word.replace("_", " "): value for value, word in enumerate(_FRENCH, 1)}
    small = dict(units)
    for tens, word in enumerate(_FRENCH_TENS, 2):
        most = 20 if word == "soixante" else 10
        small |= {f"{word} {unit}": 10 * tens + value for unit, value in units.items() if value < most}
        small |= {f"{word} et {unit}": 10 * tens + units[unit] for unit in ("un", "onze")} | {word: 10 * tens}
    small |= {f"quatre vingt {unit}": 80 + value for unit, value in units.items()}
    del small["un"]
    return small | {"quatre vingt": 80, "quatre vingts": 80, "cent": 100, "mille": 1000}


@cache
def spanish() -> dict[str, int]:
    """Up to twenty-nine one word each, then tens, `y` and units; hundreds are words of their own."""
    small = dict(zip(_SPANISH, range(1, 30), strict=True)) | {"veintiun": 21, "cien": 100, "ciento": 100, "mil": 1000}
    for tens, word in enumerate(_SPANISH_TENS, 3):
        small |= {f"{word} y {unit}": 10 * tens + value for value, unit in enumerate(_SPANISH[:9], 1)}
        small |= {f"{word} y un": 10 * tens + 1, word: 10 * tens}
    small |= {
        f"{stem}ient{end}": 100 * value for value, stem in enumerate(_SPANISH_HUNDREDS, 2) for end in ("os", "as")
    }
    del small["uno"]
    return small


@cache
def arabic() -> dict[str, int]:
    """Ones stand before tens: `five and twenty`; of eleven on, in the form `two ten`."""
    units = _valued(_ARABIC)
    tens = {word: 10 * value + 10 for word, value in _valued(_ARABIC_TENS).items()}
    small = {word: value for word, value in units.items() if value > 1} | tens
    small |= {f"{unit} {ten}": 10 + value for unit, value in units.items() if value < 10 for ten in ("عشر", "عشرة")}
    small |= {
        f"{unit} و{ten}": value + units[unit] for unit in units for ten, value in tens.items() if units[unit] < 10
    }
    stems = _valued(("", "", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان ثماني", "تسع"))
    small |= {f"{stem}{hundred}": 100 * value for stem, value in stems.items() for hundred in ("مية", "ماية")}
    twice = {"ميتان": 200, "ميتين": 200, "مايتان": 200, "مايتين": 200, "الفان": 2000, "الفين": 2000}
    return small | twice


@cache
def ordinals() -> dict[str, int]:
    """Those of Arabic, which has no capitals: the round is all that tells two fixtures apart."""
    found = _valued(_ORDINALS)
    units = {word: value for word, value in found.items() if value < 10} | {"الحادي": 1, "الحادية": 1}
    found |= {f"{word} {ten}": 10 + value for word, value in units.items() for ten in ("عشر", "عشرة")}
    tens = {word: 10 * value + 10 for word, value in _valued(_ARABIC_TENS).items()}
    return found | {f"{word} وال{ten}": tens[ten] + value for word, value in units.items() for ten in tens}


def _valued(words: tuple[str, ...]) -> dict[str, int]:
    return {word: value for value, forms in enumerate(words, 1) for word in forms.split()}
