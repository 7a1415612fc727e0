"""How far partners have opened between two days, and which barriers stand."""

from __future__ import annotations

from jmdmodel.analysis.opening.overview import OpeningOverview, opening_overview
from jmdmodel.analysis.opening.parts import (
    BarrierChange,
    KindRow,
    MeasureRow,
    PartnerOpening,
    StageChange,
    StageRow,
    StateRow,
)

__all__ = [
    "BarrierChange",
    "KindRow",
    "MeasureRow",
    "OpeningOverview",
    "PartnerOpening",
    "StageChange",
    "StageRow",
    "StateRow",
    "opening_overview",
]
