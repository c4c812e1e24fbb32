"""Controls and counters of players and galleries: `Scroll down for video`, `Image 1 of 23`, `+12`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from newslint import Document, DocumentRule, Finding, Needs, Safety, Severity, Span, delete_lines, lazy_pattern
from newslint_rules.searching import holds_any

from .labels import labels, severity_of

LINES: Final = labels(
    """\
Watch now | Show thumbnails | Hide thumbnails | Last SlideNext Slide | Previous SlideNext Slide | Prev SlideNext Slide
Previous slide Next slide | Last slide Next slide | Slide anterior Próximo slide | Vorherige Folie Nächste Folie
Vorschaubilder anzeigen | Vorschaubilder ausblenden | Diapositive précédente Diapositive suivante
Afficher les miniatures | Masquer les miniatures | Mostrar miniaturas | Ocultar miniaturas | Mostra miniature
Anterior Siguiente | Diapositiva anterior Diapositiva siguiente | Показать миниатюры | Скрыть миниатюры
显示缩略图 | 隐藏缩略图 | 上一张 下一张 | 上一张下一张 | サムネイルを表示 | 썸네일 보기
Getting your Trinity Audio player ready... | Trinity Audio player ready... | Featured Video Of The Day
Video Of The Day
Scroll down for video | Scroll down for videos | Scroll down for the video | Scroll down to watch
Click through the gallery above | Click through the gallery | Click through the gallery below | Watch live
Watch live stream | Watch the live stream | Listen live | Now playing | Live TV | Live stream | View gallery
Bilder anzeigen | Alle Bilder | View on Instagram | View all photos in gallery | Scroll down for audio
Link to audio | دانلود ویدئو | دانلود فیلم | Enlarge | Sieh dir diesen Beitrag auf Instagram an
Loading | Loading... | Loading… | Lädt | Lädt... | Wird geladen | Chargement | Chargement en cours | Cargando
Carregando | Caricamento | Загрузка | Yükleniyor | Yükleniyor... | 加载中 | 载入中 | 読み込み中 | 로딩중
جاري التحميل | در حال بارگذاری
Den Podcast beenden? | Stop the podcast? | Scroll down to see more | Video player is loading.
Video player is loading
Loading the player... | Loading the player | Loading player... | Loading... | Loading ... | Loading…
This is a modal window.
No compatible source was found for this media. | Beginning of dialog window. | Close modal dialog
End of dialog window. | Skip ads | Video loading | Loading video | Play video | Play the video | Watch video
Watch the video | Watch the video below | Video player | Play now | Replay | Replay video | Pause video
Watch again | Watch this video again | Video loading watch next watch this video again watch next | View gallery
View photo gallery | View photos | View all photos | View slideshow | See gallery | See all photos | Launch gallery
Photo gallery | Image gallery | Open gallery | Back to gallery | Expand gallery | Next photo | Previous photo
Open image in gallery | View this post on Instagram | View this photo on Instagram | View more on Instagram
View original tweet | View this post on X | View this post on Facebook | View on Twitter | View on X
Next image | Previous image | Next slide | Start slideshow | Expand photo | Expand autoplay | Autoplay | Unmute
Fullscreen | Full screen | Current time | Closed captioning | Closed captions
Media playback is unsupported on your device | Share video | Embed video | This video is unavailable
This video is no longer available | We apologize, but this video has failed to load.
Tap here to see other videos from our team. | On a mobile device? Click here to watch the video. | Skip ad in
Using a mobile device? Click here to see the video. | Click to play | Click to watch video | Click to watch
Tap to play | Tap to unmute | Play audio clip | Video abspielen | Video starten | Video laden | Bilderstrecke
Bildergalerie | Zur Bildergalerie | Fotostrecke | Zur Fotostrecke | Bild vergrößern | Vollbild | Galerie öffnen
Zur Galerie | Abspielen | Video überspringen | Voir la vidéo | Lire la vidéo | Lancer la vidéo | Diaporama
Voir le diaporama | Voir les photos | Plein écran | Ver vídeo | Ver video | Reproducir vídeo | Reproducir video
Ver galería | Ver fotogalería | Galería de fotos | Ver fotos | Pantalla completa | Videoyu izle | Video haberi izle
Foto galeri | Fotoğraf galerisi | Galeriyi gör | Fotoğrafları gör | Tam ekran | شاهد الفيديو | تشاهدون الآن
شاهد الصور | ألبوم الصور | معرض الصور | تشغيل الفيديو | شاهد بالفيديو | مشاهده ویدئو | پخش ویدئو | گالری تصاویر
مشاهده ویدیو | 播放视频 | 点击播放 | 点击观看视频 | 视频加载中 | 视频加载中... | 查看图集 | 高清组图 | 点击查看组图
播放影片 | वीडियो देखें | फोटो गैलरी | फोटो देखें | तस्वीरें देखें | 動画を見る | 動画を再生 | 写真一覧 | フォトギャラリー
写真を見る | 画像一覧 | 写真を拡大 | 동영상 보기 | 동영상 재생 | 영상 보기 | 사진 보기 | 포토 갤러리 | 동영상 뉴스
Media error: Format(s) not supported or source(s) not found | Unable to load video | Unable to play video
An error occurred while loading the video | Sorry, this video isn't available any more | Vídeo no disponible
Cette vidéo n'est plus disponible | Lecture en cours | Video niet beschikbaar
If playback doesn't begin shortly, try restarting your device. | You're signed out
An error occurred while retrieving sharing information. Please try again later.
Click to play video | Click to play audio | Press play to listen | Press play to watch
Jetzt ansehen | Video ansehen
Video anschauen | Video wiedergeben | Lecture vidéo | Lecture de la vidéo | Lancer la lecture | Regarder la vidéo
Ver el vídeo | Ver el video | Mira el video | Mira el vídeo | Reproducir
Assista ao vídeo | Reproduzir vídeo | Guarda il video | Guarda le foto | Riproduci video | Videoyu oynat
Videoyu izleyin | Fotoğrafları görüntüle | شغل الفيديو | مشاهدة الفيديو | تشغيل | پخش ویدیو | فیلم را ببینید
点击播放视频 | 点击播放音频 | 点击观看 | 点击查看视频 | 点击图片进入下一页 | 点击图片查看原图
點擊播放影片 | 視頻加載中 | 正在加载 | 加载中 | 加载更多 | वीडियो चलाएं | वीडियो प्ले करें | 動画を再生する
再生する | 動画はこちら | 画像を見る | 동영상 재생하기 | 영상 재생 | 동영상 바로보기
Посмотреть видео | Видео загружается | Открыть фото
Смотреть видео | Воспроизвести видео | Фотогалерея | Смотреть галерею | Открыть галерею | Смотреть фото"""
)
_COUNTER: Final = lazy_pattern(
    r"[(\[]?(?:(?:image|photo|picture|slide|slides|gallery|video|bild|foto|imagen|fotoğraf|resim|фото|صورة|عکس|图|圖|写真"
    r"|画像|사진|तस्वीर)s?\s?:?\s?)?(\d{1,3})\s?(?:of|/|von|de|sur|из|من|od)\s?(\d{1,3})"
    r"(?:\s?(?:photos?|images?|slides?|fotos?|bilder|imágenes|fotoğraf|resim|фото|صور|عکس|张|張|枚|장))?[)\]]?[\s|]*"
)
_LOOK: Final = lazy_pattern(
    r"(?:please )?(?:watch|see|view|check out|play|show|open)(?: all| the| this| a| more)? ?(?:full )?\d{0,3} ?"
    r"(?:videos?|clips?|footage|trailer|gallery|slideshow|photos?|images?|pictures?)"
    r"(?: (?:above|below|here|now|again|in full))?[:.!]?"
)
_GALLERY: Final = lazy_pattern(
    r"(?:\+\d{1,3}\s?)?(?:view|see|open|launch|start|voir|ver|zur|zum) (?:the |all |full |la |las |le |les )?"
    r"(?:photo |image |picture )?(?:gallery|galerie|galería|slideshow|bildergalerie|fotostrecke)"
    r"(?: ?\(?\d{1,3}[^()\d]{0,12}\)?)?"
    r"|(?:bildergalerie|fotostrecke|galerie|galería|photo gallery|gallery|slideshow|diaporama|diashow|фотогалерея)"
    r"\s?[:|]\s?\d{1,3} ?"
    r"(?:bilder|fotos|photos|images|imágenes)"
)
_LOADING: Final = lazy_pattern(
    r"(?:(?:loading|cargando|chargement(?: en cours)?|wird geladen|lade|caricamento|carregando|yükleniyor|загрузка"
    r"|laden|جا?ر[يٍ]? ?التحميل|در حال بارگذاری|加载中|正在加载|載入中|読み込み中"
    r"|로딩 ?중|लोड हो रहा है)\s?\.{3}\s*){1,20}"
)
_NAMED: Final = lazy_pattern(r"[^\W\d]{3,}|\dof\d|[图圖张張枚]|写真|画像|사진|장|عکس|صور")
_LENGTH: Final = lazy_pattern(
    r"(?:video|audio|podcast|clip|episode|видео|vidéo|vídeo)?\s?(?:duration|length|dauer|laufzeit|durée|duración|duração|durata"
    r"|süre|длительность|продолжительность|مدة الفيديو|المدة|时长|時長|再生時間)?\s?[:|]?\s?"
    r"(?:(\d{1,3}:\d{2}(?::\d{2})?)(?: ?0?\1)?(?: min(?:uten|utes|\.)?| sek\.?)?"
    r"|\d{1,2} (?:minutes?|minuten),? ?\d{0,2} ?(?:seconds?|sekunden)?)"
    r"|volumen?e?\s?\d{1,3}\s?%|volume (?:is )?(?:muted|0%)|(?:this )?(?:article )?audio (?:is )?powered by .{2,30}"
)
_KINDS: Final = labels("Video | Audio | Podcast | Vidéo | Vídeo | Видео | فيديو | ویدئو | 视频 | 動画 | 동영상")
"""What a player says it shows, on the line before the length."""
_BARE_LENGTH: Final = lazy_pattern(r"(\d{1,2}:\d{2}(?::\d{2})?)(?: ?0?\1)?")
_MORE: Final = lazy_pattern(r"\+\s?\d{1,3}(?: more)?")
_BULLETS: Final = lazy_pattern(r"12345(?:6(?:7(?:8(?:9(?:10(?:11(?:12(?:13)?)?)?)?)?)?)?)?")
_TIME: Final = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?\s?/\s?\d{1,2}:\d{2}(?::\d{2})?|00:00(?:\s[\w ]{0,30}\s?00:00)?")
_PLAYER: Final = lazy_pattern(
    r"(?:video player is loading\.\s?)?(?:(?:play(?: video)?|pause|mute|unmute|loaded|progress|current time|duration"
    r"|remaining time|stream type(?: live)?|live|seek to live(?:, currently (?:behind|playing) live)?|playback rate"
    r"|chapters|descriptions(?: off)?(?:, selected)?|captions(?: off| settings)?(?:, selected)?|subtitles|audio track"
    r"|picture-in-picture|fullscreen|share|1x|/|-?\d{1,2}:\d\d(?::\d\d)?|\d+(?:\.\d+)?%)[\s,:/]*){4,40}"
)
"""All that the buttons and clocks of a player say, on one line."""
_PLAYER_SIGNS: Final = ("current time", "loaded:", "remaining time", "playback rate", "stream type", "duration")
_WIDEST: Final = 160
_MEDIA: Final = lazy_pattern(
    r"(?:audio|video|podcast) (?:herunterladen|starten|abspielen|download|télécharger|descargar)"
    r"(?:, abbrechen mit escape)?(?: ?\([^()]{2,40}\))?"
)
"""Buttons of the players of broadcasters."""
_INSIDE: Final = lazy_pattern(r"(?<![\d/])(?<!\d[.,])(\d{1,2})\s?/\s?(\d{1,2})(?![\d/])")
UNPROVEN: Final = frozenset({"arabic", "cyrillic", "devanagari", "han", "hangul", "kana"})
"""Scripts of labels that no corpus has shown yet; numbers inside of Chinese text are proven."""
WAITING: Final = (
    "mostra miniature", "caricamento", "guarda ", "riproduci video", "yükleniyor", "videoyu ", "video haberi",
    "foto galeri", "fotoğraf", "galeriyi", "tam ekran", "durata", "süre",
)  # fmt: skip
"""How labels begin of languages in Latin letters of which no corpus has shown one yet."""
LONGEST: Final = 40
"""Characters of a counter at most."""


class PlayerOrGallery(DocumentRule):
    """Whole lines, and pictures of a series that stand on one line with their numbers."""

    family: ClassVar[str] = "residue"
    severity: ClassVar[Severity] = Severity.ERROR
    subsumes: ClassVar[frozenset[str]] = frozenset({"read-more"})
    needs: ClassVar[Needs] = Needs(
        phrases=LINES | _KINDS,
        openings=labels(
            "0 | image | photo | picture | slide | gallery | video | bild | foto | watch | see | view | play | show"
            " | open | launch | start | voir | ver | zur | zum | bildergalerie | fotostrecke"
            " | galerie | galería | slideshow | diaporama | diashow | фотогалерея"
            " | audio | podcast | clip | episode | видео | vidéo | vídeo | duration"
            " | dauer | laufzeit"
            " | durée | duración | duração | durata | süre | длительность | продолжительность | مدة | المدة | 时长"
            " | 時長"
            " | volume | volumen | this article | article audio | loading | cargando | chargement | chargement en"
            " | wird geladen | lade"
            " | caricamento | carregando | yükleniyor | загрузка | laden | جاري التحميل | جار التحميل | جارٍ التحميل"
            " | در حال | 加载 | 正在 | 載入 | 読み | 로딩 | लोड हो | 图 | 圖 | 写真 | 画像 | 사진 | तस्वीर | صورة"
            " | عکس | resim | фото | fotoğraf"
        ),
        literals=frozenset(f"{kind}{digit}" for kind in ("video", "audio") for digit in range(10)).union(_PLAYER_SIGNS),
        substrings=frozenset({"2/", "2 /"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        keys = document.keys
        totals = Counter(match[2] for key in keys if len(key) <= LONGEST and (match := _COUNTER.fullmatch(key)))
        lengths = {place for first, key in enumerate(keys) if key in _KINDS for place in _length(keys, first)}
        for index, (block, label) in enumerate(zip(document.blocks, document.labels, strict=True)):
            if (label and label.text in LINES) or self._is_counter(keys, index, totals) or index in lengths:
                fix = delete_lines(document, block.start, block.end, "delete the line", Safety.UNSAFE)
                severity = severity_of(block.text, self.severity, UNPROVEN, WAITING)
                yield self.finding(document, block, "control of a player or gallery", severity=severity, fix=fix)
            elif ("2/" in block.text or "2 /" in block.text) and (span := _series(block.text)):
                place = Span(block.start + span.start, block.start + span.end)
                yield self.finding(document, place, "numbers of a gallery inside the text", kind="series")

    def _is_counter(self, keys: Sequence[str], index: int, totals: Counter[str]) -> bool:
        """A counter that says so, or one of a series; in a table the same signs are figures."""
        key = keys[index]
        if len(key) > LONGEST:
            if len(key) <= _WIDEST and holds_any(key, _PLAYER_SIGNS) and _PLAYER.fullmatch(key):
                return True
            return key.endswith("...") and bool(_LOADING.fullmatch(key))
        if match := _COUNTER.fullmatch(key):
            first = match[1] == "1" and " " in key and match[2] != "1"
            return int(match[1]) <= int(match[2]) and (first or bool(_NAMED.search(key)) or totals[match[2]] >= 2)
        if any(pattern.fullmatch(key) for pattern in (_BULLETS, _TIME, _LOOK, _GALLERY, _LOADING, _MEDIA)) or (
            key[:1] in "vapcedlsвдпм时時再ا" and _LENGTH.fullmatch(key)
        ):
            return True
        return bool(_MORE.fullmatch(key)) and not any(
            key[:1] in "+-0123456789" for key in (*keys[max(0, index - 1) : index], *keys[index + 1 : index + 2])
        )


def _length(keys: Sequence[str], first: int) -> tuple[int, ...]:
    """A line that says what a player shows, and the next one how long; none where it stands between two times."""
    if first + 1 >= len(keys) or not _BARE_LENGTH.fullmatch(keys[first + 1]):
        return ()
    return () if first and _BARE_LENGTH.fullmatch(keys[first - 1]) else (first, first + 1)


def _series(text: str) -> Span | None:
    """From the first to the last of `1/5 … 2/5 … 3/5`, in order and complete up to the third."""
    found = [(int(match[1]), int(match[2]), match) for match in _INSIDE.finditer(text)]
    for place, (number, total, match) in enumerate(found):
        if number != 1 or total < 2:
            continue
        series = [match]
        for number, other, follower in found[place + 1 :]:
            if other == total and number == len(series) + 1:
                series.append(follower)
        if len(series) >= min(3, total):
            return Span(match.start(), series[-1].end())
    return None
