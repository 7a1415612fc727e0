"""The map of the social space of the example, as text: a change shows here and is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jmdexport.builtin.geo_map import geo_plan
from jmdexport.demo import load_example
from jmdexport.drawing import to_svg
from jmdexport.drawing.geo import draw_geo
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience


def test_the_map_of_the_social_space_of_the_example(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.PUBLIC)
    scene = draw_geo(geo_plan(view, date(2025, 12, 31)))
    golden("geo/geo-map-2025-de.svg", to_svg(scene, fonts=False))
