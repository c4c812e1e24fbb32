"""Labels of the page in many languages, and sentences, headlines and subheads that only look like them."""

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, PatternRule, Safety, Severity, packs
from newslint.engine import check_documents
from newslint.fixing import apply_edits
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}
FAMILY = [name for name, rule in RULES.items() if rule.family == "residue"]
STORY = """\
Ferry Company Presents New Timetable

The ferry company presented a new timetable on Monday, which will come into force in the first week of March.

{}

The council will vote on the plan in April, after a hearing that is open to all residents, the mayor said.
"""


def findings(text: str, *names: str) -> list[Finding]:
    document = Document(DocumentRef("page.txt"), text, segment(text))
    return check_documents([document], [RULES[name] for name in names or FAMILY])


ADDRESS = "http://courier.example/boats#ixzz3JdL86Qgn"


@pytest.mark.parametrize(
    ("line", "rest", "safety"),
    [
        pytest.param(f"See {ADDRESS} for the report.", "See for the report.", Safety.UNSAFE, id="inside-a-sentence"),
        pytest.param(f"See {ADDRESS}, please.", "See, please.", Safety.UNSAFE, id="before-a-comma"),
        pytest.param(f"The report is at {ADDRESS}", "The report is at", Safety.UNSAFE, id="ends-a-sentence"),
        pytest.param(f"{ADDRESS} \xa0has it all.", "has it all.", Safety.UNSAFE, id="begins-a-sentence"),
        pytest.param(f"Read more: {ADDRESS} Boats sail.", "Boats sail.", Safety.UNSAFE, id="a-sentence-behind"),
        pytest.param(f"Boats sail. {ADDRESS}  ", "Boats sail.", Safety.SAFE, id="behind-a-sentence"),
        pytest.param(f"Boats sail.\xa0Read more: {ADDRESS}", "Boats sail.", Safety.SAFE, id="its-label"),
        pytest.param(f"- See more at: {ADDRESS}", None, Safety.SAFE, id="a-line"),
    ],
)
def test_an_attribution_takes_the_blanks_beside_it(line: str, rest: str | None, safety: Safety) -> None:
    text = STORY.format(line)
    (finding,) = findings(text, "appended-attribution")
    assert finding.fix is not None
    assert finding.fix.safety is safety
    assert apply_edits(text, finding.fix.edits) == (STORY.replace("{}\n\n", "") if rest is None else STORY.format(rest))


