"""Where things lie: positions, outlines, and how many people live in a unit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from jmdmodel.fields import Broken, about, entity
from jmdmodel.messages import Message, Say
from jmdmodel.scales import Audience

_NO_OUTLINE = Say(de="Das ist keine Fläche in GeoJSON.", en="This is no area in GeoJSON.")
_AN_OUTLINE = Say(
    de="Eine Geometrie der Art Polygon oder MultiPolygon eintragen: geschlossene Ringe aus [Länge, Breite] "
    "in Grad (WGS 84), mit mindestens vier Punkten.",
    en="Enter a geometry of type Polygon or MultiPolygon: closed rings of [longitude, latitude] in degrees "
    "(WGS 84), with four points at least.",
)

OUTLINE_HELP = Say(
    "Fläche als GeoJSON-Geometrie (Polygon oder MultiPolygon).",
    "Area as GeoJSON geometry (Polygon or MultiPolygon).",
)


@entity("Lage", "position", Audience.PUBLIC)
class Position:
    """A point on the map in degrees of WGS 84, with four decimals at most: some ten metres (R-02).

    German: Lage. North of the equator and east of Greenwich, as all of Germany is.
    """

    latitude: Fraction = about("geografische Breite", "latitude", Audience.PUBLIC, minimum=0, maximum=90)
    longitude: Fraction = about("geografische Länge", "longitude", Audience.PUBLIC, minimum=0, maximum=180)


@entity("Einwohnerzahl", "population", Audience.PUBLIC, plural=Say("Einwohnerzahlen", "populations"))
class Population:
    """How many people lived in a unit on a day, by which source (R-03). German: Einwohnerzahl."""

    day: date = about("Stichtag", "day", Audience.PUBLIC)
    count: int = about("Anzahl", "count", Audience.PUBLIC, minimum=0, maximum=1000000000)
    source: str | None = about("Quelle", "source", Audience.PUBLIC, default=None)


def outline_faults(field: str, text: str | None) -> Iterator[Broken]:
    """Yield a fault where a text is no area in GeoJSON (RFC 7946, Polygon or MultiPolygon)."""
    if text is not None and not is_outline(text):
        yield Broken(code="L141", field=field, what=Message.of(_NO_OUTLINE), remedy=Message.of(_AN_OUTLINE))


def is_outline(text: str) -> bool:
    """Tell whether a text is a GeoJSON geometry of type Polygon or MultiPolygon with closed rings.

    Example:
        >>> is_outline('{"type": "Polygon", "coordinates": [[[7, 50], [8, 50], [8, 51], [7, 50]]]}')
        True
    """
    try:
        geometry = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(geometry, dict) or set(geometry) - {"type", "coordinates", "bbox"}:
        return False
    parts = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        parts = [parts]
    elif geometry.get("type") != "MultiPolygon":
        return False
    return _all(parts, lambda polygon: _all(polygon, _is_ring))


def _all(items: Any, fits: Any) -> bool:
    return isinstance(items, list) and bool(items) and all(fits(item) for item in items)


def _is_ring(ring: Any) -> bool:
    return _all(ring, _is_point) and len(ring) >= 4 and ring[0] == ring[-1]


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) in (2, 3)
        and all(isinstance(number, int | float) and not isinstance(number, bool) for number in point)
        and abs(point[0]) <= 180
        and abs(point[1]) <= 90
    )
