"""Plans of maps of the social space, made by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from jmdexport.drawing import MapGroup, group_style
from jmdexport.drawing.geo_plan import Area, GeoPlan, Spot
from jmdmodel.vocabulary import PlaceKind, UnitLevel

LEVELS = tuple((level.code, level.step) for level in UnitLevel)
KINDS = tuple(
    MapGroup(code=kind.code, label=kind.label.de, shape=shape, fill=fill, hatch=hatch)
    for number, kind in enumerate(PlaceKind)
    for fill, shape, hatch in (group_style(number),)
)


def ring(x: float, y: float, rays: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Give a closed ring round a point, with a corner at the end of each ray."""
    turn = 2 * math.pi / len(rays)
    found = [(x + ray * math.cos(n * turn), y + ray * math.sin(n * turn)) for n, ray in enumerate(rays)]
    return (*found, found[0])


def box(west: float, south: float, east: float, north: float) -> tuple[tuple[float, float], ...]:
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def area(identifier: str, *rings: Any, level: str = "municipality", **values: Any) -> Area:
    given = {
        "label": f"Gemeinde {identifier}",
        "level_label": "Gemeinde",
        "rank": dict(LEVELS)[level],
        **values,
    }
    return Area(id=identifier, level=level, rings=(rings,), **given)


def spot(identifier: str, east: float, north: float, **values: Any) -> Spot:
    given = {"label": f"Ort {identifier}", "kind": "meeting-place", "said": "Treffpunkt", **values}
    return Spot(id=f"places/{identifier}", at=(east, north), **given)


def geo(**values: Any) -> GeoPlan:
    given = {
        "title": "Karte des Sozialraums 2025",
        "subtitle": ("JMD Musterstadt · Stand 31.12.2025",),
        "service": "JMD Musterstadt",
        "kinds": KINDS,
        "kind_labels": ("JMD Musterstadt", "Partner", "Ring: eigene Angebote"),
        "empty": "Noch ist nichts zu zeichnen.",
        "source": "Quelle: Arbeitsmappe.",
        **values,
    }
    return GeoPlan(**given)
