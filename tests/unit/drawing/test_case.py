"""The case map: goal, step, contributor, with consent and stages readable without colour."""

from __future__ import annotations

import pickle
from xml.etree import ElementTree as ET

import attrs
import pytest

from jmdexport.drawing import PAGES, to_svg
from jmdexport.drawing.case import draw_case
from jmdexport.drawing.case_plan import CaseDoesNotFit, CaseMapPlan, Ending, Goal, Part, Stage, Step
from jmdexport.drawing.case_words import case_table, description
from jmdexport.drawing.conflicts import conflicts
from jmdexport.drawing.palette import PAPER, contrast
from jmdexport.drawing.scene import Group, Item, Scene, Text

STAGES = (Stage(label="ermittelt", day="01.03.2025"), Stage(label="angesprochen", day="04.03.2025"))
PART = Part(
    label="Jobcenter",
    kind="partner",
    consent="covered",
    consent_text="Einwilligung erteilt (01.03.2025)",
    stages=STAGES,
)
STEP = Step(text="Einen Platz zum Lernen finden", details=("offen, bis 30.06.2025",), parts=(PART,))
GOAL = Goal(text="Den Schulabschluss machen", status="in Arbeit", steps=(STEP,))


def plan(*goals: Goal, page: tuple[str, str] = ("A4", "landscape"), **values: object) -> CaseMapPlan:
    given = {
        "page": PAGES[page],
        "title": "Fallkarte ahorn-12",
        "subtitle": ("JMD Musterstadt · Stand 31.01.2026",),
        "warning": "Nur für die Fallverantwortung. Nicht weitergeben.",
        "name": "ahorn-12",
        "phase": "Umsetzung",
        "goals": goals,
        "source": "Quelle: Integrationsförderplan.",
        **values,
    }
    return CaseMapPlan(**given)  # type: ignore[arg-type]


def texts(scene: Scene) -> list[Text]:
    def inside(parts: tuple[Item, ...]) -> list[Item]:
        return [one for part in parts for one in (inside(part.items) if isinstance(part, Group) else [part])]

    return [one for one in inside(scene.items) if isinstance(one, Text)]


def said(scene: Scene) -> str:
    return " ".join(" ".join(one.lines) for one in texts(scene))


@pytest.mark.parametrize("page", sorted(PAGES))
@pytest.mark.parametrize("goals", [0, 1, 2, 4])
def test_nothing_overlaps_and_nothing_leaves_the_page(page: tuple[str, str], goals: int) -> None:
    scene = draw_case(plan(*[GOAL] * goals, page=page))
    assert conflicts(scene).clean
    assert min(one.size for one in texts(scene)) >= 7.0


@pytest.mark.parametrize(
    "name", ["W" * 200, "Ein Ziel mit vielen Worten " * 8, "<script>&", "مدرسة", "🏫👩‍🎓", "漢字"]
)
def test_any_text_is_drawn_without_a_conflict(name: str) -> None:
    part = attrs.evolve(PART, label=name)
    goal = Goal(text=name, status="offen", steps=(Step(text=name, parts=(part,)),))
    scene = draw_case(plan(goal, name=name[:40], page=("A3", "portrait")))
    assert conflicts(scene).clean
    assert not [one for one in ET.fromstring(to_svg(scene, fonts=False)).iter() if one.tag.endswith("script")]


def test_goals_stand_in_their_order_each_with_its_number() -> None:
    scene = draw_case(plan(GOAL, attrs.evolve(GOAL, text="In einem Verein mitspielen")))
    place = {text: one.y for one in texts(scene) for text in (" ".join(one.lines),)}
    assert place["1 · Den Schulabschluss machen"] < place["2 · In einem Verein mitspielen"]


def test_no_goal_and_no_step_are_told_in_words() -> None:
    assert "Es ist noch kein Ziel eingetragen." in said(draw_case(plan()))
    assert "noch kein Schritt" in said(draw_case(plan(Goal(text="Ziel", status="offen"))))


def test_a_plan_that_does_not_fit_is_an_error_without_a_word_of_it() -> None:
    with pytest.raises(CaseDoesNotFit) as error:
        draw_case(plan(*[GOAL] * 30))
    told = error.value.in_("de") + error.value.in_("en") + repr(error.value)
    assert "A3" in told
    assert not [word for word in ("ahorn", "Schulabschluss", "Jobcenter", "30") if word in told]
    assert pickle.loads(pickle.dumps(error.value)).page == error.value.page


def test_the_larger_page_that_helps_is_not_named_on_a_large_page() -> None:
    with pytest.raises(CaseDoesNotFit) as error:
        draw_case(plan(*[GOAL] * 60, page=("A3", "landscape")))
    assert "(A3)" not in error.value.in_("de")


