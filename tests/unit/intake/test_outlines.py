"""Outlines from a GeoJSON file: what is matched, what is left as a doubt, what is refused."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from jmdmodel.codec.validation import validate
from jmdmodel.entities import AdministrativeUnit
from jmdmodel.errors import LoadError
from jmdmodel.ids import Ref
from jmdmodel.intake import CompletedUnits, read_outlines, with_outlines
from jmdmodel.testing.builders import minimal
from jmdmodel.vocabulary import UnitLevel


def square(x: float, y: float = 50.0) -> list[Any]:
    return [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y]]]


def feature(x: float = 7.0, **properties: object) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": square(x)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def file(*features: Any, **members: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **members}).encode()


def unit(
    identifier: str = "u", level: UnitLevel = UnitLevel.MUNICIPALITY, **values: Any
) -> AdministrativeUnit:
    return AdministrativeUnit(id=identifier, level=level, **{"name": "Mayen, Stadt", **values})


def filled(one: AdministrativeUnit, *features: Any) -> CompletedUnits:
    return with_outlines(minimal(one), read_outlines(file(*features)))


def outline(found: CompletedUnits) -> Any:
    assert validate(found.workspace) == ()
    return json.loads(found.workspace.units["u"].outline or "null")


@pytest.mark.parametrize(
    ("values", "properties"),
    [
        ({"ags": "07137068"}, {"AGS": "07137068"}),
        ({"ags": "07137068"}, {"ags": 7137068}),
        ({"ars": "071370068068"}, {"ARS": "071370068068", "GEN": "ganz anders"}),
        ({"ars": "071370068068"}, {"RS": 71370068068}),
        ({"ags": "07137068", "ars": "071370068068"}, {"ARS_0": "071370068068"}),
        ({"local_key": "07 – Hasenberg"}, {"Schluessel": "07 – Hasenberg"}),
        ({"local_key": "3"}, {"NR": 3}),
        ({}, {"kennung": "u"}),
        ({}, {"GEN": "Mayen"}),
        ({"name": "Mayen"}, {"name": "Mayen, Stadt"}),
        ({"ags": "07137068", "name": "Mayen"}, {"name": "Mayen"}),
    ],
)
def test_an_area_is_found_by_key_or_by_name(values: dict[str, Any], properties: dict[str, Any]) -> None:
    given = {"name": "Ort", **values} if "GEN" not in properties or "ARS" in properties else values
    found = filled(unit(**given), feature(7.5, Zahl=1, Ags_Alt="07137068"), feature(7.0, **properties))
    assert outline(found)["coordinates"] == square(7.0)
    assert (found.completed, found.doubts) == ((Ref("units", "u"),), ())


def test_a_district_is_found_by_a_key_that_is_filled_up_with_noughts() -> None:
    found = filled(unit(level=UnitLevel.DISTRICT, ags="07137"), feature(AGS="07137000"))
    assert outline(found)["type"] == "Polygon"


def test_a_feature_may_be_known_by_its_id() -> None:
    assert outline(filled(unit(), {**feature(), "id": "u"}))["type"] == "Polygon"


def test_several_areas_with_one_key_are_one_outline_of_several_parts() -> None:
    found = filled(unit(ags="07137068"), feature(7.0, AGS="07137068"), feature(7.5, AGS="07137068"))
    assert outline(found) == {"type": "MultiPolygon", "coordinates": [square(7.0), square(7.5)]}


def test_several_areas_with_one_name_are_a_doubt_and_none_is_taken() -> None:
    found = filled(unit(name="Au"), feature(7.0, name="Au"), feature(7.5, name="Au"))
    (doubt,) = found.doubts
    assert (found.completed, doubt.subject, doubt.field) == ((), Ref("units", "u"), "outline")
    assert doubt.what.in_("de").startswith("Mehrere Flächen der Datei heißen „Au“ (2)")


def test_an_area_of_the_same_name_with_another_key_is_another_area() -> None:
    found = filled(unit(ags="07137068", name="Mayen"), feature(name="Mayen", AGS="07137000"))
    assert found.doubts[0].what.in_("de") == "Zu „Mayen“ steht in der Datei keine Fläche."
    assert found.completed == ()


def test_an_outline_that_is_entered_stays() -> None:
    entered = json.dumps({"type": "Polygon", "coordinates": square(8.0)})
    found = filled(unit(outline=entered), feature(name="Mayen"))
    assert found.workspace.units["u"].outline == entered
    assert "bleibt" in found.doubts[0].what.in_("de")


def test_the_same_outline_is_no_doubt_however_it_is_written() -> None:
    heights = [[[*point, 120] for point in ring] for ring in square(7.0)]
    entered = json.dumps({"type": "Polygon", "coordinates": heights}, indent=2)
    found = filled(unit(outline=entered), feature(7.0, name="Mayen"))
    assert (found.completed, found.doubts) == ((), ())


def test_a_unit_with_an_outline_needs_no_area() -> None:
    entered = json.dumps({"type": "Polygon", "coordinates": square(8.0)})
    assert filled(unit(outline=entered), feature(name="Trier")).doubts == ()


def test_what_is_no_area_is_left_alone() -> None:
    town = {
        "type": "Feature",
        "properties": {"name": "Mayen"},
        "geometry": {"type": "Point", "coordinates": [7, 50]},
    }
    nowhere = {"type": "Feature", "properties": None, "geometry": None}
    found = filled(unit(), town, nowhere, "text", feature(name="Mayen"))
    assert outline(found)["coordinates"] == square(7.0)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["G201"]),
        (b"\xff", ["G201"]),
        (b"[" * 100_000, ["G201"]),
        (b"[]", ["G202"]),
        (b'{"type": "Feature"}', ["G202"]),
        (b'{"type": "FeatureCollection", "features": {}}', ["G202"]),
        (file(), ["G206"]),
        (file(feature(), crs={"properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}), ["G203"]),
        (file(feature(), crs="?"), ["G203"]),
        (file(feature(400_000.0)), ["G204"]),
        (file({"geometry": {"type": "Polygon", "coordinates": [[[7, 50], [8, 50], [8, 51]]]}}), ["G205"]),
        (file({"geometry": {"type": "MultiPolygon"}}, feature(500.0)), ["G205", "G204"]),
    ],
)
def test_all_that_is_wrong_is_told_at_once(data: bytes, codes: list[str]) -> None:
    with pytest.raises(LoadError) as caught:
        read_outlines(data, name="kreis.geojson")
    assert sorted(fault.code for fault in caught.value.faults) == sorted(codes)
    assert all(
        "kreis.geojson" in fault.in_("de") and "EPSG:4326" in fault.in_("en") for fault in caught.value.faults
    )
    assert pickle.loads(pickle.dumps(caught.value)).faults == caught.value.faults


def test_broken_json_is_told_with_its_place() -> None:
    with pytest.raises(LoadError) as caught:
        read_outlines(b'{\n  "type": x}')
    position = caught.value.faults[0].position
    assert (position.line, position.column) == (2, 11)


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4258"])
def test_degrees_may_be_named(name: str) -> None:
    data = b"\xef\xbb\xbf" + file(feature(), crs={"type": "name", "properties": {"name": name}})
    assert len(read_outlines(data)) == 1
