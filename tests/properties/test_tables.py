"""Whatever a workspace holds, every form of its tables gives back the same values."""

from __future__ import annotations

from collections import Counter

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jmdmodel.flattening import flat_tables
from jmdmodel.messages import LANGUAGES
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace
from tests.unit.builtin._tables import from_csv, from_parquet, from_workbook, made, opened, plain_rows

ANY_MACHINE = settings(suppress_health_check=[HealthCheck.too_slow])
"""Whole workspaces take their time to make where others work on the same machine."""
AUDIENCES = st.sampled_from(Audience)


@given(workspace=workspaces(), audience=AUDIENCES, dialect=st.sampled_from(["data", "office"]))
@ANY_MACHINE
def test_csv_gives_back_the_rows_in_both_dialects(
    workspace: Workspace, audience: Audience, dialect: str
) -> None:
    files = made(workspace, ".csv", audience=audience, persons=True, dialect=dialect)
    for table in flat_tables(redact(workspace, audience), persons=True):
        data = files[f"tables/{table.name}.csv"].data
        assert from_csv(data, table, dialect) == plain_rows(table), table.name


@given(workspace=workspaces(), audience=AUDIENCES, labels=st.sampled_from(LANGUAGES))
@settings(ANY_MACHINE, max_examples=15)
def test_a_workbook_gives_back_the_rows(workspace: Workspace, audience: Audience, labels: str) -> None:
    (file,) = made(workspace, ".xlsx", audience=audience, persons=True, labels=True, language=labels).values()
    book = opened(file.data)
    for table in flat_tables(redact(workspace, audience), persons=True, labels=labels):
        assert from_workbook(book, table) == plain_rows(table), table.name
    assert not any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )


@given(workspace=workspaces(), audience=AUDIENCES)
@settings(ANY_MACHINE, max_examples=20)
def test_parquet_gives_back_the_rows(workspace: Workspace, audience: Audience) -> None:
    files = made(workspace, ".parquet", audience=audience, persons=True)
    tables = flat_tables(redact(workspace, audience), persons=True)
    assert set(files) == {f"tables/{table.name}.parquet" for table in tables}
    for table in tables:
        assert from_parquet(files[f"tables/{table.name}.parquet"].data, table) == plain_rows(table), (
            table.name
        )


@given(workspace=workspaces())
@ANY_MACHINE
def test_every_thing_of_a_collection_is_one_row(workspace: Workspace) -> None:
    workspace = evolve(workspace, view=None)  # one that says it is a view has only the tables of its audience
    rows = Counter({table.name: len(table.rows) for table in flat_tables(workspace)})
    for name in ("partners", "networks", "cases", "activities"):
        assert rows[name] == len(getattr(workspace, name))
    assert rows["contacts.ratings"] == sum(len(one.ratings) for one in workspace.contacts)
    steps = [step for case in workspace.cases for goal in case.goals for step in goal.steps]
    assert rows["cases.goals.steps.contributions"] == sum(len(step.contributions) for step in steps)
