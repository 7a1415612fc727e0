"""What holds for every map, whatever the network."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from jmdexport.drawing import PAGES, DoesNotFit, Link, MapPlan, Mark, draw_map, to_svg
from jmdexport.drawing.conflicts import conflicts
from tests.unit.drawing._plans import KINDS, STRIPS, plan

NAMES = st.one_of(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüß -ABCDEFG"), min_size=1, max_size=45),
    st.text(min_size=1, max_size=30),
    st.sampled_from(["Jobcenter", "Agentur für Arbeit", "جمعية الشباب", "🏫 Schule", "<b>&</b>", "W" * 50]),
)
STEPS = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def plans(draw: st.DrawFn) -> MapPlan:
    sectors = draw(st.integers(1, 12))
    marks = []
    for number in range(draw(st.integers(0, 60))):
        ring = draw(STEPS)
        marks.append(
            Mark(
                id=f"p{number}",
                label=draw(NAMES),
                short=draw(st.sampled_from(["", "Kurz"])),
                group=f"g{draw(st.integers(0, sectors - 1))}",
                ring=ring,
                size=draw(STEPS),
                badge=draw(st.booleans()),
                strip="" if ring else draw(st.sampled_from([code for code, _ in STRIPS])),
            )
        )
    links = []
    if len(marks) > 1:
        for number in range(draw(st.integers(0, 12))):
            ends = draw(
                st.lists(st.sampled_from(marks), min_size=2, max_size=2, unique_by=lambda one: one.id)
            )
            line, strength = draw(st.sampled_from(KINDS)), draw(st.integers(1, 4))
            links.append(Link(id=f"t{number}", a=ends[0].id, b=ends[1].id, strength=strength, line=line))
    return plan(marks, links, page=draw(st.sampled_from(list(PAGES))), sectors=sectors)


@given(plans())
def test_a_map_has_no_conflict_or_says_that_it_does_not_fit(found: MapPlan) -> None:
    try:
        scene = draw_map(found)
    except DoesNotFit as error:
        assert error.what  # noqa: PT017 - the error is one of two right answers
        return
    assert conflicts(scene).clean
    text = to_svg(scene)
    groups = {one.get("data-partner") for one in ET.fromstring(text).iter() if one.get("data-partner")}
    assert groups == {one.id for one in found.marks}


@settings(max_examples=15)
@given(plans())
def test_the_order_of_marks_and_ties_makes_no_difference(found: MapPlan) -> None:
    turned = attrs.evolve(found, marks=found.marks[::-1], links=found.links[::-1])
    try:
        first = to_svg(draw_map(found))
    except DoesNotFit:
        return
    assert to_svg(draw_map(turned)) == first
