"""A mark that stands where the page had a picture or a widget: `[微博]`, `View image in fullscreen`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from newslint import (
    Document,
    DocumentRule,
    Edit,
    Finding,
    Fix,
    Needs,
    Safety,
    Severity,
    Span,
    delete_lines,
    lazy_pattern,
)

from .labels import labels, severity_of

LINES: Final = labels(
    """\
View image in fullscreen | View full image | View larger image | View fullscreen image | Enlarge image
Enlarge this image | Click to enlarge | Click to enlarge. | Click here to enlarge | Click for a larger image
Click on image to enlarge | Click image to enlarge | Click on the image to enlarge | Tap to enlarge | Image zoom
Toggle caption | Hide caption | Show caption | Caption | Image caption | Media caption
Video caption | Photo caption | Image unavailable | Image not available
Photo not available | Placeholder | Image placeholder | Bild vergrößern | Bild in Lightbox öffnen
Zum Vergrößern klicken | Bildunterschrift anzeigen | Bildunterschrift einblenden | Großansicht | Agrandir l'image
Voir l'image en plein écran | Ampliar imagen | Ampliar foto | Haz clic para ampliar | Resmi büyüt | Fotoğrafı büyüt
Увеличить изображение | Нажмите, чтобы увеличить | 点击查看大图 | 查看大图 | 点击放大 | 點擊放大 | 拡大する
画像を拡大 | クリックで拡大 | 拡大画像を見る | 이미지 크게 보기 | 이미지 확대보기 | 사진 크게보기 | 사진 크게 보기
큰 사진보기 | تحميل الصورة بالحجم الكامل | عرض الصورة بالحجم الكامل | مشاهده تصویر در اندازه اصلی
Download full image | View full size | View full-size image | Voir en taille réelle | Ver imagen completa
In voller Größe anzeigen | Открыть в полном размере | Смотреть в полном размере | पूरी तस्वीर देखें
تكبير الصورة | اضغط لتكبير الصورة | اضغط للتكبير | بزرگنمایی تصویر"""
)
UNPROVEN: Final = frozenset({"arabic", "cyrillic", "devanagari", "han", "hangul", "kana"})
"""Scripts of such lines that no corpus has shown yet; Chinese words in brackets are proven."""
WAITING: Final = (
    "agrandir", "voir l'image", "voir en", "ampliar", "haz clic", "ver imagen", "resmi ", "fotoğraf", "pas d'image",
    "image non", "image indisponible", "sin imagen", "sin foto", "imagen ", "immagine ", "imagem ", "vidéo ", "görsel ",
    "resim ", "una ", "une ", "un post ", "uma ", "een ", "ett ", "et ", "post udost", "příspěvek",
)  # fmt: skip
"""How labels begin of languages in Latin letters of which no corpus has shown one yet."""
_NAMES: Final = (
    r"微博|图片|视频|组图|表情|链接|插图|圖片|影片|画像|写真|動画|사진|동영상|фото|видео|صورة|فيديو|عکس|तस्वीर|वीडियो|"
    r"images?|photos?|pictures?|videos?|gallery|embed|embedded (?:content|tweet)|tweet|youtube|caption|infographic|"
    r"slideshow|bild|fotos?|galerie|vidéo|imagen|resim|fotoğraf|görsel|immagine|imagem|getty images"
)
_BRACKETS: Final = lazy_pattern(
    rf"[\[［【](?:(?:{_NAMES})(?: removed|:? ?\d{{1,3}})?"
    r"|(?:featured |cover )?(?:image|photo|picture|pic|screenshot|screen ?grab|video|graphic)s?"
    r"(?: (?:via|from|by|courtesy|credit|source|copyright|©)\b|:)[^\]\n]{0,120}"
    r"|(?:صورة|الصورة|تصویر|изображение|画像|图片|圖片|चित्र|तस्वीर|görsel|imagen|imagem)\s?[:：]\s?"
    r"(?=\S+ \S+ \S|[\u3040-\u9fff]{6})[^\]\n]{6,120}"
    r"|/?(?:caption|gallery|embed|button|audio|youtube|video|playlist|vc_row|vc_column|img_assist)\b"
    r"(?: [a-z_]+=[^\]\n]{0,300})?"
    r"|(?:youtube|vimeo|soundcloud|embed|tweet|instagram|facebook|video|audio|wpvideo|dailymotion|gallery|playlist)"
    r"(?: [a-z]+)?[ =:] ?(?:(?:https?:)?//|url=|id[s=]|src=)[^\]\n]{2,300}"
    r"|email[\s\xa0]+protected|gambas ?:[^\]\n]{2,60})[\]］】]",
    re.IGNORECASE,
)

_EMOJI: Final = lazy_pattern(
    r"\[(?:[\u4e00-\u9fff]{1,4}\](?:\[[\u4e00-\u9fff]{1,4}\])+|(?:心|伤心|爱心|微笑|偷笑|坏笑|笑cry|允悲|哈哈|嘻嘻|爱你"
    r"|亲亲|抱抱|害羞|鼓掌|赞|给力|加油|作揖|泪|大哭|流泪|失望|悲伤|可怜|怒|抓狂|疑问|思考|费解|吃惊|挖鼻|黑线|白眼|哼|吃瓜|挤眼|太开心|阴险"
    r"|憧憬|摊手|二哈|doge|蛋糕|鲜花|蜡烛|话筒|草泥马|熊猫|围观)\])"
)
"""Emoji of a microblog as names: two in a row, or one that many know."""
_CREDITS: Final = lazy_pattern(
    r"[\w ]{1,20}?(?:via|from|by|courtesy|credit|source|copyright|©|[:：])(?! ?(?:an? |the )?(?:\w+ )?screen)",
    re.IGNORECASE,
)
"""A mark that names who took the picture is a fact, like a credit without brackets."""
_ADDRESS: Final = lazy_pattern(
    r"(?:https?://)?(?:www\.|m\.|mobile\.|w\.)?(?:youtu\.be/|youtube\.com/(?:watch|embed|shorts)|vimeo\.com/\d"
    r"|(?:twitter|x)\.com/\w{1,30}/status/|pic\.twitter\.com/|instagram\.com/(?:p|reel)/|tiktok\.com/@"
    r"|facebook\.com/[\w.]{1,60}/(?:posts|videos)/|soundcloud\.com|dailymotion\.com/|giphy\.com/)[^\s\"'<>]{0,200}"
)
"""Of what pages embed; other addresses on lines of their own may be the text's: sources, organisers."""
_CONTROLS: Final = labels(
    "Reply | Report | Antworten | Melden | Antwort | Répondre | Signaler | Responder | Denunciar | Rispondi | Segnala "
    "| Yanıtla | Cevapla | Ответить | Пожаловаться | رد | الرد | پاسخ | 回复 | 举报 | 返信 | 답글 | Reageren | Svara"
)
"""Buttons below a reader's comment."""
_LONGEST_ADDRESS: Final = 320
_ENDINGS: Final = ("jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "tiff", "heic", "avif")
_FILE: Final = lazy_pattern(
    rf"(?=[^.]*\w)[\w@%+,()&~'-][\w@%+.,()&~' -]{{0,90}}\.(?:{'|'.join(_ENDINGS)})(?:\s?\(\d+\s?[x×]\s?\d+\))?",
    re.IGNORECASE,
)
"""Nothing but the name of a picture's file."""
_PICTURE: Final = (
    r"(?:image|photo|picture|video|bild|foto|grafik|imagen|fotografía|vidéo|immagine|imagem|изображение|фото|"
    r"fotoğraf|görsel|resim)"
)
_NO_PICTURE: Final = lazy_pattern(
    rf"(?:no {_PICTURE}s?(?: available)?|{_PICTURE}s? (?:is |was )?(?:(?:not|could not be|cannot be"
    rf"|can't be) (?:available|found|loaded|displayed|shown)"
    rf"|unavailable|missing|"
    r"coming soon)|(?:loading|awaiting) (?:image|photo|picture)s?"
    rf"|(?:kein {_PICTURE}(?: vorhanden| verfügbar)?|{_PICTURE} (?:ist )?(?:nicht (?:verfügbar|gefunden"
    rf"|geladen)|wird geladen|"
    r"folgt))|platzhalter-?(?:bild|foto|grafik)?"
    rf"|(?:pas d['’]image|{_PICTURE} (?:non disponible|indisponible|manquante|en cours de chargement))"
    rf"|(?:sin (?:imagen|foto)|{_PICTURE} (?:no (?:disponible|encontrada)|não disponível|indisponível|non trovata))"
    rf"|{_PICTURE} (?:недоступно|отсутствует|не найдено|загружается)|нет (?:фото|изображения)"
    rf"|{_PICTURE} (?:yok|bulunamadi|mevcut değil|yükleniyor)"
    r"|(?:الصورة|الصوره) غير (?:متوفرة|متاحة)|لا توجد صورة|(?:تصویر|عکس) (?:موجود نیست|یافت نشد)|تصویر ندارد"
    r"|(?:图片|圖片|图像)(?:正在)?(?:加载|載入|加載)(?:中|失败|失敗)?|暂无图片|暫無圖片|无图"
    r"|(?:चित्र|तस्वीर) उपलब्ध नहीं(?: है)?"
    r"|(?:画像|写真)(?:を)?(?:読み込み中|読込中)|(?:画像|写真)(?:なし|がありません|はありません)"
    r"|(?:이미지|사진)\s?(?:로딩 ?중|없음|준비 ?중|을 불러오는 중|이 없습니다))[.!。…]{0,3}"
)
"""That there is no picture, or none yet; on a line of its own, in comparison form."""
_PICTURES: Final = (
    "image images photo photos picture pictures video bild foto grafik imagen fotografía vidéo immagine imagem "
    "изображение фото fotoğraf görsel resim"
)
_STATES: Final = (
    "not could cannot can't is was unavailable missing coming nicht ist wird "
    "folgt no non não indisponible indisponível manquante en "
    "недоступно отсутствует не загружается yok bulunamadi mevcut yükleniyor"
)
_NO_PICTURE_WORDS: Final = labels(
    """\
no image | no images | no photo | no photos | no picture | no pictures | no video | loading image | loading images
loading photo | loading photos | loading picture | awaiting image | awaiting photo | kein bild | kein foto | kein video
platzhalter | platzhalterbild | platzhalterfoto | platzhaltergrafik | platzhalter-bild | pas d'image | sin imagen
sin foto | нет фото | нет изображения | الصورة غير | لا توجد | تصویر موجود | تصویر یافت | تصویر ندارد
عکس موجود | عکس یافت | 图片 | 圖片 | 图像 | 暂无 | 暫無 | 无图 | चित्र उपलब्ध | तस्वीर उपलब्ध | 画像 | 写真 | 이미 | 사진"""
).union(f"{picture} {state}" for picture in _PICTURES.split() for state in _STATES.split())
"""How such lines begin."""
_FEW_BLANKS: Final = 5
_CAPTIONED: Final = (
    "Image caption", "Media caption", "Légende image", "Pie de foto", "Legenda da foto", "Подпись к фото",
    "التعليق على الصورة", "توضیح تصویر", "تصویر کا کیپشن", "इमेज कैप्शन", "Fotoğraf altı yazısı", "图像加注文字",
    "圖像加註文字", "画像説明", "사진 설명", "Keterangan gambar",
)  # fmt: skip
"""What an international broadcaster prints before its captions, with a comma behind it."""
_GLUED: Final = (
    "Open image in gallery", "View image in fullscreen", "View full image", "View larger image", "Enlarge this image",
    "Click to enlarge", "Tap to enlarge", "Image unavailable", "Bild vergrößern", "Bild in Lightbox öffnen",
    "Agrandir l’image", "Agrandir l'image", "Ampliar imagen", "Ampliar foto", "Ingrandisci immagine",
    "Fotoğrafı büyüt", "Resmi büyüt", "Увеличить изображение",
)  # fmt: skip
"""Buttons whose blank before the caption was lost."""
_LABEL: Final = lazy_pattern(
    r"(?:Enlarge|Zoom|Vergrößern|Agrandir|Ampliar|Büyüt) / (?=\S)"
    r"|(?:(?:Image|Media) (?:copyright|source) [A-Z][\w'’./ -]{1,40} )?(?:Image|Media) caption[: ] ?"
    r"(?=[\w\"'“‘]\S*(?: \S+){2})"
    rf"|(?:{'|'.join(_CAPTIONED)})\s?[,،，]\s?(?=\w)"
    rf"|(?:{'|'.join(_GLUED)})(?=[A-ZÀ-ÞА-ЯЁ0-9\"“'‘«„]\S* \S+ \S)"
)
"""What pages print before a caption."""
_CAPTIONED_ALONE: Final = labels(" | ".join(_CAPTIONED))
_COMMAS: Final = ",،，"
_POSTED: Final = lazy_pattern(
    r"(?:View this (?:post|photo) on Instagram )?"
    r"A (?:photo|video|post|picture)(?: (?:posted|shared) by|shared by) .{2,90}"
    r"|(?:View|See) this (?:post|photo|content) on Instagram"
    r"|Screen ?[Ss]hot (?:19|20)\d\d-\d\d-\d\d at .{4,24}"
    r"|(?:Ein (?:Beitrag|von)|Una (?:publicación|foto) (?:compartida|publicada)"
    r"|Une (?:publication|photo) (?:partagée|publiée)"
    r"|Un post (?:condiviso|shared)|Uma publicação (?:compartilhada|partilhada)|Публикация от|Допис, поширений"
    r"|Een bericht (?:gedeeld|dat)|Ett inlägg|Et (?:innlegg|opslag)|Post udostępniony przez|Příspěvek sdílený)"
    r" [^\n]{2,80}\(@[\w.]{2,32}\).{0,40}"
    r"|[^\n]{2,60}(?:님의 공유 게시물|がシェアした投稿|分享的(?:帖子|貼文))(?:\(@[\w.]{2,32}\))?.{0,40}"
)
"""What Instagram and its kin put below what pages embed, and what computers call a picture of the screen."""
_LABELLING: Final = frozenset("EZVAB").union(label[0] for label in (*_CAPTIONED, *_GLUED))


class ImagePlaceholder(DocumentRule):
    """Whole lines, and a closed list of words in brackets."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.WARNING
    needs: ClassVar[Needs] = Needs(
        phrases=LINES | _CAPTIONED_ALONE,
        openings=_NO_PICTURE_WORDS,
        characters=frozenset("[［【"),
        substrings=frozenset((
            "youtu", "vimeo.com/", "/status/", "pic.twitter.com/", "instagram.com/", "tiktok.com/", "facebook.com/",
            "soundcloud.com", "dailymotion.com/", "giphy.com/", "nlarge / ", "Zoom / ", "größern / ", "grandir / ",
            "mpliar / ", "Büyüt / ", "A photo ", "A post ", "A video ", "A picture ", " on Instagram", "creen Shot 20",
            "creenshot 20", "(@", "mage caption", "edia caption", *_CAPTIONED, *_GLUED,
        )),
        literals=frozenset("." + ending for ending in _ENDINGS),
    )  # fmt: skip

    def check(self, document: Document) -> Iterator[Finding]:
        message = "mark that stands where the page had a picture or a widget"
        short = {number: (key, own) for number, key, own in document.told_lines.short}
        signs = [sign for sign in "[［【" if sign in document.text]
        for number, block in enumerate(document.blocks):
            key, own = short.get(number, ("", None))
            if key in LINES or (own and own.text.rstrip(_COMMAS) in _CAPTIONED_ALONE) or (own and _tells_of_none(*own)):
                fix = delete_lines(document, block.start, block.end, "delete the line", Safety.UNSAFE)
                severity = severity_of(block.text, self.severity, UNPROVEN, WAITING)
                yield self.finding(document, block, message, severity=severity, fix=fix)
                continue
            if block.text[0] in _LABELLING and (match := _LABEL.match(block.text)):
                span = Span(block.start, block.start + match.end())
                yield self.finding(document, span, message, fix=Fix("delete the mark", (Edit(span),), Safety.UNSAFE))
                continue
            fits = len(block.text) <= _LONGEST_ADDRESS
            if fits and block.text.count(" ") < _FEW_BLANKS and _FILE.fullmatch(block.text):
                fix = delete_lines(document, block.start, block.end, "delete the line", Safety.UNSAFE)
                yield self.finding(document, block, "name of a picture's file alone on its line", kind="file", fix=fix)
                continue
            if fits and _POSTED.fullmatch(block.text):
                fix = delete_lines(document, block.start, block.end, "delete the line", Safety.UNSAFE)
                severity = severity_of(block.text, self.severity, UNPROVEN, WAITING)
                yield self.finding(document, block, message, kind="post", severity=severity, fix=fix)
                continue
            if fits and _ADDRESS.fullmatch(block.text) and not _in_comment(document, number):
                fix = delete_lines(document, block.start, block.end, "delete the line", Safety.UNSAFE)
                message_of_address = "address alone on its line, where the page had a player or a post"
                yield self.finding(document, block, message_of_address, kind="address", severity=Severity.INFO, fix=fix)
                continue
            place = _bracket(block.text, 0, signs)
            while place >= 0:
                if match := _BRACKETS.match(block.text, place) or _EMOJI.match(block.text, place):
                    span = Span(block.start + place, block.start + match.end())
                    info = _CREDITS.match(match[0], 1) or match[0][1:7].lower() == "gambas"
                    severity = Severity.INFO if info else self.severity
                    yield self.finding(document, span, message, severity=severity, fix=_deletion(document, span))
                    place = match.end() - 1
                place = _bracket(block.text, place + 1, signs)


def _in_comment(document: Document, number: int) -> bool:
    """Whether the buttons below a reader's comment follow: the reader names an address there."""
    return any(own and own.text in _CONTROLS for own in document.labels[number + 1 : number + 4])


def _tells_of_none(text: str, word: str, words: str) -> bool:
    """Whether the line says that there is no picture."""
    return (word in _NO_PICTURE_WORDS or words in _NO_PICTURE_WORDS) and bool(_NO_PICTURE.fullmatch(text))


def _deletion(document: Document, span: Span) -> Fix:
    """The mark alone, or its line where nothing else stands there."""
    line = document.line(document.position(span.start).line)
    if document.text[line.start : line.end].strip() == document.text[span.start : span.end]:
        return delete_lines(document, span.start, span.end, "delete the line", Safety.UNSAFE)
    return Fix("delete the mark", (Edit(span),), Safety.UNSAFE)


def _bracket(text: str, start: int, signs: Iterable[str]) -> int:
    """The next bracket of these that opens; -1 where there is none."""
    places = [place for sign in signs if (place := text.find(sign, start)) >= 0]
    return min(places, default=-1)
