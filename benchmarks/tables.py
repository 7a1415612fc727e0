"""CSV: the tables of the exporters, beside the ``csv`` module with the same columns and the same formatting.

Single activities are data about employees: their file is made for people entitled by name alone. What is
measured for them is the writing of that file, every text looked at and guarded, as the exporter does it.
Before anything is measured, the peers have to give the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from benchmarks import writers
from benchmarks.entries import activities as made_up
from benchmarks.harness import ON, Contender, Goal, Row, measure, ratio
from jmdexport.builtin import impuls
from jmdexport.builtin import tables as flat
from jmdexport.builtin._impuls_cells import OFFICE
from jmdexport.builtin._impuls_mapping import NONE
from jmdexport.builtin._impuls_rows_work import ACTIVITIES
from jmdexport.builtin._impuls_write import file_bytes
from jmdexport.records import Exporter, ExportRequest
from jmdmodel import redact
from jmdmodel.collection import Collection
from jmdmodel.entities.work import Activity
from jmdmodel.scales import Audience
from jmdmodel.testing import sizes
from jmdmodel.workspace import Workspace

_YEAR = ON.year - 1
_WHOLE = 120_000
"""So many activities at most where exporters are measured as a whole."""
_KINDS = (
    (True, "one in three with a note, notes repeat"),
    (False, "each with a note of its own"),
)


def rows(*, activities: int, rounds: int) -> Iterator[Row]:
    """Measure writing CSV for so many activities."""
    for alike, kind in _KINDS:
        made = list(made_up(activities, year=_YEAR, alike=alike))
        yield from _cells(made, kind, rounds)
        if alike:
            yield from _tables(made[:_WHOLE], rounds)
        del made


def _cells(made: Sequence[Activity], kind: str, rounds: int) -> Iterator[Row]:
    """Measure the file of single activities."""
    ours = _written(made)
    for peer in (writers.written, writers.remembered):
        if peer(made) != ours:
            raise AssertionError(f"{peer.__name__} writes something else.")
    times = measure(
        {
            "ours": Contender(run=lambda: _written(made)),
            "guarded": Contender(run=lambda: writers.written(made)),
            "remembered": Contender(run=lambda: writers.remembered(made)),
            "plain": Contender(run=lambda: writers.written(made, guarded=writers.same)),
        },
        rounds=rounds,
    )
    for name, peer in (
        ("guarded", "`csv.writer`, the same bytes"),
        ("remembered", "`csv.writer`, the same bytes, formatted cells remembered"),
        ("plain", "`csv.writer`, formatted and not guarded"),
    ):
        yield Row(
            step=f"CSV, {len(made):,} activities, {kind}",
            ours="`activities.csv`, guarded",
            peer=peer,
            figure=ratio(times, "ours", name),
            goal=Goal(limit=1 / 3, faster=True) if name == "guarded" else None,
        )


def _tables(made: Sequence[Activity], rounds: int) -> Iterator[Row]:
    """Measure the exporters as a whole on a site with these activities."""
    site = attrs.evolve(sizes.site(), activities=Collection(made))
    report, personal = redact(site, Audience.REPORT), redact(site, Audience.PERSONAL)
    times = measure(
        {
            "export": Contender(run=lambda: _rendered(impuls.EXPORTER, redact(site, Audience.REPORT))),
            "render": Contender(run=lambda: _rendered(impuls.EXPORTER, report)),
            "personal": Contender(run=lambda: _rendered(impuls.EXPORTER, personal, Audience.PERSONAL)),
            "tables": Contender(run=lambda: _rendered(flat.EXPORTER, personal, Audience.PERSONAL)),
            "months": Contender(run=lambda: _months(made)),
            "writer": Contender(run=lambda: writers.written(made)),
        },
        rounds=rounds,
    )
    many = f"{len(made):,} activities"
    for name, ours in (
        ("export", "`impuls-csv`: view for reports, then all tables and their description"),
        ("render", "`impuls-csv`: all tables and their description, the view made already"),
    ):
        yield Row(
            step=f"CSV, month sums of {many}",
            ours=ours,
            peer="a Counter and `csv.writer`, nothing hidden",
            figure=ratio(times, name, "months"),
        )
    for name, ours in (
        ("personal", "`impuls-csv`: all tables, `activities.csv` too, the view made already"),
        ("tables", "`tables`: all collections, the view made already"),
    ):
        yield Row(
            step=f"CSV, everything of a site with {many}",
            ours=ours,
            peer="`csv.writer`, the activities alone, guarded",
            figure=ratio(times, name, "writer"),
        )


def _rendered(exporter: Exporter, view: Workspace, audience: Audience = Audience.REPORT) -> int:
    request = ExportRequest(
        view=view,
        options=exporter.options(),
        medium=exporter.media[0],
        year=_YEAR,
        as_of=ON,
        audience=audience,
    )
    return sum(len(artifact.data) for artifact in exporter.render(request))


def _months(made: Sequence[Activity]) -> bytes:
    """Write the sums as one would by hand, without description, shares or labels."""
    minutes: Counter[tuple[int, str]] = Counter()
    number: Counter[tuple[int, str]] = Counter()
    for activity in made:
        key = (activity.day.month, activity.area.code)
        minutes[key] += activity.minutes
        number[key] += 1
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("year", "month", "area", "activities", "minutes"))
    for month, area in sorted(minutes):
        writer.writerow((_YEAR, month, area, number[month, area], minutes[month, area]))
    return out.getvalue().encode("utf-8-sig")


def _written(made: Sequence[Activity]) -> bytes:
    return file_bytes(ACTIVITIES, made, OFFICE, NONE, things=True)[0]