def test_no_repr_shows_what_a_case_is_about() -> None:
    for thing in (plan(GOAL), GOAL, STEP, PART, STAGES[0]):
        shown = repr(thing)
        assert not [
            word for word in ("ahorn", "Schulabschluss", "Lernen", "Jobcenter", "ermittelt") if word in shown
        ]


def _shapes(scene: Scene, name: str) -> dict[str, tuple[str, ...]]:
    """Give the kinds of shapes that a sign is made of, and whether they are filled, by what it stands for."""
    found: dict[str, tuple[str, ...]] = {}

    def look(parts: tuple[Item, ...]) -> None:
        for part in parts:
            if isinstance(part, Group):
                code = dict(part.data).get(name)
                if code:
                    found[code] = tuple(
                        f"{type(one).__name__} {one.paint.fill not in (None, PAPER)} {bool(one.paint.dash)}"
                        for one in part.items
                        if not isinstance(one, Text | Group)
                    )
                look(part.items)

    look(scene.items)
    return found


def test_the_three_states_of_a_consent_differ_without_colour() -> None:
    parts = tuple(attrs.evolve(PART, consent=state) for state in ("covered", "open", "missing"))
    scene = draw_case(plan(attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=parts),))))
    shapes = _shapes(scene, "data-consent")
    assert len(shapes) == 3
    assert len(set(shapes.values())) == 3


def test_a_missing_consent_is_bold_and_a_given_one_is_not() -> None:
    def bold(state: str) -> bool:
        part = attrs.evolve(PART, consent=state, consent_text="Stand der Einwilligung")
        scene = draw_case(plan(attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=(part,)),))))
        return next(one.bold for one in texts(scene) if "Stand der Einwilligung" in one.lines)

    assert (bold("covered"), bold("open"), bold("missing")) == (False, False, True)


def test_where_a_contribution_stands_differs_without_colour() -> None:
    endings: tuple[Ending, ...] = ("way", "done", "failed")
    parts = tuple(
        attrs.evolve(PART, stages=(*STAGES, Stage(label="so", day="05.03.2025", ending=end)))
        for end in endings
    )
    scene = draw_case(plan(attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=parts),))))
    shapes = _shapes(scene, "data-stage")
    assert set(shapes) == set(endings)
    assert len(set(shapes.values())) == 3


def test_all_text_has_enough_contrast() -> None:
    scene = draw_case(plan(GOAL, attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=()),))))
    on_paper = [one.colour for one in texts(scene) if one.colour != PAPER]
    assert min(contrast(colour, "#ebeff3") for colour in on_paper) >= 4.5


def test_many_stages_go_on_in_a_further_line() -> None:
    many = tuple(Stage(label="angesprochen", day=f"{day:02}.03.2025") for day in range(1, 13))
    scene = draw_case(
        plan(attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=(attrs.evolve(PART, stages=many),)),)))
    )
    assert conflicts(scene).clean
    rows = {one.y for one in texts(scene) if "angesprochen" in one.lines}
    assert len(rows) == 3


def test_the_alternative_text_says_whom_the_sheet_is_for_and_what_is_missing() -> None:
    missing = attrs.evolve(PART, consent="missing", stages=())
    made = plan(GOAL, attrs.evolve(GOAL, steps=(attrs.evolve(STEP, parts=(missing,)),)))
    assert description(made) == (
        "Fallkarte ahorn-12: zwei Ziele, zwei Schritte und zwei Beiträge. Nur für die Fallverantwortung."
        " Nicht weitergeben. Ziel 1: Den Schulabschluss machen (in Arbeit). Jobcenter: angesprochen."
        " Ziel 2: Den"
        " Schulabschluss machen (in Arbeit). Jobcenter: kein Stand eingetragen. Bei einem Beitrag fehlt die"
        " Einwilligung."
    )
    assert "Consent is missing for one contribution." in description(attrs.evolve(made, language="en"))
    assert "kein Ziel, kein Schritt und kein Beitrag" in description(plan())


def test_the_table_has_a_row_for_each_contribution_and_for_what_has_none() -> None:
    bare = Goal(text="Zweites Ziel", status="offen")
    alone = attrs.evolve(GOAL, steps=(STEP, Step(text="Allein üben")))
    head, *rows = case_table(plan(alone, bare))
    assert len(head) == 7
    assert [row[2] for row in rows] == ["Einen Platz zum Lernen finden", "Allein üben", ""]
    assert rows[0][4:] == (
        "Jobcenter",
        "Einwilligung erteilt (01.03.2025)",
        "ermittelt 01.03.2025 → angesprochen 04.03.2025",
    )
