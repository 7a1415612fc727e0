"""The files of the i-mpuls-style export in their order, and what all of them together say."""

from __future__ import annotations

from typing import Any

import attrs

from jmdexport.builtin._impuls_columns import File
from jmdexport.builtin._impuls_rows_bodies import COMMITTEES, NETWORKS, ImpulsCommittee, ImpulsNetwork
from jmdexport.builtin._impuls_rows_counts import CASES, FIGURES, ImpulsCases, ImpulsFigure
from jmdexport.builtin._impuls_rows_events import (
    EVENTS,
    GROUP_OFFERS,
    MEASURES,
    ImpulsEvent,
    ImpulsGroupOffer,
    ImpulsMeasure,
)
from jmdexport.builtin._impuls_rows_partners import COOPERATION, ImpulsCooperation
from jmdexport.builtin._impuls_rows_work import (
    ACTIVITIES,
    MONTHS,
    WORK_TIME,
    ImpulsActivity,
    ImpulsMonth,
    ImpulsWork,
)
from jmdmodel.messages import Message

FORMAT = "jmd-i-mpuls-style"
"""Name of our format. It follows the structural data of i-mpuls; it is not that software's import format."""

VERSION = 2
"""First number of the version; it changes when a column goes or means something else, or files join."""

FORMAT_VERSION = f"{VERSION}.0"
"""Version of our format."""

PACKAGE = "datapackage.json"
"""Name of the file that describes the others."""

FILES: tuple[File, ...] = (
    WORK_TIME,
    MONTHS,
    NETWORKS,
    COMMITTEES,
    COOPERATION,
    MEASURES,
    EVENTS,
    CASES,
    FIGURES,
    GROUP_OFFERS,
    ACTIVITIES,
)
"""All files in their order."""

USUAL = tuple(file for file in FILES if file.audience == "always")
"""The files that every export has."""


@attrs.frozen(kw_only=True)
class ImpulsData:
    """What the files say, one row for each line; equal for both dialects, and for any mapping.

    Attributes:
        work: The rows of ``work_time.csv``.
        months: The rows of ``activities_by_month.csv``.
        networks: The rows of ``networks.csv``.
        committees: The rows of ``committees.csv``.
        cooperation: The rows of ``cooperation.csv``.
        measures: The rows of ``measures.csv``.
        events: The rows of ``events.csv``.
        cases: The rows of ``case_counts.csv``.
        figures: The rows of ``year_figures.csv``.
        group_offers: The rows of ``group_offers.csv``.
        activities: The rows of ``activities.csv``, which is made for people entitled by name alone.
        doubts: What was read but needs a look.
    """

    work: tuple[ImpulsWork, ...] = ()
    months: tuple[ImpulsMonth, ...] = ()
    networks: tuple[ImpulsNetwork, ...] = ()
    committees: tuple[ImpulsCommittee, ...] = ()
    cooperation: tuple[ImpulsCooperation, ...] = ()
    measures: tuple[ImpulsMeasure, ...] = ()
    events: tuple[ImpulsEvent, ...] = ()
    cases: tuple[ImpulsCases, ...] = ()
    figures: tuple[ImpulsFigure, ...] = ()
    group_offers: tuple[ImpulsGroupOffer, ...] = ()
    activities: tuple[ImpulsActivity, ...] = ()
    doubts: tuple[Message, ...] = attrs.field(default=(), eq=False)

    def of(self, file: File) -> tuple[Any, ...]:
        """Give the rows of a file."""
        rows: tuple[Any, ...] = getattr(self, PARTS[file.name])
        return rows


_FIELDS: tuple[attrs.Attribute[Any], ...] = attrs.fields(ImpulsData)

PARTS = {file.name: field.name for file, field in zip(FILES, _FIELDS, strict=False)}
"""Which part of :class:`ImpulsData` holds the rows of which file: they stand in the same order."""
