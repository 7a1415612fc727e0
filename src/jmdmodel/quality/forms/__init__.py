"""Findings in the forms of other programs: code scanners, build servers, pull requests."""

from __future__ import annotations

from jmdmodel.quality.forms.sarif import as_sarif

__all__ = ["as_sarif"]
