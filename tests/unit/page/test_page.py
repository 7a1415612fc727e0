"""The page of the network map: what it holds, what it may do, and what stands nowhere in it."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.builtin._map_page import years_of
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.drawing import PAGES, DoesNotFit, Link, palette
from jmdexport.drawing.steady_maps import draw_years
from jmdexport.page import MapPage, map_page
from jmdexport.page.dark import GROUND, dark_colours
from jmdexport.page.rows import as_script, partner_rows, tie_rows
from jmdexport.page.texts import WORDS
from jmdexport.page.write import digest
from jmdexport.run import export
from jmdmodel.errors import NoMapForYear
from jmdmodel.messages import Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from tests.unit.drawing._plans import mark, network, renamed
from tests.unit.page._pages import Parsed, example, small

FILES = {name: (resources.files("jmdexport") / "page" / name).read_text() for name in ("page.js", "page.css")}
SCRIPT, STYLE = FILES["page.js"], FILES["page.css"]
LIMIT = 300_000
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]></title></svg><img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">',
    "{{ 7 * 7 }}{% raw %}",
    "=cmd|' /C calc'!A0",
    "</style>&lt;b&gt;",
    "a\u2028b\u2029c\r\nd\x00e",
    "\u202egnirts",
    "${alert(1)}`",
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_policy_allows_the_own_script_and_style_and_nothing_else(language: Language) -> None:
    page = Parsed(example(language))
    data, script = page.text_in("script")
    (style,) = page.text_in("style")
    assert [one.get("type") for one in page.all("script")] == ["application/json", None]
    assert page.policy == {
        "default-src": ["'none'"],
        "script-src": [digest(script)],
        "style-src": [digest(style)],
        "img-src": ["data:"],
        "font-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert data.startswith("{")


def test_a_digest_is_the_one_that_browsers_compute() -> None:
    # The example of the specification, Content Security Policy Level 3, hash source expressions.
    assert digest("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_in_a_page_refers_to_anything_outside_of_it(language: Language) -> None:
    html = example(language)
    page = Parsed(html)
    loading = {"src", "href", "xlink:href", "srcset", "poster", "action", "formaction", "data", "ping"}
    referred = [value for _, held in page.elements for name, value in held.items() if name in loading]
    assert referred == ["data:,", "#table"]
    (style,) = page.text_in("style")
    assert {one.split(":")[0] for one in re.findall(r"url\(([^)]*)\)", style)} == {"data"}
    assert "@import" not in style
    assert re.findall(r"https?:[^\"' ]*", html) == []
    assert not [
        name for _, held in page.elements for name in held if name.startswith("on") or name == "style"
    ]
    assert not {"iframe", "object", "embed", "base", "form", "a:href"} & {tag for tag, _ in page.elements}


def test_the_script_makes_no_markup_and_asks_for_nothing() -> None:
    assert re.findall(r"https?:[^\"]*", SCRIPT) == []
    forbidden = (
        r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(|XMLHttp"
    )
    assert (
        re.findall(
            forbidden + r"|import\b|WebSocket|sendBeacon|localStorage|cookie|setAttribute\(\"on", SCRIPT
        )
        == []
    )


@pytest.mark.parametrize("name", list(FILES))
def test_script_and_style_cannot_close_their_element(name: str) -> None:
    assert "</" not in FILES[name]
    assert "<!--" not in FILES[name]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_of_the_example_stays_small(language: Language) -> None:
    assert 100_000 < len(example(language).encode("utf-8")) < LIMIT


def test_the_same_request_gives_the_same_bytes() -> None:
    made = [
        export(load_example().workspace, "network-map", year=2025, as_of=EXAMPLE_DATE, medium=".html")
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert made[0][0].name == "network-map-2025.html"
    assert made[0][0].media_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(("language", "other"), [("de", "en"), ("en", "de")])
def test_each_language_has_its_own_words_and_none_of_the_other(language: Language, other: Language) -> None:
    page = Parsed(example(language))
    assert page.all("html")[0]["lang"] == language
    assert {one["lang"] for one in page.all("svg")} == {language}
    said = set(page.data["words"].values())
    assert said == {word.in_(language) for word in WORDS.values()}
    strange = {word.in_(other) for word in WORDS.values()} - said
    texts = {text.strip() for tag, text in page.texts if tag not in {"script", "style"}}
    assert not texts & strange


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    template = (resources.files("jmdexport") / "page" / "page.html.jinja").read_text()
    used = set(re.findall(r'words\.([a-z_]+)|words\["([a-z]+)"\]', template + SCRIPT))
    used |= set(re.findall(r'\b(say)\("([a-z_]+)"', SCRIPT))
    names = {name for pair in used for name in pair if name} - {"say"}
    names |= {"count_one", "count", "nothing", "empty", "open", "yes", "no", "none"} & set(WORDS)
    rows = (resources.files("jmdexport") / "page" / "rows.py").read_text()
    names |= set(re.findall(r'words\["([a-z_]+)"', rows))
    names |= {"year", "ring", "size"}
    assert names == set(WORDS)


def test_movement_is_left_out_where_people_want_none() -> None:
    assert "prefers-reduced-motion: reduce" in SCRIPT
    outside = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", STYLE, flags=re.DOTALL
    )
    assert "transition" in STYLE
    assert "transition" not in outside
    assert "animation" not in outside


def test_no_two_elements_share_a_name_and_every_reference_leads_somewhere() -> None:
    page = Parsed(example())
    names = [held["id"] for _, held in page.elements if "id" in held]
    assert len(names) == len(set(names))
    wanted = {
        one
        for _, held in page.elements
        for key in ("for", "aria-labelledby", "aria-describedby")
        for one in held.get(key, "").split()
    }
    wanted |= {one["href"][1:] for one in page.all("a")}
    wanted |= {held["fill"][5:-1] for _, held in page.elements if held.get("fill", "").startswith("url(#")}
    made_by_the_script = {"details-heading"}
    assert wanted - made_by_the_script <= set(names)
    assert "y2023-" in str(wanted)


def test_every_partner_of_every_year_has_its_own_mark() -> None:
    page = Parsed(example())
    ids = {held["id"] for _, held in page.elements if "data-partner" in held}
    years = page.data["years"]
    assert years == [2023, 2024, 2025]
    expected = {
        f"y{years[int(at)]}-partner-{partner}"
        for partner, told in page.data["partners"].items()
        for at in told["at"]
    }
    assert ids == expected


def test_without_a_script_the_map_and_the_table_of_the_year_are_there() -> None:
    page = Parsed(example(year=2024))
    shown = [
        held["data-at"]
        for tag, held in page.elements
        if tag == "div" and held.get("class") == "year" and "hidden" not in held
    ]
    assert [page.data["years"][int(at)] for at in shown] == [2024]
    there = [one["name"] for one in page.data["partners"].values() if "1" in one["at"]]
    assert sorted(page.text_in("th")[7 : 7 + len(there)]) == sorted(there)
    hidden = [held.get("id") for tag, held in page.elements if "hidden" in held and tag in {"div", "p"}]
    assert {"controls", "hint"} <= set(hidden)


def test_the_table_says_what_the_picture_shows() -> None:
    marks = [
        mark(1, kind="school", badge=True, size=5),
        mark(2, kind="chamber", group="g1", ring=None, strip="dormant", size=None),
    ]
    held = small(
        marks, committees=(("ag", "AG <78>"),), seats=((("p001", ("ag",)),),), finer=(("p002", "IHK"),)
    )
    assert partner_rows(held) == [
        {
            "id": "p001",
            "name": "Partner 1",
            "kind": "Schule",
            "group": "Arbeit und Ausbildung",
            "ring": "3 · vier- bis elfmal im Jahr",
            "size": "5 · unverzichtbar",
            "committees": "AG <78>",
            "transition": "ja",
        },
        {
            "id": "p002",
            "name": "Partner 2",
            "kind": "IHK",
            "group": "Schule und Bildung",
            "ring": "Kontakt ruht",
            "size": "nicht eingeschätzt",
            "committees": "–",
            "transition": "nein",
        },
    ]
    assert "AG &lt;78&gt;" in map_page(held)


def test_every_tie_that_is_drawn_stands_in_the_table_of_ties() -> None:
    marks = [mark(1), mark(2, label="<b>")]
    ties = [Link(id="t", a="p001", b="p002", strength=4, line="dashed", brokered=True)]
    held = small(marks, links=ties)
    assert tie_rows(held) == [
        {
            "from": "Partner 1",
            "to": "<b>",
            "strength": held.asked.words.strengths[3],
            "line": held.asked.words.lines[1],
            "brokered": "ja",
        }
    ]
    page = Parsed(map_page(held))
    assert page.data["ties"] == [
        [["p001", "p002", held.asked.words.strengths[3], held.asked.words.lines[1], 1]]
    ]
    assert "ties" not in {one.get("id") for one in Parsed(map_page(small(marks))).all("section")}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_a_name(name: str) -> None:
    held_harmlessly(name)


def test_no_naughty_string_changes_the_page(shared: Path) -> None:
    lines = (shared / "corpora" / "blns" / "blns.txt").read_text(encoding="utf-8").split("\n")
    names = [line for line in lines if line.strip() and not line.startswith("#")]
    assert len(names) > 400
    for at in range(0, len(names), 40):
        some = names[at : at + 40]
        committees = tuple((f"c{number}", name) for number, name in enumerate(some))
        seats = tuple((f"p{number:03}", (f"c{number}",)) for number in range(len(some)))
        marks = [mark(number) for number in range(len(some))]
        page = MapPage(**held_by(small(marks, committees=committees, seats=(seats,))))
        plain = tuple((one, "Gremium") for one, _ in committees)
        calm = MapPage(**held_by(small(marks, committees=plain, seats=(seats,))))
        assert skeleton(map_page(page)) == skeleton(map_page(calm))


def held_by(page: MapPage) -> dict[str, object]:
    return {field.name: getattr(page, field.name) for field in attrs.fields(MapPage)}


def skeleton(html: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(held)) for tag, held in Parsed(html).elements]


def held_harmlessly(name: str) -> None:
    """Look that a name, wherever it stands, gives the same elements as a plain one and is read back."""
    marks = [mark(1, kind="school", strip="dormant", ring=None, short=name, tooltip=name)]
    strange, plain = (
        small(
            [attrs.evolve(marks[0], label=name, tooltip=name, short=name)] if text == name else marks,
            committees=(("c", text),),
            seats=((("p001", ("c",)),),),
            finer=(("p001", text),),
            service=text,
            title=text,
        )
        for text in (name, "Name")
    )
    html = map_page(strange)
    made, wanted = Parsed(html), Parsed(map_page(plain))
    tags = [tag for tag, _ in made.elements if tag not in {"tspan", "text"}]
    assert tags == [tag for tag, _ in wanted.elements if tag not in {"tspan", "text"}]
    assert made.data["committees"] == [name]
    assert made.data["partners"]["p001"]["finer"] == name
    assert made.policy == wanted.policy


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_text_stays_a_text(name: str) -> None:
    held_harmlessly(name)


def test_data_in_a_script_holds_no_sign_of_markup() -> None:
    text = as_script({"a": "<!--</script>&\u2028\u2029é"})
    assert text == '{"a":"\\u003c!--\\u003c/script\\u003e\\u0026\\u2028\\u2029é"}'


def test_on_a_dark_screen_no_colour_of_the_picture_stays_as_it_is() -> None:
    page = Parsed(example())
    drawn = {held[name] for _, held in page.elements for name in ("fill", "stroke") if name in held}
    assert {one for one in drawn if one.startswith("#")} <= dark_colours().keys()
    (style,) = page.text_in("style")
    assert '.map [fill="#1d2733"]{fill:#e6ecee}' in style


def test_on_a_dark_screen_text_and_marks_stand_out_from_their_ground() -> None:
    dark = dark_colours()
    grounds = [GROUND, *(dark[band] for band in palette.BANDS)]
    marks = [dark[palette.group_style(at)[0]] for at in range(8)]
    for ground in grounds:
        assert (
            min(palette.contrast(one, ground) for one in [*marks, dark[palette.TIE], dark[palette.BROKERED]])
            >= 4.5
        )
        assert palette.contrast(dark[palette.QUIET], ground) >= 4.5
        assert palette.contrast(dark[palette.INK], ground) >= 7
    assert palette.contrast(dark[palette.LEADER], GROUND) >= 3
    assert palette.contrast(dark[palette.PAPER], dark[palette.CENTRE]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_the_page_can_be_read(scheme: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", blocks[scheme == "dark"]))
    for text in ("ink", "quiet", "accent"):
        for ground in ("paper", "around", "band", "pick"):
            assert palette.contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for line in ("edge", "focus"):
        assert palette.contrast(colours[line], colours["paper"]) >= 3
        assert palette.contrast(colours[line], colours["around"]) >= 3


def test_a_page_shows_the_years_up_to_the_one_asked_for() -> None:
    assert Parsed(example(year=2024)).data["years"] == [2023, 2024]
    assert Parsed(example(year=2023)).data["years"] == [2023]
    assert "2025" not in "".join(text for tag, text in Parsed(example(year=2024)).texts if tag != "style")


def test_the_years_of_a_page_can_be_chosen() -> None:
    assert Parsed(example(year=2025, years=(2023,))).data["years"] == [2023, 2025]
    assert Parsed(example(year=2025, years=(2025,))).data["years"] == [2025]
    assert Parsed(example(year=2024, years=(2025, 2023))).data["years"] == [2023, 2024, 2025]
    view = redact(load_example().workspace, audience=Audience.REPORT)
    assert years_of(view, 2024, ()) == (2023, 2024)


def test_a_year_without_a_map_is_told() -> None:
    with pytest.raises(NoMapForYear):
        example(year=2025, years=(1999,))


def test_a_page_of_one_year_has_no_slider() -> None:
    page = Parsed(example(year=2023))
    assert "year" not in {one.get("id") for one in page.all("input")}
    assert page.text_in("h1") == ["Netzwerkkarte 2023"]
    assert Parsed(example(year=2024)).text_in("h1") == ["Netzwerkkarten 2023 bis 2024"]


def test_a_map_without_partners_says_so() -> None:
    page = Parsed(map_page(small([])))
    assert "Die Karte 2024 zeigt keinen Partner." in page.text_in("p")
    assert page.data["partners"] == {}


def test_a_partner_who_is_gone_or_new_stands_in_its_years_only() -> None:
    page = Parsed(map_page(small([mark(1), mark(2)], [mark(2), mark(3)])))
    assert {name: list(one["at"]) for name, one in page.data["partners"].items()} == {
        "p001": ["0"],
        "p002": ["0", "1"],
        "p003": ["1"],
    }


def test_150_partners_stand_on_a_page_of_a_large_map() -> None:
    plan = network(150, page=("A3", "landscape"), ties=20)
    html = map_page(MapPage(service="JMD", plans=(plan,), year=2024))
    page = Parsed(html)
    assert len(page.data["partners"]) == 150
    assert page.all("body")[0]["class"] == "a3-landscape"


def test_what_does_not_fit_on_its_page_is_an_error_as_for_the_picture() -> None:
    with pytest.raises(DoesNotFit):
        map_page(MapPage(service="JMD", plans=(network(400),), year=2024))


def test_years_that_share_partners_are_drawn_with_one_circle() -> None:
    page = Parsed(example())
    circles = [
        (held["cx"], held["cy"], held["r"]) for _, held in page.elements if held.get("data-role") == "ring"
    ]
    assert len(circles) == 15
    assert len(set(circles)) == 5


def test_years_that_do_not_fit_together_are_drawn_one_by_one() -> None:
    first, last = network(70, seed=1), network(70, seed=2)
    others = tuple(attrs.evolve(one, id=f"q{one.id}") for one in last.marks)
    plans = (first, attrs.evolve(last, marks=others, year=2025))
    with pytest.raises(DoesNotFit):
        draw_years(plans)
    page = Parsed(map_page(MapPage(service="JMD", plans=plans, year=2025)))
    assert len(page.data["partners"]) == 140


def test_kinds_are_offered_by_group_and_alphabet() -> None:
    page = Parsed(example())
    headings = [one["label"] for one in page.all("optgroup")]
    groups = [label for _, label in page.data["groups"]]
    assert headings == [one for one in groups if one in headings]
    assert len(headings) > 5
    kinds = page.data["kinds"]
    assert [text for text in page.text_in("option") if text in kinds] == kinds
    assert kinds.index("Betrieb") < kinds.index("Kammer") < kinds.index("Schule")


def test_words_can_stand_for_other_things() -> None:
    page = Parsed(map_page(small([mark(1)], words=(("ring", "Wichtigkeit der Kontakte"),))))
    assert page.text_in("th")[3] == page.data["words"]["ring"] == "Wichtigkeit der Kontakte"


def test_groups_of_other_years_can_be_chosen_too() -> None:
    page = small([mark(1, group="g2")], [mark(2)])
    less = attrs.evolve(page.plans[1], groups=page.plans[1].groups[:1])
    page = attrs.evolve(page, plans=(page.plans[0], less))
    assert [group.code for group in page.groups] == ["g0", *(f"g{at}" for at in range(1, 8))]
    assert [one["value"] for one in Parsed(map_page(page)).all("option")][1:9] == [
        one.code for one in page.groups
    ]


def test_letters_that_the_font_of_the_page_lacks_keep_their_measured_width() -> None:
    latin = map_page(small([mark(1)]))
    plan = renamed(small([mark(1)]).plans[0], "Ελληνική Κοινότητα")
    greek = map_page(MapPage(service="JMD", plans=(plan,), year=2024))
    assert latin.count("textLength") == 0
    assert greek.count("textLength") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"year": 1999},
        {"seats": ((), (), ())},
        {"plans": ()},
    ],
)
def test_a_page_that_contradicts_itself_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="year"):
        attrs.evolve(small([], []), **change)


def test_years_out_of_order_or_of_two_sizes_are_refused() -> None:
    page = small([], [])
    with pytest.raises(ValueError, match="order"):
        attrs.evolve(page, plans=page.plans[::-1])
    large = attrs.evolve(page.plans[1], page=PAGES["A3", "landscape"])
    with pytest.raises(ValueError, match="size"):
        attrs.evolve(page, plans=(page.plans[0], large))
