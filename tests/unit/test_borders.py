"""A wrong kind of value is refused where it comes in, with a sentence and without the value."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

import jmdmodel
from jmdexport import Registry, Wanted, export, render_all
from jmdexport.demo import load_example
from jmdmodel.errors import ModelError
from jmdmodel.messages import LANGUAGES
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import minimal, network_map
from jmdmodel.vocabulary import ContactState

WORKSPACE: Any = minimal()
DAY = date(2026, 1, 31)
MOMENT = datetime(2026, 1, 31, tzinfo=UTC)

DAYS: dict[str, Callable[[Any], object]] = {
    "check": lambda day: jmdmodel.check(WORKSPACE, on=day),
    "network_profiles": lambda day: jmdmodel.network_profiles(WORKSPACE, on=day),
    "as_of": WORKSPACE.as_of,
    "export": lambda day: export(WORKSPACE, "report", year=2026, as_of=day),
    "render_all": lambda day: render_all(WORKSPACE, ["report"], year=2026, as_of=day),
}
YEARS: dict[str, Callable[[Any], object]] = {
    "work_time": lambda year: jmdmodel.work_time(WORKSPACE, year),
    "work_shares": lambda year: jmdmodel.work_shares(WORKSPACE, year),
    "rated_contacts": lambda year: jmdmodel.rated_contacts(WORKSPACE, year),
    "map_summary": lambda year: jmdmodel.map_summary(WORKSPACE, year),
    "ties_of": lambda year: jmdmodel.ties_of(WORKSPACE, year),
    "graph": lambda year: jmdmodel.graph(WORKSPACE, year),
    "coverage": lambda year: jmdmodel.coverage(WORKSPACE, year),
    "committee_work": lambda year: jmdmodel.committee_work(WORKSPACE, year),
    "export": lambda year: export(WORKSPACE, "report", year=year, as_of=DAY),
    "wanted": lambda year: render_all(WORKSPACE, [Wanted("report", year=year)], year=2026, as_of=DAY),
}
AUDIENCES: dict[str, Callable[[Any], object]] = {
    "redact": lambda audience: jmdmodel.redact(WORKSPACE, audience),
    "visible": lambda audience: jmdmodel.visible((), WORKSPACE, audience),
    "export": lambda audience: export(WORKSPACE, "report", year=2026, as_of=DAY, audience=audience),
}


def refusal_of(call: Callable[[Any], object], value: object) -> ModelError:
    with pytest.raises(ModelError) as caught:
        call(value)
    assert type(caught.value) is ModelError
    for language in LANGUAGES:
        told = caught.value.in_(language)
        assert told.endswith(".")
        assert "{" not in told
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    return caught.value


@pytest.mark.parametrize("value", ["2026-01-31", MOMENT, None, 20260131])
@pytest.mark.parametrize("name", sorted(DAYS))
def test_what_is_no_plain_day_is_refused(name: str, value: object) -> None:
    told = str(refusal_of(DAYS[name], value))
    assert type(value).__name__ in told
    assert "without a time" in told


@pytest.mark.parametrize("value", ["2026", 2026.0, True, None, DAY])
@pytest.mark.parametrize("name", sorted(YEARS))
def test_what_is_no_year_is_refused(name: str, value: object) -> None:
    if name == "wanted" and value is None:
        return  # no year of its own: that of the whole run
    assert type(value).__name__ in str(refusal_of(YEARS[name], value))


@pytest.mark.parametrize("value", [0, -1, 10_000])
@pytest.mark.parametrize("name", sorted(YEARS))
def test_a_year_outside_the_calendar_is_refused(name: str, value: int) -> None:
    assert "from 1 to 9999" in str(refusal_of(YEARS[name], value))


@pytest.mark.parametrize("name", ["work_time", "work_shares", "committee_work"])
@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_last_year_of_the_calendar_are_taken(name: str, year: int) -> None:
    assert YEARS[name](year) is not None


@pytest.mark.parametrize("value", ["public", 1, None, Audience])
@pytest.mark.parametrize("name", sorted(AUDIENCES))
def test_what_is_no_audience_is_refused(name: str, value: object) -> None:
    assert "Audience.REPORT" in str(refusal_of(AUDIENCES[name], value))


@pytest.mark.parametrize("value", ["fr", "", "DE", None, 1, ["de"]])
def test_what_is_no_language_is_refused(value: Any) -> None:
    def call(language: Any) -> object:
        registry = Registry(plugins="none")
        return export(WORKSPACE, "report", year=2026, as_of=DAY, language=language, registry=registry)

    assert '"de" or "en"' in str(refusal_of(call, value))


def test_a_refusal_does_not_quote_the_value() -> None:
    for call in (DAYS["check"], YEARS["coverage"], AUDIENCES["redact"]):
        error = refusal_of(call, "Familie Geheim")
        assert all("Geheim" not in error.in_(language) for language in LANGUAGES)


def test_a_refusal_is_told_in_both_languages() -> None:
    error = refusal_of(DAYS["check"], "2026")
    assert error.in_("de") == (
        "„on“ muss ein Tag ohne Uhrzeit sein, zum Beispiel date(2026, 1, 31). Angegeben ist: str."
    )


MAPPED: Any = minimal(network_map(2025))
PLAN: Any = jmdmodel.candidates(load_example().workspace, "ahorn-12", 0, on=date(2025, 12, 31))
COUNTS: dict[str, Callable[[Any], object]] = {
    "work_shares": lambda decimals: jmdmodel.work_shares(WORKSPACE, 2025, decimals=decimals),
    "work_series": lambda decimals: jmdmodel.work_series(WORKSPACE, decimals=decimals),
    "explain": lambda decimals: PLAN.explain("de", most=decimals),
    "declared_and_recorded": lambda decimals: jmdmodel.declared_and_recorded(
        WORKSPACE, 2025, decimals=decimals
    ),
}
WORDS: dict[str, Callable[[Any], object]] = {
    "ties_of": lambda which: jmdmodel.ties_of(MAPPED, 2025, which),
    "graph": lambda which: jmdmodel.graph(MAPPED, 2025, which=which),
}
TELLING: dict[str, Callable[[Any], object]] = {
    "to_html": lambda language: jmdmodel.coverage(MAPPED, 2025).table().to_html(language),
    "texts": lambda language: jmdmodel.coverage(MAPPED, 2025).table().texts(language),
    "coverage": lambda language: jmdmodel.coverage(MAPPED, 2025).sentences(language),
    "ego_network": lambda language: jmdmodel.ego_network(MAPPED, 2025).sentences(language),
    "declared_and_recorded": lambda language: jmdmodel.declared_and_recorded(MAPPED, 2025).sentences(
        language
    ),
    "candidates": PLAN.explain,
    "candidate": PLAN.fitting[0].explain,
    "involvement": PLAN.involved[0].explain,
    "compare": lambda language: jmdmodel.compare(MAPPED, 2025, 2025).sentences(language),
}


@pytest.mark.parametrize("decimals", ["1", 1.5, None, True, -1])
@pytest.mark.parametrize("function", COUNTS)
def test_a_count_that_is_no_whole_number_from_0_on_is_refused(function: str, decimals: object) -> None:
    assert "ganze Zahl ab 0" in refusal_of(COUNTS[function], decimals).in_("de")


@pytest.mark.parametrize("which", ["everything", "", None, 1])
@pytest.mark.parametrize("function", WORDS)
def test_a_word_that_an_option_does_not_know_is_refused(function: str, which: object) -> None:
    assert "which" in refusal_of(WORDS[function], which).in_("de")


@pytest.mark.parametrize("language", ["fr", "DE", "", '"><script>', None])
@pytest.mark.parametrize("function", TELLING)
def test_results_are_told_in_the_two_languages_only(function: str, language: object) -> None:
    assert "script" not in refusal_of(TELLING[function], language).in_("de")


NEEDS: Any = jmdmodel.needs_and_offers(load_example().workspace, on=date(2025, 12, 31))
OPENING: Any = jmdmodel.opening_overview(load_example().workspace, on=date(2025, 12, 31))
COMPARED: Any = jmdmodel.compare(load_example().workspace, 2024, 2025)
STEPS: dict[str, tuple[Callable[[Any], object], str]] = {
    "needs": (NEEDS.with_cover, "Cover"),
    "topic": (NEEDS.topics[0].with_cover, "Cover"),
    "own topic": (NEEDS.own_topics[0].with_cover, "Cover"),
    "measures": (OPENING.measure_kinds[0].in_state, "MeasureState"),
    "opening": (OPENING.changed, "StageChange"),
    "course": (COMPARED.with_course, "Course"),
    "kind of change": (COMPARED.with_kind, "Change"),
    "ties": (COMPARED.ties.with_course, "TieCourse"),
    "series": (jmdmodel.network_series(MAPPED).years[0].count, "Change"),
    "transition": (jmdmodel.transition_coverage(MAPPED, 2025).in_state, "CoverageState"),
    "reasons": (PLAN.fitting[0].reasons_that, "Stance"),
}


@pytest.mark.parametrize("word", ["uncovered", "held", "joined", "for", None, 1, ContactState.DORMANT])
@pytest.mark.parametrize("name", STEPS)
def test_what_is_no_word_of_the_list_asked_for_is_refused(name: str, word: object) -> None:
    ask, scale = STEPS[name]
    assert f"ein Wert von {scale} sein" in refusal_of(ask, word).in_("de")


@pytest.mark.parametrize("figure", ["size", "nonsense", None, 1])
def test_a_figure_that_is_none_is_refused(figure: object) -> None:
    found: Any = jmdmodel.ego_network(MAPPED, 2025)
    assert "Figure" in refusal_of(found.value, figure).in_("de")


@pytest.mark.parametrize("years", [2025, "2025"])
def test_a_single_year_in_place_of_several_is_refused(years: object) -> None:
    refusal_of(lambda value: jmdmodel.committee_years(WORKSPACE, value), years)
