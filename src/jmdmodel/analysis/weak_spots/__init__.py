"""What would not bear much: important partners without close contact, and what hangs on one person."""

from __future__ import annotations

from jmdmodel.analysis.weak_spots.spots import WeakSpots, weak_spots
from jmdmodel.analysis.weak_spots.weakness import WeakPart, WeakReason, WeakSpot

__all__ = [
    "WeakPart",
    "WeakReason",
    "WeakSpot",
    "WeakSpots",
    "weak_spots",
]
