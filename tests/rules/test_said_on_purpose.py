"""What songs, recipes, prayers and lists say again on purpose is never deleted by a safe fix."""

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}
STORY = "The night ferry sailed again on Tuesday with 212 passengers on board, the company said."
FAMILY = [name for name, rule in RULES.items() if rule.family == "repetition"]


def findings(text: str, *names: str) -> list[Finding]:
    return check_documents([Document(DocumentRef("page.txt"), text, segment(text))], [RULES[name] for name in names])


MEANT = [
    pytest.param(
        "Haul her over, haul her slow and bring her to the bay\n"
        "Down to the quay where the night boats go\n"
        "\n"
        "She was laid in the winter of a hard hard year\n"
        "With a keel of oak and a heart of fir\n"
        "\n"
        "Haul her over, haul her slow and bring her to the bay\n"
        "Down to the quay where the night boats go\n",
        id="refrain",
    ),
    pytest.param(
        "Two walks above the harbour\n"
        "\n"
        "The short walk\n"
        "\n"
        "How to get there\n"
        "Take the number nine bus to the northern quay and walk up to the church.\n"
        "\n"
        "The path begins behind the church and follows the wall of the old garden to the top.\n"
        "\n"
        "The long walk\n"
        "\n"
        "How to get there\n"
        "Take the number nine bus to the northern quay and walk up to the church.\n"
        "\n"
        "The path begins in front of the church and follows the river to the old lighthouse and back.\n",
        id="guide",
    ),
    pytest.param(
        "Bread of the northern quay\n"
        "Fold the dough four times and cover it with a wet cloth\n"
        "Let it rest for half an hour\n"
        "Fold the dough four times and cover it with a wet cloth\n"
        "Let it rest for half an hour\n"
        "Bake it for fifty minutes in a hot oven, until the crust is as dark as the quay at night.\n",
        id="recipe",
    ),
    pytest.param(
        "Lord, have mercy on the ships at sea and those who sail\n"
        "Christ, have mercy\n"
        "Lord, have mercy on the ships at sea and those who sail\n"
        "Lord, hear us, and bring us home to the harbour before night falls over the bay and the town.\n",
        id="litany",
    ),
    pytest.param(
        "Herr, erbarme dich\nChristus, erbarme dich\nHerr, erbarme dich\n",
        id="German litany",
    ),
    pytest.param(
        "The bay is calm tonight\n\nThe bay is calm tonight\nThe tide is full and the moon\nLies fair upon the quay\n",
        id="poem named by its first line",
    ),
    pytest.param(
        "Das Lied vom Kai\n"
        "Fahr zu, fahr zu, du altes Boot, fahr zu im Abendrot\n"
        "Der Wind steht gut\n"
        "Fahr zu, fahr zu, du altes Boot, fahr zu im Abendrot\n"
        "Das Lied wurde im Jahr 1903 von einem Hafenarbeiter geschrieben und wird noch heute gesungen.\n",
        id="German song",
    ),
    pytest.param(
        "بندر شب\n"
        "\n"
        "کشتی شب مرا ببر به خانه ام در کنار دریا\n"
        "باد می آید از سوی دریا\n"
        "\n"
        "کشتی شب مرا ببر به خانه ام در کنار دریا\n"
        "باد می آید از سوی دریا\n",
        id="Persian song",
    ),
    pytest.param(
        "渡轮之歌\n"
        "带我回家吧夜航的船带我回到北岸的码头去吧\n"
        "月亮升起来了\n"
        "带我回家吧夜航的船带我回到北岸的码头去吧\n"
        "月亮升起来了\n",
        id="Chinese song",
    ),
    pytest.param(
        "Holy, holy, holy is the harbour of the seven ships\n"
        "2\n"
        "Holy, holy, holy is the harbour of the seven ships\n"
        "3\n",
        id="hymn with numbers",
    ),
    pytest.param(
        "Section 4\n"
        "The harbour master may close the quay for a day.\n"
        "Penalty: a fine of up to two hundred crowns\n"
        "Section 5\n"
        "The harbour master may close the bridge for a day.\n"
        "Penalty: a fine of up to two hundred crowns\n",
        id="law",
    ),
    pytest.param(
        "Q: Did the pilot call the harbour office that night?\n"
        "A: I do not remember that he did or did not call.\n"
        "Q: Did the captain call the harbour office that night?\n"
        "A: I do not remember that he did or did not call.\n",
        id="transcript",
    ),
    pytest.param(
        "Notre barque s'en va\n"
        "Notre barque s'en va, s'en va sur l'eau\n"
        "Vers le port\n"
        "Notre barque s'en va\n"
        "Notre barque s'en va, s'en va sur l'eau\n"
        "Vers le port\n",
        id="French song",
    ),
    pytest.param(
        "Row the boat ashore\n"
        "\n"
        "Michael rows the boat ashore\n"
        "\n"
        "Row the boat ashore\n"
        "\n"
        "Sister helps to trim the sail, and brother holds the rudder as the night comes down the bay.\n",
        id="title as refrain",
    ),
    pytest.param(
        "Bring him home\n"
        "\n"
        "The crowd waited on the quay for two hours on Sunday, in the rain, and nobody left.\n"
        "\n"
        "Then they began to sing:\n"
        "\n"
        "Bring him home\n"
        "\n"
        "The ferry with the pilot on board came in at nine, and the town band played until midnight.\n",
        id="chant",
    ),
    pytest.param(
        "Программа концерта\n"
        "Хор портовых рабочих, дирижёр Ада Бергман\n"
        "Песня о пароме\n"
        "Хор портовых рабочих, дирижёр Ада Бергман\n"
        "Песня о маяке\n",
        id="Russian programme",
    ),
    pytest.param(
        "Recipe: Pancakes\n"
        "Stir the batter and let it rest for a quarter of an hour\n"
        "\n"
        "1/2\n"
        "Stir the batter and let it rest for a quarter of an hour\n"
        "\n"
        "Fry them in butter.\n",
        id="step of a recipe",
    ),
    pytest.param(
        "Haul her over, haul her slow\n"
        "Down to the quay where the boats go\n"
        "Haul her over, haul her slow\n"
        "Down to the quay where the boats go\n"
        "\n"
        "The dockers sang it for the first time in the strike of 1903, and their grandchildren still sing it.\n",
        id="two lines twice",
    ),
    pytest.param(
        "آدا برنر\n"
        "أستاذة قانون الموانئ في جامعة المدينة الشمالية\n"
        "يان هولم\n"
        "أستاذة قانون الموانئ في جامعة المدينة الشمالية\n",
        id="Arabic panel",
    ),
    pytest.param(
        "Keeper of the harbour, have mercy on the ships and on all who sail in them\n"
        "Have mercy\n"
        "Keeper of the harbour, have mercy on the ships and on all who sail in them\n"
        "Hear us, and bring us home to the quay before night falls over the bay and the town behind it.\n",
        id="wide litany",
    ),
    pytest.param(
        "O night ferry, bring me home across the dark and the quiet water of the bay\n"
        "The lamps are out\n"
        "\n"
        "O night ferry, bring me home across the dark and the quiet water of the bay\n"
        "The lamps are out\n"
        "\n"
        "And somebody on the northern quay has kept a light for the two of us, and has not slept at all.\n",
        id="wide refrain of two lines",
    ),
    pytest.param(
        "I have waited on the northern quay for the night ferry and for you, my love\n"
        "I have waited on the northern quay for the night ferry and for you, my love\n"
        "I have waited until the lamps went out and the pilots rowed home to their beds.\n",
        id="lines that begin alike",
    ),
    pytest.param(
        "夜航的渡轮啊请带我穿过黑暗与海湾静静的水面回到北岸的码头去吧亲爱的人\n"
        "灯火熄了\n"
        "夜航的渡轮啊请带我穿过黑暗与海湾静静的水面回到北岸的码头去吧亲爱的人\n"
        "有人在北岸的码头上为我们两个人留了一盏灯，等着我们从海上回到那座旧房子里去。\n",
        id="wide Chinese refrain",
    ),
    pytest.param(
        "Saint Olaf, watch over the boats and the nets and over all who sail to us.\n"
        "Saint Olaf, watch over the boats and the nets and over all who sail to us.\n"
        "Mary, watch over the boats and the nets and over all who sail to us!\n",
        id="lines that end alike",
    ),
    pytest.param(
        "The lighthouse\n\nThe lighthouse\n"
        "that stood on the rock before the harbour of Brevik and has no keeper any more.\n",
        id="a poem goes on with its title",
    ),
    pytest.param(
        "Photo: a boat that leaves the quay of Brevik in the grey light of an early morning in March\n"
        "Photo: a boat that leaves the quay of Brevik in the grey light of an early morning in March\n",
        id="script",
    ),
]


