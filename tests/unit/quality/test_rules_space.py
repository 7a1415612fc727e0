"""Boundaries of the rules on the social space."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from jmdmodel.entities.need import Place
from jmdmodel.entities.relation import ContactStanding, Tie
from jmdmodel.entities.space import AdministrativeUnit, SocialSpace
from jmdmodel.period import Period
from jmdmodel.vocabulary import ContactState, PlaceKind, TransitionRole, UnitLevel
from tests.unit.quality._build import ON, SERVICE, ask, contact, partner, value, workspace


def unit(identifier: str, level: UnitLevel, **others: object) -> AdministrativeUnit:
    return AdministrativeUnit(id=identifier, name=identifier.title(), level=level, **others)  # type: ignore[arg-type]


LAND = unit("land", UnitLevel.LAND, ars="07", ags="07")
DISTRICT = unit("kreis", UnitLevel.DISTRICT, ars="07137", ags="07137", parent="land")
UNION = unit("verband", UnitLevel.UNION, ars="071375001", parent="kreis")
TOWN = unit("stadt", UnitLevel.MUNICIPALITY, ars="071375001068", ags="07137068", parent="verband")


def test_a_workspace_without_a_social_space_has_no_boundary() -> None:
    assert [str(one.path) for one in ask("S101", workspace())] == ["space.units"]


def test_one_unit_or_one_sentence_is_boundary_enough() -> None:
    one_unit = SocialSpace(name="Raum", units=("land",))
    in_words = SocialSpace(name="Raum", boundary="Bis zum Fluss.")
    assert ask("S101", workspace(LAND, space=one_unit)) == []
    assert ask("S101", workspace(space=in_words)) == []


def test_an_outline_is_a_boundary() -> None:
    square = '{"type": "Polygon", "coordinates": [[[7.1, 49.9], [7.3, 49.9], [7.3, 50.1], [7.1, 49.9]]]}'
    assert ask("S101", workspace(space=SocialSpace(name="Raum", outline=square))) == []


def test_a_boundary_of_blanks_is_none() -> None:
    assert len(ask("S101", workspace(space=SocialSpace(name="Raum", boundary="  ")))) == 1


def test_a_sound_hierarchy_is_silent() -> None:
    assert ask("S102", workspace(LAND, DISTRICT, UNION, TOWN)) == []


def test_levels_may_be_left_out() -> None:
    assert ask("S102", workspace(LAND, attrs.evolve(TOWN, parent="land"))) == []


def test_an_ags_is_never_compared_with_an_ars() -> None:
    # The municipality key leaves out the union's digits and does not begin with its regional key.
    assert ask("S102", workspace(LAND, DISTRICT, UNION, attrs.evolve(TOWN, ars=None))) == []


@pytest.mark.parametrize("field", ["ars", "ags"])
def test_a_key_of_another_district_is_found(field: str) -> None:
    other = attrs.evolve(DISTRICT, **{field: "07131"})
    town = attrs.evolve(TOWN, parent="kreis")
    found = ask("S102", workspace(LAND, other, town))
    assert [one.path for one in found] == [f"units/stadt.{field}"]


def test_keys_filled_up_with_zeros_compare_by_what_they_say() -> None:
    padded = attrs.evolve(DISTRICT, ars="071370000000", ags="07137000")
    assert ask("S102", workspace(LAND, padded, attrs.evolve(TOWN, parent="kreis"))) == []


def test_free_keys_of_a_town_are_not_compared() -> None:
    quarter = unit("viertel", UnitLevel.QUARTER, local_key="99", parent="stadt")
    assert ask("S102", workspace(LAND, DISTRICT, UNION, TOWN, quarter)) == []


def test_a_town_does_not_lie_in_another_town() -> None:
    inner = unit("dorf", UnitLevel.MUNICIPALITY, parent="stadt")
    assert [one.path for one in ask("S102", workspace(TOWN, inner))] == ["units/dorf.parent"]


def test_a_quarter_may_lie_in_a_larger_quarter() -> None:
    upper = unit("bezirk", UnitLevel.QUARTER)
    assert ask("S102", workspace(upper, unit("viertel", UnitLevel.QUARTER, parent="bezirk"))) == []


def test_a_district_does_not_lie_in_a_town() -> None:
    found = ask("S102", workspace(TOWN, unit("kreis-zwei", UnitLevel.DISTRICT, parent="stadt")))
    assert "Kreis-Zwei" in value(found[0], "fault").de


def test_each_unit_of_a_circle_is_found_and_nothing_hangs() -> None:
    first = unit("eins", UnitLevel.QUARTER, parent="zwei")
    second = unit("zwei", UnitLevel.QUARTER, parent="eins")
    below = unit("drei", UnitLevel.QUARTER, parent="zwei")
    found = ask("S102", workspace(first, second, below))
    assert [str(one.subject) for one in found] == ["units/eins", "units/zwei"]


def test_only_an_active_contact_reaches_an_actor() -> None:
    school = partner("schule", transition_role=TransitionRole.SCHOOL)
    for state in ContactState:
        found = ask(
            "S112",
            workspace(school, contact("schule", states=(ContactStanding(state=state),))),
            expected=["school"],
        )
        assert bool(found) is (state is not ContactState.ACTIVE)


def test_a_contact_that_ends_today_still_reaches() -> None:
    school = partner("schule", transition_role=TransitionRole.SCHOOL)
    ends = workspace(school, contact("schule", period=Period(until=ON)))
    assert ask("S112", ends, expected=["school"]) == []
    assert len(ask("S112", ends, on=date(2026, 3, 2), expected=["school"])) == 1


def test_roles_that_are_not_expected_are_not_missed() -> None:
    known = workspace(partner("a"))
    assert ask("S112", known, expected=[]) == []
    found = ask("S112", known, expected=["recognition", "school"])
    assert [say.en for say in value(found[0], "roles")] == [
        TransitionRole.SCHOOL.label.en,
        TransitionRole.RECOGNITION.label.en,
    ]


def test_without_any_partner_no_contact_at_the_transition_is_missed() -> None:
    assert ask("S112", workspace()) == []
    assert ask("S112", workspace(partner("a", period=Period(until=date(2026, 2, 28))))) == []
    assert len(ask("S112", workspace(partner("a", period=Period(until=ON))))) == 1


@pytest.mark.parametrize(("founded", "found"), [(2025, 1), (2026, 0), (None, 1)])
def test_a_service_of_this_year_still_looks_for_its_contacts(founded: int | None, found: int) -> None:
    asked = workspace(partner("a"), service=attrs.evolve(SERVICE, founded=founded))
    assert len(ask("S112", asked)) == found


def test_one_partner_alone_cannot_be_brought_together() -> None:
    assert ask("S113", workspace()) == []
    assert ask("S113", workspace(partner("a"))) == []
    assert len(ask("S113", workspace(partner("a"), partner("b")))) == 1


@pytest.mark.parametrize(
    ("brokered", "found"),
    [
        (date(2024, 12, 31), 1),
        (date(2025, 1, 1), 0),
        (date(2025, 12, 31), 0),
        (date(2026, 1, 1), 1),
        (None, 1),
    ],
)
def test_a_tie_counts_in_the_year_in_which_it_was_brought_about(brokered: date | None, found: int) -> None:
    tie = Tie(id="a-b", between=("a", "b"), brokered_on=brokered)
    assert len(ask("S113", workspace(partner("a"), partner("b"), tie))) == found


def test_nothing_is_asked_of_years_before_the_service_existed() -> None:
    two = (partner("a"), partner("b"))
    for founded, found in ((2024, 1), (2025, 0), (2026, 0)):
        service = attrs.evolve(SERVICE, founded=founded)
        assert len(ask("S113", workspace(*two, service=service))) == found


def test_a_partner_that_ended_yesterday_is_no_institution_any_more() -> None:
    assert ask("S120", workspace(partner("a", period=Period(until=ON)))) == []
    assert len(ask("S120", workspace(partner("a", period=Period(until=date(2026, 2, 28)))))) == 1


@pytest.mark.parametrize(("until", "found"), [(None, 0), (ON, 0), (date(2026, 2, 28), 1)])
def test_a_place_of_the_day_fills_the_space_too(until: date | None, found: int) -> None:
    yard = Place(id="hof", name="Hof", kind=PlaceKind.MEETING_PLACE, period=Period(until=until))
    assert len(ask("S120", workspace(yard))) == found
