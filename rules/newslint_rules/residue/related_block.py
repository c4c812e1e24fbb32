"""A list of other stories inside or below this one: `RELATED COVERAGE` and the headlines under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

from newslint import (
    HEADLINE,
    SHORT,
    SUBHEAD,
    Block,
    Document,
    DocumentRule,
    Finding,
    Needs,
    Safety,
    Severity,
    delete_lines,
    lazy_pattern,
)

from .labels import labels, severity_of

SURE: Final = labels(
    """\
Related | Related articles | Related article | Related stories | Related story | Related posts
Related coverage
Related content | Related news | Related links | Related topics | Related reading | Related video
Related videos
See all related | More related stories | You may also like | You might also like | You may like
You might be interested in | You may also be interested in | You may be interested in
Recommended for you
Recommended stories | Recommended articles | Recommended reading | More from this section
More from this series
More from author | More from the author | Related articles more from author
Editor's picks
Editors' picks | Editor's choice | Most viewed | Most commented | Most shared | Most read stories
Most popular stories | Most popular articles | Popular stories | Popular posts | Popular articles
Trending stories
Trending articles | Trending now | Trending on | More from the web | From around the web
Around the web
From the web | Promoted stories | Sponsored stories | Stories you may like | More top stories
More coverage
More headlines | In other news | What to read next | What others are reading | Readers also liked
More like this
Auch interessant | Das könnte Sie auch interessieren | Das könnte Sie interessieren
Das könnte dich auch interessieren | Das könnte dir auch gefallen | Ähnliche Artikel
Ähnliche Beiträge
Ähnliche Themen | Verwandte Artikel | Verwandte Themen | Verwandte Beiträge | Weitere Artikel
Weitere Beiträge
Weitere Nachrichten | Weitere Meldungen | Passende Beiträge | Meistgelesen | Meistgelesene Artikel
Meistkommentiert | Empfehlungen der Redaktion | Weitere Beiträge zum Thema | Mehr aus dem Web
Articles liés
Articles similaires | Les plus lus | Nos recommandations | Vous aimerez aussi
Vous pourriez aussi aimer
Plus d'actualités | Le puede interesar | Noticias relacionadas | Artículos relacionados
También te puede interesar
Lo más leído | Lo más visto | Más leídas | Más noticias | Contenidos relacionados
İlgili haberler | İlgili haber
Bu haber de ilginizi çekebilir | Bu haberler de ilginizi çekebilir
Bunlar da ilginizi çekebilir | Benzer haberler | Çok okunanlar | En çok okunanlar
Diğer haberler | Sıradaki haber
Öne çıkanlar | Önerilen haberler | Önerilenler | Sizin için seçtiklerimiz
İlginizi çekebilecek haberler | Gündemdekiler
人気記事ランキング | 人気ランキング | 記事ランキング | 閲覧ランキング
今日のおすすめ | 注目記事 | 新着記事一覧 | 編集部のおすすめ
추천뉴스 | 추천 뉴스 | 실시간 인기기사 | 오늘의 주요뉴스 | 랭킹 뉴스 | 이 시각 주요뉴스
Gerelateerde artikelen | Meest gelezen
Lees ook | Läs också | Mest lästa | Læs også | Mest læste | Les også | Mest lest | Baca juga
Berita terkait | مواضيع قد تهمك | أخبار قد تهمك | موضوعات تهمك | 热点推荐 | 热点新闻 | 今日推荐 | Terpopuler
今日热点 | 精彩推荐 | 编辑推荐 | 为您推荐 | 为你推荐 | 相关推荐
सबसे अधिक पढ़ी गई | ट्रेंडिंग | आपके लिए चुनी गई
Интересное | Популярные новости
Читаемое | Выбор редакции | موضوعات قد تهمك | اقرأ أيضًا في | الأكثر تفاعلا | پیشنهاد سردبیر
داغ ترین اخبار | Da non perdere | I più letti
Le più lette | As mais lidas | Destaques | Zum Weiterlesen | Mehr aus diesem Ressort | ذات صلة
مواضيع ذات صلة | أخبار ذات صلة | اخبار ذات صلة | مقالات ذات صلة | موضوعات ذات صلة
قد يعجبك أيضا | قد يعجبك أيضاً | قد يهمك أيضا | قد يهمك أيضاً | قد يهمك | الأكثر قراءة
الأكثر مشاهدة | اخترنا لك
أخبار متعلقة | مواضيع متعلقة | موضوعات متعلقة | مقالات متعلقة | أخبار مرتبطة | مواضيع مرتبطة | موضوعات مرتبطة
موضوعات مشابهة | مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط | مطالب پیشنهادی
پربازدیدترین
پربیننده‌ترین | پیشنهاد ویژه | 相关新闻 | 相关阅读 | 相关报道
相关链接 | 相关文章 | 相关专题 | 推荐阅读 | 热门推荐
猜你喜欢 | 热门新闻 | 热门文章 | 更多新闻 | 大家都在看 | 相關新聞
延伸閱讀 | 推薦閱讀 | 熱門新聞 | 你可能也喜歡
संबंधित खबरें | संबंधित ख़बरें | संबंधित समाचार | इससे जुड़ी खबरें | सबसे ज्यादा पढ़ी गई
टॉप खबरें | 関連記事 | 関連ニュース
おすすめ記事 | アクセスランキング | 人気記事 | この記事もおすすめ | 관련기사 | 관련 기사 | 관련뉴스 | 관련 뉴스
인기기사 | 인기 기사 | 많이 본 기사 | 많이 본 뉴스 | 추천기사 | 추천 기사 | 함께 볼만한 기사 | 주요뉴스
Материалы по теме | Новости по теме | Статьи по теме | Похожие новости | Похожие материалы
Самое читаемое
Связанные новости | Связанные материалы | Связанные статьи
Популярное | Рекомендуем | Другие новости | Вам может быть интересно | Articoli correlati
Potrebbe interessarti
Notícias relacionadas | Mais lidas | Polecane"""
)
MAYBE: Final = labels(
    """\
