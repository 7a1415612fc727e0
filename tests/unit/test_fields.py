"""What every entity and every field says of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.entities.partner import KeyPerson, Partner
from jmdmodel.entities.work import Activity
from jmdmodel.fields import (
    about,
    about_field,
    broken_by,
    entity,
    evolve,
    fields_of,
    info_of,
    is_entity,
    privacy_of,
)
from jmdmodel.messages import LANGUAGES
from jmdmodel.period import Period
from jmdmodel.scales import Audience
from jmdmodel.testing.builders import activity, minimal, partner, rating
from jmdmodel.vocabulary import kinds_of_vocabulary
from jmdmodel.workspace import COLLECTIONS, ENTITY_OF, Workspace


def entity_types() -> list[type]:
    """Give every entity type that the file format reaches from the workspace."""
    found: dict[type, None] = {}
    waiting: list[type] = [Workspace]
    while waiting:
        cls = waiting.pop()
        if cls not in found and cls is not Period:
            found[cls] = None
            waiting += [plan.type for plan in plan_of(cls) if is_record(plan.type)]
    return sorted(found, key=lambda cls: cls.__name__)


TYPES = entity_types()
FIELDS = [(cls, field) for cls in TYPES for field in fields_of(cls)]
ids = [f"{cls.__name__}.{field.name}" for cls, field in FIELDS]


def test_every_entity_type_of_a_collection_is_reached() -> None:
    assert set(ENTITY_OF.values()) <= set(TYPES)
    assert len(TYPES) >= 20


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_every_entity_type_says_what_it_is_called(cls: type) -> None:
    told = info_of(cls)
    for language in LANGUAGES:
        assert told.label.in_(language).strip()
        assert told.plural.in_(language).strip()
    assert cls.__doc__
    assert "German:" in cls.__doc__


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=ids)
def test_every_field_has_a_class_of_its_own_and_labels(cls: type, field: attrs.Attribute[Any]) -> None:
    told = about_field(field)
    assert field.metadata, "a field without a word counts as social"
    for language in LANGUAGES:
        assert told.label.in_(language).strip()
    assert (told.minimum is None or told.maximum is None) or told.minimum <= told.maximum


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=ids)
def test_a_field_above_its_entity_is_optional_so_that_a_view_can_leave_it_out(
    cls: type, field: attrs.Attribute[Any]
) -> None:
    if about_field(field).privacy > info_of(cls).privacy:
        assert field.default is not attrs.NOTHING


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=ids)
def test_a_field_above_internal_does_not_show_in_repr(cls: type, field: attrs.Attribute[Any]) -> None:
    assert field.repr == (about_field(field).privacy <= Audience.INTERNAL)
    if privacy_of(cls, field) > Audience.INTERNAL:
        assert not field.repr


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=ids)
def test_references_and_own_words_lead_to_something_that_exists(
    cls: type, field: attrs.Attribute[Any]
) -> None:
    told = about_field(field)
    assert set((told.refers or "").split()) <= set(COLLECTIONS)
    assert told.terms is None or told.terms in kinds_of_vocabulary()


@pytest.mark.parametrize(("cls", "field"), FIELDS, ids=ids)
def test_notes_are_for_the_team_at_most_and_notes_about_people_for_fewer(
    cls: type, field: attrs.Attribute[Any]
) -> None:
    if field.name == "note":
        people = cls in {KeyPerson, Activity}
        assert privacy_of(cls, field) >= (Audience.PERSONAL if people else Audience.INTERNAL)


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_entities_cannot_be_changed_and_take_no_positions(cls: type) -> None:
    assert all(field.kw_only for field in fields_of(cls))
    assert "__setattr__" in cls.__dict__


def test_setting_a_field_is_refused_and_evolve_gives_another_value() -> None:
    school = partner("a")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        school.name = "B"  # type: ignore[misc]
    other = evolve(school, name="B")
    assert (school.name, other.name, other.id) == ("A", "B", "a")


def test_a_field_without_a_word_counts_as_social() -> None:
    @entity("Ding", "thing", Audience.PUBLIC)
    class Thing:
        said: str = about("gesagt", "said", Audience.PUBLIC)
        unsaid: str = attrs.field(default="")

    said, unsaid = fields_of(Thing)
    assert privacy_of(Thing, said) is Audience.PUBLIC
    assert privacy_of(Thing, unsaid) is Audience.SOCIAL
    assert info_of(Thing).plural == info_of(Thing).label


def test_the_class_of_a_field_is_at_least_that_of_its_entity() -> None:
    role = next(field for field in fields_of(KeyPerson) if field.name == "role")
    name = next(field for field in fields_of(KeyPerson) if field.name == "name")
    assert privacy_of(KeyPerson, role) is Audience.INTERNAL
    assert privacy_of(KeyPerson, name) is Audience.PERSONAL


def test_only_what_the_decorator_made_is_an_entity() -> None:
    assert is_entity(Partner)
    assert not is_entity(Period)
    assert not is_entity(partner("a"))


def test_what_is_sound_breaks_no_rule_of_sense() -> None:
    assert list(broken_by(partner("a"))) == []
    assert list(broken_by(rating(date(2024, 1, 1), 1, 1))) == []


def test_a_private_thing_says_nothing_in_repr() -> None:
    assert repr(activity("geheim", date(2024, 1, 1), note="geheim")) == "Activity()"
    assert "geheim" not in repr(minimal(activity("geheim", date(2024, 1, 1))))
