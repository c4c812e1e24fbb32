"""In which of a few languages a sentence is, by its function words: enough for how it spells figures and names."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_OWN: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "und ist nicht eine einer einem einen eines auf sich im wird wurde wurden sind bei beim zum zur nach "
        "auch durch dass gegen haben vom",
        "fr": "les du est une dans qui pas aux avec cette sont ont mais leur nous vous ete ces",
        "es": "y el los las pero fue sus muy desde segun tambien",
    }.items()
}
"""Words that the neighbours of a language have not. In the normal form, without umlauts and accents."""
_SHARED: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das den dem des ein von mit als fur aus er sie es wie zu hat am um",
        "fr": "le la de des un en que par pour au ce il elle ne se son sa plus sur",
        "es": "la de del un una en que se con por para su al lo es como ha",
    }.items()
}
_OTHERS: Final = frozenset(
    re.findall(
        r"\w+",
        "the of and to for with was were by that has from his is het een van en niet voor zijn og och att som det "
        "ikke av til till blev blir os do dos um uma em il di che della",
    )
)
"""Function words of English, Dutch, Scandinavian, Portuguese and Italian: these speak against."""


_SURE: Final = 3
"""So many shared words do, too, where no word speaks against."""


def speaks(language: str, words: Collection[str]) -> bool:
    """Whether the words of a block, in the normal form, are those of a language: `de`, `fr` or `es`."""
    if _SHARED[language].isdisjoint(words) and _OWN[language].isdisjoint(words):
        return False
    heard = (_OWN[language] | _SHARED[language]).intersection(words)
    if len(heard) < 2 + len(words) // 20:
        return False
    against = len(_OTHERS.intersection(words) - heard)
    return against < len(heard) and (not _OWN[language].isdisjoint(heard) or (len(heard) >= _SURE and not against))