On this topic | More on this topic
Most recent | Trending | Popular | Most read | Most popular | Recommended | Don't miss | Up next
Read next | More
More stories | More news | Top stories | Latest news | Latest stories | Latest | Headlines
See also | Featured
More on this story | Also read | Read also | Read more | Zum Thema | Themen | Neueste Artikel
Aktuelle Nachrichten | Aktuelle Beiträge | Aktuelle Artikel | Aktuelle News | Aktuelle Meldungen | Letzte Artikel
Beliebte Artikel | Neue Beiträge | Neue Artikel | Recent posts | Latest articles | Just in
Top-Themen | Weitere Themen | Voir aussi | Dernières actualités | Últimas noticias | Relacionados
Son dakika
Son haberler | آخر الأخبار | اقرأ أيضا | اقرأ أيضاً
آخرین اخبار | 最新新闻 | 最新消息 | 要闻 | 最新記事 | 최신기사
최신뉴스 | Последние новости | Главные новости | По теме | Mehr zum Thema | Lesen Sie auch
Sur le même sujet
À lire aussi | Te puede interesar | Te recomendamos | İlginizi çekebilir | 延伸阅读 | ये भी पढ़ें
यह भी पढ़ें
こちらもおすすめ | あわせて読みたい | Читайте также | Leggi anche | Leia também | Veja também | Czytaj także
Zobacz także"""
)
_SHAPES: Final = lazy_pattern(
    r"(?:(?:in case )?you (?:might|may|could)(?: also)?(?: have| want to| be)? (?:missed|like|enjoy|read"
    r"|interested in)"
    r"|(?:don['’]t|did you|what you) (?:\w+ )?miss(?:ed)?|(?:other|more|further|recent|similar"
    r"|our (?:latest|top|best)) "
    r"(?:\w+ )?(?:stories|articles|news|reads|headlines|posts|coverage)(?: (?:for you|from \w+(?: \w+)?"
    r"|on this|today))?"
    r"|(?:das|dies|diese artikel|was) (?:könnte|dürfte|wird|sie|dich) [^.!?]{0,24}(?:interessieren"
    r"|interessiert|gefallen|lesen)"
    r"|(?:andere|mehr|weitere|neueste|noch mehr) (?:\w+ )?(?:artikel|nachrichten|meldungen|themen"
    r"|beiträge|berichte|texte)"
    r"(?: (?:zum thema|aus \w+|für sie))?"
    r"|(?:ces articles|cela|ceci|nos autres|d['’]autres|autres|plus d['’]) ?[^.!?]{0,24}(?:intéresser"
    r"|plaire|articles|actualités|infos)"
    r"|(?:no te (?:lo )?(?:pierdas|puedes perder)|también te [^.!?]{0,24}|(?:otras|más|otros) (?:noticias"
    r"|artículos|notas|historias|contenidos))"
    r"(?: (?:de interés|relacionad[ao]s|destacadas))?"
    r"|(?:другие|ещё|еще|также|похожие|больше|свежие|наши) [^.!?]{0,16}(?:новост\w{1,2}|теме"
    r"|материал\w{1,2}|стать\w{1,2}|публикаци\w)"
    r"(?: (?:по теме|раздела|рубрики|сайта))?"
    r"|(?:bunlar|ilginizi|sizin için|diğer|benzer|daha fazla|son|bunlari da) [^.!?]{0,20}(?:çekebilir"
    r"|haber\w{0,6}|okuyun|okuyabilirsiniz|seçtiklerimiz)"
    r"|(?:مواضيع|أخبار|اخبار|مقالات|موضوعات|المزيد من|اقرأ|قد) [^.!؟]{0,20}(?:أخرى|اخرى|تهمك|يهمك|صلة|متعلقة|مرتبطة"
    r"|مشابهة|أيضا|أيضًا|القسم|الكاتب|تعجبك|المقالات|الأخبار)"
    r"|(?:مطالب|اخبار|خبرهای|بیشتر|همچنین|گزارش‌های) [^.!؟]{0,20}(?:دیگر|مرتبط|بخوانید|پیشنهادی|مشابه)"
    r"|(?:更多|其他|其它|相关|相關|推荐|推薦|热门|熱門|精彩|你可能"
    r"|您可能)[^。！？，]{0,8}(?:阅读|閱讀|新闻|新聞|文章|报道|報導|推荐|推薦|喜欢|喜歡|感兴趣)"
    r"|(?:यह भी|ये भी|इसे भी|और|अन्य|संबंधित|ऐसी ही)[^।]{0,16}(?:पढ़ें|खबरें|ख़बरें|समाचार|देखें)"
    r"|(?:関連|おすすめ|人気|他の|その他の|あわせて|合わせて|こちらも|注目"
    r"|最新)[^。！？、]{0,8}(?:記事|ニュース|読みたい|おすすめ|読む|読まれて\w{1,4})"
    r"|(?:others?|readers|people|users)(?: (?:also|like you|are|who read this)){0,2} (?:read|reading"
    r"|liked?|enjoyed|viewed)"
    r"|what (?:else )?to (?:read|watch|see)(?: next| now| today)?|more (?:on|about) (?:this"
    r"|the) (?:topic|subject|story|issue)"
    r"|lese(?:tipps?|empfehlung(?:en)?)(?: der redaktion| für sie)?|andere leser (?:lasen|lesen) auch"
    r"|(?:nos|les|d['’]autres) (?:lecteurs|internautes) ont (?:aussi|également) (?:lu|aimé|consulté)"
    r"|más (?:sobre|de|en) (?:este|esta|el|la) (?:tema|asunto|sección|autora?)|otros lectores (?:también )?leyeron"
    r"|что (?:ещё|еще) (?:почитать|читать|посмотреть)|(?:сейчас|другие) читают|(?:другие )?читатели (?:также )?читают"
    r"|(?:こちらの|この|以下の)記事(?:も|が)[^。、]{0,4}読まれて(?:い)?ます|(?:خبرهای|مطالب|اخبار) دیگر [^.!؟]{2,16}"
    r"|(?:관련|추천|함께|다른|이런|많이|인기|최신)[^.!?]{0,14}(?:기사|뉴스|글|콘텐츠)(?:도|들)?)\s?[:：…?？]?"
)
"""What labels say in any words: other, more, also, and stories, news, read, like. In comparison form."""
SHAPED: Final = frozenset({
    "in case", "you might", "you may", "you could", "don't miss", "don't", "did you", "what you", "other",
    "more", "further",
    "recent", "similar", "our latest", "our top", "our best", "das könnte", "das dürfte", "das wird", "dies könnte",
    "diese artikel", "was sie", "andere", "mehr", "weitere", "neueste", "noch mehr", "ces articles", "cela",
    "ceci", "nos autres",
    "d'autres", "autres", "plus", "plus d'articles", "plus d'actualités", "plus d'infos", "no te",
    "también te", "otras", "más", "otros",
    "другие", "ещё", "еще", "также", "похожие", "больше", "свежие", "наши", "bunlar", "ilginizi", "sizin için",
    "diğer", "benzer",
    "daha fazla", "son", "bunlari da", "مواضيع", "أخبار", "اخبار", "مقالات", "موضوعات", "المزيد من", "اقرأ",
    "قد", "مطالب",
    "خبرهای", "بیشتر", "همچنین", "更多", "其他", "其它", "相关",
    "相關", "推荐", "推薦", "热门", "熱門", "精彩", "你可", "您可",
    "यह भी", "ये भी", "इसे भी", "और", "अन्य", "संबंधित", "ऐसी ही",
    "関連", "おす", "人気", "他の", "その", "あわ", "合わ", "こち",
    "注目", "最新", "관련", "추천", "함께", "다른", "이런", "많이",
    "others", "others also", "readers", "people", "users", "what else", "what to", "more on",
    "more about", "lesetipp", "lesetipps", "leseempfehlung", "leseempfehlungen", "andere leser", "nos lecteurs",
    "les lecteurs", "les internautes", "d'autres lecteurs", "más sobre", "más de", "más en", "otros lectores",
    "что ещё", "что еще", "сейчас читают", "другие читают", "читатели", "この", "以下", "인기", "최신",
})  # fmt: skip
"""How such labels begin."""
ALONE: Final = labels("See all related")
"""Labels below which the story goes on."""
BARE: Final = labels("More")
"""Labels of menus as well: what stands below must look like headlines."""
_RANK: Final = lazy_pattern(r"#?[1-9]\d?[.)]?")
"""The place of a headline in a list of those most read, on a line of its own."""
_FEWEST: Final = 4
"""Words of such a headline, where blanks part words."""
_BUTTON: Final = lazy_pattern(r"(?i)\bopens in\b|\bnew (?:tab|window)\b|\bsubscription\b|\bcomments?\b")
_LONGEST_LABEL: Final = 48
SHORTEST: Final = 15
LONGEST: Final = 140
"""Characters of a headline, half as many again where other letters than those of English say more."""
MOST: Final = 12
"""Headlines of a list at most."""
LABELS: Final = SURE | MAYBE
UNPROVEN: Final = frozenset({"arabic", "devanagari", "hangul", "kana"})
"""Scripts of labels that no corpus has shown yet."""


WAITING: Final = (
    "ilgili haber", "bu haber", "bunlar", "benzer", "çok okunan", "en çok", "diğer", "siradaki", "öne ", "öneri",
    "sizin", "ilginizi", "gündem", "son dakika", "son haber", "läs ", "mest ", "les også", "læs ", "baca ", "berita",
    "terpopuler",
)  # fmt: skip
"""How labels begin of languages in Latin letters of which no corpus has shown one yet."""


class RelatedBlock(DocumentRule):
    """A label that only pages print stands alone; one that could be a subhead counts with two headlines below it.

    One that no list knows, but that says what such labels say, counts with three, or with two that end the article.
    """

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(phrases=LABELS, openings=SHAPED)
    subsumes: ClassVar[frozenset[str]] = frozenset({"read-more"})

    def check(self, document: Document) -> Iterator[Finding]:
        known = document.line_index
        lines = {line for text in LABELS.intersection(known.texts) for line in known.texts[text]}
        lines.update(line for opening in SHAPED.intersection(known.openings) for line in known.openings[opening])
        offset, done = 0, 0
        for article in document.articles:
            blocks = article.blocks
            for line in sorted(line for line in lines if offset <= line < offset + len(blocks)):
                if line < done:
                    continue
                end = _end(blocks, line - offset, document.labels[line])
                if end > line - offset:
                    done = offset + end
                    yield self._list(document, blocks[line - offset : end])
            offset += len(blocks)

    def _list(self, document: Document, blocks: Sequence[Block]) -> Finding:
        span = blocks[0].span._replace(end=blocks[-1].end)
        others = sum(not _RANK.fullmatch(block.text) for block in blocks[1:])
        message = f"list of {others} other stories" if others else "label of a list of other stories"
        fix = delete_lines(document, *span, "delete the list" if others else "delete the label", Safety.UNSAFE)
        severity = severity_of(blocks[0].text, self.severity, UNPROVEN, WAITING)
        return self.finding(document, span, message, severity=severity, fix=fix, data={"headlines": others})


def _end(blocks: Sequence[Block], index: int, own: Any) -> int:
    """Where the list ends whose label may be the block at `index`: behind its last block; `index` where it is none."""
    if not own:
        return index
    if own.text not in LABELS:
        count, lines = _headlines(blocks, index + 1) if _says_more(own.text, own.word, own.words) else (0, 0)
        return index + 1 + lines if count >= 3 or (count == 2 and index + 1 + lines == len(blocks)) else index
    count, lines = (0, 0) if own.text in ALONE else _headlines(blocks, index + 1)
    if own.text in BARE and not _are_headlines([block.text for block in blocks[index + 1 : index + 1 + lines]]):
        return index
    if count < 2:
        return index + 1 if own.text in SURE else index
    return index + 1 + lines


def _says_more(text: str, word: str, words: str) -> bool:
    opened = word in SHAPED or words in SHAPED
    return opened and len(text) <= _LONGEST_LABEL and bool(_SHAPES.fullmatch(text))


def _are_headlines(texts: Sequence[str]) -> bool:
    """Most have some words, and none is a button."""
    long = sum(text.count(" ") + 1 >= _FEWEST or not text.isascii() for text in texts)
    return 2 * long > len(texts) and not any(map(_BUTTON.search, texts))


def _headlines(blocks: Sequence[Block], index: int) -> tuple[int, int]:
    """How many lines from `index` on could be headlines of other stories; and with the ranks above each."""
    found = ranks = 0
    while index + found + ranks < len(blocks) and found < MOST:
        block = blocks[index + found + ranks]
        if ranks == found and _RANK.fullmatch(block.text) and int(block.text.strip("#.)")) == ranks + 1:
            ranks += 1
            continue
        width = len(block.text) if block.text.isascii() else int(1.5 * len(block.text))
        if block.kind not in (SHORT, SUBHEAD, HEADLINE) or not SHORTEST <= width <= LONGEST:
            break
        found += 1
    return found, found + min(ranks, found)
