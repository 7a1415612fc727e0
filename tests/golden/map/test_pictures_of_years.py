"""The pictures of several years of the example, as text, without the font for browsers."""

from __future__ import annotations

from collections.abc import Callable

from jmdexport.builtin.change_map import change_plan
from jmdexport.builtin.years_map import YearsOptions, years_plan
from jmdexport.demo import load_example
from jmdexport.drawing import to_svg
from jmdexport.drawing.change_map import draw_change_map
from jmdexport.drawing.years_map import draw_years_map
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience


def test_the_change_map_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    scene = draw_change_map(change_plan(view, 2024))
    golden("map/change-map-2023-2024-de.svg", to_svg(scene, fonts=False))


def test_the_maps_of_the_years_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    scene = draw_years_map(
        years_plan(view, 2025, language="en", options=YearsOptions(orientation="landscape"))
    )
    golden("map/years-map-2023-2025-en.svg", to_svg(scene, fonts=False))
