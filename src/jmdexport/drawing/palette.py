"""Colours of the map: each group a colour, a shape and a hatch; text, rings and lines in quiet greys.

The eight group colours are told apart with the common kinds of colour blindness, reach a contrast of
at least 3 against white and the ring bands, and of 4.5 where they colour text. What colour alone tells
is told by shape or hatch as well.
"""

from __future__ import annotations

from jmdexport.drawing.plan import HatchKind, Shape

INK = "#1d2733"
QUIET = "#55606e"
LEADER = "#737f8c"
TIE = "#2f3d4d"
BROKERED = "#8a1c4a"
PAPER = "#ffffff"
BANDS = ("#f5f7f9", "#ebeff3", "#dde4ea")
"""Ground of the loose, middle and close band."""
RING = "#c3ccd5"
RING_LINE = "#77828e"
"""The rings of a map stand out from all bands; a grid that only guides the eye may be fainter: ``RING``."""
CENTRE = "#22364d"

_STYLES: tuple[tuple[str, Shape, HatchKind], ...] = (
    ("#1f5fa8", "circle", "none"),
    ("#b3470b", "square", "rising"),
    ("#00745a", "diamond", "none"),
    ("#8c3a86", "triangle-up", "none"),
    ("#7a5c00", "hexagon", "level"),
    ("#0f7286", "triangle-down", "none"),
    ("#a8273f", "cross", "none"),
    ("#555b66", "pentagon", "dots"),
)
MISSING_PLACE = 7
"""Position of the style of those without a class, where the sectors are no fixed list: grey, with dots."""
_TURNS: tuple[HatchKind, ...] = ("none", "rising", "level", "upright", "falling", "dots")


def group_style(position: int) -> tuple[str, Shape, HatchKind]:
    """Give colour, shape and hatch of the group at a position, counted from 0.

    The first eight differ in colour and shape; after that the shapes come again with another hatch. No
    two of the first 48 have shape and hatch in common.
    """
    colour, shape, hatch = _STYLES[position % len(_STYLES)]
    turn = position // len(_STYLES)
    return colour, shape, _TURNS[(_TURNS.index(hatch) + turn) % len(_TURNS)]


def is_further(shape: Shape, hatch: HatchKind) -> bool:
    """Tell whether a sign has the shape of one of the first eight with another hatch."""
    return all((shape, hatch) != style[1:] for style in _STYLES)


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, 1 to 21, by the formula of the WCAG.

    Example:
        >>> round(contrast("#000000", "#ffffff"), 1)
        21.0
    """
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour written ``#rrggbb``, 0 black to 1 white."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
