from __future__ import annotations

import gc
import pickle
from datetime import date
from fractions import Fraction
from types import FunctionType, ModuleType
from typing import Any, get_args, get_origin

import attrs
import pytest

from jmdmodel.collection import Collection
from jmdmodel.entities.network import Membership, Network
from jmdmodel.entities.partner import KeyPerson, Offer, Partner
from jmdmodel.entities.relation import Contact, ContactRating, Tie
from jmdmodel.entities.service import Service, StaffRole
from jmdmodel.entities.work import Activity, WorkTime
from jmdmodel.errors import ModelError
from jmdmodel.fields import about, about_field, entity, evolve, fields_of, info_of, is_entity, privacy_of
from jmdmodel.ids import Ref
from jmdmodel.period import Period
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience, Coded
from jmdmodel.vocabulary import PartnerKind, WorkArea
from jmdmodel.workspace import COLLECTIONS, View, Withheld, Workspace

DAY = date(2024, 2, 29)


def entities_in(kind: Any, found: dict[str, type]) -> dict[str, type]:
    if is_entity(kind):
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            for field in fields_of(kind):
                entities_in(field.type, found)
        return found
    for part in get_args(kind):
        entities_in(part, found)
    return found


ENTITIES = entities_in(Workspace, {})


class Canaries:
    """Builds one of everything, each text a canary that tells the class it must not leave."""

    def __init__(self) -> None:
        self.planted: dict[str, Audience] = {}

    def make(self, cls: type, above: Audience = Audience.PUBLIC, collection: str = "") -> Any:
        own = max(above, info_of(cls).privacy)
        values = {}
        for field in fields_of(cls):
            if field.name == "view":
                continue
            level = max(own, privacy_of(cls, field))
            if field.name == "id" and collection:
                values["id"] = self.plant(f"canary-{level.code}-{collection}", level)
            else:
                where = f"{cls.__name__}-{field.name}"
                values[field.name] = self.value(field.type, field, level, where)
        return cls(**values)

    def plant(self, text: str, level: Audience) -> str:
        self.planted[text] = level
        return text

    def value(self, kind: Any, field: attrs.Attribute[Any], level: Audience, where: str) -> Any:
        kind = getattr(kind, "__supertype__", kind)
        origin = get_origin(kind)
        if origin is Collection:
            return Collection([self.make(get_args(kind)[0], level, where.lower().replace("_", "-"))])
        if origin is tuple:
            parts = [part for part in get_args(kind) if part is not Ellipsis]
            return tuple(self.value(part, field, level, where) for part in parts)
        if get_args(kind):
            return self.value(get_args(kind)[0], field, level, where)
        return self.one(kind, field, level, where)

    def one(self, kind: Any, field: attrs.Attribute[Any], level: Audience, where: str) -> Any:
        refers = about_field(field).refers
        if is_entity(kind):
            return self.make(kind, level)
        if kind is Ref:
            return Ref(refers.split()[0], _id_in(refers.split()[0]))
        if issubclass(kind, Coded):
            return next(iter(kind))
        if kind is str:
            return _id_in(refers) if refers else self.plant(f"canary-{level.code}-{where}", level)
        plain = {int: 1, bool: True, date: DAY, Fraction: Fraction(7, 3), Period: Period(since=DAY)}
        return plain[kind]


def _id_in(collection: str) -> str:
    cls = get_args(next(f for f in fields_of(Workspace) if f.name == collection).type)[0]
    return f"canary-{info_of(cls).privacy.code}-workspace-{collection.replace('_', '-')}"


def everything_in(value: Any) -> list[Any]:
    """List a value and all it holds: fields of attrs values, elements, what stands beyond."""
    found = [value]
    if isinstance(value, Collection):
        parts = [*value, *value.beyond()]
    elif isinstance(value, tuple):
        parts = list(value)
    elif attrs.has(type(value)):
        parts = [getattr(value, field.name) for field in attrs.fields(type(value))]
    else:
        parts = []
    for part in parts:
        found += everything_in(part)
    return found


