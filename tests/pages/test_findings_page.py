"""The page of findings in a browser: quiet, usable with keys alone, and its filter does what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner

from jmdexport.cli import jmd
from jmdexport.demo import example_bytes
from tests.pages.conftest import Opened

ON = ("--on", "2026-01-31", "--language", "en", "--output-format", "html")
HOSTILE = (
    "</script><script>document.title = 'x'</script><img src=http://a.example/x onerror=alert(1)> {{ 1 }}"
)
HEAD = "schema: 2\nservice:\n  name: JMD\n  provider: T\npartners:\n"

Open = Callable[..., Opened]


@cache
def checked(text: str, *more: str) -> str:
    result = CliRunner().invoke(jmd, ["check", "-", *ON, *more], input=text)
    assert "<html" in result.stdout
    return str(result.stdout)


def example(*more: str) -> str:
    return checked(example_bytes().decode("utf-8"), *more)


def twins(name: str) -> str:
    return HEAD + "".join(f"  p{n}:\n    name: {json.dumps(name)}\n    kind: school\n" for n in (1, 2))


PAGES = {
    "example": lambda: example("--passed"),
    "nothing": lambda: checked(twins("Gleich"), "--select", "Q518"),
    "hostile": lambda: checked(twins(HOSTILE)),
    "faults": lambda: checked(HEAD + "  p1:\n    name: P\n    kind: schol\n"),
    "waived": lambda: checked(
        twins("Gleich")
        + "waivers:\n  w:\n    rule: D901\n    reason: Zwei Schulen.\n    until: 2026-12-31\n",
        "--select",
        "D901",
    ),
}


@pytest.fixture
def page(opened: Open) -> Any:
    return opened(example()).page


def shown(page: Any) -> int:
    """Count the findings that a reader sees."""
    entries = "[...document.querySelectorAll('article > ul > li')]"
    return int(page.evaluate(f"{entries}.filter((one) => one.checkVisibility()).length"))


def told(page: Any) -> tuple[int, int]:
    """Give what the page says of itself: shown, and all."""
    words = page.locator("#count").inner_text().replace(":", "").split()
    assert (words[0], words[2]) == ("Shown", "of")
    return int(words[1]), int(words[3])


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_asks_for_nothing_and_complains_of_nothing(opened: Open, name: str) -> None:
    one = opened(PAGES[name]())
    one.page.wait_for_load_state("networkidle")
    assert one.page.title() != "x"
    assert one.page.locator("h1").is_visible()
    assert one.page.locator("img").count() == 0


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_barrier_that_axe_knows(
    barriers: Callable[..., list[str]], name: str, scheme: str
) -> None:
    assert barriers(PAGES[name](), color_scheme=scheme) == []


def test_the_filter_leaves_no_barrier_behind(barriers: Callable[..., list[str]]) -> None:
    assert barriers(example(), lambda page: page.get_by_label("Text contains").fill("gibt es nicht")) == []


def test_at_first_every_finding_is_shown_and_counted(page: Any) -> None:
    everything = page.locator("article > ul > li").count()
    assert everything > 20
    assert shown(page) == everything
    assert told(page) == (everything, everything)


def test_each_level_can_be_left_out_and_taken_back(page: Any) -> None:
    everything = shown(page)
    boxes = page.locator("[name=level]").all()
    assert len(boxes) == 3
    for box in boxes:
        section = page.locator(f"section.{box.get_attribute('value')}")
        own = section.locator("article > ul > li").count()
        assert own
        box.uncheck()
        assert told(page) == (shown(page), everything)
        assert shown(page) == everything - own
        assert not section.is_visible()
        box.check()
        assert shown(page) == everything
    for box in boxes:
        box.uncheck()
    assert told(page) == (0, everything)


def test_each_area_shows_its_own_findings_and_together_they_are_all(page: Any) -> None:
    everything = shown(page)
    choice = page.get_by_label("Area")
    letters = [one.get_attribute("value") for one in choice.locator("option").all()]
    assert letters[0] == ""
    assert len(letters) > 3
    counts = []
    for letter in letters[1:]:
        choice.select_option(letter)
        counts.append(shown(page))
        assert told(page) == (counts[-1], everything)
        seen = "[...document.querySelectorAll('article')].filter((one) => one.checkVisibility())"
        assert {*page.evaluate(f"{seen}.map((one) => one.dataset.family)")} == {letter}
    assert all(0 < count < everything for count in counts)
    assert sum(counts) == everything
    choice.select_option("")
    assert shown(page) == everything


def test_a_text_narrows_to_what_contains_it_whatever_its_case(page: Any) -> None:
    everything = shown(page)
    code = page.locator("article .rule").first.inner_text().split("(")[1].split(")")[0]
    field = page.get_by_label("Text contains")
    field.fill(code.lower())
    assert 0 < shown(page) < everything
    assert told(page) == (shown(page), everything)
    for entry in page.locator("article > ul > li").all():
        if entry.is_visible():
            assert code in entry.locator("xpath=ancestor::article").inner_text()
    field.fill("gibt es nicht")
    assert told(page) == (0, everything)
    field.fill("  ")
    assert shown(page) == everything


def test_the_filters_work_together(page: Any) -> None:
    letter = page.locator("section.hint article").first.get_attribute("data-family")
    for level in ("must", "should"):
        page.locator(f"[name=level][value={level}]").uncheck()
    page.get_by_label("Area").select_option(letter)
    expected = page.locator(f"section.hint article[data-family={letter}] > ul > li").count()
    assert shown(page) == told(page)[0] == expected


def test_keys_alone_reach_every_filter_and_work_it(page: Any) -> None:
    everything = shown(page)
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.value + '|' + document.activeElement.id")
        if name in reached:
            break
        reached.append(name)
        if name == "must|":
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            page.keyboard.press("Space")
            assert shown(page) < everything
            page.keyboard.press("Space")
        elif name == "|family":
            page.keyboard.press("ArrowDown")
            assert 0 < shown(page) < everything
            page.keyboard.press("Home")
        elif name == "|text":
            page.keyboard.type("q5")
            assert 0 < shown(page) < everything
            page.keyboard.press("Escape")
        assert shown(page) == everything
    assert [one for one in reached if one in {"must|", "should|", "hint|", "|family", "|text"}] == [
        "must|",
        "should|",
        "hint|",
        "|family",
        "|text",
    ]


def test_the_reason_of_a_rule_opens_with_a_key(page: Any) -> None:
    summary = page.locator("article summary").first
    reason = page.locator("article details p").first
    assert not reason.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert reason.is_visible()


def test_a_reader_of_the_screen_hears_how_many_are_left(page: Any) -> None:
    assert page.get_by_role("search", name="Filter the findings").is_visible()
    assert page.get_by_role("status").inner_text() == page.locator("#count").inner_text()


def test_without_scripts_every_finding_is_shown_and_no_dead_filter(opened: Open) -> None:
    page = opened(example(), java_script_enabled=False).page
    assert shown(page) == page.locator("article > ul > li").count() > 20
    assert not page.locator("#filter").is_visible()


def test_on_paper_there_is_no_filter(page: Any) -> None:
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    assert shown(page) > 20


@pytest.mark.parametrize("width", [320, 768, 1600])
def test_no_width_of_a_screen_needs_scrolling_sideways(opened: Open, width: int) -> None:
    page = opened(example(), viewport={"width": width, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_one_of_very_many_findings_is_found(opened: Open) -> None:
    many = "".join(
        f"  p{n:04}:\n    name: P{n:04}\n    kind: school\n    note: an erika{n}@web.example\n"
        for n in range(3000)
    )
    page = opened(checked(HEAD + many, "--select", "D903")).page
    page.get_by_label("Text contains").fill("p1234.note")
    assert told(page) == (1, 3000)
