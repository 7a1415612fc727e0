"""CSV: the tables of the exporter, beside the ``csv`` module with the same columns and the same formatting.

Single activities are data about employees: their file is made for people entitled by name alone. What is
measured for them is the writing of that file, every text looked at and guarded, as the exporter does it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

import attrs

from benchmarks.harness import ON, Contender, Goal, Row, measure, ratio
from jmdexport.builtin._impuls_cells import OFFICE
from jmdexport.builtin._impuls_mapping import NONE
from jmdexport.builtin._impuls_rows_work import ACTIVITIES
from jmdexport.builtin._impuls_write import file_bytes
from jmdexport.builtin.impuls import EXPORTER, ImpulsOptions
from jmdexport.records import ExportRequest
from jmdmodel import redact
from jmdmodel.scales import Audience
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def rows(*, activities: int, rounds: int) -> Iterator[Row]:
    """Measure writing CSV for one workspace with so many activities."""
    made = sizes.site(attrs.evolve(sizes.S, activities=activities))
    view = redact(made, Audience.REPORT)
    year = ON.year - 1
    times = measure(
        {
            "export": Contender(run=lambda: _exported(made, year)),
            "render": Contender(run=lambda: _rendered(view, year)),
            "months": Contender(run=lambda: _months(made, year)),
            "cells": Contender(run=lambda: _cells(made)),
            "writer": Contender(run=lambda: _writer(made)),
            "guarded": Contender(run=lambda: _writer(made, guard=True)),
        },
        rounds=rounds,
    )
    many = f"{activities:,} activities"
    yield Row(
        step=f"CSV, month sums of {many}",
        ours="view for reports, then all tables and their description",
        peer="a Counter and `csv.writer`, one year, nothing hidden",
        figure=ratio(times, "export", "months"),
    )
    yield Row(
        step=f"CSV, month sums of {many}",
        ours="all tables and their description, the view made already",
        peer="a Counter and `csv.writer`, one year, nothing hidden",
        figure=ratio(times, "render", "months"),
    )
    for name, peer in (
        ("writer", "`csv.writer` with formatting"),
        ("guarded", "`csv.writer` with formatting and the usual guard"),
    ):
        yield Row(
            step=f"CSV, rows of {many}",
            ours="`activities.csv` of the exporter, guarded",
            peer=peer,
            figure=ratio(times, "cells", name),
            goal=Goal(limit=1 / 3, faster=True) if name == "writer" else None,
        )


def _exported(workspace: Workspace, year: int) -> int:
    return _rendered(redact(workspace, Audience.REPORT), year)


def _rendered(view: Workspace, year: int) -> int:
    request = ExportRequest(
        view=view,
        options=ImpulsOptions(),
        medium=EXPORTER.media[0],
        year=year,
        as_of=ON,
        audience=Audience.REPORT,
    )
    return sum(len(artifact.data) for artifact in EXPORTER.render(request))


def _months(workspace: Workspace, year: int) -> bytes:
    """Write the sums as one would by hand, without description, shares or labels."""
    minutes: Counter[tuple[int, str]] = Counter()
    number: Counter[tuple[int, str]] = Counter()
    for activity in workspace.activities:
        if activity.day.year == year:
            key = (activity.day.month, activity.area.code)
            minutes[key] += activity.minutes
            number[key] += 1
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("year", "month", "area", "activities", "minutes"))
    for month, area in sorted(minutes):
        writer.writerow((year, month, area, number[month, area], minutes[month, area]))
    return out.getvalue().encode("utf-8-sig")


def _cells(workspace: Workspace) -> bytes:
    return file_bytes(ACTIVITIES, workspace.activities, OFFICE, NONE, things=True)[0]


def _writer(workspace: Workspace, *, guard: bool = False) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(ACTIVITIES.names)
    for activity in workspace.activities:
        note = "." if activity.note is None else activity.note
        writer.writerow(
            (
                activity.id,
                activity.day.strftime("%d.%m.%Y"),
                activity.minutes,
                f"{activity.minutes / 60:.2f}".replace(".", ","),
                activity.area.code,
                "." if activity.sub_area is None else activity.sub_area,
                "." if activity.staff is None else activity.staff,
                " ".join(map(str, activity.regarding)) or ".",
                f"'{note}" if guard and note.startswith(_RISKY) else note,
            )
        )
    return out.getvalue().encode("utf-8-sig")