LABELS = {
    "share-bar": """\
        Share this story with your friends|Facebook Twitter Email
        Klicken, um auf Facebook zu teilen (Wird in neuem Fenster geöffnet)|Partager cet article sur Facebook
        Comparte esta noticia en redes|HABERİ PAYLAŞ|شارك هذا الموضوع|تابعنا على فيسبوك وتويتر|اشتراک‌گذاری مطلب
        分享到微信朋友圈|इस खबर को शेयर करें|この記事をシェアする|공유하기|Поделиться в соцсетях|1.2K Shares
        Facebook'ta Paylaş Twitter'da Paylaş|카카오톡 공유하기|شارك على واتساب|व्हाट्सऐप पर शेयर करें""",
    "print-save-listen": """\
        Print this article|Listen 4:32|5 min read|Lesedauer: 4 Minuten|Temps de lecture : 3 min
        Tiempo de lectura: 6 min|Bu haberi yazdır|Okuma süresi: 2 dakika|قراءة 3 دقائق|نسخه چاپی|打印本文
        印刷する|기사 인쇄|기사 인쇄 스크랩|Время чтения: 3 минуты""",
    "read-more": """\
        READ MORE >>>|ALSO READ: Ferry fares rise|[Read more]|Lesen Sie auch: Fähren werden teurer
        Lire aussi : Les ferries|Te puede interesar: Suben los ferris|DEVAMINI OKU
        Haberin devamı için tıklayınız|اقرأ أيضاً: أسعار العبارات ترتفع|ادامه مطلب ...|阅读全文
        यह भी पढ़ें: नौका किराया बढ़ा|続きを読む>>|[관련기사] 여객선 요금 인상|관련기사 더보기
        İlginizi çekebilir: Feribot zamlandı|Читайте также: Паромы подорожают""",
    "advertisement-marker": """\
        - Advertisement -|Story continues after the ad|ads ads ads|ANZEIGE|La suite après la publicité
        Publicidad|REKLAM ALANI|إعلان|تبلیغات|广告|विज्ञापन|広告|広告の後に続きます|광고|Реклама""",
    "comment-widget": """\
        12 Comments|Comments (0)|Be the First to Comment!|Kommentare (12)|0 commentaire|Deja un comentario
        İLK YORUMU SİZ YAPIN|أضف تعليقك|نظرات (0)|发表评论|टिप्पणी करें|コメント(0)|댓글 0|Оставить комментарий""",
    "newsletter-prompt": """\
        Sign up for our free newsletter|Jetzt zum Newsletter anmelden|Abonnez-vous à notre newsletter
        Suscríbete a nuestro boletín|ABONE OL|اشترك في النشرة الإخبارية|عضویت در خبرنامه|下载客户端
        हमारे चैनल से जुड़ें|メルマガ登録|구독하기|Подпишитесь на наш Telegram-канал""",
    "consent-or-script-notice": """\
        We use cookies and similar technologies to personalise content.
        Please enable JavaScript to view this page.|Diese Website verwendet Cookies.
        Nous utilisons des cookies pour améliorer votre visite.|Este sitio web utiliza cookies propias.
        Bu site çerez kullanmaktadır.|يستخدم هذا الموقع ملفات تعريف الارتباط|我们使用 Cookie 来改善体验
        이 사이트는 쿠키를 사용합니다.|Veuillez activer JavaScript pour lire cette vidéo.
        Для просмотра видео включите JavaScript.|Para ver el mapa, active JavaScript.
        Lütfen bu sayfa için JavaScript'i etkinleştirin.""",
    "navigation": """\
        Skip to main content|Home › World › Europe|Tags: ferry, harbour|« Previous 1 2 3 Next »
        Startseite › Lokales|ANA İÇERİĞE ATLA|الرئيسية > أخبار|首页 > 新闻 > 国内|1 2 3 4 下一页
        ホーム > ニュース|Главная > Город|태그: 여객선|上一篇 下一篇|이전글 · 다음글
        Önceki Haber » Sonraki Haber""",
    "timestamp-line": """\
        Updated Nov. 19, 2019 8:21 am ET|Published 15 hours ago|Aktualisiert am 12. März 2024
        Publié le 12 mars 2024 à 10h22|Actualizado el 12 de marzo de 2024|Son Güncelleme: 12.03.2024 10:22
        آخر تحديث: 12/03/2024|تاریخ انتشار: ۱۲ اسفند ۱۴۰۲|发布时间：2024-03-12 10:22|公開日：2024年3月12日
        입력 2024.03.12 10:22|Опубликовано: 12.03.2024""",
    "paywall-teaser": """\
        Subscribe to continue reading|To continue reading, subscribe now.|Dieser Artikel ist nur für Abonnenten
        Article réservé aux abonnés|Contenido exclusivo para suscriptores|هذا المحتوى للمشتركين فقط
        この記事は有料会員限定です""",
    "related-block": """\
        RELATED COVERAGE|Editors' Picks|Das könnte Sie auch interessieren|Vous aimerez aussi
        Noticias relacionadas|İLGİLİ HABERLER|مواضيع ذات صلة|مطالب مرتبط|相关新闻|संबंधित खबरें|関連記事|관련기사
        Материалы по теме|Связанные новости""",
    "player-or-gallery": """\
        Scroll down for video|Image 1 of 23|2of4|+12|12345678|Bild 1 von 9|Voir la vidéo|Ver video|Videoyu izle
        شاهد الفيديو|播放视频|वीडियो देखें|動画を見る|동영상 보기|Смотреть видео|0:00 / 1:23""",
    "text-size-widget": """\
        TT20|A A A|Text Size: Small Medium Large|YAZI BOYUTU|حجم الخط|字号：大 中 小|文字サイズ 小 中 大
        가 가 가|글자크기 작게 크게|文字サイズ 縮小 標準 拡大|Размер шрифта маленький средний|Schriftgröße""",
    "image-placeholder": """\
        [图片]|[Image via screengrab]|View image in fullscreen|Bild vergrößern|[صورة]|이미지 확대보기""",
}  # fmt: skip
POSITIVE = [
    pytest.param(rule, label.strip(), id=f"{rule}: {label.strip()[:40]}")
    for rule, lines in LABELS.items()
    for line in lines.splitlines()
    for label in line.split("|")
]


@pytest.mark.parametrize(("rule", "label"), POSITIVE)
def test_labels_of_the_page(rule: str, label: str) -> None:
    assert [finding.location.line for finding in findings(STORY.format(label), rule)] == [5]


