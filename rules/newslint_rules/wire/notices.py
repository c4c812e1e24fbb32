"""Notices in a full sentence: nobody may reproduce this page without permission, in the words of its language.

Four things stand in each: the page itself, what may be done with it, that nobody may, and the permission. One of them
alone is said about many things.
"""

from __future__ import annotations

import re
from typing import Final

from newslint import lazy_pattern

PERMISSIONS: Final = (
    "written permission", "prior permission", "written consent", "prior consent", "without permission",
    "may not be reproduced", "may not be copied", "no part of this",
    "ohne vorherige", "ohne ausdrückliche", "ohne schriftliche", "ohne genehmigung", "ohne zustimmung",
    "sans autorisation", "sans l'autorisation", "sans accord", "autorisation préalable", "autorisation écrite",
    "sin autorización", "sin la autorización", "autorización previa", "autorización expresa", "sin permiso",
    "sem autorização", "autorização prévia", "autorização expressa", "sem permissão",
    "senza autorizzazione", "senza l'autorizzazione", "senza il consenso", "autorizzazione scritta",
    "izin alınmadan", "izni olmadan", "izinsiz", "без разрешения", "без письменного", "без согласия",
    "دون إذن", "إذن مسبق", "إذن خطي", "بدون اجازه", "بدون مجوز", "未经授权", "未经许可", "未经书面", "未经允许",
    "許可なく", "許諾なく", "承諾なく", "허락 없이", "허가 없이", "동의 없이",
)  # fmt: skip
"""One of these stands in every short notice that is found."""
LONG: Final = (
    "All rights reserved", "All Rights Reserved", "written permission", "prior permission", "may not be reproduced",
    "schriftliche Genehmigung", "autorisation préalable", "autorización previa", "autorização prévia",
    "autorizzazione scritta", "письменного разрешения",
)  # fmt: skip
"""The same of a long one, letter for letter."""
_ITSELF: Final = lazy_pattern(
    r"\b(?:this|these|our) (?:web ?)?(?:material|content|article|site|publication|page|story|stories|report|document"
    r"|text)s?\b"
    r"|\bdiese[rsmn]? (?:texte?|artikel|inhalte?|seite|beitr[aä]ge?|website|publikation)[ns]?\b"
    r"|\b(?:ce|cet|cette|ces) (?:contenu|article|site|page|document|publication|texte)s?\b"
    r"|\b(?:este|esta|estos|estas|estes) (?:materia(?:l|les|is)|contenidos?|conteúdos?|artículos?|artigos?|sitio|site"
    r"|página|publicación|publicação|texto|web|nota|notícia|noticia)s?\b"
    r"|\bquest[oaie] (?:articol[oi]|material[ei]|contenut[oi]|sito|pagina|test[oi])\b"
    r"|\bbu (?:site|sayfa|haber|içerik|metin|yazı)|\bsitemizde"
    r"|(?:данн|эт|наш)\w{1,4} (?:материал|стат|сайт|страниц|публикац|текст)|материал\w{0,4} сайта"
    r"|هذ[اه] (?:المادة|المقال|الموقع|المحتوى|الخبر|النص)|این (?:مطلب|سایت|مقاله|محتوا|متن|خبر)"
    r"|本(?:网|站|文|刊|报|作品)|[本当](?:サイト|記事|ページ|ウェブ)|본 (?:기사|콘텐츠|사이트|저작물)",
    re.IGNORECASE,
)
_COPYING: Final = lazy_pattern(
    r"reproduc|republish|published|copied|broadcast|rewritten|redistribut|vervielfält|verbreit|veröffentlich|kopier"
    r"|reprodu|rediffus|diffus|redistribu|copia|difundi|riprod|pubblica|kopyala|yayınla|çoğalt|alıntıla"
    r"|перепеч|копир|воспроизв|распростран|نشر|نسخ|转载|复制|轉載|転載|複製|전재|복제|배포",
    re.IGNORECASE,
)
_PERMITTED: Final = lazy_pattern(
    r"\b(?:without|except with|unless with)\b[^\n.]{0,60}\b(?:permission|consent|authori[sz]ation)"
    r"|\bohne\b[^\n.]{0,60}(?:genehmigung|zustimmung|einwilligung|erlaubnis)"
    r"|\bsans\b[^\n.]{0,60}(?:autorisation|accord|consentement)"
    r"|\b(?:sin|sem)\b[^\n.]{0,60}(?:autorización|autorização|permiso|permissão|consentimi?ento)"
    r"|\bsenza\b[^\n.]{0,60}(?:autorizzazione|consenso|permesso)"
    r"|izin alınmadan|izni olmadan|izinsiz|\bбез\b[^\n.]{0,60}(?:разрешения|согласия)"
    r"|(?:دون|بدون)[^\n.]{0,40}(?:إذن|موافقة|اجازه|مجوز)"
    r"|未经[^\n。]{0,20}(?:授权|许可|同意|允许)|(?:許可|許諾|承諾)(?:なく|なし)|(?:허락|허가|동의|승인) ?없이",
    re.IGNORECASE,
)

_FORBIDDEN: Final = lazy_pattern(
    r"\b(?:may|must|prohibited|forbidden)\b|\b(?:darf|dürfen|untersagt|verboten|gestattet|bedarf)\b|interdit|\bne peu"
    r"|prohib|proíb|\bno (?:puede|podrá|se permite)|\bnão pode|vietat|\bnon (?:può|possono)|yasak|[ae]maz|[ae]mez"
    r"|запрещ|воспрещ|не допуска|يمنع|لا يجوز|يحظر|ممنوع|مجاز نیست|پیگرد|不得|禁|请勿|严禁|谢绝|できません|ご遠慮"
    r"|お断り|금지|금합|금함|수 없|안 됩",
    re.IGNORECASE,
)


def is_notice(line: str) -> bool:
    """Whether a line says that nobody may copy what it stands on without permission."""
    return all(part.search(line) for part in (_PERMITTED, _ITSELF, _COPYING, _FORBIDDEN))
