"""Words by which a line names the page that it stands on: its networks, its articles, its comments, its buttons."""

from __future__ import annotations

from typing import Final

from .lazy import lazy_pattern

_NETWORKS: Final = (
    r"facebook|twitter|instagram|youtube|linkedin|whatsapp|pinterest|reddit|tumblr|telegram|messenger|flipboard"
    r"|threads|bluesky|mastodon|tiktok|snapchat|weibo|wechat|\b(?:vk|x|qq|rss|sms)\b|xing|viber|skype"
    r"|(?:^|\b(?:on|via|to) |[^a-z\s] ?)line(?![a-z\d])"
    r"|google|digg|stumbleupon|\b(?:fb|pocket)\b|social media|sozialen? (?:medien|netz)|réseaux sociaux"
    r"|redes sociais|redes sociales|reti sociali|соцсет|outbrain|taboola|disqus|podcast|вконтакте|одноклассник"
    r"|телеграм|фейсбу|вотсап|فيس ?بوك|تويتر|واتس|تلغرام|تيليغرام|تلگرام|اینستاگرام|انستغرام|فیس‌?بوک|توییتر"
    r"|微信|微博|公众号|朋友圈|फेसबुक|ट्विटर|페이스북|트위터|카카오|네이버|フェイスブック"
)
_ARTICLES: Final = (
    r"artikel|arti[ck]l|artícul|artigo|\bstor(?:y|ies)\b|\bpages?\b|p[aá]gina|\bposts?\b|beitrag|\bseite\b"
    r"|\bhaber|\byazi|not[ií]cia|notizi|\bnota\b|\bnews\b|новост|стат(?:ь|е)|материал|страниц|خبر|مقال|صفح"
    r"|موضوع|مطلب|新闻|新聞|文章|本文|記事|ページ|기사|뉴스|खबर|ख़बर|लेख|artykuł|\bwpis|\bsaken\b|inhalt"
    r"|meldung|\bcontents?\b|conten(?:ido|u)|conteúdo|contenut|actualit|\bvideos?\b"
)
_COMMENTS: Final = (
    r"comment|kommentar|coment|yorum|комментир|комментари|تعليق|نظر|دیدگاه|评论|評論|留言|跟帖|コメント|댓글"
    r"|टिप्पणी|कमेंट|\breacties?\b|reager|komentarz|repl(?:y|ies)\b|antworten? abbrechen|cancelar resp|\bratings?\b"
    r"|your thoughts|moderat(?:ed|ion|or|ier)|newsroom|newsdesk|\btips?\b|\d (?:thoughts?|responses?) (?:on|to) [\"«„]"
    r"|fehler gefunden|drop us a line"
)
_BUTTONS: Final = (
    r"\blinks?\b|\blien\b|enlace|ссылк|رابط|لینک|链接|連結|リンク|링크|\burl\b|https?:|www\.|@|\.com\b"
    r"|clipboard|copied|\be?-?mail\b|e-?mail|correo|tweet|\d[\d.,]*k? (?:likes|shares)\b|click here"
    r"|\d[\d.,]*[km]? views?\b|views?\s?[:(]?\s?\d|\bvues\b|visualiz|просмотр|aufruf|\bokun|görüntülen|مشاهد"
    r"|阅读|閱讀|浏览|瀏覽|点击|조회|閲覧|再生|\b(?:re)?print|\b(?:aus)?druck|imprim|stampa|yazdir|печат|طباع|چاپ|打印|列印|印刷"
    r"|인쇄|프린트|bookmark|\bpdf\b|merkliste|favori|favou?rite|закладк|listen|anhören|zum hören|écouter|escuch"
    r"|reading|\bread\b|lese(?:zeit|dauer)|lecture|lectura|lettura|leitura|чтени|window|fenster|fenêtre|ventana"
    r"|janela|finestra|venster|oknie|окне|نافذة|窗口|視窗|扫一扫|扫码|二维码|名片|scroll|swipe|\bskip\b"
)
_ADVERTISEMENTS: Final = (
    r"adverti[sz]|\bad(?:s|vert)?\b|sponsor|anzeige|werb(?:e|ung)|annonce|publici(?:t|d)|pubblicit|an[uú]nci"
    r"|reklam|реклам|إعلان|اعلان|تبلیغ|آگهی|广告|廣告|広告|광고|विज्ञापन|advertentie|annons|mainos|iklan|hirdet"
    r"|inzer"
)
_FORMS: Final = (
    r"\blog(?:ged)?[ -]?in\b|\bsign(?:ed)?[ -](?:in|up)\b|\bregister|anmeld|einlogg|connectez|войдите|авториз"
    r"|\bini[cz]i\w{1,3} sesi|akismet|captcha|verification|your (?:message|name)|required|pflichtfeld"
    r"|erforderlich|obligato|\bhtml"
)
_NAMED: Final = lazy_pattern("|".join((_NETWORKS, _ARTICLES, _COMMENTS, _BUTTONS, _ADVERTISEMENTS, _FORMS)))


def names_page(key: str) -> bool:
    """Whether a line names something of its page: what names nothing of it could be a story's.

    Args:
        key: the line in comparison form.
    """
    return _NAMED.search(key) is not None
