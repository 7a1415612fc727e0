"""Whatever the workspace holds and the signs stand for: one mark a partner, no conflict, all said."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jmdexport.builtin._map_divisions import DIVISIONS
from jmdexport.builtin._map_lines import LINES
from jmdexport.builtin._map_measures import MEASURES
from jmdexport.builtin.network_map import MapOptions, map_plan
from jmdexport.drawing import DoesNotFit, Link, MapPlan, Mark, draw_map, map_table
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.contrast import sights
from jmdmodel.analysis.ratings import rated_contacts
from jmdmodel.privacy import redact
from jmdmodel.scales import Audience
from jmdmodel.testing.strategies import workspaces
from jmdmodel.workspace import Workspace
from tests.unit.drawing._plans import plan

OPTIONS = st.builds(
    MapOptions,
    page=st.sampled_from(["A4", "A3"]),
    orientation=st.sampled_from(["landscape", "portrait"]),
    ties=st.sampled_from(["brokered", "all", "none"]),
    ring=st.sampled_from(sorted(MEASURES)),
    size=st.sampled_from([*sorted(MEASURES), "none"]),
    sector=st.sampled_from(sorted(DIVISIONS)),
    line=st.sampled_from(sorted(LINES)),
)
COLLECTIONS = ["partners", "contacts", "ties", "maps", "networks", "committees", "units", "staff"]


@settings(max_examples=40)
@given(workspaces(size=5, collections=COLLECTIONS), OPTIONS, st.sampled_from(["de", "en"]))
def test_a_map_of_any_workspace_can_be_drawn_with_any_signs(
    workspace: Workspace, options: MapOptions, language: str
) -> None:
    view = redact(workspace, Audience.REPORT)
    assume(view.maps)
    for known in view.maps:
        made = map_plan(view, known.year, language=language, options=options)  # type: ignore[arg-type]
        rated = rated_contacts(view, known.year)
        assert [mark.id for mark in made.marks] == [one.partner.id for one in rated]
        table = map_table(made)
        assert len(table.partners.rows) == len(rated)
        assert "<table" in table.to_html(language)  # type: ignore[arg-type]
        try:
            scene = draw_map(made)
        except DoesNotFit as error:
            assert error.what  # noqa: PT017 - the error is one of two right answers
            continue
        assert conflicts(scene).clean
        assert scene.description.endswith(".")


@st.composite
def linked(draw: st.DrawFn) -> MapPlan:
    """Give a plan whose ties have all widths and kinds, and those that nobody told."""
    count = draw(st.integers(2, 25))
    marks = [
        Mark(
            id=f"p{n}",
            label=f"Partner {n}",
            group=f"g{draw(st.integers(0, 7))}",
            ring=draw(st.integers(1, 5)),
            size=draw(st.sampled_from([None, 0, 1, 5])),
        )
        for n in range(count)
    ]
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda p: p[0] < p[1]),
            max_size=15,
            unique=True,
        )
    )
    links = [
        Link(
            id=f"t{n}",
            a=f"p{first}",
            b=f"p{second}",
            strength=draw(st.sampled_from([None, 0, 1, 4])),
            line=draw(st.sampled_from(["dotted", "dashed", "solid", "mixed"])),
            brokered=draw(st.booleans()),
        )
        for n, (first, second) in enumerate(pairs)
    ]
    return plan(marks, links)


@settings(max_examples=30)
@given(linked())
def test_lines_of_all_kinds_can_be_seen(made: MapPlan) -> None:
    scene = draw_map(made)
    assert conflicts(scene).label_line == 0
    assert [sight for sight in sights(scene) if not sight.enough] == []
    assert len(map_table(made).ties.rows) == len(made.links)
