"""Findings in the forms of other programs, and the lines of the file that they are about."""

from __future__ import annotations

from jmdmodel.quality.forms.excerpt import Excerpt, excerpts
from jmdmodel.quality.forms.faults import (
    Fault,
    faults_as_concise,
    faults_as_data,
    faults_as_junit,
    faults_as_sarif,
    faults_of,
)
from jmdmodel.quality.forms.junit import as_junit
from jmdmodel.quality.forms.sarif import as_sarif

__all__ = [
    "Excerpt",
    "Fault",
    "as_junit",
    "as_sarif",
    "excerpts",
    "faults_as_concise",
    "faults_as_data",
    "faults_as_junit",
    "faults_as_sarif",
    "faults_of",
]
