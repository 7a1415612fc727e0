"""Readers of official files from elsewhere, as plain values beside the workspace."""

from __future__ import annotations

from jmdmodel.intake.gv100ad import OfficialUnit, RecordType, read_gv100ad

__all__ = ["OfficialUnit", "RecordType", "read_gv100ad"]