CONTENT = """\
Share prices fell in Tokyo.|Follow the money|Print is dead, long live print|Listen to your mother|Save the whales
Read more books, a poster advised.|See also the harbour from the water, the guide says.|Related industries suffer
Advertisement spending fell by a tenth|Promoted to captain|Sponsored by the city, the festival drew 3,000 people.
Video shows the crash|Gallery opens in old mill|3 of 4 schools closed|2/3|20,210|+2.4 percent|12/12
Comments by minister cause anger|No comment.|Reply from the palace|Kommentar: Die Fähre muss bleiben
Sign up for a Hulu account for $11.99|Subscribers to the ferry pass pay less.
Already a member of the council, she won.|Cookies for Christmas: three recipes|JavaScript turns 25
We use less water than ten years ago, the mayor said.|Home and away|next 25 years.|Next steps|Back to school
About 3,000 people marched|1 2 3 4 5 6 7|Updated Police Identify Man, Woman Found Dead in Tarn Apartment|4:14 p.m.
Posted to Kabul in 2009, he wrote letters.|Premium petrol costs more
To continue the search, divers need calm water.|Members only: inside the club|[sic]
"[The minister] told us to wait."|[Laughter]|UP NEXT|Don't Miss|Background|Trending upwards: rents
TT race cancelled|The Audi TT will end production.|AA|20|20 points|Size matters|شارك الآلاف في المظاهرة
إعلان حالة الطوارئ في المدينة|تابع اللاعب المباراة من المدرجات|نشر الجيش قواته على الحدود في 12 مارس
تاریخ ایران در 100 روز|چاپ پول متوقف شد|نظر کارشناسان|تحديث المنظومة التعليمية بحلول 2030|Paylaşım savaşı
Yayın yasağı 2 gün uzatıldı|İlgili bakan açıklama yaptı|Abone sayısı 3 milyona ulaştı|分享经济的未来|广告业回暖
扫描二维码进站的乘客越来越多|相关部门回应|时间就是金钱|शेयर बाजार में गिरावट|विज्ञापन पर रोक|共有地の悲劇
更新料の支払い12万円|공유 경제의 미래|등록 차량 12만대|Реклама: двигатель торговли|Создано 12 рабочих мест
Teilen und herrschen|Stand 12 auf der Messe|Publié en 1942, le roman reparaît|Comparte el liderato
Fecha clave: 12 de marzo|이전 기사에서 다룬 여객선|다음 여객선은 저녁에 떠난다|文字を書く子どもたち|글자를 배우는 노인들
Bu sayfa tarihe geçti|Para ver el mar hay que madrugar|기사 식당의 아침|밴드 공연 매진|پیش از بعدی نوبت ماست"""
NEGATIVE = [pytest.param(text, id=text[:40]) for line in CONTENT.splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert findings(STORY.format(text)) == []


@pytest.mark.parametrize("name", [name for name in FAMILY if isinstance(RULES[name], PatternRule)])
def test_each_pattern_says_what_it_begins_with_or_what_stands_in_it(name: str) -> None:
    rule = RULES[name]
    assert isinstance(rule, PatternRule)
    assert all(pattern.openings or pattern.literals for pattern in rule.patterns)
    assert all("" not in pattern.begins for pattern in rule.patterns)


def test_a_single_word_that_stands_alone_is_never_deleted_safely() -> None:
    (alone,) = findings(STORY.format("Share"), "share-bar")
    both = findings(STORY.format("Share\nCopy link"), "share-bar")
    assert alone.fix is not None
    assert alone.fix.safety is Safety.UNSAFE
    assert [finding.fix.safety for finding in both if finding.fix] == [Safety.SAFE, Safety.SAFE]


NEWS = "Parliament meets on Monday to debate the budget."


@pytest.mark.parametrize(
    "line",
    [
        f"{NEWS} Let us know what you think.",
        f"{NEWS} Vote in our poll",
        f"{NEWS} Leave a comment below.",
        f"Did the mayor know? {NEWS} Share your thoughts below.",
        "For more than a year, the town waited to join the union",
        "For the latest round of talks the ministers will visit Geneva on Friday",
        "For more, head to the polls on Tuesday, the mayor said",
        "Via Reddit",
    ],
)
def test_a_sentence_of_the_story_is_no_part_of_a_call(line: str) -> None:
    assert findings(STORY.format(line), "comment-widget", "share-bar") == []


@pytest.mark.parametrize(
    ("lead", "safety"),
    [
        ("Where to find us", Safety.SAFE),
        ("The ferry sails again on Monday.", Safety.SAFE),
        ("Share:", Safety.SAFE),
        ("The firms that were fined most are these:", Safety.UNSAFE),
        ("They were asked for their first source. First they named", Safety.UNSAFE),
    ],
)
def test_names_in_a_list_of_the_story_are_not_deleted_safely(lead: str, safety: Safety) -> None:
    found = findings(STORY.format(f"{lead}\n- Facebook\n- Instagram\n- Snapchat"), "share-bar")
    named = [finding for finding in found if finding.location.excerpt.startswith("- ")]
    assert len(named) == 3
    assert {finding.fix.safety for finding in named if finding.fix} == {safety}


def test_networks_in_brackets_may_be_credits_of_pictures() -> None:
    found = findings(STORY.format("(Facebook)\n\n(Facebook)"), "share-bar")
    assert [finding.fix.safety for finding in found if finding.fix] == [Safety.UNSAFE, Safety.UNSAFE]


def test_names_of_networks_count_only_together() -> None:
    assert findings(STORY.format("Facebook"), "share-bar") == []
    assert len(findings(STORY.format("Facebook\nTwitter\nWhatsApp"), "share-bar")) == 3


def test_topics_that_end_an_article_are_told_apart_from_other_stories() -> None:
    (finding,) = findings("The ferry sails at nine.\n\nTopics\n\nHarbour\n\nFerries\n\nTaxes\n", "related-block")
    assert (finding.severity, finding.message) == (Severity.INFO, "list of 3 topics of the page")


def test_a_related_list_is_one_finding_and_takes_in_the_pointer() -> None:
    text = STORY.format("Read more\nOld lighthouse opens to climbers\nForty bells return to harbour church")
    (finding,) = findings(text, "related-block", "read-more")
    assert (finding.rule, finding.location.line, finding.location.end_line) == ("related-block", 5, 7)
    assert [related.role for related in finding.related] == ["part"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        pytest.param("[Photo by: Jane Roe/Some Agency]", "image-placeholder", id="a credit in a mark"),
        pytest.param("On a mobile device? Click here to watch the video.", "player-or-gallery", id="a player"),
        pytest.param("6 minute read", "print-save-listen", id="the time that reading takes"),
    ],
)
def test_what_two_rules_know_is_told_once(line: str, rule: str) -> None:
    names = set(RULES) - {"too-short"}
    assert [finding.rule for finding in findings(STORY.format(line), *names)] == [rule]
    assert len(findings(STORY.format(line), *names - {rule})) == 1  # the other one knows it, too


