"""What holds for every workspace, period, text and identifier of the model."""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.entities.relation import Contact, NetworkMap, Tie
from jmdmodel.errors import ModelError
from jmdmodel.fields import broken_by
from jmdmodel.ids import Ref, is_identifier, slug
from jmdmodel.messages import LANGUAGES, Language, Message, Say, in_decimal, in_number, in_words
from jmdmodel.period import Period, add_months, year_period
from jmdmodel.testing.strategies import (
    days,
    entity,
    identifiers,
    naughty_text,
    periods,
    workspaces,
    years,
)
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Workspace

WHOLE = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault


def parts(thing: Any) -> list[Any]:
    """Give a thing with all things inside of it."""
    found = [thing]
    for plan in plan_of(type(thing)):
        held = getattr(thing, plan.name)
        if held is not None and is_record(plan.type) and plan.type is not Period:
            found += [part for one in ([held] if plan.shape == "one" else held) for part in parts(one)]
    return found


@WHOLE
@given(workspaces())
def test_generated_workspaces_are_sound(workspace: Workspace) -> None:
    for thing in parts(workspace):
        assert list(broken_by(thing)) == []
        assert is_identifier(getattr(thing, "id", "none-of-its-own"))


@WHOLE
@given(workspaces())
def test_workspaces_survive_a_process_border_equal_and_with_the_same_hash(workspace: Workspace) -> None:
    again = pickle.loads(pickle.dumps(workspace))
    assert again == workspace
    assert hash(again) == hash(workspace)


