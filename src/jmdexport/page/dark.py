"""The picture on a dark screen: for every colour of the palette one that reads as well on a dark ground.

The colours stand in attributes of the SVG; rules of style go before attributes, so the page turns them
without a second picture. Paper stays white: the rules hold on screens only.
"""

from __future__ import annotations

from jmdexport.drawing import palette

GROUND = "#182024"
"""What white becomes; also the ground of the page."""

_GROUPS = ("#86b6ee", "#f2a06c", "#56c8a9", "#dc9ad6", "#d8ba62", "#66c6d8", "#f397a5", "#b9c0ca")


def dark_colours() -> dict[str, str]:
    """Give for each colour that a map can hold the one that stands for it on a dark screen."""
    found = {
        palette.INK: "#e6ecee",
        palette.QUIET: "#aab6bb",
        palette.LEADER: "#7f8f97",
        palette.TIE: "#cbd5dd",
        palette.BROKERED: "#f28fb8",
        palette.PAPER: GROUND,
        palette.RING: "#56676f",
        palette.RING_LINE: "#8496a0",
        palette.CENTRE: "#c9d8e6",
    }
    found |= dict(zip(palette.BANDS, ("#1d272c", "#233036", "#2c3c44"), strict=True))
    return found | {palette.group_style(at)[0]: colour for at, colour in enumerate(_GROUPS)}


def dark_rules() -> str:
    """Give the rules of style that turn a picture inside ``.map`` on a dark screen."""
    rules = [
        f'.map [{name}="{light}"]{{{name}:{dark}}}'
        for light, dark in dark_colours().items()
        for name in ("fill", "stroke")
    ]
    return "@media screen and (prefers-color-scheme:dark){" + "".join(rules) + "}"
