from __future__ import annotations

import pickle
from datetime import date

import pytest

from jmdmodel.analysis.ratings import Place, map_summary, rated_contacts, ties_of
from jmdmodel.entities.partner import Partner
from jmdmodel.entities.relation import Contact, ContactRating, ContactStanding, NetworkMap, Tie
from jmdmodel.entities.service import Service
from jmdmodel.errors import NoMapForYear
from jmdmodel.period import Period
from jmdmodel.scales import Importance, Intensity
from jmdmodel.vocabulary import ContactState, MapGroup, PartnerKind
from jmdmodel.workspace import Workspace

LEAP_DAY = date(2024, 2, 29)


def map_2024(as_of=date(2024, 12, 31)):
    return NetworkMap(id="2024", as_of=as_of)


def workspace(*things, as_of=date(2024, 12, 31)):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V."))
    return empty.with_entities(map_2024(as_of), *things)


def partner(identifier="schule", **more):
    return Partner(id=identifier, name=identifier.title(), kind=more.pop("kind", PartnerKind.SCHOOL), **more)


def rating(on=LEAP_DAY, intensity=None, importance=None):
    return ContactRating(day=on, intensity=intensity, importance=importance)


def contact(*ratings, identifier="schule", of="schule", **more):
    return Contact(id=identifier, partner=of, ratings=ratings, **more)


def only(found):
    (one,) = found
    return one


def test_a_workspace_without_partners_has_an_empty_map():
    assert rated_contacts(workspace(), 2024) == ()


def test_a_year_without_a_map_is_refused_and_names_the_years_there_are():
    with pytest.raises(NoMapForYear) as caught:
        rated_contacts(workspace(), 2023)
    assert caught.value.years == (2024,)


def test_of_several_ratings_of_the_year_the_latest_counts():
    early, late = rating(LEAP_DAY, Intensity.WEEKLY), rating(date(2024, 3, 1), Intensity.YEARLY)
    assert only(rated_contacts(workspace(partner(), contact(late, early)), 2024)).rating == late


@pytest.mark.parametrize("day", [date(2024, 1, 1), LEAP_DAY, date(2024, 12, 31)])
def test_a_rating_on_the_first_and_on_the_last_day_of_the_year_belongs_to_it(day):
    found = only(rated_contacts(workspace(partner(), contact(rating(day, Intensity.WEEKLY))), 2024))
    assert (found.place, found.intensity) == (Place.RING, Intensity.WEEKLY)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_a_rating_of_another_year_leaves_the_partner_not_rated(day):
    after = date(2025, 6, 1)
    space = workspace(partner(), contact(rating(day, Intensity.WEEKLY)), as_of=after)
    found = only(rated_contacts(space, 2024))
    assert (found.place, found.rating) == (Place.NOT_RATED, None)


def test_a_rating_on_the_as_of_date_counts_and_one_on_the_next_day_does_not():
    on_time, late = rating(LEAP_DAY, Intensity.SEVERAL), rating(date(2024, 3, 1), Intensity.WEEKLY)
    space = workspace(partner(), contact(on_time, late), as_of=LEAP_DAY)
    assert only(rated_contacts(space, 2024)).rating == on_time


def test_a_map_dated_in_the_next_year_shows_the_last_day_of_its_own():
    ended = Period(until=date(2024, 12, 31))
    space = workspace(partner(), contact(period=ended), as_of=date(2025, 3, 1))
    assert len(rated_contacts(space, 2024)) == 1


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(until=LEAP_DAY), 1),
        (Period(until=date(2024, 2, 28)), 0),
        (Period(since=LEAP_DAY), 1),
        (Period(since=date(2024, 3, 1)), 0),
        (Period(since=LEAP_DAY, until=LEAP_DAY), 1),
    ],
)
def test_contact_and_partner_must_exist_on_the_map_day_itself(period, shown):
    by_contact = workspace(partner(), contact(period=period), as_of=LEAP_DAY)
    by_partner = workspace(partner(period=period), contact(), as_of=LEAP_DAY)
    assert len(rated_contacts(by_contact, 2024)) == len(rated_contacts(by_partner, 2024)) == shown


def test_a_partner_without_a_contact_is_not_on_the_map():
    assert rated_contacts(workspace(partner()), 2024) == ()


def test_a_contact_whose_partner_is_unknown_is_not_on_the_map():
    assert rated_contacts(workspace(contact(of="nobody")), 2024) == ()


def test_importance_alone_leaves_the_intensity_open():
    found = only(rated_contacts(workspace(partner(), contact(rating(importance=Importance.LOW))), 2024))
    assert (found.place, found.importance, found.is_rated) == (Place.INTENSITY_OPEN, Importance.LOW, True)


def test_a_rating_that_says_neither_is_no_rating():
    found = only(rated_contacts(workspace(partner(), contact(rating())), 2024))
    assert (found.place, found.is_rated) == (Place.NOT_RATED, False)


@pytest.mark.parametrize(
    ("state", "place"),
    [
        (ContactState.ACTIVE, Place.NOT_RATED),
        (ContactState.DORMANT, Place.DORMANT),
        (ContactState.REFUSED, Place.REFUSED),
        (ContactState.NONE_YET, Place.NONE_YET),
        (ContactState.UNKNOWN, Place.UNKNOWN),
    ],
)
def test_without_a_rating_the_state_decides_the_place(state, place):
    found = only(rated_contacts(workspace(partner(), contact(states=(ContactStanding(state=state),))), 2024))
    assert (found.place, found.state) == (place, state)