@WHOLE
@given(workspaces(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_come_makes_no_difference(workspace: Workspace, chance: Any) -> None:
    things = [thing for name in COLLECTIONS for thing in getattr(workspace, name)]
    chance.shuffle(things)
    emptied: dict[str, Any] = {name: Collection() for name in COLLECTIONS}
    kept = {plan.name: getattr(workspace, plan.name) for plan in plan_of(Workspace)} | emptied
    assert Workspace(**kept).with_entities(*things) == workspace


@WHOLE
@given(workspaces())
def test_taking_a_thing_away_and_putting_it_back_changes_nothing(workspace: Workspace) -> None:
    for name in COLLECTIONS:
        for thing in getattr(workspace, name):
            assert workspace.without(Ref(name, thing.id)).with_entities(thing) == workspace


@pytest.mark.parametrize("cls", ENTITY_OF.values(), ids=lambda cls: cls.__name__)
def test_every_entity_type_can_be_generated_with_every_field_filled(cls: type) -> None:
    filled: set[str] = set()

    @settings(max_examples=250)
    @given(entity(cls))
    def look(thing: Any) -> None:
        filled.update(plan.name for plan in plan_of(cls) if getattr(thing, plan.name) != plan.default)

    look()
    assert filled == {plan.name for plan in plan_of(cls)}


def test_generated_workspaces_have_things_in_every_collection_and_field_of_their_own() -> None:
    filled: set[str] = set()

    @settings(max_examples=200)
    @given(workspaces())
    def look(workspace: Workspace) -> None:
        filled.update(
            plan.name for plan in plan_of(Workspace) if getattr(workspace, plan.name) != plan.default
        )

    look()
    assert filled == {plan.name for plan in plan_of(Workspace)}


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_that_is_asked_for_has_something_in_it(name: str) -> None:
    needed = set(COLLECTIONS)

    @settings(max_examples=10)
    @given(workspaces(size=2, collections=[name]))
    def look(workspace: Workspace) -> None:
        assert 1 <= len(getattr(workspace, name)) <= 2
        needed.intersection_update(other for other in COLLECTIONS if getattr(workspace, other))

    look()
    assert needed >= {name}
    assert needed <= {name, "partners", "offers", "networks", "committees"}


def test_a_collection_that_there_is_not_and_a_size_of_nothing_are_refused() -> None:
    for strategy in (workspaces(collections=["partner"]), workspaces(size=0)):
        with pytest.raises(ModelError):
            given(strategy)(lambda workspace: None)()


@given(entity(Contact, identifier="c"))
def test_the_rating_of_a_time_is_the_latest_in_it(contact: Contact) -> None:
    days_of = sorted(rating.day for rating in contact.ratings)
    if not days_of:
        assert contact.rating_between(date.min, date.max) is None
        return
    latest = contact.rating_between(date.min, date.max)
    assert latest is not None
    assert latest.day == days_of[-1]
    assert contact.rating_between(days_of[0], days_of[0]) is not None
    if days_of[0] > date.min:
        assert contact.rating_between(date.min, days_of[0] - timedelta(days=1)) is None


@given(entity(Tie), entity(NetworkMap))
def test_ties_join_two_partners_and_maps_are_named_after_their_year(
    tie: Tie, network_map: NetworkMap
) -> None:
    assert len(set(tie.between)) == 2
    assert network_map.year == int(network_map.id) <= network_map.as_of.year


@given(periods(), periods(), days())
def test_a_day_in_two_periods_makes_them_touch(one: Period, other: Period, day: date) -> None:
    assert one.is_ordered()
    assert one.touches(other) == other.touches(one)
    if one.holds_on(day) and other.holds_on(day):
        assert one.touches(other)
    assert one.touches(Period(since=day, until=day)) == one.holds_on(day)


@given(years(), days())
def test_a_year_holds_its_days(year: int, day: date) -> None:
    assert year_period(year).holds_on(day) == (day.year == year)


@given(days(), st.integers(-1200, 1200), st.integers(-1200, 1200))
def test_months_move_the_month_by_just_as_many(day: date, months: int, more: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day
    first = day.replace(day=1)
    assert add_months(add_months(first, months), more) == add_months(first, months + more)


@given(naughty_text())
def test_a_slug_is_an_identifier_or_nothing_and_stays_itself(text: str) -> None:
    proposed = slug(text)
    assert not proposed or is_identifier(proposed)
    assert slug(proposed) == proposed
    assert slug(unicodedata.normalize("NFD", text)) == proposed


@given(identifiers())
def test_identifiers_are_their_own_slugs_but_for_hyphens_at_the_end(identifier: str) -> None:
    assert is_identifier(identifier)
    assert Ref.parse(f"partners/{identifier}") == Ref("partners", identifier)


@given(naughty_text(), naughty_text(lines=True))
def test_generated_texts_are_such_as_fields_take(one: str, several: str) -> None:
    assert one == one.strip() != ""
    assert not set(one) & set("\n\r\t")
    assert several.strip()
    for text in (one, several):
        assert unicodedata.is_normalized("NFC", text)


NUMBERS = st.fractions(-(10**6), 10**6, max_denominator=10**4)


@given(NUMBERS, st.integers(0, 4))
def test_a_rounded_number_is_at_most_half_a_step_off_and_odd_in_its_sign(
    number: Fraction, decimals: int
) -> None:
    shown = in_decimal(number, "en", decimals=decimals)
    read = Fraction(shown.replace(",", "").replace("−", "-"))
    assert abs(read - number) <= Fraction(1, 2 * 10**decimals)
    assert in_decimal(-number, "en", decimals=decimals).lstrip("−") == shown.lstrip("−")
    assert len(shown.partition(".")[2]) == decimals


@given(st.integers(), st.sampled_from(LANGUAGES))
def test_a_whole_number_reads_back(number: int, language: Language) -> None:
    shown = in_number(number, language)
    assert int(shown.replace(".", "").replace(",", "").replace("−", "-")) == number


@given(naughty_text(), days(), st.sampled_from(LANGUAGES))
def test_values_stand_in_a_message_as_they_are(text: str, day: date, language: Language) -> None:
    message = Message.of(Say("{text} {day}", "{day} {text}"), text=text, day=day)
    assert text in message.in_(language)
    assert in_words(day, language) in message.in_(language)
    assert pickle.loads(pickle.dumps(message)) == message
