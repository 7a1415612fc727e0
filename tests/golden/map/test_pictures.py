"""The pictures of the example, as text: a change of the layout shows here and is looked at on purpose.

They are kept without the font for browsers, which would only make them long.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.demo import load_example
from jmdexport.drawing import draw_map, to_svg
from jmdmodel.messages import Language
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience


@pytest.mark.parametrize(
    ("language", "page", "orientation", "ties"),
    [("de", "A4", "landscape", "brokered"), ("en", "A3", "portrait", "all")],
)
def test_the_map_of_the_example(
    golden: Callable[[str, str | bytes], None], language: Language, page: str, orientation: str, ties: str
) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    options = MapOptions(page=page, orientation=orientation, ties=ties)
    scene = draw_map(map_plan(view, 2025, language=language, options=options))
    golden(f"map/network-map-2025-{language}-{page}-{orientation}-{ties}.svg", to_svg(scene, fonts=False))


def test_the_map_of_the_example_with_other_signs(golden: Callable[[str, str | bytes], None]) -> None:
    view = redact(load_example().workspace, Audience.REPORT)
    options = MapOptions(ring="years", size="bodies", sector="purpose", line="form", ties="all", since=2024)
    golden(
        "map/network-map-2025-other-signs.svg",
        to_svg(draw_map(map_plan(view, 2025, options=options)), fonts=False),
    )
