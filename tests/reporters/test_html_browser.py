"""The HTML report in a real browser: the script runs under the policy, filters, sorts, and fits small screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.report import Report
from newslint.reporters import html

from .browser import Page, browser, executable
from .reports import everyday, hostile, report_of, rtl, written

pytestmark = pytest.mark.skipif(executable() is None, reason="no Chromium is installed")

VISIBLE = "Array.from(document.querySelectorAll('article'), (e) => e.querySelector('i').textContent)"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


def show(page: Page, report: Report, folder: Path) -> None:
    path = folder / "report.html"
    path.write_text(written(html.report, report), encoding="utf-8")
    page.open(path)


def choose(page: Page, name: str, value: str) -> None:
    chosen = f"Array.from(e.options).find((o) => o.text === '{value}').value"
    change = "e.dispatchEvent(new Event('change'))"
    page.value(f"{{const e = document.getElementById('{name}'); e.value = {chosen}; {change}}}")


@pytest.mark.parametrize("report", [everyday(), hostile(), rtl()])
def test_nothing_is_refused_nothing_fails_and_nothing_is_loaded(page: Page, report: Report, tmp_path: Path) -> None:
    show(page, report, tmp_path)
    page.value("new Promise((done) => setTimeout(done))")
    said = [event["method"] for event in page.events if "method" in event]
    assert not {"Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"} & set(said)
    asked = [
        event["params"]["request"]["url"] for event in page.events if event.get("method") == "Network.requestWillBeSent"
    ]
    assert asked == [(tmp_path / "report.html").as_uri()]
    assert page.value("document.getElementById('controls').hidden") is False


def test_filters(page: Page, tmp_path: Path) -> None:
    show(page, everyday(), tmp_path)
    choose(page, "rule", "trailing-whitespace")
    assert page.value(VISIBLE) == ["trailing-whitespace"] * 17
    assert page.value("document.getElementById('shown').value") == "17 of 21 findings"
    choose(page, "severity", "error")
    assert page.value(VISIBLE) == []


def test_a_bar_of_a_chart_is_a_filter(page: Page, tmp_path: Path) -> None:
    show(page, hostile(), tmp_path)
    page.value("document.querySelector('button[data-filter=rule]').click()")
    page.value("new Promise((done) => setTimeout(done, 50))")
    assert len(page.value(VISIBLE)) == 1


def test_sorting_and_resetting(page: Page, tmp_path: Path) -> None:
    show(page, everyday(), tmp_path)
    before = page.value(VISIBLE)
    choose(page, "sort", "rule")
    assert page.value(VISIBLE) == sorted(before)
    page.value("document.querySelector('button[type=reset]').click()")
    page.value("new Promise((done) => setTimeout(done, 50))")
    assert page.value(VISIBLE) == before


def test_the_search_is_reached_by_a_key_and_finds_text(page: Page, tmp_path: Path) -> None:
    show(page, everyday(), tmp_path)
    page.press("/")
    assert page.value("document.activeElement.id") == "search"
    for key in "ferry":
        page.press(key)
    page.value("new Promise((done) => setTimeout(done, 300))")
    assert page.value(VISIBLE) == ["repeated-caption"]


@pytest.mark.parametrize("report", [everyday(), hostile(), rtl()])
def test_a_phone_needs_no_scrolling_sideways(page: Page, report: Report, tmp_path: Path) -> None:
    page.call("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=1, mobile=True)
    show(page, report, tmp_path)
    assert page.value("document.documentElement.scrollWidth") <= 360
    page.call("Emulation.clearDeviceMetricsOverride")


def test_light_and_dark(page: Page, tmp_path: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        show(page, everyday(), tmp_path)
        colours.append(page.value("getComputedStyle(document.body).backgroundColor"))
        page.screenshot(tmp_path / f"{scheme}.png")
        assert (tmp_path / f"{scheme}.png").read_bytes().startswith(b"\x89PNG")
    assert colours == ["rgb(247, 247, 245)", "rgb(21, 23, 26)"]


def test_right_to_left_text_runs_from_the_right(page: Page, tmp_path: Path) -> None:
    show(page, rtl(), tmp_path)
    directions = "Array.from(document.querySelectorAll('.text'), (e) => getComputedStyle(e).direction)"
    assert page.value(directions) == ["ltr", "rtl", "ltr"]


def many(page: Page, tmp_path: Path) -> None:
    show(page, report_of((list(everyday().findings) * 477)[:10_000]), tmp_path)


def test_of_ten_thousand_findings_a_hundred_are_made_and_more_when_asked_for(page: Page, tmp_path: Path) -> None:
    many(page, tmp_path)
    assert page.value("document.getElementById('shown').value") == "10,000 findings"
    assert len(page.value(VISIBLE)) == 100
    page.value("document.querySelector('#list + .more').click()")
    assert len(page.value(VISIBLE)) == 200
    assert page.value("document.querySelector('#list + .more').textContent") == "Show more (9,800 left)"
    page.value("dispatchEvent(new Event('beforeprint'))")
    assert len(page.value(VISIBLE)) == 10_000
    assert page.value("document.querySelector('#list + .more').hidden") is True


def test_a_filter_looks_at_all_of_them(page: Page, tmp_path: Path) -> None:
    many(page, tmp_path)
    choose(page, "rule", "near-duplicate-paragraph")
    assert page.value("document.getElementById('shown').value") == "476 of 10,000 findings"
    assert set(page.value(VISIBLE)) == {"near-duplicate-paragraph"}


def test_more_come_by_themselves_where_somebody_scrolls(page: Page, tmp_path: Path) -> None:
    many(page, tmp_path)
    page.value("document.querySelector('#list + .more').scrollIntoView()")
    page.value(
        f"new Promise((done) => {{const t = setInterval(() => {VISIBLE}.length > 100 && done(clearInterval(t)))}})"
    )
    assert len(page.value(VISIBLE)) >= 200


def test_the_address_holds_the_filter(page: Page, tmp_path: Path) -> None:
    show(page, everyday(), tmp_path)
    choose(page, "rule", "repeated-caption")
    assert page.value("location.hash") == "#rule=repeated-caption"
    page.call("Page.navigate", url="about:blank")
    page.open(tmp_path / "report.html", "#rule=text-size-widget&search=tt")
    page.value(
        f"new Promise((done) => {{const t = setInterval(() => {VISIBLE}.length && done(clearInterval(t)), 10)}})"
    )
    assert page.value(VISIBLE) == ["text-size-widget"]
    assert page.value("document.getElementById('search').value") == "tt"


@pytest.mark.parametrize("report", [everyday(), hostile(), rtl()])
def test_the_script_shows_what_a_browser_without_scripts_shows(page: Page, report: Report, tmp_path: Path) -> None:
    texts = "Array.from(document.querySelectorAll('article, details'), (e) => e.textContent)"
    show(page, report, tmp_path)
    page.value("dispatchEvent(new Event('beforeprint'))")
    scripted = page.value(texts)
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    show(page, report, tmp_path)
    plain = page.value(texts)
    assert page.value("document.getElementById('controls').hidden") is True
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    assert scripted == plain
    assert len(plain) >= report.total
