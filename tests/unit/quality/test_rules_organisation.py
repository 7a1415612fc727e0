"""Boundaries of the rules on organisation, ratings, maps and working time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from jmdmodel.entities.network import Network, NetworkAssessment, Participation
from jmdmodel.entities.relation import ContactStanding, NetworkMap, Tie
from jmdmodel.entities.service import StaffRole
from jmdmodel.entities.work import Activity, DeclaredShare, WorkSplit, WorkTime
from jmdmodel.period import Period
from jmdmodel.vocabulary import (
    ContactState,
    Formalisation,
    ParticipationForm,
    PoliticalInfluence,
    SpatialExtent,
    Topic,
    WorkArea,
)
from jmdmodel.workspace import Workspace
from tests.unit.quality._build import ON, SERVICE, ask, contact, partner, rating, value, workspace

FULL: dict[str, Any] = {
    "formalisation": Formalisation.INFORMAL,
    "spatial_extent": SpatialExtent.QUARTER,
    "themes": (Topic.WORK,),
    "political_influence": PoliticalInfluence.HEARD,
}


def network(
    *assessments: NetworkAssessment, form: ParticipationForm | None = ParticipationForm.ACTIVE
) -> Network:
    stated = () if form is None else (Participation(year=2025, form=form),)
    return Network(id="netz", name="Netz", participation=stated, assessments=assessments)


def assessed(on: date, **attributes: Any) -> NetworkAssessment:
    return NetworkAssessment(day=on, **attributes)


def test_attributes_may_be_assessed_on_different_days() -> None:
    parts = [
        assessed(date(2025, 1, day + 1), **{name: given}) for day, (name, given) in enumerate(FULL.items())
    ]
    assert ask("Q501", workspace(network(*parts))) == []
    missing = ask("Q501", workspace(network(*parts[:-1])))
    assert [say.en for say in value(missing[0], "attributes")] == ["possible political influence"]


def test_an_assessment_of_tomorrow_does_not_count_and_one_of_today_does() -> None:
    assert ask("Q501", workspace(network(assessed(ON, **FULL)))) == []
    assert len(ask("Q501", workspace(network(assessed(date(2026, 3, 2), **FULL))))) == 1


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (ParticipationForm.LEAD, 1),
        (ParticipationForm.ACTIVE, 1),
        (ParticipationForm.OBSERVING, 0),
        (ParticipationForm.INFORMED, 0),
        (ParticipationForm.LEFT, 0),
        (None, 0),
    ],
)
def test_only_networks_the_service_works_in_have_to_be_analysed(
    form: ParticipationForm | None, found: int
) -> None:
    assert len(ask("Q501", workspace(network(form=form)))) == found


@pytest.mark.parametrize(
    ("last", "on", "found"),
    [
        (date(2024, 3, 1), date(2026, 3, 1), 0),
        (date(2024, 2, 29), date(2026, 3, 1), 1),
        (date(2024, 2, 29), date(2026, 2, 28), 0),
        (date(2023, 12, 31), date(2025, 12, 31), 0),
        (date(2023, 12, 31), date(2026, 1, 1), 1),
    ],
)
def test_an_assessment_is_outdated_only_after_the_day_it_is_due(last: date, on: date, found: int) -> None:
    assert len(ask("Q502", workspace(network(assessed(last, **FULL))), on=on)) == found


def test_only_the_old_attributes_are_named_with_the_oldest_day() -> None:
    old = assessed(date(2020, 5, 5), formalisation=Formalisation.INFORMAL)
    older = assessed(date(2019, 5, 5), spatial_extent=SpatialExtent.QUARTER)
    found = ask("Q502", workspace(network(old, older, assessed(date(2026, 1, 1), themes=(Topic.WORK,)))))
    assert [say.en for say in value(found[0], "attributes")] == ["degree of formalisation", "spatial extent"]
    assert value(found[0], "oldest") == date(2019, 5, 5)


def test_many_unrated_contacts_are_one_finding_with_a_count() -> None:
    names = [f"p{n}" for n in range(7)]
    asked = workspace(*map(partner, names), *map(contact, names))
    (found,) = ask("Q511", asked)
    assert (value(found, "n"), value(found, "of"), len(found.others)) == (7, 7, 6)
    assert value(found, "partners").de.endswith("und 3 weitere")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (rating(ON), 0),
        (rating(ON, intensity=None), 1),
        (rating(ON, importance=None), 1),
        (rating(date(2026, 3, 2)), 1),
        (rating(ON, None, None, not_rated_because="Ruht bis zum Neubau."), 0),
        (rating(ON, None, None, not_rated_because="  "), 1),
    ],
)
def test_a_contact_is_rated_by_both_scales_or_left_out_for_a_reason(given: Any, found: int) -> None:
    assert len(ask("Q511", workspace(partner("a"), contact("a", given)))) == found


@pytest.mark.parametrize("state", [state for state in ContactState if state is not ContactState.ACTIVE])
def test_a_contact_that_is_not_active_need_not_be_rated(state: ContactState) -> None:
    assert ask("Q511", workspace(partner("a"), contact("a", states=(ContactStanding(state=state),)))) == []


def test_a_contact_to_an_ended_partner_is_told_once() -> None:
    ended = workspace(partner("a", period=Period(until=date(2026, 2, 28))), contact("a"))
    assert ask("Q511", ended) == []
    assert len(ask("Q522", ended)) == 1


def test_a_partner_that_ends_today_has_not_ended() -> None:
    ends = workspace(partner("a", period=Period(until=ON)), contact("a"))
    assert ask("Q522", ends) == []
    assert len(ask("Q511", ends)) == 1


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2026, 1, 1), "2025"),
        (date(2026, 12, 31), "2025"),
        (date(2027, 1, 1), "2026"),
        (date(2024, 2, 29), "2023"),
    ],
)
def test_a_map_is_due_when_its_year_is_over(on: date, year: str) -> None:
    assert [value(one, "year") for one in ask("Q512", workspace(), on=on)] == [year]


def test_a_map_can_be_asked_for_in_the_last_quarter() -> None:
    for day, year in ((date(2026, 9, 30), "2025"), (date(2026, 10, 1), "2026")):
        found = ask("Q512", workspace(), on=day, current_year_from_month=10)
        assert [value(one, "year") for one in found] == [year]


def test_no_map_is_missing_from_before_the_service_existed() -> None:
    for founded, found in ((2024, 1), (2025, 0)):
        assert len(ask("Q512", workspace(service=attrs.evolve(SERVICE, founded=founded)))) == found


def shown(year: int, as_of: date | None = None, **others: Any) -> NetworkMap:
    return NetworkMap(id=str(year), as_of=as_of or date(year, 12, 31), **others)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 12, 31), 1),
        (date(2025, 1, 1), 0),
        (date(2025, 11, 30), 0),
        (date(2025, 12, 1), 1),
    ],
)
def test_a_map_needs_a_rating_of_its_year_until_its_day(day: date, found: int) -> None:
    asked = workspace(partner("a"), contact("a", rating(day)), shown(2025, date(2025, 11, 30)))
    assert len(ask("Q513", asked)) == found


def test_a_map_of_the_next_weeks_or_without_contacts_is_not_judged() -> None:
    assert ask("Q513", workspace(partner("a"), contact("a"), shown(2026))) == []
    assert ask("Q513", workspace(shown(2025))) == []


def rated(count: int, intensity: Any, importance: Any) -> Workspace:
    names = [f"p{n:02}" for n in range(count)]
    contacts = [contact(name, rating(ON, intensity(n), importance(n))) for n, name in enumerate(names)]
    return workspace(*map(partner, names), *contacts)


@pytest.mark.parametrize(("count", "found"), [(1, 0), (9, 0), (10, 1), (11, 1)])
def test_a_lack_of_spread_is_told_from_ten_contacts_on(count: int, found: int) -> None:
    assert len(ask("Q514", rated(count, lambda n: 3, lambda n: n % 5 + 1))) == found


def test_both_scales_are_named_and_one_differing_contact_is_spread() -> None:
    (found,) = ask("Q514", rated(10, lambda n: 3, lambda n: 3))
    assert len(value(found, "scales")) == 2
    assert ask("Q514", rated(10, lambda n: 3 if n else 4, lambda n: 3 if n else 4)) == []


@pytest.mark.parametrize(
    ("intensity", "importance", "found"),
    [(2, 4, 1), (1, 5, 1), (3, 4, 0), (2, 3, 0), (None, 5, 0), (1, None, 0)],
)
def test_important_and_weak_begin_at_their_steps(
    intensity: int | None, importance: int | None, found: int
) -> None:
    asked = workspace(partner("a"), contact("a", rating(ON, intensity, importance)))
    assert len(ask("Q515", asked)) == found


def test_the_latest_rating_decides_whether_a_contact_is_weak() -> None:
    better = contact("a", rating(date(2024, 1, 1), 1, 5), rating(date(2025, 1, 1), 5, 5))
    assert ask("Q515", workspace(partner("a"), better)) == []


def star(size: int, *more: Tie) -> list[Any]:
    names = [f"p{n}" for n in range(size)]
    ties = [Tie(id=f"t{n}", between=("p0", names[n])) for n in range(1, size)]
    return [*map(partner, names), *ties, *more, shown(2025, ties_surveyed_on=date(2025, 11, 1))]


def test_a_star_is_told_from_eight_partners_on() -> None:
    assert ask("Q516", workspace(*star(7))) == []
    (found,) = ask("Q516", workspace(*star(8)))
    assert value(found, "partner") == "P0"


def test_one_tie_past_the_centre_is_enough() -> None:
    assert ask("Q516", workspace(*star(8, Tie(id="t99", between=("p1", "p2"))))) == []


def test_ties_that_were_never_surveyed_prove_nothing() -> None:
    without = [thing for thing in star(8) if not isinstance(thing, NetworkMap)]
    assert ask("Q516", workspace(*without)) == []
    assert ask("Q516", workspace(*without, shown(2025))) == []


def split(**percents: str) -> WorkSplit:
    shares = tuple(DeclaredShare(area=WorkArea(a), percent=Fraction(p)) for a, p in percents.items())
    return WorkSplit(id="2025", shares=shares)


@pytest.mark.parametrize(
    ("percents", "total"),
    [
        ({"counselling": "60", "network": "40"}, None),
        ({"counselling": "60.05", "network": "39.95"}, None),
        ({"counselling": "33.3", "network": "33.3", "opening": "33.3"}, "99.9%"),
        ({"counselling": "60.0001", "network": "40"}, "100.0001%"),
        ({"counselling": "101"}, "101%"),
        ({}, "0%"),
    ],
)
def test_shares_add_up_exactly_or_are_told_exactly(percents: dict[str, str], total: str | None) -> None:
    found = [value(one, "total").en for one in ask("Q518", workspace(split(**percents)))]
    assert found == ([] if total is None else [total])


def done(number: int, day: date, minutes: int = 60, **others: Any) -> Activity:
    others.setdefault("area", WorkArea.NETWORK)
    return Activity(id=f"a{number}", day=day, minutes=minutes, **others)


def test_a_year_without_any_record_has_no_gaps() -> None:
    assert ask("Q519", workspace()) == []


def test_only_months_that_are_over_can_be_missing() -> None:
    asked = workspace(done(1, date(2026, 1, 5)))
    (found,) = ask("Q519", asked, on=date(2026, 4, 30), current_year_from_month=1)
    assert [say.en for say in value(found, "months")] == ["February", "March"]
    assert ask("Q519", asked, on=date(2026, 2, 28), current_year_from_month=1) == []


def test_monthly_sums_fill_a_month_too() -> None:
    sums = tuple(
        WorkTime(year=2025, month=month, area=WorkArea.NETWORK, activities=1, minutes=5)
        for month in range(1, 13)
    )
    assert ask("Q519", workspace(work_time=sums)) == []
    assert len(ask("Q519", workspace(work_time=sums[1:]))) == 1


@pytest.mark.parametrize(("minutes", "found"), [(120, 0), (121, 1)])
def test_ten_hours_are_a_day_and_a_minute_more_is_not(minutes: int, found: int) -> None:
    staff = StaffRole(id="beratung", function="Beratung")
    day = date(2025, 5, 5)
    asked = workspace(staff, done(1, day, 480, staff="beratung"), done(2, day, minutes, staff="beratung"))
    assert len(ask("Q520", asked)) == found


def test_work_of_nobody_in_particular_makes_no_long_day() -> None:
    assert ask("Q520", workspace(done(1, date(2025, 5, 5), 480), done(2, date(2025, 5, 5), 480))) == []


def test_a_long_day_tells_neither_day_nor_role() -> None:
    staff = StaffRole(id="beratung", function="Beratung")
    (found,) = ask("Q520", workspace(staff, done(1, date(2025, 5, 5), 700, staff="beratung")))
    assert {name for name, _ in found.values} == {"n", "minutes"}


def with_time(months: int, **minutes: int) -> Workspace:
    sums = tuple(
        WorkTime(year=2025, month=month, area=WorkArea(area), activities=1, minutes=given)
        for month in range(1, months + 1)
        for area, given in minutes.items()
    )
    return workspace(split(counselling="60", network="40"), work_time=sums)


@pytest.mark.parametrize(("network_minutes", "found"), [(30, 0), (29, 1), (50, 0), (51, 1)])
def test_ten_points_between_declaration_and_records_are_allowed(network_minutes: int, found: int) -> None:
    asked = with_time(12, counselling=100 - network_minutes, network=network_minutes)
    assert len(ask("Q521", asked)) == found


def test_half_a_year_of_records_is_needed() -> None:
    assert ask("Q521", with_time(5, counselling=90, network=10)) == []
    assert len(ask("Q521", with_time(6, counselling=90, network=10))) == 1


def test_records_of_one_area_only_prove_nothing() -> None:
    assert ask("Q521", with_time(12, network=10)) == []


def jumping(count: int, second: str | None, intensity: int = 5) -> Workspace:
    names = [f"p{n}" for n in range(count)]
    contacts = [
        contact(
            name,
            rating(date(2024, 6, 1), 3, 3, assessor="alt"),
            rating(date(2025, 6, 1), intensity, 3, assessor=second),
        )
        for name in names
    ]
    return workspace(*map(partner, names), *contacts, shown(2024), shown(2025))


@pytest.mark.parametrize(
    ("count", "second", "intensity", "found"),
    [
        (3, "neu", 5, 1),
        (2, "neu", 5, 0),
        (3, "alt", 5, 0),
        (3, None, 5, 0),
        (3, "neu", 4, 0),
        (3, "neu", 1, 1),
    ],
)
def test_jumps_are_told_where_the_assessor_changed(
    count: int, second: str | None, intensity: int, found: int
) -> None:
    assert len(ask("Q526", jumping(count, second, intensity))) == found


def test_the_assessor_of_the_map_stands_in_for_that_of_the_rating() -> None:
    asked = jumping(3, None)
    with_assessor = asked.with_entities(shown(2025, assessor="neu"))
    assert len(ask("Q526", with_assessor)) == 1


def test_one_map_alone_has_nothing_to_jump_from() -> None:
    asked = jumping(3, "neu")
    assert ask("Q526", asked, on=date(2025, 6, 1)) == []
