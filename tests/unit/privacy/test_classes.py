"""The class of every field is right by rules that hold for the whole model (R-51)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.fields import about_field, fields_of, info_of, is_entity, privacy_of
from jmdmodel.scales import Audience
from jmdmodel.workspace import ENTITY_OF, Workspace


def entity_types(cls: type, found: dict[type, None] | None = None) -> dict[type, None]:
    """Give all entity types that a type holds, itself first."""
    known = {} if found is None else found
    if cls not in known:
        known[cls] = None
        for plan in plan_of(cls):
            if is_record(plan.type) and is_entity(plan.type):
                entity_types(plan.type, known)
    return known


TYPES = tuple(entity_types(Workspace))
ABOUT_PEOPLE = frozenset(
    cls
    for cls in TYPES
    if info_of(cls).privacy > Audience.INTERNAL
    or any(field.name == "retain_until" for field in fields_of(cls))
)
"""What tells of one person: case plans, activities, and what has a day on which it is to be erased."""

FOR_EVERYBODY = {
    "Service": "name short_name provider federation address",
    "SocialSpace": "name boundary outline portrait",
    "Term": "parent label_de label_en",
    "AdministrativeUnit": "name local_key boundary outline",
    "Population": "source",
    "Place": "name address",
    "SocialStructureAnalysis": "summary",
    "Indicator": "name measured_in source",
    "Partner": "name short_name",
    "Remit": "languages access",
    "Offer": "name target_group languages cost",
    "GroupOffer": "name",
    "Network": "name statutory_basis aim",
    "Committee": "name statutory_basis",
    "IntegrationConcept": "name",
    "Publication": "title",
    "Programme": "name funder",
    "SpaceEvent": "title result",
    "ReportText": "public_text",
    "Withheld": "collection",
}
"""The free texts that the public may read."""
FOR_THE_FUNDER = {
    "StaffRole": "function",
    "Need": "title",
    "LivingEnvironmentObservation": "text",
    "YouthParticipation": "said consequence",
    "KindAbsence": "reason",
    "OfferCoordination": "result",
    "Resource": "title",
    "Agreement": "text",
    "Participation": "reason",
    "NetworkGoal": "text indicator",
    "Responsibility": "task",
    "Review": "results conclusion",
    "CommitteeRole": "on_behalf_of",
    "Session": "topic",
    "Contribution": "text",
    "OfferGap": "title",
    "IntegrationConcept": "part",
    "OpeningMeasure": "title result",
    "ReportText": "text",
    "AnnualReport": "submitted_to",
    "WorkSplit": "ground",
}
"""The free texts that provider and funder may read, and so the partners that they tell of."""


def fields() -> Iterator[tuple[type, attrs.Attribute[object]]]:
    """Yield every field of the model with its owner."""
    for cls in TYPES:
        yield from ((cls, field) for field in fields_of(cls))


def named(*names: str) -> Iterator[tuple[str, type, Audience]]:
    """Yield the fields of some names, with their class."""
    for cls, field in fields():
        if field.name in names:
            yield f"{cls.__name__}.{field.name}", cls, privacy_of(cls, field)


def free_texts(level: Audience) -> set[str]:
    """Give the fields of a class that take any text."""
    return {
        f"{cls.__name__}.{plan.name}"
        for cls in TYPES
        for plan in plan_of(cls)
        if plan.type is str and not (plan.about.refers or plan.about.terms or plan.about.pattern)
        if max(info_of(cls).privacy, plan.about.privacy) is level
    }


def test_the_whole_model_is_looked_at() -> None:
    assert len(TYPES) > 70
    assert set(ENTITY_OF.values()) <= set(TYPES)
    assert {cls.__name__ for cls in ABOUT_PEOPLE} >= {"CasePlan", "KeyPerson", "ContactPerson", "Activity"}


def test_a_note_is_for_the_team_at_the_widest() -> None:
    assert [name for name, _, level in named("note", "notes", "remark") if level < Audience.INTERNAL] == []


def test_a_note_about_people_is_for_those_entitled_by_name_at_the_widest() -> None:
    notes = [(name, level) for name, cls, level in named("note") if cls in ABOUT_PEOPLE]
    assert len(notes) >= 4
    assert [name for name, level in notes if level < Audience.PERSONAL] == []


def test_names_of_people_and_how_to_reach_them_are_for_those_entitled_by_name() -> None:
    told = [
        (name, level)
        for name, cls, level in named("name", "reachable", "phone", "mail")
        if cls in ABOUT_PEOPLE
    ]
    assert len(told) >= 3
    assert [name for name, level in told if level < Audience.PERSONAL] == []


def test_evidence_is_a_kind_for_the_team_and_its_text_for_those_responsible_for_the_case() -> None:
    levels = {name: level for name, _, level in named("kind", "text") if name.startswith("Evidence.")}
    assert levels == {"Evidence.kind": Audience.INTERNAL, "Evidence.text": Audience.SOCIAL}
    holders = [cls for cls, field in fields() if field.name == "evidence"]
    assert len(holders) >= 4
    assert all(level >= Audience.INTERNAL for _, _, level in named("evidence"))


def test_reasons_of_ratings_and_of_the_standing_of_a_contact_are_for_the_team() -> None:
    told = {name: level for name, _, level in named("reason", "not_rated_because", "evaluation")}
    for name in (
        *("ContactStanding.reason", "ContactRating.not_rated_because", "NetworkAssessment.reason"),
        *("OpeningMeasure.evaluation", "Waiver.reason"),
    ):
        assert told[name] >= Audience.INTERNAL, name


def test_counts_of_people_are_for_the_team_at_the_widest() -> None:
    counts = [
        *named("people"),
        *((name, cls, level) for name, cls, level in named("count") if "Year" in name),
    ]
    counted = [(name, level) for name, cls, level in counts if cls is not Workspace]
    assert len(counted) >= 5
    assert [name for name, level in counted if level < Audience.INTERNAL] == []


def test_barriers_and_the_opening_of_single_partners_are_for_the_team() -> None:
    for name in ("barriers", "openings", "waivers"):
        assert info_of(ENTITY_OF[name]).privacy is Audience.INTERNAL


def test_all_of_a_case_is_for_those_responsible_for_it() -> None:
    for cls in entity_types(ENTITY_OF["cases"]):
        assert {privacy_of(cls, field) for field in fields_of(cls)} == {Audience.SOCIAL}, cls.__name__


def test_single_activities_are_for_those_entitled_by_name() -> None:
    assert info_of(ENTITY_OF["activities"]).privacy is Audience.PERSONAL


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_a_field_is_never_wider_than_its_entity_says_it_is(cls: type) -> None:
    """Else the declaration would read as if the field were shown where the entity is not."""
    assert [f.name for f in fields_of(cls) if about_field(f).privacy < info_of(cls).privacy] == []


@pytest.mark.parametrize(
    ("level", "chosen"), [(Audience.PUBLIC, FOR_EVERYBODY), (Audience.REPORT, FOR_THE_FUNDER)]
)
def test_a_free_text_is_for_readers_outside_only_when_somebody_decided_so(
    level: Audience, chosen: dict[str, str]
) -> None:
    decided = {f"{cls}.{name}" for cls, names in chosen.items() for name in names.split()}
    assert free_texts(level) == decided
