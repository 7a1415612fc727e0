"""Boundaries of the rules on the analysis of the social structure and its indicators."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from jmdmodel.entities.need import Indicator, SocialStructureAnalysis
from jmdmodel.quality.index import quoted
from jmdmodel.quality.space.indicators import SIDES
from jmdmodel.vocabulary import SubjectArea
from tests.unit.quality._build import ON, SERVICE, ask, shuffled, value, workspace


def figure(name: str = "Miete", subject: SubjectArea = SubjectArea.HOUSING, **others: Any) -> Indicator:
    told = {"measured_in": "Euro", "day": date(2024, 12, 31), "source": "Mietbericht", **others}
    return Indicator(name=name, subject=subject, value=Fraction(8), **told)


def analysis(year: int, *figures: Indicator, **others: Any) -> SocialStructureAnalysis:
    others = {"id": f"a-{year}", "day": date(year, 10, 1), **others}
    return SocialStructureAnalysis(indicators=figures, **others)


def test_a_workspace_without_an_analysis_lacks_one() -> None:
    assert [(one.path, value(one, "day")) for one in ask("S103", workspace())] == [("analyses", ON)]


def test_an_analysis_of_the_very_day_counts_and_one_of_the_next_day_is_only_planned() -> None:
    assert ask("S103", workspace(analysis(2026, day=ON))) == []
    assert len(ask("S103", workspace(analysis(2026, day=date(2026, 3, 2))))) == 1


@pytest.mark.parametrize(("founded", "found"), [(None, 1), (2025, 1), (2026, 0), (2027, 0)])
def test_in_the_year_of_its_founding_a_service_owes_no_analysis(founded: int | None, found: int) -> None:
    assert len(ask("S103", workspace(service=attrs.evolve(SERVICE, founded=founded)))) == found


@pytest.mark.parametrize(("day", "found"), [(date(2023, 3, 1), 0), (date(2023, 2, 28), 1)])
def test_an_analysis_is_old_only_after_the_last_day_of_the_limit(day: date, found: int) -> None:
    assert len(ask("S104", workspace(analysis(2023, day=day)))) == found


def test_only_the_latest_analysis_can_be_out_of_date() -> None:
    old, newer, planned = analysis(2015), analysis(2020), analysis(2027)
    found = ask("S104", workspace(old, newer, planned))
    assert [(one.path, value(one, "day")) for one in found] == [("analyses/a-2020.day", newer.day)]
    assert ask("S104", workspace(old, newer), months=66) == []


def test_without_an_analysis_there_is_nothing_old_or_one_sided() -> None:
    assert [ask(code, workspace()) for code in ("S104", "S105", "S106", "S107")] == [[], [], [], []]


def of(*subjects: SubjectArea) -> tuple[Indicator, ...]:
    return tuple(figure(subject.code, subject) for subject in subjects)


@pytest.mark.parametrize(("sides", "found"), [(0, 1), (2, 1), (3, 0), (6, 0)])
def test_three_of_six_sides_are_enough(sides: int, found: int) -> None:
    assert len(ask("S105", workspace(analysis(2025, *of(*SIDES[:sides]))))) == found


def test_the_missing_sides_are_told_and_other_is_no_side() -> None:
    (one,) = ask("S105", workspace(analysis(2025, *of(*SIDES[:2], SubjectArea.OTHER, SIDES[0]))))
    assert (value(one, "n"), value(one, "total")) == (2, 6)
    assert value(one, "missing") == quoted(SIDES[2:])


def test_a_small_addition_does_not_hide_the_analysis_before() -> None:
    whole = analysis(2024, *of(*SIDES), day=date(2024, 10, 1))
    addition = analysis(2025, *of(SubjectArea.HOUSING), day=date(2025, 10, 1))
    assert ask("S105", workspace(whole, addition)) == []
    assert ask("S105", workspace(whole, addition), months=12) == []
    assert [one.path for one in ask("S105", workspace(whole, addition), months=11)] == [
        "analyses/a-2025.indicators"
    ]


def test_how_many_sides_are_enough_can_be_set() -> None:
    asked = workspace(analysis(2025, *of(*SIDES[:3])))
    assert len(ask("S105", asked, areas=4)) == 1


def test_the_place_is_the_first_indicator_of_the_latest_analysis_that_lacks_something() -> None:
    early = analysis(2023, figure(day=None))
    late = analysis(2025, figure("Bus"), figure(source="  "), figure("Schule", day=None))
    (one,) = ask("S106", workspace(early, late))
    assert one.path == "analyses/a-2025.indicators[2].source"
    assert [str(ref) for ref in one.others] == ["analyses/a-2023"]
    assert (value(one, "n"), value(one, "total")) == (3, 4)
    assert value(one, "names").en == '"Miete" and "Schule"'


def test_an_indicator_without_a_day_is_placed_at_its_day() -> None:
    (one,) = ask("S106", workspace(analysis(2025, figure(day=None))))
    assert one.path == "analyses/a-2025.indicators[1].day"


def test_an_analysis_to_come_is_not_asked_for_sources() -> None:
    assert ask("S106", workspace(analysis(2026, figure(source=None)))) == []


def test_a_series_that_changes_its_unit_of_measure_is_found() -> None:
    asked = workspace(
        analysis(2024, figure(area="kreis")), analysis(2025, figure(measured_in="%", area="kreis"))
    )
    (one,) = ask("S107", asked)
    assert one.path == "analyses/a-2025.indicators"
    assert (value(one, "names").de, value(one, "n")) == ("„Miete“", 1)
    assert ask("S107", shuffled(asked)) == [one]


def test_a_series_that_changes_its_area_is_found() -> None:
    asked = workspace(analysis(2024, figure(area="kreis")), analysis(2025, figure(area="stadt")))
    assert len(ask("S107", asked)) == 1


def test_case_and_blanks_make_no_other_name_and_no_other_unit() -> None:
    same = workspace(analysis(2024, figure(" Miete")), analysis(2025, figure("miete", measured_in="euro ")))
    assert ask("S107", same) == []
    other = workspace(analysis(2024, figure("Miete ")), analysis(2025, figure("miete", measured_in="Cent")))
    assert len(ask("S107", other)) == 1


@pytest.mark.parametrize(("before", "now"), [(None, "stadt"), ("stadt", None)])
def test_an_area_that_is_left_out_is_unknown_and_no_change(before: str | None, now: str | None) -> None:
    assert ask("S107", workspace(analysis(2024, figure(area=before)), analysis(2025, figure(area=now)))) == []


def test_the_same_name_for_two_areas_or_in_two_units_is_no_change() -> None:
    both = analysis(2024, figure(area="kreis"), figure(area="stadt"))
    share = analysis(2025, figure(area="kreis"), figure(area="kreis", measured_in="%"))
    assert ask("S107", workspace(both, share)) == []


def test_an_area_that_comes_back_continues_its_series() -> None:
    both = analysis(2023, figure(area="kreis"), figure(area="stadt"))
    one, other = analysis(2024, figure(area="kreis")), analysis(2025, figure(area="stadt"))
    assert ask("S107", workspace(both, one, other)) == []


def test_two_analyses_of_one_year_stand_side_by_side() -> None:
    town = analysis(2025, figure(area="stadt"), id="stadt")
    district = analysis(2025, figure(area="kreis"), id="kreis", day=date(2025, 12, 1))
    assert ask("S107", workspace(town, district)) == []


def test_a_series_may_leave_out_a_year_and_is_compared_all_the_same() -> None:
    asked = workspace(analysis(2023, figure()), analysis(2024), analysis(2025, figure(measured_in="%")))
    assert [one.path for one in ask("S107", asked)] == ["analyses/a-2025.indicators"]


def test_changes_in_several_years_are_one_finding_with_the_latest_first() -> None:
    asked = workspace(
        analysis(2023, figure(), figure("Bus")),
        analysis(2024, figure(measured_in="%"), figure("Bus")),
        analysis(2025, figure(measured_in="%"), figure("Bus", measured_in="Orte")),
    )
    (one,) = ask("S107", asked)
    assert (str(one.subject), [str(ref) for ref in one.others]) == ("analyses/a-2025", ["analyses/a-2024"])
    assert value(one, "n") == 2
