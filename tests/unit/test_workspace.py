"""The workspace: finding, adding, taking away, and how it stood on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jmdmodel.collection import Collection
from jmdmodel.entities.review import Waiver
from jmdmodel.entities.service import Service
from jmdmodel.entities.space import SocialSpace
from jmdmodel.entities.terms import Term
from jmdmodel.errors import ModelError, NoMapForYear
from jmdmodel.ids import Ref, TermId
from jmdmodel.messages import Say
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import activity, contact, minimal, network_map, partner, rating, small, tie
from jmdmodel.vocabulary import PartnerKind
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Vocabulary, Workspace

FIRST, LAST = date(2024, 3, 1), date(2024, 10, 31)


def test_every_collection_has_a_type_that_names_it() -> None:
    assert {name: cls.__jmd_entity__.collection for name, cls in ENTITY_OF.items()} == {
        name: name for name in COLLECTIONS
    }


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_thing_is_found_by_its_reference(name: str) -> None:
    workspace = small()
    for thing in getattr(workspace, name):
        assert workspace.resolve(Ref(name, thing.id)) is thing


@pytest.mark.parametrize(
    "ref",
    [
        Ref("partners", "x"),
        Ref("partners"),
        Ref("people", "jobcenter"),
        Ref("work_time", "1"),
        Ref("resolve"),
        Ref("view"),
        Ref("service", "x"),
        Ref("__class__", "x"),
    ],
    ids=str,
)
def test_a_reference_to_nothing_gives_nothing(ref: Ref) -> None:
    assert small().resolve(ref) is None


def test_service_and_space_are_found_without_an_identifier() -> None:
    space = SocialSpace(name="S")
    workspace = minimal(space=space)
    assert workspace.resolve(Ref("service")) is workspace.service
    assert workspace.resolve(Ref("space")) is space
    assert minimal().resolve(Ref("space")) is None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2024, 2, 29), False),
        (FIRST, True),
        (LAST, True),
        (date(2024, 11, 1), False),
    ],
)
def test_a_thing_is_shown_from_its_first_to_its_last_day(day: date, shown: bool) -> None:
    workspace = minimal(partner("a", period=Period(since=FIRST, until=LAST)), contact("a")).as_of(day)
    assert bool(workspace.partners) is shown
    assert workspace.partners["a"].name == "A"
    assert workspace.resolve(Ref("partners", "a")) is not None
    assert workspace.contacts.ids() == ("a",)


def test_open_ends_are_always_shown() -> None:
    things = (partner("a"), partner("b", period=Period(since=FIRST)), partner("c", period=Period(until=LAST)))
    assert minimal(*things).as_of(date.min).partners.ids() == ("a", "c")
    assert minimal(*things).as_of(date.max).partners.ids() == ("a", "b")


def test_what_belongs_to_a_year_is_there_from_its_first_day_on() -> None:
    workspace = minimal(network_map(2024))
    assert workspace.as_of(date(2023, 12, 31)).maps.ids() == ()
    assert workspace.as_of(date(2024, 1, 1)).maps.ids() == ("2024",)


def test_what_happened_on_a_day_is_there_from_that_day_on() -> None:
    workspace = minimal(activity("x", FIRST))
    assert workspace.as_of(FIRST - timedelta(days=1)).activities.ids() == ()
    assert workspace.as_of(FIRST).activities.ids() == ("x",)
    assert workspace.as_of(FIRST - timedelta(days=1)).resolve(Ref("activities", "x")) is not None


def test_what_tells_no_time_stays() -> None:
    waiver = Waiver(id="a", rule="Q511", reason="R", until=LAST)
    assert minimal(waiver).as_of(date.min).waivers.ids() == ("a",)
    assert minimal(waiver).in_year(1900).waivers.ids() == ("a",)


def test_parts_of_a_whole_stay_whatever_the_day() -> None:
    ratings = (rating(FIRST, 1, 1), rating(LAST, 2, 2))
    workspace = minimal(partner("a"), contact("a", ratings=ratings)).as_of(FIRST)
    assert workspace.contacts["a"].ratings == ratings


def test_as_of_does_not_change_the_workspace_it_was_asked_of() -> None:
    workspace = minimal(partner("a", period=Period(until=LAST)))
    workspace.as_of(date.max)
    assert workspace.partners.ids() == ("a",)


def test_asking_twice_gives_the_same_as_asking_once() -> None:
    workspace = minimal(partner("a", period=Period(until=LAST)), partner("b"))
    once = workspace.as_of(date.max)
    assert once.as_of(date.max) == once


def test_things_are_put_into_their_collections() -> None:
    workspace = minimal().with_entities(partner("b"), tie("a", "b"), partner("a"), partner("b", name="neu"))
    assert workspace.partners.ids() == ("a", "b")
    assert workspace.partners["b"].name == "neu"
    assert workspace.ties.ids() == ("a-b",)


@pytest.mark.parametrize(
    "thing", ["text", None, rating(FIRST, 1, 1), Service(name="a", provider="b"), Ref("a")]
)
def test_what_lives_in_no_collection_cannot_be_put_in(thing: Any) -> None:
    with pytest.raises(ModelError, match="no collection"):
        minimal().with_entities(thing)


def test_one_thing_is_taken_away() -> None:
    workspace = minimal(partner("a"), partner("b"))
    assert workspace.without(Ref("partners", "a")).partners.ids() == ("b",)
    assert workspace.without(Ref("partners", "x")) == workspace


@pytest.mark.parametrize("ref", [Ref("service"), Ref("work_time", "a"), Ref("nirgends", "a")], ids=str)
def test_only_things_of_collections_can_be_taken_away(ref: Ref) -> None:
    with pytest.raises(ModelError, match="no collection"):
        small().without(ref)


def test_the_map_of_a_year_is_found() -> None:
    assert small().map_of(2024).year == 2024


def test_a_year_without_a_map_is_told_with_the_years_that_have_one() -> None:
    with pytest.raises(NoMapForYear) as caught:
        small().map_of(1999)
    assert caught.value.years == (2024, 2025)
    assert caught.value.in_("de") == ("Für 1999 gibt es keine Netzwerkkarte. Vorhanden: 2024, 2025. [M101]")


def test_where_there_is_no_map_at_all_the_error_says_so() -> None:
    with pytest.raises(NoMapForYear, match="There are maps for: –") as caught:
        minimal().map_of(2024)
    assert caught.value.years == ()


def test_a_kind_is_told_by_its_finest_word() -> None:
    own = Term(id=TermId("tafel"), parent="association", label_de="Tafel", label_en="food bank")
    workspace = minimal(vocabulary=Vocabulary(partner_kinds=Collection([own])))
    told = {
        sub_kind: workspace.kind_label(partner("a", sub_kind=sub_kind))
        for sub_kind in (None, "tafel", "vocational-school", "weg")
    }
    assert told == {
        None: PartnerKind.SCHOOL.label,
        "tafel": Say("Tafel", "food bank"),
        "vocational-school": Say("Berufsbildende Schule", "vocational school"),
        "weg": PartnerKind.SCHOOL.label,
    }


def test_workspaces_with_the_same_content_are_equal_and_hash_alike() -> None:
    assert small() == small()
    assert hash(small()) == hash(small())
    assert small() != minimal()
    assert isinstance(small(), Workspace)


def test_a_view_that_holds_no_maps_does_not_say_that_there_are_none() -> None:
    with pytest.raises(NoMapForYear) as caught:
        redact(small(), Audience.PUBLIC).map_of(2024)
    assert caught.value.in_("de") == "Netzwerkkarten gehören nicht zu dieser Ansicht (Öffentlichkeit). [M102]"
    with pytest.raises(NoMapForYear, match="2024, 2025"):
        redact(small(), Audience.REPORT).map_of(1999)
