"""Pictures: a plan goes in, a scene of plain shapes comes out, and the scene is written as SVG, PNG or PDF.

A plan (:class:`MapPlan`) says what a network map shows; :func:`draw_map` lays it out without overlaps
and always in the same way; :func:`to_svg`, :func:`to_png` and :func:`to_pdf`
write the scene.
"""

from __future__ import annotations

from jmdexport.drawing.layout import draw_map
from jmdexport.drawing.palette import group_style
from jmdexport.drawing.pdf import to_pdf
from jmdexport.drawing.plan import PAGES, DoesNotFit, Link, MapGroup, MapPlan, Mark, Words
from jmdexport.drawing.png import to_png
from jmdexport.drawing.scene import Scene
from jmdexport.drawing.svg import to_svg
from jmdexport.drawing.table import MapTable, map_table

__all__ = [
    "PAGES",
    "DoesNotFit",
    "Link",
    "MapGroup",
    "MapPlan",
    "MapTable",
    "Mark",
    "Scene",
    "Words",
    "draw_map",
    "group_style",
    "map_table",
    "to_pdf",
    "to_png",
    "to_svg",
]
