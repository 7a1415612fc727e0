"""What holds for every chart, whatever stands in the workspace."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.builtin._chart_common import CHARTS
from jmdexport.builtin.charts import EXPORTER, ChartOptions, audience_of, chart_plan
from jmdexport.drawing import PAGES, to_svg
from jmdexport.drawing.chart import draw_chart
from jmdexport.drawing.chart_plan import Chart, ChartDoesNotFit, chart_table
from jmdexport.records import ExportRequest
from jmdmodel.messages import LANGUAGES, Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace
from tests.unit.drawing._charts import clean, matrix, rows_of

COUNTED = (
    "partners", "offers", "group_offers", "needs", "gaps", "barriers", "measures", "openings", "committees",
    "work_splits", "activities",
)  # fmt: skip
NAMES = st.one_of(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüß -ABCDEFG"), min_size=1, max_size=60),
    st.text(min_size=1, max_size=30),
    st.sampled_from(["Jobcenter", "Agentur für Arbeit", "جمعية الشباب", "🏫 Schule", "<b>&</b>", "W" * 200]),
)


@settings(max_examples=25, deadline=None)
@given(
    workspaces(size=4, collections=COUNTED),
    st.sampled_from(CHARTS),
    st.sampled_from((Audience.REPORT, Audience.INTERNAL)),
    st.sampled_from(LANGUAGES),
    st.integers(2019, 2027),
)
def test_a_chart_of_any_workspace_overlaps_nothing_and_shows_every_row(
    workspace: Workspace, chart: str, audience: Audience, language: Language, year: int
) -> None:
    audience = max(audience, audience_of(chart))
    request = ExportRequest(
        view=redact(workspace, audience),
        options=ChartOptions(chart=chart),
        medium=EXPORTER.media[0],
        year=year,
        as_of=date(2026, 1, 20),
        audience=audience,
        language=language,
    )
    _holds(chart_plan(request, chart))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(NAMES, max_size=25),
    st.lists(NAMES, min_size=1, max_size=25),
    st.sampled_from(sorted(PAGES)),
)
def test_a_matrix_of_any_names_overlaps_nothing(
    rows: list[str], columns: list[str], page: tuple[str, str]
) -> None:
    _holds(attrs.evolve(matrix(rows, columns), page=PAGES[page]))


def _holds(chart: Chart) -> None:
    try:
        scenes = draw_chart(chart)
    except ChartDoesNotFit as error:
        assert error.what  # noqa: PT017 - the error is one of two right answers
        return
    assert all(clean(scene) for scene in scenes)
    assert set(rows_of(scenes)) == {row.id for row in chart.rows}
    assert len({len(row) for row in chart_table(chart)}) == 1
    for scene in scenes:
        ET.fromstring(to_svg(scene, fonts=False).encode())
