"""site-menu: the sections of a site, one below the other, as no story has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from newslint import Block, Document, DocumentRule, Finding, Needs, Safety, Severity, delete_lines

from .labels import labels, severity_of

SECTIONS: Final = labels(
    """\
News | Latest news | Breaking news | Local | Local news | World | World news | International | National | Politics
Business | Economy | Markets | Finance | Money | Personal finance | Real estate | Sport | Sports | Culture | Arts
Books | Music | Movies | Film | Entertainment | Celebrity | Lifestyle | Life & style | Living | Fashion | Beauty
Food | Travel | Health | Science | Technology | Tech | Environment | Education | Opinion | Editorials | Editorial
Columnists | Letters | Blogs | Blog | Video | Videos | Photos | Multimedia | Podcasts | Podcast | Audio | Live TV
Weather | Traffic | Puzzles | Comics | Games | Obituaries | Classifieds | Jobs | Events | Shop | Store | Magazine
Sections | Topics | Categories | Press | Team | Services | Products | Community | Forum | Downloads | Reviews
Features | Interviews | Nachrichten | Aktuelles | Politik | Wirtschaft | Finanzen | Börse | Panorama | Gesellschaft
Kultur | Feuilleton | Wissen | Wissenschaft | Gesundheit | Technik | Digital | Netzwelt | Reise | Reisen | Auto
Mobilität | Karriere | Bildung | Meinung | Kommentare | Kolumnen | Ratgeber | Regional | Lokales | Ausland | Inland
Deutschland | Presse | Pressemitteilungen | Veranstaltungen | Termine | Archiv | Themen | Service | Unternehmen
Produkte | Publikationen | Projekte | Kleinanzeigen | Gewinnspiele | Leserbriefe | Hilfe | Rezepte | Medien
Actualités | Actualité | Politique | Économie | Société | Monde | Sciences | Santé | Planète | Opinions | Débats
Vidéos | Régions | Noticias | Política | Economía | Sociedad | Mundo | Internacional | Deportes | Cultura
Espectáculos | Opinión | Tecnología | Ciencia | Salud | Educación | Viajes | Estilo de vida | Sucesos
Últimas noticias | Secciones | Servicios | Últimas notícias | Economia | Esportes | Esporte | Saúde | Educação
Tecnologia | Ciência | Turismo | Entretenimento | Opinião | Notícias | Cidades | Brasil | Cronaca | Esteri
Spettacoli | Salute | Scienze | Viaggi | Nieuws | Binnenland | Buitenland | Economie | Cultuur | Wetenschap
Gezondheid | Reizen | Wiadomości | Aktualności | Polityka | Gospodarka | Biznes | Świat | Polska | Kraj | Kultura
Nauka | Zdrowie | Podróże | Technologie | Nyheder | Nyheter | Indland | Udland | Inrikes | Utrikes | Ekonomi
Økonomi | Debat | Debatt | Vejr | Zprávy | Domácí | Zahraničí | Ekonomika | Počasí | Haberler | Gündem | Siyaset
Dünya | Spor | Kültür | Kültür sanat | Sağlık | Eğitim | Teknoloji | Yaşam | Magazin | Yazarlar | Son dakika
Hava durumu | Astroloji
Новости | Политика | Экономика | Общество | В мире | Мир | Происшествия | Спорт | Культура | Наука | Технологии
Здоровье | Образование | Мнения | Видео | Фото | Погода | Новини | Політика | Економіка | Суспільство | Світ | Події
Здоров'я | Технології | Мода | Красота | Красота и здоровье | Стиль | Стиль жизни | Звёзды | Звезды | Стиль звёзд
Стиль звезд | Тренды | Психология | Рецепты | Кулинария | Путешествия | Недвижимость | Аналитика | Репортажи
Спецпроекты | Гороскопы
أخبار | الأخبار | سياسة | السياسة | اقتصاد | الاقتصاد | رياضة | الرياضة | ثقافة | ثقافة وفنون | فن | مجتمع | منوعات
تكنولوجيا | علوم | صحة | تعليم | رأي | آراء | مقالات | فيديو | صور | العالم | محليات | حوادث | وطنية | عالمية
عربي ودولي | اخبار | سیاسی | اقتصادی | اجتماعی | فرهنگی | ورزشی | بین الملل | جامعه | علمی | سلامت | فناوری | عکس
فیلم
新闻 | 国内 | 国际 | 财经 | 体育 | 娱乐 | 科技 | 军事 | 社会 | 教育 | 健康 | 汽车 | 房产 | 旅游 | 文化 | 视频 | 图片
博客 | 新聞 | 國內 | 國際 | 財經 | 體育 | 娛樂 | 軍事 | 社會 | 汽車 | 影音 | 生活 | 政治 | 地方
ランキング | 特集 | 連載
ニュース | 経済 | 国際 | スポーツ | エンタメ | 芸能 | 科学 | 暮らし | 天気 | 動画 | 写真 | 地域 | 社説
뉴스 | 정치 | 경제 | 사회 | 국제 | 문화 | 스포츠 | 연예 | 과학 | 건강 | 여행 | 오피니언 | 사설 | 칼럼 | 포토 | 영상
전국
देश | विदेश | राजनीति | खेल | मनोरंजन | बिजनेस | व्यापार | शिक्षा | स्वास्थ्य | लाइफस्टाइल | धर्म | वीडियो | फोटो
टेक | दुनिया | राज्य | वेब स्टोरीज"""
)
"""What sites call their sections; sports, towns and people are named by stories as well."""

SERVICES: Final = labels(
    """\
