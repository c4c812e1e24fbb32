"""empty-document: a document without a single letter or figure, or with an error in place of its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint import Document, DocumentRule, Finding, Needs, Span

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
    "seite nicht gefunden", "page non trouvée", "página no encontrada", "página não encontrada", "sayfa bulunamadı",
    "страница не найдена", "الصفحة غير موجودة", "صفحه پیدا نشد", "页面不存在", "页面未找到",
    "暂无内容", "内容不存在", "文章不存在", "该文章已被删除", "该内容已被删除", "此内容已被删除", "您访问的页面不存在",
    "article not found", "story not found", "this story is no longer available", "this content is no longer available",
    "this article is no longer available", "this article has been removed", "no description available",
    "精度知天下，新闻更悦己", "精度知天下,新闻更悦己",
    "ページが見つかりません", "페이지를 찾을 수 없습니다", "पेज नहीं मिला",
))  # fmt: skip
"""What programs and servers say where a text should stand, in small letters, without the signs at the end."""
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
        if len(document.text) <= LONGEST and (_answer(document.text) in ANSWERS or _is_removed(document.text.strip())):
            message = "the answer of a program or a server in place of the page"
            yield self.finding(document, Span(0, len(document.text)), message, kind="answer")
            return
        if document.blocks and len(document.text) <= _PAGE and _is_answer(document):
            message = "a page of the server in place of the story"
            yield self.finding(document, Span(0, len(document.text)), message, kind="answer")
            return
        # A byte that could not be decoded (a surrogate here) may well be a letter.
        if any(sign.isalnum() or "\ud800" <= sign <= "\udfff" for sign in document.text):
            return
        shown = document.text.strip()
        message = "no letter or figure in the document" if shown else "the document is empty"
        yield self.finding(document, Span(0, len(document.text)), message)


def _is_answer(document: Document) -> bool:
    first = _answer(document.blocks[0].text)
    if len(document.blocks) > _LINES:
        return False
    if first.isalpha() and not any(sign in document.text.casefold() for sign in _SIGNS):
        return False
    return (first in ANSWERS and first not in _NO_PAGE) or first.startswith(_GATES)


def _is_removed(text: str) -> bool:
    return text[:1] in ("[", "(", "<") and text[-1:] in ("]", ")", ">") and _answer(text[1:-1]) in _REMOVED


def _answer(text: str) -> str:
    return " ".join(text.split()).rstrip(".!\u2026\u3002 ").casefold()
