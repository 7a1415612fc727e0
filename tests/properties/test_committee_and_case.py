"""What holds for every committee map and every case map, whatever the workspace."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.builtin.case_map import CaseMapOptions, case_plan
from jmdexport.builtin.committee_map import CommitteeMapOptions, committee_plan
from jmdexport.drawing import DoesNotFit
from jmdexport.drawing.case import draw_case
from jmdexport.drawing.case_plan import CaseDoesNotFit
from jmdexport.drawing.committee import draw_committees
from jmdexport.drawing.conflict_geometry import overlap
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.scene import Group, Item, Path, Rect, Scene
from jmdexport.drawing.sheet import settled
from jmdmodel.messages import Language
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace

LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(("de", "en"))
PAGES = st.sampled_from(("A4", "A3"))
WAYS = st.sampled_from(("landscape", "portrait"))


def boxes_apart(scene: Scene) -> bool:
    """Tell whether all boxes lie on the page and none overlaps another."""

    def inside(items: tuple[Item, ...]) -> list[Rect]:
        boxes = [one for one in items if isinstance(one, Rect) and dict(one.data).get("data-role") == "box"]
        return boxes + [box for one in items if isinstance(one, Group) for box in inside(one.items)]

    found = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in inside(scene.items)]
    on_page = all(
        min(left, top) >= 0 and right <= scene.width and foot <= scene.height
        for left, top, right, foot in found
    )
    return on_page and not any(overlap(one, two) for one, two in itertools.combinations(found, 2))


@settings(max_examples=30)
@given(
    workspaces(collections=("partners", "committees", "networks", "maps"), size=6),
    LANGUAGES,
    PAGES,
    WAYS,
    st.sampled_from(("shared", "all")),
)
def test_a_committee_map_has_no_conflict_or_says_that_it_does_not_fit(
    found: Workspace, language: Language, page: str, way: str, partners: str
) -> None:
    options = CommitteeMapOptions(page=page, orientation=way, partners=partners)
    for known in found.maps:
        plan = committee_plan(found, known.year, language=language, options=options)
        try:
            scene = draw_committees(plan)
        except DoesNotFit:
            continue
        assert conflicts(scene).clean
        assert boxes_apart(scene)
        lines = [one for group in scene.items for one in getattr(group, "items", ()) if isinstance(one, Path)]
        assert len(lines) == len(plan.seats)


@settings(max_examples=30)
@given(
    workspaces(collections=("partners", "people", "staff", "cases"), size=3),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    LANGUAGES,
    WAYS,
)
def test_a_case_map_has_no_conflict_or_says_that_it_does_not_fit(
    found: Workspace, day: date, language: Language, way: str
) -> None:
    for case in found.cases:
        options = CaseMapOptions(case=case.id, page="A3", orientation=way)
        try:
            scene = draw_case(case_plan(found, day, language=language, options=options))
        except CaseDoesNotFit:
            continue
        assert conflicts(scene).clean
        assert boxes_apart(scene)


@given(st.lists(st.tuples(st.floats(-50, 250), st.floats(0.5, 9.0)), max_size=20))
def test_what_is_stacked_keeps_apart_and_between_the_edges(things: list[tuple[float, float]]) -> None:
    aims, heights = sorted(aim for aim, _ in things), [high for _, high in things]
    tops = settled(aims, heights, top=10.0, bottom=200.0)
    assert len(tops) == len(things)
    ends = [top + high for top, high in zip(tops, heights, strict=True)]
    assert all(end <= top + 1e-6 for end, top in zip(ends, tops[1:], strict=False))
    assert all(top >= 10.0 - 1e-6 for top in tops)
    assert all(end <= 200.0 + 1e-6 for end in ends)
