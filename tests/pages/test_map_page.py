"""The page of the network map in a browser: each function by pointer and by key, quiet, without barriers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from jmdexport.page import map_page
from tests.pages._axe import barriers_of
from tests.pages.conftest import Opened
from tests.unit.drawing._plans import mark
from tests.unit.page._pages import Parsed, example, small

Open = Callable[..., Opened]
HERE = ".year:not([hidden])"
MARKS = f"{HERE} [data-partner]"
HOSTILE = (
    "</script><script>document.title = 'x'</script><img src=http://a.example/x onerror=alert(1)> {{ 1 }}"
)
CALM = {"reduced_motion": "reduce"}


def hostile() -> str:
    one = mark(1, kind="school", label=HOSTILE, short=HOSTILE, tooltip=HOSTILE)
    other = attrs.evolve(one, ring=5)
    seats = ((("p001", ("c",)),),) * 2
    return map_page(
        small(
            [one, mark(2)],
            [other, mark(3)],
            committees=(("c", HOSTILE),),
            seats=seats,
            finer=(("p001", HOSTILE),),
            service=HOSTILE,
            title=HOSTILE,
        )
    )


PAGES = {
    "example": example,
    "english": lambda: example("en"),
    "one-year": lambda: example(year=2023),
    "nobody": lambda: map_page(small([])),
    "hostile": hostile,
}


@pytest.fixture
def page(opened: Open) -> Any:
    return opened(example(), **CALM).page


def rows(page: Any) -> list[str]:
    return list(page.locator("#partners tbody th").all_inner_texts())


def lit(page: Any) -> list[str]:
    """Give the partners whose marks are not dimmed."""
    return list(page.eval_on_selector_all(f"{MARKS}:not(.off)", "all => all.map(one => one.dataset.partner)"))


def told(page: Any) -> tuple[int, int]:
    """Give what the page says of itself: shown, and all."""
    words = page.get_by_role("status").filter(has_text="gezeigt").inner_text().split()
    return int(words[0]), int(words[2])


def focused(page: Any) -> str:
    return str(
        page.evaluate(
            "(one => one.dataset.partner || one.dataset.open || one.id || one.className || one.tagName)"
            "(document.activeElement)"
        )
    )


def details(page: Any) -> Any:
    return page.get_by_role("dialog")


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_asks_for_nothing_and_complains_of_nothing(opened: Open, name: str) -> None:
    page = opened(PAGES[name]()).page
    page.wait_for_load_state("networkidle")
    assert page.title() != "x"
    assert page.locator("h1").is_visible()
    assert page.locator("img").count() == 0
    if page.locator("#year").count():
        page.locator("#year").press("Home")
        page.wait_for_timeout(1200)
    if page.locator(MARKS).count():
        page.locator(f"{MARKS} [data-role=node]").first.click()
        assert details(page).is_visible()
    assert page.title() != "x"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("name", "width"), [*((name, 1200) for name in PAGES), ("example", 400), ("nobody", 400)]
)
def test_a_page_has_no_barrier_that_axe_knows(opened: Open, name: str, scheme: str, width: int) -> None:
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 800}, **CALM}
    page = opened(
        PAGES[name](), honest=False, **how
    ).page  # axe itself is a script that the page would refuse
    assert barriers_of(page) == []
    page.get_by_role("searchbox").fill("gibt es nicht")
    assert barriers_of(page) == []
    page.get_by_role("searchbox").fill("")
    page.locator("#in-words summary").click()
    if page.locator(MARKS).count():
        page.locator(f"{MARKS} [data-role=node]").first.click()
        assert details(page).is_visible()
    assert barriers_of(page) == []


def test_a_page_without_scripts_has_no_barrier_in_its_markup() -> None:
    page = Parsed(example())
    assert {one["role"] for one in page.all("svg")} == {"img"}
    assert all(one["aria-label"] for one in page.all("svg"))


def test_at_first_picture_and_table_show_every_partner(page: Any) -> None:
    everything = page.locator(MARKS).count()
    assert everything == len(lit(page)) == len(rows(page)) > 40
    assert told(page) == (everything, everything)
    assert page.locator("#reset").is_disabled()
    assert not page.locator("#chosen").is_visible()


@pytest.mark.parametrize("field", ["group", "kind", "ring", "committee"])
def test_each_filter_narrows_picture_table_and_count_alike(page: Any, field: str) -> None:
    everything = told(page)[1]
    choice = page.locator(f"#{field}")
    values = [one.get_attribute("value") for one in choice.locator("option").all()]
    assert values[0] == ""
    assert len(values) > 5
    sizes = []
    for value in values[1:]:
        choice.select_option(value)
        assert len(lit(page)) == len(rows(page)) == told(page)[0]
        assert page.locator(f"{HERE} [data-for]:not(.off)").count() <= len(lit(page))
        sizes.append(told(page)[0])
    assert max(sizes) < everything
    assert (sum(sizes) == everything) == (field != "committee")
    choice.select_option("")
    assert told(page) == (everything, everything)


def test_a_search_finds_parts_of_names_without_case_and_accents(page: Any) -> None:
    field = page.get_by_role("searchbox")
    field.fill("BACKEREI")
    assert rows(page) == ["Bäckerei Kornspeicher"]
    field.fill("ellertal jobcenter")
    assert rows(page) == ["Jobcenter Ellertal", "Jobcenter Ellertal, Team U25"]
    assert page.locator("#chosen").inner_text() == "Auswahl: Suchen: ellertal jobcenter (2 von 54)"
    field.fill("gibt es nicht")
    assert page.locator("#nothing").inner_text() == "Zu dieser Auswahl passt kein Partner der Karte 2025."
    assert not page.locator("#partners").is_visible()
    assert told(page) == (0, 54)


def test_filters_work_together_and_are_taken_back_at_once(page: Any) -> None:
    page.locator("#group").select_option("work")
    alone = set(rows(page))
    page.locator("#ring").select_option("5")
    both = set(rows(page))
    assert both < alone
    page.locator("#reset").focus()
    page.keyboard.press("Enter")
    assert told(page) == (54, 54)
    assert focused(page) == "search"
    assert page.locator("#group").input_value() == page.locator("#ring").input_value() == ""


def test_a_filter_stays_from_one_year_to_the_next(page: Any) -> None:
    page.locator("#group").select_option("health")
    page.locator("#year").press("Home")
    shown = told(page)[0]
    assert 0 < shown == len(lit(page)) == len(rows(page))
    groups = page.locator("#partners tbody tr td:nth-child(3)").all_inner_texts()
    assert set(groups) == {"Gesundheit"}


def test_the_year_changes_by_key_and_by_click(page: Any) -> None:
    slider = page.locator("#year")
    assert slider.get_attribute("aria-valuetext") == "2025"
    for key, year in (("ArrowLeft", "2024"), ("Home", "2023"), ("End", "2025"), ("ArrowDown", "2024")):
        slider.press(key)
        assert page.locator("#year-shown").inner_text() == year
        assert slider.get_attribute("aria-valuetext") == year
        assert page.locator(HERE).count() == 1
        assert page.locator(f"{HERE} svg").get_attribute("aria-label") == f"Netzwerkkarte {year}"
        assert page.locator("#table-heading").inner_text() == f"Partner {year}"
        assert f"Jahres {year}" in page.locator("#source").inner_text()
        assert len(rows(page)) == page.locator(MARKS).count()
    slider.click(position={"x": 4, "y": 10})
    assert page.locator("#year-shown").inner_text() == "2023"


def test_the_map_in_words_tells_of_the_year_that_is_shown(page: Any) -> None:
    page.locator("#in-words summary").press("Enter")
    page.locator("#year").press("Home")
    told = page.locator("#in-words p:visible").all_inner_texts()
    assert len(told) == 1
    assert told[0].startswith("Netzwerkkarte 2023")


def test_marks_move_from_year_to_year_and_end_where_the_map_has_them(opened: Open) -> None:
    page = opened(example()).page
    running = "document.getAnimations().filter(one => one.playState === 'running').length"
    page.evaluate("document.querySelector('#year').value = 0")
    page.evaluate("document.querySelector('#year').dispatchEvent(new Event('input'))")
    assert page.evaluate(running) > 50
    assert page.locator(HERE).count() == 2
    page.wait_for_timeout(1500)
    assert page.evaluate(running) == 0
    assert page.locator(HERE).count() == 1
    styles = f"[...document.querySelectorAll('{HERE} svg *')].map(one => getComputedStyle(one))"
    assert set(page.evaluate(f"{styles}.map(one => one.opacity + ' ' + one.transform)")) == {"1 none"}


def test_a_mark_begins_its_way_where_it_stood(opened: Open) -> None:
    page = opened(example()).page
    spot = (
        "(year) => {const b = document.querySelector(`#y${year}-partner-kulturbahnhof [data-role=node]`)"
        ".getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]}"
    )
    stood = page.evaluate(spot, 2025)
    page.evaluate("document.querySelector('#year').value = 0")
    page.evaluate(
        "document.querySelector('#year').dispatchEvent(new Event('input'));"
        "document.getAnimations().forEach(one => { one.pause(); one.currentTime = 0 })"
    )
    begins = page.evaluate(spot, 2023)
    assert begins == pytest.approx(stood, abs=0.6)
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    page.wait_for_timeout(100)
    assert page.evaluate(spot, 2023) != pytest.approx(stood, abs=3)


def test_a_fast_hand_on_the_slider_leaves_one_whole_picture(opened: Open) -> None:
    page = opened(example()).page
    for key in ("Home", "End", "ArrowLeft", "Home", "ArrowRight"):
        page.locator("#year").press(key)
    page.wait_for_timeout(1500)
    assert page.locator(HERE).count() == 1
    assert page.locator(f"{HERE} svg").get_attribute("aria-label") == "Netzwerkkarte 2024"
    assert page.evaluate("document.getAnimations().length") == 0


def test_who_wants_less_motion_gets_none(page: Any) -> None:
    page.evaluate("document.querySelector('#year').value = 0")
    page.evaluate("document.querySelector('#year').dispatchEvent(new Event('input'))")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.locator(HERE).count() == 1
    page.locator("#group").select_option("work")
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_click_on_a_mark_shows_its_details(page: Any) -> None:
    page.locator(f"{MARKS}[data-partner=kulturbahnhof] [data-role=node]").click()
    text = details(page).inner_text()
    for said in (
        "Kulturbahnhof Ellerbrück",
        "Kultureinrichtung",
        "4 · ein- bis dreimal im Monat",
        "2023",
        "2024",
    ):
        assert said in text
    assert "Ukrainische Gemeinschaft Ellerbrück" in text
    assert focused(page) == "details-heading"
    assert page.locator("tr.picked th").all_inner_texts() == ["Kulturbahnhof Ellerbrück"]
    page.get_by_role("button", name="Schließen").click()
    assert not details(page).is_visible()
    assert focused(page) == "kulturbahnhof"
    assert page.locator("tr.picked").count() == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_alone_go_from_partner_to_partner_and_open_one(page: Any, key: str) -> None:
    order = lit(page)
    page.locator(f"{MARKS}[tabindex='0']").focus()
    assert focused(page) == order[0]
    for press, place in (
        ("ArrowRight", 1),
        ("ArrowDown", 2),
        ("ArrowLeft", 1),
        ("End", -1),
        ("ArrowRight", 0),
    ):
        page.keyboard.press(press)
        assert focused(page) == order[place]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press(key)
    assert details(page).is_visible()
    assert focused(page) == "details-heading"
    page.keyboard.press("Escape")
    assert not details(page).is_visible()
    assert focused(page) == order[1]
    assert page.locator(f"{MARKS}[tabindex='0']").count() == 1


def test_a_focused_mark_can_be_seen(page: Any) -> None:
    page.locator("#reset").evaluate("one => one.disabled = false")
    page.locator("#reset").focus()
    page.keyboard.press("Tab")
    halo = "getComputedStyle(document.activeElement.querySelector('.halo')).stroke"
    assert page.evaluate(halo) == "rgb(11, 92, 107)"


def test_arrow_keys_stay_among_the_partners_that_fit(page: Any) -> None:
    page.locator("#group").select_option("health")
    order = lit(page)
    assert 1 < len(order) < 10
    page.locator(f"{MARKS}[tabindex='0']").focus()
    seen = []
    for _ in order:
        seen.append(focused(page))
        page.keyboard.press("ArrowRight")
    assert seen == order
    assert focused(page) == order[0]
    assert page.locator(f"{MARKS}.off[aria-hidden=true]").count() == 54 - len(order)


def test_a_name_in_the_table_opens_its_details_by_click_and_key(page: Any) -> None:
    name = page.get_by_role("button", name="Jobcenter Ellertal", exact=True).and_(
        page.locator("table button")
    )
    name.click()
    assert details(page).locator("h2").inner_text() == "Jobcenter Ellertal"
    page.keyboard.press("Escape")
    assert focused(page) == "jobcenter"
    page.keyboard.press("Enter")
    assert details(page).is_visible()


def test_a_tie_in_the_details_leads_to_the_other_partner(page: Any) -> None:
    page.locator(f"{MARKS}[data-partner=kulturbahnhof]").press("Enter")
    details(page).get_by_role("button", name="Ukrainische").press("Enter")
    assert details(page).locator("h2").inner_text() == "Ukrainische Gemeinschaft Ellerbrück"
    assert details(page).get_by_role("button", name="Kulturbahnhof").is_visible()


def test_open_details_follow_the_year(page: Any) -> None:
    page.locator(f"{MARKS}[data-partner=kulturbahnhof]").press("Enter")
    page.locator("#year").press("Home")
    assert details(page).locator("dd").first.inner_text() == "2 · zwei- bis dreimal im Jahr"
    assert details(page).locator("tr.now th").inner_text() == "2023"
    assert focused(page) == "year"
    new = "afghanischer-frauentreff"
    page.locator("#year").press("End")
    page.locator(f"{MARKS}[data-partner={new}]").press("Enter")
    page.locator("#year").press("Home")
    assert "Auf der Karte 2023 steht dieser Partner nicht." in details(page).inner_text()
    page.keyboard.press("Escape")
    assert not details(page).is_visible()
    assert focused(page) == "year"


@pytest.mark.parametrize(
    ("partner", "goal"), [("kulturbahnhof", "kulturbahnhof"), ("afghanischer-frauentreff", "year")]
)
def test_closing_leads_to_the_same_partner_in_another_year_or_to_the_years(
    page: Any, partner: str, goal: str
) -> None:
    page.locator(f"{MARKS}[data-partner={partner}]").press("Enter")
    page.locator("#year").press("Home")
    page.get_by_role("button", name="Schließen").press("Enter")
    assert focused(page) == goal
    assert page.evaluate("document.activeElement.closest('[hidden]')") is None


def test_closing_leads_past_a_mark_that_a_filter_has_dimmed(page: Any) -> None:
    page.locator(f"{MARKS}[data-partner=kulturbahnhof]").press("Enter")
    page.locator("#group").select_option("work")
    page.get_by_role("button", name="Schließen").click()
    assert focused(page) == "year"


def test_each_column_sorts_both_ways_by_click_and_by_key(page: Any) -> None:
    names = [one.inner_text() for one in page.locator("#partners thead button").all()]
    assert names == [
        "Partner",
        "Art",
        "Gruppe",
        "Intensität",
        "Wichtigkeit",
        "Gremien",
        "Übergang Schule – Beruf",
    ]
    assert page.locator("[aria-sort]").all_inner_texts() == ["Partner"]
    for place, name in enumerate(names[1:], start=1):
        button = page.locator("#partners thead button").nth(place)
        button.click()
        once = page.locator("[aria-sort]").get_attribute("aria-sort")
        assert page.locator("[aria-sort]").all_inner_texts() == [name]
        first = column(page, place)
        button.press("Enter")
        assert page.locator("[aria-sort]").get_attribute("aria-sort") != once
        assert column(page, place) == first[::-1] != first


def column(page: Any, place: int) -> list[str]:
    """Give what stands in a column, each text once."""
    found = page.locator(f"#partners tbody td:nth-child({place + 1})").all_inner_texts()
    return list(dict.fromkeys(found))


def test_numbers_sort_with_the_highest_first(page: Any) -> None:
    page.locator("#partners thead button").nth(3).click()
    steps = [text[:1] for text in column(page, 3)]
    assert steps[:5] == ["5", "4", "3", "2", "1"]
    assert not any(text[:1].isdigit() for text in column(page, 3)[5:])


def test_the_ties_of_the_picture_stand_in_a_table_of_their_own(page: Any) -> None:
    drawn = page.locator(f"{HERE} [data-role=tie]").count()
    assert page.locator("#ties tbody tr").count() == drawn == 3
    page.locator("#year").press("Home")
    assert not page.locator("#ties").is_visible()
    page.locator("#year").press("End")
    page.locator("#search").fill("kulturbahnhof")
    assert page.locator("#ties tbody tr").count() == 1
    assert page.locator(f"{HERE} [data-role=tie]:not(.off)").count() == 1


def test_the_tabulator_goes_through_the_page_in_the_order_of_reading(page: Any) -> None:
    reached = []
    for _ in range(11):
        page.keyboard.press("Tab")
        reached.append(focused(page))
    assert reached[:8] == ["skip", "year", "search", "group", "kind", "ring", "committee", lit(page)[0]]
    assert reached[8:11] == ["SUMMARY", "BUTTON", "BUTTON"]


def test_what_scrolls_sideways_can_be_scrolled_by_key(opened: Open) -> None:
    page = opened(example(), viewport={"width": 400, "height": 700}, **CALM).page
    for place in ("#stage", "#table .scroll"):
        one = page.locator(place)
        one.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(400)
        assert one.evaluate("one => one.scrollLeft") > 0
    wide = opened(example(), viewport={"width": 1400, "height": 700}, **CALM).page
    assert wide.locator("#stage").get_attribute("tabindex") is None


def test_the_first_link_leads_to_the_table(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Zur Tabelle springen").is_visible()
    page.keyboard.press("Enter")
    assert focused(page) == "table"


def test_without_scripts_the_map_and_the_table_are_there_and_no_dead_control(opened: Open) -> None:
    page = opened(example(), java_script_enabled=False).page
    assert page.locator(HERE).count() == 1
    assert page.locator(f"{HERE} svg").is_visible()
    assert page.locator("#partners tbody tr").count() == 54
    assert page.locator("#ties tbody tr").count() == 3
    assert not page.locator("#controls").is_visible()
    assert not page.locator("#hint").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.get_by_text("Ohne JavaScript").is_visible()


def test_on_paper_stand_picture_and_table_and_nothing_to_click(page: Any) -> None:
    page.locator("#group").select_option("work")
    page.locator(f"{MARKS}:not(.off)").first.press("Enter")
    page.emulate_media(media="print", color_scheme="dark")
    for gone in ("#controls", "#hint", "dialog", ".skip", "#in-words"):
        assert not page.locator(gone).is_visible(), gone
    assert page.locator(f"{HERE} svg").is_visible()
    assert page.locator("#chosen").inner_text().startswith("Auswahl: Gruppe: Arbeit und Ausbildung")
    ink = "getComputedStyle(document.querySelector('[data-role=label]')).fill"
    assert page.evaluate(ink) == "rgb(29, 39, 51)"


def test_a_dark_screen_gets_a_dark_picture(opened: Open) -> None:
    page = opened(example(), color_scheme="dark", **CALM).page
    ink = "getComputedStyle(document.querySelector('[data-role=label]')).fill"
    assert page.evaluate(ink) == "rgb(230, 236, 238)"


@pytest.mark.parametrize("width", [320, 768, 1600])
@pytest.mark.parametrize("name", ["example", "hostile"])
def test_no_width_of_a_screen_needs_scrolling_sideways(opened: Open, name: str, width: int) -> None:
    page = opened(PAGES[name](), viewport={"width": width, "height": 700}, **CALM).page
    page.locator(MARKS).first.press("Enter")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = details(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_the_policy_refuses_a_script_and_a_style_that_are_not_its_own(opened: Open) -> None:
    html = example().replace(
        "</main>", "<script>document.title = 'x'</script><p style='color:red'>y</p></main>"
    )
    one = opened(html, **CALM)
    assert one.page.title() != "x"
    assert len(one.complaints) == 2
    assert all("Content Security Policy" in told for told in one.complaints)
    one.complaints.clear()
