"""Whatever a workspace holds, the i-mpuls-style tables read back to the values that were written."""

from __future__ import annotations

import contextlib
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmdexport.builtin._impuls_cells import DATA, DIALECTS, OFFICE, Dialect, needs_guard
from jmdexport.builtin._impuls_columns import Column, File
from jmdexport.builtin._impuls_files import FILES, PARTS, ImpulsData
from jmdexport.builtin._impuls_mapping import NONE, ImpulsMapping, read_mapping
from jmdexport.builtin._impuls_rows_work import ACTIVITIES
from jmdexport.builtin._impuls_write import PORTION, Guarded, file_bytes
from jmdexport.builtin.impuls import EXPORTER, ImpulsFault, ImpulsOptions, read_impuls, tables_of
from jmdexport.records import ExportRequest
from jmdmodel.entities.work import Activity
from jmdmodel.privacy import redact
from jmdmodel.privacy.counts import protected_counts
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import naughty_text, workspaces
from jmdmodel.vocabulary import WorkArea
from jmdmodel.workspace import Workspace

SHOWN = ("networks", "committees", "contacts", "maps", "measures", "events", "group_offers", "figures")
LINES = {"\r\n": "\n", "\r": "\n"}
RENAMED = read_mapping(
    "columns: {year: Jahr, title: Titel}\ncodes: {area: {network: NW}, partner_kind: {school: SCH}}"
)


def request_for(workspace: Workspace, audience: Audience, dialect: str) -> ExportRequest[ImpulsOptions]:
    below = audience < Audience.REPORT
    return ExportRequest(
        view=redact(workspace, audience),
        options=ImpulsOptions(dialect=dialect),
        medium=EXPORTER.media[0],
        year=2025,
        as_of=date(2025, 12, 31),
        audience=audience,
        counts=None if below else protected_counts(workspace, year=2025, named=audience > Audience.REPORT),
    )


def parts(made: tuple[Any, ...]) -> dict[str, bytes]:
    return {one.name: one.data for one in made}


@given(
    workspace=workspaces(size=3, collections=SHOWN) | workspaces(size=4),
    audience=st.sampled_from([Audience.PUBLIC, Audience.REPORT, Audience.PERSONAL]),
    dialect=st.sampled_from(sorted(DIALECTS)),
)
def test_what_is_made_of_a_workspace_reads_back_to_equal_values(
    workspace: Workspace, audience: Audience, dialect: str
) -> None:
    request = request_for(workspace, audience, dialect)
    found = read_impuls(parts(tuple(EXPORTER.render(request))))
    made = tables_of(request)
    assert attrs.evolve(found, activities=()) == made
    if audience is Audience.PERSONAL:
        of_year = [one for one in workspace.activities if one.day.year == 2025]
        assert [(row.activity, row.minutes, row.note) for row in found.activities] == [
            (one.id, one.minutes, one.note) for one in of_year
        ]


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.text(st.characters(exclude_categories=["Cs"])) | naughty_text(),
    "id": st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True),
    "day": st.dates(date(1900, 1, 1), date(2199, 12, 31)),
}


def value_of(column: Column) -> st.SearchStrategy[Any]:
    """Give values of a column, also texts that look like anything else."""
    many = column.kind in {"ids", "codes"}
    if column.kind in {"code", "codes"}:
        one: st.SearchStrategy[Any] = st.sampled_from(column.words)
    elif column.kind in {"integer", "number"}:
        low, high = column.minimum or 0, column.maximum or 10**6
        one = st.integers(low, high)
        if column.kind == "number":
            one = st.fractions(low, high).map(lambda exact: round(exact, 2))
    else:
        one = VALUES[column.kind.removesuffix("s") if many else column.kind]
    if many:
        return st.lists(one, max_size=3).map(tuple)
    return one if column.required else one | st.none()


def rows_of(file: File) -> st.SearchStrategy[tuple[Any, ...]]:
    row = st.builds(file.row, **{column.name: value_of(column) for column in file.columns})
    return st.lists(
        row, max_size=4, unique_by=lambda one: tuple(getattr(one, name) for name in file.key)
    ).map(tuple)