@pytest.fixture(scope="module")
def planted() -> tuple[Workspace, dict[str, Audience]]:
    canaries = Canaries()
    return canaries.make(Workspace), canaries.planted


def beyond(workspace: Workspace) -> Workspace:
    changes = {name: getattr(workspace, name).only(lambda _: False) for name in COLLECTIONS}
    return evolve(workspace, **changes)


def test_the_canaries_sit_in_every_entity_type_and_in_every_class_but_social(planted):
    workspace, texts = planted
    assert {type(value) for value in everything_in(workspace) if is_entity(type(value))} == (
        set(ENTITIES.values()) - {View, Withheld}
    )
    assert {level for level in Audience if level in texts.values()} == set(Audience)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("shape", ["shown", "beyond"])
def test_a_view_holds_exactly_the_texts_that_its_audience_may_see(planted, audience, shape):
    workspace, texts = planted
    whole = beyond(workspace) if shape == "beyond" else workspace
    view = redact(whole, audience)
    held = {value for value in everything_in(view) if isinstance(value, str) and value.startswith("canary")}
    assert held == {text for text, level in texts.items() if level <= audience}


@pytest.mark.parametrize("audience", Audience)
def test_no_text_above_the_audience_is_in_pickle_or_repr_of_a_view(planted, audience):
    workspace, texts = planted
    view = redact(workspace, audience)
    told = pickle.dumps(view, protocol=4)
    private = [text for text, level in texts.items() if level > audience]
    assert not [text for text in private if text.encode() in told]
    shown = " ".join(repr(value) for value in everything_in(view))
    assert not [text for text in private if text in shown]


@pytest.mark.parametrize("audience", Audience)
def test_fields_above_the_audience_are_absent_in_every_part_of_a_view(planted, audience):
    for value in everything_in(redact(planted[0], audience)):
        if is_entity(type(value)):
            assert info_of(type(value)).privacy <= audience
            for field in fields_of(type(value)):
                if privacy_of(type(value), field) > audience:
                    assert getattr(value, field.name) in (None, (), Collection())


@pytest.mark.parametrize("audience", [a for a in Audience if a < Audience.SOCIAL])
def test_nothing_leads_from_a_view_back_to_an_entity_of_the_workspace(planted, audience):
    workspace = planted[0]
    view = redact(workspace, audience)
    own = {id(value) for value in everything_in(workspace) if is_entity(type(value))}
    seen: set[int] = set()
    waiting: list[Any] = [view]
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, type | ModuleType | FunctionType):
            continue
        seen.add(id(value))
        assert id(value) not in own
        waiting += gc.get_referents(value)


def faults_of(cls: type) -> list[str]:
    """Name the fields above their entity's class that could not be left out without changing the sense."""
    found = []
    for field in fields_of(cls):
        default = field.default.factory() if isinstance(field.default, attrs.Factory) else field.default
        if privacy_of(cls, field) > info_of(cls).privacy and default not in (None, (), Collection()):
            found.append(field.name)
    return found


@pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
def test_every_field_above_its_entitys_class_may_be_absent(cls):
    assert faults_of(cls) == []


@pytest.mark.parametrize("cls", ENTITIES.values(), ids=ENTITIES)
def test_every_field_says_its_class(cls):
    assert all("jmd" in field.metadata for field in fields_of(cls))


@entity("Fehler", "fault", Audience.PUBLIC)
class Faulty:
    fine: str = about("a", "a", Audience.PUBLIC)
    required: str = about("b", "b", Audience.INTERNAL)
    filled: int = about("c", "c", Audience.INTERNAL, default=3)


def test_a_required_or_filled_field_above_its_entitys_class_is_noticed():
    assert faults_of(Faulty) == ["required", "filled"]


@entity("Dienst", "service", Audience.PUBLIC)
class OwnService(Service):
    extra: tuple[Any, ...] | Any = about("Zusatz", "extra", Audience.PUBLIC, default=None)
    silent: Any = attrs.field(default=None)


def workspace(*things, **more):
    empty = Workspace(service=Service(name="JMD Musterstadt", provider="Muster e. V.", note="intern"), **more)
    return empty.with_entities(*things)


