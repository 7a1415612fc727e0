"""No private value in an error or a repr, whatever is wrong with the file (R-51).

A canary is put in the place of every personal value, in every way that is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jmdmodel.codec import dumps, loads, to_plain
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.collection import Collection
from jmdmodel.errors import JmdError, LoadError, ModelError, SaveError
from jmdmodel.messages import LANGUAGES
from jmdmodel.testing.builders import activity, minimal, small
from jmdmodel.workspace import Workspace

CANARY = "kanarienvogel"
Way = tuple[str | int, ...]


def hidden_places(value: Any, cls: Any = Workspace, way: Way = ()) -> Iterator[Way]:
    """Yield the way to each private value of a workspace that is given as plain dicts and lists."""
    for plan in plan_of(cls):
        held = value.get(plan.name)
        if held is None:
            continue
        here = (*way, plan.name)
        if plan.shape == "collection":
            for name, thing in held.items():
                if plan_of(plan.type)[0].hidden:
                    yield (*here, name)
                yield from hidden_places(thing, plan.type, (*here, name))
        elif plan.hidden:
            yield here
        elif is_record(plan.type):
            for number, item in enumerate(held if plan.shape != "one" else [held]):
                yield from hidden_places(item, plan.type, (*here, number) if plan.shape != "one" else here)


def full() -> dict[str, Any]:
    things = small().with_entities(
        activity("a-3", small().activities["a-1"].day, people=3, note="Notiz", regarding=())
    )
    plain: dict[str, Any] = {"schema": 2, **to_plain(things)}
    plain["activities"]["a-3"] |= {"staff": "leitung", "regarding": ["partners/schule"]}
    plain["people"]["rektorin"] |= {"note": "privat"}
    return plain


def changed(way: Way, change: Callable[[Any, Any], None]) -> dict[str, Any]:
    plain = full()
    held: Any = plain
    for step in way[:-1]:
        held = held[step]
    change(held, way[-1])
    return plain


def put(way: Way, wrong: Any) -> dict[str, Any]:
    return changed(way, lambda held, key: held.__setitem__(key, wrong))


def refused(plain: dict[str, Any]) -> LoadError | None:
    try:
        loads(json.dumps(plain).encode(), name="w.json")
    except LoadError as error:
        return error
    return None


def renamed(held: Any, key: Any) -> None:
    held[CANARY.upper()] = held.pop(key)


WRONG = [
    CANARY,
    f"{CANARY}/{CANARY}",
    f"partners/{CANARY}",
    f" {CANARY}\n",
    [CANARY],
    {CANARY: CANARY},
    [f"partners/{CANARY}", f"{CANARY}/x"],
    [[CANARY]],
    None,
    -1,
    10**20,
    True,
]
PLACES = list(hidden_places(full()))


def told(error: JmdError) -> str:
    parts = [error.in_(language) for language in LANGUAGES]
    return "".join((*parts, str(error), repr(error))).casefold()


def test_the_canary_is_put_into_every_private_field() -> None:
    fields = {(way[0], way[-1]) for way in PLACES}
    assert {("people", "name"), ("people", "note")} <= fields
    assert {("activities", plan.name) for plan in plan_of(type(activity("a", DAY)))} - fields == {
        ("activities", "id"),
        ("activities", "sub_area"),
    }


DAY = small().activities["a-1"].day


@pytest.mark.parametrize("way", PLACES, ids=lambda way: ".".join(map(str, way)))
def test_no_fault_of_a_private_value_shows_it(way: Way) -> None:
    errors = [refused(put(way, wrong)) for wrong in WRONG]
    texts = [told(error) for error in errors if error is not None]
    assert len(texts) >= len(WRONG) // 2
    assert CANARY not in "".join(texts)


ACTIVITIES = [way for way in PLACES if way[0] == "activities"]


@pytest.mark.parametrize("way", ACTIVITIES, ids=lambda way: ".".join(map(str, way)))
def test_no_unknown_key_inside_a_private_thing_is_named(way: Way) -> None:
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(changed(way, renamed)).encode(), name="w.json")
    assert CANARY not in told(caught.value)


DOUBLED = {
    "w.yaml": f"activities:\n  {CANARY}: {{day: 2024-01-01, minutes: 1, area: other}}\n  {CANARY}: {{}}\n",
    "x.yaml": f"activities:\n  a: {{day: 2024-01-01, minutes: 1, area: other, {CANARY}: 1, {CANARY}: 2}}\n",
    "y.yaml": f"unbekannt:\n  {CANARY}: 1\n  {CANARY}: 2\n",
}


@pytest.mark.parametrize("name", DOUBLED)
def test_no_private_key_that_stands_twice_is_named(name: str) -> None:
    head = "schema: 2\nservice: {name: J, provider: T}\n"
    with pytest.raises(LoadError) as caught:
        loads((head + DOUBLED[name]).encode(), name=name)
    assert "L107" in {fault.code for fault in caught.value.faults}
    assert CANARY not in told(caught.value)


def test_keys_that_stand_twice_in_a_file_that_breaks_off_are_not_named() -> None:
    text = f'{{"activities": {{"{CANARY}": 1, "{CANARY}": 2}}, '
    with pytest.raises(LoadError) as caught:
        loads(text.encode(), name="w.json")
    assert {fault.code for fault in caught.value.faults} == {"L102", "L107"}
    assert CANARY not in told(caught.value)


def test_a_duplicate_identifier_of_an_activity_is_not_named_in_python_either() -> None:
    with pytest.raises(ModelError) as caught:
        Collection([activity(CANARY, DAY), activity(CANARY, DAY)])
    assert CANARY not in told(caught.value)


def test_what_cannot_be_saved_is_told_without_private_values() -> None:
    workspace = minimal(activity(CANARY.upper(), DAY, minutes=0, note=f"{CANARY}\x07"))
    with pytest.raises(SaveError) as caught:
        dumps(workspace)
    assert CANARY not in told(caught.value)


def test_no_repr_shows_a_private_value() -> None:
    plain = full()
    for way in PLACES:
        held: Any = plain
        for step in way[:-1]:
            held = held[step]
        if isinstance(held[way[-1]], str) and way[-1] in {"name", "note"}:
            held[way[-1]] = CANARY
    workspace = loads(json.dumps(plain).encode(), name="w.json").workspace
    assert workspace.people["rektorin"].name == CANARY
    shown = [repr(workspace), *(repr(thing) for thing in (*workspace.people, *workspace.activities))]
    assert CANARY not in "".join(shown)
    assert "a-1" not in "".join(shown)


def test_the_length_of_a_private_value_is_told() -> None:
    plain = put(("activities", "a-1", "area"), "abcd")
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(plain).encode(), name="w.json")
    (fault,) = caught.value.faults
    start = f"{fault.position} activities[1].area: "
    assert fault.in_("de").startswith(f"{start}Eine vertrauliche Angabe (Länge 4) ")
    assert fault.in_("en").startswith(f"{start}A confidential entry (length 4) ")
    assert fault.near is None


def test_a_missing_entry_of_a_private_thing_is_named_as_it_is_no_value() -> None:
    plain = changed(("activities", "a-1", "area"), lambda held, key: held.pop(key))
    with pytest.raises(LoadError) as caught:
        loads(json.dumps(plain).encode(), name="w.json")
    (fault,) = caught.value.faults
    assert fault.code == "L112"
    assert "area" in fault.what.in_("de")
    assert "vertraulich" not in fault.in_("de")
