"""What holds for every map of the social space, whatever the workspace and its outlines."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.builtin.geo_map import GeoMapOptions, geo_plan
from jmdexport.drawing import PAGES, DoesNotFit
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.geo import draw_geo
from jmdexport.drawing.geo_ground import clipped, thinned
from jmdexport.drawing.geo_plan import PARTNER, SERVICE, Area, Spot
from jmdexport.drawing.scene import Group, Item, Path, Scene, Text
from jmdmodel.messages import Language
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace
from tests.unit.drawing._geo import KINDS, LEVELS, geo, ring

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(("de", "en"))
NAMES = st.one_of(
    st.sampled_from(("Jugendhaus", "Bürgerhaus Marbrunn, Vereinszimmer", "مركز الشباب", "🎸 Probe", "<b>&")),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), min_size=1, max_size=60),
)
EAST, NORTH = st.floats(6.9, 7.5), st.floats(49.8, 50.2)
POINTS = st.tuples(EAST, NORTH)


def flat(items: tuple[Item, ...]) -> list[Item]:
    return [one for item in items for one in (flat(item.items) if isinstance(item, Group) else [item])]


def subjects(scene: Scene) -> list[str]:
    found = [dict(item.data) for item in scene.items if isinstance(item, Group)]
    return sorted(data["data-subject"] for data in found if "data-subject" in data)


def is_sound(scene: Scene) -> bool:
    texts = [item for item in flat(scene.items) if isinstance(item, Text)]
    paths = [item for item in flat(scene.items) if isinstance(item, Path)]
    numbers = [number for path in paths for _, step in path.steps for number in step]
    return (
        conflicts(scene).clean
        and all(item.size >= 6.5 for item in texts)
        and all(math.isfinite(number) for number in numbers)
    )


@st.composite
def areas(draw: st.DrawFn) -> tuple[Area, ...]:
    """Give units of all kinds: stars, lines without width, single points, with holes, of several parts."""
    found = []
    for number in range(draw(st.integers(0, 8))):
        x, y = draw(POINTS)
        size = draw(st.sampled_from((0.0, 0.0005, 0.02, 0.15)))
        corners = draw(st.integers(3, 24))
        rays = draw(st.lists(st.floats(0.2, 1.0), min_size=corners, max_size=corners))
        outer = ring(x, y, [ray * size for ray in rays])
        parts = [(outer,)]
        if draw(st.booleans()):
            parts = [(outer, ring(x, y, [size * 0.1] * 5)[::-1]), (ring(x + 0.1, y, [size / 4] * 4),)]
        level, rank = LEVELS[number % len(LEVELS)]
        found.append(
            Area(
                id=f"u{number}",
                label=draw(NAMES),
                level=level,
                level_label=level,
                rank=rank,
                rings=tuple(parts),
            )
        )
    return tuple(found)


@st.composite
def spots(draw: st.DrawFn) -> tuple[Spot, ...]:
    codes = st.sampled_from([group.code for group in KINDS] + [PARTNER, SERVICE])
    places = draw(st.lists(POINTS, min_size=1, max_size=4))
    return tuple(
        Spot(
            id=f"places/p{number}",
            label=draw(NAMES),
            kind=draw(codes),
            at=draw(st.one_of(st.sampled_from(places), POINTS)),
            badge=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 25)))
    )


@settings(max_examples=30)
@given(areas(), spots(), LANGUAGES, st.sampled_from(sorted(PAGES)), st.booleans())
def test_everything_with_a_position_stands_on_the_map_once_and_nothing_overlaps(
    units: tuple[Area, ...],
    things: tuple[Spot, ...],
    language: Language,
    page: tuple[str, str],
    bounded: bool,
) -> None:
    boundary = units[0].rings if units and bounded else ()
    plan = geo(areas=units, spots=things, language=language, page=PAGES[page], boundary=boundary)
    scene = draw_geo(plan)
    assert subjects(scene) == sorted(spot.id for spot in things)
    assert is_sound(scene)
    assert scene == draw_geo(attrs.evolve(plan, areas=units[::-1], spots=things[::-1]))


@settings(max_examples=20)
@given(
    workspaces(collections=("units", "places", "partners"), size=6),
    LANGUAGES,
    st.sampled_from(("A4", "A3")),
    st.sampled_from(("landscape", "portrait")),
)
def test_a_map_of_any_workspace_has_no_conflict_or_says_that_it_does_not_fit(
    found: Workspace, language: Language, page: str, way: str
) -> None:
    options = GeoMapOptions(page=page, orientation=way)
    plan = geo_plan(found, date(2025, 12, 31), language=language, options=options)
    try:
        scene = draw_geo(plan)
    except DoesNotFit:
        return
    assert subjects(scene) == sorted(spot.id for spot in plan.spots)
    assert is_sound(scene)


@given(st.lists(st.tuples(st.floats(-50, 250), st.floats(-50, 250)), min_size=2, max_size=60))
def test_a_thinned_line_keeps_its_ends_and_stays_near_all_of_its_points(
    line: list[tuple[float, float]],
) -> None:
    kept = thinned(line, 1.0)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)
    for x, y in line:
        assert min(_away((x, y), a, b) for a, b in pairwise(kept)) <= 1.5 + 1e-9


def _away(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return math.hypot(start[0] + along * dx - point[0], start[1] + along * dy - point[1])


@given(st.lists(st.tuples(st.floats(-50, 250), st.floats(-50, 250)), min_size=3, max_size=30))
def test_what_is_cut_lies_in_the_frame(line: list[tuple[float, float]]) -> None:
    frame = (0.0, 10.0, 100.0, 90.0)
    for x, y in clipped([*line, line[0]], frame):
        assert frame[0] - 1e-6 <= x <= frame[2] + 1e-6
        assert frame[1] - 1e-6 <= y <= frame[3] + 1e-6
