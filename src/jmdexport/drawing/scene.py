"""A picture as plain immutable data: what is drawn where, in millimetres from the upper left corner.

A scene knows nothing of partners or of SVG. The layout makes one, the writers read it, and the tests
measure it. ``data`` carries what a shape stands for (``data-partner``, ``data-role`` …) as pairs.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

Data: TypeAlias = tuple[tuple[str, str], ...]
"""Attributes of an element by name, in the order in which they are written."""

Point: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["start", "middle", "end"]


@attrs.frozen(kw_only=True)
class Paint:
    """Colours and line of a shape; ``None`` is nothing drawn. A hatch is a fill ``url(#name)``."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    round: bool = False


@attrs.frozen(kw_only=True)
class Circle:
    """A circle."""

    x: float
    y: float
    radius: float
    paint: Paint
    data: Data = ()


@attrs.frozen(kw_only=True)
class Rect:
    """A rectangle given by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    data: Data = ()


@attrs.frozen(kw_only=True)
class Polygon:
    """A closed shape of straight sides."""

    points: tuple[Point, ...]
    paint: Paint
    data: Data = ()


@attrs.frozen(kw_only=True)
class Polyline:
    """An open line of straight pieces."""

    points: tuple[Point, ...]
    paint: Paint
    data: Data = ()


@attrs.frozen(kw_only=True)
class Path:
    """A line of the commands M, L, Q, A and Z, each with its numbers."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    paint: Paint
    data: Data = ()


@attrs.frozen(kw_only=True)
class Text:
    """Lines of horizontal text, one below the other; ``y`` is the baseline of the first.

    Attributes:
        size: Size in points.
        leading: Distance of the baselines in millimetres.
        halo: Colour of a margin round the letters, drawn as a second text below; ``None`` for none.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    leading: float = 0.0
    halo: str | None = None
    data: Data = ()


@attrs.frozen(kw_only=True)
class Group:
    """Shapes that belong together; ``title`` is what a browser shows on pointing at them."""

    items: tuple[Item, ...]
    data: Data = ()
    title: str = ""


Item: TypeAlias = Circle | Rect | Polygon | Polyline | Path | Text | Group


@attrs.frozen(kw_only=True)
class Hatch:
    """A pattern: marks of one colour on a ground, repeated every ``size`` millimetres."""

    name: str
    size: float
    ground: str
    items: tuple[Item, ...]


@attrs.frozen(kw_only=True)
class Scene:
    """A whole picture with its size, language, title and description (the alternative text)."""

    width: float
    height: float
    language: str
    title: str
    description: str
    items: tuple[Item, ...]
    hatches: tuple[Hatch, ...] = ()
