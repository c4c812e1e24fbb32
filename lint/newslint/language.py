"""The language of a text: what its record says, unless its script or its function words contradict it.

A guess from scripts, marker letters and function words, made for rules that are bound to a language and must be silent
where it is unknown. It is no language identifier: a few words, or a language it has no words of, are unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Final, NamedTuple

SAMPLE: Final = 4096
"""Code points that are looked at, from the start of the text."""
CLEAR: Final = 0.25
"""Share of function words from which a language that we have no words of is contradicted; running English has 0.4."""

_BORDERS: Final = (
    (0x41, "latin"), (0x370, "greek"), (0x400, "cyrillic"), (0x530, "armenian"), (0x590, "hebrew"), (0x600, "arabic"),
    (0x700, ""), (0x750, "arabic"), (0x780, ""), (0x8A0, "arabic"), (0x900, "devanagari"), (0x980, "bengali"),
    (0xA00, "gurmukhi"), (0xA80, "gujarati"), (0xB00, "oriya"), (0xB80, "tamil"), (0xC00, "telugu"), (0xC80, "kannada"),
    (0xD00, "malayalam"), (0xD80, "sinhala"), (0xE00, "thai"), (0xE80, "lao"), (0xF00, "tibetan"), (0x1000, "burmese"),
    (0x10A0, "georgian"), (0x1100, "hangul"), (0x1200, "ethiopic"), (0x13A0, ""), (0x1780, "khmer"), (0x1800, ""),
    (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, ""), (0x3005, "han"), (0x3008, ""), (0x3040, "kana"), (0x3100, ""),
    (0x3130, "hangul"), (0x3190, ""), (0x3400, "han"), (0xA000, ""), (0xAC00, "hangul"), (0xD7B0, ""), (0xF900, "han"),
    (0xFB00, ""), (0xFB50, "arabic"), (0xFE00, ""), (0xFE70, "arabic"), (0xFEFF, ""), (0x20000, "han"), (0x32000, ""),
)  # fmt: skip
_STARTS: Final = tuple(start for start, _ in _BORDERS)

_SCRIPT_OF: Final = {
    code: script
    for script, codes in {
        "latin": "af az bs ca cs cy da de en eo es et eu fi fr ga gl hr hu id is it lb lt lv ms mt nl no pl pt ro sk sl"
        " sq sr sv sw tl tr uz vi",
        "cyrillic": "be bg kk ky mk mn ru sr tg tt uk uz",
        "arabic": "ar az ckb fa ks ku ps sd ug ur",
        "devanagari": "hi ks mr ne sa",
        "greek": "el", "armenian": "hy", "hebrew": "he yi", "bengali": "bn as", "gurmukhi": "pa", "gujarati": "gu",
        "oriya": "or", "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml", "sinhala": "si", "thai": "th",
        "lao": "lo", "tibetan": "bo", "burmese": "my", "georgian": "ka", "hangul": "ko", "ethiopic": "am ti",
        "khmer": "km", "kana": "ja", "han": "zh",
    }.items()
    for code in codes.split()
}  # fmt: skip
_ALSO: Final = {"sr": {"latin"}, "az": {"latin"}, "uz": {"latin"}, "ku": {"latin"}, "ja": {"han"}}
"""Further scripts of a language."""

_NAMES: Final = {
    name: code
    for code, names in {
        "ar": "ara arb ary arz arabic", "bg": "bul", "ca": "cat", "cs": "ces cze", "da": "dan", "de": "deu ger german",
        "el": "ell gre", "en": "eng english", "es": "spa spanish", "fa": "fas per pes prs persian farsi", "fi": "fin",
        "fr": "fra fre french", "he": "heb iw", "hi": "hin hindi", "hu": "hun", "id": "ind in", "it": "ita italian",
        "ja": "jpn japanese", "ko": "kor korean", "nl": "nld dut dutch", "no": "nor nob nno nb nn", "pl": "pol polish",
        "pt": "por portuguese", "ro": "ron rum", "ru": "rus russian", "sr": "srp", "sv": "swe", "th": "tha",
        "tl": "fil", "tr": "tur turkish", "uk": "ukr ukrainian", "ur": "urd urdu", "vi": "vie", "yi": "ji",
        "zh": "zho chi cmn yue chinese",
    }.items()
    for name in names.split()
}  # fmt: skip
"""Other codes and English names of languages."""

_WORDS: Final = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is was for on with as by at from it he she they his her has have had be been are "
        "were not but or which who will would an this its their said after we you there when what more about",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einen einer als auch es an "
        "werden aus er hat dass sie nach wird bei sind noch wie um am war oder über zum zur vor wurde haben",
        "fr": "le la les de des du un une et est en dans que qui pour pas sur au aux par avec ce cette il elle ne se "
        "sont plus son sa ses ont été mais ou leur nous vous était qu",
        "es": "y el la los las de del un una en que es por para con se no su al lo como más pero sus le ha este esta "
        "sobre fue ser son entre también hasta desde han está según dijo ya muy",
        "it": "il la le lo gli di del della dei delle nel nella un una in che per con non si da al alla sono ha "
        "come più anche ma dal dalla sul sulla degli questo questa ed stato",
        "pt": "os as de do da dos das um uma em no na nos nas que por para com não se ao mais como mas foi ser "
        "são sua seu também pela pelo está há entre até já",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar heeft "
        "hij ze werd deze wordt over tot nog hebben die geen",
        "pl": "w i na do się nie że to jest jak po za od przez dla ale są jego tym oraz już był tego co który która "
        "które ich przy roku może",
        "tr": "ve bir bu için ile da de olarak olan daha çok sonra gibi kadar ise en ama ancak göre ne değil olduğunu "
        "dedi var yeni her etti oldu tarafından üzerine arasında",
        "sv": "och att det som en på är av för med den till inte har de ett om var han från men vid kan ska efter "
        "också nu sig hon eller när",
        "da": "og at det er en til af på for med den de ikke som har et der var han fra men om efter også blev være "
        "hun mod nu sig eller når op ud sagde havde noget siger fik hvad bliver uden mellem år skal",
        "no": "og at det er en til av på for med den de ikke som har et var han fra men om etter også ble være hun mot "
        "nå seg eller når opp ut hadde noe sier fikk hva blir uten mellom år skal",
        "fi": "ja on ei että se oli hän mutta ovat myös kun niin kuin joka jos sen mukaan vuoden jo ole nyt sekä vain "
        "tai mitä ollut",
        "cs": "se na je že do za to ve pro by po jako jsou byl ale od není které který podle také bude jeho už při",
        "hu": "az és hogy nem is egy volt meg de ez már csak ha azt mint még el vagy szerint van lesz magyar azonban "
        "után pedig",
        "ro": "și în de la cu pe nu că din este un mai sau pentru care au fost ca prin lui fi sunt al ale după către "
        "dar să",
        "ca": "el la els les de del dels en que és per amb no es un una al com més però va ha han aquest aquesta "
        "també seva seu són ser",
        "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan juga oleh ke adalah telah sebagai karena "
        "mereka dia bisa kata",
        "vi": "và của là các có được cho trong đã không với một người những này để khi đến từ ông tại cũng về",
        "ru": "и в не на что с по как это он к из за для от но было его же о до у она они был также после который при",
        "uk": "і в у не на що з по як це та він до із за для від але було його про є які та також після який",
        "be": "і ў у не на што з па як гэта ён да за для ад але было яго пра таксама пасля які",
        "bg": "и на да в за се от не са с че е по как това той до към но беше му при като ще след които също",
        "sr": "и у да је се на за не су од са који као што то али би из након та da je se na za su od sa koji kao "
        "što ali nakon",
        "mk": "и на да во се за од не со е дека по како тоа ќе но беше при што кои откако",
        "kk": "және бұл мен үшін деп бір да де осы қазақстан болып бойынша туралы екі жаңа",
        "ar": "في من على إلى الى أن ان عن التي الذي هذا هذه كان كانت مع بعد قال وقال ما لا كما بين قد خلال ذلك إن أو",
        "fa": "و از به در که این را با است برای آن می شد تا بر یک های خود کرد شده نیز هم اما وی",
        "ur": "کے میں کی ہے اور سے کا نے کو پر ہیں یہ کہ اس ایک تھا بھی کر گیا نہیں جو لیے",
        "ps": "په د چې او له ته کې سره دا دی نه هم یې شوي وو",
        "ckb": "لە و بە کە بۆ لەگەڵ ئەم ئەو کرد بوو دەکات",
        "hi": "के में है की और से का को पर ने हैं कि यह भी एक इस नहीं लिए था तो हो जो कर",
        "mr": "आहे आणि या ते व हे की तर नाही होते आहेत केली केला",
        "ne": "छ र को मा ले पनि भएको गरेको छन् हो यो तथा",
    }.items()
}
_SPEAKERS: Final = {
    word: tuple(code for code in _WORDS if word in _WORDS[code]) for word in frozenset().union(*_WORDS.values())
}
"""The languages that a word is a function word of."""

_LETTERS: Final = {
    "de": "ß", "es": "ñ¿¡", "pt": "ãõ", "pl": "łąęśźżń", "tr": "ğış", "cs": "řěůťď", "hu": "őű", "ro": "țșăţ",
    "fi": "ä", "vi": "ạảấầđơư", "da": "øæ", "no": "øæ", "sv": "ä", "ca": "ŀ", "fr": "œêû", "ru": "ыэё", "uk": "їєґ",
    "be": "ў", "bg": "ъ", "sr": "ђћџјљњ", "mk": "ѓќѕ", "kk": "қғәңұ", "ar": "ةىأإؤكي", "fa": "پچژگیک",
    "ur": "ٹڈڑںےہ", "ps": "ټډړښځې", "ckb": "ێۆەڕڵ",
}  # fmt: skip
"""Letters that speak for a language among those of its script."""

_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_NO_LETTERS: Final = bytes(code for code in range(0x80) if not chr(code).isalpha())
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:[\u093a-\u094f\u0951-\u0957\u0962\u0963]+[^\W\d_]*)*")


class _Guess(NamedTuple):
    """The likeliest language ('' = unknown), the main script, and for each candidate the share of its words."""

    language: str
    script: str
    shares: dict[str, float]


def language_of(text: str, recorded: str = "") -> str:
    """The language of `text` as an ISO 639-1 code (639-2 where there is none); '' where it is unknown.

    Args:
        text: of the document; only its first `SAMPLE` code points are looked at.
        recorded: what its record says: a code (`en`, `pt-BR`, `deu`) or an English name. Archives also put country
            codes there (`uk`, `ca`, `ch`, `us`), so the text may contradict it.
    """
    guess = _guess(text[:SAMPLE])
    said = _code(recorded)
    if not said or (guess.script and guess.script not in _scripts(said)):
        return guess.language
    if not guess.language or guess.language == said:
        return said
    share = guess.shares.get(guess.language, 0.0)
    doubted = share >= 1.5 * guess.shares[said] if said in guess.shares else share >= CLEAR
    return guess.language if doubted else said


def scripts_in(text: str) -> set[str]:
    """The scripts that the letters of `text` belong to."""
    letters = {character for character in text if character.isalpha()}
    return set(map(_script_of, letters))


def _script_of(letter: str) -> str:
    return _BORDERS[bisect_right(_STARTS, ord(letter)) - 1][1]


def scripts_of(language: str) -> set[str]:
    """The scripts that a language is written in, by its ISO 639 code; none where we know none."""
    return _scripts(language) if language in _SCRIPT_OF else set()


def _code(recorded: str) -> str:
    """The code that a record means; '' where nobody knows it."""
    name = re.split(r"[-_.\s]", recorded.strip().lower(), maxsplit=1)[0]
    code = _NAMES.get(name, name)
    return code if code in _SCRIPT_OF else ""


def _scripts(language: str) -> set[str]:
    return {_SCRIPT_OF[language], *_ALSO.get(language, ())}


_CANDIDATES: Final = {
    script: tuple(code for code in _WORDS if script in _scripts(code)) for script in frozenset(_SCRIPT_OF.values())
}


def _guess(sample: str) -> _Guess:
    script = _main_script(sample)
    candidates = _CANDIDATES.get(script)
    if not candidates:
        alone = [code for code, own in _SCRIPT_OF.items() if own == script][:1]
        return _Guess("".join(alone), script, {})
    lowered = sample.casefold()
    tokens = Counter(_TOKEN.findall(lowered))
    hits, distinct = Counter[str](), Counter[str]()
    for word in tokens.keys() & _SPEAKERS.keys():
        for code in _SPEAKERS[word]:
            hits[code] += tokens[word]
            distinct[code] += 1
    letters = frozenset(lowered)
    marks = {code: len(letters.intersection(_LETTERS.get(code, ""))) for code in candidates}
    scores = {code: hits[code] + marks[code] for code in candidates}
    first, second, *_ = sorted(scores, key=lambda code: (-scores[code], code))
    enough = distinct[first] + marks[first] >= 2 and scores[first] >= tokens.total() / 12
    clear = enough and scores[first] > 1.1 * scores[second]
    return _Guess(first if clear else "", script, {code: hits[code] / tokens.total() for code in candidates})


def _main_script(sample: str) -> str:
    """The script that more than half of the letters belong to; Han with kana among it is Japanese."""
    counts = Counter(latin=len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS)))
    for character, count in Counter(_ASCII.sub("", sample)).items():
        if character.isalpha():
            script = _script_of(character)
            counts[script] += 3 * count if script == "han" else count  # a character that is half a word
    if counts["kana"] * 10 > counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    script, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return script if most * 2 > counts.total() and most >= 3 else ""
