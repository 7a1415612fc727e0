"""Areas in GeoJSON, with what outlines may have: a hole, several parts, heights."""

from __future__ import annotations

import json

_SQUARE = [[7, 50], [8, 50], [8, 51], [7, 51], [7, 50]]
_HOLE = [[7.2, 50.2], [7.4, 50.2], [7.4, 50.4], [7.2, 50.2]]
_FAR = [[13.1, 52.5, 34], [13.2, 52.5, 34], [13.2, 52.6, 34], [13.1, 52.5, 34]]
_GEOMETRIES = (
    {"type": "Polygon", "coordinates": [_SQUARE]},
    {"type": "Polygon", "coordinates": [_SQUARE, _HOLE], "bbox": [7, 50, 8, 51]},
    {"type": "MultiPolygon", "coordinates": [[_SQUARE, _HOLE], [_FAR]]},
)
OUTLINES = tuple(json.dumps(geometry, indent=indent) for geometry in _GEOMETRIES for indent in (None, 2))
"""Areas with a hole, of several parts, with heights; on one line and on many."""
