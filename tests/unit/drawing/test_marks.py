"""Shapes, hatches and colours: readable in black and white, told apart without colour."""

from __future__ import annotations

import itertools
import math

import pytest

from jmdexport.drawing import palette
from jmdexport.drawing.layout_nodes import mark_area
from jmdexport.drawing.layout_ties import WIDTHS
from jmdexport.drawing.marks import OUTLINE, paint
from jmdexport.drawing.palette import contrast, group_style, luminance
from jmdexport.drawing.plan import Shape
from jmdexport.drawing.shapes import hatches, outline, reach
from tests.unit.drawing._plans import groups

SHAPES: tuple[Shape, ...] = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "hexagon",
    "triangle-down",
    "cross",
    "pentagon",
)
POINT = 25.4 / 72


def area(points: tuple[tuple[float, float], ...]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


@pytest.mark.parametrize("shape", SHAPES[1:])
def test_a_shape_has_the_area_that_is_asked_for(shape: Shape) -> None:
    assert area(outline(shape, 5, 7, 12.5)) == pytest.approx(12.5)


@pytest.mark.parametrize("shape", SHAPES[1:])
def test_a_shape_reaches_as_far_as_it_says_and_stands_about_its_centre(shape: Shape) -> None:
    points = outline(shape, 5, 7, 12.5)
    assert max(math.dist((5, 7), point) for point in points) == pytest.approx(reach(shape, 12.5))
    assert sum(x for x, _ in points) / len(points) == pytest.approx(5)
    assert sum(y for _, y in points) / len(points) == pytest.approx(7)


def test_a_circle_reaches_its_radius() -> None:
    assert reach("circle", math.pi) == pytest.approx(1)


def test_area_grows_evenly_with_importance() -> None:
    areas = [mark_area(step, scale=1.0) for step in range(1, 6)]
    assert [part / areas[0] for part in areas] == pytest.approx([1, 2, 3, 4, 5])


def test_an_unrated_importance_is_drawn_in_the_middle_size_open_and_dashed() -> None:
    assert mark_area(None, scale=1.0) == mark_area(3, scale=1.0)
    found = paint(groups(1)[0], None)
    assert found.fill == palette.PAPER
    assert found.dash
    assert not paint(groups(1)[0], 3).dash


def test_groups_differ_by_shape_or_hatch_and_not_by_colour_alone() -> None:
    styles = [group_style(position)[1:] for position in range(48)]
    assert len(set(styles)) == 48


def test_the_first_eight_groups_have_a_shape_of_their_own() -> None:
    assert len({group_style(position)[1] for position in range(8)}) == 8


@pytest.mark.parametrize("position", range(8))
def test_a_group_stands_out_from_paper_and_rings_and_its_heading_can_be_read(position: int) -> None:
    fill = group_style(position)[0]
    assert contrast(fill, palette.PAPER) >= 4.5
    assert all(contrast(fill, band) >= 3 for band in palette.BANDS)


@pytest.mark.parametrize("colour", [palette.INK, palette.QUIET, palette.TIE, palette.BROKERED])
def test_text_and_ties_can_be_read(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5
    assert all(contrast(colour, band) >= 4.5 for band in palette.BANDS)


def test_leaders_can_be_seen_on_paper_and_rings() -> None:
    assert all(contrast(palette.LEADER, ground) >= 3 for ground in (palette.PAPER, *palette.BANDS))


def test_the_name_in_the_middle_can_be_read() -> None:
    assert contrast(palette.PAPER, palette.CENTRE) >= 7


def test_the_bands_grow_darker_towards_the_middle() -> None:
    lights = [luminance(band) for band in palette.BANDS]
    assert lights == sorted(lights, reverse=True)
    assert all(first - second > 0.03 for first, second in itertools.pairwise(lights))


def test_outlines_are_at_least_six_tenths_of_a_point() -> None:
    assert OUTLINE >= 0.6 * POINT
    assert paint(groups(1)[0], None).width >= 0.6 * POINT
    assert min(WIDTHS) >= 0.6 * POINT
    assert list(WIDTHS) == sorted(set(WIDTHS))


def test_each_hatch_is_defined_once() -> None:
    names = [hatch.name for hatch in hatches(groups(40))]
    assert len(names) == len(set(names))
    assert hatches(groups(1)) == ()
