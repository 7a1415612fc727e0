"""Findings, and the faults of a file that cannot be read, as text in forms that other programs read.

Each form is imported when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # why so: see jmdmodel.first_use
if TYPE_CHECKING:
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
else:
    from jmdmodel.first_use import on_first_use

    __getattr__, __dir__ = on_first_use(
        globals(),
        {
            "jmdmodel.quality.forms.excerpt": "Excerpt excerpts",
            "jmdmodel.quality.forms.faults": (
                "Fault faults_as_concise faults_as_data faults_as_junit faults_as_sarif faults_of"
            ),
            "jmdmodel.quality.forms.junit": "as_junit",
            "jmdmodel.quality.forms.sarif": "as_sarif",
        },
    )

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
