"""Outlines of units from a GeoJSON file of an office: read, matched by key or name, filled in (R-02)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from jmdmodel.entities.geography import is_outline
from jmdmodel.entities.outlines import Rings, polygons
from jmdmodel.entities.space import AdministrativeUnit
from jmdmodel.errors import LoadError, LoadFault, Position
from jmdmodel.fields import evolve
from jmdmodel.ids import Ref
from jmdmodel.intake.units import CompletedUnits, UnitDoubt, is_same_name
from jmdmodel.messages import Message, Say
from jmdmodel.workspace import Workspace

__all__ = ["OfficialOutline", "read_outlines", "with_outlines"]

_OFFICIAL = frozenset({"ags", "ars", "rs", "ags_0", "ars_0", "rs_0"})
"""Names of properties that hold an official key, in small letters."""
_OWN = frozenset({"id", "key", "kennung", "local_key", "nr", "nummer", "schluessel", "schlüssel"})
"""Names of properties that may hold a key of the town, or the identifier of the unit in the workspace."""
_NAMES = ("gen", "name", "bezeichnung", "stadtteil", "ortsteil")
_DEGREES = ("crs84", ":4326", ":4258")
"""Ends of the names of reference systems whose coordinates are degrees fit for a map of a county."""
_LENGTHS = (8, 12)
_CUT = frozenset({1, 4, 7, 11})
"""So many digits has a key of a Land from 01 to 09 that was read as a number."""

_NO_JSON = Say(de="Die Datei ist kein JSON in UTF-8.", en="The file is no JSON in UTF-8.")
_NO_COLLECTION = Say(
    de="Die Datei ist keine FeatureCollection in GeoJSON.", en="The file is no FeatureCollection in GeoJSON."
)
_EXPORT = Say(
    de="Die Flächen im Programm der Dienststelle als GeoJSON ausgeben, in Grad (EPSG:4326).",
    en="Export the areas as GeoJSON in degrees (EPSG:4326).",
)
_OTHER_SYSTEM = Say(
    de="Die Koordinaten stehen im Bezugssystem „{name}“; lesbar sind nur Grad.",
    en='The coordinates are of the reference system "{name}"; only degrees can be read.',
)
_NO_DEGREES = Say(
    de="Die Koordinaten sind keine Grad: Länge bis 180, Breite bis 90.",
    en="The coordinates are no degrees: longitude up to 180, latitude up to 90.",
)
_NO_AREA = Say(
    de="Die Fläche ist nicht lesbar: Jeder Ring braucht vier Punkte oder mehr, der letzte ist der erste.",
    en="The area cannot be read: each ring needs four points at least, and the last one is the first.",
)
_NOTHING = Say(
    de="In der Datei steht keine Fläche (Polygon oder MultiPolygon).",
    en="There is no area in the file (Polygon or MultiPolygon).",
)
_NOT_THERE = Say(
    de="Zu „{name}“ steht in der Datei keine Fläche.", en='There is no area for "{name}" in the file.'
)
_SEVERAL = Say(
    de="Mehrere Flächen der Datei heißen „{name}“ ({n}); keine wurde übernommen. Ein Schlüssel (AGS oder ARS)"
    " macht es eindeutig.",
    en='Several areas of the file are called "{name}" ({n}); none was taken. A key (AGS or ARS) decides.',
)
_OTHER = Say(
    de="„{name}“ hat in der Datei einen anderen Umriss; der eingetragene bleibt.",
    en='"{name}" has another outline in the file; the one that is entered stays.',
)


@attrs.frozen(kw_only=True)
class OfficialOutline:
    """One area of a file. German: amtlicher Umriss.

    Attributes:
        keys: Its official keys (AGS, ARS), as text.
        own_keys: Other keys that the file gives it.
        names: What the file calls it.
        polygons: Its polygons as GeoJSON has them, without heights.
    """

    keys: frozenset[str] = frozenset()
    own_keys: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    polygons: tuple[Rings, ...]


def read_outlines(data: bytes, *, name: str = "outlines.geojson") -> tuple[OfficialOutline, ...]:
    """Read the areas of a GeoJSON file (RFC 7946, a FeatureCollection), in their order (R-02).

    Features that are no areas, such as points, are left alone. Keys that were written as numbers get back
    the nought they lost at their beginning.

    Args:
        data: The content of the file.
        name: What to call the file in faults.

    Raises:
        LoadError: With all that is wrong, each with its place in the document.

    Example:
        >>> ring = "[[7, 50], [8, 50], [8, 51], [7, 50]]"
        >>> area = '{"type": "Polygon", "coordinates": [' + ring + "]}"
        >>> feature = '{"type": "Feature", "properties": {"AGS": 7137068}, "geometry": ' + area + "}"
        >>> file = '{"type": "FeatureCollection", "features": [' + feature + "]}"
        >>> (found,) = read_outlines(file.encode())
        >>> sorted(found.keys)
        ['07137068']
    """
    faults: list[LoadFault] = []
    features = _features(data, name, faults)
    found: list[OfficialOutline] = []
    for number, feature in enumerate(features):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        if not isinstance(geometry, dict) or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
            continue
        path = f"features[{number}].geometry"
        if is_outline(json.dumps(geometry)):
            found.append(_outline(feature, geometry))
        elif any(abs(one) > 180 for one in _numbers(geometry.get("coordinates"))):
            faults.append(_fault("G204", Message.of(_NO_DEGREES), name, path))
        else:
            faults.append(_fault("G205", Message.of(_NO_AREA), name, path))
    if not found and not faults:
        faults.append(_fault("G206", Message.of(_NOTHING), name, "features"))
    if faults:
        raise LoadError(tuple(faults))
    return tuple(found)


def _fault(  # noqa: PLR0917 - an inner function
    code: str, what: Message, file: str, path: str = "", line: int = 1, column: int = 1
) -> LoadFault:
    place = Position(file=file, line=line, column=column)
    return LoadFault(position=place, path=path, code=code, what=what, remedy=Message.of(_EXPORT))


def _features(data: bytes, name: str, faults: list[LoadFault]) -> list[Any]:
    """Give the features of a file, as they are; none where it is no collection of them."""
    try:
        document = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except json.JSONDecodeError as error:
        faults.append(_fault("G201", Message.of(_NO_JSON), name, "", error.lineno, error.colno))
        return []
    except (ValueError, RecursionError):
        faults.append(_fault("G201", Message.of(_NO_JSON), name))
        return []
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or document.get("type") != "FeatureCollection":
        faults.append(_fault("G202", Message.of(_NO_COLLECTION), name))
        return []
    system = _system(document)
    if not system.casefold().endswith(_DEGREES):
        faults.append(_fault("G203", Message.of(_OTHER_SYSTEM, name=system), name, "crs"))
    return features


def with_outlines(workspace: Workspace, outlines: Iterable[OfficialOutline]) -> CompletedUnits:
    """Fill in the outlines of the units of a workspace that have none (R-02). German: Umrisse ergänzen.

    A unit gets the areas with its key (AGS, ARS, the town's key, or its identifier), several of them as one
    outline of several parts; without such an area the only one with its name whose key is no other. What is
    entered stays; a different outline in the file is a doubt, and so is a unit without any.
    """
    known = tuple(outlines)
    changed: list[AdministrativeUnit] = []
    doubts: list[UnitDoubt] = []
    for unit in workspace.units:
        areas, why = _areas_of(unit, known)
        if not areas:
            if unit.outline is None:
                doubts.append(_doubt(unit, why or Message.of(_NOT_THERE, name=unit.name)))
            continue
        outline = _text([polygon for area in areas for polygon in area.polygons])
        if unit.outline is None:
            changed.append(evolve(unit, outline=outline))
        elif polygons(unit.outline) != polygons(outline):
            doubts.append(_doubt(unit, Message.of(_OTHER, name=unit.name)))
    return CompletedUnits(
        workspace=workspace.with_entities(*changed),
        completed=tuple(Ref("units", unit.id) for unit in changed),
        doubts=tuple(doubts),
    )


def _areas_of(
    unit: AdministrativeUnit, known: tuple[OfficialOutline, ...]
) -> tuple[list[OfficialOutline], Message | None]:
    keys = {key.ljust(length, "0") for key in (unit.ags, unit.ars) if key for length in (0, *_LENGTHS)}
    own = {key for key in (unit.local_key, unit.id) if key}
    found = [area for area in known if keys & area.keys or own & area.own_keys]
    if found:
        return found, None
    named = [
        area
        for area in known
        if any(is_same_name(unit.name, name) or is_same_name(name, unit.name) for name in area.names)
        and not (keys and area.keys)
    ]
    if len(named) > 1:
        return [], Message.of(_SEVERAL, name=unit.name, n=len(named))
    return named, None


def _doubt(unit: AdministrativeUnit, what: Message) -> UnitDoubt:
    return UnitDoubt(subject=Ref("units", unit.id), field="outline", what=what)


def _outline(feature: Mapping[str, Any], geometry: Mapping[str, Any]) -> OfficialOutline:
    told = feature.get("properties")
    properties = {
        str(key).casefold(): value for key, value in (told if isinstance(told, dict) else {}).items()
    }
    own = {_key(properties[one]) for one in _OWN if one in properties} | {_key(feature.get("id"))}
    return OfficialOutline(
        keys=frozenset(_key(properties[one], lost=True) for one in _OFFICIAL if one in properties) - {""},
        own_keys=frozenset(own) - {""},
        names=tuple(name for one in _NAMES if isinstance(name := properties.get(one), str) and name.strip()),
        polygons=polygons(json.dumps(geometry)),
    )


def _key(value: Any, *, lost: bool = False) -> str:
    """Give a key as text; an official one that was a number gets its lost nought back."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return ""
    text = str(value).strip()
    cut = lost and isinstance(value, int) and len(text) in _CUT
    return f"0{text}" if cut else text


def _system(document: Mapping[str, Any]) -> str:
    """Give the name of the reference system; without one it is degrees, as the standard has it."""
    crs = document.get("crs")
    if crs is None:
        return _DEGREES[0]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return str(properties.get("name", "?")) if isinstance(properties, dict) else "?"


def _numbers(value: Any) -> Iterator[float]:
    """Give all numbers in nested lists."""
    waiting = [value]
    while waiting:
        now = waiting.pop()
        if isinstance(now, list):
            waiting += now
        elif isinstance(now, int | float):
            yield now


def _text(parts: list[Rings]) -> str:
    """Give an outline as the workspace keeps it."""
    if len(parts) == 1:
        return json.dumps({"type": "Polygon", "coordinates": parts[0]})
    return json.dumps({"type": "MultiPolygon", "coordinates": parts})
