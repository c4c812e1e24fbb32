"""What the pages of the wire rules cannot show: languages, borders, and what is content."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Document, DocumentRef, DocumentRule, packs
from newslint.engine import Checker, check_documents
from newslint.fixing import Policy
from newslint.fixing.passes import Fixer
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if rule.family == "wire"}
STORY = "The ferry lost power on Monday.\nTwo tugs were sent.\nNobody was hurt.\n"


def marked(name: str, text: str) -> list[str]:
    rule = RULES[name]
    assert isinstance(rule, DocumentRule)
    spans = (finding.location.span for finding in rule.check(Document(DocumentRef("example.txt"), text, segment(text))))
    return [text[span.start : span.end] for span in spans]


CONTENT = [
    pytest.param("BREVIK (Reuters) - The harbour office said on Tuesday it did not know", id="dateline"),
    pytest.param("中新网沈阳10月20日电", id="Chinese dateline"),
    pytest.param("ANKARA (AA) - Bakanlık salı günü açıklama yaptı", id="Turkish dateline"),
    pytest.param("But three sources told Reuters that the talks would go on", id="told an agency"),
    pytest.param("Reuters could not independently verify the report.", id="an agency's disclaimer"),
    pytest.param("This is a developing story. Check back for updates.", id="a developing story"),
    pytest.param("Photographer wins prize for picture: a year in the fog", id="a story about a picture"),
    pytest.param("He was beaten by Senator Jane Roe (PA)", id="a state"),
    pytest.param("The road (A4/A9) is closed", id="roads"),
    pytest.param("Reporting by state media is often late.", id="begins like a sign-off"),
    pytest.param("More", id="a word"),
    pytest.param("The copyright law of 2019 divides the music trade", id="a story about copyright"),
    pytest.param("Read it at https://wharf.example/photo/index.html", id="an address"),
    pytest.param("Score: Brevik 3, Tarn 1", id="a score"),
    pytest.param("無断転載の罰則を強める法案を提出へ", id="a Japanese story about copyright"),
    pytest.param("تحرير المدينة القديمة من السيارات", id="an Arabic headline that begins like a sign-off"),
    pytest.param("记者王海开了一间摄影店", id="a reporter and a camera, in Chinese"),
]


@pytest.mark.parametrize("text", CONTENT)
def test_content_is_silent(text: str) -> None:
    assert {name: marked(name, text) for name in RULES} == {name: [] for name in RULES}


CREDITS = [
    pytest.param("The ferry in the fog ", "(Reuters)", id="an agency"),
    pytest.param("The ferry in the fog ", "(AFP/File)", id="an agency's file"),
    pytest.param("The ferry in the fog ", "(Maria Lind/Nord/Getty Images)", id="a name and an agency"),
    pytest.param("The ferry in the fog ", "(Photo by Maria Lind)", id="a name in brackets"),
    pytest.param("The ferry in the fog. ", "Photo: Maria Lind", id="a label behind the sentence"),
    pytest.param("The ferry in the fog ", "(Bild: Maria Lind)", id="German"),
    pytest.param("Die Fähre im Nebel. ", "Foto: Maria Lind/dpa", id="German, with an agency"),
    pytest.param("العبارة في الضباب ", "(رويترز)", id="Arabic"),
    pytest.param("العبارة في الضباب ", "(أ ف ب)", id="Arabic, in letters"),
    pytest.param("渡轮在雾中。", "（图片来源：北方图片社）", id="Chinese, in brackets"),
    pytest.param("渡轮在雾中。", "新华社记者 张明 摄", id="Chinese, taken by a reporter"),
    pytest.param("", "图片来源：北方图片社", id="Chinese line"),
    pytest.param("渡轮在雾中。", "（新华社记者 张明 摄）", id="Chinese, taken by a reporter, in brackets"),
    pytest.param("", "图/北方图片社", id="Chinese line with a stroke"),
    pytest.param("", "Фото: Мария Линд", id="Russian line"),
    pytest.param("", "[사진 제공=뉴시스]", id="Korean line"),
    pytest.param("", "[Image via Nord Pictures]", id="square brackets with a label"),
    pytest.param("", "REUTERS/Maria Lind", id="signed, agency first"),
    pytest.param("", "Photo-AFP", id="joined by a hyphen"),
    pytest.param("", "© Maria Lind/dpa", id="a sign and a name"),
    pytest.param("", "Getty Images", id="an agency alone"),
    pytest.param("The ferry in the fog. ", "Courtesy of Nord Pictures", id="a courtesy"),
    pytest.param("", "Fotoğraf: AA", id="Turkish line"),
    pytest.param("", "الصورة: رويترز", id="Arabic line"),
    pytest.param("", "Featured image via screengrab", id="a featured image"),
]


@pytest.mark.parametrize(("before", "expected"), CREDITS)
def test_credits_are_found_at_the_end_of_a_line(before: str, expected: str) -> None:
    assert marked("photo-credit", before + expected) == [expected]


def test_a_credit_is_found_behind_a_long_caption() -> None:
    caption = "The ferry Maren Dahl leaves the harbour of Brevik in heavy fog on its first trip " * 4
    assert marked("photo-credit", f"{caption}(Maria Lind/Reuters)") == ["(Maria Lind/Reuters)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ImageNet holds pictures of ferries, said the team.", [], id="a brand"),
        pytest.param("Senators Toomey (PA)Frelinghuysen (NJ) voted no", [], id="a state"),
        pytest.param("BREVIK (AFP)The harbour was closed.", [], id="a dateline"),
        pytest.param("Neue (Bildungs-)Angebote am Hafen", [], id="a German word that begins like a label"),
        pytest.param("It will rain. Featured image via Nord", [], id="with its space"),
        pytest.param("It will rain.Featured image via Nord", ["Featured image via Nord"], id="behind a sentence"),
        pytest.param("ImageLittle Harbour is a shop.", ["Image"], id="the word before a caption"),
        pytest.param("View galleryForensic teams at work", ["View gallery"], id="two words before a caption"),
        pytest.param("Image copyrightEPAImage captionThe ferry", ["Image copyright", "Image caption"], id="two labels"),
        pytest.param("Fog (Photo: Nord)The ferry waits", ["(Photo: Nord)"], id="in brackets before a word"),
        pytest.param("Niebla. (Foto: Nord)El ferry espera", ["(Foto: Nord)"], id="the same in Spanish"),
        pytest.param("Fog.Maria Lind/Getty Images", ["Maria Lind/Getty Images"], id="a signature behind a sentence"),
        pytest.param("Lind/Getty ImagesThe ferry waits", ["Getty Images"], id="a signature before a word"),
    ],
)
def test_only_a_lost_break_is_glue(text: str, expected: list[str]) -> None:
    assert marked("caption-glued", text) == expected


CAPTION_LABELS = (
    *("Image caption,", "Media caption,", "Légende image,", "Légende photo,", "Pie de foto,", "Legenda da foto,"),
    *("Fotoğraf altı yazısı,", "Keterangan gambar,", "Подпись к фото,", "توضیح تصویر،", "التعليق على الصورة،"),
    *("تصویر کا کیپشن،", "इमेज कैप्शन,", "图像加注文字，", "圖像加註文字，"),
)


@pytest.mark.parametrize("label", CAPTION_LABELS)
def test_a_label_alone_on_its_line_has_its_break(label: str) -> None:
    assert marked("caption-glued", f"{label}\n") == []
    assert marked("caption-glued", f"{label}\nThe ferry lies at the quay.\n") == []


@pytest.mark.parametrize("blanks", ["", " ", "\xa0"])
@pytest.mark.parametrize("label", CAPTION_LABELS)
def test_a_label_leaves_its_caption_a_line_of_its_own(label: str, blanks: str) -> None:
    """All rules together: whoever deletes the label, and whoever breaks the line, end with the same."""
    text = f"{label}{blanks}The ferry lies at the quay.\nIt sails <b>now</b>.  \n"
    documents = [Document(DocumentRef("example.txt"), text, segment(text))]
    rules = [rule for rule in packs.load_rules().values() if isinstance(rule, DocumentRule)]
    (fixed,) = Fixer(Checker(rules), Policy(unsafe=True)).fix(documents).fixed
    assert fixed.bug == ""
    caption = "The ferry lies at the quay.\nIt sails now.\n"
    assert fixed.text in {caption, f"{label}\n{caption}"}


SIGN_OFFS = [
    "(Reporting by Anna Berg and Tom Lind in Brevik; Writing by Maria Dahl; Editing by O. Roe)",
    "Additional reporting by Anna Berg",
    "Nord News' Anna Berg contributed to this report.",
    "ab/cd (AFP, dpa)",
    "(NORD 24 with AFP, AP)",
    "[With agencies]",
    "Reuters",
    "© dpa-infocom, dpa:240516-99-53606/3",
    "انتهای پیام/",
    "责任编辑：王海",
    "– AFP",
    "Reporting By Anna Berg; Editing by Tom Lind",
    "本报记者 王海",
    "（完）",
    "(إعداد منى سالم للنشرة العربية - تحرير سامي نور)",
    "(Reporte de Ana Berg; Editado por Tomás Lind)",
    "(Reportage de Anne Berg, version française Marie Dahl)",
    "(Bericht von Anna Berg, redigiert von Tom Lind)",
    "(Haber: A. Deniz - Kamera: B. Kaya)",
    "(Редактор Анна Берг)",
]


@pytest.mark.parametrize("line", SIGN_OFFS)
def test_sign_offs_stand_in_the_last_lines_only(line: str) -> None:
    assert marked("wire-sign-off", STORY + line) == [line]
    assert marked("wire-sign-off", f"{line}\n{STORY * 3}") == []


@pytest.mark.parametrize("line", ["（编辑：张明 李红）", "【责任编辑：王海】", "（来源：海港晚报）"])
def test_chinese_brackets_that_name_editor_or_source_are_found_anywhere(line: str) -> None:
    assert marked("wire-sign-off", STORY + line) == [line]
    assert marked("wire-sign-off", f"{line}\n{STORY * 3}") == [line]
    assert marked("wire-sign-off", f"渡轮周二恢复航行。{line}船上共有212名乘客。\n{STORY * 3}") == [line]


@pytest.mark.parametrize("sign_off", ["(Reporting by Anna Berg).", "(Additional editing By O. Roe)", "Reuters &#3;"])
def test_a_sign_off_may_have_lost_its_line(sign_off: str) -> None:
    between = "\n " if sign_off.startswith("R") else " "
    found = marked("wire-sign-off", f"{STORY}The ferry (built in 1998) sails at noon.{between}{sign_off}")
    assert found == [sign_off]


@pytest.mark.parametrize(
    "line", ["(MORE)", "(more)", "[MORE]", "MORE", "— 30 —", "-30-", "ENDS", "###", "MORE TO COME"]
)
def test_slugs_stand_in_the_last_lines_only(line: str) -> None:
    assert marked("wire-slug", STORY + line) == [line]
    assert marked("wire-slug", f"{line}\n{STORY * 2}") == []


@pytest.mark.parametrize("line", ["URGENT", "1ST LEAD", "URGENT 2ND LEAD", "LEAD-ALL", "EDS: ADDS QUOTE, BACKGROUND"])
def test_leads_stand_in_the_first_lines_only(line: str) -> None:
    assert marked("wire-slug", f"{line}\n{STORY}") == [line]
    assert marked("wire-slug", STORY * 2 + line) == []


RIGHTS = [
    "Copyright 2014 The Harbour Press. All rights reserved.",
    "© 2019-2024 Nordbote GmbH",
    "Nordbote © 2018. All Rights Reserved.",
    "Alle Rechte vorbehalten.",
    "Tous droits réservés - Le Port",
    "Todos los derechos reservados",
    "Todos os direitos reservados",
    "Wszelkie prawa zastrzeżone",
    "Tüm hakları saklıdır",
    "Все права защищены",
    "جميع الحقوق محفوظة",
    "کلیه حقوق این سایت محفوظ است",
    "未经授权禁止转载",
    "無断転載を禁じます",
    "무단 전재 및 재배포 금지",
]


@pytest.mark.parametrize("line", RIGHTS)
def test_rights_are_reserved_in_many_languages(line: str) -> None:
    assert marked("copyright-line", STORY + line) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "A/" * 50_000,
        "Photo: " * 20_000,
        "©" * 50_000,
        "Reporting by A" * 10_000,
        "A b " * 30_000 + "/AFP",
    ],
)
def test_long_lines_are_no_trouble(text: str) -> None:
    for name in RULES:
        assert len(marked(name, text)) <= 1


PIECES = st.sampled_from(
    [
        *"()[]（）:：/|.©\n 摄", "Photo", "Image", "Getty Images", "AFP", "Reuters", "Featured image via ", "dpa",
        "Maria Lind", "Reporting by ", "Editing by ", "contributed to this report.", "All rights reserved",
        "Copyright ", "2019", "MORE", "URGENT", "-30-", "责任编辑：", "记者 张明", "（完）", "The council voted.",
        "x" * 160, "View gallery", "   ",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_condition_of_a_rule_loses_nothing(text: str) -> None:
    document = Document(DocumentRef("example.txt"), text, segment(text))
    for name, rule in RULES.items():
        engine = sorted(finding.location.span for finding in check_documents([document], [rule]))
        assert isinstance(rule, DocumentRule)
        assert sorted(finding.location.span for finding in rule.check(document)) == engine, name
