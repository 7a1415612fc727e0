"""The committee map and a case map of the example, as text: a change shows here and is looked at."""

from __future__ import annotations

from collections.abc import Callable

from jmdexport.builtin.case_map import CaseMapOptions, case_plan
from jmdexport.builtin.committee_map import committee_plan
from jmdexport.demo import EXAMPLE_DATE, load_example
from jmdexport.drawing import to_svg
from jmdexport.drawing.case import draw_case
from jmdexport.drawing.committee import draw_committees
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience


def test_the_committee_map_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    golden(
        "committee/committee-map-2025-de.svg",
        to_svg(draw_committees(committee_plan(view, 2025)), fonts=False),
    )


def test_the_map_of_a_case_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.SOCIAL)
    plan = case_plan(view, EXAMPLE_DATE, options=CaseMapOptions(case="eiche-03"))
    golden("committee/case-map-de.svg", to_svg(draw_case(plan), fonts=False))
