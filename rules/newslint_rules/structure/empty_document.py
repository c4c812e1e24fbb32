"""empty-document: a document without a single letter or figure, or with an error in place of its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Severity, Span, fold

ANSWERS: Final = frozenset((
    "null", "none", "nan", "undefined", "n/a", "[object object]", "no content", "no title", "untitled",
    "not found", "page not found", "404", "404 not found", "404 page not found", "404 error", "error 404",
    "404 - page not found", "404: page not found", "403 forbidden", "forbidden", "access denied", "401 unauthorized",
    "500 internal server error", "internal server error", "502 bad gateway", "bad gateway", "503 service unavailable",
    "service unavailable", "service temporarily unavailable", "504 gateway time-out", "gateway timeout",
    "too many requests", "429 too many requests", "bad request", "400 bad request", "just a moment",
    "one moment, please",
    "checking your browser", "are you a robot?", "attention required! | cloudflare", "you have been blocked",
    "request unsuccessful", "website is under maintenance", "site under maintenance", "under construction",
    "article not found", "story not found", "this story is no longer available", "this content is no longer available",
    "this article is no longer available", "this article has been removed", "no description available",
    "精度知天下，新闻更悦己", "精度知天下,新闻更悦己",
))  # fmt: skip
"""What programs and servers say where a text should stand, in small letters, without the signs at the end."""
_GONE: Final = {
    "de": ("seite nicht gefunden", "artikel nicht gefunden", "die seite wurde nicht gefunden",
           "dieser artikel ist nicht mehr verfügbar", "dieser inhalt ist nicht verfügbar"),
    "fr": ("page non trouvée", "page introuvable", "article introuvable", "cette page n'existe pas",
           "cet article n'est plus disponible", "ce contenu n'est plus disponible"),
    "es": ("página no encontrada", "artículo no encontrado", "esta página no existe", "contenido no disponible",
           "este artículo ya no está disponible"),
    "pt": ("página não encontrada", "artigo não encontrado", "notícia não encontrada", "esta página não existe",
           "conteúdo não disponível", "conteúdo indisponível"),
    "it": ("pagina non trovata", "articolo non trovato", "contenuto non disponibile", "questa pagina non esiste"),
    "tr": ("sayfa bulunamadı", "aradığınız sayfa bulunamadı", "haber bulunamadı", "içerik bulunamadı"),
    "ru": ("страница не найдена", "статья не найдена", "материал не найден", "новость не найдена", "материал удален",
           "материал удалён", "такой страницы не существует"),
    "ar": ("الصفحة غير موجودة", "الصفحة غير متوفرة", "المقال غير موجود", "الخبر غير موجود", "لم يتم العثور على الصفحة"),
    "fa": ("صفحه پیدا نشد", "صفحه یافت نشد", "صفحه مورد نظر یافت نشد", "صفحه مورد نظر پیدا نشد", "خبر یافت نشد",
           "مطلب مورد نظر یافت نشد"),
    "zh": ("页面不存在", "页面未找到", "您访问的页面不存在", "您访问的页面未找到", "您访问的页面不存在或已删除",
           "您所访问的资源已不存在", "内容不存在", "内容已删除", "该内容已删除", "该内容已被删除", "文章不存在",
           "文章已删除", "该文章已删除", "该文章已被删除", "该文章不存在", "此文章已删除", "此内容不存在",
           "此内容已被删除", "稿件已删除", "頁面不存在", "找不到頁面", "找不到页面", "內容不存在", "該文章已刪除",
           "該文章不存在", "文章不存在或已刪除"),
    "hi": ("पेज नहीं मिला", "पृष्ठ नहीं मिला", "यह पेज उपलब्ध नहीं है", "यह खबर उपलब्ध नहीं है"),
    "ja": ("ページが見つかりません", "ページが見つかりませんでした", "お探しのページは見つかりませんでした",
           "お探しのページは見つかりません", "記事が見つかりません", "記事が見つかりませんでした",
           "この記事は掲載を終了しました", "この記事は削除されました"),
    "ko": ("페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다", "존재하지 않는 기사입니다",
           "삭제된 기사입니다", "존재하지 않는 페이지입니다"),
}  # fmt: skip
"""The same in other languages: that the page or the article is gone."""
_NOTHING: Final = {
    "en": ("no content available", "no content found", "content not available", "content unavailable",
           "no article content", "no text available"),
    "de": ("kein inhalt", "kein inhalt verfügbar", "kein inhalt vorhanden", "keine inhalte gefunden"),
    "fr": ("aucun contenu", "aucun contenu disponible", "pas de contenu"),
    "es": ("sin contenido", "no hay contenido", "no hay contenido disponible"),
    "pt": ("sem conteúdo", "nenhum conteúdo", "nenhum conteúdo disponível"),
    "it": ("nessun contenuto", "nessun contenuto disponibile"),
    "tr": ("içerik yok", "içerik bulunmamaktadır"),
    "ru": ("нет содержимого", "нет контента", "нет данных", "нет текста", "содержимое отсутствует",
           "контент недоступен"),
    "ar": ("لا يوجد محتوى", "المحتوى غير متوفر", "المحتوى غير متاح"),
    "fa": ("محتوایی وجود ندارد", "محتوایی یافت نشد", "بدون محتوا"),
    "zh": ("暂无内容", "暂无正文", "暂无数据", "暂无简介", "暂无摘要", "暂无相关内容", "没有内容", "无内容", "無內容",
           "暫無內容", "沒有內容", "內容已刪除"),
    "hi": ("कोई सामग्री नहीं", "कोई सामग्री उपलब्ध नहीं", "कोई सामग्री उपलब्ध नहीं है", "सामग्री उपलब्ध नहीं है"),
    "ja": ("コンテンツがありません", "コンテンツはありません", "本文がありません", "本文なし", "内容がありません"),
    "ko": ("내용이 없습니다", "내용 없음", "콘텐츠가 없습니다", "본문이 없습니다"),
}  # fmt: skip
"""That nothing is there: counts alone in its text, for below such a line a note may follow."""
_PROVEN: Final = "zh"
"""The language of which such a text was found; the others are info."""
_REMOVED: Final = frozenset((
    "removed", "deleted", "content removed", "article removed", "unavailable", "content unavailable", "no text",
    "content not available", "no description", "no content", "missing", "redacted", "empty", "blank", "no title",
))  # fmt: skip
"""What interfaces put in brackets in place of a text that is gone."""
LONGEST: Final = 60
_PAGE: Final = 320
"""Characters of a whole page at most that says, below such an answer, what to do now."""
_LINES: Final = 6
_NO_PAGE: Final = frozenset(("null", "none", "nan", "undefined", "n/a", "no title", "untitled", "under construction"))
"""Answers that could as well be the headline of a note."""
_SIGNS: Final = ("permission", "server", "access", "resource", "request", "url", "page", "error", "nginx", "apache")
"""One of these stands in a page whose first line is one word, which could be a headline, too."""
_GATES: Final = (
    "checking your browser before", "please verify you are", "verify you are human", "verifying you are human",
    "access to this page has been denied", "access to this site has been", "you have been blocked",
    "sorry, you have been",
    "pardon our interruption", "please complete the security check", "our systems have detected unusual traffic",
    "your request has been blocked", "request blocked", "the request could not be satisfied", "human verification",
    "ddos protection by", "one more step", "please stand by, while we are checking", "enable javascript and cookies",
)  # fmt: skip
"""How pages begin that keep programs out."""


def _may_be_empty(document: Document) -> bool:
    text = document.text
    return len(text) <= _PAGE or not text[0].isalnum()


class EmptyDocument(DocumentRule):
    """Nothing, blanks, signs only, or the answer of a program or a server in place of the page."""

    family = "structure"
    needs = Needs(look=_may_be_empty)

    def check(self, document: Document) -> Iterator[Finding]:
        if document.defect:
            return
        language = _language(document)
        if language is not None:
            message = "the answer of a program or a server in place of the page"
            severity = self._severity(language)
            yield self.finding(document, Span(0, len(document.text)), message, kind="answer", severity=severity)
            return
        if document.blocks and len(document.text) <= _PAGE and _is_answer(document):
            message = "a page of the server in place of the story"
            severity = self._severity(_forms().get(_answer(document.blocks[0].text), ""))
            yield self.finding(document, Span(0, len(document.text)), message, kind="answer", severity=severity)
            return
        # A byte that could not be decoded (a surrogate here) may well be a letter.
        if any(sign.isalnum() or "\ud800" <= sign <= "\udfff" for sign in document.text):
            return
        shown = document.text.strip()
        message = "no letter or figure in the document" if shown else "the document is empty"
        yield self.finding(document, Span(0, len(document.text)), message)

    def _severity(self, language: str) -> Severity:
        return self.severity if language in ("", _PROVEN) else Severity.INFO


@cache
def _forms() -> dict[str, str]:
    """The language of each answer that is one in the first line of a page as well; of those of servers: none."""
    return dict.fromkeys(ANSWERS, "") | {
        _answer(phrase): language for language, phrases in _GONE.items() for phrase in phrases
    }


@cache
def _whole() -> dict[str, str]:
    """The same of what stands alone."""
    return _forms() | {_answer(phrase): language for language, phrases in _NOTHING.items() for phrase in phrases}


def _language(document: Document) -> str | None:
    """The language of the answer that the text is, empty for a server's; None where it is none."""
    if len(document.text) > LONGEST:
        return None
    return "" if _is_removed(document.text.strip()) else _whole().get(_answer(document.text))


def _is_answer(document: Document) -> bool:
    first = _answer(document.blocks[0].text)
    if len(document.blocks) > _LINES:
        return False
    if first.isascii() and first.isalpha() and not any(sign in document.text.casefold() for sign in _SIGNS):
        return False
    return (first in _forms() and first not in _NO_PAGE) or first.startswith(_GATES)


def _is_removed(text: str) -> bool:
    return text[:1] in ("[", "(", "<") and text[-1:] in ("]", ")", ">") and _answer(text[1:-1]) in _REMOVED


def _answer(text: str) -> str:
    return fold(text).rstrip(".!\u3002\u0964 ")
