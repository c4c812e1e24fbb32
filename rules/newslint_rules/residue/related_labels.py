"""What pages print above lists of other stories and of topics: known labels, and the shapes of others."""

from __future__ import annotations

from typing import Final

from newslint import lazy_pattern

from .labels import labels

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
TOPICS: Final = labels(
    """\
Topics | Tags | Related topics | Related tags | More topics | Explore more on these topics | More on these topics
Filed under | Keywords | In this story | Schlagwörter | Schlagworte | Mots-clés | Étiquettes | Temas | Etiquetas
Temas relacionados | Argomenti | Tópicos | Assuntos | Etiketler | Теги | Метки | Темы | الوسوم | الكلمات المفتاحية
برچسب‌ها | 标签 | 关键词 | 標籤 | タグ | 태그 | टैग्स"""
)
"""Labels of topics, one below the other, with which an article ends."""
SHAPES: Final = lazy_pattern(
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
