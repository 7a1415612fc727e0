"""The exporter of the maps of several years."""

from __future__ import annotations

from datetime import date

import pytest

from jmdexport import export
from jmdexport.builtin._map_years import TooFewMaps, TooManyYears
from jmdexport.builtin.years_map import YearsOptions, years_plan
from jmdexport.demo import load_example
from jmdexport.drawing.years_map import draw_years_map
from jmdexport.options import build
from jmdmodel.analysis.ratings import map_summary
from jmdmodel.errors import NoMapForYear
from jmdmodel.ids import PartnerId
from jmdmodel.messages import Language
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import contact, minimal, network_map, partner, rating
from jmdmodel.workspace import Workspace
from tests.unit.drawing.test_years_map import faults


def example() -> Workspace:
    return redact(load_example().workspace, Audience.REPORT)


def maps(*years: int) -> Workspace:
    return minimal(*(network_map(year) for year in years))


def test_the_last_years_with_a_map_are_shown() -> None:
    assert years_plan(example(), 2025).years == (2023, 2024, 2025)
    assert years_plan(example(), 2024).years == (2023, 2024)
    assert years_plan(maps(*range(2010, 2020)), 2019).years == tuple(range(2014, 2020))


def test_years_can_be_chosen_in_any_order() -> None:
    chosen = YearsOptions(years=(2025, 2023))
    plan = years_plan(example(), 2024, options=chosen)
    assert plan.years == (2023, 2025)
    assert plan.title == "Netzwerkkarten 2023–2025"
    assert not any("Ohne Karte" in note for note in plan.notes)


def test_a_year_without_a_map_in_between_is_told() -> None:
    plan = years_plan(maps(2021, 2023), 2023)
    assert plan.years == (2021, 2023)
    assert "Ohne Karte und hier nicht gezeigt: 2022." in plan.notes
    assert "Ohne Karte und hier nicht gezeigt: 2022." in plan.told


def test_one_map_alone_is_refused_with_the_years_there_are() -> None:
    with pytest.raises(TooFewMaps) as caught:
        years_plan(maps(2024, 2025), 2024)
    assert caught.value.years == (2024, 2025)


def test_a_year_without_a_map_is_refused() -> None:
    for chosen in (YearsOptions(years=(2022, 2024)), YearsOptions()):
        with pytest.raises(NoMapForYear) as caught:
            years_plan(maps(2023, 2024), 2025, options=chosen)
        assert caught.value.years == (2023, 2024)


def test_more_years_than_a_page_holds_are_refused() -> None:
    with pytest.raises(TooManyYears, match="2014"):
        years_plan(maps(*range(2014, 2021)), 2020, options=YearsOptions(years=tuple(range(2014, 2021))))


def test_each_year_says_its_day_its_assessor_and_its_numbers() -> None:
    plan = years_plan(example(), 2025)
    summary = map_summary(example(), 2025)
    assert plan.said[2] == (
        "Stand 31.12.2025, eingeschätzt von: Leitung und Netzwerkarbeit",
        f"gezeigt: {summary.shown} von {summary.partners} Partnern",
    )
    assert plan.notes[0].startswith("2023, 2024 und 2025 haben nicht dieselben Funktionen")


def test_a_partner_with_a_new_name_keeps_its_number() -> None:
    plan = years_plan(example(), 2025)
    names = [text for _, _, text in plan.index()]
    assert "Bildungswerk Hohenwied gGmbH (2023: Bildungsträger Neue Wege Ellertal)" in names
    assert len(names) == len(set(names)) == 56


def test_two_successors_of_one_partner_have_a_number_each() -> None:
    view = minimal(
        partner("alt", period=Period(until=date(2024, 3, 31))),
        *(partner(name, successor_of=(PartnerId("alt"),)) for name in ("eins", "zwei")),
        contact("alt", ratings=(rating(date(2023, 5, 1), 3, 3),)),
        *(contact(name, ratings=(rating(date(2024, 5, 1), 3, 3),)) for name in ("eins", "zwei")),
        network_map(2023),
        network_map(2024),
    )
    assert [mark.id for _, mark, _ in years_plan(view, 2024).index()] == ["alt", "eins", "zwei"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_alternative_text_tells_each_year(language: Language) -> None:
    plan = years_plan(example(), 2025, language=language)
    start = {"de": "Drei Netzwerkkarten von JMD Ellertal", "en": "Three network maps of JMD Ellertal"}
    assert plan.told.startswith(start[language])
    for year in plan.years:
        assert {"de": f"Netzwerkkarte {year}:", "en": f"Network map {year}:"}[language] in plan.told


@pytest.mark.parametrize(
    ("page", "orientation", "names"),
    [
        ("A4", "landscape", "numbers"),
        ("A4", "portrait", "none"),
        ("A3", "portrait", "numbers"),
        ("A3", "landscape", "none"),
    ],
)
def test_the_example_has_no_conflict(page: str, orientation: str, names: str) -> None:
    options = YearsOptions(page=page, orientation=orientation, names=names)
    assert not faults(draw_years_map(years_plan(example(), 2025, options=options)))


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_the_exporter_gives_every_form(suffix: str, start: bytes) -> None:
    workspace = load_example().workspace
    (artifact,) = export(workspace, "years-map", year=2025, as_of=date(2026, 1, 31), medium=suffix)
    assert artifact.name == f"years-map-2023-2025{suffix}"
    assert artifact.data.startswith(start)


def test_years_are_read_from_text() -> None:
    assert build(YearsOptions, {"years": "2023,2025"}).years == (2023, 2025)
