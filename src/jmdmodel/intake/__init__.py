"""Readers of official files from elsewhere: plain values, and workspaces completed with them."""

from __future__ import annotations

from jmdmodel.intake.gv100ad import OfficialUnit, RecordType, official_keys, read_gv100ad
from jmdmodel.intake.outlines import OfficialOutline, read_outlines, with_outlines
from jmdmodel.intake.units import CompletedUnits, UnitDoubt, complete_units

__all__ = [
    "CompletedUnits",
    "OfficialOutline",
    "OfficialUnit",
    "RecordType",
    "UnitDoubt",
    "complete_units",
    "official_keys",
    "read_gv100ad",
    "read_outlines",
    "with_outlines",
]