Home | About | About us | Contact | Contact us | Advertise | Subscribe | Login | Log in | Sign in | My account
Search | Menu | Help | FAQ | Privacy policy | Terms of use | Terms of service | Site map | Sitemap | Newsletter
Newsletters | RSS | Careers | Archive | Archives | E-Paper | Startseite | Über uns | Kontakt | Impressum
Datenschutz | AGB | Suche | Menü | Anmelden | Registrieren | Abo | Mediathek | Mediadaten | Stellenangebote
Accueil | Abonnez-vous | S'abonner | Se connecter | Rechercher | Qui sommes-nous | Portada | Inicio | Contacto
Suscríbete | Iniciar sesión | Buscar | Hemeroteca | Quiénes somos | Início | Assine | Entrar | Chi siamo | Contatti
Abbonati | Accedi | Cerca | Zoeken | Inloggen | Strona główna | Szukaj | Zaloguj się | Prenumerata | Ana sayfa
Anasayfa | Künye | İletişim
Главная | О нас | Контакты | Реклама | Поиск | Войти | Головна | Про нас
الرئيسية | اتصل بنا | من نحن | خانه | صفحه اصلی | درباره ما | تماس با ما | آرشیو
首页 | 首頁 | ホーム | トップ | トップページ | 홈 | होम"""
)
"""What they call their pages about themselves; stories do not name these in a list."""

HOMES: Final = labels(
    "Home | Startseite | Accueil | Portada | Inicio | Início | Home page | Strona główna | Ana sayfa | Anasayfa"
    " | Главная | Головна | الرئيسية | خانه | صفحه اصلی | 首页 | 首頁 | ホーム | トップ | 홈 | होम"
)
"""Where the way to a page begins."""
TRAIL: Final = 4
"""Lines of that way at most, where it stands above the headline."""
DISTINCT: Final = 5
SHARE: Final = 6
"""So many of both make a menu, where one line in so many at least is one of them: a list in a story names three."""
FEW: Final = 3
DENSE: Final = 3
"""The same with one of the services among them."""
GAP: Final = 12
"""Lines from one to the next at most."""
WIDEST: Final = 40
WORDS: Final = 5
"""Of an entry: characters and words."""
_ENDS: Final = frozenset(".!?;,\u3002\uff01\uff1f\uff0c\u061f\u0964\u2026")
_UNPROVEN: Final = frozenset({"arabic", "cyrillic", "devanagari", "han", "hangul", "kana"})
"""Scripts of menus that no corpus has shown yet."""


class SiteMenu(DocumentRule):
    """From the first to the last known section of a run of short lines."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    needs: ClassVar[Needs] = Needs(phrases=SECTIONS | SERVICES)
    subsumes: ClassVar[frozenset[str]] = frozenset({"boilerplate-line", "navigation"})

    def check(self, document: Document) -> Iterator[Finding]:
        texts = document.line_index.texts
        names = (SECTIONS | SERVICES).intersection(texts)
        known = (
            sorted((line, text) for text in names for line in texts[text]) if len(names) >= FEW or names & HOMES else []
        )
        for run in _runs(document.blocks, known):
            first, last = run[0][0], run[-1][0]
            trail = first == 0 and run[0][1] in HOMES and last < TRAIL and len(document.blocks) > TRAIL
            if not _is_menu({text for _, text in run}, len(run) / (last - first + 1)) and not (trail and last):
                continue
            blocks = document.blocks[first : last + 1]
            span = blocks[0].span._replace(end=blocks[-1].end)
            yield self.finding(
                document,
                span,
                f"menu of the site, {len(blocks)} lines",
                severity=severity_of(blocks[0].text, self.severity, _UNPROVEN),
                fix=delete_lines(document, *span, "delete the menu", Safety.UNSAFE),
                data={"lines": len(blocks)},
            )


def _is_menu(names: set[str], share: float) -> bool:
    if len(names) >= DISTINCT and share * SHARE >= 1:
        return True
    return len(names) >= FEW and share * DENSE >= 1 and not SERVICES.isdisjoint(names)


def _runs(blocks: Sequence[Block], known: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The known lines between which there are only entries."""
    run: list[tuple[int, str]] = []
    for line, text in known:
        if run and not (line - run[-1][0] <= GAP and all(map(_is_entry, blocks[run[-1][0] + 1 : line]))):
            yield run
            run = []
        run.append((line, text))
    if run:
        yield run


def _is_entry(block: Block) -> bool:
    text = block.text
    return len(text) <= WIDEST and text[-1] not in _ENDS and text.count(" ") < WORDS
