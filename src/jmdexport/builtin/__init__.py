"""The exporters that come with the library: a plugin like any other, found by the same road.

Each exporter lives in a module of its own and is listed here; the docstring of its module, and those of
the modules of its parts (``_report_…`` for ``report``), name the requirements that it serves.
"""

from __future__ import annotations

from pathlib import Path

from jmdexport.builtin import (
    case_map,
    change_map,
    charts,
    committee_map,
    findings,
    geo_map,
    impuls,
    letter,
    network_map,
    report,
    tables,
    years_map,
)
from jmdexport.hookspecs import hookimpl
from jmdexport.records import Exporter


@hookimpl
def jmdexport_exporters() -> list[Exporter]:
    """Give the exporters of the library."""
    return [
        network_map.NETWORK_MAP,
        change_map.CHANGE_MAP,
        years_map.YEARS_MAP,
        committee_map.COMMITTEE_MAP,
        case_map.CASE_MAP,
        geo_map.EXPORTER,
        charts.EXPORTER,
        report.EXPORTER,
        impuls.EXPORTER,
        findings.EXPORTER,
        letter.EXPORTER,
        tables.EXPORTER,
    ]


@hookimpl
def jmdexport_template_folders() -> list[Path]:
    """Give no folder: the library's own templates are always found, behind those of everybody else."""
    return []