@pytest.mark.parametrize("text", MEANT)
def test_no_safe_fix_deletes_what_is_said_again_on_purpose(text: str) -> None:
    fixes = [finding.fix for finding in findings(text, *FAMILY) if finding.fix]
    assert [fix.title for fix in fixes if fix.safety is Safety.SAFE] == []


@pytest.mark.parametrize(
    ("between", "safety"),
    [
        pytest.param("9 January 2024", Safety.SAFE, id="date"),
        pytest.param("Listen", Safety.UNSAFE, id="short line"),
    ],
)
def test_a_headline_is_deleted_safely_where_only_parts_of_a_head_stand_between(between: str, safety: Safety) -> None:
    headline = "Workers lift the first of forty bells into the tower of the church"
    (copy,) = findings(f"{headline}\n{between}\n{headline}\n{STORY}\n", "repeated-headline")
    assert copy.fix is not None
    assert copy.fix.safety is safety


def test_all_copies_of_a_headline_are_deleted_in_one_pass() -> None:
    headline = "Night ferry returns to Brevik"
    copies = findings(f"{headline}\n" * 9 + STORY, "repeated-headline")
    assert [copy.fix.safety for copy in copies if copy.fix] == [Safety.SAFE] * 8


@pytest.mark.parametrize(
    ("caption", "safety"),
    [
        pytest.param("A boat leaves the quay, March 3. (Reuters)", Safety.SAFE, id="agency"),
        pytest.param("Image: a boat that leaves the quay", Safety.UNSAFE, id="line of a script"),
        pytest.param(f"Image: {STORY}", Safety.UNSAFE, id="wide line of a script"),
    ],
)
def test_only_a_caption_that_is_surely_one_is_deleted_safely(caption: str, safety: Safety) -> None:
    (copy,) = findings(f"Night ferry returns to Brevik\n{caption}\n{caption}\n", "repeated-caption")
    assert copy.fix is not None
    assert copy.fix.safety is safety


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Share this:\nFacebook\nTwitter\n", False, id="a-label"),
        pytest.param("Follow us on:\nFacebook\nTwitter\n", False, id="a-call"),
        pytest.param("Partager :\nFacebook\nTwitter\n", False, id="a-label-in-French"),
        pytest.param("Tags: boats\nNo comments\nPost a comment\n", False, id="the-box-below-topics"),
        pytest.param("Will the captain speak?\nNo comments\nThe mayor nodded.\n", True, id="an-answer"),
        pytest.param("Was sagt der Kapitän?\nKapitän:\nKeine Kommentare\n", True, id="an-answer-in-German"),
        pytest.param("Que dit le capitaine ?\nAucun commentaire\nIl est parti.\n", True, id="an-answer-in-French"),
        pytest.param("Что сказал капитан?\nКомментариев нет\nОн ушёл.\n", True, id="an-answer-in-Russian"),
        pytest.param("The sign at the old quay held these words:\nPrint this article\n", True, id="two-words"),
        pytest.param("Las palabras eran dos:\nCompartir\nImprimir\n", True, id="a-short-lead"),
        pytest.param("老师对记者说，孩子们今天学会了这两个词：\n分享\n打印\n", True, id="a-Chinese-lead"),
    ],
)
def test_a_line_of_the_page_may_be_what_the_story_tells(text: str, said: bool) -> None:
    names = ("share-bar", "print-save-listen", "comment-widget")
    fixes = [finding.fix for finding in findings(f"{STORY}\n{text}{STORY}\n", *names)]
    assert {fix is not None and fix.safety for fix in fixes} == {Safety.UNSAFE if said else Safety.SAFE}