@pytest.mark.parametrize("state", ContactState)
def test_a_later_change_of_state_does_not_move_a_partner_off_the_ring_of_an_old_map(state):
    found = only(
        rated_contacts(
            workspace(
                partner(), contact(rating(intensity=Intensity.YEARLY), states=(ContactStanding(state=state),))
            ),
            2024,
        )
    )
    assert found.place is Place.RING


@pytest.mark.parametrize(
    ("rated", "relevance", "place"),
    [
        (Importance.MOST_GOALS, None, Place.NONE_YET_IMPORTANT),
        (Importance.SOME_GOALS, None, Place.NONE_YET),
        (None, Importance.MOST_GOALS, Place.NONE_YET_IMPORTANT),
        (None, Importance.SOME_GOALS, Place.NONE_YET),
        (Importance.LOW, Importance.INDISPENSABLE, Place.NONE_YET),
    ],
)
def test_no_contact_yet_is_important_by_the_years_rating_or_else_by_relevance(rated, relevance, place):
    found = contact(rating(importance=rated), states=(ContactStanding(state=ContactState.NONE_YET),))
    space = workspace(partner(relevance=relevance), found)
    assert only(rated_contacts(space, 2024)).place is place


def test_of_several_contacts_the_one_on_a_ring_is_shown_and_the_others_are_kept():
    ringed = contact(rating(intensity=Intensity.YEARLY), identifier="zweiter")
    unrated, refused = (
        contact(identifier="erster"),
        contact(identifier="alt", states=(ContactStanding(state=ContactState.REFUSED),)),
    )
    found = only(rated_contacts(workspace(partner(), unrated, ringed, refused), 2024))
    assert (found.contact, found.further) == (ringed, (refused, unrated))


def test_of_two_contacts_on_a_ring_the_one_rated_last_is_shown():
    early = contact(rating(LEAP_DAY, Intensity.WEEKLY), identifier="a")
    late = contact(rating(date(2024, 3, 1), Intensity.YEARLY), identifier="b")
    assert only(rated_contacts(workspace(partner(), early, late), 2024)).contact == late


def test_of_two_contacts_rated_on_the_same_day_the_first_identifier_is_shown():
    first = contact(rating(intensity=Intensity.YEARLY), identifier="a")
    second = contact(rating(intensity=Intensity.WEEKLY), identifier="b")
    assert only(rated_contacts(workspace(partner(), second, first), 2024)).contact == first


def test_partners_stand_in_the_order_of_their_own_identifiers():
    space = workspace(
        partner("b"), partner("a"), contact(identifier="1", of="b"), contact(identifier="2", of="a")
    )
    assert [found.partner.id for found in rated_contacts(space, 2024)] == ["a", "b"]


def test_a_rated_contact_pickles():
    found = rated_contacts(workspace(partner(), contact(rating(intensity=Intensity.WEEKLY))), 2024)
    assert pickle.loads(pickle.dumps(found)) == found


def tie(identifier="t", between=("a", "b"), **more):
    return Tie(id=identifier, between=between, **more)


def tied(*ties, as_of=date(2024, 12, 31), **more):
    return workspace(partner("a"), partner("b", **more), *ties, as_of=as_of)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (LEAP_DAY, True),
        (date(2024, 3, 1), False),
        (None, False),
    ],
)
def test_a_tie_is_brokered_in_a_year_from_its_first_day_to_the_map_day(day, counts):
    space = tied(tie(brokered_on=day), as_of=LEAP_DAY)
    assert bool(ties_of(space, 2024)) is counts
    assert len(ties_of(space, 2024, "all")) == 1
    assert ties_of(space, 2024, "none") == ()


def test_a_tie_that_ended_before_the_map_day_is_not_shown():
    space = tied(tie(brokered_on=LEAP_DAY, period=Period(until=date(2024, 12, 30))))
    assert ties_of(space, 2024, "all") == ()


def test_a_tie_to_a_partner_that_ended_is_not_shown():
    assert ties_of(tied(tie(), period=Period(until=date(2024, 12, 30))), 2024, "all") == ()


def test_even_no_ties_of_a_year_without_a_map_are_refused():
    with pytest.raises(NoMapForYear):
        ties_of(workspace(), 2020, "none")


def test_the_summary_counts_rings_importances_sectors_places_and_the_partners_not_shown():
    space = workspace(
        partner("a"),
        partner("b", kind=PartnerKind.BUSINESS),
        partner("c"),
        partner("d", period=Period(until=date(2024, 12, 30))),
        contact(rating(intensity=Intensity.WEEKLY, importance=Importance.LOW), identifier="1", of="a"),
        contact(rating(importance=Importance.INDISPENSABLE), identifier="2", of="b"),
    )
    found = map_summary(space, 2024)
    assert (found.on_rings, found.shown, found.partners, found.day) == (1, 2, 3, date(2024, 12, 31))
    assert [number for _, number in found.rings] == [0, 0, 0, 0, 1]
    assert dict(found.importances)[Importance.LOW] == 1
    assert dict(found.importances)[Importance.INDISPENSABLE] == 0
    assert dict(found.groups)[MapGroup.EDUCATION] == dict(found.groups)[MapGroup.WORK] == 1
    assert dict(found.places)[Place.INTENSITY_OPEN] == 1
    assert sum(number for _, number in found.places) == found.shown


def test_the_summary_of_an_empty_map_is_all_zeros():
    found = map_summary(workspace(), 2024)
    assert (found.on_rings, found.shown, found.partners) == (0, 0, 0)
    assert len(found.groups) == len(MapGroup)
