"""Lines of the page that are deleted safely, and lines that a story may need, which are not."""

import pytest

from newslint import Document, DocumentRef, DocumentRule, Finding, PatternRule, Safety, packs
from newslint.engine import check_documents
from newslint.reading.segment import segment

RULES = {name: rule for name, rule in packs.load_rules().items() if isinstance(rule, DocumentRule)}
SAFE = [name for name, rule in RULES.items() if isinstance(rule, PatternRule) and rule.safety is Safety.SAFE]
STORY = """\
Ferry Company Presents New Timetable

The ferry company presented a new timetable on Monday, which will come into force in the first week of March.

{}

The council will vote on the plan in April, after a hearing that is open to all residents, the mayor said.
"""
NEWS = "Parliament meets on Monday to debate the budget."


def findings(text: str, *names: str) -> list[Finding]:
    document = Document(DocumentRef("page.txt"), text, segment(text))
    return check_documents([document], [RULES[name] for name in names or SAFE])


@pytest.mark.parametrize(
    "line",
    [
        "Feel free to use canned tomatoes if the fresh ones are not ripe.",
        "We encourage you to use the whole onion, with its skin, for the colour.",
        "Like and share the bread: each guest tears a piece off and hands it on.",
        "Spread the word! The hall is open on every night of the week.",
        "Do you have any tips for young bakers?",
        "Do you have any tips?",
        "Have you got a story to tell about the war?",
        "Do you have any news from your brother?",
        "10 thoughts on the loss of the harbour team",
        "Available on Spotify and in the record shop of the town from Friday.",
    ],
)
def test_lines_of_stories_that_speak_like_a_page(line: str) -> None:
    assert not findings(STORY.format(line), *SAFE)


@pytest.mark.parametrize(
    "line",
    [
        "Sponsored by Mara Ellison",
        "Watch the game live on Dish",
        "Instagram: @harbourmuseum",
        "For the latest on road closures, visit harbourroads.com.",
        "For more on the exhibition, go to harbourmuseum.com.",
        "Comments will be reviewed by the planning board before the vote.",
        "Send your feedback to bridge@council.example by May 20.",
        "Do you have any questions? Call the harbour office at noon.",
        "3 comments on the bridge",
        "Have your say",
        "Let someone know",
        "Stay connected",
        "Listen on Spotify",
        "Werbung: Die teuersten Minuten des Jahres",
        "No one has replied.",
        "Nobody has written to her since.",
        "Start a conversation",
        "12,000 readers",
        "Pass it on to a friend",
        "Reden Sie mit Ihren Kindern",
        "Folgen Sie uns auf einen Rundgang durch den Hafen",
        "Suivez-nous dans les coulisses du port",
        "Laissez un message à vos voisins",
        "Compartir en familia",
        "Seguiteci anche stavolta nel porto",
        "Compartilhe com amigos",
        "Поделитесь с соседями супом",
        "Podziel się",
    ],
)
def test_what_page_and_story_both_say_is_not_deleted_safely(line: str) -> None:
    found = findings(STORY.format(line), *SAFE)
    assert [finding.fix.safety for finding in found if finding.fix] == [Safety.UNSAFE]


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("{}\n\nFollow us on Twitter\n\n{}", Safety.SAFE),
        ("{}\n\nFollow us on Twitter\nShare this article\n{}", Safety.SAFE),
        ("{}\nFollow us on Twitter\n{}", Safety.SAFE),
        ("{}\n\nFollow us on Twitter\nHarbour news", Safety.SAFE),
        ("{}\n\nFollow us on Twitter\n{}", Safety.UNSAFE),
    ],
)
def test_a_line_that_stands_as_a_subhead_is_not_deleted_safely(text: str, safety: Safety) -> None:
    found = findings(text.format(NEWS, NEWS), "share-bar")
    assert {finding.fix.safety for finding in found if finding.fix} == {safety}


@pytest.mark.parametrize(
    ("line", "safety"),
    [
        ("Follow us on Twitter", Safety.SAFE),
        ("Folgen Sie uns auf Instagram", Safety.SAFE),
        ("Suivez-nous sur les réseaux sociaux", Safety.SAFE),
        ("Nobody has commented yet", Safety.SAFE),
        ("Поделиться в Одноклассниках", Safety.SAFE),
        ("Got a tip for us? Let us know", Safety.SAFE),
        ("Do you want a ferry at night? Share your thoughts below.", Safety.SAFE),
        ("For the latest news, download our app.", Safety.SAFE),
        ("Your email address will not be published. Required fields are marked *", Safety.SAFE),
        ("Meinen Namen, E-Mail und Website in diesem Browser speichern, bis ich wieder kommentiere.", Safety.SAFE),
        ("If you have seen the ferry, let us know what you think.", Safety.UNSAFE),
        (f"Follow us on Twitter {NEWS}", Safety.UNSAFE),
        ("For more, head to The Harbour Gazette.", Safety.UNSAFE),
        ("Should the ferry run at night? Share your thoughts below.", Safety.UNSAFE),
        ("Send your stories to desk@gazette.example, said a poster in the hall.", Safety.UNSAFE),
        (f"{NEWS} Follow him on Twitter.", Safety.UNSAFE),
        (f"Got a tip for us? Let us know | {NEWS}", Safety.UNSAFE),
        (f"Comments are closed. {NEWS}", Safety.UNSAFE),
        ("Folgen Sie uns auf Facebook Der Stadtrat berät am Montag den Haushalt.", Safety.UNSAFE),
    ],
)
def test_a_line_with_a_story_beside_is_not_deleted_safely(line: str, safety: Safety) -> None:
    found = findings(STORY.format(line), "comment-widget", "share-bar")
    assert [finding.fix.safety for finding in found if finding.fix] == [safety]


@pytest.mark.parametrize("line", [f"{{}} {NEWS}", f"{NEWS} {{}}"])
@pytest.mark.parametrize("name", SAFE)
def test_no_line_of_a_list_takes_a_story_along(name: str, line: str) -> None:
    rule = RULES[name]
    assert isinstance(rule, PatternRule)
    phrases = [text for texts in (*rule.phrases.values(), *rule.together.values()) for text in texts]
    lost = []
    for phrase in phrases:
        text = STORY.format(line.format(phrase[:1].upper() + phrase[1:]))
        fixes = [finding.fix for finding in findings(text, name) if finding.fix]
        edits = [edit for fix in fixes if fix.safety is Safety.SAFE for edit in fix.edits]
        lost += [phrase for edit in edits if NEWS in text[edit.span.start : edit.span.end]]
    assert lost == []
