"""The schema of the file format, judged by a validator that knows nothing of the library."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from jmdexport.demo import example_bytes, starter_bytes
from jmdmodel import LoadError, ModelError, dumps, json_schema, loads
from jmdmodel.codec.converter import form_of
from jmdmodel.codec.plan import is_record, plan_of
from jmdmodel.codec.schema import parts_of
from jmdmodel.messages import LANGUAGES
from jmdmodel.scales import Audience, Coded
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

SCHEMA = json_schema(language="en")
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

SMALL: dict[str, Any] = {
    "schema": 2,
    "service": {"name": "JMD Musterstadt", "provider": "Muster e. V.", "founded": 1990},
    "units": {"musterstadt": {"name": "Musterstadt", "level": "municipality", "ags": "01001000"}},
    "staff": {"beratung": {"function": "Beratung"}},
    "partners": {
        "schule": {"name": "Schule", "kind": "school", "sub_kind": "vocational-school"},
        "verein": {"name": "Verein", "kind": "association", "period": {"since": "2024-02-29"}},
    },
    "contacts": {
        "schule": {
            "partner": "schule",
            "ratings": [{"day": "2025-11-20", "intensity": 3, "importance": 4, "assessor": "beratung"}],
        }
    },
    "ties": {"a": {"between": ["schule", "verein"], "strength": 2}},
    "activities": {
        "eins": {"day": "2025-03-31", "minutes": 30, "area": "network", "regarding": ["partners/schule"]}
    },
    "work_splits": {"2025": {"shares": [{"area": "network", "percent": 12.5}]}},
}


def as_an_editor_has_it(value: Any) -> Any:
    """Give what YAML 1.2 has for a text that PyYAML, of version 1.1, reads as a day or as a number key."""
    if isinstance(value, dict):
        return {str(key): as_an_editor_has_it(held) for key, held in value.items()}
    if isinstance(value, list):
        return [as_an_editor_has_it(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


def loads_too(document: Any) -> bool:
    try:
        loads(json.dumps(document).encode(), name="w.json")
    except LoadError:
        return False
    return True


def changed(*path: Any, to: Any) -> Callable[[], dict[str, Any]]:
    def make() -> dict[str, Any]:
        document = copy.deepcopy(SMALL)
        *above, last = path
        place: Any = document
        for part in above:
            place = place[part]
        place[last] = to
        return document

    return make


def without(*path: Any) -> Callable[[], dict[str, Any]]:
    def make() -> dict[str, Any]:
        document = copy.deepcopy(SMALL)
        *above, last = path
        place: Any = document
        for part in above:
            place = place[part]
        del place[last]
        return document

    return make


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_sound_by_its_metaschema(language: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(language=language))


@pytest.mark.parametrize("data", [example_bytes(), starter_bytes()], ids=["example", "starter"])
def test_what_ships_with_the_library_fits_the_schema(data: bytes) -> None:
    VALIDATOR.validate(as_an_editor_has_it(yaml.safe_load(data)))


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(workspaces())
def test_every_workspace_that_is_written_fits_the_schema(workspace: Workspace) -> None:
    VALIDATOR.validate(json.loads(dumps(workspace, name="w.json")))
    VALIDATOR.validate(as_an_editor_has_it(yaml.safe_load(dumps(workspace))))


def test_the_small_file_fits_and_loads() -> None:
    VALIDATOR.validate(SMALL)
    assert loads_too(SMALL)


PARTNER = ("partners", "schule")
RATING = ("contacts", "schule", "ratings", 0)
BREAKS = {
    "no version": without("schema"),
    "newer version": changed("schema", to=3),
    "older version": changed("schema", to=0),
    "version as text": changed("schema", to="one"),
    "no service": without("service"),
    "unknown collection": changed("partner", to={}),
    "unknown key": changed(*PARTNER, "nme", to="x"),
    "identifier inside": changed(*PARTNER, "id", to="schule"),
    "no name": without(*PARTNER, "name"),
    "empty text": changed(*PARTNER, "name", to=""),
    "blank text": changed(*PARTNER, "name", to="   "),
    "blank at the start": changed(*PARTNER, "name", to=" Schule"),
    "blank at the end": changed(*PARTNER, "name", to="Schule "),
    "two lines": changed(*PARTNER, "name", to="Schule\nSüd"),
    "line feed at the end": changed(*PARTNER, "name", to="Schule\n"),
    "number for text": changed(*PARTNER, "name", to=12),
    "null": changed(*PARTNER, "name", to=None),
    "unknown kind": changed(*PARTNER, "kind", to="schol"),
    "sub-kind no identifier": changed(*PARTNER, "sub_kind", to="Berufsschule"),
    "text for yes or no": changed(*PARTNER, "collective", to="yes"),
    "empty list": changed(*PARTNER, "further_kinds", to=[]),
    "word in place of list": changed(*PARTNER, "further_kinds", to="association"),
    "identifier with capitals": changed("partners", "Schule", to=SMALL["partners"]["schule"]),
    "identifier of a device": changed("partners", "com1", to=SMALL["partners"]["schule"]),
    "identifier too long": changed("partners", "a" * 81, to=SMALL["partners"]["schule"]),
    "identifier with line feed": changed(*PARTNER, "part_of", to="verein\n"),
    "key of seven digits": changed("units", "musterstadt", "ags", to="0100100"),
    "key as number": changed("units", "musterstadt", "ags", to=10010000),
    "key with line feed": changed("units", "musterstadt", "ags", to="01001000\n"),
    "year too early": changed("service", "founded", to=1944),
    "year too late": changed("service", "founded", to=2200),
    "year as text": changed("service", "founded", to="1990"),
    "step of no scale": changed(*RATING, "intensity", to=6),
    "step as text": changed(*RATING, "intensity", to="3"),
    "German date": changed(*RATING, "day", to="20.11.2025"),
    "short date": changed(*RATING, "day", to="2025-1-1"),
    "month 13": changed(*RATING, "day", to="2025-13-01"),
    "year 0": changed(*RATING, "day", to="0000-01-01"),
    "29 February of no leap year": changed(*RATING, "day", to="2025-02-29"),
    "unknown part of a period": changed("partners", "verein", "period", "from", to="2024-01-01"),
    "one side": changed("ties", "a", "between", to=["schule"]),
    "three sides": changed("ties", "a", "between", to=["schule", "verein", "schule"]),
    "minutes of more than a day": changed("activities", "eins", "minutes", to=1441),
    "half a minute": changed("activities", "eins", "minutes", to=0.5),
    "reference without collection": changed("activities", "eins", "regarding", to=["schule"]),
    "reference to units": changed("activities", "eins", "regarding", to=["units/musterstadt"]),
    "share above 100": changed("work_splits", "2025", "shares", 0, "percent", to=100.5),
    "share as text": changed("work_splits", "2025", "shares", 0, "percent", to="12.5"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_the_schema_refuses_loading_refuses_too(name: str) -> None:
    document = BREAKS[name]()
    assert not VALIDATOR.is_valid(document)
    assert not loads_too(document)


@pytest.mark.parametrize(
    "document",
    [
        changed("service", "founded", to=1945)(),
        changed("service", "founded", to=2199)(),
        changed("activities", "eins", "minutes", to=1440)(),
        changed("work_splits", "2025", "shares", 0, "percent", to=100)(),
        changed(*PARTNER, "note", to="eins\nzwei\n")(),
        changed(*PARTNER, "name", to="A")(),
        changed("partners", "a" * 80, to=SMALL["partners"]["schule"])(),
        changed("partners", "com1-gmbh", to=SMALL["partners"]["schule"])(),
    ],
)
def test_what_lies_on_the_border_is_in(document: dict[str, Any]) -> None:
    VALIDATOR.validate(document)


def test_every_field_stands_in_the_schema_with_its_class_and_its_label() -> None:
    for cls in [Workspace, *parts_of(Workspace)]:
        if issubclass(cls, Coded):
            continue
        told = (SCHEMA if cls is Workspace else SCHEMA["$defs"][cls.__name__])["properties"]
        names = {plan.name for plan in plan_of(cls) if plan.name != "id"}
        assert told.keys() - {"schema"} == names
        assert all(told[name]["title"] for name in names)
        assert cls.__name__ == "Period" or {told[name]["x-privacy"] for name in names} <= {
            audience.code for audience in Audience
        }


def test_a_field_has_the_class_of_its_entity_where_that_is_higher() -> None:
    assert SCHEMA["$defs"]["Activity"]["properties"]["minutes"]["x-privacy"] == "personal"


def test_a_year_as_key_is_no_fault_for_editors_that_take_it_for_a_number() -> None:
    names = SCHEMA["properties"]["maps"]["propertyNames"]
    assert names == {"$ref": "#/$defs/key"}
    assert jsonschema.Draft202012Validator(SCHEMA["$defs"]["key"]).is_valid(2025)


def test_no_two_parts_share_a_name() -> None:
    names = [cls.__name__ for cls in parts_of(Workspace)]
    assert len(names) == len(set(names))
    assert all(is_record(cls) or issubclass(cls, Coded) for cls in parts_of(Workspace))


def test_the_language_changes_the_words_and_nothing_else() -> None:
    german, english = (json_schema(language=language) for language in LANGUAGES)
    assert german["properties"]["partners"]["title"] == "Partner"
    assert english["properties"]["partners"]["title"] == "partners"
    assert bare(german) == bare(english)
    words = english["$defs"]["Importance"]
    assert words["enum"] == [1, 2, 3, 4, 5]
    assert words["enumDescriptions"][4] == "indispensable – Without it we could not fulfil our task."
    assert len(words["enum"]) == len(words["enumDescriptions"])


def bare(value: Any, *, of_names: bool = False) -> Any:
    """Give a schema without its words; the keys of ``properties`` are names and stay."""
    words = {"title", "description", "enumDescriptions", "patternErrorMessage"}
    if isinstance(value, dict):
        kept = {name: held for name, held in value.items() if of_names or name not in words}
        return {name: bare(held, of_names=name in {"properties", "$defs"}) for name, held in kept.items()}
    return value


def test_another_language_is_refused() -> None:
    with pytest.raises(ModelError):
        json_schema(language="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("cls", [*filter(is_record, parts_of(Workspace))], ids=lambda cls: cls.__name__)
def test_a_form_is_told_in_words_and_never_as_a_pattern(cls: type) -> None:
    for plan in plan_of(cls):
        if plan.about.pattern is not None:
            for language in LANGUAGES:
                assert "[" not in form_of(plan.about).in_(language), plan.name
