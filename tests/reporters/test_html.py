"""The HTML report as a file: nothing of a corpus is markup, nothing is loaded, everything is there."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from newslint.finding import ClusterId, Finding, Related, Severity
from newslint.report import Report, RuleInfo
from newslint.reporters import html

from .reports import empty, everyday, finding, hostile, place, report_of, rtl, written

VOID = {"meta", "input", "rect"}


class Parsed(HTMLParser):
    """Tags with their attributes, texts, and whether the tags are balanced."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag = self._open[-1] if self._open else ""
        self.texts[tag] = self.texts.get(tag, "") + data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


ALL = [
    pytest.param(empty(), id="clean"),
    pytest.param(everyday(), id="everyday"),
    pytest.param(rtl(), id="other scripts"),
    pytest.param(hostile(), id="hostile"),
]


@pytest.mark.parametrize("report", ALL)
def test_a_whole_page_that_loads_nothing(report: Report) -> None:
    page = Parsed(written(html.report, report))
    assert not {"img", "link", "iframe", "object", "base", "embed"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not {name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")}
        assert attributes.get("href") in (None, "#findings")


@pytest.mark.parametrize("report", ALL)
def test_the_policy_allows_the_one_style_and_the_one_script(report: Report) -> None:
    page = Parsed(written(html.report, report))
    policy = next(meta["content"] for meta in page.named("meta") if meta.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; base-uri 'none'; form-action 'none'; ")
    for tag in ("style", "script"):
        assert len(page.named(tag)) == 1
        digest = b64encode(sha256(page.texts[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_style_and_script_are_the_same_whatever_the_corpus_holds() -> None:
    pages = [Parsed(written(html.report, report)).texts for report in (empty(), hostile())]
    assert pages[0]["script"] == pages[1]["script"]
    assert pages[0]["style"] == pages[1]["style"]


def test_hostile_text_is_text() -> None:
    text = written(html.report, hostile())
    assert "<script>alert" not in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)
    text.encode("utf-8")


def test_every_finding_is_listed_with_what_filters_need() -> None:
    articles = Parsed(written(html.report, everyday())).named("article")
    assert len(articles) == everyday().total
    assert articles[-1] == {"class": "finding warning", "data-of": "1 1 0"}
    choices = {name: [value for value, _ in options] for name, options in selects(written(html.report, everyday()))}
    assert choices["severity"] == ["all", "error", "warning", "info"]
    assert choices["rule"][2] == "near-duplicate-paragraph"
    assert choices["source"] == ["all", "harbour.example", "no source"]


def selects(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The selects of a page: id, and texts and values of the options."""
    found = re.findall(r'<select id="(\w+)">(.*?)</select>', text)
    option = re.compile(r'<option value="(\w*)">([^<]*)</option>')
    return [(name, [(label, value) for value, label in option.findall(options)]) for name, options in found]


def test_every_entry_of_a_list_is_one_line_that_begins_and_ends_with_its_element() -> None:
    """The script takes the lists apart at line ends, so no text may bring one."""
    for report in (everyday(), rtl(), hostile()):
        text = written(html.report, report)
        lists = re.findall(r'<noscript data-list="(\w+)">\n(.*?)</noscript>', text, re.S)
        assert [name for name, _ in lists] in (["copies", "list"], ["list"])
        for _, lines in lists:
            for line in lines.splitlines():
                assert re.fullmatch(r"<(article|details)\b.*</\1>", line)
                Parsed(line)


def test_the_gravest_are_listed_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_FINDINGS", 2)
    found = [finding("blank-run", severity=Severity.INFO), *[finding("mojibake")] * 2]
    text = written(html.report, report_of(found))
    assert [article["class"] for article in Parsed(text).named("article")] == ["finding error"] * 2
    assert "The gravest 2 of 3 findings" in text


def copies(number: int) -> list[Finding]:
    original = place("wire/a.txt", 7, 1, "The council closes the pier in May.")
    return [
        finding(
            location=place(f"feed/{n}.txt", 2, 1, f"The council closes the pier in {n} May."),
            related=(Related(original, "", "original", 0.9),),
            cluster=ClusterId("c0ffee", number + 1),
            kind="edited",
        )
        for n in range(10, 10 + number)
    ]


def test_two_copies_stand_side_by_side_with_their_differences_marked() -> None:
    text = written(html.report, report_of(copies(1)))
    (group,) = re.findall(r"<details.*?</details>", text)
    assert "<b>2 copies</b> “<bdi>The council closes the pier in May.</bdi>” 0.90 alike" in group
    assert "in <mark>10 </mark>May." in group
    assert "edited, 0.90 alike" in group
    assert group.count('<p class="text"') == 2


def test_of_many_copies_some_are_shown() -> None:
    (group,) = re.findall(r"<details.*?</details>", written(html.report, report_of(copies(9))))
    assert group.count('<p class="text"') == 7
    assert "3 more not shown here." in group


def test_examples_of_a_text_that_stands_in_many_places_are_no_copies_to_compare() -> None:
    related = (Related(place("wire/a.txt", 7), "", "example", 0.05),)
    text = written(html.report, report_of([finding(related=related, cluster=ClusterId("c0ffee", 2))]))
    assert "Copies side by side" not in text


def test_charts_count_all_findings_and_rules_bring_their_summaries() -> None:
    found = [
        finding("nbsp", location=place(f"feed/{n}.txt"), severity=Severity.INFO, source=f"<b>{n % 2}")
        for n in range(30)
    ]
    rules = {"nbsp": RuleInfo("nbsp", "invisible", Severity.INFO, "A blank: `U+00A0` & <co>.")}
    text = written(html.report, report_of(found, rules=rules))
    assert "<small>A blank: <code>U+00A0</code> &amp; &lt;co&gt;.</small>" in text
    assert (
        '<button type="button" data-filter="source" data-value="1"><bdi>&lt;b&gt;1</bdi></button><span>15</span>'
        in text
    )
    assert "<summary>18 more with 18 findings</summary>" in text


def test_context_stands_around_the_marked_span() -> None:
    location = place(column=8, excerpt="\u200b")._replace(before="The har", after="bour")
    text = written(html.report, report_of([finding("zero-width", location=location)]))
    assert '<p class="text" dir="auto">The har<mark>\\u200b</mark>bour</p>' in text


def test_a_clean_run_has_no_charts_and_no_list() -> None:
    text = written(html.report, empty())
    assert "No findings in 3 checked files" in text
    assert "<article" not in text
    assert "<svg" not in text
