"""What all exporters of pictures share: forms, options of the page, the way from scene to file."""

from __future__ import annotations

from typing import Any

import attrs

from jmdexport.drawing import Scene, to_pdf, to_png, to_svg
from jmdexport.options import option
from jmdexport.records import Artifact, ExportRequest, Medium
from jmdmodel.messages import Say

PICTURES = (
    Medium(".svg", "image/svg+xml"),
    Medium(".png", "image/png", requires={"resvg_py": "png"}),
    Medium(".pdf", "application/pdf", requires={"typst": "pdf"}),
)
"""The forms of a picture; all of them are made from the same scene and show the same."""


def page_option(default: str = "A4") -> Any:
    """Declare the option for the size of the page."""
    return option(Say("Größe der Seite.", "Size of the page."), default=default, choices=("A4", "A3"))


def orientation_option(default: str = "landscape") -> Any:
    """Declare the option for the orientation of the page."""
    text = Say("Quer- oder Hochformat.", "Landscape or portrait.")
    return option(text, default=default, choices=("landscape", "portrait"))


def dpi_option() -> Any:
    """Declare the option for the resolution of a PNG."""
    text = Say("Bildpunkte je Zoll, nur für PNG.", "Dots per inch, for PNG only.")
    return option(text, default=200, minimum=50, maximum=600)


@attrs.frozen(kw_only=True)
class PageOptions:
    """Page and resolution of a picture."""

    page: str = page_option()
    orientation: str = orientation_option()
    dpi: int = dpi_option()


def is_drawn_with_own_fonts(request: ExportRequest[Any]) -> bool:
    """Tell whether the form shows the letters of the shipped fonts only; a browser has more."""
    return request.medium.suffix != ".svg"


def picture(request: ExportRequest[Any], scene: Scene, stem: str) -> Artifact:
    """Give a scene as the file that was asked for, named after *stem*; ``dpi`` is among the options."""
    name, media_type = stem + request.medium.suffix, request.medium.media_type
    if request.medium.suffix == ".png":
        return Artifact(name, media_type, to_png(scene, dpi=request.options.dpi))
    if request.medium.suffix == ".pdf":
        return Artifact(name, media_type, to_pdf(scene))
    return Artifact.text(name, media_type, to_svg(scene))
