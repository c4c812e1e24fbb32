"""What sign-offs look like: how they begin, and the expressions for whole lines and for the ends of lines."""

from __future__ import annotations

from newslint import lazy_pattern

from .credits import AGENCIES

_WORK = "[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed)|[Cc]ompiled|[Tt]ranslat(?:ion|ed)|[Pp]roduced"
_SMALL = "and|und|by|in|with|for|from|on|de|del|der|la|el|al|bin|van|von|additional"
_NAME = rf"(?:[A-ZÀ-Þ][\w'’-]*\.?|{_SMALL}|{_WORK}|[,;&:/-]|\s)"
_AGENCY_LIST = (
    rf"(?:{AGENCIES}|[Aa]gencies|AGENCIES)(?:(?:\s?[,/]\s?|\s(?:and|und|et|y|e)\s)(?:{AGENCIES}|[Aa]gencies))*"
)
_SITE = r"[\w-]{2,30}\.(?:[a-z]{2,3}\.)?[a-z]{2,4}"
_ORIGIN = (
    rf"(?:{_SITE}|{AGENCIES}|رويترز|وكالات|أ ف ب|الأناضول|ТАСС|РИА Новости|Интерфакс|新华社|中新社|ロイター|共同通信"
    r"|時事通信|연합뉴스|뉴시스)"
)
"""A site or an agency that a story was taken from."""
_SOURCES = (
    *("Source", "Quelle", "Fuente", "Fonte", "Kaynak", "المصدر", "منبع", "Источник", "स्रोत"),
    *(
        "文章来源",
        "本文来源",
        "信息来源",
        "消息来源",
        "稿件来源",
        "来源",
        "來源",
        "出处",
        "출처",
        "出典",
        "原标题",
        "原题",
        "原題",
        "기자",
        "특파원",
    ),
)
STARTS = (
    *("PR Newswire", "Presswire", "EIN Presswire", "GlobeNewswire", "Business Wire", "View original", "View source"),
    *(
        "Zur Person",
        "Über d",
        "Find ",
        "Read ",
        "See ",
        "끝",
        "भाषा ",
        "خبرنگار",
        "دبیر",
        "گزارشگر",
        "گزارش",
        "عکاس",
        "مترجم",
        "ویراستار",
        "تنظیم",
    ),
    *(f"/{digit}" for digit in "0123456789۰۱۲۳۴۵۶۷۸۹"),
    "Report",
    "report",
    "Writ",
    "writ",
    "Edit",
    "edit",
    "Compiled",
    "Translat",
    "Produced",
    "dpa-infocom",
    "(Schluss",
    "Schluss",
    "— With ",
    "– With ",
    "- With ",
    "-- With ",
    "Addition",
    "addition",
    "To contact the ",
    *(f"This {kind} " for kind in ("article", "story", "post", "piece", "interview", "report", "column")),
    "A version ",
    "An earlier version ",
    "Originally ",
    "via ",
    "Via",
    "Credit to",
    "From Staff",
    "From staff",
    "By Staff",
    "By staff",
    "Further reporting",
    "With ",
    "WITH ",
    "Contributing: ",
    "h/t",
    "H/T",
    "Hat tip",
    "Delivered by",
    "Posted by",
    "Posted on by",
    "【来源",
    "本文来自",
    "【文章来源",
    "来源 ",
    "■",
    "Material from",
    "Information from",
    "E-mail",
    "Email",
    "Contact",
    "Reach ",
    "Write to ",
    "Follow ",
    "Agence France",
    "Reuters,",
    "AFP,",
    "Associated Press",
    "Fairfax Media",
    "The Associated Press",
    "The Canadian Press",
    "Canadian Press",
    "Press Association",
    "SOURCE",
    "VIA",
    "Written by",
    "Con ",
    "Com ",
    "Автор",
    "Редактор",
    "Editör",
    "Muhabir",
    "Redak",
    "Redacc",
    "Rédac",
    "First published",
    *_SOURCES,
)
CREDITED = (
    "contributed to this",
    "ith assistance from ",
    "ith reporting by ",
    " reported from ",
    "全文完",
    "本报综合",
    "综合外电",
    "据新华社",
)
WHOLE = lazy_pattern(
    rf"[(\[]?(?:[Aa]dditional )?(?:{_WORK})(?:[ ,]+(?:and|{_WORK}))* [Bb]y (?=[A-ZÀ-Þ]){_NAME}{{2,280}}[)\]]?\.?"
    r"|[A-ZÀ-Þ][^!?\n]{1,260} (?:also )?contributed (?:reporting )?(?:to|for) (?:this|the) (?:report|story|article)"
    r"(?: from [A-ZÀ-Þ][\w ,.'’-]{2,60})?\.?"
    r"|(?:Additional|Further) reporting (?:from|by) (?:agencies|wires?|staff|the wires)\.?"
    r"|(?:[A-ZÀ-Þ][\w .'’&-]{2,40}, )?[Ww]ith (?:a |an |the )?(?:files?|notes|reports?|inputs?|material) from"
    r" (?:the |The )?[A-Z][\w .,'’&-]{1,60}\.?"
    r"|(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Ww]rite to|[Ff]ollow) (?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}(?:at|on|via|:)?[^\n]{0,12}"
    r"\S+@\S+[^\n]{0,120}"
    r"|(?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}(?:(?:can be )?(?:reached|contacted) )?(?:at|via|:) ?[\w.+-]{2,40}@[\w.-]{4,40}"
    r"[^\n]{0,100}"
    r"|[-–—]{0,2} ?[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3} is (?:an?|the) (?:[^.\n]|\.(?=[a-z])){0,90}\b"
    r"(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Cc]ontributor|[Pp]roducer|[Bb]logger)\b"
    r"[^\n]{0,40}(?:\bat\b|\bfor\b|\bof\b|\bwith\b|\.com\b|based in|who covers|covering|[Ff]ollow|[Rr]each)[^\n]{0,260}"
    r"|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3} is (?:an?|the) [^\n]{0,90}\b[Aa]uthor of\b[^\n]{0,160}"
    r"(?:[Ff]ollow (?:her|him|them|me) on|@\w{3,})[^\n]{0,120}"
    r"|(?:Zur Person|Über (?:den Autor|die Autorin|die Autoren))\s?: [^\n]{10,300}"
    r"|(?:This (?:article|story|post|piece) was )?(?:[Ww]ritten by [A-ZÀ-Þ][\w .'’-]{2,40} and )?"
    r"(?:[Oo]riginally|[Ff]irst) (?:published|appeared|posted) (?:in|on|at|by|with)\b[^\n]{2,160}"
    r"|[\[(](?:BBC|CNN|NYT|WSJ|AP|AFP|ABC|NBC|CBS|FOX|Reuters|Guardian|WaPo|Via [A-Z][\w .]{2,24})[\])]"
    r"|[\[(]?(?:h/t|H/T)[: ][^\n\[\]()]{2,80}[\])]?"
    r"|(?:Agence France[- ]Presse|Associated Press|Fairfax Media|The Associated Press|The Canadian Press"
    r"|Press Association)(?:(?:, | and | & )(?:[A-Z][\w]+(?: [A-Z]\w+){0,2})){0,2}"
    r"|(?:Reuters|AFP|AP)(?:, (?:[A-Z]\w+(?: [A-Z]\w+){0,2})){1,2}"
    r"|(?:SOURCES?|Sources?)\s?: ?[A-Z0-9][\w'’&.-]{1,20}(?: [A-Z][\w'’&.-]{0,20}){0,3}"
    r"(?:, ?[A-Za-z][\w'’&.-]{1,20}(?: [A-Z]?[\w'’&.-]{0,20}){0,2}){0,3}"
    r"|(?:SOURCES?|Sources?)\s?: [Nn]ews agencies"
    r"|(?:Via|VIA):? (?:The )?[A-Z@][\w'’&.-]{1,24}(?: [A-Z][\w'’&.-]{0,20}){0,3}"
    rf"|[(\[](?:(?:[\w .'’&-]{{2,30}} )?(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]on|[Cc]om) (?:the )?)?{_AGENCY_LIST}[)\]]"
    rf"|(?:[\w .'’&-]{{2,30}} )?(?:[Ww]ith|[Aa]vec|[Mm]it) (?:Material von )?{_AGENCY_LIST}"
    rf"|(?:{AGENCIES}|ABC|BBC|CBC|CNN|RTE|Staff|staff)(?:\s?/\s?(?:{AGENCIES}|ABC|BBC|CNN|wires?|agencies|staff))+"
    rf"|(?:[a-z]{{2,4}}\s?/\s?){{1,4}}(?:{AGENCIES})(?:\s?/\s?(?:{AGENCIES}))*"
    r"|(?:[-–—]\s?)?(?:Sources?|Quellen?|Fuentes?|Fontes?|Fonti|Kaynak(?:lar)?|Источники?|المصدر|منبع|स्रोत|来源|來源|出典|출처)"
    rf"\s?[:：]\s?(?:[a-z]{{2,4}}\s?/\s?){{0,4}}{_ORIGIN}(?:\s?[,/、،]\s?(?:{_ORIGIN}|[a-z]{{2,4}})){{0,6}}\.?"
    r"|(?:[(\[](?:fotos?|v[ií]deos?|photos?|audios?|gr[áa]ficos?|infograf[ií]as?|mapas?|фото|видео)[)\]]\s?){1,4}"
    rf"|[-–—]{{1,2}}\s?(?:[Ww]ith )?{_AGENCY_LIST}"
    r"|[-–—]{1,3}\s?[Ww]ith (?:assistance|reporting|help) (?:from|by) [A-ZÀ-Þ][^.!?\n]{2,120}\.?"
    rf"|[a-z]{{1,4}}(?:/[a-z]{{1,4}}){{0,4}} \({_AGENCY_LIST}\)"
    r"|©\s?dpa[-\w]{0,20}(?:,\s?dpa:\S{3,40})?|dpa-[\w-]{2,20},\s?dpa:\S{3,40}"
    rf"|[(\[]?(?:[Ww]ith )?(?:[Aa]dditional |[Aa]gency )?(?:[Ii]nputs?|[Rr]eports?|[Ff]iles) from "
    rf"(?:the |our |news )?(?:{_AGENCY_LIST}|[Cc]orrespondents?|[Ww]ires?|[Ww]ire services)[)\]]?\.?"
    r"|[(\[]?(?:(?:This|The|A version of this|An earlier version of this) (?:article|story|post|piece|interview|report|"
    r"column) (?:was |is |has )?)?(?:[Oo]riginally|[Ff]irst) (?:published|appeared|ran|posted) (?:in|on|at|by|with)\b"
    r"[^\n]{2,160}"
    r"|To contact the (?:reporters?|editors?|authors?|writers?) (?:on|of|for|responsible for) (?:this|the) "
    r"(?:story|article|column|report)\b[^\n]{3,260}"
    r"|[(\[]?Sources?\s?: ?(?:https?://\S+|(?:The )?[A-Z][\w'’&.-]{1,20}"
    r"(?: (?:[A-Z][\w'’&.-]{0,20}|of|and|the)){0,4}"
    r"(?:, (?:[A-Z][\w'’&.-]{1,20}|[a-z]{2,20}\.(?:com|org|net)(?:\.\w\w)?)"
    r"(?: [A-Z][\w'’&.-]{0,20}){0,3}){0,6})\.?[)\]]?"
    r"|[(\[](?:h/t|H/T|via|Via):? (?:to )?[A-Z@][\w .'’&@|-]{1,50}[)\]]|(?:[Vv]ia|VIA):? (?:The )?[A-Z@][\w'’&.-]{1,24}"
    r"(?: [A-Z][\w'’&.-]{0,20}){0,3}|Credit to [A-Z][\w .'’&-]{2,40}|(?:From|By) [Ss]taff [Rr]eports?|STAFF REPORTS?"
    r"|(?:Additional|Further|More) reporting(?: (?:from|by)|:) [A-Z][^\n.]{2,80}\.?"
    r"|With (?:a )?reports? (?:from|by) [A-Z][^\n.]{2,80}\.?"
    r"|To contact the (?:editor|reporter|author|writer)s?(?: on this story)?[,:]?(?: e-?mail)?:?(?: [^\n]{3,120})?"
    rf"|(?:[-–—]\s?)?(?:Sources?|Quellen?|Fuentes?|Fonte|Kaynak)\s?: ?(?:{_AGENCY_LIST}|CNN|BBC|NBC|CBS|ABC)\.?"
    r"|(?:Kaynak|المصدر|منبع|Источник|स्रोत|文章来源|消息来源|稿件来源|本文来源|信息来源|来源|來源|出处|출처|出典)\s?[:：]\s?[^.。!?！？،,，\n]{2,24}"
    r"|原(?:标题|題|题)\s?[:：][^\n]{2,60}"
    r"|[/|]?\s?(?:[\[(]?[가-힣]{2,10}\s?[=/|·]\s?(?:[가-힣]{2,10}[\])]\s?)?)?(?:[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,3}\s?)?"
    r"(?:[가-힣]{2,4}\s?)?(?:기자|특파원)\s?[=(|/]?\s?[\w.+-]{2,30}@[\w.-]{3,40}\)?"
    rf"|(?:Material|Information|[Aa]dditional reporting|Reporting|Files) (?:from|by) (?:the )?(?:{_AGENCY_LIST}) "
    r"(?:was|were) used (?:in|for) (?:this|the) (?:report|story|article)\.?"
    r"|[A-ZÀ-Þ][^.!?\n]{3,120} reported from [A-ZÀ-Þ][\w ,.'’-]{2,80}\.?"
    r"|(?:Edited|Written|Reported|Compiled|Translated) [Bb]y\s?: ?[A-ZÀ-Þ][^\n.!?]{2,80}\.?"
    r"|\(?Schluss\)?(?: (?:dpa|afp|apa|sda|ots|kna|epd)?[/ ]?[a-z]{2,4}(?:/[a-z]{2,4}){0,3})?"
    rf"|(?:[-–—]{{1,2}} ?)?(?:[Ww]ith|WITH) (?:files|news|material|reports?) from (?:the |The )?"
    rf"(?:{_AGENCY_LIST}|Canadian Press|[Ww]ire services)\.?"
    r"|With [Nn]ews [Ww]ire [Ss]ervices|Contributing: [A-Z][^\n]{2,80}"
    r"|(?:h/t|H/T|Hat tip|HAT TIP|hat tip)\s?:?\s?(?:to )?[A-Z@][\w .'’&@-]{2,50}"
    r"|(?:Delivered|Posted) (?:on )?by (?:The )?[A-Z]\w+(?: [A-Z]\w+){0,3}"
    r"|（(?!掌声|笑声|大笑|鼓掌|众笑|热烈|待续|未完|音乐|微笑|笑)[A-Za-z·\u4e00-\u9fff]{2,8}）"
    r"|本文来自[\u4e00-\u9fff]{2,12}|[\[【](?:文章|本文)?来源[:：][^\]】\n]{2,20}[\]】]|来源 [\u4e00-\u9fff]{2,10}"
    r"|■?\s?(?:[\u4e00-\u9fff]{2,6})?记者\s?(?:[\u4e00-\u9fff] ?){2,4}(?:[ 、](?:[\u4e00-\u9fff] ?){2,4}){0,3}"
    r"|[-–—«(]\s?(?:أ ف ب|ا ف ب|رويترز|د ب أ|أ ش أ|وات|واس|وكالات|الأناضول)\s?[-–—»)]"
    r"|An? (?:\w+ )?version of this (?:article|story|column|review) (?:appears|appeared|ran|was published) [^\n]{3,200}"
    r"|(?:(?:E-?mail|Mail|Contact|Kontakt|Correo|Courriel)(?: (?:the )?(?:author|reporter|writer|newsroom|editor)s?)?"
    r"\s?(?:at\s|[:：]\s?))?[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}"
    r"(?: [Ff]ollow(?: me| us)? on (?:Twitter|X):? @\w{2,30})?"
    rf"|Co[nm] (?:la )?(?:información|informaciones|informações|informazioni|material) (?:de|da|do|di|del) "
    rf"(?:la |el |las |as )?(?:{_AGENCY_LIST}|agencias|agências)[.]?"
    r"|[（(](?:भाषा|पीटीआई|एएनआई|आईएएनएस|वार्ता|एजेंसी|एजेंसियां|共同|共同通信|時事|ロイター|연합뉴스|뉴시스|新华社|中新社)[)）]"
    r"|(?:Автор|Авторы|Редактор|Editör|Muhabir|Redaktion|Redacción|Rédaction)\s?[:：]\s?"
    r"(?:[^\W\d_][\w.'’-]{0,20}[ ,]{0,2}){1,5}"
    r"|[（(]?(?:全文完|完|本文完|本报综合|综合外电|据新华社)[)）]?"
    r"|(?:انتهای|پایان) پیام\s?/?\s?\S{0,8}(?: \d{1,6})?"
    r"|[\[［【][^\[\]［］【】\n]{0,10}(?:通信社|時事|共同|ロイター|AFP|新聞社)[\]］】]|[(（][CcＣ][)）]\s?[^\s。]{2,20}(?:社|新聞|通信)"
    r"|SOURCE:? [A-Z][\w&.,'’ -]{2,60}|PR Newswire|(?:EIN )?Presswire|GlobeNewswire|Business Wire"
    r"|View (?:original content|source version)\b[^\n]{0,60}?(?:https?://\S+)?"
    r"|(?:Follow|Find|Read|See) (?:more of |more )?(?:the )?(?:AP|Associated Press|Reuters|AFP)(?:['’]s)? [^\n]{3,90}https?://\S+"
    r"|[（(<]?끝[)）>]?[.]?|भाषा(?: [\u0900-\u097f]{2,14}){1,3}"
    r"|(?:خبرنگار|دبیر|گزارشگر|گزارش|عکاس|مترجم|ویراستار|تنظیم)\s?[:：]\s?[^\n:.]{2,40}\.?(?: \S\.? ?\S{2,20})?"
    r"|/[۰-۹0-9]{4,6}/?"
    r"|/{1,2}\s?(?:انتهى|النهاية)\s?/{1,2}(?:\s?[\u0620-\u064a.– -]{1,16})?|[(]\s?(?:انتهى|النهاية)\s?[)].{0,16}"
    r"|\((?:إعداد|تحرير|تغطية صحفية|تغطية|كتابة|ترجمة) [^()\n]{3,160}\)"
    r"|\((?:Reporte|Reportaje|Información|Escrito|Redacción|Editado|Traducido) (?:adicional )?(?:de|por) "
    r"[^()\n]{3,200}\)\.?"
    r"|\((?:Reportage|Rédigé|Édité|Edité|Traduit|Version française|Avec) (?:de |par )?[^()\n]{3,200}\)\.?"
    r"|\((?:Bericht|Geschrieben|Redigiert|Unter Mitarbeit) von [^()\n]{3,200}\)\.?"
    r"|\((?:Haber|Muhabir|Editör|Kamera|Foto)\s?: ?[^()\n]{3,160}\)"
    r"|\((?:[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё-]+(?:, | и )?){1,4}\. Редакторы? [А-ЯЁ][^()\n]{3,80}\)\.?"
    r"|\((?:Редактор|Автор|Перевод|Подготовил[аи]?)[: ] ?[^()\n]{3,160}\)\.?"
)
END = lazy_pattern(
    rf"\((?:[Aa]dditional )?(?:{_WORK})(?:[ ,]+(?:and|additional|{_WORK}))* [Bb]y (?=[A-ZÀ-Þ])[^()\n]{{3,300}}\)\.?$"
    r"|[（(【［\[](?:实习|责任|本文)?(?:编辑|责编|编译|记者|完|原题为|原标题)[^（）()【】\[\]\n]{0,40}[）)】］\]]$"
    r"|(?:责任编辑|实习编辑|责编|编辑)\s?[:：]\s?[\u4e00-\u9fff]{2,4}(?:[ /、][\u4e00-\u9fff]{2,4})*$"
    r"|(?:本报|新华社|中新社)?(?:见习|实习)?记者[ \xa0\u3000][\u4e00-\u9fff]{2,4}"
    r"(?:[ \xa0\u3000][\u4e00-\u9fff]{2,4}){0,6}$"
    r"|(?<=[.!?”\"’)])(?:\s?(?:Via|VIA):? ?[A-Z][\w.&' ]{1,30}"
    r"|\s{0,2}For (?:the )?entire story(?:[:,]|\s{1,3})\s?(?!here\b)[A-Z][\w.&' ]{1,30}"
    r"|\s{2,}(?:The )?[A-Z]\w+(?: (?:[A-Z]\w*|of|and)){0,3}|\s?(?:h/t|H/T) [A-Z@][\w@. ]{1,40})\s?$"
    r"|(?<=[。！？”])（(?!掌声|笑声|大笑|鼓掌|众笑|热烈|待续|未完|音乐|微笑|笑)[\u4e00-\u9fff]{2,4}）$"
    r"|(?<=[。！？”）])\s?(?:文章|稿件|资料|信息|本文|图文)?(?:来源|來源)\s?[:：][^。\n]{2,24}$"
    r"|(?:\A|(?<=\n)|(?<=\n ))(?:REUTERS?|Reuters?)(?:\s&#3;)?$|انتهای پیام\s?/?$"
)
BEHIND = lazy_pattern(
    r"(?<=[.!?”\"’)»]) (?:PTI|IANS|ANI|UNI|EFE|AFP|AP|ANSA|TASS|UPI|DPA|dpa|APA|AAP|Lusa|Xinhua|Bernama|Belga|Reuters"
    r"|REUTERS|Enditem)(?: [A-Z]{2,5}){0,6}$"
)
"""An agency and the initials of its desks, behind the very last sentence."""
BEHIND_ENDS = ("dpa", "Lusa", "Xinhua", "Bernama", "Belga", "Reuters", "Enditem")
"""What such a sentence ends in, if not in two capitals."""