def partner(identifier="schule", **more):
    return Partner(id=identifier, name=identifier.title(), kind=PartnerKind.SCHOOL, **more)


def activity(identifier="a", **more):
    return Activity(id=identifier, day=DAY, minutes=30, area=WorkArea.NETWORK, **more)


def test_a_field_that_says_nothing_of_itself_counts_as_social():
    mine = Workspace(service=OwnService(name="JMD", provider="T", silent="still", extra="laut"))
    view = redact(mine, Audience.PERSONAL)
    assert (view.service.extra, view.service.silent) == ("laut", None)


@pytest.mark.parametrize("value", [1.5, {"a": 1}, [1], {1}, object()])
def test_a_kind_of_value_that_no_view_knows_is_refused_and_not_shown(value):
    mine = Workspace(service=OwnService(name="JMD", provider="T", extra=value))
    with pytest.raises(ModelError, match=type(value).__name__):
        redact(mine, Audience.PUBLIC)


@entity("Teil", "part", Audience.INTERNAL)
class InternalPart:
    text: str = about("a", "a", Audience.INTERNAL, default="intern")


@entity("Rahmen", "frame", Audience.PUBLIC)
class Frame:
    inner: InternalPart = about("a", "a", Audience.PUBLIC)


@pytest.mark.parametrize(
    "part", [InternalPart(), Frame(inner=InternalPart()), Faulty(fine="a", required="b")]
)
def test_a_part_that_is_or_needs_something_above_the_audience_is_left_out_whole(part):
    mine = Workspace(service=OwnService(name="JMD", provider="T", extra=part))
    listed = evolve(mine, service=evolve(mine.service, extra=(part, "Text")))
    assert redact(mine, Audience.REPORT).service.extra is None
    assert redact(listed, Audience.REPORT).service.extra == ("Text",)
    assert redact(mine, Audience.INTERNAL) == evolve(mine, view=View(audience=Audience.INTERNAL))


@entity("Dienst", "service", Audience.PUBLIC)
class PairedService(Service):
    pair: tuple[str, str] | None = about("Paar", "pair", Audience.PUBLIC, default=None, refers="partners")


def test_an_optional_pair_goes_whole_when_one_of_the_two_is_not_there():
    mine = Workspace(service=PairedService(name="JMD", provider="T", pair=("schule", "nobody")))
    assert redact(mine.with_entities(partner()), Audience.PUBLIC).service.pair is None
    both = redact(mine.with_entities(partner(), partner("nobody")), Audience.PUBLIC)
    assert both.service.pair == ("schule", "nobody")


def test_how_many_things_of_class_social_are_left_out_is_not_told(monkeypatch):
    info = evolve(info_of(Activity), privacy=Audience.SOCIAL)
    monkeypatch.setattr(Activity, "__jmd_entity__", info)
    view = redact(workspace(activity()), Audience.INTERNAL)
    assert not view.activities
    assert view.view.withheld == ()


def test_for_the_highest_class_everything_stays_and_the_view_says_for_whom_it_is():
    space = workspace(partner(), Contact(id="c", partner="nobody"), activity())
    assert redact(space, Audience.SOCIAL) == evolve(space, view=View(audience=Audience.SOCIAL))


@pytest.mark.parametrize("audience", Audience)
def test_an_empty_workspace_has_an_empty_view(audience):
    view = redact(workspace(), audience)
    assert view.view == View(audience=audience)
    assert not any(getattr(view, name) for name in COLLECTIONS)


def test_a_view_says_how_much_of_each_collection_it_leaves_out():
    space = workspace(partner(), Contact(id="c", partner="schule"), activity("a"), activity("b"))
    assert redact(space, Audience.PUBLIC).view.withheld == (
        Withheld(collection="contacts", count=1),
        Withheld(collection="activities", count=2),
    )


def test_a_view_of_a_view_never_gives_anything_back():
    space = workspace(partner(note="intern"), activity())
    low = redact(space, Audience.PUBLIC)
    assert redact(low, Audience.SOCIAL) == low
    assert redact(redact(space, Audience.INTERNAL), Audience.PUBLIC) == low


