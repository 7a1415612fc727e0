"""Findings in the forms of other programs, and the lines of the file that they are about."""

from __future__ import annotations

from jmdmodel.quality.forms.excerpt import Excerpt, excerpts
from jmdmodel.quality.forms.junit import as_junit
from jmdmodel.quality.forms.sarif import as_sarif

__all__ = ["Excerpt", "as_junit", "as_sarif", "excerpts"]
