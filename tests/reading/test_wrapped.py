"""Hard-wrapped text in scripts without case: which lines join to a paragraph."""

from __future__ import annotations

import pytest

from newslint.reading.segment import segment


def test_a_line_that_stands_again_inside_the_one_above_is_no_part_of_a_wrapped_paragraph() -> None:
    caption = "मुंबई में बारिश के बाद सड़कों पर पानी भर गया"
    (article,) = segment(f"इमेज कैप्शन, {caption}\n{caption}\nमहानगरपालिका ने स्कूल बंद रखने का आदेश दिया है.\n")
    assert [block.text for block in article.blocks][1] == caption


ARABIC_LIST = [
    "أخبار ذات صلة",
    "عودة العبارة الليلية إلى ثلاثة موانئ",
    "بحارة الجزيرة يطالبون برصيف جديد",
    "بلدية الميناء: القمح يكفي ستة أشهر",
]


def test_a_list_of_headlines_without_case_is_not_wrapped_text() -> None:
    (article,) = segment("\n".join(ARABIC_LIST))
    assert [block.text for block in article.blocks] == ARABIC_LIST


def test_lines_without_case_that_are_labels_and_figures_are_not_wrapped_text() -> None:
    lines = [
        "نُشر: 09:40-14 مارس 2024 م ـ 04 رمضان 1445 هـ",
        "آخر تحديث: 15:25 بتوقيت ميناء الجزيرة",
        "مدة القراءة: 3 دقائق",
    ]
    (article,) = segment("\n".join(lines) + "\n\nعادت العبارة الليلية إلى الجزيرة.\n")
    assert [block.text for block in article.blocks][:3] == lines


def test_lines_without_case_join_where_sentences_end_among_them() -> None:
    (article,) = segment("\n".join(f"{line}. قالت" for line in ARABIC_LIST[1:]))
    assert len(article.blocks) == 1


CHINESE_STORY = """\
布雷维克港口管理处说，夜间渡轮将于下月恢复，每晚两班，票价与两年前相同，请提前订票。
群岛邮局将搬入旧海关大楼一层明年春天起对外营业居民盼望已久的自助取件柜也将启用
百年风车磨坊重新转动面包师傅清晨排队取面粉馆长说学校参观的预约已排到六月下旬了
转发给朋友
推广
"""

HINDI_STORY = """\
पुराने घाट पर दो साल बाद फिर खुली मछली की मंडी
नगर परिषद ने कहा कि मंडी हर सुबह पाँच बजे से खुलेगी।
यह भी देखें
द्वीप के स्कूल में इस साल बच्चों की संख्या दोगुनी हो गई है
तूफ़ान के बाद टूटे पुल की मरम्मत का काम अगले महीने से
साझा करें
प्रायोजित
"""

HINDI_POEM = """\
नाव चली जब रात के काले पानी पर धीरे धीरे धीरे
चाँद ने देखा मुड़कर एक बार
लहरों ने फिर गीत सुनाया बीते दिन का सारी रात
माँझी बोला घर अब दूर नहीं है मेरे यार।
तारे डूबे भोर हुई तो आई तट की मीठी गंध
पंछी लौटे
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CHINESE_STORY, id="chinese-with-buttons"),
        pytest.param(HINDI_STORY, id="hindi-with-buttons"),
        pytest.param(HINDI_POEM, id="hindi-poem"),
    ],
)
def test_caseless_lines_that_end_early_before_more_are_not_wrapped_text(text: str) -> None:
    (article,) = segment(text)
    assert [block.text for block in article.blocks] == text.splitlines()


CHINESE_WRAPPED = """\
旧港口的鱼市星期六重新开张
本报记者 林舟
北岸市政府星期五宣布，停运两年的夜间渡轮将在下个月恢复，每晚开出两
班，票价保持不变。渡轮公司的发言人说，2024年的风暴损坏了码头，修复工
程花了十八个月才完成，比原来计划的晚了半年。
岛上的居民表示欢迎。一位面包师傅说，他终于可以在夜里回家了，过去两年
里他只好在城里租一个房间过夜，每个星期只能回去一次，有时候连一次也回
不去，因为末班船在戏院散场以前就开走了。
"""

PUNCTUATED = """\
北岸市政府星期五宣布，从下个月开始夜间渡轮将恢复航行，去年的乘客人数第二
次超过了三万，每晚开出两班，票价保持不变（学生和老人以及岛上的住户半
价）。渡轮公司的发言人说，风暴损坏了旧码头的栏杆和台阶，修复工程比原来计
划的晚了半年才完成，花费一共是三百万，由市政府和港务局各出一半，其余的部
分由乘客协会今年秋天再去筹集，不够的由邮局补上。
"""

HINDI_WRAPPED = """\
ब्रेविक की नगर परिषद ने शुक्रवार को कहा कि दो साल से बंद पड़ी रात
की नाव अगले महीने से फिर चलेगी और किराया वही रहेगा जो पहले था
क्योंकि मरम्मत का सारा ख़र्च बंदरगाह ने उठाया है। परिषद के एक
सदस्य ने बताया कि हर रात दो फेरे होंगे।

द्वीप के लोगों ने इस फ़ैसले का स्वागत किया और कहा कि अब उन्हें
शहर में कमरा किराए पर लेकर नहीं रहना पड़ेगा।
"""

THAI_WRAPPED = """\
เทศบาลเมืองท่าเรือประกาศเมื่อวันศุกร์ว่าเรือข้ามฟากรอบกลางคืนจะกลับ
มาให้บริการอีกครั้งในเดือนหน้าหลังจากหยุดไปนานถึงสองปีเพราะพายุทำ
ลายท่าเทียบเรือเก่า ชาวเกาะกล่าวว่ารู้สึกยินดีมากที่จะได้กลับบ้านใน
เวลากลางคืน. ค่าโดยสารยังคงเท่าเดิม
"""


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        pytest.param(CHINESE_WRAPPED, [1, 1, 3, 3], id="chinese-headline-and-no-blank-lines"),
        pytest.param(PUNCTUATED, [5], id="no-line-begins-with-punctuation"),
        pytest.param(HINDI_WRAPPED, [4, 2], id="hindi"),
        pytest.param(THAI_WRAPPED, [4], id="thai"),
    ],
)
def test_hard_wrapped_caseless_lines_join_up_to_one_that_ends_early(text: str, sizes: list[int]) -> None:
    (article,) = segment(text)
    assert [len(block.text.splitlines()) for block in article.blocks] == sizes


def test_a_name_in_another_script_parts_no_paragraph_that_is_wrapped_at_blanks() -> None:
    paragraph = (
        "The council of Brevik has voted on Tuesday night for two more boats\n"
        "after midnight, and it will pay for all, as the paper\n"
        "北码头港务局星期二晚上投票决定日报 says, until the end of the winter\n"
        "that is to come; the people of the quay had asked for it for years.\n"
    )
    (article,) = segment(paragraph)
    assert [block.text for block in article.blocks] == [paragraph.rstrip()]
