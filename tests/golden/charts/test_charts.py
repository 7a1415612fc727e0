"""The charts of the example, as text: a change of the layout shows here and is looked at on purpose.

They are kept without the font for browsers, which would only make them long.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from jmdexport.builtin._chart_common import CHARTS
from jmdexport.builtin.charts import EXPORTER, ChartOptions, chart_plan
from jmdexport.demo import load_example
from jmdexport.drawing import to_svg
from jmdexport.drawing.chart import draw_chart
from jmdexport.records import ExportRequest
from jmdexport.run import export
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience


@pytest.mark.parametrize("chart", CHARTS)
def test_the_chart_of_the_example(golden: Callable[[str, str | bytes], None], chart: str) -> None:
    request = ExportRequest(
        view=redact(load_example().workspace, Audience.INTERNAL),
        options=ChartOptions(chart=chart),
        medium=EXPORTER.media[0],
        year=2025,
        as_of=date(2026, 1, 20),
        audience=Audience.INTERNAL,
    )
    (scene,) = draw_chart(chart_plan(request, chart))
    golden(f"charts/{chart}-2025-de.svg", to_svg(scene, fonts=False))


def test_the_list_beside_the_charts_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    made = export(load_example().workspace, "charts", year=2025, as_of=date(2026, 1, 20), language="en")
    golden("charts/charts-2025-en.md", made[-1].data)
