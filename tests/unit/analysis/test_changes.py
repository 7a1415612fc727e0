from __future__ import annotations

from datetime import date

import pytest

from jmdmodel.analysis.comparison.changes import Change, Course, PartnerChange, Shift, shift_between
from jmdmodel.analysis.ratings import Place, RatedContact
from jmdmodel.messages import LANGUAGES
from jmdmodel.scales import Importance, Intensity
from jmdmodel.testing.builders import contact, partner, rating
from jmdmodel.vocabulary import ContactState

STEPS = (None, *Intensity)
A, N, D, R, U = (
    ContactState.ACTIVE,
    ContactState.NONE_YET,
    ContactState.DORMANT,
    ContactState.REFUSED,
    ContactState.UNKNOWN,
)


def rated(identifier="a", intensity=None, importance=None, state=A):
    found = rating(date(2024, 1, 1), intensity, importance)
    return RatedContact(
        contact=contact(identifier),
        partner=partner(identifier),
        rating=found,
        place=Place.RING if intensity else Place.NOT_RATED,
        state=state,
    )


def change(before, after):
    return PartnerChange(before=tuple(before), after=tuple(after))


def steps(numbers):
    return [STEPS[number] for number in numbers]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ([3], [4], Shift.UP),
        ([3], [5], Shift.UP),
        ([4], [3], Shift.DOWN),
        ([3], [3], Shift.SAME),
        ([0], [1], Shift.NEWLY_RATED),
        ([1], [0], Shift.NO_LONGER_RATED),
        ([0], [0], Shift.NOT_RATED),
        ([2, 4], [5], Shift.UP),
        ([2, 4], [1], Shift.DOWN),
        ([2, 4], [3], Shift.UNCLEAR),
        ([2, 4], [4], Shift.UNCLEAR),
        ([2, 4], [2], Shift.UNCLEAR),
        ([3, 3], [3], Shift.SAME),
        ([3], [3, 4], Shift.UNCLEAR),
        ([0, 4], [5], Shift.UNCLEAR),
        ([0, 0], [5], Shift.NEWLY_RATED),
        ([0, 4], [0], Shift.NO_LONGER_RATED),
        ([0], [0, 4], Shift.NEWLY_RATED),
        ([], [4], None),
        ([4], [], None),
        ([], [], None),
    ],
)
def test_a_rating_moved_only_as_far_as_it_holds_for_each_pair(before, after, wanted):
    assert shift_between(steps(before), steps(after)) is wanted


def test_a_partner_on_one_map_only_has_no_shift():
    joined = change([], [rated(intensity=4, importance=4)])
    assert (joined.course, joined.intensity, joined.importance, joined.state) == (Course.JOINED,) + (
        None,
    ) * 3
    assert joined.kinds == (Change.JOINED,)


@pytest.mark.parametrize(
    ("before", "after", "course"),
    [
        ("a", "a", Course.STAYED),
        ("", "a", Course.JOINED),
        ("a", "", Course.LEFT),
        ("a", "b", Course.RENAMED),
        ("ab", "c", Course.MERGED),
        ("ab", "a", Course.MERGED),
        ("a", "bc", Course.SPLIT),
        ("a", "ab", Course.SPLIT),
        ("ab", "cd", Course.REGROUPED),
    ],
)
def test_the_course_follows_from_who_is_on_which_map(before, after, course):
    assert change(map(rated, before), map(rated, after)).course is course


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (A, A, None),
        (N, A, Change.CONTACT_MADE),
        (R, A, Change.CONTACT_MADE),
        (D, A, Change.CONTACT_RESUMED),
        (U, A, Change.STATE_CHANGED),
        (A, D, Change.CONTACT_DORMANT),
        (N, D, Change.CONTACT_DORMANT),
        (A, R, Change.CONTACT_REFUSED),
        (A, N, Change.STATE_CHANGED),
        (A, U, Change.STATE_CHANGED),
        (U, U, None),
    ],
)
def test_a_change_of_state_is_named_by_where_it_leads(old, new, wanted):
    assert change([rated(state=old)], [rated(state=new)]).state is wanted


def test_of_two_that_became_one_the_state_changed_only_if_it_did_for_both():
    assert change([rated("a", state=N), rated("b", state=N)], [rated("c")]).state is Change.CONTACT_MADE
    assert change([rated("a", state=N), rated("b", state=A)], [rated("c")]).state is None


def test_a_change_names_all_its_kinds_in_the_order_of_the_list():
    found = change([rated("a", 2, 4, state=D)], [rated("b", 3, 3)])
    assert found.kinds == (
        Change.RENAMED,
        Change.CONTACT_RESUMED,
        Change.CLOSER,
        Change.LESS_IMPORTANT,
    )
    assert sorted(found.kinds, key=lambda kind: kind.step) == list(found.kinds)


def test_a_value_given_anew_is_confirmed_and_none_given_is_not():
    assert change([rated(intensity=3)], [rated(intensity=3)]).is_confirmed
    assert change([rated(importance=3)], [rated(importance=3)]).is_confirmed
    assert not change([rated()], [rated()]).is_confirmed
    assert not change([rated(intensity=3)], [rated(intensity=3, importance=1)]).is_confirmed


def test_a_change_is_about_the_partner_of_the_second_map_and_about_all_it_came_from():
    found = change([rated("b"), rated("a")], [rated("c")])
    assert (found.partner.id, found.ids) == ("c", ("a", "b", "c"))
    assert change([rated("a")], []).partner.id == "a"


def test_every_course_but_staying_is_a_kind_of_change_with_the_same_code():
    codes = {kind.code for kind in Change}
    assert {course.code for course in Course} - codes == {"stayed"}


def test_no_word_calls_a_partner_unimportant():
    told = " ".join(kind.label.in_(language).lower() for kind in Change for language in LANGUAGES)
    assert not any(word in told for word in ("unwichtig", "unimportant", "marginal", "nebensächlich"))


def test_the_ratings_of_a_side_stand_in_its_order():
    side = [rated("a", 2, 1), rated("b", None, 5)]
    assert PartnerChange.intensities(side) == (Intensity.SEVERAL, None)
    assert PartnerChange.importances(side) == (Importance.LOW, Importance.INDISPENSABLE)
