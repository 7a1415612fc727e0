"""Which numbers of the model count persons, and the tables that are made from them."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from jmdexport.demo import load_example
from jmdmodel import redact
from jmdmodel.entities.case import CasePlan
from jmdmodel.entities.event import SpaceEvent
from jmdmodel.entities.need import YouthParticipation
from jmdmodel.entities.opening import OpeningMeasure
from jmdmodel.entities.resource import GroupOffer
from jmdmodel.entities.service import YearFigure
from jmdmodel.errors import ModelError
from jmdmodel.fields import about_field, privacy_of
from jmdmodel.period import Period
from jmdmodel.privacy.counts import CountTable, audit, person_counts, protect, protected_counts
from jmdmodel.privacy.counts import persons_texts as texts
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import activity, minimal
from jmdmodel.vocabulary import (
    AgeBand,
    AnalysisMethod,
    CaseCategory,
    FigureKind,
    MeasureKind,
    WorkArea,
)
from jmdmodel.workspace import Workspace
from tests.unit.test_fields import FIELDS

NOT_PERSONS = {
    "Activity.minutes": "time",
    "GroupOffer.meetings": "meetings",
    "Network.members_stated": "organisations",
    "Offer.places": "what is on offer, not who came",
    "Participation.year": "a year",
    "Population.count": "inhabitants of a place, as official statistics publish them",
    "Remit.from_age": "an age",
    "Remit.to_age": "an age",
    "Review.effort": "time",
    "Service.founded": "a year",
    "StaffRole.weekly_minutes": "time",
    "Withheld.count": "things of a workspace",
    "WorkTime.activities": "pieces of work",
    "WorkTime.minutes": "time",
    "WorkTime.month": "a month",
    "WorkTime.year": "a year",
    "YearFigure.from_age": "an age",
    "YearFigure.to_age": "an age",
    "YearFigure.year": "a year",
}
"""Every whole number of the model that does not count persons, and what it is instead."""

NUMBERS = [(cls, field) for cls, field in FIELDS if int in (field.type, *get_args(field.type))]


@pytest.mark.parametrize(("cls", "field"), NUMBERS, ids=[f"{c.__name__}.{f.name}" for c, f in NUMBERS])
def test_every_whole_number_counts_persons_or_is_known_not_to(cls: type, field: Any) -> None:
    counted = about_field(field).counts is not None
    assert counted != (f"{cls.__name__}.{field.name}" in NOT_PERSONS)
    if counted:
        assert privacy_of(cls, field) >= Audience.INTERNAL, "it leaves the house in protected tables only"


def test_the_list_of_numbers_that_are_not_persons_has_no_stale_line() -> None:
    assert {f"{cls.__name__}.{field.name}" for cls, field in NUMBERS} >= NOT_PERSONS.keys()


def test_only_whole_numbers_count_persons() -> None:
    told = {(cls, field.name) for cls, field in FIELDS if about_field(field).counts}
    assert told == {(cls, field.name) for cls, field in NUMBERS if about_field(field).counts}


def test_every_kind_of_yearly_figure_but_countries_counts_persons() -> None:
    assert set(FigureKind) - texts.FIGURES.keys() == {FigureKind.COUNTRIES}


def figure(identifier: str, count: int, **more: Any) -> YearFigure:
    given: dict[str, Any] = {"year": 2025, "kind": FigureKind.COUNSELLED}
    return YearFigure(id=identifier, count=count, **given | more)  # type: ignore[arg-type]


def of(*things: Any, year: int = 2025) -> dict[str, CountTable]:
    counts = person_counts(minimal(*things), year=year)
    assert counts.not_shown == ()
    return {table.name: table for table in counts.tables}


def test_a_figure_without_parts_is_a_table_of_one_number() -> None:
    tables = of(figure("all", 389), figure("old", 356, year=2024))
    assert {name: table.counts for name, table in tables.items()} == {"counselled": (389,)}
    assert tables["counselled"].title.de == "Junge Menschen in Beratung"


def test_age_groups_stand_in_their_order_and_go_together_at_eighteen() -> None:
    tables = of(
        figure("all", 60),
        figure("z", 10, part_of="all", from_age=12, to_age=14),
        figure("y", 20, part_of="all", from_age=15, to_age=17),
        figure("x", 30, part_of="all", from_age=18, to_age=26),
    )
    (table,) = tables.values()
    assert table.name == "counselled-by-age"
    assert [c.code for c in table.dimensions[0].categories] == ["12-14", "15-17", "18-26"]
    assert table.counts == (10, 20, 30)
    coarser = table.dimensions[0].coarsened()
    assert coarser is not None
    assert [(c.code, c.label.de) for c in coarser.categories] == [
        ("12-17", "12 bis 17 Jahre"),
        ("18-26", "18 bis 26 Jahre"),
    ]


def test_who_is_in_none_of_the_parts_stands_as_others() -> None:
    (table,) = of(figure("all", 60), figure("a", 57, part_of="all", label="Lernbegleitung")).values()
    assert table.counts == (57, 3)
    assert [c.label.de for c in table.dimensions[0].categories] == ["Lernbegleitung", "übrige"]
    (shown,) = protect([table]).shown
    assert shown.cells == (57, 3, 60)


def test_two_divisions_of_a_figure_share_its_total() -> None:
    tables = of(
        figure("all", 60),
        figure("a", 25, part_of="all", to_age=17),
        figure("b", 35, part_of="all", from_age=18),
        figure("c", 60, part_of="all", label="mit Sprachkurs"),
    )
    by_age, by_part = tables["counselled-by-age"], tables["counselled-by-part"]
    assert by_age.key("total") == by_part.key("total")
    assert [c.label.de for c in by_age.dimensions[0].categories] == ["bis 17 Jahre", "ab 18 Jahren"]


def test_the_parts_of_a_part_are_a_table_within() -> None:
    tables = of(
        figure("all", 60),
        figure("a", 25, part_of="all", from_age=12, to_age=17),
        figure("b", 35, part_of="all", from_age=18, to_age=26),
        figure("a1", 23, part_of="a", label="in Schule"),
        figure("a2", 2, part_of="a", label="in Ausbildung"),
    )
    inner = tables["counselled-12-17-by-part"]
    assert inner.counts == (2, 23) or inner.counts == (23, 2)
    assert inner.key("total") == tables["counselled-by-age"].key("12-17")
    told = protect(tables.values())
    assert audit(told.shown, counts=tables.values()).safe


@pytest.mark.parametrize(
    "parts",
    [
        [figure("a", 40, part_of="all", label="a"), figure("b", 21, part_of="all", label="b")],
        [figure("a", 4, part_of="all", to_age=17), figure("b", 5, part_of="all", from_age=17)],
    ],
    ids=["more than the whole", "an age in both"],
)
def test_parts_that_cannot_be_parts_are_left_out_with_the_reason(parts: list[YearFigure]) -> None:
    counts = person_counts(minimal(figure("all", 60), *parts), year=2025)
    assert counts.tables == ()
    assert "überschneiden" in counts.not_shown[0].reason.in_("de")
    told = protected_counts(minimal(figure("all", 60), *parts), year=2025)
    assert told.not_shown == counts.not_shown


def test_two_figures_of_one_kind_are_different_persons() -> None:
    tables = of(figure("a", 30, label="Standort Nord"), figure("b", 20, label="Standort Süd"))
    assert {name: table.whom for name, table in tables.items()} == {
        "counselled-a": "figures/a",
        "counselled-b": "figures/b",
    }
    assert tables["counselled-b"].title.de == "Junge Menschen in Beratung: Standort Süd"


def test_a_count_of_countries_is_no_count_of_persons() -> None:
    assert of(figure("c", 2, kind=FigureKind.COUNTRIES)) == {}


def offer(identifier: str, people: int | None, since: date | None) -> GroupOffer:
    return GroupOffer(
        id=identifier,
        name=identifier.title(),
        people=people,
        period=Period(since=since),  # type: ignore[arg-type]
    )


def test_a_group_offer_counts_in_the_year_in_which_it_began_and_in_no_other() -> None:
    offers = [
        offer("one", 8, date(2025, 12, 31)),
        offer("two", 9, date(2024, 1, 1)),
        offer("none", None, date(2025, 1, 1)),
        offer("ever", 7, None),
    ]
    assert of(*offers)["group-offers"].counts == (8,)
    assert of(*offers, year=2024)["group-offers"].counts == (9,)
    assert "group-offers" not in of(*offers, year=2026)


def test_group_offers_that_come_to_the_yearly_figure_count_the_same_persons() -> None:
    offers = [offer("one", 8, date(2025, 2, 1)), offer("two", 9, date(2025, 9, 1))]
    whole = figure("all", 17, kind=FigureKind.GROUP_PARTICIPANTS)
    tables = of(whole, *offers)
    assert tables["group-offers"].key("total") == tables["group-participants"].key()
    apart = of(figure("all", 18, kind=FigureKind.GROUP_PARTICIPANTS), *offers)
    assert apart["group-offers"].key("total") != apart["group-participants"].key()


def test_what_was_reached_in_a_year_stands_by_thing_with_the_quarters_above() -> None:
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 6, 30)]
    events = [
        SpaceEvent(id=f"e{n}", title=f"Fest {n}", day=day, people=10 + n)  # type: ignore[arg-type]
        for n, day in enumerate(days)
    ]
    table = of(*events)["events"]
    assert table.counts == (10, 11, 12)
    coarser = table.dimensions[0].coarsened()
    assert coarser is not None
    assert table.divided_by({"thing": coarser}).counts == (10, 23)
    assert [category.label.de for category in coarser.categories] == ["1. Quartal", "2. Quartal"]


def test_measures_participations_and_activities_have_their_tables() -> None:
    tables = of(
        OpeningMeasure(
            id="m",
            title="Schulung",
            kind=next(iter(MeasureKind)),
            until=date(2025, 5, 1),
            people=12,  # type: ignore[arg-type]
        ),
        YouthParticipation(
            id="p",
            day=date(2025, 5, 2),
            method=next(iter(AnalysisMethod)),
            people=9,  # type: ignore[arg-type]
        ),
        activity("x", date(2025, 1, 1), area=WorkArea.COUNSELLING, people=3),
        activity("y", date(2025, 2, 1), area=WorkArea.COUNSELLING, people=4),
        activity("z", date(2025, 2, 1), area=WorkArea.COUNSELLING),
        activity("o", date(2024, 2, 1), area=WorkArea.COUNSELLING, people=5),
    )
    assert {name: table.counts for name, table in tables.items()} == {
        "measures": (12,),
        "participations": (9,),
        "activities": (7,),
    }
    assert tables["participations"].dimensions[0].categories[0].label.de.endswith(" am 02.05.2025")
    assert tables["participations"].dimensions[0].categories[0].label.en.endswith(" on 2 May 2025")


def test_cases_stand_by_age_band_and_category_for_the_years_in_which_they_ran() -> None:
    cases = [
        CasePlan(
            id=f"c{n}",  # type: ignore[arg-type]
            age_band=band,
            category=CaseCategory.CASE_MANAGEMENT,
            began="2024-Q4",
            ended=ended,
        )
        for n, (band, ended) in enumerate(
            [(AgeBand.FROM_12, None), (None, "2025-Q1"), (AgeBand.FROM_24, "2024-Q4")]
        )
    ]
    table = of(*cases)["cases"]
    assert sum(table.counts) == 2
    assert table.count_at(("12-14", "case-management")) == 1
    assert table.count_at(("unknown", "case-management")) == 1
    assert sum(of(*cases, year=2024)["cases"].counts) == 3
    coarser = of(*cases, year=2024)["cases"].dimensions[0].coarsened()
    assert coarser is not None
    assert [category.code for category in coarser.categories] == ["12-17", "18-26", "unknown"]


@pytest.fixture(scope="module")
def example() -> Workspace:
    return load_example().workspace


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize("mode", ["suppress", "round5"])
def test_the_counts_of_the_example_service_are_protected(example: Workspace, year: int, mode: Any) -> None:
    told = protected_counts(example, year=year, mode=mode)
    counts = person_counts(example, year=year)
    assert {one.name for one in (*told.shown, *told.not_shown)} == {table.name for table in counts.tables}
    whole = told.get("counselled-by-age")
    assert whole is not None
    assert whole.cell("total") in {318, 356, 389, 320, 355, 390}
    for shown in told.shown:
        same = [
            table
            for table in counts.tables
            if table.name == shown.name and table.dimensions == shown.dimensions
        ]
        assert audit([shown], counts=same).safe


def test_an_edition_after_the_first_one_changes_nothing(example: Workspace) -> None:
    first = protected_counts(example, year=2025, edition="provider")
    second = protected_counts(example, year=2025, edition="public", published=first.shown)
    assert [table.cells for table in second.shown] == [table.cells for table in first.shown]
    assert {table.edition for table in second.shown} == {"public"}


def test_a_view_for_the_report_has_no_counts_of_persons(example: Workspace) -> None:
    assert person_counts(redact(example, Audience.REPORT), year=2025).tables == ()


def test_it_must_be_a_year(example: Workspace) -> None:
    with pytest.raises(ModelError):
        person_counts(example, year="2025")  # type: ignore[arg-type]