@pytest.mark.parametrize(
    ("name", "line", "severity"),
    [
        pytest.param("text-size-widget", "Schriftgröße", Severity.ERROR, id="a proven label"),
        pytest.param("text-size-widget", "حجم الخط", Severity.INFO, id="an unproven label"),
        pytest.param("player-or-gallery", "1/3 船 2/3 港 3/3 海", Severity.ERROR, id="numbers in Chinese text"),
        pytest.param("player-or-gallery", "播放视频", Severity.INFO, id="an unproven Chinese label"),
        pytest.param("related-block", "猜你喜欢", Severity.WARNING, id="a proven Chinese label"),
        pytest.param("related-block", "많이 본 기사", Severity.INFO, id="an unproven Korean label"),
        pytest.param("image-placeholder", "[Photo by: Jane Roe/Some Agency]", Severity.INFO, id="a credit in brackets"),
        pytest.param("image-placeholder", "[Photo via screengrab]", Severity.WARNING, id="a screen is nobody"),
        pytest.param("image-placeholder", "[微博]", Severity.WARNING, id="a proven Chinese mark"),
        pytest.param("image-placeholder", "查看大图", Severity.INFO, id="an unproven Chinese line"),
        pytest.param("share-bar", "공유하기", Severity.INFO, id="an unproven phrase"),
        pytest.param("text-size-widget", "Yazı boyutu", Severity.INFO, id="an unproven Turkish label"),
        pytest.param("player-or-gallery", "Lancer la lecture", Severity.ERROR, id="a proven French label"),
        pytest.param("player-or-gallery", "Guarda il video", Severity.INFO, id="an unproven Italian label"),
        pytest.param("related-block", "Lo más leído", Severity.WARNING, id="a proven Spanish label"),
        pytest.param("related-block", "Çok okunanlar", Severity.INFO, id="a Turkish label, capitals aside"),
        pytest.param("image-placeholder", "Agrandir l'image", Severity.INFO, id="an unproven French line"),
    ],
)
def test_labels_that_no_corpus_has_shown_are_info(name: str, line: str, severity: Severity) -> None:
    assert [finding.severity for finding in findings(STORY.format(line), name)] == [severity]