def test_what_is_added_to_a_view_is_redacted_and_counted_the_next_time():
    view = redact(workspace(activity("a")), Audience.REPORT).with_entities(activity("b"))
    again = redact(view, Audience.SOCIAL)
    assert not again.activities
    assert again.view.withheld == (Withheld(collection="activities", count=2),)
    assert [row.minutes for row in again.work_time] == [60]


def test_parts_lose_their_own_private_fields():
    rating = ContactRating(day=DAY, note="intern", not_rated_because="intern")
    space = workspace(partner(), Contact(id="c", partner="schule", ratings=(rating,)))
    assert redact(space, Audience.REPORT).contacts["c"].ratings == (ContactRating(day=DAY),)


def test_a_thing_that_needs_something_left_out_is_left_out_and_what_refers_to_it_lets_go():
    space = workspace(
        Contact(id="c", partner="nobody"),
        activity(regarding=(Ref("contacts", "c"), Ref("service"), Ref("space"), Ref("staff", "x"))),
    )
    view = redact(space, Audience.PERSONAL)
    assert not view.contacts
    assert view.activities["a"].regarding == (Ref("service"),)
    assert view.view.withheld == (Withheld(collection="contacts", count=1),)


def test_a_tie_goes_when_one_of_its_two_partners_is_not_there():
    space = workspace(partner(), Tie(id="t", between=("schule", "nobody")))
    assert not redact(space, Audience.REPORT).ties


def test_an_optional_reference_and_an_element_of_a_list_go_alone():
    space = workspace(
        partner(part_of="nobody", successor_of=("nobody", "schule")),
        Network(id="n", name="N", members=(Membership(partner="nobody"), Membership(partner="schule"))),
        KeyPerson(id="p", role="Imam", partner="nobody"),
    )
    view = redact(space, Audience.INTERNAL)
    assert (view.partners["schule"].part_of, view.partners["schule"].successor_of) == (None, ("schule",))
    assert view.networks["n"].members == (Membership(partner="schule"),)
    assert view.people["p"].partner is None


def test_an_assessor_is_seen_by_those_who_may_see_the_team():
    rated = Contact(id="c", partner="schule", ratings=(ContactRating(day=DAY, assessor="leitung"),))
    space = workspace(partner(), rated, StaffRole(id="leitung", function="Leitung", weekly_minutes=600))
    view = redact(space, Audience.REPORT)
    assert view.contacts["c"].ratings[0].assessor == "leitung"
    assert view.staff["leitung"].weekly_minutes is None


def test_what_ended_stays_beyond_and_references_to_it_still_resolve():
    old = partner("alt", period=Period(until=date(2023, 12, 31)), note="intern")
    space = workspace(old, Offer(id="kurs", name="Kurs", provider="alt")).as_of(DAY)
    view = redact(space, Audience.PUBLIC)
    assert (len(view.partners), view.partners.beyond()) == (0, (evolve(old, note=None),))
    assert view.offers["kurs"].provider == "alt"


def test_single_activities_become_monthly_sums_of_all_years_for_the_team():
    sums = (WorkTime(year=2023, month=12, area=WorkArea.OTHER, activities=2, minutes=9),)
    view = redact(workspace(activity("a"), activity("b"), work_time=sums), Audience.INTERNAL)
    assert [(row.year, row.month, row.activities, row.minutes) for row in view.work_time] == [
        (2023, 12, 2, 9),
        (2024, 2, 2, 60),
    ]
    assert not view.activities


def test_those_entitled_by_name_get_the_activities_themselves_and_no_sums():
    space = workspace(activity())
    assert redact(space, Audience.PERSONAL).activities == space.activities
    assert redact(space, Audience.PERSONAL).work_time == ()


def test_the_public_gets_no_working_time_at_all():
    assert redact(workspace(activity()), Audience.PUBLIC).work_time == ()


def test_redacting_leaves_the_workspace_as_it_was():
    space = workspace(partner(note="intern"), activity())
    before = pickle.dumps(space)
    redact(space, Audience.PUBLIC)
    assert pickle.dumps(space) == before