def written(data: ImpulsData, dialect: Dialect, mapping: ImpulsMapping) -> dict[str, bytes]:
    return {
        file.name: file_bytes(file, data.of(file), dialect, mapping, decimals={"share_percent": 2})[0]
        for file in FILES
    }


@given(data=st.builds(ImpulsData, **{PARTS[file.name]: rows_of(file) for file in FILES}))
def test_any_rows_read_back_from_each_dialect_with_or_without_a_mapping(data: ImpulsData) -> None:
    for dialect in DIALECTS.values():
        for mapping in (NONE, RENAMED):
            made = written(data, dialect, mapping)
            assert read_impuls(made, mapping=json.dumps(mapping.as_data())) == data


@given(data=st.builds(ImpulsData, **{PARTS[file.name]: rows_of(file) for file in FILES}), junk=st.data())
def test_a_damaged_file_is_told_or_read_and_nothing_else_happens(
    data: ImpulsData, junk: st.DataObject
) -> None:
    made = written(data, OFFICE, NONE)
    name = junk.draw(st.sampled_from(sorted(made)))
    at = junk.draw(st.integers(0, len(made[name])))
    made[name] = (
        made[name][:at] + junk.draw(st.binary(max_size=6)) + made[name][at + junk.draw(st.integers(0, 6)) :]
    )
    with contextlib.suppress(ImpulsFault):
        read_impuls(made)


@given(notes=st.lists(st.none() | naughty_text() | st.sampled_from(["=1", "'x", ".", "Haus"]), max_size=8))
def test_the_manifest_names_exactly_the_rows_whose_text_was_guarded(notes: list[str | None]) -> None:
    rows = list(activities(len(notes), notes))
    _, guarded = file_bytes(ACTIVITIES, rows, OFFICE, NONE, things=True)
    wanted = tuple(row for row, note in enumerate(notes, start=2) if note is not None and needs_guard(note))
    assert guarded == ((Guarded("activities.csv", "note", wanted),) if wanted else ())


# Many rows


def activities(number: int, notes: list[str | None] | None = None) -> Iterator[Activity]:
    areas = list(WorkArea)
    for place in range(number):
        yield Activity(
            id=f"a-{place:07}",
            day=date(2025, 1 + place % 12, 1 + place % 28),
            minutes=5 + place % 300,
            area=areas[place % 12],
            staff="leitung",
            note=(notes[place] if notes is not None else f"=Gespräch {place}" if place % 50 == 0 else None),
        )


@pytest.mark.parametrize("number", [0, 1, PORTION - 1, PORTION, PORTION + 1, 2 * PORTION + 1])
@pytest.mark.parametrize("dialect", [OFFICE, DATA])
def test_portions_leave_no_seam(number: int, dialect: Dialect) -> None:
    data, guarded = file_bytes(ACTIVITIES, activities(number), dialect, NONE, things=True)
    one = [file_bytes(ACTIVITIES, [row], dialect, NONE, things=True)[0] for row in activities(number)]
    head = file_bytes(ACTIVITIES, [], dialect, NONE, things=True)[0]
    assert data == head + b"".join(line.removeprefix(head) for line in one)
    assert [place for found in guarded for place in found.rows] == (
        [row for row in range(2, number + 2) if (row - 2) % 50 == 0] if dialect is OFFICE else []
    )


@pytest.mark.parametrize("portions", [4, 16, 64])
def test_beside_the_finished_bytes_the_memory_does_not_grow_with_the_rows(portions: int) -> None:
    number = portions * PORTION
    notes: list[str | None] = [f"Gespräch {place}" for place in range(number)]
    tracemalloc.start()
    try:
        data, _ = file_bytes(ACTIVITIES, activities(number, notes), OFFICE, NONE, things=True)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # A buffer that grows reserves an eighth more than it holds; nothing is ever written there.
    assert most - len(data) * 9 // 8 < 1_200_000
